//! References to a fact, or to the view as it is, as bibliographies have them.
//!
//! A fact is cited from its source: issuer, title, place, address and the day on which it was read for the tables; the note
//! tells by which version of the atlas it was found. The view itself is cited as a dataset of the atlas, accessed on the
//! reader's day.

use super::json::Json;
use super::provenance::{Provenance, spaced};
use super::text::{put, respelt, squeezed};
use crate::details::cite;
use crate::locale::{Arg, msg};
use crate::model::{Column, Evidence};
use crate::query::Target;
use crate::shown::Shown;
use crate::taking::Style;
use crate::time::{Day, Edtf};

/// References to a fact, one for each place in a source that says it, or to the view.
#[derive(Clone, Copy)]
pub struct References<'a> {
    shown: &'a Shown,
    /// What they are to; the view, where that is nothing.
    target: Option<Target>,
    /// The day on which the view was read.
    accessed: Day,
    /// Where the reader has it; where that is nowhere, the query tells which view it is.
    address: &'a str,
}

/// What a reference says; its values are those that [`NAMES`] names.
type Fields<'a> = [&'a str; 10];

/// What a reference says, by its names in each style; `-` where a style has no place for it. Words for a footnote have none.
const NAMES: [&str; 4] = [
    "-",
    "author title year - version language note url urldate annote",
    "AU TI PY - ET LA SE UR Y2 N1",
    "author title - issued version language section URL accessed note",
];

impl<'a> References<'a> {
    /// To a fact: to each place in a source that says it.
    pub fn of(shown: &'a Shown, target: Target, address: &'a str) -> References<'a> {
        References { shown, target: Some(target), accessed: Day::MIN, address }
    }

    /// To the view as it is.
    pub fn of_view(shown: &'a Shown, accessed: Day, address: &'a str) -> References<'a> {
        References { shown, target: None, accessed, address }
    }

    /// To what is selected, or to the view where nothing is, accessed on the reader's day.
    pub fn of_shown(shown: &'a Shown, address: &'a str) -> References<'a> {
        References { shown, target: shown.state.query.select, accessed: shown.state.surroundings.today, address }
    }

    /// The file in a style.
    #[inline(never)]
    pub fn written(&self, style: Style) -> String {
        let mut list = List { style, out: Json(String::from(if style == Style::Csl { "[" } else { "" })) };
        match self.target {
            Some(target) => {
                let name = respelt(&self.shown.target(target), ":-\t/-");
                let places = evidence(self.shown, target);
                for (at, place) in places.iter().enumerate() {
                    let number = ["-", &(at + 1).to_string()].concat();
                    let number = if places.len() > 1 { number.as_str() } else { "" };
                    self.add_source(&mut list, &[&name, number].concat(), place);
                }
            }
            None => self.add_view(&mut list),
        }
        if style == Style::Csl {
            list.out.0.push_str("]\n");
        }
        list.out.0
    }

    #[inline(never)]
    fn add_source(&self, list: &mut List, key: &str, evidence: &Evidence) {
        let shown = self.shown;
        let source = shown.catalogue.data.source(evidence.source);
        let cited = cite(shown, evidence);
        let from = Provenance::of(shown);
        let published = source.published.as_ref().map_or_else(String::new, Edtf::to_string);
        let (issuer, translated) = (shown.text(&source.issuer), shown.text(&source.title));
        let fields = [
            issuer.plain(),
            if source.original_title.is_empty() { translated.plain() } else { &source.original_title },
            year(&published),
            &published,
            "",
            &source.language,
            cited.place.plain(),
            &source.url,
            &source.read.to_string(),
            &spaced(&[&from.title, &from.dataset, self.address]),
        ];
        list.add(key, false, fields, cited.citation.plain());
    }

    #[inline(never)]
    fn add_view(&self, list: &mut List) {
        let shown = self.shown;
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
                Arg::Text("place", &[as_known.plain(), "; ", &from.dataset].concat()),
                Arg::Text("url", if self.address.is_empty() { &from.query } else { self.address }),
                Arg::Words("date", &shown.locale.day(self.accessed)),
            ],
        );
        let published = data.created().to_string();
        let fields = [
            atlas.plain(),
            &from.title,
            year(&published),
            &published,
            &data.tables().version,
            shown.locale.tag(),
            as_known.plain(),
            self.address,
            &self.accessed.to_string(),
            &spaced(&[&from.query, &from.cited, &from.licence]),
        ];
        let key = [&data.tables().name, "-", &from.as_of].concat();
        // Address and query may be missing in the middle of it.
        list.add(&key, true, fields, &squeezed(plain.plain(), |letter| letter == ' '));
    }
}

