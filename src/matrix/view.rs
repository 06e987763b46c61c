//! The table: heads with state and term, a button in each cell that the source speaks of, words in every other.

use crate::controls::{button, linked, selector};
use crate::details::details_at;
use crate::el::{El, all, el, heading, hidden};
use crate::memo::memo;
use crate::view::{Props, hue, known_class, mark};
use atlas_core::finding::nothing;
use atlas_core::linking::Lit;
use atlas_core::locale::{Arg, msg};
use atlas_core::matrix::{CellPicture, Columns, Grid, Place as Spot, RowPicture, Silent, part};
use atlas_core::model::{Column, ColumnId, Coverage, GroupId, InstrumentId, PartnershipId, SectorId};
use atlas_core::place::Place;
use atlas_core::query::Target;
use atlas_core::shown::Shown;
use atlas_core::state::{Action, Arrangement};
use atlas_core::time::known::State;
use atlas_core::timeline::scale::Scale;
use atlas_core::window::whole;
use atlas_core::words::Words;
use yew::prelude::*;

/// The share of the table that the names of the sectors have, in percent.
const NAMES: usize = 23;
/// Below this width of the views, in CSS pixels, the style sheet may make a list of the table: it does by the reader's font.
const NARROW: u32 = 1200;
/// Of so many columns there are cards in any case, for readers whose letters are much larger than usual.
const FEW: usize = 40;

/// The matrix with its heading, order and legend.
pub fn matrix(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let room = Grid::room(&shown.catalogue.data);
    let grid = Grid::of(&shown.catalogue, &shown.selection, shown.state.interface.arrangement, room);
    let count = columns_of(shown);
    let head = el("div")
        .class("section-head")
        .el(heading(shown.state.heading() + 1).class("section-title").text(locale.text(msg::REGION_MATRIX)));
    let caption = locale.format(msg::MATRIX_CAPTION, &[Arg::Words("date", &locale.day(shown.selection.day))]);
    let lit = Lit::of(&shown.catalogue, shown.state.lit());
    let columns = Columns::of(shown, &lit, &grid);
    let is_empty = shown.selection.sectors.is_empty();
    // Only what stands in no box of its own can have heads that stay in sight while the page is scrolled.
    let fits = shown.state.surroundings.has_room_for(count);
    let is_usable = !is_empty && !shown.is_still;
    let has_cards = is_usable && (shown.state.surroundings.width < NARROW || count <= FEW);
    let table = el("table")
        .attr("role", "table")
        .classes(&[(count > 10).then_some("crowded")])
        .hidden_if(is_empty)
        .el(el("caption").class("vh").text(caption))
        .el(tracks(count))
        .child(head_of(props, &lit, &grid))
        .opt(
            (shown.details_place() == Some(Place::Heads))
                .then(|| el("tbody").attr("role", "rowgroup").child(opened(props, Place::Heads))),
        )
        .list(grid.groups.iter().map(|(id, sectors)| group(props, &lit, &columns, *id, sectors)).collect());
    el("section")
        .class("matrix")
        .attr("part", "matrix")
        .el(head.opt(is_usable.then(|| arrangement(props))))
        .opt(is_empty.then(|| empty(props)))
        .opt(is_usable.then(|| el("button").attr("type", "button").class("skip").text(locale.text(msg::MATRIX_SKIP))))
        .opt(part(shown, room).map(|part| el("p").class("quiet").text(part)))
        .opt((!is_empty).then(|| key(shown)))
        .el(el("div").classes(&[Some("scroll"), fits.then_some("fits")]).el(table))
        .opt(has_cards.then(|| cards(props, &grid)))
        .opt((!is_empty).then(|| legend(shown)))
        .html()
}

/// How many columns are drawn.
fn columns_of(shown: &Shown) -> usize {
    shown.selection.columns.len().min(Grid::room(&shown.catalogue.data))
}

fn arrangement(props: &Props) -> El {
    let (now, locale) = (props.shown.state.interface.arrangement, props.shown.locale);
    let choice = |arrangement, name| {
        let pressed = now == arrangement;
        button(&props.act, Action::Arrange(arrangement)).flag("aria-pressed", pressed).text(locale.text(name))
    };
    el("div")
        .class("joined")
        .attr("role", "group")
        .attr("aria-label", locale.plain(msg::MATRIX_ORDER))
        .el(choice(Arrangement::Authored, msg::ORDER_AUTHORED))
        .el(choice(Arrangement::Coverage, msg::ORDER_COVERAGE))
}

