//! The standalone page without a network, and how one release follows another: wholly, or not at all.

use crate::driver::{Result, Server};
use crate::page::{Page, dist};
use atlas::bundle::offline;
use std::path::Path;

/// The release build in a folder of its own, which a test may change.
fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?
        } else {
            std::fs::copy(entry.path(), target).map(drop)?
        }
    }
    Ok(())
}

/// Makes the next release of a folder: other pages, another script, and a worker to match.
fn release_next(folder: &Path) -> Result<()> {
    for name in ["index.html", "ru/index.html"] {
        let text = std::fs::read_to_string(folder.join(name))?;
        std::fs::write(folder.join(name), text.replace("</title>", " (next)</title>"))?;
    }
    let script = std::fs::read_to_string(folder.join("cooperation-atlas.js"))?;
    std::fs::write(folder.join("cooperation-atlas.js"), script + "self.nextRelease = true;\n")?;
    std::fs::write(folder.join(offline::WORKER), offline::worker(folder)?)?;
    Ok(())
}

/// A page over a folder, visited until its files are kept.
async fn visited(folder: &Path) -> Result<Page> {
    let page = Page { server: Server::start(folder)?, ..Page::new().await? };
    page.goto("/index.html").await?;
    page.browser.js_async("await navigator.serviceWorker.ready;", vec![]).await?;
    // From here on the worker answers.
    page.goto("/index.html").await?;
    Ok(page)
}

/// Looks for a new worker and waits for what becomes of it: `installed` or `redundant`.
async fn update(page: &Page) -> Result<String> {
    let script = "const found = await navigator.serviceWorker.getRegistration();
        await found.update();
        const worker = found.installing ?? found.waiting;
        if (!worker) return 'none';
        while (worker.state == 'installing') await new Promise(done => worker.onstatechange = done);
        return worker.state;";
    let state = page.browser.js_async(script, vec![]).await?;
    Ok(state.as_str().unwrap_or_default().to_owned())
}

/// Whether the page and its script are of the next release; both or none.
async fn is_next(page: &Page) -> Result<bool> {
    page.goto("/index.html").await?;
    let of_page = page.get("document.title.endsWith('(next)')").await?;
    assert_eq!(page.get("!!self.nextRelease").await?, of_page, "page and script of one release");
    Ok(of_page == true)
}

#[tokio::test]
async fn a_visited_page_opens_without_a_network_in_both_languages() -> Result<()> {
    let Page { browser, server } = visited(&dist()).await?;
    let addresses = ["/index.html", "/", "/ru/", "/ru/index.html"].map(|path| server.url(path));
    drop(server);
    for address in addresses {
        browser.goto(&address).await?;
        let drawn = "document.querySelector('cooperation-atlas').shadowRoot?.querySelector('.colophon')";
        browser.wait_until(drawn, std::time::Duration::from_secs(20)).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_new_release_waits_for_the_old_pages_and_then_comes_whole() -> Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&dist(), folder.path())?;
    let page = visited(folder.path()).await?;
    release_next(folder.path())?;
    assert_eq!(update(&page).await?, "installed");
    assert!(!is_next(&page).await?, "as long as a page is open, also anew, all is old");
    for _ in 0..20 {
        page.browser.goto("about:blank").await?;
        if is_next(&page).await? {
            let caches = page.browser.js_async("return (await caches.keys()).length;", vec![]).await?;
            assert_eq!(caches, 1, "the old release is not kept");
            return page.end().await;
        }
    }
    panic!("the new release never came");
}

#[tokio::test]
async fn a_release_that_lies_half_on_the_server_is_not_taken_in() -> Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&dist(), folder.path())?;
    let page = visited(folder.path()).await?;
    let old = std::fs::read(folder.path().join("cooperation-atlas.js"))?;
    release_next(folder.path())?;
    std::fs::write(folder.path().join("cooperation-atlas.js"), old)?;
    assert_eq!(update(&page).await?, "redundant");
    page.browser.goto("about:blank").await?;
    assert!(!is_next(&page).await?);
    Ok(())
}

#[tokio::test]
async fn an_embedded_atlas_and_a_frame_keep_nothing() -> Result<()> {
    let page = Page::new().await?;
    page.serve("/host.html", "<cooperation-atlas loading=eager></cooperation-atlas>");
    for path in ["/host.html", "/embed.html", "/ru/embed.html"] {
        page.goto(path).await?;
        let kept = "return [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length];";
        assert_eq!(page.browser.js_async(kept, vec![]).await?, serde_json::json!([0, 0]), "{path}");
    }
    page.end().await
}
