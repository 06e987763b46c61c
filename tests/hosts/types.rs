//! From servers that name the wrong media type.

use crate::driver::Result;
use crate::site::Site;

async fn comes_up_with_its_dataset(folder: &str) -> Result<()> {
    let site = Site::start().await?;
    site.open(&format!("/{folder}/page.html")).await?;
    for name in ["cooperation-atlas.js", "good.atlas"] {
        let loaded = format!("performance.getEntriesByName('{}').length", site.url(&format!("/{folder}/{name}")));
        assert_eq!(site.page.get(&loaded).await?, 1, "{name}");
    }
    assert_eq!(site.page.count(".matrix tbody tr:not(.group, [hidden])").await?, 1);
    site.end().await
}

#[tokio::test]
async fn script_and_dataset_may_be_called_octets() -> Result<()> {
    comes_up_with_its_dataset("as-octets").await
}

#[tokio::test]
async fn script_and_dataset_may_be_called_plain_text() -> Result<()> {
    comes_up_with_its_dataset("as-text").await
}

#[tokio::test]
async fn script_and_dataset_may_be_called_html() -> Result<()> {
    comes_up_with_its_dataset("as-html").await
}

#[tokio::test]
async fn a_script_called_text_by_a_server_that_forbids_sniffing_leaves_the_static_content() -> Result<()> {
    let site = Site::start().await?;
    site.visit("/as-nosniff/page.html").await?;
    let told = site.complaints_about("error").await?;
    assert_eq!(told, [format!("error {}", site.url("/as-nosniff/cooperation-atlas.js"))]);
    assert_eq!(site.page.get("document.querySelector('cooperation-atlas p').checkVisibility()").await?, true);
    site.end().await
}
