//! Copies of this repository with some of its text replaced, in which something is tried.
//!
//! Owns the replacing and the copying; `weigh` and `bite` say what is replaced, and what for.

use crate::place::Result;
use std::fs;
use std::path::Path;

/// A text that is replaced in a file wherever it stands there.
#[derive(Clone, Copy)]
pub struct Edit {
    /// The file, from the folder of the repository on.
    pub file: &'static str,
    /// What stands there.
    pub from: &'static str,
    /// What takes its place.
    pub to: &'static str,
}

/// The same in a line.
pub const fn edit(file: &'static str, from: &'static str, to: &'static str) -> Edit {
    Edit { file, from, to }
}

/// Brings a file, or all in a folder, into the copy with its edits; what is the same there is left alone, as cargo goes by time.
pub fn renew(from: &Path, to: &Path, path: &Path, edits: &[Edit]) -> Result<()> {
    let (source, target) = (from.join(path), to.join(path));
    let problem = |error: std::io::Error| format!("{}: {error}", source.display());
    if source.is_dir() {
        fs::create_dir_all(&target).map_err(problem)?;
        for entry in fs::read_dir(&source).map_err(problem)? {
            renew(from, to, &path.join(entry.map_err(problem)?.file_name()), edits)?;
        }
        return Ok(());
    }
    let mut bytes = fs::read(&source).map_err(problem)?;
    for edit in edits.iter().filter(|edit| Path::new(edit.file) == path) {
        bytes = edit.apply(&String::from_utf8_lossy(&bytes))?.into_bytes();
    }
    if fs::read(&target).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    target.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&target, bytes)).map_err(problem)
}

impl Edit {
    fn apply(&self, text: &str) -> Result<String> {
        if !text.contains(self.from) {
            return Err(format!("{}: no `{}`, which a copy has replaced", self.file, self.from));
        }
        Ok(text.replace(self.from, self.to))
    }

    /// Panics if the text is not in the file any more.
    #[cfg(test)]
    pub fn finds_its_place(&self) {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(self.file)).unwrap();
        self.apply(&text).unwrap();
    }
}
