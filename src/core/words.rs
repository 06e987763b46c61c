//! What readers see of texts: letters, and which runs of them are set apart, since they are in another language than the
//! text around them or may run in another direction.
//!
//! Owns [`Words`], which a text is from where it is put together (a message with its values, a text of the data) to where
//! `el.rs` draws it. The runs lie beside the letters, so that no letter means anything but itself. What cannot tell a
//! language, such as an attribute, takes the plain letters.

/// A text and its runs. It is one pointer, since it passes through most functions of the views, and each of them would
/// carry code that copies its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Box<Text>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Text {
    letters: String,
    /// The runs that are set apart, in the order of the letters; mostly none.
    apart: Vec<Apart>,
    /// What is marked, as where it begins and ends in bytes, in the order of the letters; mostly nothing.
    marks: Vec<(usize, usize)>,
}

/// Where a run begins and ends, in bytes, and the tag of its language.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Apart {
    start: usize,
    end: usize,
    lang: String,
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// Where it is set apart, the tag of its language; an empty one if that is the language around it.
    pub lang: Option<&'a str>,
    /// What it says.
    pub letters: &'a str,
}

impl<'a> Run<'a> {
    /// A run like what stands around the text.
    pub fn plain(letters: &'a str) -> Run<'a> {
        Run { lang: None, letters }
    }

    /// A run that is set apart.
    pub fn apart(lang: &'a str, letters: &'a str) -> Run<'a> {
        Run { lang: Some(lang), letters }
    }
}

impl Words {
    /// A text of which all is set apart.
    pub fn apart(lang: &str, letters: &str) -> Words {
        let mut words = Words::default();
        words.push(Run::apart(lang, letters));
        words
    }

