//! Where the details stand: near what opened them, and never in place of the table.

use crate::asking::{TODAY, day};
use atlas::builtin::BUILTIN;
use atlas::locale::Locale;
use atlas::packed;
use atlas::place::Place;
use atlas::query::{Catalogue, Target, View, url};
use atlas::shown::Shown;
use atlas::state::{Action, News, Page, Part, WidgetState};
use std::rc::Rc;

fn start(query: &str) -> Shown {
    let catalogue = Rc::new(Catalogue::new(packed::read(BUILTIN).unwrap()));
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    Shown::of(catalogue, WidgetState::new(day(TODAY), page)).after(Action::Query(query.into()))
}

fn place(query: &str, target: &str, part: Option<Part>) -> Option<Place> {
    let start = start(query);
    let target = url::target(&start.catalogue.data, target).unwrap();
    start.after(Action::Open(target, part)).details_place()
}

#[test]
fn the_details_stand_below_what_was_opened() {
    let start = start("");
    let target = |name| url::target(&start.catalogue.data, name).unwrap();
    let Target::Sector(energy) = target("sector:energy") else { unreachable!() };
    let Target::Event(signed) = target("event:mou-signed") else { unreachable!() };
    let (cell, mou, event) = ("cell:energy/energy-2016-2020", "instrument:mou-2018", "event:mou-signed");
    for (query, target, part, expected) in [
        ("", cell, Some(Part::Matrix), Place::Row(energy)),
        ("", "sector:energy", Some(Part::Matrix), Place::Row(energy)),
        ("", "sector:energy", Some(Part::Drawing), Place::Drawing),
        ("", mou, Some(Part::Matrix), Place::Heads),
        ("", mou, Some(Part::Drawing), Place::Drawing),
        ("", event, Some(Part::Drawing), Place::Drawing),
        ("", event, Some(Part::List), Place::Event(signed)),
        // By an address, which names no part.
        ("", cell, None, Place::Row(energy)),
        ("", mou, None, Place::Drawing),
        ("", event, None, Place::Drawing),
        // In the one view there is.
        ("view=matrix", mou, None, Place::Heads),
        ("view=timeline", cell, None, Place::Drawing),
        ("view=matrix", event, None, Place::Before),
        // Where the filters leave nothing to stand below.
        ("view=matrix&sector=space", cell, None, Place::Before),
        ("sector=space", cell, None, Place::Drawing),
        ("view=matrix&partnership=asean-russia", mou, None, Place::Before),
    ] {
        assert_eq!(place(query, target, part), Some(expected), "{query} {target} {part:?}");
    }
}

#[test]
fn what_is_opened_from_the_details_stands_where_they_do() {
    let start = start("");
    let target = |name| url::target(&start.catalogue.data, name).unwrap();
    let opened = start.after(Action::Open(target("cell:energy/energy-2016-2020"), Some(Part::Matrix)));
    let next = opened.after(Action::Open(target("instrument:energy-2016-2020"), None));
    assert_eq!(next.details_place(), Some(Place::Heads), "in the matrix, as before");
    assert_eq!(next.after(Action::Select(None)).details_place(), None);
}

#[test]
fn beside_the_views_there_is_room_from_1330_pixels_on() {
    let start = start("select=sector:energy");
    for (width, beside) in [(1329, false), (1330, true)] {
        let place = start.after(Action::News(News::Width(width, width))).details_place();
        assert_eq!(place == Some(Place::Beside), beside, "{width}");
    }
}
