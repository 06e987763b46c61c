//! Which character stands for which byte, so that brotli guesses well what follows.
//!
//! Brotli guesses a character by the kinds of the two before it (RFC 7932, section 7.1): capital or small, vowel or not, digit,
//! one of several kinds of signs. That is made for texts; but which byte of the code is which character is ours to choose. So
//! bytes that have the same behind them become characters of one kind, which saves readers 1 kB of the script.

use std::collections::{BTreeMap, HashSet};

/// So many bytes that have stood somewhere before are taken from there, and nobody has to guess them.
const REPEATED: usize = 8;
/// A round of exchanges that saves fewer bits is the last.
const WORTH: f64 = 1000.0;

/// What brotli knows of the character before: one of fourteen kinds.
fn kind(letter: u8) -> usize {
    match letter {
        b' ' => 0,
        b'"' | b'\'' => 1,
        b'%' => 2,
        b'(' | b'<' | b'[' | b'{' => 3,
        b')' | b'>' | b']' | b'}' => 4,
        b',' | b':' | b';' => 5,
        b'.' => 6,
        b'=' => 7,
        b'0'..=b'9' => 8,
        b'A' | b'E' | b'I' | b'O' | b'U' => 9,
        b'A'..=b'Z' => 10,
        b'a' | b'e' | b'i' | b'o' | b'u' => 11,
        b'a'..=b'z' => 12,
        _ => 13,
    }
}

/// What it knows of the one before that: one of three.
fn kind_before(letter: u8) -> usize {
    match letter {
        b'0'..=b'9' | b'A'..=b'Z' => 1,
        b'a'..=b'z' => 2,
        _ => 0,
    }
}

const KINDS: usize = 14 * 3;

/// A character of the alphabet for each symbol: for the number of its place. There are as many symbols as characters.
pub fn arranged(text: &[usize], alphabet: &[u8]) -> Vec<u8> {
    let triples = triples(text);
    let mut letters = alphabet.to_vec();
    let mut guesses = Guesses { symbols: letters.len(), counts: vec![0.0; KINDS * (letters.len() + 1)] };
    for triple in &triples {
        guesses.add(triple.kinds(&letters), triple, 1.0);
    }
    loop {
        let mut saved = 0.0;
        for one in 0..letters.len() {
            for other in 0..one {
                let mut exchanged = letters.clone();
                exchanged.swap(one, other);
                let moves = triples.iter().map(|triple| (triple, triple.kinds(&letters), triple.kinds(&exchanged)));
                let moves: Vec<_> = moves.filter(|(_, from, to)| from != to).collect();
                let more: f64 = moves.iter().map(|(triple, from, to)| guesses.exchange(*from, *to, triple)).sum();
                if more < 0.0 {
                    (letters, saved) = (exchanged, saved - more);
                } else {
                    for (triple, from, to) in moves {
                        guesses.exchange(to, from, triple);
                    }
                }
            }
        }
        if saved < WORTH {
            return letters;
        }
    }
}

/// Three symbols in a row of which the last has to be guessed, and how often.
struct Triple {
    symbols: [usize; 3],
    count: f64,
}

impl Triple {
    /// What is known of the first two.
    fn kinds(&self, letters: &[u8]) -> usize {
        kind(letters[self.symbols[1]]) * 3 + kind_before(letters[self.symbols[0]])
    }
}

fn triples(text: &[usize]) -> Vec<Triple> {
    let (mut counts, mut seen): (BTreeMap<[usize; 3], f64>, HashSet<&[usize]>) = Default::default();
    let mut known = 0;
    for at in 2..text.len() {
        let start = (at + 1).saturating_sub(REPEATED);
        if at + REPEATED <= text.len() && seen.contains(&text[at..at + REPEATED]) {
            known = at + REPEATED;
        }
        seen.insert(&text[start..=at]);
        if at >= known {
            *counts.entry([text[at - 2], text[at - 1], text[at]]).or_default() += 1.0;
        }
    }
    counts.into_iter().map(|(symbols, count)| Triple { symbols, count }).collect()
}

/// How often each symbol stands behind two characters of certain kinds; and, last, how often any does.
struct Guesses {
    symbols: usize,
    counts: Vec<f64>,
}

impl Guesses {
    /// Counts a triple so many times, and tells how many bits more all symbols take.
    fn add(&mut self, kinds: usize, triple: &Triple, times: f64) -> f64 {
        let counts = &mut self.counts[kinds * (self.symbols + 1)..][..=self.symbols];
        let mut more = |at: usize, sign: f64| {
            let before = counts[at];
            counts[at] += times * triple.count;
            sign * (weight(counts[at]) - weight(before))
        };
        more(self.symbols, 1.0) + more(triple.symbols[2], -1.0)
    }

    /// Counts a triple with other kinds than before, and tells the same.
    fn exchange(&mut self, from: usize, to: usize, triple: &Triple) -> f64 {
        self.add(from, triple, -1.0) + self.add(to, triple, 1.0)
    }
}

/// A symbol that is `count` of `all` takes `log2(all / count)` bits each time: this is what the sum of these is made of.
fn weight(count: f64) -> f64 {
    if count > 0.0 { count * count.log2() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_the_same_behind_it_becomes_of_one_kind() {
        // Even symbols are followed by 8 or by 9, which nobody can tell from another; odd ones by 0 to 7.
        let mut text = Vec::new();
        let mut number = 1_usize;
        for _ in 0..20_000 {
            number = number * 1_103_515_245 % 2_147_483_648 + 12_345;
            let before = text.last().map_or(0, |last: &usize| last % 2);
            text.push(if before == 0 { 8 + number / 64 % 2 } else { number / 64 % 8 });
        }
        let letters = arranged(&text, b"aAbBcCdDeE");
        let kinds = |symbols: [usize; 5]| symbols.map(|symbol| letters[symbol].is_ascii_lowercase());
        let [even, odd] = [kinds([0, 2, 4, 6, 8]), kinds([1, 3, 5, 7, 9])];
        assert!(even.iter().all(|is| *is == even[0]) && odd.iter().all(|is| *is != even[0]), "{even:?} {odd:?}");
    }
}
