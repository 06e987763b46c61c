//! The places in the sources, as numbered notes.

use crate::model::{Dataset, Evidence};
use crate::order;

/// Every place that a fact is taken from, once.
#[derive(Debug)]
pub(super) struct Notes {
    /// The places in the order in which a reader comes upon them.
    pub places: Vec<Evidence>,
    /// Their positions, in the order of their hashes.
    by_hash: Vec<usize>,
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

        // Of equal places the one that comes first stays. They share a hash, which hardly any other place has.
        let mut is_first = vec![true; all.len()];
        let by_hash = order::by_key(all.iter().map(|place| hash(place)));
        for (at, place) in by_hash.iter().map(|place| all[*place]).enumerate() {
            let others = by_hash[..at].iter().rev().map(|other| all[*other]);
            is_first[by_hash[at]] = !others.take_while(|other| hash(other) == hash(place)).any(|other| other == place);
        }
        let places: Vec<Evidence> =
            all.into_iter().zip(is_first).filter(|(_, is_first)| *is_first).map(|(place, _)| place.clone()).collect();
        let by_hash = order::by_key(places.iter().map(hash));
        Notes { places, by_hash }
    }

    /// The number of a place, from 1 on; one more than there are for any other.
    pub fn number(&self, place: &Evidence) -> usize {
        let sought = hash(place);
        let start = self.by_hash.partition_point(|at| hash(&self.places[*at]) < sought);
        let near = self.by_hash[start..].iter().take_while(|at| hash(&self.places[**at]) == sought);
        1 + near.copied().find(|at| self.places[*at] == *place).unwrap_or(self.places.len())
    }
}

/// A number of a place (FNV-1a), by which it is sorted and found: numbers are sorted in one place for all, see `order.rs`.
fn hash(place: &Evidence) -> i64 {
    let bytes = place.source.0.to_le_bytes().into_iter().chain(place.locator.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)) as i64
}
