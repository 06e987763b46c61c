//! What a typesetter does to the texts of the tables: where a line must not break, since authors type plain spaces, which
//! a spreadsheet shows as such.

/// Puts spaces at which no line breaks before a dash, between a number and what it counts or dates, and, in Cyrillic,
/// after a word of one letter: `5 августа`, `2016 года`, `5 August`, `с Россией`.
pub fn bind(text: &str) -> String {
    let dashed;
    let text = match text.contains(" – ") {
        true => {
            dashed = text.replace(" – ", "\u{a0}– ");
            &dashed
        }
        false => text,
    };
    let mut out = String::with_capacity(text.len() + 8);
    let mut done = 0;
    for (at, _) in text.match_indices(' ') {
        let mut before = text[..at].chars().rev();
        let last = before.next().unwrap_or(' ');
        let binds = match last {
            letter if LETTERS.contains(&letter) => !before.next().is_some_and(is_in_word),
            '0'..='9' => text[at + 1..].starts_with(|next: char| CYRILLIC.contains(&next) || next.is_ascii_uppercase()),
            _ => false,
        };
        if binds {
            out.push_str(&text[done..at]);
            out.push('\u{a0}');
            done = at + 1;
        }
    }
    out.push_str(&text[done..]);
    out
}

fn is_in_word(letter: char) -> bool {
    LETTERS.contains(&letter) || letter == '-' || letter.is_alphanumeric()
}

/// Letters in both cases, and small ones.
const LETTERS: std::ops::RangeInclusive<char> = 'А'..='я';
const CYRILLIC: std::ops::RangeInclusive<char> = 'а'..='я';

#[cfg(test)]
mod tests {
    use super::bind;

    #[test]
    fn no_line_breaks_before_a_dash_within_a_date_or_after_a_preposition() {
        for (typed, set) in [
            ("Россия – АСЕАН", "Россия_– АСЕАН"),
            ("до 5 августа 2016 года", "до 5_августа 2016_года"),
            ("on 5 August 2016, after 2 meetings", "on 5_August 2016, after 2 meetings"),
            ("2016–2020", "2016–2020"),
            ("1 ", "1 "),
            ("С Россией и с Союзом, «о мире» 2-м и 3", "С_Россией и_с_Союзом, «о_мире» 2-м и_3"),
            ("a plan", "a plan"),
        ] {
            assert_eq!(bind(typed).replace('\u{a0}', "_"), set);
        }
    }
}
