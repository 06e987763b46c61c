//! What was seen in a run, in words and tables: `target/bench/report.md`; as data: `report.json`; and as a chart: `chart.svg`.

use crate::chart;
use crate::driver::{Browser, Cost, Options, Result};
use crate::evaluation;
use crate::limits::{self, Limit};
use crate::loading::{self, Line};
use crate::measure::{Seen, Times};
use crate::peers::{LIBRARIES, PINNED};
use crate::table::{Table, grouped, ms, quantile};
use atlas::time::Day;
use serde::Serialize;
use std::fmt::Write;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// What was seen in a run, so far.
#[derive(Serialize)]
pub struct Report {
    /// When and where it was.
    pub machine: Machine,
    /// Bytes after brotli 11 of what is loaded, by its name.
    pub files: Vec<(String, usize)>,
    /// What each script costs a page that does not use it yet.
    pub scripts: Vec<evaluation::Seen>,
    /// Pages over growing sets.
    pub sets: Vec<Seen>,
    /// How pages with the shipped facts come up.
    pub loading: Vec<loading::Seen>,
}

/// When and where a run was.
#[derive(Serialize)]
pub struct Machine {
    date: String,
    versions: Vec<String>,
    browser: String,
    window: (u32, u32),
    cores: usize,
    processor: String,
    /// At the start: what else ran made every time longer.
    load: String,
}

impl Machine {
    /// This one, now.
    async fn here() -> Result<Machine> {
        let options = Options::default();
        let browser = Browser::start(&options).await?;
        let version = browser.capability("browserVersion").as_str().unwrap_or("of unknown version").to_owned();
        let processors = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = processors.lines().find(|line| line.starts_with("model name"));
        let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let days = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / 86_400;
        let today = Day::try_from(i32::try_from(days)?).map_err(|_| "the clock is wrong")?;
        let ours = format!("cooperation-atlas {}", env!("CARGO_PKG_VERSION"));
        let peers = PINNED.iter().map(|(name, version)| format!("{name} {version}"));
        Ok(Machine {
            date: today.to_string(),
            versions: [ours].into_iter().chain(peers).collect(),
            browser: format!("headless Chromium {version}"),
            window: options.window,
            cores: std::thread::available_parallelism()?.get(),
            processor: model.and_then(|line| line.split_once(": ")).map_or("of unknown make", |(_, name)| name).into(),
            load: load.split(' ').next().unwrap_or_default().into(),
        })
    }

    fn words(&self) -> String {
        let Machine { date, versions, browser, window, cores, processor, load } = self;
        format!(
            "{date}; {}; {browser}, {} x {} px; {cores} cores of {processor}, {}; load at the start {load}.\n",
            versions.join(", "),
            window.0,
            window.1,
            std::env::consts::OS
        )
    }
}

impl Report {
    /// A report that says of this machine, so far, what is loaded.
    pub async fn begin(dist: &Path, peers: &Path) -> Result<Report> {
        let mut files = Vec::new();
        for name in ["cooperation-atlas.js", "index.html"] {
            files.push((name.to_owned(), brotli(&std::fs::read(dist.join(name))?)?.len()));
        }
        for library in LIBRARIES {
            for file in library.files() {
                let name = file.rsplit('/').next().unwrap_or(file);
                let bytes = std::fs::read(peers.join("node_modules").join(file))?;
                files.push((format!("{}: {name}", library.name), brotli(&bytes)?.len()));
            }
        }
        let machine = Machine::here().await?;
        Ok(Report { machine, files, scripts: Vec::new(), sets: Vec::new(), loading: Vec::new() })
    }

