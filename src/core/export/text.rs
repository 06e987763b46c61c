//! How exports put texts together: one function each for what all forms do, since each copy of it is loaded by every reader.

/// Appends texts.
#[inline(never)]
pub(super) fn put(out: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| out.push_str(part));
}

/// Those texts that are not empty, with something between every two of them.
#[inline(never)]
pub(super) fn joined(parts: &[&str], between: &str) -> String {
    let mut out = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let before = if out.is_empty() { "" } else { between };
        put(&mut out, &[before, part]);
    }
    out
}

/// Appends so many digits of a number, sixteen to the place.
#[inline(never)]
pub(super) fn hex(out: &mut String, number: u32, digits: u32) {
    for digit in (0..digits).rev() {
        out.push(char::from(b"0123456789abcdef"[(number >> (digit * 4) & 15) as usize]));
    }
}

/// A text in which some letters are written otherwise: each of these, and what stands in its place, with tabs between them.
#[inline(never)]
pub(super) fn respelt(text: &str, spellings: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match spellings.split('\t').find_map(|spelling| spelling.strip_prefix(letter)) {
            Some(spelling) => out.push_str(spelling),
            None => out.push(letter),
        }
    }
    out
}

/// A text in which one space stands for all that is space between two words, and nothing for what is at its ends.
#[inline(never)]
pub(super) fn squeezed(text: &str, is_space: fn(char) -> bool) -> String {
    let (mut out, mut is_between) = (String::new(), false);
    for letter in text.chars() {
        if is_space(letter) {
            is_between = !out.is_empty();
            continue;
        }
        if is_between {
            out.push(' ');
        }
        is_between = false;
        out.push(letter);
    }
    out
}
