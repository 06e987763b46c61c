//! The contract's words as slow, plain code: what `atlas::query` has to agree with.
//!
//! It works on texts and lists where the library works on bit sets, asks every record every question, and answers the
//! question of a facet ("how many would this choice leave?") by really choosing it. Of the library it uses the tables,
//! the query value, and the state of an instrument on a day, which has tests of its own.

use atlas::model::{Column, Coverage, Dataset, EventId, InstrumentId, RelationKind, SectorId, Subject, Text};
use atlas::query::{Facets, Query};
use atlas::time::Day;
use atlas::time::known::{Known, State};
use std::collections::{BTreeMap, BTreeSet};

/// A cell that the source states, or that follows from one.
struct Cell {
    sector: SectorId,
    column: Column,
    coverage: Coverage,
    note: Text,
    inferred: bool,
}

/// What a query leaves.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Row and column of each cell that is drawn, and whether it is inferred.
    pub cells: BTreeMap<(SectorId, Column), bool>,
    /// Those of them that are in the result.
    pub known: BTreeSet<(SectorId, Column)>,
    /// The columns left.
    pub columns: BTreeSet<Column>,
    /// The events left, and whether they are known.
    pub events: BTreeMap<EventId, bool>,
    /// The activities left.
    pub activities: BTreeSet<usize>,
}

/// Answers a query.
pub fn answer(data: &Dataset, query: &Query, today: Day) -> Answer {
    let naive = Naive { data, query, day: query.as_of.day(today), words: words_of(&[&query.text]) };
    let mut answer = Answer::default();
    let covered = naive.covered();
    for cell in cells_of(data).iter().filter(|cell| naive.keeps(cell, &covered)) {
        let place = (cell.sector, cell.column);
        answer.cells.insert(place, cell.inferred);
        if naive.state(cell.column) != Some(State::NotYetAdopted) {
            answer.known.insert(place);
        }
        answer.activities.extend(naive.activities(cell).into_iter().filter(|index| naive.finds_activity(*index)));
    }
    let about_cells = !query.sectors.is_empty() || !query.coverage.is_empty() || query.gaps;
    for (_, column) in data.columns() {
        let filled = answer.cells.keys().any(|(_, other)| *other == column);
        let passes = !about_cells && naive.passes(column) && naive.finds(&[&naive.column_texts(column)]);
        if filled || passes {
            answer.columns.insert(column);
        }
    }
    for (id, event) in data.events() {
        let about = about_cells || !query.instruments.is_empty() || !query.states.is_empty();
        let concerns = |id: &InstrumentId| answer.columns.contains(&Column::Instrument(*id));
        let of = |partnership| within(&query.partnerships, &partnership);
        let left = (of(event.partnership) || event.forum_of.is_some_and(of))
            && (!about || event.instruments.iter().any(concerns))
            && naive.finds(&naive.event_texts(id).iter().collect::<Vec<_>>());
        if left {
            // Undated ones are never known not to have been: at most nobody can tell.
            let later = event.date.is_some_and(|date| Known::on(Some(&date), naive.day) == Known::No);
            answer.events.insert(id, !later);
        }
    }
    answer
}

/// The number beside each choice: how many records, or activities where there are any, would be left if it were the
/// only choice of its filter.
pub fn facets(data: &Dataset, query: &Query, today: Day) -> Facets {
    let count = |set: &dyn Fn(&mut Query)| {
        let mut chosen = query.clone();
        set(&mut chosen);
        let left = answer(data, &chosen, today);
        (if data.activities().is_empty() { left.cells.len() } else { left.activities.len() }) as u32
    };
    Facets {
        partnerships: data.partnerships().map(|(id, _)| count(&|query| query.partnerships = vec![id])).collect(),
        sectors: data.sectors().map(|(id, _)| count(&|query| query.sectors = vec![id])).collect(),
        instruments: data.instruments().map(|(id, _)| count(&|query| query.instruments = vec![id])).collect(),
        coverage: Coverage::ALL.iter().map(|value| count(&|query| query.coverage = vec![*value])).collect(),
        states: State::ALL.iter().map(|value| count(&|query| query.states = vec![*value])).collect(),
    }
}

