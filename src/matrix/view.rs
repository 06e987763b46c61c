//! The table: heads with state and term, a button in each cell that the source speaks of, words in every other.

use super::grid::Grid;
use crate::linking::Lit;
use crate::locale::{Arg, msg};
use crate::model::{Column, ColumnId, Coverage, InstrumentId, PartnershipId, SectorId};
use crate::query::Target;
use crate::state::{Action, Order, Shown};
use crate::time::known::{Known, State};
use crate::timeline::scale::{Scale, whole};
use crate::view::{Props, hue, known_class, mark, state_class};
use yew::prelude::*;

/// The matrix with its heading, order and legend.
#[component]
pub fn Matrix(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let grid = Grid::of(&shown.catalogue, &shown.selection, shown.state.order);
    let lit = Lit::of(&shown.catalogue, shown.state.hover.or(shown.state.query.select));
    let heading = format!("h{}", (shown.state.page.heading + 1).clamp(2, 6));
    html! {
        <section class="matrix" part="matrix">
            <div class="section-head">
                <@{heading} class="section-title">{ locale.text(msg::REGION_MATRIX) }</@>
                if !grid.groups.is_empty() { { order(props) } }
            </div>
            if grid.groups.is_empty() {
                { empty(props) }
            } else {
                <table role="table" class={classes!((grid.columns().count() > 10).then_some("crowded"))}>
                    <caption class="vh">{ locale.format(msg::MATRIX_CAPTION, &[Arg::Text("date", &locale.day(shown.selection.day))]) }</caption>
                    { head(shown, &grid, &lit) }
                    { for grid.groups.iter().map(|(group, sectors)| html! {
                        <tbody key={group.0} role="rowgroup">
                            <tr class="group" role="row">
                                <th role="rowheader" scope="rowgroup" colspan={(grid.columns().count() + 1).to_string()}>{ shown.text(&shown.catalogue.data.group(*group).name).to_owned() }</th>
                            </tr>
                            { for sectors.iter().map(|sector| row(shown, &grid, &lit, *sector)) }
                        </tbody>
                    }) }
                </table>
                { legend(shown) }
            }
        </section>
    }
}

fn order(props: &Props) -> Html {
    let button = |order: Order, name| {
        let pressed = (props.shown.state.order == order).to_string();
        html! { <button type="button" aria-pressed={pressed} onclick={props.on(Action::Order(order))}>{ props.shown.locale.text(name) }</button> }
    };
    html! {
        <div class="joined" role="group" aria-label={props.shown.locale.text(msg::MATRIX_ORDER)}>
            { button(Order::Authored, msg::ORDER_AUTHORED) }
            { button(Order::Coverage, msg::ORDER_COVERAGE) }
        </div>
    }
}

/// Why there is no row, and the way back.
fn empty(props: &Props) -> Html {
    let locale = props.shown.locale;
    html! {
        <div class="empty" role="status">
            <p class="reason">{ locale.text(msg::EMPTY_PAIR) }</p>
            <p>{ locale.text(msg::EMPTY_PAIR_NOTE) }</p>
            <button type="button" onclick={props.on(Action::Clear)}>{ locale.text(msg::FILTER_CLEAR) }</button>
        </div>
    }
}

fn head(shown: &Shown, grid: &Grid, lit: &Lit) -> Html {
    let data = &shown.catalogue.data;
    let partner = |(partnership, columns): &(PartnershipId, Vec<ColumnId>)| {
        html! {
            <th key={partnership.0} role="columnheader" scope="colgroup" class={classes!("partner", hue(*partnership))} colspan={columns.len().to_string()}>
                { shown.text(&data.partnership(*partnership).name).to_owned() }
            </th>
        }
    };
    html! {
        <thead role="rowgroup">
            <tr role="row" class="partners">
                <td role="cell" class="corner"><span class="vh">{ shown.locale.text(msg::SECTORS) }</span></td>
                { for grid.heads.iter().map(partner) }
            </tr>
            <tr role="row" class="heads">
                <td role="cell" class="corner"><span class="vh">{ shown.locale.text(msg::SECTORS) }</span></td>
                { for grid.columns().map(|column| column_head(shown, lit, column)) }
            </tr>
        </thead>
    }
}

fn column_head(shown: &Shown, lit: &Lit, id: ColumnId) -> Html {
    let data = &shown.catalogue.data;
    let column = data.column(id);
    let lit = lit.column_lit(id).then_some("lit");
    let hue = hue(data.partnership_of(column));
    match column {
        Column::Outside(_) => html! {
            <th key={id.0} role="columnheader" scope="col" class={classes!("head", "outside", hue, lit)}>
                <span class="name">{ shown.column_name(column).to_owned() }</span>
            </th>
        },
        Column::Instrument(instrument) => {
            let row = data.instrument(instrument);
            let standing = shown.selection.standing(instrument);
            html! {
                <th key={id.0} role="columnheader" scope="col" class={classes!("head", hue, state_class(standing.state), lit)}>
                    <button type="button" class="plain" data-select={shown.target(Target::Instrument(instrument))}>
                        <span class="name">{ shown.text(&row.short).to_owned() }</span>
                    </button>
                    { term_line(shown, instrument) }
                    <span class="state">{ shown.locale.state(standing.state) }</span>
                    if let Some(term) = standing.term { <span class="term">{ shown.locale.term(&term) }</span> }
                </th>
            }
        }
    }
}

