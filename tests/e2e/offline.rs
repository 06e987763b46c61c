//! The standalone page without a network, and how one release follows another: wholly, or not at all.

use crate::driver::{Break, Caching, Kind, Result, Server};
use crate::page::{Page, dist};
use atlas::bundle::offline;
use serde_json::json;
use std::collections::HashMap;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

/// What a first visit may move, in bytes by brotli 11.
const FIRST_VISIT: usize = 195_000;
/// What the heads of a request and its answer weigh, in bytes.
const HEADS: usize = 800;

/// Whether every file is kept, as JavaScript: those of both languages, the script and the three small ones.
const ALL_KEPT: &str = "const names = await caches.keys();
    return names.length == 1 && (await (await caches.open(names[0])).keys()).length == 6;";

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
    // From here on the worker answers, and takes what the first visit has left out.
    page.goto("/index.html").await?;
    until(&page, ALL_KEPT).await?;
    Ok(page)
}

/// Waits until the body of an `async` function returns what is true.
async fn until(page: &Page, body: &str) -> Result<()> {
    let wait = format!(
        "const look = async () => {{ {body} }};
        while (!await look()) await new Promise(done => setTimeout(done, 20));"
    );
    page.browser.js_async(&wait, vec![]).await.map(drop).map_err(|error| format!("{body}: {error}").into())
}

/// What came over the line so far by brotli, and how often the script did.
fn moved(server: &Server, weights: &mut HashMap<String, usize>) -> Result<(usize, usize)> {
    let (mut sum, mut scripts) = (0, 0);
    // WebKit has no cache for its driver, so that its worker, which starts when the page is idle, loads anew what it would
    // find there.
    let mut is_idle = false;
    for request in server.requests() {
        println!("{} {} {} {}", request.method, request.path, request.status, request.length);
        let mut weight = HEADS;
        if request.length > 0 && request.status == 200 {
            weight += match weights.get(&request.path) {
                Some(weight) => *weight,
                None => {
                    let name = request.path.trim_start_matches('/');
                    let bytes = std::fs::read(dist().join(name))?;
                    let mut packed = Vec::new();
                    brotli::CompressorReader::new(&bytes[..], 1 << 16, 11, 24).read_to_end(&mut packed)?;
                    weights.insert(request.path.clone(), packed.len());
                    packed.len()
                }
            };
            scripts += usize::from(request.path.ends_with("/cooperation-atlas.js"));
        }
        sum += if is_idle { 0 } else { weight };
        is_idle |= Kind::of_environment() == Kind::WebKit && request.path == "/service-worker.js";
    }
    Ok((sum, scripts))
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

#[tokio::test]
async fn a_first_visit_moves_the_page_the_script_and_small_change_from_any_server() -> Result<()> {
    let mut weights = HashMap::new();
    let mut seen = Vec::new();
    for caching in [Caching::Validated, Caching::Unmentioned, Caching::Forbidden] {
        for path in ["/index.html", "/ru/index.html"] {
            let page = Page { server: Server::start(dist())?, ..Page::new().await? };
            page.server.set_caching(caching);
            page.goto(path).await?;
            page.browser.js_async("await navigator.serviceWorker.ready;", vec![]).await?;
            let (bytes, scripts) = moved(&page.server, &mut weights)?;
            println!("{caching:?} {path}: {bytes} bytes");
            seen.push((bytes, scripts, caching, path));
            if caching == Caching::Forbidden {
                // Where nothing may be kept the page would have to be loaded again, which is left to the second visit.
                page.goto(path).await?;
                until(&page, ALL_KEPT).await?;
            }
            // And that is enough to come up without a network.
            let Page { browser, server } = page;
            let address = server.url(path);
            drop(server);
            browser.goto(&address).await?;
            let drawn = "document.querySelector('cooperation-atlas').shadowRoot?.querySelector('.colophon')";
            browser.wait_until(drawn, Duration::from_secs(20)).await?;
        }
    }
    for (bytes, scripts, caching, path) in seen {
        assert!(scripts == 1 && bytes <= FIRST_VISIT, "{caching:?} {path}: {bytes} bytes, the script {scripts} times");
    }
    Ok(())
}

#[tokio::test]
async fn who_comes_back_can_install_the_page() -> Result<()> {
    const MANIFEST: &str = "document.querySelector('[rel=manifest]')?.href.endsWith('/manifest.webmanifest') ?? false";
    let page = Page { server: Server::start(dist())?, ..Page::new().await? };
    page.goto("/ru/index.html").await?;
    page.browser.js_async("await navigator.serviceWorker.ready;", vec![]).await?;
    assert_eq!(page.get(MANIFEST).await?, false, "a first visit does not load what only that takes");
    assert_eq!(page.get("document.querySelector('[rel=icon]').href").await?, "data:,");
    page.goto("/ru/index.html").await?;
    page.until(MANIFEST).await?;
    page.until("document.querySelector('[rel=icon]').href.endsWith('/icon.svg')").await?;
    page.end().await
}

#[tokio::test]
async fn the_worker_waits_until_the_page_has_come_up() -> Result<()> {
    let page = Page::new().await?;
    let order = "<script>self.order = [];
        addEventListener('atlas-ready', () => order.push('ready'));
        const { register } = ServiceWorkerContainer.prototype;
        ServiceWorkerContainer.prototype.register = function (...all) {
            order.push('register');
            return register.apply(this, all);
        };</script>";
    let html = std::fs::read_to_string(dist().join("index.html"))?.replacen("<head>", &format!("<head>{order}"), 1);
    page.server.page("/index.html", html);
    page.goto("/index.html").await?;
    page.until("order.includes('register')").await?;
    assert_eq!(page.get("order").await?, json!(["ready", "register"]));
    Ok(())
}

/// What is left of the worker: registrations and caches.
const LEFT: &str = "return [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length];";

#[tokio::test]
async fn a_release_can_end_the_worker() -> Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&dist(), folder.path())?;
    let page = visited(folder.path()).await?;
    release_next(folder.path())?;
    std::fs::copy(folder.path().join(offline::END), folder.path().join(offline::WORKER))?;
    page.goto("/index.html").await?;
    until(&page, &LEFT.replace("return ", "return String(").replace("];", "]) == '0,0';")).await?;
    assert!(is_next(&page).await?, "what the server has");
    page.browser.goto("about:blank").await?;
    assert!(is_next(&page).await?, "and it stays so");
    Ok(())
}

