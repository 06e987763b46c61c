//! What is opened and what opened it bear the same id, which is how the focus finds back.

use crate::asking::{TODAY, day};
use atlas::app::App;
use atlas::builtin::BUILTIN;
use atlas::locale::Locale;
use atlas::opener::Opener;
use atlas::packed;
use atlas::query::{Catalogue, View, url};
use atlas::shown::Shown;
use atlas::state::{Action, Page, Panel, WidgetState};
use atlas::view::Props;
use std::rc::Rc;
use yew::LocalServerRenderer;

async fn markup(shown: &Rc<Shown>) -> String {
    let props = Props::still(shown.clone(), None);
    LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

/// The start tags with this attribute.
fn tags<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split('<')
        .filter_map(|piece| piece.split_once('>'))
        .map(|(tag, _)| tag)
        .filter(|tag| tag.contains(attribute))
        .collect()
}

#[test]
fn whatever_is_opened_names_the_button_that_opened_it() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let local = tokio::task::LocalSet::new();
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    let catalogue = Rc::new(Catalogue::new(packed::read(BUILTIN).unwrap()));
    let start = Shown::of(catalogue, WidgetState::new(day(TODAY), page));
    let target = |name| url::target(&start.catalogue.data, name).unwrap();
    // The fields for the second day are there while two days are compared.
    let start = start.after(Action::Compare(Some(day("2019-10-15"))));
    let mut openings = vec![(Opener::Embed, Action::Embed(Some(start.embed()))), (Opener::Keys, Action::Help(true))];
    openings.extend(Panel::ALL.map(|panel| (Opener::Panel(panel), Action::Panel(Some(panel)))));
    for name in ["sector:energy", "instrument:mou-2018", "event:mou-signed", "cell:energy/energy-2016-2020"] {
        openings.push((Opener::Selection(target(name)), Action::Select(Some(target(name)))));
    }
    for (opener, action) in openings {
        let shown = Rc::new(start.after(action));
        let html = local.block_on(&runtime, markup(&shown));
        let id = opener.id(&shown);
        let opened = tags(&html, "data-opener=");
        assert!(opened.len() == 1 && opened[0].contains(&format!("data-opener=\"{id}\"")), "{opener:?}: {opened:?}");
        let name = if matches!(opener, Opener::Selection(_)) { "data-select" } else { "data-panel" };
        let buttons = tags(&html, &format!("{name}=\"{id}\""));
        assert!(buttons.iter().any(|tag| tag.starts_with("button ")), "{opener:?}: {buttons:?}");
    }
}
