//! What all views share: their props, the marks, and how records and texts of the data are written.

use crate::letters;
use crate::locale::{Arg, msg};
use crate::model::{Column, ColumnId, Coverage, Evidence, PartnershipId, SectorId, Text};
use crate::query::{Cell, Target, url};
use crate::state::{Action, Shown};
use crate::time::Edtf;
use crate::time::known::Known;
use crate::timeline::Gesture;
use crate::words::Words;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The props of every view: what is shown, and where actions go.
#[derive(Clone, Properties)]
pub struct Props {
    /// What is shown.
    pub shown: Rc<Shown>,
    /// What the parts show that follow a frame later: the matrix and the list, which are mostly out of sight. Before
    /// they do, the reader has the answer in the bar and in the drawing, and no frame is missed.
    pub late: Rc<Shown>,
    /// Where actions go.
    pub act: Callback<Action>,
    /// What goes on between press and release on the drawing; nothing shown depends on it.
    pub gesture: Rc<RefCell<Gesture>>,
}

impl PartialEq for Props {
    /// Each change makes a new [`Shown`], so that the same one means the same picture.
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown) && Rc::ptr_eq(&self.late, &other.late) && self.act == other.act
    }
}

impl Props {
    /// For a part that changes at once.
    pub fn now(&self) -> Props {
        Props { late: self.shown.clone(), ..self.clone() }
    }

    /// For a part that follows.
    pub fn later(&self) -> Props {
        Props { shown: self.late.clone(), ..self.clone() }
    }
}

impl Shown {
    /// A text of the data in the language shown, else in the dataset's first.
    pub fn text(&self, text: &Text) -> Words {
        self.said(self.language, text.get(self.language.unwrap_or_default()))
    }

    /// The title of an activity.
    pub fn activity(&self, index: usize) -> Words {
        let titles = self.catalogue.data.activities().titles.get(self.language.unwrap_or_default());
        self.said(self.language, titles.map_or("", |titles| titles.get(index)))
    }

    /// What the data has in its first language alone, or in that of its sources.
    pub fn untranslated(&self, letters: &str) -> Words {
        self.said(self.language.filter(|language| *language == 0), letters)
    }

    /// Letters of the data, in the language at this position of the dataset's; with none, in its first, which is not that of
    /// the page.
    #[inline(never)]
    fn said(&self, language: Option<usize>, letters: &str) -> Words {
        let first = self.catalogue.data.tables().languages.first().map_or("", String::as_str);
        let letters = letters::tamed(letters);
        match language {
            None => Words::apart(first, &letters),
            Some(_) if letters::is_unruly(&letters) => Words::apart("", &letters),
            Some(0) => letters.into_owned().into(),
            Some(_) => Words::quoting(first, &letters),
        }
    }

    /// The name of a column: the instrument's short one, or "no instrument named".
    pub fn column_name(&self, column: Column) -> Words {
        match column {
            Column::Instrument(id) => self.text(&self.catalogue.data.instrument(id).short),
            Column::Outside(_) => self.locale.text(msg::OUTSIDE),
        }
    }

    /// What a cell says in a word: its coverage, or why it is drawn otherwise.
    pub fn cell_word(&self, cell: &Cell) -> Words {
        let record = &self.catalogue.records()[cell.record];
        match (cell.known, self.catalogue.data.column(cell.column)) {
            (Known::No | Known::Undetermined, Column::Instrument(id)) => self.locale.state(self.selection.standing(id).state),
            _ if record.inferred.is_some() => self.locale.text(msg::COVERAGE_INFERRED),
            _ => self.locale.coverage(record.coverage),
        }
    }

    /// The record at a place of the matrix, drawn or not; what is inferred counts only while it is asked for.
    pub fn record_at(&self, sector: SectorId, column: ColumnId) -> Option<usize> {
        let at = self.catalogue.record_at(sector, column)?;
        (self.state.query.inferred || self.catalogue.records()[at].inferred.is_none()).then_some(at)
    }

    /// What a place of the matrix says in which no cell is drawn.
    pub fn empty_word(&self, sector: SectorId, column: ColumnId) -> Words {
        // Where there is something, the words of an empty cell would be untrue.
        self.locale.text(if self.record_at(sector, column).is_some() { msg::COVERAGE_LEFT_OUT } else { msg::COVERAGE_NONE })
    }

    /// "Data checked: 23 November 2026".
    pub fn data_date(&self) -> Words {
        let date = self.locale.day(self.catalogue.data.created());
        self.locale.format(msg::DATA_DATE, &[Arg::Words("date", &date)])
    }

    /// The numbers of the notes for what is taken from these places.
    pub fn notes<'a>(&self, places: impl Iterator<Item = &'a Evidence>) -> AttrValue {
        let mut numbers = String::new();
        for place in places {
            let number = self.catalogue.note(place).to_string();
            if !numbers.split(", ").any(|other| other == number) {
                numbers.push_str(if numbers.is_empty() { "" } else { ", " });
                numbers.push_str(&number);
            }
        }
        numbers.into()
    }

    /// A date in words, or "date not stated".
    pub fn date(&self, date: Option<&Edtf>) -> Words {
        match date {
            Some(date) => self.locale.edtf(date),
            None => self.locale.text(msg::DATE_NOT_STATED),
        }
    }

    /// The value of the attribute `data-select`, by which the root knows what was clicked.
    pub fn target(&self, target: Target) -> AttrValue {
        url::write_target(&self.catalogue.data, target).into()
    }
}

/// The class of a partnership's hue; there are six, then they begin anew.
pub fn hue(partnership: PartnershipId) -> &'static str {
    ["p0", "p1", "p2", "p3", "p4", "p5"][partnership.index() % 6]
}

/// The class of what is not, or not surely, known on the day.
pub fn known_class(known: Known) -> Option<&'static str> {
    match known {
        Known::Yes => None,
        Known::No => Some("later"),
        Known::Undetermined => Some("unsure"),
    }
}

/// The class of an event that lies, surely or not, between the days compared.
pub fn between_class(is_sure: bool) -> &'static str {
    if is_sure { "between" } else { "between open" }
}

/// The class of the mark of a cell: shapes that a photocopier keeps, drawn by borders alone, so that they need no
/// element and survive forced colours and printing.
pub fn mark(coverage: Coverage, inferred: bool) -> &'static str {
    if inferred { "inferred" } else { coverage.id() }
}
