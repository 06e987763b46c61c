//! Pictures of the whole timeline and of the whole matrix: they tell what the page tells, each element can be drawn by itself,
//! and nothing is clipped or written over.

use crate::asking::{TODAY, ask, day, each, shipped, shipped_shown, thousand};
use crate::contrast::colours;
use atlas::advances::Advances;
use atlas::export::picture;
use atlas::export::picture::{Palette, width};
use atlas::locale::Locale;
use atlas::model::{Column, Dataset, Tables, Text};
use atlas::query::{Catalogue, Target, View};
use atlas::shown::Shown;
use atlas::state::{Action, Arrangement, News, Page, WidgetState};
use atlas::taking::{Format, Kind, Of, Picture, Size};
use atlas::time::Interval;
use atlas::time::known::State;
use roxmltree::{Document, Node};
use std::rc::Rc;

const QUERIES: [&str; 9] = [
    "as-of=2019-10-15",
    "as-of=2019-09-10",
    "",
    "as-of=1900-01-01",
    "as-of=2020-09-01&compare=2018-06-01",
    "as-of=2018-06-01&compare=2021-01-01&inferred=1",
    "as-of=2019-10-15&gaps=1",
    "sector=energy&sector=space&coverage=sectoral&q=energy",
    "q=nothing-of-this",
];

/// All pictures of a query.
fn pictures() -> Vec<Picture> {
    let sizes = [Size::Own, Size::Card, Size::Slide];
    let both = [Of::Timeline, Of::Matrix];
    let all = both.iter().flat_map(|of| sizes.map(|size| [false, true].map(|dark| Picture { of: *of, dark, size })));
    all.flatten().collect()
}

const TIMELINE: Picture = Picture { of: Of::Timeline, dark: false, size: Size::Own };
const MATRIX: Picture = Picture { of: Of::Matrix, dark: false, size: Size::Own };

/// What a dataset shows for a query.
fn of(data: Dataset, query: &str) -> Shown {
    let catalogue = Rc::new(Catalogue::new(data));
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    let state = WidgetState::new(day(TODAY), page).after(Action::Query(query.into()), &catalogue);
    Shown::of(catalogue, state)
}

/// The shipped dataset with other tables.
fn changed(change: impl FnOnce(&mut Tables)) -> Dataset {
    let mut tables = shipped().data.tables().clone();
    change(&mut tables);
    Dataset::new(tables)
}

/// The words of a picture, line after line, without those that only have the paper around others.
fn words(svg: &str) -> String {
    let document = Document::parse(svg).unwrap();
    let texts = texts(&document).into_iter().map(|text| text.text().unwrap().to_owned());
    texts.collect::<Vec<_>>().join(" ")
}

fn texts<'a>(document: &'a Document) -> Vec<Node<'a, 'a>> {
    let elements = document.root_element().children();
    elements.filter(|node| node.has_tag_name("text") && node.attribute("stroke").is_none()).collect()
}

/// A text as a picture has it.
fn set(text: &str) -> String {
    text.replace('\u{ad}', "")
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).unwrap_or_else(|| panic!("{node:?} has no {name}")).parse().unwrap()
}

/// The attributes of an element that it may not have, and those that it lacks.
fn misfits(node: Node, allowed: &[&str], needed: &[&str]) -> Vec<String> {
    let own: Vec<&str> = node.attributes().map(|attribute| attribute.name()).collect();
    let unknown = own.iter().filter(|name| !allowed.contains(name) && !needed.contains(name));
    let missing = needed.iter().filter(|name| !own.contains(name));
    unknown.chain(missing).map(|name| format!("{}: {name}", node.tag_name().name())).collect()
}

