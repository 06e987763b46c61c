//! Who opened what, so that the focus finds back when it closes.
//!
//! # The protocol
//! What has been opened (a panel, a dialog, the details) bears `data-opener` with the id of its [`Opener`]. The button that
//! opens it bears the same id: as `data-panel`; or, where it opens details, as `data-select`, which says what is selected.
//! The one who reads both is `follow` in `host/focus.js`: when what has the focus goes away with what was opened, it gives
//! the focus to the button. While anything with `data-opener` is there, Escape is left to it.

use crate::el::El;
use atlas_core::edition::Edition;
use atlas_core::query::Target;
use atlas_core::state::Panel;
use yew::AttrValue;

/// What a reader uses to open something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opener {
    /// The button over a panel.
    Panel(Panel),
    /// "Embed": opens its dialog.
    Embed,
    /// "Keyboard": opens the map of the keys.
    Keys,
    /// "Take away": opens its dialog.
    Take,
    /// Whatever selects a target: opens its details.
    Selection(Target),
}

impl Opener {
    /// The id in the markup.
    pub fn id(self, edition: &Edition) -> AttrValue {
        match self {
            Opener::Panel(panel) => panel.id().into(),
            Opener::Embed => "embed".into(),
            Opener::Keys => "help".into(),
            Opener::Take => "take".into(),
            Opener::Selection(target) => edition.target(target).into(),
        }
    }

    /// Marks the button that opens.
    pub fn mark(self, edition: &Edition, button: El) -> El {
        let name = if matches!(self, Opener::Selection(_)) { "data-select" } else { "data-panel" };
        button.set(name, self.id(edition))
    }

    /// Marks what has been opened.
    pub fn mark_opened(self, edition: &Edition, opened: El) -> El {
        opened.set("data-opener", self.id(edition))
    }
}
