//! Events as a calendar (RFC 5545, and RFC 7986 for what it says of itself).
//!
//! A calendar knows days alone, so only what is known by its day is in it, as an event of the whole day. What is known by
//! month or year, or not dated at all, becomes no false day: it is left out, and counted. Where that leaves nothing, a note
//! without a date stands in the calendar, which may not be empty.

use super::provenance::Provenance;
use super::text::{joined, respelt};
use crate::details::cite;
use crate::locale::{Arg, msg};
use crate::model::{Column, Evidence};
use crate::shown::Shown;
use crate::time::known::Known;
use crate::time::{Bound, Day, Edtf, PartialDate, Precision, Qualifier};
use crate::words::Words;

/// A calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The file.
    pub text: String,
    /// How many events and ends of terms are shown and not in it, since their day is not known.
    pub left_out: u32,
    /// The same in words, in the language shown; `None` where nothing is left out.
    pub told: Option<String>,
}

/// The events that the filters leave and that are not after the day, and the ends of the terms known on the day.
pub fn calendar(shown: &Shown) -> Calendar {
    let data = &shown.catalogue.data;
    let mut body = Body { shown, lines: Lines(String::new()), left_out: 0 };
    for (id, _) in shown.selection.events.iter().filter(|(_, known)| *known != Known::No) {
        let event = data.event(*id);
        let day = event.date.as_ref().and_then(single_day);
        if body.begins(day, &event.slug, &shown.text(&event.name)) {
            body.describes(&shown.text(&event.summary), &event.evidence);
            body.lines.text("CATEGORIES", event.kind.id());
            body.lines.text("LOCATION", shown.text(&event.place).plain());
            body.ends(&event.evidence);
        }
    }
    for column in &shown.selection.columns {
        let Column::Instrument(id) = data.column(*column) else { continue };
        let Some(term) = shown.selection.standing(id).term else { continue };
        let Bound::Date(end) = term.end else { continue };
        let row = data.instrument(id);
        let name = shown.locale.format(msg::EXPORT_TERM_ENDS, &[Arg::Words("instrument", &shown.text(&row.short))]);
        // No id of an event has a full stop.
        if body.begins(day_of(&end), &[&row.slug, ".end"].concat(), &name) {
            // A later extension is another row, and its source says nothing of the term known on the day.
            let stated = data.terms(id).filter(|known| known.term == term).last();
            let evidence = stated.map_or(&row.evidence, |term| &term.evidence);
            body.describes(&shown.text(&row.name), evidence);
            body.lines.text("CATEGORIES", "ended");
            body.ends(evidence);
        }
    }
    let Body { lines: body, left_out, .. } = body;
    let told = |number| shown.locale.format(msg::EXPORT_LEFT_OUT, &[Arg::Number("n", number)]).plain().to_owned();
    let told = (left_out > 0).then(|| told(left_out));
    Calendar { text: written(shown, &body.0, told.as_deref().unwrap_or_default()), left_out, told }
}

/// The day of a date that is one, and surely so.
fn single_day(date: &Edtf) -> Option<Day> {
    match date {
        Edtf::Date(date) => day_of(date),
        _ => None,
    }
}

fn day_of(date: &PartialDate) -> Option<Day> {
    (date.precision() == Precision::Day && date.qualifier() == Qualifier::None).then(|| date.first())
}

/// What stands in a calendar, as it grows.
struct Body<'a> {
    shown: &'a Shown,
    lines: Lines,
    left_out: u32,
}

