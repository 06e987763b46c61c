//! The end of one instance: a panic of the WebAssembly.
//!
//! It is brought about as translators and other tools in the page bring it about: what Yew drew is gone when Yew comes
//! back to it.

use super::STATIC;
use crate::driver::Result;
use crate::page::Page;

#[tokio::test]
async fn a_panic_ends_one_atlas_and_neither_the_other_nor_the_page() -> Result<()> {
    let page = Page::with_body(
        "<cooperation-atlas id=first loading=eager><p>static</p></cooperation-atlas>\
         <cooperation-atlas id=second loading=eager><p>static</p></cooperation-atlas>\
         <button onclick='this.textContent = second.query'>the page</button>",
    )
    .await?;
    page.until("second.result").await?;
    // A notice is put before what is no longer there.
    page.get("$('.atlas').replaceChildren()").await?;
    page.get("atlas.query = 'sector=narnia'").await?;
    page.until("complaints.length").await?;
    // What is dead may be asked for anything, and stays quiet.
    page.get("atlas.query = 'sector=space'").await?;
    page.get("atlas.setAttribute('lang', 'ru')").await?;
    page.get("document.body.append(atlas)").await?;
    page.until("first.shadowRoot.childNodes.length == 1").await?;
    // Yew writes its own last words to the console.
    let told = page.complaints().await?.into_iter().filter(|line| !line.contains("failed to insert node"));
    assert_eq!(told.collect::<Vec<_>>(), ["atlas-error crashed"]);
    assert_eq!(page.get(&STATIC.replace("atlas", "first")).await?, true);
    assert_eq!(page.get("first.result").await?, serde_json::Value::Null);
    // The other one is alive, and so is the page.
    page.get("second.query = 'sector=energy'").await?;
    page.get("document.querySelector('button').click()").await?;
    assert_eq!(page.text("document.querySelector('button').textContent").await?, "sector=energy");
    page.until("second.result.counts.sectors == 1 && second.shadowRoot.querySelector('.colophon')").await?;
    // A new element starts anew.
    page.get("document.body.insertAdjacentHTML('afterbegin', '<cooperation-atlas loading=eager></cooperation-atlas>')")
        .await?;
    page.until("$('.colophon')").await?;
    page.end().await
}
