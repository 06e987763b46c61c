//! What stands over everything: the finding, and the day in words with what it means for the instruments.

use crate::el::{El, el};
use atlas_core::finding::Finding;
use atlas_core::shown::Shown;
use atlas_core::terms::Terms;

/// What the filters show, in one sentence: the headline.
pub fn finding(shown: &Shown) -> Option<El> {
    let finding = Finding::of(&shown.catalogue, &shown.state.query, &shown.selection)?;
    Some(el("p").class("finding").text(finding.words(shown)))
}

/// The sentence on the day. After the latest dated event the source is silent: that follows, more quietly.
pub fn sentence(shown: &Shown) -> El {
    let terms = Terms::of(&shown.catalogue.data, &shown.selection);
    let (head, tail) = terms.words(shown.locale, shown.selection.day);
    let horizon = terms.horizon(shown.locale).map(|words| el("span").class("horizon").text(words));
    el("p").class("sentence").el(el("strong").text(head)).text(tail).text(" ").opt(horizon)
}