    /// A text that quotes this language: what it has within `«»` or `“”` in Latin letters, unless all of it is in them.
    pub fn quoting(lang: &str, text: &str) -> Words {
        let is_latin =
            |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).all(|letter| letter < '\u{250}');
        let mut words = Words::default();
        for (index, piece) in text.split_inclusive(['«', '“']).enumerate() {
            let (inside, after) = piece.split_at(piece.find(['»', '”']).unwrap_or(0));
            let has_letters = index > 0 && inside.contains(char::is_alphabetic);
            let is_quoted = has_letters && is_latin(inside) && !is_latin(text);
            words.push(if is_quoted { Run::apart(lang, inside) } else { Run::plain(inside) });
            words.push(Run::plain(after));
        }
        words
    }

    /// Appends a run. One that goes on in the language of the run before it becomes a part of that.
    pub fn push(&mut self, run: Run) {
        let Run { lang, letters } = run;
        let text = &mut *self.0;
        let start = text.letters.len();
        if letters.is_empty() {
            return;
        }
        text.letters.push_str(letters);
        let end = text.letters.len();
        if let Some(lang) = lang {
            match text.apart.last_mut().filter(|last| last.end == start && last.lang == lang) {
                Some(last) => last.end = end,
                None => text.apart.push(Apart { start, end, lang: lang.to_owned() }),
            }
        }
    }

    /// Appends a text.
    pub fn add(&mut self, more: &Words) {
        let start = self.0.letters.len();
        more.runs().into_iter().for_each(|run| self.push(run));
        self.0.marks.extend(more.0.marks.iter().map(|(from, to)| (start + from, start + to)));
    }

    /// The text with another behind it.
    pub fn and(mut self, more: impl Into<Words>) -> Words {
        self.add(&more.into());
        self
    }

    /// Several texts with something between every two of them.
    pub fn join(texts: impl IntoIterator<Item = Words>, between: &str) -> Words {
        let mut joined = Words::default();
        for text in texts {
            if !joined.is_empty() {
                joined.push(Run::plain(between));
            }
            joined.add(&text);
        }
        joined
    }

    /// The same as a part of a sentence: with a small letter at first, unless it begins with an abbreviation or in another
    /// language than that of the page.
    pub fn lowered(mut self) -> Words {
        let text = &mut *self.0;
        let mut letters = text.letters.chars();
        let (first, second) = (letters.next().and_then(small), letters.next().and_then(small));
        if let (Some(first), None, true) = (first, second, text.apart.first().is_none_or(|run| run.start > 0)) {
            text.letters.replace_range(..first.len_utf8(), first.encode_utf8(&mut [0; 4]));
        }
        self
    }

    /// The same with a full stop, unless it ends with one, as an abbreviated word does.
    pub fn stopped(self) -> Words {
        if self.plain().ends_with('.') { self } else { self.and(".") }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.plain().is_empty()
    }

    /// The runs; together they are the whole text.
    pub fn runs(&self) -> Vec<Run<'_>> {
        let Text { letters, apart, .. } = &*self.0;
        let (mut at, mut runs) = (0, Vec::new());
        for run in apart {
            runs.extend([Run::plain(&letters[at..run.start]), Run::apart(&run.lang, &letters[run.start..run.end])]);
            at = run.end;
        }
        runs.push(Run::plain(&letters[at..]));
        runs.retain(|run| !run.letters.is_empty());
        runs
    }

    /// Marks what a search found: stretches in bytes, which may overlap, in the order of their beginnings.
    pub fn mark(&mut self, stretches: impl IntoIterator<Item = (usize, usize)>) {
        for (from, to) in stretches {
            let marks = &mut self.0.marks;
            match marks.last_mut().filter(|last| from <= last.1) {
                Some(last) => last.1 = last.1.max(to),
                None => marks.push((from, to)),
            }
        }
    }

    /// Whether something is marked.
    pub fn is_marked(&self) -> bool {
        !self.0.marks.is_empty()
    }

    /// The letters from `start` to `end` in pieces, with whether each is marked.
    pub fn pieces(&self, start: usize, end: usize) -> Vec<(&str, bool)> {
        let Text { letters, marks, .. } = &*self.0;
        let (mut at, mut pieces) = (start, Vec::new());
        for (from, to) in marks.iter().map(|(from, to)| (*from.max(&start), *to.min(&end))) {
            if from < to {
                pieces.extend([(&letters[at..from], false), (&letters[from..to], true)]);
                at = to;
            }
        }
        pieces.push((&letters[at..end], false));
        pieces.retain(|(letters, _)| !letters.is_empty());
        pieces
    }

    /// The letters alone, for what cannot tell a language.
    pub fn plain(&self) -> &str {
        &self.0.letters
    }

    /// The letters, if none of them is set apart or marked.
    pub fn only(self) -> Result<String, Words> {
        if self.0.apart.is_empty() && self.0.marks.is_empty() { Ok(self.0.letters) } else { Err(self) }
    }
}

/// The small letter to a capital one, which has as many bytes; Latin and Cyrillic, since Unicode's tables would weigh 5 kB.
fn small(capital: char) -> Option<char> {
    let step = match capital {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        _ => return None,
    };
    char::from_u32(capital as u32 + step)
}

impl From<&'static str> for Words {
    fn from(letters: &'static str) -> Words {
        letters.to_owned().into()
    }
}

impl From<String> for Words {
    fn from(letters: String) -> Words {
        Words(Box::new(Text { letters, ..Text::default() }))
    }
}

impl PartialEq<&str> for Words {
    /// Whether these are the letters, and none is set apart.
    fn eq(&self, letters: &&str) -> bool {
        self.0.apart.is_empty() && self.plain() == *letters
    }
}

#[cfg(test)]
mod tests {
    use super::{Run, Words};

