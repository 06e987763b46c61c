//! The events as a list: the timeline's content for everybody, drawing or not.

use crate::linking::Lit;
use crate::locale::{Arg, msg};
use crate::model::EventId;
use crate::query::Target;
use crate::state::Shown;
use crate::time::known::Known;
use crate::time::{Day, Edtf, Relation};
use crate::view::{hue, known_class};
use yew::prelude::*;

/// Dated events in order, then those without a date.
pub fn list(shown: &Shown, lit: &Lit) -> Html {
    let (dated, undated) = ordered(shown);
    let heading = format!("h{}", (shown.state.page.heading + 2).clamp(3, 6));
    html! {
        <div class="events">
            <@{heading.clone()} class="vh">{ shown.locale.text(msg::TIMELINE_LIST) }</@>
            if dated.is_empty() && undated.is_empty() {
                <p class="quiet">{ shown.locale.text(msg::EMPTY_EVENTS) }</p>
            }
            <ol role="list">{ for dated.iter().map(|(id, known)| item(shown, lit, *id, *known, &dated)) }</ol>
            if !undated.is_empty() {
                <div class="tray">
                    <@{heading} class="tray-title">{ shown.locale.text(msg::TIMELINE_UNDATED) }</@>
                    <ol role="list">{ for undated.iter().map(|(id, known)| item(shown, lit, *id, *known, &[])) }</ol>
                </div>
            }
        </div>
    }
}

type Listed = Vec<(EventId, Known)>;

/// The events left: the dated ones by the last day that they can have been, and the others.
///
/// A year therefore stands after the days of that year. That is no claim: what cannot be ordered says so.
fn ordered(shown: &Shown) -> (Listed, Listed) {
    let date = |id: EventId| shown.catalogue.data.event(id).date;
    let (mut dated, undated): (Listed, Listed) = shown.selection.events.iter().partition(|(id, _)| date(*id).is_some());
    dated.sort_by_key(|(id, _)| date(*id).map_or(Day::MAX, |date| last(&date)));
    (dated, undated)
}

fn last(date: &Edtf) -> Day {
    date.interval().end.date().map_or(Day::MAX, |date| date.last())
}

fn item(shown: &Shown, lit: &Lit, id: EventId, known: Known, others: &[(EventId, Known)]) -> Html {
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
    let order = unordered(shown, id, others);
    html! {
        <li key={id.0} class={classes!(hue(event.partnership), known_class(known), lit.event(id).then_some("lit"))}>
            <button type="button" class="plain" data-select={shown.target(Target::Event(id))}>
                if let Some(date) = &event.date {
                    <time class="when" datetime={datetime(date)}>{ words }</time>
                } else if !words.is_empty() {
                    <span class="when">{ words }</span>
                }
                <span class="what">{ shown.text(&event.name).to_owned() }</span>
            </button>
            <span class="act">{ locale.event_kind(event.kind) }</span>
            if let Some(note) = note { <span class="note">{ note }</span> }
            if let Some(order) = order { <span class="note">{ order }</span> }
        </li>
    }
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

/// Says so where the order of this event and an earlier line cannot be known; the fewest lines that need it.
fn unordered(shown: &Shown, id: EventId, others: &[(EventId, Known)]) -> Option<String> {
    let data = &shown.catalogue.data;
    let interval = |id: EventId| data.event(id).date.map(|date| date.interval());
    let own = interval(id)?;
    let before = others.iter().map(|(other, _)| *other).take_while(|other| *other != id);
    let mut clashes = before.filter(|other| {
        let relation = interval(*other).map(|other| other.relation(&own));
        matches!(relation, Some(Relation::Overlapping | Relation::Undetermined))
    });
    match (clashes.next(), clashes.next()) {
        (Some(other), None) => {
            Some(shown.locale.format(msg::ORDER_UNKNOWN_TO, &[Arg::Text("other", shown.text(&data.event(other).name))]))
        }
        _ => None,
    }
}
