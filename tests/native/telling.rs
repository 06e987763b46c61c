//! What is shown of a dataset in a language, and texts as readers see them.

use crate::asking::{TODAY, day};
use crate::folder::Folder;
use atlas::builtin::BUILTIN;
use atlas::locale::Locale;
use atlas::packed;
use atlas::query::{Catalogue, View};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use atlas::words::Words;
use std::rc::Rc;

/// What is shown of a dataset.
pub fn shown(catalogue: Rc<Catalogue>, locale: Locale, query: &str) -> Shown {
    let state = WidgetState::new(day(TODAY), Page { lang: locale, view: View::Both, heading: 2 });
    let shown = Shown::of(catalogue, state).after(Action::Query(query.into()));
    assert_eq!(shown.state.interface.rejected, [""; 0], "{query}");
    shown
}

/// The shipped dataset in a language.
pub fn on(lang: &str, query: &str) -> Shown {
    let catalogue = Rc::new(Catalogue::new(packed::read(BUILTIN).unwrap()));
    shown(catalogue, Locale::from_tag(lang).unwrap(), query)
}

/// A folder of tables in a language.
pub fn small(folder: &Folder, locale: Locale, query: &str) -> Shown {
    let data = atlas::dataset::read(folder.write().path()).unwrap_or_else(|problems| panic!("{problems:?}"));
    shown(Rc::new(Catalogue::new(data)), locale, query)
}

/// The letters of a text with plain spaces, and without the places at which a word may break.
pub fn in_words(words: Words) -> String {
    words.plain().replace('\u{a0}', " ").replace('\u{ad}', "")
}
