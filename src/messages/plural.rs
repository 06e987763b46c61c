//! Plural rules for whole numbers, and the marks by which the build packs a message into one string.
//!
//! The build checks that a language has each form it needs, and writes the rule by which the run time chooses one. The rules
//! are those of CLDR, for whole numbers only: the atlas counts nothing else.
//!
//! A packed message is a format of the build and no text yet: the marks are control characters, which the build refuses in
//! what translators write, and values are put in after the marks were read.

/// Begins a placeable; its name follows.
pub const VALUE: char = '\u{1}';
/// Ends a placeable.
pub const VALUE_END: char = '\u{2}';
/// Begins a plural selector; the name of its number follows, then each form after a [`FORM`].
pub const PLURAL: char = '\u{3}';
/// Begins a form.
pub const FORM: char = '\u{4}';
/// Ends a plural selector.
pub const PLURAL_END: char = '\u{5}';

/// The marks with the names that the run time has for them.
pub const MARKS: [(&str, char); 5] =
    [("VALUE", VALUE), ("VALUE_END", VALUE_END), ("PLURAL", PLURAL), ("FORM", FORM), ("PLURAL_END", PLURAL_END)];

/// A family of languages that count alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// 1 apart from the rest: English, Kazakh, Kyrgyz and most others.
    OneOther,
    /// 0 and 1 apart from the rest: Armenian, French.
    ZeroOneOther,
    /// Russian, Belarusian, Ukrainian: 1, 21 · 2, 22 · 5, 11.
    OneFewMany,
    /// Filipino: numbers that end in 4, 6 or 9 apart from the rest.
    Filipino,
    /// One form for all: Indonesian, Malay, Thai, Vietnamese, Chinese.
    Other,
}

impl Rule {
    /// The rule of a language tag's language; [`Rule::OneOther`] where it is not known.
    pub fn of(tag: &str) -> Rule {
        match tag.split('-').next().unwrap_or(tag) {
            "ru" | "be" | "uk" => Rule::OneFewMany,
            "fr" | "hy" => Rule::ZeroOneOther,
            "fil" | "tl" => Rule::Filipino,
            "id" | "ja" | "km" | "ko" | "lo" | "ms" | "my" | "th" | "vi" | "zh" => Rule::Other,
            _ => Rule::OneOther,
        }
    }

    /// The categories that a message must have, in the order of [`Rule::form`].
    pub fn categories(self) -> &'static [&'static str] {
        match self {
            Rule::OneOther | Rule::ZeroOneOther | Rule::Filipino => &["one", "other"],
            Rule::OneFewMany => &["one", "few", "many"],
            Rule::Other => &["other"],
        }
    }

    /// Which of its forms a number takes.
    pub fn form(self, n: u32) -> usize {
        match self {
            Rule::OneOther => usize::from(n != 1),
            Rule::ZeroOneOther => usize::from(n > 1),
            Rule::Filipino => usize::from(matches!(n % 10, 4 | 6 | 9)),
            Rule::OneFewMany => match (n % 10, n % 100) {
                (_, 11..=14) => 2,
                (1, _) => 0,
                (2..=4, _) => 1,
                _ => 2,
            },
            Rule::Other => 0,
        }
    }

    /// The rule as Rust: which form a number takes.
    pub fn rust(self) -> &'static str {
        match self {
            Rule::OneOther => "|n| usize::from(n != 1)",
            Rule::ZeroOneOther => "|n| usize::from(n > 1)",
            Rule::Filipino => "|n| usize::from(matches!(n % 10, 4 | 6 | 9))",
            Rule::OneFewMany => {
                "|n| match (n % 10, n % 100) { (_, 11..=14) => 2, (1, _) => 0, (2..=4, _) => 1, _ => 2 }"
            }
            Rule::Other => "|_| 0",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    const NUMBERS: [u32; 9] = [0, 1, 2, 5, 11, 21, 22, 52, 111];

    #[test]
    fn other_families_choose_their_own_forms() {
        let forms = |tag: &str| NUMBERS.map(|n| Rule::of(tag).form(n));
        assert_eq!(forms("th"), [0; 9]);
        assert_eq!(forms("fr-CA"), [0, 0, 1, 1, 1, 1, 1, 1, 1]);
        assert_eq!(forms("kk"), [1, 0, 1, 1, 1, 1, 1, 1, 1]);
        assert_eq!([3, 4, 5, 6, 14].map(|n| Rule::of("fil").form(n)), [0, 1, 0, 1, 1]);
    }
}
