//! Words as a search sees them: case and accents ignored.
//!
//! Written by hand for the Latin (with Vietnamese) and Cyrillic letters of the region: Unicode's own tables would
//! weigh more than the whole search.

/// Base letters of U+00C0 to U+017F; `-` keeps the character.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Base letters of U+1EA0 to U+1EF9, a pair (capital and small) each: Vietnamese.
const VIETNAMESE: &[u8; 45] = b"aaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy";

/// The character in lower case and without accents; `None` for a combining accent, which disappears.
fn fold(c: char) -> Option<char> {
    let code = c as usize;
    Some(match code {
        0x41..=0x5A => c.to_ascii_lowercase(),
        0xC0..=0x17F => match LATIN[code - 0xC0] {
            b'-' => c,
            base => char::from(base),
        },
        0x1A0 | 0x1A1 => 'o',
        0x1AF | 0x1B0 => 'u',
        0x300..=0x36F => return None,
        // Cyrillic: Ѐ to Џ lie 80 below ѐ to џ, А to Я lie 32 below а to я; ё counts as е, й as и.
        0x400..=0x40F => return fold(char::from_u32(code as u32 + 80)?),
        0x410..=0x42F => return fold(char::from_u32(code as u32 + 32)?),
        0x451 => 'е',
        0x439 => 'и',
        0x1EA0..=0x1EF9 => char::from(VIETNAMESE[(code - 0x1EA0) / 2]),
        _ => c,
    })
}

/// Whether a character belongs to a word.
fn in_word(c: char) -> bool {
    let code = c as u32;
    if code < 0x80 {
        c.is_ascii_alphanumeric()
    } else {
        code >= 0xC0 && !(0x2000..0x2C00).contains(&code) && !(0x3000..0x3005).contains(&code)
    }
}

/// Calls `found` with each folded word of a text. `buffer` is scratch space.
///
/// A hyphenated word is found as its parts and as a whole: "e-commerce" is `e`, `commerce` and `ecommerce`.
pub fn words(text: &str, buffer: &mut String, mut found: impl FnMut(&str)) {
    spans(text, buffer, |word, _| found(word));
}

/// The same, with where in the text each word begins and ends, in bytes.
pub fn spans(text: &str, buffer: &mut String, mut found: impl FnMut(&str, (usize, usize))) {
    let span = |part: &str| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        (start, start + part.len())
    };
    for run in text.split(|c: char| !in_word(c) && c != '-' && c != '\u{2011}') {
        let mut parts = 0;
        for part in run.split(['-', '\u{2011}']).filter(|part| !part.is_empty()) {
            fold_into(part, buffer);
            found(buffer, span(part));
            parts += 1;
        }
        if parts > 1 {
            fold_into(run, buffer);
            found(buffer, span(run));
        }
    }
}

/// The folded words of a text, a space after each: what texts are put into the order of the alphabet by.
pub fn folded(text: &str) -> String {
    let mut all = String::new();
    words(text, &mut String::new(), |word| {
        all.push_str(word);
        all.push(' ');
    });
    all
}

fn fold_into(text: &str, buffer: &mut String) {
    buffer.clear();
    buffer.extend(text.chars().filter(|c| in_word(*c)).filter_map(fold));
}

#[cfg(test)]
mod tests {
    fn folded(text: &str) -> Vec<String> {
        super::folded(text).split_terminator(' ').map(str::to_owned).collect()
    }

    #[test]
    fn case_and_accents_are_ignored() {
        assert_eq!(
            folded("Économie ŒUVRE Łódź Việt Nam, Đà Nẵng"),
            ["economie", "ouvre", "lodz", "viet", "nam", "da", "nang"]
        );
        assert_eq!(folded("ЁЛКА Йод ЂАК"), ["елка", "иод", "ђак"]);
        assert_eq!(folded("cafe\u{301}"), ["cafe"]);
        assert_eq!(folded("ƠƯ ỹ Ỹ Straße ž"), ["ou", "y", "y", "strase", "z"]);
    }

    #[test]
    fn words_end_at_punctuation_of_any_kind() {
        assert_eq!(folded("«умные» города — 2016–2020 гг."), ["умные", "города", "2016", "2020", "гг"]);
        assert_eq!(folded(" , ; "), Vec::<String>::new());
    }

    #[test]
    fn a_hyphenated_word_is_found_in_parts_and_whole() {
        assert_eq!(folded("E-commerce"), ["e", "commerce", "ecommerce"]);
        assert_eq!(folded("- dash"), ["dash"]);
    }
}
