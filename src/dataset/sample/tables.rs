//! The tables of the sample.

use super::activities;
use super::framework::{INSTRUMENTS, Instrument, PARTNERSHIPS, PROPOSALS, Partnership, act, kind_name};
use super::random::Random;
use super::sheet::{SOURCE, Sheet};
use super::vocabulary::{FIELDS, GROUPS, PARTIES, PLACES, Words};
use crate::schema;

const SEED: u64 = 20_150_630;

/// Every table's file name and content; the activities come last.
pub(super) fn write(languages: &[String], number: usize) -> Vec<(String, Vec<u8>)> {
    let mut random = Random::new(SEED);
    let table = |schema, section: char, rows: &mut dyn FnMut(&mut Sheet)| {
        let mut sheet = Sheet::new(schema, languages, section);
        rows(&mut sheet);
        sheet.finish()
    };
    let mut covered = Vec::new();
    vec![
        table(&schema::SOURCES, 'A', &mut sources),
        table(&schema::SECTIONS, 'A', &mut sections),
        table(&schema::PARTNERSHIPS, 'A', &mut partnerships),
        table(&schema::GROUPS, 'C', &mut groups),
        table(&schema::SECTORS, 'C', &mut sectors),
        table(&schema::INSTRUMENTS, 'B', &mut instruments),
        table(&schema::PROPOSALS, 'E', &mut proposals),
        table(&schema::COVERAGE, 'D', &mut |sheet| covered = coverage(sheet, &mut random)),
        table(&schema::EVENTS, 'E', &mut events),
        table(&schema::TERMS, 'B', &mut terms),
        table(&schema::PARTICIPANTS, 'E', &mut participants),
        table(&schema::RELATIONS, 'B', &mut relations),
        table(&schema::ACTIVITIES, 'F', &mut |sheet| activities::write(sheet, &covered, number, &mut random)),
    ]
}

fn sources(sheet: &mut Sheet) {
    let note = ("Made up by a program; nothing in it is true.", "Создано программой; всё вымышлено.");
    let texts =
        [("title", ("Synthetic sample", "Искусственный пример")), ("issuer", ("Nobody", "Никто")), ("note", note)];
    sheet.row(&[("id", SOURCE), ("kind", "main"), ("read", "2026-01-01")], &texts);
}

fn sections(sheet: &mut Sheet) {
    for (id, name) in [
        ("A", ("Partnerships", "Партнёрства")),
        ("B", ("Instruments", "Документы")),
        ("C", ("Sectors", "Направления")),
        ("D", ("Coverage", "Охват")),
        ("E", ("Events", "События")),
        ("F", ("Activities", "Мероприятия")),
    ] {
        sheet.row(&[("id", id)], &[("name", name)]);
    }
}

fn partnerships(sheet: &mut Sheet) {
    for partnership in &PARTNERSHIPS {
        let (english, russian) = partnership_name(partnership);
        let [first, second] = partnership.parties.map(|party| PARTIES[party]);
        let parties = (format!("{} | {}", first.0, second.0), format!("{} | {}", first.1, second.1));
        sheet.row(&[("id", partnership.id)], &[("name", (&english, &russian)), ("parties", (&parties.0, &parties.1))]);
    }
}

fn partnership_name(partnership: &Partnership) -> (String, String) {
    let [first, second] = partnership.parties.map(|party| PARTIES[party]);
    (format!("{}–{}", first.0, second.0), format!("{} – {}", first.1, second.1))
}

fn groups(sheet: &mut Sheet) {
    for (id, name) in GROUPS {
        sheet.row(&[("id", id)], &[("name", name)]);
    }
}

fn sectors(sheet: &mut Sheet) {
    let size = FIELDS.len() / GROUPS.len();
    for (position, field) in FIELDS.iter().enumerate() {
        sheet.row(&[("id", field.id), ("group", GROUPS[position / size].0)], &[("name", field.name)]);
    }
}

fn instruments(sheet: &mut Sheet) {
    for instrument in &INSTRUMENTS {
        let (english, russian) = instrument_name(instrument);
        let adopted = adoption(instrument).map(|(id, _, _)| id).unwrap_or_default();
        sheet.row(
            &[
                ("id", instrument.id),
                ("partnership", PARTNERSHIPS[instrument.partnership].id),
                ("kind", instrument.kind),
                ("adopted", &adopted),
            ],
            &[("name", (&english, &russian)), ("short", instrument.short)],
        );
    }
}

fn instrument_name(instrument: &Instrument) -> (String, String) {
    let kind = kind_name(instrument.kind);
    let partnership = partnership_name(&PARTNERSHIPS[instrument.partnership]);
    (
        format!("{} {} on {}", partnership.0, kind.0, instrument.field.0),
        format!("{} в области {} ({})", kind.1, instrument.field.1, partnership.1),
    )
}

/// The id, kind and date of the event of an instrument's adoption.
fn adoption(instrument: &Instrument) -> Option<(String, &'static str, &'static str)> {
    let (kind, date) = instrument.adopted;
    (!kind.is_empty()).then(|| (format!("{}-{kind}", instrument.id), kind, date))
}

/// The id of the event that made a term known, and its date if it is an extension.
fn made_known(instrument: &Instrument, term: usize) -> (String, Option<&'static str>) {
    match adoption(instrument) {
        Some((id, _, _)) if term == 0 => (id, None),
        _ => (format!("{}-extended-{term}", instrument.id), Some(instrument.terms[term].1)),
    }
}

