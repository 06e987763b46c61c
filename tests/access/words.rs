//! What the checks of words compare with: dates of the data, exceptions, forms of nouns.

use crate::driver::Result;
use serde_json::{Map, Value};
use std::path::Path;

/// What stands in Latin letters within Russian on purpose: addresses, and parts of them; and formats that have no other
/// name.
pub const LATIN_IN_RUSSIAN: [&str; 3] = ["https?://\\S+", "\\b[a-z-]+=\\S+", "\\b(?:CSV|JSON|ICS|SVG|HTML|PDF)\\b"];

/// The nouns that are counted, in the forms of 1, 2 and 5.
pub const FORMS: [[&str; 3]; 6] = [
    ["направление", "направления", "направлений"],
    ["запись", "записи", "записей"],
    ["событие", "события", "событий"],
    ["мероприятие", "мероприятия", "мероприятий"],
    ["статья", "статьи", "статей"],
    ["документа", "документов", "документов"],
];

/// The date of each event that `datetime` can hold, as it stands in the table.
pub fn dates() -> Result<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data/events.csv");
    let mut table = csv::Reader::from_path(path)?;
    let column =
        |name: &str, heads: &csv::StringRecord| heads.iter().position(|head| head == name).ok_or("no such column");
    let heads = table.headers()?.clone();
    let (id, date) = (column("id", &heads)?, column("date", &heads)?);
    let mut dates = Map::new();
    for row in table.records() {
        let row = row?;
        // Intervals and approximate dates are no dates for HTML.
        if !row[date].is_empty() && row[date].chars().all(|letter| letter.is_ascii_digit() || letter == '-') {
            dates.insert(row[id].to_owned(), row[date].into());
        }
    }
    Ok(dates.into())
}