struct Naive<'a> {
    data: &'a Dataset,
    query: &'a Query,
    day: Day,
    /// The search.
    words: Vec<String>,
}

impl Naive<'_> {
    fn state(&self, column: Column) -> Option<State> {
        match column {
            Column::Instrument(id) => Some(self.data.standing(id, self.day).state),
            Column::Outside(_) => None,
        }
    }

    /// The filters by partnership, instrument and state.
    fn passes(&self, column: Column) -> bool {
        let Query { partnerships, instruments, states, .. } = self.query;
        let own = match column {
            Column::Instrument(id) => {
                within(instruments, &id) && self.state(column).is_some_and(|s| within(states, &s))
            }
            // What no instrument is named for is of none, and in no state.
            Column::Outside(_) => instruments.is_empty() && states.is_empty(),
        };
        own && within(partnerships, &self.data.partnership_of(column))
    }

    fn keeps(&self, cell: &Cell, covered: &BTreeSet<SectorId>) -> bool {
        self.passes(cell.column)
            && within(&self.query.sectors, &cell.sector)
            && within(&self.query.coverage, &cell.coverage)
            && !(self.query.gaps && covered.contains(&cell.sector))
            && (self.query.inferred || !cell.inferred)
            && (self.finds(&[&self.sector_texts(cell.sector), &self.column_texts(cell.column), &words_in(&cell.note)])
                || self.activities(cell).into_iter().any(|index| self.finds_activity(index)))
    }

    /// The sectors with an instrument that is within its stated term or has none.
    fn covered(&self) -> BTreeSet<SectorId> {
        let rows = self.data.coverage().iter();
        let counts = |column| matches!(self.state(column), Some(State::InForce | State::Open));
        rows.filter(|row| counts(row.column)).map(|row| row.sector).collect()
    }

    fn activities(&self, cell: &Cell) -> Vec<usize> {
        let all = self.data.activities();
        let in_cell = |index: &usize| {
            Column::Instrument(all.instruments[*index]) == cell.column && all.sectors(*index).contains(&cell.sector)
        };
        (0..all.len()).filter(in_cell).collect()
    }

    fn finds_activity(&self, index: usize) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let all = self.data.activities();
        let titles: Vec<&str> = all.titles.iter().map(|titles| titles.get(index)).collect();
        let mut texts = vec![words_of(&titles), self.column_texts(Column::Instrument(all.instruments[index]))];
        texts.extend(all.sectors(index).iter().map(|sector| self.sector_texts(*sector)));
        self.finds(&texts.iter().collect::<Vec<_>>())
    }

    fn sector_texts(&self, id: SectorId) -> Vec<String> {
        let sector = self.data.sector(id);
        [&sector.name, &sector.aliases, &sector.note].into_iter().flat_map(words_in).collect()
    }

    fn column_texts(&self, column: Column) -> Vec<String> {
        let partnership = self.data.partnership(self.data.partnership_of(column));
        let mut words: Vec<String> = [&partnership.name, &partnership.parties].into_iter().flat_map(words_in).collect();
        words.extend(partnership.background.iter().flat_map(|remark| words_in(&remark.text)));
        // Its note speaks of what is under no instrument.
        let has_outside =
            self.data.coverage().iter().any(|row| row.column == Column::Outside(self.data.partnership_of(column)));
        if matches!(column, Column::Outside(_)) || !has_outside {
            words.extend(words_in(&partnership.note));
        }
        if let Column::Instrument(id) = column {
            let row = self.data.instrument(id);
            words.extend([&row.name, &row.short, &row.aliases, &row.note].into_iter().flat_map(words_in));
            words.extend(words_of(&[&row.source_spelling]));
            words.extend(row.not_before.iter().flat_map(|limit| words_in(&limit.reason.text)));
            let terms = self.data.tables().terms.iter().filter(|term| term.instrument == id);
            words.extend(terms.flat_map(|term| words_in(&term.note)));
            words.extend(self.relation_texts(Subject::Instrument(id)));
        }
        words
    }

    /// The notes of every relation at one of whose ends this stands.
    fn relation_texts(&self, end: Subject) -> Vec<String> {
        let at_an_end = |row: &&atlas::model::Relation| [row.subject, row.object].contains(&end);
        self.data.relations().iter().filter(at_an_end).flat_map(|row| words_in(&row.note)).collect()
    }

    fn event_texts(&self, id: EventId) -> Vec<Vec<String>> {
        let event = self.data.event(id);
        let mut texts: Vec<Vec<String>> =
            [&event.name, &event.summary, &event.place, &event.forum, &event.note, &event.date_note]
                .map(words_in)
                .into();
        for person in self.data.participants(id) {
            texts.extend([words_in(&person.name), words_in(&person.role), words_of(&[&person.source_spelling])]);
        }
        for id in &event.proposals {
            let proposal = self.data.proposal(*id);
            texts.extend([
                words_in(&proposal.name),
                words_in(&proposal.note),
                self.relation_texts(Subject::Proposal(*id)),
            ]);
        }
        texts.push(self.relation_texts(Subject::Event(id)));
        texts.extend(event.instruments.iter().map(|id| self.column_texts(Column::Instrument(*id))));
        texts
    }

    /// Whether each word of the search begins a word of the texts.
    fn finds(&self, texts: &[&Vec<String>]) -> bool {
        let found =
            |wanted: &String| texts.iter().any(|words| words.iter().any(|word| word.starts_with(wanted.as_str())));
        self.words.iter().all(found)
    }
}