impl Body<'_> {
    /// Begins an event of the whole day; where that is none, it is counted, and there is nothing more to be said of it.
    #[inline(never)]
    fn begins(&mut self, day: Option<Day>, id: &str, summary: &Words) -> bool {
        let Some(day) = day else {
            self.left_out += 1;
            return false;
        };
        self.lines.begin(self.shown, "VEVENT", id);
        self.lines.line("DTSTART;VALUE=DATE", &date(day));
        self.lines.line("DTEND;VALUE=DATE", &date(day.plus(1)));
        self.lines.line("TRANSP", "TRANSPARENT");
        self.lines.text("SUMMARY", summary.plain());
        true
    }

    /// What it is, and the place in a source that says it.
    #[inline(never)]
    fn describes(&mut self, what: &Words, evidence: &Evidence) {
        let cited = cite(self.shown, evidence);
        self.lines.text("DESCRIPTION", &[what.plain(), "\n", cited.citation.plain()].concat());
    }

    /// The address of its source.
    #[inline(never)]
    fn ends(&mut self, evidence: &Evidence) {
        let url = &self.shown.catalogue.data.source(evidence.source).url;
        if !url.is_empty() {
            self.lines.line("URL;VALUE=URI", &respelt(url, " %20"));
        }
        self.lines.line("END", "VEVENT");
    }
}

/// What each calendar begins with.
const HEAD: &str = concat!(
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Cooperation Atlas//",
    env!("CARGO_PKG_VERSION"),
    "//EN\r\nCALSCALE:GREGORIAN\r\n"
);

/// The file around what stands in it.
#[inline(never)]
fn written(shown: &Shown, body: &str, told: &str) -> String {
    let from = Provenance::of(shown);
    let about = joined(&[told, &joined(&from.parts(), "\n")], "\n");
    let mut out = Lines(HEAD.to_owned());
    out.text("NAME", &from.title);
    out.text("X-WR-CALNAME", &from.title);
    out.text("DESCRIPTION", &about);
    if body.is_empty() {
        // No id of an event has a full stop.
        out.begin(shown, "VJOURNAL", ".none");
        out.text("SUMMARY", &from.title);
        out.text("DESCRIPTION", &about);
        out.line("END", "VJOURNAL");
    }
    out.0.push_str(body);
    out.line("END", "VCALENDAR");
    out.0
}

/// A day in the basic form of ISO 8601.
fn date(day: Day) -> String {
    respelt(&day.to_string(), "-")
}

/// Letters that mean something in a value, written as what they are.
const IN_VALUES: &str = concat!("\u{ad}", "\t\\\\\\", "\t;\\;", "\t,\\,", "\t\n\\n");

/// Lines of content, none longer than 75 bytes: what goes on begins with a space.
struct Lines(String);

impl Lines {
    /// The head of a component. Its stamp is the data date: the same data give the same file.
    #[inline(never)]
    fn begin(&mut self, shown: &Shown, component: &str, id: &str) {
        let tables = shown.catalogue.data.tables();
        self.line("BEGIN", component);
        self.line("UID", &[id, "@", &tables.name].concat());
        self.line("DTSTAMP", &[&date(tables.created), "T000000Z"].concat());
    }

    /// A property whose value is a text, if there is one.
    #[inline(never)]
    fn text(&mut self, name: &str, text: &str) {
        let escaped = respelt(text, IN_VALUES);
        if !escaped.is_empty() {
            self.line(name, &escaped);
        }
    }

    #[inline(never)]
    fn line(&mut self, name: &str, value: &str) {
        let mut width = 0;
        // A line end within a value would begin a property of its own.
        for letter in [name, ":", value].concat().chars().filter(|letter| !letter.is_control()) {
            if width + letter.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn no_value_begins_a_property_of_its_own() {
        let mut lines = Lines(String::new());
        lines.line("UID", "a\r\nATTACH:b");
        lines.text("SUMMARY", "c\r\nd");
        assert_eq!(lines.0, "UID:aATTACH:b\r\nSUMMARY:c\\nd\r\n");
    }

    #[test]
    fn lines_are_folded_between_letters_and_unfold_to_what_they_were() {
        let mut lines = Lines(String::new());
        let text = "Консультации министров экономики стран АСЕАН и России, ".repeat(3);
        lines.text("SUMMARY", &text);
        assert!(lines.0.split("\r\n").all(|line| line.len() <= 75));
        let unfolded = lines.0.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{}\r\n", text.replace(',', "\\,")));
    }
}
