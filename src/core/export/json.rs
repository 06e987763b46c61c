//! The result of the contract, as JSON.
//!
//! Written by hand, since `serde_json` would add 27 kB to what every reader loads, and the same code serves the
//! element and the command line.

use super::text::hex;
use crate::compare;
use crate::model::ColumnId;
use crate::query::{Catalogue, Query, Selection, url};
use crate::time::known::Known;

/// What is shown, as the contract's JSON: `query`, `asOf`, `version`, `counts`, `instruments`, `sectors`, `cells`,
/// `events`, `rejected`; with a second day, `changes` before the last.
///
/// An event that a filter on partnerships keeps only because it was held in the forum of one says so: `inForumOf`.
///
/// What is not known on the day is left out; `rejected` is what [`url::parse`] dropped.
pub fn result(catalogue: &Catalogue, query: &Query, selection: &Selection, rejected: &[String]) -> String {
    let data = &catalogue.data;
    let instruments: Vec<_> = selection.columns.iter().filter_map(|id| data.column(*id).instrument()).collect();
    let cells: Vec<_> = selection.known_cells().collect();
    let mut sectors: Vec<_> = cells.iter().map(|cell| cell.sector).collect();
    sectors.dedup();
    let events: Vec<_> = selection.events.iter().filter(|(_, known)| *known != Known::No).collect();

    let mut json = Json(String::with_capacity(4096));
    json.open('{');
    json.text("query", &url::write(query, data));
    json.text("asOf", &selection.day.to_string());
    json.text("version", env!("CARGO_PKG_VERSION"));
    json.key("counts");
    json.open('{');
    json.number("sectors", sectors.len());
    json.number("instruments", instruments.len());
    json.number("cells", cells.len());
    json.number("events", events.len());
    if !data.activities().is_empty() {
        json.number("activities", selection.activity_count as usize);
    }
    json.close('}');
    json.list("instruments", &instruments, |json, id| {
        let standing = selection.standing(*id);
        json.open('{');
        json.text("id", &data.instrument(*id).slug);
        json.text("state", standing.state.id());
        json.text_or_null("term", standing.term.map(|term| term.to_string()).as_deref());
        json.close('}');
    });
    json.list("sectors", &sectors, |json, id| json.string(&data.sector(*id).slug));
    json.list("cells", &cells, |json, cell| {
        let record = &catalogue.records()[cell.record];
        json.open('{');
        json.text("sector", &data.sector(cell.sector).slug);
        json.text("column", column_slug(catalogue, cell.column));
        json.text("coverage", record.coverage.id());
        json.flag("inferred", record.inferred.is_some());
        json.close('}');
    });
    json.list("events", &events, |json, (id, known)| {
        let event = data.event(*id);
        json.open('{');
        json.text("id", &event.slug);
        json.text_or_null("date", event.date.map(|date| date.to_string()).as_deref());
        if let Some(partnership) = query.kept_for_forum(event) {
            json.text("inForumOf", &data.partnership(partnership).slug);
        }
        if *known == Known::Undetermined {
            json.flag("undetermined", true);
        }
        json.close('}');
    });
    if let Some(other) = query.compare {
        json.list("changes", &compare::acts(catalogue, selection, other), |json, act| {
            json.open('{');
            json.text("id", act.slug(data));
            json.text("kind", act.kind(data));
            json.text("date", &act.date.to_string());
            if !act.is_sure {
                json.flag("undetermined", true);
            }
            json.close('}');
        });
    }
    json.list("rejected", rejected, |json, text| json.string(text));
    json.close('}');
    json.0
}

fn column_slug(catalogue: &Catalogue, column: ColumnId) -> &str {
    catalogue.data.column_slug(catalogue.data.column(column))
}

/// JSON as it grows. Values put their own comma before them where one is due.
pub(super) struct Json(pub String);

impl Json {
    fn comma(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    pub fn open(&mut self, bracket: char) {
        self.comma();
        self.0.push(bracket);
    }

    pub fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub fn key(&mut self, key: &str) {
        self.string(key);
        self.0.push(':');
    }

    pub fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.string(value);
    }

    pub fn text_or_null(&mut self, key: &str, value: Option<&str>) {
        match value {
            Some(value) => self.text(key, value),
            None => {
                self.key(key);
                self.0.push_str("null");
            }
        }
    }

    pub fn number(&mut self, key: &str, value: usize) {
        self.key(key);
        self.0.push_str(&value.to_string());
    }

    /// An object with one member.
    pub fn object(&mut self, key: &str, value: &str) {
        self.open('{');
        self.text(key, value);
        self.close('}');
    }

    pub fn flag(&mut self, key: &str, value: bool) {
        self.key(key);
        self.0.push_str(if value { "true" } else { "false" });
    }

    pub fn list<T>(&mut self, key: &str, items: &[T], mut write: impl FnMut(&mut Json, &T)) {
        self.key(key);
        self.open('[');
        items.iter().for_each(|item| write(self, item));
        self.close(']');
    }

    /// A string, escaped as JSON wants it; `<` as well, so that the text may stand in a script of a page.
    pub fn string(&mut self, text: &str) {
        self.comma();
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' => self.0.push_str("\\\""),
                '\\' => self.0.push_str("\\\\"),
                '\u{0}'..='\u{1F}' | '<' | '\u{2028}' | '\u{2029}' => {
                    self.0.push_str("\\u");
                    hex(&mut self.0, c as u32, 4);
                }
                _ => self.0.push(c),
            }
        }
        self.0.push('"');
    }
}
