//! The messages as translators wrote them, for a list of all texts.

use super::File;
use fluent_syntax::ast::{Entry, Resource};
use fluent_syntax::{parser, serializer};
use std::path::Path;

/// The messages of one language: its tag, then each id with what stands after it, in one line.
pub type Messages = (String, Vec<(String, String)>);

/// The messages of every file of a folder, the English ones first. What is no message is left out; the build complains of it.
///
/// # Errors
/// A file that cannot be read.
pub fn all(folder: &Path) -> Result<Vec<Messages>, Vec<String>> {
    let mut all: Vec<Messages> = super::read(folder)?.iter().map(messages).collect();
    all.sort_by(|(one, _), (other, _)| (one != "en", one).cmp(&(other != "en", other)));
    Ok(all)
}

fn messages(file: &File) -> Messages {
    let resource = parser::parse(file.text.as_str()).unwrap_or_else(|(resource, _)| resource);
    let message = |entry: Entry<&str>| {
        let Entry::Message(mut message) = entry else { return None };
        message.comment = None;
        let id = message.id.name;
        let text = serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
        let (_, text) = text.split_once('=')?;
        Some((id.to_owned(), text.lines().map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()))
    };
    (file.tag().into(), resource.body.into_iter().filter_map(message).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_all_its_lines_and_no_comments() {
        let text = "# A comment.\na = One\n\nb =\n    { $n ->\n        [one] x\n       *[other] y\n    }\n";
        let file = File { path: "src/core/locale/en.ftl".into(), text: text.into() };
        let own = |id: &str, text: &str| (id.to_owned(), text.to_owned());
        assert_eq!(messages(&file), ("en".into(), vec![own("a", "One"), own("b", "{ $n -> [one] x *[other] y }")]));
    }
}
