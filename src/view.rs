//! What all views share: their props, and the classes by which style sheets know hues, marks and what is not yet known.

use atlas_core::locale::Locale;
use atlas_core::model::{Coverage, PartnershipId};
use atlas_core::shown::Shown;
use atlas_core::state::Action;
use atlas_core::time::known::Known;
use std::rc::Rc;
use yew::prelude::*;

/// The props of every view: what is shown, and where actions go.
#[derive(Clone, Properties)]
pub struct Props {
    /// What is shown.
    pub shown: Rc<Shown>,
    /// What the parts show that follow a frame later: the matrix and the list, which are mostly out of sight. Before
    /// they do, the reader has the answer in the bar and in the drawing, and no frame is missed.
    pub late: Rc<Shown>,
    /// Where actions go.
    pub act: Callback<Action>,
    /// Told after each drawing, once all of it stands in the page.
    pub drawn: Callback<()>,
    /// Where the same page stands in another language; known only of pages that a release has in several.
    pub elsewhere: Option<Elsewhere>,
}

/// Gives the address of the same page in another language.
pub type Elsewhere = Rc<dyn Fn(Locale) -> String>;

impl PartialEq for Props {
    /// Each change makes a new [`Shown`], so that the same one means the same picture. Addresses elsewhere never change.
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown) && Rc::ptr_eq(&self.late, &other.late) && self.act == other.act
    }
}

impl Props {
    /// Of a page on which nothing happens.
    pub fn still(shown: Rc<Shown>, elsewhere: Option<Elsewhere>) -> Props {
        Props { late: shown.clone(), shown, act: Callback::noop(), drawn: Callback::noop(), elsewhere }
    }

    /// For a part that changes at once.
    pub fn now(&self) -> Props {
        Props { late: self.shown.clone(), ..self.clone() }
    }

    /// For a part that follows.
    pub fn later(&self) -> Props {
        Props { shown: self.late.clone(), ..self.clone() }
    }
}

/// The class of a partnership's hue; there are six, then they begin anew.
pub fn hue(partnership: PartnershipId) -> &'static str {
    ["p0", "p1", "p2", "p3", "p4", "p5"][partnership.index() % 6]
}

/// The class of what is not, or not surely, known on the day.
pub fn known_class(known: Known) -> Option<&'static str> {
    match known {
        Known::Yes => None,
        Known::No => Some("later"),
        Known::Undetermined => Some("unsure"),
    }
}

/// The class of an event that lies, surely or not, between the days compared.
pub fn between_class(is_sure: bool) -> &'static str {
    if is_sure { "between" } else { "between open" }
}

/// The class of the mark of a cell: shapes that a photocopier keeps, drawn by borders alone, so that they need no
/// element and survive forced colours and printing.
pub fn mark(coverage: Coverage, inferred: bool) -> &'static str {
    if inferred { "inferred" } else { coverage.id() }
}
