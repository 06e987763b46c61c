//! What an editor pastes: in a page it is the script of ours, the frame or the table, with the same texts, and nothing else.

use crate::html::{active, elements, has_comments, is_harmless, named, parsed, text};
use crate::letters::{text as letters, texts};
use crate::shown::{shown, tables_of};
use atlas::export::snippet;
use atlas::locale::Locale;
use atlas::query::{View, url};
use atlas::state::Action;
use atlas_core::embed::{Embed, Origin, Theme, Way};
use proptest::prelude::*;
use scraper::Html;

/// Texts, what is searched for, and the day.
pub fn input() -> impl Strategy<Value = (Vec<String>, String, &'static str)> {
    let day = prop::sample::select(&["2026-11-24", "2016-01-01", "2019-10-15"][..]);
    (texts(), letters(), day)
}

pub fn check((texts, q, day): (Vec<String>, String, &'static str)) -> Result<(), TestCaseError> {
    let encoded: String = ::url::form_urlencoded::byte_serialize(q.as_bytes()).collect();
    let shown = shown(&tables_of(&texts), &format!("as-of={day}&q={encoded}"));
    let origin = Origin { script: "https://example.org/a/cooperation-atlas.js".into(), integrity: "sha384-abc".into() };
    for lang in Locale::ALL {
        let chosen = shown.after(Action::Lang(lang));
        let title = parsed(chosen.text(chosen.catalogue.data.title()).plain());
        for (way, expected) in [
            (Way::Script, vec![("script", origin.script.as_str())]),
            (Way::Frame, vec![("iframe", "https://example.org/a/embed.html")]),
            (Way::Html, vec![]),
        ] {
            let embed = Embed { way, lang, theme: Theme::Auto, view: View::Both };
            let written = snippet(&shown, &embed, &origin);
            let page = Html::parse_document(&["<!doctype html><body>", &written].concat());
            let found = active(&page);
            let found: Vec<_> =
                found.iter().map(|(name, is)| (name.as_str(), is.split('?').next().unwrap_or_default())).collect();
            prop_assert_eq!(found, expected, "{}", written);
            is_harmless(&page)?;
            prop_assert!(!has_comments(&page), "{}", written);
            // A day that is today is not written; all the rest of the question is.
            let query = url::write(&shown.state.query, &shown.catalogue.data);
            match way {
                Way::Script => {
                    let element = named(&page, "cooperation-atlas").next().expect("an element");
                    prop_assert_eq!(element.value().attr("query"), Some(query.as_str()));
                    prop_assert_eq!(text(element), title.clone());
                }
                Way::Frame => {
                    let frame = named(&page, "iframe").next().expect("a frame");
                    let address = frame.value().attr("src").unwrap_or_default();
                    prop_assert!(address.contains(&format!("#atlas?{query}&")), "{} lacks {}", address, query);
                    prop_assert_eq!(frame.value().attr("title"), Some(title.as_str()));
                }
                Way::Html => {
                    let names = shown
                        .selection
                        .sectors
                        .iter()
                        .map(|id| parsed(chosen.text(&chosen.catalogue.data.sector(*id).name).plain()));
                    let heads = named(&page, "th").filter(|head| head.value().attr("scope") == Some("row")).map(text);
                    prop_assert_eq!(heads.collect::<Vec<_>>(), names.collect::<Vec<_>>(), "{}", written);
                    let strong = named(&page, "strong").next().map(text);
                    prop_assert_eq!(strong.unwrap_or_default(), title.clone());
                    let allowed = "html head body div p strong table tbody caption tr th td ul li a br bdi";
                    for element in elements(&page) {
                        let name = element.value().name();
                        prop_assert!(allowed.split(' ').any(|one| one == name), "<{}> in {}", name, written);
                    }
                }
            }
        }
    }
    Ok(())
}
