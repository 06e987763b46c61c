//! Reading postcard's wire format: a packed content to [`Tables`].
//!
//! Owns the order of the fields, and that every id is one; what else must hold, [`read`](super::read) checks. It is written
//! by hand because every reader downloads it; what `serde` derives is three times as large. Writing is `serde`'s, from
//! the same records, and the tests hold the two together.
//!
//! The format: numbers are varints (seven bits a byte, the lowest first; signed ones in zigzag), a single byte is
//! itself; texts and lists begin with their length; an option with 0 or 1, a value of an enumeration with its position;
//! a record is its fields one after the other.

use crate::model::{
    Activities, ActivityState, Column, CountUnit, Coverage, CoverageRecord, Event, EventId, EventKind, Evidence, Group,
    GroupId, Instrument, InstrumentId, InstrumentKind, NotBefore, Participant, Partnership, PartnershipId, Proposal,
    ProposalId, Relation, RelationKind, Remark, Section, Sector, SectorId, Source, SourceId, SourceKind, Strings,
    Subject, Tables, Term, Text,
};
use crate::time::{Bound, Day, Edtf, Interval, PartialDate, Precision, Qualifier};

/// The tables that all of these bytes are, with each id in them within its table; `None` if they are anything else.
pub(super) fn tables(bytes: &[u8]) -> Option<Tables> {
    let mut reader = Reader { rest: bytes, ok: true, ends: [0; 7] };
    let tables = Tables::read(&mut reader);
    // In the order of the numbers that the ids below give their tables.
    let sizes = [
        tables.sources.len(),
        tables.partnerships.len(),
        tables.groups.len(),
        tables.sectors.len(),
        tables.instruments.len(),
        tables.proposals.len(),
        tables.events.len(),
    ];
    let within = reader.ends.iter().zip(sizes).all(|(end, size)| *end <= size);
    (reader.ok && reader.rest.is_empty() && within).then_some(tables)
}

/// What is still to be read.
///
/// A mistake is noted in `ok`, ends the input and is answered with some value; whoever began asks at the end. So no
/// record is ever left half made, which is what errors on the way cost most for.
struct Reader<'a> {
    rest: &'a [u8],
    ok: bool,
    /// Of each table that ids refer to, how many rows it must have for those that were read.
    ends: [usize; 7],
}

impl Reader<'_> {
    /// What was found, or else `stand_in`, and a mistake.
    fn sure<T>(&mut self, found: Option<T>, stand_in: T) -> T {
        found.unwrap_or_else(|| {
            self.ok = false;
            self.rest = &[];
            stand_in
        })
    }

    fn byte(&mut self) -> u8 {
        let first = self.rest.split_off_first().copied();
        self.sure(first, 0)
    }

    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return self.sure(u32::try_from(number).ok(), 0);
            }
        }
        self.sure(None, 0)
    }

    #[inline(never)]
    fn short(&mut self) -> u16 {
        let number = u16::try_from(self.number()).ok();
        self.sure(number, 0)
    }

    fn id(&mut self, table: usize) -> u16 {
        let id = self.short();
        self.ends[table] = self.ends[table].max(usize::from(id) + 1);
        id
    }

    fn signed(&mut self) -> i32 {
        let number = self.number();
        (number >> 1) as i32 ^ -((number & 1) as i32)
    }

    /// One of the values of an enumeration, which are numbered in the order of its declaration.
    fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        let position = self.number() as usize;
        self.sure(values.get(position).copied(), values[0])
    }
}

/// What can be read.
trait Read: Sized {
    fn read(reader: &mut Reader) -> Self;
}

/// Records: their fields in the order of their declaration. One that is not named here does not compile.
macro_rules! records {
    ($($record:ident { $($field:ident),* })*) => {$(
        impl Read for $record {
            #[inline(never)]
            fn read(reader: &mut Reader) -> $record {
                $record { $($field: Read::read(reader)),* }
            }
        }
    )*};
}

records! {
    Tables {
        name, licence, title, description, created, version, synthetic, languages, sources, partnerships, groups, sectors,
        instruments, proposals, coverage, events, terms, participants, relations, activities
    }
    Source { slug, kind, title, original_title, language, issuer, url, published, read, note, sections }
    Section { slug, name }
    Partnership { slug, name, parties, note, background, evidence }
    Remark { text, evidence }
    NotBefore { date, reason }
    Group { slug, name }
    Sector { slug, group, name, aliases, note, evidence }
    Instrument {
        slug, partnership, kind, name, short, aliases, source_spelling, adopted, not_before, count, note, evidence
    }
    Proposal { slug, partnership, name, note, evidence }
    CoverageRecord { sector, column, coverage, note, evidence }
    Event {
        slug, partnership, kind, date, date_by, date_note, place, forum, forum_of, name, summary, instruments, proposals, note, evidence
    }
    Term { instrument, term, event, note, evidence }
    Participant { event, name, role, source_spelling, evidence }
    Relation { subject, kind, object, note, evidence }
    Activities { slugs, titles, instruments, sectors, sector_ends, dates, states, sources, locators }
    Strings { text, ends }
}

