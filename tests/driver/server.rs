//! A static file server on a free port of this machine: folders, and pages that a test makes up.

use super::Result;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What is served. Dropping it frees the port.
pub struct Server {
    address: SocketAddr,
    content: Arc<Mutex<Content>>,
}

/// How an answer ends before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// The request is taken, and nothing more happens.
    Silence,
    /// After so many bytes of the body nothing more comes, but the connection stays.
    Hang(usize),
    /// After so many bytes of the body the connection ends.
    Cut(usize),
    /// It comes whole, but its length is not told.
    Unannounced,
}

/// What answers tell caches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Caching {
    /// `Cache-Control: no-store`.
    #[default]
    Forbidden,
    /// Nothing at all.
    Unmentioned,
    /// An `ETag`, by which an answer is not sent again.
    Validated,
}

/// A request and what was sent for it.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub status: u16,
    /// How long the body is.
    pub length: usize,
}

/// A body, further header lines, and whether it comes whole.
#[derive(Clone, Default)]
struct Answer {
    body: Vec<u8>,
    headers: String,
    broken: Option<Break>,
}

#[derive(Default)]
struct Content {
    /// Folders by the prefix of their path, which begins and ends with a slash; the longest that fits wins.
    folders: Vec<(String, PathBuf)>,
    /// By path.
    pages: HashMap<String, Answer>,
    /// Paths at which there is nothing any more.
    gone: Vec<String>,
    caching: Caching,
    /// How many bits come each second, all answers together; 0: as many as can.
    speed: u64,
    requests: Vec<Request>,
    closed: bool,
}

impl Server {
    /// Serves a folder at `/`.
    pub fn start(folder: impl Into<PathBuf>) -> Result<Server> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let server = Server { address: listener.local_addr()?, content: Arc::default() };
        server.folder("/", folder);
        let content = Arc::clone(&server.content);
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(std::result::Result::ok) {
                if content.lock().map_or(true, |content| content.closed) {
                    return;
                }
                let content = Arc::clone(&content);
                // A reader that goes away in the middle is its own business.
                std::thread::spawn(move || answer(&stream, &content).ok());
            }
        });
        Ok(server)
    }

    /// Serves one more folder, at a prefix such as `/peers/`.
    pub fn folder(&self, prefix: &str, folder: impl Into<PathBuf>) {
        if let Ok(mut content) = self.content.lock() {
            content.folders.push((prefix.into(), folder.into()));
            content.folders.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.len()));
        }
    }

    /// Serves a page at a path such as `/plain.html`, before any file of that name.
    pub fn page(&self, path: &str, body: impl Into<Vec<u8>>) {
        self.page_with(path, body, &[]);
    }

    /// The same with further headers, as in `[("Content-Security-Policy", "script-src 'self'")]`.
    pub fn page_with(&self, path: &str, body: impl Into<Vec<u8>>, headers: &[(&str, &str)]) {
        let headers = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        if let Ok(mut content) = self.content.lock() {
            content.pages.insert(path.into(), Answer { body: body.into(), headers, broken: None });
        }
    }

    /// Serves a page that never comes whole.
    pub fn broken_page(&self, path: &str, body: impl Into<Vec<u8>>, broken: Break) {
        if let Ok(mut content) = self.content.lock() {
            content.pages.insert(path.into(), Answer { body: body.into(), broken: Some(broken), ..Answer::default() });
        }
    }

    /// Takes down whatever is at a path: it is `410 Gone`.
    pub fn take_down(&self, path: &str) {
        if let Ok(mut content) = self.content.lock() {
            content.gone.push(path.into());
        }
    }

    /// Says from now on what caches may do.
    pub fn set_caching(&self, caching: Caching) {
        if let Ok(mut content) = self.content.lock() {
            content.caching = caching;
        }
    }

    /// From now on, also for what is on its way, so many bits come each second, all answers together; 0: as many as can.
    pub fn set_speed(&self, bits: u64) {
        if let Ok(mut content) = self.content.lock() {
            content.speed = bits;
        }
    }

    /// All requests so far, in the order in which they were answered.
    pub fn requests(&self) -> Vec<Request> {
        self.content.lock().map(|content| content.requests.clone()).unwrap_or_default()
    }

    /// The address of a path: `server.url("/plain.html")`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Ok(mut content) = self.content.lock() {
            content.closed = true;
        }
        TcpStream::connect(self.address).ok(); // wakes the thread, which then looks
    }
}

