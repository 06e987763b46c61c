//! The query string: the same in the element, in the address and on the command line.
//!
//! Names and values are those of the contract; what is unknown is dropped and handed back as it was written, so that
//! the reader can be told. Writing is canonical: equal queries give equal strings.

use super::{AsOf, Query, Target, View, include};
use crate::locale::Locale;
use crate::model::{Column, ColumnId, Coverage, Dataset, EventId, InstrumentId, PartnershipId, SectorId};
use crate::time::known::State;
use crate::time::{Day, Interval};

/// Reads a query string, with or without a leading `?`.
///
/// Returns the query and what was dropped from it, as it was written (`sector=narnia`); of the search only the letters that
/// it cannot have, see [`Query::search`].
///
/// ```
/// use atlas_core::query::url;
///
/// let data = atlas_dataset::read("../data".as_ref()).unwrap();
/// let (query, dropped) = url::parse("?sector=energy&sector=narnia&frob=1&as-of=2019-10-15", &data);
/// assert_eq!(dropped, ["sector=narnia", "frob=1"]);
/// assert_eq!(url::write(&query, &data), "as-of=2019-10-15&sector=energy");
/// ```
pub fn parse(text: &str, data: &Dataset) -> (Query, Vec<String>) {
    let mut query = Query::default();
    let mut rejected = Vec::new();
    for pair in text.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decode(name), decode(value));
        if name == "q" {
            rejected.extend(query.search(&value));
        } else if set(&mut query, data, &name, &value).is_none() {
            rejected.push(if pair.contains('=') { format!("{name}={value}") } else { name });
        }
    }
    (query, rejected)
}

/// Sets one name of the query; `None` if the name or the value is unknown.
fn set(query: &mut Query, data: &Dataset, name: &str, value: &str) -> Option<()> {
    match name {
        "partnership" => {
            let next = query.partnerships.last().map_or(0, |id| id.index() + 1);
            include(&mut query.partnerships, partnership(data, value, next)?);
        }
        "sector" => {
            let next = query.sectors.last().map_or(0, |id| id.index() + 1);
            include(&mut query.sectors, sector(data, value, next)?);
        }
        "instrument" => {
            let next = query.instruments.last().map_or(0, |id| id.index() + 1);
            include(&mut query.instruments, instrument(data, value, next)?);
        }
        "coverage" => include(&mut query.coverage, Coverage::parse(value)?),
        "state" => include(&mut query.states, State::parse(value)?),
        "as-of" if value == "today" => query.as_of = AsOf::Today,
        "as-of" => query.as_of = AsOf::On(Day::parse(value)?),
        "compare" => query.compare = Some(Day::parse(value)?),
        "gaps" => query.gaps = flag(value)?,
        "inferred" => query.inferred = flag(value)?,
        "view" => query.view = Some(View::parse(value)?),
        "select" => query.select = Some(target(data, value)?),
        "lang" => query.lang = Some(Locale::from_tag(value)?),
        "range" => query.range = Some(window(value)?),
        _ => return None,
    }
    Some(())
}

