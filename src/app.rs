//! The root component: wiring only.
//!
//! Everything that can be selected bears `data-select` with the name that the query string has for it. The root
//! listens once, reads that name at the boundary and sends an action; no view has a listener per cell or mark.

use crate::details::details;
use crate::el::{all, button, el, heading, part};
use crate::embed::{OPENER, dialog, opener};
use crate::filters::filters;
use crate::known_bar::known_bar;
use crate::locale::{Arg, Locale, msg};
use crate::matrix::{leave, matrix};
use crate::notes::{notes, records};
use crate::query::{Target, View, url};
use crate::state::{Action, Panel, Shown};
use crate::timeline::timeline;
use crate::view::Props;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};
use yew::prelude::*;

/// The whole widget.
#[component]
pub fn App(props: &Props) -> Html {
    let shown = &props.shown;
    let view = shown.state.view();
    let selected = shown.state.query.select.is_some();
    let views = el("div")
        .class("views")
        .child(if view == View::Matrix { Html::default() } else { part(props.clone(), timeline) })
        .child(if view == View::Timeline { Html::default() } else { part(props.later(), matrix) });
    let details = if selected { part(props.now(), details) } else { Html::default() };
    let (act, leave) = (props.act.clone(), props.shown.clone());
    el("section")
        .classes(&[Some("atlas"), selected.then_some("detailed")])
        .attr("part", "atlas")
        .attr("lang", shown.locale.tag())
        .attr("dir", shown.locale.direction())
        .attr("aria-label", shown.locale.text(msg::REGION_ATLAS))
        .on_click(on_click(props))
        .on_over(on_point(props))
        .on_leave(Callback::from(move |_| {
            if leave.state.hover.is_some() {
                act.emit(Action::Hover(None));
            }
        }))
        .on_key(on_key(props))
        .child(masthead(props))
        .child(part(props.now(), known_bar))
        .child(part(props.now(), filters))
        .child(notices(shown))
        .el(el("div").class("body").el(views).child(details))
        .child(part(props.now(), notes))
        .opt(shown.state.still.then(|| records(shown)))
        .child(colophon(props))
        // The one place that speaks; the host fills it once changes have ended.
        .el(el("p").class("vh").attr("role", "status"))
        .child(if shown.state.embed.is_some() { part(props.now(), dialog) } else { Html::default() })
        .html()
}

fn masthead(props: &Props) -> Html {
    let shown = &props.shown;
    let language = |locale: Locale| {
        let item = button(&props.act, Action::Lang(locale))
            .class("plain")
            .attr("lang", locale.tag())
            .maybe("aria-current", (locale == shown.locale).then_some("true".into()))
            .text(locale.name());
        el("li").el(item).html()
    };
    el("header")
        .class("masthead")
        .attr("part", "masthead")
        .el(heading(shown.state.page.heading).class("title").attr("part", "title").text(shown.words(shown.catalogue.data.title())))
        .el(el("ul")
            .class("languages")
            .attr("aria-label", shown.locale.text(msg::LANGUAGE))
            .list(Locale::ALL.into_iter().map(language).collect()))
        .el(el("p").class("lede").text(shown.words(&shown.catalogue.data.tables().description)))
        .html()
}

/// What the reader must know before reading on: made-up data, and what was dropped from the address.
fn notices(shown: &Shown) -> Html {
    let synthetic = shown.catalogue.data.tables().synthetic;
    let dropped = shown.state.rejected.join(", ");
    let notice = |words: AttrValue| el("p").class("notice").text(words).html();
    all(vec![
        if synthetic { notice(shown.locale.text(msg::NOTICE_SYNTHETIC).into()) } else { Html::default() },
        if dropped.is_empty() {
            Html::default()
        } else {
            notice(shown.locale.format(msg::NOTICE_DROPPED, &[Arg::Text("what", &dropped)]).into())
        },
    ])
}

fn colophon(props: &Props) -> Html {
    let shown = &props.shown;
    let source = |source: &crate::model::Source| {
        let title = [shown.text(&source.title), ", ", shown.text(&source.issuer)].concat();
        let read = shown.locale.format(msg::SOURCE_READ, &[Arg::Text("date", &shown.locale.day(source.read))]);
        el("li").el(link(&source.url, title)).text([" · ", &read].concat()).html()
    };
    el("footer")
        .class("colophon")
        .attr("part", "colophon")
        .el(el("ul").list(shown.catalogue.data.sources().map(|(_, row)| source(row)).collect()))
        .el(el("p").text(shown.data_date()))
        .el(el("p").class("controls").el(button(&props.act, Action::Save).class("link").text(shown.locale.text(msg::SAVE_COPY))).el(opener(props)))
        .html()
}

/// A link, or its words alone where there is no address.
pub fn link(url: &str, words: String) -> crate::el::El {
    if url.is_empty() {
        return el("span").text(words);
    }
    el("a").set("href", url.to_owned().into()).attr("rel", "noopener").text(words)
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
        if let Some(skip) = closest(&event, ".skip") {
            leave(&skip);
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

/// Escape closes what is open, or else leaves the table; arrows move between the cells of the matrix.
fn on_key(props: &Props) -> Callback<KeyboardEvent> {
    let (shown, act) = (props.shown.clone(), props.act.clone());
    Callback::from(move |event: KeyboardEvent| {
        let (rows, columns) = match event.key().as_str() {
            "Escape" => return close(&event, &shown, &act),
            "ArrowUp" => (-1, 0),
            "ArrowDown" => (1, 0),
            "ArrowLeft" => (0, -1),
            "ArrowRight" => (0, 1),
            _ => return,
        };
        let cell = closest(&event, "td, th");
        if cell.is_some_and(|cell| crate::matrix::move_focus(&cell, rows, columns)) {
            event.prevent_default();
        }
    })
}

/// Closes the dialog, the open choices, or else the details, and gives the focus back to what opened them.
pub fn close(event: &Event, shown: &Shown, act: &Callback<Action>) {
    let (opener, action) = match (shown.state.panel, shown.state.query.select) {
        _ if shown.state.embed.is_some() => (["[data-panel=\"", OPENER, "\"]"].concat(), Action::Embed(None)),
        (Some(panel), _) => (["[data-panel=\"", panel_id(panel), "\"]"].concat(), Action::Panel(None)),
        (None, Some(target)) => ([".views [data-select=\"", &shown.target(target), "\"]:not([hidden] *)"].concat(), Action::Select(None)),
        _ => return closest(event, "td, th").iter().for_each(leave),
    };
    if let Some(dialog) = closest(event, "dialog").and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close(); // while it is open, nothing outside takes the focus
    }
    let inside = closest(event, ".details, .facet, dialog").is_some();
    let root = closest(event, ".atlas");
    let found = root.filter(|_| inside).and_then(|root| root.query_selector_all(&opener).ok());
    // The drawing has the same names, but nothing in it takes the focus.
    for index in 0..found.as_ref().map_or(0, |list| list.length()) {
        let element = found.as_ref().and_then(|list| list.item(index)).and_then(|node| node.dyn_into::<HtmlElement>().ok());
        if element.is_some_and(|element| element.focus().is_ok()) {
            break;
        }
    }
    act.emit(action);
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
