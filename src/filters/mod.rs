//! The filters: one bar for both views, with what each choice would leave, and chips for what is set.

use crate::controls::button;
use crate::el::{El, el, hidden};
use crate::opener::Opener;
use crate::view::{Props, hue};
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
        .list(Panel::ALL.into_iter().map(|panel| facet(props, panel)).collect())
        .el(toggle(props, query.gaps, Action::Gaps(!query.gaps), msg::FILTER_GAPS, msg::FILTER_GAPS_NOTE))
        .el(toggle(
            props,
            query.inferred,
            Action::Inferred(!query.inferred),
            msg::FILTER_INFERRED,
            msg::FILTER_INFERRED_NOTE,
        ))
        .el(el("div")
            .class("joined switch")
            .attr("role", "group")
            .attr("aria-label", locale.plain(msg::VIEW))
            .list(View::ALL.into_iter().map(|view| switch(props, view)).collect()));
    let clear = button(&props.act, Action::Clear).class("plain clear").text(locale.text(msg::FILTER_CLEAR));
    let chips = el("div")
        .class("chips")
        .el(el("p").class("counts").text(counts(shown)))
        .list(chips(shown).into_iter().map(|(choice, name)| chip(props, choice, name)).collect())
        .opt(query.is_filtered().then_some(clear));
    el("div")
        .class("filters")
        .attr("part", "filters")
        .attr("role", "group")
        .attr("aria-label", locale.plain(msg::FILTERS))
        .el(bar)
        .el(chips)
        .html()
}

fn toggle(props: &Props, on: bool, action: Action, name: Msg, note: Msg) -> El {
    let locale = props.shown.locale;
    button(&props.act, action).flag("aria-pressed", on).attr("title", locale.plain(note)).text(locale.text(name))
}

fn switch(props: &Props, view: View) -> Html {
    let pressed = props.shown.state.view() == view;
    button(&props.act, Action::View(view))
        .flag("aria-pressed", pressed)
        .text(props.shown.locale.text(view.name()))
        .html()
}

/// A filter with choices: a button, and the choices below it while it is open.
fn facet(props: &Props, panel: Panel) -> Html {
    let shown = &props.shown;
    let open = shown.state.interface.panel == Some(panel);
    let query = &shown.state.query;
    let (name, set) = match panel {
        Panel::Partnership => (msg::FILTER_PARTNERSHIP, query.partnerships.len()),
        Panel::Sector => (msg::FILTER_SECTOR, query.sectors.len()),
        Panel::Instrument => (msg::FILTER_INSTRUMENT, query.instruments.len()),
        Panel::Coverage => (msg::FILTER_COVERAGE, query.coverage.len()),
        Panel::State => (msg::FILTER_STATE, query.states.len()),
    };
    let name = shown.locale.text(name);
    let opener = button(&props.act, Action::Panel((!open).then_some(panel))).classes(&[(set > 0).then_some("set")]);
    let opener = Opener::Filter(panel)
        .mark(shown, opener)
        .flag("aria-expanded", open)
        .text(name.clone())
        .opt((set > 0).then(|| el("span").class("badge").text(set.to_string())))
        .el(el("span").class("caret").attr("aria-hidden", "true"));
    let list = |panel: Panel| {
        Opener::Filter(panel)
            .mark_opened(shown, el("fieldset").class("choices"))
            .el(el("legend").class("vh").text(name.clone()))
            .list(choices(shown, panel).into_iter().map(|choice| choice_row(props, choice)).collect())
            .el(el("p").class("unit").text(shown.locale.text(unit(shown))))
    };
    el("div").class("facet").el(opener).opt(open.then(|| list(panel))).html()
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
fn choices(shown: &Shown, panel: Panel) -> Vec<ChoiceRow> {
    let data = &shown.catalogue.data;
    let facets = &shown.selection.facets;
    let plain = |choice, name: Words, count| ChoiceRow { choice, name, count, heading: None, hue: None };
    match panel {
        Panel::Partnership => data
            .partnerships()
            .map(|(id, row)| ChoiceRow {
                hue: Some(hue(id)),
                ..plain(Choice::Partnership(id), shown.text(&row.name), facets.partnerships[id.index()])
            })
            .collect(),
        Panel::Sector => {
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
        Panel::Instrument => {
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
        Panel::Coverage => Coverage::ALL
            .iter()
            .zip(&facets.coverage)
            .map(|(coverage, count)| plain(Choice::Coverage(*coverage), shown.locale.coverage(*coverage), *count))
            .collect(),
        Panel::State => State::ALL
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

/// What is set, in words.
fn chips(shown: &Shown) -> Vec<(Choice, Words)> {
    let data = &shown.catalogue.data;
    let query = &shown.state.query;
    let mut chips = Vec::with_capacity(query.filters());
    chips.extend(
        query.partnerships.iter().map(|id| (Choice::Partnership(*id), shown.text(&data.partnership(*id).name))),
    );
    chips.extend(query.sectors.iter().map(|id| (Choice::Sector(*id), shown.text(&data.sector(*id).name))));
    chips.extend(query.instruments.iter().map(|id| (Choice::Instrument(*id), shown.text(&data.instrument(*id).short))));
    chips.extend(query.coverage.iter().map(|coverage| (Choice::Coverage(*coverage), shown.locale.coverage(*coverage))));
    chips.extend(query.states.iter().map(|state| (Choice::State(*state), shown.locale.state(*state))));
    chips
}

fn chip(props: &Props, choice: Choice, name: Words) -> Html {
    let label = props.shown.locale.format(msg::FILTER_REMOVE, &[Arg::Words("what", &name)]);
    let label = AttrValue::from(label.plain().to_owned());
    button(&props.act, Action::Toggle(choice))
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
