//! One browser session and what tests do with it.

use super::font::Font;
use super::process::{Kind, Process};
use super::{Result, Trace};
use base64::prelude::{BASE64_STANDARD, Engine};
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::error::NewSessionError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// How a session starts.
#[derive(Clone, Debug)]
pub struct Options {
    /// The browser.
    pub kind: Kind,
    /// The fonts that it has.
    pub font: Font,
    /// Width and height of the window, in CSS pixels.
    pub window: (u32, u32),
    /// The language of the browser, as in `ru`; none for its own.
    pub lang: Option<String>,
    /// The time zone of its machine, as in `Pacific/Kiritimati`; none for that of this one.
    pub zone: Option<String>,
    /// Whether it shows no window; only Chromium can be asked for one.
    pub headless: bool,
    /// Further arguments for Chromium.
    pub args: Vec<String>,
    /// Preferences of Firefox.
    pub prefs: Vec<(String, Value)>,
    /// How long a script or a page may take.
    pub patience: Duration,
    /// Whether to go on without waiting for a page's `load`, which may never come.
    pub hasty: bool,
}

impl Default for Options {
    fn default() -> Options {
        let patience = Duration::from_secs(30);
        let (kind, window) = (Kind::default(), (1280, 900));
        Options {
            kind,
            font: Font::default(),
            window,
            lang: None,
            zone: None,
            headless: true,
            args: Vec::new(),
            prefs: Vec::new(),
            patience,
            hasty: false,
        }
    }
}

impl Options {
    fn capabilities(&self) -> Capabilities {
        let patience = self.patience.as_millis() as u64;
        let mut all = json!({"timeouts": {"script": patience, "pageLoad": patience}});
        if self.hasty {
            all["pageLoadStrategy"] = "none".into();
        }
        match self.kind {
            Kind::Chromium => {
                // `--lang` alone leaves `navigator.language` as it was.
                let prefs = self.lang.iter().map(|lang| ("intl.accept_languages".into(), lang.as_str().into()));
                let prefs: serde_json::Map<String, Value> = prefs.collect();
                all["goog:chromeOptions"] = json!({"args": self.chromium_args(), "prefs": prefs});
            }
            Kind::Firefox => all["moz:firefoxOptions"] = self.firefox_options(),
            Kind::WebKit => {}
        }
        all.as_object().cloned().unwrap_or_default()
    }

    fn firefox_options(&self) -> Value {
        let (width, height) = self.window;
        let mut options = json!({"args": ["-headless", format!("--width={width}"), format!("--height={height}")]});
        let lang = self.lang.iter().map(|lang| ("intl.accept_languages".to_owned(), lang.as_str().into()));
        // Its sandbox keeps pages from files of the user's, fonts of a cache among them.
        let fonts = self.font.configuration().and_then(|path| Some(format!("{}/", path.parent()?.display())));
        let readable = fonts.map(|folder| ("security.sandbox.content.read_path_whitelist".to_owned(), folder.into()));
        let prefs = lang.chain(readable).chain(self.prefs.iter().cloned());
        options["prefs"] = prefs.collect::<serde_json::Map<_, _>>().into();
        // Some systems call the program `firefox-esr`, which geckodriver does not look for.
        if let Ok(binary) = std::env::var("FIREFOX") {
            options["binary"] = binary.into();
        }
        options
    }

    fn chromium_args(&self) -> Vec<String> {
        let fixed = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
        ];
        let mut args: Vec<String> = fixed.iter().map(|arg| arg.to_string()).collect();
        args.extend(self.headless.then(|| "--headless=new".into()));
        args.push(format!("--window-size={},{}", self.window.0, self.window.1));
        args.extend(self.lang.iter().map(|lang| format!("--lang={lang}")));
        args.extend(self.args.iter().cloned());
        args
    }
}

/// A browser with an empty profile. Dropping it closes it.
pub struct Browser {
    kind: Kind,
    client: Client,
    process: Process,
}

impl Browser {
    /// Starts a driver and a session.
    pub async fn start(options: &Options) -> Result<Browser> {
        let mut process = Process::start(options)?;
        let address = format!("http://127.0.0.1:{}", process.port);
        let connect = || async {
            ClientBuilder::new(HttpConnector::new()).capabilities(options.capabilities()).connect(&address).await
        };
        // Many drivers that start at once are at times not ready when they say so.
        let client = match connect().await {
            Err(NewSessionError::FailedC(_) | NewSessionError::Lost(_)) => {
                tokio::time::sleep(Duration::from_secs(1)).await;
                connect().await?
            }
            other => other?,
        };
        process.session = client.session_id().await?.ok_or("a session without an id")?;
        let mut browser = Browser { kind: options.kind, client, process };
        browser.process.browser =
            ["goog:processID", "moz:processID"].iter().find_map(|name| browser.capability(name).as_u64());
        if let Some(display) = &browser.process.display {
            display.focus_window()?;
        }
        Ok(browser)
    }

    /// The WebDriver client, for whatever has no helper here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// One of the session's capabilities, as in `browserVersion`; null where there is none.
    pub fn capability(&self, name: &str) -> Value {
        self.client.capabilities().and_then(|all| all.get(name)).cloned().unwrap_or_default()
    }

    /// Goes to an address and waits for its `load`.
    pub async fn goto(&self, url: &str) -> Result<()> {
        Ok(self.client.goto(url).await?)
    }

