//! The command line for people with data: check a folder of tables, ask it, pack it, make a sample.
//!
//! Owns arguments, output, exit codes and the clock; the work is the library's. Results go to the standard output,
//! complaints about the usage to the standard error. The problems of the data are the result of `check`; of any other
//! command they are a complaint. Exit codes: 0 done, 1 problems in the data, 2 usage.

use atlas::bundle::SCRIPT;
use atlas::bundle::prerender::Static;
use atlas::bundle::single::Single;
use atlas::export;
use atlas::locale::Locale;
use atlas::model::Dataset;
use atlas::query::{Catalogue, Selection, url};
use atlas::time::Day;
use atlas::{dataset, packed};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

const HELP: &str = "\
atlas: the Cooperation Atlas on the command line

Usage:
  atlas check DIR                        list every problem of a data package
  atlas query DIR 'QUERY' [--today DAY]  answer a query as JSON, as in 'as-of=2019-10-15&sector=energy'
  atlas pack DIR -o FILE.atlas           pack a data package for the element's `src`
  atlas pack DIR -o FILE.html [--lang L] [--script FILE]
                                         pack it into a single page that opens from disk
  atlas sample --activities N -o DIR     write a made-up data package with N activities
  atlas --help | --version

A single page is in the first language of the data, or in L, and readers can switch. It has the script of a release
inside: cooperation-atlas.js, which lies beside this program, in the current folder or in dist/, or is FILE.
The day of a query without `as-of` is today: YYYY-MM-DD as `--today` has it, else the machine's date in UTC.
Exit codes: 0 done, 1 problems in the data, 2 usage.
";

/// Why a command did not do what was asked.
enum Failure {
    /// The data has problems; they are written already.
    Data,
    /// The command was called wrongly, or a file could not be written: the reason.
    Usage(String),
}

type Outcome = Result<(), Failure>;

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Data) => ExitCode::from(1),
        Err(Failure::Usage(reason)) => {
            let _ = writeln!(io::stderr(), "atlas: {reason}\nTry `atlas --help`.");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: impl Iterator<Item = OsString>) -> Outcome {
    let mut arguments = Arguments(arguments.collect());
    match arguments.command().as_deref() {
        Some("check") => check(arguments),
        Some("query") => query(arguments),
        Some("pack") => pack(arguments),
        Some("sample") => sample(arguments),
        Some("--help" | "-h" | "help") => arguments.end().map(|()| print(HELP)),
        Some("--version" | "-V") => arguments.end().map(|()| print(concat!("atlas ", env!("CARGO_PKG_VERSION"), "\n"))),
        Some(other) if other.starts_with('-') => usage(format!("unknown option `{other}`")),
        Some(other) => usage(format!("unknown command `{other}`, expected check, query, pack or sample")),
        None => usage("no command, expected check, query, pack or sample"),
    }
}

/// `atlas check DIR`
fn check(mut arguments: Arguments) -> Outcome {
    arguments.only(&[])?;
    let dir = arguments.path("DIR")?;
    arguments.end()?;
    let dataset = read(&dir, print)?;
    let tables = dataset.tables();
    print(&format!(
        "{}: no problems in {} partnerships, {} sectors, {} instruments, {} coverage records, {} events, {} activities\n",
        dir.display(),
        tables.partnerships.len(),
        tables.sectors.len(),
        tables.instruments.len(),
        tables.coverage.len(),
        tables.events.len(),
        tables.activities.len(),
    ));
    Ok(())
}

/// `atlas query DIR 'QUERY' [--today DAY]`
///
/// What the query names and the data does not have is no failure: it stands in the result's `rejected`.
fn query(mut arguments: Arguments) -> Outcome {
    arguments.only(&["--today"])?;
    let today = match arguments.optional("--today", "DAY")? {
        Some(text) => match text.to_str().and_then(Day::parse) {
            Some(day) => day,
            None => return usage(format!("`--today {}` should be a day as 2019-10-15", text.display())),
        },
        None => today(),
    };
    let dir = arguments.path("DIR")?;
    let text = arguments.path("QUERY")?;
    arguments.end()?;
    let Some(text) = text.to_str() else { return usage(format!("`{}` should be UTF-8", text.display())) };
    let catalogue = Catalogue::new(read(&dir, complain)?);
    let (query, rejected) = url::parse(text, &catalogue.data);
    let selection = Selection::of(&catalogue, &query, today);
    print(&export::result(&catalogue, &query, &selection, &rejected));
    print("\n");
    Ok(())
}

/// The machine's civil date in UTC: the standard library knows no time zones, and `--today` sets another.
fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i32::try_from(seconds / 86_400).ok().and_then(|days| Day::try_from(days).ok()).unwrap_or(Day::MAX)
}