/// What is wrong with the elements of a picture.
fn strange(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap_or_else(|error| panic!("{error}"));
    let root = document.root_element();
    let mut wrong = misfits(root, &[], &["width", "height", "viewBox", "role"]);
    let paint = ["stroke", "stroke-width", "stroke-dasharray", "opacity"];
    let letters = ["font-style", "text-anchor", "stroke", "stroke-width"];
    for node in root.children().filter(Node::is_element) {
        wrong.extend(match node.tag_name().name() {
            "title" | "desc" => misfits(node, &[], &[]),
            "rect" => misfits(node, &[&paint[..], &["rx"]].concat(), &["x", "y", "width", "height", "fill"]),
            "circle" => misfits(node, &paint, &["cx", "cy", "r", "fill"]),
            "path" => misfits(node, &paint, &["transform", "d", "fill"]),
            "text" => misfits(node, &letters, &["x", "y", "font-family", "font-size", "font-weight", "fill"]),
            other => panic!("an element {other}"),
        });
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let is_good = match name {
                "fill" | "stroke" => value == "none" || value.len() == 7 && value.starts_with('#'),
                "d" => value.chars().all(|letter| "MmHVhvlz0123456789-. ".contains(letter)),
                "transform" => value.starts_with("translate(") && value.ends_with(')'),
                "font-family" => value.ends_with("serif"),
                "text-anchor" => ["start", "middle", "end"].contains(&value),
                "font-style" => value == "italic",
                "stroke-dasharray" => value.split(' ').all(|part| part.parse::<f64>().is_ok()),
                _ => value.parse::<f64>().is_ok(),
            };
            if !is_good {
                wrong.push(format!("{name}={value:?}"));
            }
        }
        if node.children().any(|child| child.is_element()) {
            wrong.push(format!("{node:?} has elements in it"));
        }
    }
    if root.attribute("role") != Some("img") || root.children().filter(Node::is_element).nth(1).is_none() {
        wrong.push("no picture with a title and a description".to_owned());
    }
    wrong
}

/// What leaves the frame of a picture, or stands on something else, by the widths that letters are taken to have.
fn crowded(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let frame: Vec<f64> =
        document.root_element().attribute("viewBox").unwrap().split(' ').map(|part| part.parse().unwrap()).collect();
    let mut wrong = Vec::new();
    let mut boxes: Vec<([f64; 4], String)> = Vec::new();
    for node in texts(&document) {
        let letters = node.text().unwrap();
        let size = number(node, "font-size");
        let wide = f64::from(width(letters, (size * 10.0) as i32, node.attribute("font-weight").unwrap()));
        let x = number(node, "x")
            - match node.attribute("text-anchor") {
                Some("middle") => wide / 2.0,
                Some("end") => wide,
                _ => 0.0,
            };
        let y = number(node, "y");
        boxes.push(([x, y - size * 0.75, x + wide, y + size * 0.2], letters.to_owned()));
    }
    let is_in = |[x, y, right, bottom]: [f64; 4]| x >= 0.0 && y >= 0.0 && right <= frame[2] && bottom <= frame[3];
    for (at, (one, letters)) in boxes.iter().enumerate() {
        if !is_in(*one) {
            wrong.push(format!("{letters:?} leaves the frame: {one:?} of {frame:?}"));
        }
        for (other, under) in &boxes[..at] {
            // Widths are rounded up.
            if one[0] + 1.0 < other[2] && other[0] + 1.0 < one[2] && one[1] < other[3] && other[1] < one[3] {
                wrong.push(format!("{letters:?} on {under:?}"));
            }
        }
    }
    for node in document.root_element().children() {
        let shape = match node.tag_name().name() {
            "rect" => {
                let [x, y] = ["x", "y"].map(|name| number(node, name));
                [x, y, x + number(node, "width"), y + number(node, "height")]
            }
            "circle" => {
                let [x, y, r] = ["cx", "cy", "r"].map(|name| number(node, name));
                [x - r, y - r, x + r, y + r]
            }
            _ => continue,
        };
        if !is_in(shape) {
            wrong.push(format!("{} leaves the frame: {shape:?}", node.tag_name().name()));
        }
    }
    wrong
}

