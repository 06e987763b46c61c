//! Runs one page through its interactions and collects what was seen. No wait is longer than [`PATIENCE`].

use crate::Subject;
use crate::driver::{Browser, Events, Options, Result, TASKS};
use crate::sample::{Kind, Set};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::future::Future;
use std::time::{Duration, Instant};

/// How long a page may take for one answer, and about how long all rounds of one interaction may take.
pub const PATIENCE: Duration = Duration::from_secs(90);
/// Rounds that are not counted, unless there was no time for more.
const WARM_UP: usize = 3;
const ROUNDS: usize = WARM_UP + 25;
const NAVIGATIONS: usize = 7;

/// A value, or in words why there is none.
type Bounded<T> = std::result::Result<T, String>;

/// What a reader does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Interaction {
    /// One more, or one less, letter in the search.
    Keystroke,
    /// An instrument chosen, or let go.
    Facet,
    /// The as-known date goes one step on.
    Playhead,
}

impl Interaction {
    /// All there are.
    pub const ALL: [Interaction; 3] = [Interaction::Keystroke, Interaction::Facet, Interaction::Playhead];

    /// Its name in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Interaction::Keystroke => "filter keystroke",
            Interaction::Facet => "facet click",
            Interaction::Playhead => "playhead step",
        }
    }
}

/// How an interaction is made.
pub enum Step {
    /// A key, into what has the focus.
    Key(char),
    /// A click of the mouse on the element that this JavaScript returns.
    Click(String),
    /// A JavaScript expression: the page's own interface.
    Call(String),
}

/// Milliseconds of one interaction: one for each round that counts.
#[derive(Default, Serialize)]
pub struct Times {
    /// The main thread's work to the next frame.
    pub work: Vec<f64>,
    /// The same, and what was done in the 60 ms after it.
    pub settled: Vec<f64>,
    /// From the input to the next frame.
    pub frame: Vec<f64>,
    /// After how many of the rounds the page showed something else than before.
    pub changed: usize,
    /// Why there are no more rounds, if so.
    pub cut: Option<String>,
}

/// What was seen of one page over one set.
#[derive(Serialize)]
pub struct Seen {
    /// The page.
    pub name: &'static str,
    /// The set.
    #[serde(serialize_with = "by_name")]
    pub kind: Kind,
    /// Milliseconds from navigation to ready, one for each navigation.
    pub navigation: Vec<f64>,
    /// Nodes of the document and its open shadow roots.
    pub nodes: u64,
    /// Bytes of the JavaScript heap after a collection.
    pub heap: u64,
    /// Bytes of WebAssembly memory.
    pub wasm: u64,
    /// By interaction; none where the page is not measured so.
    pub interactions: Vec<(Interaction, Times)>,
    /// Why nothing is known, if so.
    pub failed: Option<String>,
}

fn by_name<S: Serializer>(kind: &Kind, into: S) -> std::result::Result<S::Ok, S::Error> {
    into.serialize_str(&kind.name())
}

/// Measures a page in a browser of its own.
pub async fn measure(subject: &dyn Subject, set: &Set, url: &str) -> Result<Seen> {
    let mut seen = Seen {
        name: subject.name(),
        kind: set.kind,
        navigation: Vec::new(),
        nodes: 0,
        heap: 0,
        wasm: 0,
        interactions: Vec::new(),
        failed: None,
    };
    let mut browser = start().await?;
    if let Err(why) = look(&browser, url, &mut seen).await {
        seen.failed = Some(why);
        return Ok(seen);
    }
    for interaction in Interaction::ALL {
        if subject.step(interaction, set, 0).is_none() {
            continue;
        }
        let times = rounds(&browser, subject, set, url, interaction).await;
        if times.cut.is_some() {
            browser = start().await?; // the old one may be stuck
        }
        seen.interactions.push((interaction, times));
    }
    Ok(seen)
}

async fn start() -> Result<Browser> {
    Browser::start(&Options { patience: PATIENCE, ..Options::default() }).await
}

/// Navigations, and then what the page that stands there holds.
async fn look(browser: &Browser, url: &str, seen: &mut Seen) -> Bounded<()> {
    let begun = Instant::now();
    while seen.navigation.len() < NAVIGATIONS && (seen.navigation.is_empty() || begun.elapsed() < PATIENCE) {
        seen.navigation.push(navigate(browser, url).await?);
    }
    let counted = browser.js("return [bench.nodes(), bench.wasm()];", vec![]);
    let counted = bounded(counted).await?;
    (seen.nodes, seen.wasm) = (number(&counted[0]) as u64, number(&counted[1]) as u64);
    bounded(browser.cdp("HeapProfiler.collectGarbage", json!({}))).await?;
    seen.heap = number(&bounded(browser.cdp("Runtime.getHeapUsage", json!({}))).await?["usedSize"]) as u64;
    Ok(())
}

