//! What is shown, as a file in any form: one way for page, element and command line, which therefore write the same bytes. It
//! is written piece by piece, so that a page with many rows can draw in between. A picture is SVG here; whoever wants pixels
//! draws them.

use super::calendar::calendar;
use super::citation::References;
use super::csv::csv;
use super::picture::picture;
use super::records::records;
use crate::shown::Shown;
use crate::taking::Format;
use core::ops::Range;
use std::rc::Rc;

/// How many rows a piece of a table has: a few milliseconds of work in a browser.
const ROWS: usize = 250;

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
        let link = if matches!(self.format, Format::Table(_) | Format::Picture(..)) { "-" } else { "." };
        [&self.shown.catalogue.data.tables().name, "-", &day, link, &self.format.name()].concat()
    }

    /// Its media type.
    pub fn media_type(&self) -> &'static str {
        self.format.media_type()
    }

    /// Whoever takes it draws it on a canvas of so many pixels for each of its own; 0 where it is a text.
    pub fn scale(&self) -> u32 {
        match self.format {
            Format::Picture(_, kind) => kind.scale(),
            _ => 0,
        }
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
            Format::Picture(what, _) => picture(&self.shown, what),
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
