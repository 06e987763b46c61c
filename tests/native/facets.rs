//! Every answer and every number beside a choice, against a slow implementation of the contract's words.

use crate::asking::{TODAY, day, shipped, thousand};
use crate::naive;
use atlas::model::{
    Activities, Column, Coverage, CoverageRecord, Dataset, Instrument, InstrumentId, PartnershipId, Relation,
    RelationKind, SectorId, Subject, Tables,
};
use atlas::query::{AsOf, Catalogue, Query, Selection};
use atlas::time::known::{Known, State};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Words that occur in the data, as readers type them, and some that do not.
const WORDS: [&str; 32] = [
    "",
    "energy",
    "ENERGY",
    "agri",
    "asean russia",
    "eau",
    "e-commerce",
    "ecommerce",
    "Саркисян",
    "сельск",
    "мероприятия",
    "plan 2016",
    "trade",
    "workshop",
    "training port",
    "nosuchword",
    "a",
    "обмен",
    "mou",
    "named together",
    // From notes of instruments, sectors, cells, events, their dates, terms, relations, proposals, partnerships; a place; a
    // role.
    "high-level dialogue",
    "msmes",
    "residual",
    "officer",
    "following year",
    "calendar",
    "confidence",
    "begun",
    "executive union",
    "singapore",
    "Сингапур саммит",
    "secretary-general",
];

/// Days on both sides of most bounds in both datasets.
const DAYS: [&str; 12] = [
    "0001-01-01",
    "2015-12-31",
    "2016-08-05",
    "2017-01-01",
    "2018-11-14",
    "2019-07-01",
    "2019-09-10",
    "2020-08-28",
    "2021-06-01",
    "2022-03-03",
    "2025-12-31",
    "2030-01-01",
];

/// Nothing, mostly; else a few of them, sorted as a query keeps them.
fn some<T: Clone + std::fmt::Debug + Ord + 'static>(all: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    let most = all.len().min(3);
    prop_oneof![2 => Just(Vec::new()), 1 => subsequence(all, 1..=most)].prop_map(|mut list| {
        list.sort();
        list
    })
}

/// Queries with a few choices of some filters, a search and a day.
pub fn queries(data: &Dataset) -> impl Strategy<Value = Query> + use<> {
    let lists = (
        some(data.partnerships().map(|(id, _)| id).collect::<Vec<_>>()),
        some(data.sectors().map(|(id, _)| id).collect::<Vec<_>>()),
        some(data.instruments().map(|(id, _)| id).collect::<Vec<_>>()),
        some(Coverage::ALL.to_vec()),
        some(State::ALL.to_vec()),
    );
    let text = prop_oneof![1 => Just(""), 1 => select(&WORDS[..])];
    let rest = (text, select(&DAYS[..]), prop::bool::weighted(0.2), prop::bool::weighted(0.3));
    (lists, rest).prop_map(|((partnerships, sectors, instruments, coverage, states), (text, on, gaps, inferred))| {
        let as_of = AsOf::On(day(on));
        let text = text.to_owned();
        Query { text, partnerships, sectors, instruments, coverage, states, as_of, gaps, inferred, ..Query::default() }
    })
}

/// A selection in the terms of the slow implementation.
fn in_its_terms(catalogue: &Catalogue, selection: &Selection) -> naive::Answer {
    let data = &catalogue.data;
    let place = |cell: &atlas::query::Cell| (cell.sector, data.column(cell.column));
    let inferred = |cell: &atlas::query::Cell| catalogue.records()[cell.record].inferred.is_some();
    naive::Answer {
        cells: selection.cells.iter().map(|cell| (place(cell), inferred(cell))).collect(),
        known: selection.known_cells().map(place).collect(),
        columns: selection.columns.iter().map(|id| data.column(*id)).collect(),
        events: selection.events.iter().map(|(id, known)| (*id, *known != Known::No)).collect(),
        activities: selection.activities.iter().collect(),
    }
}

