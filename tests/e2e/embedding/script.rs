//! How the script and the markup come onto the page.

use super::{ATLAS, visit};
use crate::driver::{Result, Server};
use crate::page::{HEAD, Page, SCRIPT, dist};

/// The script, at once.
const PLAIN: &str = "<script src=/cooperation-atlas.js></script>";
const ASYNC: &str = "<script src=/cooperation-atlas.js async></script>";
const COLOPHON: &str = "$('.colophon')";

#[tokio::test]
async fn the_script_stands_anywhere_and_more_than_once() -> Result<()> {
    let page = Page::new().await?;
    for (name, markup) in [
        ("in the head", [PLAIN, ATLAS].concat()),
        ("async", [ASYNC, ATLAS].concat()),
        ("defer", [SCRIPT, ATLAS].concat()),
        ("after the element", [ATLAS, PLAIN].concat()),
        ("in head and body", [PLAIN, ATLAS, PLAIN].concat()),
        ("async and defer", [ASYNC, ATLAS, SCRIPT].concat()),
    ] {
        visit(&page, &[HEAD, &markup].concat()).await?;
        page.until(COLOPHON).await.map_err(|error| format!("{name}: {error}"))?;
        assert_eq!(page.complaints().await?, [""; 0], "{name}");
        assert_eq!(page.count(".root").await?, 1, "{name}");
    }
    page.end().await
}

#[tokio::test]
async fn the_script_comes_from_another_origin_that_knows_no_cors() -> Result<()> {
    let page = Page::new().await?;
    let other = Server::start(dist())?;
    let script = format!("<script src={} defer></script>", other.url("/cooperation-atlas.js"));
    visit(&page, &[HEAD, &script, ATLAS].concat()).await?;
    page.until(COLOPHON).await?;
    page.end().await
}

#[tokio::test]
async fn a_sandboxed_frame_is_enough() -> Result<()> {
    let page = Page::new().await?;
    page.serve("/inner.html", "<cooperation-atlas url-state=fragment></cooperation-atlas>");
    let frame = "<iframe src=/inner.html sandbox=allow-scripts width=1000 height=800></iframe>";
    works_in_frame(&page, frame).await?;
    page.end().await
}

#[tokio::test]
async fn a_frame_without_an_address_is_enough() -> Result<()> {
    let page = Page::new().await?;
    let inner = [HEAD, SCRIPT, "<cooperation-atlas url-state=fragment></cooperation-atlas>"].concat();
    for sandbox in ["", "sandbox=allow-scripts"] {
        let frame = format!("<iframe srcdoc=\"{inner}\" {sandbox} width=1000 height=800></iframe>");
        works_in_frame(&page, &frame).await.map_err(|error| format!("{sandbox}: {error}"))?;
    }
    page.end().await
}

/// Goes into a frame, where the atlas comes up and answers, and stays there.
async fn works_in_frame(page: &Page, frame: &str) -> Result<()> {
    visit(page, &[HEAD, frame].concat()).await?;
    page.browser.client().enter_frame(0).await?;
    page.until(COLOPHON).await?;
    page.get("$('[data-select=\"sector:space\"]').click()").await?;
    page.until("atlas.query == 'select=sector:space' && $('.details')").await?;
    assert_eq!(page.complaints().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_page_in_another_encoding_shows_the_same_letters() -> Result<()> {
    let page = Page::new().await?;
    let body = "<script src=/bare.js defer></script>\
                <cooperation-atlas loading=eager lang=ru query='q=энерг'></cooperation-atlas>";
    page.server.page("/host.html", [HEAD, body].concat());
    // Without a word on its encoding, the script is read in that of the page.
    let script = std::fs::read(dist().join("cooperation-atlas.js"))?;
    page.server.page_with("/bare.js", script, &[("Content-Type", "text/javascript")]);
    page.goto("/host.html").await?;
    let texts = "JSON.stringify([document.characterSet, atlas.query, $('.atlas').innerText])";
    let expected = page.text(texts).await?;
    assert!(expected.starts_with("[\"UTF-8\",\"q=") && expected.contains("нерг"), "{expected}");
    let head = HEAD.replace("utf-8", "windows-1251");
    let header = [("Content-Type", "text/html; charset=windows-1251")];
    page.server.page_with("/host.html", windows_1251(&[&head, body].concat()), &header);
    page.goto("/host.html").await?;
    assert_eq!(page.text(texts).await?, expected.replace("UTF-8", "windows-1251"));
    page.end().await
}

/// A text of ASCII and Russian letters.
fn windows_1251(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        'А'..='я' => (letter as u32 - 'А' as u32 + 0xc0) as u8,
        _ => letter as u8,
    };
    text.chars().map(byte).collect()
}

#[tokio::test]
async fn markup_that_comes_by_inner_html_comes_up() -> Result<()> {
    let page = Page::new().await?;
    visit(&page, &[HEAD, SCRIPT, "<main></main>"].concat()).await?;
    // The template is what a page saved by a browser holds; set this way it stays a template.
    page.browser
        .js(
            "document.querySelector('main').innerHTML = '<cooperation-atlas loading=eager query=\"sector=space\">\
             <template shadowrootmode=open><p>saved</p></template><p>static</p></cooperation-atlas>';",
            vec![],
        )
        .await?;
    page.until(COLOPHON).await?;
    assert_eq!(page.query().await?, "sector=space");
    page.end().await
}

#[tokio::test]
async fn a_root_that_a_saved_page_came_with_is_used_and_emptied() -> Result<()> {
    let page = Page::new().await?;
    let saved = "<cooperation-atlas loading=eager><template shadowrootmode=open><p class=saved>saved</p></template>\
                 <p>static</p></cooperation-atlas>";
    visit(&page, &[HEAD, SCRIPT, saved].concat()).await?;
    page.until(COLOPHON).await?;
    assert_eq!(page.count(".saved, slot").await?, 0);
    page.end().await
}

#[tokio::test]
async fn elements_that_a_script_makes_take_what_was_set_before() -> Result<()> {
    let page = Page::new().await?;
    // Before the script, and after it.
    let make = "<script>
        const first = document.createElement('cooperation-atlas');
        first.query = 'sector=space';
        first.setAttribute('loading', 'eager');
        document.documentElement.append(first);
        addEventListener('load', () => {
            const second = document.createElement('cooperation-atlas');
            second.query = 'sector=energy';
            second.setAttribute('loading', 'eager');
            document.body.append(second);
        });
        </script>";
    visit(&page, &[HEAD, make, SCRIPT].concat()).await?;
    let queries =
        "JSON.stringify([...document.querySelectorAll('cooperation-atlas')].map(found => found.result?.query))";
    page.until(&format!("{queries} == '[\"sector=space\",\"sector=energy\"]'")).await?;
    page.end().await
}
