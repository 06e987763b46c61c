//! What the steps through time say, in both languages.

use crate::asking::shipped;
use crate::folder::Folder;
use crate::telling::{in_words, on, small};
use atlas::caption::caption;
use atlas::locale::Locale;
use atlas::state::changes;

/// What each step of the shipped data says, as far as the filters leave it.
fn told(lang: &str, filters: &str) -> Vec<String> {
    let says = |day: &atlas::time::Day| in_words(caption(&on(lang, &format!("as-of={day}&{filters}"))).unwrap());
    changes(shipped()).iter().map(says).collect()
}

#[test]
fn each_step_says_which_it_is_and_what_happened() {
    let english = [
        "1 of 10: Three instruments agreed (2016, may be later than this day)",
        "2 of 10: Feasibility study proposed (by 5 August 2016); Study proposal welcomed",
        "3 of 10: Three instruments agreed (2016); Recommendations noted (2017, may be later than this day)",
        "4 of 10: Recommendations noted (2017); Post-2017 programme: no stated term",
        "5 of 10: Memorandum signed",
        "6 of 10: Programme of Cooperation endorsed (September 2019, may be later than this day)",
        "7 of 10: Programme of Cooperation endorsed (September 2019)",
        "8 of 10: Extension of the Programme endorsed",
        "9 of 10: Agriculture programme, STI plan of action, Energy work plan: stated term ended",
        "10 of 10: Programme of Cooperation: stated term ended",
    ];
    let russian = [
        "1 из 10: Согласованы три документа (2016 г., возможно, позже этого дня)",
        "2 из 10: Предложено исследование ЗСТ (не позднее 5 августа 2016 г.); Предложение приветствовалось",
        "3 из 10: Согласованы три документа (2016 г.); Рекомендации приняты к сведению (2017 г., возможно, позже этого дня)",
        "4 из 10: Рекомендации приняты к сведению (2017 г.); Программа после 2017 г.: срок не указан",
        "5 из 10: Подписан Меморандум",
        "6 из 10: Одобрена Программа сотрудничества (сентябрь 2019 г., возможно, позже этого дня)",
        "7 из 10: Одобрена Программа сотрудничества (сентябрь 2019 г.)",
        "8 из 10: Одобрено продление Программы",
        "9 из 10: Аграрная программа, План действий по науке, План по энергетике: указанный срок истёк",
        "10 из 10: Программа сотрудничества: указанный срок истёк",
    ];
    assert_eq!(told("en", ""), english);
    assert_eq!(told("ru", ""), russian);
}

#[test]
fn what_the_filters_leave_out_is_not_told() {
    let signed = |filters| told("en", filters)[4].clone();
    assert_eq!(signed("partnership=asean-russia"), "5 of 10: Memorandum signed", "it was signed at a summit of theirs");
    assert_eq!(signed("instrument=poc-2019"), "5 of 10: no change in what the filters leave");
    assert_eq!(told("en", "instrument=sti-2016-2020")[8], "9 of 10: STI plan of action: stated term ended");
    assert_eq!(told("ru", "instrument=poc-2019")[4], "5 из 10: в отобранном изменений нет");
}

#[test]
fn a_day_between_two_changes_says_nothing() {
    for day in ["1999-01-01", "2019-10-15", "2026-11-24"] {
        assert_eq!(caption(&on("en", &format!("as-of={day}"))), None, "{day}");
    }
}

#[test]
fn of_many_events_of_a_day_the_first_are_named() {
    let row = |number| {
        format!(
            "e{number},east-west,noted,2018-11-14,,,,,,,,,Note {number},Записка {number},Noted.,Отмечено.,,,,,page,A1"
        )
    };
    let folder = (1..5).fold(Folder::new(), |folder, number| folder.row("events.csv", &row(number)));
    let says = |locale| in_words(caption(&small(&folder, locale, "as-of=2018-11-14")).unwrap());
    assert_eq!(says(Locale::ENGLISH), "4 of 5: MoU; Note 1; Note 2 and 2 more");
    assert_eq!(says(Locale::from_tag("ru").unwrap()), "4 из 5: МоВ; Записка 1; Записка 2 и ещё 2");
}
