//! What was done between two days, in words.

use crate::controls::linked;
use crate::el::{El, el};
use atlas_core::compare::{Act, Deed, brought_in};
use atlas_core::locale::{Arg, msg};
use atlas_core::model::{Coverage, EventId};
use atlas_core::query::Target;
use atlas_core::shown::Shown;
use atlas_core::summary::Summary;
use atlas_core::time::known::State;
use atlas_core::words::Words;
use yew::prelude::*;

/// How many acts are told between two days: of a large dataset the list of events has the others, marked.
const LINES: usize = 50;

/// What was done since the other day: in a line, then one by one in the order of dates.
pub fn acts(shown: &Shown) -> Option<El> {
    let since = shown.since?;
    let (earlier, later) = (since.min(shown.selection.day), since.max(shown.selection.day));
    let summary = Summary::of(&shown.catalogue, &shown.selection, &shown.acts, since);
    let lines =
        shown.acts.iter().enumerate().take(LINES).map(|(at, act)| line(shown, act, &shown.acts[..at])).collect();
    let more = shown.acts.len().saturating_sub(LINES) as u32;
    let rest = || el("p").text(shown.locale.format(msg::COMPARE_MORE, &[Arg::Number("n", more)]));
    let summary = el("p").class("summary").text(summary.words(shown.locale, earlier, later));
    Some(el("div").class("changes").el(summary).el(el("ul").list(lines)).opt((more > 0).then(rest)))
}

/// "28 August 2020: Extension of the Programme endorsed", what that meant, and what of it cannot be known.
fn line(shown: &Shown, act: &Act, before: &[Act]) -> Html {
    let data = &shown.catalogue.data;
    let (target, mut notes) = match act.what {
        Deed::Event(id) => (Target::Event(id), meaning(shown, id)),
        Deed::Ended(id) => (Target::Instrument(id), vec![shown.locale.state(State::Ended)]),
    };
    if !act.is_sure {
        notes.push(shown.locale.text(msg::COMPARE_UNDETERMINED));
    }
    notes.extend(order_unknown(shown, act, before));
    let name = match act.what {
        Deed::Event(id) => &data.event(id).name,
        Deed::Ended(id) => &data.instrument(id).short,
    };
    let tail =
        if notes.is_empty() { Words::default() } else { Words::from("\u{a0}– ").and(Words::join(notes, "; ")) };
    let date = el("li").text(shown.date(Some(&act.date)).and(": "));
    linked(date, "link", shown, target, shown.text(name)).text(tail).html()
}

/// What an event meant for the instruments: the term that it made known in place of another, the sectors that it brought in.
fn meaning(shown: &Shown, event: EventId) -> Vec<Words> {
    let data = &shown.catalogue.data;
    let mut notes = Vec::new();
    for (id, row) in data.instruments() {
        let short = shown.text(&row.short);
        let mut former = None;
        for term in data.terms(id) {
            if let Some(former) = former.replace(term.term).filter(|_| term.event == event) {
                let terms =
                    [Arg::Words("from", &shown.locale.term(&former)), Arg::Words("to", &shown.locale.term(&term.term))];
                let words = shown.locale.format(msg::COMPARE_TERM, &terms);
                // The name of the event says of what, where it is about one instrument.
                notes.push(if data.event(event).instruments.len() > 1 {
                    short.clone().and(": ").and(words)
                } else {
                    words
                });
            }
        }
        if row.adopted == Some(event) {
            for (coverage, sectors) in brought_in(&shown.catalogue, &shown.selection, id) {
                let names = Words::join(sectors.iter().map(|sector| shown.text(&data.sector(*sector).name)), ", ");
                let args = [Arg::Words("instrument", &short), Arg::Words("sectors", &names)];
                notes.push(match coverage {
                    Coverage::Covered => shown.locale.format(msg::COMPARE_COVERED, &args),
                    Coverage::NamedArea => shown.locale.format(msg::COMPARE_NAMED_AREA, &args),
                    Coverage::Sectoral | Coverage::Exploring => {
                        short.clone().and(", ").and(shown.locale.coverage(coverage)).and(": ").and(names)
                    }
                });
            }
        }
    }
    notes
}

/// That it cannot be known whether an act came before or after others that stand before it.
fn order_unknown(shown: &Shown, act: &Act, before: &[Act]) -> Option<Words> {
    let data = &shown.catalogue.data;
    let mut others = before.iter().filter(|other| act.is_unordered_to(other));
    let first = others.next()?;
    if others.next().is_some() {
        return Some(shown.locale.text(msg::COMPARE_ORDER_UNKNOWN));
    }
    let name = match first.what {
        Deed::Event(id) => shown.text(&data.event(id).name),
        Deed::Ended(id) => shown.text(&data.instrument(id).short),
    };
    Some(shown.locale.format(msg::ORDER_UNKNOWN_TO, &[Arg::Words("other", &name)]))
}
