//! Beside Bootstrap, and beside jQuery under a header that stays.

use crate::driver::Result;
use crate::looks::Look;
use crate::page::key;
use crate::site::Site;

const TAB: &str = "\u{e004}";

#[tokio::test]
async fn bootstrap_changes_nothing_in_the_widget_and_the_widget_nothing_in_bootstrap() -> Result<()> {
    let site = Site::start().await?;
    site.open("/bootstrap.html").await?;
    let place = site.page.get("(box => [box.left, box.width])(atlas.getBoundingClientRect())").await?;
    assert!(place[1].as_f64() > Some(600.0), "no room in a row: {place}");
    site.page.get("atlas.scrollIntoView({ block: 'start', behavior: 'instant' })").await?;
    let bootstrap = Look::take(&site, "bootstrap").await?;
    // Bootstrap's own parts work, and know nothing of what happens inside the widget.
    site.page.get("document.querySelector('[data-bs-toggle=modal]').click()").await?;
    site.page.until("document.querySelector('.modal.show')").await?;
    let inner = "document.querySelector('.modal cooperation-atlas').shadowRoot";
    site.page.until(&format!("{inner}?.querySelector('.colophon')")).await?;
    site.page.until("document.activeElement?.classList.contains('modal')").await?; // it takes the focus when it has faded in
    // A dialog keeps the focus: what is typed in the widget inside of it has to arrive there.
    site.page.get(&format!("{inner}.querySelector('input[type=search]').focus()")).await?;
    site.page.browser.press("energy").await?;
    site.page.until("document.querySelector('.modal cooperation-atlas').query == 'q=energy'").await?;
    assert_eq!(site.page.complaints().await?, [""; 0]);

    site.open("/plain.html").await?;
    let narrow = format!(
        "atlas.parentElement.style.margin = '0 0 0 {}px', atlas.parentElement.style.width = '{}px'",
        place[0], place[1]
    );
    site.page.get(&narrow).await?;
    site.page.until(&format!("atlas.getBoundingClientRect().width == {}", place[1])).await?;
    let plain = Look::take(&site, "plain-beside-bootstrap").await?;
    plain.is_like(&bootstrap, &site).await
}

/// Whether the focus is where a reader sees it, and if not, what covers it.
const COVER: &str = "(() => {
    const found = atlas.shadowRoot.activeElement, box = found.getBoundingClientRect();
    const name = found.dataset.select || found.className || found.type || found.tagName;
    if (box.width < 2) return '';
    const over = document.elementFromPoint((box.left + box.right) / 2, box.top + Math.min(box.height / 2, 12));
    return over == atlas ? '' : `${name} at ${Math.round(box.top)}: ${over?.tagName ?? 'out of the window'}`;
})()";

#[tokio::test]
async fn under_a_header_that_stays_no_details_and_no_focus_are_hidden() -> Result<()> {
    let site = Site::start().await?;
    for width in [1280, 600] {
        site.page.resize_window(width, 800).await?;
        site.open("/jquery.html").await?;
        assert_eq!(site.page.get("document.querySelector('header').getBoundingClientRect().height").await?, 96);
        // The narrow element has no heads of columns to click on.
        let selects = ["sector:energy", "sector:space", "instrument:poc-2019"];
        for select in &selects[..if width > 719 { 3 } else { 2 }] {
            site.page.click(&format!(".matrix [data-select='{select}']")).await?;
            site.page.until("atlas.shadowRoot.activeElement?.classList.contains('details-title')").await?;
            assert_eq!(site.page.text(COVER).await?, "", "{select}, {width} px");
            site.page.browser.press(key::ESCAPE).await?;
            site.page.until("!$('.details')").await?;
            assert_eq!(site.page.text(COVER).await?, "", "back to {select}, {width} px");
        }
        // Backwards through all that can have the focus, which is when a browser scrolls things to the upper edge.
        site.page.get("$('.colophon a, .colophon button').focus()").await?;
        let mut steps = 0;
        let mut hidden = Vec::new();
        while site.page.text("Boolean(atlas.shadowRoot.activeElement)").await? == "true" {
            let cover = site.page.text(COVER).await?;
            if !cover.is_empty() {
                hidden.push(cover);
            }
            back(&site).await?;
            steps += 1;
        }
        assert!(steps > 20, "only {steps} steps at {width} px");
        assert!(hidden.is_empty(), "{width} px: {}", hidden.join("\n"));
    }
    site.end().await
}

/// Shift and the tabulator.
async fn back(site: &Site) -> Result<()> {
    use fantoccini::actions::{InputSource, KeyAction, KeyActions};
    let (shift, tab) = ('\u{e008}', TAB.chars().next().unwrap_or_default());
    let keys = KeyActions::new("keyboard".into())
        .then(KeyAction::Down { value: shift })
        .then(KeyAction::Down { value: tab })
        .then(KeyAction::Up { value: tab })
        .then(KeyAction::Up { value: shift });
    Ok(site.page.browser.client().perform_actions(keys).await?)
}

#[tokio::test]
async fn jquery_of_the_page_goes_on_working_and_hears_the_widget() -> Result<()> {
    let site = Site::start().await?;
    site.open("/jquery.html").await?;
    site.page.text("$q('#more').trigger('click')").await?;
    site.page.until("$q('#text').is(':visible') && !$q(':animated').length").await?;
    site.page.click("[data-select='sector:space']").await?;
    site.page.until("heard.length == 1").await?;
    assert_eq!(site.page.text("heard[0]").await?, "select=sector:space");
    // Its delegated handlers see a click on the element, and nothing of what is inside.
    assert_eq!(site.page.text("[...new Set(clicked)]").await?, "BUTTON,COOPERATION-ATLAS");
    site.page.text("$q('cooperation-atlas').attr('query', 'sector=energy')").await?;
    site.page.until("atlas.query == 'sector=energy'").await?;
    assert_eq!(site.page.text("$q('cooperation-atlas').prop('result').counts.sectors").await?, "1");
    site.end().await
}
