//! Packages from npm: fetched once for each user, in pinned versions.

use super::Result;
use std::path::PathBuf;
use std::process::Command;

/// Installs packages (name and version) into a folder of the user's cache, unless these files of theirs are there, and
/// returns the folder of their `node_modules`.
pub fn install(name: &str, pinned: &[(&str, &str)], files: &[&str]) -> Result<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache")));
    let folder = cache.ok_or("no HOME to keep packages in")?.join("cooperation-atlas").join(name);
    let wanted: Vec<String> = pinned.iter().map(|(name, version)| format!("\"{name}\": \"{version}\"")).collect();
    let package = format!("{{\"private\": true, \"dependencies\": {{{}}}}}\n", wanted.join(", "));
    let file = folder.join("package.json");
    let complete = files.iter().all(|name| folder.join("node_modules").join(name).is_file());
    if complete && std::fs::read_to_string(&file).is_ok_and(|text| text == package) {
        return Ok(folder);
    }
    std::fs::create_dir_all(&folder)?;
    std::fs::write(file, package)?;
    let names: Vec<&str> = pinned.iter().map(|(name, _)| *name).collect();
    println!("Installing {} from npm", names.join(", "));
    let status = Command::new("npm")
        .args(["install", "--no-audit", "--no-fund", "--ignore-scripts"])
        .current_dir(&folder)
        .status()
        .map_err(|error| format!("{} come from npm, which does not start: {error}", names.join(", ")))?;
    if !status.success() {
        return Err(format!("npm install ended with {status} in {}", folder.display()).into());
    }
    Ok(folder)
}
