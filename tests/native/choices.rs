//! The choices of a filter: which of them are listed, in which order, and what sets many of them at once.

use crate::asking::{TODAY, day};
use atlas::builtin::BUILTIN;
use atlas::chips::chips;
use atlas::choices::Choices;
use atlas::effect::{self, Effect};
use atlas::locale::Locale;
use atlas::model::Tables;
use atlas::packed;
use atlas::query::{Catalogue, Facet, View};
use atlas::shown::Shown;
use atlas::state::{Action, ChoiceOrder, Choosing, Page, Panel, WidgetState};
use std::rc::Rc;

/// What is shown of the shipped set with this change, the panel of the filters open.
fn shown_of(change: impl Fn(&mut Tables), query: &str) -> Shown {
    let mut tables = packed::read(BUILTIN).unwrap().tables().clone();
    change(&mut tables);
    let catalogue = Rc::new(Catalogue::new(packed::read(&packed::write(&tables)).unwrap()));
    let state = WidgetState::new(day(TODAY), Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 });
    let state = state.after(Action::Query(query.into()), &catalogue);
    Shown::of(catalogue, state).after(Action::Panel(Some(Panel::Filters)))
}

fn shown(query: &str) -> Shown {
    shown_of(|_| {}, query)
}

/// As many sectors as the largest framework that we know.
fn large(query: &str) -> Shown {
    let more = |tables: &mut Tables| {
        let first = tables.sectors.clone();
        for number in first.len()..295 {
            let mut row = first[number % first.len()].clone();
            row.slug = format!("sector-{number}");
            row.name.0.iter_mut().for_each(|name| *name = format!("Number {number}"));
            tables.sectors.push(row);
        }
    };
    shown_of(more, query)
}

/// The same with the sectors listed so.
fn choosing(shown: &Shown, typed: &str, order: ChoiceOrder) -> Shown {
    shown.after(Action::Choosing(Facet::Sector, Choosing { typed: typed.into(), order }))
}

fn typed(shown: &Shown, typed: &str) -> Shown {
    choosing(shown, typed, ChoiceOrder::Authored)
}

/// The names of the sectors that are listed.
fn listed(shown: &Shown) -> Vec<String> {
    let Choices { rows, listed, .. } = Choices::of(shown, Facet::Sector);
    listed.into_iter().map(|at| rows[at].name.plain().to_owned()).collect()
}

/// How many of them have a heading above them.
fn headed(shown: &Shown) -> usize {
    let Choices { rows, listed, .. } = Choices::of(shown, Facet::Sector);
    listed.into_iter().filter(|at| rows[*at].heading.is_some()).count()
}

fn hits(shown: &Shown) -> String {
    Choices::of(shown, Facet::Sector).hits(shown).plain().to_owned()
}

#[test]
fn a_few_choices_stand_as_they_are() {
    let shown = shown("");
    let many = Facet::ALL.into_iter().filter(|facet| Choices::of(&shown, *facet).are_many());
    assert_eq!(many.collect::<Vec<_>>(), [Facet::Sector]);
    for facet in Facet::ALL {
        let choices = Choices::of(&shown, facet);
        let all: Vec<usize> = (0..choices.rows.len()).collect();
        assert_eq!((&choices.found, &choices.listed), (&all, &all), "{}", facet.id());
    }
    assert_eq!((listed(&shown).len(), headed(&shown)), (21, 6));
}

#[test]
fn choices_are_found_by_the_beginnings_of_their_words_in_any_language() {
    let start = shown("");
    for (text, names) in [
        ("energ", vec!["Energy"]),
        ("  ÉNERG…", vec!["Energy"]),
        ("sec food", vec!["Food security"]),
        ("энергет", vec!["Energy"]),
        ("nergy", vec![]),
    ] {
        let found = typed(&start, text);
        assert_eq!(listed(&found), names, "{text}");
        assert_eq!(hits(&found), format!("{} of 21", names.len()), "{text}");
        assert_eq!(headed(&found), 0, "{text}: a heading would stand over a part of its group");
    }
    assert_eq!(listed(&typed(&start, " ")), listed(&start));
}

