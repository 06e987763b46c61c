//! The cells that both shapes of the matrix have.

use crate::controls::selector;
use crate::details::details_at;
use crate::el::{El, el};
use crate::view::{Props, mark};
use atlas_core::locale::{Arg, msg};
use atlas_core::matrix::CellPicture;
use atlas_core::place::Place;
use atlas_core::query::Target;
use atlas_core::shown::Shown;
use yew::prelude::*;

/// What is in a cell of which the source speaks.
pub(super) fn content(cell: &CellPicture) -> Html {
    let CellPicture { edition, sector, column, entry } = cell;
    let data = &edition.catalogue.data;
    let record = &edition.catalogue.records()[entry.record];
    let counted = entry.activities.is_some_and(|count| count > 0).then_some("counted");
    let button = selector("cell", edition, Target::Cell(*sector, *column))
        .classes(&[Some("cell"), Some(mark(record.coverage, record.inferred.is_some())), counted])
        // On narrow screens the style sheet makes a list of each row, in which a cell tells all in a line.
        .set("data-of", cell.line().plain().to_owned().into())
        .set("data-note", edition.notes(core::iter::once(&data.coverage()[record.source].evidence)).into());
    let button = match cell.label() {
        _ if edition.is_still => button,
        Some(label) => button.set("aria-label", label.plain().to_owned().into()),
        None => button.attr("disabled", ""),
    };
    button.text(cell.visible()).html()
}

/// The details as a row of the table, so that it stays one: a cell over all columns.
pub(super) fn opened(props: &Props, place: Place, columns: usize) -> Html {
    let cell = spanning(el("td"), columns).attr("role", "cell");
    el("tr").key(u32::MAX).attr("role", "row").class("opened").el(cell.child(details_at(props, place))).html()
}

/// A cell over several columns.
pub(super) fn spanning(cell: El, columns: usize) -> El {
    cell.num("colspan", columns.max(1) as i32).num("aria-colspan", columns.max(1) as i32)
}

/// A cell that says so many of so many, or nothing, on a ground that is the darker the more of all these are.
pub(super) fn counted(shown: &Shown, number: usize, total: usize) -> El {
    let node = el("td").attr("role", "cell");
    if number == 0 {
        return node.class("none").text(shown.locale.number(0));
    }
    let arguments = [Arg::Number("n", number as u32), Arg::Number("total", total as u32)];
    let share = ["few", "some", "most"][(number * 3 / total.max(1)).min(2)];
    node.classes(&[Some("number"), Some(share)]).text(shown.locale.format(msg::COUNT_OF, &arguments))
}
