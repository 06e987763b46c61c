//! Packed datasets come back as they were, and no damage gets through or breaks anything.

use crate::folder::Folder;
use atlas::model::{
    ColumnId, Dataset, EventId, GroupId, InstrumentId, PartnershipId, SectorId, SourceId, Subject, Tables,
};
use atlas::packed::{self, PackedError};
use atlas::time::{Bound, Edtf, Interval};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

fn dataset() -> Dataset {
    atlas::dataset::read(Folder::new().write().path()).unwrap()
}

fn sample() -> Dataset {
    let dir = tempfile::tempdir().unwrap();
    atlas::dataset::sample::write(dir.path(), 1000).unwrap();
    atlas::dataset::read(dir.path()).unwrap()
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
fn a_long_list_comes_back_as_it_was() {
    let sample = sample();
    assert_eq!(sample.activities().len(), 1000);
    assert_eq!(packed::read(&packed::write(sample.tables())), Ok(sample));
}

/// Fields that are read in another order than they are written come back equal where their values are: some record
/// must tell every two of them apart.
#[test]
fn no_two_fields_of_a_record_are_always_the_same() {
    let shipped = atlas::dataset::read("src/data".as_ref()).unwrap();
    let mut same = BTreeMap::new();
    for dataset in [shipped, dataset(), sample()] {
        compare("tables", &serde_json::to_value(dataset.tables()).unwrap(), &mut same);
    }
    let same: Vec<_> = same.into_iter().filter(|(_, same)| *same).map(|(fields, _)| fields).collect();
    assert!(same.is_empty(), "{same:#?}");
}

/// Notes for every two fields of a record whether they are the same wherever they stand.
fn compare(name: &str, value: &Value, same: &mut BTreeMap<String, bool>) {
    match value {
        Value::Array(rows) => rows.iter().for_each(|row| compare(name, row, same)),
        Value::Object(fields) => {
            for (field, value) in fields {
                compare(&format!("{name}.{field}"), value, same);
                for (other, of_other) in fields.iter().take_while(|(other, _)| *other != field) {
                    *same.entry(format!("{name}: {other}, {field}")).or_insert(true) &= value == of_other;
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_date_comes_back_as_it_was() {
    for text in [
        "0001-01-01",
        "9999-12-31",
        "2019-09",
        "2016",
        "201X",
        "2016~",
        "2019-09?",
        "2016-08-05%",
        "2016/2020",
        "2018/..",
        "../2016",
        "/2016-08-05",
        "2018/",
        "201X~/2020%",
    ] {
        assert_eq!(with_date(Edtf::parse(text).unwrap()).unwrap().activities().dates[0], Edtf::parse(text).ok());
    }
}

#[test]
fn an_interval_that_cannot_be_is_refused() {
    let bound = |text: &str| Edtf::parse(text).unwrap().interval().start;
    for (start, end) in [(bound("2020"), bound("2016")), (Bound::Open, Bound::Open), (Bound::Unknown, Bound::Open)] {
        assert_eq!(with_date(Edtf::Interval(Interval { start, end })), Err(PackedError::Content));
    }
}

/// The dataset as it comes back with this date of its first activity.
fn with_date(date: Edtf) -> Result<Dataset, PackedError> {
    let mut tables = dataset().tables().clone();
    tables.activities.dates[0] = Some(date);
    packed::read(&packed::write(&tables))
}

#[test]
fn a_content_that_goes_on_after_its_end_is_refused() {
    let good = packed::write(dataset().tables());
    assert_eq!(packed::read(&sealed(&good[18..])), Ok(dataset()));
    assert_eq!(packed::read(&sealed(&[&good[18..], b"\0"].concat())), Err(PackedError::Content));
}

#[test]
fn a_content_that_ends_too_early_is_refused() {
    let good = packed::write(dataset().tables());
    for end in 18..good.len() {
        assert_eq!(packed::read(&sealed(&good[18..end])), Err(PackedError::Content), "{end} bytes");
    }
}

#[test]
fn a_forged_length_is_refused() {
    // The first byte is how many languages the title has.
    let good = packed::write(dataset().tables());
    for length in [&[0xff, 0xff, 0xff, 0xff, 0x0f][..], &[0xff; 5], &[0xff; 10]] {
        assert_eq!(packed::read(&sealed(&[length, &good[19..]].concat())), Err(PackedError::Content));
    }
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
    // Of a former format, whatever follows its number: the message names the cure.
    for format in [1, 2, 3] {
        let former = with(8, format);
        assert_eq!((former, former.code()), (PackedError::Version { found: format.into() }, "dataset-version"));
        assert_eq!(packed::read(&[&good[..8], &[format, 0], b"its own content".as_slice()].concat()), Err(former));
        let cure = "Pack its tables again with this version: atlas pack DIR -o FILE.atlas.";
        assert!(former.to_string().ends_with(cure), "{former}");
    }
    assert_eq!(with(good.len() - 1, 0xff), PackedError::Checksum);
    let excess = atlas::packed::Excess { what: "sectors", found: 501, most: 500 };
    assert_eq!(
        PackedError::TooLarge(excess).to_string(),
        "This dataset is too large: sectors: 501, expected at most 500."
    );
    for (error, code) in [
        (PackedError::TooLarge(excess), "dataset-damaged"),
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
    let changes: [(&str, Change); 18] = [
        ("a source", |tables| tables.sectors[0].evidence.source = SourceId(1)),
        ("a group", |tables| tables.sectors[0].group = GroupId(2)),
        ("a partnership", |tables| tables.instruments[0].partnership = PartnershipId(2)),
        ("an adoption", |tables| tables.instruments[0].adopted = Some(EventId(3))),
        ("a sector", |tables| tables.coverage[0].sector = SectorId(3)),
        ("a column", |tables| tables.coverage[0].column = atlas::model::Column::Outside(PartnershipId(2))),
        ("an event's instrument", |tables| tables.events[0].instruments.push(InstrumentId(2))),
        ("an event's forum", |tables| tables.events[0].forum_of = Some(PartnershipId(2))),
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

#[test]
fn what_is_read_after_a_change_of_one_byte_can_be_looked_up() {
    let good = packed::write(dataset().tables());
    let mut looked_up = 0;
    for at in 18..good.len() {
        for change in [1, 0xff] {
            let mut content = good[18..].to_vec();
            content[at - 18] ^= change;
            if let Ok(dataset) = packed::read(&sealed(&content)) {
                walk(&dataset);
                looked_up += 1;
            }
        }
    }
    assert!(looked_up > good.len() / 2, "{looked_up} of {} changes", 2 * (good.len() - 18));
}

proptest! {
    #[test]
    fn no_content_makes_the_reader_panic(content in proptest::collection::vec(any::<u8>(), 0..400), cut in 0usize..4000) {
        // Well-checksummed, beginning like a dataset and ending in noise.
        let good = packed::write(dataset().tables());
        let cut = 18 + cut % (good.len() - 18);
        let _ = packed::read(&sealed(&[&good[18..cut], &content].concat()));
    }
}

/// The magic and the version, with which every file begins.
static HEAD: LazyLock<Vec<u8>> = LazyLock::new(|| packed::write(dataset().tables())[..10].to_vec());

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
    [&HEAD[..], &(!sum).to_le_bytes(), &rest].concat()
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