async fn navigate(browser: &Browser, url: &str) -> Bounded<f64> {
    bounded(browser.goto(url)).await?;
    bounded(browser.js_async("return await bench.navigation;", vec![])).await.map(|ready| number(&ready))
}

/// All rounds of one interaction, on a fresh page.
async fn rounds(browser: &Browser, subject: &dyn Subject, set: &Set, url: &str, interaction: Interaction) -> Times {
    let mut seen = Vec::new();
    let events = record(browser, subject, set, url, interaction, &mut seen).await;
    let (events, mut cut) = match events {
        Ok((events, cut)) => (Some(events), cut),
        Err(why) => (None, Some(why)),
    };
    let first = if seen.len() > WARM_UP { WARM_UP } else { 0 };
    let mut times = Times::default();
    for (round, (frame, changed)) in seen.into_iter().enumerate().skip(first) {
        times.frame.push(frame);
        times.changed += usize::from(changed);
        let work = |mark| events.as_ref()?.work(&format!("input:{round}"), &format!("{mark}:{round}"));
        times.work.extend(work("frame"));
        times.settled.extend(work("settled"));
    }
    if times.work.len() != times.frame.len() && cut.is_none() {
        cut = Some("the trace is incomplete".into());
    }
    Times { cut, ..times }
}

/// Performs the rounds under a trace. `seen` gets the time to the next frame of each, and whether it changed anything;
/// besides the trace comes the reason for an early end.
async fn record(
    browser: &Browser,
    subject: &dyn Subject,
    set: &Set,
    url: &str,
    interaction: Interaction,
    seen: &mut Vec<(f64, bool)>,
) -> Bounded<(Events, Option<String>)> {
    navigate(browser, url).await?;
    bounded(browser.js(&subject.prepare(interaction), vec![])).await?;
    let look = format!("await nextFrame(); return JSON.stringify({});", subject.shown());
    let mut before = bounded(browser.js_async(&look, vec![])).await?;
    let trace = bounded(browser.trace(TASKS)).await?;
    let begun = Instant::now();
    let mut cut = None;
    for round in 0..ROUNDS {
        let Some(step) = subject.step(interaction, set, round) else { break };
        if begun.elapsed() > PATIENCE {
            cut = Some(format!("stopped after {} s", PATIENCE.as_secs()));
            break;
        }
        let outcome = async {
            let frame = bounded(perform(browser, &step, round)).await?;
            Ok((frame, bounded(browser.js_async(&look, vec![])).await?))
        };
        match outcome.await {
            Ok((frame, after)) => {
                seen.push((frame, after != before));
                before = after;
            }
            Err(why) => {
                cut = Some(why); // what was recorded before still counts
                break;
            }
        }
    }
    Ok((bounded(trace.stop()).await?, cut))
}

/// One interaction; returns the milliseconds to the next frame.
async fn perform(browser: &Browser, step: &Step, round: usize) -> Result<f64> {
    let frame = match step {
        Step::Call(call) => {
            browser.js_async(&format!("return await bench.call({round}, () => {call});"), vec![]).await?
        }
        Step::Key(key) => {
            arm(browser, round, "keydown", "input").await?;
            browser.press(&key.to_string()).await?;
            browser.js_async("return await bench.armed;", vec![]).await?
        }
        Step::Click(find) => {
            let place = format!(
                "const box = (() => {{ {find} }})(); box.scrollIntoView({{block: 'nearest', behavior: 'instant'}});
                const {{x, y, width, height}} = box.getBoundingClientRect(); return [x + width / 2, y + height / 2];"
            );
            let place = browser.js(&place, vec![]).await?;
            browser.hover((number(&place[0]), number(&place[1]))).await?;
            arm(browser, round, "pointerup", "click").await?;
            browser.click().await?;
            browser.js_async("return await bench.armed;", vec![]).await?
        }
    };
    Ok(number(&frame))
}

async fn arm(browser: &Browser, round: usize, first: &str, effect: &str) -> Result<()> {
    browser.js("bench.arm(...arguments);", vec![json!(round), json!(first), json!(effect)]).await.map(drop)
}

/// The outcome in words, and never later than the patience lasts.
async fn bounded<T>(work: impl Future<Output = Result<T>>) -> Bounded<T> {
    let begun = Instant::now();
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(Ok(value)) => Ok(value),
        // The driver's own limit is the same one, and may be reached first.
        Ok(Err(_)) if begun.elapsed() + Duration::from_secs(1) > PATIENCE => Err(over()),
        Ok(Err(error)) => Err(error.to_string().lines().next().unwrap_or_default().into()),
        Err(_) => Err(over()),
    }
}

fn over() -> String {
    format!("over {} s", PATIENCE.as_secs())
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}
