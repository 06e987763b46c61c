//! The rows of each table as the model's records.
//!
//! Every cell of a row is read before the record is put together, so that each of its problems is reported.

use super::ids::Ids;
use super::parse::{self, Fault};
use super::row::{Context, Row};
use super::schema::Kind;
use super::table::Table;
use super::told::{one_of, quoted};
use crate::told;
use atlas_core::model::*;
use atlas_core::time::{Edtf, Qualifier};
use atlas_messages::typography;
use std::collections::HashMap;

/// The rows of `sources`, each with its sections.
pub(super) fn sources(
    table: &Table,
    context: &Context,
    mut sections: HashMap<String, Vec<Section>>,
) -> Vec<Option<Source>> {
    let mut sources = Row::map(table, context, source);
    for source in sources.iter_mut().flatten() {
        source.sections = sections.remove(&source.slug).unwrap_or_default();
    }
    sources
}

/// A row of `sources`, without its sections.
fn source(row: Row) -> Option<Source> {
    let slug = row.slug();
    let kind = row.required("kind", parse::value(SourceKind::ALL, SourceKind::id));
    let (title, issuer, note) = (row.text("title"), row.text("issuer"), row.text("note"));
    let (original_title, language) = (row.plain("original_title"), language(row));
    match (original_title.as_deref(), language.as_deref()) {
        (Some(title), Some("")) if !title.is_empty() => {
            row.report("language", told!("empty-beside-title"), told!("tag-of-its-language"));
        }
        (Some(""), Some(tag)) if !tag.is_empty() => {
            row.report("original_title", told!("empty-beside-language"), told!("title-in-that-language"));
        }
        _ => {}
    }
    let url = row.optional("url", parse::url);
    let published = row.optional("published", date);
    let read = row.required("read", parse::day);
    Some(Source {
        slug: slug?,
        kind: kind?,
        title: title?,
        original_title: typography::bind(&original_title?),
        language: language?,
        issuer: issuer?,
        url: url?.unwrap_or_default(),
        published: published?,
        read: read?,
        note: note?,
        sections: Vec::new(),
    })
}

/// A date that is no interval.
fn date(cell: &str) -> Result<Edtf, Fault> {
    match parse::date(cell)? {
        date @ Edtf::Date(_) => Ok(date),
        _ => Err(Fault::new(told!("an-interval", value = quoted(cell)), Kind::Date.expectation())),
    }
}

/// The tag of a language: small letters, then parts with hyphens before them.
fn language(row: Row) -> Option<String> {
    let tag = |cell: &str| {
        let mut parts = cell.split('-');
        let first = parts
            .next()
            .is_some_and(|part| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_lowercase()));
        let rest =
            parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        (first && rest)
            .then(|| cell.to_owned())
            .ok_or_else(|| Fault::malformed(told!("malformed-language", value = quoted(cell)), Kind::Language))
    };
    row.optional("language", tag).map(Option::unwrap_or_default)
}

/// The rows of `sections`, by the id of their source.
pub(super) fn sections(table: &Table, context: &Context, ids: &Ids) -> HashMap<String, Vec<Section>> {
    let mut sections: HashMap<String, Vec<Section>> = HashMap::new();
    for row in Row::all(table, context) {
        let source = row.required("source", |cell| ids.sources.find(cell).map(|_| cell));
        let slug = row.required("id", |cell| {
            parse::is_section(cell)
                .then_some(cell)
                .ok_or_else(|| Fault::malformed(told!("malformed-id", value = quoted(cell)), Kind::Section))
        });
        let name = row.text("name");
        let (Some(source), Some(slug), Some(name)) = (source, slug, name) else { continue };
        let known = sections.entry(source.into()).or_default();
        if known.iter().any(|section| section.slug == slug) {
            let what = told!("duplicate-section", value = quoted(slug));
            row.report("id", what, told!("section-once", source = quoted(source)));
        }
        known.push(Section { slug: slug.into(), name });
    }
    sections
}

/// A row of `partnerships`.
pub(super) fn partnership(row: Row, ids: &Ids) -> Option<Partnership> {
    let (slug, name, parties, note) = (row.slug(), row.text("name"), row.text("parties"), row.text("note"));
    let background = row.remark("background", "background_source", "background_locator", ids);
    let evidence = row.evidence(ids);
    Some(Partnership {
        slug: slug?,
        name: name?,
        parties: parties?,
        note: note?,
        background: background?,
        evidence: evidence?,
    })
}

