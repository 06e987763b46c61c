//! Bytes as printable characters of ASCII that compress almost as well as the bytes themselves.
//!
//! Base64 hides the bytes from a compressor: a module compressed first and then written as base64 costs a sixth more than
//! the module under brotli. Here every frequent byte is one character and every other one is two, so that the server's own
//! compression finds the repetitions itself and comes within 3% of the bytes. That saves readers 20 kB of the script, which
//! `cargo xtask test --only sizes` measures again. Where a server compresses nothing, the script is
//! larger than base64 of gzip would be; the README tells editors to switch compression on.
//!
//! The characters are the printable ones but `"`, `\` and `<`. Which is which depends on what the bytes are, see [`Of`].

use super::kinds;

/// The characters, in order. `host/module.js` makes the same list.
fn alphabet() -> Vec<u8> {
    (b' '..=b'~').filter(|byte| !b"\"\\<".contains(byte)).collect()
}

/// In the key, instead of a number: this character announces a pair.
const PAIR: &str = "--";

/// What the bytes are, which decides what becomes of them.
#[derive(Clone, Copy, PartialEq)]
pub enum Of {
    /// Texts among others: a byte that is a frequent character stays itself, since brotli knows many words by heart; and a
    /// frequent letter of the Cyrillic alphabet is one character, though it is two bytes.
    Texts,
    /// Code, whose bytes mean nothing as characters.
    Code,
}

/// What a character can stand for: a byte, or two of them, of which the first has been seen before the second so often that
/// the second says both: a letter from U+0400 to U+047F in UTF-8.
const LETTERS: usize = 256;

/// The numbers of bytes, and of letters if they may be one.
fn symbols(bytes: &[u8], of: Of) -> Vec<usize> {
    let (mut symbols, mut rest) = (Vec::new(), bytes);
    while let [first, behind @ ..] = rest {
        rest = behind;
        symbols.push(match (of, first, behind) {
            (Of::Texts, 0xd0 | 0xd1, [second @ 0x80..0xc0, behind @ ..]) => {
                rest = behind;
                LETTERS + usize::from(first & 1) * 64 + usize::from(second & 63)
            }
            _ => usize::from(*first),
        });
    }
    symbols
}

/// The bytes of a letter.
fn bytes(symbol: usize) -> [u8; 2] {
    [0xd0 + ((symbol - LETTERS) / 64) as u8, 0x80 + (symbol % 64) as u8]
}

