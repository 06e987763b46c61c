//! What every export says of itself: what was asked, on which day, of which data, by whom, and on which terms.

use super::text::{joined, respelt};
use crate::model::SourceKind;
use crate::query::url;
use crate::shown::Shown;

/// Where an export comes from. All of it is text as readers know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The title of the dataset, in the language shown.
    pub title: String,
    /// The query string.
    pub query: String,
    /// The day of "as known on".
    pub as_of: String,
    /// The dataset's name and version, and the day on which it was last checked: `name 1.0.0 (2026-11-23)`.
    pub dataset: String,
    /// The documents that the facts are taken from, each with its address.
    pub cited: String,
    /// The licence of the texts; empty where the dataset names none.
    pub licence: String,
}

impl Provenance {
    /// Of what is shown.
    pub fn of(shown: &Shown) -> Provenance {
        let data = &shown.catalogue.data;
        let tables = data.tables();
        Provenance {
            title: bare(shown.text(&tables.title).plain()),
            query: url::write(&shown.state.query, data),
            as_of: shown.selection.day.to_string(),
            dataset: [&tables.name, " ", &tables.version, " (", &tables.created.to_string(), ")"].concat(),
            cited: sources(shown).join("; "),
            licence: tables.licence.clone(),
        }
    }

    /// What was asked and where the answer comes from, part by part.
    pub(super) fn parts(&self) -> [&str; 5] {
        [&self.query, &self.as_of, &self.dataset, &self.cited, &self.licence]
    }
}

/// The documents that the facts are taken from, each with its address.
#[inline(never)]
pub(super) fn sources(shown: &Shown) -> Vec<String> {
    let main = shown.catalogue.data.sources().filter(|(_, source)| source.kind == SourceKind::Main);
    main.map(|(_, source)| spaced(&[shown.credit(source).plain(), &source.url])).collect()
}

/// The tag of the language that texts of the data are in: the one shown, else the dataset's first.
pub(super) fn lang(shown: &Shown) -> &str {
    &shown.catalogue.data.tables().languages[shown.language.unwrap_or_default()]
}

/// A text without what is for pages alone: where a line may, or may not, break.
pub(super) fn bare(text: &str) -> String {
    respelt(text, "\u{ad}\t\u{a0} ")
}

/// Texts with spaces between those that are not empty.
pub(super) fn spaced(parts: &[&str]) -> String {
    joined(parts, " ")
}
