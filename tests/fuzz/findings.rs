//! What the targets found, each as the case that showed it.

use crate::shown::tables_of;
use atlas::locale::Locale;
use atlas::model::{Dataset, Tables};
use atlas::query::{Catalogue, View, url};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use atlas::time::Day;
use std::path::Path;
use std::rc::Rc;

/// A packed dataset of another program can have any letter in its licence, which stood in the feed as it was: no reader of
/// XML takes a control.
#[test]
fn a_licence_with_a_control_character_leaves_the_feed_readable() {
    let mut tables = tables_of(&["Text".into()]);
    tables.licence = "\u{e}".into();
    crate::feed::is_readable(&tables).unwrap();
}

/// The width of a long label had no room in 32 bits: the picture of such a framework was laid out by a negative one.
#[test]
fn the_width_of_a_long_label_is_no_negative_one() {
    let long = "w".repeat(atlas::letters::LONGEST_TEXT);
    let one = atlas::export::picture::width("w", 260, "600");
    let all = atlas::export::picture::width(&long, 260, "600");
    // One letter is rounded up to a whole pixel.
    assert!(all > (one - 1) * 5_000, "{all}");
}

/// What the pointer was on stayed lit by its number when another dataset came, and the smaller one had no such number: the
/// atlas crashed. Found by the endless actions, seed 20, in the fifth hundred.
#[test]
fn another_dataset_forgets_what_the_pointer_is_on() {
    let catalogue = |tables: Tables| Rc::new(Catalogue::new(Dataset::new(tables)));
    let large = catalogue(atlas::dataset::read(Path::new("src/data")).unwrap().tables().clone());
    let last = url::target(&large.data, "sector:energy").unwrap();
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    let state = WidgetState::new(Day::parse("2026-11-24").unwrap(), page).after(Action::Hover(Some(last)), &large);
    let small = catalogue(tables_of(&["Text".into()]));
    let after = Shown::of(large, state).with_dataset(small);
    assert_eq!(after.state.lit(), None);
}
