//! What becomes of the views as a framework grows: a grid, a grid whose groups fold, and the roll.

use crate::asking::{TODAY, day};
use atlas::builtin::BUILTIN;
use atlas::locale::Locale;
use atlas::model::{Column, Dataset, EventId, InstrumentId, PartnershipId, SectorId};
use atlas::packed;
use atlas::place::Place;
use atlas::query::{Catalogue, Target, View};
use atlas::shown::Shown;
use atlas::state::{Action, Arrangement, Fold, Page, Part, WidgetState};
use atlas::time::Edtf;
use atlas_core::matrix::{Grid, Roll, running, same_for_all};
use atlas_core::timeline::layout::{Layout, has_lanes, has_marks};
use atlas_core::timeline::told;
use std::rc::Rc;

/// Made of the shipped set: so many instruments of one partnership, each adopted by an event of its own, one in each year from
/// 1961 on in turn for 60 years; and so many sectors, of which each instrument has every fifth.
fn framework(instruments: usize, sectors: usize) -> Shown {
    let mut tables = packed::read(BUILTIN).unwrap().tables().clone();
    let (row, event, sector, cell) = (
        tables.instruments[0].clone(),
        tables.events[0].clone(),
        tables.sectors[0].clone(),
        tables.coverage[0].clone(),
    );
    let groups = tables.groups.len();
    (tables.terms, tables.relations, tables.participants, tables.coverage) = Default::default();
    (tables.instruments, tables.events, tables.sectors, tables.proposals) = Default::default();
    for number in 0..sectors {
        let mut row = sector.clone();
        row.slug = format!("sector-{number}");
        row.group.0 = (number * groups / sectors) as u16;
        tables.sectors.push(row);
    }
    for number in 0..instruments {
        let (mut row, mut event) = (row.clone(), event.clone());
        row.slug = format!("instrument-{number}");
        (row.partnership, row.adopted) = (PartnershipId(0), Some(EventId(number as u16)));
        event.slug = format!("event-{number}");
        (event.partnership, event.instruments) = (PartnershipId(0), vec![InstrumentId(number as u16)]);
        (event.proposals, event.forum_of) = (Vec::new(), None);
        event.date = Edtf::parse(&format!("{}-03-01", 1961 + number % 60)).ok();
        tables.instruments.push(row);
        tables.events.push(event);
        for sector in (number % 5..sectors).step_by(5) {
            let mut cell = cell.clone();
            (cell.sector, cell.column) = (SectorId(sector as u16), Column::Instrument(InstrumentId(number as u16)));
            tables.coverage.push(cell);
        }
    }
    let catalogue = Rc::new(Catalogue::new(Dataset::new(tables)));
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    Shown::of(catalogue, WidgetState::new(day(TODAY), page))
}

fn instrument(number: u16) -> Target {
    Target::Instrument(InstrumentId(number))
}

#[test]
fn the_shape_of_the_matrix_follows_what_the_filters_leave() {
    for (instruments, sectors, is_roll, folds) in [
        (6, 21, false, false),
        (12, 21, false, false),
        (16, 60, false, true),
        (24, 60, false, true),
        (40, 21, true, false),
        (20, 295, true, false),
        (8, 295, false, true),
    ] {
        let shown = framework(instruments, sectors);
        let group = shown.catalogue.data.sector(SectorId(0)).group;
        assert_eq!(Roll::of(&shown).is_some(), is_roll, "{instruments} x {sectors}");
        if !is_roll {
            assert_eq!(Grid::fold(&shown, group), folds.then_some(false), "{instruments} x {sectors}");
        }
    }
    // Eight out of hundreds are compared in a grid that has no place for the others.
    let few: Vec<String> = (0..8).map(|number| format!("instrument=instrument-{number}")).collect();
    let shown = framework(730, 295).after(Action::Query(few.join("&")));
    assert!(Roll::of(&shown).is_none());
    let grid = Grid::of(&shown.catalogue, &shown.selection, Arrangement::Authored, Grid::room(&shown.catalogue.data));
    assert_eq!(grid.columns().count(), 8);
}

#[test]
fn lines_stand_under_the_decades_of_their_adoption_and_are_counted() {
    let shown = framework(120, 60);
    let roll = Roll::of(&shown).unwrap();
    let decades: Vec<Fold> = roll.headings.iter().map(|heading| heading.fold).collect();
    let expected: Vec<Fold> = [1960, 1970, 1980, 1990, 2000, 2010, 2020].map(|year| Fold::Decade(Some(year))).into();
    assert_eq!(decades, expected);
    let lines: Vec<usize> = roll.headings.iter().map(|heading| heading.lines.len()).collect();
    assert_eq!(lines, [18, 20, 20, 20, 20, 20, 2], "two of each year from 1961 to 2020");
    assert_eq!(roll.headings.iter().filter(|heading| heading.is_open).count(), 1, "one is open");

    let (group, sectors) = &roll.groups[0];
    let line = roll.headings[0].lines[0];
    let by_hand = sectors.iter().filter(|sector| shown.selection.cell(**sector, line).is_some()).count();
    assert_eq!(roll.tally.sectors(line, *group), by_hand);
    assert_eq!(roll.covering(&roll.headings[0], *group), 18);
    assert_eq!(roll.tally.all(line), 12);

    let unfolded = shown.after(Action::Fold(Fold::Decade(Some(1990)))).after(Action::Fold(Fold::Decade(Some(1960))));
    let open: Vec<bool> = Roll::of(&unfolded).unwrap().headings.iter().map(|heading| heading.is_open).collect();
    assert_eq!(open, [false, false, false, true, false, false, false]);
}