/// Why there is no row, and the way back.
fn empty(props: &Props) -> El {
    let locale = props.shown.locale;
    let query = &props.shown.state.query;
    let is_pair = query.is_about_pairs();
    let reason = nothing(locale, query);
    el("div")
        .class("empty")
        .el(el("p").class("reason").text(reason))
        .opt(is_pair.then(|| el("p").text(locale.text(msg::COVERAGE_NONE_NOTE))))
        .opt((!props.shown.is_still).then(|| button(&props.act, Action::Clear).text(locale.text(msg::FILTER_CLEAR))))
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

fn has_changed(shown: &Shown, id: InstrumentId) -> Option<&'static str> {
    shown.changes.iter().any(|change| change.instrument == id).then_some("changed")
}

/// What a head or a card tells of an instrument: its name, which opens its details, its state and its term.
fn told(props: &Props, place: El, instrument: InstrumentId) -> El {
    let shown = &props.shown;
    let data = &shown.catalogue.data;
    let standing = shown.selection.standing(instrument);
    let name = el("span").class("name").text(shown.text(&data.instrument(instrument).short));
    let name = name.set("data-note", shown.notes(core::iter::once(&data.instrument(instrument).evidence)).into());
    let places = || shown.notes(data.terms(instrument).map(|term| &term.evidence));
    let term = standing
        .term
        .map(|term| el("span").class("term").set("data-note", places().into()).text(shown.locale.term(&term)));
    place
        .el(selector("plain", shown, Target::Instrument(instrument)).el(name))
        .child(term_line(shown, instrument))
        .el(el("span").class("state").text(shown.locale.state(standing.state)))
        .opt(term)
        .opt(shown.doubt(instrument).map(|doubt| el("span").class("doubt").text(doubt)))
}

/// That the source names no sectors for a column, and the offer to show what follows from what its instrument implements.
fn silence(props: &Props, silent: Silent) -> El {
    let shown = &props.shown;
    let inferred = shown.state.query.inferred;
    let offer = silent.implements.filter(|_| !shown.is_still).map(|id| {
        let name = shown.text(&shown.catalogue.data.instrument(id).short);
        let words = AttrValue::from(
            shown.locale.format(msg::SHOW_INFERRED_FROM, &[Arg::Words("name", &name)]).plain().to_owned(),
        );
        button(&props.act, Action::Inferred(!inferred))
            .class("infer")
            .flag("aria-pressed", inferred)
            .set("title", words.clone())
            .set("aria-label", words)
            .text(shown.locale.text(msg::SHOW_INFERRED))
    });
    el("span").class("silent").text(shown.locale.text(msg::NAMES_NO_SECTORS)).opt(offer)
}

