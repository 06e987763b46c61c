//! "Take away": a dialog in which a reader saves or copies what is shown, a reference to it, or a link.

use crate::controls::{button, choices};
use crate::el::{El, el};
use crate::modal;
use crate::opener::Opener;
use crate::view::Props;
use atlas_core::details::Facts;
use atlas_core::export::calendar;
use atlas_core::locale::{Arg, Msg, msg};
use atlas_core::state::Action;
use atlas_core::taking::{Format, Kind, Of, Outcome, Picture, Rows, Size, Style, Take, Taking};
use atlas_core::words::Words;
use yew::prelude::*;

/// The button that opens it.
pub fn opener(props: &Props) -> El {
    modal::opener(props, Opener::Take, msg::TAKE, Action::Taking(Some(Taking::default())))
}

/// The dialog.
pub fn dialog(props: &Props) -> Html {
    let shown = &props.shown;
    let Some(taking) = shown.state.interface.taking else { return Html::default() };
    let words = |name| shown.locale.text(name);
    let ways = [(msg::TAKE_FILE, false), (msg::COPY, true)];
    let choose = |(name, copies): (Msg, bool)| {
        (words(name), copies == taking.copies, Action::Taking(Some(Taking { copies, ..taking })))
    };
    let take = |format| if taking.copies { Take::Copy(format) } else { Take::Save(format) };
    let offer = |(name, format): (Words, Format)| button(&props.act, Action::Take(take(format))).text(name).html();
    let offers = |name: Words, formats: Vec<(Words, Format)>| row(name, formats.into_iter().map(offer).collect());
    let tables = [
        (msg::TAKE_CELLS, Rows::Cells),
        (msg::INSTRUMENTS, Rows::Instruments),
        (msg::EVENTS, Rows::Events),
        (msg::TAKE_ACTIVITIES, Rows::Activities),
    ];
    let has_rows = |rows: Rows| rows != Rows::Activities || !shown.catalogue.data.activities().is_empty();
    let tables = tables.into_iter().filter(|(_, rows)| has_rows(*rows));
    let subject = match shown.state.query.select {
        Some(target) => {
            shown.locale.format(msg::TAKE_REFERENCE_TO, &[Arg::Words("what", &Facts::of(shown, target).title)])
        }
        None => words(msg::TAKE_REFERENCE),
    };
    let styles = [(words(msg::TAKE_PLAIN), Style::Plain), ("BibTeX".into(), Style::Bibtex)];
    let styles = styles.into_iter().chain([("RIS".into(), Style::Ris), ("CSL-JSON".into(), Style::Csl)]);
    let grounds = [(msg::TAKE_LIGHT, false), (msg::TAKE_DARK, true)];
    let ground =
        |(name, dark): (Msg, bool)| (words(name), dark == taking.dark, Action::Taking(Some(Taking { dark, ..taking })));
    let pictures = |(name, of): (Msg, Of)| {
        let picture = |name: &str, size, kind| {
            (name.to_owned().into(), Format::Picture(Picture { of, dark: taking.dark, size }, kind))
        };
        let pixels = [
            picture("PNG", Size::Own, Kind::Png),
            picture("PNG 2×", Size::Own, Kind::Fine),
            picture("1200 × 630", Size::Card, Kind::Png),
            picture("1920 × 1080", Size::Slide, Kind::Png),
        ];
        // The clipboard takes texts.
        let pixels = pixels.into_iter().filter(|_| !taking.copies);
        offers(words(name), [picture("SVG", Size::Own, Kind::Svg)].into_iter().chain(pixels).collect()).html()
    };
    let views = [(msg::VIEW_TIMELINE, Of::Timeline), (msg::VIEW_MATRIX, Of::Matrix)];
    let link = || {
        let copy = button(&props.act, Action::Take(Take::Link)).text(words(msg::TAKE_COPY_LINK));
        row(words(msg::TAKE_LINK), vec![copy.html()])
    };
    modal::dialog(props, Opener::Take, "embed take", msg::TAKE, Action::Taking(None))
        .el(choices(props, msg::EMBED_WAY, ways.into_iter().map(choose).collect()))
        .el(offers(words(msg::TAKE_TABLES), tables.map(|(name, rows)| (words(name), Format::Table(rows))).collect()))
        .el(offers(
            words(msg::TAKE_DATA),
            vec![("JSON".into(), Format::Records), ("iCalendar".into(), Format::Calendar)],
        )
        .opt(told(props)))
        .el(choices(props, msg::TAKE_GROUND, grounds.into_iter().map(ground).collect()))
        .list(views.into_iter().map(pictures).collect())
        .el(offers(subject, styles.map(|(name, style)| (name, Format::Reference(style))).collect()))
        .opt(shown.state.surroundings.linked.then(link))
        .list(outcome(props))
        .el(el("p").class("quiet").text(words(msg::TAKE_NOTE)))
        .html()
}

fn row(name: Words, offers: Vec<Html>) -> El {
    el("div").class("choice-row").el(el("span").text(name)).el(el("div").class("offers").list(offers))
}

/// What a calendar has no place for.
fn told(props: &Props) -> Option<El> {
    calendar(&props.shown).told.map(|told| el("p").class("quiet").text(told))
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
