//! The matrix as a grid: a column for each instrument, with state and term in its head, a row for each sector; a button in each
//! cell that the source speaks of, words in every other.

use super::cell::{content, counted, opened, spanning};
use super::instrument::{has_changed, silence, told};
use crate::controls::{folder, linked};
use crate::el::{El, all, el, hidden};
use crate::memo::memo;
use crate::view::{Props, hue, known_class};
use atlas_core::linking::Lit;
use atlas_core::locale::{Arg, msg};
use atlas_core::matrix::{Columns, Grid, Place as Spot, RowPicture, Silent, Tally};
use atlas_core::model::{Column, ColumnId, GroupId, PartnershipId, SectorId};
use atlas_core::place::Place;
use atlas_core::query::Target;
use atlas_core::state::Fold;
use yew::prelude::*;

/// The share of the table that the names of the sectors have, in percent.
const NAMES: usize = 23;

/// The table; `is_same` if something else says the state of all instruments.
pub(super) fn table(props: &Props, grid: &Grid, is_same: bool) -> El {
    let shown = &props.shown;
    let count = shown.selection.columns.len();
    let lit = Lit::of(&shown.catalogue, shown.state.lit());
    let columns = Columns::of(shown, &lit, grid);
    let tally = Tally::of(&shown.catalogue, &shown.selection);
    let caption =
        shown.locale.format(msg::MATRIX_CAPTION, &[Arg::Words("date", &shown.locale.day(shown.selection.day))]);
    let is_below = shown.details_place() == Some(Place::Heads);
    let groups = grid.groups.iter().map(|(id, sectors)| group(props, &lit, &columns, &tally, *id, sectors));
    el("table")
        .attr("role", "table")
        .classes(&[Some("grid"), (count > 10).then_some("crowded"), is_same.then_some("same")])
        .el(el("caption").class("vh").text(caption))
        .el(tracks(count))
        .child(head_of(props, &lit, grid))
        .opt(is_below.then(|| el("tbody").attr("role", "rowgroup").child(opened(props, Place::Heads, count + 1))))
        .list(groups.collect())
}
/// The heads: partnerships over their columns, and the columns.
fn head_of(props: &Props, lit: &Lit, grid: &Grid) -> Html {
    let shown = &props.shown;
    let data = &shown.catalogue.data;
    let begins = grid.beginnings(&shown.selection);
    let corner = el("th").attr("role", "columnheader").attr("scope", "col").class("corner");
    let corner = corner.el(hidden(shown.locale.text(msg::SECTORS)));
    let partner = |(partnership, columns): &(PartnershipId, Vec<ColumnId>)| {
        let begin = columns.iter().any(|id| begins.contains(id));
        let left = columns.iter().filter(|column| shown.selection.has_column(**column)).count();
        spanning(el("th"), left)
            .key(u32::from(partnership.0))
            .attr("scope", "colgroup")
            .classes(&[Some("partner"), Some(hue(*partnership)), begin.then_some("begins")])
            .hidden_if(left == 0)
            .text(shown.text(&data.partnership(*partnership).name))
            .html()
    };
    // For eyes alone: in a table of roles, Firefox counts a head that spans columns as one, and a screen reader would put
    // a column under another partnership. So each column's own head begins with its partnership.
    let partners = el("tr").attr("aria-hidden", "true").class("partners").el(el("th").class("corner"));
    let partners = partners.list(grid.heads.iter().map(partner).collect());
    let heads = el("tr").attr("role", "row").class("heads").el(corner);
    let heads =
        heads.list(grid.columns().map(|column| column_head(props, lit, column, begins.contains(&column))).collect());
    el("thead").attr("role", "rowgroup").el(partners).el(heads).html()
}

fn column_head(props: &Props, lit: &Lit, id: ColumnId, begins: bool) -> Html {
    let shown = &props.shown;
    let data = &shown.catalogue.data;
    let column = data.column(id);
    let (lit, begins) = (lit.column_lit(id).then_some("lit"), begins.then_some("begins"));
    let partnership = data.partnership_of(column);
    let hue = Some(hue(partnership));
    let head = el("th")
        .key(u32::from(id.0))
        .attr("role", "columnheader")
        .attr("scope", "col")
        .hidden_if(!shown.selection.has_column(id))
        .el(el("span").class("of").text(shown.text(&data.partnership(partnership).name)));
    let Column::Instrument(instrument) = column else {
        let name = el("span").class("name").text(shown.column_name(column));
        return head.classes(&[Some("head outside"), hue, lit, begins]).el(name).html();
    };
    // In a list the heads are out of sight, with nothing in them that takes the focus: the cards below have that.
    let listed = (!shown.is_still).then(|| el("span").class("listed").text(shown.column_name(column)));
    let state = Some(shown.selection.standing(instrument).state.id());
    told(props, head.opt(listed), instrument)
        .opt(Silent::of(&shown.catalogue, id).map(|silent| silence(props, silent)))
        .classes(&[Some("head"), hue, state, lit, begins, has_changed(shown, instrument)])
        .html()
}

