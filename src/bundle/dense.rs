//! Bytes that do not compress, as printable ASCII: 13 bits in two characters, 1.23 characters a byte; base64 takes 1.33.
//!
//! For the single file, whose script is compressed already. `host/loader.js` reads it, `host/element.js` writes it too.
//! The characters are those of [`super::text`], which can neither end a `<script>` nor a string.

use super::text::alphabet;

const BITS: u32 = 13;

/// The number of bytes, a colon, and the bytes.
pub fn encode(bytes: &[u8]) -> String {
    let digits = alphabet();
    let mut out = format!("{}:", bytes.len());
    let (mut held, mut bits) = (0usize, 0);
    let mut put = |value: usize| {
        out.push(char::from(digits[value / digits.len()]));
        out.push(char::from(digits[value % digits.len()]));
    };
    for byte in bytes {
        held |= usize::from(*byte) << bits;
        bits += 8;
        if bits >= BITS {
            put(held & 0x1fff);
            held >>= BITS;
            bits -= BITS;
        }
    }
    if bits > 0 {
        put(held);
    }
    out
}

/// The bytes again, as `loader.js` finds them; `None` if the text is not one of [`encode`].
#[cfg(test)]
fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = alphabet();
    let (length, text) = text.split_once(':')?;
    let value = |code: &u8| digits.iter().position(|digit| digit == code);
    let (mut held, mut bits) = (0usize, 0);
    let mut out = Vec::new();
    for pair in text.as_bytes().chunks(2) {
        held |= (value(&pair[0])? * digits.len() + value(pair.get(1)?)?) << bits;
        bits += BITS;
        while bits > 7 {
            out.push((held & 0xff) as u8);
            held >>= 8;
            bits -= 8;
        }
    }
    out.truncate(length.parse().ok()?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back_whatever_the_length() {
        for length in 0..40 {
            let bytes: Vec<u8> = (0..length).map(|i| (i * 37 + 200) as u8).collect();
            let text = encode(&bytes);
            assert_eq!(decode(&text), Some(bytes));
            assert!(text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && !b"\"\\<".contains(&byte)));
        }
    }

    #[test]
    fn it_takes_sixteen_characters_for_thirteen_bytes() {
        assert_eq!(encode(&[255; 1300]).len(), "1300:".len() + 1600);
    }
}
