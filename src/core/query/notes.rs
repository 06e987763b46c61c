//! The places in the sources, as numbered notes.

use crate::model::{Dataset, Evidence};

/// Every place that a fact is taken from, once.
#[derive(Debug)]
pub(super) struct Notes {
    /// The places in the order in which a reader comes upon them.
    pub places: Vec<Evidence>,
    /// Their positions, by source and locator.
    sorted: Vec<u32>,
}

impl Notes {
    pub fn of(data: &Dataset) -> Notes {
        let tables = data.tables();
        let mut all: Vec<&Evidence> = Vec::new();
        all.extend(data.events().map(|(_, row)| &row.evidence));
        all.extend(data.instruments().map(|(_, row)| &row.evidence));
        all.extend(tables.terms.iter().map(|row| &row.evidence));
        all.extend(data.coverage().iter().map(|row| &row.evidence));
        all.extend(data.partnerships().map(|(_, row)| &row.evidence));
        all.extend(
            data.instruments().filter_map(|(_, row)| row.not_before.as_ref()).map(|limit| &limit.reason.evidence),
        );
        all.extend(data.partnerships().filter_map(|(_, row)| row.background.as_ref()).map(|remark| &remark.evidence));
        all.extend(tables.proposals.iter().map(|row| &row.evidence));
        all.extend(data.relations().iter().map(|row| &row.evidence));

        let place = |at: &u32| key(all[*at as usize]);
        let mut sorted: Vec<u32> = (0..all.len() as u32).collect();
        sorted.sort_unstable_by(|one, other| (place(one), one).cmp(&(place(other), other)));
        // Of equal places the one that comes first stays.
        sorted.dedup_by(|one, other| place(one) == place(other));
        let mut number = vec![u32::MAX; all.len()];
        sorted.iter().for_each(|at| number[*at as usize] = 0);
        let mut places = Vec::with_capacity(sorted.len());
        for (at, number) in number.iter_mut().enumerate().filter(|(_, number)| **number == 0) {
            *number = places.len() as u32;
            places.push(all[at].clone());
        }
        sorted.iter_mut().for_each(|at| *at = number[*at as usize]);
        Notes { places, sorted }
    }

    /// The number of a place, from 1 on; one more than there are for any other.
    pub fn number(&self, place: &Evidence) -> usize {
        let of = |at: &u32| key(&self.places[*at as usize]);
        match self.sorted.binary_search_by(|at| of(at).cmp(&key(place))) {
            Ok(at) => 1 + self.sorted[at] as usize,
            Err(_) => 1 + self.places.len(),
        }
    }
}

fn key(place: &Evidence) -> (u16, &str) {
    (place.source.0, &place.locator)
}
