//! Runs of another language within a text: a name that has no translation, a quotation.
//!
//! A text is put together from pieces long before it is drawn, so a run carries its language with it, between letters that
//! no script has (Unicode's private use). Where the text is drawn, it becomes an element with `lang`, see `el.rs`.

const BEGIN: char = '\u{e000}';
const WORDS: char = '\u{e001}';
const END: char = '\u{e002}';

/// A text as a run of the language with this tag.
pub fn mark(tag: &str, text: &str) -> String {
    let mut out = String::from(BEGIN);
    out.push_str(tag);
    out.push(WORDS);
    out.push_str(text);
    out.push(END);
    out
}

/// Whether there are runs in a text.
pub fn is_marked(text: &str) -> bool {
    // The byte with which letters of private use begin, and no letter of any script.
    text.as_bytes().contains(&0xee)
}

/// The pieces of a text, each with the tag of its language; the tag is empty where it is that of what stands around the
/// text. There is no run within a run.
pub fn runs(text: &str) -> Vec<(&str, &str)> {
    let mut runs = Vec::new();
    for piece in text.split(END) {
        let (around, run) = piece.split_once(BEGIN).unwrap_or((piece, ""));
        for run in [("", around), run.split_once(WORDS).unwrap_or_default()] {
            if !run.1.is_empty() {
                runs.push(run);
            }
        }
    }
    runs
}

/// A text without the marks: for attributes, and for whatever cannot say a language.
pub fn plain(text: &str) -> String {
    runs(text).into_iter().map(|(_, words)| words).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_marked, mark, plain, runs};

    #[test]
    fn a_run_carries_its_language_through_whatever_is_put_together() {
        let text = ["В источнике стоит «", &mark("en", "Work Program"), "», и только."].concat();
        assert_eq!(runs(&text), [("", "В источнике стоит «"), ("en", "Work Program"), ("", "», и только.")]);
        assert_eq!(plain(&text), "В источнике стоит «Work Program», и только.");
        assert!(is_marked(&text) && !is_marked(&plain(&text)));
        let text = [mark("pt-BR", "ver"), mark("fr", "et")].concat();
        assert_eq!(runs(&text), [("pt-BR", "ver"), ("fr", "et")]);
    }

    #[test]
    fn a_text_of_one_language_is_one_piece() {
        assert_eq!(runs("“Tigran”, 2019 – г."), [("", "“Tigran”, 2019 – г.")]);
        assert_eq!(runs(""), []);
    }
}
