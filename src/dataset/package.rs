//! `datapackage.json`: what the dataset is called, its data date, its licence, and its languages.
//!
//! The rest of it (the schemas) is for other tools.

use super::input::{Content, FILE, Input};
use super::problem::{Collector, Place};
use super::schema::{Field, TABLES};
use super::told::{Told, quoted};
use super::{near, parse};
use crate::told;
use atlas_core::letters;
use atlas_core::limits;
use atlas_core::model::Text;
use atlas_core::time::Day;
use atlas_messages::typography;
use serde_json::Value;

/// What the file says of the dataset; `None` where it has a problem.
pub(super) struct Package {
    pub name: Option<String>,
    pub licence: String,
    pub title: Option<Text>,
    pub description: Option<Text>,
    pub created: Option<Day>,
    pub version: Option<String>,
    pub synthetic: Option<bool>,
}

/// Reads the file. Without a problem in them, the languages come beside it: no table can be read without.
pub(super) fn read(bytes: &[u8], problems: &Collector) -> Option<(Package, Vec<String>)> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let value: Value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(error) => {
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            let place = Place { file: FILE, row: Some(error.line() as u32), column: None };
            problems.add(place, told!("not-json", message = message), told!("a-data-package"));
            return None;
        }
    };
    let reader = Reader { value: &value, problems };
    let languages = reader.languages()?;
    let package = Package {
        name: reader.name(),
        licence: reader.licence(),
        title: reader.translated("title", &languages),
        description: reader.translated("description", &languages),
        created: reader.created(),
        version: reader.text("version"),
        synthetic: reader.synthetic(),
    };
    Some((package, languages))
}

impl Package {
    /// Whether all that a set needs is said.
    pub fn is_whole(&self) -> bool {
        let texts = self.name.is_some() && self.title.is_some() && self.description.is_some();
        texts && self.created.is_some() && self.version.is_some() && self.synthetic.is_some()
    }
}

/// What a set is called that does not say so itself.
#[derive(Clone, Debug)]
pub struct Fallback {
    /// Its title, such as the name of its file.
    pub title: String,
    /// The day that stands for the data date.
    pub today: Day,
    /// Its languages.
    pub languages: Vec<String>,
}

impl Fallback {
    /// With the languages in which the heads of the tables name texts, if they name any.
    pub(super) fn with_languages_of(&self, input: &Input) -> Fallback {
        let mut found: Vec<String> = Vec::new();
        for table in TABLES {
            let heads: Vec<String> = match input.tables.get(table.name) {
                Some(Content::Rows(rows)) => rows.first().map(|(_, row)| row.iter().map(str::to_owned).collect()),
                Some(Content::Bytes(bytes)) => {
                    let line = bytes.split(|byte| *byte == b'\n').next().map(String::from_utf8_lossy);
                    line.map(|line| line.split(',').map(|name| name.trim().to_owned()).collect())
                }
                _ => None,
            }
            .unwrap_or_default();
            let translated: Vec<&Field> = table.fields.iter().filter(|field| field.kind.is_translated()).collect();
            for head in heads.iter().filter(|head| table.fields.iter().all(|field| field.name != **head)) {
                let tag = translated.iter().find_map(|field| head.strip_prefix(field.name)?.strip_prefix('_'));
                let tag =
                    tag.filter(|tag| (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase()));
                if let Some(tag) = tag.filter(|tag| found.iter().all(|known| known != tag)) {
                    found.push(tag.to_owned());
                }
            }
        }
        found.truncate(limits::LANGUAGES);
        let languages = if found.is_empty() { self.languages.clone() } else { found };
        Fallback { languages, ..self.clone() }
    }
}

