//! The timeline: its window, and the day that both views follow.

use crate::driver::Result;
use crate::page::Page;

/// The button of the timeline with this name.
async fn press(page: &Page, name: &str) -> Result<()> {
    page.click(&format!(".timeline [title='{name}']")).await
}

#[tokio::test]
async fn buttons_zoom_pan_and_show_the_whole_again() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    assert!(page.get("$('.timeline [title=\"Zoom out\"]').disabled").await?.as_bool().unwrap_or_default());
    let years = "$$('.timeline .tick text').map(tick => tick.textContent).join(' ')";
    let whole = page.text(years).await?;
    press(&page, "Zoom in").await?;
    page.until("atlas.query.includes('range=')").await?;
    let near = page.text(years).await?;
    assert_ne!(near, whole);
    press(&page, "Zoom in").await?;
    press(&page, "Zoom in").await?;
    page.until(&format!("{years} != '{near}'")).await?;
    let before = page.query().await?;
    press(&page, "Later years").await?;
    page.until(&format!("atlas.query != '{before}'")).await?;
    press(&page, "Earlier years").await?;
    page.until(&format!("atlas.query == '{before}'")).await?;
    press(&page, "Whole period").await?;
    page.until("atlas.query == 'as-of=2019-10-15'").await?;
    assert_eq!(page.text(years).await?, whole);
    page.end().await
}

#[tokio::test]
async fn keys_zoom_while_the_focus_is_in_the_timeline() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    page.focus(".events [data-select='event:mou-signed']").await?;
    page.browser.press("+").await?;
    page.until("atlas.query.includes('range=')").await?;
    page.browser.press("0").await?;
    page.until("atlas.query == 'as-of=2019-10-15'").await?;
    page.end().await
}

#[tokio::test]
async fn the_day_steps_from_change_to_change_and_to_today() -> Result<()> {
    let page = Page::open("as-of=2018-11-14").await?;
    let sentence = page.seen(".known .sentence").await?;
    assert!(
        sentence.starts_with("As known on 14 November 2018: 3 of 6 instruments within their stated terms"),
        "{sentence}"
    );
    for day in ["2019-09-01", "2019-10-01", "2020-08-28", "2021-01-01"] {
        page.click("[data-step=next]").await?;
        page.until(&format!("$('input[type=date]').value == '{day}'")).await?;
    }
    let heads = page.all_seen(".matrix thead th.head:not([hidden])").await?;
    assert_eq!(heads.iter().filter(|head| head.contains("Stated term ended")).count(), 3, "{heads:?}");
    page.click("[data-step=prev]").await?;
    page.until("atlas.query == 'as-of=2020-08-28'").await?;
    page.click_text(".known button", "Today").await?;
    page.until("atlas.query == '' && $('.known button[aria-pressed=true]')").await?;
    page.end().await
}

#[tokio::test]
async fn a_typed_day_moves_both_views() -> Result<()> {
    let page = Page::open("as-of=2018-01-01").await?;
    let flag = "$('.playhead text').textContent";
    assert_eq!(page.text(flag).await?, "1\u{a0}January 2018");
    // As a date picker does: the value, then `change`.
    page.get(
        "(field => { field.value = '2019-10-15'; field.dispatchEvent(new Event('change', { bubbles: true })); })\
         ($('input[type=date]'))",
    )
    .await?;
    page.until("atlas.query == 'as-of=2019-10-15'").await?;
    page.until(&format!("{flag} == '15\u{a0}October 2019'")).await?;
    let heads = page.all_seen(".matrix thead th.head:not([hidden])").await?;
    assert!(
        heads
            .iter()
            .any(|head| head.replace('\u{ad}', "").contains("Programme of Cooperation") && head.contains("2019–2020")),
        "{heads:?}"
    );
    page.end().await
}

#[tokio::test]
async fn a_day_outside_every_date_shows_where_it_lies() -> Result<()> {
    for day in ["1900-01-01", "2100-01-01"] {
        let page = Page::open(&format!("as-of={day}")).await?;
        let inside = page.get(
            "((flag, drawing) => flag.left >= drawing.left - 1 && flag.right <= drawing.right + 1)\
             ($('.playhead rect').getBoundingClientRect(), $('.drawing').getBoundingClientRect())",
        );
        assert_eq!(inside.await?, true, "{day}");
        page.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_extension_begins_to_exist_at_the_event_that_made_it_known() -> Result<()> {
    let page = Page::open("as-of=2020-08-27").await?;
    let lane = ".lane[data-select='instrument:poc-2019']";
    assert_eq!(page.count(&format!("{lane} .extension.later")).await?, 1);
    page.ask("as-of=2020-08-28").await?;
    assert_eq!(page.count(&format!("{lane} .extension.later")).await?, 0);
    assert_eq!(page.count(&format!("{lane} .extension")).await?, 1);
    page.end().await
}

#[tokio::test]
async fn the_views_are_chosen_by_a_switch() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    page.click_text(".switch button", "Timeline").await?;
    page.until("!$('.matrix') && $('.timeline') && atlas.query.endsWith('view=timeline')").await?;
    page.click_text(".switch button", "Matrix").await?;
    page.until("$('.matrix') && !$('.timeline')").await?;
    page.click_text(".switch button", "Both").await?;
    page.until("$('.matrix') && $('.timeline')").await?;
    page.end().await
}