fn terms(sheet: &mut Sheet) {
    for instrument in &INSTRUMENTS {
        for (position, (term, _)) in instrument.terms.iter().enumerate() {
            let (event, _) = made_known(instrument, position);
            sheet.row(&[("instrument", instrument.id), ("term", term), ("event", &event)], &[]);
        }
    }
}

fn proposals(sheet: &mut Sheet) {
    for proposal in &PROPOSALS {
        let cells = [("id", proposal.id), ("partnership", PARTNERSHIPS[proposal.partnership].id)];
        sheet.row(&cells, &[("name", proposal.name)]);
    }
}

/// Writes about half of the cells and answers which sectors each instrument covers.
///
/// One programme covers nothing by itself: it implements a memorandum, from which its cells follow.
fn coverage(sheet: &mut Sheet, random: &mut Random) -> Vec<Vec<usize>> {
    let mut covered = vec![Vec::new(); INSTRUMENTS.len()];
    for (instrument, sectors) in INSTRUMENTS.iter().zip(&mut covered) {
        if instrument.id == "islands-programme" {
            continue;
        }
        for (position, field) in FIELDS.iter().enumerate().filter(|_| random.percent(55)) {
            let coverage = if instrument.kind.starts_with("memorandum") { "named-area" } else { "covered" };
            let cells = [("sector", field.id), ("instrument", instrument.id), ("coverage", coverage)];
            sheet.row(&cells, &[]);
            sectors.push(position);
        }
    }
    for partnership in &PARTNERSHIPS[..3] {
        for field in &FIELDS {
            let coverage = match random.below(100) {
                0..15 => "sectoral",
                15..25 => "exploring",
                _ => continue,
            };
            sheet.row(&[("sector", field.id), ("partnership", partnership.id), ("coverage", coverage)], &[]);
        }
    }
    covered
}

fn events(sheet: &mut Sheet) {
    for partnership in &PARTNERSHIPS {
        launch(sheet, partnership);
    }
    for instrument in &INSTRUMENTS {
        if let Some((id, kind, date)) = adoption(instrument) {
            history(sheet, instrument, &id, kind, date);
        }
        for term in 1..instrument.terms.len() {
            let (id, date) = made_known(instrument, term);
            history(sheet, instrument, &id, "extended", date.unwrap_or_default());
        }
    }
    for proposal in &PROPOSALS {
        for (kind, date) in ["proposed", "welcomed", "tasked", "noted"].into_iter().zip(proposal.dates) {
            let ((verb, russian_verb), (noun, russian_noun)) = act(kind);
            let (english, russian) = proposal.name;
            sheet.row(
                &[
                    ("id", &format!("{}-{kind}", proposal.id)),
                    ("partnership", PARTNERSHIPS[proposal.partnership].id),
                    ("kind", kind),
                    (if kind == "proposed" { "date_by" } else { "date" }, date),
                    ("proposals", proposal.id),
                ],
                &[
                    ("name", (&format!("Proposal: {noun}"), &format!("Предложение: {russian_noun}"))),
                    (
                        "summary",
                        (&format!("The parties {verb} the {english}."), &format!("Стороны {russian_verb}: {russian}.")),
                    ),
                ],
            );
        }
    }
}

fn launch(sheet: &mut Sheet, partnership: &Partnership) {
    let (english, russian) = partnership_name(partnership);
    sheet.row(
        &[
            ("id", &format!("{}-launched", partnership.id)),
            ("partnership", partnership.id),
            ("kind", "launched"),
            ("date", partnership.launched),
        ],
        &[
            ("name", ("Partnership launched", "Начало партнёрства")),
            ("summary", (&format!("The {english} partnership begins."), &format!("Начало партнёрства: {russian}."))),
        ],
    );
}

/// An event in the history of an instrument.
fn history(sheet: &mut Sheet, instrument: &Instrument, id: &str, kind: &str, date: &str) {
    let ((verb, russian_verb), (noun, russian_noun)) = act(kind);
    let (english, russian) = instrument_name(instrument);
    // Any place will do, as long as it is always the same.
    let place = PLACES[id.len() % PLACES.len()];
    sheet.row(
        &[
            ("id", id),
            ("partnership", PARTNERSHIPS[instrument.partnership].id),
            ("kind", kind),
            ("date", date),
            ("instruments", instrument.id),
        ],
        &[
            ("name", (&format!("{} {noun}", instrument.short.0), &format!("{}: {russian_noun}", instrument.short.1))),
            (
                "summary",
                (
                    &format!("The parties {verb} the {english}."),
                    &format!("Стороны {russian_verb} документ: {russian}."),
                ),
            ),
            ("place", place),
        ],
    );
}

fn participants(sheet: &mut Sheet) {
    for instrument in &INSTRUMENTS {
        let Some((event, kind, _)) = adoption(instrument) else { continue };
        let role: Words = if kind == "signed" {
            ("Signatory", "Подписавшая сторона")
        } else {
            ("Party", "Сторона")
        };
        for party in PARTNERSHIPS[instrument.partnership].parties {
            sheet.row(&[("event", &event)], &[("name", PARTIES[party]), ("role", role)]);
        }
    }
}

fn relations(sheet: &mut Sheet) {
    let mut relate = |subject: &str, relation: &str, object: &str| {
        sheet.row(&[("subject", subject), ("relation", relation), ("object", object)], &[]);
    };
    for instrument in &INSTRUMENTS {
        if let Some(object) = instrument.implements {
            relate(instrument.id, "implements", INSTRUMENTS[object].id);
        }
        for term in 1..instrument.terms.len() {
            relate(&made_known(instrument, term).0, "extends", instrument.id);
        }
    }
    relate("trade-programme", "recommended-before", "free-trade-study");
    relate("free-trade-study", "concerns", "trade-agreement");
}
