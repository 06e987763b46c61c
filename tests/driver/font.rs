//! The fonts that a browser has: none but one family of sans and one of serif, whatever the machine has.

use std::path::PathBuf;

/// A family by its width. `cargo xtask` installs all three and names their folder in `ATLAS_FONTS`; where it does not,
/// and where browsers do not go by fontconfig, the machine's own fonts are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Font {
    /// DejaVu Sans, the widest that readers are likely to have.
    Wide,
    /// Noto Sans: what pictures are taken with.
    #[default]
    Middle,
    /// Arimo, as wide as Arial.
    Narrow,
}

impl Font {
    /// From the widest on.
    pub const ALL: [Font; 3] = [Font::Wide, Font::Middle, Font::Narrow];

    /// The name of its configuration.
    pub fn name(self) -> &'static str {
        match self {
            Font::Wide => "wide",
            Font::Middle => "middle",
            Font::Narrow => "narrow",
        }
    }

    /// The configuration of fontconfig that knows this family alone.
    pub fn configuration(self) -> Option<PathBuf> {
        Some(PathBuf::from(std::env::var_os("ATLAS_FONTS")?).join(format!("{}.conf", self.name())))
    }
}
