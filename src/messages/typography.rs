//! What a typesetter does to the texts of the tables: where a line must not break, since authors type plain spaces, which
//! a spreadsheet shows as such.

/// Puts spaces at which no line breaks before a dash, between a number and what it counts or dates, and, in Cyrillic,
/// after a word of one letter: `5 августа`, `2016 года`, `5 August`, `с Россией`.
pub fn bind(text: &str) -> String {
    let text = text.replace(" – ", "\u{a0}– ");
    let mut out = String::with_capacity(text.len() + 8);
    let mut is_in_word = false;
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        out.push(letter);
        let is_word = !is_in_word && CYRILLIC.contains(&letter.to_lowercase().next().unwrap_or(letter));
        is_in_word = letter.is_alphanumeric() || letter == '-';
        if rest.peek() == Some(&' ') && (is_word || letter.is_ascii_digit()) {
            rest.next();
            let is_counted = |next: &char| CYRILLIC.contains(next) || next.is_ascii_uppercase();
            out.push(if is_word || rest.peek().is_some_and(is_counted) { '\u{a0}' } else { ' ' });
            is_in_word = false;
        }
    }
    out
}

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