/// What can be read of the file, with the fallback for the rest.
pub(super) fn mended(bytes: &[u8], fallback: &Fallback) -> (Package, Vec<String>) {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let value: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let problems = &Collector::default();
    let reader = Reader { value: &value, problems };
    let languages = reader.languages().unwrap_or_else(|| fallback.languages.clone());
    let same = |text: &str| Text(languages.iter().map(|_| typography::bind(text)).collect());
    let title = match parse::unfit(&fallback.title, letters::LONGEST_TEXT) {
        None if !fallback.title.trim().is_empty() => fallback.title.trim(),
        _ => "Atlas",
    };
    let package = Package {
        name: Some(reader.name().unwrap_or_else(|| near::id(title).unwrap_or_else(|| "atlas".into()))),
        licence: reader.licence(),
        title: Some(reader.translated("title", &languages).unwrap_or_else(|| same(title))),
        description: Some(reader.translated("description", &languages).unwrap_or_else(|| same(title))),
        created: Some(reader.created().unwrap_or(fallback.today)),
        version: Some(reader.text("version").unwrap_or_else(|| "1".into())),
        synthetic: Some(reader.synthetic().unwrap_or(false)),
    };
    (package, languages)
}

struct Reader<'a> {
    value: &'a Value,
    problems: &'a Collector,
}

impl Reader<'_> {
    fn report(&self, property: &str, what: Told, expected: Told) {
        self.problems.add(Place { file: FILE, row: None, column: Some(property) }, what, expected);
    }

    fn languages(&self) -> Option<Vec<String>> {
        let list = self.value.get("languages").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let languages: Vec<String> = list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        let is_tag = |tag: &String| {
            tag.split('-').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        };
        let distinct = languages.iter().enumerate().all(|(index, tag)| !languages[..index].contains(tag));
        if languages.is_empty() || languages.len() != list.len() || !languages.iter().all(is_tag) || !distinct {
            let what = if list.is_empty() { told!("missing-or-empty") } else { told!("malformed") };
            self.report("languages", what, told!("language-tags"));
            return None;
        }
        if languages.len() > limits::LANGUAGES {
            let what = told!("too-many-languages", number = languages.len());
            self.report("languages", what, told!("at-most", number = limits::LANGUAGES));
            return None;
        }
        Some(languages)
    }

    fn translated(&self, property: &str, languages: &[String]) -> Option<Text> {
        let texts: Vec<_> = languages.iter().map(|language| self.text(&format!("{property}_{language}"))).collect();
        let texts = texts.into_iter().collect::<Option<Vec<_>>>()?;
        Some(Text(texts.iter().map(|text| typography::bind(text)).collect()))
    }

    fn text(&self, property: &str) -> Option<String> {
        let Some(text) = self.value.get(property).and_then(Value::as_str).filter(|text| !text.trim().is_empty()) else {
            self.report(property, told!("missing-or-empty"), told!("kind-text"));
            return None;
        };
        if let Some((what, expected)) = parse::unfit(text, letters::LONGEST_TEXT) {
            self.report(property, what, expected);
            return None;
        }
        Some(text.trim().into())
    }

    /// The name, of which exports make ids: nothing in it may need escaping.
    fn name(&self) -> Option<String> {
        let name = self.text("name")?;
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-._".contains(letter);
        if !name.chars().all(is_plain) {
            self.report("name", told!("malformed-name", value = quoted(&name)), told!("letters-of-names"));
            return None;
        }
        Some(name)
    }

    /// The first licence, as a reader is told of it: its title, else its name, and its address. There may be none.
    fn licence(&self) -> String {
        let property = |name: &str| self.value["licenses"][0][name].as_str().unwrap_or_default();
        let title = if property("title").is_empty() { property("name") } else { property("title") };
        let licence = [title, property("path")].join(" ").trim().to_owned();
        if let Some((what, expected)) = parse::unfit(&licence, letters::LONGEST_TEXT) {
            self.report("licenses", what, expected);
        }
        licence
    }

    /// The data date. Data packages may write a time behind it, which says nothing of the data.
    fn created(&self) -> Option<Day> {
        let text = self.text("created")?;
        let day = Day::parse(text.split('T').next().unwrap_or_default());
        if day.is_none() {
            self.report("created", told!("malformed-day", value = quoted(&text)), told!("kind-day"));
        }
        day
    }

    fn synthetic(&self) -> Option<bool> {
        match self.value.get("synthetic") {
            None => Some(false),
            Some(Value::Bool(synthetic)) => Some(*synthetic),
            Some(_) => {
                self.report("synthetic", told!("malformed"), told!("true-or-false"));
                None
            }
        }
    }
}
