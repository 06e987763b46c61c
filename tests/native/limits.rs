//! Each table at its limit, and one row past it: as CSV, and as a packed set that another program may have made.

use crate::asking::{TODAY, day};
use crate::folder::Folder;
use atlas::limits;
use atlas::model::{Dataset, Relation, RelationKind, Section, SectorId, Subject, Tables};
use atlas::packed::Excess;
use atlas::packed::{self, PackedError};
use atlas::query::{Catalogue, Query, Selection};

/// Sectors that the made-up instruments cover, and how many of each there are.
const COVERED: usize = 400;

/// A made-up row of a table, the `n`th.
fn row(table: &str, n: usize) -> String {
    let (sector, instrument) = (n % COVERED, n / COVERED);
    match table {
        "sources" => format!("source-{n},main,T,Т,,,O,О,,,2026-11-23,,"),
        "sections" => format!("page,S{},N,Н", letters(n)),
        "partnerships" => format!("p-{n},P,П,A | B,А | Б,,,,,,,page,A1"),
        "groups" => format!("g-{n},G,Г"),
        "sectors" => format!("s-{n},trade,S,С,,,,,page,A1"),
        "instruments" => format!("i-{n},east-west,work-plan,I,И,I,И,,,,,,,,,,,,,page,A1"),
        "proposals" => format!("q-{n},east-west,P,П,,,page,A1"),
        "coverage" => format!("s-{sector},i-{instrument},,covered,,,page,A1"),
        "events" => format!("e-{n},east-west,noted,2016-08-05,,,,,,,,,E,С,They note.,Отметили.,i-{n},,,,page,A1"),
        "terms" => format!("i-{},2016/2020,plan-agreed,,,page,A1", n % 200),
        "participants" => "mou-signed,P,У,R,Р,,page,A1".into(),
        "relations" => "mou-signed,concerns,plan-2016,,,page,A1".into(),
        _ => format!("a-{n},i-0,s-0 | s-1 | s-2 | s-3,A,М,2017,planned,page,A1"),
    }
}

/// A number in letters, as a section has them.
fn letters(n: usize) -> String {
    format!("{n:05}").bytes().map(|digit| char::from(digit - b'0' + b'A')).collect()
}

/// The folder with a table filled up to a number of rows.
fn filled(folder: Folder, table: &str, rows: usize) -> Folder {
    let file = format!("{table}.csv");
    let text = folder.text(&file);
    let own = text.lines().count() - 1;
    let more: String = (0..rows - own).map(|n| row(table, n) + "\n").collect();
    folder.with(&file, text + &more)
}

/// Every table with its limit.
const TABLES: [(&str, usize); 13] = [
    ("sources", limits::SOURCES),
    ("sections", limits::SECTIONS),
    ("partnerships", limits::PARTNERSHIPS),
    ("groups", limits::GROUPS),
    ("sectors", limits::SECTORS),
    ("instruments", limits::INSTRUMENTS),
    ("proposals", limits::PROPOSALS),
    ("coverage", limits::COVERAGE),
    ("events", limits::EVENTS / 2),
    ("terms", limits::TERMS),
    ("participants", limits::PARTICIPANTS),
    ("relations", limits::RELATIONS),
    ("activities", limits::ACTIVITIES),
];

/// All at once: it is checked, packed, unpacked, indexed and answered, in seconds.
#[test]
fn every_table_may_be_full() {
    let full = TABLES.iter().fold(Folder::new(), |folder, (table, limit)| filled(folder, table, *limit));
    // The events of the rows above name an instrument each, and there are twice as many events.
    let more: String = (0..limits::EVENTS / 2)
        .map(|n| row("events", 0).replacen("e-0", &format!("f-{n}"), 1).replace("i-0", "") + "\n")
        .collect();
    let events = full.text("events.csv") + &more;
    let data = atlas::dataset::read(full.with("events.csv", events).write().path()).unwrap();
    let tables = data.tables();
    assert_eq!(tables.events.len(), limits::EVENTS);
    assert_eq!(atlas::packed::excess(tables), None);
    let data = packed::read(&packed::write(tables)).unwrap();
    let catalogue = Catalogue::new(data);
    let selection = Selection::of(&catalogue, &Query::default(), day(TODAY));
    assert_eq!(selection.cells.len(), limits::COVERAGE);
    assert_eq!(selection.activity_count as usize, limits::ACTIVITIES);
    assert_eq!(selection.events.len(), limits::EVENTS);
    assert_eq!(selection.facets.instruments[2], limits::ACTIVITIES as u32 - 1);
}

#[test]
fn a_row_too_many_is_named() {
    for (table, limit) in atlas::dataset::schema::TABLES.map(|table| (table.name, table.limit)) {
        // What the rows refer to.
        let folder = filled(filled(Folder::new(), "sectors", limits::SECTORS), "instruments", limits::INSTRUMENTS);
        let folder = match table {
            "events" => folder.clone().with("events.csv", events(&folder, limit + 1)),
            "activities" => filled(filled(folder, "coverage", COVERED), table, limit + 1),
            _ => filled(folder, table, limit + 1),
        };
        let problem = format!(
            "{table}.csv:{}: too many rows ({}), expected at most {limit} below the header",
            limit + 2,
            limit + 1
        );
        assert_eq!(folder.problems(), [problem], "{table}");
    }
}

