//! The words of a search, as they are marked in what readers see.

use super::fold;
use crate::order;
use crate::words::Words;

/// The words that are searched for, folded as the index folds them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought(Vec<String>);

impl Sought {
    /// The words of a search.
    pub fn of(text: &str) -> Sought {
        let mut words = Vec::new();
        fold::words(text, &mut String::new(), |word| words.push(word.to_owned()));
        Sought(words)
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each word of the search begins a word of the text.
    pub fn all_in(&self, text: &str) -> bool {
        let mut found = vec![false; self.0.len()];
        fold::words(text, &mut String::new(), |word| {
            self.0.iter().zip(&mut found).for_each(|(sought, found)| *found |= word.starts_with(sought.as_str()));
        });
        found.into_iter().all(|found| found)
    }

    /// Marks the words of a text that begin with one of the search, whole.
    pub fn mark(&self, words: &mut Words) {
        let mut stretches = Vec::new();
        fold::spans(words.plain(), &mut String::new(), |word, span| {
            if self.0.iter().any(|sought| word.starts_with(sought.as_str())) {
                stretches.push(span);
            }
        });
        // A hyphenated word comes after its parts and begins with the first of them.
        words.mark(order::in_order(&stretches, |(start, _)| *start as i64));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(search: &str, text: &str) -> Vec<String> {
        let mut words = Words::from(text.to_owned());
        Sought::of(search).mark(&mut words);
        let pieces = words.pieces(0, text.len()).into_iter();
        pieces.filter(|(_, is_marked)| *is_marked).map(|(letters, _)| letters.to_owned()).collect()
    }

    #[test]
    fn what_the_index_finds_is_marked() {
        assert_eq!(
            marked("high-level dialogue", "A dialogue: high-level, highest"),
            ["dialogue", "high-level", "highest"]
        );
        assert_eq!(marked("ecommerce", "E-commerce and commerce"), ["E-commerce"]);
        assert_eq!(marked("СИНГАПУР", "в Сингапуре, «на полях»"), ["Сингапуре"]);
        assert_eq!(marked("da nang", "Đà Nẵng"), ["Đà", "Nẵng"]);
        assert_eq!(marked("", "anything"), Vec::<String>::new());
    }
}
