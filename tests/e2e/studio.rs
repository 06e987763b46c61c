//! The studio, opened from disk: a sheet in, problems with their cells, the picture beside them, and what is saved.

use crate::driver::Result;
use crate::page::{Page, dist, key};
use serde_json::{Value, json};
use std::time::Duration;

/// A small sheet with a mistake in it, and the same without.
const BAD: &str =
    "sector,instrument,from,to,source\nEnergy,Energy plan,2016,2020,Page\nTrade,Trade plan,09.2019,2020,Page\n";
const GOOD: &str =
    "sector,instrument,from,to,source\nEnergy,Energy plan,2016,2020,Page\nTrade,Trade plan,2019-09,2020,Page\n";

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

async fn until(page: &Page, expression: &str) -> Result<()> {
    page.browser.wait_until(expression, PATIENCE).await
}

async fn value(page: &Page, expression: &str) -> Result<Value> {
    page.browser.js(&format!("return {expression};"), vec![]).await
}

async fn text(page: &Page, expression: &str) -> Result<String> {
    Ok(value(page, &format!("String({expression})")).await?.as_str().unwrap_or_default().to_owned())
}

async fn studio() -> Result<Page> {
    let page = Page::new().await?;
    page.browser.goto(&format!("file://{}?lang=en", dist().join("cooperation-atlas-studio.html").display())).await?;
    page.browser.js("self.addEventListener('error', event => (self.failed = event.message));", vec![]).await?;
    Ok(page)
}

/// Hands a file over, as its field does.
async fn hand(page: &Page, name: &str, text: &str) -> Result<()> {
    let script = "const files = new DataTransfer();
        files.items.add(new File([arguments[1]], arguments[0]));
        const field = document.querySelector('.pick-files');
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.js(script, vec![json!(name), json!(text)]).await?;
    Ok(())
}

async fn words(page: &Page, selector: &str) -> Result<String> {
    let script = "return document.querySelector(arguments[0]).innerText.replace(/\\s+/g, ' ').trim();";
    Ok(page.browser.js(script, vec![json!(selector)]).await?.as_str().unwrap_or_default().to_owned())
}

/// What became of the page: nothing failed, and nothing was asked of any server.
async fn end(page: Page) -> Result<()> {
    // Only Chromium watches pages that no server of ours gave.
    let script = "return [self.failed ?? '', self.complaints ?? [], performance.getEntriesByType('resource')
        .map(entry => entry.name).filter(name => !/^(blob|data):/.test(name))];";
    assert_eq!(page.browser.js(script, vec![]).await?, json!(["", [], []]));
    Ok(())
}

#[tokio::test]
async fn a_sheet_becomes_a_picture_and_its_mistake_is_told_by_its_cell_until_it_is_mended() -> Result<()> {
    let page = studio().await?;
    hand(&page, "plans.csv", BAD).await?;
    until(&page, "document.querySelector('cooperation-atlas')?.result").await?;
    assert_eq!(words(&page, ".status").await?, "plans.csv: 2 instruments, 2 sectors, 2 events");
    assert_eq!(words(&page, "#problems-title").await?, "Problems: 1");
    let problem = words(&page, ".list .problem").await?;
    assert!(problem.starts_with("plans.csv:3:from malformed date `09.2019` Expected: "), "{problem}");
    assert_eq!(text(&page, "document.querySelector('[data-save=page]').ariaDisabled ?? ''").await?, "true");

    page.browser
        .js("document.querySelector('cooperation-atlas').query = 'sector=energy&as-of=2018-01-01';", vec![])
        .await?;
    page.browser.js("document.querySelector('[data-language=ru]').click();", vec![]).await?;
    until(&page, "document.querySelector('#problems-title').textContent == 'Ошибки: 1'").await?;
    let problem = words(&page, ".list .problem").await?;
    assert!(problem.starts_with("plans.csv:3:from неверная запись даты `09.2019` Нужно: "), "{problem}");
    page.browser.js("document.querySelector('[data-language=en]').click();", vec![]).await?;

    hand(&page, "plans.csv", GOOD).await?;
    until(&page, "document.querySelector('#problems-title').textContent == 'No problems'").await?;
    until(&page, "document.querySelector('cooperation-atlas').result.instruments.length == 1").await?;
    assert_eq!(
        text(&page, "document.querySelector('cooperation-atlas').query").await?,
        "as-of=2018-01-01&sector=energy"
    );
    assert!(words(&page, ".mended").await?.contains("plans.csv:3:from"));
    end(page).await
}

