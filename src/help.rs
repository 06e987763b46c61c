//! "Keyboard": a dialog with the map of the keys.

use crate::el::{El, el};
use crate::modal;
use crate::opener::Opener;
use crate::view::Props;
use atlas_core::locale::{Msg, msg};
use atlas_core::state::Action;
use yew::prelude::*;

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
    modal::opener(props, Opener::Keys, msg::KEYS, Action::Help(true))
}

/// The dialog.
pub fn dialog(props: &Props) -> Html {
    let shown = &props.shown;
    let row = |(key, name): (&'static str, Msg)| {
        el("div").el(el("dt").el(el("kbd").text(key))).el(el("dd").text(shown.locale.text(name))).html()
    };
    modal::dialog(props, Opener::Keys, "embed keys", msg::KEYS, Action::Help(false))
        .el(el("dl").list(KEYS.into_iter().map(row).collect()))
        .html()
}
