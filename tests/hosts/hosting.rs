//! `HOSTING.md`, tried: its lines for nginx and Apache, with the release compressed as a release is.

use crate::driver::Result;
use crate::page::dist;
use crate::service::Service;
use atlas::bundle::release;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// What the script may weigh for a reader, as in the README.
const BUDGET: usize = 180_000;

/// The blocks of a language in `HOSTING.md`.
fn lines(language: &str) -> Vec<String> {
    let text = include_str!("../../HOSTING.md");
    let fence = format!("```{language}\n");
    let blocks = text.split(&fence).skip(1);
    blocks.map(|block| block.split("\n```").next().unwrap_or_default().to_owned()).collect()
}

/// A folder with the release in `atlas/`, compressed.
fn site() -> Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    let status = Command::new("cp").arg("-r").arg(dist()).arg(folder.path().join("atlas")).status()?;
    assert!(status.success());
    release::compress(&folder.path().join("atlas"))?;
    Ok(folder)
}

struct Answer {
    status: u16,
    head: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn head(&self, name: &str) -> &str {
        self.head.get(name).map_or("", String::as_str)
    }
}

/// Asks a server, as a browser that takes these encodings.
fn ask(address: &str, path: &str, more: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n{more}\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or("no end of the head")?;
    let text = String::from_utf8(bytes[..end].to_vec())?;
    let mut rows = text.split("\r\n");
    let status = rows.next().and_then(|row| row.split(' ').nth(1)).ok_or("no status")?.parse()?;
    let mut head = BTreeMap::new();
    for (name, value) in rows.filter_map(|row| row.split_once(": ")) {
        let all: &mut String = head.entry(name.to_lowercase()).or_default();
        if !all.is_empty() {
            all.push_str(", ");
        }
        all.push_str(value);
    }
    Ok(Answer { status, head, body: bytes[end + 4..].to_vec() })
}

