//! What all pages of a run show: a set that our page has packed, and the peers as rows.

use crate::driver::Result;
use atlas::builtin::BUILTIN;
use atlas::model::{Column, Dataset, InstrumentId, SectorId};
use atlas::packed;
use atlas::time::Edtf;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// What a set is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The set that is compiled in: each row is an instrument, with a column for each sector.
    BuiltIn,
    /// A made-up framework, whose rows are the same.
    Framework {
        /// How many instruments.
        instruments: usize,
        /// How many sectors.
        sectors: usize,
        /// How many partnerships.
        partnerships: usize,
    },
    /// A small made-up framework with so many activities, each of which is a row.
    Activities(usize),
}

impl Kind {
    /// Its name in the tables.
    pub fn name(self) -> String {
        match self {
            Kind::BuiltIn => "built in".into(),
            Kind::Framework { instruments, sectors, .. } => format!("{instruments} x {sectors}"),
            Kind::Activities(number) => format!("{} activities", crate::table::grouped(number as u64)),
        }
    }

    /// Its name in paths.
    fn slug(self) -> String {
        self.name().replace(' ', "-")
    }

    /// What `atlas sample` makes it of.
    fn options(self) -> Vec<String> {
        let option = |name: &str, number: usize| [format!("--{name}"), number.to_string()];
        match self {
            Kind::BuiltIn => Vec::new(),
            Kind::Activities(number) => option("activities", number).into(),
            Kind::Framework { instruments, sectors, partnerships } => {
                let sizes = [("instruments", instruments), ("sectors", sectors), ("partnerships", partnerships)];
                sizes.into_iter().flat_map(|(name, number)| option(name, number)).collect()
            }
        }
    }

    /// Whether its rows are activities, of which a reader chooses those of an instrument; else those of a sector.
    pub fn is_of_activities(self) -> bool {
        matches!(self, Kind::Activities(_))
    }
}

/// A row as the peers take it: their dates are days, so a month or a year is padded, as their users would.
struct Row {
    id: String,
    title: String,
    /// What it stands under on a timeline.
    group: String,
    start: Option<String>,
    end: Option<String>,
    /// What else it has, by the fields of the set's columns.
    more: Map<String, Value>,
}

/// Rows of one run, and what is done to them.
pub struct Set {
    /// What it is made of.
    pub kind: Kind,
    rows: Vec<Row>,
    /// The columns of a table of them: field and title.
    columns: Vec<(String, String)>,
    /// What a reader chooses by a facet: the rows that have this in this field.
    facet: (String, String),
    /// Frequent beginnings of words in the titles: two letters in lower case, no two with the same first.
    beginnings: Vec<String>,
    /// Days on which rows begin, in order, without repetition.
    days: Vec<String>,
}

impl Set {
    /// Makes the dataset below `folder`, unless it is the one compiled in.
    pub fn make(kind: Kind, folder: &Path) -> Result<Set> {
        let bytes = match kind {
            Kind::BuiltIn => BUILTIN.to_vec(),
            _ => made(kind, folder)?,
        };
        let data = packed::read(&bytes)?;
        let (rows, columns, facet) = match kind {
            Kind::Activities(number) => activities(&data, number)?,
            _ => instruments(&data)?,
        };
        let beginnings = beginnings(&rows);
        let days: BTreeSet<&String> = rows.iter().filter_map(|row| row.start.as_ref()).collect();
        let days: Vec<String> = days.into_iter().cloned().collect();
        if beginnings.is_empty() || days.is_empty() {
            return Err(format!("{}: no words in the titles, or no days", kind.name()).into());
        }
        Ok(Set { kind, rows, columns, facet, beginnings, days })
    }

    /// Where the server has the packed dataset; none of the one compiled in.
    pub fn packed_path(&self) -> Option<String> {
        (self.kind != Kind::BuiltIn).then(|| format!("/sets/{}.atlas", self.kind.slug()))
    }

    /// Where the server has a page of this set.
    pub fn page_path(&self, name: &str) -> String {
        format!("/{name}-{}.html", self.kind.slug())
    }

    /// Where the server has the rows for the peers.
    pub fn rows_path(&self) -> String {
        format!("/rows-{}.json", self.kind.slug())
    }

    /// The rows for the peers, with the columns of a table of them.
    pub fn rows_json(&self) -> String {
        let row = |row: &Row| {
            let mut fields = row.more.clone();
            for (name, value) in [("id", Some(&row.id)), ("title", Some(&row.title)), ("group", Some(&row.group))] {
                fields.insert(name.into(), json!(value));
            }
            fields.insert("start".into(), json!(row.start));
            fields.insert("end".into(), json!(row.end));
            Value::Object(fields)
        };
        let columns = self.columns.iter().map(|(field, title)| json!({"field": field, "title": title}));
        json!({
            "columns": Value::from_iter(columns),
            "facet": {"field": self.facet.0, "value": self.facet.1},
            "rows": Value::from_iter(self.rows.iter().map(row)),
        })
        .to_string()
    }

    /// What stands in the search box before round `round`: two letters typed and erased again, then two others. The first
    /// letters of a word leave the most records and change the most.
    pub fn typed(&self, round: usize) -> &str {
        let beginning = &self.beginnings[round / 4 % self.beginnings.len()];
        &beginning[..[0, 1, 2, 1][round % 4]]
    }