#[test]
fn choices_are_ordered_by_number_and_by_name() {
    let start = shown("as-of=2021-01-01");
    let by_number = choosing(&start, "", ChoiceOrder::Number);
    let Choices { rows, listed: numbers, .. } = Choices::of(&by_number, Facet::Sector);
    assert!(numbers.is_sorted_by_key(|at| (std::cmp::Reverse(rows[*at].count), *at)), "{numbers:?}");
    assert_ne!(listed(&by_number), listed(&start));

    for lang in Locale::ALL {
        let by_name = choosing(&start.after(Action::Lang(lang)), "", ChoiceOrder::Name);
        let letters = |name: &String| name.to_lowercase().replace('ё', "е").replace(['«', '»', ','], "");
        let names: Vec<String> = listed(&by_name).iter().map(letters).collect();
        let mut expected = names.clone();
        expected.sort();
        assert_eq!(names, expected);
        assert_eq!(headed(&by_name), 0);
    }
}

#[test]
fn all_that_were_found_are_set_at_once_and_taken_back_at_once() {
    let start = typed(&shown("sector=energy"), "s");
    let choices = |shown: &Shown| Choices::of(shown, Facet::Sector).all_found();
    let found = choices(&start);
    assert!(found.len() > 2 && found.len() < 21, "{}", found.len());

    let (all, effects) = effect::act(&start, Action::Choose(found.clone(), true));
    let pushed = effects.iter().filter(|effect| matches!(effect, Effect::PushAddress { .. })).count();
    assert_eq!(pushed, 1, "{effects:?}");
    assert_eq!(all.state.query.sectors.len(), found.len() + 1);
    assert!(found.iter().all(|choice| all.state.query.has(*choice)));
    assert_eq!(all.after(Action::Choose(found.clone(), true)).state.query, all.state.query);
    assert_eq!(choices(&all), found, "what was typed stays");
    assert_eq!(all.after(Action::Choose(found, false)).query(), "sector=energy");
}

#[test]
fn of_very_many_choices_a_part_is_listed_with_all_that_is_set() {
    let start = large("");
    assert_eq!((listed(&start).len(), hits(&start).as_str()), (50, "295 of 295"));
    let more = start.after(Action::MoreLines);
    assert_eq!((listed(&more).len(), &listed(&more)[..50]), (100, &listed(&start)[..]));
    let all = (0..5).fold(start.clone(), |shown, _| shown.after(Action::MoreLines));
    assert_eq!((listed(&all).len(), headed(&all)), (295, 6));

    // The last one is listed first while it is set, without the heading that it may begin.
    let Choices { rows, .. } = Choices::of(&start, Facet::Sector);
    let last = rows.last().unwrap();
    let set = start.after(Action::Toggle(last.choice));
    assert_eq!(listed(&set)[0], last.name.plain());
    assert_eq!(listed(&set)[1..], listed(&start));
    assert_eq!(headed(&set), headed(&start));

    // All found are set, listed or not, and taken back again.
    let found = typed(&start, "number");
    assert_eq!((listed(&found).len(), hits(&found).as_str()), (50, "274 of 295"));
    let choices = Choices::of(&found, Facet::Sector).all_found();
    let every = found.after(Action::Choose(choices.clone(), true));
    assert_eq!((every.state.query.sectors.len(), listed(&every).len()), (274, 274));
    // So many are one chip, which takes all of them back.
    let [(action, name)] = chips(&every).try_into().unwrap();
    assert_eq!(name.plain(), "Sector: 274");
    assert_eq!(every.after(action).query(), "");
    assert_eq!(every.after(Action::Choose(choices, false)).query(), "");
}

#[test]
fn how_choices_are_listed_is_said_and_goes_with_the_panel() {
    let start = shown("");
    let choosing = Action::Choosing(Facet::Sector, Choosing { typed: "s".into(), ..Choosing::default() });
    let (after, effects) = effect::act(&start, choosing);
    assert_eq!(effects, [Effect::Announce]);
    assert_eq!(after.query(), start.query());
    let again = after.after(Action::Panel(None)).after(Action::Panel(Some(Panel::Filters)));
    assert_eq!(again.state, start.state);
}
