//! `datapackage.json`: what the dataset is called, its data date, its licence, and its languages.
//!
//! The rest of it (the schemas) is for other tools.

use super::parse;
use super::problem::{Collector, Place, quoted};
use atlas_core::letters;
use atlas_core::limits;
use atlas_core::model::Text;
use atlas_core::time::Day;
use atlas_messages::typography;
use serde_json::Value;

/// The name of the file.
pub(super) const FILE: &str = "datapackage.json";

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
            problems.add(place, format!("not JSON ({message})"), "a data package");
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

struct Reader<'a> {
    value: &'a Value,
    problems: &'a Collector,
}

impl Reader<'_> {
    fn report(&self, property: &str, what: impl Into<String>, expected: &str) {
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
            let what = if list.is_empty() { "missing or empty" } else { "malformed" };
            self.report("languages", what, "a list of language tags, each once, such as [\"en\", \"ru\"]");
            return None;
        }
        if languages.len() > limits::LANGUAGES {
            self.report(
                "languages",
                format!("{} languages", languages.len()),
                &format!("at most {}", limits::LANGUAGES),
            );
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
            self.report(property, "missing or empty", "a text");
            return None;
        };
        if let Some((what, expected)) = parse::unfit(text, letters::LONGEST_TEXT) {
            self.report(property, what, &expected);
            return None;
        }
        Some(text.trim().into())
    }

    /// The name, of which exports make ids: nothing in it may need escaping.
    fn name(&self) -> Option<String> {
        let name = self.text("name")?;
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-._".contains(letter);
        if !name.chars().all(is_plain) {
            self.report("name", format!("malformed name {}", quoted(&name)), "small letters, digits, -, . and _");
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
            self.report("licenses", what, &expected);
        }
        licence
    }

    /// The data date. Data packages may write a time behind it, which says nothing of the data.
    fn created(&self) -> Option<Day> {
        let text = self.text("created")?;
        let day = Day::parse(text.split('T').next().unwrap_or_default());
        if day.is_none() {
            self.report("created", format!("malformed day {}", quoted(&text)), "a day such as 2026-11-23");
        }
        day
    }

    fn synthetic(&self) -> Option<bool> {
        match self.value.get("synthetic") {
            None => Some(false),
            Some(Value::Bool(synthetic)) => Some(*synthetic),
            Some(_) => {
                self.report("synthetic", "malformed", "true or false");
                None
            }
        }
    }
}
