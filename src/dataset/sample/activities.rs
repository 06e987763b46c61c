//! The activities of the sample: titles, dates and states.

use super::random::Random;
use super::sheet::Sheet;
use super::words::{Text, Words};
use crate::schema;
use atlas_core::time::Day;

/// Any number will do, as long as it stays.
const SEED: u64 = 5_996_145_150_964_635_878;

/// An instrument with the sectors that it covers, by their ids.
pub(super) struct Covered<'a> {
    pub instrument: &'a str,
    pub sectors: Vec<&'a str>,
}

/// The table with so many activities of these instruments, one of which must cover something.
///
/// `words` has a form, a scope and a place for titles, and the topics of each sector. Russian topics and scopes stand in the
/// case that the forms before them ask for.
pub(super) fn table(number: usize, covered: &[Covered], words: &Words, languages: &[&str]) -> Vec<u8> {
    let mut random = Random::new(SEED);
    let mut sheet = Sheet::new(&schema::ACTIVITIES, 'F', languages);
    let digits = number.to_string().len();
    for position in 1..=number {
        let covered = instrument(covered, &mut random);
        let sectors = sectors(&covered.sectors, &mut random);
        let [english, russian] = title(words, sectors[0], &mut random);
        let (date, year) = date(&mut random);
        let (id, sectors, state) =
            (format!("activity-{position:0digits$}"), sectors.join(" | "), state(year, &mut random));
        sheet.row(|column| match column {
            "id" => Some(&id),
            "instrument" => Some(covered.instrument),
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

/// An instrument that covers something; the earlier ones of the list have more activities, as in life.
fn instrument<'a>(covered: &'a [Covered<'a>], random: &mut Random) -> &'a Covered<'a> {
    loop {
        let instrument = random.below(covered.len()).min(random.below(covered.len() * 2));
        if !covered[instrument].sectors.is_empty() {
            return &covered[instrument];
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

/// A title in English and Russian.
fn title(words: &Words, sector: &str, random: &mut Random) -> Text {
    let (topic, form) = (random.pick(words.all(sector)), random.pick(words.all("form")));
    // A third of them has no scope.
    let scopes = words.all("scope");
    let scope = random.below(scopes.len() * 3 / 2).checked_sub(scopes.len() / 2).map(|at| &scopes[at]);
    let place = Some(random.pick(words.all("place"))).filter(|_| random.percent(60));
    let round = random.percent(15).then(|| 2 + random.below(8));
    [("en", "round"), ("ru", "этап")].map(|(language, name)| {
        let mut title = format!("{} {}", form[language], topic[language]);
        title.extend(scope.map(|scope| format!(" {}", scope[language])));
        title.extend(place.map(|place| format!(", {}", place[language])));
        title.extend(round.map(|round| format!(" ({name} {round})")));
        title
    })
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
