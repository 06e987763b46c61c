//! The known word that a mistyped one is nearest to.

use strsim::levenshtein;

/// The nearest of `known` by edit distance, of equals the first in alphabetical order.
pub(super) fn nearest<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let given = given.to_lowercase();
    known.map(|word| (levenshtein(&given, word), word)).min().map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_find_the_word_that_was_meant() {
        let known = ["covered", "named-area", "sectoral", "exploring"];
        for (given, meant) in
            [("coverd", "covered"), ("Named area", "named-area"), ("sectorial", "sectoral"), ("explroing", "exploring")]
        {
            assert_eq!(nearest(given, known.into_iter()), Some(meant));
        }
        assert_eq!(nearest("anything", [].into_iter()), None);
    }
}
