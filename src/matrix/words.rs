//! The matrix of a large framework in words, for views in which nothing opens: each sector with the instruments that name it.

use crate::el::{El, el, heading};
use atlas_core::model::{Coverage, GroupId, SectorId};
use atlas_core::query::Cell;
use atlas_core::shown::Shown;
use atlas_core::time::known::Known;
use atlas_core::words::Words;
use yew::prelude::*;

/// All sectors that the filters leave, by groups.
pub(super) fn words(shown: &Shown) -> El {
    let data = &shown.catalogue.data;
    let sectors = |group: GroupId| {
        let of = shown.selection.sectors.iter().filter(move |sector| data.sector(**sector).group == group);
        of.map(|sector| line(shown, *sector)).collect::<Vec<_>>()
    };
    let groups = data.groups().map(|(id, row)| (shown.text(&row.name), sectors(id)));
    let groups = groups.filter(|(_, lines)| !lines.is_empty()).flat_map(|(name, lines)| {
        [heading(shown.state.heading() + 2).text(name).html(), el("ul").attr("role", "list").list(lines).html()]
    });
    el("div").class("in-words").list(groups.collect())
}

/// "Customs – covered: Trade agreement; Work plan", and what is not adopted on the day with that behind it.
fn line(shown: &Shown, sector: SectorId) -> Html {
    let data = &shown.catalogue.data;
    let from = shown.selection.cells.partition_point(|cell| cell.sector < sector);
    let to = shown.selection.cells.partition_point(|cell| cell.sector <= sector);
    let cells = &shown.selection.cells[from..to];
    let name = |cell: &Cell| shown.column_name(data.column(cell.column));
    let is_plain = |cell: &Cell| cell.known == Known::Yes && shown.catalogue.records()[cell.record].inferred.is_none();
    let covered = |coverage: &Coverage| {
        let is_so = |cell: &&Cell| is_plain(cell) && shown.catalogue.records()[cell.record].coverage == *coverage;
        let names = Words::join(cells.iter().filter(is_so).map(name), "; ");
        (!names.is_empty()).then(|| shown.locale.coverage(*coverage).and(": ").and(names))
    };
    let others = cells.iter().filter(|cell| !is_plain(cell));
    let others = others.map(|cell| name(cell).and(" (").and(shown.cell_word(cell)).and(")"));
    let parts = Coverage::ALL.iter().filter_map(covered).chain(others);
    el("li")
        .el(el("b").text(shown.text(&data.sector(sector).name)))
        .text(Words::from(" – ").and(Words::join(parts, "; ")))
        .html()
}
