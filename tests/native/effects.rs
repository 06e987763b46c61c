//! What the page has to do after each action, and that the script does it.

use crate::asking::{TODAY, day};
use atlas::builtin::BUILTIN;
use atlas::effect::{self, Effect};
use atlas::export;
use atlas::locale::Locale;
use atlas::packed;
use atlas::query::{AsOf, Catalogue, Choice, Target, View, url};
use atlas::shown::Shown;
use atlas::state::{Action, Arrangement, Lanes, Listing, News, Pace, Page, Panel, Part, WidgetState};
use atlas::taking::{Format, Outcome, Style, Take, Taking};
use atlas::time::Typed;
use std::rc::Rc;

const PAGE: Page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };

fn catalogue() -> Rc<Catalogue> {
    Rc::new(Catalogue::new(packed::read(BUILTIN).unwrap()))
}

fn shown(query: &str) -> Shown {
    let catalogue = catalogue();
    let state = WidgetState::new(day(TODAY), PAGE).after(Action::Query(query.into()), &catalogue);
    Shown::of(catalogue, state)
}

fn target(shown: &Shown, name: &str) -> Target {
    url::target(&shown.catalogue.data, name).unwrap()
}

/// The handlers that are called, in their order, with the query where they get one.
fn effects(before: &Shown, action: Action) -> Vec<String> {
    let (after, effects) = effect::act(before, action);
    let called = effects.iter().map(|effect| match effect {
        Effect::PushAddress { query } | Effect::ReplaceAddress { query } => format!("{} {query}", effect.name()),
        Effect::TellPage { query, result } => {
            assert_eq!((query, result), (&after.query(), &export::result_of(&after)));
            "tellPage".to_owned()
        }
        _ => effect.name().to_owned(),
    });
    called.collect()
}

#[test]
fn what_changes_the_question_is_announced_written_and_told() {
    let start = shown("");
    let kinds: Vec<Choice> = atlas::model::Coverage::ALL.iter().copied().map(Choice::Coverage).collect();
    for (action, address) in [
        (Action::Choose(kinds[..2].to_vec(), true), "pushAddress coverage=covered&coverage=named-area"),
        (Action::Toggle(Choice::Coverage(atlas::model::Coverage::Sectoral)), "pushAddress coverage=sectoral"),
        (Action::AsOf(AsOf::On(day("2019-10-15"))), "pushAddress as-of=2019-10-15"),
        (Action::Gaps(true), "pushAddress gaps=1"),
        (Action::Earlier, "pushAddress as-of=2026-01-01"),
        (Action::Compare(Some(day("2019-10-15"))), "pushAddress compare=2019-10-15"),
        (Action::Play(true), "pushAddress as-of=2016-01-01"),
        (Action::Search("mou".into()), "replaceAddress q=mou"),
        (Action::Scrub(day("2019-10-15")), "replaceAddress as-of=2019-10-15"),
    ] {
        assert_eq!(effects(&start, action.clone()), ["announce", address, "tellPage"], "{action:?}");
    }
}

#[test]
fn what_changes_the_picture_alone_is_written_and_told_without_a_word() {
    let start = shown("");
    let window = start.state.window(&start.catalogue).zoomed(5, start.state.window(&start.catalogue));
    let energy = target(&start, "sector:energy");
    assert_eq!(effects(&start, Action::View(View::Matrix)), ["pushAddress view=matrix", "tellPage"]);
    let moved = effects(&start, Action::Window(Some(window)));
    assert!(moved[0].starts_with("replaceAddress range=") && moved[1..] == ["tellPage"], "{moved:?}");
    let selects = effects(&start, Action::Select(Some(energy)));
    assert_eq!(selects, ["pushAddress select=sector:energy", "tellPage", "focusDetails"]);
    let opens = effects(&start, Action::Open(energy, Some(Part::Matrix)));
    assert_eq!(opens, selects, "wherever it is opened");
    let again = effects(&shown("select=sector:energy"), Action::Select(Some(energy)));
    assert_eq!(again, ["focusDetails"], "selected once more, it is read once more");
    assert_eq!(effects(&shown("select=sector:energy"), Action::Select(None)), ["pushAddress ", "tellPage"]);
}

#[test]
fn a_step_to_nowhere_and_a_passing_state_are_nobodys_business() {
    let start = shown("");
    for action in [
        Action::Later,
        Action::Play(false),
        Action::Hover(Some(target(&start, "sector:energy"))),
        Action::Panel(Some(Panel::Filters)),
        Action::Panel(Some(Panel::More)),
        Action::Panel(None),
        Action::Pace(Pace::ByHand),
        Action::Arrange(Arrangement::Coverage),
        Action::Lanes(Lanes::Sectors),
        Action::List(Listing::Instruments),
        Action::More,
        Action::Embed(None),
        Action::Help(false),
        Action::Taking(None),
        Action::Taken(Outcome::Done),
    ] {
        assert_eq!(effects(&start, action.clone()), [""; 0], "{action:?}");
    }
}

