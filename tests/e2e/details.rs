//! Details: opening, reading on, closing, with the focus where a reader expects it.

use crate::driver::Result;
use crate::page::{Page, key};

const CELL: &str = "[data-select='cell:agriculture/agriculture-2016-2020']";

#[tokio::test]
async fn details_take_the_focus_and_give_it_back_when_closed_by_their_button() -> Result<()> {
    let page = Page::open("as-of=2019-07-01").await?;
    page.focus(CELL).await?;
    page.browser.press(key::ENTER).await?;
    page.until("atlas.shadowRoot.activeElement?.classList.contains('details-title')").await?;
    assert_eq!(page.seen(".details-title").await?, "Agriculture");
    page.click(".details .close").await?;
    page.until("!$('.details')").await?;
    page.leads_to("cell:agriculture/agriculture-2016-2020").await?;
    page.end().await
}

#[tokio::test]
async fn escape_closes_the_details_and_gives_the_focus_back() -> Result<()> {
    let page = Page::open("as-of=2019-07-01").await?;
    page.click(CELL).await?;
    page.until("atlas.shadowRoot.activeElement?.classList.contains('details-title')").await?;
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('.details')").await?;
    page.leads_to("cell:agriculture/agriculture-2016-2020").await?;
    assert_eq!(page.query().await?, "as-of=2019-07-01");
    page.end().await
}

/// The table stays a table, and what was clicked stays in sight: beside the views where all of them have room, else below it.
#[tokio::test]
async fn the_details_stand_beside_the_views_or_below_what_opened_them() -> Result<()> {
    let page = Page::open("as-of=2019-07-01").await?;
    let (head, lane) =
        ("th [data-select='instrument:mou-2018']", ".canvas .lane[data-select='instrument:mou-2018'] .label");
    let event = ".events [data-select='event:mou-signed']";
    for (width, opener, place) in [
        (1280, CELL, "below tr, in sight"),
        (1280, "[data-select='sector:agriculture']", "below tr, in sight"),
        (1280, head, "below tr, in sight"),
        (1280, lane, "below div.canvas, in sight"),
        (1280, event, "below li button, in sight"),
        (1800, CELL, "beside, in sight"),
        (800, CELL, "below tr, in sight"),
        (800, lane, "below div.canvas, in sight"),
        (360, CELL, "below tr, in sight"),
        (360, event, "below li button, in sight"),
    ] {
        page.resize_window(width, 900).await?;
        page.until("innerWidth < 1800 || $('.views').clientWidth > 1400").await?;
        page.click(opener).await?;
        page.until("atlas.shadowRoot.activeElement?.classList.contains('details-title')").await?;
        let seen = format!(
            "((details, opener) => {{
                const row = details.closest('.opened');
                const before = row ? row.previousElementSibling ?? row.parentElement.previousElementSibling.lastElementChild
                    : details.closest('li') ? opener : details.previousElementSibling;
                const kind = row ? 'tr' : details.closest('li') ? 'li button' : 'div.' + before.className;
                const [one, other] = [details, opener].map(found => found.getBoundingClientRect());
                const beside = one.left >= $('.views').getBoundingClientRect().right;
                const where = beside ? 'beside' : before.contains(opener) && one.top >= other.bottom - 1 ? 'below ' + kind : 'elsewhere';
                return where + (other.bottom > 0 && other.top < innerHeight ? ', in sight' : '');
            }})($('.details'), $(\"{opener}\"))"
        );
        assert_eq!(page.text(&seen).await?, place, "{width} {opener}");
        let title = "(box => box.top >= 0 && box.bottom < innerHeight)($('.details-title').getBoundingClientRect())";
        assert_eq!(page.get(title).await?, true, "{width} {opener}");
        let is_table = page.get("getComputedStyle($('.matrix table')).display == 'table'").await?;
        assert_eq!(is_table, width > 1000, "{width}: the details take no room from the table");
        page.browser.press(key::ESCAPE).await?;
        page.until("!$('.details')").await?;
        if opener == lane {
            // A lane is a picture, which takes no focus: it goes to a button that opens the same, or near it.
            let near = "!!atlas.shadowRoot.activeElement?.closest('.views button')";
            assert_eq!(page.get(near).await?, true, "{width} {opener}");
        } else {
            let same = format!("atlas.shadowRoot.activeElement == $(\"{opener}\")");
            assert_eq!(page.get(&same).await?, true, "{width} {opener}: another element has the focus");
        }
    }
    page.end().await
}

#[tokio::test]
async fn details_within_the_table_leave_its_cells_where_they_are() -> Result<()> {
    let page = Page::open("as-of=2019-07-01&view=matrix").await?;
    page.resize_window(1280, 900).await?;
    let cells = "$$('.matrix tr:not(.opened, .partners, [hidden])').map(row => [...row.cells].filter(cell => !cell.hidden).length).join()";
    let before = page.text(cells).await?;
    page.click(CELL).await?;
    page.until("$('.opened .details')").await?;
    assert_eq!(page.text(cells).await?, before);
    let row = "(row => [row.role, row.cells.length, row.cells[0].role, row.cells[0].colSpan, row.cells[0].ariaColSpan])($('.opened'))";
    assert_eq!(page.get(row).await?, serde_json::json!(["row", 1, "cell", 8, "8"]));
    // Arrows go from cell to cell past them, and are the browser's own within them.
    page.focus("[data-select='sector:agriculture']").await?;
    page.browser.press(key::DOWN).await?;
    page.leads_to("sector:food-security").await?;
    page.focus(".opened .close").await?;
    page.browser.press(key::DOWN).await?;
    page.leads_to("plain close").await?;
    page.end().await
}

