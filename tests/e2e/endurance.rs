//! Actions without end: whatever a reader, a host page and a browser do with the atlas in any order, it answers as the
//! command line does, and the page neither slows nor grows.
//!
//! `cargo xtask endure` does 100,000 of them from a seed that it tells. The actions are drawn in the page (`endurance.js`); after
//! each hundred, what the element shows is asked of the library, too.

use crate::driver::Result;
use crate::leaks::{COUNT, count};
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

    let (mut first, mut times, mut checked) = (None, Vec::new(), 0);
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
            let first = first.get_or_insert(counts);
            let now = count(&page).await?;
            assert_eq!(
                (now.documents, now.listeners),
                (first.documents, first.listeners),
                "seed {seed}, hundred {hundred}"
            );
            // A text node more or less, where the search had a word.
            assert!(now.nodes <= first.nodes + 20, "{} nodes, at first {}", now.nodes, first.nodes);
            assert!(
                now.memories <= first.memories && now.bytes <= first.bytes + (4 << 20),
                "{now:?}, at first {first:?}"
            );
        }
    }
    // The middle one of the first and of the last hundreds: a machine may be busy now and then.
    let middle = |times: &[Duration]| {
        let mut times = times.to_vec();
        times.sort();
        times[times.len() / 2]
    };
    let part = times.len().div_ceil(5);
    let (early, late) = (middle(&times[..part]), middle(&times[times.len() - part..]));
    println!("a hundred actions took {early:?} at first, {late:?} at last; {checked} answers equal");
    if times.len() >= 50 {
        assert!(late < early * 2, "it slows: {early:?}, then {late:?}");
    }
    Ok(())
}

#[tokio::test]
#[ignore = "cargo xtask endure"]
async fn actions_without_end() -> Result<()> {
    let number = |name: &str, other: u64| env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(other);
    endure(number("ATLAS_ACTIONS", 100_000), number("ATLAS_SEED", 20)).await
}
