//! The contract's result with the records that it names, so that a program needs nothing besides.

use super::json::Json;
use super::provenance::{Provenance, bare};
use crate::details::cite;
use crate::model::{Column, Evidence, Text};
use crate::shown::Shown;
use crate::time::known::Known;

/// `result`, `records` by table, and `from`: what the file says of itself.
pub fn records(shown: &Shown) -> String {
    let (data, selection) = (&shown.catalogue.data, &shown.selection);
    let mut out = Records { json: Json(String::from("{")), shown };
    out.json.key("result");
    out.json.0.push_str(&super::result_of(shown));
    out.json.key("records");
    out.json.open('{');
    out.table("sectors", selection.sectors.iter().map(|id| data.sector(*id)), |out, row| {
        out.json.text("id", &row.slug);
        out.json.text("group", &data.group(row.group).slug);
        out.words("name", &row.name);
        out.words("note", &row.note);
        out.evidence(&row.evidence);
    });
    let instruments = selection.columns.iter().filter_map(|column| match data.column(*column) {
        Column::Instrument(id) => Some(data.instrument(id)),
        Column::Outside(_) => None,
    });
    out.table("instruments", instruments, |out, row| {
        out.json.text("id", &row.slug);
        out.json.text("partnership", &data.partnership(row.partnership).slug);
        out.json.text("kind", row.kind.id());
        out.words("name", &row.name);
        out.words("note", &row.note);
        out.evidence(&row.evidence);
    });
    out.table("cells", selection.known_cells(), |out, cell| {
        let row = &data.coverage()[shown.catalogue.records()[cell.record].source];
        out.json.text("sector", &data.sector(cell.sector).slug);
        out.json.text("column", data.column_slug(data.column(cell.column)));
        out.words("note", &row.note);
        out.evidence(&row.evidence);
    });
    let events = selection.events.iter().filter(|(_, known)| *known != Known::No).map(|(id, _)| data.event(*id));
    out.table("events", events, |out, row| {
        out.json.text("id", &row.slug);
        out.json.text("partnership", &data.partnership(row.partnership).slug);
        out.json.text("kind", row.kind.id());
        out.words("name", &row.name);
        out.words("summary", &row.summary);
        out.words("place", &row.place);
        out.words("note", &row.note);
        out.evidence(&row.evidence);
    });
    out.json.close('}');
    let from = Provenance::of(shown);
    out.json.key("from");
    out.json.open('{');
    out.json.text("title", &from.title);
    out.json.text("lang", &from.lang);
    out.json.text("dataset", &from.dataset);
    out.json.list("sources", &from.sources, |json, source| json.string(source));
    out.json.text("licence", &from.licence);
    out.json.close('}');
    out.json.close('}');
    out.json.0 + "\n"
}

struct Records<'a> {
    json: Json,
    shown: &'a Shown,
}

impl Records<'_> {
    fn table<T>(&mut self, name: &str, rows: impl Iterator<Item = T>, write: impl Fn(&mut Self, T)) {
        self.json.key(name);
        self.json.open('[');
        for row in rows {
            self.json.open('{');
            write(self, row);
            self.json.close('}');
        }
        self.json.close(']');
    }

    /// A text in the language shown, if there is one.
    fn words(&mut self, key: &str, text: &Text) {
        if !text.is_empty() {
            self.json.text(key, &bare(self.shown.text(text).plain()));
        }
    }

    fn evidence(&mut self, evidence: &Evidence) {
        self.json.text("source", &self.shown.catalogue.data.source(evidence.source).slug);
        self.json.text("locator", &evidence.locator);
        self.json.text("place", &bare(cite(self.shown, evidence).place.plain()));
    }
}
