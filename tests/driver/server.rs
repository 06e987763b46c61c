//! A static file server on a free port of this machine: folders, and pages that a test makes up.

use super::Result;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};

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
    let (mut request, mut header) = (String::new(), String::new());
    reader.read_line(&mut request)?;
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let path = request.split(' ').nth(1).unwrap_or("/");
    let path = path.split(['?', '#']).next().unwrap_or("/");
    let found = content.lock().ok().and_then(|content| content.find(path));
    let (status, Answer { body, headers, broken }) = match found {
        Some(found) => ("200 OK", found),
        None => ("404 Not Found", Answer { body: b"not found".to_vec(), ..Answer::default() }),
    };
    if broken == Some(Break::Silence) {
        return wait_for_end(reader);
    }
    let kind = if status.starts_with("200") { media_type(path) } else { "text/plain" };
    let kind = if headers.contains("Content-Type: ") { String::new() } else { format!("Content-Type: {kind}\r\n") };
    write!(stream, "HTTP/1.1 {status}\r\n{kind}Content-Length: {}\r\n", body.len())?;
    write!(stream, "Cache-Control: no-store\r\nConnection: close\r\n{headers}\r\n")?;
    match broken {
        Some(Break::Cut(length)) => stream.write_all(&body[..length]),
        Some(Break::Hang(length)) => {
            stream.write_all(&body[..length])?;
            wait_for_end(reader)
        }
        _ => stream.write_all(&body),
    }
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
