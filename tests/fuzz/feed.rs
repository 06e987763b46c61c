//! The feed: XML whatever the texts, with every act and its name.

use crate::letters::texts;
use crate::shown::{shown, tables_of};
use atlas::bundle::follow;
use atlas::bundle::site::Site;
use atlas::model::Tables;
use proptest::prelude::*;

pub fn input() -> impl Strategy<Value = Vec<String>> {
    texts()
}

pub fn check(texts: Vec<String>) -> Result<(), TestCaseError> {
    is_readable(&tables_of(&texts))
}

/// That the feed of these tables is XML, and has their acts.
pub fn is_readable(tables: &Tables) -> Result<(), TestCaseError> {
    let shown = shown(tables, "");
    let written = follow::feed(&shown, &Site::default()).map_err(TestCaseError::fail)?;
    let feed =
        roxmltree::Document::parse(&written).map_err(|error| TestCaseError::fail(format!("{error}: {written}")))?;
    let each = |name: &str| -> Vec<String> {
        let found = feed.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", name)));
        found.map(|node| node.text().unwrap_or_default().to_owned()).collect()
    };
    let titles = each("title");
    let plain = |text| plain(shown.text(text).plain());
    prop_assert_eq!(&titles[0], &plain(&shown.catalogue.data.tables().title));
    prop_assert_eq!(each("entry").len() + 1, titles.len());
    for (id, _) in &shown.selection.events {
        let event = shown.catalogue.data.event(*id);
        if event.date.is_some() {
            let name = plain(&event.name);
            prop_assert!(titles.iter().any(|title| title.contains(&name)), "{:?} is not in {:?}", name, titles);
        }
    }
    Ok(())
}

/// A text as the feed has it: without what only tells pages where lines may break.
fn plain(text: &str) -> String {
    text.replace('\u{ad}', "").replace("\r\n", "\n").replace('\r', "\n")
}