    /// Writes all of it into a folder.
    pub fn write(&self, folder: &Path) -> Result<()> {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join("report.json"), serde_json::to_string_pretty(self)?)?;
        if !self.sets.is_empty() {
            std::fs::write(folder.join("chart.svg"), chart::of(self))?;
        }
        Ok(std::fs::write(folder.join("report.md"), self.markdown())?)
    }

    /// All of it in words.
    pub fn markdown(&self) -> String {
        let mut text = format!("# The atlas beside its peers\n\n{}", self.machine.words());
        let mut part = |title: &str, words: String| {
            let _ = write!(text, "\n## {title}\n\n{words}");
        };
        part("Bytes by brotli 11", self.bytes());
        if !self.scripts.is_empty() {
            part("A script while nothing of it is near the screen", evaluations(&self.scripts));
        }
        for (set, seen) in limits::by_set(&self.sets) {
            part(&format!("Over {set}"), ready(&seen) + "\n" + &changes(&seen));
        }
        if !self.loading.is_empty() {
            part("How pages with the shipped facts come up", self.come_up());
        }
        if !self.sets.is_empty() || !self.loading.is_empty() {
            part("Limits", judged(&limits::of(self)));
        }
        text
    }

    fn bytes(&self) -> String {
        let mut table = Table::new(&["file", "bytes"]);
        self.files.iter().for_each(|(name, size)| table.row(vec![name.clone(), grouped(*size as u64)]));
        table.to_string()
    }

    fn come_up(&self) -> String {
        let mut words = String::from("All by brotli 11, cold; medians.\n");
        for line in [Line::Plain, Line::Phone] {
            let mut table = Table::new(&[
                "page",
                "n",
                "first paint, ms",
                "layout shift",
                "bytes before paint",
                "bytes in all",
                "longest task, ms",
                "ready, ms",
            ]);
            for seen in self.loading.iter().filter(|seen| seen.line == line) {
                let median = |part| quantile(&seen.each(part), 0.5).unwrap_or(f64::NAN);
                table.row(vec![
                    seen.name.into(),
                    seen.loads.len().to_string(),
                    format!("{:.0}", median(|load| load.first_paint)),
                    format!("{:.4}", median(|load| load.shift)),
                    grouped(median(|load| load.before_paint) as u64),
                    grouped(median(|load| load.bytes) as u64),
                    format!("{:.0}", median(|load| load.longest)),
                    format!("{:.0}", median(|load| load.ready)),
                ]);
            }
            let _ = write!(words, "\n{}\n\n{table}", line.name());
        }
        words.push_str("\nWith scripts off\n\n");
        let mut table = Table::new(&["page", "names of events that can be read"]);
        for seen in self.loading.iter().filter(|seen| seen.line == Line::Plain) {
            table.row(vec![seen.name.into(), format!("{} of {}", seen.read.0, seen.read.1)]);
        }
        words + &table.to_string()
    }
}

/// What each script cost.
fn evaluations(all: &[evaluation::Seen]) -> String {
    let mut table = Table::new(&["script", "n", "evaluation", "called later", "parsed aside", "WebAssembly compiled"]);
    for seen in all {
        let median = |part: fn(&Cost) -> (f64, f64)| {
            let (clock, processor): (Vec<f64>, Vec<f64>) = seen.costs.iter().map(part).unzip();
            format!("{} ({})", ms(&clock, 0.5), ms(&processor, 0.5))
        };
        table.row(vec![
            seen.name.into(),
            seen.costs.len().to_string(),
            median(|cost| cost.evaluation),
            median(|cost| cost.later),
            median(|cost| cost.aside),
            format!("{} times", seen.compiled),
        ]);
    }
    format!("Median ms of the main thread by the clock (of the processor).\n\n{table}")
}

/// Until the pages are ready, and what they hold then.
fn ready(seen: &[&Seen]) -> String {
    let mut table = Table::new(&["page", "ready, ms", "n", "nodes", "heap, kB", "WebAssembly memory, kB"]);
    for each in seen {
        if let Some(why) = &each.failed {
            let none = || "–".to_owned();
            table.row(vec![each.name.into(), format!("not ready: {why}"), none(), none(), none(), none()]);
            continue;
        }
        let numbers = [each.nodes, each.heap / 1000, each.wasm / 1000].map(grouped);
        table.row(
            [each.name.into(), ms(&each.navigation, 0.5), each.navigation.len().to_string()]
                .into_iter()
                .chain(numbers)
                .collect(),
        );
    }
    table.to_string()
}

/// What changes cost.
fn changes(seen: &[&Seen]) -> String {
    let mut table =
        Table::new(&["page, change", "n", "changed", "work", "95th", "all frames", "95th", "next frame", "95th"]);
    for each in seen {
        for (interaction, times) in &each.interactions {
            let Times { work, settled, frame, changed, cut } = times;
            let cut = cut.as_ref().map_or(String::new(), |cut| format!(", then {cut}"));
            let name = format!("{}, {}{cut}", each.name, interaction.name());
            let counts = [frame.len(), *changed].map(|number| number.to_string());
            let columns = [work, settled, frame].into_iter().flat_map(|times| [ms(times, 0.5), ms(times, 0.95)]);
            table.row([name].into_iter().chain(counts).chain(columns).collect());
        }
    }
    format!(
        "Median and 95th percentile in ms: work until the next frame is handed over; the same, and what is done in the 60 ms after it; until the next frame by the clock, of which up to 16.7 ms is waiting for it.\n\n{table}"
    )
}

/// For each limit, whether it was kept in this run.
fn judged(limits: &[Limit]) -> String {
    let mut table = Table::new(&["what", "seen", "limit", "kept"]);
    for Limit { what, seen, limit } in limits {
        let kept = match seen {
            Some(seen) if seen <= limit => "yes",
            Some(_) => "NO",
            None => "not measured",
        };
        let number = |number: &f64| if *number < 1000.0 { format!("{number:.1}") } else { grouped(*number as u64) };
        table.row(vec![what.clone(), seen.as_ref().map_or("–".into(), number), number(limit), kept.into()]);
    }
    table.to_string()
}

/// The bytes as a server sends them: by brotli 11.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
    Ok(packed)
}
