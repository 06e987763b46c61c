//! The studio, from a drop to the atlas: `cargo xtask bench --studio` (`--activities 10000`: just such a file).
//!
//! Every drop is the first of a browser of its own: nothing is compiled or cached already. What is dropped is made up, see
//! `atlas sample`, with every table filled and the activities as many as the table says: a workbook as the studio saves it,
//! one with mistakes in every hundredth row, a data package in an archive. Prints what was seen, and writes it to
//! `target/studio-bench.md`.

use crate::driver::{Browser, Options, Result, Server};
use crate::report::{grouped, quantile};
use atlas::dataset::sample::Sample;
use atlas::dataset::{Language, check};
use atlas::model::{Activities, Strings, Tables};
use atlas_sheets::{template, zipped};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

const ROUNDS: usize = 5;
const PATIENCE: Duration = Duration::from_secs(120);

/// How many activities, and in how many milliseconds they shall be checked and shown.
const SIZES: [(usize, f64); 2] = [(10_000, 1_000.0), (100_000, 10_000.0)];
/// What the memory of the worker may hold, in bytes.
const MEMORY: f64 = 256.0 * 1024.0 * 1024.0;
/// From how many milliseconds on a page that does not answer is felt.
const HOLD: f64 = 200.0;

/// In how many rows one has a mistake, in the file with mistakes.
const EVERY: usize = 100;

/// What is dropped.
#[derive(Clone, Copy)]
enum Kind {
    Workbook,
    Mistakes,
    Archive,
}

impl Kind {
    const ALL: [Kind; 3] = [Kind::Workbook, Kind::Mistakes, Kind::Archive];

    fn name(self) -> &'static str {
        match self {
            Kind::Workbook => "workbook",
            Kind::Mistakes => "with mistakes",
            Kind::Archive => "archive of CSV",
        }
    }

    /// The name of the file, and what is in it.
    fn file(self, tables: &Tables) -> Result<(&'static str, Vec<u8>)> {
        let book = |tables: &Tables| template::full(Some(tables), &tables.languages, Language::English);
        Ok(match self {
            Kind::Workbook => ("set.xlsx", book(tables)?),
            Kind::Mistakes => ("mistakes.xlsx", book(&mistaken(tables))?),
            Kind::Archive => ("set.zip", zipped::archive(tables)),
        })
    }
}

/// The tables with mistakes of some kinds in the activities: no id, no translation, no such place in a source.
fn mistaken(tables: &Tables) -> Tables {
    let spoilt = |texts: &Strings, at: usize, bad: &str| {
        let mut all = Strings::default();
        (0..texts.len()).for_each(|row| all.push(if row % (3 * EVERY) == at * EVERY { bad } else { texts.get(row) }));
        all
    };
    let mut titles = tables.activities.titles.clone();
    titles.iter_mut().skip(1).for_each(|texts| *texts = spoilt(texts, 1, ""));
    let Activities { slugs, locators, .. } = &tables.activities;
    let (slugs, locators) = (spoilt(slugs, 0, "Not an id"), spoilt(locators, 2, "Page 7"));
    Tables { activities: Activities { slugs, titles, locators, ..tables.activities.clone() }, ..tables.clone() }
}

/// What was seen of all drops of one file.
struct Seen {
    kind: Kind,
    rows: usize,
    bytes: usize,
    title: String,
    rounds: Vec<Value>,
}

