//! A page as browsers read it, by html5ever.

use proptest::prelude::*;
use scraper::{ElementRef, Html, Node};

/// The elements that scripts, styles and other documents come into a page by, with all their attributes.
const ACTIVE: [&str; 11] =
    ["script", "style", "iframe", "object", "embed", "link", "base", "meta", "form", "img", "template"];

/// Each active element: its name and the value of one attribute, which says what it is.
pub fn active(page: &Html) -> Vec<(String, String)> {
    elements(page)
        .filter(|element| ACTIVE.contains(&element.value().name()))
        .map(|element| {
            let is = ["src", "id", "name", "charset"].iter().find_map(|name| element.value().attr(name));
            (element.value().name().to_owned(), is.unwrap_or_default().to_owned())
        })
        .collect()
}

/// That no attribute is a script, and no address leads anywhere but to the web.
pub fn is_harmless(page: &Html) -> Result<(), TestCaseError> {
    for element in elements(page) {
        for (name, value) in element.value().attrs() {
            prop_assert!(!name.starts_with("on"), "{}=\"{}\"", name, value);
            prop_assert!(
                ["viewBox", "preserveAspectRatio"].contains(&name)
                    || name
                        .chars()
                        .all(|letter| letter.is_ascii_lowercase() || letter == '-' || letter.is_ascii_digit()),
                "{:?}",
                name
            );
            if ["href", "src", "action", "formaction", "srcdoc"].contains(&name) {
                let scheme = value.split_once(':').map_or("", |(scheme, _)| scheme);
                let is_relative = scheme.is_empty() || scheme.contains(['/', '#', '?']);
                prop_assert!(is_relative || ["https", "http", "mailto"].contains(&scheme), "{}=\"{}\"", name, value);
            }
        }
    }
    Ok(())
}

/// All elements.
pub fn elements(page: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    page.tree.nodes().filter_map(ElementRef::wrap)
}

/// The elements of this name.
pub fn named<'a>(page: &'a Html, name: &'a str) -> impl Iterator<Item = ElementRef<'a>> {
    elements(page).filter(move |element| element.value().name() == name)
}

/// The letters in an element, but for those of scripts and styles.
pub fn text(element: ElementRef) -> String {
    let letters = element.descendants().filter_map(|node| match node.value() {
        Node::Text(text) => {
            let mut around = node.ancestors().filter_map(ElementRef::wrap);
            around.all(|around| !["script", "style"].contains(&around.value().name())).then(|| text.to_string())
        }
        _ => None,
    });
    letters.collect()
}

/// A text as a parser of HTML hands it on: line ends are one letter there, and what no page may hold is replaced.
pub fn parsed(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Whether there are comments in it.
pub fn has_comments(page: &Html) -> bool {
    page.tree.nodes().any(|node| node.value().is_comment())
}
