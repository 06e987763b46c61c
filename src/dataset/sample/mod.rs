//! A synthetic data package of any size: for tests, benchmarks and demonstrations, and labelled as made up.
//!
//! It knows no clock and no chance: the same sizes give the same bytes, on every machine. The small framework that samples
//! have at first stands in `tables/`; one of any other size is made up by `framework`. Activities are put together from
//! `words.csv`.

mod activities;
mod framework;
mod random;
mod sheet;
mod words;

use super::problem::Collector;
use super::schema::{self, Table};
use super::{Content, Input, descriptor, input, package};
use activities::Covered;
use atlas_core::limits;
use framework::Made;
use serde_json::{Map, Value};
use sheet::{Row, Sheet, rows};
use std::io;
use std::path::Path;
use words::Words;

/// The most activities that a sample can have.
pub const MOST: usize = limits::ACTIVITIES;

/// The languages that a sample can have its texts in.
pub const LANGUAGES: [&str; 2] = ["en", "ru"];

const PACKAGE: &str = include_str!("datapackage.json");
const WORDS: &str = include_str!("words.csv");

const INSTRUMENTS: &str = include_str!("tables/instruments.csv");
const COVERAGE: &str = include_str!("tables/coverage.csv");

/// A table that is kept here: the letter of the section that its rows are "from", and the columns that say something.
type Fixed = (&'static Table, char, &'static str);

/// The tables of every sample.
static SOURCES: [Fixed; 2] = [
    (&schema::SOURCES, 'A', include_str!("tables/sources.csv")),
    (&schema::SECTIONS, 'A', include_str!("tables/sections.csv")),
];

/// The tables of the small framework.
static SMALL: [Fixed; 10] = [
    (&schema::PARTNERSHIPS, 'A', include_str!("tables/partnerships.csv")),
    (&schema::GROUPS, 'C', include_str!("tables/groups.csv")),
    (&schema::SECTORS, 'C', include_str!("tables/sectors.csv")),
    (&schema::INSTRUMENTS, 'B', INSTRUMENTS),
    (&schema::PROPOSALS, 'E', include_str!("tables/proposals.csv")),
    (&schema::COVERAGE, 'D', COVERAGE),
    (&schema::EVENTS, 'E', include_str!("tables/events.csv")),
    (&schema::TERMS, 'B', include_str!("tables/terms.csv")),
    (&schema::PARTICIPANTS, 'E', include_str!("tables/participants.csv")),
    (&schema::RELATIONS, 'B', include_str!("tables/relations.csv")),
];

/// How large a made-up framework is: from one of each up to the limits of the tables.
///
/// At first it is as large as the small one that samples have without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Framework {
    /// How many partnerships.
    pub partnerships: usize,
    /// How many instruments.
    pub instruments: usize,
    /// How many sectors.
    pub sectors: usize,
}

impl Default for Framework {
    fn default() -> Framework {
        Framework { partnerships: 4, instruments: 14, sectors: 24 }
    }
}

/// What a sample has.
///
/// ```
/// use atlas_dataset::sample::{Framework, Sample};
///
/// let framework = Framework { partnerships: 3, instruments: 40, sectors: 30 };
/// let sample = Sample { framework: Some(framework), languages: vec!["en"], ..Sample::default() };
/// let dataset = atlas_dataset::check(&sample.input().unwrap()).unwrap();
/// assert_eq!((dataset.instruments().len(), dataset.sectors().len()), (40, 30));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The size of its framework; `None` is the small one.
    pub framework: Option<Framework>,
    /// How many activities it has.
    pub activities: usize,
    /// The languages of its texts, of [`LANGUAGES`]: one at least, each once.
    pub languages: Vec<&'static str>,
}

impl Default for Sample {
    fn default() -> Sample {
        Sample { framework: None, activities: 0, languages: LANGUAGES.to_vec() }
    }
}

impl Sample {
    /// The sample as a set that can be checked.
    ///
    /// # Errors
    /// If the description cannot be written, which tests exclude.
    pub fn input(&self) -> io::Result<Input> {
        let tables = self.tables().into_iter().map(|(table, bytes)| (table.name, Content::Bytes(bytes)));
        let package = Content::Bytes(self.package()?.into_bytes());
        Ok(Input { package: Some(package), tables: tables.collect(), sheets: false })
    }

    /// Writes the sample into a folder, which is made if need be.
    ///
    /// # Errors
    /// If the folder holds anything but an earlier sample, or a file cannot be written.
    pub fn write(&self, dir: &Path) -> io::Result<()> {
        std::fs::create_dir_all(dir)?;
        let occupied = std::fs::read_dir(dir)?.next().is_some();
        if occupied && !is_sample(dir) {
            return Err(io::Error::other("the folder holds something else than a sample"));
        }
        std::fs::write(dir.join(input::FILE), self.package()?)?;
        self.tables().iter().try_for_each(|(table, bytes)| std::fs::write(dir.join(table.file()), bytes))
    }

    /// What was asked for, and how much of it, in English.
    pub fn size(&self) -> String {
        let activities = format!("{} activities", self.activities);
        self.framework.map_or(activities.clone(), |framework| {
            let Framework { partnerships, instruments, sectors } = framework;
            format!("{partnerships} partnerships, {instruments} instruments, {sectors} sectors, {activities}")
        })
    }

    /// The same in Russian.
    fn size_in_russian(&self) -> String {
        let activities = format!("ероприятий: {}", self.activities);
        self.framework.map_or(format!("М{activities}"), |framework| {
            let Framework { partnerships, instruments, sectors } = framework;
            format!("Партнёрств: {partnerships}, документов: {instruments}, направлений: {sectors}, м{activities}")
        })
    }

