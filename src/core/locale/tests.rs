//! What readers see.

use super::messages::IDS;
use super::*;
use crate::model::{ActivityState, CountUnit, Coverage, EventKind, InstrumentKind, RelationKind};
use crate::time::known::{Doubt, State};
use crate::time::{Day, Edtf};

/// Words that are Latin in Russian too.
const LATIN_IN_RUSSIAN: [&str; 4] = ["CSV", "JSON", "ICS", "SVG"];

fn en() -> Locale {
    Locale::from_tag("en").unwrap()
}

fn ru() -> Locale {
    Locale::from_tag("ru").unwrap()
}

/// With no-break spaces shown as `_`, so that a test says where they are.
fn visible(text: impl Into<Words>) -> String {
    text.into().plain().replace('\u{a0}', "_")
}

fn all_messages() -> impl Iterator<Item = (Msg, &'static str)> {
    IDS.iter().enumerate().map(|(index, id)| (Msg(index as u16), *id))
}

/// The words of a packed message, without the names of its placeables.
fn words(packed: &str) -> String {
    let mut out = String::new();
    let mut in_name = false;
    for letter in packed.chars() {
        in_name = match letter {
            VALUE | PLURAL => true,
            VALUE_END | FORM | PLURAL_END => {
                out.push(' ');
                false
            }
            other => {
                if !in_name {
                    out.push(other);
                }
                in_name
            }
        };
    }
    out
}

#[test]
fn tags_find_their_language_by_their_first_part() {
    for (tag, name) in [("en", "English"), ("en-GB", "English"), ("ru-RU", "Русский"), ("RU_ru", "Русский")]
    {
        assert_eq!(Locale::from_tag(tag).map(Locale::name), Some(name), "{tag}");
    }
    for tag in ["", "e", "eng", "rus", "-", "русский"] {
        assert_eq!(Locale::from_tag(tag), None, "{tag}");
    }
    assert_eq!([en(), ru()].map(Locale::tag), ["en", "ru"]);
    assert!(Locale::ALL.starts_with(&[Locale::ENGLISH]));
    assert_eq!(Locale::default(), en());
}

/// A message that a language lacks is English, with the rules of English; what is put into it has a language of its own.
#[test]
fn a_message_that_is_not_translated_is_a_run_in_english() {
    let packed = "\u{3}n\u{4}\u{1}n\u{2} act\u{4}\u{1}n\u{2} acts\u{5} by \u{1}who\u{2} in \u{1}year\u{2}";
    let who = Words::from("Россией");
    let args = [Arg::Number("n", 1234), Arg::Words("who", &who), Arg::Text("year", "2019")];
    let mut words = Words::default();
    en().expand(Some("en"), packed, &args, &mut words);
    let expected = [Run::apart("en", "1,234 acts by "), Run::plain("Россией"), Run::apart("en", " in 2019")];
    assert_eq!(words.runs(), expected);
}

#[test]
fn english_counts_with_two_forms_and_russian_with_three() {
    for (number, english, russian) in [
        (0, "activities", "мероприятий"),
        (1, "activity", "мероприятие"),
        (2, "activities", "мероприятия"),
        (5, "activities", "мероприятий"),
        (11, "activities", "мероприятий"),
        (21, "activities", "мероприятие"),
        (22, "activities", "мероприятия"),
        (52, "activities", "мероприятия"),
        (111, "activities", "мероприятий"),
    ] {
        let counted = [en(), ru()].map(|locale| locale.count(number, CountUnit::Activities));
        assert_eq!(counted, [english, russian].map(|noun| Words::from(format!("{number} {noun}"))));
    }
    assert_eq!(ru().count(9, CountUnit::Articles), "9 статей");
}

#[test]
fn two_numbers_of_one_sentence_take_their_own_forms() {
    let sentence = |locale: Locale, inforce, total| {
        let args = [Arg::Number("inforce", inforce), Arg::Number("total", total)];
        locale.format(msg::AS_KNOWN_COUNT, &args)
    };
    assert_eq!(sentence(en(), 1, 6), "1 of 6 instruments within their stated terms");
    assert_eq!(sentence(en(), 0, 1), "0 of 1 instrument within its stated term");
    assert_eq!(sentence(ru(), 2, 21), "2 из 21 документа в\u{a0}пределах указанного срока");
    assert_eq!(sentence(ru(), 1, 6), "1 из 6 документов в\u{a0}пределах указанного срока");
}

