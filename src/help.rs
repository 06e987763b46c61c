//! "Keyboard": a dialog with the map of the keys.

use crate::el::{El, button, el, heading, closer};
use atlas_core::locale::{Msg, msg};
use atlas_core::state::Action;
use crate::view::Props;
use yew::prelude::*;

/// The name by which the focus finds back to what opened the dialog.
const OPENER: &str = "help";

/// Every key that does something, and what. They are extras: Tab and Enter reach everything, and no key is taken from the
/// browser or from a screen reader.
const KEYS: [(&str, Msg); 5] = [
    ("Tab, Shift + Tab", msg::KEY_TAB),
    ("Enter", msg::KEY_ENTER),
    ("← ↑ → ↓", msg::KEY_ARROWS),
    ("+ − 0", msg::KEY_ZOOM),
    ("Esc", msg::KEY_ESCAPE),
];

/// The button that opens it.
pub fn opener(props: &Props) -> El {
    button(&props.act, Action::Help(true))
        .class("link")
        .attr("data-panel", OPENER)
        .attr("aria-haspopup", "dialog")
        .text(props.shown.locale.text(msg::KEYS))
}

/// The dialog; the host opens it as one over the page.
pub fn dialog(props: &Props) -> Html {
    let shown = &props.shown;
    let row = |(key, name): (&'static str, Msg)| {
        el("div").el(el("dt").el(el("kbd").text(key))).el(el("dd").text(shown.locale.text(name))).html()
    };
    el("dialog")
        .class("embed keys")
        .attr("data-opener", OPENER)
        .attr("aria-label", shown.locale.plain(msg::KEYS))
        .el(closer(props, Action::Help(false)))
        .el(heading(shown.state.page.heading + 1).class("section-title").text(shown.locale.text(msg::KEYS)))
        .el(el("dl").list(KEYS.into_iter().map(row).collect()))
        .html()
}
