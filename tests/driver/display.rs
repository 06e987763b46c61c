//! A screen that nobody sees, for a browser that cannot do without one.

use super::Result;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// An X server of one's own. Dropping it ends it.
pub struct Display {
    child: Child,
    name: String,
}

impl Display {
    /// Starts `Xvfb`, found in `PATH`, on a display that is free.
    pub fn start() -> Result<Display> {
        let mut child = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1600x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("Xvfb does not start: {error}"))?;
        let mut number = String::new();
        // It says so once it listens.
        BufReader::new(child.stdout.as_mut().ok_or("no output of Xvfb")?).read_line(&mut number)?;
        let display = Display { child, name: format!(":{}", number.trim()) };
        if number.trim().is_empty() { Err("Xvfb ended without a display".into()) } else { Ok(display) }
    }

    /// Gives the window that is there the keys. With no window manager nobody else does, and a page whose window is not
    /// the active one matches no `:focus`.
    pub fn focus_window(&self) -> Result<()> {
        let status = Command::new("xdotool")
            .args(["search", "--sync", "--onlyvisible", "--class", "MiniBrowser", "windowfocus"])
            .env("DISPLAY", &self.name)
            .stdout(Stdio::null())
            .status()
            .map_err(|error| format!("xdotool does not start: {error}"))?;
        if status.success() { Ok(()) } else { Err("no window to be found".into()) }
    }

    /// What `DISPLAY` has to be.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // At once, it would leave its lock behind.
        Command::new("kill").arg(self.child.id().to_string()).status().ok();
        self.child.wait().ok();
    }
}
