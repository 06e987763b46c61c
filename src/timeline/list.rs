//! The events as a list: the timeline's content for everybody, drawing or not.

use crate::el::{el, heading, memo};
use crate::linking::Lit;
use crate::locale::{Arg, msg};
use crate::model::EventId;
use crate::order;
use crate::query::Target;
use crate::state::Shown;
use crate::time::known::Known;
use crate::time::{Day, Edtf, Relation};
use crate::view::{hue, known_class};
use std::rc::Rc;
use yew::prelude::*;

/// Dated events in order, then those without a date.
pub fn list(shown: &Rc<Shown>, lit: &Lit) -> Html {
    let (dated, undated) = ordered(shown);
    let level = shown.state.page.heading + 2;
    let lines = |of: &Listed, others: &Listed| {
        el("ol").attr("role", "list").list(of.iter().map(|(id, known)| line(shown, lit, *id, *known, others)).collect())
    };
    let tray = el("div")
        .class("tray")
        .el(heading(level).class("tray-title").text(shown.locale.text(msg::TIMELINE_UNDATED)))
        .el(lines(&undated, &Listed::new()));
    let none = dated.is_empty() && undated.is_empty();
    el("div")
        .class("events")
        .el(heading(level).class("vh").text(shown.locale.text(msg::TIMELINE_LIST)))
        .opt(none.then(|| el("p").class("quiet").text(shown.locale.text(msg::EMPTY_EVENTS))))
        .el(lines(&dated, &dated))
        .opt((!undated.is_empty()).then_some(tray))
        .html()
}

type Listed = Vec<(EventId, Known)>;

/// The events left: the dated ones by the last day that they can have been, and the others.
///
/// A year therefore stands after the days of that year. That is no claim: what cannot be ordered says so.
fn ordered(shown: &Shown) -> (Listed, Listed) {
    let date = |id: EventId| shown.catalogue.data.event(id).date;
    let (dated, undated): (Listed, Listed) = shown.selection.events.iter().partition(|(id, _)| date(*id).is_some());
    let ends = dated.iter().map(|(id, _)| i64::from(date(*id).map_or(Day::MAX, |date| last(&date)).number()));
    let dated = order::by_key(ends).into_iter().map(|at| dated[at]).collect();
    (dated, undated)
}

fn last(date: &Edtf) -> Day {
    date.interval().end.date().map_or(Day::MAX, |date| date.last())
}

/// A line, drawn anew only if something in it has changed.
fn line(shown: &Rc<Shown>, lit: &Lit, id: EventId, known: Known, others: &[(EventId, Known)]) -> Html {
    let (lit, clash) = (lit.event(id), unordered(shown, id, others));
    let mut stamp = shown.stamp();
    stamp.extend([known as u32, u32::from(lit), clash.map_or(u32::MAX, |other| u32::from(other.0))]);
    let shown = shown.clone();
    memo(u32::from(id.0), stamp, move || item(&shown, lit, id, known, clash))
}

fn item(shown: &Shown, lit: bool, id: EventId, known: Known, clash: Option<EventId>) -> Html {
    let event = shown.catalogue.data.event(id);
    let locale = shown.locale;
    let words = match (&event.date, &event.date_by) {
        (None, Some(by)) => locale.by(by),
        (None, None) => String::new(),
        (Some(date), _) => locale.edtf(date),
    };
    let note = match known {
        Known::No => Some(locale.text(msg::LATER_THAN_DAY)),
        Known::Undetermined => Some(locale.text(msg::MAY_BE_LATER)),
        Known::Yes => None,
    };
    let when = match &event.date {
        Some(date) => Some(el("time").class("when").maybe("datetime", datetime(date)).text(words)),
        None if words.is_empty() => None,
        None => Some(el("span").class("when").text(words)),
    };
    let opener = el("button")
        .attr("type", "button")
        .class("plain")
        .set("data-select", shown.target(Target::Event(id)))
        .opt(when)
        .el(el("span").class("what").text(shown.words(&event.name)));
    let order = clash.map(|other| {
        let name = shown.text(&shown.catalogue.data.event(other).name);
        el("span").class("note").text(locale.format(msg::ORDER_UNKNOWN_TO, &[Arg::Text("other", name)]))
    });
    el("li")
        .classes(&[Some(hue(event.partnership)), known_class(known), lit.then_some("lit")])
        .el(opener)
        .el(el("span").class("act").text(locale.event_kind(event.kind)))
        .opt(note.map(|note| el("span").class("note").text(note)))
        .opt(order)
        .html()
}

/// HTML knows `datetime` for days, months and years without qualifiers; anything else is left out.
fn datetime(date: &Edtf) -> Option<AttrValue> {
    match date {
        Edtf::Date(date)
            if date.qualifier() == crate::time::Qualifier::None
                && date.precision() > crate::time::Precision::Decade =>
        {
            Some(date.to_string().into())
        }
        _ => None,
    }
}

/// The earlier line with which the order cannot be known, where there is one and only one.
fn unordered(shown: &Shown, id: EventId, others: &[(EventId, Known)]) -> Option<EventId> {
    let interval = |id: EventId| shown.catalogue.data.event(id).date.map(|date| date.interval());
    let own = interval(id)?;
    let before = others.iter().map(|(other, _)| *other).take_while(|other| *other != id);
    let mut clashes = before.filter(|other| {
        let relation = interval(*other).map(|other| other.relation(&own));
        matches!(relation, Some(Relation::Overlapping | Relation::Undetermined))
    });
    clashes.next().filter(|_| clashes.next().is_none())
}