#[test]
fn a_day_that_is_typed_moves_the_day_or_is_said_to_be_none() {
    let typed = |day: &str, month, year: &str| Typed { day: day.into(), month, year: year.into() };
    let start = shown("");
    for panel in [Panel::Day, Panel::Compare] {
        assert_eq!(effects(&start, Action::Panel(Some(panel))), ["focusDay"], "its fields take the focus");
    }
    let opened = start.after(Action::Panel(Some(Panel::Day)));
    let day = effects(&opened, Action::Date(Panel::Day, typed("15", 10, "2019")));
    assert_eq!(day, ["announce", "pushAddress as-of=2019-10-15", "tellPage"]);
    let second = effects(&opened, Action::Date(Panel::Compare, typed("1", 9, "2020")));
    assert_eq!(second, ["announce", "pushAddress compare=2020-09-01", "tellPage"]);
    assert_eq!(effects(&opened, Action::Date(Panel::Day, typed("31", 2, "2020"))), ["announce"]);
}

#[test]
fn what_the_page_does_is_not_told_back_to_it() {
    let start = shown("");
    assert_eq!(effects(&start, Action::Query("sector=space".into())), ["announce"]);
    assert_eq!(effects(&start, Action::Query("view=matrix&select=sector:energy".into())), [""; 0]);
    assert_eq!(effects(&start, Action::News(News::Today(day("2016-01-01")))), ["announce"]);
    assert_eq!(effects(&start, Action::News(News::Width(360, 360))), [""; 0]);
    assert_eq!(effects(&start, Action::News(News::Page(Page { view: View::Matrix, ..PAGE }))), [""; 0]);
    let (_, effects) = effect::load(&start, catalogue());
    assert_eq!(effects, [Effect::Announce]);
}

#[test]
fn a_dialog_is_shown_once_and_its_snippet_copied() {
    let start = shown("sector=energy");
    let open = Action::Embed(Some(start.embed()));
    assert_eq!(effects(&start, open.clone()), ["showDialog", "findOrigin"]);
    let embedding = start.after(open.clone());
    assert_eq!(effects(&embedding, open), [""; 0], "a choice in the dialog leaves it open");
    let (copied, effects_of_copy) = effect::act(&embedding, Action::Take(Take::Snippet));
    let embed = copied.state.interface.embed.unwrap();
    let text = export::snippet(&copied, &embed, &copied.state.surroundings.origin);
    assert_eq!(effects_of_copy, [Effect::Copy { text }]);
    assert_eq!(effects(&start, Action::Help(true)), ["showDialog"]);
    assert_eq!(effects(&start.after(Action::Help(true)), Action::Help(true)), [""; 0]);
    assert_eq!(effects(&start, Action::Save), ["save"]);
}

#[test]
fn what_is_taken_away_is_told_to_the_script_and_what_became_of_it_to_the_reader() {
    let start = shown("as-of=2019-10-15&select=sector:energy");
    let open = Action::Taking(Some(Taking::default()));
    assert_eq!(effects(&start, open.clone()), ["showDialog", "findAddress"]);
    let taking = start.after(open.clone());
    assert_eq!(effects(&taking, open), [""; 0], "a choice in the dialog leaves it open");
    let bibtex = Format::Reference(Style::Bibtex);
    for (take, effect) in [
        (Take::Save(Format::Calendar), Effect::SaveFile { format: "ics".into() }),
        (Take::Copy(bibtex), Effect::CopyFile { format: "bib".into() }),
        (Take::Link, Effect::CopyLink { query: "as-of=2019-10-15&select=sector:energy".into() }),
    ] {
        let (taken, effects) = effect::act(&taking, Action::Take(take));
        assert_eq!(effects, [effect]);
        assert_eq!(taken.state.interface.taken, Some((take, Outcome::Asked)));
        let refused = Outcome::Refused("text".into());
        let refused_state = taken.after(Action::Taken(refused.clone())).state;
        assert_eq!(refused_state.interface.taken, Some((take, refused)));
        let done = taken.after(Action::Taken(Outcome::Done));
        assert_eq!(done.state.interface.taken, Some((take, Outcome::Done)));
        assert_eq!(done.after(Action::Hover(None)).state.interface.taken, Some((take, Outcome::Done)));
        assert_eq!(done.after(Action::Gaps(true)).state.interface.taken, None, "it was of another view");
    }
}

/// The handlers that the script has, with their arguments: the methods of the one object in `host/effects.js`.
fn handlers() -> Vec<(&'static str, Vec<&'static str>)> {
    let script = include_str!("../../src/host/effects.js");
    let (_, object) = script.split_once("\n  return {\n    __proto__: null,\n").expect("the object of the handlers");
    let (object, _) = object.split_once("\n  };\n").expect("its end");
    let methods = object.lines().filter(|line| line.starts_with("    ") && !line.starts_with("     "));
    let methods = methods.filter(|line| !line.starts_with("    //") && !line.starts_with("    }"));
    let method = |line: &'static str| {
        let (name, rest) = line.trim_start().split_once('(').unwrap_or_else(|| panic!("not a method: {line}"));
        let (arguments, _) = rest.split_once(") {").unwrap_or_else(|| panic!("not a method: {line}"));
        (name, arguments.split(", ").filter(|argument| !argument.is_empty()).collect())
    };
    methods.map(method).collect()
}

#[test]
fn the_script_has_a_handler_for_each_effect_and_no_other() {
    let mut ours: Vec<_> = Effect::HANDLERS.iter().map(|(name, arguments)| (*name, arguments.to_vec())).collect();
    let mut theirs = handlers();
    ours.sort_unstable();
    theirs.sort_unstable();
    assert_eq!(ours, theirs);
    // So many does `host/effects.rs` hand over.
    assert!(ours.iter().all(|(_, arguments)| arguments.len() <= 2), "{ours:?}");
}
