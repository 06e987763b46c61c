//! The small start: one sheet "sector, instrument, from, to, source" as the full tables.
//!
//! Owns what has to be said in the full tables and is not said in so few columns. Nothing is claimed: the kind of an
//! instrument, which no column has, is its author's to say in the full tables; a term is known from an event that has no date.

use super::Opened;
use super::place::Sheet;
use atlas_dataset::schema::{self, Table};
use atlas_dataset::{Cells, Content, Problem, told, wrong_end};
use csv::StringRecord;
use serde_json::json;
use std::collections::HashMap;

/// The columns, each with the heads that it may have.
const COLUMNS: [(&str, &[&str]); 7] = [
    ("sector", &["sector", "сектор", "направление"]),
    ("instrument", &["instrument", "документ", "инструмент"]),
    ("from", &["from", "с", "от", "начало"]),
    ("to", &["to", "until", "по", "до", "конец"]),
    ("source", &["source", "источник"]),
    ("group", &["group", "группа"]),
    ("partnership", &["partnership", "партнёрство", "партнерство"]),
];

fn column_of(head: &str) -> Option<&'static str> {
    let head = head.trim().to_lowercase();
    COLUMNS.iter().find(|(_, heads)| heads.contains(&head.as_str())).map(|(name, _)| *name)
}

/// Whether a head is one of these columns.
pub fn is_head(head: &str) -> bool {
    column_of(head).is_some()
}

/// What all rows of a table have in common.
struct Words {
    language: &'static str,
    group: &'static str,
    section: &'static str,
    term: &'static str,
    summary: &'static str,
    unnamed: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    group: "Sectors",
    section: "the whole document",
    term: "Term as stated",
    summary: "The source states the term; it does not say by which act it became known.",
    unnamed: "Source not named",
};

const RUSSIAN: Words = Words {
    language: "ru",
    group: "Направления",
    section: "документ в целом",
    term: "Указанный срок",
    summary: "Срок указан в источнике; каким актом он установлен, не сказано.",
    unnamed: "Источник не назван",
};

/// Things with their names, each once, in the order in which they come.
#[derive(Default)]
struct Named {
    ids: HashMap<String, String>,
    all: Vec<(String, String, u32)>,
}

impl Named {
    /// The id of a name; `taken` has those of all tables that share their ids.
    fn id(&mut self, name: &str, kind: &str, row: u32, taken: &mut HashMap<String, ()>) -> String {
        if let Some(id) = self.ids.get(name) {
            return id.clone();
        }
        let plain = atlas_dataset::id_of(name).unwrap_or_default();
        let plain: String = plain.chars().take(40).collect();
        let plain = plain.trim_end_matches('-');
        let stem = if plain.is_empty() { kind } else { plain };
        let mut id = if plain.is_empty() { format!("{kind}-1") } else { plain.to_owned() };
        let mut number = 2;
        while taken.contains_key(&id) {
            id = format!("{stem}-{number}");
            number += 1;
        }
        taken.insert(id.clone(), ());
        self.ids.insert(name.into(), id.clone());
        self.all.push((id.clone(), name.into(), row));
        id
    }
}

