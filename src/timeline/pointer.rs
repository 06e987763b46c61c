//! Pointer and touch on the drawing: dragging the playhead, moving the window, pinching it.
//!
//! A press on the axis, the flag or the line takes the playhead; a press anywhere else may become a drag of the window,
//! and stays a click if it does not move. Only a drag captures the pointer, so that clicks reach lanes and marks.

use crate::view::Props;
use atlas_core::state::Action;
use atlas_core::timeline::flag::{FLAG, Flag};
use atlas_core::timeline::layout::Layout;
use atlas_core::window::{Window, whole};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};
use yew::prelude::*;

/// How near to the line of the playhead a press may be below the axis, where any takes it.
const NEAR: i32 = 9;
/// How far a press moves before it is a drag.
const STILL: i32 = 4;

/// What goes on between press and release.
#[derive(Default)]
pub struct Gesture {
    /// The pointers that are down, with their places.
    pointers: Vec<(i32, i32)>,
    kind: Kind,
}

#[derive(Clone, Copy, Default)]
enum Kind {
    #[default]
    None,
    /// The playhead follows, as far from the pointer as it was at first.
    Playhead { offset: i32 },
    /// The window moves once the pointer has.
    Pan { from: i32, window: Window, moved: bool },
    /// The window grows and shrinks with the distance.
    Pinch { distance: i32, middle: i32, window: Window },
}

/// The callbacks of the drawing.
pub struct Handlers {
    /// When a pointer goes down.
    pub down: Callback<PointerEvent>,
    /// When it moves.
    pub moved: Callback<PointerEvent>,
    /// When it goes up, or is taken away.
    pub up: Callback<PointerEvent>,
}

/// The callbacks over this layout, which go on with a gesture that has begun over an earlier one.
pub fn handlers(props: &Props, layout: &Layout, gesture: Rc<RefCell<Gesture>>) -> Handlers {
    let hand = Hand {
        props: props.clone(),
        scale: layout.scale,
        width: layout.width,
        playhead: layout.playhead,
        compared: layout.compared,
        axis: layout.axis,
        gesture,
    };
    let hand = Rc::new(hand);
    let (down, moved) = (hand.clone(), hand.clone());
    Handlers {
        down: Callback::from(move |event: PointerEvent| down.down(&event)),
        moved: Callback::from(move |event: PointerEvent| moved.moved(&event)),
        up: Callback::from(move |event: PointerEvent| hand.up(&event)),
    }
}

struct Hand {
    props: Props,
    scale: atlas_core::timeline::scale::Scale,
    width: i32,
    playhead: Flag,
    compared: Option<Flag>,
    axis: i32,
    gesture: Rc<RefCell<Gesture>>,
}

impl Hand {
    fn down(&self, event: &PointerEvent) {
        let (Some((x, y)), 0) = (place(event, self.width), event.button()) else { return };
        let window = self.scale.window;
        let mut gesture = self.gesture.borrow_mut();
        gesture.pointers.retain(|(id, _)| *id != event.pointer_id());
        gesture.pointers.push((event.pointer_id(), x));
        let on = |flag: &Flag| (flag.y..flag.y + FLAG).contains(&y) && (flag.left..=flag.right).contains(&x);
        gesture.kind = match (&gesture.pointers[..], self.playhead.line) {
            ([(_, a), (_, b)], _) => Kind::Pinch { distance: (a - b).abs().max(1), middle: (a + b) / 2, window },
            (_, Some(line)) if on(&self.playhead) => Kind::Playhead { offset: line - x },
            // The flag of the other day is no place of the axis that a press could mean.
            _ if self.compared.as_ref().is_some_and(on) => Kind::None,
            (_, Some(line)) if (x - line).abs() <= NEAR => Kind::Playhead { offset: line - x },
            _ if y < self.axis => Kind::Playhead { offset: 0 },
            _ => Kind::Pan { from: x, window, moved: false },
        };
        if let Kind::Playhead { offset } = gesture.kind {
            drop(gesture);
            event.prevent_default();
            capture(event);
            self.scrub(x + offset);
        }
    }

    fn moved(&self, event: &PointerEvent) {
        let Some((x, _)) = place(event, self.width) else { return };
        let mut gesture = self.gesture.borrow_mut();
        let Some(pointer) = gesture.pointers.iter_mut().find(|(id, _)| *id == event.pointer_id()) else { return };
        pointer.1 = x;
        let shown = &self.props.shown;
        let limits = whole(&shown.catalogue, shown.state.surroundings.today);
        let next = match gesture.kind {
            Kind::None => return,
            Kind::Playhead { offset } => {
                drop(gesture);
                return self.scrub(x + offset);
            }
            Kind::Pan { from, moved, .. } if !moved && (x - from).abs() <= STILL => return,
            Kind::Pan { from, window, .. } => {
                gesture.kind = Kind::Pan { from, window, moved: true };
                capture(event);
                window.panned((from - x) * 100 / self.scale.width.max(1), limits)
            }
            Kind::Pinch { distance, middle, window } => {
                let [(_, a), (_, b)] = gesture.pointers[..] else { return };
                let tenths = distance * 10 / (a - b).abs().max(1);
                let scale = atlas_core::timeline::scale::Scale { window, ..self.scale };
                window.zoomed_at(tenths.max(1), scale.day_at(middle), limits)
            }
        };
        drop(gesture);
        event.prevent_default();
        self.props.act.emit(Action::Window(Some(next).filter(|next| *next != limits)));
    }

    fn up(&self, event: &PointerEvent) {
        let mut gesture = self.gesture.borrow_mut();
        gesture.pointers.retain(|(id, _)| *id != event.pointer_id());
        if gesture.pointers.len() < 2 {
            gesture.kind = Kind::None;
        }
    }

    fn scrub(&self, x: i32) {
        let day = self.scale.day_at(x);
        if day != self.props.shown.state.day() {
            self.props.act.emit(Action::Scrub(day));
        }
    }
}

fn capture(event: &PointerEvent) {
    if let Some(canvas) = canvas(event) {
        let _ = canvas.set_pointer_capture(event.pointer_id());
    }
}

/// The place of a pointer in the drawing, in its own pixels: from the side on which its time begins.
pub fn place(event: &MouseEvent, width: i32) -> Option<(i32, i32)> {
    let canvas = canvas(event)?;
    let bounds = canvas.get_bounding_client_rect();
    let scale = f64::from(width) / bounds.width().max(1.0);
    let x = f64::from(event.client_x());
    let is_mirrored = canvas.closest("[dir=rtl]").ok().flatten().is_some();
    let x = if is_mirrored { bounds.right() - x } else { x - bounds.left() };
    // Rounded: the drawing may begin at half a pixel.
    Some(((x * scale + 0.5) as i32, ((f64::from(event.client_y()) - bounds.top()) * scale) as i32))
}

/// The drawing that an event is about. Yew listens at the root of the widget, so that `currentTarget` would be the root.
fn canvas(event: &MouseEvent) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(".canvas").ok().flatten()
}
