//! What the views draw: the state, all that follows from it, and how the data is put into words in the language shown.

use crate::compare::{self, Act, Change, Deed};
use crate::embed::{Embed, Theme, Way};
use crate::letters;
use crate::locale::{Arg, Locale, msg};
use crate::model::{Column, ColumnId, EventId, Evidence, SectorId, Text};
use crate::query::{Catalogue, Cell, Query, Selection, Target, url};
use crate::state::{Action, State};
use crate::time::known::Known;
use crate::time::{Day, Edtf};
use crate::words::Words;
use std::rc::Rc;

/// What the views draw: the state and all that follows from it.
#[derive(Clone)]
pub struct Shown {
    /// The dataset.
    pub catalogue: Rc<Catalogue>,
    /// The state.
    pub state: State,
    /// What the filters leave.
    pub selection: Rc<Selection>,
    /// The language of the interface.
    pub locale: Locale,
    /// The day with which the day shown is compared: chosen, or that of the last step.
    pub since: Option<Day>,
    /// Whose standing differs between the two.
    pub changes: Vec<Change>,
    /// What was done in between, as far as the filters leave it.
    pub acts: Vec<Act>,
    /// The position of that language among the dataset's, if the dataset has it.
    pub language: Option<usize>,
}

impl Shown {
    /// Derives what is shown from the state.
    pub fn of(catalogue: Rc<Catalogue>, state: State) -> Shown {
        let selection = Rc::new(Selection::of(&catalogue, &state.query, state.today));
        Shown::with(catalogue, state, selection)
    }

    /// What is shown after an action. The selection is computed anew only if the question has changed.
    pub fn after(&self, action: Action) -> Shown {
        let state = self.state.after(action, &self.catalogue);
        let question =
            |state: &State| Query { view: None, select: None, lang: None, range: None, ..state.query.clone() };
        if state.day() == self.state.day() && question(&state) == question(&self.state) {
            return Shown::with(self.catalogue.clone(), state, self.selection.clone());
        }
        Shown::of(self.catalogue.clone(), state)
    }

    /// Whether an event surely lies between the days compared; none if it does not, or none are.
    pub fn between(&self, event: EventId) -> Option<bool> {
        self.acts.iter().find(|act| act.what == Deed::Event(event)).map(|act| act.is_sure)
    }

    /// What every part of every view depends on: the dataset, the language and the letters.
    pub fn stamp(&self) -> Vec<u32> {
        let (catalogue, advances) = (Rc::as_ptr(&self.catalogue) as usize, Rc::as_ptr(&self.state.advances) as usize);
        vec![catalogue as u32, self.locale.index(), advances as u32]
    }

    fn with(catalogue: Rc<Catalogue>, state: State, selection: Rc<Selection>) -> Shown {
        let locale = state.lang();
        let language = catalogue.data.language(locale.tag());
        let since = state.query.compare.or(state.came_from);
        let changes = since.map_or_else(Vec::new, |since| compare::between(&catalogue.data, since, state.day()));
        let acts = since.map_or_else(Vec::new, |since| compare::acts(&catalogue, &selection, since));
        Shown { catalogue, state, selection, locale, since, changes, acts, language }
    }

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
            (Known::No | Known::Undetermined, Column::Instrument(id)) => {
                self.locale.state(self.selection.standing(id).state)
            }
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
        self.locale.text(if self.record_at(sector, column).is_some() {
            msg::COVERAGE_LEFT_OUT
        } else {
            msg::COVERAGE_NONE
        })
    }

    /// "Data checked: 23 November 2026".
    pub fn data_date(&self) -> Words {
        let date = self.locale.day(self.catalogue.data.created());
        self.locale.format(msg::DATA_DATE, &[Arg::Words("date", &date)])
    }

    /// The numbers of the notes for what is taken from these places.
    pub fn notes<'a>(&self, places: impl Iterator<Item = &'a Evidence>) -> String {
        let mut numbers = String::new();
        for place in places {
            let number = self.catalogue.note(place).to_string();
            if !numbers.split(", ").any(|other| other == number) {
                numbers.push_str(if numbers.is_empty() { "" } else { ", " });
                numbers.push_str(&number);
            }
        }
        numbers
    }

    /// A date in words, or "date not stated".
    pub fn date(&self, date: Option<&Edtf>) -> Words {
        match date {
            Some(date) => self.locale.edtf(date),
            None => self.locale.text(msg::DATE_NOT_STATED),
        }
    }

    /// The value of the attribute `data-select`, by which the root knows what was clicked.
    pub fn target(&self, target: Target) -> String {
        url::write_target(&self.catalogue.data, target)
    }

    /// The view that a reader has, as an editor first gets it.
    pub fn embed(&self) -> Embed {
        Embed { way: Way::Script, lang: self.locale, view: self.state.view(), theme: Theme::Auto, copied: false }
    }
}