#[test]
fn thousands_are_grouped_as_the_language_does() {
    for (number, english, russian) in [
        (0, "0", "0"),
        (7, "7", "7"),
        (70, "70", "70"),
        (999, "999", "999"),
        (1000, "1,000", "1_000"),
        (1234, "1,234", "1_234"),
        (1_000_050, "1,000,050", "1_000_050"),
        (u32::MAX, "4,294,967,295", "4_294_967_295"),
    ] {
        assert_eq!((en().number(number), visible(ru().number(number))), (english.into(), russian.into()));
    }
    assert_eq!(visible(ru().count(10_000, CountUnit::Activities)), "10_000 мероприятий");
}

#[test]
fn lists_end_with_and() {
    assert_eq!(en().list(&[]), "");
    assert_eq!(en().list(&["a".into()]), "a");
    assert_eq!(en().list(&["a", "b"].map(String::from)), "a and b");
    assert_eq!(visible(ru().list(&["а", "б", "в", "г"].map(String::from))), "а, б, в и_г");
}

#[test]
fn dates_say_what_is_stated_and_no_more() {
    for (edtf, english, russian) in [
        ("2019-10-15", "15_October 2019", "15_октября 2019_г."),
        ("2019-09", "September 2019", "сентябрь 2019_г."),
        ("2016", "2016", "2016_г."),
        ("201X", "2010s", "2010-е_гг."),
        ("2016~", "about 2016", "около 2016_г."),
        ("201X~", "about 2010s", "около 2010-х_гг."),
        ("2019-09~", "about September 2019", "около сентября 2019_г."),
        ("2016?", "2016, uncertain", "2016_г. (предположительно)"),
        ("2016%", "about 2016, uncertain", "около 2016_г. (предположительно)"),
        ("2016/2020", "2016–2020", "2016–2020_гг."),
        ("2016/2016", "2016", "2016_г."),
        ("2016~/2020", "about 2016_– 2020", "около 2016_г._– 2020_г."),
        ("2019-03/2019-05", "March–May 2019", "март_– май 2019_г."),
        ("2018-11/2019-05", "November 2018_– May 2019", "ноябрь 2018_г._– май 2019_г."),
        ("2016-08-05/2016-08-08", "5–8_August 2016", "5–8_августа 2016_г."),
        ("2016-08-30/2016-09-02", "30_August 2016_– 2_September 2016", "30_августа 2016_г._– 2_сентября 2016_г."),
        ("2019-09/2020", "September 2019_– 2020", "сентябрь 2019_г._– 2020_г."),
        ("2018/..", "from 2018", "с_2018_г."),
        ("2019-09/..", "from September 2019", "с_сентября 2019_г."),
        ("2018/", "from 2018, end not stated", "с_2018_г., окончание не указано"),
        ("../2025", "until 2025", "до_2025_г."),
        ("/2025", "until 2025, start not stated", "до_2025_г., начало не указано"),
    ] {
        let value = Edtf::parse(edtf).unwrap();
        let got = [en(), ru()].map(|locale| visible(locale.edtf(&value)));
        assert_eq!(got, [english.to_string(), russian.to_string()], "{edtf}");
    }
}

#[test]
fn dates_after_a_preposition_are_declined() {
    let month = Edtf::parse("2019-09").unwrap();
    assert_eq!(visible(ru().by(&month)), "не позднее сентября 2019_г.");
    assert_eq!(en().by(&month), "by September 2019");
    let day = Day::parse("2020-08-28").unwrap();
    assert_eq!([en().day(day), ru().day(day)].map(visible), ["28_August 2020", "28_августа 2020_г."]);
}

#[test]
fn every_language_names_twelve_months() {
    for locale in Locale::ALL {
        for list in [msg::MONTHS, msg::MONTHS_GOVERNED, msg::MONTHS_SHORT] {
            assert_eq!(locale.plain(list).split(' ').count(), 12, "{}", locale.tag());
        }
        assert!(locale.month_short(0).is_empty() && locale.month_short(13).is_empty());
    }
    assert_eq!([en(), ru()].map(|locale| locale.month_short(9)), ["Sep", "сен"]);
    assert_eq!([en(), ru()].map(|locale| locale.month_name(9)), ["September", "сентябрь"]);
}

