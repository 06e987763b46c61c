//! The keyboard of a person at Chromium's window, by `xdotool`.

use crate::driver::Result;
use crate::page::dist;
use std::path::Path;
use std::time::{Duration, Instant};
use tokio::process::Command;

/// How long Chromium may take to open its dialog, and to write what it saves.
const PATIENCE: Duration = Duration::from_secs(30);

/// How xdotool finds it.
const DIALOG: [&str; 2] = ["--name", "^Save File$"];

/// Saves the page by Chromium's own dialog, which offers "Webpage, Complete" first, and waits until all is written.
pub async fn save_page(file: &Path) -> Result<()> {
    let browser = window(&["--class", "chromium"]).await?;
    xdotool(&["windowfocus", "--sync", &browser]).await?;
    xdotool(&["key", "ctrl+s"]).await?;
    let dialog = window(&DIALOG).await?;
    // No window manager is there to do it, and for the same reason Enter would not press the default button.
    xdotool(&["windowfocus", "--sync", &dialog]).await?;
    xdotool(&["key", "ctrl+a"]).await?;
    xdotool(&["type", &file.to_string_lossy()]).await?;
    // As long as it looks into the folder that was typed, it does not hear the button.
    until("the dialog to close", async || {
        xdotool(&["key", "alt+s"]).await?;
        Ok(visible(&DIALOG).await.is_none().then_some(()))
    })
    .await?;
    until(&format!("{} to be written", file.display()), async || Ok(complete(file).then_some(()))).await
}

/// Whether a page is there to its end, with the script beside it if it has one.
fn complete(file: &Path) -> bool {
    let page = std::fs::read_to_string(file).unwrap_or_default();
    let size = |path: &Path| std::fs::metadata(path).map(|found| found.len()).ok();
    let script = file.with_extension("").display().to_string() + "_files/cooperation-atlas.js";
    let beside = !page.contains("_files/") || size(Path::new(&script)) == size(&dist().join("cooperation-atlas.js"));
    page.trim_end().ends_with("</html>") && beside
}

/// The first window on the screen that fits, once there is one.
async fn window(which: &[&str]) -> Result<String> {
    until(&format!("a window {which:?}"), async || Ok(visible(which).await)).await
}

async fn visible(which: &[&str]) -> Option<String> {
    let found = xdotool(&[&["search", "--onlyvisible"], which].concat()).await.ok()?;
    found.lines().next().map(str::to_owned)
}

/// What a look has found, once it finds something; the error names what was wanted.
async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let until = Instant::now() + PATIENCE;
    loop {
        match look().await? {
            Some(found) => return Ok(found),
            None if Instant::now() > until => return Err(format!("waited {PATIENCE:?} for {what}").into()),
            // Neither windows nor files tell this process that they are there.
            None => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

async fn xdotool(args: &[&str]) -> Result<String> {
    let output = Command::new("xdotool").args(args).output().await?;
    match output.status.success() {
        true => Ok(String::from_utf8(output.stdout)?),
        false => Err(format!("xdotool {args:?}: {}", String::from_utf8_lossy(&output.stderr)).into()),
    }
}
