//! The single page, as `atlas pack` writes it and readers save it: ours are all its scripts, and every text of the tables
//! stands in it.

use crate::html::{active, has_comments, is_harmless, named, parsed, text};
use crate::letters::texts;
use crate::shown::tables_of;
use atlas::bundle::prerender::Static;
use atlas::bundle::script;
use atlas::bundle::single::Single;
use atlas::letters::tamed;
use atlas::locale::Locale;
use atlas::model::Dataset;
use atlas::packed;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use proptest::prelude::*;
use scraper::Html;
use std::sync::LazyLock;

/// A page of a script that does nothing.
static SINGLE: LazyLock<Single> = LazyLock::new(|| Single::of_file(&script::head()).expect("a script of this version"));

pub fn input() -> impl Strategy<Value = Vec<String>> {
    texts()
}

pub fn check(texts: Vec<String>) -> Result<(), TestCaseError> {
    let tables = tables_of(&texts);
    let bytes = packed::write(&tables);
    let still = Static::of(Dataset::new(tables.clone()), Locale::ENGLISH, 1, None).map_err(TestCaseError::fail)?;
    let written = SINGLE.page(&still, Some(&bytes));
    let page = Html::parse_document(&written);
    let found = active(&page);
    let found: Vec<_> = found.iter().map(|(name, is)| (name.as_str(), is.as_str())).collect();
    let expected = [
        ("meta", "utf-8"),
        ("meta", "viewport"),
        ("meta", "color-scheme"),
        ("style", ""),
        ("style", ""),
        ("script", "cooperation-atlas-data"),
        ("script", "cooperation-atlas-code"),
        ("script", ""),
    ];
    prop_assert_eq!(found, expected);
    is_harmless(&page)?;
    prop_assert!(!has_comments(&page));

    let data = named(&page, "script").next().expect("the data").text().collect::<String>();
    prop_assert_eq!(BASE64_STANDARD.decode(data).ok(), Some(bytes));
    let title = named(&page, "title").next().expect("a title").text().collect::<String>();
    prop_assert_eq!(title, parsed(&still.title));

    let told = text(named(&page, "cooperation-atlas").next().expect("the element"));
    for name in tables.sectors.iter().map(|row| &row.name).chain(tables.events.iter().map(|row| &row.name)) {
        let name = parsed(&tamed(name.get(0)));
        prop_assert!(told.contains(&name), "{:?} is not in the page", name);
    }
    Ok(())
}
