//! The root component: wiring only.
//!
//! Everything that can be selected bears `data-select` with the name that the query string has for it. The root
//! listens once, reads that name at the boundary and sends an action; no view has a listener per cell or mark.

use crate::controls::button;
use crate::details::details_at;
use crate::el::{El, all, el, heading, link};
use crate::embed;
use crate::filters::filters;
use crate::help;
use crate::known_bar::known_bar;
use crate::matrix::matrix;
use crate::memo::memo;
use crate::modal::speaker;
use crate::notes::{notes, records};
use crate::sentence::finding;
use crate::take;
use crate::timeline::timeline;
use crate::view::Props;
use atlas_core::letters;
use atlas_core::locale::{Arg, Locale, msg};
use atlas_core::place::Place;
use atlas_core::query::{Target, View, url};
use atlas_core::shown::Shown;
use atlas_core::state::{Action, Interface, Part};
use atlas_core::words::Words;
use web_sys::Element;
use yew::prelude::*;

/// The whole widget.
pub struct App;

impl Component for App {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<App>) -> App {
        App
    }

    fn view(&self, context: &Context<App>) -> Html {
        atlas(context.props())
    }

    /// Yew tells a component after those inside it, so that all of them stand in the page.
    fn rendered(&mut self, context: &Context<App>, _: bool) {
        context.props().drawn.emit(());
    }
}

fn atlas(props: &Props) -> Html {
    let shown = &props.shown;
    let view = shown.state.view();
    let is_beside = shown.details_place() == Some(Place::Beside);
    let still = shown.state.is_still();
    let views = el("div")
        .class("views")
        .opt((!still).then(|| el("span").class("width").attr("aria-hidden", "true")))
        .child(if view == View::Matrix { Html::default() } else { memo(Some(props.clone()), timeline) })
        .child(if view == View::Timeline { Html::default() } else { memo(Some(props.later()), matrix) });
    let (act, leave) = (props.act.clone(), props.shown.clone());
    el("section")
        .classes(&[Some("atlas"), is_beside.then_some("detailed"), still.then_some("still")])
        .attr("part", "atlas")
        .attr("lang", shown.locale.tag())
        .attr("dir", shown.locale.direction())
        .attr("aria-label", shown.locale.plain(msg::REGION_ATLAS))
        .on_click(on_click(props))
        .on_over(on_point(props))
        .on_leave(Callback::from(move |_| {
            if leave.state.interface.hover.is_some() {
                act.emit(Action::Hover(None));
            }
        }))
        .on_key(on_key(props))
        .child(masthead(props))
        .child(memo(Some(props.now()), known_bar))
        .child(if still { Html::default() } else { memo(Some(props.now()), filters) })
        .child(notices(shown))
        .el(el("div")
            .class("body")
            .child(details_at(props, Place::Before))
            .el(views)
            .child(details_at(props, Place::Beside)))
        .child(notes(shown))
        .opt(still.then(|| records(shown)))
        .child(colophon(props))
        .opt((!still).then(ruler))
        .child(if still { Html::default() } else { over(props) })
        .html()
}

/// The dialog that is open, or else the place that speaks, which a dialog has inside.
fn over(props: &Props) -> Html {
    let interface = &props.shown.state.interface;
    let dialog = match interface {
        Interface { embed: Some(_), .. } => embed::dialog,
        Interface { taking: Some(_), .. } => take::dialog,
        Interface { help: true, .. } => help::dialog,
        _ => return speaker().html(),
    };
    memo(Some(props.now()), dialog)
}

/// Digits that nobody sees. The host follows their width, which changes with that of all letters: by a font that comes late,
/// or by spacing that the reader sets.
fn ruler() -> El {
    el("span").class("ruler").attr("aria-hidden", "true").text("0123456789")
}

