//! The static view: what readers have before, without and after the code.
//!
//! It is the widget itself, rendered by Yew's server renderer from the components that browsers run, as known on the day
//! on which the data were checked. What only code can use (controls, the filter bar) is taken out afterwards, and buttons
//! become words; nothing is written a second time.

use super::Result;
use crate::app::App;
use crate::builtin::BUILTIN;
use crate::locale::{Arg, Locale, msg};
use crate::packed;
use crate::query::{Catalogue, View};
use crate::state::{Action, Page, Shown, State};
use crate::view::Props;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

/// The width for which the drawing is laid out; it is scaled to what there is.
const WIDTH: u32 = 1150;

/// What only code can use.
const CONTROLS: &str = ".controls, .filters, .section-head .joined, [data-panel]";

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
    /// Renders it. `heading` is the level of its first heading; `link` gives the address of the same page in another
    /// language, none where it is not known.
    pub fn render(locale: Locale, heading: u8, link: Link) -> Result<Static> {
        let data = packed::read(BUILTIN).map_err(|error| format!("the dataset that is compiled in: {error}"))?;
        let checked = data.created();
        let catalogue = Rc::new(Catalogue::new(data));
        let page = Page { lang: locale, view: View::Both, heading };
        let state = State::new(checked, page).after(Action::Width(WIDTH), &catalogue);
        let shown = Rc::new(Shown::of(catalogue, state));
        let data = &shown.catalogue.data;
        let (title, description) =
            (shown.text(data.title()).to_owned(), shown.text(&data.tables().description).to_owned());
        let props = Props { shown: shown.clone(), late: shown.clone(), act: Callback::noop(), gesture: Rc::default() };
        let date = locale.day(checked);
        let note = locale.format(msg::DATA_DATE, &[Arg::Text("date", &date)]);
        let html =
            without_code(&render(props)?, &note, locale, link).map_err(|error| format!("the static view: {error}"))?;
        Ok(Static { locale, title, description, html })
    }
}

fn render(props: Props) -> Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let local = tokio::task::LocalSet::new();
    Ok(local.block_on(&runtime, LocalServerRenderer::<App>::with_props(props).hydratable(false).render()))
}

/// The markup without what only code can use.
fn without_code(
    html: &str,
    note: &str,
    own: Locale,
    link: Link,
) -> std::result::Result<String, lol_html::errors::RewritingError> {
    let handlers = vec![
        element!(CONTROLS, |found| {
            found.remove();
            Ok(())
        }),
        element!(".known-words", |found| {
            found.append("<p class=\"horizon\">", ContentType::Html);
            found.append(note, ContentType::Text);
            found.append("</p>", ContentType::Html);
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
        element!("button", |found| {
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
        element!("[role=status]", |found| {
            found.remove_attribute("role");
            Ok(())
        }),
        // The drawing follows the width of the page, since no code lays it out anew.
        element!("svg.drawing", |found| {
            let size = |name| found.get_attribute(name).unwrap_or_default();
            let view = format!("0 0 {} {}", size("width"), size("height"));
            found.set_attribute("viewBox", &view)?;
            found.set_attribute("width", "100%")?;
            found.remove_attribute("height");
            Ok(())
        }),
    ];
    let settings = RewriteStrSettings { element_content_handlers: handlers, ..RewriteStrSettings::new() };
    let atlas = rewrite_str(html, settings)?;
    Ok(format!("<div class=\"root\" data-theme=\"auto\">{atlas}</div>"))
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

    #[test]
    fn nothing_in_it_waits_for_code() {
        let Static { html, .. } = english();
        for waiting in ["<button", "<input", "data-select", "data-panel", "aria-pressed", "style=", ">Embed<"] {
            assert!(!html.contains(waiting), "{waiting}");
        }
        assert!(html.contains("href=\"ru/index.html\""));
    }
}
