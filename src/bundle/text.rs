//! Bytes as printable ASCII that compresses almost as well as the bytes themselves.
//!
//! Base64 hides the bytes from a compressor: a module compressed first and then written as base64 costs a sixth more
//! than the module under brotli. Here every frequent byte is one character and every other one is two, so that the
//! server's own compression finds the repetitions itself and comes within 4% of the module. Where a server compresses
//! nothing, the script is larger than base64 of gzip would be; the README tells editors to switch compression on.
//!
//! The characters are the printable ones but `"`, `\` and `<`. The first two of them announce a pair.

/// The characters, in order. `element.js` makes the same list.
pub fn alphabet() -> Vec<u8> {
    (b' '..=b'~').filter(|byte| !b"\"\\<".contains(byte)).collect()
}

/// How many characters announce a pair.
const PAIRS: usize = 2;

/// The bytes that are written as one character (as hexadecimal digits, in the order of their characters), and the text.
pub fn encode(bytes: &[u8]) -> (String, String) {
    let alphabet = alphabet();
    let mut counts = [0usize; 256];
    bytes.iter().for_each(|byte| counts[usize::from(*byte)] += 1);
    let mut order: Vec<u8> = (0..=255).collect();
    order.sort_by_key(|byte| core::cmp::Reverse(counts[usize::from(*byte)]));
    let (frequent, rest) = order.split_at_mut(alphabet.len() - PAIRS);
    frequent.sort_unstable();
    rest.sort_unstable();
    let mut codes: Vec<Vec<u8>> = vec![Vec::new(); 256];
    for (byte, code) in frequent.iter().zip(&alphabet[PAIRS..]) {
        codes[usize::from(*byte)] = vec![*code];
    }
    for (index, byte) in rest.iter().enumerate() {
        codes[usize::from(*byte)] = vec![alphabet[index / alphabet.len()], alphabet[index % alphabet.len()]];
    }
    let key = frequent.iter().map(|byte| format!("{byte:02x}")).collect();
    let text = bytes.iter().flat_map(|byte| &codes[usize::from(*byte)]).map(|code| char::from(*code)).collect();
    (key, text)
}

/// The bytes again, as `element.js` finds them; `None` if the text is not one of [`encode`].
pub fn decode(key: &str, text: &str) -> Option<Vec<u8>> {
    let alphabet = alphabet();
    let digits = |at: usize| u8::from_str_radix(key.get(at..at + 2)?, 16).ok();
    let frequent: Vec<u8> = (0..key.len()).step_by(2).map(digits).collect::<Option<_>>()?;
    let rest: Vec<u8> = (0..=255).filter(|byte| !frequent.contains(byte)).collect();
    let mut out = Vec::new();
    let mut codes = text.bytes().map(|byte| alphabet.iter().position(|code| *code == byte));
    while let Some(code) = codes.next() {
        let code = code?;
        out.push(match code.checked_sub(PAIRS) {
            Some(single) => *frequent.get(single)?,
            None => *rest.get(code * alphabet.len() + codes.next()??)?,
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
        let (key, text) = encode(&bytes);
        assert_eq!(decode(&key, &text), Some(bytes));
        assert!(text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && !b"\"\\<".contains(&byte)));
    }

    #[test]
    fn a_frequent_byte_is_one_character() {
        assert_eq!(encode(&[0; 50]).1.len(), 50);
    }
}
