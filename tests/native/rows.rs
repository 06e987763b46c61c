//! A row of the matrix is drawn anew if its picture is another, and only then.

use crate::asking::{TODAY, day};
use atlas::builtin::BUILTIN;
use atlas::linking::Lit;
use atlas::locale::Locale;
use atlas::model::SectorId;
use atlas::packed;
use atlas::query::{Catalogue, View};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use atlas_core::matrix::{Columns, Grid, RowPicture};
use std::rc::Rc;

fn start() -> Shown {
    let catalogue = Rc::new(Catalogue::new(packed::read(BUILTIN).unwrap()));
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    Shown::of(catalogue, WidgetState::new(day(TODAY), page))
}

fn asked(shown: &Shown, query: &str) -> Shown {
    shown.after(Action::Query(query.into()))
}

/// The picture of each row.
fn rows(shown: &Shown) -> Vec<Option<RowPicture>> {
    let grid = Grid::of(&shown.catalogue, &shown.selection, shown.state.interface.arrangement, usize::MAX);
    let lit = Lit::of(&shown.catalogue, shown.state.lit());
    let columns = Columns::of(shown, &lit, &grid);
    let sectors = (0..shown.catalogue.data.sectors().len()).map(|index| SectorId(index as u16));
    sectors.map(|sector| columns.row(sector)).collect()
}

/// How many rows are left and have another picture.
fn redrawn(before: &Shown, after: &Shown) -> usize {
    let pairs = rows(before).into_iter().zip(rows(after));
    pairs.filter(|(before, after)| after.is_some() && before != after).count()
}

#[test]
fn only_rows_in_which_something_has_changed_are_drawn_anew() {
    let start = start();
    let left = start.selection.sectors.len();
    for (query, expected) in [
        ("", 0),
        ("view=matrix&range=2016/2020", 0),
        ("sector=energy", 1),
        ("select=sector:energy", 1),
        ("lang=ru", left),
        ("gaps=1", usize::MAX),
    ] {
        let after = asked(&start, query);
        let expected = expected.min(after.selection.sectors.len());
        assert_eq!(redrawn(&start, &after), expected, "{query}");
    }
}
