//! The vocabulary of a dataset: which rows hold which word.
//!
//! A query's word finds every word that begins with it, by binary search in the sorted vocabulary; the cost of a
//! search therefore follows the number of different words, not the number of activities.

use super::bits::Bits;
use super::fold::words;
use crate::order;
use std::collections::BTreeMap;

/// Collects words, then becomes a [`Vocabulary`].
#[derive(Default)]
pub struct Collector {
    /// Sorted from the start: sorting strings afterwards would need a sort of its own.
    ids: BTreeMap<String, u32>,
    /// Word and row, as one number so that sorting is cheap.
    pairs: Vec<u64>,
    buffer: String,
}

impl Collector {
    /// Notes every word of a text for a row.
    pub fn add(&mut self, row: usize, text: &str) {
        let Collector { ids, pairs, buffer } = self;
        words(text, buffer, |word| {
            let id = match ids.get(word) {
                Some(id) => *id,
                None => {
                    let id = ids.len() as u32;
                    ids.insert(word.to_owned(), id);
                    id
                }
            };
            pairs.push(u64::from(id) << 32 | row as u64);
        });
    }

    /// Sorts what was collected.
    pub fn finish(self) -> Vocabulary {
        let Collector { ids, mut pairs, .. } = self;
        order::sort(&mut pairs);
        pairs.dedup();
        let rows = pairs.iter().map(|pair| *pair as u32).collect();
        let start = |id: u32| pairs.partition_point(|pair| *pair < u64::from(id) << 32) as u32;
        let entries = ids.into_iter().map(|(word, id)| Entry { word, rows: (start(id), start(id + 1)) }).collect();
        Vocabulary { entries, rows }
    }
}

/// Every word of a dataset, sorted, with the rows that hold it.
#[derive(Debug)]
pub struct Vocabulary {
    entries: Vec<Entry>,
    rows: Vec<u32>,
}

#[derive(Debug)]
struct Entry {
    word: String,
    /// Its part of [`Vocabulary::rows`].
    rows: (u32, u32),
}

impl Vocabulary {
    /// Adds to `found` every row with a word that begins with `prefix` (folded).
    pub fn find(&self, prefix: &str, found: &mut Bits) {
        let start = self.entries.partition_point(|entry| entry.word.as_str() < prefix);
        for entry in self.entries[start..].iter().take_while(|entry| entry.word.starts_with(prefix)) {
            for row in &self.rows[entry.rows.0 as usize..entry.rows.1 as usize] {
                found.insert(*row as usize);
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
        assert_eq!(found("z"), Vec::<usize>::new());
    }
}
