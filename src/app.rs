//! The root component: wiring only.
//!
//! Everything that can be selected bears `data-select` with the name that the query string has for it. The root
//! listens once, reads that name at the boundary and sends an action; no view has a listener per cell or mark.

use crate::details::details;
use crate::el::{El, all, button, el, heading, link, part};
use crate::embed::{dialog, opener};
use crate::filters::filters;
use crate::help;
use crate::known_bar::known_bar;
use atlas_core::letters;
use atlas_core::locale::{Arg, Locale, msg};
use crate::matrix::matrix;
use crate::notes::{notes, records};
use atlas_core::query::{Target, View, url};
use atlas_core::shown::Shown;
use atlas_core::state::Action;
use crate::timeline::timeline;
use crate::view::Props;
use atlas_core::words::Words;
use web_sys::Element;
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
    // In the order in which they are read: beside the views, or above them.
    let details = |here: bool| if selected && here { part(props.now(), details) } else { Html::default() };
    let is_wide = shown.state.is_wide();
    let (act, leave) = (props.act.clone(), props.shown.clone());
    el("section")
        .classes(&[Some("atlas"), selected.then_some("detailed")])
        .attr("part", "atlas")
        .attr("lang", shown.locale.tag())
        .attr("dir", shown.locale.direction())
        .attr("aria-label", shown.locale.plain(msg::REGION_ATLAS))
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
        .el(el("div").class("body").child(details(!is_wide)).el(views).child(details(is_wide)))
        .child(notes(shown))
        .opt(shown.state.still.then(|| records(shown)))
        .child(colophon(props))
        // The one place that speaks; the host fills it once changes have ended.
        .el(el("p").class("vh").attr("role", "status"))
        .opt((!shown.state.still).then(ruler))
        .child(if shown.state.embed.is_some() { part(props.now(), dialog) } else { Html::default() })
        .child(if shown.state.help { part(props.now(), help::dialog) } else { Html::default() })
        .html()
}

/// Digits that nobody sees. The host follows their width, which changes with that of all letters: by a font that comes late,
/// or by spacing that the reader sets.
fn ruler() -> El {
    el("span").class("ruler").attr("aria-hidden", "true").text("0123456789")
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
        .el(heading(shown.state.page.heading).class("title").attr("part", "title").text(shown.text(shown.catalogue.data.title())))
        .el(el("ul")
            .class("languages")
            .attr("aria-label", shown.locale.plain(msg::LANGUAGE))
            .list(Locale::ALL.into_iter().map(language).collect()))
        .el(el("p").class("lede").text(shown.text(&shown.catalogue.data.tables().description)))
        .html()
}

/// What the reader must know before reading on: texts in another language, made-up data, what was dropped from the
/// address.
fn notices(shown: &Shown) -> Html {
    let untranslated = shown.language.is_none() || shown.locale.lacks_some();
    let synthetic = shown.catalogue.data.tables().synthetic;
    let dropped = letters::brief(&shown.state.rejected.join(", "));
    let notice = |words: Words| el("p").class("notice").text(words).html();
    all(vec![
        if untranslated { notice(shown.locale.text(msg::NOTICE_UNTRANSLATED)) } else { Html::default() },
        if synthetic { notice(shown.locale.text(msg::NOTICE_SYNTHETIC)) } else { Html::default() },
        if dropped.is_empty() {
            Html::default()
        } else {
            notice(shown.locale.format(msg::NOTICE_DROPPED, &[Arg::Words("what", &Words::apart("", &dropped))]))
        },
    ])
}

fn colophon(props: &Props) -> Html {
    let shown = &props.shown;
    let source = |source: &atlas_core::model::Source| {
        let title = shown.credit(source);
        let read = shown.locale.format(msg::SOURCE_READ, &[Arg::Words("date", &shown.locale.day(source.read))]);
        let note = (!source.note.is_empty()).then(|| el("p").text(shown.text(&source.note)));
        el("li").el(link(&source.url, title)).text(Words::from(" · ").and(read)).opt(note).html()
    };
    el("footer")
        .class("colophon")
        .attr("part", "colophon")
        .el(el("ul").list(shown.catalogue.data.sources().map(|(_, row)| source(row)).collect()))
        .el(el("p").text(shown.data_date()))
        .el(el("p").class("controls").el(button(&props.act, Action::Save).class("link").text(shown.locale.text(msg::SAVE_COPY))).el(opener(props)).el(help::opener(props)))
        .html()
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

/// Escape closes what is open: the dialog, the choices, or else the details. Where the focus goes then is the host's.
fn on_key(props: &Props) -> Callback<KeyboardEvent> {
    let (shown, act) = (props.shown.clone(), props.act.clone());
    Callback::from(move |event: KeyboardEvent| {
        let state = &shown.state;
        let close = match () {
            () if event.key() != "Escape" => return,
            () if state.embed.is_some() => Action::Embed(None),
            () if state.help => Action::Help(false),
            () if state.panel.is_some() => Action::Panel(None),
            () if state.query.select.is_some() => Action::Select(None),
            () => return,
        };
        act.emit(close);
    })
}
