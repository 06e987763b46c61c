//! Packed datasets that somebody forged: refused by name, or as sound as any, in all that is made of them.

use crate::shown::{SMALL, take_away};
use atlas::export::result_of;
use atlas::locale::Locale;
use atlas::model::{ActivityState, InstrumentId, SectorId, Strings, Tables};
use atlas::packed;
use atlas::query::{Catalogue, View};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use proptest::prelude::*;
use std::rc::Rc;
use std::sync::LazyLock;

static GOOD: LazyLock<Vec<u8>> = LazyLock::new(|| packed::write(&with_activities()));

/// The small set, with activities of one, two and three sectors.
fn with_activities() -> Tables {
    let mut tables = SMALL.tables().clone();
    let all = &mut tables.activities;
    all.titles.resize(tables.languages.len(), Strings::default());
    for number in 0..40 {
        all.slugs.push(&format!("activity-{number}"));
        all.titles.iter_mut().for_each(|titles| titles.push("An activity"));
        all.instruments.push(InstrumentId(0));
        all.sectors.extend((0..=number % 3).map(|_| SectorId(0)));
        all.sector_ends.push(all.sectors.len() as u32);
        all.dates.push(None);
        all.states.push(ActivityState::ALL[0]);
        all.sources.push(tables.events[0].evidence.source);
        all.locators.push("A1");
    }
    tables
}

/// Where the content begins, see the head of `core/packed/mod.rs`.
const HEAD: usize = 18;

/// A change of the content, at a place from its beginning.
#[derive(Clone, Debug)]
pub enum Change {
    /// So many bytes go, and these come.
    Bytes(usize, Vec<u8>),
    /// A byte and one behind it, so far away, change places.
    Swap(usize),
}

type Changes = Vec<(usize, Change)>;

pub fn input() -> impl Strategy<Value = Changes> {
    let byte = prop_oneof![
        2 => any::<u8>(),
        3 => prop::sample::select(&[0u8, 1, 2, 3, 0x7f, 0x80, 0xff][..]),
    ];
    let more = prop::collection::vec(byte, 0..6);
    let change = prop_oneof![
        1 => (0usize..4, more).prop_map(|(length, more)| Change::Bytes(length, more)),
        1 => (1usize..3).prop_map(Change::Swap),
    ];
    prop::collection::vec((0usize..GOOD.len() - HEAD, change), 1..4)
}

pub fn check(changes: Changes) -> Result<(), TestCaseError> {
    let mut content = GOOD[HEAD..].to_vec();
    for (at, change) in changes {
        let at = at.min(content.len());
        match change {
            Change::Bytes(length, more) => {
                let end = (at + length).min(content.len());
                content.splice(at..end, more);
            }
            Change::Swap(behind) if at + behind < content.len() => content.swap(at, at + behind),
            Change::Swap(_) => {}
        }
    }
    // Whoever forges a content can compute its checksum, too.
    let Ok(data) = packed::read(&sealed(&content)) else { return Ok(()) };
    prop_assert_eq!(&packed::read(&packed::write(data.tables())), &Ok(data.clone()));
    let catalogue = Rc::new(Catalogue::new(data));
    for (lang, query) in [("en", "inferred=1"), ("ru", "gaps=1&as-of=2019-10-15&compare=2016-01-01&q=a")] {
        let lang = Locale::from_tag(lang).expect("a language");
        let page = Page { lang, view: View::Both, heading: 2 };
        let today = atlas::time::Day::parse("2026-11-24").expect("a day");
        let state = WidgetState::new(today, page).after(Action::Query(query.into()), &catalogue);
        let shown = Rc::new(Shown::of(catalogue.clone(), state));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&result_of(&shown)).is_ok());
        take_away(&shown);
    }
    Ok(())
}

/// A file with this content and its right checksum.
pub fn sealed(content: &[u8]) -> Vec<u8> {
    let rest = [&(content.len() as u32).to_le_bytes()[..], content].concat();
    [&GOOD[..10], &crc32fast::hash(&rest).to_le_bytes(), &rest].concat()
}
