//! The key of the drawing, over it: one line of small signs, made as those of the drawing are. Screen readers do without, since
//! the list says in words what the signs mean.

use super::drawing::elements;
use crate::el::el;
use atlas_core::edition::Edition;
use atlas_core::timeline::figures::{self, KEY};
use atlas_core::timeline::key::KeySign;
use yew::prelude::*;

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
        let picture =
            el("svg").num("width", KEY.0).num("height", KEY.1).child(elements(edition.locale, figures::key(*kind)));
        el("li").el(picture).text(edition.locale.text(kind.meaning())).html()
    };
    el("ul").class("key").attr("aria-hidden", "true").list(signs.iter().map(item).collect()).html()
}
