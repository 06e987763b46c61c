//! What a reader can take away: the forms by their names, and a file in any of them.
//!
//! One list for page, element and command line, which therefore write the same bytes. A file is written piece by piece, so
//! that a page with many rows can draw in between.

use super::calendar::calendar;
use super::citation::{References, Style};
use super::csv::csv;
use super::records::records;
use super::rows::Rows;
use crate::shown::Shown;
use core::ops::Range;
use std::rc::Rc;

/// How many rows a piece of a table has: a few milliseconds of work in a browser.
const ROWS: usize = 250;

/// A form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table, as CSV.
    Table(Rows),
    /// The result with the records that it names, as JSON.
    Records,
    /// The days, as iCalendar.
    Calendar,
    /// References to what is selected, or to the view.
    Reference(Style),
}

impl Format {
    /// All of them, in the order in which readers see them.
    pub const ALL: [Format; 10] = [
        Format::Table(Rows::Cells),
        Format::Table(Rows::Instruments),
        Format::Table(Rows::Events),
        Format::Table(Rows::Activities),
        Format::Records,
        Format::Calendar,
        Format::Reference(Style::Plain),
        Format::Reference(Style::Bibtex),
        Format::Reference(Style::Ris),
        Format::Reference(Style::Csl),
    ];

    /// The form of this name, or of the contract's short name.
    pub fn parse(name: &str) -> Option<Format> {
        Some(match name {
            "csv" => Format::Table(Rows::Cells),
            "bibtex" => Format::Reference(Style::Bibtex),
            "csl" => Format::Reference(Style::Csl),
            _ => return Format::ALL.into_iter().find(|format| format.name() == name),
        })
    }

    /// Its name: how a file of the form is called, or what such a name ends with.
    pub fn name(self) -> &'static str {
        match self {
            Format::Table(rows) => ["cells.csv", "instruments.csv", "events.csv", "activities.csv"][rows as usize],
            Format::Records => "json",
            Format::Calendar => "ics",
            Format::Reference(style) => ["txt", "bib", "ris", "csl.json"][style as usize],
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Table(_) => "text/csv;charset=utf-8",
            Format::Records => "application/json",
            Format::Calendar => "text/calendar;charset=utf-8",
            Format::Reference(style) => [
                "text/plain;charset=utf-8",
                "application/x-bibtex;charset=utf-8",
                "application/x-research-info-systems;charset=utf-8",
                "application/vnd.citationstyles.csl+json",
            ][style as usize],
        }
    }
}

/// A file as it is written: an iterator over its pieces. It keeps what was shown when it was asked for.
pub struct Export {
    shown: Rc<Shown>,
    format: Format,
    address: String,
    /// The rows that come next; of what is written in one piece, whether that is still to come.
    next: Range<usize>,
}

impl Export {
    /// What is shown, in a form. `address` is where the reader has it, for references; empty where that is nowhere.
    pub fn new(shown: Rc<Shown>, format: Format, address: String) -> Export {
        Export { shown, format, address, next: 0..ROWS }
    }

    /// What the file is called: the name of the dataset, the day, and what it has of it.
    pub fn name(&self) -> String {
        let day = self.shown.selection.day.to_string();
        let link = if matches!(self.format, Format::Table(_)) { "-" } else { "." };
        [&self.shown.catalogue.data.tables().name, "-", &day, link, self.format.name()].concat()
    }

    /// Its media type.
    pub fn media_type(&self) -> &'static str {
        self.format.media_type()
    }

    /// What is to be said of it in the language shown: what it has no place for; empty where that is nothing.
    pub fn told(&self) -> String {
        match self.format {
            Format::Calendar => calendar(&self.shown).told.unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn whole(&self) -> String {
        match self.format {
            Format::Table(rows) => csv(&self.shown, rows, self.next.clone()),
            Format::Records => records(&self.shown),
            Format::Calendar => calendar(&self.shown).text,
            Format::Reference(style) => References::of_shown(&self.shown, &self.address).written(style),
        }
    }
}

impl Iterator for Export {
    type Item = String;

    /// The next piece; none is empty.
    fn next(&mut self) -> Option<String> {
        let is_table = matches!(self.format, Format::Table(_));
        if self.next.start > 0 && !is_table {
            return None;
        }
        let piece = self.whole();
        self.next = self.next.end..self.next.end + ROWS;
        Some(piece).filter(|piece| !piece.is_empty())
    }
}