#[tokio::test]
async fn the_row_of_a_problem_opens_from_the_keyboard_as_it_stands_in_the_sheet() -> Result<()> {
    let page = studio().await?;
    hand(&page, "plans.csv", BAD).await?;
    until(&page, "document.querySelector('.list .problem')").await?;
    page.browser.js("document.querySelector('.list .problem').focus();", vec![]).await?;
    page.browser.press(key::ENTER).await?;
    until(&page, "document.querySelector('.row')").await?;
    assert_eq!(text(&page, "document.activeElement.getAttribute('aria-expanded')").await?, "true");
    assert_eq!(words(&page, ".row .about").await?, "C from 09.2019");
    assert_eq!(words(&page, ".row caption").await?, "Row 3 of plans.csv");
    end(page).await
}

#[tokio::test]
async fn what_cannot_be_read_says_why_and_leaves_the_last_good_picture() -> Result<()> {
    let page = studio().await?;
    hand(&page, "letter.pdf", "%PDF-1.7\u{0}").await?;
    until(&page, "document.querySelector('.refused').textContent.startsWith('Could not be read: letter.pdf: neither')")
        .await?;
    hand(&page, "plans.csv", GOOD).await?;
    until(&page, "document.querySelector('cooperation-atlas')?.result").await?;
    hand(&page, "broken.xlsx", "PK\u{3}\u{4}").await?;
    until(&page, "document.querySelector('.status').textContent.includes('an archive that is broken')").await?;
    assert_eq!(words(&page, ".stays").await?, "The last good picture stays.");
    assert_eq!(value(&page, "document.querySelector('cooperation-atlas').result.instruments.length").await?, json!(2));
    end(page).await
}

/// The file lies in the storage that the browser keeps for the page, whose handles are those of the disk; only the dialog that
/// would give one is stood in for, since no test can operate it.
#[tokio::test]
async fn a_change_of_the_file_shows_within_a_second_where_the_browser_keeps_a_handle() -> Result<()> {
    let page = Page::new().await?;
    page.browser.goto(&page.server.url("/cooperation-atlas-studio.html?lang=en")).await?;
    if value(&page, "'showOpenFilePicker' in self").await? == false {
        // Firefox and WebKit keep none, and say what to do.
        hand(&page, "plans.csv", GOOD).await?;
        until(&page, "document.querySelector('cooperation-atlas')?.result").await?;
        assert_eq!(words(&page, ".follows").await?, "After a change, drop the file again.");
        return Ok(());
    }
    let script = "const folder = await navigator.storage.getDirectory();
        self.file = await folder.getFileHandle('plans.csv', { create: true });
        self.write = async text => {
            const to = await file.createWritable();
            await to.write(text);
            await to.close();
        };
        await write(arguments[0]);
        self.showOpenFilePicker = async () => [file];
        document.querySelector('[data-act=files]').click();";
    page.browser.js_async(script, vec![json!(BAD)]).await?;
    until(&page, "document.querySelector('#problems-title').textContent == 'Problems: 1'").await?;
    assert_eq!(words(&page, ".follows").await?, "Changes of the file show here by themselves.");
    let script = "await write(arguments[0]);
        const before = performance.now();
        while (document.querySelector('#problems-title').textContent != 'No problems') {
            if (performance.now() - before > 20000) break;
            await new Promise(done => setTimeout(done, 20));
        }
        return performance.now() - before;";
    let waited = page.browser.js_async(script, vec![json!(GOOD)]).await?;
    println!("a change shows after {waited} ms");
    assert!(waited.as_f64().is_some_and(|waited| waited < 20_000.0), "{waited}");
    assert!(words(&page, ".mended").await?.contains("plans.csv:3:from"));
    Ok(())
}

#[tokio::test]
async fn the_example_of_another_partnership_grows_from_a_sheet_into_a_page() -> Result<()> {
    let page = studio().await?;
    hand(&page, "asean-india.csv", include_str!("../examples/asean-india.csv")).await?;
    until(&page, "document.querySelector('cooperation-atlas')?.result").await?;
    assert_eq!(words(&page, "#problems-title").await?, "No problems");
    assert_eq!(words(&page, ".status").await?, "asean-india.csv: 5 instruments, 6 sectors, 5 events");
    page.browser
        .js("document.querySelector('cooperation-atlas').query = 'as-of=2018-01-01&sector=investment&sector=economic-cooperation';", vec![])
        .await?;
    let result = "document.querySelector('cooperation-atlas').result";
    assert_eq!(
        value(&page, &format!("{result}.instruments.map(({{ id, state }}) => [id, state])")).await?,
        // Until when the agreement is to hold, and when the later plan was adopted, the sheet does not say.
        json!([
            ["asean-india-investment-agreement", "undetermined"],
            ["plan-of-action-2016-2020", "in-force"],
            ["plan-of-action-2021-2025", "undetermined"]
        ])
    );
    end(page).await
}

