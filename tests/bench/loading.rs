//! How pages with the same facts come up: ours and the peers', in turns, each load in a browser of its own, so that
//! nothing is cached or compiled already. On the line of this machine, and on the phone that Lighthouse imagines.

use crate::driver::{Browser, LOADING, Load, Options, Result, Server};
use crate::facts::{self, PAGES};
use crate::report::{grouped, quantile};
use fantoccini::Locator;
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
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Plain,
    Phone,
}

impl Line {
    fn name(self) -> &'static str {
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

/// Loads all pages, and prints as it goes.
pub async fn measure(server: &Server) -> Result<()> {
    server.page("/empty.html", "<!doctype html>");
    println!(
        "\nPages with the same {} events and the instruments, all by brotli 11, cold; medians",
        facts::names()?.len()
    );
    for line in [Line::Plain, Line::Phone] {
        let mut all: [Vec<Load>; PAGES.len()] = Default::default();
        for _ in 0..ROUNDS {
            for (loads, (name, path)) in all.iter_mut().zip(PAGES) {
                let loaded = load(&server.url("/empty.html"), &server.url(path), line).await;
                loads.push(loaded.map_err(|error| format!("{name}: {error}"))?);
            }
        }
        print(line, &all);
    }
    println!("\nWith scripts off");
    let wanted = facts::names()?;
    for (name, path) in PAGES {
        let text = text_without_scripts(&server.url(path)).await?;
        let read = wanted.iter().filter(|name| text.contains(*name)).count();
        println!("{name:<18} {read} of the {} names of events can be read", wanted.len());
    }
    Ok(())
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

fn print(line: Line, all: &[Vec<Load>]) {
    println!("\n{}", line.name());
    println!(
        "{:<18} {:>2} {:>15} {:>13} {:>19} {:>13} {:>9}",
        "page", "n", "first paint, ms", "layout shift", "bytes before paint", "bytes in all", "ready, ms"
    );
    for ((name, _), loads) in PAGES.iter().zip(all) {
        let median =
            |part: fn(&Load) -> f64| quantile(&loads.iter().map(part).collect::<Vec<_>>(), 0.5).unwrap_or(f64::NAN);
        println!(
            "{name:<18} {:>2} {:>15.0} {:>13.4} {:>19} {:>13} {:>9.0}",
            loads.len(),
            median(|load| load.first_paint),
            median(|load| load.shift),
            grouped(median(|load| load.before_paint) as u64),
            grouped(median(|load| load.bytes) as u64),
            median(|load| load.ready),
        );
    }
}