    /// The day to which round `round` moves the playhead: there and back through 14 days spread over all.
    pub fn day(&self, round: usize) -> &str {
        let at = round % 28;
        let step = at.min(27 - at);
        &self.days[step * self.days.len() / 14]
    }
}

/// The bytes of a set that the command line of the same build makes below `folder`, where the server finds them.
fn made(kind: Kind, folder: &Path) -> Result<Vec<u8>> {
    let (tables, packed) = (folder.join(kind.slug()), folder.join(format!("{}.atlas", kind.slug())));
    let options = kind.options();
    let options = options.iter().map(Path::new);
    atlas([Path::new("sample")].into_iter().chain(options).chain([Path::new("-o"), &tables]))?;
    atlas([Path::new("pack"), &tables, Path::new("-o"), &packed].into_iter())?;
    Ok(std::fs::read(packed)?)
}

fn atlas<'a>(args: impl Iterator<Item = &'a Path>) -> Result<()> {
    let output = Command::new(env!("CARGO_BIN_EXE_atlas")).args(args).output()?;
    if !output.status.success() {
        return Err(format!("atlas: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(())
}

/// Rows, the columns of a table of them, and what a facet chooses.
type Rows = (Vec<Row>, Vec<(String, String)>, (String, String));

/// The columns that every table begins with.
fn columns(group: &str) -> Vec<(String, String)> {
    let columns = [("title", "title"), ("group", group), ("start", "start"), ("end", "end")];
    columns.map(|(field, title)| (field.into(), title.into())).into()
}

/// A row for each activity, of which the facet chooses those of the instrument that has the most.
fn activities(data: &Dataset, number: usize) -> Result<Rows> {
    let all = data.activities();
    if all.len() != number {
        return Err(format!("{} activities, expected {number}", all.len()).into());
    }
    let instrument = |id: InstrumentId| data.instrument(id).slug.clone();
    let row = |at: usize| {
        let (start, end) = all.dates[at].as_ref().map_or((None, None), padded);
        let sectors: Vec<&str> = all.sectors(at).iter().map(|id| data.sector(*id).slug.as_str()).collect();
        let more = [("sectors", sectors.join(", ")), ("state", all.states[at].id().into())];
        Row {
            id: all.slugs.get(at).into(),
            title: all.titles[0].get(at).into(),
            group: instrument(all.instruments[at]),
            start,
            end,
            more: more.into_iter().map(|(field, text)| (field.into(), text.into())).collect(),
        }
    };
    let mut columns = columns("instrument");
    columns.extend(["sectors", "state"].map(|field| (field.into(), field.into())));
    let mut counts = BTreeMap::new();
    all.instruments.iter().for_each(|id| *counts.entry(id.index()).or_insert(0) += 1);
    let (most, _) = counts.into_iter().max_by_key(|(_, count)| *count).ok_or("no activities")?;
    Ok(((0..number).map(row).collect(), columns, ("group".into(), instrument(InstrumentId(most as u16)))))
}

/// A row for each instrument, with how it covers each sector; of which the facet chooses those that cover the one that most do.
fn instruments(data: &Dataset) -> Result<Rows> {
    let field = |id: SectorId| format!("s{}", id.index());
    let mut cells: Vec<Map<String, Value>> = vec![Map::new(); data.instruments().count()];
    let mut counts = BTreeMap::new();
    for record in data.coverage() {
        if let Column::Instrument(id) = record.column {
            *counts.entry((field(record.sector), record.coverage.id())).or_insert(0) += 1;
            cells[id.index()].insert(field(record.sector), record.coverage.id().into());
        }
    }
    let rows = data.instruments().zip(cells).map(|((id, row), more)| {
        let term = data.terms(id).last().map(|term| Edtf::Interval(term.term));
        let adopted = row.adopted.and_then(|event| data.event(event).date);
        let (start, end) = term.or(adopted).as_ref().map_or((None, None), padded);
        Row {
            id: row.slug.clone(),
            title: row.short.get(0).into(),
            group: data.partnership(row.partnership).name.get(0).into(),
            start,
            end,
            more,
        }
    });
    let mut columns = columns("partnership");
    columns.extend(data.sectors().map(|(id, row)| (field(id), row.name.get(0).into())));
    let ((field, coverage), _) = counts.into_iter().max_by_key(|(_, count)| *count).ok_or("no cells")?;
    Ok((rows.collect(), columns, (field, coverage.into())))
}

/// First and last day of an EDTF date or interval; no last day where it is the first.
fn padded(date: &Edtf) -> (Option<String>, Option<String>) {
    let interval = date.interval();
    let start = interval.start.date().or(interval.end.date()).map(|date| date.first());
    let end = interval.end.date().map(|date| date.last()).filter(|end| Some(*end) != start);
    (start.map(|day| day.to_string()), end.map(|day| day.to_string()))
}

fn beginnings(rows: &[Row]) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in rows.iter().flat_map(|row| row.title.split([' ', '\u{a0}'])) {
        let letters = word.get(..2).filter(|letters| letters.bytes().all(|byte| byte.is_ascii_alphabetic()));
        letters.into_iter().for_each(|letters| *counts.entry(letters.to_lowercase()).or_default() += 1);
    }
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut chosen: Vec<String> = Vec::new();
    for (letters, _) in ranked {
        if chosen.len() < 7 && chosen.iter().all(|other| other[..1] != letters[..1]) {
            chosen.push(letters);
        }
    }
    chosen
}
