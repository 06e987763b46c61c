//! "Embed": a dialog in which an editor picks how the view as it stands comes into a page, and copies the snippet.

use crate::controls::{button, choices};
use crate::el::{El, el};
use crate::modal;
use crate::opener::Opener;
use crate::take::outcome;
use crate::view::Props;
use atlas_core::embed::{Embed, Theme, Way};
use atlas_core::export::snippet;
use atlas_core::locale::{Locale, msg};
use atlas_core::query::View;
use atlas_core::shown::Shown;
use atlas_core::state::Action;
use atlas_core::taking::Take;
use atlas_core::words::Words;
use yew::prelude::*;

/// The button that opens it.
pub fn opener(props: &Props) -> El {
    modal::opener(props, Opener::Embed, msg::EMBED, Action::Embed(Some(props.shown.embed())))
}

/// The dialog.
pub fn dialog(props: &Props) -> Html {
    let shown = &props.shown;
    let Some(embed) = shown.state.interface.embed else { return Html::default() };
    let words = |name| shown.locale.text(name);
    let text = snippet(shown, &embed, &shown.state.surroundings.origin);
    let choose = |name, of: Vec<(Words, bool, Embed)>| {
        choices(props, name, of.into_iter().map(|(name, is, embed)| (name, is, Action::Embed(Some(embed)))).collect())
    };
    let (name, note) = match embed.way {
        Way::Script => (msg::EMBED_SCRIPT, msg::EMBED_SCRIPT_NOTE),
        Way::Frame => (msg::EMBED_FRAME, msg::EMBED_FRAME_NOTE),
        Way::Html => (msg::EMBED_HTML, msg::EMBED_HTML_NOTE),
    };
    let snippet = el("textarea")
        .attr("readonly", "")
        .attr("rows", "7")
        .attr("spellcheck", "false")
        .attr("aria-label", shown.locale.plain(name))
        .value(text.into());
    modal::dialog(props, Opener::Embed, "embed", msg::EMBED_TITLE, Action::Embed(None))
        .el(choose(
            msg::EMBED_WAY,
            Way::ALL.map(|way| (way_name(shown, way), way == embed.way, Embed { way, ..embed })).into(),
        ))
        .el(choose(
            msg::LANGUAGE,
            Locale::ALL
                .iter()
                .map(|lang| {
                    (Words::apart(lang.tag(), lang.name()), *lang == embed.lang, Embed { lang: *lang, ..embed })
                })
                .collect(),
        ))
        .el(choose(
            msg::VIEW,
            View::ALL.map(|view| (words(view.name()), view == embed.view, Embed { view, ..embed })).into(),
        ))
        .el(choose(
            msg::THEME,
            Theme::ALL.map(|theme| (theme_name(shown, theme), theme == embed.theme, Embed { theme, ..embed })).into(),
        ))
        .el(el("p").class("quiet").text(words(note)))
        .el(snippet)
        .el(button(&props.act, Action::Take(Take::Snippet)).class("copy").text(words(msg::COPY)))
        .list(outcome(props))
        .html()
}

fn way_name(shown: &Shown, way: Way) -> Words {
    shown.locale.text([msg::EMBED_SCRIPT, msg::EMBED_FRAME, msg::EMBED_HTML][way as usize])
}

fn theme_name(shown: &Shown, theme: Theme) -> Words {
    shown.locale.text([msg::THEME_AUTO, msg::THEME_LIGHT, msg::THEME_DARK][theme as usize])
}