/// A row of `groups`.
pub(super) fn group(row: Row) -> Option<Group> {
    let (slug, name) = (row.slug(), row.text("name"));
    Some(Group { slug: slug?, name: name? })
}

/// A row of `sectors`.
pub(super) fn sector(row: Row, ids: &Ids) -> Option<Sector> {
    let group = row.required("group", |cell| ids.groups.find(cell));
    let (slug, name, aliases, note) = (row.slug(), row.text("name"), row.text("aliases"), row.text("note"));
    let evidence = row.evidence(ids);
    Some(Sector { slug: slug?, group: group?, name: name?, aliases: aliases?, note: note?, evidence: evidence? })
}

/// A row of `instruments`.
pub(super) fn instrument(row: Row, ids: &Ids) -> Option<Instrument> {
    let partnership = row.required("partnership", |cell| ids.partnerships.find(cell));
    let kind = row.required("kind", parse::value(InstrumentKind::ALL, InstrumentKind::id));
    let (slug, name, short, aliases) = (row.slug(), row.text("name"), row.text("short"), row.text("aliases"));
    let source_spelling = row.plain("source_spelling");
    let adopted = row.optional("adopted", |cell| ids.events.find(cell));
    let not_before = not_before(row, ids, adopted.flatten().is_some());
    let count = count(row);
    let (note, evidence) = (row.text("note"), row.evidence(ids));
    Some(Instrument {
        slug: slug?,
        partnership: partnership?,
        kind: kind?,
        name: name?,
        short: short?,
        aliases: aliases?,
        source_spelling: source_spelling?,
        adopted: adopted?,
        not_before: not_before?,
        count: count?,
        note: note?,
        evidence: evidence?,
    })
}

/// The earliest that the source allows for an instrument whose adoption it does not state, with the reason.
fn not_before(row: Row, ids: &Ids, is_adopted: bool) -> Option<Option<NotBefore>> {
    let date = row.optional("not_before", |cell| match parse::date(cell)? {
        Edtf::Date(date) if date.qualifier() == Qualifier::None => Ok(date),
        _ => Err(Fault::new(told!("no-exact-limit", value = quoted(cell)), Kind::Limit.expectation())),
    });
    let reason = row.remark("not_before_note", "source", "not_before_locator", ids);
    let (date, reason) = (date?, reason?);
    if date.is_some() && is_adopted {
        row.report("not_before", told!("filled-beside-adoption"), told!("only-without-adoption"));
    }
    match (date, reason) {
        (Some(date), Some(reason)) => Some(Some(NotBefore { date, reason })),
        (None, None) => Some(None),
        (Some(_), None) => {
            row.report("not_before_locator", told!("empty-beside-limit"), told!("place-of-limit"));
            None
        }
        (None, Some(_)) => {
            row.report("not_before", told!("empty-beside-note"), told!("date-of-limit"));
            None
        }
    }
}

/// A stated number and what it counts.
fn count(row: Row) -> Option<Option<(u16, CountUnit)>> {
    let number = row.optional("stated_count", parse::number);
    let unit = row.optional("stated_unit", parse::value(CountUnit::ALL, CountUnit::id));
    match (number?, unit?) {
        (Some(number), Some(unit)) => Some(Some((number, unit))),
        (None, None) => Some(None),
        (Some(_), None) => {
            row.report("stated_unit", told!("empty-beside-number"), told!("what-it-counts"));
            None
        }
        (None, Some(_)) => {
            row.report("stated_count", told!("empty-beside-unit"), told!("number-of-them"));
            None
        }
    }
}

/// A row of `proposals`.
pub(super) fn proposal(row: Row, ids: &Ids) -> Option<Proposal> {
    let partnership = row.required("partnership", |cell| ids.partnerships.find(cell));
    let (slug, name, note, evidence) = (row.slug(), row.text("name"), row.text("note"), row.evidence(ids));
    Some(Proposal { slug: slug?, partnership: partnership?, name: name?, note: note?, evidence: evidence? })
}

/// A row of `coverage`.
pub(super) fn coverage(row: Row, ids: &Ids) -> Option<CoverageRecord> {
    let sector = row.required("sector", |cell| ids.sectors.find(cell));
    let column = column(row, ids);
    let coverage = row.required("coverage", parse::value(Coverage::ALL, Coverage::id));
    let (note, evidence) = (row.text("note"), row.evidence(ids));
    let (column, coverage) = (column?, coverage?);
    let inside = matches!(coverage, Coverage::Covered | Coverage::NamedArea);
    match (column, inside) {
        (Column::Instrument(_), false) => {
            let what = told!("with-instrument", value = quoted(coverage.id()));
            row.report("coverage", what, told!("one-of", values = one_of(["covered", "named-area"])));
        }
        (Column::Outside(_), true) => {
            let what = told!("without-instrument", value = quoted(coverage.id()));
            row.report("coverage", what, told!("one-of", values = one_of(["sectoral", "exploring"])));
        }
        _ => {}
    }
    Some(CoverageRecord { sector: sector?, column, coverage, note: note?, evidence: evidence? })
}

