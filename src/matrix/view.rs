//! The table: heads with state and term, a button in each cell that the source speaks of, words in every other.

use atlas_core::compare::moved;
use atlas_core::matrix::Grid;
use crate::el::{El, all, button, el, heading, hidden, memo};
use atlas_core::linking::Lit;
use atlas_core::locale::{Arg, msg};
use atlas_core::model::{Column, ColumnId, Coverage, GroupId, InstrumentId, PartnershipId, SectorId};
use atlas_core::query::{Bits, Target};
use atlas_core::shown::Shown;
use atlas_core::state::{Action, Order};
use atlas_core::time::known::State;
use atlas_core::timeline::scale::Scale;
use atlas_core::window::whole;
use crate::view::{Props, hue, known_class, mark};
use atlas_core::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// The share of the table that the names of the sectors have, in percent.
const NAMES: usize = 23;

/// The matrix with its heading, order and legend.
pub fn matrix(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let grid = Grid::of(&shown.catalogue, &shown.selection, shown.state.order);
    let head = el("div")
        .class("section-head")
        .el(heading(shown.state.page.heading + 1).class("section-title").text(locale.text(msg::REGION_MATRIX)));
    let caption = locale.format(msg::MATRIX_CAPTION, &[Arg::Words("date", &locale.day(shown.selection.day))]);
    let drawn = Rc::new(Drawn {
        shown: shown.clone(),
        lit: Lit::of(&shown.catalogue, shown.state.hover.or(shown.state.query.select)),
        columns: grid.columns().collect(),
        moved: moved(&shown.catalogue, &shown.acts),
    });
    let is_empty = shown.selection.sectors.is_empty();
    let table = el("table")
        .attr("role", "table")
        .classes(&[(shown.selection.columns.len() > 10).then_some("crowded")])
        .hidden_if(is_empty)
        .el(el("caption").class("vh").text(caption))
        .el(tracks(shown.selection.columns.len()))
        .child(drawn.head(&grid))
        .list(grid.groups.iter().map(|(group, sectors)| group_of(&drawn, *group, sectors)).collect());
    el("section")
        .class("matrix")
        .attr("part", "matrix")
        .el(head.opt((!is_empty).then(|| order(props))))
        .opt(is_empty.then(|| empty(props)))
        .opt((!is_empty).then(|| el("button").attr("type", "button").class("skip").text(locale.text(msg::MATRIX_SKIP))))
        .el(el("div").class("scroll").el(table))
        .opt((!is_empty).then(|| legend(shown)))
        .html()
}

fn order(props: &Props) -> El {
    let choice = |order: Order, name| {
        button(&props.act, Action::Order(order)).flag("aria-pressed", props.shown.state.order == order).text(props.shown.locale.text(name))
    };
    el("div")
        .class("joined")
        .attr("role", "group")
        .attr("aria-label", props.shown.locale.plain(msg::MATRIX_ORDER))
        .el(choice(Order::Authored, msg::ORDER_AUTHORED))
        .el(choice(Order::Coverage, msg::ORDER_COVERAGE))
}

/// Why there is no row, and the way back.
fn empty(props: &Props) -> El {
    let locale = props.shown.locale;
    let query = &props.shown.state.query;
    // Of words, of kinds and of states the source says nothing when nothing is left; of pairs of what it names, it does.
    let is_pair = query.text.trim().is_empty() && query.coverage.is_empty() && query.states.is_empty() && !query.gaps;
    let reason = match query.text.trim() {
        "" => locale.text(if is_pair { msg::EMPTY_PAIR } else { msg::EMPTY_FILTERS }),
        typed => locale.format(msg::EMPTY_SEARCH, &[Arg::Words("what", &Words::apart("", typed))]),
    };
    el("div")
        .class("empty")
        .el(el("p").class("reason").text(reason))
        .opt(is_pair.then(|| el("p").text(locale.text(msg::COVERAGE_NONE_NOTE))))
        .el(button(&props.act, Action::Clear).text(locale.text(msg::FILTER_CLEAR)))
}

