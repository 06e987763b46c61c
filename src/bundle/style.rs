//! The style of the widget: every style sheet in `src/`, as one text.

use super::{Result, files, read_text, squeeze};
use std::path::Path;

/// The sheets in a fixed order: `host/base.css` first, since the others build on its properties, then by path.
pub fn collect(source: &Path) -> Result<String> {
    let base = source.join("host/base.css");
    let mut sheets = files(source)?;
    sheets.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    sheets.sort_by_key(|path| *path != base);
    let texts = sheets.iter().map(|path| read_text(path)).collect::<Result<Vec<_>>>()?;
    Ok(squeeze::style(&texts.join("\n")))
}
