//! A made-up framework as the tables of a data package.

use super::{Instrument, Made};
use crate::sample::activities::Covered;
use crate::sample::random::Random;
use crate::sample::sheet::{Row, Sheet};
use crate::sample::words::Words;
use crate::schema::{self, Table};

/// A table of the schema with the content of its file.
type File = (&'static Table, Vec<u8>);

/// An act by which an instrument was adopted or extended.
struct Act<'a> {
    id: String,
    instrument: &'a Instrument,
    kind: &'a str,
    date: &'a str,
    /// What was done, in words for a name and for a sentence.
    done: [&'a str; 2],
    act: [&'a str; 2],
}

impl Made {
    /// Every table but those of the sources and of the activities.
    pub fn tables(&mut self, languages: &[&str]) -> Vec<File> {
        let events = self.events(languages);
        vec![
            self.partnership_table(languages),
            self.group_table(languages),
            self.sector_table(languages),
            self.instrument_table(languages),
            (&schema::PROPOSALS, Sheet::new(&schema::PROPOSALS, 'E', languages).finish()),
            self.coverage_table(languages),
            events,
            self.term_table(languages),
            self.participant_table(languages),
            self.relation_table(languages),
        ]
    }

    /// The sectors of each instrument, for activities.
    pub fn covered(&self) -> Vec<Covered<'_>> {
        let sectors =
            |row: &Instrument| row.sectors.iter().map(|sector| &self.sectors[*sector].id[..]).collect::<Vec<_>>();
        self.instruments.iter().map(|row| Covered { instrument: &row.id, sectors: sectors(row) }).collect()
    }

    /// Adds what the sectors are about to the words of the titles of activities.
    pub fn add_topics(&self, words: &mut Words) {
        for sector in &self.sectors {
            let [english, russian] = sector.topic.clone();
            words.add(&sector.id, Row::from([("en".to_owned(), english), ("ru".to_owned(), russian)]));
        }
    }

    fn partnership_table(&self, languages: &[&str]) -> File {
        let mut sheet = Sheet::new(&schema::PARTNERSHIPS, 'A', languages);
        for row in &self.partnerships {
            let parties = [0, 1].map(|language| [0, 1].map(|party| &row.parties[party][language][..]).join(" | "));
            sheet.row(|column| match column {
                "id" => Some(&row.id),
                "name_en" => Some(&row.name[0]),
                "name_ru" => Some(&row.name[1]),
                "parties_en" => Some(&parties[0]),
                "parties_ru" => Some(&parties[1]),
                _ => None,
            });
        }
        (&schema::PARTNERSHIPS, sheet.finish())
    }

    fn group_table(&self, languages: &[&str]) -> File {
        let mut sheet = Sheet::new(&schema::GROUPS, 'C', languages);
        for row in &self.groups {
            sheet.row(|column| match column {
                "id" => Some(&row.id),
                "name_en" => Some(&row.name[0]),
                "name_ru" => Some(&row.name[1]),
                _ => None,
            });
        }
        (&schema::GROUPS, sheet.finish())
    }

    fn sector_table(&self, languages: &[&str]) -> File {
        let mut sheet = Sheet::new(&schema::SECTORS, 'C', languages);
        for row in &self.sectors {
            sheet.row(|column| match column {
                "id" => Some(&row.id),
                "group" => Some(&self.groups[row.group].id),
                "name_en" => Some(&row.name[0]),
                "name_ru" => Some(&row.name[1]),
                _ => None,
            });
        }
        (&schema::SECTORS, sheet.finish())
    }

    fn instrument_table(&self, languages: &[&str]) -> File {
        let mut sheet = Sheet::new(&schema::INSTRUMENTS, 'B', languages);
        for row in &self.instruments {
            let adopted = row.date.as_ref().map(|_| adoption(row));
            sheet.row(|column| match column {
                "id" => Some(&row.id),
                "partnership" => Some(&self.partnerships[row.partnership].id),
                "kind" => Some(&row.kind["kind"]),
                "name_en" => Some(&row.name[0]),
                "name_ru" => Some(&row.name[1]),
                "short_en" => Some(&row.short[0]),
                "short_ru" => Some(&row.short[1]),
                "adopted" => adopted.as_deref(),
                _ => None,
            });
        }
        (&schema::INSTRUMENTS, sheet.finish())
    }

    /// The sectors in the name of an instrument are covered, of the others three quarters; where no instrument is named,
    /// three quarters are cooperation.
    fn coverage_table(&mut self, languages: &[&str]) -> File {
        let Made { partnerships, sectors, instruments, outside, random, .. } = self;
        let mut sheet = Sheet::new(&schema::COVERAGE, 'D', languages);
        let mut put = |sector: usize, column: (&str, &str), coverage: &str| {
            sheet.row(|name| match name {
                "sector" => Some(&sectors[sector].id[..]),
                "coverage" => Some(coverage),
                name => (name == column.0).then_some(column.1),
            });
        };
        for row in instruments {
            for sector in &row.sectors {
                let is_covered = row.named.contains(sector) || random.percent(75);
                put(*sector, ("instrument", &row.id), if is_covered { "covered" } else { "named-area" });
            }
        }
        for (row, sectors) in partnerships.iter().zip(outside) {
            for sector in sectors {
                let coverage = if random.percent(75) { "sectoral" } else { "exploring" };
                put(*sector, ("partnership", &row.id), coverage);
            }
        }
        (&schema::COVERAGE, sheet.finish())
    }

    fn events(&mut self, languages: &[&str]) -> File {
        let Made { partnerships, instruments, random, .. } = self;
        let words = Words::of(crate::sample::WORDS);
        let mut sheet = Sheet::new(&schema::EVENTS, 'E', languages);
        for Act { id, instrument, kind, date, done, act } in instruments.iter().flat_map(acts) {
            let Instrument { name, short, .. } = instrument;
            let names = [format!("{} {}", short[0], done[0]), format!("{}, {}", short[1], done[1])];
            let summary = [
                format!("The parties {} the {}.", act[0], name[0]),
                format!("Стороны {} документ: {}.", act[1], name[1]),
            ];
            let place = place(&words, random);
            sheet.row(|column| match column {
                "id" => Some(&id),
                "partnership" => Some(&partnerships[instrument.partnership].id),
                "kind" => Some(kind),
                "date" => Some(date),
                "place_en" => place.map(|place| &place["en"][..]),
                "place_ru" => place.map(|place| &place["ru"][..]),
                "name_en" => Some(&names[0]),
                "name_ru" => Some(&names[1]),
                "summary_en" => Some(&summary[0]),
                "summary_ru" => Some(&summary[1]),
                "instruments" => Some(&instrument.id),
                _ => None,
            });
        }
        (&schema::EVENTS, sheet.finish())
    }

    fn term_table(&self, languages: &[&str]) -> File {
        let mut sheet = Sheet::new(&schema::TERMS, 'B', languages);
        for row in &self.instruments {
            for (term, act) in row.terms.iter().zip(acts(row)) {
                sheet.row(|column| match column {
                    "instrument" => Some(&row.id),
                    "term" => Some(&term.term),
                    "event" => Some(&act.id),
                    _ => None,
                });
            }
        }
        (&schema::TERMS, sheet.finish())
    }

    /// Both parties, at each adoption.
    fn participant_table(&self, languages: &[&str]) -> File {
        let mut sheet = Sheet::new(&schema::PARTICIPANTS, 'E', languages);
        for row in self.instruments.iter().filter(|row| row.date.is_some()) {
            let event = adoption(row);
            let role = match &row.kind["event"][..] {
                "signed" => ["Signatory", "Подписавшая сторона"],
                _ => ["Party", "Сторона"],
            };
            for party in &self.partnerships[row.partnership].parties {
                sheet.row(|column| match column {
                    "event" => Some(&event),
                    "name_en" => Some(&party[0]),
                    "name_ru" => Some(&party[1]),
                    "role_en" => Some(role[0]),
                    "role_ru" => Some(role[1]),
                    _ => None,
                });
            }
        }
        (&schema::PARTICIPANTS, sheet.finish())
    }

    fn relation_table(&self, languages: &[&str]) -> File {
        let mut sheet = Sheet::new(&schema::RELATIONS, 'B', languages);
        let mut put = |subject: &str, relation: &str, object: &str| {
            sheet.row(|column| match column {
                "subject" => Some(subject),
                "relation" => Some(relation),
                "object" => Some(object),
                _ => None,
            });
        };
        for row in &self.instruments {
            if let Some(implemented) = row.implements {
                put(&row.id, "implements", &self.instruments[implemented].id);
            }
            acts(row).filter(|act| act.kind == "extended").for_each(|act| put(&act.id, "extends", &row.id));
        }
        (&schema::RELATIONS, sheet.finish())
    }
}

/// The id of the event by which an instrument was adopted.
fn adoption(row: &Instrument) -> String {
    format!("{}-{}", row.id, row.kind["event"])
}

/// The adoption of an instrument, if it is stated, then its extensions: as many as it has terms, if it has any.
fn acts(row: &Instrument) -> impl Iterator<Item = Act<'_>> {
    let adopted = row.date.iter().map(|date| Act {
        id: adoption(row),
        instrument: row,
        kind: &row.kind["event"],
        date,
        done: [&row.kind["done_en"], &row.kind["done_ru"]],
        act: [&row.kind["do_en"], &row.kind["do_ru"]],
    });
    let extended = row.terms.iter().enumerate().skip(1).map(|(at, term)| Act {
        id: format!("{}-extended-{at}", row.id),
        instrument: row,
        kind: "extended",
        date: &term.known,
        done: ["extended", "продление"],
        act: ["extend", "продлевают"],
    });
    adopted.chain(extended)
}

/// Where an act was done: six in ten say so.
fn place<'a>(words: &'a Words, random: &mut Random) -> Option<&'a Row> {
    let place = random.pick(words.all("place"));
    random.percent(60).then_some(place)
}
