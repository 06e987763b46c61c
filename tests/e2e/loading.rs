//! What readers have while the script or the dataset does not come, or comes broken: the static view, and one message.

use crate::driver::{Break, Kind, Options, Result};
use crate::page::{HEAD, Page, dist, watched};
use atlas::builtin::BUILTIN;
use atlas::packed;
use serde_json::json;

/// Shortens the wait for a dataset, and notes how long it would have been.
const IMPATIENT: &str = "<script>const inner = self.setTimeout;
    self.setTimeout = (act, time) => inner(act, time == 60000 ? 300 + 0 * (self.patience = time) : time);</script>";

const NOTE: &str = "document.querySelector('.waiting')";
/// Whether the note is seen, in the static view or anywhere in the atlas.
const NOTED: &str = "[...document.querySelectorAll('.waiting'), ...$$('.waiting')]
    .some(found => found.checkVisibility({ visibilityProperty: true }))";
/// The animation that shows it.
const COMING: &str = "document.getAnimations().find(found => found.animationName == 'come')";

/// A browser that waits for no `load`, and a server with everything that may go wrong.
async fn start() -> Result<Page> {
    let kind = Kind::of_environment();
    let page = Page::with(Options { kind, lang: Some("en".into()), hasty: true, ..Options::default() }).await?;
    let script = std::fs::read(dist().join("cooperation-atlas.js"))?;
    for (name, whole) in [("js", &script[..]), ("atlas", BUILTIN)] {
        for (kind, broken) in
            [("silent", Break::Silence), ("hangs", Break::Hang(whole.len() / 2)), ("cut", Break::Cut(whole.len() / 2))]
        {
            page.server.broken_page(&format!("/{kind}.{name}"), whole, broken);
        }
        let html = [("Content-Type", "text/html; charset=utf-8")];
        page.server.page_with(&format!("/html.{name}"), "<!doctype html><title>Not found</title>", &html);
    }
    Ok(page)
}

