//! The key of the drawing: the signs that are in it, from the strongest to the weakest. What is not drawn is not explained.

use super::lane::SegmentKind;
use super::layout::Layout;
use crate::locale::{Msg, msg};
use crate::shown::Shown;
use crate::time::known::Known;

/// A kind of sign in the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeySign {
    /// A solid bar.
    Stated,
    /// An outline.
    Later,
    /// An outline of dashes.
    Unsure,
    /// A dotted line.
    Unstated,
    /// A point.
    Day,
    /// A band.
    Period,
    /// The sign of an adoption in its lane.
    Adopted,
    /// A ring.
    Between,
    /// The hatching.
    Silent,
}

impl KeySign {
    /// All of them, in the order in which readers see them.
    pub const ALL: [KeySign; 9] = [
        KeySign::Stated,
        KeySign::Later,
        KeySign::Unsure,
        KeySign::Unstated,
        KeySign::Day,
        KeySign::Period,
        KeySign::Adopted,
        KeySign::Between,
        KeySign::Silent,
    ];

    /// What it means.
    pub fn meaning(self) -> Msg {
        match self {
            KeySign::Stated => msg::SIGN_STATED,
            KeySign::Later => msg::SIGN_LATER,
            KeySign::Unsure => msg::MAY_BE_LATER,
            KeySign::Unstated => msg::TERM_NOT_STATED,
            KeySign::Day => msg::SIGN_DAY,
            KeySign::Period => msg::SIGN_PERIOD,
            KeySign::Adopted => msg::SIGN_ADOPTED,
            KeySign::Between => msg::COMPARE_BETWEEN,
            KeySign::Silent => msg::SOURCE_SILENT,
        }
    }

    /// The signs of a drawing: one walk over its bars and its marks.
    pub fn of(shown: &Shown, layout: &Layout) -> Vec<KeySign> {
        let mut found = [false; KeySign::ALL.len()];
        let mut put = |sign: KeySign| found[sign as usize] = true;
        let in_time = |known: Known, sign: KeySign| match known {
            Known::Yes => sign,
            Known::No => KeySign::Later,
            Known::Undetermined => KeySign::Unsure,
        };
        for lane in &layout.lanes {
            for bar in &lane.shape.segments {
                let is_open = matches!(bar.kind, SegmentKind::Open { .. });
                let own = if is_open { KeySign::Unstated } else { KeySign::Stated };
                put(in_time(bar.known, own));
                if is_open {
                    put(own);
                }
            }
            if lane.shape.adopted.is_some() {
                put(KeySign::Adopted);
            }
        }
        for mark in &layout.marks {
            let own = if mark.sign.point { KeySign::Day } else { KeySign::Period };
            put(own);
            put(in_time(mark.known, own));
            if shown.between(mark.event).is_some() {
                put(KeySign::Between);
            }
        }
        if layout.silent.is_some() {
            put(KeySign::Silent);
        }
        KeySign::ALL.into_iter().filter(|sign| found[*sign as usize]).collect()
    }
}
