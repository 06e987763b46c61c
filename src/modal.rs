//! What the dialogs have in common: the button that opens one, the frame around it, and the place that speaks.

use crate::controls::{button, closer};
use crate::el::{El, el, heading};
use crate::opener::Opener;
use crate::view::Props;
use atlas_core::locale::Msg;
use atlas_core::state::Action;

/// The button that opens a dialog.
pub fn opener(props: &Props, opener: Opener, name: Msg, open: Action) -> El {
    opener
        .mark(&props.shown, button(&props.act, open).class("link"))
        .attr("aria-haspopup", "dialog")
        .text(props.shown.locale.text(name))
}

/// A dialog down to its heading; the host opens it as one over the page.
pub fn dialog(props: &Props, opener: Opener, class: &'static str, name: Msg, close: Action) -> El {
    let shown = &props.shown;
    opener
        .mark_opened(shown, el("dialog").class(class))
        .attr("aria-label", shown.locale.plain(name))
        .el(speaker())
        .el(closer(props, close))
        .el(heading(shown.state.heading() + 1).class("section-title").text(shown.locale.text(name)))
}

/// The one place that speaks; the host fills it once changes have ended. While a dialog is open it stands in there, since
/// nothing under a dialog is heard.
pub fn speaker() -> El {
    el("p").class("vh").attr("role", "status")
}
