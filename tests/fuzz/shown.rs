//! What is shown of tables whose texts are anything.

use crate::folder::Folder;
use atlas::export::{Export, picture};
use atlas::locale::Locale;
use atlas::model::{Dataset, Strings, Tables, Text};
use atlas::packed;
use atlas::query::{Catalogue, View};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use atlas::taking::{Format, Of, Picture, Size};
use atlas::time::Day;
use std::rc::Rc;
use std::sync::LazyLock;

/// The small folder of the native tests, with a row or two for each table.
pub static SMALL: LazyLock<Dataset> = LazyLock::new(|| atlas::dataset::read(Folder::new().write().path()).unwrap());

/// The tables with these texts, one after the other, wherever a text of the authors stands; as a program that packs without
/// any check would hand them over.
pub fn tables_of(texts: &[String]) -> Tables {
    let mut tables = SMALL.tables().clone();
    let mut next = texts.iter().cycle().cloned();
    let mut next = || next.next().unwrap_or_default();
    for place in places(&mut tables) {
        *place = next();
    }
    for (language, titles) in tables.activities.titles.clone().iter().enumerate() {
        let mut new = Strings::default();
        (0..titles.len()).for_each(|_| new.push(&next()));
        tables.activities.titles[language] = new;
    }
    tables
}

/// Every text of the authors, in each language.
fn places(tables: &mut Tables) -> Vec<&mut String> {
    let mut texts: Vec<&mut Text> = vec![&mut tables.title, &mut tables.description];
    let mut plain = vec![&mut tables.licence];
    for row in &mut tables.sources {
        texts.extend([&mut row.title, &mut row.issuer, &mut row.note]);
        texts.extend(row.sections.iter_mut().map(|section| &mut section.name));
        plain.push(&mut row.original_title);
    }
    for row in &mut tables.partnerships {
        texts.extend([&mut row.name, &mut row.parties, &mut row.note]);
    }
    texts.extend(tables.groups.iter_mut().map(|row| &mut row.name));
    for row in &mut tables.sectors {
        texts.extend([&mut row.name, &mut row.aliases, &mut row.note]);
    }
    for row in &mut tables.instruments {
        texts.extend([&mut row.name, &mut row.short, &mut row.aliases, &mut row.note]);
        plain.push(&mut row.source_spelling);
    }
    for row in &mut tables.proposals {
        texts.extend([&mut row.name, &mut row.note]);
    }
    texts.extend(tables.coverage.iter_mut().map(|row| &mut row.note));
    for row in &mut tables.events {
        texts.extend([&mut row.place, &mut row.forum, &mut row.name, &mut row.summary, &mut row.note]);
        texts.push(&mut row.date_note);
    }
    texts.extend(tables.terms.iter_mut().map(|row| &mut row.note));
    for row in &mut tables.participants {
        texts.extend([&mut row.name, &mut row.role]);
        plain.push(&mut row.source_spelling);
    }
    texts.extend(tables.relations.iter_mut().map(|row| &mut row.note));
    texts.into_iter().flat_map(|text| text.0.iter_mut()).chain(plain).collect()
}

/// What the page shows of the tables, once they were packed and unpacked.
pub fn shown(tables: &Tables, query: &str) -> Shown {
    let data = packed::read(&packed::write(tables)).expect("what was packed");
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    let catalogue = Rc::new(Catalogue::new(data));
    let today = Day::parse("2026-11-24").expect("a day");
    let state = WidgetState::new(today, page).after(Action::Query(query.into()), &catalogue);
    Shown::of(catalogue, state)
}

/// Makes of what is shown whatever can be taken away: every text, and both pictures, which are XML.
pub fn take_away(shown: &Rc<Shown>) {
    for format in Format::TEXTS {
        Export::new(shown.clone(), format, String::new()).for_each(drop);
    }
    for of in [Of::Timeline, Of::Matrix] {
        let drawn = picture(shown, Picture { of, dark: false, size: Size::Own });
        assert!(roxmltree::Document::parse(&drawn).is_ok(), "a picture that is no XML");
    }
}
