//! The browsers that the tests drive: Chromium for all of them, Firefox and WebKit for those of faults, of embedding, of what
//! is taken away and of accessibility.

use crate::fonts;
use crate::place::{Place, Result, find_program, say};
use crate::tools::{apt, at, geckodriver, missing, programs};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// What to look for in the places that systems have for a browser.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const MAC_BROWSER: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
const MAC_FIREFOX: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// A browser and its driver.
pub struct Browser {
    driver: PathBuf,
    browser: PathBuf,
    settings: Option<PathBuf>,
}

impl Browser {
    /// Tells a command where they are.
    pub fn show<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        if let Some(settings) = &self.settings {
            command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
        }
        command.env("CHROMEDRIVER", &self.driver).env("CHROME", &self.browser)
    }

    /// The same with the settings of the runner of `wasm-bindgen-test`.
    pub fn with_settings(mut self, place: &Place) -> Result<Browser> {
        let path = place.cache.join("webdriver.json");
        let browser = self.browser.to_string_lossy().replace('\\', "\\\\");
        let flags = "\"--headless\", \"--no-sandbox\", \"--disable-gpu\", \"--disable-background-networking\", \
             \"--disable-component-update\", \"--disable-sync\", \"--no-first-run\"";
        let text = format!("{{\"goog:chromeOptions\": {{\"binary\": \"{browser}\", \"args\": [{flags}]}}}}\n");
        fs::create_dir_all(&place.cache).and_then(|()| fs::write(&path, text)).map_err(|error| at(&path, error))?;
        self.settings = Some(path);
        Ok(self)
    }
}

/// Tells tests that drive a browser where the release build lies, and the fonts that browsers are to have.
pub fn over_release(command: &mut Command, place: &Place) -> Result<()> {
    command.env("ATLAS_DIST", place.root.join("dist")).env(fonts::VARIABLE, fonts::folder(place)?);
    Ok(())
}

/// Chromium or Chrome with its driver; installed by apt where that is possible.
pub fn find_or_install() -> Result<Browser> {
    let find = || {
        let browser = installed("CHROME", &BROWSERS, MAC_BROWSER)?;
        let driver = named("CHROMEDRIVER").or_else(|| find_program("chromedriver"))?;
        Some(Browser { driver, browser, settings: None })
    };
    if find().is_none() {
        say("installing Chromium and its driver");
        apt(&["chromium", "chromium-driver"])?;
    }
    find().ok_or_else(|| missing("Chromium (or Chrome) and a chromedriver of the same version"))
}

/// Firefox, installed by apt where that is possible, and its driver.
pub fn firefox(place: &Place) -> Result<PathBuf> {
    let find = || installed("FIREFOX", &FIREFOXES, MAC_FIREFOX);
    if find().is_none() {
        say("installing Firefox");
        // Where it has another name, it comes by other ways too.
        apt(&["firefox-esr"]).map_err(|_| missing("Firefox"))?;
    }
    let browser = find().ok_or_else(|| missing("Firefox"))?;
    geckodriver(place)?;
    Ok(browser)
}

/// WebKitGTK's driver and browser, and what they need to be shown nowhere; installed by apt where that is possible.
pub fn webkit() -> Result<()> {
    programs(&[("webkit2gtk-driver", "WebKitWebDriver"), ("xvfb", "Xvfb"), ("xdotool", "xdotool")])
}

/// What a variable names, or else a program of one of these names, or else an application of macOS.
fn installed(variable: &str, names: &[&str], mac: &str) -> Option<PathBuf> {
    let named = named(variable).or_else(|| names.iter().find_map(|name| find_program(name)));
    named.or_else(|| Some(PathBuf::from(mac)).filter(|path| path.is_file()))
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}
