//! Who cooperates with whom.

use crate::sample::words::{Text, Words, id};

pub(super) const WORDS: &str = include_str!("parties.csv");

/// A partnership of two made-up parties.
pub(super) struct Partnership {
    pub id: String,
    pub name: Text,
    pub parties: [Text; 2],
}

/// So many partnerships. The first party cooperates with each of the others, as a secretariat does with its partners, then
/// the second with each after it, and so on.
pub(super) fn partnerships(number: usize) -> Vec<Partnership> {
    let parties = parties();
    let pairs = (0..parties.len()).flat_map(|one| (one + 1..parties.len()).map(move |other| [one, other]));
    let partnership = |pair: [usize; 2]| {
        let [one, other] = pair.map(|party| parties[party].clone());
        let name = [format!("{}–{}", one[0], other[0]), format!("{} – {}", one[1], other[1])];
        Partnership { id: id(&name[0]), name, parties: [one, other] }
    };
    pairs.take(number).map(partnership).collect()
}

/// Every adjective with every noun; each time round the adjectives, an adjective has its next noun.
///
/// The Russian nouns are all masculine, so that the adjectives have one form.
fn parties() -> Vec<Text> {
    let words = Words::of(WORDS);
    let (adjectives, nouns) = (words.all("adjective"), words.all("noun"));
    let party = |at: usize| {
        let adjective = &adjectives[at % adjectives.len()];
        let noun = &nouns[(at % adjectives.len() + at / adjectives.len()) % nouns.len()];
        ["en", "ru"].map(|language| format!("{} {}", adjective[language], noun[language]))
    };
    (0..adjectives.len() * nouns.len()).map(party).collect()
}