    /// The description, in the languages of the sample; the first of them is that of what has no language in its name.
    fn package(&self) -> io::Result<String> {
        let text = PACKAGE.replace("%size_en%", &self.size()).replace("%size_ru%", &self.size_in_russian());
        let mut package: Map<String, Value> = serde_json::from_str(&text)?;
        for property in ["title", "description"] {
            package[property] = package[&format!("{property}_{}", self.languages[0])].clone();
            let others = LANGUAGES.iter().filter(|language| !self.languages.contains(language));
            others.for_each(|language| _ = package.shift_remove(&format!("{property}_{language}")));
        }
        package["languages"] = self.languages.clone().into();
        Ok(descriptor::refreshed(&Value::from(package).to_string())?)
    }

    /// Every table with the content of its file.
    fn tables(&self) -> Vec<(&'static Table, Vec<u8>)> {
        let languages = &self.languages[..];
        let fixed = |(schema, section, text): &Fixed| {
            let mut sheet = Sheet::new(schema, *section, languages);
            for row in rows(text) {
                sheet.row(|column| row.get(column).map(String::as_str));
            }
            (*schema, sheet.finish())
        };
        let mut tables: Vec<_> = SOURCES.iter().map(fixed).collect();
        let mut words = Words::of(WORDS);
        let activities = match &self.framework {
            None => {
                tables.extend(SMALL.iter().map(fixed));
                let (instruments, coverage) = (rows(INSTRUMENTS), rows(COVERAGE));
                activities::table(self.activities, &covered(&instruments, &coverage), &words, languages)
            }
            Some(framework) => {
                let mut made = Made::of(framework);
                tables.extend(made.tables(languages));
                made.add_topics(&mut words);
                activities::table(self.activities, &made.covered(), &words, languages)
            }
        };
        tables.push((&schema::ACTIVITIES, activities));
        tables
    }
}

/// Writes a sample with the small framework and so many activities, see [`Sample::write`].
///
/// # Errors
/// If the folder holds anything but an earlier sample, or a file cannot be written.
pub fn write(dir: &Path, activities: usize) -> io::Result<()> {
    Sample { activities, ..Sample::default() }.write(dir)
}

/// The sectors of each instrument of the small framework.
fn covered<'a>(instruments: &'a [Row], coverage: &'a [Row]) -> Vec<Covered<'a>> {
    let of = |instrument: &str| {
        coverage.iter().filter(|row| row["instrument"] == instrument).map(|row| &row["sector"][..]).collect()
    };
    instruments.iter().map(|row| Covered { instrument: &row["id"], sectors: of(&row["id"]) }).collect()
}

/// Whether the folder holds a data package that calls itself synthetic.
fn is_sample(dir: &Path) -> bool {
    let bytes = std::fs::read(dir.join(input::FILE)).unwrap_or_default();
    package::read(&bytes, &Collector::default()).is_some_and(|(package, _)| package.synthetic == Some(true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_that_is_kept_here_is_left_out() {
        let tables = SOURCES.iter().chain(&SMALL).map(|(schema, _, text)| (schema.name, *text));
        for (name, text) in tables.chain(framework::WORDS).chain([("words", WORDS)]) {
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let kept: Vec<_> = reader.records().map(|row| row.expect(name)).collect();
            assert!(!kept.is_empty() && rows(text).len() == kept.len(), "{name}");
        }
    }

    #[test]
    fn a_sample_is_the_same_each_time_and_longer_ones_begin_alike() {
        let table = |activities| {
            let tables = Sample { activities, ..Sample::default() }.tables();
            String::from_utf8(tables.into_iter().last().unwrap().1).unwrap()
        };
        assert!(table(30) == table(30));
        let (short, long) = (table(11), table(99));
        assert!(long.starts_with(&short), "{short}\n{long}");
    }

    fn made_up(partnerships: usize, instruments: usize, sectors: usize) -> Sample {
        let framework = Framework { partnerships, instruments, sectors };
        Sample { framework: Some(framework), activities: 10, ..Sample::default() }
    }

    #[test]
    fn a_framework_of_any_size_is_valid_and_has_the_size_asked_for() {
        for (instruments, sectors, partnerships) in
            [(1, 1, 1), (6, 21, 4), (120, 60, 15), (730, 295, 1), (3, 500, 9), (5000, 500, 40), (5000, 5, 500)]
        {
            let sample = made_up(partnerships, instruments, sectors);
            let dataset = super::super::check(&sample.input().unwrap());
            let dataset = dataset.unwrap_or_else(|problems| panic!("{}: {problems}", sample.size()));
            let tables = dataset.tables();
            assert_eq!(
                [tables.partnerships.len(), tables.instruments.len(), tables.sectors.len(), dataset.activities().len()],
                [partnerships, instruments, sectors, 10]
            );
            assert!(tables.synthetic && dataset.title().get(0) == "Synthetic sample");
            assert!(dataset.inferred().len() < limits::INFERRED);
            assert!(instruments < 100 || !dataset.inferred().is_empty());
        }
    }

    #[test]
    fn the_same_framework_is_the_same_bytes() {
        let tables = || made_up(15, 120, 60).tables();
        assert!(tables().iter().map(|(_, bytes)| bytes).eq(tables().iter().map(|(_, bytes)| bytes)));
    }

    #[test]
    fn a_sample_may_be_in_one_language() {
        for language in LANGUAGES {
            for framework in [None, Some(Framework::default())] {
                let sample = Sample { framework, activities: 3, languages: vec![language] };
                let dataset = super::super::check(&sample.input().unwrap()).unwrap();
                assert_eq!(dataset.tables().languages, [language]);
                let title =
                    if language == "en" { "Synthetic sample" } else { "Искусственный пример" };
                assert_eq!(dataset.title().get(0), title);
            }
        }
    }
}
