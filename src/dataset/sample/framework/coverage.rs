//! Which sectors an instrument covers: a few sectors stand in most instruments, most sectors in few.

use crate::sample::random::Random;
use atlas_core::limits;

/// Chances are told in so many.
const ALL: usize = 100_000;
/// The chance of the sector that is covered most, of that which is covered least, and of any in the broadest instruments.
const MOST: usize = 75_000;
const LEAST: usize = 1_000;
const SURE: usize = 95_000;
/// The breadth of instruments, in hundredths of the chances of the sectors; a hundred in the mean.
const BREADTHS: [usize; 8] = [20, 40, 60, 80, 100, 100, 150, 250];

/// The chance of each sector to be covered.
pub(super) struct Chances(Vec<usize>);

impl Chances {
    /// The chances for so many sectors and columns: about a tenth of the cells is filled, and fewer where that would be
    /// more than a dataset may have.
    pub fn new(sectors: usize, columns: usize, random: &mut Random) -> Chances {
        let mut chances: Vec<usize> = (1..=sectors)
            .map(|place| (0..8).fold(MOST - LEAST, |chance, _| chance * place / sectors) + LEAST)
            .collect();
        // A tenth is left as room for chance.
        let (expected, room) = (chances.iter().sum::<usize>() * columns / ALL, limits::COVERAGE * 9 / 10);
        if expected > room {
            chances.iter_mut().for_each(|chance| *chance = *chance * room / expected);
        }
        for at in (1..sectors).rev() {
            chances.swap(at, random.below(at + 1));
        }
        Chances(chances)
    }

    /// The sectors of an instrument, one at least, in order.
    pub fn draw(&self, random: &mut Random) -> Vec<usize> {
        let breadth = *random.pick(&BREADTHS);
        let mut covered = |chance: &usize| random.below(ALL) < (chance * breadth / 100).min(SURE);
        let drawn: Vec<usize> = (0..self.0.len()).filter(|sector| covered(&self.0[*sector])).collect();
        if drawn.is_empty() { vec![random.below(self.0.len())] } else { drawn }
    }
}
