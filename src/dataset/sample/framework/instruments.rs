//! The instruments: whose they are, when they are adopted, what they cover and what they carry out.

use super::coverage::Chances;
use super::dates::{self, Term};
use super::partnerships::Partnership;
use super::sectors::Sector;
use crate::sample::random::Random;
use crate::sample::sheet::Row;
use crate::sample::words::{Text, Words, id};
use atlas_core::time::Day;
use std::collections::HashSet;

pub(super) const WORDS: &str = include_str!("kinds.csv");

/// The most letters of a name at the head of a column.
const LONGEST_SHORT: usize = 28;

/// An instrument.
pub(super) struct Instrument {
    pub id: String,
    /// The position of its partnership.
    pub partnership: usize,
    /// Its kind, with the words for it.
    pub kind: Row,
    pub name: Text,
    pub short: Text,
    /// When it was adopted, as it is stated; none if no adoption is.
    pub date: Option<String>,
    /// Its first term, and those by which it was extended.
    pub terms: Vec<Term>,
    /// The sectors that its name says.
    pub named: Vec<usize>,
    /// All sectors that it covers, in order.
    pub sectors: Vec<usize>,
    /// The position of the instrument that it carries out.
    pub implements: Option<usize>,
}

/// What instruments are made of.
pub(super) struct Making<'a> {
    pub partnerships: &'a [Partnership],
    pub sectors: &'a [Sector],
    pub chances: &'a Chances,
}

impl Making<'_> {
    /// So many instruments, by partnership, then by the day of their adoption. Every sector is covered by one of them.
    pub fn instruments(&self, number: usize, random: &mut Random) -> Vec<Instrument> {
        let words = Words::of(WORDS);
        let mut adoptions: Vec<(usize, Day)> =
            (0..number).map(|at| (self.partnership(at, random), dates::adopted(random))).collect();
        adoptions.sort();
        let mut instruments: Vec<Instrument> = Vec::with_capacity(number);
        // What the instruments of the partnership at hand may carry out.
        let mut founding: Vec<usize> = Vec::new();
        for (at, (partnership, day)) in adoptions.into_iter().enumerate() {
            if instruments.last().is_some_and(|last| last.partnership != partnership) {
                founding.clear();
            }
            let carries_out = !founding.is_empty() && random.percent(55);
            let kind = random.pick(words.all(if carries_out { "carrying-out" } else { "founding" })).clone();
            let implements = (carries_out && random.percent(70)).then(|| *random.pick(&founding));
            // Some say no sectors of their own: what they cover follows from what they carry out.
            let covers = implements.is_none() || !random.percent(15);
            let (date, terms) = time(day, carries_out, random);
            instruments.push(Instrument {
                id: format!("{}-{:0digits$}", id(&kind["short_en"]), at + 1, digits = number.to_string().len()),
                partnership,
                kind,
                name: Text::default(),
                short: Text::default(),
                date,
                terms,
                named: Vec::new(),
                sectors: if covers { self.chances.draw(random) } else { Vec::new() },
                implements,
            });
            if !carries_out {
                founding.push(at);
            }
        }
        self.cover_the_rest(&mut instruments, random);
        for (at, instrument) in instruments.iter_mut().enumerate() {
            instrument.named = self.named(&instrument.sectors, random);
            instrument.name = self.name(instrument);
            instrument.short = self.short(instrument, at + 1);
        }
        instruments
    }

    /// The partnership of the instrument at this position: each has one as long as there are enough, and the first ones
    /// have more of the others.
    fn partnership(&self, at: usize, random: &mut Random) -> usize {
        let number = self.partnerships.len();
        if at < number { at } else { random.below(number).min(random.below(number * 2)) }
    }

    /// Gives every sector that no instrument covers to one that covers others: a source names a sector somewhere.
    fn cover_the_rest(&self, instruments: &mut [Instrument], random: &mut Random) {
        let covered: HashSet<usize> = instruments.iter().flat_map(|instrument| &instrument.sectors).copied().collect();
        let covering: Vec<usize> = (0..instruments.len()).filter(|at| !instruments[*at].sectors.is_empty()).collect();
        for sector in (0..self.sectors.len()).filter(|sector| !covered.contains(sector)) {
            let sectors = &mut instruments[*random.pick(&covering)].sectors;
            sectors.insert(sectors.partition_point(|other| *other < sector), sector);
        }
    }

    /// The sectors that an instrument is named after: one or two of those that it covers, if it covers any.
    fn named(&self, sectors: &[usize], random: &mut Random) -> Vec<usize> {
        if sectors.is_empty() {
            return Vec::new();
        }
        let (one, another) = (*random.pick(sectors), *random.pick(sectors));
        // Two sectors may be aspects of one thing.
        let differ = self.sectors[one].topic != self.sectors[another].topic;
        if differ && random.percent(50) { vec![one, another] } else { vec![one] }
    }

    fn name(&self, row: &Instrument) -> Text {
        let partnership = &self.partnerships[row.partnership].name;
        let topics = |language: usize, before: &str, and: &str| {
            let all: Vec<&str> = row.named.iter().map(|sector| &self.sectors[*sector].topic[language][..]).collect();
            if all.is_empty() { String::new() } else { format!("{before}{}", all.join(and)) }
        };
        [
            format!("{} {}{}", partnership[0], row.kind["en"], topics(0, " on ", " and ")),
            format!("{}{} ({})", row.kind["ru"], topics(1, " по вопросам ", " и "), partnership[1]),
        ]
    }

    /// The kind and the number, after the first sector of the name if there is room.
    fn short(&self, row: &Instrument, number: usize) -> Text {
        [(0, "short_en"), (1, "short_ru")].map(|(language, column)| {
            let bare = format!("{} {number}", row.kind[column]);
            let sector = row.named.first().map(|sector| &self.sectors[*sector].name[language]);
            let full = sector.map(|sector| format!("{sector}: {}", bare.to_lowercase()));
            full.filter(|full| full.chars().count() <= LONGEST_SHORT).unwrap_or(bare)
        })
    }
}

/// When an instrument is adopted, as it is stated, and its terms. A few have no stated adoption, and then no term; of those
/// that carry out others more than half have a term, of the others few: a third of all.
fn time(day: Day, carries_out: bool, random: &mut Random) -> (Option<String>, Vec<Term>) {
    if random.percent(3) {
        return (None, Vec::new());
    }
    let date = dates::stated(day, random);
    let (chance, years) = if carries_out { (56, 2 + random.below(4)) } else { (14, 5 * (1 + random.below(4))) };
    let terms = if random.percent(chance) { dates::terms(day, &date, years as i32, random) } else { Vec::new() };
    (Some(date), terms)
}
