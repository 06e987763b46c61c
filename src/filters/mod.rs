//! The filters: one bar for both views, with what each choice would leave, and chips for what is set.

use crate::app::panel_id;
use crate::locale::{Arg, Msg, msg};
use crate::model::Coverage;
use crate::query::{Unit, View};
use crate::state::{Action, Choice, Panel, Shown};
use crate::time::known::State;
use crate::view::{Props, hue};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The filter bar.
#[component]
pub fn Filters(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let query = &shown.state.query;
    let act = props.act.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            act.emit(Action::Search(input.value()));
        }
    });
    html! {
        <div class="filters" part="filters" role="group" aria-label={locale.text(msg::FILTERS)}>
            <div class="bar">
                <label class="search">
                    <span class="vh">{ locale.text(msg::FILTER_SEARCH) }</span>
                    <input type="search" class="field" placeholder={locale.text(msg::FILTER_SEARCH)} value={query.text.clone()} {oninput} />
                </label>
                { for Panel::ALL.into_iter().map(|panel| facet(props, panel)) }
                { toggle(props, query.gaps, Action::Gaps(!query.gaps), msg::FILTER_GAPS, msg::FILTER_GAPS_NOTE) }
                { toggle(props, query.inferred, Action::Inferred(!query.inferred), msg::FILTER_INFERRED, msg::FILTER_INFERRED_NOTE) }
                <div class="joined switch" role="group" aria-label={locale.text(msg::VIEW)}>
                    { for View::ALL.into_iter().map(|view| switch(props, view)) }
                </div>
            </div>
            <div class="chips">
                <p class="counts" role="status">{ counts(shown) }</p>
                { for chips(shown).into_iter().map(|(choice, name)| chip(props, choice, name)) }
                if query.is_filtered() {
                    <button type="button" class="plain clear" onclick={props.on(Action::Clear)}>{ locale.text(msg::FILTER_CLEAR) }</button>
                }
            </div>
        </div>
    }
}

fn toggle(props: &Props, on: bool, action: Action, name: Msg, note: Msg) -> Html {
    let locale = props.shown.locale;
    html! {
        <button type="button" aria-pressed={on.to_string()} title={locale.text(note)} onclick={props.on(action)}>{ locale.text(name) }</button>
    }
}

fn switch(props: &Props, view: View) -> Html {
    let name = match view {
        View::Both => msg::VIEW_BOTH,
        View::Matrix => msg::VIEW_MATRIX,
        View::Timeline => msg::VIEW_TIMELINE,
    };
    let pressed = props.shown.state.view() == view;
    html! {
        <button key={view.id()} type="button" aria-pressed={pressed.to_string()} onclick={props.on(Action::View(view))}>
            { props.shown.locale.text(name) }
        </button>
    }
}

