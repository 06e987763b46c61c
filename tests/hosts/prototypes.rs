//! Among scripts of the page that change what every script relies on.

use crate::driver::Result;
use crate::site::Site;

#[tokio::test]
async fn additions_to_prototypes_and_a_broken_to_json_disturb_nothing() -> Result<()> {
    let site = Site::start().await?;
    site.open("/prototypes.html").await?;
    let added = "Object.keys(Object.prototype).length > 0 && JSON.stringify(['a']) != '[\"a\"]'";
    assert_eq!(site.page.text(added).await?, "true", "the page does not do what this is about");
    site.page.click("[data-select='sector:space']").await?;
    site.page.until("$('.details')").await?;
    assert_eq!(site.page.query().await?, "as-of=2019-10-15&select=sector:space");
    site.page.get("atlas.query = 'sector=energy'").await?;
    site.page.until("$$('.matrix tbody tr:not(.group, [hidden])').length == 1").await?;
    // The page sees what it would see elsewhere; each text by itself, since the page has broken how objects are written.
    assert_eq!(site.page.text("atlas.result.sectors[0]").await?, "energy");
    assert_eq!(site.page.text("atlas.result.query").await?, "sector=energy");
    assert_eq!(site.page.text("heard.at(-1)").await?, "sector=energy energy");
    site.end().await
}
