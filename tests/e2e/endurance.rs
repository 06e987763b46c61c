//! Actions without end: whatever a reader, a host page and a browser do with the atlas in any order, it answers as the
//! command line does, and the page neither slows nor grows.
//!
//! `cargo xtask endure` does 100,000 of them from a seed that it tells. The actions are drawn in the page (`endurance.js`); after
//! each hundred, what the element shows is asked of the library, too.

use crate::driver::Result;
use crate::leaks::{COUNT, Counts, count};
use crate::page::{HEAD, Page, SCRIPT};
use atlas::builtin::BUILTIN;
use atlas::export;
use atlas::packed;
use atlas::query::{Catalogue, Selection, url};
use atlas::time::Day;
use serde_json::{Value, json};
use std::env;
use std::time::{Duration, Instant};

/// How many hundreds lie between two counts of what the page holds.
const BETWEEN: u64 = 10;

/// From so many actions on it is told whether the page slows or grows: before, not everything was opened once.
const LONG: u64 = 20_000;

/// What differs between an answer of the element and that of the library, if anything does.
fn difference(shown: &Value, catalogues: &[Catalogue; 2], today: Day) -> Option<String> {
    let catalogue = &catalogues[usize::from(shown["src"].is_string())];
    let text = shown["query"].as_str()?;
    let (query, _) = url::parse(text, &catalogue.data);
    let selection = Selection::of(catalogue, &query, today);
    let told = export::result(catalogue, &query, &selection, &[]);
    let mut expected: Value = serde_json::from_str(&told).ok()?;
    let mut found = shown["result"].clone();
    for answer in [&mut expected, &mut found] {
        // What of the last query was not understood is no part of the state.
        answer["rejected"] = Value::Null;
    }
    (found != expected).then(|| format!("{text}: {found}\nexpected {expected}"))
}

/// The first fifth and the last one, but for a tenth at the beginning, in which everything is opened for the first time.
fn ends<T>(all: &[T]) -> [&[T]; 2] {
    let warm = &all[all.len() / 10..];
    let part = warm.len().div_ceil(5);
    [&warm[..part], &warm[warm.len() - part..]]
}

/// The middle one of several: a machine may be busy now and then.
fn middle<T: Ord + Copy>(all: impl Iterator<Item = T>) -> T {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all[all.len() / 2]
}

async fn endure(actions: u64, seed: u64) -> Result<()> {
    println!("{actions} actions from seed {seed}");
    let page = Page::new().await?;
    let made = tempfile::tempdir()?;
    atlas::dataset::sample::write(made.path(), 200)?;
    let other = atlas::dataset::read(made.path()).map_err(|problems| problems.to_string())?;
    page.server.page("/other.atlas", packed::write(other.tables()));
    let mut damaged = BUILTIN.to_vec();
    damaged[BUILTIN.len() / 2] ^= 1;
    page.server.page("/damaged.atlas", damaged);
    page.server.page("/host.html", [HEAD, COUNT, SCRIPT].concat());
    let shipped = packed::read(BUILTIN).map_err(|error| error.to_string())?;
    let catalogues = [Catalogue::new(shipped), Catalogue::new(other)];
    page.browser.goto(&page.server.url("/host.html")).await?;
    let script = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/endurance.js"))?;
    page.browser.js_async(&script, vec![json!(seed)]).await?;
    page.until("$('.colophon')").await?;
    let today = page.text("(now => [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, 0)).join('-'))(new Date())").await?;
    let today = Day::parse(&today).ok_or("no day")?;

    let (mut counted, mut times, mut checked) = (Vec::new(), Vec::new(), 0);
    for hundred in 1..=actions / 100 {
        let started = Instant::now();
        page.browser
            .js_async("await act(100);", vec![])
            .await
            .map_err(|error| format!("hundred {hundred}: {error}"))?;
        times.push(started.elapsed());
        let patience = Instant::now();
        loop {
            // A dataset may be on its way.
            let shown = page.browser.js_async("return await shown();", vec![]).await?;
            match difference(&shown, &catalogues, today) {
                None if shown["result"].is_object() => break,
                told if patience.elapsed() > Duration::from_secs(20) => {
                    let told = told.unwrap_or_else(|| shown.to_string());
                    let said = page.complaints().await?.join("\n");
                    return Err(format!("seed {seed}, hundred {hundred}: {told}\nThe page said: {said}").into());
                }
                _ => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
        checked += 1;
        let complaints: Vec<String> = page.complaints().await?;
        let ours: Vec<_> = complaints.iter().filter(|line| !line.starts_with("atlas-error dataset-damaged")).collect();
        assert_eq!(ours, [""; 0], "seed {seed}, hundred {hundred}");
        if hundred % BETWEEN == 0 {
            page.browser.js_async("await rest();", vec![]).await?;
            let counts = count(&page).await?;
            println!("{}: {counts:?}", hundred * 100);
            counted.push(counts);
        }
    }
    let [early, late] = ends(&times).map(|times| middle(times.iter().copied()));
    println!("a hundred actions took {early:?} at first, {late:?} at last; {checked} answers equal");
    if actions >= LONG {
        assert!(late < early * 2, "it slows: {early:?}, then {late:?}");
        let [first, last] = ends(&counted);
        let most = |of: fn(&Counts) -> u64, counts: &[Counts]| counts.iter().map(of).max();
        let exact: [fn(&Counts) -> u64; 3] = [|all| all.documents, |all| all.listeners, |all| all.memories];
        for of in exact {
            assert!(most(of, last) <= most(of, first), "{last:?}, at first {first:?}");
        }
        let (was, is) = (most(|all| all.bytes, first), most(|all| all.bytes, last));
        assert!(is <= was.map(|bytes| bytes + (1 << 20)), "{is:?} bytes, at first {was:?}");
        // A button that was used last may keep what it stood in.
        let nodes = |counts: &[Counts]| middle(counts.iter().map(|all| all.nodes));
        let (was, is) = (nodes(first), nodes(last));
        assert!(is < was + was / 10, "{is} nodes, at first {was}");
    }
    Ok(())
}

#[tokio::test]
async fn a_thousand_actions_in_any_order_are_answered_as_the_command_line_does() -> Result<()> {
    endure(1_000, 20).await
}

#[tokio::test]
#[ignore = "cargo xtask endure"]
async fn actions_without_end() -> Result<()> {
    let number = |name: &str, other: u64| env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(other);
    endure(number("ATLAS_ACTIONS", 100_000), number("ATLAS_SEED", 20)).await
}