/// What `HOSTING.md` promises, of a server with its lines.
fn keeps_its_word(address: &str) -> Result<()> {
    let script = fs::read(dist().join("cooperation-atlas.js"))?;
    let path = "/atlas/cooperation-atlas.js";
    let takes = |what: &str| format!("Accept-Encoding: {what}\r\n");

    let answer = ask(address, path, &takes("gzip, deflate, br"))?;
    assert_eq!((answer.status, answer.head("content-encoding")), (200, "br"));
    assert!(answer.body.len() <= BUDGET, "{} bytes", answer.body.len());
    let mut plain = Vec::new();
    brotli::Decompressor::new(&answer.body[..], 4096).read_to_end(&mut plain)?;
    assert!(plain == script, "another script");

    let answer = ask(address, path, &takes("gzip"))?;
    assert_eq!((answer.status, answer.head("content-encoding")), (200, "gzip"));
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(&answer.body[..]).read_to_end(&mut plain)?;
    assert!(plain == script, "another script");

    let answer = ask(address, path, "")?;
    assert_eq!((answer.status, answer.head("content-encoding")), (200, ""));
    assert!(answer.body == script, "another script");

    for (file, kind, encodings) in [
        ("cooperation-atlas.js", "text/javascript; charset=utf-8", "br, gzip"),
        ("index.html", "text/html; charset=utf-8", "br, gzip"),
        ("ru/index.html", "text/html; charset=utf-8", "gzip"),
        ("manifest.webmanifest", "application/manifest+json", "gzip"),
        ("changes.atom", "application/atom+xml", "gzip"),
        ("events.ics", "text/calendar; charset=utf-8", "gzip"),
        ("datapackage/sectors.csv", "text/csv; charset=utf-8", "gzip"),
        ("datapackage/dcat.jsonld", "application/ld+json", "gzip"),
        ("notices.txt", "text/plain; charset=utf-8", "gzip"),
        ("icon.svg", "image/svg+xml", "gzip"),
        ("card.png", "image/png", "gzip"),
    ] {
        let answer = ask(address, &format!("/atlas/{file}"), &takes(encodings))?;
        assert_eq!(answer.status, 200, "{file}");
        let told = answer.head("content-type");
        assert!(told == kind || told.strip_suffix("; charset=utf-8") == Some(kind), "{file}: {told}");
        assert_eq!(answer.head("content-encoding").is_empty(), file == "card.png", "{file}");
        assert!(answer.head("vary").contains("Accept-Encoding"), "{file}");
        assert_eq!(answer.head("cache-control"), "no-cache", "{file}");
        assert_eq!(answer.head("x-content-type-options"), "nosniff", "{file}");
    }

    let kept = ask(address, &format!("{path}?v=0.1.0"), &takes("br"))?;
    assert_eq!(kept.head("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(kept.head("access-control-allow-origin"), "*");
    // Nothing is sent twice.
    let (first, encoding) = (ask(address, path, &takes("br"))?, takes("br"));
    let again = format!("{encoding}If-None-Match: {}\r\n", first.head("etag"));
    let answer = ask(address, path, &again)?;
    assert_eq!((answer.status, answer.body.len()), (304, 0), "{:?}", first.head);
    Ok(())
}

#[test]
fn nginx_with_the_lines_of_hosting() -> Result<()> {
    let folder = site()?;
    let [http, server] = &lines("nginx")[..] else { return Err("expected two blocks".into()) };
    let socket = TcpListener::bind(("127.0.0.1", 0))?;
    let address = socket.local_addr()?.to_string();
    let here = folder.path().display();
    let temporary =
        ["client_body", "fastcgi", "proxy", "scgi", "uwsgi"].map(|name| format!("{name}_temp_path {here}/{name};"));
    let config = format!(
        "daemon off;\nuser root;\npid {here}/pid;\nerror_log {here}/errors;\nevents {{}}\nhttp {{\naccess_log off;\n{}\n{http}\n\
         server {{\nlisten {address};\nroot {here};\n{server}\n}}\n}}\n",
        temporary.join("\n")
    );
    let path = folder.path().join("nginx.conf");
    fs::write(&path, config)?;
    let mut nginx = Command::new("nginx");
    nginx.arg("-e").arg(folder.path().join("errors")).arg("-p").arg(folder.path()).arg("-c").arg(&path);
    nginx.env("NGINX", "0;").stdin(Stdio::from(OwnedFd::from(socket)));
    let _service = Service::start(&mut nginx)?;
    keeps_its_word(&address)
}

#[test]
fn apache_with_the_lines_of_hosting() -> Result<()> {
    let folder = site()?;
    let [access] = &lines("apache")[..] else { return Err("expected one block".into()) };
    fs::write(folder.path().join("atlas/.htaccess"), access)?;
    let address = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.to_string();
    let here = folder.path().display();
    let modules = "/usr/lib/apache2/modules";
    let loaded = ["mpm_event", "authz_core", "mime", "rewrite", "headers", "env", "setenvif"]
        .map(|name| format!("LoadModule {name}_module {modules}/mod_{name}.so\n"))
        .concat();
    let config = format!(
        "{loaded}ServerRoot {here}\nServerName example.org\nListen {address}\nPidFile {here}/pid\nErrorLog {here}/errors\n\
         TypesConfig /etc/mime.types\nDocumentRoot {here}\n<Directory {here}>\nAllowOverride All\nRequire all granted\n</Directory>\n"
    );
    let path = folder.path().join("apache.conf");
    fs::write(&path, config)?;
    if !Path::new("/etc/mime.types").is_file() {
        return Err("no /etc/mime.types: expected the package media-types".into());
    }
    let mut apache = Command::new("apache2");
    let _service = Service::start(apache.arg("-D").arg("FOREGROUND").arg("-f").arg(&path))?;
    for _ in 0..100 {
        if TcpStream::connect(&address).is_ok() {
            return keeps_its_word(&address);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Err(fs::read_to_string(folder.path().join("errors")).unwrap_or_default().into())
}