/// The key and the text. The key tells for each character of the alphabet, in two digits to the base of 36, the number of what
/// it stands for; of the bytes that are left the first has the number 0 after the first announcing character, and so on.
pub fn encode(bytes_of: &[u8], of: Of) -> (String, String) {
    let alphabet = alphabet();
    let symbols = symbols(bytes_of, of);
    let mut counts = [0usize; LETTERS + 128];
    symbols.iter().for_each(|symbol| counts[*symbol] += 1);
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|symbol| core::cmp::Reverse(counts[*symbol]));
    // As few characters announce a pair as there must be; letters that are rare are two bytes.
    let (mut frequent, rest) = (1..)
        .map(|pairs| {
            let frequent = order[..alphabet.len() - pairs].to_vec();
            let rest: Vec<usize> = (0..LETTERS).filter(|byte| !frequent.contains(byte)).collect();
            (pairs, frequent, rest)
        })
        .find(|(pairs, _, rest)| rest.len() <= pairs * alphabet.len())
        .map(|(_, frequent, rest)| (frequent, rest))
        .unwrap_or_default();
    frequent.sort_unstable();
    let key: Vec<Option<usize>> = match of {
        Of::Texts => {
            let is_itself = |symbol: usize| u8::try_from(symbol).is_ok_and(|byte| alphabet.contains(&byte));
            let mut others = frequent.iter().filter(|symbol| !is_itself(**symbol));
            let itself = |code: &u8| frequent.contains(&usize::from(*code)).then_some(usize::from(*code));
            alphabet.iter().map(|code| itself(code).or_else(|| others.next().copied())).collect()
        }
        Of::Code => {
            let pair = |byte: &usize| {
                frequent.len() + rest.iter().position(|other| other == byte).unwrap_or(0) / alphabet.len()
            };
            let place = |byte: &usize| frequent.binary_search(byte).unwrap_or_else(|_| pair(byte));
            let letters = kinds::arranged(&symbols.iter().map(place).collect::<Vec<_>>(), &alphabet);
            let places = alphabet.iter().map(|code| letters.iter().position(|letter| letter == code));
            places.map(|place| frequent.get(place?).copied()).collect()
        }
    };
    let announcing: Vec<u8> =
        key.iter().zip(&alphabet).filter(|(symbol, _)| symbol.is_none()).map(|(_, code)| *code).collect();
    let mut codes: Vec<Vec<u8>> = vec![Vec::new(); counts.len()];
    for (symbol, code) in key.iter().zip(&alphabet).filter_map(|(symbol, code)| Some(((*symbol)?, code))) {
        codes[symbol] = vec![*code];
    }
    for (index, byte) in rest.iter().enumerate() {
        codes[*byte] = vec![announcing[index / alphabet.len()], alphabet[index % alphabet.len()]];
    }
    for letter in LETTERS..counts.len() {
        if codes[letter].is_empty() {
            codes[letter] = bytes(letter).iter().flat_map(|byte| codes[usize::from(*byte)].clone()).collect();
        }
    }
    let digits = |symbol: usize| [symbol / 36, symbol % 36].map(|digit| char::from_digit(digit as u32, 36));
    let key = key
        .into_iter()
        .map(|symbol| symbol.map_or(PAIR.into(), |symbol| digits(symbol).into_iter().flatten().collect::<String>()));
    let text = symbols.iter().flat_map(|symbol| &codes[*symbol]).map(|code| char::from(*code)).collect();
    (key.collect(), text)
}

/// The bytes again, as `host/module.js` finds them; `None` if the text is not one of [`encode`].
pub fn decode(key: &str, text: &str) -> Option<Vec<u8>> {
    let alphabet = alphabet();
    let singles: Vec<Option<usize>> =
        (0..key.len()).step_by(2).map(|at| usize::from_str_radix(key.get(at..at + 2)?, 36).ok()).collect();
    let rest: Vec<u8> = (0..=255).filter(|byte| !singles.contains(&Some(usize::from(*byte)))).collect();
    let mut out = Vec::new();
    let mut codes = text.bytes().map(|byte| alphabet.iter().position(|code| *code == byte));
    while let Some(code) = codes.next() {
        let code = code?;
        match *singles.get(code)? {
            Some(letter @ LETTERS..) => out.extend(bytes(letter)),
            Some(byte) => out.push(byte as u8),
            None => {
                let announcing = singles[..code].iter().filter(|single| single.is_none()).count();
                out.push(*rest.get(announcing * alphabet.len() + codes.next()??)?);
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back() {
        let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).chain(*b"\0asm\0\0\0\0\0").collect();
        let (key, text) = encode(&bytes, Of::Code);
        assert_eq!(decode(&key, &text).as_ref(), Some(&bytes));
        let (key, text) = encode(&bytes, Of::Texts);
        assert_eq!(decode(&key, &text), Some(bytes));
        // Letters, some of them too rare to be one character, and halves of letters.
        let mut words = "Россия и АСЕАН, ѿ ".repeat(9).into_bytes();
        words.extend(0..=255);
        words.extend([0xd0, 0x20, 0xd1]);
        let (key, words_text) = encode(&words, Of::Texts);
        assert_eq!(decode(&key, &words_text), Some(words));
        assert!(text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && !b"\"\\<".contains(&byte)));
    }

    #[test]
    fn a_frequent_byte_is_one_character_and_a_frequent_letter_stays() {
        assert_eq!(encode(&[0; 50], Of::Code).1.len(), 50);
        assert_eq!(encode(b"the cat and the hat\0", Of::Texts).1[..19], *"the cat and the hat");
        assert_eq!(encode("кот".repeat(50).as_bytes(), Of::Texts).1.len(), 150);
    }
}
