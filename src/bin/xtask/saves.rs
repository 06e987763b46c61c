//! `cargo xtask test --saves`: the release build in a Chromium that a person's hands save pages with.
//!
//! Owns what that needs: a screen without a monitor (Xvfb) and hands for it (xdotool), from Debian's packages.

use crate::place::{Place, Result};
use crate::tools::{missing, programs};
use crate::{browser, build, steps};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// Builds, installs what is missing, and runs the test.
pub fn test(place: &Place) -> Result<()> {
    build(place, None)?;
    programs(&[("xvfb", "Xvfb"), ("xdotool", "xdotool")])?;
    let screen = Screen::start()?;
    let mut command = place.command("cargo");
    browser::find_or_install()?.show(&mut command);
    command.args(["test", "--features", steps::FEATURES, "--test", "saves"]);
    browser::over_release(command.env("DISPLAY", &screen.name), place)?;
    place.run(&mut command)
}

/// A screen that nobody sees. Dropping it turns it off.
struct Screen {
    child: Child,
    name: String,
}

impl Screen {
    /// A screen under the first name that is free.
    fn start() -> Result<Screen> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(|_| missing("Xvfb"))?;
        let mut screen = Screen { child, name: ":".to_owned() };
        // It tells its number once it can be used.
        let output = screen.child.stdout.take().ok_or("no output of Xvfb")?;
        BufReader::new(output).read_line(&mut screen.name).map_err(|error| error.to_string())?;
        screen.name.truncate(screen.name.trim_end().len());
        if screen.name == ":" { Err("Xvfb ended before it had a screen".into()) } else { Ok(screen) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
