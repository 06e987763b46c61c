//! The single file, and the copies that readers save: opened from disk, in the state in which they were saved.

use crate::driver::Result;
use crate::page::{Page, dist, key};
use atlas::builtin::BUILTIN;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Opens a file from disk and waits until the atlas in it is drawn.
async fn open(page: &Page, file: &Path) -> Result<()> {
    page.browser.goto(&format!("file://{}", file.display())).await?;
    page.until("$('.colophon')").await
}

/// Clicks "Save a copy" and writes what would be downloaded into a folder, under the name that it would have.
async fn save(page: &Page, folder: &Path) -> Result<PathBuf> {
    let catch = "URL.createObjectURL = blob => { self.saved = blob.text(); return 'about:blank'; };
        HTMLAnchorElement.prototype.click = function () { self.savedAs = this.download; };";
    page.browser.js(catch, vec![]).await?;
    page.click(".colophon .controls .save").await?;
    page.until("self.savedAs").await?;
    let saved = page.browser.js_async("return [savedAs, await saved];", vec![]).await?;
    let path = folder.join(saved[0].as_str().unwrap_or_default());
    std::fs::write(&path, saved[1].as_str().unwrap_or_default())?;
    Ok(path)
}

async fn complaints(page: &Page) -> Result<Value> {
    page.browser.js("return self.complaints ?? [];", vec![]).await
}

