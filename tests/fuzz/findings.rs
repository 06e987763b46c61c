//! What the targets found, each as the case that showed it.

use crate::shown::tables_of;

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
