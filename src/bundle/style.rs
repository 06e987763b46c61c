//! The style of the widget: every style sheet in `src/`, as two texts.

use super::{Result, files, read_text, squeeze};
use std::path::{Path, PathBuf};

/// The sheets of what only code can use, which the static view does without, in their order.
const OF_CODE: [&str; 3] = ["host/controls.css", "filters/filters.css", "embed.css"];

/// The style in two parts. Where both are used, that of the code comes first: what is special to a view is said later.
pub struct Style {
    /// Of everything that a static view has.
    pub base: String,
    /// Of what there is besides while code runs.
    pub code: String,
}

impl Style {
    /// Collects the sheets in a fixed order: `host/base.css` first, since the others build on its properties, then by
    /// path; `print.css` last, since paper has the last word.
    pub fn collect(source: &Path) -> Result<Style> {
        let of_code = OF_CODE.map(|name| source.join(name));
        let (first, last) = (source.join("host/base.css"), source.join("print.css"));
        let mut sheets = files(source)?;
        sheets.retain(|path| path.extension().is_some_and(|extension| extension == "css") && !of_code.contains(path));
        sheets.sort_by_key(|path| (*path == last, *path != first));
        let join = |sheets: &[PathBuf]| -> Result<String> {
            let texts = sheets.iter().map(|path| read_text(path)).collect::<Result<Vec<_>>>()?;
            Ok(squeeze::style(&texts.join("\n")))
        };
        Ok(Style { base: join(&sheets)?, code: join(&of_code)? })
    }
}
