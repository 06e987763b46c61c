//! The static view: what readers have before, without and after the code.
//!
//! It is the widget itself, rendered by Yew's server renderer from the components that browsers run, as known on the day
//! on which the data were checked. What only code can use (controls, the filter bar) is taken out afterwards, and buttons
//! become words; nothing is written a second time.

use super::Result;
use crate::app::App;
use crate::builtin::BUILTIN;
use crate::view::Props;
use atlas_core::locale::Locale;
use atlas_core::model::Dataset;
use atlas_core::packed;
use atlas_core::query::{Catalogue, View};
use atlas_core::shown::Shown;
use atlas_core::state::{Page, WidgetState};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

/// What only code can use; of the drawing, what only the pointer meets.
pub const CONTROLS: &str =
    ".controls, .filters, .section-head .joined, .skip, .close, .hit, .backdrop, [role=status], [data-panel]";

/// Buttons of which only the words are left.
pub const WORDS: &str = ".records button, tbody th button";

/// Gives the address of the same page in another language.
pub type Link<'a> = Option<&'a dyn Fn(Locale) -> String>;

/// The static view in one language.
pub struct Static {
    /// Its language.
    pub locale: Locale,
    /// The title of the dataset.
    pub title: String,
    /// What the dataset is about.
    pub description: String,
    /// The markup: one `<div class="root">`.
    pub html: String,
}

impl Static {
    /// Renders the dataset that is compiled in. `heading` is the level of the first heading; `link` gives the address of
    /// the same page in another language, none where it is not known.
    pub fn render(locale: Locale, heading: u8, link: Link) -> Result<Static> {
        let data = packed::read(BUILTIN).map_err(|error| format!("the dataset that is compiled in: {error}"))?;
        Static::of(data, locale, heading, link)
    }

    /// The same of any dataset.
    pub fn of(data: Dataset, locale: Locale, heading: u8, link: Link) -> Result<Static> {
        let checked = data.created();
        let catalogue = Rc::new(Catalogue::new(data));
        let page = Page { lang: locale, view: View::Both, heading };
        let state = WidgetState::new(checked, page).still();
        let shown = Rc::new(Shown::of(catalogue, state));
        let data = &shown.catalogue.data;
        let plain = |text| shown.text(text).plain().to_owned();
        let (title, description) = (plain(data.title()), plain(&data.tables().description));
        let props = Props { shown: shown.clone(), late: shown.clone(), act: Callback::noop() };
        let html = without_code(&render(props)?, locale, link).map_err(|error| format!("the static view: {error}"))?;
        Ok(Static { locale, title, description, html })
    }
}

fn render(props: Props) -> Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let local = tokio::task::LocalSet::new();
    Ok(local.block_on(&runtime, LocalServerRenderer::<App>::with_props(props).hydratable(false).render()))
}

