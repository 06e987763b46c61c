//! Letters from all planes of Unicode on every way into the atlas: the query, the tables, packed data, the page.
//!
//! `letters.rs` of the library says what becomes of each kind; its own tests say so letter by letter. Here nothing may break,
//! and what is shown is what went in.

use crate::folder::Folder;
use atlas::bundle::prerender::Static;
use atlas::letters::{LONGEST_SEARCH, LONGEST_TEXT, checked, searched, tamed};
use atlas::locale::Locale;
use atlas::model::{Dataset, Strings, Tables, Text};
use atlas::packed;
use atlas::query::{Catalogue, Selection, url};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use atlas::time::Day;
use lol_html::{RewriteStrSettings, rewrite_str, text};
use proptest::prelude::*;
use std::process::Command;
use std::rc::Rc;
use std::sync::LazyLock;

/// What texts are likely to be spoiled by: the first and last letters of classes, and what each format gives a meaning to.
const ODD: &[char] = &[
    '\0',
    '\t',
    '\n',
    '\r',
    '\u{1b}',
    ' ',
    '"',
    '%',
    '&',
    '\'',
    ',',
    ';',
    '<',
    '=',
    '>',
    '[',
    '\\',
    '|',
    '\u{7f}',
    '\u{85}',
    '\u{a0}',
    '\u{ad}',
    '«',
    '»',
    '“',
    '”',
    '\u{300}',
    '\u{301}',
    '\u{61c}',
    'א',
    'س',
    '\u{200b}',
    '\u{200d}',
    '\u{200f}',
    '\u{2028}',
    '\u{202a}',
    '\u{202e}',
    '\u{2066}',
    '\u{2069}',
    '\u{20dd}',
    '\u{d7ff}',
    '\u{e000}',
    '\u{e001}',
    '\u{e002}',
    '\u{e123}',
    '\u{f8ff}',
    '\u{fdd0}',
    '\u{fe0f}',
    '\u{feff}',
    '\u{fffd}',
    '\u{fffe}',
    '\u{ffff}',
    '\u{1f468}',
    '\u{1ffff}',
    '\u{e0001}',
    '\u{e0100}',
    '\u{f0000}',
    '\u{10fffd}',
    '\u{10ffff}',
];

fn letter() -> impl Strategy<Value = char> {
    let plane =
        (0u32..=16, 0u32..=0xffff).prop_map(|(plane, at)| char::from_u32(plane << 16 | at).unwrap_or('\u{fffd}'));
    prop_oneof![2 => plane, 2 => prop::sample::select(ODD), 1 => prop::char::range('a', 'z')]
}

/// Mostly short, now and then longer than any limit.
fn letters() -> impl Strategy<Value = String> {
    let some = prop::collection::vec(letter(), 0..24).prop_map(String::from_iter);
    prop_oneof![
        12 => some,
        1 => (letter(), 1usize..12_000).prop_map(|(letter, times)| letter.to_string().repeat(times)),
    ]
}

static FOLDER: LazyLock<Dataset> = LazyLock::new(|| atlas::dataset::read(Folder::new().write().path()).unwrap());

fn tables() -> Tables {
    FOLDER.tables().clone()
}

/// The words of a page, put together from its text as a parser finds it.
fn text_of(html: &str) -> String {
    let mut found = String::new();
    let note = text!("*", |chunk| {
        found.push_str(chunk.as_str());
        Ok(())
    });
    let settings = RewriteStrSettings { element_content_handlers: vec![note], ..RewriteStrSettings::new() };
    assert_eq!(rewrite_str(html, settings).unwrap(), html);
    html_escape::decode_html_entities(&found).into_owned()
}

fn page_of(tables: Tables) -> String {
    Static::of(Dataset::new(tables), Locale::ENGLISH, 1, None).unwrap().html
}

fn percent(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("%{byte:02X}")).collect()
}