/// The instruments as cards, for the list that narrow screens have of the table: after the sectors, closed at first.
pub(super) fn cards(props: &Props, grid: &Grid) -> El {
    let shown = &props.shown;
    let data = &shown.catalogue.data;
    let card = |id: ColumnId| {
        let Column::Instrument(instrument) = data.column(id) else { return Html::default() };
        let partnership = data.instrument(instrument).partnership;
        let state = Some(shown.selection.standing(instrument).state.id());
        let card = el("li")
            .key(u32::from(id.0))
            .el(el("span").class("of").text(shown.text(&data.partnership(partnership).name)));
        told(props, card, instrument)
            .opt(Silent::of(&shown.catalogue, id).map(|silent| silence(props, silent)))
            .classes(&[Some("head"), Some(hue(partnership)), state, has_changed(shown, instrument)])
            .html()
    };
    let left = grid.columns().filter(|id| shown.selection.has_column(*id));
    el("details")
        .class("cards")
        .el(el("summary").text(shown.locale.text(msg::INSTRUMENTS)))
        .el(el("ul").list(left.map(card).collect()))
}

/// A group of rows. Each row is drawn anew only if something in it has changed.
fn group(props: &Props, lit: &Lit, columns: &Columns, tally: &Tally, group: GroupId, sectors: &[SectorId]) -> Html {
    let shown = &props.shown;
    let columns_left = shown.selection.columns.len();
    let name = shown.text(&shown.catalogue.data.group(group).name);
    let head = el("th").attr("role", "rowheader").attr("scope", "rowgroup");
    let fold = Grid::fold(shown, group);
    let head = match fold {
        None => el("tr").el(spanning(head, columns_left + 1).text(name)),
        Some(is_open) => el("tr")
            .el(head.el(folder(props, Fold::Group(group), is_open, name)))
            .list(columns.ids().map(|column| number(props, tally, column, group, sectors)).collect()),
    };
    let is_out = !sectors.iter().any(|sector| shown.selection.has_row(*sector));
    let sectors = if fold == Some(false) { &[] } else { sectors };
    let place = shown.details_place();
    let row = |sector: &SectorId| {
        let row = columns.row(*sector);
        el("tr")
            .key(u32::from(sector.0))
            .attr("role", "row")
            .classes(&[lit.sector(*sector).then_some("lit")])
            .hidden_if(row.is_none())
            .child(memo(row, cells))
            .html()
    };
    let mut rows: Vec<Html> = Vec::with_capacity(sectors.len() + 1);
    for sector in sectors {
        rows.push(row(sector));
        let below = Place::Row(*sector);
        if place == Some(below) {
            rows.push(opened(props, below, columns_left + 1));
        }
    }
    el("tbody")
        .key(u32::from(group.0))
        .attr("role", "rowgroup")
        .hidden_if(is_out)
        .el(head.attr("role", "row").class("group"))
        .list(rows)
        .html()
}

/// How many of the sectors of a group a column has: "6 of 24".
fn number(props: &Props, tally: &Tally, column: ColumnId, group: GroupId, sectors: &[SectorId]) -> Html {
    let shown = &props.shown;
    let left = sectors.iter().filter(|sector| shown.selection.has_row(**sector)).count();
    counted(shown, tally.sectors(column, group), left)
        .key(u32::from(column.0))
        .hidden_if(!shown.selection.has_column(column))
        .html()
}

/// The name of a row and its cells.
fn cells(row: &RowPicture) -> Html {
    let name = row.edition.text(&row.edition.catalogue.data.sector(row.sector).name);
    let head = el("th").attr("role", "rowheader").attr("scope", "row");
    let head = linked(head, "plain", &row.edition, Target::Sector(row.sector), name)
        .opt(row.reason().map(|reason| el("span").class("gap").text(reason)));
    all(vec![head.html(), all(row.places.iter().map(|place| cell(row, place)).collect())])
}

/// A cell. While its column is hidden, what is in it stays as it was drawn last.
fn cell(row: &RowPicture, place: &Spot) -> Html {
    let data = &row.edition.catalogue.data;
    let (lit, begins) = (place.is_lit.then_some("lit"), place.begins.then_some("begins"));
    let id = u32::from(place.column.0);
    let node = el("td").key(id).attr("role", "cell").hidden_if(!place.is_left);
    let Some(entry) = place.entry else {
        return node.classes(&[Some("none"), lit, begins]).text(row.edition.locale.text(msg::COVERAGE_NONE)).html();
    };
    let hue = hue(data.partnership_of(data.column(place.column)));
    let selected = place.is_selected.then_some("selected");
    let out = (place.is_left && entry.activities.is_none()).then_some("out");
    let changed = place.has_changed.then_some("changed");
    node.classes(&[Some(hue), known_class(entry.known()), lit, begins, selected, out, changed])
        .child(memo(place.is_left.then(|| row.cell(place.column, entry)), content))
        .html()
}

/// The widths of the columns, as shares of what there is: none is narrower than its longest word, whatever its share.
fn tracks(columns: usize) -> El {
    let share = |width: usize| el("col").set("width", [&width.to_string(), "%"].concat().into());
    let columns = columns.max(1);
    el("colgroup").el(share(NAMES)).el(share((100 - NAMES) / columns).num("span", columns as i32))
}