#[test]
fn every_element_can_be_drawn_by_itself_and_nothing_is_clipped_or_written_over() {
    for (query, lang) in QUERIES.iter().flat_map(|query| ["en", "ru"].map(|lang| (query, lang))) {
        let shown = shipped_shown(&format!("{query}&lang={lang}"));
        for what in pictures() {
            let svg = picture(&shown, what);
            let wrong = [strange(&svg), crowded(&svg)].concat();
            assert!(wrong.is_empty(), "{query}, {lang}, {what:?}: {wrong:#?}");
        }
    }
}

#[test]
fn a_picture_has_the_size_that_is_asked_for_and_fills_it() {
    for (query, of) in QUERIES.iter().flat_map(|query| [Of::Timeline, Of::Matrix].map(|of| (query, of))) {
        let shown = shipped_shown(query);
        for size in [Size::Card, Size::Slide] {
            let svg = picture(&shown, Picture { of, dark: false, size });
            let document = Document::parse(&svg).unwrap();
            let root = document.root_element();
            let sides = ["width", "height"].map(|name| number(root, name));
            assert_eq!(size.frame().map(|(wide, high)| [wide, high].map(f64::from)), Some(sides), "{query}");
            let frame: Vec<f64> =
                root.attribute("viewBox").unwrap()[4..].split(' ').map(|part| part.parse().unwrap()).collect();
            assert_eq!(frame[0] * sides[1], frame[1] * sides[0], "{query}: {frame:?} has another proportion");
            // The source stands at the foot of the frame, and what is drawn is no wider than words can be read.
            let lowest = texts(&document).iter().map(|text| number(*text, "y")).fold(0.0, f64::max);
            assert!(lowest > frame[1] - 50.0, "{query}, {of:?}: {lowest} of {}", frame[1]);
            assert!(frame[0] < 1700.0, "{query}, {of:?}: {frame:?}");
        }
    }
}

#[test]
fn all_that_is_shown_is_named_with_its_state_its_term_and_its_date() {
    for (query, lang) in QUERIES.iter().flat_map(|query| ["en", "ru"].map(|lang| (query, lang))) {
        let query = format!("{query}&lang={lang}");
        let shown = shipped_shown(&query);
        let data = &shown.catalogue.data;
        let [timeline, matrix] = [TIMELINE, MATRIX].map(|what| words(&picture(&shown, what)));
        let has = |all: &str, name: &str| assert!(all.contains(&set(name)), "{query}: {name:?} is not in {all:?}");
        for all in [&timeline, &matrix] {
            has(all, shown.text(data.title()).plain());
            has(all, shown.locale.day(shown.selection.day).plain());
            has(all, "Creative Commons");
            has(all, "https://asean.org/");
            has(all, "asean-russia-eaeu-cooperation 1.");
            has(all, &data.created().to_string());
        }
        for sector in &shown.selection.sectors {
            has(&matrix, shown.text(&data.sector(*sector).name).plain());
        }
        let answer = ask(&query);
        for instrument in answer["instruments"].as_array().unwrap() {
            let row = data.instruments().find(|(_, row)| row.slug == instrument["id"]).unwrap().1;
            let name = shown.text(&row.short).plain().to_owned();
            has(&timeline, &name);
            if shown.selection.sectors.is_empty() {
                continue;
            }
            let state = State::ALL.into_iter().find(|state| state.id() == instrument["state"]).unwrap();
            let mut head = format!("{name} {}", shown.locale.state(state).plain());
            if let Some(term) = instrument["term"].as_str() {
                let term = shown.locale.term(&Interval::parse(term).unwrap());
                head = format!("{head} {}", term.plain());
                // On the bar the end of an extension stands alone.
                let [.., end] = term.plain().split(['–', ' ', '\u{a0}']).collect::<Vec<_>>()[..] else { panic!() };
                has(&timeline, end);
            }
            has(&matrix, &head);
        }
        for (event, _) in &shown.selection.events {
            has(&timeline, shown.text(&data.event(*event).name).plain());
        }
        for cell in &shown.selection.cells {
            if let Column::Outside(_) = data.column(cell.column) {
                has(&matrix, shown.column_name(data.column(cell.column)).plain());
            }
        }
    }
}

