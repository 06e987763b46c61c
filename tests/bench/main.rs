//! The release build beside its peers on the same rows, in one run: `cargo xtask bench`.
//!
//! Over the shipped set, made-up frameworks and made-up activities it measures, for a filter keystroke, a facet click and a
//! step of the playhead:
//! - **work**: the main thread's work until it has handed over the next frame, and **all frames**: until a frame 60 ms
//!   after that, so that work which is put off still counts (how it is counted: `driver/trace.rs`);
//! - **next frame**: the time from the input to the next frame, of which up to 16.7 ms is waiting for it;
//! - document nodes, memory, and the time from navigation to ready.
//!
//! Besides, what each script costs a page while nothing of it is near the screen, and how pages with the shipped facts come up.
//!
//! `--studio` measures another page altogether: how the studio reads a large file and shows it (`studio.rs`).
//!
//! It measures and says what it saw, on the screen and in `target/bench`. It is no test: its exit code never depends on a time.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "measures with files and clocks")]

mod chart;
#[path = "../driver/mod.rs"]
mod driver;
mod evaluation;
mod facts;
mod limits;
mod loading;
mod measure;
mod ours;
mod peers;
mod report;
mod sample;
mod studio;
mod table;

use driver::{Result, Server};
use measure::{Interaction, Seen, Step};
use report::Report;
use sample::{Kind, Set};
use std::path::{Path, PathBuf};

/// One page that is measured: what it is, how it is driven.
pub trait Subject {
    /// Its name in the tables.
    fn name(&self) -> &'static str;
    /// Its page over these rows.
    fn html(&self, set: &Set) -> String;
    /// What a reader does before the first of such interactions, as JavaScript.
    fn prepare(&self, interaction: Interaction) -> String;
    /// A JavaScript expression that changes with what the page shows.
    fn shown(&self) -> String;
    /// The interaction's `round`th repetition; none where the page is not measured so.
    fn step(&self, interaction: Interaction, set: &Set, round: usize) -> Option<Step>;
}

/// What a run measures.
struct Wanted {
    scripts: bool,
    loading: bool,
    sets: Vec<Kind>,
}

impl Wanted {
    /// By what stands on the command line.
    fn of(args: &[String]) -> Result<Wanted> {
        let has = |option: &str| args.iter().any(|arg| arg == option);
        let given = |option: &str| {
            let at = args.iter().position(|arg| arg == option)?;
            Some(args.get(at + 1).map_or("", String::as_str).split(','))
        };
        let number = |text: &str| text.parse().map_err(|_| format!("`{text}` should be a number"));
        if has("--scripts-only") || has("--loading") {
            return Ok(Wanted { scripts: has("--scripts-only"), loading: has("--loading"), sets: Vec::new() });
        }
        if given("--activities").is_none() && given("--frameworks").is_none() {
            let mut sets = vec![Kind::BuiltIn, framework(120, 60), framework(730, 295)];
            sets.extend([30, 1_000, 10_000].map(Kind::Activities));
            sets.extend(has("--large").then_some(Kind::Activities(100_000)));
            return Ok(Wanted { scripts: true, loading: true, sets });
        }
        let mut sets = vec![Kind::BuiltIn];
        for size in given("--frameworks").into_iter().flatten() {
            let (instruments, sectors) =
                size.split_once('x').ok_or("--frameworks expects sizes, as in 120x60,730x295")?;
            sets.push(framework(number(instruments)?, number(sectors)?));
        }
        for size in given("--activities").into_iter().flatten() {
            sets.push(Kind::Activities(number(size)?));
        }
        Ok(Wanted { scripts: false, loading: false, sets })
    }
}

/// A secretariat has fifteen partners; a collection of hundreds is of one kind.
fn framework(instruments: usize, sectors: usize) -> Kind {
    Kind::Framework { instruments, sectors, partnerships: if instruments > 200 { 1 } else { 15.min(instruments) } }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let wanted = Wanted::of(&std::env::args().skip(1).collect::<Vec<_>>())?;
    let dist = PathBuf::from(std::env::var("ATLAS_DIST").unwrap_or_else(|_| "dist".into()));
    if std::env::args().any(|arg| arg == "--studio") {
        report::head().await?;
        return studio::measure(&Server::start(&dist)?).await;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
    let peers = peers::install()?;
    let work = tempfile::tempdir()?;
    let server = Server::start(&dist)?;
    server.folder("/peers/", peers.join("node_modules"));
    server.folder("/sets/", work.path());
    server.page("/bench.js", include_str!("pages/bench.js"));
    server.page("/peers.js", include_str!("pages/peers.js"));

    let mut report = Report::begin(&dist, &peers).await?;
    if wanted.scripts {
        let paths =
            [&peers::VIS_TIMELINE, &peers::TIMELINE_JS].map(|peer| (peer.name, format!("/peers/{}", peer.script)));
        let ours = (limits::OURS, "/cooperation-atlas.js".to_owned());
        report.scripts = evaluation::measure(&server, &[&[ours], &paths[..]].concat()).await?;
        report.write(&folder)?;
    }
    for kind in wanted.sets {
        let set = Set::make(kind, work.path())?;
        report.sets.extend(measure_set(&set, &server).await?);
        report.write(&folder)?;
    }
    if wanted.loading {
        // Serves the files of the release compressed from here on, as a host would.
        facts::serve(&server, &dist, &peers)?;
        report.loading = loading::measure(&server).await?;
        report.write(&folder)?;
    }
    println!("{}\nWritten to {}", report.markdown(), folder.display());
    Ok(())
}

/// Measures every page over one set of rows.
async fn measure_set(set: &Set, server: &Server) -> Result<Vec<Seen>> {
    server.page(&set.rows_path(), set.rows_json());
    let peers = peers::beside(set.kind);
    let subjects = [&ours::Atlas as &dyn Subject].into_iter().chain(peers.iter().map(|peer| peer as &dyn Subject));
    let mut all: Vec<Seen> = Vec::new();
    for subject in subjects {
        // What does not get ready alone will not do so beside another.
        if subject.name() == peers::BOTH && all.iter().any(|seen| seen.failed.is_some()) {
            continue;
        }
        println!("{}: {}", set.kind.name(), subject.name());
        let path = set.page_path(subject.name());
        server.page(&path, subject.html(set));
        all.push(measure::measure(subject, set, &server.url(&path)).await?);
    }
    Ok(all)
}
