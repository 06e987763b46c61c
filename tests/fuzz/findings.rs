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
