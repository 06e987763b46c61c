//! A synthetic data package of any size: for tests, benchmarks and demonstrations, and labelled as made up.
//!
//! It knows no clock and no chance: the same number of activities gives the same bytes, on every machine.

mod activities;
mod framework;
mod package;
mod random;
mod sheet;
mod tables;
mod vocabulary;

use super::problem::Collector;
use std::io;
use std::path::Path;

/// The most activities that a sample can have.
pub const MOST: usize = atlas_core::limits::ACTIVITIES;

/// Writes the sample into a folder, which is made if need be.
///
/// # Errors
/// If the folder holds anything but an earlier sample, or a file cannot be written.
pub fn write(dir: &Path, activities: usize) -> io::Result<()> {
    std::fs::create_dir_all(dir)?;
    let occupied = std::fs::read_dir(dir)?.next().is_some();
    if occupied && !is_sample(dir) {
        return Err(io::Error::other("the folder holds something else than a sample"));
    }
    for (name, bytes) in files(activities) {
        std::fs::write(dir.join(name), bytes)?;
    }
    Ok(())
}

/// Whether the folder holds a data package that calls itself synthetic.
fn is_sample(dir: &Path) -> bool {
    let bytes = std::fs::read(dir.join(super::package::FILE)).unwrap_or_default();
    super::package::read(&bytes, &Collector::default()).is_some_and(|(package, _)| package.synthetic == Some(true))
}

/// The names and contents of the sample's files.
pub fn files(activities: usize) -> Vec<(String, Vec<u8>)> {
    let languages = ["en".to_owned(), "ru".to_owned()];
    let mut files = vec![(super::package::FILE.to_owned(), package::json(&languages, activities))];
    files.extend(tables::write(&languages, activities));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_the_same_each_time_and_longer_ones_begin_alike() {
        assert!(files(30) == files(30));
        let activities = |number| files(number).pop().map(|(_, bytes)| String::from_utf8(bytes).unwrap()).unwrap();
        let (short, long) = (activities(11), activities(99));
        assert!(long.starts_with(&short), "{short}\n{long}");
    }
}
