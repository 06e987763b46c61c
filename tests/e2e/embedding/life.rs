//! The life of elements: made, started, changed, moved, taken out and put back.

use crate::driver::Result;
use crate::page::{HEAD, Page, SCRIPT, key};
use serde_json::json;

#[tokio::test]
async fn the_page_is_told_of_readiness_and_of_each_change_once() -> Result<()> {
    let page = Page::new().await?;
    let listen = "<script>window.heard = []; for (const name of ['ready', 'change', 'error']) \
        addEventListener('atlas-' + name, event => heard.push(name + ' ' + (event.detail?.query ?? '')));</script>";
    page.serve("/host.html", &format!("{listen}<cooperation-atlas loading=eager></cooperation-atlas>"));
    page.goto("/host.html").await?;
    page.until("heard.length == 1").await?;
    page.click("[data-select='sector:space']").await?;
    page.until("heard.length == 2").await?;
    page.ask("sector=energy").await?;
    page.ask("sector=energy").await?;
    page.until("heard.length == 3").await?;
    assert_eq!(page.get("heard").await?, json!(["ready ", "change select=sector:space", "change sector=energy"]));
    page.end().await
}

#[tokio::test]
async fn an_element_that_is_moved_keeps_its_state_and_one_that_is_removed_leaves_quietly() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas loading=eager></cooperation-atlas><main></main>").await?;
    page.ask("sector=space&as-of=2019-10-15").await?;
    page.get("document.querySelector('main').append(atlas)").await?;
    page.until("$$('.matrix tbody tr:not(.group, [hidden])').length == 1").await?;
    assert_eq!(page.query().await?, "sector=space&as-of=2019-10-15".split('&').rev().collect::<Vec<_>>().join("&"));
    page.get("(window.kept = atlas).remove()").await?;
    page.get("document.querySelector('main').append(window.kept)").await?;
    page.until("$$('.matrix tbody tr:not(.group, [hidden])').length == 1").await?;
    page.end().await
}

#[tokio::test]
async fn a_dialog_goes_with_an_element_that_is_moved_and_comes_with_one_that_is_put_back() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas loading=eager></cooperation-atlas><main></main>").await?;
    let over = "$('dialog')?.matches(':modal')";
    // Taken out before what was clicked is drawn, and put back later.
    page.get("$('[data-panel=embed]').click(), (window.kept = atlas).remove()").await?;
    page.browser.js_async("await new Promise(done => setTimeout(done, 100));", vec![]).await?;
    page.get("document.querySelector('main').append(window.kept)").await?;
    page.until(over).await?;
    page.get("document.body.append(atlas)").await?;
    page.until(over).await?;
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('dialog')").await?;
    // A document that nobody sees shows no dialog.
    page.get("$('[data-panel=embed]').click()").await?;
    page.until(over).await?;
    page.get("(window.unseen = document.implementation.createHTMLDocument('')).body.append(window.kept)").await?;
    page.get("document.body.append(window.kept)").await?;
    page.until(over).await?;
    page.end().await
}

#[tokio::test]
async fn the_query_attribute_and_property_are_the_same_thing() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas loading=eager query='sector=space'></cooperation-atlas>").await?;
    assert_eq!(page.query().await?, "sector=space");
    page.get("atlas.setAttribute('query', 'sector=energy')").await?;
    page.until("atlas.query == 'sector=energy'").await?;
    assert_eq!(page.get("JSON.parse(atlas.result).query").await?, "sector=energy");
    assert_eq!(page.text("atlas.version").await?, env!("CARGO_PKG_VERSION"));
    page.end().await
}

#[tokio::test]
async fn headings_begin_at_the_level_that_the_page_asks_for() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas loading=eager heading-level=3></cooperation-atlas>").await?;
    let levels = "$$('h1, h2, h3, h4, h5, h6').map(found => +found.tagName[1])";
    let found: Vec<u32> = serde_json::from_value(page.get(levels).await?)?;
    assert_eq!(found.first(), Some(&3));
    assert!(found.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{found:?} skips a level");
    page.end().await
}

#[tokio::test]
async fn several_elements_have_each_a_state_of_their_own() -> Result<()> {
    let page = Page::with_body(
        "<cooperation-atlas id=one loading=eager query='sector=space'></cooperation-atlas>\
         <cooperation-atlas id=two loading=eager query='sector=energy' lang=ru></cooperation-atlas>\
         <cooperation-atlas id=three loading=eager view=matrix></cooperation-atlas>",
    )
    .await?;
    page.until("one.result && two.result && three.result").await?;
    page.ask("as-of=2019-10-15").await?;
    page.get("three.shadowRoot.querySelector('[data-select=\"sector:space\"]').click()").await?;
    page.until("three.shadowRoot.querySelector('.details')").await?;
    let seen = "[one, two, three].map(atlas => [atlas.query, atlas.shadowRoot.querySelector('.atlas').lang])";
    let expected = json!([["as-of=2019-10-15", "en"], ["sector=energy", "ru"], ["select=sector:space", "en"]]);
    assert_eq!(page.get(seen).await?, expected);
    assert_eq!(page.get("!!one.shadowRoot.querySelector('.details')").await?, false);
    page.end().await
}

