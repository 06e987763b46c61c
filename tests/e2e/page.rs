//! A page with the widget on it, in a browser of its own, and what a reader does there.
//!
//! Expressions are JavaScript in which `atlas` is the first widget, and `$` and `$$` select inside its shadow root.

use crate::driver::{Browser, Font, IN_ATLAS, Kind, Options, Result, Server};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;

/// How long anything may take before it counts as never.
const PATIENCE: Duration = Duration::from_secs(20);

/// What has the focus inside the widget, by its name.
const FOCUSED: &str = "(found => found && (found.dataset.select || found.dataset.panel || found.className || found.type))\
                      (atlas.shadowRoot.activeElement)";

/// Notes whatever a developer would see in red or yellow, from before the first script of the page on.
pub const WATCH: &str = "self.complaints || (() => {
    self.complaints = [];
    const complain = (...all) => complaints.push(all.map(String).join(' '));
    for (const name of ['error', 'warn']) {
        const inner = console[name];
        console[name] = (...all) => { complain('console.' + name, ...all); inner.apply(console, all); };
    }
    addEventListener('error', event => complain('error', event.message ?? event.target?.src), true);
    addEventListener('unhandledrejection', event => complain('rejection', event.reason));
    addEventListener('securitypolicyviolation', event => complain('policy', event.violatedDirective));
    addEventListener('atlas-error', event => complain('atlas-error', event.detail.code));
})();";

/// What a page that is no file of the release begins with, so that its complaints are noted in any browser.
pub const HEAD: &str =
    "<!doctype html><html lang=en><meta charset=utf-8><title>host</title><script src=/watch.js></script>";

/// A page of the release that notes its complaints by itself, for a browser in which nothing runs before its first script.
pub fn watched(page: &str) -> String {
    page.replacen("<script", "<script src=/watch.js></script>\n<script", 1)
}

/// The script.
pub const SCRIPT: &str = "<script src=/cooperation-atlas.js defer></script>";

/// In WebDriver's table of keys.
pub mod key {
    pub const ENTER: &str = "\u{e007}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const LEFT: &str = "\u{e012}";
    pub const UP: &str = "\u{e013}";
    pub const RIGHT: &str = "\u{e014}";
    pub const DOWN: &str = "\u{e015}";
    pub const BACKSPACE: &str = "\u{e003}";
    pub const TAB: &str = "\u{e004}";
}

/// The folder of the release build.
pub fn dist() -> PathBuf {
    let name = std::env::var_os("ATLAS_DIST").unwrap_or_else(|| "dist".into());
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    assert!(path.join("cooperation-atlas.js").is_file(), "no release build at {}", path.display());
    path
}

/// A page and its browser.
pub struct Page {
    pub browser: Browser,
    pub server: Server,
}

impl Page {
    /// A browser in English and a server of the release build; nothing is opened yet.
    pub async fn new() -> Result<Page> {
        Page::in_font(Font::default()).await
    }

    /// The same where the browser has these fonts.
    pub async fn in_font(font: Font) -> Result<Page> {
        let kind = Kind::of_environment();
        Page::with(Options { kind, font, window: (1440, 1000), lang: Some("en".into()), ..Options::default() }).await
    }

    /// The same with a browser of one's own choice.
    pub async fn with(options: Options) -> Result<Page> {
        let page = Page { browser: Browser::start(&options).await?, server: Server::start(dist())? };
        page.server.page("/watch.js", WATCH);
        if options.kind == Kind::Chromium {
            page.browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
        } else {
            // At the address of their folder, too, where the worker for offline use may look for them.
            for folder in ["/", "/ru/"] {
                let html = watched(&std::fs::read_to_string(dist().join(&folder[1..]).join("index.html"))?);
                page.server.page(folder, html.as_str());
                page.server.page(&format!("{folder}index.html"), html);
            }
        }
        Ok(page)
    }

    /// The standalone page in the state of a query.
    pub async fn open(query: &str) -> Result<Page> {
        let page = Page::new().await?;
        page.goto(&format!("/index.html#atlas?{query}")).await?;
        Ok(page)
    }

    /// A page of one's own around this markup.
    pub async fn with_body(body: &str) -> Result<Page> {
        let page = Page::new().await?;
        page.serve("/host.html", body);
        page.goto("/host.html").await?;
        Ok(page)
    }

    /// Serves a page with the widget's script and this markup.
    pub fn serve(&self, path: &str, body: &str) {
        self.server.page(path, [HEAD, SCRIPT, body].concat());
    }

    /// Goes to a path and waits until the first widget there is drawn.
    pub async fn goto(&self, path: &str) -> Result<()> {
        self.browser.goto(&self.server.url(path)).await?;
        self.until("$('.colophon')").await
    }

    /// Makes the window this large, in any browser.
    pub async fn resize_window(&self, width: u32, height: u32) -> Result<()> {
        self.browser.client().set_window_size(width, height).await?;
        Ok(())
    }

    /// The value of an expression.
    pub async fn get(&self, expression: &str) -> Result<Value> {
        self.browser.js(&format!("{IN_ATLAS} return {expression};"), vec![]).await
    }

