//! The rows of what is shown, as texts under the column names of the data package.

use super::provenance::{Provenance, bare};
use crate::model::{Column, Evidence, Text};
use crate::shown::Shown;
use crate::taking::Rows;
use crate::time::known::Known;
use core::ops::Range;

/// The names of the columns, with the language of those that are in one.
pub(super) fn heads(shown: &Shown, rows: Rows) -> Vec<String> {
    let lang = Provenance::of(shown).lang;
    columns(rows).iter().map(|name| [*name, if name.ends_with('_') { lang.as_str() } else { "" }].concat()).collect()
}

/// The names of its columns; one that ends in `_` is in the language shown.
fn columns(rows: Rows) -> &'static [&'static str] {
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
            "adopted_date",
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
        table.slug(row.adopted.map_or("", |event| &data.event(event).slug));
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
pub(super) struct Table<'a> {
    /// The rows that are whole.
    pub rows: Vec<Vec<String>>,
    row: Vec<String>,
    shown: &'a Shown,
    places: Range<usize>,
}

impl<'a> Table<'a> {
    /// The rows at these places of all that are shown.
    pub fn of(shown: &'a Shown, rows: Rows, places: Range<usize>) -> Table<'a> {
        let mut table = Table { rows: Vec::new(), row: Vec::new(), shown, places };
        match rows {
            Rows::Cells => cells(shown, &mut table),
            Rows::Instruments => instruments(shown, &mut table),
            Rows::Events => events(shown, &mut table),
            Rows::Activities => activities(shown, &mut table),
        }
        table
    }

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
        self.row.push(value.map_or_else(String::new, |value| value.to_string()));
    }

    fn known(&mut self, known: Known) {
        self.slug(if known == Known::Undetermined { "undetermined" } else { "yes" });
    }

    fn evidence(&mut self, evidence: &Evidence) {
        self.slug(&self.shown.catalogue.data.source(evidence.source).slug);
        self.slug(&evidence.locator);
    }

    fn value(&mut self, text: &str) {
        self.row.push(bare(text));
    }

    fn slug(&mut self, value: &str) {
        self.row.push(value.to_owned());
    }

    fn end(&mut self) {
        self.rows.push(core::mem::take(&mut self.row));
    }
}