fn flag(value: &str) -> Option<bool> {
    match value {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

/// A window of the timeline needs two ends.
fn window(value: &str) -> Option<Interval> {
    let interval = Interval::parse(value).ok()?;
    (interval.start.date().is_some() && interval.end.date().is_some()).then_some(interval)
}

fn partnership(data: &Dataset, slug: &str, next: usize) -> Option<PartnershipId> {
    position(&data.tables().partnerships, next, |row| row.slug == slug).map(PartnershipId)
}

fn sector(data: &Dataset, slug: &str, next: usize) -> Option<SectorId> {
    position(&data.tables().sectors, next, |row| row.slug == slug).map(SectorId)
}

fn instrument(data: &Dataset, slug: &str, next: usize) -> Option<InstrumentId> {
    position(&data.tables().instruments, next, |row| row.slug == slug).map(InstrumentId)
}

fn event(data: &Dataset, slug: &str) -> Option<EventId> {
    position(&data.tables().events, 0, |row| row.slug == slug).map(EventId)
}

/// Where the row is that is sought: from `next` on, or else before. [`write`] names rows in their order, so that all that it
/// wrote are found in one pass: thousands of choices in thousands of rows would else take a tenth of a second.
fn position<T>(rows: &[T], next: usize, is_sought: impl Fn(&T) -> bool) -> Option<u16> {
    let (before, after) = rows.split_at(next);
    let found = after.iter().position(&is_sought).map(|at| next + at);
    found.or_else(|| before.iter().position(is_sought)).map(|at| at as u16)
}

fn column(data: &Dataset, slug: &str) -> Option<ColumnId> {
    let column = match instrument(data, slug, 0) {
        Some(id) => Column::Instrument(id),
        None => Column::Outside(partnership(data, slug, 0)?),
    };
    data.column_id(column)
}

/// Reads a target as the name `select` has it: `sector:energy`, `cell:energy/energy-2016-2020`.
pub fn target(data: &Dataset, text: &str) -> Option<Target> {
    let (kind, id) = text.split_once(':')?;
    Some(match kind {
        "sector" => Target::Sector(sector(data, id, 0)?),
        "instrument" => Target::Instrument(instrument(data, id, 0)?),
        "event" => Target::Event(event(data, id)?),
        "cell" => {
            let (row, slug) = id.split_once('/')?;
            Target::Cell(sector(data, row, 0)?, column(data, slug)?)
        }
        _ => return None,
    })
}

/// Writes a target as [`target`] reads it.
pub fn write_target(data: &Dataset, target: Target) -> String {
    let (kind, row, slug) = match target {
        Target::Sector(id) => ("sector:", "", data.sector(id).slug.as_str()),
        Target::Instrument(id) => ("instrument:", "", data.instrument(id).slug.as_str()),
        Target::Event(id) => ("event:", "", data.event(id).slug.as_str()),
        Target::Cell(sector, column) => {
            ("cell:", data.sector(sector).slug.as_str(), data.column_slug(data.column(column)))
        }
    };
    [kind, row, if row.is_empty() { "" } else { "/" }, slug].concat()
}

/// Writes a query; what stands at its default is left out.
pub fn write(query: &Query, data: &Dataset) -> String {
    let mut out = String::new();
    if let AsOf::On(day) = query.as_of {
        push(&mut out, "as-of", &day.to_string());
    }
    if let Some(day) = query.compare {
        push(&mut out, "compare", &day.to_string());
    }
    if !query.text.is_empty() {
        push(&mut out, "q", &query.text);
    }
    query.partnerships.iter().for_each(|id| push(&mut out, "partnership", &data.partnership(*id).slug));
    query.sectors.iter().for_each(|id| push(&mut out, "sector", &data.sector(*id).slug));
    query.instruments.iter().for_each(|id| push(&mut out, "instrument", &data.instrument(*id).slug));
    query.coverage.iter().for_each(|coverage| push(&mut out, "coverage", coverage.id()));
    query.states.iter().for_each(|state| push(&mut out, "state", state.id()));
    if query.gaps {
        push(&mut out, "gaps", "1");
    }
    if query.inferred {
        push(&mut out, "inferred", "1");
    }
    if let Some(view) = query.view {
        push(&mut out, "view", view.id());
    }
    if let Some(target) = query.select {
        push(&mut out, "select", &write_target(data, target));
    }
    if let Some(lang) = query.lang {
        push(&mut out, "lang", lang.tag());
    }
    if let Some(range) = query.range {
        push(&mut out, "range", &range.to_string());
    }
    out
}

fn push(out: &mut String, name: &str, value: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    out.push_str(name);
    out.push('=');
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b',' => {
                out.push(byte as char)
            }
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
                }
            }
        }
    }
}

/// Undoes percent-encoding and `+`; what is no encoding stays as it is, what is no UTF-8 is replaced.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |offset: usize| bytes.get(at + offset).and_then(|byte| char::from(*byte).to_digit(16));
        match (bytes[at], hex(1), hex(2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (b'+', ..) => {
                out.push(b' ');
                at += 1;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
