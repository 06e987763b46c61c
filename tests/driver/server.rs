//! A static file server on a free port of this machine: folders, and pages that a test makes up.

use super::Result;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};

/// What is served. Dropping it frees the port.
pub struct Server {
    address: SocketAddr,
    content: Arc<Mutex<Content>>,
}

#[derive(Default)]
struct Content {
    /// Folders by the prefix of their path, which begins and ends with a slash; the longest that fits wins.
    folders: Vec<(String, PathBuf)>,
    /// Body and further header lines by path.
    pages: HashMap<String, (Vec<u8>, String)>,
    /// Paths that are never answered.
    silent: Vec<String>,
    /// Paths at which there is nothing, whatever lies in the folders.
    missing: Vec<String>,
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
            content.pages.insert(path.into(), (body.into(), headers));
        }
    }

    /// Never answers a path, as a server that hangs.
    pub fn silence(&self, path: &str) {
        if let Ok(mut content) = self.content.lock() {
            content.silent.push(path.into());
        }
    }

    /// Has nothing at a path, whatever lies in the folders.
    pub fn miss(&self, path: &str) {
        if let Ok(mut content) = self.content.lock() {
            content.missing.push(path.into());
        }
    }

    /// Serves the beginning of a body and closes the line, as if it had been cut.
    pub fn cut(&self, path: &str, body: &[u8], at: usize) {
        self.page_with(path, &body[..at], &[("Content-Length", &body.len().to_string())]);
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
    fn find(&self, path: &str) -> Option<(Vec<u8>, String)> {
        if self.missing.iter().any(|missing| missing == path) {
            return None;
        }
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
        inside.then(|| std::fs::read(file).ok()).flatten().map(|body| (body, String::new()))
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
    if content.lock().is_ok_and(|content| content.silent.iter().any(|silent| silent == path)) {
        return reader.read_line(&mut header).map(drop); // until the other side has had enough
    }
    let found = content.lock().ok().and_then(|content| content.find(path));
    let (status, (body, headers)) = match found {
        Some(found) => ("200 OK", found),
        None => ("404 Not Found", (b"not found".to_vec(), String::new())),
    };
    let kind = if status.starts_with("200") { media_type(path) } else { "text/plain" };
    let kind = if headers.contains("Content-Type: ") { String::new() } else { format!("Content-Type: {kind}\r\n") };
    let length = format!("Content-Length: {}\r\n", body.len());
    let length = if headers.contains("Content-Length: ") { "" } else { &length };
    write!(stream, "HTTP/1.1 {status}\r\n{kind}{length}")?;
    write!(stream, "Cache-Control: no-store\r\nConnection: close\r\n{headers}\r\n")?;
    stream.write_all(&body)
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
