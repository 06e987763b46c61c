//! Events as a calendar (RFC 5545, and RFC 7986 for what it says of itself).
//!
//! A calendar knows days alone, so only what is known by its day is in it, as an event of the whole day. What is known by
//! month or year, or not dated at all, becomes no false day: it is left out, and counted. Where that leaves nothing, a note
//! without a date stands in the calendar, which may not be empty.

use super::provenance::Provenance;
use crate::details::cite;
use crate::locale::{Arg, msg};
use crate::model::{Column, Event, EventId, Evidence, InstrumentId};
use crate::shown::Shown;
use crate::time::known::Known;
use crate::time::{Bound, Day, Edtf, Interval, PartialDate, Precision, Qualifier};

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
    let mut left_out = 0;
    let mut entries = Vec::new();
    let mut sort = |day: Option<Day>, entry: &dyn Fn(Day) -> Entry| match day {
        Some(day) => entries.push(entry(day)),
        None => left_out += 1,
    };
    for (id, _) in shown.selection.events.iter().filter(|(_, known)| *known != Known::No) {
        sort(data.event(*id).date.as_ref().and_then(single_day), &|day| of_event(shown, *id, day));
    }
    for column in &shown.selection.columns {
        let Column::Instrument(id) = data.column(*column) else { continue };
        let Some(term) = shown.selection.standing(id).term else { continue };
        if let Bound::Date(end) = term.end {
            sort(day_of(&end), &|day| of_end(shown, id, &term, day));
        }
    }
    let told = |number| shown.locale.format(msg::EXPORT_LEFT_OUT, &[Arg::Number("n", number)]).plain().to_owned();
    let told = (left_out > 0).then(|| told(left_out));
    Calendar { text: written(shown, &entries, told.as_deref()), left_out, told }
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

/// What a calendar has of an act.
struct Entry {
    id: String,
    day: Day,
    summary: String,
    description: String,
    place: String,
    category: &'static str,
    url: String,
}

fn of_event(shown: &Shown, id: EventId, day: Day) -> Entry {
    let event: &Event = shown.catalogue.data.event(id);
    let plain = |text| shown.text(text).plain().to_owned();
    let (source, url) = source(shown, &event.evidence);
    Entry {
        id: event.slug.clone(),
        day,
        summary: plain(&event.name),
        description: [plain(&event.summary), source].join("\n"),
        place: plain(&event.place),
        category: event.kind.id(),
        url,
    }
}

fn of_end(shown: &Shown, id: InstrumentId, known: &Interval, day: Day) -> Entry {
    let row = shown.catalogue.data.instrument(id);
    // A later extension is another row, and its source says nothing of the term known on the day.
    let stated = shown.catalogue.data.terms(id).filter(|term| term.term == *known).last();
    let (source, url) = source(shown, stated.map_or(&row.evidence, |term| &term.evidence));
    Entry {
        // No id of an event has a full stop.
        id: [&row.slug, ".end"].concat(),
        day,
        summary: shown
            .locale
            .format(msg::EXPORT_TERM_ENDS, &[Arg::Words("instrument", &shown.text(&row.short))])
            .plain()
            .to_owned(),
        description: [shown.text(&row.name).plain(), &source].join("\n"),
        place: String::new(),
        category: "ended",
        url,
    }
}

/// The citation of a place, and the address of its document.
fn source(shown: &Shown, evidence: &Evidence) -> (String, String) {
    let cited = cite(shown, evidence);
    (cited.citation.plain().to_owned(), cited.url)
}

fn written(shown: &Shown, entries: &[Entry], told: Option<&str>) -> String {
    let tables = shown.catalogue.data.tables();
    let from = Provenance::of(shown);
    let told = told.unwrap_or_default().to_owned();
    let mut about = vec![told, from.query, from.as_of, from.dataset, from.sources.join("; "), from.licence];
    about.retain(|part| !part.is_empty());
    // The stamp is the data date: the same data give the same file.
    let stamp = [&date(tables.created), "T000000Z"].concat();
    let mut out = Lines(String::new());
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", concat!("-//Cooperation Atlas//", env!("CARGO_PKG_VERSION"), "//EN"));
    out.line("CALSCALE", "GREGORIAN");
    out.text("NAME", &from.title);
    out.text("X-WR-CALNAME", &from.title);
    out.text("DESCRIPTION", &about.join("\n"));
    let begin = |out: &mut Lines, component: &str, id: &str| {
        out.line("BEGIN", component);
        out.line("UID", &[id, "@", &tables.name].concat());
        out.line("DTSTAMP", &stamp);
    };
    if entries.is_empty() {
        // No id of an event has a full stop.
        begin(&mut out, "VJOURNAL", ".none");
        out.text("SUMMARY", &from.title);
        out.text("DESCRIPTION", &about.join("\n"));
        out.line("END", "VJOURNAL");
    }
    for entry in entries {
        begin(&mut out, "VEVENT", &entry.id);
        out.line("DTSTART;VALUE=DATE", &date(entry.day));
        out.line("DTEND;VALUE=DATE", &date(entry.day.plus(1)));
        out.line("TRANSP", "TRANSPARENT");
        out.text("SUMMARY", &entry.summary);
        out.text("DESCRIPTION", &entry.description);
        out.text("CATEGORIES", entry.category);
        out.text("LOCATION", &entry.place);
        if !entry.url.is_empty() {
            out.line("URL;VALUE=URI", &entry.url.replace(' ', "%20"));
        }
        out.line("END", "VEVENT");
    }
    out.line("END", "VCALENDAR");
    out.0
}

/// A day in the basic form of ISO 8601.
fn date(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// Lines of content, none longer than 75 bytes: what goes on begins with a space.
struct Lines(String);

impl Lines {
    /// A property whose value is a text, if there is one.
    fn text(&mut self, name: &str, text: &str) {
        let escaped = text
            .replace('\u{ad}', "")
            .replace('\\', "\\\\")
            .replace(';', "\\;")
            .replace(',', "\\,")
            .replace('\n', "\\n");
        if !escaped.is_empty() {
            self.line(name, &escaped);
        }
    }

    fn line(&mut self, name: &str, value: &str) {
        let mut width = 0;
        // A line end within a value would begin a property of its own.
        for letter in name.chars().chain([':']).chain(value.chars()).filter(|letter| !letter.is_control()) {
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
