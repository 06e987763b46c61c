//! The key of the drawing, over it: one line of small signs, made as those of the drawing are. Screen readers do without, since
//! the list says in words what the signs mean.

use super::drawing::{adopted, mark, segment};
use crate::el::{El, el};
use atlas_core::edition::Edition;
use atlas_core::time::known::Known;
use atlas_core::timeline::key::KeySign;
use atlas_core::timeline::lane::{Adopted, Segment, SegmentKind};
use atlas_core::timeline::layout::Sign;
use atlas_core::timeline::silence::hatching;
use yew::prelude::*;

/// The width and the height of a sign.
const WIDTH: i32 = 26;
const HEIGHT: i32 = 14;

/// All that the key depends on.
#[derive(PartialEq)]
pub struct KeyPicture {
    /// The dataset in a language.
    pub edition: Edition,
    /// The signs that are drawn.
    pub signs: Vec<KeySign>,
}

/// The key.
pub fn key(KeyPicture { edition, signs }: &KeyPicture) -> Html {
    let item = |kind: &KeySign| {
        let picture = el("svg").num("width", WIDTH).num("height", HEIGHT).el(sign(*kind));
        el("li").el(picture).text(edition.locale.text(kind.meaning())).html()
    };
    el("ul").class("key").attr("aria-hidden", "true").list(signs.iter().map(item).collect()).html()
}

/// A sign as it is drawn.
fn sign(kind: KeySign) -> El {
    let bar = |kind, known| segment(HEIGHT / 2, &Segment { x: 1, end: WIDTH - 1, kind, known, label: None });
    let event = |point, class| {
        let (x, end) = if point { (WIDTH / 2, WIDTH / 2) } else { (3, WIDTH - 3) };
        el("g").class(class).el(mark(&Sign { x, end, point, label: None }, HEIGHT / 2))
    };
    match kind {
        KeySign::Stated => bar(SegmentKind::First, Known::Yes),
        KeySign::Later => bar(SegmentKind::First, Known::No),
        KeySign::Unsure => bar(SegmentKind::First, Known::Undetermined),
        KeySign::Unstated => bar(SegmentKind::Open { begins: true, ends: true }, Known::Yes),
        KeySign::Day => event(true, "event"),
        KeySign::Period => event(false, "event"),
        KeySign::Between => event(true, "event between"),
        KeySign::Adopted => {
            let day = adopted(Adopted { x: 5, end: 5 }, 5);
            el("g").el(day).el(adopted(Adopted { x: 13, end: WIDTH - 1 }, 5))
        }
        KeySign::Silent => {
            let lines = el("path").class("hatching").set("d", hatching(0, 0, WIDTH, HEIGHT).into());
            el("g").class("silent").el(lines).el(el("path").set("d", format!("M1 0v{HEIGHT}").into()))
        }
    }
}