fn check(catalogue: &Catalogue, query: &Query) -> Result<(), TestCaseError> {
    let data = &catalogue.data;
    let selection = Selection::of(catalogue, query, day(TODAY));
    let expected = naive::answer(data, query, day(TODAY));
    prop_assert_eq!(in_its_terms(catalogue, &selection), expected, "{:?}", query);
    prop_assert_eq!(&selection.facets, &naive::facets(data, query, day(TODAY)), "{:?}", query);
    prop_assert_eq!(selection.activity_count as usize, selection.activities.iter().count());
    let mut sectors: Vec<_> = selection.cells.iter().map(|cell| cell.sector).collect();
    sectors.dedup();
    prop_assert_eq!(&selection.sectors, &sectors);
    // The number in a cell: its activities that are left.
    for cell in &selection.cells {
        let all = data.activities();
        let inside = selection.activities.iter().filter(|index| {
            Column::Instrument(all.instruments[*index]) == data.column(cell.column)
                && all.sectors(*index).contains(&cell.sector)
        });
        prop_assert_eq!(cell.activities as usize, inside.count(), "{:?}: {:?}", query, cell);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_shipped_data_is_answered_as_the_contract_says(query in queries(&shipped().data)) {
        check(shipped(), &query)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_thousand_activities_are_answered_as_the_contract_says(query in queries(&thousand().data)) {
        check(thousand(), &query)?;
    }
}

/// The shipped tables with many more instruments, of which a few cover something and which implement each other in
/// chains and in circles, and with some activities of theirs.
pub fn frameworks() -> impl Strategy<Value = Rc<Catalogue>> {
    let (most, sectors) = (40u16, shipped().data.sectors().len() as u16);
    let instruments = prop::collection::vec(0..shipped().data.instruments().len(), 1..usize::from(most));
    let cells = prop::collection::vec((0..sectors, any::<u16>(), select(Coverage::ALL)), 0..40);
    let implements = prop::collection::vec((any::<u16>(), any::<u16>()), 0..40);
    let chain = 0..most;
    let activities = prop::collection::vec((any::<u16>(), subsequence((0..sectors).collect::<Vec<_>>(), 0..4)), 0..40);
    (instruments, cells, implements, chain, activities).prop_map(
        |(instruments, cells, implements, chain, activities)| {
            let shipped = shipped().data.tables();
            let count = instruments.len() as u16;
            let mut tables = Tables { activities: Activities::default(), ..shipped.clone() };
            // Those of the shipped tables stay, since events name them.
            let more = instruments.iter().map(|at| Instrument { adopted: None, ..shipped.instruments[*at].clone() });
            tables.instruments.extend(more);
            let id = |number: u16| InstrumentId(number % (count + shipped.instruments.len() as u16));
            let mut seen: BTreeSet<_> = tables.coverage.iter().map(|row| (row.sector, row.column)).collect();
            for (sector, column, coverage) in cells {
                let (sector, column) = (
                    SectorId(sector),
                    match column % 16 {
                        0 => Column::Outside(PartnershipId(column / 16 % shipped.partnerships.len() as u16)),
                        _ => Column::Instrument(id(column)),
                    },
                );
                if seen.insert((sector, column)) {
                    tables.coverage.push(CoverageRecord { sector, column, coverage, ..shipped.coverage[0].clone() });
                }
            }
            let chain = (0..chain.min(count)).map(|number| (number + 1, number));
            tables.relations.extend(implements.into_iter().chain(chain).map(|(from, to)| Relation {
                subject: Subject::Instrument(id(from)),
                kind: RelationKind::Implements,
                object: Subject::Instrument(id(to)),
                ..shipped.relations[0].clone()
            }));
            let all = &mut tables.activities;
            all.titles = vec![Default::default(); shipped.languages.len()];
            for (number, (instrument, sectors)) in activities.into_iter().enumerate() {
                // An activity lies in cells that the source speaks of, as whoever reads a dataset makes sure.
                for sector in sectors.iter().map(|sector| SectorId(*sector)) {
                    let column = Column::Instrument(id(instrument));
                    if seen.insert((sector, column)) {
                        tables.coverage.push(CoverageRecord { sector, column, ..shipped.coverage[0].clone() });
                    }
                }
                all.instruments.push(id(instrument));
                all.sectors.extend(sectors.into_iter().map(SectorId));
                all.sector_ends.push(all.sectors.len() as u32);
                all.titles.iter_mut().for_each(|titles| titles.push(WORDS[number % WORDS.len()]));
                all.slugs.push("");
                all.locators.push("B1");
                all.dates.push(None);
                all.states.push(atlas::model::ActivityState::Planned);
                all.sources.push(atlas::model::SourceId(0));
            }
            Rc::new(Catalogue::new(Dataset::new(tables)))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn chains_and_circles_and_many_columns_are_answered_as_the_contract_says(
        (catalogue, query) in frameworks().prop_flat_map(|catalogue| (Just(catalogue.clone()), queries(&catalogue.data))),
    ) {
        check(&catalogue, &query)?;
    }
}

#[test]
fn a_choice_of_the_same_filter_is_counted_as_if_it_were_the_only_one() {
    let facets = |text: &str| crate::asking::select(shipped(), text).1.facets;
    let all = facets("");
    assert_eq!(all.coverage, [12, 9, 7, 2]);
    assert_eq!(all.sectors.iter().sum::<u32>(), 30);
    // Another coverage is chosen: the numbers beside the coverages stay, those beside the sectors do not.
    let chosen = facets("coverage=exploring");
    assert_eq!(chosen.coverage, all.coverage);
    assert_eq!(chosen.sectors.iter().sum::<u32>(), 2);
    assert_eq!(facets("partnership=asean-eaeu").coverage, [0, 9, 0, 0]);
}

#[test]
fn the_search_leaves_the_same_whether_typed_in_small_or_capital_letters() {
    let answers: BTreeMap<&str, _> = ["ENERGY", "energy", "Energy"]
        .map(|text| (text, in_its_terms(shipped(), &crate::asking::select(shipped(), &format!("q={text}")).1)))
        .into();
    assert!(!answers["energy"].cells.is_empty());
    assert!(answers.values().all(|answer| *answer == answers["energy"]));
}