#[tokio::test]
async fn attributes_count_whenever_they_are_set() -> Result<()> {
    let page = Page::new().await?;
    let set = "<script>const set = atlas => {
        for (const [name, value] of [['lang', 'ru'], ['view', 'matrix'], ['theme', 'dark'], ['heading-level', '4'],
            ['query', 'sector=space']]) atlas.setAttribute(name, value);
    };</script>";
    // Before the script is there, before the element starts, while it starts, once it runs, and out of the page.
    for (time, script) in [
        ("before the script", "set(atlas);"),
        ("before the start", "onload = () => { set(atlas); atlas.setAttribute('loading', 'eager'); };"),
        ("during the start", "onload = () => { atlas.setAttribute('loading', 'eager'); set(atlas); };"),
        (
            "once it runs",
            "atlas.setAttribute('loading', 'eager'); addEventListener('atlas-ready', event => set(event.target));",
        ),
        (
            "out of the page",
            "atlas.setAttribute('loading', 'eager'); addEventListener('atlas-ready', ({ target }) => {
                target.remove(); set(target); document.body.append(target); });",
        ),
    ] {
        let markup = "<div style='height: 5000px'></div><cooperation-atlas id=atlas></cooperation-atlas>";
        let eager = "<script>if (!onload) atlas.setAttribute('loading', 'eager');</script>";
        page.server.page("/host.html", format!("{HEAD}{SCRIPT}{markup}{set}<script>{script}</script>{eager}"));
        page.goto("/host.html").await?;
        let all = "atlas.query == 'sector=space' && $('.atlas').lang == 'ru' && $('h4') && !$('h2') && !$('.drawing') \
                   && getComputedStyle($('.root')).colorScheme == 'dark'";
        page.until(all).await.map_err(|error| format!("{time}: {error}"))?;
        page.get("atlas.removeAttribute('query')").await?;
        page.until("atlas.query == '' && atlas.result.counts.sectors > 1").await?;
        assert_eq!(page.complaints().await?, [""; 0], "{time}");
    }
    page.end().await
}

#[tokio::test]
async fn the_heavy_part_waits_until_an_element_comes_near_the_screen() -> Result<()> {
    let page = Page::new().await?;
    let spacer = "<div style='height: 9000px'></div>";
    let count = "<script>self.compiled = 0; for (const name of ['compile', 'instantiate']) {
        const inner = WebAssembly[name];
        WebAssembly[name] = (...all) => { compiled++; return inner.apply(WebAssembly, all); };
    }</script>";
    let html = format!("{HEAD}{count}{SCRIPT}{spacer}<cooperation-atlas><p>static</p></cooperation-atlas>{spacer}");
    page.server.page("/host.html", html);
    page.browser.goto(&page.server.url("/host.html")).await?;
    // An observer that was set up later than the element's is told later.
    page.browser
        .js_async(
            "await new Promise(done => new IntersectionObserver(done).observe(document.querySelector('cooperation-atlas')));
            await new Promise(requestAnimationFrame);",
            vec![],
        )
        .await?;
    assert_eq!(page.get("[compiled, atlas.shadowRoot, atlas.result]").await?, json!([0, null, null]));
    page.get("atlas.scrollIntoView({ behavior: 'instant' })").await?;
    page.until("$('.colophon')").await?;
    assert_eq!(page.get("compiled").await?, 2);
    page.end().await
}

#[tokio::test]
async fn a_thousand_times_in_and_out_of_the_page_leave_it_as_it_was() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas loading=eager></cooperation-atlas><main></main>").await?;
    page.ask("sector=space&as-of=2019-10-15").await?;
    page.until("$('[role=status]').textContent").await?;
    let before = page.text("atlas.shadowRoot.querySelector('.root').outerHTML").await?;
    let move_it = "const atlas = document.querySelector('cooperation-atlas');
        for (let i = 0; i < 1000; i++) {
            atlas.remove();
            if (i % 10 == 0) await new Promise(done => setTimeout(done));
            (i % 2 ? document.body : document.querySelector('main')).append(atlas);
            if (i % 10 == 5) await new Promise(done => setTimeout(done));
        }";
    page.browser.js_async(move_it, vec![]).await?;
    page.until("true").await?;
    assert_eq!(page.text("atlas.shadowRoot.querySelector('.root').outerHTML").await?, before);
    page.ask("sector=energy").await?;
    page.until("$$('.matrix tbody tr:not(.group, [hidden])').length == 1").await?;
    page.end().await
}
