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

/// How many characters announce a pair.
const PAIRS: usize = 2;

/// In the key, instead of a byte: this character announces a pair.
const PAIR: &str = "--";

/// What the bytes are, which decides what becomes of them.
#[derive(Clone, Copy, PartialEq)]
pub enum Of {
    /// Texts among others: a byte that is a frequent character stays itself, since brotli knows many words by heart.
    Texts,
    /// Code, whose bytes mean nothing as characters.
    Code,
}

/// The key and the text. The key tells for each character of the alphabet, in two hexadecimal digits, the byte that it
/// stands for; of those that are left the first has the number 0 after the first announcing character, and so on.
pub fn encode(bytes: &[u8], of: Of) -> (String, String) {
    let alphabet = alphabet();
    let mut counts = [0usize; 256];
    bytes.iter().for_each(|byte| counts[usize::from(*byte)] += 1);
    let mut order: Vec<u8> = (0..=255).collect();
    order.sort_by_key(|byte| core::cmp::Reverse(counts[usize::from(*byte)]));
    let (frequent, rest) = order.split_at_mut(alphabet.len() - PAIRS);
    frequent.sort_unstable();
    rest.sort_unstable();
    let key: Vec<Option<u8>> = match of {
        Of::Texts => {
            let mut others = frequent.iter().filter(|byte| !alphabet.contains(byte));
            let itself = |code: &u8| frequent.contains(code).then_some(*code);
            alphabet.iter().map(|code| itself(code).or_else(|| others.next().copied())).collect()
        }
        Of::Code => {
            let pair =
                |byte: &u8| frequent.len() + rest.iter().position(|other| other == byte).unwrap_or(0) / alphabet.len();
            let symbol = |byte: &u8| frequent.binary_search(byte).unwrap_or_else(|_| pair(byte));
            let letters = kinds::arranged(&bytes.iter().map(symbol).collect::<Vec<_>>(), &alphabet);
            let symbols = alphabet.iter().map(|code| letters.iter().position(|letter| letter == code));
            symbols.map(|symbol| frequent.get(symbol?).copied()).collect()
        }
    };
    let announcing: Vec<u8> =
        key.iter().zip(&alphabet).filter(|(byte, _)| byte.is_none()).map(|(_, code)| *code).collect();
    let mut codes: Vec<Vec<u8>> = vec![Vec::new(); 256];
    for (byte, code) in key.iter().zip(&alphabet).filter_map(|(byte, code)| Some((byte.as_ref()?, code))) {
        codes[usize::from(*byte)] = vec![*code];
    }
    for (index, byte) in rest.iter().enumerate() {
        codes[usize::from(*byte)] = vec![announcing[index / alphabet.len()], alphabet[index % alphabet.len()]];
    }
    let key = key.into_iter().map(|byte| byte.map_or(PAIR.into(), |byte| format!("{byte:02x}"))).collect();
    let text = bytes.iter().flat_map(|byte| &codes[usize::from(*byte)]).map(|code| char::from(*code)).collect();
    (key, text)
}

/// The bytes again, as `host/module.js` finds them; `None` if the text is not one of [`encode`].
pub fn decode(key: &str, text: &str) -> Option<Vec<u8>> {
    let alphabet = alphabet();
    let singles: Vec<Option<u8>> =
        (0..key.len()).step_by(2).map(|at| u8::from_str_radix(key.get(at..at + 2)?, 16).ok()).collect();
    let rest: Vec<u8> = (0..=255).filter(|byte| !singles.contains(&Some(*byte))).collect();
    let mut out = Vec::new();
    let mut codes = text.bytes().map(|byte| alphabet.iter().position(|code| *code == byte));
    while let Some(code) = codes.next() {
        let code = code?;
        out.push(match *singles.get(code)? {
            Some(single) => single,
            None => {
                let announcing = singles[..code].iter().filter(|single| single.is_none()).count();
                *rest.get(announcing * alphabet.len() + codes.next()??)?
            }
        });
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
        assert!(text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && !b"\"\\<".contains(&byte)));
    }

    #[test]
    fn a_frequent_byte_is_one_character_and_a_frequent_letter_stays() {
        assert_eq!(encode(&[0; 50], Of::Code).1.len(), 50);
        assert_eq!(encode(b"the cat and the hat\0", Of::Texts).1[..19], *"the cat and the hat");
    }
}
