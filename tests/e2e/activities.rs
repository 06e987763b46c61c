//! A dataset with activities, packed and named by `src`.

use crate::driver::{IN_ATLAS, Result};
use crate::page::Page;
use atlas::{dataset, packed};

/// A page with a packed sample of this many activities.
pub async fn sample(activities: usize) -> Result<Page> {
    let page = Page::new().await?;
    let dir = tempfile::tempdir()?;
    dataset::sample::write(dir.path(), activities)?;
    let set = dataset::read(dir.path()).map_err(|problems| problems.to_string())?;
    page.server.page("/sets/sample.atlas", packed::write(set.tables()));
    page.serve("/host.html", "<cooperation-atlas src=/sets/sample.atlas loading=eager></cooperation-atlas>");
    page.goto("/host.html").await?;
    Ok(page)
}

#[tokio::test]
async fn cells_show_how_many_activities_they_have_and_details_list_them() -> Result<()> {
    let page = sample(1000).await?;
    assert_eq!(page.result().await?["counts"]["activities"], 1000);
    assert!(page.seen(".notice").await?.contains("Made-up data"));
    assert!(page.seen(".counts").await?.contains("1,000 activities"));
    let cell = ".matrix td button.counted";
    // What is out of sight is not laid out, so the reader scrolls there first.
    page.get("$('.matrix').scrollIntoView()").await?;
    page.until(&format!("$('{cell}').innerText")).await?;
    let number = page.seen(cell).await?;
    let number: usize = number.replace(',', "").parse().map_err(|_| format!("`{number}` is no number"))?;
    assert!(number > 0);
    let label = page.text(&format!("$('{cell}').ariaLabel")).await?;
    assert!(label.contains("activit"), "{label}");
    page.click(cell).await?;
    page.until("$('.details .activities')").await?;
    assert!(page.seen(".details .activities .label").await?.starts_with(&format!("{number} activit")));
    assert_eq!(page.count(".details .activities li").await?, number.min(25));
    page.end().await
}

/// Until the views are drawn anew, those of the last dataset stand in the page.
#[tokio::test]
async fn what_is_used_of_the_last_dataset_while_the_next_comes_is_not_heard() -> Result<()> {
    let page = sample(1000).await?;
    let targets = page.all_select(".matrix tbody th [data-select]").await?;
    let script = "const last = $$('.matrix tbody th [data-select]').pop();
        atlas._atlas.load(new Uint8Array());
        last.click();
        last.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
        await settled();
        return [atlas.query, atlas.result.counts.activities ?? null];";
    let answer = page.browser.js_async(&format!("{IN_ATLAS} {script}"), vec![]).await?;
    assert_eq!(answer, serde_json::json!(["", null]), "{targets:?}");
    assert_eq!(page.count(".details").await?, 0);
    page.end().await
}

#[tokio::test]
async fn a_long_list_comes_a_part_at_a_time() -> Result<()> {
    let page = sample(1000).await?;
    page.click(".matrix tbody th [data-select]").await?;
    page.until("$$('.details .activities li').length == 25").await?;
    page.click(".details .activities > button").await?;
    page.until("$$('.details .activities li').length > 25").await?;
    page.end().await
}

#[tokio::test]
async fn a_search_counts_and_lists_only_the_activities_that_it_finds() -> Result<()> {
    let page = sample(1000).await?;
    let answer = page.ask("q=workshop").await?;
    let left = answer["counts"]["activities"].as_u64().unwrap_or_default();
    assert!((1..1000).contains(&left), "{left}");
    let counts = page.seen(".counts").await?;
    assert!(counts.contains(&format!("{left} activit")), "{counts}");
    page.end().await
}

#[tokio::test]
async fn the_timeline_draws_activities_by_instrument_or_by_sector_in_one_path_each() -> Result<()> {
    let page = sample(1000).await?;
    let paths = page.count(".timeline .strip").await?;
    assert!((1..=14).contains(&paths), "{paths} paths for 14 instruments");
    page.click_text(".timeline .controls button", "Sectors").await?;
    page.until("$$('.timeline .drawing [data-select^=\"sector:\"]').length == 24").await?;
    let paths = page.count(".timeline .strip").await?;
    assert!((1..=24).contains(&paths), "{paths} paths for 24 sectors");
    page.end().await
}

#[tokio::test]
async fn facets_count_activities_where_there_are_some() -> Result<()> {
    let page = sample(1000).await?;
    page.click("[data-panel=filters]").await?;
    page.until("$('.choices')").await?;
    assert!(page.seen(".choices .unit").await?.contains("activities"));
    let numbers = page.all_seen("[data-facet=partnership] .count").await?;
    let sum: u32 = numbers.iter().map(|number| number.replace(',', "").parse::<u32>().unwrap_or_default()).sum();
    // Each activity belongs to one instrument, and so to one partnership.
    assert_eq!(sum, 1000, "{numbers:?}");
    page.end().await
}

#[tokio::test]
async fn ten_thousand_activities_need_few_nodes() -> Result<()> {
    let page = sample(10_000).await?;
    let nodes = "(() => { let sum = 0; const walk = root => { for (const node of root.querySelectorAll('*')) { sum++; \
                 if (node.shadowRoot) walk(node.shadowRoot); } }; walk(document); return sum; })()";
    let elements = page.get(nodes).await?.as_u64().unwrap_or_default();
    assert!((100..5000).contains(&elements), "{elements} elements");
    assert_eq!(page.result().await?["counts"]["activities"], 10_000);
    page.end().await
}
