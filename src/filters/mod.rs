//! The filters: one bar for both views, a panel with what each choice would leave, and chips for what is set.

use crate::controls::{button, more};
use crate::el::{El, el, hidden};
use crate::opener::Opener;
use crate::time_row::toggle;
use crate::view::{Props, hue};
use atlas_core::chips::chips;
use atlas_core::choices::{ChoiceRow, Choices};
use atlas_core::locale::{Arg, Msg, msg};
use atlas_core::query::{Facet, Unit, View};
use atlas_core::shown::Shown;
use atlas_core::state::{Action, ChoiceOrder, Choosing, Panel};
use atlas_core::words::Words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The filter bar.
pub fn filters(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let query = &shown.state.query;
    let act = props.act.clone();
    let typed = Callback::from(move |typed| act.emit(Action::Search(typed)));
    let search = field(props, locale.text(msg::FILTER_SEARCH), &query.text, typed);
    let bar = el("div").class("bar").el(search).el(opener(props)).el(el("div")
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

/// A field to search in, with its name for screen readers.
fn field(props: &Props, name: Words, typed: &str, search: Callback<String>) -> El {
    let on_input = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            search.emit(input.value());
        }
    });
    let input = el("input")
        .attr("type", "search")
        .class("field")
        .attr("placeholder", props.shown.locale.plain(msg::FILTER_SEARCH))
        .kept(typed.to_owned().into())
        .on_input(on_input);
    el("label").class("search").el(hidden(name)).el(input)
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
        .list(Facet::ALL.into_iter().map(|facet| fieldset(props, facet)).collect())
        .el(el("p").class("unit").text(locale.text(unit(shown))))
        .el(gaps)
}

/// A filter with its choices.
fn fieldset(props: &Props, facet: Facet) -> Html {
    let shown = &props.shown;
    let choices = Choices::of(shown, facet);
    let (listed, found) = (choices.listed.len(), choices.found.len());
    el("fieldset")
        .attr("data-facet", facet.id())
        .el(el("legend").text(shown.locale.text(facet.name())))
        .opt(choices.are_many().then(|| tools(props, facet, &choices)))
        .list(choices.listed.iter().map(|at| choice_row(props, *at, &choices.rows[*at])).collect())
        .opt((listed < found).then(|| more(props, listed, found)))
        .html()
}

/// What finds its way among many choices: a search, their order, all or none of those found.
fn tools(props: &Props, facet: Facet, choices: &Choices) -> El {
    let shown = &props.shown;
    let locale = shown.locale;
    let Choosing { typed, order } = shown.state.interface.choosing[facet as usize].clone();
    let by = |other: ChoiceOrder| {
        let choosing = Choosing { typed: typed.clone(), order: other };
        button(&props.act, Action::Choosing(facet, choosing))
            .flag("aria-pressed", other == order)
            .text(locale.text(other.name()))
            .html()
    };
    let set =
        |name, set| button(&props.act, Action::Choose(choices.all_found(), set)).class("link").text(locale.text(name));
    let act = props.act.clone();
    let search = Callback::from(move |typed| act.emit(Action::Choosing(facet, Choosing { typed, order })));
    let name = locale.format(msg::FILTER_SEARCH_IN, &[Arg::Words("what", &locale.text(facet.name()))]);
    el("div")
        .class("tools")
        .el(field(props, name, &typed, search))
        .el(el("div")
            .class("joined")
            .attr("role", "group")
            .attr("aria-label", locale.plain(msg::FILTER_ORDER))
            .list(ChoiceOrder::ALL.into_iter().map(by).collect()))
        .el(set(msg::FILTER_ALL, true))
        .el(set(msg::FILTER_NONE, false))
        .opt((!typed.trim().is_empty()).then(|| el("span").class("hits").text(choices.hits(shown))))
}

fn unit(shown: &Shown) -> Msg {
    match shown.selection.unit {
        Unit::Records => msg::FILTER_UNIT_ENTRIES,
        Unit::Activities => msg::FILTER_UNIT_ACTIVITIES,
    }
}

/// A choice; `at` is its position as authored, by which its place in the page is known in any order.
fn choice_row(props: &Props, at: usize, row: &ChoiceRow) -> Html {
    let act = props.act.clone();
    let choice = row.choice;
    let input = el("input")
        .attr("type", "checkbox")
        .checked(props.shown.state.query.has(choice))
        .on_change(Callback::from(move |_| act.emit(Action::Toggle(choice))));
    let label = el("label")
        .classes(&[Some("choice"), (row.count == 0).then_some("zero")])
        .el(input)
        .el(el("span").text(row.name.clone()))
        .el(el("span").class("count").text(props.shown.locale.number(row.count)));
    let heading = row.heading.clone();
    let heading = heading.map(|heading| el("p").classes(&[Some("group"), row.partnership.map(hue)]).text(heading));
    el("div").key(at as u32).opt(heading).el(label).html()
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