/// The table while it is drawn: all rows and columns, of which the filters hide some.
struct Drawn {
    shown: Rc<Shown>,
    lit: Lit,
    columns: Vec<ColumnId>,
    /// The columns whose cells came or ended between the days compared.
    moved: Bits,
}

impl Drawn {
    fn head(&self, grid: &Grid) -> Html {
        let data = &self.shown.catalogue.data;
        let corner = el("th").attr("role", "columnheader").attr("scope", "col").class("corner").el(hidden(self.shown.locale.text(msg::SECTORS)));
        let partner = |(partnership, columns): &(PartnershipId, Vec<ColumnId>)| {
            let left = columns.iter().filter(|column| self.shown.selection.has_column(**column)).count();
            spanning(el("th"), left)
                .key(u32::from(partnership.0))
                .attr("scope", "colgroup")
                .classes(&[Some("partner"), Some(hue(*partnership))])
                .hidden_if(left == 0)
                .text(self.shown.text(&data.partnership(*partnership).name))
                .html()
        };
        // For eyes alone: in a table of roles, Firefox counts a head that spans columns as one, and a screen reader would put
        // a column under another partnership. So each column's own head begins with its partnership.
        let partners = el("tr").attr("aria-hidden", "true").class("partners").el(el("th").class("corner")).list(grid.heads.iter().map(partner).collect());
        let heads = el("tr").attr("role", "row").class("heads").el(corner);
        let heads = heads.list(self.columns.iter().map(|column| self.column_head(*column)).collect());
        el("thead").attr("role", "rowgroup").el(partners).el(heads).html()
    }

    fn column_head(&self, id: ColumnId) -> Html {
        let (shown, data) = (&self.shown, &self.shown.catalogue.data);
        let column = data.column(id);
        let lit = self.lit.column_lit(id).then_some("lit");
        let partnership = data.partnership_of(column);
        let hue = Some(hue(partnership));
        let has_changed = |id| shown.changes.iter().any(|change| change.instrument == id);
        let head = el("th")
            .key(u32::from(id.0))
            .attr("role", "columnheader")
            .attr("scope", "col")
            .hidden_if(!shown.selection.has_column(id))
            .el(el("span").class("of").text(shown.text(&data.partnership(partnership).name)));
        let name = el("span").class("name").text(shown.column_name(column));
        let Column::Instrument(instrument) = column else {
            return head.classes(&[Some("head outside"), hue, lit]).el(name).html();
        };
        let standing = shown.selection.standing(instrument);
        let name = name.set("data-note", shown.notes(core::iter::once(&data.instrument(instrument).evidence)).into());
        let places = || shown.notes(data.terms(instrument).map(|term| &term.evidence));
        let term = standing.term.map(|term| el("span").class("term").set("data-note", places().into()).text(shown.locale.term(&term)));
        head.classes(&[Some("head"), hue, Some(standing.state.id()), lit, has_changed(instrument).then_some("changed")])
            .el(el("button").attr("type", "button").class("plain").set("data-select", shown.target(Target::Instrument(instrument)).into()).el(name))
            .child(term_line(shown, instrument))
            .el(el("span").class("state").text(shown.locale.state(standing.state)))
            .opt(term)
            .opt(shown.doubt(instrument).map(|doubt| el("span").class("doubt").text(doubt)))
            .html()
    }

    /// All that the cells of a row depend on.
    fn stamp(&self, sector: SectorId) -> Vec<u32> {
        let Drawn { shown, lit, columns, moved } = self;
        let gaps = shown.state.query.gaps.then(|| shown.selection.day.number() as u32);
        let mut stamp = shown.stamp();
        stamp.extend([gaps.unwrap_or(u32::MAX), u32::from(shown.state.query.inferred)]);
        for column in columns {
            let mut bits = u32::from(lit.cell(sector, *column)) << 1 | u32::from(shown.selection.has_column(*column));
            bits |= u32::from(shown.state.query.select == Some(Target::Cell(sector, *column))) << 2;
            let cell = shown.selection.cell(sector, *column);
            bits |= cell.map_or(0, |cell| 8 | (cell.known as u32) << 4);
            bits |= u32::from(moved.contains(column.index())) << 6;
            stamp.extend([u32::from(column.0), bits, cell.map_or(0, |cell| cell.activities)]);
        }
        stamp
    }

