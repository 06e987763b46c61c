//! The dataset in one language: what a view says that depends on nothing else.
//!
//! Two editions are equal if they are of the same dataset in the same language, which is told by the address of the one and
//! the index of the other, and if both or neither are still. So a part of a view can be drawn from an edition and some ids:
//! the texts need neither be written nor compared to know that they are the same.

use crate::letters;
use crate::locale::{Arg, Locale, msg};
use crate::model::{Column, Event, Evidence, Source, SourceKind, Text};
use crate::query::{Catalogue, Target, url};
use crate::time::Edtf;
use crate::time::known::{Known, State};
use crate::words::Words;
use std::rc::Rc;

/// Of more places than this nobody would read a numbered list, and it would be most of the page.
const NUMBERED: usize = 500;

/// A dataset in the language of the interface.
#[derive(Clone)]
pub struct Edition {
    /// The dataset.
    pub catalogue: Rc<Catalogue>,
    /// The language of the interface.
    pub locale: Locale,
    /// The position of that language among the dataset's, if the dataset has it.
    pub language: Option<usize>,
    /// Whether it is of a static view, in which nothing can be selected.
    pub is_still: bool,
}

impl PartialEq for Edition {
    fn eq(&self, other: &Edition) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue) && self.locale == other.locale && self.is_still == other.is_still
    }
}

impl Edition {
    /// A dataset in a language, for a page that takes clicks or for a static view.
    pub fn new(catalogue: Rc<Catalogue>, locale: Locale, is_still: bool) -> Edition {
        let language = catalogue.data.language(locale.tag());
        Edition { catalogue, locale, language, is_still }
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

    /// What a cell says in a word: its coverage, or the state of its instrument where that is not, or not surely, adopted.
    pub fn cell_word(&self, record: usize, state: Option<State>) -> Words {
        let record = &self.catalogue.records()[record];
        match state {
            Some(state) if state.adopted() != Known::Yes => self.locale.state(state),
            _ if record.inferred.is_some() => self.locale.text(msg::COVERAGE_INFERRED),
            _ => self.locale.coverage(record.coverage),
        }
    }

    /// "Data checked: 23 November 2026".
    pub fn data_date(&self) -> Words {
        let date = self.locale.day(self.catalogue.data.created());
        self.locale.format(msg::DATA_DATE, &[Arg::Words("date", &date)])
    }

    /// The places that facts are taken from, as notes with numbers; none where there are too many: the details name them.
    pub fn numbered(&self) -> &[Evidence] {
        Some(self.catalogue.places()).filter(|places| places.len() <= NUMBERED).unwrap_or_default()
    }

    /// The numbers of the notes for what is taken from these places.
    pub fn notes<'a>(&self, places: impl Iterator<Item = &'a Evidence>) -> String {
        let mut numbers = String::new();
        for place in places.filter(|_| !self.numbered().is_empty()) {
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

    /// When an event was, or by when; or "date not stated".
    pub fn when(&self, event: &Event) -> Words {
        match (&event.date, &event.date_by) {
            (None, Some(by)) => self.locale.by(by),
            (date, _) => self.date(date.as_ref()),
        }
    }

    /// The value of the attribute `data-select`, by which the root knows what was clicked.
    pub fn target(&self, target: Target) -> String {
        url::write_target(&self.catalogue.data, target)
    }

    /// The title of a source: as the document has it, with the translation behind it where there is one.
    pub fn source_title(&self, source: &Source) -> Words {
        let title = self.text(&source.title);
        match self.original_title(source) {
            Some(original) => original.and(" (").and(title).and(")"),
            None => title,
        }
    }

    /// The title of a source in its own language, and marked as being in it; none if it is the title in the language shown.
    pub fn original_title(&self, source: &Source) -> Option<Words> {
        let is_other = self.text(&source.title).plain() != source.original_title;
        (is_other && !source.original_title.is_empty())
            .then(|| Words::apart(&source.language, &letters::tamed(&source.original_title)))
    }

    /// Title and issuer of a source, and whether it is none that facts are taken from.
    pub fn credit(&self, source: &Source) -> Words {
        let credit = self.source_title(source).and(", ").and(self.text(&source.issuer));
        match source.kind {
            SourceKind::Main => credit,
            SourceKind::Background => credit.and(" – ").and(self.locale.text(msg::SOURCE_BACKGROUND)),
        }
    }

    /// A place in a source in words: of `B5 B7` the section, what it is about, and the numbers of the sentences.
    pub fn place(&self, evidence: &Evidence) -> Words {
        let source = self.catalogue.data.source(evidence.source);
        let mut places: Vec<(&str, Vec<u32>)> = Vec::new();
        for locator in evidence.locator.split(' ') {
            let digits = locator.find(|c: char| c.is_ascii_digit()).unwrap_or(locator.len());
            let (section, sentence) = locator.split_at(digits);
            // The sentence 0 is the heading, which the words put before the sentences of its section.
            let sentence = sentence.parse().unwrap_or(0);
            match places.last_mut() {
                Some((last, sentences)) if *last == section => sentences.push(sentence),
                _ => places.push((section, vec![sentence])),
            }
        }
        let words = places.iter().map(|(section, sentences)| {
            let heading = source
                .sections
                .iter()
                .find(|row| row.slug == *section)
                .map_or_else(Words::default, |row| self.text(&row.name));
            // Letters tell the sections of a source apart; where only one is cited, they would be letters of ours for nothing.
            self.locale.locator((source.sections.len() > 1).then_some(*section), &heading, sentences)
        });
        Words::join(words, "; ")
    }
}
