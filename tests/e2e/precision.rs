//! No date on the page is more precise than the data's: a walk through every text, in many states.

use crate::driver::Result;
use crate::page::Page;
use atlas::locale::Locale;
use atlas::model::Dataset;
use atlas::query::Target;
use atlas::time::{Day, Edtf, PartialDate, Precision};
use serde_json::Value;
use std::collections::BTreeSet;

/// Texts, and all attributes but the bounds of the date field, which are limits of the control and no statement.
const WORDS: &str = "(() => {
    const out = [], walker = document.createTreeWalker(atlas.shadowRoot, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        // What is announced follows when changes have ended, in the words of what stands elsewhere.
        if (node.nodeType == 3 && node.parentElement.matches('[role=status]')) continue;
        if (node.localName == 'style') { node = walker.nextNode(); continue; }
        if (node.nodeType == 3) out.push(node.data);
        else for (const { name, value } of node.attributes) if (!['min', 'max', 'd'].includes(name)) out.push(value);
        if (node.localName == 'input') out.push(node.value);
    }
    return out;
})()";

/// Dates with a day or a month, as `2019-10-15` and `2019-10`; what looks like a date and is of no form of ours, as it is.
fn dates_in(text: &str) -> Vec<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || "()[],;:.“”«»\"".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let numbers: Vec<&str> = word.split(['-', '/', '–']).collect();
        if numbers.len() == 3 && numbers.iter().all(|part| part.len() <= 4 && is_number(part)) {
            found.push((*word).to_owned());
        }
        let Some(month) = months().iter().position(|names| names.contains(&word.to_string())) else { continue };
        let before = at.checked_sub(1).and_then(|at| words.get(at)).filter(|word| is_day(word));
        let after = words.get(at + 1).copied().unwrap_or("");
        let year = after.len() == 4 && is_number(after);
        match (before, year) {
            (Some(days), true) => {
                found.extend(days.split('–').map(|day| format!("{after}-{:02}-{day:0>2}", month + 1)));
            }
            (None, true) => found.push(format!("{after}-{:02}", month + 1)),
            // A day without a year, or behind its month.
            (Some(day), false) => found.push(format!("{day} {word}")),
            (None, false) if is_day(after) => found.push(format!("{word} {after}")),
            (None, false) => {}
        }
    }
    found
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `5`, or `5–8`.
fn is_day(word: &str) -> bool {
    word.split('–').all(|day| day.len() <= 2 && is_number(day))
}

/// The names of each month in both languages, by themselves and after a day.
fn months() -> &'static [Vec<String>] {
    static MONTHS: std::sync::OnceLock<Vec<Vec<String>>> = std::sync::OnceLock::new();
    MONTHS.get_or_init(|| {
        let names = |month: u32| {
            let day = Day::from_ymd(2019, month, 1).map(|day| Locale::ALL.map(|locale| locale.day(day)));
            let governed =
                day.iter().flatten().filter_map(|words| words.plain().split(['\u{a0}', ' ']).nth(1).map(Into::into));
            governed.chain(Locale::ALL.map(|locale| locale.month_name(month).plain().to_owned())).collect()
        };
        (1..=12).map(names).collect()
    })
}

fn shipped() -> Dataset {
    atlas::packed::read(atlas::builtin::BUILTIN).unwrap()
}

/// Every day and month that the data states, as EDTF.
fn stated(data: &Dataset) -> BTreeSet<String> {
    let mut dates: Vec<Edtf> = data.events().flat_map(|(_, event)| [event.date, event.date_by]).flatten().collect();
    dates.extend(
        data.instruments().flat_map(|(id, _)| data.terms(id).map(|term| Edtf::Interval(term.term)).collect::<Vec<_>>()),
    );
    let mut days = vec![data.created()];
    for (_, source) in data.sources() {
        dates.extend(source.published);
        days.push(source.read);
    }
    dates.extend(days.into_iter().map(|day| Edtf::Date(PartialDate::of_day(day))));
    let bounds = dates.iter().flat_map(|date| [date.interval().start, date.interval().end]);
    let exact = bounds.filter_map(|bound| bound.date().copied()).filter(|date| date.precision() >= Precision::Month);
    exact.map(|date| date.to_string()).collect()
}

