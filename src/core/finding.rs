//! The finding: what the filters show, in one sentence. Pure.
//!
//! Owns [`Finding`], which says what is to be told; its words are in `words`. It counts what the source states and what is surely
//! known: a sector counts as named in an instrument if the source says so, and if the instrument is adopted on the day. What
//! is inferred, later or undetermined does not count, and where there is any, the sentence says so. Its words hold for any
//! dataset: one partnership or many, and whatever the filters leave.

mod words;

use crate::model::{Column, ColumnId, Dataset, InstrumentId, PartnershipId, SectorId};
use crate::query::{Catalogue, Cell, Query, Selection, include};
use crate::time::Day;
use crate::time::known::{Known, State};
pub use words::{nothing, of_sector, quoted};

/// What the filters show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is told.
    pub told: Told,
    /// Whether other filters than those that the sentence names narrow what it speaks of.
    pub is_narrowed: bool,
    /// Whether something was not counted, since it is later or undetermined.
    pub is_partial: bool,
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// No sector is left.
    Nothing,
    /// The source names no sector in the only instrument left.
    Silent(InstrumentId),
    /// No instrument that names a sector, or this one, is known to be adopted.
    NotYet(Option<SectorId>),
    /// The instruments in which the only sector left is named; with none, it is mentioned without one.
    Sector(SectorId, Vec<InstrumentId>),
    /// Some of all sectors.
    Sectors {
        /// Which.
        sectors: Vec<SectorId>,
        /// How many there are.
        total: usize,
        /// What they have in common.
        which: Which,
    },
}

/// What sectors have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// They are named in an instrument.
    InInstrument(InstrumentId),
    /// They are named in instruments of a partnership, the only one with any.
    InPartnership(PartnershipId),
    /// They are named in instruments of each of these two partnerships, which are all with any.
    InBoth(PartnershipId, PartnershipId),
    /// They are named in instruments of each of so many partnerships, which are all with any.
    InAll(usize),
    /// They are named in instruments of more than one of so many partnerships.
    InSeveral(usize),
    /// They are named in instruments, none in those of more than one partnership.
    Apart,
    /// They are mentioned, but with no instrument named.
    Outside,
    /// They are not mentioned in what is left: that they are there is inferred.
    Inferred,
    /// They are named in no instrument that is within its stated term or has none.
    Gaps,
    /// They are named in instruments adopted between two days, and were in none before.
    New(Day, Day),
}

impl Finding {
    /// What a selection shows; nothing where the dataset has nothing to count.
    pub fn of(catalogue: &Catalogue, query: &Query, selection: &Selection) -> Option<Finding> {
        let data = &catalogue.data;
        let (mut rows, mut sure, mut is_later) = (Vec::new(), Vec::new(), false);
        for (cell, instrument) in stated(catalogue, &selection.cells) {
            if rows.last() != Some(&cell.sector) {
                rows.push(cell.sector);
            }
            match instrument {
                Some(id) if cell.known == Known::Yes => sure.push((cell.sector, id)),
                Some(_) => is_later = true,
                None => {}
            }
        }
        let sectors = |sectors, which| Told::Sectors { sectors, total: total(catalogue, query), which };
        let since = query.compare.filter(|since| *since != selection.day);
        let (told, is_partial) = match rows[..] {
            [] => (none(catalogue, query, selection)?, false),
            _ if since.is_some() => {
                let (from, to) = since.map(|since| (since.min(selection.day), since.max(selection.day)))?;
                let (new, is_partial) = newly_named(catalogue, selection, from, to);
                (sectors(new, Which::New(from, to)), is_partial)
            }
            _ if query.gaps => {
                let is_open = |sector: &SectorId| may_be_covered(catalogue, selection, *sector);
                let is_partial = selection.sectors.iter().any(is_open);
                (sectors(selection.sectors.clone(), Which::Gaps), is_partial)
            }
            [sector] if query.instruments.is_empty() => in_sector(sector, &sure, is_later),
            _ if sure.is_empty() && is_later => (Told::NotYet(None), false),
            _ if sure.is_empty() => (sectors(rows, Which::Outside), false),
            _ => {
                let (of, which) = shared(data, &selection.columns, &sure);
                (sectors(of, which), is_later)
            }
        };
        let is_narrowed = is_narrowed(query, &told);
        Some(Finding { told, is_narrowed, is_partial })
    }
}

/// What is told of a single sector, and whether something was not counted.
fn in_sector(sector: SectorId, sure: &[(SectorId, InstrumentId)], is_later: bool) -> (Told, bool) {
    if sure.is_empty() && is_later {
        return (Told::NotYet(Some(sector)), false);
    }
    (Told::Sector(sector, sure.iter().map(|(_, id)| *id).collect()), is_later)
}

/// The sectors with a cell left that are named in instruments adopted between two days and in none before, as far as the
/// filters leave these; and whether there may be more.
pub fn newly_named(catalogue: &Catalogue, selection: &Selection, from: Day, to: Day) -> (Vec<SectorId>, bool) {
    let data = &catalogue.data;
    let adopted =
        |day| data.instruments().map(|(id, _)| data.standing(id, day).state.adopted()).collect::<Vec<Known>>();
    let (before, after) = (adopted(from), adopted(to));
    let (mut new, mut is_partial) = (Vec::new(), false);
    for cells in selection.cells.chunk_by(|one, other| one.sector == other.sector) {
        let (mut was_none, mut is_named, mut may_be) = (true, false, false);
        for id in stated(catalogue, cells).filter_map(|(_, instrument)| instrument) {
            was_none &= before[id.index()] == Known::No;
            is_named |= after[id.index()] == Known::Yes;
            may_be |= after[id.index()] != Known::No;
            // It surely was named before: nothing else matters.
            if before[id.index()] == Known::Yes {
                (is_named, may_be) = (false, false);
                break;
            }
        }
        if was_none && is_named {
            new.push(cells[0].sector);
        } else {
            is_partial |= may_be;
        }
    }
    (new, is_partial)
}