/// A row that is made: the number of the row that it comes from, and what stands in its columns.
type Made = (u32, Vec<(&'static str, String)>);

/// Makes the tables of this sheet; false if it is none of this kind.
pub fn of(sheet: &Sheet, opened: &mut Opened) -> bool {
    let at: HashMap<&str, usize> =
        sheet.heads.iter().enumerate().filter_map(|(index, (head, _))| Some((column_of(head)?, index))).collect();
    if !at.contains_key("sector") || !at.contains_key("instrument") {
        return false;
    }
    let russian = sheet.heads.iter().any(|(head, _)| head.chars().any(|letter| ('а'..='я').contains(&letter)));
    let words = if russian { RUSSIAN } else { ENGLISH };
    let cell = |row: &StringRecord, name: &str| {
        at.get(name).and_then(|index| row.get(*index)).unwrap_or_default().trim().to_owned()
    };
    let (mut shared, mut sector_ids, mut source_ids, mut group_ids) = Default::default();
    let (mut partnerships, mut groups, mut sectors, mut instruments, mut sources): (Named, Named, Named, Named, Named) =
        Default::default();
    let title = if opened.title.is_empty() { sheet.name.clone() } else { opened.title.clone() };
    let mut rows: HashMap<&'static str, Vec<Made>> = HashMap::new();
    let mut terms: HashMap<String, (String, u32)> = HashMap::new();
    let mut cells: HashMap<(String, String), u32> = HashMap::new();
    for (number, row) in &sheet.rows {
        let number = *number;
        let get = |name: &str| cell(row, name);
        let (sector, instrument) = (get("sector"), get("instrument"));
        let missing = if sector.is_empty() { Some("sector") } else { instrument.is_empty().then_some("instrument") };
        if let Some(name) = missing {
            let head = &sheet.heads[at[name]].0;
            opened.problems.push(Problem {
                file: sheet.name.clone(),
                row: Some(number),
                column: Some(head.clone()),
                what: told!("empty"),
                expected: told!("a-name"),
                more: 0,
            });
            continue;
        }
        let name =
            |name: &str, other: &str| Some(get(name)).filter(|text| !text.is_empty()).unwrap_or_else(|| other.into());
        let partnership = partnerships.id(&name("partnership", &title), "partnership", number, &mut shared);
        let group = groups.id(&name("group", words.group), "group", number, &mut group_ids);
        let source = sources.id(&name("source", words.unnamed), "source", number, &mut source_ids);
        let known = (sectors.all.len(), instruments.all.len());
        let sector_id = sectors.id(&sector, "sector", number, &mut sector_ids);
        let instrument_id = instruments.id(&instrument, "instrument", number, &mut shared);
        let says = || [("source", source.clone()), ("locator", "A0".to_owned())];
        if sectors.all.len() > known.0 {
            let own = vec![("id", sector_id.clone()), ("group", group), ("name", sector)];
            rows.entry("sectors").or_default().push((number, own.into_iter().chain(says()).collect()));
        }
        if instruments.all.len() > known.1 {
            let short = shortened(&instrument);
            let own = vec![
                ("id", instrument_id.clone()),
                ("partnership", partnership.clone()),
                ("kind", "agreement".into()),
                ("name", instrument),
                ("short", short),
            ];
            rows.entry("instruments").or_default().push((number, own.into_iter().chain(says()).collect()));
        }
        if cells.insert((sector_id.clone(), instrument_id.clone()), number).is_none() {
            let own =
                vec![("sector", sector_id), ("instrument", instrument_id.clone()), ("coverage", "covered".into())];
            rows.entry("coverage").or_default().push((number, own.into_iter().chain(says()).collect()));
        }
        let (from, to) = (get("from"), get("to"));
        if from.is_empty() && to.is_empty() {
            continue;
        }
        let term = format!("{from}/{to}");
        match terms.get(&instrument_id) {
            Some((first, _)) if *first == term => {}
            Some((first, row)) => opened.problems.push(Problem {
                file: sheet.name.clone(),
                row: Some(number),
                column: Some(sheet.heads[*at.get("from").or(at.get("to")).unwrap_or(&0)].0.clone()),
                what: told!("another-term", value = first.clone(), row = *row as usize),
                expected: told!("one-term"),
                more: 0,
            }),
            None => {
                let mut event = format!("{instrument_id}-term");
                while shared.contains_key(&event) {
                    event.push_str("-2");
                }
                shared.insert(event.clone(), ());
                let known = opened.problems.len();
                for (name, end) in [("from", &from), ("to", &to)] {
                    let Some((what, expected)) = Some(end).filter(|end| !end.is_empty()).and_then(|end| wrong_end(end))
                    else {
                        continue;
                    };
                    let head = at.get(name).map(|index| sheet.heads[*index].0.clone());
                    let file = sheet.name.clone();
                    opened.problems.push(Problem { file, row: Some(number), column: head, what, expected, more: 0 });
                }
                // A term of which one end is no date is none.
                if opened.problems.len() == known {
                    let own =
                        vec![("instrument", instrument_id.clone()), ("term", term.clone()), ("event", event.clone())];
                    rows.entry("terms").or_default().push((number, own.into_iter().chain(says()).collect()));
                }
                let own = vec![
                    ("id", event),
                    ("partnership", partnership),
                    ("kind", "noted".into()),
                    ("name", words.term.into()),
                    ("summary", words.summary.into()),
                    ("instruments", instrument_id.clone()),
                ];
                rows.entry("events").or_default().push((number, own.into_iter().chain(says()).collect()));
                terms.insert(instrument_id, (term, number));
            }
        }
    }
    let today = opened.today.to_string();
    for (id, name, row) in &sources.all {
        let mut own = vec![
            ("id", id.clone()),
            ("kind", "main".into()),
            ("title", name.clone()),
            ("issuer", name.clone()),
            ("read", today.clone()),
        ];
        if name.starts_with("http://") || name.starts_with("https://") {
            own.push(("url", name.clone()));
        }
        rows.entry("sources").or_default().push((*row, own));
        let section = vec![("source", id.clone()), ("id", "A".into()), ("name", words.section.into())];
        rows.entry("sections").or_default().push((*row, section));
    }
    let source = sources.all.first().map(|(id, ..)| id.clone()).unwrap_or_default();
    for (id, name, row) in &partnerships.all {
        let own = vec![("id", id.clone()), ("name", name.clone()), ("parties", name.replace('|', "/"))];
        let says = [("source", source.clone()), ("locator", "A0".to_owned())];
        rows.entry("partnerships").or_default().push((*row, own.into_iter().chain(says).collect()));
    }
    for (id, name, row) in &groups.all {
        rows.entry("groups").or_default().push((*row, vec![("id", id.clone()), ("name", name.clone())]));
    }
    for table in schema::TABLES {
        let made = rows.remove(table.name).unwrap_or_default();
        opened.input.tables.insert(table.name, Content::Rows(laid(table, words.language, made)));
        opened.places.put(&table.file(), placed(table, sheet, &at, words.language));
    }
    opened.places.put(&sheet.name, placed(&schema::GROUPS, sheet, &at, words.language));
    let language = words.language;
    let package = json!({
        "name": atlas_dataset::id_of(&title).unwrap_or_else(|| "atlas".into()),
        format!("title_{language}"): title,
        format!("description_{language}"): title,
        "created": today,
        "version": "1",
        "languages": [language],
    });
    opened.input.package = Some(Content::Bytes(package.to_string().into_bytes()));
    opened.small = true;
    true
}

/// A name that fits at the head of a column.
fn shortened(name: &str) -> String {
    const LONGEST: usize = 28;
    if name.chars().count() <= LONGEST {
        return name.into();
    }
    let head: String = name.chars().take(LONGEST - 1).collect();
    let cut = head.rfind(' ').filter(|at| *at > 8).unwrap_or(head.len());
    [head[..cut].trim_end_matches([' ', ',', '(', '-', '–']), "…"].concat()
}

/// Rows under every column of a table that they fill.
fn laid(table: &Table, language: &str, rows: Vec<Made>) -> Vec<(u32, Cells)> {
    let heads: Vec<String> = table.fields.iter().flat_map(|field| field.names(&[language.to_owned()])).collect();
    let row = |cells: Vec<(&str, String)>| {
        let cell =
            |field: &schema::Field| cells.iter().find(|(name, _)| *name == field.name).map_or("", |(_, text)| text);
        table.fields.iter().map(cell).collect::<StringRecord>().into()
    };
    let mut all = vec![(1, StringRecord::from(heads).into())];
    all.extend(rows.into_iter().map(|(number, cells)| (number, row(cells))));
    all
}

/// Where the columns of a table stand in the small sheet.
fn placed(table: &Table, sheet: &Sheet, at: &HashMap<&str, usize>, language: &str) -> Sheet {
    let column = |name: &str| at.get(name).map(|index| sheet.heads[*index].1);
    let own = |field: &schema::Field| match (table.name, field.name) {
        ("terms", "term") => column("from").or(column("to")),
        ("instruments", "name" | "short" | "id") | (_, "instrument" | "instruments") => column("instrument"),
        ("sectors", "name" | "id") | (_, "sector" | "sectors") => column("sector"),
        ("sources", _) | (_, "source" | "locator") => column("source"),
        ("groups", _) | (_, "group") => column("group"),
        ("partnerships", _) | (_, "partnership") => column("partnership"),
        _ => None,
    };
    let columns = table.fields.iter().filter_map(|field| {
        let name = field.names(&[language.to_owned()]).swap_remove(0);
        Some((name, own(field)?))
    });
    Sheet {
        name: sheet.name.clone(),
        heads: sheet.heads.clone(),
        columns: sheet.columns.clone().into_iter().chain(columns).collect(),
        rows: sheet.rows.clone(),
        ..Sheet::default()
    }
}