    /// Runs the body of a function with `arguments` and returns what it returns.
    pub async fn js(&self, script: &str, args: Vec<Value>) -> Result<Value> {
        Ok(self.client.execute(script, args).await?)
    }

    /// The same for the body of an `async` function.
    pub async fn js_async(&self, script: &str, args: Vec<Value>) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            (async function () {{ {script} }}).apply(null, [...arguments].slice(0, -1))
                .then(value => done({{value}}), error => done({{error: [error, error?.stack].join(' ')}}));"
        );
        let mut answer = self.client.execute_async(&script, args).await?;
        match answer["error"].as_str() {
            Some(error) => Err(error.into()),
            None => Ok(answer["value"].take()),
        }
    }

    /// Waits until a JavaScript expression is true, looking again at each frame. The error names the expression.
    pub async fn wait_until(&self, condition: &str, timeout: Duration) -> Result<()> {
        let until = Instant::now() + timeout;
        let look = format!("await new Promise(requestAnimationFrame); return !!({condition});");
        loop {
            // A navigation under way ends a script early: that is no answer yet.
            match self.js_async(&look, vec![]).await {
                Ok(Value::Bool(true)) => return Ok(()),
                Err(error) if Instant::now() > until => return Err(format!("never true: {condition}: {error}").into()),
                _ if Instant::now() > until => return Err(format!("not true after {timeout:?}: {condition}").into()),
                _ => {}
            }
        }
    }

    /// Presses keys one after the other: characters, or the code points of WebDriver's table ('\u{e007}' is Enter).
    pub async fn press(&self, keys: &str) -> Result<()> {
        let actions = keys.chars().fold(KeyActions::new("keyboard".into()), |actions, value| {
            actions.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Moves the mouse to a point of the viewport.
    pub async fn hover(&self, (x, y): (f64, f64)) -> Result<()> {
        let there = PointerAction::MoveTo { duration: None, x, y };
        Ok(self.client.perform_actions(MouseActions::new("mouse".into()).then(there)).await?)
    }

    /// Presses and releases the left button where the mouse is.
    pub async fn click(&self) -> Result<()> {
        let button = MOUSE_BUTTON_LEFT;
        let press = MouseActions::new("mouse".into()).then(PointerAction::Down { button });
        Ok(self.client.perform_actions(press.then(PointerAction::Up { button })).await?)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn cdp(&self, method: &str, params: Value) -> Result<Value> {
        Ok(self.client.issue_cmd(Cdp { method: method.into(), params }).await?)
    }

    /// Makes the viewport this large, at this number of device pixels for one of CSS.
    pub async fn set_viewport(&self, width: u32, height: u32, scale: f64) -> Result<()> {
        let params = json!({"width": width, "height": height, "deviceScaleFactor": scale, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", params).await.map(drop)
    }

    /// Sets media features, as in `[("prefers-color-scheme", "dark"), ("forced-colors", "active")]`.
    pub async fn emulate_media(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> = features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({"features": features})).await.map(drop)
    }

    /// Writes a picture of the viewport as PNG.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        Ok(tokio::fs::write(path, self.client.screenshot().await?).await?)
    }

    /// Makes the window as high as the page where the driver knows no more than the window: WebKit's.
    pub async fn unroll(&self) -> Result<()> {
        if self.kind == Kind::WebKit {
            let height = self.js("return document.documentElement.scrollHeight", vec![]).await?;
            self.client.set_window_size(1440, height.as_u64().unwrap_or_default() as u32 + 200).await?;
        }
        Ok(())
    }

    /// A picture of the whole page as PNG, taken without scrolling: as each browser does it, once it is unrolled.
    pub async fn whole_page(&self) -> Result<Vec<u8>> {
        let picture = match self.kind {
            Kind::Chromium => {
                let size = self.cdp("Page.getLayoutMetrics", json!({})).await?["cssContentSize"].take();
                let clip = json!({"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1});
                let params = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
                self.cdp("Page.captureScreenshot", params).await?["data"].take()
            }
            Kind::Firefox => self.client.issue_cmd(WholePage).await?,
            Kind::WebKit => return Ok(self.client.screenshot().await?),
        };
        Ok(BASE64_STANDARD.decode(picture.as_str().ok_or("no picture")?)?)
    }

    /// Begins to record what the main thread of the current page does: [`TASKS`] or [`SCRIPTS`].
    ///
    /// [`TASKS`]: super::TASKS
    /// [`SCRIPTS`]: super::SCRIPTS
    pub async fn trace(&self, categories: &[&str]) -> Result<Trace> {
        let options = self.capability("goog:chromeOptions");
        let address = options["debuggerAddress"].as_str().ok_or("traces are Chromium's alone")?;
        let page = String::from(self.client.window().await?);
        Trace::start(address, &format!("/devtools/page/{page}"), categories).await
    }
}

/// geckodriver's own command for a picture of the whole page.
#[derive(Debug)]
struct WholePage;

impl WebDriverCompatibleCommand for WholePage {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> std::result::Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/moz/screenshot/full", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}

/// chromedriver's own command that hands one to the DevTools protocol.
#[derive(Debug)]
struct Cdp {
    method: String,
    params: Value,
}

impl WebDriverCompatibleCommand for Cdp {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> std::result::Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({"cmd": self.method, "params": self.params}).to_string()))
    }
}
