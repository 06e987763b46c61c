//! Every word of the interface, in every language, and how numbers, dates and names are written.
//!
//! Owns the translators' files (`en.ftl`, `ru.ftl`), which `src/messages` compiles at build time, and dates in words. The
//! texts of the data come with the dataset.
//!
//! - A message is a constant of [`msg`], named as in the files: `filter-clear` is [`msg::FILTER_CLEAR`].
//! - To add a message, add it to `en.ftl` and to every other file. What a file lacks is shown in English, and the
//!   build warns of it; on the page it is a run in English, see `words.rs`.
//! - To add a language, add one file: its name is the language tag, and `language-name` the name that readers see.
//!
//! No Fluent at run time: it costs 47 kB. The build packs each message into one string.

mod dates;
mod names;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

/// What the build makes of the translators' files.
mod messages {
    use super::Msg;
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

use crate::words::{Run, Words};
pub use messages::msg;
use messages::{FORM, FORMS, LANGUAGES, LENGTHS, PLURAL, PLURAL_END, TAGS, TEXTS, VALUE, VALUE_END};

/// A message; the constants of [`msg`] are all there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Msg(u16);

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Locale(u8);

/// The value of a placeable, with its name in the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A number: it chooses plural forms, and its thousands are grouped. A year is no number but a text.
    Number(&'static str, u32),
    /// Letters in the language of the message, or in none: a year, an address.
    Text(&'static str, &'a str),
    /// A text, put in with its runs.
    Words(&'static str, &'a Words),
}

impl Arg<'_> {
    fn name(&self) -> &'static str {
        match self {
            Arg::Number(name, _) | Arg::Text(name, _) | Arg::Words(name, _) => name,
        }
    }
}

impl Default for Locale {
    fn default() -> Locale {
        Locale::ENGLISH
    }
}

impl Locale {
    /// English, which has every message.
    pub const ENGLISH: Locale = Locale(0);

    /// Every language: English, then the others by their tags.
    pub const ALL: [Locale; LANGUAGES] = {
        let mut all = [Locale(0); LANGUAGES];
        let mut index = 0;
        while index < LANGUAGES {
            all[index] = Locale(index as u8);
            index += 1;
        }
        all
    };

    /// The language of a tag such as `ru`, `ru-RU` or `RU_ru`: only its first part counts.
    pub fn from_tag(tag: &str) -> Option<Locale> {
        let language = |tag: &str| tag.find(['-', '_']).unwrap_or(tag.len());
        let wanted = &tag[..language(tag)];
        Locale::ALL.into_iter().find(|locale| {
            let own = locale.tag();
            own[..language(own)].eq_ignore_ascii_case(wanted)
        })
    }

    /// Its position among all languages.
    pub fn index(self) -> u32 {
        u32::from(self.0)
    }

