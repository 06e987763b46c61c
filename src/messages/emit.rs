//! Writes the tables as Rust: one constant per message; per language one text of all messages, with the length of each. A list
//! of texts would have an address for each, which no compressor makes small.

use super::{Language, marks};
use std::fmt::Write;

/// The source of the module `messages`; the first language is English.
pub fn rust(languages: &[Language]) -> String {
    let english = &languages[0];
    let mut out = String::new();
    let mut line = |text: std::fmt::Arguments| {
        // Writing to a string cannot fail.
        let _ = out.write_fmt(text);
        out.push('\n');
    };
    line(format_args!("/// How many languages there are."));
    line(format_args!("pub const LANGUAGES: usize = {};", languages.len()));
    let tags: Vec<&str> = languages.iter().map(|language| language.tag).collect();
    line(format_args!("/// Their tags."));
    line(format_args!("pub static TAGS: [&str; LANGUAGES] = {tags:?};"));
    line(format_args!("/// Which of its forms a number takes, in each of them."));
    let rules = languages.iter().map(|language| language.rule.rust()).collect::<Vec<_>>().join(", ");
    line(format_args!("pub static FORMS: [fn(u32) -> usize; LANGUAGES] = [{rules}];"));
    for (name, mark) in marks::MARKS {
        line(format_args!(
            "/// A mark of packed messages, see `marks.rs` of the compiler.\npub const {name}: char = {mark:?};"
        ));
    }
    let of = |language: &Language| -> Vec<String> {
        let texts = english.order.iter().map(|id| language.messages.get(id).map(|message| message.packed.clone()));
        texts.map(Option::unwrap_or_default).collect()
    };
    line(format_args!("/// Their messages, packed, one behind the other."));
    let texts: Vec<String> = languages.iter().map(|language| of(language).concat()).collect();
    line(format_args!("pub static TEXTS: [&str; LANGUAGES] = {texts:?};"));
    line(format_args!("/// How many bytes each message has; 0 where a language has none."));
    let lengths = languages.iter().map(|language| of(language).iter().map(String::len).collect());
    let lengths: Vec<Vec<usize>> = lengths.collect();
    line(format_args!("pub static LENGTHS: [[u16; {}]; LANGUAGES] = {lengths:?};", english.order.len()));
    line(format_args!("/// Every message, by its id in the files."));
    line(format_args!("pub mod msg {{\n    use super::Msg;"));
    for (index, id) in english.order.iter().enumerate() {
        line(format_args!("    #[doc = {:?}]", shown(&english.messages[id].packed)));
        line(format_args!("    pub const {}: Msg = Msg({index});", id.replace('-', "_").to_uppercase()));
    }
    line(format_args!("}}"));
    line(format_args!("/// The ids of all messages, for tests."));
    line(format_args!("#[cfg(test)]\npub static IDS: &[&str] = &{:?};", english.order));
    out
}

/// A packed message as documentation shows it.
fn shown(packed: &str) -> String {
    let forms = packed.split(marks::PLURAL).enumerate().map(|(index, piece)| {
        let inside = if index > 0 { piece.split_once(marks::FORM).map_or(piece, |(_, forms)| forms) } else { piece };
        inside.replace(marks::FORM, " / ").replace(marks::PLURAL_END, "")
    });
    format!("`{}`", forms.collect::<String>().replace(marks::VALUE, "{ $").replace(marks::VALUE_END, " }"))
}
