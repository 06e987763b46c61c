//! What the reader keeps when a query is hostile.

use crate::driver::Result;
use crate::page::Page;

#[tokio::test]
async fn hostile_texts_in_the_address_are_shown_as_text() -> Result<()> {
    let page = Page::open("sector=%3Cimg%20src=x%20onerror=alert(1)%3E&q=%3Cscript%3E&as-of=2019-10-15").await?;
    assert_eq!(page.count("img").await?, 0);
    assert!(page.seen(".notice").await?.contains("sector=<img src=x onerror=alert(1)>"));
    assert_eq!(page.text("$('input[type=search]').value").await?, "<script>");
    page.end().await
}

#[tokio::test]
async fn a_search_of_ten_thousand_characters_breaks_nothing() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    let answer = page.ask(&format!("q={}", "abcde%20".repeat(2000))).await?;
    assert_eq!(answer["counts"]["cells"], 0);
    let wide = "document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(page.get(wide).await?, true);
    page.end().await
}