/// Every cell that the source states, and those that follow from it through "implements" where none is stated: from the
/// nearest stated cell, and of several as near from the first.
fn cells_of(data: &Dataset) -> Vec<Cell> {
    let stated = |row: &atlas::model::CoverageRecord| Cell {
        sector: row.sector,
        column: row.column,
        coverage: row.coverage,
        note: row.note.clone(),
        inferred: false,
    };
    let mut cells: Vec<Cell> = data.coverage().iter().map(stated).collect();
    let implements: Vec<(Column, Column)> = data
        .relations()
        .iter()
        .filter_map(|relation| match (relation.subject, relation.kind, relation.object) {
            (Subject::Instrument(from), RelationKind::Implements, Subject::Instrument(to)) => {
                Some((Column::Instrument(from), Column::Instrument(to)))
            }
            _ => None,
        })
        .collect();
    let mut new = 0..cells.len();
    while !new.is_empty() {
        for index in new.clone() {
            for (from, to) in &implements {
                let Cell { sector, column, coverage, ref note, .. } = cells[index];
                let is_there = cells.iter().any(|cell| cell.column == *from && cell.sector == sector);
                if column == *to && !is_there {
                    cells.push(Cell { sector, column: *from, coverage, note: note.clone(), inferred: true });
                }
            }
        }
        new = new.end..cells.len();
    }
    cells
}

fn within<T: PartialEq>(choices: &[T], value: &T) -> bool {
    choices.is_empty() || choices.contains(value)
}

fn words_in(text: &Text) -> Vec<String> {
    words_of(&text.0.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The words of texts in small letters without the accents that the tests' own searches have; a hyphenated word also as
/// a whole.
fn words_of(texts: &[&str]) -> Vec<String> {
    let plain = |text: &str| {
        let small = text.to_lowercase();
        small
            .chars()
            .filter(|c| c.is_alphanumeric())
            .map(|c| match c {
                'ё' => 'е',
                'й' => 'и',
                'é' | 'è' => 'e',
                'đ' => 'd',
                c => c,
            })
            .collect::<String>()
    };
    let mut words = Vec::new();
    for run in texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && c != '-')) {
        words.extend(run.split('-').map(plain));
        words.push(plain(run));
    }
    words.retain(|word| !word.is_empty());
    words
}