#[test]
fn the_cells_of_the_matrix_are_those_of_the_result() {
    for query in ["as-of=2019-10-15", "", "as-of=2019-10-15&partnership=asean-russia"] {
        let svg = picture(&shipped_shown(query), MATRIX);
        let document = Document::parse(&svg).unwrap();
        let light = Palette::LIGHT;
        let is_hue = |colour: Option<&str>| light.0[5..].iter().any(|hue| colour == Some(&format!("#{hue:06x}")));
        let circles: Vec<Node> =
            document.root_element().children().filter(|node| node.has_tag_name("circle")).collect();
        let count = |wanted: &[(&str, bool)]| {
            let is_it = |node: &&Node| {
                is_hue(node.attribute("fill"))
                    .then_some(("fill", false))
                    .or_else(|| {
                        let dashed = node.attribute("stroke-dasharray").is_some();
                        is_hue(node.attribute("stroke")).then_some(("ring", dashed))
                    })
                    .is_some_and(|own| wanted.contains(&own) && (own.0 == "ring" || node.attribute("r") == Some("6")))
            };
            circles.iter().filter(is_it).count()
        };
        let answer = ask(query);
        let coverage = each(&answer["cells"], "coverage");
        let stated = |name: &str| coverage.iter().filter(|own| **own == name).count();
        assert_eq!(count(&[("fill", false)]), stated("covered"), "{query}");
        assert_eq!(count(&[("ring", false)]), stated("named-area") + stated("sectoral"), "{query}");
        assert_eq!(count(&[("ring", true)]), stated("exploring"), "{query}");
    }
}

#[test]
fn the_key_explains_what_is_drawn_and_nothing_else() {
    for (query, what, there, missing) in [
        (
            "as-of=2019-10-15",
            TIMELINE,
            &["known only later", "source silent"][..],
            &["may be later", "between the days"][..],
        ),
        ("as-of=2019-09-10", TIMELINE, &["may be later than this day"], &["between the days"]),
        ("as-of=2020-09-01&compare=2018-06-01", TIMELINE, &["between the days compared"], &["known only later"]),
        (
            "as-of=2019-10-15",
            MATRIX,
            &["being explored", "not mentioned in the source"],
            &["inferred", "not yet adopted"],
        ),
        ("as-of=2018-06-01&inferred=1", MATRIX, &["not yet adopted"], &["named area"]),
        ("as-of=2019-10-15&inferred=1", MATRIX, &["inferred"], &["undetermined"]),
    ] {
        let all = words(&picture(&shipped_shown(query), what));
        there.iter().for_each(|words| assert!(all.contains(words), "{query}: {words}, {all}"));
        missing.iter().for_each(|words| assert!(!all.contains(words), "{query}: {words}, {all}"));
    }
}

#[test]
fn filters_the_search_and_the_days_compared_are_told_in_words() {
    let query = "sector=energy&coverage=covered&state=in-force&as-of=2019-10-15&q=plan&compare=2020-09-01";
    for what in [TIMELINE, MATRIX] {
        let all = words(&picture(&shipped_shown(query), what));
        for told in [
            "Filters: Energy · covered · within its stated term · “plan”",
            "Between 15 October 2019 and 1 September 2020",
        ] {
            assert!(all.replace('\u{a0}', " ").contains(told), "{told}: {all}");
        }
    }
}