#[tokio::test]
async fn the_single_file_works_from_disk_and_its_copy_comes_up_as_it_was_saved() -> Result<()> {
    let page = Page::new().await?;
    open(&page, &dist().join("cooperation-atlas-standalone.html")).await?;
    page.focus(".search .field").await?;
    page.browser.press("energ").await?;
    page.until("atlas.query == 'q=energ'").await?;
    page.click_text(".known .controls button", "Play").await?;
    page.click_text(".known .controls button", "Pause").await?;
    page.click("[data-step=next]").await?;
    page.until("/as-of=/.test(atlas.query)").await?;
    page.click_text(".languages button", "Русский").await?;
    page.click(".matrix tr:not([hidden]) td:not([hidden]) .cell:not(:disabled)").await?;
    page.until("$('.details-title')").await?;
    let (query, title) = (page.query().await?, page.seen(".details-title").await?);
    assert!(query.contains("q=energ") && query.contains("lang=ru") && query.contains("select=cell:"), "{query}");
    assert!(page.text("location.hash").await?.starts_with("#atlas?"));

    let folder = tempfile::tempdir()?;
    let copy = save(&page, folder.path()).await?;
    let name = copy.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    assert_eq!(name, format!("cooperation-atlas-{}.html", page.text("new Date().toLocaleDateString('sv')").await?));
    for _ in 0..2 {
        // A copy saves copies: the second time round, it is one of a copy.
        open(&page, &copy).await?;
        assert_eq!(page.query().await?, query);
        assert_eq!(page.seen(".details-title").await?, title);
        assert_eq!(
            page.text("document.documentElement.lang + document.title.replace(/\\s/g, ' ')").await?,
            format!("ru{}", page.seen(".title").await?)
        );
        save(&page, folder.path()).await?;
    }
    page.browser.press(key::ESCAPE).await?;
    assert_eq!(complaints(&page).await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn a_copy_of_an_embedded_atlas_holds_its_own_dataset_and_theme() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = Page::new().await?;
    let tables = folder.path().join("tables");
    atlas::dataset::sample::write(&tables, 30)?;
    page.server.page(
        "/set.atlas",
        atlas::packed::write(atlas::dataset::read(&tables).map_err(|problems| problems.to_string())?.tables()),
    );
    page.serve("/host.html", "<cooperation-atlas src=/set.atlas theme=dark view=matrix lang=ru query='as-of=2021-03-04'></cooperation-atlas>");
    page.goto("/host.html").await?;
    let result = page.result().await?;
    let copy = save(&page, folder.path()).await?;
    open(&page, &copy).await?;
    assert_eq!(page.result().await?, result);
    assert_eq!(page.text("$('.root').dataset.theme + $('.atlas').lang + $$('.timeline').length").await?, "darkru0");
    assert!(page.seen(".notice").await?.contains("Вымышленные данные"), "the made-up set, not the compiled-in one");
    assert_eq!(complaints(&page).await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn a_copy_says_without_scripts_what_the_prerendered_page_says() -> Result<()> {
    let page = Page::new().await?;
    // Tags, classes, notes, languages and words, in their order.
    let script = "const found = new DOMParser().parseFromString(arguments[0], 'text/html');
        const walk = node => node.nodeType == 3 ? [node.data] : [
            [node.localName, node.className.baseVal ?? node.className, node.dataset.note, node.lang].join(' ').trim(),
            ...[...node.childNodes].flatMap(walk)];
        return walk(found.querySelector('cooperation-atlas .atlas'));";
    let pieces = async |text: String| -> Result<Vec<String>> {
        Ok(serde_json::from_value(page.browser.js(script, vec![json!(text)]).await?)?)
    };
    page.goto("/index.html#atlas?as-of=2026-11-23").await?;
    let folder = tempfile::tempdir()?;
    let copy = pieces(std::fs::read_to_string(save(&page, folder.path()).await?)?).await?;
    let single = pieces(std::fs::read_to_string(dist().join("cooperation-atlas-standalone.html"))?).await?;
    let differs = copy.iter().zip(&single).position(|(copy, single)| copy != single);
    let around =
        |pieces: &[String]| differs.map(|at| pieces[at.saturating_sub(3)..(at + 3).min(pieces.len())].to_vec());
    assert_eq!(around(&copy), around(&single));
    assert!(copy.len() == single.len() && copy.len() > 1000, "{} and {}", copy.len(), single.len());
    Ok(())
}

#[tokio::test]
async fn a_copy_names_the_language_of_words_that_were_buttons() -> Result<()> {
    let page = Page::new().await?;
    let mut tables = atlas::packed::read(BUILTIN)?.tables().clone();
    // Without Russian, so that a Russian page has every name in English.
    tables.languages[1] = "fr".into();
    page.server.page("/set.atlas", atlas::packed::write(&tables));
    page.serve("/host.html", "<cooperation-atlas src=/set.atlas lang=ru></cooperation-atlas>");
    page.goto("/host.html").await?;
    let folder = tempfile::tempdir()?;
    let copy = std::fs::read_to_string(save(&page, folder.path()).await?)?;
    let script = "const found = new DOMParser().parseFromString(arguments[0], 'text/html');
        const counted = place => found.querySelectorAll('cooperation-atlas ' + place).length;
        return ['tbody tr:not(.group) th', '.head:not(.outside) .name', '.events .what'].map(place =>
            [counted(place), counted(place + ' > bdi[lang=en]')]);";
    let counts = page.browser.js(script, vec![json!(copy)]).await?;
    assert_eq!(counts, json!([[21, 21], [6, 6], [9, 9]]));
    Ok(())
}

#[tokio::test]
async fn a_page_that_the_command_line_packs_shows_its_folder_with_and_without_scripts() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (tables, file) = (folder.path().join("tables"), folder.path().join("set.html"));
    atlas::dataset::sample::write(&tables, 30)?;
    let script = dist().join("cooperation-atlas.js");
    let packed = std::process::Command::new(env!("CARGO_BIN_EXE_atlas"))
        .args(["pack".as_ref(), tables.as_os_str(), "-o".as_ref(), file.as_os_str()])
        .args(["--lang".as_ref(), "ru".as_ref(), "--script".as_ref(), script.as_os_str()])
        .output()?;
    assert!(packed.status.success(), "{}", String::from_utf8_lossy(&packed.stderr));
    let page = Page::new().await?;
    open(&page, &file).await?;
    assert_eq!(page.text("$('.atlas').lang").await?, "ru");
    let row = page.seen(".matrix tbody tr:not(.group) th").await?;
    assert!(page.text("atlas.textContent").await?.contains(&row), "the static view tells of {row}, too");
    assert_eq!(complaints(&page).await?, json!([]));
    Ok(())
}