/// The column of a coverage record: exactly one of two cells names it.
fn column(row: Row, ids: &Ids) -> Option<Column> {
    let instrument = row.optional("instrument", |cell| ids.instruments.find(cell));
    let partnership = row.optional("partnership", |cell| ids.partnerships.find(cell));
    match (instrument?, partnership?) {
        (Some(instrument), None) => Some(Column::Instrument(instrument)),
        (None, Some(partnership)) => Some(Column::Outside(partnership)),
        (None, None) => {
            row.report("instrument", told!("neither"), told!("exactly-one"));
            None
        }
        (Some(_), Some(_)) => {
            row.report("partnership", told!("both"), told!("exactly-one"));
            None
        }
    }
}

/// A row of `events`.
pub(super) fn event(row: Row, ids: &Ids) -> Option<Event> {
    let partnership = row.required("partnership", |cell| ids.partnerships.find(cell));
    let kind = row.required("kind", parse::value(EventKind::ALL, EventKind::id));
    let (date, date_by) = (row.optional("date", parse::date), row.optional("date_by", date));
    if let (Some(Some(_)), Some(Some(_))) = (date, date_by) {
        row.report("date_by", told!("filled-beside-date"), told!("only-without-date"));
    }
    let (date_note, place, name, summary) =
        (row.text("date_note"), row.text("place"), row.text("name"), row.text("summary"));
    let forum = row.text("forum");
    let forum_of = row.optional("forum_of", |cell| ids.partnerships.find(cell));
    match (&forum, forum_of) {
        (Some(forum), Some(None)) if !forum.is_empty() => {
            row.report("forum_of", told!("empty-beside-forum"), told!("whose-meeting"));
        }
        (Some(forum), Some(Some(_))) if forum.is_empty() => {
            row.report("forum_of", told!("filled-without-forum"), told!("name-of-meeting"));
        }
        _ => {}
    }
    let instruments = row.list("instruments", |cell| ids.instruments.find(cell));
    let proposals = row.list("proposals", |cell| ids.proposals.find(cell));
    let (slug, note, evidence) = (row.slug(), row.text("note"), row.evidence(ids));
    Some(Event {
        slug: slug?,
        partnership: partnership?,
        kind: kind?,
        date: date?,
        date_by: date_by?,
        date_note: date_note?,
        place: place?,
        forum: forum?,
        forum_of: forum_of?,
        name: name?,
        summary: summary?,
        instruments: instruments?,
        proposals: proposals?,
        note: note?,
        evidence: evidence?,
    })
}

/// A row of `terms`.
pub(super) fn term(row: Row, ids: &Ids) -> Option<Term> {
    let instrument = row.required("instrument", |cell| ids.instruments.find(cell));
    let term = row.required("term", parse::interval);
    let event = row.required("event", |cell| ids.events.find(cell));
    let (note, evidence) = (row.text("note"), row.evidence(ids));
    Some(Term { instrument: instrument?, term: term?, event: event?, note: note?, evidence: evidence? })
}

/// A row of `participants`.
pub(super) fn participant(row: Row, ids: &Ids) -> Option<Participant> {
    let event = row.required("event", |cell| ids.events.find(cell));
    let (name, role, source_spelling) = (row.text("name"), row.text("role"), row.plain("source_spelling"));
    let evidence = row.evidence(ids);
    Some(Participant {
        event: event?,
        name: name?,
        role: role?,
        source_spelling: source_spelling?,
        evidence: evidence?,
    })
}

/// A row of `relations`.
pub(super) fn relation(row: Row, ids: &Ids) -> Option<Relation> {
    let subject = row.required("subject", |cell| ids.subjects.find(cell));
    let kind = row.required("relation", parse::value(RelationKind::ALL, RelationKind::id));
    let object = row.required("object", |cell| ids.subjects.find(cell));
    let (note, evidence) = (row.text("note"), row.evidence(ids));
    Some(Relation { subject: subject?, kind: kind?, object: object?, note: note?, evidence: evidence? })
}