#[test]
fn the_same_question_gives_the_same_picture_whatever_page_asks_it() {
    let shown = shipped_shown("as-of=2019-10-15&compare=2020-09-01");
    let energy = shown.catalogue.data.sectors().next().unwrap().0;
    let narrow = Advances::sample(&shown.catalogue);
    let narrow = Advances::measured(&narrow, narrow.chars().map(|_| 5.0));
    let others = [
        Action::News(News::Width(360, 360)),
        Action::News(News::Advances(Rc::new(narrow))),
        Action::Hover(Some(Target::Sector(energy))),
        Action::Select(Some(Target::Sector(energy))),
        Action::Arrange(Arrangement::Coverage),
        Action::View(View::Matrix),
        Action::Help(true),
    ];
    for what in pictures() {
        let svg = picture(&shown, what);
        assert!(svg == picture(&shown, what));
        for action in &others {
            assert!(svg == picture(&shown.after(action.clone()), what), "{action:?}, {what:?}");
        }
        let zoomed = shown.after(Action::Query("as-of=2019-10-15&compare=2020-09-01&range=2019/2020".into()));
        assert!(svg == picture(&zoomed, what), "the whole time is pictured, whatever part of it is in sight");
    }
    // What the last step came from is compared with by that reader alone.
    let stepped = shipped_shown("as-of=2019-10-15").after(Action::Later);
    let day = stepped.selection.day;
    assert!(picture(&stepped, TIMELINE) == picture(&shipped_shown(&format!("as-of={day}")), TIMELINE));
}

#[test]
fn the_colours_are_those_of_the_page() {
    let page = colours();
    for (own, theme) in [(Palette::LIGHT, 0), (Palette::DARK, 1)] {
        let names = ["paper", "ink", "quiet", "rule", "now"].map(str::to_owned).into_iter();
        for (name, colour) in names.chain((0..6).map(|n| format!("hue-{n}"))).zip(own.0) {
            let [red, green, blue] = page[&name][theme].map(u32::from);
            assert_eq!(format!("#{colour:06x}"), format!("#{:06x}", red << 16 | green << 8 | blue), "{name}");
        }
    }
    let shown = shipped_shown("as-of=2019-09-10&compare=2020-09-01&inferred=1");
    for (what, other) in [(TIMELINE, "#ffffff"), (MATRIX, "#ffffff")] {
        let dark = picture(&shown, Picture { dark: true, ..what });
        assert!(!dark.contains(other) && dark.contains("#14171c"), "{what:?}");
    }
}

#[test]
fn a_thousand_activities_are_one_path_in_each_lane() {
    let shown = of(thousand().data.clone(), "");
    let svg = picture(&shown, TIMELINE);
    let paths = svg.matches("<path").count();
    let few = 40 + 12 * shown.selection.columns.len();
    assert!(paths < few, "{paths} paths, {} lanes", shown.selection.columns.len());
    for what in pictures() {
        let svg = picture(&shown, what);
        let wrong = [strange(&svg), crowded(&svg)].concat();
        assert!(wrong.is_empty(), "{what:?}: {wrong:#?}");
        assert!(words(&svg).contains("Made-up data"), "{what:?}");
    }
}

#[test]
fn columns_without_room_for_their_heads_are_numbered_and_named_in_a_list() {
    let many = changed(|tables| {
        let rows = tables.instruments.clone();
        for n in 1..20 {
            tables.instruments.extend(rows.iter().map(|row| {
                let mut row = row.clone();
                row.slug = format!("{}-{n}", row.slug);
                row.short = Text(row.short.0.iter().map(|name| format!("{name} {n}")).collect());
                row.adopted = None;
                row
            }));
        }
    });
    let shown = of(many, "inferred=1");
    for what in pictures() {
        let svg = picture(&shown, what);
        let wrong = [strange(&svg), crowded(&svg)].concat();
        assert!(wrong.is_empty(), "{what:?}: {wrong:#?}");
        let all = words(&svg);
        for (_, row) in shown.catalogue.data.instruments() {
            let name = set(shown.text(&row.short).plain());
            assert!(all.contains(&name), "{what:?}: {name}");
        }
        if what.of == Of::Matrix {
            let last = format!(" {} ", shown.selection.columns.len());
            assert!(all.contains(&last), "{what:?}: {all}");
        }
    }
}