/// The standalone page, and an embed around the pasted fallback, both with this script, head and attributes.
fn pages(script: &str, head: &str, attributes: &str) -> Result<[(&'static str, String); 2]> {
    let standalone = std::fs::read_to_string(dist().join("index.html"))?;
    let standalone = watched(&standalone)
        .replace("<head>", &format!("<head>{head}"))
        .replace("src=\"cooperation-atlas.js\"", &format!("src=\"{script}\""))
        .replace("<cooperation-atlas ", &format!("<cooperation-atlas {attributes} "));
    let fallback = std::fs::read_to_string(dist().join("fallback.html"))?;
    let embed = format!(
        "{HEAD}{head}<script src={script} defer></script>
        <cooperation-atlas loading=eager {attributes}>{fallback}</cooperation-atlas>"
    );
    Ok([("/alone.html", standalone), ("/host.html", embed)])
}

/// Goes to a page and waits until its end is there.
async fn visit(page: &Page, path: &str, html: String) -> Result<()> {
    page.server.page(path, html);
    page.browser.goto(&page.server.url(path)).await?;
    // The last that the static view has.
    page.until(&format!("location.pathname == '{path}' && document.querySelector('footer')?.innerText")).await
}

/// The names of all sectors and events can be read, and the note comes after 8 seconds.
async fn assert_static(page: &Page, what: &str) -> Result<()> {
    assert_readable(page, what).await?;
    assert_eq!(page.get(&format!("{COMING}.effect.getTiming().delay")).await?, 8000, "{what}");
    page.get(&format!("{COMING}.finish()")).await?;
    assert_eq!(page.get(NOTED).await?, true, "{what}");
    assert_eq!(page.text(&format!("{NOTE}.innerText.slice(0, 38)")).await?, "The interactive atlas has not started.");
    Ok(())
}

async fn assert_readable(page: &Page, what: &str) -> Result<()> {
    let data = packed::read(BUILTIN)?;
    let text = page.text("document.body.innerText").await?.replace('\u{a0}', " ").replace('\u{ad}', "");
    let names = data.sectors().map(|(_, row)| &row.name).chain(data.events().map(|(_, row)| &row.name));
    for name in names.map(|name| name.get(0).replace('\u{a0}', " ").replace('\u{ad}', "")) {
        assert!(text.contains(&name), "{what}: no {name}");
    }
    Ok(())
}

#[tokio::test]
async fn a_script_that_never_comes_or_comes_broken_leaves_the_static_view_and_its_note() -> Result<()> {
    let page = start().await?;
    for (script, is_told) in
        [("/nowhere.js", true), ("/silent.js", false), ("/hangs.js", false), ("/cut.js", true), ("/html.js", true)]
    {
        for (path, html) in pages(script, "", "")? {
            let what = format!("{path} with {script}");
            visit(&page, path, html).await?;
            if is_told {
                page.until("complaints.length").await.map_err(|error| format!("{what}: {error}"))?;
            }
            assert_static(&page, &what).await?;
            // The browser's own word on the file, and nothing of ours: that it did not come, or is no script.
            let of_file = |line: &String| line.starts_with("error http") || line.contains("SyntaxError: ");
            let complaints = page.complaints().await?;
            assert_eq!(complaints.len(), usize::from(is_told), "{what}: {complaints:?}");
            assert!(complaints.iter().all(of_file), "{what}: {complaints:?}");
        }
    }
    page.end().await
}

#[tokio::test]
async fn a_dataset_that_never_comes_or_comes_broken_leaves_the_static_view_and_is_told_once() -> Result<()> {
    let page = start().await?;
    let is_webkit = Kind::of_environment() == Kind::WebKit;
    for (src, head, code) in [
        ("/nowhere.atlas", "", "dataset-unreachable"),
        ("/silent.atlas", IMPATIENT, "dataset-unreachable"),
        ("/hangs.atlas", IMPATIENT, "dataset-unreachable"),
        ("/cut.atlas", "", "dataset-unreachable"),
        ("/html.atlas", "", "dataset-foreign"),
    ] {
        for (path, html) in pages("/cooperation-atlas.js", head, &format!("src={src}"))? {
            let what = format!("{path} with {src}");
            visit(&page, path, html).await?;
            page.until("complaints.length").await.map_err(|error| format!("{what}: {error}"))?;
            assert_static(&page, &what).await?;
            // WebKit takes what was cut for the whole, so that the atlas has to find out.
            let code = if is_webkit && src == "/cut.atlas" { "dataset-damaged" } else { code };
            assert_eq!(page.complaints().await?, [format!("atlas-error {code}")], "{what}");
            if head == IMPATIENT {
                assert_eq!(page.get("patience").await?, 60_000, "{what}");
            }
        }
    }
    page.end().await
}

#[tokio::test]
async fn on_a_slow_line_everything_can_be_read_long_before_the_script_has_come() -> Result<()> {
    for (path, html) in pages("/cooperation-atlas.js", "", "")? {
        // One browser for each, so that none has the script already.
        let page = start().await?;
        let mut packed = Vec::new();
        let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
        brotli::BrotliCompress(&mut html.as_bytes(), &mut packed, &params)?;
        page.server.page_with(path, packed, &[("Content-Encoding", "br")]);
        page.server.set_speed(50_000);
        page.browser.goto(&page.server.url(path)).await?;
        page.until(&format!("location.pathname == '{path}' && document.querySelector('footer')?.innerText")).await?;
        assert_readable(&page, path).await?;
        // What is listed has come.
        let come = "performance.getEntriesByType('resource').some(entry => entry.name.endsWith('atlas.js'))";
        assert_eq!(page.get(come).await?, false, "{path}");
        page.server.set_speed(0);
        comes_up_without_note(&page, path).await?;
        page.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn where_the_atlas_has_come_up_the_note_never_comes() -> Result<()> {
    let page = start().await?;
    for (path, html) in pages("/cooperation-atlas.js", "", "")? {
        visit(&page, path, html).await?;
        comes_up_without_note(&page, path).await?;
    }
    page.end().await
}

async fn comes_up_without_note(page: &Page, what: &str) -> Result<()> {
    page.until("$('.colophon')").await.map_err(|error| format!("{what}: {error}"))?;
    page.get(&format!("{COMING}?.finish()")).await?;
    assert_eq!(page.get(NOTED).await?, false, "{what}");
    Ok(())
}

#[tokio::test]
async fn with_scripts_off_the_note_is_there_at_once() -> Result<()> {
    let page = Page::new().await?;
    page.browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    for (path, html) in pages("/cooperation-atlas.js", "", "")? {
        page.server.page(path, html);
        page.browser.goto(&page.server.url(path)).await?;
        assert_readable(&page, path).await?;
        assert_eq!(page.get(NOTED).await?, true, "{path}");
        assert_eq!(page.get(&format!("{COMING}.effect.getTiming().delay")).await?, 0, "{path}");
    }
    Ok(())
}
