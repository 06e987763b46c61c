//! The state in the address: links, back and forward.

use crate::driver::Result;
use crate::page::Page;

#[tokio::test]
async fn a_link_opens_the_page_in_its_state() -> Result<()> {
    let query = "as-of=2019-10-15&partnership=asean-eaeu&view=matrix&lang=ru";
    let page = Page::open(query).await?;
    assert_eq!(page.query().await?, query);
    assert_eq!(page.count(".timeline").await?, 0);
    assert!(page.seen(".sentence").await?.contains("15 октября 2019 г."));
    page.end().await
}

#[tokio::test]
async fn every_choice_is_in_the_address_and_back_and_forward_walk_through_them() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    page.click("[data-select='instrument:mou-2018']").await?;
    page.until("location.hash == '#atlas?as-of=2019-10-15&select=instrument:mou-2018'").await?;
    page.click("[data-step=next]").await?;
    page.until("location.hash.startsWith('#atlas?as-of=2020-08-28&')").await?;

    page.browser.client().back().await?;
    page.until("$('[data-panel=day] time').dateTime == '2019-10-15' && $('.details')").await?;
    page.browser.client().back().await?;
    page.until("atlas.query == 'as-of=2019-10-15' && !$('.details')").await?;
    page.browser.client().forward().await?;
    page.until("atlas.query == 'as-of=2019-10-15&select=instrument:mou-2018' && $('.details')").await?;
    page.end().await
}

#[tokio::test]
async fn typing_does_not_fill_the_history() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    let before = page.get("history.length").await?;
    page.click("input[type=search]").await?;
    page.browser.press("energy").await?;
    page.until("location.hash == '#atlas?as-of=2019-10-15&q=energy'").await?;
    assert_eq!(page.get("history.length").await?, before);
    page.end().await
}

#[tokio::test]
async fn a_changed_fragment_changes_the_view_and_an_empty_one_goes_home() -> Result<()> {
    let page = Page::open("").await?;
    page.get("location.hash = '#atlas?sector=space'").await?;
    page.until("atlas.query == 'sector=space' && $$('.matrix tbody tr:not(.group, [hidden])').length == 1").await?;
    page.get("location.hash = ''").await?;
    page.until("atlas.query == '' && $$('.matrix tbody tr:not(.group, [hidden])').length == 21").await?;
    page.end().await
}

#[tokio::test]
async fn each_of_two_widgets_has_its_own_part_of_the_address() -> Result<()> {
    let body = "<cooperation-atlas id=one url-state=fragment loading=eager></cooperation-atlas>\
                <cooperation-atlas id=two url-state=fragment query='sector=energy' loading=eager></cooperation-atlas>";
    let page = Page::new().await?;
    page.serve("/two.html", body);
    page.goto("/two.html#one?sector=space").await?;
    page.until("document.querySelector('#two').result").await?;
    assert_eq!(page.query().await?, "sector=space");
    assert_eq!(page.text("document.querySelector('#two').query").await?, "sector=energy");
    page.end().await
}

#[tokio::test]
async fn without_url_state_the_address_stays_the_hosts() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas loading=eager></cooperation-atlas>").await?;
    page.click("[data-select='sector:space']").await?;
    page.until("atlas.query == 'select=sector:space'").await?;
    assert_eq!(page.text("location.hash").await?, "");
    page.end().await
}
