//! The release build beside vis-timeline and Tabulator on the same rows, in one run: `cargo xtask bench`.
//!
//! Prints, for a filter keystroke, a facet click and a playhead step over 30, 1,000 and 10,000 synthetic activities
//! (`--large`: 100,000 too; `--activities 30,1000`: just these):
//! - **work**: the main thread's work until it has handed over the next frame, and **settled**: until a frame 60 ms
//!   after that, so that work which is put off still counts (how it is counted: `driver/trace.rs`);
//! - **frame**: the time from the input to the next frame, of which up to 16.7 ms is waiting for it;
//! - document nodes, memory, and the time from navigation to ready.
//!
//! And before that (`--scripts-only`: nothing else), what each script costs a page while nothing of it is near the
//! screen, beside vis-timeline's and TimelineJS3's.
//!
//! `--studio` measures another page altogether: how the studio reads a large file and shows it (`studio.rs`).
//!
//! It measures and says what it saw. It is no test: its exit code never depends on a time.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "measures with files and clocks")]

#[path = "../driver/mod.rs"]
mod driver;
mod evaluation;
mod facts;
mod loading;
mod measure;
mod ours;
mod peers;
mod report;
mod sample;
mod studio;

use driver::{Result, Server};
use measure::{Interaction, Seen, Step};
use std::path::{Path, PathBuf};

/// One page that is measured: what it is, how it is driven.
pub trait Subject {
    /// Its name in the tables.
    fn name(&self) -> &'static str;
    /// Its page over these rows.
    fn html(&self, set: &sample::Set) -> String;
    /// What a reader does before the first of such interactions, as JavaScript.
    fn prepare(&self, interaction: Interaction) -> String;
    /// A JavaScript expression that changes with what the page shows.
    fn shown(&self) -> String;
    /// The interaction's `round`th repetition; none where the page is not measured so.
    fn step(&self, interaction: Interaction, set: &sample::Set, round: usize) -> Option<Step>;
}

fn sizes() -> Result<Vec<usize>> {
    let args: Vec<String> = std::env::args().collect();
    let mut sizes = vec![30, 1_000, 10_000];
    if let Some(at) = args.iter().position(|arg| arg == "--activities") {
        let list = args.get(at + 1).ok_or("--activities expects numbers, as in 30,1000")?;
        sizes = list.split(',').map(|size| size.parse()).collect::<std::result::Result<_, _>>()?;
    }
    if args.iter().any(|arg| arg == "--large") {
        sizes.push(100_000);
    }
    Ok(sizes)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let dist = PathBuf::from(std::env::var("ATLAS_DIST").unwrap_or_else(|_| "dist".into()));
    if std::env::args().any(|arg| arg == "--studio") {
        report::head().await?;
        return studio::measure(&Server::start(&dist)?).await;
    }
    let peers = peers::install()?;
    let work = tempfile::tempdir()?;
    let server = Server::start(&dist)?;
    server.folder("/peers/", peers.join("node_modules"));
    server.folder("/sets/", work.path());
    server.page("/bench.js", include_str!("pages/bench.js"));
    server.page("/peers.js", include_str!("pages/peers.js"));

    report::head().await?;
    if std::env::args().any(|arg| arg == "--loading") {
        facts::serve(&server, &dist, &peers)?;
        return loading::measure(&server).await;
    }
    let scripts = report::Scripts::measure(&dist, &peers)?;
    scripts.print();
    let paths = peers::TIMELINES.map(|(name, file)| (name, format!("/peers/{file}")));
    let ours = ("cooperation-atlas", "/cooperation-atlas.js".to_owned());
    evaluation::measure(&server, &[&[ours], &paths[..]].concat()).await?;
    if std::env::args().any(|arg| arg == "--scripts-only") {
        return Ok(());
    }
    let mut seen = Vec::new();
    for size in sizes()? {
        let set = sample::Set::make(size, work.path())?;
        seen.extend(measure_set(&set, &server, &dist).await?);
    }
    report::print_budgets(&seen, &scripts);
    Ok(())
}

/// Measures every page over one set of rows, and prints as it goes.
async fn measure_set(set: &sample::Set, server: &Server, dist: &Path) -> Result<Vec<Seen>> {
    server.page(&set.rows_path(), set.rows_json());
    let mut subjects: Vec<&dyn Subject> = Vec::new();
    if dist.join("cooperation-atlas.js").is_file() {
        subjects.push(&ours::Atlas);
    } else {
        println!("\ncooperation-atlas is not measured: no cooperation-atlas.js in {}", dist.display());
    }
    subjects.extend([&peers::TABULATOR as &dyn Subject, &peers::VIS_TIMELINE, &peers::BOTH]);
    report::print_titles(set);
    let mut all = Vec::new();
    for subject in subjects {
        // What does not get ready alone will not do so beside another.
        if subject.name() == peers::BOTH.name() && all.iter().any(|seen: &Seen| seen.failed.is_some()) {
            println!("{:<18} not tried", subject.name());
            continue;
        }
        let path = format!("/{}-{}.html", subject.name(), set.count);
        server.page(&path, subject.html(set));
        let seen = measure::measure(subject, set, &server.url(&path)).await?;
        report::print_seen(&seen);
        all.push(seen);
    }
    Ok(all)
}
