//! The events as a list: the timeline's content for everybody, drawing or not.

use crate::controls::selector;
use crate::el::{El, all, el, heading};
use crate::memo::memo;
use crate::view::{Props, between_class, hue, known_class};
use atlas_core::edition::Edition;
use atlas_core::linking::Lit;
use atlas_core::locale::{Arg, msg};
use atlas_core::model::EventId;
use atlas_core::order;
use atlas_core::query::Target;
use atlas_core::shown::Shown;
use atlas_core::time::known::Known;
use atlas_core::time::{Day, Edtf, Relation};
use atlas_core::words::Words;
use yew::prelude::*;

/// Dated events in order, then those without a date. What the filters leave out stays in the list and is hidden.
pub fn list(props: &Props) -> Html {
    let shown = &props.shown;
    let lit = &Lit::of(&shown.catalogue, shown.state.lit());
    let (dated, undated) = ordered(shown);
    let level = shown.state.heading() + 2;
    let lines = |of: &[EventId]| {
        let mut before = Vec::new();
        let line = |id: &EventId| line(shown, lit, *id, &mut before);
        el("ol").attr("role", "list").list(of.iter().map(line).collect())
    };
    let left = |of: &[EventId]| of.iter().any(|id| shown.selection.event(*id).is_some());
    let tray = el("div")
        .class("tray")
        .hidden_if(!left(&undated))
        .el(heading(level).class("tray-title").text(shown.locale.text(msg::TIMELINE_UNDATED)))
        .el(lines(&undated));
    el("div")
        .class("events")
        .el(heading(level).class("vh").text(shown.locale.text(msg::TIMELINE_LIST)))
        .opt(
            shown
                .selection
                .events
                .is_empty()
                .then(|| el("p").class("quiet").text(shown.locale.text(msg::EMPTY_EVENTS))),
        )
        .el(lines(&dated))
        .el(tray)
        .html()
}

/// All events: the dated ones by the last day that they can have been, and the others.
///
/// A year therefore stands after the days of that year. That is no claim: what cannot be ordered says so.
fn ordered(shown: &Shown) -> (Vec<EventId>, Vec<EventId>) {
    let date = |id: EventId| shown.catalogue.data.event(id).date;
    let (dated, undated): (Vec<_>, Vec<_>) =
        shown.catalogue.data.events().map(|(id, _)| id).partition(|id| date(*id).is_some());
    let ends = dated.iter().map(|id| i64::from(date(*id).map_or(Day::MAX, |date| last(&date)).number()));
    let dated = order::by_key(ends).into_iter().map(|at| dated[at]).collect();
    (dated, undated)
}

fn last(date: &Edtf) -> Day {
    date.interval().end.date().map_or(Day::MAX, |date| date.last())
}

/// All that a line depends on.
#[derive(PartialEq)]
struct LinePicture {
    edition: Edition,
    event: EventId,
    known: Known,
    /// Whether the event surely lies between the days compared, if it may.
    between: Option<bool>,
    /// The event before it with which its order cannot be known.
    clash: Option<EventId>,
}

/// A line, drawn anew only if something in it has changed. `before` holds the lines before it, each with the last day
/// that any event up to it reaches.
fn line(shown: &Shown, lit: &Lit, id: EventId, before: &mut Vec<(EventId, Day)>) -> Html {
    let event = shown.catalogue.data.event(id);
    let between = shown.between(id);
    let line = shown.selection.event(id).map(|known| {
        let clash = unordered(shown, id, before);
        let reach = event.date.map_or(Day::MIN, |date| date.interval().reach().1);
        before.push((id, before.last().map_or(reach, |(_, last)| reach.max(*last))));
        LinePicture { edition: shown.edition.clone(), event: id, known, between, clash }
    });
    let long = event
        .date
        .as_ref()
        .is_some_and(|date| date.interval().start.date().map(|date| date.first()) != Some(last(date)));
    let known = line.as_ref().and_then(|line| known_class(line.known));
    let lit = lit.event(id).then_some("lit");
    el("li")
        .key(u32::from(id.0))
        .classes(&[Some(hue(event.partnership)), known, lit, long.then_some("long"), between.map(between_class)])
        .hidden_if(line.is_none())
        .child(memo(line, item))
        .html()
}

fn item(LinePicture { edition, event: id, known, between, clash }: &LinePicture) -> Html {
    let data = &edition.catalogue.data;
    let event = data.event(*id);
    let locale = edition.locale;
    let words = match (&event.date, &event.date_by) {
        (None, Some(by)) => locale.by(by),
        (None, None) => Words::default(),
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
    // Whose meeting it was, where that is not the partnership that it is about: a filter may keep it for that alone.
    let forum = event.forum_of.map(|partnership| {
        let words = edition.text(&event.forum);
        let of = || edition.text(&data.partnership(partnership).name);
        let words = if partnership == event.partnership { words } else { words.and(" (").and(of()).and(")") };
        el("span").class("note forum").text(words)
    });
    let opener = selector("plain", edition, Target::Event(*id))
        .set("data-note", edition.notes(core::iter::once(&event.evidence)).into())
        .opt(when)
        .el(el("span").class("what").text(edition.text(&event.name)));
    let between = between.map(|is_sure| {
        let words = locale.text(if is_sure { msg::COMPARE_BETWEEN } else { msg::COMPARE_MAY_BE_BETWEEN });
        el("span").class("note").text(words)
    });
    let order = clash.map(|other| {
        let name = edition.text(&data.event(other).name);
        el("span").class("note").text(locale.format(msg::ORDER_UNKNOWN_TO, &[Arg::Words("other", &name)]))
    });
    all(vec![
        opener.html(),
        forum.map_or_else(Html::default, El::html),
        note.map_or_else(Html::default, |note| el("span").class("note").text(note).html()),
        between.map_or_else(Html::default, El::html),
        order.map_or_else(Html::default, El::html),
    ])
}

/// HTML knows `datetime` for days, months and years without qualifiers; anything else is left out.
fn datetime(date: &Edtf) -> Option<AttrValue> {
    match date {
        Edtf::Date(date)
            if date.qualifier() == atlas_core::time::Qualifier::None
                && date.precision() > atlas_core::time::Precision::Decade =>
        {
            Some(date.to_string().into())
        }
        _ => None,
    }
}

/// The one among the lines before with which the order cannot be known, if there is one and only one.
fn unordered(shown: &Shown, id: EventId, before: &[(EventId, Day)]) -> Option<EventId> {
    let interval = |id: EventId| shown.catalogue.data.event(id).date.map(|date| date.interval());
    let own = interval(id)?;
    let (begins, _) = own.reach();
    // From the last on, as far as anything reaches: ten thousand days in order are not compared with each other.
    let near = before.iter().rev().take_while(|(_, reached)| *reached >= begins).map(|(other, _)| *other);
    let mut clashes = near.filter(|other| {
        let relation = interval(*other).map(|other| other.relation(&own));
        matches!(relation, Some(Relation::Overlapping | Relation::Undetermined))
    });
    clashes.next().filter(|_| clashes.next().is_none())
}
