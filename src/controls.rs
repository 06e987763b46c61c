//! Controls that all views share: elements that send an action or say what was clicked.

use crate::el::{El, el, hidden};
use crate::opener::Opener;
use crate::view::Props;
use atlas_core::edition::Edition;
use atlas_core::locale::msg;
use atlas_core::query::Target;
use atlas_core::state::Action;
use yew::prelude::*;

/// A button that sends an action.
#[inline(never)]
pub fn button(act: &Callback<Action>, action: Action) -> El {
    let act = act.clone();
    el("button").attr("type", "button").on_click(Callback::from(move |_| act.emit(action.clone())))
}

/// A button that closes what it stands in.
pub fn closer(props: &Props, close: Action) -> El {
    let locale = props.shown.locale;
    button(&props.act, close)
        .class("plain close")
        .attr("title", locale.plain(msg::CLOSE))
        .el(el("span").class("cross").attr("aria-hidden", "true"))
        .el(hidden(locale.text(msg::CLOSE)))
}

/// Marks what selects a target when it is clicked: the root listens once for all, see `app`.
#[inline(never)]
pub fn selecting(place: El, edition: &Edition, target: Target) -> El {
    Opener::Selection(target).mark(edition, place)
}

/// A button that selects a target, and looks like what is around it (`plain`) or like a link (`link`).
#[inline(never)]
pub fn selector(class: &'static str, edition: &Edition, target: Target) -> El {
    selecting(el("button").attr("type", "button").class(class), edition, target)
}
