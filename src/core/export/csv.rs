//! The rows of what is shown, as files that spreadsheets open at a double click.
//!
//! A byte order mark tells Excel that the text is UTF-8, lines end as RFC 4180 has it, and dates stay EDTF text. A value that
//! a spreadsheet would take for a formula gets an apostrophe before it. The columns are named as in the data package; behind
//! them stand, in each row, the question and where the row comes from, since files are cut apart and sorted.

use super::provenance::{Provenance, bare};
use crate::model::{Column, Evidence, Text};
use crate::shown::Shown;
use crate::time::known::Known;
use core::ops::Range;

/// The tables that can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// The cells of the matrix that are known on the day.
    Cells,
    /// The instruments that the filters leave, as known on the day.
    Instruments,
    /// The events that concern them and are not after the day.
    Events,
    /// The activities that the filters leave.
    Activities,
}

impl Rows {
    /// All of them, in the order in which readers see them.
    pub const ALL: [Rows; 4] = [Rows::Cells, Rows::Instruments, Rows::Events, Rows::Activities];

}

/// A table of what is shown: the rows at these places of all of them, the first with the heads before it.
pub fn csv(shown: &Shown, rows: Rows, places: Range<usize>) -> String {
    let mut table = Table::new(shown, heads(rows), places);
    match rows {
        Rows::Cells => cells(shown, &mut table),
        Rows::Instruments => instruments(shown, &mut table),
        Rows::Events => events(shown, &mut table),
        Rows::Activities => activities(shown, &mut table),
    }
    table.text
}

/// The heads of a table; one that ends in `_` is in the language shown.
fn heads(rows: Rows) -> &'static [&'static str] {
    match rows {
        Rows::Cells => &[
            "sector",
            "sector_name_",
            "instrument",
            "instrument_short_",
            "partnership",
            "coverage",
            "inferred",
            "known",
            "note_",
            "source",
            "locator",
        ],
        Rows::Instruments => &[
            "id",
            "partnership",
            "kind",
            "name_",
            "short_",
            "adopted",
            "not_before",
            "state",
            "term",
            "stated_count",
            "stated_unit",
            "note_",
            "source",
            "locator",
        ],
        Rows::Events => &[
            "id",
            "partnership",
            "kind",
            "date",
            "date_by",
            "known",
            "place_",
            "forum_",
            "forum_of",
            "name_",
            "summary_",
            "instruments",
            "proposals",
            "note_",
            "source",
            "locator",
        ],
        Rows::Activities => &["id", "instrument", "sectors", "title_", "date", "state", "source", "locator"],
    }
}

fn cells(shown: &Shown, table: &mut Table) {
    let data = &shown.catalogue.data;
    for cell in table.placed(shown.selection.known_cells()) {
        let record = &shown.catalogue.records()[cell.record];
        let row = &data.coverage()[record.source];
        let sector = data.sector(cell.sector);
        let column = data.column(cell.column);
        table.slug(&sector.slug);
        table.words(&sector.name);
        match column {
            Column::Instrument(id) => {
                table.slug(&data.instrument(id).slug);
                table.words(&data.instrument(id).short);
            }
            Column::Outside(_) => ["", ""].into_iter().for_each(|none| table.slug(none)),
        }
        table.slug(&data.partnership(data.partnership_of(column)).slug);
        table.slug(record.coverage.id());
        table.slug(if record.inferred.is_some() { "true" } else { "false" });
        table.known(cell.known);
        table.words(&row.note);
        table.evidence(&row.evidence);
        table.end();
    }
}

fn instruments(shown: &Shown, table: &mut Table) {
    let data = &shown.catalogue.data;
    let columns = shown.selection.columns.iter();
    for id in table.placed(columns.filter_map(|column| data.column(*column).instrument())) {
        let (row, standing) = (data.instrument(id), shown.selection.standing(id));
        table.slug(&row.slug);
        table.slug(&data.partnership(row.partnership).slug);
        table.slug(row.kind.id());
        table.words(&row.name);
        table.words(&row.short);
        table.shown(row.adopted.and_then(|event| data.event(event).date));
        table.shown(row.not_before.as_ref().map(|limit| limit.date));
        table.slug(standing.state.id());
        table.shown(standing.term);
        table.shown(row.count.map(|(number, _)| number));
        table.slug(row.count.map_or("", |(_, unit)| unit.id()));
        table.words(&row.note);
        table.evidence(&row.evidence);
        table.end();
    }
}