fn masthead(props: &Props) -> Html {
    let shown = &props.shown;
    el("header")
        .class("masthead")
        .attr("part", "masthead")
        .el(heading(shown.state.heading())
            .class("title")
            .attr("part", "title")
            .text(shown.text(shown.catalogue.data.title())))
        .opt((!shown.is_still || props.elsewhere.is_some()).then(|| languages(props)))
        .opt(finding(shown))
        .html()
}

/// The languages to choose from; in the static view links to the same page in each of them.
fn languages(props: &Props) -> El {
    let own = props.shown.locale;
    let language = |locale: Locale| {
        let item = match props.shown.is_still {
            _ if locale == own => el("span"),
            true => el("a"),
            false => button(&props.act, Action::Lang(locale)),
        };
        let item = item
            .class("plain")
            .attr("lang", locale.tag())
            .maybe("aria-current", (locale == own).then_some("true".into()));
        let address = props.elsewhere.as_ref().filter(|_| locale != own).map(|elsewhere| elsewhere(locale));
        let item = match address {
            Some(address) => item.attr("hreflang", locale.tag()).set("href", address.into()),
            None => item,
        };
        el("li").el(item.text(locale.name())).html()
    };
    el("ul")
        .class("languages")
        .attr("aria-label", props.shown.locale.plain(msg::LANGUAGE))
        .list(Locale::ALL.into_iter().map(language).collect())
}

/// What the reader must know before reading on: texts in another language, made-up data, what was dropped from the
/// address.
fn notices(shown: &Shown) -> Html {
    let untranslated = shown.language.is_none() || shown.locale.lacks_some();
    let synthetic = shown.catalogue.data.tables().synthetic;
    let dropped = letters::brief(&shown.state.interface.rejected.join(", "));
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
    // For who cites, or reports a mistake.
    let version = shown.data_date().and(" · ").and(shown.locale.text(msg::REGION_ATLAS));
    let version = version.and(concat!(" ", env!("CARGO_PKG_VERSION")));
    el("footer")
        .class("colophon")
        .attr("part", "colophon")
        .el(el("p").class("lede").text(shown.text(&shown.catalogue.data.tables().description)))
        .el(el("ul").list(shown.catalogue.data.sources().map(|(_, row)| source(row)).collect()))
        .el(el("p").text(version))
        .opt((!shown.is_still).then(|| offers(props)))
        .html()
}

/// What can be done with all of it.
fn offers(props: &Props) -> El {
    let save = button(&props.act, Action::Save).class("link save").text(props.shown.locale.text(msg::SAVE_COPY));
    el("p").class("controls").el(take::opener(props)).el(save).el(embed::opener(props)).el(help::opener(props))
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
        if shown.state.interface.panel.is_some()
            && closest(&event, ".date, .choices, .rest.open, [data-panel]").is_none()
        {
            act.emit(Action::Panel(None));
        }
        if let Some(target) = target_of(&event, &shown) {
            act.emit(Action::Open(target, part_of(&event)));
        }
    })
}

/// In which part of the views something was clicked; none in the details, which may stand in any.
fn part_of(event: &Event) -> Option<Part> {
    let part = closest(event, ".details, .canvas, .events, .matrix")?.class_name();
    Some(match part.as_str() {
        "canvas" => Part::Drawing,
        "events" => Part::List,
        "matrix" => Part::Matrix,
        _ => return None,
    })
}

fn on_point(props: &Props) -> Callback<PointerEvent> {
    let (shown, act) = (props.shown.clone(), props.act.clone());
    Callback::from(move |event: PointerEvent| {
        let target = target_of(&event, &shown);
        if target != shown.state.interface.hover {
            act.emit(Action::Hover(target));
        }
    })
}

/// Escape closes what is open. Where the focus goes then is the host's.
fn on_key(props: &Props) -> Callback<KeyboardEvent> {
    let (shown, act) = (props.shown.clone(), props.act.clone());
    Callback::from(move |event: KeyboardEvent| {
        if let Some(close) = shown.state.closing().filter(|_| event.key() == "Escape") {
            act.emit(close);
        }
    })
}
