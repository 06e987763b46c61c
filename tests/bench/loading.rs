//! How pages with the same facts come up: ours and the peers', in turns, each load in a browser of its own, so that
//! nothing is cached or compiled already. On the line of this machine, and on the phone that Lighthouse imagines.

use crate::driver::{Browser, LOADING, Load, Options, Result, Server};
use crate::facts::{self, PAGES};
use fantoccini::Locator;
use serde::Serialize;
use serde_json::json;
use std::time::Duration;

const ROUNDS: usize = 7;
const PATIENCE: Duration = Duration::from_secs(90);

/// Sets the mark `ready` at the first frame after a page says that it is; and tells how long ago that was.
const WATCH: &str = "for (const name of ['atlas-ready', 'peer-ready']) addEventListener(name, () => {
    requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { performance.mark('ready'); self.readyAt = performance.now(); };
        channel.port2.postMessage(0);
    });
}, { once: true });";

/// How a page is loaded.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Line {
    /// That of this machine.
    Plain,
    /// That of a phone, slowed down by DevTools.
    Phone,
}

impl Line {
    /// Its name in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Line::Plain => "Not throttled",
            Line::Phone => "Throttled by DevTools: 1.6 Mbit/s, 150 ms, processor slowed down 4 times",
        }
    }

    async fn set(self, browser: &Browser) -> Result<()> {
        if self == Line::Phone {
            let line = json!({"offline": false, "latency": 150, "downloadThroughput": 1_600_000 / 8,
                "uploadThroughput": 750_000 / 8});
            browser.cdp("Network.enable", json!({})).await?;
            browser.cdp("Network.emulateNetworkConditions", line).await?;
            browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
        }
        Ok(())
    }
}

/// What was seen of one page on one line.
#[derive(Serialize)]
pub struct Seen {
    /// The page.
    pub name: &'static str,
    /// How it was loaded.
    pub line: Line,
    /// One for each round.
    pub loads: Vec<Load>,
    /// How many of the names of events can be read with scripts off, and how many there are.
    pub read: (usize, usize),
}

impl Seen {
    /// One of the numbers of each round.
    pub fn each(&self, part: fn(&Load) -> f64) -> Vec<f64> {
        self.loads.iter().map(part).collect()
    }
}

/// Loads all pages.
pub async fn measure(server: &Server) -> Result<Vec<Seen>> {
    server.page("/empty.html", "<!doctype html>");
    let wanted = facts::names()?;
    let mut read = Vec::new();
    for (_, path) in PAGES {
        let text = text_without_scripts(&server.url(path)).await?;
        read.push((wanted.iter().filter(|name| text.contains(*name)).count(), wanted.len()));
    }
    let mut all = Vec::new();
    for line in [Line::Plain, Line::Phone] {
        println!("{}", line.name());
        let mut loads: [Vec<Load>; PAGES.len()] = Default::default();
        for _ in 0..ROUNDS {
            for (loads, (name, path)) in loads.iter_mut().zip(PAGES) {
                let loaded = load(&server.url("/empty.html"), &server.url(path), line).await;
                loads.push(loaded.map_err(|error| format!("{name}: {error}"))?);
            }
        }
        let pages = PAGES.into_iter().zip(loads).zip(&read);
        all.extend(pages.map(|(((name, _), loads), read)| Seen { name, line, loads, read: *read }));
    }
    Ok(all)
}

async fn load(empty: &str, url: &str, line: Line) -> Result<Load> {
    let browser = Browser::start(&Options { patience: PATIENCE, ..Options::default() }).await?;
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    // The recording is of one renderer, which stays for pages of one origin.
    browser.goto(empty).await?;
    line.set(&browser).await?;
    let trace = browser.trace(LOADING).await?;
    browser.goto(url).await?;
    // What moves later than this is not what the reader waits for.
    browser.wait_until("performance.now() - self.readyAt > 3000", PATIENCE).await?;
    trace.stop_loading(url).await
}

/// What can be read where no script runs. The driver's own script runs all the same.
async fn text_without_scripts(url: &str) -> Result<String> {
    let browser = Browser::start(&Options::default()).await?;
    browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    browser.goto(url).await?;
    Ok(facts::plain(&browser.client().find(Locator::Css("body")).await?.text().await?))
}