#[tokio::test]
async fn a_site_that_takes_its_files_down_is_not_stuck_on_an_old_copy() -> Result<()> {
    for gone in [&["/index.html"][..], &["/service-worker.js"]] {
        let folder = tempfile::tempdir()?;
        copy(&dist(), folder.path())?;
        let page = visited(folder.path()).await?;
        release_next(folder.path())?;
        gone.iter().for_each(|path| page.server.take_down(path));
        page.browser.goto(&page.server.url("/index.html")).await?;
        if gone.contains(&"/index.html") {
            assert_eq!(page.get("document.body.innerText").await?, "gone", "what the server says");
        } else {
            assert_eq!(page.get("document.title.endsWith('(next)')").await?, true, "{gone:?}");
        }
        page.browser.goto(&page.server.url("/embed.html")).await?;
        assert_eq!(page.browser.js_async(LEFT, vec![]).await?, json!([0, 0]), "{gone:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_worker_that_became_something_else_is_given_up_and_one_that_cannot_be_reached_is_not() -> Result<()> {
    let page = visited(&dist()).await?;
    // A server in trouble says nothing about the release.
    page.server.broken_page("/service-worker.js", "", Break::Cut(0));
    page.goto("/index.html").await?;
    assert_eq!(page.browser.js_async(LEFT, vec![]).await?, json!([1, 1]));
    // One that answers with a page whatever is asked.
    page.server.page_with("/service-worker.js", "<!doctype html>", &[("Content-Type", "text/html")]);
    page.goto("/index.html").await?;
    page.browser.goto(&page.server.url("/embed.html")).await?;
    assert_eq!(page.browser.js_async(LEFT, vec![]).await?, json!([0, 0]));
    Ok(())
}

#[tokio::test]
async fn a_page_of_another_release_has_nothing_from_the_one_that_is_kept() -> Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&dist(), folder.path())?;
    let page = Page { server: Server::start(folder.path())?, ..Page::new().await? };
    page.goto("/index.html").await?;
    page.browser.js_async("await navigator.serviceWorker.ready;", vec![]).await?;
    // The Russian page is not kept yet, and will not be: the server has the next one.
    release_next(folder.path())?;
    page.goto("/ru/index.html").await?;
    assert_eq!(page.get("[document.title.endsWith('(next)'), self.nextRelease]").await?, json!([true, true]));
    Ok(())
}
