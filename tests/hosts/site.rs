//! A site served by a real nginx, and a browser on it.

use crate::driver::{Kind, Options, Result, npm};
use crate::page::{Page, WATCH, dist};
use crate::service::Service;
use atlas::builtin::BUILTIN;
use std::fs;
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

/// Where this folder is.
pub const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hosts");

const PACKAGES: [(&str, &str); 2] = [("bootstrap", "5.3.8"), ("jquery", "3.7.1")];
const PACKAGED: [&str; 3] =
    ["bootstrap/dist/css/bootstrap.min.css", "bootstrap/dist/js/bootstrap.bundle.min.js", "jquery/dist/jquery.min.js"];

/// A browser, and the site that it visits. Dropping it ends both, and removes all that they wrote.
pub struct Site {
    pub page: Page,
    origin: String,
    _services: Vec<Service>,
    folder: tempfile::TempDir,
}

impl Site {
    /// The pages of this folder.
    pub async fn start() -> Result<Site> {
        Site::with("", |_, _| Ok(Vec::new())).await
    }

    /// The same with more servers behind nginx, and lines in its configuration which lead to them. They are started with
    /// the temporary folder of the site and its origin.
    pub async fn with(config: &str, behind: impl FnOnce(&Path, &str) -> Result<Vec<Service>>) -> Result<Site> {
        let folder = tempfile::tempdir()?;
        let socket = TcpListener::bind(("127.0.0.1", 0))?;
        let address = socket.local_addr()?.to_string();
        let origin = format!("http://{address}");
        let mut services = behind(folder.path(), &origin)?;
        services.push(nginx(folder.path(), &address, socket, config)?);
        let (kind, window) = (Kind::of_environment(), (1280, 900));
        let page = Page::with(Options { kind, window, lang: Some("en".into()), ..Options::default() }).await?;
        page.resize_window(window.0, window.1).await?;
        Ok(Site { page, origin, _services: services, folder })
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The temporary folder whose content is served below `/files/`.
    pub fn files(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    /// Goes to a path and waits for its `load`.
    pub async fn visit(&self, path: &str) -> Result<()> {
        self.page.browser.goto(&self.url(path)).await
    }

    /// Goes to a path and waits until the widget there is drawn.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.visit(path).await?;
        self.page.until("$('.colophon')").await
    }

    /// Waits until the page has complained about something, and returns all complaints.
    pub async fn complaints_about(&self, what: &str) -> Result<Vec<String>> {
        let there = format!("complaints.some(line => line.startsWith('{what}'))");
        self.page.browser.wait_until(&there, Duration::from_secs(20)).await?;
        self.page.complaints().await
    }

    /// The end of a test: nothing has complained.
    pub async fn end(self) -> Result<()> {
        assert_eq!(self.page.complaints().await?, [""; 0]);
        Ok(())
    }
}

/// Starts nginx on a socket that listens already: so nobody else can take its port, and nobody has to wait for it.
fn nginx(folder: &Path, address: &str, socket: TcpListener, more: &str) -> Result<Service> {
    let files = folder.join("files");
    fs::create_dir(&files)?;
    fs::write(files.join("watch.js"), WATCH)?;
    fs::write(files.join("good.atlas"), BUILTIN)?;
    fs::copy(dist().join("cooperation-atlas.js"), files.join("cooperation-atlas.js"))?;
    let config = fs::read_to_string(Path::new(HERE).join("nginx.conf"))?
        .replace("@more@", more)
        .replace("@address@", address)
        .replace("@modules@", &modules()?.to_string_lossy())
        .replace("@here@", HERE)
        .replace("@folder@", &folder.to_string_lossy());
    let path = folder.join("nginx.conf");
    fs::write(&path, config)?;
    let mut command = Command::new("nginx");
    command.arg("-e").arg(folder.join("errors")).arg("-p").arg(folder).arg("-c").arg(&path);
    // This is how a running nginx hands its sockets to a newer version: by their numbers.
    command.env("NGINX", "0;").stdin(Stdio::from(OwnedFd::from(socket)));
    Service::start(&mut command)
}

/// The packages of other people that pages use; installed by whichever test comes first.
fn modules() -> Result<PathBuf> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock();
    Ok(npm::install("hosts", &PACKAGES, &PACKAGED)?.join("node_modules"))
}
