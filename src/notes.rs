//! What stands at the end of a page that takes no clicks, on paper and where no code runs: the sources as numbered notes,
//! and every record of the dataset with all that is known of it.
//!
//! On the screen the details say the same of what is selected, so the notes are out of sight there, and the records are
//! drawn in the static view alone.

use crate::details::record;
use crate::el::{El, el, heading};
use crate::memo::memo;
use atlas_core::details::Facts;
use atlas_core::edition::Edition;
use atlas_core::locale::msg;
use atlas_core::model::{Evidence, SourceKind};
use atlas_core::query::Target;
use atlas_core::shown::Shown;
use yew::prelude::*;

/// Every place that a fact is taken from, by its number: the same whatever is filtered, so they are drawn once.
pub fn notes(shown: &Shown) -> Html {
    memo(Some((shown.edition.clone(), shown.state.heading())), list)
}

fn list((edition, level): &(Edition, u8)) -> Html {
    let note = |(index, place): (usize, &Evidence)| {
        let source = edition.catalogue.data.source(place.source);
        // The heading of the notes stands for the source of the facts; any other says its name.
        let words = match source.kind {
            SourceKind::Main => edition.place(place),
            SourceKind::Background => edition.credit(source).and(", ").and(edition.place(place)),
        };
        el("li").num("value", index as i32 + 1).text(words).html()
    };
    let list: Vec<Html> = edition.numbered().iter().enumerate().map(note).collect();
    if list.is_empty() {
        return Html::default();
    }
    el("section")
        .class("endnotes")
        .el(heading(level + 1).class("section-title").text(edition.locale.text(msg::SOURCE)))
        .el(el("ol").list(list))
        .html()
}

/// Every record: partnerships, instruments, sectors, events.
pub fn records(shown: &Shown) -> El {
    let data = &shown.catalogue.data;
    let mut facts: Vec<Facts> = data.partnerships().map(|(id, _)| Facts::of_partnership(shown, id)).collect();
    let mut tell = |target| facts.push(Facts::of(shown, target));
    data.instruments().for_each(|(id, _)| tell(Target::Instrument(id)));
    data.sectors().for_each(|(id, _)| tell(Target::Sector(id)));
    data.events().for_each(|(id, _)| tell(Target::Event(id)));
    el("section")
        .class("records")
        .el(heading(shown.state.heading() + 1).class("section-title").text(shown.locale.text(msg::DETAILS)))
        .el(el("div").class("columns").list(facts.iter().map(|facts| record(shown, facts).html()).collect()))
}