/// What is told where the source states nothing of what is left.
fn none(catalogue: &Catalogue, query: &Query, selection: &Selection) -> Option<Told> {
    match selection.columns[..] {
        [column] if is_silent(catalogue, column) => match catalogue.data.column(column) {
            Column::Instrument(id) => Some(Told::Silent(id)),
            Column::Outside(_) => None,
        },
        _ if !selection.sectors.is_empty() => {
            let (sectors, total) = (selection.sectors.clone(), total(catalogue, query));
            Some(Told::Sectors { sectors, total, which: Which::Inferred })
        }
        _ => query.is_filtered().then_some(Told::Nothing),
    }
}

/// The cells that the source states, with their instruments where these are named.
fn stated<'a>(catalogue: &'a Catalogue, cells: &'a [Cell]) -> impl Iterator<Item = (&'a Cell, Option<InstrumentId>)> {
    let stated = cells.iter().filter(|cell| catalogue.records()[cell.record].inferred.is_none());
    stated.map(|cell| match catalogue.data.column(cell.column) {
        Column::Instrument(id) => (cell, Some(id)),
        Column::Outside(_) => (cell, None),
    })
}

/// What the sectors have in common that are named in instruments of the most partnerships. The pairs stand in the order of
/// the sectors.
fn shared(data: &Dataset, columns: &[ColumnId], pairs: &[(SectorId, InstrumentId)]) -> (Vec<SectorId>, Which) {
    let of = |id: InstrumentId| data.instrument(id).partnership;
    let mut all: Vec<PartnershipId> = Vec::new();
    let mut sectors: Vec<(SectorId, usize)> = Vec::new();
    for pairs in pairs.chunk_by(|one, other| one.0 == other.0) {
        let mut own: Vec<PartnershipId> = Vec::new();
        pairs.iter().for_each(|(_, id)| include(&mut own, of(*id)));
        own.iter().for_each(|id| include(&mut all, *id));
        sectors.push((pairs[0].0, own.len()));
    }
    let with = |least| sectors.iter().filter(|(_, many)| *many >= least).map(|(sector, _)| *sector).collect::<Vec<_>>();
    let most = sectors.iter().map(|(_, many)| *many).max().unwrap_or(0);
    let mut instruments = columns.iter().filter(|column| matches!(data.column(**column), Column::Instrument(_)));
    let is_only = instruments.nth(1).is_none();
    match all[..] {
        [partnership] => {
            let only = pairs.first().filter(|_| is_only);
            (with(1), only.map_or(Which::InPartnership(partnership), |(_, id)| Which::InInstrument(*id)))
        }
        [one, other] if most == 2 => (with(2), Which::InBoth(one, other)),
        _ if most == all.len() => (with(most), Which::InAll(most)),
        _ if most > 1 => (with(2), Which::InSeveral(all.len())),
        _ => (with(1), Which::Apart),
    }
}

/// How many sectors there are to be counted: those chosen, or else all that the source mentions.
fn total(catalogue: &Catalogue, query: &Query) -> usize {
    let is_mentioned = |id: SectorId| {
        let mut records = catalogue.records_of_sector(id);
        records.any(|at| catalogue.records()[at].inferred.is_none())
    };
    match query.sectors.len() {
        0 => catalogue.data.sectors().filter(|(id, _)| is_mentioned(*id)).count(),
        chosen => chosen,
    }
}

/// Whether the source states nothing in a column.
fn is_silent(catalogue: &Catalogue, column: ColumnId) -> bool {
    catalogue.records_of_column(column).all(|at| catalogue.records()[at].inferred.is_some())
}

/// Whether an instrument names a sector that may be within its stated term, or will be adopted.
fn may_be_covered(catalogue: &Catalogue, selection: &Selection, sector: SectorId) -> bool {
    let mut records = catalogue.records_of_sector(sector).map(|at| &catalogue.records()[at]);
    records.any(|record| {
        let state = selection.column_state(catalogue, record.column);
        record.inferred.is_none() && matches!(state, Some(State::Undetermined | State::NotYetAdopted))
    })
}

/// Whether other filters narrow what is told than those that it names, or needs.
fn is_narrowed(query: &Query, told: &Told) -> bool {
    let Query { partnerships, sectors, instruments, coverage, states, gaps, .. } = query;
    let which = if let Told::Sectors { which, .. } = told { Some(which) } else { None };
    let is_sector = matches!(told, Told::Sector(..) | Told::NotYet(Some(_)));
    let names_instrument = matches!(which, Some(Which::InInstrument(_))) || matches!(told, Told::Silent(_));
    let names_partnership = names_instrument || matches!(which, Some(Which::InPartnership(_) | Which::InBoth(..)));
    let chosen = [
        !coverage.is_empty() || !states.is_empty(),
        !sectors.is_empty() && !is_sector,
        !instruments.is_empty() && !names_instrument,
        !partnerships.is_empty() && !names_partnership,
        *gaps && !matches!(which, Some(Which::Gaps)),
    ];
    chosen.contains(&true)
}