    fn runs(words: &Words) -> Vec<Run<'_>> {
        words.runs()
    }

    #[test]
    fn a_run_keeps_its_language_in_whatever_is_put_together() {
        let text = Words::from("В источнике стоит «").and(Words::apart("en", "Work Program")).and("», и только.");
        let expected =
            [Run::plain("В источнике стоит «"), Run::apart("en", "Work Program"), Run::plain("», и только.")];
        assert_eq!(runs(&text), expected);
        assert_eq!(text.plain(), "В источнике стоит «Work Program», и только.");
        let text = Words::apart("pt-BR", "ver").and(Words::apart("fr", "et")).and(Words::apart("fr", " al."));
        assert_eq!(runs(&text), [Run::apart("pt-BR", "ver"), Run::apart("fr", "et al.")], "one language, one run");
    }

    #[test]
    fn a_text_of_one_language_is_one_run_and_nothing_is_none() {
        assert_eq!(runs(&"“Tigran”, 2019 – г.".into()), [Run::plain("“Tigran”, 2019 – г.")]);
        assert_eq!(runs(&Words::apart("en", "").and("").and(String::new())), []);
        assert_eq!(Words::apart("en", "a").only(), Err(Words::apart("en", "a")));
    }

    #[test]
    fn no_letter_means_anything_but_itself() {
        let all: Vec<String> =
            ('\u{0}'..='\u{10ffff}').collect::<Vec<_>>().chunks(997).map(|chunk| chunk.iter().collect()).collect();
        for letters in &all {
            assert_eq!(runs(&letters.clone().into()), [Run::plain(letters)]);
            let text = Words::from("<").and(Words::apart("en", letters)).and(">");
            assert_eq!(runs(&text), [Run::plain("<"), Run::apart("en", letters), Run::plain(">")]);
        }
    }

    #[test]
    fn marks_stay_on_their_letters_within_runs_and_beside_them() {
        let mut text = Words::from("ab ").and(Words::apart("en", "cd"));
        text.mark([(1, 2), (3, 4), (3, 5)]);
        let text = Words::from("– ").and(text);
        assert_eq!(text.plain(), "– ab cd");
        assert_eq!(text.pieces(0, 7), [("– a", false), ("b", true), (" ", false)]);
        assert_eq!(text.pieces(7, 9), [("cd", true)], "what overlaps is one mark");
        assert!(text.only().is_err());
    }

    #[test]
    fn texts_are_joined_with_their_runs() {
        let texts = [Words::from("a"), Words::apart("ru", "б"), Words::from("c")];
        assert_eq!(runs(&Words::join(texts, ", ")), [Run::plain("a, "), Run::apart("ru", "б"), Run::plain(", c")]);
        assert!(Words::join([], ", ").is_empty());
    }

    #[test]
    fn a_name_in_a_sentence_begins_with_a_small_letter_unless_it_is_an_abbreviation() {
        for (name, expected) in [
            ("Trade facilitation", "trade facilitation"),
            ("Энергетика", "энергетика"),
            ("E-commerce", "e-commerce"),
            ("«Умные» города", "«Умные» города"),
            ("ICT", "ICT"),
            ("5G", "5G"),
            ("İstanbul", "İstanbul"),
            ("", ""),
        ] {
            assert_eq!(Words::from(name).lowered(), expected);
        }
        let german = Words::apart("de", "Handel").and(" – Trade");
        assert_eq!(german.clone().lowered(), german);
        let quoted = Words::from("Named: ").and(Words::apart("de", "Handel"));
        assert_eq!(runs(&quoted.lowered()), [Run::plain("named: "), Run::apart("de", "Handel")]);
    }

    #[test]
    fn a_sentence_ends_with_one_full_stop() {
        assert_eq!(Words::from("in 2020").stopped(), "in 2020.");
        assert_eq!(Words::from("в 2020 г.").stopped(), "в 2020 г.");
    }

    #[test]
    fn a_quotation_in_other_letters_has_its_language() {
        for (text, quoted) in [
            ("В источнике сказано «SMEs», о Меморандуме – «MSMEs» (включая микропредприятия).", vec!["SMEs", "MSMEs"]),
            ("Указано «до 2025 года» («until 2025»).", vec!["until 2025"]),
            ("«2025» и ASEAN», «", vec![]),
            ("Закрыто» раньше, чем «open", vec![]),
            ("The source says “SMEs”, «MSMEs»", vec![]),
        ] {
            let words = Words::quoting("en", text);
            let found = words.runs().into_iter().filter(|run| run.lang == Some("en")).map(|run| run.letters);
            assert_eq!(found.collect::<Vec<_>>(), quoted, "{text}");
            assert_eq!(words.plain(), text);
        }
    }
}