    /// The name of a row and its cells.
    fn cells(self: &Rc<Drawn>, sector: SectorId) -> Html {
        let name = self.shown.text(&self.shown.catalogue.data.sector(sector).name);
        let opener = el("button").attr("type", "button").class("plain").set("data-select", self.shown.target(Target::Sector(sector)).into());
        all(vec![
            el("th").attr("role", "rowheader").attr("scope", "row").el(opener.text(name)).opt(self.gap(sector)).html(),
            all(self.columns.iter().map(|column| self.cell(sector, *column)).collect()),
        ])
    }

    /// Why a sector is a gap, while gaps are asked for: the state of each instrument that covers it.
    fn gap(&self, sector: SectorId) -> Option<El> {
        let shown = &self.shown;
        if !shown.state.query.gaps {
            return None;
        }
        let data = &shown.catalogue.data;
        let mut reasons = Vec::new();
        let records = shown.catalogue.records_of_sector(sector).map(|at| shown.catalogue.records()[at]);
        for record in records.filter(|record| record.inferred.is_none()) {
            if let Column::Instrument(id) = data.column(record.column) {
                let state = shown.locale.state(shown.selection.standing(id).state);
                reasons.push(shown.column_name(Column::Instrument(id)).and(": ").and(state));
            }
        }
        let words = if reasons.is_empty() { shown.locale.text(msg::GAP_NO_INSTRUMENT) } else { Words::join(reasons, "; ") };
        Some(el("span").class("gap").text(words))
    }

    /// A cell. While its column is hidden, what is in it stays as it was drawn last.
    fn cell(self: &Rc<Drawn>, sector: SectorId, id: ColumnId) -> Html {
        let (shown, data) = (&self.shown, &self.shown.catalogue.data);
        let lit = self.lit.cell(sector, id).then_some("lit");
        let is_left = shown.selection.has_column(id);
        let place = el("td").key(u32::from(id.0)).attr("role", "cell").hidden_if(!is_left);
        let Some(record) = shown.record_at(sector, id) else {
            return place.classes(&[Some("none"), lit]).text(shown.empty_word(sector, id)).html();
        };
        let cell = shown.selection.cell(sector, id);
        let known = shown.selection.column_known(&shown.catalogue, id);
        let stamp = is_left.then(|| {
            let mut stamp = shown.stamp();
            stamp.extend([known as u32, cell.map_or(u32::MAX, |cell| cell.activities)]);
            stamp
        });
        let own = self.clone();
        let selected = (shown.state.query.select == Some(Target::Cell(sector, id))).then_some("selected");
        let out = (is_left && cell.is_none()).then_some("out");
        let is_stated = shown.catalogue.records()[record].inferred.is_none();
        let changed = (is_stated && self.moved.contains(id.index())).then_some("changed");
        place
            .classes(&[Some(hue(data.partnership_of(data.column(id)))), known_class(known), lit, selected, out, changed])
            .child(memo(stamp, move || own.button(sector, id, record)))
            .html()
    }