#[test]
fn names_without_room_in_the_drawing_are_told_below_it_as_a_whole() {
    let long = |name: &str| {
        Text(vec![name.to_owned() + &" that goes on and on".repeat(8), name.to_owned() + &" и так далее".repeat(12)])
    };
    let data = changed(|tables| {
        tables.instruments[0].short = long("programme");
        tables.partnerships[0].name = long("partnership");
        tables.events[3].name = long("event");
    });
    let shown = of(data, "");
    for size in [Size::Own, Size::Card] {
        let svg = picture(&shown, Picture { size, ..TIMELINE });
        let wrong = [strange(&svg), crowded(&svg)].concat();
        assert!(wrong.is_empty(), "{size:?}: {wrong:#?}");
        for name in ["programme", "partnership", "event"] {
            assert!(words(&svg).contains(&long(name).0[0]), "{name}: {}", words(&svg));
        }
    }
}

#[test]
fn texts_of_any_kind_stay_texts_within_the_frame() {
    let long = "Wort".repeat(100);
    for hostile in [
        "<script>alert(1)</script>",
        "a & b \"c\" 'd' ]]> <!-- -->",
        "a\u{0}b\u{8}\u{ffff}\u{202e}c",
        "שלום &lt;",
        &long,
    ] {
        let data = changed(|tables| {
            let text = || Text(vec![hostile.into(), hostile.into()]);
            tables.title = text();
            tables.sectors[0].name = text();
            tables.groups[0].name = text();
            tables.instruments[0].short = text();
            tables.instruments[1].short = text();
            tables.partnerships[1].name = text();
            tables.events[1].name = text();
            tables.licence = hostile.to_owned();
            tables.sources[0].url = hostile.to_owned();
        });
        let shown = of(data, "as-of=2019-10-15");
        for what in pictures() {
            let svg = picture(&shown, what);
            let wrong = [strange(&svg), crowded(&svg)].concat();
            assert!(wrong.is_empty(), "{hostile:?}, {what:?}: {wrong:#?}");
            let tame = atlas::letters::tamed(hostile);
            let all = words(&svg);
            assert!(
                all.contains(&*tame) || hostile.len() > 300 && all.replace(' ', "").contains(&*tame),
                "{what:?}: {all}"
            );
        }
    }
}

#[test]
fn a_name_says_which_picture() {
    let is = |name: &str, view| match Format::parse(name, view) {
        Some(Format::Picture(picture, kind)) => Some((picture, kind)),
        _ => None,
    };
    let both = View::Both;
    assert_eq!(is("timeline.svg", both), Some((TIMELINE, Kind::Svg)));
    assert_eq!(is("matrix.png", both), Some((MATRIX, Kind::Png)));
    assert_eq!(is("matrix@2x.png", both), Some((MATRIX, Kind::Fine)));
    assert_eq!(is("svg", both), Some((TIMELINE, Kind::Svg)));
    assert_eq!(is("png", View::Matrix), Some((MATRIX, Kind::Png)));
    assert_eq!(is("svg", View::Timeline), Some((TIMELINE, Kind::Svg)));
    let shared = Picture { dark: true, size: Size::Card, ..TIMELINE };
    assert_eq!(is("timeline-dark-1200x630.svg", both), Some((shared, Kind::Svg)));
    let shared = Picture { size: Size::Slide, ..MATRIX };
    assert_eq!(is("matrix-1920x1080@2x.png", both), Some((shared, Kind::Fine)));
    for name in [
        "",
        ".",
        "gif",
        ".svg",
        "timeline",
        "timeline.gif",
        "timeline@2x.svg",
        "timeline@3x.png",
        "timeline-1x1.png",
        "timeline-1200x630-dark.png",
        "timelinedark.png",
        "@2x.png",
        "both.svg",
        "timeline-.svg",
        "-dark.svg",
        "timeline.svg ",
    ] {
        assert_eq!(is(name, both), None, "{name:?}");
    }
}
