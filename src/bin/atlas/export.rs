//! `atlas export SOURCE --as FORMAT [QUERY] [-o FILE] [--today DAY]`
//!
//! Owns the names of the formats; what stands in them is the core's. The file alone goes to the standard output, and what it
//! has no place for is told on the standard error: what the query names and the data does not have, and how much a calendar
//! leaves out. Neither is a failure.

use crate::outcome::{Failure, Outcome, complain, given, print, read, today, usage, write};
use atlas::export::{self, References, Rows, Style};
use atlas::locale::Locale;
use atlas::model::Dataset;
use atlas::packed;
use atlas::query::{Catalogue, View};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use lexopt::prelude::*;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What can be written.
#[derive(Clone, Copy)]
enum Format {
    /// A table, as CSV.
    Table(Rows),
    /// The result with its records, as JSON.
    Records,
    /// The days, as iCalendar.
    Calendar,
    /// References to what is selected, or to the view.
    Reference(Style),
}

/// The formats by the name that `--as` has, in the order of the help.
const FORMATS: [(&str, Format); 10] = [
    ("cells.csv", Format::Table(Rows::Cells)),
    ("instruments.csv", Format::Table(Rows::Instruments)),
    ("events.csv", Format::Table(Rows::Events)),
    ("activities.csv", Format::Table(Rows::Activities)),
    ("json", Format::Records),
    ("ics", Format::Calendar),
    ("txt", Format::Reference(Style::Plain)),
    ("bib", Format::Reference(Style::Bibtex)),
    ("ris", Format::Reference(Style::Ris)),
    ("csl.json", Format::Reference(Style::Csl)),
];

pub fn run(mut arguments: lexopt::Parser) -> Outcome {
    let (mut source, mut text, mut name, mut file, mut day) = (None, None, None, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("as") => name = Some(arguments.value()?),
            Long("today") => day = Some(arguments.value()?),
            Short('o') => file = Some(PathBuf::from(arguments.value()?)),
            Value(value) if source.is_none() => source = Some(value),
            Value(value) if text.is_none() => text = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let source = PathBuf::from(given("argument SOURCE", source)?);
    let names = || FORMATS.map(|(name, _)| name).join(", ");
    let name = given(&format!("option `--as FORMAT`, one of {}", names()), name)?;
    let Some((_, format)) = FORMATS.into_iter().find(|(own, _)| name == *own) else {
        return usage(format!("`--as {}` should be one of {}", name.display(), names()));
    };
    let today = today(day)?;
    let text = text.unwrap_or_default();
    let Some(text) = text.to_str() else { return usage(format!("`{}` should be UTF-8", text.display())) };

    let catalogue = Rc::new(Catalogue::new(dataset(&source)?));
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    let state = WidgetState::new(today, page).after(Action::Query(text.into()), &catalogue);
    let shown = Shown::of(catalogue, state);
    let (written, told) = written(&shown, format);
    match &file {
        Some(file) => {
            write(file, written.as_bytes())?;
            print(&format!("{}: {} bytes\n", file.display(), written.len()));
        }
        None => print(&written),
    }
    for rejected in &shown.state.interface.rejected {
        complain(&format!("Not understood, and left out of the query: {rejected}\n"));
    }
    complain(&told);
    Ok(())
}

/// The file, and what is to be told of it: a line, or nothing.
fn written(shown: &Shown, format: Format) -> (String, String) {
    let file = match format {
        Format::Table(rows) => export::csv(shown, rows),
        Format::Records => export::records(shown),
        Format::Calendar => {
            let calendar = export::calendar(shown);
            return (calendar.text, calendar.told.map_or_else(String::new, |told| told + "\n"));
        }
        // Where a reader has the view, if anywhere, is not known here: there is no address.
        Format::Reference(style) => match shown.state.query.select {
            Some(target) => References::of(shown, target, ""),
            None => References::of_view(shown, shown.state.surroundings.today, ""),
        }
        .written(style),
    };
    (file, String::new())
}

/// The dataset of a folder of tables or of a packed file.
pub fn dataset(source: &Path) -> Outcome<Dataset> {
    if source.is_dir() {
        return read(source, complain);
    }
    if source.extension().is_none_or(|extension| extension != "atlas") {
        return usage(format!("`{}` should be a folder of tables or a packed FILE.atlas", source.display()));
    }
    let bytes = std::fs::read(source).or_else(|error| usage(format!("cannot read `{}`: {error}", source.display())))?;
    packed::read(&bytes).map_err(|error| {
        complain(&format!("{}: {error}\n", source.display()));
        Failure::Data
    })
}
