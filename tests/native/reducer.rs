//! The state of a widget: what each action does to it, and what it leaves alone.

use crate::asking::{TODAY, day, shipped};
use atlas::linking::Lit;
use atlas::locale::Locale;
use atlas::model::Coverage;
use atlas::packed;
use atlas::query::{AsOf, Catalogue, Choice, Target, View, url};
use atlas::shown::Shown;
use atlas::state::{Action, News, Pace, Page, Panel, WidgetState, changes};
use atlas::time::Typed;
use std::rc::Rc;

fn start() -> WidgetState {
    WidgetState::new(day(TODAY), Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 })
}

fn after(state: &WidgetState, action: Action) -> WidgetState {
    state.after(action, shipped())
}

fn query(state: &WidgetState) -> String {
    url::write(&state.query, &shipped().data)
}

fn target(name: &str) -> Target {
    url::target(&shipped().data, name).unwrap()
}

#[test]
fn a_choice_made_twice_is_taken_back() {
    let choice = Action::Toggle(Choice::Coverage(Coverage::Sectoral));
    let once = after(&start(), choice.clone());
    assert_eq!(query(&once), "coverage=sectoral");
    assert_eq!(after(&once, choice), start());
}

#[test]
fn clearing_keeps_the_day_the_view_the_language_and_the_selection() {
    let asked = "as-of=2019-10-15&q=a&sector=energy&state=open&gaps=1&inferred=1&view=matrix&select=sector:energy\
                 &lang=ru&range=2016/2020&sector=narnia";
    let cleared = after(&after(&start(), Action::Query(asked.into())), Action::Clear);
    assert_eq!(query(&cleared), "as-of=2019-10-15&inferred=1&view=matrix&select=sector:energy&lang=ru&range=2016/2020");
    assert_eq!(cleared.interface.rejected, [""; 0]);
}

#[test]
fn later_and_earlier_walk_through_every_day_on_which_something_changes() {
    let days: Vec<String> = changes(shipped()).iter().map(ToString::to_string).collect();
    assert_eq!(
        days,
        [
            "2016-01-01",
            "2016-08-05",
            "2017-01-01",
            "2018-01-01",
            "2018-11-14",
            "2019-09-01",
            "2019-10-01",
            "2020-08-28",
            "2021-01-01",
            "2026-01-01"
        ]
    );
    let mut state = after(&start(), Action::AsOf(AsOf::On(day("1990-01-01"))));
    for expected in &days {
        state = after(&state, Action::Later);
        assert_eq!(state.day().to_string(), *expected);
    }
    assert_eq!(after(&state, Action::Later), state, "there is nothing later");
    for expected in days.iter().rev().skip(1) {
        state = after(&state, Action::Earlier);
        assert_eq!(state.day().to_string(), *expected);
    }
    assert_eq!(after(&state, Action::Earlier), state, "there is nothing earlier");
}

/// What the walk promises: between two of its days no state and no event changes.
#[test]
fn nothing_changes_between_two_days_of_the_walk() {
    let answer = |on: atlas::time::Day| {
        let mut answer = crate::asking::ask(&format!("as-of={on}"));
        for name in ["asOf", "query"] {
            answer[name].take();
        }
        answer
    };
    for pair in changes(shipped()).windows(2) {
        assert_eq!(answer(pair[0]), answer(pair[1].plus(-1)), "{} to {}", pair[0], pair[1]);
        assert_ne!(answer(pair[0].plus(-1)), answer(pair[0]), "nothing changes on {}", pair[0]);
    }
}

#[test]
fn today_moves_the_day_only_where_none_is_asked_for() {
    let moved = after(&start(), Action::News(News::Today(day("2027-01-01"))));
    assert_eq!(moved.day().to_string(), "2027-01-01");
    let fixed = after(&start(), Action::AsOf(AsOf::On(day("2019-10-15"))));
    assert_eq!(after(&fixed, Action::News(News::Today(day("2027-01-01")))).day().to_string(), "2019-10-15");
}

#[test]
fn the_query_wins_over_what_the_page_asks_for() {
    let page = Page { lang: Locale::from_tag("ru").unwrap(), view: View::Matrix, heading: 1 };
    let asked = after(&start(), Action::News(News::Page(page)));
    assert_eq!((asked.lang().tag(), asked.view()), ("ru", View::Matrix));
    let own = after(&after(&asked, Action::Lang(Locale::ENGLISH)), Action::View(View::Timeline));
    assert_eq!((own.lang().tag(), own.view()), ("en", View::Timeline));
}

