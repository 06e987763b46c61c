//! The core alone, without a page: building the index, answering queries, and what a change of the day costs.
//!
//! Each is measured over made-up frameworks of growing size. Beside the times stands how many filled cells are done in a
//! second: that number may fall by what memory costs, and no further, since all work grows with the filled cells, and not
//! with rows times columns. It measures and says what it saw, and is no test.

use atlas_core::locale::Locale;
use atlas_core::query::{Catalogue, Selection, View, url};
use atlas_core::shown::Shown;
use atlas_core::state::{Action, Page, WidgetState};
use atlas_core::time::Day;
use atlas_dataset::sample::{Framework, Sample};
use divan::Bencher;
use divan::counter::ItemsCount;
use std::rc::Rc;
use std::sync::OnceLock;

/// The frameworks by the number of their instruments.
const INSTRUMENTS: [usize; 4] = [6, 120, 730, 5_000];
/// Their sectors and partnerships.
const OTHERS: [(usize, usize); 4] = [(21, 2), (60, 15), (295, 1), (500, 40)];

fn main() {
    divan::main();
}

/// The framework with so many instruments, indexed once for all measurements.
fn catalogue(instruments: usize) -> &'static Catalogue {
    static ALL: [OnceLock<Catalogue>; 4] = [const { OnceLock::new() }; 4];
    let at = INSTRUMENTS.iter().position(|number| *number == instruments).expect("one of the sizes");
    ALL[at].get_or_init(|| {
        let (sectors, partnerships) = OTHERS[at];
        let sample = Sample { framework: Some(Framework { partnerships, instruments, sectors }), ..Sample::default() };
        let input = sample.input().expect("a sample");
        Catalogue::new(atlas_dataset::check(&input).unwrap_or_else(|problems| panic!("{problems}")))
    })
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn cells(catalogue: &Catalogue) -> ItemsCount {
    ItemsCount::new(catalogue.records().len())
}

/// Measures the answer to a query string.
fn ask(bencher: Bencher, catalogue: &Catalogue, text: &str) {
    let (query, rejected) = url::parse(text, &catalogue.data);
    assert!(rejected.is_empty(), "{rejected:?}");
    let today = day("2026-11-24");
    bencher.counter(cells(catalogue)).bench(|| Selection::of(catalogue, &query, today));
}

#[divan::bench(args = INSTRUMENTS)]
fn index(bencher: Bencher, instruments: usize) {
    let catalogue = catalogue(instruments);
    bencher.counter(cells(catalogue)).with_inputs(|| catalogue.data.clone()).bench_values(Catalogue::new);
}

#[divan::bench(args = INSTRUMENTS)]
fn no_filter(bencher: Bencher, instruments: usize) {
    ask(bencher, catalogue(instruments), "");
}

#[divan::bench(args = INSTRUMENTS)]
fn a_sector(bencher: Bencher, instruments: usize) {
    let catalogue = catalogue(instruments);
    let sector = catalogue.data.sectors().next().map(|(_, sector)| sector.slug.as_str());
    ask(bencher, catalogue, &format!("sector={}", sector.unwrap_or_default()));
}

/// Every second sector and every second instrument: what choices times records would cost shows here.
fn half(catalogue: &Catalogue) -> String {
    let sectors = catalogue.data.sectors().step_by(2).map(|(_, row)| format!("sector={}", row.slug));
    let instruments = catalogue.data.instruments().step_by(2).map(|(_, row)| format!("instrument={}", row.slug));
    sectors.chain(instruments).collect::<Vec<_>>().join("&")
}

#[divan::bench(args = INSTRUMENTS)]
fn many_choices(bencher: Bencher, instruments: usize) {
    let catalogue = catalogue(instruments);
    ask(bencher, catalogue, &half(catalogue));
}

/// Reading them from the query string.
#[divan::bench(args = INSTRUMENTS)]
fn many_choices_read(bencher: Bencher, instruments: usize) {
    let catalogue = catalogue(instruments);
    let text = half(catalogue);
    bencher.counter(cells(catalogue)).bench(|| url::parse(&text, &catalogue.data));
}

#[divan::bench(args = INSTRUMENTS)]
fn a_search(bencher: Bencher, instruments: usize) {
    ask(bencher, catalogue(instruments), "q=plan");
}

#[divan::bench(args = INSTRUMENTS)]
fn gaps(bencher: Bencher, instruments: usize) {
    ask(bencher, catalogue(instruments), "gaps=1");
}

#[divan::bench(args = INSTRUMENTS)]
fn inferred(bencher: Bencher, instruments: usize) {
    ask(bencher, catalogue(instruments), "inferred=1");
}

#[divan::bench(args = INSTRUMENTS)]
fn another_day(bencher: Bencher, instruments: usize) {
    ask(bencher, catalogue(instruments), "as-of=1999-06-30");
}

/// All that is shown after the playhead was moved, with what changed in between.
#[divan::bench(args = INSTRUMENTS)]
fn the_day_is_changed(bencher: Bencher, instruments: usize) {
    let catalogue = Rc::new(Catalogue::new(catalogue(instruments).data.clone()));
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    let shown = Shown::of(catalogue.clone(), WidgetState::new(day("2026-11-24"), page));
    let before = day("2010-06-30");
    bencher.counter(cells(&catalogue)).bench_local(|| shown.after(Action::Scrub(before)));
}
