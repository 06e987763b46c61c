//! A language that nobody speaks, made from English: accents on all vowels, 40% longer, written from right to left. For tests alone: what a reader
//! of it sees without accents is no text of the translators' files or of the tables, and what is cut has too little room.
//!
//! The build adds it where [`VARIABLE`] is set, as translators would: one file of messages, and one more column for
//! each text of the tables, which `atlas_dataset::pseudo` makes.

/// The variable of the environment by which a build has it.
pub const VARIABLE: &str = "ATLAS_PSEUDO";

/// Its tag.
pub const TAG: &str = "qps";

/// A text in it. What stands in braces is the program's, and stays.
pub fn text(english: &str) -> String {
    let mut out = String::with_capacity(english.len() * 2);
    let mut debt = 0.0;
    for (index, piece) in english.split_inclusive(['{', '}']).enumerate() {
        if piece.ends_with('}') && index > 0 {
            out.push_str(piece);
            continue;
        }
        for word in piece.split_inclusive(|letter: char| !letter.is_alphabetic() && letter != '\u{ad}') {
            out.extend(word.chars().map(accented));
            let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
            debt += 0.4 * letters as f64;
            let ending = out.pop().filter(|last| !last.is_alphabetic());
            let last = if ending.is_none() { word.chars().last().map(accented) } else { None };
            out.extend(last);
            // Longer words, not one long one: that is how languages differ.
            while debt >= 1.0 && letters > 2 {
                out.push('ö');
                debt -= 1.0;
            }
            out.extend(ending);
        }
    }
    out
}

fn accented(letter: char) -> char {
    let mut vowels = "aeiouAEIOU".chars().zip("áéíóúÁÉÍÓÚ".chars());
    vowels.find(|(plain, _)| *plain == letter).map_or(letter, |(_, accented)| accented)
}

/// The English file of messages in it.
pub fn messages(english: &str) -> String {
    let mut out = String::new();
    for line in english.lines() {
        let inner = line.trim_start();
        if inner.starts_with("language-direction") {
            out.push_str("language-direction = rtl\n");
            continue;
        }
        let kept = inner.starts_with(['#', '{']) || inner.is_empty();
        let value = match inner.split_once(']') {
            _ if kept => line.len(),
            // What stands behind the variants of a number.
            _ if inner.starts_with('}') => line.len() - inner.len() + 1,
            Some((_, rest)) if inner.starts_with(['[', '*']) => line.len() - rest.len(),
            _ => line.find('=').map_or(0, |at| at + 1),
        };
        out.push_str(&line[..value]);
        out.push_str(&text(&line[value..]));
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_get_accents_and_forty_per_cent_more_but_what_is_in_braces_stays() {
        assert_eq!(text("Remove filter { $what }"), "Rémóvéöö fíltéröö { $what }");
        assert_eq!(text("{ $n } sectors"), "{ $n } séctórsöö");
        assert_eq!(text("a, b"), "á, b");
        let long = "The instrument names the sector as an area in which cooperation may develop.";
        let grown = text(long).chars().count() as f64 / long.chars().count() as f64;
        assert!((1.3..1.45).contains(&grown), "{grown}");
    }

    #[test]
    fn messages_keep_their_ids_forms_and_comments() {
        let english = "# A comment\ncount =\n    { $n ->\n        [one] { $n } event\n       *[other] { $n } events\n    } here\nlanguage-direction = ltr\n";
        let expected = "# A comment\ncount =\n    { $n ->\n        [one] { $n } événtöö\n       *[other] { $n } événtsöö\n    } héréö\nlanguage-direction = rtl\n";
        assert_eq!(messages(english), expected);
    }
}
