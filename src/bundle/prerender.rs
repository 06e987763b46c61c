//! The static view: what readers have before, without and after the code.
//!
//! It is the widget itself, rendered by Yew's server renderer from the components that browsers run, as known on the day
//! on which the data were checked. The views leave out what only code can use, as in the copies that readers save.

use super::{Result, dataset};
use crate::app::App;
use crate::view::{Elsewhere, Props};
use atlas_core::locale::Locale;
use atlas_core::model::Dataset;
use atlas_core::query::{Catalogue, View};
use atlas_core::shown::Shown;
use atlas_core::state::{Page, WidgetState};
use std::rc::Rc;
use yew::LocalServerRenderer;

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
    /// Renders the dataset that is compiled in. `heading` is the level of the first heading.
    pub fn render(locale: Locale, heading: u8, elsewhere: Option<Elsewhere>) -> Result<Static> {
        Static::of(dataset()?, locale, heading, elsewhere)
    }

    /// The same of any dataset.
    pub fn of(data: Dataset, locale: Locale, heading: u8, elsewhere: Option<Elsewhere>) -> Result<Static> {
        let checked = data.created();
        let catalogue = Rc::new(Catalogue::new(data));
        let page = Page { lang: locale, view: View::Both, heading };
        let state = WidgetState::new(checked, page).still();
        let shown = Rc::new(Shown::of(catalogue, state));
        let data = &shown.catalogue.data;
        let plain = |text| shown.text(text).plain().to_owned();
        let (title, description) = (plain(data.title()), plain(&data.tables().description));
        let html = render(Props::still(shown.clone(), elsewhere))?;
        // What surrounds the root component while code runs, see `host/mount.rs`.
        let html = format!("<div class=\"root\" data-theme=\"auto\">{html}</div>");
        Ok(Static { locale, title, description, html })
    }
}

fn render(props: Props) -> Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let local = tokio::task::LocalSet::new();
    Ok(local.block_on(&runtime, LocalServerRenderer::<App>::with_props(props).hydratable(false).render()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Static {
        Static::render(Locale::ENGLISH, 1, Some(Rc::new(|lang: Locale| format!("{}/index.html", lang.tag())))).unwrap()
    }

    #[test]
    fn every_cell_event_and_the_day_stand_in_it() {
        let Static { html, .. } = english();
        assert_eq!(html.matches("<tr").count(), 2 + 6 + 21, "two heads, six groups, 21 sectors");
        assert_eq!(html.matches("class=\"cell ").count(), 30);
        assert_eq!(html.matches("<li class=\"p").count(), 9, "events");
        assert!(html.contains("On 23\u{a0}November 2026</strong> no stated term is running"));
        assert!(html.contains("Data checked: 23\u{a0}November 2026"));
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
        html_escape::decode_html_entities(&text).replace('\u{ad}', "").replace('\u{a0}', " ")
    }

    #[test]
    fn nothing_in_it_waits_for_code() {
        let Static { html, .. } = english();
        for waiting in [
            "<button",
            "<input",
            "data-select",
            "data-opener",
            "data-panel",
            "aria-pressed",
            "role=\"status\"",
            "style=",
            ">Embed<",
        ] {
            assert!(!html.contains(waiting), "{waiting}");
        }
        assert!(html.contains("<a class=\"plain\" lang=\"ru\" hreflang=\"ru\" href=\"ru/index.html\">"));
    }
}
