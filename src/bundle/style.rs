//! The style of the widget: every style sheet in `src/`, as two texts.

use super::{Result, files, read_text, squeeze};
use std::path::Path;

/// The sheets of what only code can use, which the static view does without.
const OF_CODE: [&str; 2] = ["filters/filters.css", "embed.css"];

/// The style in two parts, of which the second builds on the first.
pub struct Style {
    /// Of everything that a static view has.
    pub base: String,
    /// Of what there is besides while code runs.
    pub code: String,
}

impl Style {
    /// Collects the sheets in a fixed order: `host/base.css` first, since the others build on its properties, then by
    /// path.
    pub fn collect(source: &Path) -> Result<Style> {
        let first = source.join("host/base.css");
        let mut sheets = files(source)?;
        sheets.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
        sheets.sort_by_key(|path| *path != first);
        let join = |of_code: bool| -> Result<String> {
            let chosen = sheets.iter().filter(|path| OF_CODE.iter().any(|name| path.ends_with(name)) == of_code);
            let texts = chosen.map(|path| read_text(path)).collect::<Result<Vec<_>>>()?;
            Ok(squeeze::style(&texts.join("\n")))
        };
        Ok(Style { base: join(false)?, code: join(true)? })
    }
}