#[test]
fn places_in_a_source_are_given_in_words() {
    assert_eq!(visible(en().locator(Some("B"), &"trade".into(), &[7])), "section B (trade), sentence_7");
    assert_eq!(
        visible(en().locator(Some("B"), &"trade".into(), &[0, 5, 7])),
        "section B (trade), heading, sentences_5 and 7"
    );
    assert_eq!(
        visible(ru().locator(Some("B"), &"торговля".into(), &[5, 7, 8])),
        "раздел B (торговля), предложения_5, 7 и_8"
    );
    assert_eq!(en().locator(Some("B"), &"trade".into(), &[0]), "section B (trade), heading");
    assert_eq!(visible(en().locator(None, &"Article 18".into(), &[1])), "Article 18, sentence_1");
    assert_eq!(ru().locator(Some("B"), &"торговля".into(), &[]), "раздел B (торговля)");
}

#[test]
fn states_use_the_words_of_the_glossary() {
    assert_eq!(
        State::ALL.map(|state| ru().state(state)),
        [
            "в\u{a0}пределах указанного срока",
            "срок не указан",
            "указанный срок истёк",
            "до принятия",
            "состояние не определено"
        ]
    );
    let doubt = Doubt::Adoption(Edtf::parse("2019-09").unwrap());
    assert_eq!(en().doubt(&doubt), "The day of its adoption is not stated, only: September 2019.");
}

/// The names of one enumeration differ from each other in each language.
#[test]
fn no_two_values_share_a_name() {
    fn check(what: &str, names: Vec<Words>) {
        let distinct: std::collections::BTreeSet<&str> = names.iter().map(Words::plain).collect();
        assert_eq!(distinct.len(), names.len(), "{what}: {names:?}");
    }
    for locale in Locale::ALL {
        check("states", State::ALL.iter().map(|value| locale.state(*value)).collect());
        check("state notes", State::ALL.iter().map(|value| locale.state_note(*value)).collect());
        check("coverage", Coverage::ALL.iter().map(|value| locale.coverage(*value)).collect());
        check("coverage notes", Coverage::ALL.iter().map(|value| locale.coverage_note(*value)).collect());
        check("kinds", InstrumentKind::ALL.iter().map(|value| locale.instrument_kind(*value)).collect());
        check("events", EventKind::ALL.iter().map(|value| locale.event_kind(*value)).collect());
        check("activities", ActivityState::ALL.iter().map(|value| locale.activity_state(*value)).collect());
        let both = RelationKind::ALL.iter().flat_map(|kind| [locale.relation(*kind), locale.relation_inverse(*kind)]);
        check("relations", both.collect());
    }
}

#[test]
fn english_and_russian_have_every_message() {
    for locale in [en(), ru()] {
        let missing: Vec<&str> = all_messages().filter(|(msg, _)| !locale.has(*msg)).map(|(_, id)| id).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", locale.tag());
    }
}

/// A language that is only begun still shows every message, in English; in a run of its own: `words.rs`.
#[test]
fn every_language_shows_every_message() {
    for locale in Locale::ALL {
        for (msg, id) in all_messages() {
            let (language, _) = locale.shown_in(msg);
            assert!(language.has(msg), "{}: {id}", locale.tag());
            assert_eq!(language == locale, locale.has(msg), "{}: {id}", locale.tag());
        }
        assert!(locale.count(21, CountUnit::Activities).plain().starts_with("21 "));
    }
}

#[test]
fn no_language_uses_the_letters_of_another() {
    for (msg, id) in all_messages() {
        let cyrillic = words(en().own(msg)).chars().find(|letter| ('\u{400}'..='\u{52f}').contains(letter));
        assert_eq!(cyrillic, None, "en: {id}");
        let text = words(ru().own(msg));
        let latin = text
            .split(|letter: char| !letter.is_ascii_alphabetic())
            .find(|word| !word.is_empty() && !LATIN_IN_RUSSIAN.contains(word) && id != "language-direction");
        assert_eq!(latin, None, "ru: {id}");
    }
}

#[test]
fn russian_quotes_and_dashes_are_russian() {
    for (msg, id) in all_messages() {
        let text = ru().own(msg);
        assert!(!text.contains(['"', '“', '”', '—', '\'']), "{id}: {text}");
        assert!(!text.contains(" –"), "{id}: a line may break before the dash: {text}");
    }
}

#[test]
fn no_message_reads_like_a_slip() {
    for locale in Locale::ALL {
        for (msg, id) in all_messages() {
            let text = locale.own(msg);
            assert!(!text.contains("  ") && text.trim() == text || id == "number-separator", "{id}: {text:?}");
        }
    }
}