/// What many records have: one function each, called and not copied into each place.
macro_rules! values {
    ($($value:ty: $reader:ident => $read:expr;)*) => {$(
        impl Read for $value {
            #[inline(never)]
            fn read($reader: &mut Reader) -> $value {
                $read
            }
        }
    )*};
}

values! {
    bool: reader => reader.one_of(&[false, true]);
    u32: reader => reader.number();
    String: reader => string(reader);
    Text: reader => Text(Read::read(reader));
    Evidence: reader => Evidence { source: Read::read(reader), locator: Read::read(reader) };

    SourceId: reader => SourceId(reader.id(0));
    PartnershipId: reader => PartnershipId(reader.id(1));
    GroupId: reader => GroupId(reader.id(2));
    SectorId: reader => SectorId(reader.id(3));
    InstrumentId: reader => InstrumentId(reader.id(4));
    ProposalId: reader => ProposalId(reader.id(5));
    EventId: reader => EventId(reader.id(6));

    SourceKind: reader => reader.one_of(SourceKind::ALL);
    Coverage: reader => reader.one_of(Coverage::ALL);
    InstrumentKind: reader => reader.one_of(InstrumentKind::ALL);
    EventKind: reader => reader.one_of(EventKind::ALL);
    RelationKind: reader => reader.one_of(RelationKind::ALL);
    ActivityState: reader => reader.one_of(ActivityState::ALL);
    CountUnit: reader => reader.one_of(CountUnit::ALL);

    (u16, CountUnit): reader => (reader.short(), Read::read(reader));
    Column: reader => match reader.one_of(&[0, 1]) {
        0 => Column::Instrument(Read::read(reader)),
        _ => Column::Outside(Read::read(reader)),
    };
    Subject: reader => match reader.one_of(&[0, 1, 2]) {
        0 => Subject::Instrument(Read::read(reader)),
        1 => Subject::Proposal(Read::read(reader)),
        _ => Subject::Event(Read::read(reader)),
    };

    Day: reader => {
        let day = Day::try_from(reader.signed()).ok();
        reader.sure(day, Day::MIN)
    };
    PartialDate: reader => {
        // There is no day in the year 0.
        let year = i16::try_from(reader.signed()).unwrap_or(0);
        let (month, day) = (reader.byte(), reader.byte());
        let precision = reader.one_of(&[Precision::Decade, Precision::Year, Precision::Month, Precision::Day]);
        let qualifier =
            reader.one_of(&[Qualifier::None, Qualifier::Approximate, Qualifier::Uncertain, Qualifier::Both]);
        let date = PartialDate::try_from((year, month, day, precision, qualifier)).ok();
        reader.sure(date, PartialDate::of_day(Day::MIN))
    };
    Bound: reader => match reader.one_of(&[0, 1, 2]) {
        0 => Bound::Date(Read::read(reader)),
        1 => Bound::Open,
        _ => Bound::Unknown,
    };
    Interval: reader => {
        let bounds = (Read::read(reader), Read::read(reader));
        let interval = Interval::try_from(bounds).ok();
        reader.sure(interval, Interval { start: bounds.0, end: bounds.1 })
    };
    Edtf: reader => match reader.one_of(&[0, 1]) {
        0 => Edtf::Date(Read::read(reader)),
        _ => Edtf::Interval(Read::read(reader)),
    };
}

fn string(reader: &mut Reader) -> String {
    let length = reader.number() as usize;
    let bytes = reader.rest.split_off(..length);
    let text = bytes.and_then(|bytes| core::str::from_utf8(bytes).ok());
    reader.sure(text, "").to_owned()
}

impl<T: Read> Read for Option<T> {
    fn read(reader: &mut Reader) -> Option<T> {
        bool::read(reader).then(|| T::read(reader))
    }
}

impl<T: Read> Read for Vec<T> {
    /// Makes room at once, but for no more than the bytes that are left: a length may be forged.
    #[inline(never)]
    fn read(reader: &mut Reader) -> Vec<T> {
        let length = reader.number() as usize;
        let mut list = Vec::with_capacity(length.min(reader.rest.len() / size_of::<T>()));
        for _ in 0..length {
            if !reader.ok {
                break;
            }
            list.push(T::read(reader));
        }
        list
    }
}
