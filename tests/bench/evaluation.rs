//! What the main thread of a page pays for a script before anything of it is near the screen: ours and the peers', in
//! turns, each in a browser of its own, so that nothing is compiled already.

use crate::driver::{Browser, Cost, Options, Result, SCRIPTS, Server};
use serde::Serialize;

const ROUNDS: usize = 7;

/// A tall page whose places for the atlas are far below, and which counts what is done with WebAssembly.
const PAGE: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>bench</title>
    <script>let compiled = 0;
    for (const name of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming']) {
        const inner = WebAssembly[name];
        WebAssembly[name] = (...all) => { compiled++; return inner.apply(WebAssembly, all); };
    }</script>
    <div style='height: 9000px'></div><cooperation-atlas>static</cooperation-atlas>";

/// What was seen of one script.
#[derive(Serialize)]
pub struct Seen {
    /// Its name in the table.
    pub name: &'static str,
    /// One for each round.
    pub costs: Vec<Cost>,
    /// How often it compiled WebAssembly, over all rounds.
    pub compiled: u64,
}

/// Loads each script, by its path on the server, in a page of its own.
pub async fn measure(server: &Server, scripts: &[(&'static str, String)]) -> Result<Vec<Seen>> {
    let mut all: Vec<Seen> = scripts.iter().map(|(name, _)| Seen { name, costs: Vec::new(), compiled: 0 }).collect();
    server.page("/empty.html", "<!doctype html>");
    for _ in 0..ROUNDS {
        for (seen, (name, path)) in all.iter_mut().zip(scripts) {
            server.page("/tall.html", format!("{PAGE}<script src={path} defer></script>"));
            let browser = Browser::start(&Options::default()).await?;
            // The recording is of one renderer, which stays for pages of one origin.
            browser.goto(&server.url("/empty.html")).await?;
            let trace = browser.trace(SCRIPTS).await?;
            browser.goto(&server.url("/tall.html")).await?;
            // Observers of the page's first frame have been told by the second.
            let frames = "await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame); \
                          await new Promise(done => requestIdleCallback(done)); return compiled;";
            seen.compiled += browser.js_async(frames, vec![]).await?.as_u64().unwrap_or_default();
            let cost = trace.stop().await?.cost(&server.url(path));
            seen.costs.push(cost.ok_or_else(|| format!("{name}: the trace knows no evaluation of {path}"))?);
        }
    }
    Ok(all)
}
