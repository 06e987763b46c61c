//! The filters: one bar for both views, a panel with what each choice would leave, and chips for what is set.

use crate::controls::button;
use crate::el::{El, el, hidden};
use crate::opener::Opener;
use crate::time_row::toggle;
use crate::view::{Props, hue};
use atlas_core::chips::chips;
use atlas_core::locale::{Arg, Msg, msg};
use atlas_core::model::Coverage;
use atlas_core::order;
use atlas_core::query::{Choice, Unit, View};
use atlas_core::shown::Shown;
use atlas_core::state::{Action, Panel};
use atlas_core::time::known::State;
use atlas_core::words::Words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The filter bar.
pub fn filters(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let query = &shown.state.query;
    let act = props.act.clone();
    let typed = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            act.emit(Action::Search(input.value()));
        }
    });
    let search = el("input")
        .attr("type", "search")
        .class("field")
        .attr("placeholder", locale.plain(msg::FILTER_SEARCH))
        .kept(query.text.clone().into())
        .on_input(typed);
    let bar = el("div")
        .class("bar")
        .el(el("label").class("search").el(hidden(locale.text(msg::FILTER_SEARCH))).el(search))
        .el(opener(props))
        .el(el("div")
            .class("joined switch")
            .attr("role", "group")
            .attr("aria-label", locale.plain(msg::VIEW))
            .list(View::ALL.into_iter().map(|view| switch(props, view)).collect()));
    let clear = button(&props.act, Action::Clear).class("plain clear").text(locale.text(msg::FILTER_CLEAR));
    let chips = el("div")
        .class("chips")
        .el(el("p").class("counts").text(counts(shown)))
        .list(chips(shown).into_iter().map(|(action, name)| chip(props, action, name)).collect())
        .opt(query.is_filtered().then_some(clear));
    let open = shown.state.interface.panel == Some(Panel::Filters);
    el("div")
        .class("filters pop")
        .attr("part", "filters")
        .attr("role", "group")
        .attr("aria-label", locale.plain(msg::FILTERS))
        .el(bar)
        .opt(open.then(|| panel(props)))
        .el(chips)
        .html()
}

fn switch(props: &Props, view: View) -> Html {
    let pressed = props.shown.state.view() == view;
    button(&props.act, Action::View(view))
        .flag("aria-pressed", pressed)
        .text(props.shown.locale.text(view.name()))
        .html()
}

/// The button over all filters, with the number of those that are set.
fn opener(props: &Props) -> El {
    let query = &props.shown.state.query;
    let set = query.filters() + usize::from(query.gaps);
    Opener::Panel(Panel::Filters)
        .mark(&props.shown, toggle(props, Panel::Filters))
        .classes(&[Some("opener"), (set > 0).then_some("set")])
        .text(props.shown.locale.text(msg::FILTERS))
        .opt((set > 0).then(|| el("span").class("badge").text(set.to_string())))
        .el(el("span").class("caret").attr("aria-hidden", "true"))
}

/// All filters with their choices, beside each other as far as there is room.
fn panel(props: &Props) -> El {
    let shown = &props.shown;
    let locale = shown.locale;
    let facet = |(facet, name): (Facet, Msg)| {
        el("fieldset")
            .attr("data-facet", facet.id())
            .el(el("legend").text(locale.text(name)))
            .list(choices(shown, facet).into_iter().map(|choice| choice_row(props, choice)).collect())
            .html()
    };
    let gaps = shown.state.query.gaps;
    let act = props.act.clone();
    let gaps = el("label")
        .class("choice gaps")
        .el(el("input")
            .attr("type", "checkbox")
            .checked(gaps)
            .on_change(Callback::from(move |_| act.emit(Action::Gaps(!gaps)))))
        .el(el("span").text(locale.text(msg::FILTER_GAPS)).el(el("small").text(locale.text(msg::FILTER_GAPS_NOTE))));
    Opener::Panel(Panel::Filters)
        .mark_opened(shown, el("div").class("choices"))
        .list(Facet::ALL.into_iter().map(facet).collect())
        .el(el("p").class("unit").text(locale.text(unit(shown))))
        .el(gaps)
}

/// A filter with choices.
#[derive(Clone, Copy)]
enum Facet {
    Partnership,
    Coverage,
    Term,
    Instrument,
    Sector,
}

impl Facet {
    /// All of them, in the order in which readers see them.
    const ALL: [(Facet, Msg); 5] = [
        (Facet::Partnership, msg::FILTER_PARTNERSHIP),
        (Facet::Coverage, msg::FILTER_COVERAGE),
        (Facet::Term, msg::FILTER_TERM),
        (Facet::Instrument, msg::FILTER_INSTRUMENT),
        (Facet::Sector, msg::FILTER_SECTOR),
    ];

