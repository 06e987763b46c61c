//! The drawing of the timeline: where everything stands, in any width and font, and that nothing unstated is drawn.

use crate::asking::{TODAY, day};
use atlas::advances::Advances;
use atlas::builtin::BUILTIN;
use atlas::locale::Locale;
use atlas::packed;
use atlas::query::{Catalogue, View};
use atlas::shown::Shown;
use atlas::state::{Action, News, Page, WidgetState};
use atlas::time::known::Known;
use atlas_core::timeline::key::KeySign;
use atlas_core::timeline::lane::{Label, Says, SegmentKind, Shape};
use atlas_core::timeline::layout::{Layout, is_worth_zooming};
use std::rc::Rc;

fn catalogue() -> Rc<Catalogue> {
    Rc::new(Catalogue::new(packed::read(BUILTIN).unwrap()))
}

fn of(catalogue: &Rc<Catalogue>, query: &str, width: u32) -> Shown {
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    let state = WidgetState::new(day(TODAY), page).after(Action::Query(query.into()), catalogue);
    Shown::of(catalogue.clone(), state.after(Action::News(News::Width(width, width)), catalogue))
}

fn shown(query: &str, width: u32) -> Shown {
    of(&catalogue(), query, width)
}

/// Letters of a narrow, a middle and a wide font, the wide one spaced as readers may have it.
fn fonts(catalogue: &Catalogue) -> [Rc<Advances>; 3] {
    let sample = Advances::sample(catalogue);
    [5.2, 6.8, 8.6].map(|width| Rc::new(Advances::measured(&sample, sample.chars().map(|_| width))))
}

fn shape(shown: &Shown, slug: &str) -> Shape {
    let layout = Layout::of(shown);
    let is_it = |id| shown.catalogue.data.instrument(id).slug == slug;
    Shape::clone(&layout.lanes.iter().find(|lane| is_it(lane.instrument)).unwrap().shape)
}

fn words(shown: &Shown, shape: &Shape) -> Vec<String> {
    let on_bars = shape.segments.iter().filter_map(|part| part.label.as_ref());
    on_bars.chain(&shape.labels).map(|label| label.says.words(shown).plain().replace('\u{a0}', " ")).collect()
}

const QUERIES: [&str; 9] = [
    "as-of=2019-10-15",
    "as-of=2016-08-04",
    "as-of=2019-09-10",
    "",
    "as-of=1900-01-01",
    "as-of=2019-10-15&compare=2020-09-01",
    "as-of=2020-09-01&compare=2018-06-01",
    "as-of=2019-10-15&compare=2019-10-20",
    "as-of=2021-02-01&compare=2030-01-01&range=2019/2020",
];

#[test]
fn nothing_is_clipped_or_written_over_at_any_width_in_any_font_and_language() {
    let catalogue = catalogue();
    for advances in fonts(&catalogue) {
        for width in [320, 360, 640, 768, 1024, 1280, 1440, 1920] {
            for (query, lang) in QUERIES.iter().flat_map(|query| ["en", "ru"].map(|lang| (query, lang))) {
                let start = of(&catalogue, &format!("{query}&lang={lang}"), width);
                let shown = start.after(Action::News(News::Advances(advances.clone())));
                let wrong = crowded(&shown, &Layout::of(&shown));
                assert!(wrong.is_empty(), "{query}, {lang}, {width} px, {}: {wrong:?}", advances.width("m"));
            }
        }
    }
}

