//! Packed datasets come back as they were, and no damage gets through or breaks anything.

use crate::folder::Folder;
use atlas::model::{
    ColumnId, Dataset, EventId, GroupId, InstrumentId, PartnershipId, SectorId, SourceId, Subject, Tables,
};
use atlas::packed::{self, PackedError};
use proptest::prelude::*;

fn dataset() -> Dataset {
    atlas::dataset::read(Folder::new().write().path()).unwrap()
}

#[test]
fn what_is_packed_is_unpacked_unchanged() {
    let dataset = dataset();
    assert_eq!(packed::read(&packed::write(dataset.tables())), Ok(dataset));
}

#[test]
fn the_shipped_dataset_is_compiled_in() {
    let shipped = atlas::dataset::read("src/data".as_ref()).unwrap();
    assert_eq!(packed::read(atlas::builtin::BUILTIN), Ok(shipped));
}

#[test]
fn every_single_changed_byte_is_noticed() {
    let good = packed::write(dataset().tables());
    for position in 0..good.len() {
        for bit in 0..8 {
            let mut bytes = good.clone();
            bytes[position] ^= 1 << bit;
            assert!(packed::read(&bytes).is_err(), "byte {position}, bit {bit}");
        }
    }
}

#[test]
fn every_missing_end_and_every_addition_is_noticed() {
    let good = packed::write(dataset().tables());
    for length in 0..good.len() {
        assert_eq!(packed::read(&good[..length]), Err(PackedError::Truncated), "{length} bytes");
    }
    assert_eq!(packed::read(&[&good[..], b"\0"].concat()), Err(PackedError::Checksum));
}

#[test]
fn each_damage_has_its_name() {
    let good = packed::write(dataset().tables());
    let with = |position: usize, byte: u8| {
        let mut bytes = good.clone();
        bytes[position] = byte;
        packed::read(&bytes).unwrap_err()
    };
    assert_eq!(packed::read(b"PK\x03\x04 a zip archive, not an atlas"), Err(PackedError::NotAtlas));
    assert_eq!(packed::read("<!DOCTYPE html>".as_bytes()), Err(PackedError::NotAtlas));
    assert_eq!(with(9, 7).code(), "dataset-version");
    assert_eq!(with(good.len() - 1, 0xff), PackedError::Checksum);
    for (error, code) in [
        (PackedError::NotAtlas, "dataset-foreign"),
        (PackedError::Version { found: 9 }, "dataset-version"),
        (PackedError::Truncated, "dataset-damaged"),
        (PackedError::Checksum, "dataset-damaged"),
        (PackedError::Content, "dataset-damaged"),
    ] {
        assert_eq!(error.code(), code);
    }
}

/// A change that makes tables unsound.
type Change = fn(&mut Tables);

#[test]
fn a_well_checksummed_content_with_wrong_indices_is_refused() {
    let changes: [(&str, Change); 17] = [
        ("a source", |tables| tables.sectors[0].evidence.source = SourceId(1)),
        ("a group", |tables| tables.sectors[0].group = GroupId(2)),
        ("a partnership", |tables| tables.instruments[0].partnership = PartnershipId(2)),
        ("an adoption", |tables| tables.instruments[0].adopted = Some(EventId(3))),
        ("a sector", |tables| tables.coverage[0].sector = SectorId(3)),
        ("a column", |tables| tables.coverage[0].column = atlas::model::Column::Outside(PartnershipId(2))),
        ("an event's instrument", |tables| tables.events[0].instruments.push(InstrumentId(2))),
        ("an event's proposal", |tables| tables.events[0].proposals.push(atlas::model::ProposalId(1))),
        ("a term", |tables| tables.terms[0].event = EventId(3)),
        ("a participant", |tables| tables.participants[0].event = EventId(9)),
        ("a relation", |tables| tables.relations[0].object = Subject::Event(EventId(3))),
        ("an activity's instrument", |tables| tables.activities.instruments[0] = InstrumentId(2)),
        ("an activity's sector", |tables| tables.activities.sectors[0] = SectorId(3)),
        ("an activity's end", |tables| tables.activities.sector_ends[0] = 2),
        ("a missing date", |tables| tables.activities.dates.clear()),
        ("a title too many", |tables| tables.activities.titles[1].push("more")),
        ("an address", |tables| tables.sources[0].url = "javascript:alert(1)".into()),
    ];
    for (name, change) in changes {
        let mut tables = dataset().tables().clone();
        change(&mut tables);
        assert_eq!(packed::read(&packed::write(&tables)), Err(PackedError::Content), "{name}");
    }
}

proptest! {
    #[test]
    fn no_content_makes_the_reader_panic(content in proptest::collection::vec(any::<u8>(), 0..400), cut in 0usize..4000) {
        // Well-checksummed, beginning like a dataset and ending in noise.
        let good = packed::write(dataset().tables());
        let cut = 18 + cut % (good.len() - 18);
        let bytes = sealed(&[&good[18..cut], &content].concat());
        if let Ok(dataset) = packed::read(&bytes) {
            walk(&dataset);
        }
    }
}

/// A file with this content and its right checksum.
fn sealed(content: &[u8]) -> Vec<u8> {
    let rest = [&(content.len() as u32).to_le_bytes()[..], content].concat();
    let mut sum = !0u32;
    for byte in &rest {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    [&packed::write(dataset().tables())[..10], &(!sum).to_le_bytes(), &rest].concat()
}

/// Looks everything up that views look up.
fn walk(dataset: &Dataset) {
    for (id, column) in dataset.columns() {
        assert_eq!(dataset.column(ColumnId(id.0)), column);
        dataset.column_slug(column);
        dataset.partnership_of(column);
    }
    for (id, _) in dataset.instruments() {
        dataset.standing(id, dataset.created());
    }
    for row in 0..dataset.activities().len() {
        for sector in dataset.activities().sectors(row) {
            dataset.group(dataset.sector(*sector).group);
        }
    }
    dataset.created().to_string();
}