/// Every place that says what a target is; each once, in the order in which the details name them.
#[inline(never)]
fn evidence(shown: &Shown, target: Target) -> Vec<&Evidence> {
    let data = &shown.catalogue.data;
    let mut places: Vec<&Evidence> = Vec::new();
    let mut add = |place| {
        if !places.contains(&place) {
            places.push(place);
        }
    };
    let of_record = |at: usize| &data.coverage()[shown.catalogue.records()[at].source].evidence;
    match target {
        Target::Sector(id) => {
            add(&data.sector(id).evidence);
            shown.catalogue.records_of_sector(id).for_each(|at| add(of_record(at)));
        }
        Target::Instrument(id) => {
            add(&data.instrument(id).evidence);
            data.terms(id).for_each(|term| add(&term.evidence));
        }
        Target::Event(id) => add(&data.event(id).evidence),
        Target::Cell(sector, column) => add(match (shown.catalogue.record_at(sector, column), data.column(column)) {
            (Some(at), _) => of_record(at),
            // That nothing is said there is said by the source as a whole, and by no place in it.
            (None, Column::Instrument(id)) => &data.instrument(id).evidence,
            (None, Column::Outside(id)) => &data.partnership(id).evidence,
        }),
    }
    places
}

/// References as they grow.
struct List {
    style: Style,
    out: Json,
}

impl List {
    /// Appends a reference.
    #[inline(never)]
    fn add(&mut self, key: &str, is_dataset: bool, fields: Fields, plain: &str) {
        let List { style, out } = self;
        let end = match style {
            Style::Plain => {
                put(&mut out.0, &[plain, "\n"]);
                ""
            }
            Style::Bibtex => {
                let before = if out.0.is_empty() { "" } else { "\n" };
                put(&mut out.0, &[before, "@misc{", key, ",\n"]);
                "}\n"
            }
            Style::Ris => {
                let kind = if is_dataset { "DATA" } else { "ELEC" };
                put(&mut out.0, &["TY  - ", kind, "\r\nID  - ", key, "\r\n"]);
                "ER  - \r\n\r\n"
            }
            Style::Csl => {
                out.open('{');
                out.text("id", key);
                out.text("type", if is_dataset { "dataset" } else { "webpage" });
                "}"
            }
        };
        let named = NAMES[*style as usize].split(' ').zip(fields);
        for (name, value) in named.filter(|(name, value)| *name != "-" && !value.is_empty()) {
            match style {
                Style::Bibtex => bibtex(&mut out.0, name, value),
                Style::Ris => ris(&mut out.0, name, value),
                _ => csl(out, name, value),
            }
        }
        out.0.push_str(end);
    }
}

fn bibtex(out: &mut String, name: &str, value: &str) {
    // Double braces: a name of a body is one name, and a title keeps its capitals.
    let (open, close) = if matches!(name, "author" | "title") { ("{{", "}}") } else { ("{", "}") };
    let value = respelt(value, if name == "url" { IN_BRACES } else { IN_TEX });
    put(out, &["  ", name, " = ", open, &value, close, ",\n"]);
}

/// Letters of an address that would end its braces.
const IN_BRACES: &str = "{%7B\t}%7D";

/// Letters that TeX takes for commands, written as what they are.
const IN_TEX: &str = concat!(
    "\\\\textbackslash{}",
    "\t~\\textasciitilde{}",
    "\t^\\textasciicircum{}",
    "\t&\\&",
    "\t%\\%",
    "\t$\\$",
    "\t#\\#",
    "\t_\\_",
    "\t{\\{",
    "\t}\\}",
    "\t\u{ad}",
    "\t\n ",
    "\t\r ",
);

fn ris(out: &mut String, name: &str, value: &str) {
    let value = squeezed(value, char::is_whitespace);
    let value = if name == "Y2" { respelt(&value, "-/") } else { value };
    put(out, &[name, "  - ", &value, "\r\n"]);
}

#[inline(never)]
fn csl(json: &mut Json, name: &str, value: &str) {
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
            json.0.push_str("{\"date-parts\":[[");
            let mut last = ' ';
            for letter in value.chars() {
                match letter {
                    '-' => json.0.push(','),
                    '0' if last == '-' => {}
                    _ => json.0.push(letter),
                }
                last = letter;
            }
            json.0.push_str("]]}");
        }
        _ => json.string(value),
    }
}

/// The year of a date; empty where none is stated.
fn year(published: &str) -> &str {
    published.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or_default()
}
