//! The activities of the sample: titles, dates and states.

use super::framework::INSTRUMENTS;
use super::random::Random;
use super::sheet::Sheet;
use super::vocabulary::{FIELDS, FORMS, PLACES, SCOPES};
use atlas_core::time::Day;

/// Appends so many activities. `covered` lists the sectors of each instrument.
pub(super) fn write(sheet: &mut Sheet, covered: &[Vec<usize>], number: usize, random: &mut Random) {
    let digits = number.to_string().len();
    for position in 1..=number {
        let instrument = instrument(covered, random);
        let sectors = sectors(&covered[instrument], random);
        let slugs: Vec<&str> = sectors.iter().map(|sector| FIELDS[*sector].id).collect();
        let (english, russian) = title(sectors[0], random);
        let (date, year) = date(random);
        sheet.row(
            &[
                ("id", &format!("activity-{position:0digits$}")),
                ("instrument", INSTRUMENTS[instrument].id),
                ("sectors", &slugs.join(" | ")),
                ("date", &date),
                ("state", state(year, random)),
            ],
            &[("title", (&english, &russian))],
        );
    }
}

/// An instrument that covers something; the earlier ones of the list have more activities, as in life.
fn instrument(covered: &[Vec<usize>], random: &mut Random) -> usize {
    loop {
        let instrument = random.below(covered.len()).min(random.below(covered.len() * 2));
        if !covered[instrument].is_empty() {
            return instrument;
        }
    }
}

/// One to three sectors of an instrument.
fn sectors(covered: &[usize], random: &mut Random) -> Vec<usize> {
    let mut sectors = vec![*random.pick(covered)];
    for chance in [30, 15] {
        let another = *random.pick(covered);
        if random.percent(chance) && !sectors.contains(&another) {
            sectors.push(another);
        }
    }
    sectors
}

fn title(sector: usize, random: &mut Random) -> (String, String) {
    let topic = random.pick(&FIELDS[sector].topics);
    let (form, scope, place) = (random.pick(&FORMS), random.pick(&SCOPES), random.pick(&PLACES));
    let mut title = (format!("{} {}{}", form.0, topic.0, scope.0), format!("{} {}{}", form.1, topic.1, scope.1));
    if random.percent(60) {
        title.0.push_str(&format!(", {}", place.0));
        title.1.push_str(&format!(", {}", place.1));
    }
    if random.percent(15) {
        let round = 2 + random.below(8);
        title.0.push_str(&format!(" (round {round})"));
        title.1.push_str(&format!(" (этап {round})"));
    }
    title
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
