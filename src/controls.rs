//! Controls that all views share: elements that send an action or say what was clicked.
//!
//! In a static view nothing can be done. [`selecting`], [`selector`] and [`linked`] decide what becomes there of what selects;
//! whatever else only code can use, a view leaves out while its state is still.

use crate::el::{El, el, hidden};
use crate::opener::Opener;
use crate::view::Props;
use atlas_core::edition::Edition;
use atlas_core::locale::{Arg, Msg, msg};
use atlas_core::query::Target;
use atlas_core::state::{Action, Fold};
use atlas_core::words::Words;
use yew::prelude::*;

/// A button that sends an action.
#[inline(never)]
pub fn button(act: &Callback<Action>, action: Action) -> El {
    let act = act.clone();
    el("button").attr("type", "button").on_click(Callback::from(move |_| act.emit(action.clone())))
}

/// A button that closes what it stands in.
pub fn closer(props: &Props, close: Action) -> El {
    let locale = props.shown.locale;
    button(&props.act, close)
        .class("plain close")
        .attr("title", locale.plain(msg::CLOSE))
        .el(el("span").class("cross").attr("aria-hidden", "true"))
        .el(hidden(locale.text(msg::CLOSE)))
}

/// One choice out of a few, as buttons beside each other: its name, whether it is chosen, what chooses it.
pub fn choices(props: &Props, name: Msg, choices: Vec<(Words, bool, Action)>) -> El {
    let locale = props.shown.locale;
    let choice = |(name, chosen, choose)| button(&props.act, choose).flag("aria-pressed", chosen).text(name).html();
    let buttons = el("div").class("joined").attr("role", "group").attr("aria-label", locale.plain(name));
    el("div")
        .class("choice-row")
        .el(el("span").text(locale.text(name)))
        .el(buttons.list(choices.into_iter().map(choice).collect()))
}

/// A button that folds away what stands under a heading, or beside it, and gives it back.
pub fn folder(props: &Props, fold: Fold, is_open: bool, name: Words) -> El {
    button(&props.act, Action::Fold(fold))
        .class("plain fold")
        .flag("aria-expanded", is_open)
        .el(el("span").class("caret").attr("aria-hidden", "true"))
        .el(el("span").text(name))
}

/// What gives more lines under a heading, of which there are so many of so many.
pub fn more(props: &Props, number: usize, total: usize) -> El {
    let locale = props.shown.locale;
    let part = [Arg::Number("n", number as u32), Arg::Number("total", total as u32)];
    el("p")
        .class("rest")
        .el(button(&props.act, Action::MoreLines).text(locale.text(msg::SHOW_MORE)))
        .el(el("span").class("state").text(Words::from(" ").and(locale.format(msg::COUNT_OF, &part))))
}

/// Marks what selects a target when it is clicked: the root listens once for all, see `app`.
#[inline(never)]
pub fn selecting(place: El, edition: &Edition, target: Target) -> El {
    if edition.is_still { place } else { Opener::Selection(target).mark(edition, place) }
}

/// A button that selects a target, in the static view the place of its words; `class` says what it looks like: what is
/// around it (`plain`), a link, a cell.
#[inline(never)]
pub fn selector(class: &'static str, edition: &Edition, target: Target) -> El {
    let place = if edition.is_still { el("span") } else { el("button").attr("type", "button") };
    selecting(place.class(class), edition, target)
}

/// Words that select a target; in the static view no more than words, since nothing there looks like a link but what is
/// one.
#[inline(never)]
pub fn linked(place: El, class: &'static str, edition: &Edition, target: Target, words: Words) -> El {
    if edition.is_still { place.text(words) } else { place.el(selector(class, edition, target).text(words)) }
}
