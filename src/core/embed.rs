//! What an editor chooses in the dialog "Embed", and where the script came from.

use crate::locale::Locale;
use crate::query::View;

/// What the editor has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Embed {
    /// How it comes into the page.
    pub way: Way,
    /// In which language.
    pub lang: Locale,
    /// Which views.
    pub view: View,
    /// In which colours.
    pub theme: Theme,
}

/// How the atlas comes into a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A script and an element.
    Script,
    /// An `<iframe>`.
    Frame,
    /// A table and a list, without any script.
    Html,
}

impl Way {
    /// All of them, the best first.
    pub const ALL: [Way; 3] = [Way::Script, Way::Frame, Way::Html];
}

/// The attribute `theme`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the page around it.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// Its value.
    pub fn id(self) -> &'static str {
        ["auto", "light", "dark"][self as usize]
    }
}

/// Where the script came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Its address; empty where it has none.
    pub script: String,
    /// Its `integrity`; empty where the browser cannot compute it.
    pub integrity: String,
}