#[test]
fn few_lines_are_all_open_and_by_coverage_the_fullest_come_first() {
    let shown = framework(40, 21).after(Action::Arrange(Arrangement::Coverage));
    let roll = Roll::of(&shown).unwrap();
    for heading in &roll.headings {
        assert!(heading.is_open);
        let counts: Vec<usize> = heading.lines.iter().map(|line| roll.tally.all(*line)).collect();
        assert!(counts.is_sorted_by(|one, next| one >= next), "{counts:?}");
    }
}

#[test]
fn details_stand_below_the_line_that_opened_them_if_it_is_there() {
    let shown = framework(730, 60).after(Action::View(View::Matrix));
    let column = |number| shown.catalogue.data.column_id(Column::Instrument(InstrumentId(number))).unwrap();
    let place =
        |shown: &Shown, number| shown.after(Action::Open(instrument(number), Some(Part::Matrix))).details_place();
    assert_eq!(place(&shown, 0), Some(Place::Line(column(0))));
    assert_eq!(place(&shown, 30), Some(Place::Before), "its decade is closed");
    // Of 1961 to 1969 there are 117: the line of the last is not among the first 50.
    assert_eq!(place(&shown, 668), Some(Place::Before));
    let more = shown.after(Action::MoreLines).after(Action::MoreLines);
    assert_eq!(place(&more, 668), Some(Place::Line(column(668))));
}

#[test]
fn of_many_the_drawing_has_the_years_of_their_adoption() {
    let few = framework(40, 21);
    assert!(has_lanes(&few) && Layout::of(&few).adoptions.is_none());
    let many = framework(730, 21);
    let layout = Layout::of(&many);
    assert!(!has_lanes(&many) && !has_marks(&many) && layout.lanes.is_empty() && layout.marks.is_empty());
    let columns = layout.adoptions.unwrap();
    assert_eq!(columns.most, 13, "730 in 60 years");
    assert_eq!(columns.path.matches('M').count(), 60, "a column for each year");
    // A picture has all of them.
    assert_eq!(Layout::of_width(&many, 1200, 300).lanes.len(), 730);
}

#[test]
fn many_events_are_told_by_years_and_what_is_of_no_one_year_stands_by_itself() {
    assert!(told::years(&framework(40, 21), &[]).is_none());
    let shown = framework(200, 21);
    let (dated, _) = told::ordered(&shown);
    let years = told::years(&shown, &dated).unwrap();
    assert_eq!(years.len(), 60);
    assert!(years.iter().all(|(year, events)| year.is_some() && matches!(events.len(), 3 | 4)));

    let mut tables = shown.catalogue.data.tables().clone();
    tables.events[0].date = Edtf::parse("196X").ok();
    tables.events[1].date = Edtf::parse("1962/1964").ok();
    let catalogue = Rc::new(Catalogue::new(Dataset::new(tables)));
    let shown = shown.with_dataset(catalogue);
    let (dated, _) = told::ordered(&shown);
    let alone: Vec<Vec<EventId>> = told::years(&shown, &dated)
        .unwrap()
        .into_iter()
        .filter(|(year, _)| year.is_none())
        .map(|(_, events)| events)
        .collect();
    assert_eq!(alone, [[EventId(1)], [EventId(0)]], "no year is claimed that the source does not state");
}

#[test]
fn what_is_the_same_for_all_is_said_once() {
    let words = same_for_all(&framework(16, 21)).unwrap();
    assert_eq!(words.plain(), "All 16 instruments: term not stated");
    assert!(same_for_all(&framework(12, 21)).is_none(), "few heads say it themselves");
}

#[test]
fn terms_that_run_at_a_time_are_drawn_as_one_outline() {
    let catalogue = Rc::new(Catalogue::new(packed::read(BUILTIN).unwrap()));
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    let shown = Shown::of(catalogue, WidgetState::new(day(TODAY), page));
    let all = running(&shown, shown.catalogue.data.instruments().map(|(id, _)| id));
    assert!(all.starts_with("M0 12V3H1") && all.ends_with("V12z") && all.contains("V0H"), "{all}");
    let none = running(&shown, core::iter::empty());
    assert!(!none.contains("V0"), "{none}");
}
