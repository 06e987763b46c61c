//! The sentence on the day: how many terms are running, or that none is any more, and until when the source tells of anything.

use crate::folder::Folder;
use crate::telling::{in_words, on, small};
use atlas::locale::Locale;
use atlas::shown::Shown;
use atlas::terms::Terms;

fn sentence(shown: &Shown) -> String {
    let terms = Terms::of(&shown.catalogue.data, &shown.selection);
    let (head, tail) = terms.words(shown.locale, shown.selection.day);
    let horizon = terms.horizon(shown.locale).map(|words| format!(" {}", in_words(words)));
    in_words(head.and(tail)) + &horizon.unwrap_or_default()
}

#[test]
fn the_sentence_says_what_runs_or_since_when_nothing_does() {
    for (day, english, russian) in [
        (
            "2026-11-25",
            "On 25 November 2026 no stated term is running: 3 ended in 2020, 1 in 2025; for 2 none was stated. The source’s \
             last dated event is of 28 August 2020.",
            "На 25 ноября 2026 г. все указанные сроки истекли: 3 – в 2020 г., 1 – в 2025 г.; ещё у 2 срок не указан. Последняя \
             дата события в источнике – 28 августа 2020 г.",
        ),
        (
            "2021-06-01",
            "As known on 1 June 2021: 1 of 6 instruments within their stated terms, 2 without a stated term, 3 past the stated \
             term. The source’s last dated event is of 28 August 2020.",
            "По состоянию на 1 июня 2021 г.: 1 из 6 документов в пределах указанного срока, у 2 срок не указан, у 3 указанный \
             срок истёк. Последняя дата события в источнике – 28 августа 2020 г.",
        ),
        (
            "2019-10-15",
            "As known on 15 October 2019: 4 of 6 instruments within their stated terms, 2 without a stated term.",
            "По состоянию на 15 октября 2019 г.: 4 из 6 документов в пределах указанного срока, у 2 срок не указан.",
        ),
        (
            "2015-06-01",
            "As known on 1 June 2015: 0 of 6 instruments within their stated terms, 5 not yet adopted, 1 undetermined.",
            "По состоянию на 1 июня 2015 г.: 0 из 6 документов в пределах указанного срока, 5 до принятия, у 1 состояние не \
             определено.",
        ),
    ] {
        assert_eq!(sentence(&on("en", &format!("as-of={day}"))), english);
        assert_eq!(sentence(&on("ru", &format!("as-of={day}"))), russian);
    }
}

#[test]
fn the_source_is_silent_from_the_day_after_its_last_event_on() {
    let silent = |day: &str| sentence(&on("en", &format!("as-of={day}"))).contains("last dated event");
    assert!(!silent("2020-08-28") && silent("2020-08-29"));
}

/// Another plan of a term, agreed with the first.
fn plan(folder: Folder, id: &str, term: &str) -> Folder {
    let plan = format!("{id},east-west,work-plan,{id},{id},{id},{id},,,,plan-agreed,,,,,,,,,page,A1");
    let folder = folder.row("instruments.csv", &plan).row("terms.csv", &format!("{id},{term},plan-agreed,,,page,A1"));
    let listed = folder.text("events.csv").replace("план.,", &format!("план.,{id} | "));
    folder.with("events.csv", listed)
}

#[test]
fn ends_that_are_not_sure_have_no_year_and_many_years_are_one_span() {
    let sentence = |folder: &Folder| {
        let told = sentence(&small(folder, Locale::ENGLISH, "as-of=2026-01-01"));
        told.split_once(" The source’s").unwrap().0.to_owned()
    };
    let head = "On 1 January 2026 no stated term is running";
    assert_eq!(sentence(&Folder::new()), format!("{head}: 1 ended in 2020; for 1 none was stated."));
    let about = plan(Folder::new(), "p1", "2016/2021~");
    assert_eq!(sentence(&about), format!("{head}: 1 ended in 2020; for 1 none was stated; 1 past the stated term."));
    let many = ["2016/2019", "2016/2021-06", "2016/2017"].into_iter().zip(["p1", "p2", "p3"]);
    let many = many.fold(Folder::new(), |folder, (term, id)| plan(folder, id, term));
    assert_eq!(sentence(&many), format!("{head}: 4 ended in 2017–2021; for 1 none was stated."));
}

#[test]
fn while_anything_may_be_running_nobody_says_that_nothing_is() {
    let running = plan(Folder::new(), "p1", "2016/2025~");
    let told = sentence(&small(&running, Locale::ENGLISH, "as-of=2026-01-01"));
    assert!(told.starts_with("As known on 1 January 2026: 0 of 3 instruments within their stated terms"), "{told}");
    assert!(told.contains("1 undetermined"), "{told}");
}