/// Whoever asks for more than a page's memory is told so, and what was read is there again.
#[tokio::test]
async fn what_fails_while_it_is_saved_is_said_and_the_rest_goes_on() -> Result<()> {
    let page = studio().await?;
    hand(&page, "plans.csv", GOOD).await?;
    until(&page, "document.querySelector('cooperation-atlas')?.result").await?;
    // What the worker answers where a workbook is larger than its memory.
    let script = "const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message, ...more) {
            if (message.act != 'workbook') return post.call(this, message, ...more);
            setTimeout(() => this.onmessage({ data: { id: message.id, error: 'RuntimeError: unreachable' } }));
        };
        document.querySelector('[data-save=workbook]').click();";
    page.browser.js(script, vec![]).await?;
    until(&page, "document.querySelector('.save .said').textContent.startsWith('this needs more memory')").await?;
    page.browser
        .js(
            "HTMLAnchorElement.prototype.click = function () { self.saved = this.download; };
        document.querySelector('[data-save=packed]').click();",
            vec![],
        )
        .await?;
    until(&page, "self.saved == 'plans.atlas'").await?;
    end(page).await
}

#[tokio::test]
async fn what_is_saved_is_the_set_that_is_shown() -> Result<()> {
    let page = studio().await?;
    hand(&page, "plans.csv", GOOD).await?;
    until(&page, "document.querySelector('cooperation-atlas')?.result").await?;
    let catch = "const make = URL.createObjectURL;
        self.saved = {};
        HTMLAnchorElement.prototype.click = function () { self.saved[this.download] = self.last; };
        URL.createObjectURL = blob => make.call(URL, self.last = blob);";
    page.browser.js(catch, vec![]).await?;
    for kind in ["packed", "package", "workbook", "page"] {
        page.browser.js("document.querySelector(`[data-save=${arguments[0]}]`).click();", vec![json!(kind)]).await?;
    }
    until(&page, "Object.keys(saved).length == 4").await?;
    let script = "const all = [];
        for (const [name, blob] of Object.entries(saved)) {
            const bytes = new Uint8Array(await blob.arrayBuffer());
            let text = '';
            bytes.forEach(byte => (text += String.fromCharCode(byte)));
            all.push([name, btoa(text)]);
        }
        return all;";
    let saved = page.browser.js_async(script, vec![]).await?;
    let folder = tempfile::tempdir()?;
    let file = |ending: &str| -> Result<(String, Vec<u8>)> {
        let found = saved
            .as_array()
            .into_iter()
            .flatten()
            .find(|one| one[0].as_str().is_some_and(|name| name.ends_with(ending)));
        let found: &Value = found.ok_or(format!("no {ending} in {saved}"))?;
        use base64::Engine as _;
        let bytes = base64::prelude::BASE64_STANDARD.decode(found[1].as_str().unwrap_or_default())?;
        Ok((found[0].as_str().unwrap_or_default().into(), bytes))
    };
    let packed = atlas::packed::read(&file(".atlas")?.1).map_err(|error| error.to_string())?;
    assert_eq!(packed.tables().instruments.len(), 2);
    for ending in [".zip", ".xlsx"] {
        let (name, bytes) = file(ending)?;
        let path = folder.path().join(name);
        std::fs::write(&path, bytes)?;
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_atlas"));
        let output = program.arg("pack").arg(&path).arg("-o").arg(folder.path().join("again.atlas")).output()?;
        assert!(output.status.success(), "{ending}: {}", String::from_utf8_lossy(&output.stderr));
        let again = std::fs::read(folder.path().join("again.atlas"))?;
        assert_eq!(atlas::packed::read(&again).as_ref(), Ok(&packed), "{ending}");
    }
    let copy = folder.path().join("page.html");
    std::fs::write(&copy, file(".html")?.1)?;
    page.browser.goto(&format!("file://{}", copy.display())).await?;
    until(&page, "document.querySelector('cooperation-atlas').result?.instruments.length == 2").await?;
    assert_eq!(value(&page, "self.complaints ?? []").await?, json!([]));
    Ok(())
}