    /// The value of an expression, as a text.
    pub async fn text(&self, expression: &str) -> Result<String> {
        let value = self.get(&format!("String({expression})")).await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// The text that a reader sees in the first such element, its runs of spaces as one.
    pub async fn seen(&self, selector: &str) -> Result<String> {
        Ok(self.all_seen(selector).await?.into_iter().next().unwrap_or_else(|| "nothing there".into()))
    }

    /// The texts that a reader sees in all such elements. What is out of sight is scrolled to first: a browser that has
    /// not laid it out knows no text of it.
    pub async fn all_seen(&self, selector: &str) -> Result<Vec<String>> {
        let script = format!(
            "{IN_ATLAS} const texts = [];
            for (const found of $$(arguments[0])) {{
                if (!found.checkVisibility({{ contentVisibilityAuto: true }})) {{
                    found.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                    await new Promise(requestAnimationFrame);
                    await new Promise(requestAnimationFrame);
                }}
                texts.push(found.innerText.replace(/\\s+/g, ' ').trim());
            }}
            return texts;"
        );
        Ok(serde_json::from_value(self.browser.js_async(&script, vec![json!(selector)]).await?)?)
    }

    /// What all such elements select: their `data-select`.
    pub async fn all_select(&self, selector: &str) -> Result<Vec<String>> {
        let script = format!("$$({}).map(found => found.dataset.select)", json!(selector));
        Ok(serde_json::from_value(self.get(&script).await?)?)
    }

    /// How many such elements there are.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        Ok(self.get(&format!("$$({}).length", json!(selector))).await?.as_u64().unwrap_or_default() as usize)
    }

    /// Waits until an expression is true, and all parts of the page show it.
    pub async fn until(&self, expression: &str) -> Result<()> {
        self.browser.wait_until(&format!("(() => {{ {IN_ATLAS} return {expression}; }})()"), PATIENCE).await?;
        self.browser.js_async(&format!("{IN_ATLAS} await settled();"), vec![]).await.map(drop)
    }

    /// Sets the query as a host page does, and waits until it is drawn.
    pub async fn ask(&self, query: &str) -> Result<Value> {
        let script = format!(
            "{IN_ATLAS} atlas.query = arguments[0]; await settled();
            return JSON.parse(JSON.stringify(atlas.result));"
        );
        self.browser.js_async(&script, vec![json!(query)]).await
    }

    /// What the element shows now.
    pub async fn result(&self) -> Result<Value> {
        self.get("JSON.parse(JSON.stringify(atlas.result))").await
    }

    /// The query, as the element has it.
    pub async fn query(&self) -> Result<String> {
        self.text("atlas.query").await
    }

    /// Moves the mouse into the middle of the first such element, which is scrolled into view.
    pub async fn hover(&self, selector: &str) -> Result<()> {
        let script = format!(
            "{IN_ATLAS} const found = $(arguments[0]);
            let box, before, still = 0; // rows that were never in sight get their height now, and move it
            while (still < 3) {{
                found.scrollIntoView({{ block: 'center', inline: 'center', behavior: 'instant' }});
                await new Promise(requestAnimationFrame);
                before = box;
                box = found.getBoundingClientRect();
                still = box.y == before?.y ? still + 1 : 0;
            }}
            return [box.x + box.width / 2, box.y + box.height / 2];"
        );
        let place = self.browser.js_async(&script, vec![json!(selector)]).await;
        let place = place.map_err(|error| format!("{selector}: {error}"))?;
        self.browser.hover((place[0].as_f64().unwrap_or_default(), place[1].as_f64().unwrap_or_default())).await
    }

    /// Clicks on the first such element with the mouse.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.hover(selector).await?;
        self.browser.click().await
    }

    /// Clicks on the first such element that shows this text.
    pub async fn click_text(&self, selector: &str, text: &str) -> Result<()> {
        let mark = "for (const found of $$('[data-wanted]')) found.removeAttribute('data-wanted'); \
                    for (const found of $$(arguments[0])) found.toggleAttribute('data-wanted', \
                    found.innerText.trim() == arguments[1]);";
        self.browser.js(&format!("{IN_ATLAS} {mark}"), vec![json!(selector), json!(text)]).await?;
        self.click("[data-wanted]").await
    }

    /// Moves the focus as a keyboard would have done.
    pub async fn focus(&self, selector: &str) -> Result<()> {
        self.get(&format!("$({}).focus()", json!(selector))).await.map(drop)
    }

    /// How many nodes there are in the widget, letters included.
    pub async fn nodes(&self) -> Result<usize> {
        let script = "(walk => { let n = 0; while (walk.nextNode()) n++; return n; })(document.createTreeWalker(atlas.shadowRoot))";
        Ok(self.get(script).await?.as_u64().unwrap_or_default() as usize)
    }

    /// The name of what has the focus inside the widget: its `data-select`, `data-panel`, or class.
    pub async fn focused(&self) -> Result<String> {
        self.text(FOCUSED).await
    }

    /// Waits until the focus is on what has this name. It is led there once what had it is gone, so not at the same time.
    pub async fn leads_to(&self, name: &str) -> Result<()> {
        self.until(&format!("{FOCUSED} == {}", json!(name))).await
    }

    /// What complained since the last look.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.browser.js("return complaints.splice(0);", vec![]).await?)?)
    }

    /// The end of a test: nothing has complained.
    pub async fn end(self) -> Result<()> {
        assert_eq!(self.complaints().await?, [""; 0]);
        Ok(())
    }
}

/// One property of each item of a list.
pub fn each<'a>(list: &'a Value, property: &str) -> Vec<&'a str> {
    list.as_array().into_iter().flatten().filter_map(|item| item[property].as_str()).collect()
}
