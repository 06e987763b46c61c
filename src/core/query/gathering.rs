//! The words of a dataset, gathered before they are searched.

use super::index::Catalogue;
use super::vocabulary::Words;
use std::rc::Rc;

/// The vocabulary of a catalogue, made piece by piece before the first search asks for it: in a large dataset that takes longer
/// than all the rest, and between two pieces the page can answer.
pub struct Gathering {
    catalogue: Rc<Catalogue>,
    words: Words,
}

/// How many titles of activities make a piece: fewer milliseconds than a frame has.
const PIECE: usize = 2_000;

impl Gathering {
    /// Begins.
    pub fn new(catalogue: Rc<Catalogue>) -> Gathering {
        Gathering { catalogue, words: Words::default() }
    }

    /// Gathers one piece; nothing after the last, nor once a search has gathered all.
    pub fn next(mut self) -> Option<Gathering> {
        let Gathering { catalogue, words } = &mut self;
        if catalogue.vocabulary.get().is_some() {
            return None;
        }
        if words.take(&catalogue.data, catalogue.rows, PIECE) {
            self.catalogue.vocabulary(self.words);
            return None;
        }
        Some(self)
    }
}
