//! The words that made-up texts are put together from, as they are kept here.

use super::sheet::{Row, rows};
use std::collections::HashMap;

/// A text in each of the languages of samples, in the order of [`super::LANGUAGES`].
pub(super) type Text = [String; 2];

/// Words by what they are for.
pub(super) struct Words(HashMap<String, Vec<Row>>);

impl Words {
    /// The words of a table that is kept here, by its column `for`.
    pub fn of(table: &str) -> Words {
        let mut words = Words(HashMap::new());
        for row in rows(table) {
            words.add(&row["for"].clone(), row);
        }
        words
    }

    /// Adds a word.
    pub fn add(&mut self, purpose: &str, word: Row) {
        self.0.entry(purpose.to_owned()).or_default().push(word);
    }

    /// The words for something, of which there must be one.
    pub fn all(&self, purpose: &str) -> &[Row] {
        &self.0[purpose]
    }
}

/// A word in both languages.
pub(super) fn text(word: &Row) -> Text {
    ["en", "ru"].map(|language| word[language].clone())
}

/// The id of what has this English name.
pub(super) fn id(name: &str) -> String {
    let parts = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}
