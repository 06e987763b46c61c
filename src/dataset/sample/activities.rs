//! The activities of the sample: titles, dates and states.

use super::random::Random;
use super::sheet::{Row, Sheet, rows};
use crate::schema;
use atlas_core::time::Day;
use std::collections::HashMap;

/// Any number will do, as long as it stays.
const SEED: u64 = 5_996_145_150_964_635_878;

/// The table with so many activities. `instruments` and `coverage` are those that all samples have.
pub(super) fn table(number: usize, instruments: &[Row], coverage: &[Row]) -> Vec<u8> {
    let words = Words::new();
    let covered: Vec<Vec<&str>> =
        instruments.iter().map(|instrument| sectors_of(&instrument["id"], coverage)).collect();
    let mut random = Random::new(SEED);
    let mut sheet = Sheet::new(&schema::ACTIVITIES, 'F');
    let digits = number.to_string().len();
    for position in 1..=number {
        let instrument = instrument(&covered, &mut random);
        let sectors = sectors(&covered[instrument], &mut random);
        let [english, russian] = words.title(sectors[0], &mut random);
        let (date, year) = date(&mut random);
        let (id, sectors, state) =
            (format!("activity-{position:0digits$}"), sectors.join(" | "), state(year, &mut random));
        sheet.row(|column| match column {
            "id" => Some(&id),
            "instrument" => Some(&instruments[instrument]["id"]),
            "sectors" => Some(&sectors),
            "title_en" => Some(&english),
            "title_ru" => Some(&russian),
            "date" => Some(&date),
            "state" => Some(state),
            _ => None,
        });
    }
    sheet.finish()
}

fn sectors_of<'a>(instrument: &str, coverage: &'a [Row]) -> Vec<&'a str> {
    coverage.iter().filter(|row| row["instrument"] == instrument).map(|row| &row["sector"][..]).collect()
}

/// An instrument that covers something; the earlier ones of the list have more activities, as in life.
fn instrument(covered: &[Vec<&str>], random: &mut Random) -> usize {
    loop {
        let instrument = random.below(covered.len()).min(random.below(covered.len() * 2));
        if !covered[instrument].is_empty() {
            return instrument;
        }
    }
}

/// One to three sectors of an instrument.
fn sectors<'a>(covered: &[&'a str], random: &mut Random) -> Vec<&'a str> {
    let mut sectors = vec![*random.pick(covered)];
    for chance in [30, 15] {
        let another = *random.pick(covered);
        if random.percent(chance) && !sectors.contains(&another) {
            sectors.push(another);
        }
    }
    sectors
}

/// The words of titles, by what they are for: a form, a scope, a place, or the topic of a sector.
///
/// Russian topics and scopes stand in the case that the forms before them ask for.
struct Words(HashMap<String, Vec<Row>>);

impl Words {
    fn new() -> Words {
        let mut words: HashMap<String, Vec<Row>> = HashMap::new();
        for row in rows(include_str!("words.csv")) {
            words.entry(row["for"].clone()).or_default().push(row);
        }
        Words(words)
    }

    /// A title in English and Russian.
    fn title(&self, sector: &str, random: &mut Random) -> [String; 2] {
        let (topic, form) = (random.pick(&self.0[sector]), random.pick(&self.0["form"]));
        // A third of them has no scope.
        let scopes = &self.0["scope"];
        let scope = random.below(scopes.len() * 3 / 2).checked_sub(scopes.len() / 2).map(|at| &scopes[at]);
        let place = Some(random.pick(&self.0["place"])).filter(|_| random.percent(60));
        let round = random.percent(15).then(|| 2 + random.below(8));
        [("en", "round"), ("ru", "этап")].map(|(language, name)| {
            let mut title = format!("{} {}", form[language], topic[language]);
            title.extend(scope.map(|scope| format!(" {}", scope[language])));
            title.extend(place.map(|place| format!(", {}", place[language])));
            title.extend(round.map(|round| format!(" ({name} {round})")));
            title
        })
    }
}

/// A date from 2015 to 2030 in one of the precisions that real lists have, and its year.
fn date(random: &mut Random) -> (String, i32) {
    const FIRST_YEAR: i32 = 2015;
    const DAYS: usize = 16 * 365 + 4;
    let first = Day::from_ymd(FIRST_YEAR, 1, 1).unwrap_or(Day::MIN);
    let number = random.below(DAYS);
    let start = first.plus(number as i32);
    let (year, month, _) = start.ymd();
    let later = |days: usize| first.plus((number + days).min(DAYS - 1) as i32);
    let date = match random.below(100) {
        0..45 => start.to_string(),
        45..65 => format!("{year}-{month:02}"),
        65..75 => year.to_string(),
        75..90 => format!("{start}/{}", later(1 + random.below(5))),
        90..95 => {
            let (last_year, last_month, _) = later(60 + random.below(300)).ymd();
            format!("{year}-{month:02}/{last_year}-{last_month:02}")
        }
        _ => String::new(),
    };
    (date, year)
}

/// How far an activity of this year may have come, as a list of the year 2026 would say.
fn state(year: i32, random: &mut Random) -> &'static str {
    match (year, random.below(100)) {
        (_, 0..4) => "cancelled",
        (_, 4..9) => "postponed",
        (..=2025, 9..13) => "ongoing",
        (..=2025, _) => "completed",
        (2026, 9..50) => "completed",
        (2026, _) => "ongoing",
        (2027, 9..15) => "ongoing",
        _ => "planned",
    }
}