    /// Its tag, as in `lang` attributes.
    pub fn tag(self) -> &'static str {
        TAGS[usize::from(self.0)]
    }

    /// Its name in itself: `English`, `Русский`.
    pub fn name(self) -> &'static str {
        self.plain(msg::LANGUAGE_NAME)
    }

    /// The direction of its writing, as in `dir` attributes.
    pub fn direction(self) -> &'static str {
        self.plain(msg::LANGUAGE_DIRECTION)
    }

    /// Whether the language has this message itself; else it is shown in English.
    pub fn has(self, msg: Msg) -> bool {
        !self.own(msg).is_empty()
    }

    /// Whether words of the interface have no translation.
    pub fn lacks_some(self) -> bool {
        LENGTHS[usize::from(self.0)].contains(&0)
    }

    /// The language that a message is shown in, and its tag where that sets it apart from others in this language.
    fn shown_in(self, msg: Msg) -> (Locale, Option<&'static str>) {
        if self.has(msg) { (self, None) } else { (Locale::ENGLISH, Some(Locale::ENGLISH.tag())) }
    }

    /// The text of a message without placeables.
    pub fn text(self, msg: Msg) -> Words {
        self.words(msg, self.plain(msg))
    }

    /// Letters of a message, in the language that it is shown in.
    fn words(self, msg: Msg, letters: &'static str) -> Words {
        let (_, lang) = self.shown_in(msg);
        lang.map_or_else(|| letters.into(), |lang| Words::apart(lang, letters))
    }

    /// The same for what cannot tell a language, such as an attribute.
    pub fn plain(self, msg: Msg) -> &'static str {
        let text = self.shown_in(msg).0.own(msg);
        debug_assert!(!text.contains([VALUE, PLURAL]), "{text:?} wants values: use `format`");
        text
    }

    /// The text of a message with its placeables filled in. A value that is not among `args` leaves its name.
    pub fn format(self, msg: Msg, args: &[Arg]) -> Words {
        let (language, lang) = self.shown_in(msg);
        let mut out = Words::default();
        language.expand(lang, language.own(msg), args, &mut out);
        out
    }

    /// A number with its thousands grouped: `1,234`, `1 234`.
    pub fn number(self, number: u32) -> String {
        let mut out = String::new();
        self.push_number(number, &mut out);
        out
    }

    /// Items as a sentence lists them: `a, b and c`.
    pub fn list(self, items: &[String]) -> Words {
        let Some((first, rest)) = items.split_first() else { return Words::default() };
        let mut out = Words::from(first.clone());
        for (index, item) in rest.iter().enumerate() {
            let msg = if index + 1 < rest.len() { msg::LIST_NEXT } else { msg::LIST_LAST };
            out = self.format(msg, &[Arg::Words("list", &out), Arg::Text("item", item)]);
        }
        out
    }

    /// The first items, and how many more there are: `a, b and 3 more`.
    pub fn first_of(self, mut items: Vec<Words>, most: usize, between: &str) -> Words {
        let more = items.len().saturating_sub(most) as u32;
        items.truncate(most);
        let list = Words::join(items, between);
        if more == 0 { list } else { self.format(msg::LIST_MORE, &[Arg::Words("list", &list), Arg::Number("n", more)]) }
    }

    fn own(self, msg: Msg) -> &'static str {
        let mut lengths = LENGTHS[usize::from(self.0)].iter().map(|length| usize::from(*length));
        let start = lengths.by_ref().take(usize::from(msg.0)).sum();
        &TEXTS[usize::from(self.0)][start..][..lengths.next().unwrap_or(0)]
    }

    /// Appends a packed message of this language, with `lang` as a tag of it; see `src/messages/marks.rs` for the marks.
    fn expand(self, lang: Option<&str>, packed: &str, args: &[Arg], out: &mut Words) {
        let mut rest = packed;
        while let Some(at) = rest.find([VALUE, PLURAL]) {
            out.push(Run { lang, letters: &rest[..at] });
            let is_value = rest[at..].starts_with(VALUE);
            let end = if is_value { VALUE_END } else { PLURAL_END };
            let (inside, after) = rest[at + 1..].split_once(end).unwrap_or_default();
            rest = after;
            let (name, forms) = inside.split_once(FORM).unwrap_or((inside, ""));
            let arg = args.iter().find(|arg| arg.name() == name);
            debug_assert!(arg.is_some(), "no value for {name} in {packed:?}");
            match arg {
                Some(Arg::Number(_, number)) if is_value => out.push(Run { lang, letters: &self.number(*number) }),
                Some(Arg::Text(_, text)) if is_value => out.push(Run { lang, letters: text }),
                Some(Arg::Words(_, words)) if is_value => out.add(words),
                Some(Arg::Number(_, number)) => {
                    let form = FORMS[usize::from(self.0)](*number);
                    self.expand(lang, forms.split(FORM).nth(form).unwrap_or_default(), args, out);
                }
                _ => out.push(Run { lang, letters: name }),
            }
        }
        out.push(Run { lang, letters: rest });
    }

    fn push_number(self, number: u32, out: &mut String) {
        if number >= 1000 {
            self.push_number(number / 1000, out);
            out.push_str(self.plain(msg::NUMBER_SEPARATOR));
        }
        let (digits, all) = (number % 1000, number >= 1000);
        for unit in [100, 10, 1] {
            if all || unit == 1 || digits >= unit {
                out.push(char::from(b'0' + (digits / unit % 10) as u8));
            }
        }
    }
}
