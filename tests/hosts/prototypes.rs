//! Among scripts of the page that change what every script relies on.

use crate::driver::Result;
use crate::page::key;
use crate::site::Site;

#[tokio::test]
async fn additions_to_prototypes_and_a_broken_to_json_disturb_nothing() -> Result<()> {
    let site = Site::start().await?;
    site.open("/prototypes.html").await?;
    assert_eq!(site.page.text("broken > 4").await?, "true", "the page does not do what this is about");
    // Places and lists are nothing that a driver can bring over from such a page: so by the keyboard, and text by text.
    site.page.focus("[data-select='sector:space']").await?;
    site.page.browser.press(key::ENTER).await?;
    site.page.until("$('.details')").await?;
    assert_eq!(site.page.query().await?, "as-of=2019-10-15&select=sector:space");
    site.page.get("atlas.query = 'sector=energy'").await?;
    site.page.until("$$('.matrix tbody tr:not(.group, [hidden])').length == 1").await?;
    // The page sees what it would see elsewhere.
    assert_eq!(site.page.text("atlas.result.sectors[0]").await?, "energy");
    assert_eq!(site.page.text("atlas.result.query").await?, "sector=energy");
    assert_eq!(site.page.text("heard.at(-1)").await?, "sector=energy energy");
    assert_eq!(site.page.text("complaints.join()").await?, "");
    Ok(())
}
