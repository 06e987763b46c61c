//! `atlas serve SOURCE [--port P]`: the set in the browser, anew with every change of its files.
//!
//! Owns a server for this machine alone and the watching of the files, by their times: that works on every file system. What is
//! right is shown, and what is wrong is listed on the page as well as on the standard output.

use crate::outcome::{self, Outcome, given, line, print, reading, usage};
use crate::pack::release;
use atlas::packed;
use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use lexopt::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};
use tokio::net::TcpListener;

/// The port, or the next free one after it.
const PORT: u16 = 8080;
/// How often the files are looked at.
const PAUSE: Duration = Duration::from_millis(300);

pub fn run(mut arguments: lexopt::Parser) -> Outcome {
    let (mut source, mut port) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => port = Some(arguments.value()?),
            Value(value) if source.is_none() => source = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let source = PathBuf::from(given("argument SOURCE", source)?);
    let port = match port {
        None => None,
        Some(port) => match port.to_str().and_then(|port| port.parse::<u16>().ok()) {
            Some(port) => Some(port),
            None => return usage(format!("`--port {}` should be a number up to 65535", port.display())),
        },
    };
    let script = release(None)?;
    let first = Shown::read(&source, 1)?;
    print(&first.list);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.or_else(|error| usage(error.to_string()))?;
    runtime.block_on(serve(source, port, script, first))
}

/// What the page is told.
struct Shown {
    /// Raised with every change.
    version: u32,
    /// What is right, packed; empty where nothing is.
    bytes: Vec<u8>,
    /// What is wrong, one a line.
    list: String,
}

impl Shown {
    fn read(source: &Path, version: u32) -> Outcome<Shown> {
        if source.is_dir() {
            let files = std::fs::read_dir(source).or_else(|error| usage(error.to_string()))?;
            let files = files.flatten().filter(|entry| entry.path().is_file());
            let files = files.filter_map(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                Some(atlas_sheets::File { bytes: std::fs::read(entry.path()).ok()?, name })
            });
            let read = atlas_sheets::open(files.collect(), outcome::now()).map(atlas_sheets::read);
            return Ok(Shown::of(source, read, version));
        }
        Ok(Shown::of(source, reading(source)?, version))
    }

    fn of(source: &Path, read: Result<atlas_sheets::Reading, atlas::dataset::Told>, version: u32) -> Shown {
        match read {
            Ok(read) => {
                let all = read.problems.iter().chain(read.doubts.iter());
                let list = all.map(|problem| line(&read, problem)).collect();
                Shown { version, bytes: read.dataset.map_or(Vec::new(), |set| packed::write(set.tables())), list }
            }
            Err(why) => Shown { version, bytes: Vec::new(), list: format!("{}: {why}\n", source.display()) },
        }
    }
}

type Shared = Arc<Mutex<Shown>>;

async fn serve(source: PathBuf, port: Option<u16>, script: String, first: Shown) -> Outcome {
    let (listener, port) = listen(port).await?;
    print(&format!("{} is at http://127.0.0.1:{port}/ and follows its changes; Ctrl-C ends it\n", source.display()));
    let shown: Shared = Arc::new(Mutex::new(first));
    tokio::spawn(watch(source, shown.clone()));
    let script: Arc<str> = script.into();
    let (state, data) = (shown.clone(), shown);
    let with =
        |kind: &'static str, body: Vec<u8>| ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store")], body).into_response();
    let routes = Router::new()
        .route("/", get(move || async move { with("text/html; charset=utf-8", PAGE.into()) }))
        .route("/cooperation-atlas.js", get(move || async move { with("text/javascript", script.as_bytes().to_vec()) }))
        .route("/state", get(move || async move { with("application/json", told(&state).into_bytes()) }))
        .route("/set.atlas", get(move || async move { with("application/octet-stream", lock(&data).bytes.clone()) }));
    axum::serve(listener, routes).await.or_else(|error| usage(error.to_string()))
}

async fn listen(port: Option<u16>) -> Outcome<(TcpListener, u16)> {
    let ports = port.map_or(PORT..=PORT + 99, |port| port..=port);
    for port in ports {
        if let Ok(listener) = TcpListener::bind(("127.0.0.1", port)).await {
            let bound = listener.local_addr().map_or(port, |address| address.port());
            return Ok((listener, bound));
        }
    }
    usage("no free port; name another with `--port P`")
}

fn lock(shown: &Shared) -> std::sync::MutexGuard<'_, Shown> {
    shown.lock().unwrap_or_else(PoisonError::into_inner)
}

fn told(shown: &Shared) -> String {
    let shown = lock(shown);
    serde_json::json!({ "version": shown.version, "list": shown.list, "data": !shown.bytes.is_empty() }).to_string()
}

/// Reads the files anew whenever one of them has changed.
async fn watch(source: PathBuf, shown: Shared) {
    let mut before = stamp(&source);
    loop {
        tokio::time::sleep(PAUSE).await;
        let now = stamp(&source);
        // A file that is being written is read when it has come to rest.
        if now == before || {
            tokio::time::sleep(PAUSE / 3).await;
            stamp(&source) != now
        } {
            continue;
        }
        before = now;
        let version = lock(&shown).version + 1;
        // A file that is gone for a moment is being replaced.
        let Ok(next) = Shown::read(&source, version) else { continue };
        print(&if next.list.is_empty() { "no problems\n".to_owned() } else { next.list.clone() });
        let mut shown = lock(&shown);
        let bytes = if next.bytes.is_empty() { std::mem::take(&mut shown.bytes) } else { next.bytes };
        *shown = Shown { bytes, ..next };
    }
}

/// Times and sizes of the files.
fn stamp(source: &Path) -> Vec<(PathBuf, Option<SystemTime>, u64)> {
    let one = |path: PathBuf| {
        let data = std::fs::metadata(&path).ok();
        let size = data.as_ref().map_or(0, std::fs::Metadata::len);
        (path, data.and_then(|data| data.modified().ok()), size)
    };
    if !source.is_dir() {
        return vec![one(source.into())];
    }
    let mut all: Vec<_> =
        std::fs::read_dir(source).into_iter().flatten().flatten().map(|entry| one(entry.path())).collect();
    all.sort();
    all
}

/// The page: the atlas, what is wrong above it, and a look at the state twice a second.
const PAGE: &str = include_str!("serve.html");