/// Everything that can be opened: instruments, events, sectors, and a cell of each.
fn targets(data: &Dataset) -> Vec<String> {
    let name = |target| atlas::query::url::write_target(data, target);
    let mut all: Vec<String> = data.instruments().map(|(id, _)| name(Target::Instrument(id))).collect();
    all.extend(data.events().map(|(id, _)| name(Target::Event(id))));
    all.extend(data.sectors().map(|(id, _)| name(Target::Sector(id))));
    let cells =
        data.coverage().iter().filter_map(|record| Some(Target::Cell(record.sector, data.column_id(record.column)?)));
    all.extend(cells.step_by(4).map(name));
    all
}

/// Shows a state and checks each date in it; how many there were.
async fn check(page: &Page, stated: &BTreeSet<String>, query: &str, own: &[&str]) -> Result<BTreeSet<String>> {
    page.ask(query).await?;
    let words: Vec<String> = serde_json::from_value(page.get(WORDS).await?)?;
    let mut seen = BTreeSet::new();
    for text in &words {
        for date in dates_in(text) {
            assert!(stated.contains(&date) || own.contains(&date.as_str()), "{query}: {date} in {text:?}");
            seen.insert(date);
        }
    }
    Ok(seen)
}

#[test]
fn the_walk_reads_dates_in_both_languages_and_notices_other_forms() {
    for (text, dates) in [
        ("As known on 15\u{a0}October 2019: 1 of 6", &["2019-10-15"][..]),
        ("не позднее 5\u{a0}августа 2016\u{a0}г., сентябрь 2019\u{a0}г.", &["2016-08-05", "2019-09"]),
        ("с\u{a0}сентября 2019\u{a0}г.", &["2019-09"]),
        ("5–8\u{a0}August 2016", &["2016-08-05", "2016-08-08"]),
        ("October 15, 2019; 15 October", &["October 15", "15 October"]),
        ("15/10/2019 2019-10-15 2016/2020 2016–2020", &["15/10/2019", "2019-10-15"]),
        ("may be later than this day, 2016–2020, sentence 5", &[]),
    ] {
        assert_eq!(dates_in(text), dates, "{text}");
    }
}

#[tokio::test]
async fn no_text_states_a_day_or_month_that_the_data_does_not() -> Result<()> {
    let data = shipped();
    let stated = stated(&data);
    let page = Page::open("").await?;
    let mut seen = BTreeSet::new();
    for lang in ["en", "ru"] {
        for day in ["2015-06-03", "2016-08-09", "2019-09-10", "2019-10-15", "2020-09-02"] {
            for view in ["both", "matrix", "timeline"] {
                let query = format!("as-of={day}&view={view}&lang={lang}&gaps=1&inferred=1");
                seen.extend(check(&page, &stated, &query, &[day]).await?);
                let query = format!("as-of={day}&compare=2021-03-04&view={view}&lang={lang}");
                seen.extend(check(&page, &stated, &query, &[day, "2021-03-04"]).await?);
            }
        }
        for day in ["2016-08-09", "2019-09-10", "2020-09-02"] {
            for target in targets(&data) {
                let query = format!("as-of={day}&select={target}&view=timeline&inferred=1&lang={lang}");
                assert_eq!(page.ask(&query).await?["asOf"], day);
                seen.extend(check(&page, &stated, &query, &[day]).await?);
                assert_eq!(page.count(".details").await?, 1, "{query}");
            }
        }
        let today = page.text("(now => [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-'))(new Date())").await?;
        seen.extend(check(&page, &stated, &format!("lang={lang}"), &[&today]).await?);
    }
    // The walk has been where the dates are.
    for date in &stated {
        assert!(seen.contains(date), "{date} is stated and was nowhere seen: {seen:?}");
    }
    page.end().await
}

#[tokio::test]
async fn datetime_is_the_date_as_the_data_writes_it() -> Result<()> {
    let data = shipped();
    let page = Page::open("as-of=2021-01-01").await?;
    let mut dated = 0;
    for (id, event) in data.events() {
        let name = atlas::query::url::write_target(&data, Target::Event(id));
        let time =
            page.get(&format!("$(`.events [data-select='{name}'] time`)?.getAttribute('datetime') ?? null")).await?;
        assert_eq!(time, event.date.map_or(Value::Null, |date| date.to_string().into()), "{name}");
        dated += usize::from(event.date.is_some());
    }
    assert_eq!(page.count("time:not(.day time)").await?, dated, "no other element claims a machine-readable date");
    assert!(dated > 0);
    page.end().await
}