impl Content {
    fn find(&self, path: &str) -> Option<Answer> {
        if let Some(page) = self.pages.get(path) {
            return Some(page.clone());
        }
        let (rest, folder) =
            self.folders.iter().find_map(|(prefix, folder)| Some((path.strip_prefix(prefix.as_str())?, folder)))?;
        let inside = Path::new(rest).components().all(|part| matches!(part, Component::Normal(_)));
        let mut file = folder.join(rest);
        if file.is_dir() {
            file.push("index.html");
        }
        inside.then(|| std::fs::read(file).ok()).flatten().map(|body| Answer { body, ..Answer::default() })
    }
}

fn answer(mut stream: &TcpStream, content: &Mutex<Content>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let (mut request, mut header, mut known) = (String::new(), String::new(), String::new());
    reader.read_line(&mut request)?;
    while reader.read_line(&mut header)? > 2 {
        if let Some((_, tag)) = header.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case("if-none-match")) {
            known = tag.trim().to_owned();
        }
        header.clear();
    }
    let mut words = request.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or("/"));
    let path = path.split(['?', '#']).next().unwrap_or("/");
    let Ok((found, gone, caching)) = content
        .lock()
        .map(|content| (content.find(path), content.gone.iter().any(|gone| gone == path), content.caching))
    else {
        return Ok(());
    };
    let (mut status, Answer { mut body, headers, broken }) = match found {
        _ if gone => (410, Answer { body: b"gone".to_vec(), ..Answer::default() }),
        Some(found) => (200, found),
        None => (404, Answer { body: b"not found".to_vec(), ..Answer::default() }),
    };
    if broken == Some(Break::Silence) {
        return wait_for_end(reader);
    }
    let tag = format!("\"{}\"", fingerprint(&body));
    if caching == Caching::Validated && status == 200 && known == tag {
        (status, body) = (304, Vec::new());
    }
    let kind = if status < 400 { media_type(path) } else { "text/plain" };
    let kind = if headers.contains("Content-Type: ") { String::new() } else { format!("Content-Type: {kind}\r\n") };
    let length = match broken {
        Some(Break::Unannounced) => String::new(),
        _ => format!("Content-Length: {}\r\n", body.len()),
    };
    let caching = match caching {
        Caching::Forbidden => "Cache-Control: no-store\r\n".into(),
        Caching::Unmentioned => String::new(),
        Caching::Validated => format!("ETag: {tag}\r\n"),
    };
    let reason = match status {
        200 => "OK",
        304 => "Not Modified",
        410 => "Gone",
        _ => "Not Found",
    };
    if method == "HEAD" {
        body.clear();
    }
    if let Ok(mut content) = content.lock() {
        content.requests.push(Request { method: method.into(), path: path.into(), status, length: body.len() });
    }
    write!(stream, "HTTP/1.1 {status} {reason}\r\n{kind}{length}{caching}Connection: close\r\n{headers}\r\n")?;
    match broken {
        Some(Break::Cut(length)) => stream.write_all(&body[..length]),
        Some(Break::Hang(length)) => {
            stream.write_all(&body[..length])?;
            wait_for_end(reader)
        }
        _ => write_over_line(stream, &body, content),
    }
}

/// Writes a body as fast as the server's line allows. The content is locked meanwhile, so the answers take turns.
fn write_over_line(mut stream: &TcpStream, mut body: &[u8], content: &Mutex<Content>) -> std::io::Result<()> {
    const PART: usize = 500;
    while let Some(line) = content.lock().ok().filter(|line| line.speed > 0 && !line.closed) {
        let (part, rest) = body.split_at(body.len().min(PART));
        stream.write_all(part)?;
        std::thread::sleep(Duration::from_micros(part.len() as u64 * 8_000_000 / line.speed));
        body = rest;
        if body.is_empty() {
            break;
        }
    }
    stream.write_all(body)
}

/// What tells bodies apart.
fn fingerprint(body: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    hasher.finish()
}

/// Holds a connection until the browser ends it.
fn wait_for_end(mut reader: impl Read) -> std::io::Result<()> {
    std::io::copy(&mut reader, &mut std::io::sink()).map(drop)
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("html", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        _ if path.ends_with('/') => "text/html; charset=utf-8",
        _ => "application/octet-stream", // .atlas among them
    }
}
