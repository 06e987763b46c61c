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
    assert_eq!(page.focused().await?, "cell:agriculture/agriculture-2016-2020");
    page.end().await
}

#[tokio::test]
async fn escape_closes_the_details_and_gives_the_focus_back() -> Result<()> {
    let page = Page::open("as-of=2019-07-01").await?;
    page.click(CELL).await?;
    page.until("atlas.shadowRoot.activeElement?.classList.contains('details-title')").await?;
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('.details')").await?;
    assert_eq!(page.focused().await?, "cell:agriculture/agriculture-2016-2020");
    assert_eq!(page.query().await?, "as-of=2019-07-01");
    page.end().await
}

/// Tab follows the document, eyes follow the page: both are the same, where the details have a column and where not.
#[tokio::test]
async fn the_details_come_where_they_are_seen() -> Result<()> {
    let page = Page::open("as-of=2019-07-01").await?;
    for (width, place) in
        [(1280, "beside, after"), (800, "above, before"), (360, "above, before"), (1280, "beside, after")]
    {
        page.resize_window(width, 900).await?;
        page.click(CELL).await?;
        page.until("atlas.shadowRoot.activeElement?.classList.contains('details-title')").await?;
        let seen = "(([details, views]) => {
            const [one, other] = [details, views].map(found => found.getBoundingClientRect());
            const after = views.compareDocumentPosition(details) & Node.DOCUMENT_POSITION_FOLLOWING;
            const where = one.bottom <= other.top ? 'above' : one.left >= other.right ? 'beside' : 'elsewhere';
            return where + (after ? ', after' : ', before');
        })([$('.details'), $('.views')])";
        assert_eq!(page.text(seen).await?, place, "{width}");
        assert_eq!(page.get("$('.details-title').getBoundingClientRect().top >= 0 && $('.details-title').getBoundingClientRect().bottom < innerHeight").await?, true, "{width}");
        page.browser.press(key::ESCAPE).await?;
        page.until("!$('.details')").await?;
        assert_eq!(page.focused().await?, "cell:agriculture/agriculture-2016-2020", "{width}");
    }
    page.end().await
}

#[tokio::test]
async fn a_page_that_opens_with_details_leaves_the_focus_alone() -> Result<()> {
    let page = Page::open("select=event:mou-signed").await?;
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
    let state = ".details dl > div:first-of-type dd";
    let told = page.seen(state).await?;
    assert_eq!(
        told.to_lowercase(),
        "within its stated term, 2019–2020 adopted, and the day lies within the term that the source states."
    );
    // An end that was stated is no end that was seen.
    page.ask("as-of=2026-11-23&select=instrument:poc-2019").await?;
    let told = page.seen(state).await?;
    assert!(told.contains("the source does not say that the instrument lapsed."), "{told}");
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
    page.hover(".masthead .lede").await?;
    page.until("!$('.lit')").await?;
    page.end().await
}
