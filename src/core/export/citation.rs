//! References to a fact, or to the view as it is, as bibliographies have them.
//!
//! A fact is cited from its source: issuer, title, place, address and the day on which it was read for the tables; the note
//! tells by which version of the atlas it was found. The view itself is cited as a dataset of the atlas, accessed on the
//! reader's day.

use super::json::Json;
use super::provenance::{Provenance, spaced};
use crate::details::cite;
use crate::locale::{Arg, msg};
use crate::model::{Column, Evidence};
use crate::query::Target;
use crate::shown::Shown;
use crate::taking::Style;
use crate::time::{Day, Edtf};

/// References to what is selected, or to the view; one for each source and place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct References(Vec<Reference>);

/// One reference. `fields` are the values of [`NAMES`].
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reference {
    key: String,
    is_dataset: bool,
    fields: [String; NAMES.len()],
    plain: String,
}

/// What a reference says, by its names in BibTeX, RIS and CSL-JSON; without a name where a form has no place for it.
const NAMES: [[&str; 3]; 10] = [
    ["author", "AU", "author"],
    ["title", "TI", "title"],
    ["year", "PY", ""],
    ["", "", "issued"],
    ["version", "ET", "version"],
    ["language", "LA", "language"],
    ["note", "SE", "section"],
    ["url", "UR", "URL"],
    ["urldate", "Y2", "accessed"],
    ["annote", "N1", "note"],
];

impl References {
    /// To a fact: to each place in a source that says it.
    pub fn of(shown: &Shown, target: Target, address: &str) -> References {
        let name = shown.target(target).replace([':', '/'], "-");
        let places = evidence(shown, target);
        let many = places.len() > 1;
        let one = |(at, place): (usize, &&Evidence)| {
            let key = if many { format!("{name}-{}", at + 1) } else { name.clone() };
            Reference::to_source(shown, place, key, address)
        };
        References(places.iter().enumerate().map(one).collect())
    }

    /// To the view as it is: `address` is where the reader has it; where that is nowhere, the query tells which view it is.
    pub fn of_view(shown: &Shown, accessed: Day, address: &str) -> References {
        References(vec![Reference::to_view(shown, accessed, address)])
    }

    /// To what is selected, or to the view where nothing is, accessed on the reader's day.
    pub fn of_shown(shown: &Shown, address: &str) -> References {
        match shown.state.query.select {
            Some(target) => References::of(shown, target, address),
            None => References::of_view(shown, shown.state.surroundings.today, address),
        }
    }

    /// The file in a style.
    pub fn written(&self, style: Style) -> String {
        let each = |write: fn(&Reference) -> String| self.0.iter().map(write).collect::<Vec<_>>();
        match style {
            Style::Plain => each(|reference| [&reference.plain, "\n"].concat()).concat(),
            Style::Bibtex => each(Reference::bibtex).join("\n"),
            Style::Ris => each(Reference::ris).concat(),
            Style::Csl => {
                let mut json = Json(String::new());
                json.open('[');
                self.0.iter().for_each(|reference| reference.csl(&mut json));
                json.close(']');
                json.0 + "\n"
            }
        }
    }
}

/// Every place that says what a target is; each once, in the order in which the details name them.
fn evidence(shown: &Shown, target: Target) -> Vec<&Evidence> {
    let data = &shown.catalogue.data;
    let mut places: Vec<&Evidence> = Vec::new();
    let of_record = |at: usize| &data.coverage()[shown.catalogue.records()[at].source].evidence;
    match target {
        Target::Sector(id) => {
            places.push(&data.sector(id).evidence);
            places.extend(shown.catalogue.records_of_sector(id).map(of_record));
        }
        Target::Instrument(id) => {
            places.push(&data.instrument(id).evidence);
            places.extend(data.terms(id).map(|term| &term.evidence));
        }
        Target::Event(id) => places.push(&data.event(id).evidence),
        Target::Cell(sector, column) => match (shown.catalogue.record_at(sector, column), data.column(column)) {
            (Some(at), _) => places.push(of_record(at)),
            // That nothing is said there is said by the source as a whole, and by no place in it.
            (None, Column::Instrument(id)) => places.push(&data.instrument(id).evidence),
            (None, Column::Outside(id)) => places.push(&data.partnership(id).evidence),
        },
    }
    let mut once: Vec<&Evidence> = Vec::new();
    places.into_iter().for_each(|place| {
        if !once.contains(&place) {
            once.push(place);
        }
    });
    once
}