/// Drops every file, and prints as it goes.
pub async fn measure(server: &Server) -> Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let chosen = args.iter().position(|arg| arg == "--activities").and_then(|at| args.get(at + 1)).cloned();
    let is_chosen =
        |rows: usize| chosen.as_ref().is_none_or(|list| list.split(',').any(|size| size == rows.to_string()));
    let mut report = String::new();
    let mut tell = |line: String| {
        println!("{line}");
        report.push_str(&line);
        report.push('\n');
    };
    tell("\nThe studio, from the drop of a file to its problems and its atlas: least / median / most of the first drops in \
        fresh browsers\n"
        .into());
    tell("| activities | file | kB | n | problems, ms | atlas, ms | limit | longest task, ms | longest without a frame, ms | \
        limit | worker’s memory, MB | limit | page’s, MB |"
        .into());
    tell(format!("|---{}|", "|---".repeat(12)));
    let mut all = Vec::new();
    for (rows, limit) in SIZES.into_iter().filter(|(rows, _)| is_chosen(*rows)) {
        let sample = Sample { activities: rows, ..Sample::default() };
        let set = check(&sample.input()?).map_err(|problems| problems.to_string())?;
        for kind in Kind::ALL {
            let (name, bytes) = kind.file(set.tables())?;
            let mut seen = Seen { kind, rows, bytes: bytes.len(), title: String::new(), rounds: Vec::new() };
            server.page("/dropped", bytes);
            while seen.rounds.len() < ROUNDS {
                let round = drop_once(server, name).await.map_err(|why| format!("{rows} {}: {why}", kind.name()))?;
                seen.title = round["title"].as_str().unwrap_or_default().into();
                seen.rounds.push(round);
            }
            tell(seen.line(limit));
            all.push(seen);
        }
    }
    tell("\nWhat the page waited for meanwhile, median in ms from the question to the worker’s answer\n".into());
    all.iter().for_each(|seen| tell(seen.waits()));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/studio-bench.md");
    std::fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
    std::fs::write(file, report)?;
    Ok(())
}

/// Drops the file that the server has, in a browser of its own.
async fn drop_once(server: &Server, name: &str) -> Result<Value> {
    let browser = Browser::start(&Options { patience: PATIENCE, ..Options::default() }).await?;
    let source = include_str!("pages/studio.js").replace("const bench =", "self.bench =");
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    browser.goto(&server.url("/cooperation-atlas-studio.html?lang=en")).await?;
    browser.js_async("return await bench.drop(...arguments);", vec![json!(name), json!(server.url("/dropped"))]).await
}

impl Seen {
    fn all(&self, of: impl Fn(&Value) -> f64) -> Vec<f64> {
        self.rounds.iter().map(of).collect()
    }

    fn line(&self, limit: f64) -> String {
        let megabyte = 1024.0 * 1024.0;
        let three = |name: &str, unit: f64| {
            let all = self.all(|round| round[name].as_f64().unwrap_or(f64::NAN) / unit);
            let of = |part| quantile(&all, part).unwrap_or(f64::NAN);
            format!("{:.0} / {:.0} / {:.0}", of(0.0), of(0.5), of(1.0))
        };
        format!(
            "| {} | {} | {} | {} | {} | {} | {limit:.0} | {} | {} | {HOLD:.0} | {} | {:.0} | {} |",
            grouped(self.rows as u64),
            self.kind.name(),
            grouped(self.bytes as u64 / 1000),
            self.rounds.len(),
            three("problems", 1.0),
            three("atlas", 1.0),
            three("task", 1.0),
            three("gap", 1.0),
            three("worker", megabyte),
            MEMORY / megabyte,
            three("page", megabyte),
        )
    }

    /// What the worker was asked, and how long the answers took.
    fn waits(&self) -> String {
        let acts = self.rounds.first().and_then(|round| round["answers"].as_array()).into_iter().flatten();
        let waits = acts.enumerate().map(|(at, answer)| {
            let all = self.all(|round| round["answers"][at][1].as_f64().unwrap_or(f64::NAN));
            format!("{} {:.0}", answer[0].as_str().unwrap_or_default(), quantile(&all, 0.5).unwrap_or(f64::NAN))
        });
        let waits: Vec<String> = waits.collect();
        format!("- {} {}: {} ({})", grouped(self.rows as u64), self.kind.name(), waits.join(", "), self.title)
    }
}
