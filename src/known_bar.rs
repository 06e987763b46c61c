//! "As known on": the day in words, what it means for the instruments, and the controls that move it.

use crate::controls::{button, linked};
use crate::el::{El, el, hidden, sign};
use crate::view::Props;
use atlas_core::compare::{Act, Deed, brought_in};
use atlas_core::locale::{Arg, Msg, msg};
use atlas_core::model::{Coverage, EventId};
use atlas_core::query::{AsOf, Target};
use atlas_core::shown::Shown;
use atlas_core::state::Action;
use atlas_core::time::known::State;
use atlas_core::time::{Day, Edtf};
use atlas_core::words::Words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many acts are told between two days: of a large dataset the list of events has the others, marked.
const LINES: usize = 50;

/// The bar over both views.
pub fn known_bar(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let step = |action, name, arrow, words| {
        sign(button(&props.act, action).attr("data-step", name), arrow, locale.text(words))
    };
    let today = button(&props.act, Action::AsOf(AsOf::Today))
        .flag("aria-pressed", shown.state.query.as_of == AsOf::Today)
        .text(locale.text(msg::AS_KNOWN_TODAY));
    let playing = shown.state.interface.playing;
    let play = button(&props.act, Action::Play(!playing)).flag("aria-pressed", playing).text(locale.text(if playing {
        msg::AS_KNOWN_STOP
    } else {
        msg::AS_KNOWN_PLAY
    }));
    let controls = el("div")
        .class("controls")
        .el(field(props, msg::AS_KNOWN_LABEL, shown.state.day(), |day| Action::AsOf(AsOf::On(day))))
        .el(el("span").class("joined").el(step(Action::Earlier, "prev", "‹", msg::AS_KNOWN_EARLIER)).el(step(
            Action::Later,
            "next",
            "›",
            msg::AS_KNOWN_LATER,
        )))
        .el(play)
        .el(today)
        .child(compare(props));
    let sentence = el("p").class("sentence").el(el("strong").text(sentence_head(shown))).text(sentence_tail(shown));
    let words = el("div").class("known-words").el(sentence).opt(horizon(shown)).opt(changes(shown));
    let controls = if shown.state.is_still() { standing(shown) } else { controls };
    el("div").class("known").attr("part", "known").el(words).el(controls).html()
}

/// Instead of the controls: when the data were checked; and, once the code should have come, that it has not.
fn standing(shown: &Shown) -> El {
    let note = el("p").class("waiting").text(shown.locale.text(msg::STILL_NOTE));
    el("div").class("standing").el(el("p").text(shown.data_date())).el(note)
}

/// A field for a day.
fn field(props: &Props, label: Msg, day: Day, action: fn(Day) -> Action) -> El {
    let act = props.act.clone();
    let typed = Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(day) = input.and_then(|input| Day::parse(&input.value())) {
            act.emit(action(day));
        }
    });
    let input = el("input")
        .attr("type", "date")
        .class("field")
        .attr("min", "1900-01-01")
        .attr("max", "9999-12-31")
        .kept(day.to_string().into())
        .on_change(typed);
    el("label").el(hidden(props.shown.locale.text(label))).el(input)
}

/// The second day: a button that asks for it, or the field and the way out.
fn compare(props: &Props) -> Html {
    let shown = &props.shown;
    let words = |name| shown.locale.text(name);
    let Some(day) = shown.state.query.compare else {
        let first = shown
            .state
            .interface
            .came_from
            .unwrap_or_else(|| shown.state.earlier(&shown.catalogue).unwrap_or(shown.state.day()));
        return button(&props.act, Action::Compare(Some(first))).text(words(msg::COMPARE_WITH)).html();
    };
    let stop = button(&props.act, Action::Compare(None))
        .attr("title", shown.locale.plain(msg::COMPARE_STOP))
        .el(el("span").class("cross").attr("aria-hidden", "true"))
        .el(hidden(words(msg::COMPARE_STOP)));
    el("span")
        .class("compare")
        .el(el("span").text(words(msg::COMPARE_WITH)))
        .el(field(props, msg::COMPARE_LABEL, day, |day| Action::Compare(Some(day))))
        .el(stop)
        .html()
}

/// After the latest dated event the source is silent, which must not be read as "nothing happened".
fn horizon(shown: &Shown) -> Option<El> {
    let data = &shown.catalogue.data;
    let last = |date: &Edtf| date.interval().end.date().map_or(Day::MIN, |date| date.last());
    let latest = data.events().filter_map(|(_, event)| event.date).max_by_key(last)?;
    let date = shown.locale.edtf(&latest);
    let note =
        || el("p").class("horizon").text(shown.locale.format(msg::AS_KNOWN_HORIZON, &[Arg::Words("date", &date)]));
    (shown.selection.day > last(&latest)).then(note)
}

/// What was done since the other day, in a short list in the order of dates.
fn changes(shown: &Shown) -> Option<El> {
    let since = shown.since?;
    let (earlier, later) = (since.min(shown.selection.day), since.max(shown.selection.day));
    let lines =
        shown.acts.iter().enumerate().take(LINES).map(|(at, act)| line(shown, act, &shown.acts[..at])).collect();
    let more = shown.acts.len().saturating_sub(LINES) as u32;
    let rest = || el("p").text(shown.locale.format(msg::COMPARE_MORE, &[Arg::Number("n", more)]));
    let dates = [Arg::Words("from", &shown.locale.day(earlier)), Arg::Words("to", &shown.locale.day(later))];
    let none = shown.acts.is_empty().then(|| el("p").text(shown.locale.text(msg::COMPARE_NONE)));
    let title = el("p").class("label").text(shown.locale.format(msg::COMPARE_SENTENCE, &dates));
    Some(el("div").class("changes").el(title).opt(none).el(el("ul").list(lines)).opt((more > 0).then(rest)))
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

/// "As known on 15 October 2019".
fn sentence_head(shown: &Shown) -> Words {
    shown.locale.format(msg::AS_KNOWN, &[Arg::Words("date", &shown.locale.day(shown.selection.day))])
}

/// ": 4 of 6 instruments within their stated terms, 2 without a stated term."
fn sentence_tail(shown: &Shown) -> Words {
    let locale = shown.locale;
    let total = shown.selection.standings.len() as u32;
    let count = |state| shown.selection.in_state(state) as u32;
    let first = [Arg::Number("inforce", count(State::InForce)), Arg::Number("total", total)];
    let rest = [
        (State::Open, msg::AS_KNOWN_OPEN),
        (State::Ended, msg::AS_KNOWN_ENDED),
        (State::NotYetAdopted, msg::AS_KNOWN_NOT_YET_ADOPTED),
        (State::Undetermined, msg::AS_KNOWN_UNDETERMINED),
    ];
    let mut out = Words::from(": ").and(locale.format(msg::AS_KNOWN_COUNT, &first));
    for (state, message) in rest {
        let n = count(state);
        if n > 0 {
            out = out.and(", ").and(locale.format(message, &[Arg::Number("n", n)]));
        }
    }
    out.and(".")
}
