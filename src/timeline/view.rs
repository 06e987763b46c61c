//! The timeline with its heading, its window controls, the drawing and the list.

use super::drawing::drawing;
use super::layout::Layout;
use super::list::list;
use super::scale::{Window, whole};
use crate::linking::Lit;
use crate::locale::{Arg, Msg, msg};
use crate::state::{Action, Lanes, Shown};
use crate::view::Props;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The timeline.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let layout = Layout::of(shown);
    let lit = Lit::of(&shown.catalogue, shown.state.hover.or(shown.state.query.select));
    let heading = format!("h{}", (shown.state.page.heading + 1).clamp(2, 6));
    html! {
        <section class="timeline" part="timeline" onkeydown={on_key(props)}>
            <div class="section-head">
                <@{heading} class="section-title">{ locale.text(msg::REGION_TIMELINE) }</@>
                <div class="controls">
                    if !shown.catalogue.data.activities().is_empty() { { lanes(props) } }
                    { window_controls(props) }
                </div>
            </div>
            <div class="canvas" onwheel={on_wheel(props, &layout)}>{ drawing(shown, &layout, &lit) }</div>
            { list(shown, &lit) }
        </section>
    }
}

fn lanes(props: &Props) -> Html {
    let locale = props.shown.locale;
    let button = |lanes: Lanes, name: Msg| {
        let pressed = (props.shown.state.lanes == lanes).to_string();
        html! { <button type="button" aria-pressed={pressed} onclick={props.on(Action::Lanes(lanes))}>{ locale.text(name) }</button> }
    };
    html! {
        <div class="joined" role="group" aria-label={locale.text(msg::TIMELINE_GROUP_BY)}>
            { button(Lanes::Instruments, msg::INSTRUMENTS) }
            { button(Lanes::Sectors, msg::SECTORS) }
        </div>
    }
}

/// Earlier, later, closer, further, whole.
fn window_controls(props: &Props) -> Html {
    let shown = &props.shown;
    let limits = whole(&shown.catalogue, shown.state.today);
    let window = shown.state.window(&shown.catalogue);
    let button = |sign: &'static str, name: Msg, next: Option<Window>| {
        let name = shown.locale.text(name);
        let same = next.unwrap_or(limits) == window;
        html! {
            <button type="button" title={name} disabled={same} onclick={props.on(Action::Window(next))}>
                <span aria-hidden="true">{ sign }</span><span class="vh">{ name }</span>
            </button>
        }
    };
    html! {
        <div class="joined icons" role="group" aria-label={shown.locale.text(msg::TIMELINE_WINDOW)}>
            { button("←", msg::TIMELINE_PAN_EARLIER, Some(window.panned(-25, limits))) }
            { button("→", msg::TIMELINE_PAN_LATER, Some(window.panned(25, limits))) }
            { button("−", msg::TIMELINE_ZOOM_OUT, Some(window.zoomed(20, limits))) }
            { button("+", msg::TIMELINE_ZOOM_IN, Some(window.zoomed(5, limits))) }
            { button("↔", msg::TIMELINE_WHOLE, None) }
        </div>
    }
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
            let x = canvas_x(&event, width).unwrap_or(scale.left);
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
    (whole(&shown.catalogue, shown.state.today), shown.state.window(&shown.catalogue))
}

/// The place of a pointer in the drawing, in its own pixels.
fn canvas_x(event: &MouseEvent, width: i32) -> Option<i32> {
    let target = event.current_target()?.dyn_into::<Element>().ok()?;
    let bounds = target.get_bounding_client_rect();
    let across = (f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0);
    Some((across * f64::from(width)) as i32)
}

/// "As known on 15 October 2019", on the flag of the playhead.
pub(super) fn flag(shown: &Shown) -> String {
    shown.locale.format(msg::TIMELINE_FLAG, &[Arg::Text("date", &shown.locale.day(shown.selection.day))])
}