/// The instruments as cards, for the list that narrow screens have of the table: after the sectors, closed at first.
fn cards(props: &Props, grid: &Grid) -> El {
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

/// The details as a row of the table, so that it stays one: a cell over all columns.
fn opened(props: &Props, place: Place) -> Html {
    let cell = spanning(el("td"), columns_of(&props.shown) + 1).attr("role", "cell");
    el("tr").key(u32::MAX).attr("role", "row").class("opened").el(cell.child(details_at(props, place))).html()
}

/// A group of rows. Each row is drawn anew only if something in it has changed.
fn group(props: &Props, lit: &Lit, columns: &Columns, group: GroupId, sectors: &[SectorId]) -> Html {
    let shown = &props.shown;
    let name = spanning(el("th"), columns_of(shown) + 1)
        .attr("role", "rowheader")
        .attr("scope", "rowgroup")
        .text(shown.text(&shown.catalogue.data.group(group).name));
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
        if shown.details_place() == Some(below) {
            rows.push(opened(props, below));
        }
    }
    el("tbody")
        .key(u32::from(group.0))
        .attr("role", "rowgroup")
        .hidden_if(!sectors.iter().any(|sector| shown.selection.has_row(*sector)))
        .el(el("tr").attr("role", "row").class("group").el(name))
        .list(rows)
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

/// What is in a cell of which the source speaks.
fn content(cell: &CellPicture) -> Html {
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

/// The widths of the columns, as shares of what there is: none is narrower than its longest word, whatever its share.
fn tracks(columns: usize) -> El {
    let share = |width: usize| el("col").set("width", [&width.to_string(), "%"].concat().into());
    let columns = columns.max(1);
    el("colgroup").el(share(NAMES)).el(share((100 - NAMES) / columns).num("span", columns as i32))
}

/// A cell over several columns.
fn spanning(cell: El, columns: usize) -> El {
    cell.num("colspan", columns.max(1) as i32).num("aria-colspan", columns.max(1) as i32)
}

/// The term as a small line with the playhead on it: from the adoption on, as far as that is stated. Nothing of it where the
/// instrument is not adopted yet, or where neither term nor adoption are stated.
fn term_line(shown: &Shown, instrument: InstrumentId) -> Html {
    let data = &shown.catalogue.data;
    let scale = Scale { window: whole(&shown.catalogue, shown.state.surroundings.today), left: 0, width: 80 };
    let standing = shown.selection.standing(instrument);
    let adopted = data.instrument(instrument).adopted.and_then(|event| data.event(event).date);
    let adopted = adopted.and_then(|date| date.interval().start.date().map(|date| scale.x(date.first())));
    let starts = standing.term.and_then(|term| term.start.date().map(|date| scale.x(date.first())));
    let ends = standing.term.and_then(|term| term.end.date().map(|date| scale.end_x(date.last())));
    let from = starts.max(adopted).filter(|_| standing.state != State::NotYetAdopted);
    let line = from.map(|from| {
        // What has no stated limit is dotted, as in the drawing.
        let class = if starts.is_some() && ends.is_some() { "bar" } else { "open" };
        path(class, format!("M{} 6H{}", from.max(0), ends.unwrap_or(80).min(80)))
    });
    let day = scale.middle_x(shown.selection.day).clamp(1, 79);
    el("svg")
        .class("term-line")
        .attr("viewBox", "0 0 80 12")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .el(path("base", "M0 6h80".to_owned()))
        .opt(line)
        .el(path("now", format!("M{day} 0v12")))
        .html()
}

/// The marks in the order of their strength, above the table. The legend below explains them, to screen readers too.
fn key(shown: &Shown) -> El {
    let locale = shown.locale;
    let item = |mark: &'static str, name: Words| {
        el("li").el(el("span").classes(&[Some("mark"), Some(mark)])).text(name).html()
    };
    let coverage = |coverage: &Coverage| item(mark(*coverage, false), locale.coverage(*coverage));
    let mut items: Vec<Html> = Coverage::ALL.iter().map(coverage).collect();
    if shown.state.query.inferred {
        items.push(item(mark(Coverage::Covered, true), locale.text(msg::COVERAGE_INFERRED)));
    }
    items.push(item("nothing", locale.text(msg::COVERAGE_NONE)));
    el("ul").class("key").attr("aria-hidden", "true").list(items)
}

fn path(class: &'static str, d: String) -> El {
    el("path").class(class).set("d", d.into())
}

fn legend(shown: &Shown) -> El {
    let locale = shown.locale;
    let entry = |place: El, name: Words, note: Words| {
        let words = el("span").el(el("b").text(name)).text(" ").text(note);
        el("li").el(place.attr("aria-hidden", "true")).el(words).html()
    };
    let item = |mark: &'static str, name, note| entry(el("span").classes(&[Some("mark"), Some(mark)]), name, note);
    let mut items: Vec<Html> = Coverage::ALL
        .iter()
        .map(|coverage| item(mark(*coverage, false), locale.coverage(*coverage), locale.coverage_note(*coverage)))
        .collect();
    if shown.state.query.inferred {
        items.push(item(
            mark(Coverage::Covered, true),
            locale.text(msg::COVERAGE_INFERRED),
            locale.text(msg::COVERAGE_INFERRED_NOTE),
        ));
    }
    items.push(item("nothing", locale.text(msg::COVERAGE_NONE), locale.text(msg::COVERAGE_NONE_NOTE)));
    // The states have no mark of their own: the heads of the columns say them in words.
    items.extend(
        State::ALL.iter().map(|state| entry(el("span").class("word"), locale.state(*state), locale.state_note(*state))),
    );
    el("ul").class("legend").attr("tabindex", "-1").attr("aria-label", locale.plain(msg::LEGEND)).list(items)
}
