//! The style of the widget: every style sheet in `src/`, as two texts.

use super::{Result, minify};

/// The sheets of everything that a static view has. `base.css` comes first, since the others build on its properties, and
/// `print.css` last, since paper has the last word.
const STATIC: [&str; 7] = [
    include_str!("../host/base.css"),
    include_str!("../app.css"),
    include_str!("../details/details.css"),
    include_str!("../matrix/matrix.css"),
    include_str!("../notes.css"),
    include_str!("../timeline/timeline.css"),
    include_str!("../print.css"),
];

/// The sheets of what only code can use, which the static view does without.
const OF_CODE: [&str; 3] =
    [include_str!("../host/controls.css"), include_str!("../filters/filters.css"), include_str!("../embed.css")];

/// The style in two parts. Where both are used, that of the code comes first: what is special to a view is said later.
pub struct Style {
    /// Of everything that a static view has.
    pub base: String,
    /// Of what there is besides while code runs.
    pub code: String,
}

impl Style {
    /// The sheets together.
    pub fn new() -> Result<Style> {
        Ok(Style { base: minify::style(&STATIC.join("\n"))?, code: minify::style(&OF_CODE.join("\n"))? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{files, read_text};
    use std::path::Path;

    #[test]
    fn every_style_sheet_is_in_it() {
        let mut sheets = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
        // The studio is a page of its own.
        sheets.retain(|path| {
            path.extension().is_some_and(|extension| extension == "css") && !path.ends_with("studio.css")
        });
        for path in &sheets {
            let sheet = read_text(path).unwrap();
            assert!(STATIC.iter().chain(&OF_CODE).any(|part| *part == sheet), "{}", path.display());
        }
        assert_eq!(sheets.len(), STATIC.len() + OF_CODE.len());
    }
}
