//! The matrix with its heading, order, key and legend, around the shape that it has room for.

use super::{grid, roll, words};
use crate::controls::button;
use crate::el::{El, all, el, heading};
use crate::view::{Props, mark};
use atlas_core::finding::nothing;
use atlas_core::locale::msg;
use atlas_core::matrix::{Grid, Roll, same_for_all};
use atlas_core::model::Coverage;
use atlas_core::shown::Shown;
use atlas_core::state::{Action, Arrangement};
use atlas_core::time::known::State;
use atlas_core::words::Words;
use yew::prelude::*;

/// Below this width of the views, in CSS pixels, the style sheet may make a list of the table: it does by the reader's font.
const NARROW: u32 = 1200;
/// Of so many columns there are cards in any case, for readers whose letters are much larger than usual.
const FEW: usize = 40;

/// The matrix with its heading, order and legend.
pub fn matrix(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let head = el("div")
        .class("section-head")
        .el(heading(shown.state.heading() + 1).class("section-title").text(locale.text(msg::REGION_MATRIX)));
    let is_empty = shown.selection.sectors.is_empty();
    let is_usable = !is_empty && !shown.is_still;
    el("section")
        .class("matrix")
        .attr("part", "matrix")
        .el(head.opt(is_usable.then(|| arrangement(props))))
        .opt(is_empty.then(|| empty(props)))
        .opt(is_usable.then(|| el("button").attr("type", "button").class("skip").text(locale.text(msg::MATRIX_SKIP))))
        .opt((!is_empty).then(|| key(shown)))
        .child(shape(props, is_usable))
        .opt((!is_empty).then(|| legend(shown)))
        .html()
}

/// The grid; or, where it would be too large, the roll; of which a static view, in which nothing opens, has the words.
fn shape(props: &Props, is_usable: bool) -> Html {
    let shown = &props.shown;
    let scroll = |table: El, columns: usize| {
        // Only what stands in no box of its own can have heads that stay in sight while the page is scrolled.
        let fits = shown.state.surroundings.has_room_for(columns);
        el("div").classes(&[Some("scroll"), fits.then_some("fits")]).el(table)
    };
    if let Some(roll) = Roll::of(shown) {
        return match shown.is_still {
            true => words::words(shown).html(),
            false => scroll(roll::table(props, &roll), roll.groups.len()).html(),
        };
    }
    let grid = Grid::of(
        &shown.catalogue,
        &shown.selection,
        shown.state.interface.arrangement,
        Grid::room(&shown.catalogue.data),
    );
    let columns = shown.selection.columns.len();
    let same = same_for_all(shown);
    let table = grid::table(props, &grid, same.is_some()).hidden_if(shown.selection.sectors.is_empty());
    let has_cards = is_usable && (shown.state.surroundings.width < NARROW || columns <= FEW);
    all(vec![
        same.map_or_else(Html::default, |same| el("p").class("quiet").text(same).html()),
        scroll(table, columns).html(),
        if has_cards { grid::cards(props, &grid).html() } else { Html::default() },
    ])
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
