//! "Take away": a dialog in which a reader saves or copies what is shown, a reference to it, or a link.

use crate::controls::{button, choices};
use crate::el::{El, el};
use crate::modal;
use crate::opener::Opener;
use crate::view::Props;
use atlas_core::details::Facts;
use atlas_core::export::calendar;
use atlas_core::locale::{Msg, msg};
use atlas_core::state::Action;
use atlas_core::taking::{Format, Kind, Of, Outcome, Picture, Rows, Size, Style, Take, Taking};
use atlas_core::words::Words;
use yew::prelude::*;

/// The button that opens it.
pub fn opener(props: &Props) -> El {
    modal::opener(props, Opener::Take, msg::TAKE, Action::Taking(Some(Taking::default())))
}

/// How a form is called on its button.
#[derive(Clone, Copy)]
enum Label {
    /// By a word.
    Word(Msg),
    /// By a name that is the same in all languages.
    Name(&'static str),
}

/// The last only where the data has any.
const TABLES: [(Label, Format); 4] = [
    (Label::Word(msg::TAKE_CELLS), Format::Table(Rows::Cells)),
    (Label::Word(msg::INSTRUMENTS), Format::Table(Rows::Instruments)),
    (Label::Word(msg::EVENTS), Format::Table(Rows::Events)),
    (Label::Word(msg::TAKE_ACTIVITIES), Format::Table(Rows::Activities)),
];

const DATA: [(Label, Format); 2] =
    [(Label::Name("JSON"), Format::Records), (Label::Name("iCalendar"), Format::Calendar)];

const REFERENCES: [(Label, Format); 4] = [
    (Label::Word(msg::TAKE_PLAIN), Format::Reference(Style::Plain)),
    (Label::Name("BibTeX"), Format::Reference(Style::Bibtex)),
    (Label::Name("RIS"), Format::Reference(Style::Ris)),
    (Label::Name("CSL-JSON"), Format::Reference(Style::Csl)),
];

/// The first is a text, which the clipboard takes, too.
const PICTURES: [(&str, Size, Kind); 5] = [
    ("SVG", Size::Own, Kind::Svg),
    ("PNG", Size::Own, Kind::Png),
    ("PNG 2×", Size::Own, Kind::Fine),
    ("1200 × 630", Size::Card, Kind::Png),
    ("1920 × 1080", Size::Slide, Kind::Png),
];

/// The dialog.
pub fn dialog(props: &Props) -> Html {
    let shown = &props.shown;
    let Some(taking) = shown.state.interface.taking else { return Html::default() };
    let words = |name| shown.locale.text(name);
    let two = |name: Msg, [first, second]: [(Msg, Taking); 2]| {
        let choice = |(name, other)| (words(name), other == taking, Action::Taking(Some(other)));
        choices(props, name, vec![choice(first), choice(second)])
    };
    let way = |copies| Taking { copies, ..taking };
    let ground = |dark| Taking { dark, ..taking };
    let offers = |name, forms: &[(Label, Format)]| offers(props, taking, name, forms);
    let tables = if shown.catalogue.data.activities().is_empty() { &TABLES[..3] } else { &TABLES };
    let subject = shown.state.query.select.map(|target| quiet(Facts::of(shown, target).title));
    let pictures = |name, of| {
        let picture = |(name, size, kind): (&'static str, Size, Kind)| {
            (Label::Name(name), Format::Picture(Picture { of, dark: taking.dark, size }, kind))
        };
        let all = PICTURES.map(picture);
        offers(words(name), if taking.copies { &all[..1] } else { &all })
    };
    let link = || {
        let copy = button(&props.act, Action::Take(Take::Link)).text(words(msg::TAKE_COPY_LINK));
        row(words(msg::TAKE_LINK), vec![copy.html()])
    };
    modal::dialog(props, Opener::Take, "embed take", msg::TAKE, Action::Taking(None))
        .el(two(msg::EMBED_WAY, [(msg::TAKE_FILE, way(false)), (msg::COPY, way(true))]))
        .el(offers("CSV".into(), tables))
        .el(offers(words(msg::TAKE_DATA), &DATA).opt(told(props)))
        .el(two(msg::TAKE_GROUND, [(msg::TAKE_LIGHT, ground(false)), (msg::TAKE_DARK, ground(true))]))
        .el(pictures(msg::VIEW_TIMELINE, Of::Timeline))
        .el(pictures(msg::VIEW_MATRIX, Of::Matrix))
        .el(offers(words(msg::TAKE_REFERENCE), &REFERENCES).opt(subject))
        .opt(shown.state.surroundings.linked.then(link))
        .list(outcome(props))
        .el(quiet(words(msg::TAKE_NOTE)))
        .html()
}

/// A row of forms to take, each with its button.
#[inline(never)]
fn offers(props: &Props, taking: Taking, name: Words, forms: &[(Label, Format)]) -> El {
    let offer = |(label, format): &(Label, Format)| {
        let take = if taking.copies { Take::Copy(*format) } else { Take::Save(*format) };
        let label = match label {
            Label::Word(word) => props.shown.locale.text(*word),
            Label::Name(name) => (*name).into(),
        };
        button(&props.act, Action::Take(take)).text(label).html()
    };
    row(name, forms.iter().map(offer).collect())
}

fn row(name: Words, offers: Vec<Html>) -> El {
    el("div").class("choice-row").el(el("span").text(name)).el(el("div").class("offers").list(offers))
}

/// What a calendar has no place for.
fn told(props: &Props) -> Option<El> {
    calendar(&props.shown).told.map(|told| quiet(told.into()))
}

/// What is said of a row, below its buttons.
fn quiet(words: Words) -> El {
    el("p").class("quiet").text(words)
}

/// What became of what was taken last, and the text that is to be copied by hand.
pub fn outcome(props: &Props) -> Vec<Html> {
    let (said, text) = match &props.shown.state.interface.taken {
        Some((Take::Save(_), Outcome::Done)) => (Some(msg::TAKE_SAVED), None),
        Some((_, Outcome::Done)) => (Some(msg::COPIED), None),
        Some((what, Outcome::Refused(text))) => {
            (Some(msg::TAKE_REFUSED), (*what != Take::Snippet).then(|| text.clone()))
        }
        _ => (None, None),
    };
    let status = el("p").class("taken");
    let status = status.text(said.map_or_else(Words::default, |said| props.shown.locale.text(said)));
    let area = |text: String| {
        let area = el("textarea").attr("readonly", "").attr("rows", "7").attr("spellcheck", "false");
        area.attr("aria-label", props.shown.locale.plain(msg::TAKE)).value(text.into()).html()
    };
    vec![status.html(), text.map_or_else(Html::default, area)]
}
