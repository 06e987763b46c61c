//! The known word that a mistyped one is nearest to.

/// The nearest of `known` by edit distance, of equals the first in alphabetical order.
pub(super) fn nearest<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let given: Vec<char> = given.to_lowercase().chars().collect();
    known.map(|word| (distance(&given, word), word)).min().map(|(_, word)| word)
}

/// How many letters must be put in, taken out or replaced to make one word of the other (Levenshtein).
pub(super) fn distance(given: &[char], word: &str) -> usize {
    let mut row: Vec<usize> = (0..=given.len()).collect();
    for (line, letter) in word.chars().enumerate() {
        let mut diagonal = line;
        row[0] = line + 1;
        for (column, other) in given.iter().enumerate() {
            let replaced = diagonal + usize::from(*other != letter);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[given.len()]
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

    #[test]
    fn distance_counts_edits() {
        let letters: Vec<char> = "kitten".chars().collect();
        assert_eq!(distance(&letters, "sitting"), 3);
        assert_eq!(distance(&letters, ""), 6);
    }
}
