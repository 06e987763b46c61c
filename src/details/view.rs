//! The details as a page: a kicker, a title, facts as a description list, notes, sources, activities.

use super::facts::{Cited, Facts, Line, Row};
use crate::locale::{Arg, msg};
use crate::state::{Action, Shown};
use crate::view::Props;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The details of what is selected.
#[component]
pub fn Details(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let title = use_node_ref();
    let target = shown.state.query.select;
    use_focus_on_change(&title, target);
    let Some(target) = target else { return Html::default() };
    let facts = Facts::of(shown, target);
    let heading = format!("h{}", (shown.state.page.heading + 1).clamp(2, 6));
    html! {
        <aside class="details" part="details" aria-label={locale.text(msg::DETAILS)}>
            <button type="button" class="plain close" title={locale.text(msg::CLOSE)} onclick={props.on(Action::Select(None))}>
                <span class="cross" aria-hidden="true" /><span class="vh">{ locale.text(msg::CLOSE) }</span>
            </button>
            <p class="kicker">{ facts.kicker.clone() }</p>
            <@{heading} class="details-title" tabindex="-1" ref={title}>{ facts.title.clone() }</@>
            { for facts.lead.iter().enumerate().map(|(index, words)| html! { <p key={index} class="lead">{ words.clone() }</p> }) }
            <dl>{ for facts.rows.iter().enumerate().map(|(index, row)| fact(shown, index, row)) }</dl>
            if !facts.notes.is_empty() {
                <div class="notes">
                    <p class="label">{ locale.text(msg::FACT_NOTE) }</p>
                    { for facts.notes.iter().enumerate().map(|(index, note)| html! { <p key={index}>{ note.clone() }</p> }) }
                </div>
            }
            if facts.activities.count() > 0 { { activities(props, &facts) } }
            if !facts.sources.is_empty() {
                <div class="sources">
                    <p class="label">{ locale.text(msg::SOURCE) }</p>
                    { for facts.sources.iter().enumerate().map(|(index, cited)| source(shown, index, cited)) }
                </div>
            }
        </aside>
    }
}

/// Moves the focus to the title when something else is selected, but not when the widget comes up with a selection.
#[hook]
fn use_focus_on_change(title: &NodeRef, target: Option<crate::query::Target>) {
    let first = use_mut_ref(|| true);
    let title = title.clone();
    use_effect_with(target, move |_| {
        if !std::mem::take(&mut *first.borrow_mut()) {
            if let Some(element) = title.cast::<HtmlElement>() {
                let _ = element.focus();
            }
        }
    });
}

fn fact(shown: &Shown, index: usize, row: &Row) -> Html {
    html! {
        <div key={index} class="fact">
            <dt>{ shown.locale.text(row.label) }</dt>
            { for row.lines.iter().enumerate().map(|(index, line)| html! { <dd key={index}>{ words(shown, line) }</dd> }) }
        </div>
    }
}

fn words(shown: &Shown, line: &Line) -> Html {
    html! {
        <>
            if !line.text.is_empty() { <span>{ line.text.clone() }</span>{ " " } }
            if let Some((target, words)) = &line.link {
                <button type="button" class="link" data-select={shown.target(*target)}>{ words.clone() }</button>{ " " }
            }
            if !line.aside.is_empty() { <span class="aside">{ line.aside.clone() }</span> }
        </>
    }
}

fn source(shown: &Shown, index: usize, cited: &Cited) -> Html {
    html! {
        <div key={index} class="source">
            <p>
                if cited.url.is_empty() { { cited.source.clone() } } else { <a href={cited.url.clone()} rel="noopener">{ cited.source.clone() }</a> }
                { ", " }{ cited.place.clone() }
            </p>
            <details class="cite">
                <summary>{ shown.locale.text(msg::CITE) }</summary>
                <p class="citation">{ cited.citation.clone() }</p>
            </details>
        </div>
    }
}

/// The activities that the filters leave, a page at a time.
fn activities(props: &Props, facts: &Facts) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let rows = shown.catalogue.data.activities();
    let total = facts.activities.count();
    let item = |index: usize| {
        let title = rows.titles.get(shown.language).map_or("", |titles| titles.get(index)).to_owned();
        html! {
            <li key={index}>
                <span>{ title }</span>
                <span class="aside">{ shown.date(rows.dates[index].as_ref()) }{ " · " }{ locale.activity_state(rows.states[index]) }</span>
            </li>
        }
    };
    let rest = (total as usize).saturating_sub(shown.state.listed);
    html! {
        <div class="activities">
            <p class="label">{ locale.format(msg::COUNT_ACTIVITIES, &[Arg::Number("n", total)]) }</p>
            <ol role="list">{ for facts.activities.iter().take(shown.state.listed).map(item) }</ol>
            if rest > 0 {
                <button type="button" onclick={props.on(Action::More)}>
                    { locale.text(msg::SHOW_MORE) }{ " (" }{ locale.number(rest as u32) }{ ")" }
                </button>
            }
        </div>
    }
}