    /// Its name in the query string.
    fn id(self) -> &'static str {
        ["partnership", "coverage", "state", "instrument", "sector"][self as usize]
    }
}

fn unit(shown: &Shown) -> Msg {
    match shown.selection.unit {
        Unit::Records => msg::FILTER_UNIT_ENTRIES,
        Unit::Activities => msg::FILTER_UNIT_ACTIVITIES,
    }
}

/// A choice as it is drawn.
struct ChoiceRow {
    choice: Choice,
    name: Words,
    count: u32,
    /// The heading that it begins.
    heading: Option<Words>,
    hue: Option<&'static str>,
}

/// The choices of a filter, with what each would leave.
fn choices(shown: &Shown, facet: Facet) -> Vec<ChoiceRow> {
    let data = &shown.catalogue.data;
    let facets = &shown.selection.facets;
    let plain = |choice, name: Words, count| ChoiceRow { choice, name, count, heading: None, hue: None };
    match facet {
        Facet::Partnership => data
            .partnerships()
            .map(|(id, row)| ChoiceRow {
                hue: Some(hue(id)),
                ..plain(Choice::Partnership(id), shown.text(&row.name), facets.partnerships[id.index()])
            })
            .collect(),
        Facet::Sector => {
            let rows: Vec<_> = data.sectors().collect();
            let grouped = order::by_key(rows.iter().map(|(_, row)| row.group.index() as i64));
            let mut last = None;
            let rows = grouped.into_iter().map(|at| rows[at]).map(|(id, row)| {
                let begins = last.replace(row.group) != Some(row.group);
                ChoiceRow {
                    heading: begins.then(|| shown.text(&data.group(row.group).name)),
                    ..plain(Choice::Sector(id), shown.text(&row.name), facets.sectors[id.index()])
                }
            });
            rows.collect()
        }
        Facet::Instrument => {
            let mut last = None;
            let rows = data.columns().filter_map(|(_, column)| match column {
                atlas_core::model::Column::Instrument(id) => Some((id, data.instrument(id))),
                atlas_core::model::Column::Outside(_) => None,
            });
            rows.map(|(id, row)| {
                let begins = last.replace(row.partnership) != Some(row.partnership);
                ChoiceRow {
                    heading: begins.then(|| shown.text(&data.partnership(row.partnership).name)),
                    hue: Some(hue(row.partnership)),
                    ..plain(Choice::Instrument(id), shown.text(&row.short), facets.instruments[id.index()])
                }
            })
            .collect()
        }
        Facet::Coverage => Coverage::ALL
            .iter()
            .zip(&facets.coverage)
            .map(|(coverage, count)| plain(Choice::Coverage(*coverage), shown.locale.coverage(*coverage), *count))
            .collect(),
        Facet::Term => State::ALL
            .into_iter()
            .zip(&facets.states)
            .map(|(state, count)| plain(Choice::State(state), shown.locale.state(state), *count))
            .collect(),
    }
}

fn choice_row(props: &Props, row: ChoiceRow) -> Html {
    let act = props.act.clone();
    let choice = row.choice;
    let input = el("input")
        .attr("type", "checkbox")
        .checked(props.shown.state.query.has(choice))
        .on_change(Callback::from(move |_| act.emit(Action::Toggle(choice))));
    let label = el("label")
        .classes(&[Some("choice"), (row.count == 0).then_some("zero")])
        .el(input)
        .el(el("span").text(row.name))
        .el(el("span").class("count").text(props.shown.locale.number(row.count)));
    let heading = row.heading.map(|heading| el("p").classes(&[Some("group"), row.hue]).text(heading));
    el("div").opt(heading).el(label).html()
}

fn chip(props: &Props, action: Action, name: Words) -> Html {
    let label = props.shown.locale.format(msg::FILTER_REMOVE, &[Arg::Words("what", &name)]);
    let label = AttrValue::from(label.plain().to_owned());
    button(&props.act, action)
        .class("chip")
        .set("title", label.clone())
        .set("aria-label", label)
        .text(name)
        .el(el("span").class("cross").attr("aria-hidden", "true"))
        .html()
}

/// "21 sectors, 30 entries, 9 events".
fn counts(shown: &Shown) -> Words {
    let n = |message, n: usize| shown.locale.format(message, &[Arg::Number("n", n as u32)]);
    let selection = &shown.selection;
    let mut counts = vec![n(msg::COUNT_SECTORS, selection.sectors.len()), n(msg::COUNT_ENTRIES, selection.cells.len())];
    if selection.unit == Unit::Activities {
        counts.push(n(msg::COUNT_ACTIVITIES, selection.activity_count as usize));
    }
    counts.push(n(msg::COUNT_EVENTS, selection.events.len()));
    Words::join(counts, " · ")
}
