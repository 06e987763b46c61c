//! Plural rules for whole numbers, and the marks by which the build packs a message into one string.
//!
//! Shared by the build, which checks that a language has each form it needs, and the run time, which chooses one.
//! The rules are those of CLDR, for whole numbers only: the atlas counts nothing else.
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
}