    /// What is in a cell of which the source speaks.
    fn button(&self, sector: SectorId, id: ColumnId, record: usize) -> Html {
        let (shown, data) = (&self.shown, &self.shown.catalogue.data);
        let column_name = shown.column_name(data.column(id));
        let of = &shown.catalogue.records()[record];
        let cell = shown.selection.cell(sector, id);
        let activities = cell.map_or(0, |cell| cell.activities);
        let button = el("button")
            .attr("type", "button")
            .classes(&[Some("cell"), Some(mark(of.coverage, of.inferred.is_some())), (activities > 0).then_some("counted")])
            .set("data-select", shown.target(Target::Cell(sector, id)).into())
            // On narrow screens the style sheet makes a list of each row, in which a cell names its column.
            .set("data-of", column_name.plain().to_owned().into())
            .set("data-note", shown.notes(core::iter::once(&data.coverage()[of.source].evidence)).into());
        let Some(cell) = cell else {
            return button.attr("disabled", "").text(shown.empty_word(sector, id)).html();
        };
        let mut word = shown.cell_word(cell);
        let mut visible = match of.coverage {
            Coverage::Sectoral => shown.locale.text(msg::COVERAGE_SECTORAL_SHORT),
            Coverage::NamedArea if of.inferred.is_none() => shown.locale.text(msg::COVERAGE_NAMED_AREA_SHORT),
            _ => word.clone(),
        };
        if activities > 0 {
            visible = shown.locale.number(activities).into();
            let count = shown.locale.format(msg::COUNT_ACTIVITIES, &[Arg::Number("n", activities)]);
            word = count.and(", ").and(word);
        }
        let label = shown.locale.format(
            msg::CELL,
            &[
                Arg::Words("coverage", &word),
                Arg::Words("sector", &shown.text(&data.sector(sector).name)),
                Arg::Words("instrument", &column_name),
            ],
        );
        button.set("aria-label", label.plain().to_owned().into()).text(visible).html()
    }
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

/// A group of rows. Each row is drawn anew only if something in it has changed.
fn group_of(drawn: &Rc<Drawn>, group: GroupId, sectors: &[SectorId]) -> Html {
    let selection = &drawn.shown.selection;
    let name = spanning(el("th"), selection.columns.len() + 1)
        .attr("role", "rowheader")
        .attr("scope", "rowgroup")
        .text(drawn.shown.text(&drawn.shown.catalogue.data.group(group).name));
    let row = |sector: &SectorId| {
        let (own, sector) = (drawn.clone(), *sector);
        let is_left = selection.has_row(sector);
        el("tr")
            .key(u32::from(sector.0))
            .attr("role", "row")
            .classes(&[drawn.lit.sector(sector).then_some("lit")])
            .hidden_if(!is_left)
            .child(memo(is_left.then(|| drawn.stamp(sector)), move || own.cells(sector)))
            .html()
    };
    el("tbody")
        .key(u32::from(group.0))
        .attr("role", "rowgroup")
        .hidden_if(!sectors.iter().any(|sector| selection.has_row(*sector)))
        .el(el("tr").attr("role", "row").class("group").el(name))
        .list(sectors.iter().map(row).collect())
        .html()
}

/// The term as a small line with the playhead on it.
fn term_line(shown: &Shown, instrument: InstrumentId) -> Html {
    let scale = Scale { window: whole(&shown.catalogue, shown.state.today), left: 0, width: 80 };
    let (from, to, class) = match shown.selection.standing(instrument).term {
        Some(term) => (
            term.start.date().map_or(0, |date| scale.x(date.first())).max(0),
            term.end.date().map_or(80, |date| scale.end_x(date.last())).min(80),
            "bar",
        ),
        None => (0, 80, "open"),
    };
    let day = scale.middle_x(shown.selection.day).clamp(1, 79);
    let path = |class, d: String| el("path").class(class).set("d", d.into());
    el("svg")
        .class("term-line")
        .attr("viewBox", "0 0 80 12")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .el(path("base", "M0 6h80".to_owned()))
        .el(path(class, format!("M{from} 6H{to}")))
        .el(path("now", format!("M{day} 0v12")))
        .html()
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
        items.push(item(mark(Coverage::Covered, true), locale.text(msg::COVERAGE_INFERRED), locale.text(msg::COVERAGE_INFERRED_NOTE)));
    }
    items.push(item("nothing", locale.text(msg::COVERAGE_NONE), locale.text(msg::COVERAGE_NONE_NOTE)));
    // The states have no mark of their own: the heads of the columns say them in words.
    items.extend(State::ALL.iter().map(|state| entry(el("span").class("word"), locale.state(*state), locale.state_note(*state))));
    el("ul").class("legend").attr("tabindex", "-1").attr("aria-label", locale.plain(msg::LEGEND)).list(items)
}
