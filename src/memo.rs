//! Parts of views that are drawn anew only if what they are drawn from has changed.
//!
//! What a part is drawn from is one value, mostly a `…Picture` or [`Props`](crate::view::Props), made on every change and
//! compared with the last one. So such a value holds ids and what is shared rather than texts.

use std::any::Any;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// A part of a view that is drawn anew only if its value is another than before. It is one component for all parts: the
/// code of each further kind would weigh about two kilobytes, for nothing that a function does not do.
#[component]
pub fn Memo(props: &MemoProps) -> Html {
    props.part.draw()
}

/// The props of a [`Memo`].
#[derive(Properties)]
pub struct MemoProps {
    part: Rc<dyn Part>,
}

impl PartialEq for MemoProps {
    /// Yew asks the old props whether they equal the new ones, and keeps the old ones if so.
    fn eq(&self, new: &MemoProps) -> bool {
        self.part.is_kept(&*new.part)
    }
}

/// A [`Drawn`] of any value.
trait Part {
    fn draw(&self) -> Html;
    fn is_kept(&self, new: &dyn Part) -> bool;
    fn as_any(&self) -> &dyn Any;
}

/// A value, and what draws it.
struct Drawn<T> {
    value: Option<T>,
    draw: fn(&T) -> Html,
}

impl<T: PartialEq + 'static> Part for Drawn<T> {
    fn draw(&self) -> Html {
        self.value.as_ref().map_or_else(Html::default, self.draw)
    }

    fn is_kept(&self, new: &dyn Part) -> bool {
        let Some(new) = new.as_any().downcast_ref::<Drawn<T>>() else { return false };
        new.value.is_none() || (self.value == new.value && core::ptr::fn_addr_eq(self.draw, new.draw))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A part of a view that is drawn from a value, and anew only if that value is another than before. With none, what was
/// drawn last stays: for what is hidden.
///
/// `draw` is a function that captures nothing, so that a part cannot depend on anything but its value:
///
/// ```
/// use atlas::el::el;
/// use atlas::memo::memo;
/// let part = memo(Some((1, 2)), |(one, other)| el("p").text((one + other).to_string()).html());
/// ```
///
/// What is forgotten in the value is refused by the compiler:
///
/// ```compile_fail
/// use atlas::el::el;
/// use atlas::memo::memo;
/// let other = 2;
/// let part = memo(Some(1), |one| el("p").text((one + other).to_string()).html());
/// ```
pub fn memo<T: PartialEq + 'static>(value: Option<T>, draw: fn(&T) -> Html) -> Html {
    VComp::new::<Memo>(Rc::new(MemoProps { part: Rc::new(Drawn { value, draw }) }), None).into()
}
