//! The details as a page: a kicker, a title, the answer, its sources, facts as a description list, notes, activities.

use crate::controls::{button, closer, linked};
use crate::el::{El, el, heading, link};
use crate::memo::memo;
use crate::opener::Opener;
use crate::take;
use crate::view::Props;
use atlas_core::details::{Cited, Facts, Line, Row};
use atlas_core::locale::{Arg, Msg, msg};
use atlas_core::order;
use atlas_core::place::Place;
use atlas_core::shown::Shown;
use atlas_core::state::Action;
use atlas_core::words::Words;
use yew::prelude::*;

/// The details, if this is their place.
pub fn details_at(props: &Props, place: Place) -> Html {
    if props.shown.details_place() == Some(place) { memo(Some(props.now()), details) } else { Html::default() }
}

/// The details of what is selected.
fn details(props: &Props) -> Html {
    let shown = &props.shown;
    let locale = shown.locale;
    let Some(target) = shown.state.query.select else { return Html::default() };
    let facts = Facts::of(shown, target);
    let cited = |(index, cited): (usize, &Cited)| {
        let before = index.checked_sub(1).map(|before| &facts.sources[before]);
        source(shown, cited, before.is_some_and(|before| before.source == cited.source))
    };
    let sources = || sources(shown, facts.sources.iter().enumerate().map(cited).collect());
    let aside = el("aside").class("details").attr("part", "details").attr("aria-label", locale.plain(msg::DETAILS));
    let aside = match shown.is_still {
        true => aside,
        false => Opener::Selection(target).mark_opened(shown, aside).el(closer(props, Action::Select(None))),
    };
    let title = heading(shown.state.heading() + 1).class("details-title").attr("tabindex", "-1");
    told(aside, title, shown, &facts, (!facts.sources.is_empty()).then(sources))
        .opt((facts.activities.count() > 0).then(|| activities(props, &facts)))
        .opt((!shown.is_still).then(|| el("p").class("controls").el(take::opener(props))))
        .html()
}

/// Facts where nothing can be selected, with the numbers of the notes that name their sources.
pub fn record(shown: &Shown, facts: &Facts) -> El {
    let title = heading(shown.state.heading() + 2);
    let sorted = order::by_key(facts.sources.iter().map(|cited| cited.note as i64));
    let notes: Vec<String> = sorted.into_iter().map(|at| facts.sources[at].note.to_string()).collect();
    told(el("article"), title, shown, facts, Some(sources(shown, vec![el("p").text(notes.join(", ")).html()])))
}

/// A kicker, a title, the answer and who says so; then what it means, facts and notes.
fn told(place: El, title: El, shown: &Shown, facts: &Facts, sources: Option<El>) -> El {
    let paragraphs = |texts: &[Words]| texts.iter().map(|words| el("p").text(words.clone()).html()).collect();
    let notes = || el("div").class("notes").el(label(shown, msg::FACT_NOTE)).list(paragraphs(&facts.notes));
    let found = || {
        let fields = Words::join(facts.found.iter().map(|label| shown.locale.text(*label)), ", ");
        el("p").class("found").text(shown.locale.format(msg::FOUND_IN, &[Arg::Words("fields", &fields)]))
    };
    place
        .el(el("p").class("kicker").text(facts.kicker.clone()))
        .el(title.text(facts.title.clone()))
        .opt((!facts.answer.is_empty()).then(|| el("p").class("answer").text(facts.answer.clone())))
        .opt((!facts.found.is_empty()).then(found))
        .opt(sources)
        .opt((!facts.lead.is_empty()).then(|| el("div").class("lead").list(paragraphs(&facts.lead))))
        .el(el("dl").list(facts.rows.iter().map(|row| fact(shown, row)).collect()))
        .opt((!facts.notes.is_empty()).then(notes))
}

fn label(shown: &Shown, name: Msg) -> El {
    el("p").class("label").text(shown.locale.text(name))
}

fn sources(shown: &Shown, list: Vec<Html>) -> El {
    el("div").class("sources").el(label(shown, msg::SOURCE)).list(list)
}

fn fact(shown: &Shown, row: &Row) -> Html {
    el("div")
        .el(el("dt").text(shown.locale.text(row.label)))
        .list(row.lines.iter().map(|line| words(shown, line)).collect())
        .html()
}

fn words(shown: &Shown, line: &Line) -> Html {
    let mut place = el("dd");
    if !line.text.is_empty() {
        place = place.text(line.text.clone());
    }
    if let Some((target, words)) = &line.link {
        place = if line.text.is_empty() { place } else { place.text(" ") };
        place = linked(place, "link", shown, *target, words.clone());
    }
    if !line.aside.is_empty() {
        place = place.text(" ").el(el("small").text(line.aside.clone()));
    }
    place.html()
}

/// A place in a source; the source is named with the first of its places.
fn source(shown: &Shown, cited: &Cited, is_named: bool) -> Html {
    let name = (!is_named).then(|| link(&cited.url, cited.source.clone()));
    let comma = if is_named { "" } else { ", " };
    let cite = el("details")
        .class("cite")
        .el(el("summary").text(shown.locale.text(msg::CITE)))
        .el(el("p").class("citation").text(cited.citation.clone()));
    el("div").class("source").el(el("p").opt(name).text(Words::from(comma).and(cited.place.clone()))).el(cite).html()
}

/// The activities that the filters leave, a page at a time.
fn activities(props: &Props, facts: &Facts) -> El {
    let shown = &props.shown;
    let locale = shown.locale;
    let rows = shown.catalogue.data.activities();
    let total = facts.activities.count();
    let item = |index: usize| {
        let aside = shown.date(rows.dates[index].as_ref()).and(" · ").and(locale.activity_state(rows.states[index]));
        el("li").key(index as u32).el(el("span").text(shown.activity(index))).el(el("small").text(aside)).html()
    };
    let rest = (total as usize).saturating_sub(shown.state.interface.listed);
    let more = || {
        let words = locale.text(msg::SHOW_MORE).and([" (", &locale.number(rest as u32), ")"].concat());
        button(&props.act, Action::More).text(words)
    };
    el("div")
        .class("activities")
        .el(el("p").class("label").text(locale.format(msg::COUNT_ACTIVITIES, &[Arg::Number("n", total)])))
        .el(el("ol")
            .attr("role", "list")
            .list(facts.activities.iter().take(shown.state.interface.listed).map(item).collect()))
        .opt((rest > 0 && !shown.is_still).then(more))
}
