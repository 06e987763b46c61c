//! The driver process: starts it on a port that is free, and ends it, with its browser, when dropped.

use super::display::Display;
use super::{Options, Result};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Which browser is driven, and by what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Chromium by `chromedriver`.
    #[default]
    Chromium,
    /// Firefox by `geckodriver`.
    Firefox,
    /// WebKitGTK's MiniBrowser by `WebKitWebDriver`.
    WebKit,
}

impl Kind {
    /// The one that `ATLAS_BROWSER` names: `firefox`, `webkit`, or else Chromium.
    pub fn of_environment() -> Kind {
        match std::env::var("ATLAS_BROWSER").as_deref() {
            Ok("firefox") => Kind::Firefox,
            Ok("webkit") => Kind::WebKit,
            _ => Kind::Chromium,
        }
    }

    fn program(self) -> &'static str {
        match self {
            Kind::Chromium => "chromedriver",
            Kind::Firefox => "geckodriver",
            Kind::WebKit => "WebKitWebDriver",
        }
    }
}

/// A running driver. Dropping it ends the session, and with it the browser, before the process.
pub struct Process {
    kind: Kind,
    child: Child,
    /// What the browser shows itself on, which ends after it.
    pub display: Option<Display>,
    /// Where the driver listens.
    pub port: u16,
    /// The session to end; empty before there is one.
    pub session: String,
    /// The browser's own process, where the driver tells: one whose page is stuck ends by no other means.
    pub browser: Option<u64>,
}

impl Process {
    /// Starts the driver of a kind, found in `PATH`, for a browser with these fonts and in this time zone.
    ///
    /// On a busy machine, one chromedriver in some hundreds ends before it listens, for reasons that are its own; so it
    /// is started again, twice at most.
    pub fn start(options: &Options) -> Result<Process> {
        let start = || Process::try_start(options);
        start().or_else(|_| start()).or_else(|_| start())
    }

    fn try_start(options: &Options) -> Result<Process> {
        let kind = options.kind;
        let mut command = Command::new(kind.program());
        command.envs(options.font.configuration().map(|path| ("FONTCONFIG_FILE", path)));
        command.envs(options.zone.as_ref().map(|zone| ("TZ", zone)));
        // chromedriver picks a port itself and says which; the others have to be given one.
        let port = if kind == Kind::Chromium { 0 } else { free_port()? };
        let output = if kind == Kind::Chromium { Stdio::piped() } else { Stdio::null() };
        if kind == Kind::Firefox {
            command.arg("--allow-system-access"); // for `Browser::in_firefox`
        }
        command.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(output).stderr(Stdio::null());
        // The other two show nothing if they are told so.
        let display = if kind == Kind::WebKit { Some(Display::start()?) } else { None };
        if let Some(display) = &display {
            // It refuses to start as root within its sandbox; what it shows is ours alone.
            command.env("DISPLAY", display.name()).env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        }
        let child = command.spawn().map_err(|error| format!("{} does not start: {error}", kind.program()))?;
        let mut process = Process { kind, child, display, port, session: String::new(), browser: None };
        if kind == Kind::Chromium {
            process.port = process.announced_port()?;
        } else {
            process.wait_until_listening()?;
        }
        Ok(process)
    }

    /// The port in "ChromeDriver was started successfully on port 40049."
    fn announced_port(&mut self) -> Result<u16> {
        // The pipe stays with the child: closed, the driver's next line would end it.
        let output = BufReader::new(self.child.stdout.as_mut().ok_or("no output of the driver")?);
        let mut said = String::new();
        for line in output.lines() {
            let line = line?;
            said = said + &line + "\n";
            if let Some((_, port)) = line.rsplit_once("successfully on port ") {
                return Ok(port.trim_end_matches('.').parse()?);
            }
        }
        Err(format!("the driver ended without naming its port: {}\n{said}", self.child.wait()?).into())
    }

    fn wait_until_listening(&mut self) -> Result<()> {
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if let Some(status) = self.child.try_wait()? {
                return Err(format!("the driver ended: {status}").into());
            }
            std::thread::yield_now();
        }
        Ok(())
    }

    /// Asks the driver to end the session, which closes the browser and removes its profile.
    fn end_session(&self) -> Result<()> {
        self.ask("DELETE", &format!("/session/{}", self.session))?;
        if self.kind == Kind::Chromium {
            // It answers before it removes the profile, so it has to end by itself. Nobody speaks on this connection,
            // which therefore ends with the process.
            let mut silent = self.connect()?;
            self.ask("GET", "/shutdown")?;
            silent.read_exact(&mut [0]).ok();
        }
        Ok(())
    }

    fn ask(&self, method: &str, path: &str) -> Result<()> {
        let mut stream = self.connect()?;
        // With its port: geckodriver answers nobody who calls it by another name.
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port)?;
        let mut status = [0; 12];
        stream.read_exact(&mut status)?;
        if status.ends_with(b" 200") { Ok(()) } else { Err(format!("the driver refuses {method} {path}").into()) }
    }

    fn connect(&self) -> Result<TcpStream> {
        let stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        Ok(stream)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let ended = !self.session.is_empty() && self.end_session().is_ok();
        if let (false, Some(browser)) = (ended, self.browser) {
            Command::new("kill").args(["-9", &browser.to_string()]).status().ok();
        }
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
