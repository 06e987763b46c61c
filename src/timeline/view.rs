//! The timeline with its heading, its window controls, the drawing and the list.

use super::drawing::drawing;
use super::key::{KeyPicture, key};
use super::list::list;
use super::pointer::{Gesture, handlers, place};
use crate::controls::button;
use crate::details::details_at;
use crate::el::{El, all, el, heading, sign};
use crate::memo::memo;
use crate::view::Props;
use atlas_core::linking::Lit;
use atlas_core::locale::{Msg, msg};
use atlas_core::place::Place;
use atlas_core::shown::Shown;
use atlas_core::state::{Action, Lanes};
use atlas_core::timeline::key::KeySign;
use atlas_core::timeline::layout::{Layout, is_worth_zooming};
use atlas_core::window::{Window, whole};
use yew::prelude::*;

/// The timeline.
pub fn timeline(props: &Props) -> Html {
    let shown = &props.shown;
    let controls = || {
        el("div")
            .class("controls")
            .child(if shown.catalogue.data.activities().is_empty() { Html::default() } else { lanes(props) })
            .opt(is_worth_zooming(shown).then(|| window_controls(props)))
    };
    let title = heading(shown.state.heading() + 1).class("section-title").text(shown.locale.text(msg::REGION_TIMELINE));
    el("section")
        .class("timeline")
        .attr("part", "timeline")
        .on_key(on_key(props))
        .el(el("div").class("section-head").el(title).opt((!shown.is_still).then(controls)))
        .child(html! { <Canvas ..props.now() /> })
        .child(details_at(props, Place::Drawing))
        .child(memo(Some(props.later()), list))
        .html()
}

/// The drawing, and what the pointer does on it. A component of its own, since a gesture outlasts the changes that it makes.
#[component]
fn Canvas(props: &Props) -> Html {
    let shown = &props.shown;
    let layout = Layout::of(shown);
    let lit = Lit::of(&shown.catalogue, shown.state.lit());
    let gesture = use_mut_ref(Gesture::default);
    let hands = handlers(props, &layout, gesture);
    let picture = KeyPicture { edition: shown.edition.clone(), signs: KeySign::of(shown, &layout) };
    let canvas = el("div")
        .class("canvas")
        .on_wheel(on_wheel(props, &layout))
        .on_down(hands.down)
        .on_move(hands.moved)
        .on_up(hands.up.clone())
        .on_cancel(hands.up)
        .child(drawing(shown, &layout, &lit));
    all(vec![memo(Some(picture), key), canvas.html()])
}

fn lanes(props: &Props) -> Html {
    let locale = props.shown.locale;
    let choice = |lanes: Lanes, name: Msg| {
        button(&props.act, Action::Lanes(lanes))
            .flag("aria-pressed", props.shown.state.interface.lanes == lanes)
            .text(locale.text(name))
    };
    el("div")
        .class("joined")
        .attr("role", "group")
        .attr("aria-label", locale.plain(msg::TIMELINE_GROUP_BY))
        .el(choice(Lanes::Instruments, msg::INSTRUMENTS))
        .el(choice(Lanes::Sectors, msg::SECTORS))
        .html()
}

/// Earlier, later, closer, further, whole.
fn window_controls(props: &Props) -> El {
    let shown = &props.shown;
    let (limits, window) = windows(shown);
    let choice = |arrow: &'static str, name: Msg, next: Option<Window>| {
        let same = next.unwrap_or(limits) == window;
        let next = next.filter(|next| *next != limits);
        sign(
            button(&props.act, Action::Window(next)).maybe("disabled", same.then(AttrValue::default)),
            arrow,
            shown.locale.text(name),
        )
    };
    el("div")
        .class("joined icons")
        .attr("role", "group")
        .attr("aria-label", shown.locale.plain(msg::TIMELINE_WINDOW))
        .el(choice("←", msg::TIMELINE_PAN_EARLIER, Some(window.panned(-25, limits))))
        .el(choice("→", msg::TIMELINE_PAN_LATER, Some(window.panned(25, limits))))
        .el(choice("−", msg::TIMELINE_ZOOM_OUT, Some(window.zoomed(20, limits))))
        .el(choice("+", msg::TIMELINE_ZOOM_IN, Some(window.zoomed(5, limits))))
        .el(choice("↔", msg::TIMELINE_WHOLE, None))
}

/// Plus, minus and zero change the window while the focus is in the timeline.
fn on_key(props: &Props) -> Callback<KeyboardEvent> {
    let (shown, act) = (props.shown.clone(), props.act.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let (limits, window) = windows(&shown);
        let next = match event.key().as_str() {
            "+" | "=" => Some(window.zoomed(5, limits)),
            "-" => Some(window.zoomed(20, limits)),
            "0" => None,
            _ => return,
        };
        event.prevent_default();
        act.emit(Action::Window(next.filter(|window| *window != limits)));
    })
}

/// Ctrl and the wheel (or a pinch) zooms around the pointer, a sideways wheel pans; else the page scrolls as ever.
fn on_wheel(props: &Props, layout: &Layout) -> Callback<WheelEvent> {
    let (shown, act, scale) = (props.shown.clone(), props.act.clone(), layout.scale);
    let width = layout.width;
    Callback::from(move |event: WheelEvent| {
        let (limits, window) = windows(&shown);
        let next = if event.ctrl_key() {
            let x = place(&event, width).map_or(scale.left, |(x, _)| x);
            window.zoomed_at(if event.delta_y() > 0.0 { 12 } else { 8 }, scale.day_at(x), limits)
        } else if event.delta_x().abs() > event.delta_y().abs() {
            window.panned(if event.delta_x() > 0.0 { 5 } else { -5 }, limits)
        } else {
            return;
        };
        event.prevent_default();
        act.emit(Action::Window(Some(next).filter(|window| *window != limits)));
    })
}

fn windows(shown: &Shown) -> (Window, Window) {
    (whole(&shown.catalogue, shown.state.surroundings.today), shown.state.window(&shown.catalogue))
}
