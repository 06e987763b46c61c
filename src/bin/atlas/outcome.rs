//! How a command ends, and what all commands say alike.

use atlas::dataset;
use atlas::model::Dataset;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

/// Why a command did not do what was asked.
pub enum Failure {
    /// The data has problems; they are written already.
    Data,
    /// The command was called wrongly, or a file could not be written: the reason.
    Usage(String),
}

pub type Outcome<T = ()> = Result<T, Failure>;

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Failure {
        Failure::Usage(match error {
            lexopt::Error::UnexpectedOption(option) => format!("unknown option `{option}`"),
            lexopt::Error::UnexpectedArgument(argument) => format!("unexpected argument `{}`", argument.display()),
            lexopt::Error::MissingValue { option: Some(option) } => format!("option `{option}` without its value"),
            other => other.to_string(),
        })
    }
}

/// Ends a command for this reason.
pub fn usage<T>(reason: impl Into<String>) -> Outcome<T> {
    Err(Failure::Usage(reason.into()))
}

/// An argument or option that must be given, as the help calls it.
pub fn given(what: &str, value: Option<OsString>) -> Outcome<OsString> {
    value.ok_or_else(|| Failure::Usage(format!("missing {what}")))
}

/// Reads a folder; `tell` gets its problems, one a line, with their number below.
pub fn read(dir: &Path, tell: fn(&str)) -> Outcome<Dataset> {
    if !dir.is_dir() {
        return usage(format!("no such folder `{}`", dir.display()));
    }
    dataset::read(dir).map_err(|problems| {
        let number = match problems.len() {
            1 => "1 problem".into(),
            number => format!("{number} problems"),
        };
        tell(&format!("{problems}{}: {number}\n", dir.display()));
        Failure::Data
    })
}

/// Prints; a reader that closes the pipe early (`atlas check DIR | head`) is no failure.
pub fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

/// The same for what is no result.
pub fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
