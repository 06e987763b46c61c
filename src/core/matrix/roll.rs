//! The matrix of many instruments, turned round: each has a line under a heading that folds, with its term on one axis of time,
//! and a column stands for a whole group of sectors, with numbers, until it is opened into its sectors.

use super::{Grid, Tally};
use crate::model::{Column, ColumnId, GroupId, SectorId};
use crate::order;
use crate::query::Catalogue;
use crate::shown::Shown;
use crate::state::{Arrangement, Fold};
use crate::time::PartialDate;

/// Up to how many lines every heading is open at first.
const FEW: usize = 60;

/// The lines of the roll under their headings, and its columns.
#[derive(Clone, Debug)]
pub struct Roll {
    /// The headings with their lines, in order.
    pub headings: Vec<Heading>,
    /// The groups of which the filters leave a sector, in authored order, each with the sectors left.
    pub groups: Vec<(GroupId, Vec<SectorId>)>,
    /// How many cells each line has in each group.
    pub tally: Tally,
}

/// A heading, with what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What its lines have in common: the partnership; or, where there is only one, the decade of their adoption.
    pub fold: Fold,
    /// Its lines.
    pub lines: Vec<ColumnId>,
    /// Whether they are there to be seen.
    pub is_open: bool,
}

impl Roll {
    /// That of what the filters leave, where this is too much for a column for each instrument.
    pub fn of(shown: &Shown) -> Option<Roll> {
        (!Grid::has_room(&shown.selection)).then(|| Roll::whatever_the_size(shown))
    }

    fn whatever_the_size(shown: &Shown) -> Roll {
        let (catalogue, selection, interface) = (&*shown.catalogue, &shown.selection, &shown.state.interface);
        let data = &catalogue.data;
        let group = |sector: SectorId| data.sector(sector).group;
        let tally = Tally::of(catalogue, selection);
        let mut groups: Vec<(GroupId, Vec<SectorId>)> = data.groups().map(|(id, _)| (id, Vec::new())).collect();
        selection.sectors.iter().for_each(|sector| groups[group(*sector).index()].1.push(*sector));
        groups.retain(|(_, sectors)| !sectors.is_empty());

        let lines = &selection.columns;
        let first = lines.first().map(|line| catalogue.partnership_of(*line));
        let is_of_one = lines.iter().all(|line| Some(catalogue.partnership_of(*line)) == first);
        let years: Vec<Option<i32>> = lines.iter().map(|line| adopted(catalogue, *line)).collect();
        let key = |at: usize| match is_of_one {
            true => years[at].map_or(i32::MAX, |year| year.div_euclid(10)),
            false => catalogue.partnership_of(lines[at]).0.into(),
        };
        let within = |at: usize| match interface.arrangement {
            Arrangement::Authored => years[at].unwrap_or(i32::MAX),
            Arrangement::Coverage => -(tally.all(lines[at]) as i32),
        };
        let mut headings: Vec<Heading> = Vec::new();
        for at in order::by_key((0..lines.len()).map(|at| order::pair(key(at), within(at)))) {
            let fold = match is_of_one {
                true => Fold::Decade(years[at].map(|year| year.div_euclid(10) * 10)),
                false => Fold::Partnership(catalogue.partnership_of(lines[at])),
            };
            match headings.last_mut() {
                Some(last) if last.fold == fold => last.lines.push(lines[at]),
                last => {
                    let is_open = interface.is_open(fold, last.is_none() || lines.len() <= FEW);
                    headings.push(Heading { fold, lines: vec![lines[at]], is_open });
                }
            }
        }
        Roll { headings, groups, tally }
    }

    /// How many lines of a heading have a sector of a group.
    pub fn covering(&self, heading: &Heading, group: GroupId) -> usize {
        heading.lines.iter().filter(|line| self.tally.sectors(**line, group) > 0).count()
    }

    /// Whether a line is there to be seen, with no more than so many under a heading.
    pub fn has(&self, line: ColumnId, most: usize) -> bool {
        self.headings.iter().any(|heading| heading.is_open && heading.lines.iter().take(most).any(|id| *id == line))
    }
}

/// The year in which the instrument of a column was adopted, as far as that is stated.
fn adopted(catalogue: &Catalogue, column: ColumnId) -> Option<i32> {
    let Column::Instrument(id) = catalogue.data.column(column) else { return None };
    let event = catalogue.data.instrument(id).adopted?;
    catalogue.data.event(event).date?.interval().start.date().map(PartialDate::year)
}
