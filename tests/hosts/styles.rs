//! Among styles of the page that mean no good.

use crate::driver::Result;
use crate::looks::Look;
use crate::site::Site;

async fn looks_the_same(name: &str) -> Result<()> {
    let site = Site::start().await?;
    site.page.resize_window(1280, 3200).await?;
    site.open("/plain.html").await?;
    let plain = Look::take(&site, &format!("plain-beside-{name}")).await?;
    site.open(&format!("/hostile-{name}/plain.html")).await?;
    let hostile = Look::take(&site, &format!("hostile-{name}")).await?;
    assert_eq!(site.page.complaints().await?, [""; 0]);
    plain.is_like(&hostile, &site).await
}

#[tokio::test]
async fn looks_the_same_where_the_page_unsets_everything() -> Result<()> {
    looks_the_same("unset").await
}

#[tokio::test]
async fn looks_the_same_where_the_page_fixes_everything() -> Result<()> {
    looks_the_same("fixed").await
}

#[tokio::test]
async fn looks_the_same_where_the_page_hides_all_elements_of_its_kinds() -> Result<()> {
    looks_the_same("hidden").await
}

#[tokio::test]
async fn looks_the_same_where_the_page_sets_what_is_inherited() -> Result<()> {
    looks_the_same("inherited").await
}