#[test]
fn only_a_change_of_the_question_computes_a_new_answer() {
    let catalogue = Rc::new(Catalogue::new(packed::read(atlas::builtin::BUILTIN).unwrap()));
    let shown = Shown::of(catalogue, start());
    let is_same = |action: Action| Rc::ptr_eq(&shown.after(action).selection, &shown.selection);
    for action in [
        Action::Hover(Some(target("sector:energy"))),
        Action::Select(Some(target("event:mou-signed"))),
        Action::Panel(Some(Panel::Filters)),
        Action::Lang(Locale::from_tag("ru").unwrap()),
        Action::View(View::Matrix),
        Action::News(News::Width(360, 360)),
    ] {
        assert!(is_same(action.clone()), "{action:?}");
    }
    for action in [
        Action::Search("a".into()),
        Action::Gaps(true),
        Action::Inferred(true),
        Action::AsOf(AsOf::On(day("2019-10-15"))),
        Action::News(News::Today(day("2019-10-15"))),
    ] {
        assert!(!is_same(action.clone()), "{action:?}");
    }
}

#[test]
fn a_day_is_typed_and_what_is_no_day_stays_in_its_fields() {
    let typed = |day: &str, month, year: &str| Typed { day: day.into(), month, year: year.into() };
    let open = after(&after(&start(), Action::Play(true)), Action::Panel(Some(Panel::Day)));
    for wrong in [
        typed("31", 2, "2020"),
        typed("", 1, "2020"),
        typed("1", 1, "10000"),
        typed("1", 1, "0"),
        typed("x", 1, "2020"),
    ] {
        let told = after(&open, Action::Date(Panel::Day, wrong.clone()));
        assert_eq!((&told.interface.mistyped, told.interface.panel), (&Some(wrong), Some(Panel::Day)));
        assert_eq!(told.query, open.query, "the day stays");
        assert_eq!(after(&told, Action::Panel(None)).interface.mistyped, None);
    }
    for (right, expected) in [(typed("1", 1, "1"), "0001-01-01"), (typed("29", 2, "2020"), "2020-02-29")] {
        let told = after(&open, Action::Date(Panel::Day, right));
        assert_eq!(told.day().to_string(), expected);
        assert_eq!(
            (told.interface.panel, told.interface.playing),
            (None, false),
            "its fields close, and nothing plays on"
        );
    }
    let second = after(&open, Action::Date(Panel::Compare, typed("15", 10, "2019")));
    assert_eq!((second.day(), second.query.compare), (open.day(), Some(day("2019-10-15"))));
}

#[test]
fn history_goes_on_step_by_step_at_the_pace_of_the_reader() {
    let playing = after(&after(&start(), Action::Pace(Pace::ByHand)), Action::Play(true));
    assert_eq!((playing.interface.pace.pause(), query(&playing).as_str()), (None, "as-of=2016-01-01"));
    let stepped = after(&playing, Action::Later);
    assert_eq!((stepped.interface.playing, query(&stepped).as_str()), (true, "as-of=2016-08-05"));
    let pauses = Pace::ALL.map(Pace::pause);
    assert!(pauses[0] > pauses[1] && pauses[1] > Some(1000), "{pauses:?}");
}

#[test]
fn what_belongs_together_lights_up() {
    let data = &shipped().data;
    let lit = |name: &str| {
        let lit = Lit::of(shipped(), Some(target(name)));
        let sectors = data.sectors().filter(|(id, _)| lit.sector(*id)).map(|(_, row)| row.slug.as_str());
        let columns = data.columns().filter(|(id, _)| lit.column_lit(*id)).map(|(_, column)| data.column_slug(column));
        let events = data.events().filter(|(id, _)| lit.event(*id)).map(|(_, row)| row.slug.as_str());
        [sectors.collect::<Vec<_>>(), columns.collect(), events.collect()]
    };
    assert_eq!(lit("sector:energy"), [vec!["energy"], vec!["energy-2016-2020", "asean-russia"], vec![]]);
    assert_eq!(lit("event:mou-signed"), [vec![], vec!["mou-2018"], vec!["mou-signed"]]);
    assert_eq!(lit("instrument:poc-2019"), [vec![], vec!["poc-2019"], vec!["aem-russia-8", "aem-russia-9"]]);
    assert_eq!(
        lit("instrument:agriculture-2016-2020"),
        [vec!["agriculture", "food-security"], vec!["agriculture-2016-2020"], vec!["plans-agreed"]]
    );
    assert_eq!(lit("cell:space/asean-russia"), [vec!["space"], vec!["asean-russia"], vec![]]);
}

#[test]
fn escape_closes_one_thing_after_the_other_from_the_innermost() {
    let shown = Shown::of(Rc::new(Catalogue::new(packed::read(atlas::builtin::BUILTIN).unwrap())), start());
    let mut state = start();
    for action in [
        Action::Select(Some(target("sector:energy"))),
        Action::Panel(Some(Panel::Filters)),
        Action::Help(true),
        Action::Embed(Some(shown.embed())),
    ] {
        state = after(&state, action);
    }
    for expected in [Action::Embed(None), Action::Help(false), Action::Panel(None), Action::Select(None)] {
        let closing = state.closing();
        assert_eq!(closing, Some(expected.clone()));
        state = after(&state, expected);
    }
    assert_eq!((state.closing(), state), (None, start()));
}