/// So many events, which name no instruments.
fn events(folder: &Folder, count: usize) -> String {
    let text = folder.text("events.csv");
    let own = text.lines().count() - 1;
    text + &(0..count - own).map(|n| row("events", n).replace(&format!("i-{n}"), "") + "\n").collect::<String>()
}

#[test]
fn the_schema_has_the_limits_of_a_packed_set() {
    let of_schema: Vec<_> = atlas::dataset::schema::TABLES.iter().map(|table| (table.name, table.limit)).collect();
    let here = TABLES.map(|(table, limit)| (table, if table == "events" { limits::EVENTS } else { limit }));
    assert_eq!(of_schema, here);
}

#[test]
fn ids_of_columns_can_count_all_columns() {
    assert!(limits::PARTNERSHIPS + limits::INSTRUMENTS <= usize::from(u16::MAX));
}

#[test]
fn lists_of_ids_are_limited_together() {
    let rows = limits::EVENT_LINKS / 400;
    let list = |count: usize| (0..count).map(|n| format!("i-{n}")).collect::<Vec<_>>().join(" | ");
    let event = |n: usize, count| row("events", n).replace(&format!("i-{n}"), &list(count)) + "\n";
    let folder = filled(Folder::new(), "instruments", 1000);
    // Two of the folder's own, and the rest in rows of 400.
    let own = folder.text("events.csv");
    let full: String = (0..rows - 1).map(|n| event(n, 400)).collect();
    let with = |last: usize| {
        folder.clone().with("events.csv", [own.as_str(), &full, &event(rows, last)].concat().into_bytes())
    };
    assert_eq!(with(398).problems(), [""; 0]);
    let problem = format!(
        "events.csv:{}:instruments: 100001 ids in the rows up to this one, expected at most 100000 in all rows together",
        rows + 4
    );
    assert_eq!(with(399).problems(), [problem]);
}

#[test]
fn sectors_of_activities_are_limited_together() {
    let folder = filled(filled(filled(Folder::new(), "sectors", 500), "instruments", 10), "coverage", 500);
    let list = (0..COVERED).map(|n| format!("s-{n}")).collect::<Vec<_>>().join(" | ");
    let rows = limits::ACTIVITY_LINKS / COVERED;
    // The folder's own activity has a sector, so that the last of these goes past the limit.
    let more: String = (0..rows).map(|n| format!("a-{n},i-0,{list},A,М,2017,planned,page,A1\n")).collect();
    let text = folder.text("activities.csv") + &more;
    let problem = format!(
        "activities.csv:{}:sectors: 500001 ids in the rows up to this one, expected at most 500000 in all rows together",
        rows + 2
    );
    assert_eq!(folder.with("activities.csv", text).problems(), [problem]);
}