#[tokio::test]
async fn a_page_that_opens_with_details_leaves_the_focus_alone() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas query='select=event:mou-signed'></cooperation-atlas>").await?;
    assert_eq!(page.seen(".details-title").await?, "Memorandum signed");
    assert!(page.get("atlas.shadowRoot.activeElement").await?.is_null());
    page.end().await
}

#[tokio::test]
async fn relations_lead_from_details_to_details() -> Result<()> {
    let page = Page::open("as-of=2021-01-01&select=instrument:poc-2019").await?;
    let details = page.seen(".details").await?;
    assert!(details.to_lowercase().contains("implements"), "{details}");
    page.click(".details [data-select='instrument:mou-2018']").await?;
    page.until("atlas.query.endsWith('select=instrument:mou-2018')").await?;
    page.until("atlas.shadowRoot.activeElement?.classList.contains('details-title')").await?;
    let details = page.seen(".details").await?;
    assert!(details.contains("9 articles") && details.contains("Implemented by"), "{details}");
    page.end().await
}

#[tokio::test]
async fn an_instrument_shows_both_its_terms_and_since_when_each_is_known() -> Result<()> {
    let page = Page::open("as-of=2019-10-15&select=instrument:poc-2019").await?;
    let details = page.seen(".details").await?;
    for expected in ["2019–2020", "2019–2025", "September 2019", "28 August 2020"] {
        assert!(details.contains(expected), "no {expected} in: {details}");
    }
    assert_eq!(page.seen(".details .answer").await?, "On 15 October 2019: within its stated term, 2019–2020.");
    let meant = page.seen(".details .lead").await?;
    assert_eq!(meant, "Adopted, and the day lies within the term that the source states.");
    // An end that was stated is no end that was seen.
    page.ask("as-of=2026-11-23&select=instrument:poc-2019").await?;
    let told = page.seen(".details .lead").await?;
    assert!(told.contains("the source does not say that the instrument lapsed."), "{told}");
    page.end().await
}

#[tokio::test]
async fn details_answer_first_then_say_who_says_so_then_the_rest() -> Result<()> {
    let page = Page::open("as-of=2019-07-01&select=cell:agriculture/agriculture-2016-2020").await?;
    assert_eq!(
        page.seen(".details .answer").await?,
        "Agriculture is covered by Agriculture programme; on 1 July 2019: within its stated term, 2016–2020."
    );
    let order = "$$('.details > :is(.details-title, .answer, .sources, .lead, dl, .notes)').map(part => part.className || 'dl')";
    let parts = serde_json::json!(["details-title", "answer", "sources", "lead", "dl", "notes"]);
    assert_eq!(page.get(order).await?, parts);
    page.end().await
}

#[tokio::test]
async fn every_cell_event_and_instrument_cites_its_source() -> Result<()> {
    let page = Page::open("").await?;
    let targets: Vec<String> = serde_json::from_value(
        page.get(
            "[...new Set($$('.matrix button, .events button').map(found => found.dataset.select).filter(Boolean))]",
        )
        .await?,
    )?;
    assert!(targets.len() > 60, "{} targets", targets.len());
    for target in targets {
        page.ask(&format!("select={target}")).await?;
        let sources = page.seen(".details .sources").await?;
        assert!(sources.contains("Priorities of Cooperation"), "{target}: {sources}");
        assert!(sources.contains("section "), "{target}: {sources}");
    }
    page.end().await
}

#[tokio::test]
async fn arrow_keys_move_between_the_cells_of_the_matrix() -> Result<()> {
    let page = Page::open("as-of=2019-07-01&view=matrix").await?;
    page.focus("[data-select='sector:agriculture']").await?;
    let mut path = Vec::new();
    for step in [key::RIGHT, key::RIGHT, key::RIGHT, key::LEFT, key::DOWN, key::UP] {
        page.browser.press(step).await?;
        path.push(page.focused().await?);
    }
    assert_eq!(
        path,
        [
            "cell:agriculture/work-programme-post-2017",
            "cell:agriculture/agriculture-2016-2020",
            "cell:agriculture/asean-russia",
            "cell:agriculture/agriculture-2016-2020",
            "cell:food-security/agriculture-2016-2020",
            "cell:agriculture/agriculture-2016-2020",
        ]
    );
    page.end().await
}

#[tokio::test]
async fn pointing_at_something_lights_up_what_belongs_to_it_in_both_views() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    page.hover(".events [data-select='event:mou-signed']").await?;
    page.until("$('.matrix th.head.lit')?.innerText.includes('MoU')").await?;
    page.hover(".matrix [data-select='sector:energy']").await?;
    page.until("$$('.matrix th.head.lit').length == 2 && $('.timeline .drawing .lit')").await?;
    assert!(page.seen(".matrix tbody tr.lit > th").await?.contains("Energy"));
    page.hover(".masthead .finding").await?;
    page.until("!$('.lit')").await?;
    page.end().await
}
