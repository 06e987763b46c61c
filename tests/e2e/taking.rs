//! What readers take away: the same file from the dialog, the element and the command line; a reference, a link.

use crate::driver::{IN_ATLAS, Result};
use crate::embedding::ATLAS;
use crate::page::{HEAD, Page, SCRIPT, dist, key};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};
use std::process::Command;

/// Every form that is text, with the button that saves it.
const FORMS: [(&str, &str); 9] = [
    ("cells.csv", "Cells"),
    ("instruments.csv", "Instruments"),
    ("events.csv", "Events"),
    ("json", "JSON"),
    ("ics", "iCalendar"),
    ("txt", "Text"),
    ("bib", "BibTeX"),
    ("ris", "RIS"),
    ("csl.json", "CSL-JSON"),
];

/// Keeps what a browser is given to save.
const KEEP: &str = "self.saved = []; const make = URL.createObjectURL;
    URL.createObjectURL = file => (saved.push({ file }), make.call(URL, file));
    HTMLAnchorElement.prototype.click = function () { saved.at(-1).name = this.download; };";

/// A page whose address follows the atlas, with the state of a query in it.
async fn following(query: &str) -> Result<Page> {
    let page = Page::new().await?;
    page.serve("/host.html", "<cooperation-atlas url-state=fragment></cooperation-atlas>");
    page.goto(&format!("/host.html#atlas?{query}")).await?;
    Ok(page)
}