#[test]
fn languages_are_limited() {
    let tags = (0..=limits::LANGUAGES).map(|n| format!("\"x{n}\"")).collect::<Vec<_>>().join(", ");
    assert_eq!(
        Folder::new().replace("datapackage.json", r#""en", "ru""#, &tags).problems(),
        ["datapackage.json:languages: 33 languages, expected at most 32"]
    );
}

/// A chain of instruments, of which the last covers every sector and each implements the next.
fn chain(length: usize) -> Folder {
    let folder = filled(filled(Folder::new(), "sectors", limits::SECTORS), "instruments", length + 3);
    let sectors = limits::SECTORS - 3;
    let cells: String = (0..sectors).map(|n| format!("s-{n},i-0,,covered,,,page,A1\n")).collect();
    let relations: String = (1..=length).map(|n| format!("i-{n},implements,i-{},,,page,A1\n", n - 1)).collect();
    let (coverage, own) = (folder.text("coverage.csv") + &cells, folder.text("relations.csv"));
    folder.with("coverage.csv", coverage).with("relations.csv", own + &relations)
}

#[test]
fn what_follows_from_relations_is_limited() {
    // One cell follows from the folder's own relation, and 497 from each of these.
    let length = (limits::INFERRED - 1) / (limits::SECTORS - 3);
    let data = atlas::dataset::read(chain(length).write().path()).unwrap();
    assert_eq!(data.inferred().len(), 1 + length * (limits::SECTORS - 3));
    assert_eq!(packed::read(&packed::write(data.tables())), Ok(data.clone()));
    let catalogue = Catalogue::new(data.clone());
    let query = Query { inferred: true, ..Query::default() };
    let selection = Selection::of(&catalogue, &query, day(TODAY));
    assert_eq!(selection.cells.len(), catalogue.records().len());

    let problems = chain(length + 1).problems();
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    assert!(problem.starts_with("relations.csv:"), "{problem}");
    assert!(
        problem.ends_with(
            ":object: more than 100000 cells that follow from the relations `implements`, expected at most 100000"
        ),
        "{problem}"
    );
    let mut tables = data.tables().clone();
    let more = tables.instruments.len() as u16;
    tables.instruments.push(tables.instruments[0].clone());
    tables.relations.push(Relation {
        subject: Subject::Instrument(atlas::model::InstrumentId(more)),
        ..tables.relations[length].clone()
    });
    let excess = Excess { what: "inferred cells", found: limits::INFERRED + 1, most: limits::INFERRED };
    assert_eq!(packed::read(&packed::write(&tables)), Err(PackedError::TooLarge(excess)));
}

/// As many instruments as there may be, all of which implement each other: every cell follows everywhere.
#[test]
fn a_forged_set_in_which_everything_follows_from_everything_is_refused() {
    let mut tables = small().tables().clone();
    fill(&mut tables.instruments, limits::INSTRUMENTS);
    fill(&mut tables.relations, limits::RELATIONS);
    for (n, relation) in tables.relations.iter_mut().enumerate() {
        let id = |n: usize| Subject::Instrument(atlas::model::InstrumentId((n % limits::INSTRUMENTS) as u16));
        *relation = Relation {
            subject: id(n),
            kind: RelationKind::Implements,
            object: id(n * 7 + n / limits::INSTRUMENTS + 1),
            ..relation.clone()
        };
    }
    fill(&mut tables.sectors, limits::SECTORS);
    let cell = tables.coverage[0].clone();
    tables.coverage.extend((3..limits::SECTORS).map(|n| {
        let sector = SectorId(n as u16);
        atlas::model::CoverageRecord { sector, ..cell.clone() }
    }));
    let excess = Excess { what: "inferred cells", found: limits::INFERRED + 1, most: limits::INFERRED };
    assert_eq!(packed::read(&packed::write(&tables)), Err(PackedError::TooLarge(excess)));
}

fn small() -> Dataset {
    atlas::dataset::read(Folder::new().write().path()).unwrap()
}

/// Repeats the last row until there are so many.
fn fill<T: Clone>(rows: &mut Vec<T>, count: usize) {
    let last = rows.last().unwrap().clone();
    rows.resize(count, last);
}

/// Makes one of the tables so long.
type Filling = fn(&mut Tables, usize);

#[test]
fn a_packed_set_is_held_to_the_same_limits() {
    let fillings: [(&str, usize, Filling); 17] = [
        ("languages", limits::LANGUAGES, |tables, count| {
            fill(&mut tables.languages, count);
            fill(&mut tables.activities.titles, count);
        }),
        ("sources", limits::SOURCES, |tables, count| fill(&mut tables.sources, count)),
        ("sections", limits::SECTIONS, |tables, count| {
            let section: Section = tables.sources[0].sections[0].clone();
            tables.sources[0].sections = vec![section; count];
        }),
        ("partnerships", limits::PARTNERSHIPS, |tables, count| fill(&mut tables.partnerships, count)),
        ("groups", limits::GROUPS, |tables, count| fill(&mut tables.groups, count)),
        ("sectors", limits::SECTORS, |tables, count| fill(&mut tables.sectors, count)),
        ("instruments", limits::INSTRUMENTS, |tables, count| fill(&mut tables.instruments, count)),
        ("proposals", limits::PROPOSALS, |tables, count| fill(&mut tables.proposals, count)),
        ("coverage", limits::COVERAGE, |tables, count| fill(&mut tables.coverage, count)),
        ("events", limits::EVENTS, |tables, count| fill(&mut tables.events, count)),
        ("instruments of events", limits::EVENT_LINKS, |tables, count| {
            tables.events.iter_mut().for_each(|event| event.instruments.truncate(1));
            let others: usize = tables.events[1..].iter().map(|event| event.instruments.len()).sum();
            fill(&mut tables.events[0].instruments, count - others);
        }),
        ("proposals of events", limits::EVENT_LINKS, |tables, count| fill(&mut tables.events[2].proposals, count)),
        ("terms", limits::TERMS, |tables, count| fill(&mut tables.terms, count)),
        ("participants", limits::PARTICIPANTS, |tables, count| fill(&mut tables.participants, count)),
        ("relations", limits::RELATIONS, |tables, count| fill(&mut tables.relations, count)),
        ("activities", limits::ACTIVITIES, |tables, count| {
            let all = &mut tables.activities;
            fill(&mut all.instruments, count);
            fill(&mut all.dates, count);
            fill(&mut all.states, count);
            fill(&mut all.sources, count);
            fill(&mut all.sector_ends, count);
            let texts = all.titles.iter_mut().chain([&mut all.slugs, &mut all.locators]);
            texts.for_each(|texts| (1..count).for_each(|_| texts.push("")));
        }),
        ("sectors of activities", limits::ACTIVITY_LINKS, |tables, count| {
            fill(&mut tables.activities.sectors, count);
            tables.activities.sector_ends[0] = count as u32;
        }),
    ];
    for (what, most, filling) in fillings {
        let with = |count| {
            let mut tables = small().tables().clone();
            filling(&mut tables, count);
            packed::read(&packed::write(&tables))
        };
        assert!(with(most).is_ok(), "{what}");
        let excess = Excess { what, found: most + 1, most };
        assert_eq!(with(most + 1), Err(PackedError::TooLarge(excess)), "{what}");
    }
}
