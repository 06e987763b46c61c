//! The two languages in the data, and where words of the interface may stand.
//!
//! The interface's own texts are tested beside them (`src/core/locale/tests.rs`).

use crate::sources::{root, sources};
use atlas::dataset;

/// Latin words within Russian texts of the data, besides what stands in quotation marks: how the source writes it.
const LATIN_IN_RUSSIAN: [&str; 0] = [];

/// Every text of the tables in a language: table, row, column, text.
fn texts(language: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(root().join("src/data")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "csv") {
            continue;
        }
        let mut table = csv::Reader::from_path(&path).unwrap();
        let heads = table.headers().unwrap().clone();
        for (row, record) in table.records().enumerate() {
            let record = record.unwrap();
            for (head, cell) in heads.iter().zip(&record).filter(|(head, _)| head.ends_with(&format!("_{language}"))) {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                all.push((format!("{name}:{}:{head}", row + 2), cell.to_owned()));
            }
        }
    }
    assert!(all.len() > 100, "only {} texts read", all.len());
    all
}

/// A text without what it quotes in Latin letters.
fn without_quotes(text: &str) -> String {
    let mut out = String::new();
    for piece in text.split('«') {
        match piece.split_once('»') {
            Some((quoted, rest)) if quoted.is_ascii() => out.push_str(rest),
            _ => out.push_str(piece),
        }
    }
    out
}

#[test]
fn no_latin_word_stands_in_russian_texts_of_the_data_but_what_they_quote() {
    for (place, text) in texts("ru") {
        let text = without_quotes(&text);
        let mut words = text.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty());
        assert_eq!(words.find(|word| !LATIN_IN_RUSSIAN.contains(word)), None, "{place}: {text}");
    }
}

#[test]
fn no_cyrillic_letter_stands_in_english_texts_of_the_data() {
    for (place, text) in texts("en") {
        assert!(!text.chars().any(|letter| ('\u{400}'..='\u{52f}').contains(&letter)), "{place}: {text}");
    }
}

#[test]
fn russian_texts_of_the_data_have_russian_quotes_and_dashes() {
    for (place, text) in texts("ru") {
        assert!(!text.contains(['"', '“', '”', '—', '\'']), "{place}: {text}");
        assert!(!text.contains(" - "), "{place}: a hyphen for a dash: {text}");
        assert_eq!(text.matches('«').count(), text.matches('»').count(), "{place}: {text}");
    }
}

#[test]
fn texts_of_the_data_break_no_line_before_a_dash_or_within_a_date() {
    let data = dataset::read(&root().join("src/data")).unwrap();
    let all = format!("{:?}", data.tables());
    assert!(!all.contains(" – "), "a plain space before a dash");
    let letters: Vec<char> = all.chars().collect();
    for at in letters.windows(3) {
        let broken = at[0].is_ascii_digit() && at[1] == ' ' && ('а'..='я').contains(&at[2]);
        assert!(!broken, "a plain space after a number: {at:?}");
    }
}

/// What reaches the markup: the views, and what they call for words.
const VIEWS: [&str; 14] = [
    "acts.rs",
    "app.rs",
    "compare.rs",
    "details/",
    "el.rs",
    "embed.rs",
    "filters/",
    "host/",
    "known_bar.rs",
    "matrix/",
    "sentence.rs",
    "time_row.rs",
    "timeline/",
    "view.rs",
];

/// What else begins with a capital letter or holds a space: names of keys, and an error that no reader sees.
const NO_WORDS: [&str; 11] = [
    "Enter",
    "Escape",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "crashed: no document",
];

/// The string literals of a piece of code with their lines, tests and comments left out.
fn literals(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.contains("#[cfg(test)]") || line.starts_with("mod tests") {
            break;
        }
        let code = line.split_once("// ").map_or(line, |(code, _)| code);
        if code.trim_start().starts_with("//") || code.contains("reason =") {
            continue;
        }
        let pieces: Vec<&str> = code.split('"').collect();
        found.extend(pieces.iter().skip(1).step_by(2).map(|piece| (index + 1, (*piece).to_owned())));
    }
    found
}

/// Whether a literal reads like words for a reader, and not like a name in code, a class or a selector.
fn reads_like_words(literal: &str) -> bool {
    let in_code = literal.contains(['.', '[', '#', '{', '=', '/', '-', '%', '>', '_']) && literal.is_ascii();
    let capital = literal.starts_with(|letter: char| letter.is_uppercase())
        && literal.chars().nth(1).is_some_and(char::is_lowercase);
    let foreign = literal.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    foreign || (capital && !in_code)
}

/// Words that are handed to what shows them, however they read.
fn shown(line: &str) -> Option<&str> {
    let calls = [".text(\"", "hidden(\"", "\"title\", \"", "\"aria-label\", \"", "\"placeholder\", \"", "\"alt\", \""];
    let (_, rest) = calls.iter().find_map(|call| line.split_once(call))?;
    let words = rest.split('"').next()?;
    words.chars().any(char::is_alphabetic).then_some(words)
}

fn words_in(name: &str, text: &str) -> Vec<String> {
    let found = literals(text)
        .into_iter()
        .filter(|(_, literal)| reads_like_words(literal) && !NO_WORDS.contains(&literal.as_str()));
    let mut all: Vec<String> = found.map(|(line, literal)| format!("src/{name}:{line}: {literal:?}")).collect();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    all.extend(lines.filter_map(|(index, line)| Some(format!("src/{name}:{}: {:?}", index + 1, shown(line)?))));
    all
}

#[test]
fn no_word_of_the_interface_stands_anywhere_but_in_the_translators_files() {
    let mut found = Vec::new();
    for (name, text) in sources() {
        if VIEWS.iter().any(|view| name.starts_with(view)) {
            found.extend(words_in(&name, &text));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_word_in_the_code_is_found() {
    assert_eq!(words_in("a.rs", "let a = el(\"p\").text(\"none\");"), ["src/a.rs:1: \"none\""]);
    assert_eq!(words_in("a.rs", "let name = \"Нет\";"), ["src/a.rs:1: \"Нет\""]);
    assert_eq!(words_in("a.rs", "let name = \"Show more\";"), ["src/a.rs:1: \"Show more\""]);
    assert_eq!(words_in("a.rs", "/// \"Show more\"\nlet class = \"cell covered\";"), [""; 0]);
}
