//! "As known on": the day in words, what it means for the instruments, and the controls that move it.

use crate::locale::{Arg, msg};
use crate::query::AsOf;
use crate::state::{Action, Shown};
use crate::time::Day;
use crate::time::known::State;
use crate::view::Props;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The bar over both views.
#[component]
pub fn KnownBar(props: &Props) -> Html {
    let shown = &props.shown;
    let act = props.act.clone();
    let onchange = Callback::from(move |event: Event| {
        let typed = event.target_dyn_into::<HtmlInputElement>().and_then(|input| Day::parse(&input.value()));
        if let Some(day) = typed {
            act.emit(Action::AsOf(AsOf::On(day)));
        }
    });
    let today = shown.state.query.as_of == AsOf::Today;
    let locale = shown.locale;
    html! {
        <div class="known" part="known">
            <p class="sentence" role="status"><strong>{ sentence_head(shown) }</strong>{ sentence_tail(shown) }</p>
            <div class="controls">
                <label>
                    <span class="vh">{ locale.text(msg::AS_KNOWN_LABEL) }</span>
                    <input type="date" class="field" min="1900-01-01" max="9999-12-31" value={shown.state.day().to_string()} {onchange} />
                </label>
                <span class="joined">
                    <button type="button" data-step="prev" title={locale.text(msg::AS_KNOWN_EARLIER)} onclick={props.on(Action::Earlier)}>
                        <span aria-hidden="true">{ "‹" }</span><span class="vh">{ locale.text(msg::AS_KNOWN_EARLIER) }</span>
                    </button>
                    <button type="button" data-step="next" title={locale.text(msg::AS_KNOWN_LATER)} onclick={props.on(Action::Later)}>
                        <span aria-hidden="true">{ "›" }</span><span class="vh">{ locale.text(msg::AS_KNOWN_LATER) }</span>
                    </button>
                </span>
                <button type="button" aria-pressed={today.to_string()} onclick={props.on(Action::AsOf(AsOf::Today))}>
                    { locale.text(msg::AS_KNOWN_TODAY) }
                </button>
            </div>
        </div>
    }
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
    let first = locale
        .format(msg::AS_KNOWN_COUNT, &[Arg::Number("inforce", count(State::InForce)), Arg::Number("total", total)]);
    let rest = [
        (State::Open, msg::AS_KNOWN_OPEN),
        (State::Ended, msg::AS_KNOWN_ENDED),
        (State::NotYetAdopted, msg::AS_KNOWN_NOT_YET_ADOPTED),
        (State::Undetermined, msg::AS_KNOWN_UNDETERMINED),
    ];
    let mut out = [": ", &first].concat();
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