/// `atlas pack DIR -o FILE.atlas`, or `FILE.html [--lang L] [--script FILE]`
fn pack(mut arguments: Arguments) -> Outcome {
    let file = PathBuf::from(arguments.clone().option("-o", "FILE")?);
    let html = match file.extension().and_then(|extension| extension.to_str()) {
        Some("atlas") => false,
        Some("html") => true,
        _ => return usage(format!("`{}` should end in .atlas or .html", file.display())),
    };
    arguments.only(if html { &["-o", "--lang", "--script"] } else { &["-o"] })?;
    arguments.option("-o", "FILE")?;
    let lang = match arguments.optional("--lang", "L")? {
        Some(tag) => match tag.to_str().and_then(Locale::from_tag) {
            Some(locale) => locale,
            None => return usage(format!("`--lang {}` should be one of {}", tag.display(), languages())),
        },
        None => Locale::ENGLISH,
    };
    let script = arguments.optional("--script", "FILE")?.map(PathBuf::from);
    let dir = arguments.path("DIR")?;
    arguments.end()?;
    let script = if html { read_script(script)? } else { String::new() };
    let data = read(&dir, complain)?;
    let mut bytes = packed::write(data.tables());
    if html {
        let page =
            Static::of(data, lang, 1, None).and_then(|page| Ok(Single::of_file(&script)?.page(&page, Some(&bytes))));
        bytes = page.or_else(usage)?.into_bytes();
    }
    replace(&file, &bytes).or_else(|error| usage(format!("cannot write `{}`: {error}", file.display())))?;
    print(&format!("{}: {} bytes\n", file.display(), bytes.len()));
    Ok(())
}

fn languages() -> String {
    Locale::ALL.map(Locale::tag).join(", ")
}

/// The script of a release: the one named, or the first that is found.
fn read_script(named: Option<PathBuf>) -> Result<String, Failure> {
    let beside = std::env::current_exe().ok().map(|own| own.with_file_name(SCRIPT));
    let found =
        || beside.into_iter().chain([SCRIPT.into(), Path::new("dist").join(SCRIPT)]).find(|path| path.is_file());
    let Some(path) = named.or_else(found) else {
        return usage(format!("no {SCRIPT} beside this program, here or in dist/; name one with --script"));
    };
    std::fs::read_to_string(&path).or_else(|error| usage(format!("cannot read `{}`: {error}", path.display())))
}

/// `atlas sample --activities N -o DIR`
fn sample(mut arguments: Arguments) -> Outcome {
    arguments.only(&["--activities", "-o"])?;
    let number = arguments.option("--activities", "N")?;
    let dir = PathBuf::from(arguments.option("-o", "DIR")?);
    arguments.end()?;
    let activities = number.to_str().and_then(|number| number.parse().ok());
    let Some(activities) = activities.filter(|number| *number <= dataset::sample::MOST) else {
        let most = dataset::sample::MOST;
        return usage(format!("`--activities {}` should be a number up to {most}", number.display()));
    };
    dataset::sample::write(&dir, activities)
        .or_else(|error| usage(format!("cannot write `{}`: {error}", dir.display())))?;
    print(&format!("{}: a synthetic data package with {activities} activities\n", dir.display()));
    Ok(())
}

/// Reads a folder; `tell` gets its problems, one a line, with their number below.
fn read(dir: &Path, tell: fn(&str)) -> Result<Dataset, Failure> {
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

/// Writes a file as a whole or not at all: beside it first, then in its place.
fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = file.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = file.with_file_name(name);
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, file));
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}

/// Prints; a reader that closes the pipe early (`atlas check DIR | head`) is no failure.
fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

fn usage<T>(reason: impl Into<String>) -> Result<T, Failure> {
    Err(Failure::Usage(reason.into()))
}

/// The arguments that no command has taken yet.
#[derive(Clone)]
struct Arguments(Vec<OsString>);

impl Arguments {
    /// Takes the first.
    fn command(&mut self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.remove(0).to_string_lossy().into_owned())
    }

    /// No option but these may be given.
    fn only(&self, options: &[&str]) -> Outcome {
        let is_unknown = |argument: &&OsString| {
            argument.to_string_lossy().starts_with('-') && !options.iter().any(|option| argument == option)
        };
        match self.0.iter().find(is_unknown) {
            Some(option) => usage(format!("unknown option `{}`", option.display())),
            None => Ok(()),
        }
    }

    /// Takes an option that must be given, with its value.
    fn option(&mut self, name: &str, value: &str) -> Result<OsString, Failure> {
        match self.optional(name, value)? {
            Some(given) => Ok(given),
            None => usage(format!("missing option `{name} {value}`")),
        }
    }

    /// Takes an option that may be given, with its value.
    fn optional(&mut self, name: &str, value: &str) -> Result<Option<OsString>, Failure> {
        let Some(position) = self.0.iter().position(|argument| argument == name) else { return Ok(None) };
        if position + 1 == self.0.len() {
            return usage(format!("option `{name}` without its value {value}"));
        }
        self.0.remove(position);
        Ok(Some(self.0.remove(position)))
    }

    /// Takes the next argument.
    fn path(&mut self, name: &str) -> Result<PathBuf, Failure> {
        if self.0.is_empty() { usage(format!("missing argument {name}")) } else { Ok(self.0.remove(0).into()) }
    }

    /// Nothing may be left.
    fn end(&self) -> Outcome {
        match self.0.first() {
            Some(argument) => usage(format!("unexpected argument `{}`", argument.display())),
            None => Ok(()),
        }
    }
}
