//! Calendars: whatever the texts, lines are lines and every text comes back, by a reader that nobody here wrote.

use crate::letters::texts;
use crate::shown::{shown, tables_of};
use atlas::export;
use icalendar::parser::{read_calendar, unfold};
use proptest::prelude::*;

pub fn input() -> impl Strategy<Value = Vec<String>> {
    texts()
}

pub fn check(texts: Vec<String>) -> Result<(), TestCaseError> {
    let shown = shown(&tables_of(&texts), "");
    let text = export::calendar(&shown).text;
    prop_assert!(text.ends_with("\r\n"));
    for line in text.split("\r\n") {
        prop_assert!(line.len() <= 75, "{} bytes: {}", line.len(), line);
        prop_assert!(!line.contains(|letter: char| letter.is_control()), "{:?}", line);
    }
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
    let events: Vec<_> = calendar.components.iter().filter(|component| component.name == "VEVENT").collect();
    let expected: Vec<_> = shown
        .selection
        .events
        .iter()
        .map(|(id, _)| shown.catalogue.data.event(*id))
        .filter(|event| event.date.is_some_and(|date| date.to_string().len() == 10))
        .collect();
    prop_assert!(!expected.is_empty() && events.len() >= expected.len());
    for (found, event) in events.iter().zip(expected) {
        let value = |name| found.find_prop(name).map_or_else(String::new, |property| property.val.as_str().to_owned());
        prop_assert_eq!(value("UID"), format!("{}@small", event.slug));
        prop_assert_eq!(value("SUMMARY"), told(shown.text(&event.name).plain()));
        prop_assert_eq!(value("LOCATION"), told(shown.text(&event.place).plain()));
        prop_assert!(value("DESCRIPTION").starts_with(&told(shown.text(&event.summary).plain())));
    }
    Ok(())
}

/// A text as a calendar has it: without what no calendar shows.
fn told(text: &str) -> String {
    text.chars().filter(|letter| *letter != '\u{ad}').collect()
}
