//! Firefox's "Web Page, complete": it drops shadow roots, so what stood in the element stands there until the script runs.

use super::pages::{CASES, picture, serve};
use crate::driver::{Kind, Result};
use crate::page::Page;
use serde_json::{Value, json};

/// What the menu "Save Page As…" does once the dialog has named a file.
const SAVE: &str = "const [path, folder] = [...arguments].map(name => {
        const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
        file.initWithPath(name);
        return file;
    });
    const persist = Cc['@mozilla.org/embedding/browser/nsWebBrowserPersist;1'].createInstance(Ci.nsIWebBrowserPersist);
    persist.persistFlags = persist.PERSIST_FLAGS_REPLACE_EXISTING_FILES | persist.PERSIST_FLAGS_FROM_CACHE;
    await new Promise((done, failed) => {
        const { STATE_STOP, STATE_IS_NETWORK } = Ci.nsIWebProgressListener;
        persist.progressListener = {
            QueryInterface: ChromeUtils.generateQI(['nsIWebProgressListener']),
            onStateChange(_progress, _request, flags, status) {
                if (flags & STATE_STOP && flags & STATE_IS_NETWORK) status ? failed(new Error('status ' + status)) : done();
            },
            onProgressChange() {}, onLocationChange() {}, onStatusChange() {}, onSecurityChange() {}, onContentBlockingEvent() {},
        };
        gBrowser.selectedBrowser.frameLoader.startPersistence(null, {
            onDocumentReady: page => persist.saveDocument(page, path, folder, null, 0, 0),
            onError: status => failed(new Error('status ' + status)),
        });
    });";

/// Counts how often an atlas comes up, in every page: this has no other way before the first script of a page.
const COUNT: &str = "const count = `addEventListener('atlas-ready', () => {
        const page = content.wrappedJSObject;
        page.ups = (page.ups ?? 0) + 1;
    }, true, true);`;
    Services.mm.loadFrameScript('data:application/javascript,' + encodeURIComponent(count), true);";

#[tokio::test]
async fn a_page_saved_by_firefox_comes_up_once_as_it_was_and_says_its_own_words_without_scripts() -> Result<()> {
    if Kind::of_environment() != Kind::Firefox {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let page = Page::new().await?;
    serve(&page.server);
    page.browser.in_firefox(COUNT, vec![]).await?;
    let file = |name: &str, ending: &str| folder.path().join(format!("{name}{ending}"));
    for case in &CASES {
        case.open(&page).await?;
        let names: Vec<Value> = [".html", "_files"].iter().map(|ending| json!(file(case.name, ending))).collect();
        page.browser.in_firefox(SAVE, names).await?;
    }
    page.browser.in_firefox("Services.io.offline = true;", vec![]).await?;
    for case in &CASES {
        case.comes_up_once(&page, &file(case.name, ".html")).await?;
    }
    page.browser.in_firefox("Services.prefs.setBoolPref('javascript.enabled', false);", vec![]).await?;
    for case in &CASES {
        page.browser.goto(&format!("file://{}", file(case.name, ".html").display())).await?;
        let body = page.browser.client().find(fantoccini::Locator::Css("body")).await?;
        let text = body.text().await?;
        assert!(text.contains(case.still), "{}: {text}", case.name);
        picture(&page, &format!("firefox-{}", case.name)).await?;
    }
    Ok(())
}
