//! The rows of what is shown, as texts under the column names of the data package.

use super::provenance::{bare, lang};
use super::text::put;
use crate::model::{Column, Evidence, Text};
use crate::shown::Shown;
use crate::taking::Rows;
use crate::time::Edtf;
use crate::time::known::Known;
use core::ops::Range;

/// The names of the columns, with the language of those that are in one.
pub(super) fn heads(shown: &Shown, rows: Rows) -> Vec<String> {
    COLUMNS[rows as usize]
        .split(' ')
        .map(|name| [name, if name.ends_with('_') { lang(shown) } else { "" }].concat())
        .collect()
}

/// The names of the columns of each table, in the order of [`Rows`]; one that ends in `_` is in the language shown.
const COLUMNS: [&str; 4] = [
    "sector sector_name_ instrument instrument_short_ partnership coverage inferred known note_ source locator",
    "id partnership kind name_ short_ adopted adopted_date not_before state term stated_count stated_unit note_ source \
     locator",
    "id partnership kind date date_by known place_ forum_ forum_of name_ summary_ instruments proposals note_ source \
     locator",
    "id instrument sectors title_ date state source locator",
];

/// Hands on the rows at these places of all that are shown, one after the other.
pub(super) fn each(shown: &Shown, rows: Rows, places: Range<usize>, take: &mut dyn FnMut(&[String])) {
    let mut table = Table { shown, places, at: 0, row: Vec::new(), take };
    let _ = match rows {
        Rows::Cells => cells(&mut table),
        Rows::Instruments => instruments(&mut table),
        Rows::Events => events(&mut table),
        Rows::Activities => activities(&mut table),
    };
}

#[inline(never)]
fn cells(table: &mut Table) -> Option<()> {
    let shown = table.shown;
    let data = &shown.catalogue.data;
    for cell in shown.selection.known_cells() {
        if table.passes()? {
            continue;
        }
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
        table.end_with(&row.note, &row.evidence);
    }
    Some(())
}

#[inline(never)]
fn instruments(table: &mut Table) -> Option<()> {
    let shown = table.shown;
    let data = &shown.catalogue.data;
    let columns = shown.selection.columns.iter();
    let instruments = columns.filter_map(|column| data.column(*column).instrument());
    for id in instruments {
        if table.passes()? {
            continue;
        }
        let (row, standing) = (data.instrument(id), shown.selection.standing(id));
        table.slug(&row.slug);
        table.slug(&data.partnership(row.partnership).slug);
        table.slug(row.kind.id());
        table.words(&row.name);
        table.words(&row.short);
        table.slug(row.adopted.map_or("", |event| &data.event(event).slug));
        table.date(row.adopted.and_then(|event| data.event(event).date));
        table.date(row.not_before.as_ref().map(|limit| Edtf::Date(limit.date)));
        table.slug(standing.state.id());
        table.date(standing.term.map(Edtf::Interval));
        table.slug(&row.count.map_or_else(String::new, |(number, _)| number.to_string()));
        table.slug(row.count.map_or("", |(_, unit)| unit.id()));
        table.end_with(&row.note, &row.evidence);
    }
    Some(())
}

#[inline(never)]
fn events(table: &mut Table) -> Option<()> {
    let shown = table.shown;
    let data = &shown.catalogue.data;
    let events = shown.selection.events.iter().filter(|(_, known)| *known != Known::No);
    for (id, known) in events {
        if table.passes()? {
            continue;
        }
        let row = data.event(*id);
        table.slug(&row.slug);
        table.slug(&data.partnership(row.partnership).slug);
        table.slug(row.kind.id());
        table.date(row.date);
        table.date(row.date_by);
        table.known(*known);
        table.words(&row.place);
        table.words(&row.forum);
        table.slug(row.forum_of.map_or("", |id| &data.partnership(id).slug));
        table.words(&row.name);
        table.words(&row.summary);
        table.slug("");
        row.instruments.iter().for_each(|id| table.also(&data.instrument(*id).slug));
        table.slug("");
        row.proposals.iter().for_each(|id| table.also(&data.proposal(*id).slug));
        table.end_with(&row.note, &row.evidence);
    }
    Some(())
}

#[inline(never)]
fn activities(table: &mut Table) -> Option<()> {
    let shown = table.shown;
    let data = &shown.catalogue.data;
    let all = data.activities();
    for at in shown.selection.activities.iter() {
        if table.passes()? {
            continue;
        }
        table.slug(all.slugs.get(at));
        table.slug(&data.instrument(all.instruments[at]).slug);
        table.slug("");
        all.sectors(at).iter().for_each(|id| table.also(&data.sector(*id).slug));
        table.value(shown.activity(at).plain());
        table.date(all.dates[at]);
        table.slug(all.states[at].id());
        table.slug(&data.source(all.sources[at]).slug);
        table.slug(all.locators.get(at));
        table.end();
    }
    Some(())
}

/// A table as it grows, row by row.
struct Table<'a> {
    shown: &'a Shown,
    /// Which rows are asked for, and the place of the next.
    places: Range<usize>,
    at: usize,
    row: Vec<String>,
    take: &'a mut dyn FnMut(&[String]),
}

impl Table<'_> {
    /// Whether the next row stands before those that are asked for; none where it stands behind them.
    #[inline(never)]
    fn passes(&mut self) -> Option<bool> {
        self.at += 1;
        (self.at <= self.places.end).then_some(self.at <= self.places.start)
    }

    /// A text of the data, in the language shown.
    #[inline(never)]
    fn words(&mut self, text: &Text) {
        self.value(self.shown.text(text).plain());
    }

    #[inline(never)]
    fn date(&mut self, date: Option<Edtf>) {
        self.row.push(date.map_or_else(String::new, |date| date.to_string()));
    }

    #[inline(never)]
    fn known(&mut self, known: Known) {
        self.slug(if known == Known::Undetermined { "undetermined" } else { "yes" });
    }

    #[inline(never)]
    fn value(&mut self, text: &str) {
        self.row.push(bare(text));
    }

    #[inline(never)]
    fn slug(&mut self, value: &str) {
        self.row.push(value.to_owned());
    }

    /// Another id in the value that was put last.
    #[inline(never)]
    fn also(&mut self, slug: &str) {
        if let Some(last) = self.row.last_mut() {
            let before = if last.is_empty() { "" } else { " | " };
            put(last, &[before, slug]);
        }
    }

    /// Note, source and place, with which most rows end.
    #[inline(never)]
    fn end_with(&mut self, note: &Text, evidence: &Evidence) {
        self.words(note);
        self.slug(&self.shown.catalogue.data.source(evidence.source).slug);
        self.slug(&evidence.locator);
        self.end();
    }

    #[inline(never)]
    fn end(&mut self) {
        (self.take)(&self.row);
        self.row.clear();
    }
}
