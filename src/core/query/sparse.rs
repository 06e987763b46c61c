//! Many sets of small numbers, of each of which only the words that hold something are kept.
//!
//! A set of one in 100,000 activities takes 12 bytes and not 12,500; a set of all of them half as much again as it would
//! with every word kept.

use super::bits::Bits;
use crate::grouped::Grouped;

/// Sets of numbers.
#[derive(Debug, Default)]
pub(super) struct Sparse {
    /// Where the words of each set end.
    ends: Vec<u32>,
    /// The position of each word among those of a full set, and the word.
    words: Vec<(u32, u64)>,
}

impl Sparse {
    /// Makes `sets` sets of pairs of a set and a number. The numbers of a set must not decrease.
    pub fn new(sets: usize, pairs: &[(u32, u32)]) -> Sparse {
        let grouped = Grouped::new(sets, pairs);
        let mut sparse = Sparse { ends: Vec::with_capacity(sets), words: Vec::new() };
        for set in 0..sets {
            let mut last = None;
            for number in grouped.of(set) {
                let (at, bit) = (number / 64, 1 << (number % 64));
                if last.replace(at) == Some(at) {
                    sparse.words.last_mut().into_iter().for_each(|(_, word)| *word |= bit);
                } else {
                    sparse.words.push((at, bit));
                }
            }
            sparse.ends.push(sparse.words.len() as u32);
        }
        sparse
    }

    fn of(&self, set: usize) -> &[(u32, u64)] {
        let start = if set == 0 { 0 } else { self.ends[set - 1] };
        &self.words[start as usize..self.ends[set] as usize]
    }

    /// Adds a set to another.
    pub fn add(&self, set: usize, to: &mut Bits) {
        self.of(set).iter().for_each(|(at, word)| *to.word_mut(*at) |= word);
    }

    /// How many numbers of a set are in `filter`, too; all of them if there is no filter.
    pub fn count_in(&self, set: usize, filter: Option<&Bits>) -> u32 {
        self.of(set).iter().map(|(at, word)| (word & filter.map_or(!0, |filter| filter.word(*at))).count_ones()).sum()
    }

    /// How many numbers there are in some of the sets together, counted once, that are in `filter`, too. `scratch` is an
    /// empty set, and is empty again afterwards.
    pub fn count_together(&self, sets: &[u32], filter: Option<&Bits>, scratch: &mut Bits) -> u32 {
        if let [set] = sets {
            return self.count_in(*set as usize, filter);
        }
        let words = || sets.iter().flat_map(|set| self.of(*set as usize));
        words().for_each(|(at, word)| *scratch.word_mut(*at) |= word);
        words()
            .map(|(at, _)| {
                // Taken out as it is counted, so that the next set with a word here adds nothing.
                let word = core::mem::take(scratch.word_mut(*at));
                (word & filter.map_or(!0, |filter| filter.word(*at))).count_ones()
            })
            .sum()
    }

    /// How many numbers it holds.
    #[cfg(test)]
    pub fn size(&self) -> usize {
        self.ends.len() + 2 * self.words.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_counted_alone_and_together() {
        let sparse = Sparse::new(4, &[(0, 1), (2, 1), (0, 63), (0, 64), (2, 130), (3, 2)]);
        assert_eq!([0, 1, 2, 3].map(|set| sparse.count_in(set, None)), [3, 0, 2, 1]);
        let mut filter = Bits::new(200);
        [1, 64, 130].into_iter().for_each(|number| filter.insert(number));
        assert_eq!([0, 1, 2, 3].map(|set| sparse.count_in(set, Some(&filter))), [2, 0, 2, 0]);
        let mut scratch = Bits::new(200);
        assert_eq!(sparse.count_together(&[0, 2, 3], None, &mut scratch), 5);
        assert_eq!(sparse.count_together(&[0, 2, 3], Some(&filter), &mut scratch), 3);
        assert_eq!(scratch, Bits::new(200));
        sparse.add(2, &mut scratch);
        assert_eq!(scratch.iter().collect::<Vec<_>>(), [1, 130]);
    }

    #[test]
    fn a_set_takes_room_for_what_is_in_it() {
        assert_eq!(Sparse::new(1000, &[(7, 99_999)]).size(), 1002);
    }
}
