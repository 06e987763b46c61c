//! How a command ends, and what all commands say alike.

use atlas::dataset::{self, Problem, Problems, Speech, Told};
use atlas::model::Dataset;
use atlas::time::Day;
use atlas_sheets::{File, Reading};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

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

/// Reads a folder of tables, a workbook, an archive or a packed set; `tell` gets its problems, one a line, with their number
/// below. What is doubtful in a workbook is told on the standard error, and is no failure.
pub fn read(source: &Path, tell: fn(&str)) -> Outcome<Dataset> {
    if source.is_dir() {
        return dataset::read(source).map_err(|problems| failed(source, &problems.to_string(), problems.len(), tell));
    }
    let read = reading(source)?.map_err(|why| failed(source, &format!("{}: {why}\n", source.display()), 1, tell))?;
    let told = |problems: &Problems| -> String { problems.iter().map(|problem| line(&read, problem)).collect() };
    let (problems, number) = (told(&read.problems), read.problems.len());
    complain(&told(&read.doubts));
    read.dataset.filter(|_| number == 0).ok_or_else(|| failed(source, &problems, number, tell))
}

/// What is right in a file, and what is wrong with it; why nothing of it can be read.
pub fn reading(source: &Path) -> Outcome<Result<Reading, Told>> {
    let Ok(bytes) = std::fs::read(source) else {
        return usage(format!("no such folder or file `{}`", source.display()));
    };
    let name = source.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(atlas_sheets::open(vec![File { name, bytes }], now()).map(atlas_sheets::read))
}

/// A problem as it is listed: its place, what is wrong, what was expected.
pub fn line(read: &Reading, problem: &Problem) -> String {
    let speech = Speech { sheets: read.places.sheets, ..Speech::default() };
    let (place, what, expected) = (read.places.of(problem), problem.said(speech), problem.expected.said(speech));
    format!("{place}: {what}, expected {expected}\n")
}

/// Tells problems with their number below.
fn failed(source: &Path, problems: &str, number: usize, tell: fn(&str)) -> Failure {
    let number = match number {
        1 => "1 problem".into(),
        number => format!("{number} problems"),
    };
    tell(&format!("{problems}{}: {number}\n", source.display()));
    Failure::Data
}

/// The reader's day: that of the option `--today`, else the machine's civil date in UTC, since the standard library knows no
/// time zones.
pub fn today(option: Option<OsString>) -> Outcome<Day> {
    if let Some(text) = option {
        let day = text.to_str().and_then(Day::parse);
        return day.map_or_else(|| usage(format!("`--today {}` should be a day as 2019-10-15", text.display())), Ok);
    }
    Ok(now())
}

/// The machine's civil date in UTC.
pub fn now() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i32::try_from(seconds / 86_400).ok().and_then(|days| Day::try_from(days).ok()).unwrap_or(Day::MAX)
}

/// Writes a file as a whole or not at all: beside it first, then in its place.
pub fn write(file: &Path, bytes: &[u8]) -> Outcome {
    let mut name = file.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = file.with_file_name(name);
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, file));
    written.or_else(|error| {
        let _ = std::fs::remove_file(&beside);
        usage(format!("cannot write `{}`: {error}", file.display()))
    })
}

/// Prints; a reader that closes the pipe early (`atlas check DIR | head`) is no failure.
pub fn print(text: &str) {
    put(text.as_bytes());
}

/// The same for what need not be text.
pub fn put(bytes: &[u8]) {
    let _ = io::stdout().write_all(bytes);
}

/// The same for what is no result.
pub fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
