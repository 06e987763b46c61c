//! What the matrix tells of an instrument, in a head, in a line or on a card.

use crate::controls::{button, selector};
use crate::el::{El, el};
use crate::view::Props;
use atlas_core::locale::{Arg, msg};
use atlas_core::matrix::{Silent, TermLine, axis, running};
use atlas_core::model::InstrumentId;
use atlas_core::query::Target;
use atlas_core::shown::Shown;
use atlas_core::state::Action;
use yew::prelude::*;

pub(super) fn has_changed(shown: &Shown, id: InstrumentId) -> Option<&'static str> {
    shown.changes.iter().any(|change| change.instrument == id).then_some("changed")
}

/// What a head or a card tells of an instrument: its name, which opens its details, its state and its term.
pub(super) fn told(props: &Props, place: El, instrument: InstrumentId) -> El {
    standing(props, named(&props.shown, place, instrument), instrument)
}

/// The name of an instrument, which opens its details.
pub(super) fn named(shown: &Shown, place: El, instrument: InstrumentId) -> El {
    let row = shown.catalogue.data.instrument(instrument);
    let name = el("span").class("name").text(shown.text(&row.short));
    let name = name.set("data-note", shown.notes(core::iter::once(&row.evidence)).into());
    place.el(selector("plain", shown, Target::Instrument(instrument)).el(name))
}

/// Its state and its term, in a line of time and in words.
pub(super) fn standing(props: &Props, place: El, instrument: InstrumentId) -> El {
    let shown = &props.shown;
    let standing = shown.selection.standing(instrument);
    let places = || shown.notes(shown.catalogue.data.terms(instrument).map(|term| &term.evidence));
    let term = standing
        .term
        .map(|term| el("span").class("term").set("data-note", places().into()).text(shown.locale.term(&term)));
    place
        .child(term_line(shown, instrument))
        .el(el("span").class("state").text(shown.locale.state(standing.state)))
        .opt(term)
        .opt(shown.doubt(instrument).map(|doubt| el("span").class("doubt").text(doubt)))
}

/// That the source names no sectors for a column, and the offer to show what follows from what its instrument implements.
pub(super) fn silence(props: &Props, silent: Silent) -> El {
    let shown = &props.shown;
    let inferred = shown.state.query.inferred;
    let offer = silent.implements.filter(|_| !shown.is_still).map(|id| {
        let name = shown.text(&shown.catalogue.data.instrument(id).short);
        let words = AttrValue::from(
            shown.locale.format(msg::SHOW_INFERRED_FROM, &[Arg::Words("name", &name)]).plain().to_owned(),
        );
        button(&props.act, Action::Inferred(!inferred))
            .class("infer")
            .flag("aria-pressed", inferred)
            .set("title", words.clone())
            .set("aria-label", words)
            .text(shown.locale.text(msg::SHOW_INFERRED))
    });
    el("span").class("silent").text(shown.locale.text(msg::NAMES_NO_SECTORS)).opt(offer)
}

/// The term as a small line with the playhead on it.
fn term_line(shown: &Shown, instrument: InstrumentId) -> Html {
    let scale = axis(shown);
    let line = TermLine::of(shown, scale, instrument).map(|TermLine { from, to, is_stated }| {
        // What has no stated limit is dotted, as in the drawing.
        path(if is_stated { "bar" } else { "open" }, format!("M{from} 6H{to}"))
    });
    let day = scale.middle_x(shown.selection.day).clamp(1, scale.width - 1);
    on_axis().el(path("base", "M0 6h80".to_owned())).opt(line).el(path("now", format!("M{day} 0v12"))).html()
}

/// How many of the stated terms of some instruments run at a time.
pub(super) fn strip(shown: &Shown, instruments: impl Iterator<Item = InstrumentId>) -> El {
    on_axis().el(path("running", running(shown, instruments)))
}

fn on_axis() -> El {
    el("svg")
        .class("term-line")
        .attr("viewBox", "0 0 80 12")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
}

fn path(class: &'static str, d: String) -> El {
    el("path").class(class).set("d", d.into())
}