/// What has no room in a drawing.
fn crowded(shown: &Shown, layout: &Layout) -> Vec<String> {
    let mut wrong = Vec::new();
    let width = |label: &Label| shown.state.surroundings.advances.width(label.says.words(shown).plain());
    for lane in &layout.lanes {
        let Shape { segments, labels, .. } = &*lane.shape;
        let said: Vec<&Label> = segments.iter().filter_map(|part| part.label.as_ref()).chain(labels).collect();
        for (at, label) in said.iter().enumerate() {
            let (from, to) = (label.x, label.x + width(label));
            if from < 0 || to > layout.width || !label.above && from < layout.scale.left {
                wrong.push(format!("{label:?} leaves the drawing"));
            }
            let meets = |other: &&&Label| other.above == label.above && other.x < to && from < other.x + width(other);
            wrong.extend(said[..at].iter().filter(meets).map(|other| format!("{label:?} and {other:?}")));
        }
        // What stands on no bar stands beside all of them; on a dotted line it stands with its back to the line.
        for label in labels.iter().filter(|label| !label.above) {
            let meets = segments.iter().any(|part| part.x < label.x + width(label) && label.x < part.end);
            wrong.extend(meets.then(|| format!("{label:?} on a bar")));
        }
        for part in segments {
            let fits = part.label.is_none_or(|label| label.x > part.x && label.x + width(&label) <= part.end);
            wrong.extend((!fits).then(|| format!("{part:?} is shorter than its words")));
        }
    }
    let flags: Vec<_> = [Some(layout.playhead), layout.compared].into_iter().flatten().collect();
    for flag in &flags {
        let text = shown.state.surroundings.advances.width(flag.words(shown).plain());
        if flag.left < 0 || flag.right > layout.width || flag.right - flag.left < text + 16 {
            wrong.push(format!("{flag:?}"));
        }
    }
    if let [one, other] = flags[..] {
        wrong.extend(
            (one.y == other.y && one.left < other.right && other.left < one.right)
                .then(|| "flags on each other".to_owned()),
        );
    }
    if let Some((silent, (x, _))) = layout.silent.and_then(|silent| Some((silent, silent.label?))) {
        let end = x + shown.state.surroundings.advances.width("source silent").min(100);
        let is_crossed = flags.iter().filter_map(|flag| flag.line).any(|line| (x..end).contains(&line));
        wrong.extend((x < silent.x || is_crossed).then(|| "the silence is crossed".to_owned()));
    }
    wrong
}

#[test]
fn a_lane_without_adoption_and_term_has_words_instead_of_a_line_no_earlier_than_the_source_allows() {
    for (query, wide) in [("as-of=2016-06-01", 1280), ("as-of=2019-10-15", 1280), ("", 320)] {
        let shown = shown(query, wide);
        let shape = shape(&shown, "work-programme-post-2017");
        assert_eq!((shape.segments.len(), shape.adopted), (0, None), "{query}");
        assert_eq!(words(&shown, &shape), ["adoption and term not stated"]);
        let limit = Layout::of(&shown).scale.x(day("2018-01-01"));
        assert!(wide == 320 || shape.labels[0].x >= limit, "{query}");
    }
}

#[test]
fn a_line_without_a_term_begins_at_the_adoption_and_says_so() {
    for (query, known) in [("as-of=2018-11-13", Known::No), ("as-of=2018-11-14", Known::Yes)] {
        let shown = shown(query, 1280);
        let scale = Layout::of(&shown).scale;
        let shape = shape(&shown, "mou-2018");
        let [line] = shape.segments[..] else { panic!("{shape:?}") };
        assert_eq!((line.x, line.known), (scale.x(day("2018-11-14")), known));
        assert_eq!(line.kind, SegmentKind::Open { begins: true, ends: false });
        assert_eq!(words(&shown, &shape), ["term not stated"]);
        let adopted = shape.adopted.unwrap();
        assert_eq!((adopted.x, adopted.end), (scale.middle_x(day("2018-11-14")), scale.middle_x(day("2018-11-14"))));
    }
    // Adopted within a year: a bracket over all of it.
    let shown = shown("", 1280);
    let adopted = shape(&shown, "energy-2016-2020").adopted.unwrap();
    let scale = Layout::of(&shown).scale;
    assert_eq!((adopted.x, adopted.end), (scale.x(day("2016-01-01")), scale.end_x(day("2016-12-31"))));
}

#[test]
fn limits_that_are_not_stated_are_dotted() {
    for (term, kind) in [
        ("2016/2020", SegmentKind::First),
        ("2016/", SegmentKind::Open { begins: true, ends: false }),
        ("/2020", SegmentKind::Open { begins: true, ends: true }),
    ] {
        let mut tables = packed::read(BUILTIN).unwrap().tables().clone();
        let row = tables.terms.iter_mut().find(|row| row.term.to_string() == "2016/2020").unwrap();
        row.term = atlas::time::Interval::parse(term).unwrap();
        let instrument = row.instrument;
        let catalogue = Rc::new(Catalogue::new(atlas::model::Dataset::new(tables)));
        let slug = catalogue.data.instrument(instrument).slug.clone();
        let shown = of(&catalogue, "as-of=2019-10-15", 1280);
        let scale = Layout::of(&shown).scale;
        let [part] = shape(&shown, &slug).segments[..] else { panic!("{term}") };
        assert_eq!(part.kind, kind, "{term}");
        // Without a stated beginning the line begins where the instrument was surely adopted.
        let start = if term.starts_with('/') { "2016-12-31" } else { "2016-01-01" };
        assert_eq!(part.x, scale.x(day(start)), "{term}");
    }
}

