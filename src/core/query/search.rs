//! The vocabulary of a dataset: which rows hold which word.
//!
//! A query's word finds every word that begins with it. The words lie in the order of their first five bytes, as numbers:
//! one binary search finds a shorter beginning, and only of longer ones are the letters looked at.

use super::bits::Bits;
use super::fold::words;
use crate::order;

/// How many bytes of a word are its key.
const KEY: usize = 5;

/// Collects words, then becomes a [`Vocabulary`].
#[derive(Default)]
pub struct Collector {
    /// All words, one after the other, each with a line break at its end.
    text: String,
    words: Vec<Word>,
    buffer: String,
}

/// A word in a row.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Its first bytes as a number; nothing counts as zero, which no word holds.
    key: u64,
    /// Where it begins in the text.
    start: u32,
    row: u32,
}

impl Collector {
    /// Notes every word of a text for a row.
    pub fn add(&mut self, row: usize, text: &str) {
        let Collector { text: all, words: found, buffer } = self;
        words(text, buffer, |word| {
            found.push(Word { key: key(word, 0), start: all.len() as u32, row: row as u32 });
            all.push_str(word);
            all.push('\n');
        });
    }

    /// Sorts what was collected.
    pub fn finish(self) -> Vocabulary {
        let Collector { text, words, .. } = self;
        Vocabulary { text, words: order::in_order(&words, |word| word.key as i64) }
    }
}

/// The first bytes of a word, the first the weightiest; `rest` stands for those that it lacks.
fn key(word: &str, rest: u8) -> u64 {
    let bytes = word.bytes().chain(core::iter::repeat(rest));
    bytes.take(KEY).fold(0, |key, byte| key << 8 | u64::from(byte))
}

/// Every word of a dataset, with its row.
#[derive(Debug)]
pub struct Vocabulary {
    text: String,
    words: Vec<Word>,
}

impl Vocabulary {
    /// Adds to `found` every row with a word that begins with `prefix` (folded).
    pub fn find(&self, prefix: &str, found: &mut Bits) {
        let (first, last) = (key(prefix, 0), key(prefix, u8::MAX));
        let start = self.words.partition_point(|word| word.key < first);
        for word in self.words[start..].iter().take_while(|word| word.key <= last) {
            if prefix.len() <= KEY || self.text.as_bytes()[word.start as usize..].starts_with(prefix.as_bytes()) {
                found.insert(word.row as usize);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_finds_the_rows_with_words_that_begin_with_it() {
        let mut collector = Collector::default();
        collector.add(0, "Agriculture and food");
        collector.add(1, "Culture");
        collector.add(2, "food security, food");
        let vocabulary = collector.finish();
        let found = |prefix: &str| {
            let mut bits = Bits::new(3);
            vocabulary.find(prefix, &mut bits);
            bits.iter().collect::<Vec<_>>()
        };
        assert_eq!(found("food"), [0, 2]);
        assert_eq!(found("cult"), [1]);
        assert_eq!(found("a"), [0]);
        assert_eq!(found("agriculture"), [0]);
        assert_eq!(found("agriculture and"), Vec::<usize>::new(), "words do not run into each other");
        assert_eq!(found("z"), Vec::<usize>::new());
    }
}