fn events(shown: &Shown, table: &mut Table) {
    let data = &shown.catalogue.data;
    let events = shown.selection.events.iter();
    for (id, known) in table.placed(events.filter(|(_, known)| *known != Known::No)) {
        let row = data.event(*id);
        table.slug(&row.slug);
        table.slug(&data.partnership(row.partnership).slug);
        table.slug(row.kind.id());
        table.shown(row.date);
        table.shown(row.date_by);
        table.known(*known);
        table.words(&row.place);
        table.words(&row.forum);
        table.slug(row.forum_of.map_or("", |id| &data.partnership(id).slug));
        table.words(&row.name);
        table.words(&row.summary);
        table.list(row.instruments.iter().map(|id| data.instrument(*id).slug.as_str()));
        table.list(row.proposals.iter().map(|id| data.proposal(*id).slug.as_str()));
        table.words(&row.note);
        table.evidence(&row.evidence);
        table.end();
    }
}

fn activities(shown: &Shown, table: &mut Table) {
    let data = &shown.catalogue.data;
    let all = data.activities();
    for at in table.placed(shown.selection.activities.iter()) {
        table.slug(all.slugs.get(at));
        table.slug(&data.instrument(all.instruments[at]).slug);
        table.list(all.sectors(at).iter().map(|id| data.sector(*id).slug.as_str()));
        table.value(shown.activity(at).plain());
        table.shown(all.dates[at]);
        table.slug(all.states[at].id());
        table.slug(&data.source(all.sources[at]).slug);
        table.slug(all.locators.get(at));
        table.end();
    }
}

/// A table as it grows.
struct Table<'a> {
    shown: &'a Shown,
    text: String,
    /// The end of each row.
    rest: String,
    is_begun: bool,
    places: Range<usize>,
}

impl<'a> Table<'a> {
    fn new(shown: &'a Shown, heads: &[&str], places: Range<usize>) -> Table<'a> {
        let Provenance { lang, query, as_of, dataset, sources, licence, .. } = Provenance::of(shown);
        let mut table = Table { shown, text: String::new(), rest: String::new(), is_begun: true, places };
        [query, as_of, dataset, sources.join("; "), licence].iter().for_each(|value| table.value(value));
        let rest = core::mem::take(&mut table.text);
        table.is_begun = false;
        if table.places.start == 0 {
            table.text.push('\u{feff}');
            for head in heads {
                table.slug(&if head.ends_with('_') { [head, lang.as_str()].concat() } else { (*head).to_owned() });
            }
            ["query", "as_of", "dataset", "cited", "licence"].into_iter().for_each(|head| table.slug(head));
            table.end();
        }
        table.rest = rest;
        table
    }

    /// The rows at the places of this table.
    fn placed<T>(&self, rows: impl Iterator<Item = T>) -> Vec<T> {
        rows.skip(self.places.start).take(self.places.len()).collect()
    }

    /// A text of the data, in the language shown.
    fn words(&mut self, text: &Text) {
        self.value(self.shown.text(text).plain());
    }

    fn list<'b>(&mut self, slugs: impl Iterator<Item = &'b str>) {
        self.slug(&slugs.collect::<Vec<_>>().join(" | "));
    }

    fn shown(&mut self, value: Option<impl ToString>) {
        self.slug(&value.map_or_else(String::new, |value| value.to_string()));
    }

    fn known(&mut self, known: Known) {
        self.slug(if known == Known::Undetermined { "undetermined" } else { "yes" });
    }

    fn evidence(&mut self, evidence: &Evidence) {
        self.slug(&self.shown.catalogue.data.source(evidence.source).slug);
        self.slug(&evidence.locator);
    }

    /// A text that anybody may have written.
    fn value(&mut self, text: &str) {
        let text = bare(text);
        let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
        self.slug(&[if is_formula { "'" } else { "" }, &text].concat());
    }

    /// A value that begins no formula.
    fn slug(&mut self, value: &str) {
        if core::mem::replace(&mut self.is_begun, true) {
            self.text.push(',');
        }
        if value.contains(['"', ',', '\n', '\r']) {
            self.text.extend(["\"", &value.replace('"', "\"\""), "\""]);
        } else {
            self.text.push_str(value);
        }
    }

    fn end(&mut self) {
        self.text.push_str(&self.rest);
        self.text.push_str("\r\n");
        self.is_begun = false;
    }
}