#[test]
fn an_extension_is_an_outline_until_the_event_that_made_it_known() {
    for (query, known) in [("as-of=2020-08-27", Known::No), ("as-of=2020-08-28", Known::Yes)] {
        let shown = shown(query, 1280);
        let shape = shape(&shown, "poc-2019");
        let parts: Vec<_> = shape.segments.iter().map(|part| (part.kind, part.known)).collect();
        assert_eq!(parts, [(SegmentKind::First, Known::Yes), (SegmentKind::Extension, known)]);
        assert_eq!(words(&shown, &shape), ["2019–2020", "until 2025"]);
    }
}

#[test]
fn the_silence_of_the_source_begins_after_its_latest_dated_event() {
    for (query, begins) in
        [("", Some("2020-08-29")), ("range=2016/2019", None), ("range=2021/2025", Some("2021-01-01"))]
    {
        let layout = Layout::of(&shown(query, 1280));
        assert_eq!(layout.silent.map(|silent| silent.x), begins.map(|begins| layout.scale.x(day(begins))), "{query}");
        assert!(layout.silent.is_none_or(|silent| silent.label.is_some()), "{query}");
    }
}

#[test]
fn both_days_have_a_flag_and_what_became_of_lanes_in_between_is_said_in_words() {
    for query in ["as-of=2021-01-01&compare=2018-06-01", "as-of=2018-06-01&compare=2021-01-01"] {
        let shown = shown(query, 1280);
        let layout = Layout::of(&shown);
        let (own, other) = (layout.playhead, layout.compared.unwrap());
        let both = [own.line.unwrap(), other.line.unwrap()];
        assert_eq!(layout.between, Some((both[0].min(both[1]), both[0].max(both[1]))));
        let turn = |slug: &str| {
            let shape = shape(&shown, slug);
            let turns = shape.labels.iter().filter(|label| matches!(label.says, Says::Turns(_)));
            turns.map(|label| label.says.words(&shown).plain().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(turn("mou-2018"), ["new"], "{query}");
        assert_eq!(turn("energy-2016-2020"), ["term ended"], "{query}");
        assert_eq!(turn("work-programme-post-2017"), [""; 0], "{query}");
        assert_eq!(turn("poc-2019"), ["new"], "{query}");
    }
    let extended = shown("as-of=2019-10-15&compare=2020-09-01", 1280);
    assert!(words(&extended, &shape(&extended, "poc-2019")).contains(&"extended".to_owned()));
    let alone = Layout::of(&shown("as-of=2019-10-15&compare=2019-10-15", 1280));
    assert_eq!((alone.compared, alone.between), (None, None), "a day is not compared with itself");
}

#[test]
fn the_key_explains_what_is_drawn_and_nothing_else_from_the_strongest_sign_to_the_weakest() {
    use KeySign::{Adopted, Between, Day, Later, Period, Silent, Stated, Unstated, Unsure};
    for (query, expected) in [
        ("", vec![Stated, Unstated, Day, Period, Adopted, Silent]),
        ("as-of=2019-10-15", vec![Stated, Later, Unstated, Day, Period, Adopted, Silent]),
        ("as-of=2019-09-10", vec![Stated, Later, Unsure, Unstated, Day, Period, Adopted, Silent]),
        ("as-of=2019-10-15&range=2016/2017", vec![Stated, Day, Period, Adopted]),
        (
            "as-of=2019-10-15&compare=2020-09-01&range=2019/2020",
            vec![Stated, Later, Unstated, Day, Period, Adopted, Between, Silent],
        ),
    ] {
        let shown = shown(query, 1280);
        assert_eq!(KeySign::of(&shown, &Layout::of(&shown)), expected, "{query}");
    }
}

#[test]
fn controls_for_a_part_of_the_period_come_where_there_is_need() {
    assert!(!is_worth_zooming(&shown("", 1280)));
    assert!(is_worth_zooming(&shown("range=2018/2020", 1280)));
    let dir = tempfile::tempdir().unwrap();
    atlas::dataset::sample::write(dir.path(), 100).unwrap();
    let sample = Rc::new(Catalogue::new(atlas::dataset::read(dir.path()).unwrap()));
    assert!(is_worth_zooming(&of(&sample, "", 1280)));
}
