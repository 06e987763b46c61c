//! What translators are told.

use super::{Compiled, File, compile};

/// Compiles an English and a Russian file; both get what each language must have.
fn compiled(english: &str, russian: &str) -> Result<Compiled, Vec<String>> {
    let file = |tag: &str, text: &str| File {
        path: format!("src/core/locale/{tag}.ftl"),
        text: format!("language-name = X\nlanguage-direction = ltr\n{text}"),
    };
    compile(&[file("ru", russian), file("en", english)])
}

fn problems(english: &str, russian: &str) -> Vec<String> {
    compiled(english, russian).err().unwrap_or_default()
}

#[test]
fn a_missing_message_is_no_error_but_is_told() {
    let compiled = compiled("a = A\nb = B\n", "a = А\n").unwrap();
    assert_eq!(compiled.untranslated, ["src/core/locale/ru.ftl: English is shown for b"]);
    assert!(compiled.rust.contains(r#", "XltrА"]"#), "{}", compiled.rust);
    assert!(compiled.rust.contains(", [1, 3, 2, 0]]"), "{}", compiled.rust);
    assert!(compiled.rust.contains("pub const B: Msg = Msg(3);"));
}

#[test]
fn every_mistake_is_told_with_its_place() {
    for (english, russian, problem) in [
        ("a = A\n", "a А\n", r#"ru.ftl:3: not Fluent syntax: Expected a token starting with "=""#),
        ("a = A\n", "a = А\n\nc = В\n", "ru.ftl:5: `c` is no message of en.ftl"),
        ("a = A\n", "a = А { $n }\n", "ru.ftl:3: `a` uses { $n }, which it does not have in en.ftl"),
        ("a = A { $n }\n", "a = А\n", "ru.ftl:3: `a` leaves out { $n }, which it has in en.ftl"),
        ("a = A\na = B\n", "a = А\n", "en.ftl:4: `a` stands twice, first in line 3"),
        ("A_a = A\n", "", "en.ftl:3: the id `A_a` has other letters than a to z, 0 to 9 and hyphens"),
        ("a = A\n  .b = B\n", "", "en.ftl:4: `a` has an attribute; the atlas reads plain messages only"),
        ("a = {\"\"}\n", "", "en.ftl:3: `a` has no text"),
        ("-a = A\n", "", "en.ftl:3: `-a` is a term; write its text out in the messages that use it"),
        ("a = { b }\n", "", "en.ftl:3: a reference to another message in braces; expected"),
        ("a = { NUMBER($n) }\n", "", "en.ftl:3: a function in braces; expected"),
        ("a = { NUMBER($n) -> \n *[other] x\n}\n", "", "en.ftl:3: a function in braces; expected"),
        ("a = A\u{7}\n", "", "en.ftl:3: a control character"),
        ("a = A {\"\\u0001\"}\n", "", "en.ftl:3: a control character"),
    ] {
        let got = problems(english, russian);
        assert!(got.iter().any(|got| got.starts_with(&format!("src/core/locale/{problem}"))), "{problem}: {got:?}");
    }
}

#[test]
fn a_plural_must_have_the_forms_of_its_language() {
    let english = "a = { $n ->\n [one] one { $n }\n *[other] many { $n }\n}\n";
    let russian = "a = { $n ->\n [one] один { $n }\n [few] два { $n }\n *[many] пять { $n }\n}\n";
    assert_eq!(problems(english, russian), [""; 0]);
    assert_eq!(
        problems(english, english),
        [
            "src/core/locale/ru.ftl:5: the form [other] of $n is never used; expected [one], [few], [many]",
            "src/core/locale/ru.ftl:3: $n lacks the form [few]; expected [one], [few], [many]",
            "src/core/locale/ru.ftl:3: $n lacks the form [many]; expected [one], [few], [many]",
        ]
    );
    let exact = "a = { $n ->\n [0] none\n [one] one\n *[other] many\n}\n";
    assert_eq!(
        problems(exact, ""),
        ["src/core/locale/en.ftl:4: the form [0] of $n is never used; expected [one], [other]"]
    );
    let nested = "a = { $n ->\n [one] x { $m ->\n  [one] a\n  *[other] b\n }\n *[other] y\n}\n";
    assert_eq!(problems(nested, ""), ["src/core/locale/en.ftl:4: a selector of $m inside another one"]);
}

#[test]
fn a_language_must_name_itself_and_english_must_be_there() {
    let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
    let unnamed = compile(&[file("src/core/locale/en.ftl", "a = A\n")]).unwrap_err();
    assert_eq!(unnamed[0], "src/core/locale/en.ftl:1: no message `language-name`; every language has its own");
    let russian = compile(&[file("src/core/locale/ru.ftl", "a = А\n")]).unwrap_err();
    assert_eq!(russian, ["src/core/locale: no en.ftl, which sets which messages there are"]);
}

#[test]
fn a_third_language_is_one_more_file() {
    let own = "language-name = X\nlanguage-direction = rtl\na = ";
    let file = |tag: &str| File { path: format!("src/core/locale/{tag}.ftl"), text: format!("{own}{tag}\n") };
    let rust = compile(&[file("th"), file("en"), file("be")]).unwrap().rust;
    assert!(rust.contains(r#"TAGS: [&str; LANGUAGES] = ["en", "be", "th"]"#), "{rust}");
    assert!(rust.contains("[|n| if n == 1 { 0 } else { 1 }, |n| if n % 10 == 1 && n % 100 != 11 { 0 }"), "{rust}");
}

#[test]
fn a_language_whose_plurals_nobody_knows_is_an_error_that_names_the_file() {
    let own = "language-name = X\nlanguage-direction = ltr\na = A\n";
    let file = |tag: &str| File { path: format!("src/core/locale/{tag}.ftl"), text: own.into() };
    let problem = "src/core/locale/tlh.ftl:1: no plural rule for the language `tlh`; \
                   expected the tag of a language that CLDR knows, such as `th` or `pt-PT`";
    assert_eq!(compile(&[file("en"), file("tlh")]).unwrap_err(), [problem]);
}

#[test]
fn line_ends_of_windows_and_a_message_over_several_lines_are_read() {
    let english = "a = { $n ->\n    [one] one\n   *[other] other\n }\nb =\n    first\n    second\n";
    let unix = compiled(english, "").unwrap().rust;
    assert_eq!(compiled(&english.replace('\n', "\r\n"), "").unwrap().rust, unix);
    assert!(unix.contains("first second"), "{unix}");
}
