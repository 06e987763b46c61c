//! Where a line of a text must not break: authors type plain spaces, which a spreadsheet shows as such.

/// Puts spaces at which no line breaks before a dash, and between a number and what it counts or dates: `5 августа`,
/// `2016 года`, `5 August`.
pub fn bind(text: &str) -> String {
    let text = text.replace(" – ", "\u{a0}– ");
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        out.push(letter);
        if letter.is_ascii_digit() && rest.peek() == Some(&' ') {
            rest.next();
            let binds = |next: &char| ('а'..='я').contains(next) || next.is_ascii_uppercase();
            out.push(if rest.peek().is_some_and(binds) { '\u{a0}' } else { ' ' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::bind;

    #[test]
    fn no_line_breaks_before_a_dash_or_within_a_date() {
        for (typed, set) in [
            ("Россия – АСЕАН", "Россия_– АСЕАН"),
            ("до 5 августа 2016 года", "до 5_августа 2016_года"),
            ("on 5 August 2016, after 2 meetings", "on 5_August 2016, after 2 meetings"),
            ("2016–2020", "2016–2020"),
            ("1 ", "1 "),
        ] {
            assert_eq!(bind(typed).replace('\u{a0}', "_"), set);
        }
    }
}