impl Reference {
    fn to_source(shown: &Shown, evidence: &Evidence, key: String, address: &str) -> Reference {
        let source = shown.catalogue.data.source(evidence.source);
        let cited = cite(shown, evidence);
        let from = Provenance::of(shown);
        let published = source.published.as_ref().map_or_else(String::new, Edtf::to_string);
        let title = match source.original_title.as_str() {
            "" => shown.text(&source.title).plain().to_owned(),
            original => original.to_owned(),
        };
        Reference {
            key,
            is_dataset: false,
            fields: [
                shown.text(&source.issuer).plain().to_owned(),
                title,
                year(&published),
                published,
                String::new(),
                source.language.clone(),
                cited.place.plain().to_owned(),
                source.url.clone(),
                source.read.to_string(),
                spaced(&[&from.title, &from.dataset, address]),
            ],
            plain: cited.citation.plain().to_owned(),
        }
    }

    fn to_view(shown: &Shown, accessed: Day, address: &str) -> Reference {
        let data = &shown.catalogue.data;
        let from = Provenance::of(shown);
        // What the sources say is told here in other words, so that their issuers are not the authors of it.
        let atlas = shown.locale.text(msg::REGION_ATLAS);
        let day = shown.locale.day(shown.selection.day);
        let as_known = shown.locale.format(msg::AS_KNOWN, &[Arg::Words("date", &day)]).lowered();
        let title = shown.locale.format(msg::CITATION_TITLE, &[Arg::Text("title", &from.title)]);
        let plain = shown.locale.format(
            msg::CITATION,
            &[
                Arg::Words("issuer", &atlas),
                Arg::Words("title", &title),
                Arg::Words("place", &as_known.clone().and("; ").and(from.dataset)),
                Arg::Text("url", if address.is_empty() { &from.query } else { address }),
                Arg::Words("date", &shown.locale.day(accessed)),
            ],
        );
        let published = data.created().to_string();
        Reference {
            key: [&data.tables().name, "-", &from.as_of].concat(),
            is_dataset: true,
            fields: [
                atlas.plain().to_owned(),
                from.title,
                year(&published),
                published,
                data.tables().version.clone(),
                shown.locale.tag().to_owned(),
                as_known.plain().to_owned(),
                address.to_owned(),
                accessed.to_string(),
                spaced(&[&from.query, &from.sources.join("; "), &from.licence]),
            ],
            // Address and query may be missing in the middle of it.
            plain: spaced(&plain.plain().split(' ').collect::<Vec<_>>()),
        }
    }

    /// What it says in a form, by the names there: 0 BibTeX, 1 RIS, 2 CSL-JSON.
    fn named(&self, form: usize) -> impl Iterator<Item = (&'static str, &str)> {
        let all = NAMES.iter().map(move |names| names[form]).zip(self.fields.iter().map(String::as_str));
        all.filter(|(name, value)| !name.is_empty() && !value.is_empty())
    }

    fn bibtex(&self) -> String {
        let mut out = ["@misc{", &self.key, ",\n"].concat();
        for (name, value) in self.named(0) {
            let value = if name == "url" { bare(value) } else { in_tex(value) };
            // Double braces: a name of a body is one name, and a title keeps its capitals.
            let (open, close) = if matches!(name, "author" | "title") { ("{{", "}}") } else { ("{", "}") };
            out.extend(["  ", name, " = ", open, &value, close, ",\n"]);
        }
        out + "}\n"
    }

    fn ris(&self) -> String {
        let kind = if self.is_dataset { "DATA" } else { "ELEC" };
        let mut out = ["TY  - ", kind, "\r\nID  - ", &self.key, "\r\n"].concat();
        for (name, value) in self.named(1) {
            let value = spaced(&value.split_whitespace().collect::<Vec<_>>());
            let value = if name == "Y2" { value.replace('-', "/") } else { value };
            out.extend([name, "  - ", &value, "\r\n"]);
        }
        out + "ER  - \r\n\r\n"
    }

    fn csl(&self, json: &mut Json) {
        json.open('{');
        json.text("id", &self.key);
        json.text("type", if self.is_dataset { "dataset" } else { "webpage" });
        for (name, value) in self.named(2) {
            json.key(name);
            match name {
                // A body is no person with a family name.
                "author" => {
                    json.open('[');
                    json.object("literal", value);
                    json.close(']');
                }
                "issued" => json.object("raw", value),
                // Always a day, and not every program reads a raw one.
                "accessed" => {
                    json.0.extend(["{\"date-parts\":[[", &value.replace("-0", "-").replace('-', ","), "]]}"]);
                }
                _ => json.string(value),
            }
        }
        json.close('}');
    }
}

/// The year of a date; empty where none is stated.
fn year(published: &str) -> String {
    published.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or_default().into()
}

/// Letters that TeX takes for commands, written as what they are.
fn in_tex(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', letter]),
            '\u{ad}' => {}
            '\n' | '\r' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// An address without the letters that would end its braces.
fn bare(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D")
}
