//! Words and tables: what was seen, and how it stands to the budgets.

use crate::driver::{Browser, Cost, Options, Result};
use crate::evaluation;
use crate::measure::{Seen, Times};
use crate::peers::{FILES, PINNED};
use crate::sample::Set;
use std::path::Path;

/// The milliseconds in which one change has to be done, by the number of activities.
const WORK_BUDGETS: [(usize, f64); 2] = [(10_000, 16.0), (100_000, 100.0)];
const NODES_BUDGET: u64 = 5_000;
/// Milliseconds of the page's main thread before an element is near the screen.
const EVALUATION_BUDGET: f64 = 5.0;
const SCRIPT_BUDGET: usize = 180_000;
const PAGE_BUDGET: usize = 30_000;

/// Machine, browser and versions.
pub async fn head() -> Result<()> {
    let options = Options::default();
    let browser = Browser::start(&options).await?;
    let version = browser.capability("browserVersion");
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let cpu = cpu.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split_once(": "));
    let cores = std::thread::available_parallelism()?;
    let peers: Vec<String> = PINNED.iter().map(|(name, version)| format!("{name} {version}")).collect();
    println!(
        "cooperation-atlas {} beside {}; headless Chromium {}, {} x {} px; {cores} cores of {}, {}",
        env!("CARGO_PKG_VERSION"),
        peers.join(", "),
        version.as_str().unwrap_or("of unknown version"),
        options.window.0,
        options.window.1,
        cpu.map_or("unknown make", |(_, name)| name),
        std::env::consts::OS,
    );
    if let Some(load) = std::fs::read_to_string("/proc/loadavg").unwrap_or_default().split(' ').next() {
        println!("Load average at the start {load}: what else runs on these cores makes every time below longer.");
    }
    Ok(())
}

/// Bytes after brotli 11 of what is loaded; none where the file is not there.
pub struct Scripts {
    ours: Option<usize>,
    page: Option<usize>,
    peers: Vec<(&'static str, usize)>,
}

impl Scripts {
    /// Compresses the files of `dist` and of the peers.
    pub fn measure(dist: &Path, peers: &Path) -> Result<Scripts> {
        let ours = |name| std::fs::read(dist.join(name)).ok().map(|bytes| packed_size(&bytes)).transpose();
        let modules = peers.join("node_modules");
        let size = |name: &'static str| Ok((name, packed_size(&std::fs::read(modules.join(name))?)?));
        Ok(Scripts {
            ours: ours("cooperation-atlas.js")?,
            page: ours("index.html")?,
            peers: FILES.into_iter().map(size).collect::<Result<_>>()?,
        })
    }

