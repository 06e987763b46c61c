//! "As known on": the day in words, what it means for the instruments, and the controls that move it.

use crate::el::{button, el, hidden, sign};
use crate::locale::{Arg, msg};
use crate::query::AsOf;
use crate::state::{Action, Shown};
use crate::time::Day;
use crate::time::known::State;
use crate::view::Props;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The bar over both views.
pub fn known_bar(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let act = props.act.clone();
    let typed = Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(day) = input.and_then(|input| Day::parse(&input.value())) {
            act.emit(Action::AsOf(AsOf::On(day)));
        }
    });
    let field = el("input")
        .attr("type", "date")
        .class("field")
        .attr("min", "1900-01-01")
        .attr("max", "9999-12-31")
        .value(shown.state.day().to_string().into())
        .on_change(typed);
    let step = |action, name, arrow, words| sign(button(&props.act, action).attr("data-step", name), arrow, locale.text(words));
    let today = button(&props.act, Action::AsOf(AsOf::Today))
        .flag("aria-pressed", shown.state.query.as_of == AsOf::Today)
        .text(locale.text(msg::AS_KNOWN_TODAY));
    let controls = el("div")
        .class("controls")
        .el(el("label").el(hidden(locale.text(msg::AS_KNOWN_LABEL))).el(field))
        .el(el("span")
            .class("joined")
            .el(step(Action::Earlier, "prev", "‹", msg::AS_KNOWN_EARLIER))
            .el(step(Action::Later, "next", "›", msg::AS_KNOWN_LATER)))
        .el(today);
    let sentence = el("p")
        .class("sentence")
        .attr("role", "status")
        .el(el("strong").text(sentence_head(shown)))
        .text(sentence_tail(shown));
    el("div").class("known").attr("part", "known").el(sentence).el(controls).html()
}

/// "As known on 15 October 2019".
fn sentence_head(shown: &Shown) -> String {
    shown.locale.format(msg::AS_KNOWN, &[Arg::Text("date", &shown.locale.day(shown.selection.day))])
}

/// ": 4 of 6 instruments in force, 2 with no stated term."
fn sentence_tail(shown: &Shown) -> String {
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
    let mut out = [": ", &locale.format(msg::AS_KNOWN_COUNT, &first)].concat();
    for (state, message) in rest {
        let n = count(state);
        if n > 0 {
            out.push_str(", ");
            out.push_str(&locale.format(message, &[Arg::Number("n", n)]));
        }
    }
    out.push('.');
    out
}
