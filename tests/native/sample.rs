//! The synthetic sample is a valid data package of the size that was asked for, and says what it is.

use crate::folder::problems_in;
use atlas::dataset::{read, sample};

#[test]
fn samples_of_any_size_are_valid_and_labelled() {
    for activities in [0, 1, 30, 1000] {
        let dir = tempfile::tempdir().unwrap();
        sample::write(dir.path(), activities).unwrap();
        assert_eq!(problems_in(dir.path()), [""; 0], "{activities}");
        let dataset = read(dir.path()).unwrap();
        assert_eq!(dataset.activities().len(), activities);
        assert!(dataset.tables().synthetic);
        assert!(dataset.title().get(0).contains("Synthetic sample"));
    }
}

#[test]
fn a_sample_has_the_variety_of_a_real_list() {
    let dir = tempfile::tempdir().unwrap();
    sample::write(dir.path(), 1000).unwrap();
    let dataset = read(dir.path()).unwrap();
    let tables = dataset.tables();
    assert_eq!(
        [tables.partnerships.len(), tables.instruments.len(), tables.sectors.len(), tables.groups.len()],
        [4, 14, 24, 6]
    );
    assert!((140..220).contains(&tables.coverage.len()), "{}", tables.coverage.len());
    assert!((30..50).contains(&tables.events.len()), "{}", tables.events.len());
    let activities = dataset.activities();
    let mut titles: Vec<&str> = (0..1000).map(|row| activities.titles[0].get(row)).collect();
    titles.sort_unstable();
    titles.dedup();
    assert!(titles.len() > 950, "{} titles", titles.len());
    let lengths: std::collections::BTreeSet<usize> = (0..1000).map(|row| activities.sectors(row).len()).collect();
    assert_eq!(lengths.into_iter().collect::<Vec<_>>(), [1, 2, 3]);
    assert!(activities.dates.contains(&None));
}

#[test]
fn a_sample_replaces_nothing_but_a_sample() {
    let dir = tempfile::tempdir().unwrap();
    sample::write(dir.path(), 3).unwrap();
    sample::write(dir.path(), 5).unwrap();
    assert_eq!(read(dir.path()).unwrap().activities().len(), 5);
    let other = crate::folder::Folder::new().write();
    assert!(sample::write(other.path(), 3).is_err());
}