/// What a query string gives must be a query string again, and no letter may be lost without a word.
fn check_query(text: &str) -> Result<(), TestCaseError> {
    let data = &*FOLDER;
    let (query, rejected) = url::parse(text, data);
    prop_assert!(checked(&query.text).all(|(_, fault)| fault.is_none()), "{:?}", query.text);
    prop_assert!(query.text.chars().count() <= LONGEST_SEARCH);
    let written = url::write(&query, data);
    prop_assert!(written.is_ascii());
    prop_assert_eq!(url::parse(&written, data), (query.clone(), Vec::new()));
    let catalogue = Rc::new(Catalogue::new(data.clone()));
    let today = Day::parse("2026-11-24").unwrap();
    let page = Page { lang: Locale::ENGLISH, view: atlas::query::View::Both, heading: 2 };
    let state = WidgetState::new(today, page).after(Action::Query(text.into()), &catalogue);
    let selection = Selection::of(&catalogue, &query, today);
    let json = atlas::export::result(&catalogue, &query, &selection, &rejected);
    let told: serde_json::Value = serde_json::from_str(&json).unwrap();
    prop_assert_eq!(&told["rejected"], &serde_json::Value::from(rejected));
    prop_assert_eq!(&Shown::of(catalogue, state).state.query, &query);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_query_of_any_letters_is_read_and_what_it_drops_is_told(q in letters(), name in letters(), value in letters()) {
        let typed = [("q", q.as_str()), ("sector", &value), (&name, &value)].map(|(name, value)| {
            format!("{}={}", percent(name.as_bytes()), percent(value.as_bytes()))
        });
        check_query(&typed.join("&"))?;
        let (query, rejected) = url::parse(&typed[0], &FOLDER);
        let (kept, dropped) = searched(&q);
        prop_assert_eq!(kept.chars().count() + dropped.chars().count(), q.chars().count());
        prop_assert_eq!(query.text, kept);
        prop_assert_eq!(rejected, if dropped.is_empty() { vec![] } else { vec![["q=", &dropped].concat()] });
        // As it stands, without escapes.
        check_query(&[&q, "=", &value, "&q=", &q].concat())?;
    }

    #[test]
    fn a_query_of_any_bytes_is_read(bytes in prop::collection::vec(any::<u8>(), 0..24), half in 0xa0u8..=0xbf) {
        check_query(&["q=", &percent(&bytes), "&x=", &percent(&bytes)].concat())?;
        // Half a surrogate pair.
        check_query(&["q=", &percent(&[0xed, half, half])].concat())?;
    }

    #[test]
    fn a_cell_of_any_letters_is_taken_as_it_is_or_refused_by_its_place(typed in letters()) {
        let cell = format!("\"{}\"", typed.replace('"', "\"\""));
        let folder = Folder::new().replace("sectors.csv", "Energy", &cell);
        let read = atlas::dataset::read(folder.write().path());
        let text = typed.trim();
        let is_fit = checked(&typed).all(|(_, fault)| fault.is_none()) && typed.chars().count() <= LONGEST_TEXT;
        match read {
            Ok(data) => {
                prop_assert!(is_fit && !text.is_empty(), "{:?}", typed);
                let name = data.sectors().next().unwrap().1.name.get(0).to_owned();
                prop_assert_eq!(name.replace('\u{a0}', " "), text.replace('\u{a0}', " "));
            }
            Err(problems) => {
                prop_assert!(!is_fit || text.is_empty(), "{}", problems);
                for problem in problems.iter() {
                    prop_assert_eq!((problem.file.as_str(), problem.row), ("sectors.csv", Some(2)), "{}", problem);
                    prop_assert_eq!(problem.column.as_deref(), Some("name_en"));
                    prop_assert!(!problem.to_string().chars().any(char::is_control), "{:?}", problem);
                }
            }
        }
    }

    #[test]
    fn a_table_of_any_letters_is_read_or_refused(text in letters()) {
        let folder = Folder::new().with("groups.csv", text.clone()).with("sectors.csv", format!("id,group\n{text}\n"));
        prop_assert!(!folder.problems().is_empty());
    }

    #[test]
    fn packed_texts_of_any_letters_come_back_as_they_were(texts in prop::collection::vec(letters(), 3)) {
        let mut tables = tables();
        tables.title = Text(texts.clone());
        tables.sectors[0].slug = texts[0].clone();
        tables.languages[0] = texts[1].clone();
        tables.activities.titles[1] = Strings::default();
        tables.activities.titles[1].push(&texts[2]);
        prop_assert_eq!(packed::read(&packed::write(&tables)), Ok(Dataset::new(tables)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// A program that packs without checking may write any letter.
    #[test]
    fn a_page_of_any_letters_holds_them_and_nothing_else(name in letters(), note in letters(), lang in letters()) {
        let mut tables = tables();
        tables.sectors[0].name = Text(vec![format!("[{name}]"), format!("[{name}]")]);
        tables.sectors[0].note = Text(vec![format!("{{{note}}}"), format!("{{{note}}}")]);
        let plain = page_of(tables.clone());
        tables.languages[0] = format!("x{lang}");
        let untranslated = page_of(tables);
        for page in [plain, untranslated] {
            let text = text_of(&page);
            for told in [format!("[{name}]"), format!("{{{note}}}")] {
                prop_assert!(text.contains(tamed(&told).as_ref()), "{:?}", told);
            }
        }
    }
}

#[test]
fn letters_of_private_use_go_through_the_tables_into_the_page_as_they_are() {
    let letters: String = ('\u{e000}'..='\u{e123}').collect();
    let folder =
        Folder::new().replace("sectors.csv", "Energy", &letters).replace("sectors.csv", "Энергетика", &letters);
    assert_eq!(folder.problems(), [""; 0]);
    let data = atlas::dataset::read(folder.write().path()).unwrap();
    let data = packed::read(&packed::write(data.tables())).unwrap();
    for locale in Locale::ALL {
        let page = Static::of(data.clone(), locale, 1, None).unwrap();
        assert!(page.html.contains(&format!(">{letters}<")), "{}", locale.tag());
    }
}

/// The same by the command line, into the single page, of which every part is squeezed.
#[test]
fn the_command_line_checks_and_packs_letters_of_private_use() {
    let letters: String = ('\u{e000}'..='\u{e123}').collect();
    let folder = Folder::new().replace("sectors.csv", "Energy", &letters).write();
    let target = tempfile::tempdir().unwrap();
    let (page, script) = (target.path().join("set.html"), target.path().join("script.js"));
    // All that is asked of a script is its head, which tells its version.
    std::fs::write(&script, atlas::bundle::script::head()).unwrap();
    let run = |arguments: &[&std::ffi::OsStr]| {
        let output = Command::new(env!("CARGO_BIN_EXE_atlas")).args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    };
    run(&["check".as_ref(), folder.path().as_ref()]);
    run(&["pack".as_ref(), folder.path().as_ref(), "-o".as_ref(), page.as_ref(), "--script".as_ref(), script.as_ref()]);
    assert!(std::fs::read_to_string(&page).unwrap().contains(&format!(">{letters}<")));
}

#[test]
fn what_a_cell_may_not_hold_is_refused_by_its_place() {
    let long = "я".repeat(LONGEST_TEXT + 1);
    for (cell, problem) in [
        ("a\u{0}b", "control character U+0000, expected text without it"),
        ("a\u{85}b", "control character U+0085, expected text without it"),
        ("\u{2067}a", "bidirectional control character U+2067, expected text without it"),
        ("a\u{1fffe}", "noncharacter U+1FFFE, expected text without it"),
        ("z\u{300}\u{301}\u{302}\u{303}\u{304}", "a combining mark too many, U+0304, expected at most 4 in a row"),
        (&long, "5001 letters, expected at most 5000"),
    ] {
        let folder = Folder::new().replace("sectors.csv", "Космос", cell);
        assert_eq!(folder.problems(), [format!("sectors.csv:4:name_ru: {problem}")]);
    }
    let folder = Folder::new().replace("datapackage.json", "Small", "Sm\\u202eall");
    let problem = "datapackage.json:title_en: bidirectional control character U+202E, expected text without it";
    assert_eq!(folder.problems(), [problem]);
}

/// The direction of a text from right to left ends with it, wherever it stands.
#[test]
fn a_text_from_right_to_left_is_set_apart() {
    let mut tables = tables();
    tables.sectors[0].name = Text(vec!["אנרגיה".into(), "אנרגיה".into()]);
    let page = page_of(tables);
    assert!(page.contains("<bdi>אנרגיה</bdi>") && !page.contains(">אנרגיה<button"), "{page}");
}