/// What the command line writes of the built-in tables.
fn written(page_query: &str, form: &str, today: &str, address: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_atlas"))
        .args(["export", "src/data", "--as", form, page_query, "--today", today, "--address", address])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{form}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What the element gives, by its bytes.
async fn exported(page: &Page, form: &str) -> Result<String> {
    let script = "const bytes = await (await atlas.export(arguments[0])).arrayBuffer();
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);";
    let text = page.browser.js_async(&format!("{IN_ATLAS} {script}"), vec![json!(form)]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

async fn today(page: &Page) -> Result<String> {
    page.text("(now => [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-'))(new Date())").await
}

#[tokio::test]
async fn every_form_is_the_same_from_dialog_element_and_command_line() -> Result<()> {
    for (lang, names) in
        [("en", ["Cells", "Instruments", "Events", "Text"]), ("ru", ["Ячейки", "Документы", "События", "Текст"])]
    {
        let page = following(&format!("as-of=2019-10-15&partnership=asean-russia&lang={lang}")).await?;
        page.browser.js(KEEP, vec![]).await?;
        let (query, day) = (page.query().await?, today(&page).await?);
        let address = page.text("location.href").await?;
        page.click("[data-panel=take]").await?;
        page.until("$('dialog')?.open").await?;
        for (form, english) in FORMS {
            let expected = written(&query, form, &day, &address);
            assert_eq!(exported(&page, form).await?, expected, "{lang} {form}");
            let at = ["Cells", "Instruments", "Events", "Text"].iter().position(|name| *name == english);
            let before = page.get("saved.length").await?;
            page.click_text("dialog .offers button", at.map_or(english, |at| names[at])).await?;
            page.until(&format!("saved.length > {before} && $('.taken').innerText")).await?;
            let script = "const { file, name } = saved.at(-1);
                return [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())];";
            let saved = page.browser.js_async(script, vec![]).await?;
            assert_eq!(saved[1], expected, "{lang} {form}");
            let end = ["-2019-10-15", if form.contains('.') && form != "csl.json" { "-" } else { "." }, form].concat();
            assert!(saved[0].as_str().is_some_and(|name| name.ends_with(&end)), "{}", saved[0]);
        }
        let said = page.seen(".taken").await?;
        assert_eq!(said, if lang == "en" { "Saved" } else { "Сохранено" });
        page.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_element_gives_files_under_the_strict_policy_and_says_what_it_does_not_know() -> Result<()> {
    let page = Page::new().await?;
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'";
    page.server.page_with("/host.html", [HEAD, SCRIPT, ATLAS].concat(), &[("Content-Security-Policy", policy)]);
    page.browser.goto(&page.server.url("/host.html")).await?;
    // Asked at once, it waits for the atlas to run.
    let first = "await customElements.whenDefined('cooperation-atlas');
        return (await document.querySelector('cooperation-atlas').export('csv')).type;";
    assert_eq!(page.browser.js_async(first, vec![]).await?, "text/csv;charset=utf-8");
    let refused = "return await atlas.export('pdf').catch(error => error.atlas + ': ' + error.message);";
    let refused = page.browser.js_async(&format!("{IN_ATLAS} {refused}"), vec![]).await?;
    assert_eq!(refused, "unknown-format: pdf is no form of an export");
    let calendar = exported(&page, "ics").await?;
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");
    page.end().await
}

#[tokio::test]
async fn a_page_from_disk_gives_the_same_without_its_own_address_in_it() -> Result<()> {
    let page = Page::new().await?;
    page.browser.goto(&format!("file://{}#atlas?as-of=2019-10-15", dist().join("index.html").display())).await?;
    page.until("$('.colophon')").await?;
    let expected = written("as-of=2019-10-15", "bib", &today(&page).await?, "");
    assert_eq!(exported(&page, "bib").await?, expected);
    Ok(())
}

#[tokio::test]
async fn where_nothing_may_be_copied_the_text_is_there_to_be_marked() -> Result<()> {
    let page = following("as-of=2019-10-15&select=event:mou-signed").await?;
    let refuse = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
        document.execCommand = () => false;";
    page.browser.js(refuse, vec![]).await?;
    page.click(".details [data-panel=take]").await?;
    page.until("$('dialog')?.open").await?;
    page.click_text("dialog .joined button", "Copy").await?;
    page.click_text("dialog .offers button", "BibTeX").await?;
    page.until("$('dialog textarea')").await?;
    let text = page.text("$('dialog textarea').value").await?;
    assert!(text.starts_with("@misc{event-mou-signed,"), "{text}");
    assert!(page.seen(".taken").await?.contains("select the text"));
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('dialog')").await?;
    assert_eq!(
        page.get("atlas.shadowRoot.activeElement.closest('.details') != null").await?,
        true,
        "the focus goes back"
    );
    page.end().await
}

#[tokio::test]
async fn a_link_leads_to_the_view_and_to_the_fact_that_it_names() -> Result<()> {
    let page = following("as-of=2019-10-15&select=instrument:poc-2019").await?;
    page.browser
        .js("self.copied = ''; navigator.clipboard.writeText = async text => { self.copied = text; };", vec![])
        .await?;
    page.click(".details [data-panel=take]").await?;
    page.until("$('dialog')?.open").await?;
    page.click_text("dialog .offers button", "Copy link").await?;
    page.until("copied").await?;
    let link = page.text("copied").await?;
    assert_eq!(link, page.server.url("/host.html#atlas?as-of=2019-10-15&select=instrument:poc-2019"));
    page.browser.goto("about:blank").await?;
    page.browser.goto(&link).await?;
    page.until("$('.details-title')").await?;
    page.until("atlas.shadowRoot.activeElement == $('.details-title')").await?;
    let sight = "(box => box.top >= 0 && box.bottom <= innerHeight)($('.details-title').getBoundingClientRect())";
    assert_eq!(page.get(sight).await?, true);
    page.end().await
}

#[tokio::test]
async fn an_element_whose_address_tells_nothing_offers_no_link_to_it() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas></cooperation-atlas>").await?;
    page.click("[data-panel=take]").await?;
    page.until("$('dialog')?.open").await?;
    let names: Vec<String> = page.all_seen("dialog .choice-row > span").await?;
    assert!(names.iter().any(|name| name.starts_with("Reference")) && !names.contains(&"Link".to_owned()), "{names:?}");
    page.end().await
}

#[tokio::test]
async fn ten_thousand_rows_leave_the_page_its_frames() -> Result<()> {
    let page = crate::activities::sample(10_000).await?;
    // Whatever waits for its turn gets it between two pieces.
    let script = "let turns = 0, on = true;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { turns++; if (on) port2.postMessage(0); };
        port2.postMessage(0);
        const file = await atlas.export('activities.csv');
        on = false;
        return [(await file.text()).split('\\r\\n').length, turns];";
    let told: Value = page.browser.js_async(&format!("{IN_ATLAS} {script}"), vec![]).await?;
    assert_eq!(told[0], 10_002, "a head, the rows, and the end of the last");
    assert!(told[1].as_u64() > Some(3), "{told}");
    page.end().await
}

/// Pictures: what a button says, in which row of buttons with this name it stands, and what the file is.
const PICTURES: [(&str, usize, &str); 4] = [
    ("SVG", 0, "timeline.svg"),
    ("SVG", 1, "matrix.svg"),
    ("PNG", 0, "timeline.png"),
    ("1200 × 630", 1, "matrix-1200x630.png"),
];

#[tokio::test]
async fn a_picture_is_the_same_from_dialog_element_and_command_line() -> Result<()> {
    for lang in ["en", "ru"] {
        let page = following(&format!("as-of=2019-10-15&lang={lang}")).await?;
        page.browser.js(KEEP, vec![]).await?;
        let (query, day) = (page.query().await?, today(&page).await?);
        for form in ["timeline.svg", "matrix-dark.svg", "timeline-1200x630.svg", "matrix-dark-1920x1080.svg", "svg"] {
            assert_eq!(exported(&page, form).await?, written(&query, form, &day, ""), "{lang} {form}");
        }
        page.click("[data-panel=take]").await?;
        page.until("$('dialog')?.open").await?;
        for (button, at, form) in PICTURES {
            let before = page.get("saved.length").await?;
            let buttons = format!(
                "[...$('dialog').querySelectorAll('.offers button')].filter(one => one.textContent == '{button}')"
            );
            page.get(&format!("{buttons}[{at}].click()")).await?;
            page.until(&format!("saved.length > {before}")).await?;
            let name = page.text("saved.at(-1).name").await?;
            assert!(name.ends_with(&format!("-2019-10-15-{form}")), "{name}");
        }
        // The clipboard takes texts.
        page.click("dialog .joined button:nth-child(2)").await?;
        let offered: Vec<String> = page.all_seen("dialog .offers button").await?;
        assert!(offered.contains(&"SVG".into()) && !offered.contains(&"PNG".into()), "{offered:?}");
        page.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_picture_is_drawn_pixel_for_pixel_as_its_svg_says() -> Result<()> {
    let page = Page::new().await?;
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'";
    let atlas = "<cooperation-atlas query=as-of=2019-10-15></cooperation-atlas>";
    page.server.page_with("/host.html", [HEAD, SCRIPT, atlas].concat(), &[("Content-Security-Policy", policy)]);
    page.goto("/host.html").await?;
    let folder = tempfile::tempdir()?;
    for form in ["timeline.png", "timeline-dark@2x.png", "matrix-dark.png", "matrix-1200x630.png"] {
        let file = folder.path().join(form);
        let arguments = ["export", "src/data", "--as", form, "as-of=2019-10-15", "-o"];
        let atlas = Command::new(env!("CARGO_BIN_EXE_atlas")).args(arguments).arg(&file).output()?;
        assert!(atlas.status.success(), "{form}: {}", String::from_utf8_lossy(&atlas.stderr));
        let expected = BASE64_STANDARD.encode(std::fs::read(&file)?);
        // Fonts differ between programs, so letters are a little elsewhere; on average a spot has the same colour.
        let script = "const one = await atlas.export(arguments[0]);
            const bytes = Uint8Array.from(atob(arguments[1]), letter => letter.charCodeAt());
            const pictures = await Promise.all([one, new Blob([bytes])].map(blob => createImageBitmap(blob)));
            // The mean of each spot, reckoned here: browsers make pictures smaller in different ways.
            const spots = pictures.map(({ width, height }, at) => {
                const canvas = document.createElement('canvas');
                Object.assign(canvas, { width, height });
                const pen = canvas.getContext('2d');
                pen.drawImage(pictures[at], 0, 0);
                const { data } = pen.getImageData(0, 0, width, height), sums = Array(48 * 32 * 4).fill(0);
                const share = 48 * 32 / width / height;
                for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) for (let part = 0; part < 4; part++) {
                    const spot = Math.floor(y * 32 / height) * 48 + Math.floor(x * 48 / width);
                    sums[spot * 4 + part] += data[(y * width + x) * 4 + part] * share;
                }
                return sums;
            });
            const differences = [...spots[0]].map((value, at) => Math.abs(value - spots[1][at]));
            const sum = differences.reduce((one, other) => one + other);
            const range = [...spots[1]].filter((_, at) => at % 4 == 0);
            return [one.type, pictures.map(({ width, height }) => `${width} x ${height}`), sum / differences.length,
                Math.max(...range) - Math.min(...range)];";
        let arguments = vec![json!(form), json!(expected)];
        let told = page.browser.js_async(&format!("{IN_ATLAS} {script}"), arguments).await?;
        println!("{form}: {told}");
        assert_eq!((&told[0], &told[1][0]), (&json!("image/png"), &told[1][1]), "{form}");
        assert!(told[2].as_f64().unwrap() < 2.0 && told[3].as_f64().unwrap() > 40.0, "{form}: {told}");
    }
    page.end().await
}

#[tokio::test]
async fn a_sandboxed_frame_that_may_not_download_offers_the_text() -> Result<()> {
    let page = Page::new().await?;
    page.serve("/inner.html", "<cooperation-atlas></cooperation-atlas>");
    let frame = "<iframe src=/inner.html sandbox=allow-scripts width=1000 height=800></iframe>";
    page.server.page("/outer.html", [HEAD, frame].concat());
    page.browser.goto(&page.server.url("/outer.html")).await?;
    page.browser.client().enter_frame(0).await?;
    page.until("$('.colophon')").await?;
    page.get("$('[data-panel=take]').click()").await?;
    page.until("$('dialog')?.open").await?;
    let said = page.text("$('dialog').innerText").await?;
    assert!(said.contains("Some pages forbid saving: choose “Copy” there."), "{said}");
    page.get("$('dialog .joined button:nth-child(2)').click()").await?;
    page.until("$('dialog .joined button:nth-child(2)').ariaPressed == 'true'").await?;
    page.get("[...$('dialog').querySelectorAll('.offers button')].find(one => one.textContent == 'JSON').click()")
        .await?;
    // In its clipboard, if the browser lets it, else to be marked.
    page.until("$('.taken').innerText == 'Copied' || $('dialog textarea')?.value.includes('\"query\"')").await?;
    page.end().await
}
