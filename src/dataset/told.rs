//! What is said of the data, as a value that each language has words for.
//!
//! Owns the messages of the checks and how they are put into words. The words stand in `locale/`, one file for each language,
//! in Fluent: readers of the atlas do not pay for them, so its library reads them. A message is made by `told!`, by its id in
//! these files and with its values; a test holds the sources and every file against each other.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::cell::OnceCell;
use std::fmt;
use unic_langid::LanguageIdentifier;

/// A message with its values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Told {
    id: &'static str,
    args: Vec<(&'static str, Arg)>,
}

/// A value of a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arg {
    /// Letters that no language changes: what stands in a cell, an id, a name.
    Text(String),
    /// A number, which may choose a plural form.
    Number(usize),
    /// Some values, of which one is meant; each as it is shown.
    Values(Vec<String>),
    /// The names of some tables, of which one is meant.
    Tables(Vec<&'static str>),
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Arg {
        Arg::Number(number)
    }
}

/// A message, by its id and its values: `told!("empty")`, `told!("at-most", number = 5)`.
#[macro_export]
macro_rules! told {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Told::new($id, vec![$((stringify!($name), $crate::Arg::from($value))),*])
    };
}

/// Several values as a message lists them: `a`, `b` or `c`.
pub(super) fn one_of<'a>(values: impl IntoIterator<Item = &'a str>) -> Arg {
    Arg::Values(values.into_iter().map(quoted).collect())
}

/// A value as a message shows it: never long, and with nothing in it that a terminal would obey.
pub(super) fn quoted(value: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = value.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    if value.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("`{}`", shown.replace("\\'", "'").replace("\\\"", "\""))
}

/// How messages are put into words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// In which language.
    pub language: Language,
    /// Whether tables are sheets of a workbook: `events`. Else they are files: `events.csv`.
    pub sheets: bool,
}

/// A language that the messages are in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, which the command line speaks.
    #[default]
    English,
    /// Russian.
    Russian,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 2] = [Language::English, Language::Russian];

    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Russian => "ru",
        }
    }

    /// The language of a tag such as `ru` or `ru-RU`; English for all that has no words here.
    pub fn of_tag(tag: &str) -> Language {
        let first = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Language::ALL.into_iter().find(|language| language.tag() == first).unwrap_or_default()
    }

    fn source(self) -> &'static str {
        match self {
            Language::English => include_str!("locale/en.ftl"),
            Language::Russian => include_str!("locale/ru.ftl"),
        }
    }

    /// What a list has before its last part.
    fn or(self) -> &'static str {
        match self {
            Language::English => " or ",
            Language::Russian => " или ",
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static BUNDLES: [OnceCell<Bundle>; 2] = const { [const { OnceCell::new() }; 2] };
}

fn bundle(language: Language) -> Bundle {
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![tag]);
    // Values are set apart by the marks around them.
    bundle.set_use_isolating(false);
    // What Fluent cannot read is missing, and the test of this module says so.
    let resource = FluentResource::try_new(language.source().into()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

impl Told {
    /// A message; `told!` is the way to write one.
    pub fn new(id: &'static str, args: Vec<(&'static str, Arg)>) -> Told {
        Told { id, args }
    }

    /// Its id in the files.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// Its values, with their names.
    pub(super) fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }

    /// Its words.
    pub fn said(&self, speech: Speech) -> String {
        BUNDLES.with(|bundles| {
            let bundle = bundles[speech.language as usize].get_or_init(|| bundle(speech.language));
            let pattern = bundle.get_message(self.id).and_then(|message| message.value());
            let Some(pattern) = pattern else { return self.id.to_owned() };
            let args: FluentArgs = self.args.iter().map(|(name, arg)| (*name, arg.value(speech))).collect();
            bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
        })
    }
}

impl Arg {
    fn value(&self, speech: Speech) -> FluentValue<'static> {
        let list = |parts: Vec<String>| match parts.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => [&others.join(", "), speech.language.or(), last].concat(),
            None => told!("nothing").said(speech),
        };
        match self {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Values(values) => list(values.clone()).into(),
            Arg::Tables(tables) => {
                let end = if speech.sheets { "" } else { ".csv" };
                list(tables.iter().map(|table| [*table, end].concat()).collect()).into()
            }
        }
    }
}

/// In English, with tables as files.
impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(Speech::default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    /// The ids of `told!` in the sources under a folder.
    fn used(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                used(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                for piece in text.split("told!(\"").skip(1).filter(|_| !path.ends_with("told.rs")) {
                    found.insert(piece.split('"').next().unwrap().to_owned());
                }
            }
        }
    }

    /// The ids of a file, each with the names of its values.
    fn messages(source: &str) -> Vec<(String, BTreeSet<String>)> {
        let mut all: Vec<(String, BTreeSet<String>)> = Vec::new();
        for line in source.lines() {
            if let Some((id, _)) = line.split_once(" =").filter(|(id, _)| !id.starts_with([' ', '#'])) {
                all.push((id.to_owned(), BTreeSet::new()));
            }
            let names = line.split('$').skip(1).map(|rest| rest.chars().take_while(char::is_ascii_lowercase).collect());
            if let Some((_, known)) = all.last_mut() {
                known.extend(names);
            }
        }
        all
    }

    #[test]
    fn every_message_has_words_in_every_language_and_none_is_left_over() {
        let mut ids = BTreeSet::from(["nothing".to_owned()]);
        used(Path::new(env!("CARGO_MANIFEST_DIR")), &mut ids);
        used(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../sheets"), &mut ids);
        let english = messages(Language::English.source());
        let written: BTreeSet<String> = english.iter().map(|(id, _)| id.clone()).collect();
        assert_eq!(written, ids);
        assert_eq!(english.len(), written.len(), "a message stands twice");
        for language in Language::ALL {
            assert!(FluentResource::try_new(language.source().into()).is_ok(), "{language:?} is not Fluent");
            assert_eq!(messages(language.source()), english, "{language:?}");
        }
    }

    #[test]
    fn tables_are_files_or_sheets() {
        let told = told!("id-of", tables = Arg::Tables(vec!["instruments", "proposals", "events"]));
        assert_eq!(told.to_string(), "an id of instruments.csv, proposals.csv or events.csv");
        let sheets = Speech { language: Language::English, sheets: true };
        assert_eq!(told.said(sheets), "an id of instruments, proposals or events");
        let russian = Speech { language: Language::Russian, sheets: true };
        assert_eq!(told.said(russian), "id из таблицы instruments, proposals или events");
    }

    #[test]
    fn numbers_choose_their_forms() {
        let russian = Speech { language: Language::Russian, sheets: false };
        let cells = |number: usize| told!("cells", number = number).said(russian);
        assert_eq!([1, 3, 5, 21].map(cells), ["1 ячейка", "3 ячейки", "5 ячеек", "21 ячейка"]);
    }

    #[test]
    fn a_language_is_found_by_its_tag() {
        assert_eq!(Language::of_tag("ru-RU"), Language::Russian);
        assert_eq!(Language::of_tag("de"), Language::English);
    }

    #[test]
    fn quoted_values_are_short_and_harmless() {
        assert_eq!(quoted("a\u{1b}[1m\u{202e}"), "`a\\u{1b}[1m\\u{202e}`");
        assert_eq!(quoted("d'état"), "`d'état`");
        assert_eq!(quoted(&"я".repeat(61)), format!("`{}…`", "я".repeat(60)));
    }
}