/// A filter with choices: a button, and the choices below it while it is open.
fn facet(props: &Props, panel: Panel) -> Html {
    let shown = &props.shown;
    let open = shown.state.panel == Some(panel);
    let name = match panel {
        Panel::Partnership => msg::FILTER_PARTNERSHIP,
        Panel::Sector => msg::FILTER_SECTOR,
        Panel::Instrument => msg::FILTER_INSTRUMENT,
        Panel::Coverage => msg::FILTER_COVERAGE,
        Panel::State => msg::FILTER_STATE,
    };
    let query = &shown.state.query;
    let set = match panel {
        Panel::Partnership => query.partnerships.len(),
        Panel::Sector => query.sectors.len(),
        Panel::Instrument => query.instruments.len(),
        Panel::Coverage => query.coverage.len(),
        Panel::State => query.states.len(),
    };
    let onclick = props.on(Action::Panel((!open).then_some(panel)));
    html! {
        <div class="facet" key={panel_id(panel)}>
            <button type="button" class={classes!((set > 0).then_some("set"))} data-panel={panel_id(panel)} aria-expanded={open.to_string()} {onclick}>
                { shown.locale.text(name) }
                if set > 0 { <span class="badge">{ set }</span> }
                <span class="caret" aria-hidden="true" />
            </button>
            if open {
                <fieldset class="choices">
                    <legend class="vh">{ shown.locale.text(name) }</legend>
                    { for choices(shown, panel).into_iter().map(|choice| choice_row(props, choice)) }
                    <p class="unit">{ shown.locale.text(unit(shown)) }</p>
                </fieldset>
            }
        </div>
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
    name: String,
    count: u32,
    /// The heading that it begins.
    heading: Option<String>,
    hue: Option<&'static str>,
}

/// The choices of a filter, with what each would leave.
fn choices(shown: &Shown, panel: Panel) -> Vec<ChoiceRow> {
    let data = &shown.catalogue.data;
    let facets = &shown.selection.facets;
    let plain = |choice, name: String, count| ChoiceRow { choice, name, count, heading: None, hue: None };
    match panel {
        Panel::Partnership => data
            .partnerships()
            .map(|(id, row)| ChoiceRow {
                hue: Some(hue(id)),
                ..plain(Choice::Partnership(id), shown.text(&row.name).to_owned(), facets.partnerships[id.index()])
            })
            .collect(),
        Panel::Sector => {
            let mut rows: Vec<_> = data.sectors().collect();
            rows.sort_by_key(|(id, row)| (row.group, *id));
            let mut last = None;
            let rows = rows.into_iter().map(|(id, row)| {
                let begins = last.replace(row.group) != Some(row.group);
                ChoiceRow {
                    heading: begins.then(|| shown.text(&data.group(row.group).name).to_owned()),
                    ..plain(Choice::Sector(id), shown.text(&row.name).to_owned(), facets.sectors[id.index()])
                }
            });
            rows.collect()
        }
        Panel::Instrument => {
            let mut last = None;
            let rows = data.columns().filter_map(|(_, column)| match column {
                crate::model::Column::Instrument(id) => Some((id, data.instrument(id))),
                crate::model::Column::Outside(_) => None,
            });
            rows.map(|(id, row)| {
                let begins = last.replace(row.partnership) != Some(row.partnership);
                ChoiceRow {
                    heading: begins.then(|| shown.text(&data.partnership(row.partnership).name).to_owned()),
                    hue: Some(hue(row.partnership)),
                    ..plain(Choice::Instrument(id), shown.text(&row.short).to_owned(), facets.instruments[id.index()])
                }
            })
            .collect()
        }
        Panel::Coverage => Coverage::ALL
            .iter()
            .zip(&facets.coverage)
            .map(|(coverage, count)| {
                plain(Choice::Coverage(*coverage), shown.locale.coverage(*coverage).to_owned(), *count)
            })
            .collect(),
        Panel::State => State::ALL
            .into_iter()
            .zip(&facets.states)
            .map(|(state, count)| plain(Choice::State(state), shown.locale.state(state).to_owned(), *count))
            .collect(),
    }
}

fn choice_row(props: &Props, row: ChoiceRow) -> Html {
    let checked = props.shown.state.query.has(row.choice);
    let onchange = props.on(Action::Toggle(row.choice));
    html! {
        <>
            if let Some(heading) = row.heading { <p class={classes!("group", row.hue)}>{ heading }</p> }
            <label class={classes!("choice", (row.count == 0).then_some("zero"))}>
                <input type="checkbox" {checked} {onchange} />
                <span>{ row.name }</span>
                <span class="count">{ props.shown.locale.number(row.count) }</span>
            </label>
        </>
    }
}

/// What is set, in words.
fn chips(shown: &Shown) -> Vec<(Choice, String)> {
    let data = &shown.catalogue.data;
    let query = &shown.state.query;
    let mut chips = Vec::with_capacity(query.filters());
    chips.extend(
        query
            .partnerships
            .iter()
            .map(|id| (Choice::Partnership(*id), shown.text(&data.partnership(*id).name).to_owned())),
    );
    chips.extend(query.sectors.iter().map(|id| (Choice::Sector(*id), shown.text(&data.sector(*id).name).to_owned())));
    chips.extend(
        query
            .instruments
            .iter()
            .map(|id| (Choice::Instrument(*id), shown.text(&data.instrument(*id).short).to_owned())),
    );
    chips.extend(
        query
            .coverage
            .iter()
            .map(|coverage| (Choice::Coverage(*coverage), shown.locale.coverage(*coverage).to_owned())),
    );
    chips.extend(query.states.iter().map(|state| (Choice::State(*state), shown.locale.state(*state).to_owned())));
    chips
}

fn chip(props: &Props, choice: Choice, name: String) -> Html {
    let label = props.shown.locale.format(msg::FILTER_REMOVE, &[Arg::Text("what", &name)]);
    html! {
        <button key={name.clone()} type="button" class="chip" title={label.clone()} aria-label={label} onclick={props.on(Action::Toggle(choice))}>
            { name }<span class="cross" aria-hidden="true" />
        </button>
    }
}

/// "21 sectors, 30 entries, 9 events".
fn counts(shown: &Shown) -> String {
    let n = |message, n: usize| shown.locale.format(message, &[Arg::Number("n", n as u32)]);
    let selection = &shown.selection;
    let mut out = n(msg::COUNT_SECTORS, selection.sectors.len());
    let mut add = |text: String| {
        out.push_str(" · ");
        out.push_str(&text);
    };
    add(n(msg::COUNT_ENTRIES, selection.cells.len()));
    if selection.unit == Unit::Activities {
        add(n(msg::COUNT_ACTIVITIES, selection.activity_count as usize));
    }
    add(n(msg::COUNT_EVENTS, selection.events.len()));
    out
}