/// The term as a small line with the playhead on it.
fn term_line(shown: &Shown, instrument: InstrumentId) -> Html {
    let scale = Scale { window: whole(&shown.catalogue, shown.state.today), left: 0, width: 80 };
    let standing = shown.selection.standing(instrument);
    let (from, to, class) = match standing.term {
        Some(term) => (
            term.start.date().map_or(0, |date| scale.x(date.first())),
            term.end.date().map_or(80, |date| scale.end_x(date.last())),
            "bar",
        ),
        None => (0, 80, "open"),
    };
    let day = scale.middle_x(shown.selection.day).clamp(1, 79);
    html! {
        <svg class="term-line" viewBox="0 0 80 12" preserveAspectRatio="none" aria-hidden="true">
            <path class="base" d="M0 6h80" />
            <path class={class} d={format!("M{} 6H{}", from.max(0), to.min(80))} />
            <path class="now" d={format!("M{day} 0v12")} />
        </svg>
    }
}

fn row(shown: &Shown, grid: &Grid, lit: &Lit, sector: SectorId) -> Html {
    let name = shown.text(&shown.catalogue.data.sector(sector).name).to_owned();
    html! {
        <tr key={sector.0} role="row" class={classes!(lit.sector(sector).then_some("lit"))}>
            <th role="rowheader" scope="row">
                <button type="button" class="plain" data-select={shown.target(Target::Sector(sector))}>{ name }</button>
            </th>
            { for grid.columns().map(|column| cell(shown, lit, sector, column)) }
        </tr>
    }
}

fn cell(shown: &Shown, lit: &Lit, sector: SectorId, id: ColumnId) -> Html {
    let data = &shown.catalogue.data;
    let column = data.column(id);
    let hue = hue(data.partnership_of(column));
    let lit = lit.cell(sector, id).then_some("lit");
    let Some(cell) = shown.selection.cell(sector, id) else {
        return html! {
            <td key={id.0} role="cell" class={classes!("none", lit)}><span class="vh">{ shown.locale.text(msg::COVERAGE_NONE) }</span></td>
        };
    };
    let record = &shown.catalogue.records()[cell.record];
    let inferred = record.inferred.is_some();
    let word = word(shown, column, cell.known, record.coverage, inferred);
    let name = shown.text(&data.sector(sector).name);
    let column_name = shown.column_name(column);
    let (label, visible) = if cell.activities > 0 {
        let count = shown.locale.format(msg::COUNT_ACTIVITIES, &[Arg::Number("n", cell.activities)]);
        let number = shown.locale.number(cell.activities);
        (cell_label(shown, &[&count, ", ", &word].concat(), name, column_name), number)
    } else {
        (cell_label(shown, &word, name, column_name), word)
    };
    let selected = shown.state.query.select == Some(Target::Cell(sector, id));
    html! {
        <td key={id.0} role="cell" class={classes!(hue, known_class(cell.known), inferred.then_some("inferred"), lit, selected.then_some("selected"))}>
            <button type="button" class="cell" aria-label={label} data-select={shown.target(Target::Cell(sector, id))}>
                { mark(record.coverage, inferred) }
                <span class="word">{ visible }</span>
                <span class="of" aria-hidden="true">{ column_name.to_owned() }</span>
            </button>
        </td>
    }
}

/// What a cell says in a word: its coverage, or why it is drawn otherwise.
fn word(shown: &Shown, column: Column, known: Known, coverage: Coverage, inferred: bool) -> String {
    let locale = shown.locale;
    let state = match column {
        Column::Instrument(id) => Some(shown.selection.standing(id).state),
        Column::Outside(_) => None,
    };
    let coverage = if inferred { locale.text(msg::COVERAGE_INFERRED) } else { locale.coverage(coverage) };
    match (known, state) {
        (Known::No, _) => locale.state(State::NotYetAdopted).to_owned(),
        (Known::Undetermined, _) => locale.state(State::Undetermined).to_owned(),
        _ => coverage.to_owned(),
    }
}

fn cell_label(shown: &Shown, word: &str, sector: &str, instrument: &str) -> String {
    shown.locale.format(
        msg::CELL,
        &[Arg::Text("coverage", word), Arg::Text("sector", sector), Arg::Text("instrument", instrument)],
    )
}

fn legend(shown: &Shown) -> Html {
    let locale = shown.locale;
    let item = |coverage: Coverage| {
        html! { <li key={coverage.id()}>{ mark(coverage, false) }<span><b>{ locale.coverage(coverage) }</b>{ " " }{ locale.coverage_note(coverage) }</span></li> }
    };
    html! {
        <ul class="legend" aria-label={locale.text(msg::LEGEND)}>
            { for Coverage::ALL.iter().map(|coverage| item(*coverage)) }
            if shown.state.query.inferred {
                <li>{ mark(Coverage::Covered, true) }<span><b>{ locale.text(msg::COVERAGE_INFERRED) }</b>{ " " }{ locale.text(msg::COVERAGE_INFERRED_NOTE) }</span></li>
            }
            <li><span class="mark dot" aria-hidden="true" /><span><b>{ locale.text(msg::COVERAGE_NONE) }</b>{ " " }{ locale.text(msg::COVERAGE_NONE_NOTE) }</span></li>
        </ul>
    }
}
