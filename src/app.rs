//! The root component: wiring only.
//!
//! Everything that can be selected bears `data-select` with the name that the query string has for it. The root
//! listens once, reads that name at the boundary and sends an action; no view has a listener per cell or mark.

use crate::details::Details;
use crate::filters::Filters;
use crate::known_bar::KnownBar;
use crate::locale::{Arg, Locale, msg};
use crate::matrix::Matrix;
use crate::query::{Target, View, url};
use crate::state::{Action, Panel, Shown};
use crate::timeline::Timeline;
use crate::view::Props;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The whole widget.
#[component]
pub fn App(props: &Props) -> Html {
    let shown = &props.shown;
    let view = shown.state.view();
    let class =
        classes!("atlas", (shown.state.width < 720).then_some("narrow"), shown.state.query.select.map(|_| "detailed"));
    html! {
        <section
            {class} part="atlas" lang={shown.locale.tag()} dir={shown.locale.direction()}
            aria-label={shown.locale.text(msg::REGION_ATLAS)}
            onclick={on_click(props)} onpointerover={on_point(props)} onpointerleave={props.on(Action::Hover(None))}
            onkeydown={on_key(props)}
        >
            { masthead(props) }
            <KnownBar ..props.clone() />
            <Filters ..props.clone() />
            { notices(shown) }
            <div class="body">
                <div class="views">
                    if view != View::Matrix { <Timeline ..props.clone() /> }
                    if view != View::Timeline { <Matrix ..props.clone() /> }
                </div>
                if shown.state.query.select.is_some() { <Details ..props.clone() /> }
            </div>
            { colophon(shown) }
        </section>
    }
}

fn masthead(props: &Props) -> Html {
    let shown = &props.shown;
    let title = shown.text(shown.catalogue.data.title()).to_owned();
    let heading = format!("h{}", shown.state.page.heading.clamp(1, 6));
    let language = |locale: Locale| {
        let current = (locale == shown.locale).then_some("true");
        let onclick = props.on(Action::Lang(locale));
        html! { <li key={locale.tag()}><button type="button" class="plain" lang={locale.tag()} aria-current={current} {onclick}>{ locale.name() }</button></li> }
    };
    html! {
        <header class="masthead" part="masthead">
            <@{heading} class="title" part="title">{ title }</@>
            <ul class="languages" aria-label={shown.locale.text(msg::LANGUAGE)}>{ for Locale::ALL.into_iter().map(language) }</ul>
            <p class="lede">{ shown.text(&shown.catalogue.data.tables().description).to_owned() }</p>
        </header>
    }
}

/// What the reader must know before reading on: made-up data, and what was dropped from the address.
fn notices(shown: &Shown) -> Html {
    let dropped = shown.state.rejected.join(", ");
    html! {
        <>
            if shown.catalogue.data.tables().synthetic {
                <p class="notice">{ shown.locale.text(msg::NOTICE_SYNTHETIC) }</p>
            }
            if !dropped.is_empty() {
                <p class="notice" role="status">{ shown.locale.format(msg::NOTICE_DROPPED, &[Arg::Text("what", &dropped)]) }</p>
            }
        </>
    }
}

fn colophon(shown: &Shown) -> Html {
    let source = |source: &crate::model::Source| {
        let title = format!("{}, {}", shown.text(&source.title), shown.text(&source.issuer));
        let read = shown.locale.format(msg::SOURCE_READ, &[Arg::Text("date", &shown.locale.day(source.read))]);
        html! {
            <li key={source.slug.clone()}>
                if source.url.is_empty() { { title } } else { <a href={source.url.clone()} rel="noopener">{ title }</a> }
                { " · " }{ read }
            </li>
        }
    };
    let checked = shown.locale.day(shown.catalogue.data.created());
    html! {
        <footer class="colophon" part="colophon">
            <ul>{ for shown.catalogue.data.sources().map(|(_, row)| source(row)) }</ul>
            <p>{ shown.locale.format(msg::DATA_DATE, &[Arg::Text("date", &checked)]) }</p>
        </footer>
    }
}

/// The nearest element around the event's that matches.
fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest(selector).ok().flatten()
}

/// What the event is about.
fn target_of(event: &Event, shown: &Shown) -> Option<Target> {
    let name = closest(event, "[data-select]")?.get_attribute("data-select")?;
    url::target(&shown.catalogue.data, &name)
}

fn on_click(props: &Props) -> Callback<MouseEvent> {
    let (shown, act) = (props.shown.clone(), props.act.clone());
    Callback::from(move |event: MouseEvent| {
        if shown.state.panel.is_some() && closest(&event, ".facet").is_none() {
            act.emit(Action::Panel(None));
        }
        if let Some(target) = target_of(&event, &shown) {
            act.emit(Action::Select(Some(target)));
        }
    })
}

fn on_point(props: &Props) -> Callback<PointerEvent> {
    let (shown, act) = (props.shown.clone(), props.act.clone());
    Callback::from(move |event: PointerEvent| {
        let target = target_of(&event, &shown);
        if target != shown.state.hover {
            act.emit(Action::Hover(target));
        }
    })
}

/// Escape closes what is open; arrows move between the cells of the matrix.
fn on_key(props: &Props) -> Callback<KeyboardEvent> {
    let (shown, act) = (props.shown.clone(), props.act.clone());
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        if key == "Escape" {
            let open = if shown.state.panel.is_some() {
                Some(Action::Panel(None))
            } else {
                shown.state.query.select.map(|_| Action::Select(None))
            };
            if let Some(action) = open {
                give_back_focus(&event, &shown);
                act.emit(action);
            }
            return;
        }
        let (rows, columns) = match key.as_str() {
            "ArrowUp" => (-1, 0),
            "ArrowDown" => (1, 0),
            "ArrowLeft" => (0, -1),
            "ArrowRight" => (0, 1),
            _ => return,
        };
        if let Some(cell) = closest(&event, "td, th") {
            if crate::matrix::move_focus(&cell, rows, columns) {
                event.prevent_default();
            }
        }
    })
}

/// Before the focused thing goes, moves the focus to what opened it.
fn give_back_focus(event: &Event, shown: &Rc<Shown>) {
    let opener = match (shown.state.panel, shown.state.query.select) {
        (Some(panel), _) => format!("[data-panel=\"{}\"]", panel_id(panel)),
        (None, Some(target)) if closest(event, ".details").is_some() => {
            format!(".views [data-select=\"{}\"]", shown.target(target))
        }
        _ => return,
    };
    let Some(root) = closest(event, ".atlas") else { return };
    let found = root.query_selector(&opener).ok().flatten();
    if let Some(element) =
        found.and_then(|element| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(element).ok())
    {
        let _ = element.focus();
    }
}

/// The name of a filter in `data-panel`.
pub fn panel_id(panel: Panel) -> &'static str {
    match panel {
        Panel::Partnership => "partnership",
        Panel::Sector => "sector",
        Panel::Instrument => "instrument",
        Panel::Coverage => "coverage",
        Panel::State => "state",
    }
}