    /// Prints one line a file.
    pub fn print(&self) {
        println!("\nBytes by brotli 11");
        let line = |name: &str, size: usize| println!("{:>9}  {name}", grouped(size as u64));
        self.ours.iter().for_each(|size| line("cooperation-atlas.js", *size));
        self.peers.iter().for_each(|(name, size)| line(name, *size));
        line("the peers together", self.peers.iter().map(|(_, size)| size).sum());
    }
}

/// The head of one set's table.
pub fn print_titles(set: &Set) {
    println!("\n{} activities; median and 95th percentile in ms", grouped(set.count as u64));
    let [work, settled, frame] = ["work", "settled", "next frame"].map(|title| format!("{title:>17}"));
    println!("{:<18} {:<17} {:>3} {:>7} {work} {settled} {frame}", "page", "interaction", "n", "changed");
}

/// One page's lines.
pub fn print_seen(seen: &Seen) {
    let name = seen.name;
    if let Some(why) = &seen.failed {
        println!("{name:<18} not ready: {why}");
        return;
    }
    for (interaction, times) in &seen.interactions {
        let Times { work, settled, frame, changed, cut } = times;
        let columns = [work, settled, frame].map(|times| format!("{:>8} {:>8}", ms(times, 0.5), ms(times, 0.95)));
        let cut = cut.as_ref().map_or(String::new(), |cut| format!("  then {cut}"));
        println!("{name:<18} {:<17} {:>3} {changed:>7} {}{cut}", interaction.name(), frame.len(), columns.join(" "));
    }
    println!(
        "{name:<18} ready in {} ms ({} navigations), {} nodes, heap {} kB, WebAssembly memory {} kB",
        ms(&seen.navigation, 0.5),
        seen.navigation.len(),
        grouped(seen.nodes),
        grouped(seen.heap / 1000),
        grouped(seen.wasm / 1000),
    );
}

/// What each script cost, and whether ours kept to its budget.
pub fn print_evaluation(all: &[evaluation::Seen]) {
    println!(
        "\nA script while nothing of it is near the screen; main thread, median ms by the clock (of the processor)"
    );
    println!(
        "{:<18} {:>2} {:>16} {:>16} {:>20}  WebAssembly",
        "script", "n", "evaluation", "called later", "parsed aside"
    );
    for seen in all {
        let median = |part: fn(&Cost) -> (f64, f64)| {
            let (clock, processor): (Vec<f64>, Vec<f64>) = seen.costs.iter().map(part).unzip();
            format!("{} ({})", ms(&clock, 0.5), ms(&processor, 0.5))
        };
        println!(
            "{:<18} {:>2} {:>16} {:>16} {:>20}  compiled {} times",
            seen.name,
            seen.costs.len(),
            median(|cost| cost.evaluation),
            median(|cost| cost.later),
            median(|cost| cost.aside),
            seen.compiled
        );
    }
    let ours = all.iter().find(|seen| seen.name == "cooperation-atlas");
    let both = ours.map(|seen| seen.costs.iter().map(|cost| cost.evaluation.0 + cost.later.0).collect::<Vec<_>>());
    let what = "evaluation and what is called later, cooperation-atlas, median, ms";
    verdict(what, both.and_then(|both| quantile(&both, 0.5)), EVALUATION_BUDGET);
}

/// For each budget, whether it was met in this run.
pub fn print_budgets(seen: &[Seen], scripts: &Scripts) {
    println!("\nBudgets, as seen in this run");
    let ours = |count: usize| seen.iter().find(|each| each.name == "cooperation-atlas" && each.count == count);
    for (count, budget) in WORK_BUDGETS {
        let worst = |times: &dyn Fn(&Times) -> Vec<f64>| {
            let all = ours(count).filter(|seen| seen.interactions.len() == 3)?;
            let each = all.interactions.iter().filter_map(|(_, seen)| quantile(&times(seen), 0.95));
            Some(each.fold(0.0, f64::max))
        };
        let what = |what: &str| format!("{what}, {} activities, 95th percentile, ms", grouped(count as u64));
        verdict(&what("work of one change to the next frame"), worst(&|times| times.work.clone()), budget);
        let second = |times: &Times| times.settled.iter().zip(&times.work).map(|(both, first)| both - first).collect();
        verdict(&what("work put off to the frames after it"), worst(&second), budget);
        if let Some(both) = worst(&|times| times.settled.clone()) {
            println!("{:<12}  {}: {both:.1}", "", what("all frames together"));
        }
    }
    let atlas = || seen.iter().filter(|each| each.name == "cooperation-atlas" && each.failed.is_none());
    verdict("document nodes", atlas().map(|each| each.nodes as f64).reduce(f64::max), NODES_BUDGET as f64);
    for each in atlas() {
        let both = seen.iter().find(|peer| peer.name == "both-peers" && peer.count == each.count);
        let Some(third) = both.and_then(|both| quantile(&both.navigation, 0.5)).map(|peers| peers / 3.0) else {
            continue;
        };
        let what = format!("navigation to ready, {} activities, median, ms", grouped(each.count as u64));
        verdict(&what, quantile(&each.navigation, 0.5), third);
    }
    verdict("cooperation-atlas.js, bytes", scripts.ours.map(|size| size as f64), SCRIPT_BUDGET as f64);
    verdict("prerendered page, bytes", scripts.page.map(|size| size as f64), PAGE_BUDGET as f64);
    println!("not measured here: layout shift, see `--loading`");
}

fn verdict(what: &str, seen: Option<f64>, budget: f64) {
    match seen {
        None => println!("not measured  {what}: budget {budget:.0}"),
        Some(seen) => {
            println!("{:<12}  {what}: {seen:.1} of {budget:.0}", if seen <= budget { "met" } else { "NOT MET" })
        }
    }
}

/// A quantile for a table, a dash where there is none.
pub fn ms(times: &[f64], part: f64) -> String {
    quantile(times, part).map_or("-".into(), |time| format!("{time:.1}"))
}

/// The nearest rank, so that it is a time that was seen.
pub fn quantile(times: &[f64], part: f64) -> Option<f64> {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (part * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.max(1) - 1).copied()
}

/// A number with commas between its thousands.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(",")
}

/// The bytes as a server sends them: by brotli 11.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
    Ok(packed)
}

fn packed_size(bytes: &[u8]) -> Result<usize> {
    Ok(brotli(bytes)?.len())
}