/// The markup without what only code can use.
fn without_code(html: &str, own: Locale, link: Link) -> std::result::Result<String, lol_html::errors::RewritingError> {
    let handlers = vec![
        element!(CONTROLS, |found| {
            found.remove();
            Ok(())
        }),
        element!(".languages", |found| {
            if link.is_none() {
                found.remove();
            }
            Ok(())
        }),
        element!(".languages button", |found| {
            let lang = found.get_attribute("lang").and_then(|tag| Locale::from_tag(&tag));
            if let (Some(lang), Some(link)) = (lang.filter(|lang| *lang != own), link) {
                found.set_attribute("hreflang", lang.tag())?;
                found.set_attribute("href", &link(lang))?;
            }
            found.remove_attribute("type");
            found.set_tag_name("a")?;
            Ok(())
        }),
        // Here nothing is styled like a button or a link, since nothing is one.
        element!(WORDS, |found| {
            found.remove_and_keep_content();
            Ok(())
        }),
        element!("button", |found| {
            // Those of the languages are links by now.
            if found.has_attribute("lang") {
                return Ok(());
            }
            for name in ["type", "aria-label", "aria-pressed", "aria-expanded", "title"] {
                found.remove_attribute(name);
            }
            found.set_tag_name("span")?;
            Ok(())
        }),
        element!("[data-select]", |found| {
            found.remove_attribute("data-select");
            Ok(())
        }),
    ];
    let settings = RewriteStrSettings { element_content_handlers: handlers, ..RewriteStrSettings::new() };
    let atlas = rewrite_str(html, settings)?;
    Ok(format!("<div class=\"root still\" data-theme=\"auto\">{atlas}</div>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Static {
        Static::render(Locale::ENGLISH, 1, Some(&|lang| format!("{}/index.html", lang.tag()))).unwrap()
    }

    #[test]
    fn every_cell_event_and_the_day_stand_in_it() {
        let Static { html, .. } = english();
        assert_eq!(html.matches("<tr").count(), 2 + 6 + 21, "two heads, six groups, 21 sectors");
        assert_eq!(html.matches("class=\"cell ").count(), 30);
        assert_eq!(html.matches("<li class=\"p").count(), 9, "events");
        assert!(
            html.contains("As known on 23\u{a0}November 2026") && html.contains("Data checked: 23\u{a0}November 2026")
        );
    }

    /// Every text, date and number of every table, in both languages.
    #[test]
    fn every_fact_of_the_tables_stands_in_it() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data");
        for locale in Locale::ALL {
            let page = Static::render(locale, 1, None).unwrap();
            let text = text_of(&page.html);
            let mut facts = 0;
            for path in super::super::files(&folder)
                .unwrap()
                .iter()
                .filter(|path| path.extension().is_some_and(|end| end == "csv"))
            {
                let mut reader = csv::Reader::from_path(path).unwrap();
                let heads = reader.headers().unwrap().clone();
                for row in reader.records() {
                    let row = row.unwrap();
                    for (head, value) in heads.iter().zip(row.iter()).filter(|(_, value)| !value.is_empty()) {
                        let other = Locale::ALL
                            .iter()
                            .any(|other| *other != locale && head.ends_with(&format!("_{}", other.tag())));
                        for part in said(locale, head, value).into_iter().filter(|_| !other) {
                            let part = part.replace('\u{a0}', " ");
                            assert!(
                                text.contains(&part),
                                "{}: {head} of {:?} should stand there as: {part}",
                                path.display(),
                                row.get(0)
                            );
                            facts += 1;
                        }
                    }
                }
            }
            assert!(facts > 200, "{facts} facts were looked for");
        }
    }

    /// What a reader should find of a field; nothing of ids, which stand for other records.
    fn said(locale: Locale, head: &str, value: &str) -> Vec<String> {
        let date = |text: &str| atlas_core::time::Edtf::parse(text).unwrap();
        match head {
            "date" | "date_by" => vec![locale.edtf(&date(value)).plain().to_owned()],
            "read" => vec![locale.edtf(&date(value)).plain().to_owned()],
            "term" => vec![locale.term(&date(value).interval()).plain().to_owned()],
            "stated_count" | "source_spelling" => vec![value.to_owned()],
            _ if head.contains("aliases") || head.contains("parties") => {
                value.split(" | ").map(str::to_owned).collect()
            }
            _ if head.ends_with("_en") || head.ends_with("_ru") => vec![value.replace('\u{ad}', "")],
            _ => Vec::new(),
        }
    }

    /// What is read of markup: without tags, soft hyphens and escapes.
    fn text_of(html: &str) -> String {
        let mut text = String::new();
        for piece in html.split('<') {
            text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        }
        let signs = [
            ("\u{ad}", ""),
            ("\u{a0}", " "),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#x27;", "'"),
            ("&#39;", "'"),
            ("&amp;", "&"),
        ];
        signs.iter().fold(text, |text, (sign, letter)| text.replace(sign, letter))
    }

    #[test]
    fn nothing_in_it_waits_for_code() {
        let Static { html, .. } = english();
        for waiting in ["<button", "<input", "data-select", "data-panel", "aria-pressed", "style=", ">Embed<"] {
            assert!(!html.contains(waiting), "{waiting}");
        }
        assert!(html.contains("<a class=\"plain\" lang=\"ru\" hreflang=\"ru\" href=\"ru/index.html\">"));
    }
}
