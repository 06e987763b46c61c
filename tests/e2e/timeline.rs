//! The timeline: its window, and the day that both views follow.

use crate::driver::Result;
use crate::page::Page;
use serde_json::json;

/// The button of the timeline with this name.
async fn press(page: &Page, name: &str) -> Result<()> {
    page.click(&format!(".timeline [title='{name}']")).await
}

#[tokio::test]
async fn buttons_zoom_pan_and_show_the_whole_again() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    let years = "$$('.timeline .tick text').map(tick => tick.textContent).join(' ')";
    let whole = page.text(years).await?;
    // All of the period is clear enough; the controls come with the first step into it.
    assert_eq!(page.count(".timeline .icons").await?, 0);
    page.focus(".events [data-select='event:mou-signed']").await?;
    page.browser.press("+").await?;
    page.until("atlas.query.includes('range=') && $('.timeline .icons')").await?;
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
    page.until("atlas.query == 'as-of=2019-10-15' && !$('.timeline .icons')").await?;
    assert_eq!(page.text(years).await?, whole);
    // The button goes with what it did, and the focus stays in the timeline.
    page.until("atlas.shadowRoot.activeElement?.closest('.timeline')").await?;
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
        page.until(&format!("$('[data-panel=day] time').dateTime == '{day}'")).await?;
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
    page.click("[data-panel=day]").await?;
    page.until("$('.date')").await?;
    page.get("$$('.date .field').forEach((field, at) => (field.value = [15, 10, 2019][at]))").await?;
    page.click_text(".date button", "Show this day").await?;
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
async fn the_list_is_arranged_by_date_or_by_instrument() -> Result<()> {
    let page = Page::open("as-of=2019-10-15&view=timeline").await?;
    let heads = "$$('.events :is(h3, h4, h5, h6)').filter(head => head.checkVisibility()).map(head => head.innerText)";
    let title = "Instruments as known on 15\u{a0}October 2019";
    let by_date = json!([title, "ASEAN-Russia", "ASEAN-EAEU", "Events in order of time", "Date not stated"]);
    assert_eq!(page.get(heads).await?, by_date);
    let line = page.seen(".standings li:has([data-select='instrument:poc-2019'])").await?.replace('\u{ad}', "");
    assert_eq!(line, "Programme of Cooperation: within its stated term, 2019–2020; 2019–2025 – known only later");
    // In order of time down each column, and not to and fro between them.
    let down = "(boxes => boxes.every((box, at) => !at || box.left > boxes[at - 1].left || box.top >= boxes[at - 1].bottom - 1))\
                ($$('.dated li').map(line => line.getBoundingClientRect()))";
    assert_eq!(page.get(down).await?, true);
    page.focus(".list-head button:last-child").await?;
    page.browser.press(crate::page::key::ENTER).await?;
    page.until("$('.by-instrument')").await?;
    assert_eq!(page.text("atlas.shadowRoot.activeElement.innerText").await?, "By instrument", "the focus stays");
    let group = page.seen(".told:has([data-select='instrument:poc-2019'])").await?.replace('\u{ad}', "");
    for part in ["Within its stated term, 2019–2020", "September 2019", "Extension of the Programme endorsed"] {
        assert!(group.contains(part), "{group}");
    }
    let rest = page.seen(".of-none").await?;
    assert!(rest.starts_with("Tied to no instrument") && rest.contains("date not stated"), "{rest}");
    page.ask("as-of=2019-10-15&view=timeline&partnership=asean-russia").await?;
    assert!(page.seen(".of-none").await?.starts_with("Tied to none of these instruments"));
    page.click(".list-head button").await?;
    page.until("$('.dated')").await?;
    page.end().await
}

#[tokio::test]
async fn the_key_stands_over_the_drawing_and_the_silence_of_the_source_in_it() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    let key = page.seen(".key").await?;
    for sign in ["stated term", "known only later", "term not stated", "adoption", "source silent"] {
        assert!(key.contains(sign), "{key}");
    }
    let order = "$('.key').getBoundingClientRect().bottom <= $('.canvas').getBoundingClientRect().top";
    assert_eq!(page.get(order).await?, true);
    assert_eq!(page.text("$('.drawing .silence').textContent").await?, "source silent");
    let hatched = "(box => [box.left, box.right].map(Math.round))($('.drawing .silent').getBoundingClientRect())";
    let place = page.get(hatched).await?;
    let years = page.get("$$('.axis .tick line').map(line => Math.round(line.getBoundingClientRect().left))").await?;
    let year = |at: usize| years[at].as_i64().unwrap_or_default();
    // Between 2020 and 2021; up to the right edge.
    assert!(place[0].as_i64().is_some_and(|left| left > year(4) && left < year(5)), "{place} {years}");
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
