//! A made-up framework of any size that looks like life: who cooperates (`partnerships`), on what (`sectors`), by which
//! `instruments`, for how long (`dates`), and which cells are filled (`coverage`).
//!
//! Names are put together from the words of the tables in this folder, in each language that samples have.

mod coverage;
mod dates;
mod instruments;
mod partnerships;
mod sectors;
mod tables;

use super::Framework;
use super::random::Random;
use coverage::Chances;
use instruments::{Instrument, Making};
use partnerships::Partnership;
use sectors::{Group, Sector};

/// Any number will do, as long as it stays.
const SEED: u64 = 2_718_281_828_459_045_235;

/// The tables of words in this folder.
#[cfg(test)]
pub(super) static WORDS: [(&str, &str); 3] =
    [("parties", partnerships::WORDS), ("topics", sectors::WORDS), ("kinds", instruments::WORDS)];

/// What a made-up framework has.
pub(super) struct Made {
    partnerships: Vec<Partnership>,
    groups: Vec<Group>,
    sectors: Vec<Sector>,
    instruments: Vec<Instrument>,
    /// The sectors of cooperation for which no instrument is named, by partnership.
    outside: Vec<Vec<usize>>,
    /// What is left to chance when the tables are written.
    random: Random,
}

impl Made {
    /// Makes a framework up.
    pub fn of(size: &Framework) -> Made {
        let mut random = Random::new(SEED);
        let partnerships = partnerships::partnerships(size.partnerships);
        let (groups, sectors) = sectors::sectors(size.sectors);
        let columns = size.instruments + size.partnerships;
        let chances = Chances::new(size.sectors, columns, &mut random);
        let making = Making { partnerships: &partnerships, sectors: &sectors, chances: &chances };
        let instruments = making.instruments(size.instruments, &mut random);
        // A third of the partnerships, and each that has no instrument.
        let outside = (0..size.partnerships).map(|at| match at % 3 == 1 || at >= size.instruments {
            true => chances.draw(&mut random),
            false => Vec::new(),
        });
        let outside = outside.collect();
        Made { partnerships, groups, sectors, instruments, outside, random }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_core::limits;
    use std::collections::HashSet;

    fn made(partnerships: usize, instruments: usize, sectors: usize) -> Made {
        Made::of(&Framework { partnerships, instruments, sectors })
    }

    #[test]
    fn the_largest_framework_has_distinct_names() {
        let made = made(limits::PARTNERSHIPS, 1, limits::SECTORS);
        for language in [0, 1] {
            let names: HashSet<&String> = made.partnerships.iter().map(|row| &row.name[language]).collect();
            assert_eq!(names.len(), limits::PARTNERSHIPS);
            let names: HashSet<&String> = made.sectors.iter().map(|row| &row.name[language]).collect();
            assert_eq!(names.len(), limits::SECTORS);
        }
    }

    #[test]
    fn groups_are_about_as_many_as_the_sectors_of_each() {
        let groups = [1, 21, 60, 295, 500].map(|sectors| made(1, 1, sectors).groups.len());
        assert_eq!(groups, [1, 5, 8, 15, 15]);
        let made = made(1, 1, 60);
        let sizes = (0..8).map(|group| made.sectors.iter().filter(|sector| sector.group == group).count());
        assert!(sizes.into_iter().all(|size| (7..=8).contains(&size)));
    }

    #[test]
    fn some_sectors_stand_in_most_instruments_and_most_in_few() {
        let made = made(15, 120, 60);
        let mut counts: Vec<usize> =
            (0..60).map(|sector| made.instruments.iter().filter(|row| row.sectors.contains(&sector)).count()).collect();
        counts.sort();
        assert!(counts[59] > 60 && counts[0] >= 1 && counts[30] < 12, "{counts:?}");
        let share = counts.iter().sum::<usize>() * 100 / (120 * 60);
        assert!((5..=12).contains(&share), "{share} %");
    }

    #[test]
    fn instruments_differ_as_in_life() {
        let made = made(15, 120, 60);
        let count = |is: &dyn Fn(&Instrument) -> bool| made.instruments.iter().filter(|row| is(row)).count();
        let with_term = count(&|row| !row.terms.is_empty());
        let kinds = [
            (count(&|row| row.date.is_none()), 1..10),
            (count(&|row| row.date.as_ref().is_some_and(String::is_empty)), 1..10),
            (count(&|row| row.date.as_ref().is_some_and(|date| date.len() == 10)), 80..110),
            (with_term, 28..52),
            (count(&|row| row.terms.len() > 1), 5..with_term),
            (count(&|row| row.implements.is_some()), 20..60),
            (count(&|row| row.sectors.is_empty()), 1..15),
        ];
        for (at, (count, expected)) in kinds.into_iter().enumerate() {
            assert!(expected.contains(&count), "{at}: {count}, not in {expected:?}");
        }
        assert!(made.instruments.iter().all(|row| row.implements.is_none_or(|other| {
            made.instruments[other].partnership == row.partnership && !made.instruments[other].sectors.is_empty()
        })));
    }
}
