//! What makes the standalone page installable and lets it open without a network: the manifest, the icon, the script that
//! registers the worker, the worker with the checksum of every file it keeps, and the one that ends it.
//!
//! Leaves what the worker does to `service-worker.js`. Frames and embedded atlases never come here.

use super::address::{PAGE, path};
use super::{Result, SCRIPT, read};
use atlas_core::locale::Locale;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use std::path::Path;

/// The script of the standalone pages that registers the worker.
pub const REGISTER: &str = "offline.js";
/// The icon.
pub const ICON: &str = "icon.svg";
/// The manifest, which `offline.js` names to those who come back.
pub const MANIFEST: &str = "manifest.webmanifest";
/// The worker.
pub const WORKER: &str = "service-worker.js";
/// What is published in the worker's place to end it.
pub const END: &str = "service-worker-end.js";

const TEMPLATE: &str = include_str!("service-worker.js");

/// The lines for the head of a standalone page; `up` leads to `dist/`.
pub fn head(up: &str) -> String {
    format!("<script src=\"{up}{REGISTER}\" defer></script>\n")
}

/// Every file but the worker, by name.
pub fn files(title: &str, description: &str) -> [(&'static str, Vec<u8>); 4] {
    let manifest = json!({
        "name": title,
        "short_name": "Cooperation Atlas",
        "description": description,
        "lang": Locale::ENGLISH.tag(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#1f4f91",
        "icons": [{"src": ICON, "sizes": "any", "type": "image/svg+xml", "purpose": "any maskable"}],
    });
    [
        (MANIFEST, format!("{manifest:#}\n").into_bytes()),
        (ICON, include_bytes!("icon.svg").to_vec()),
        (REGISTER, include_bytes!("offline.js").to_vec()),
        (END, include_bytes!("service-worker-end.js").to_vec()),
    ]
}

/// By what the worker knows a file: the first 96 bits of its SHA-256, since the worker loads with the page. That tells the files
/// of two releases apart; who could forge a file could forge the worker, too.
fn sum(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(&Sha256::digest(bytes)[..12])
}

/// The worker over the files as they lie in `dist/`.
pub fn worker(dist: &Path) -> Result<String> {
    let pages = Locale::ALL.map(|locale| path(locale, PAGE));
    let names = pages.into_iter().chain([SCRIPT, MANIFEST, ICON, REGISTER].map(String::from));
    let mut files = Map::new();
    for name in names {
        let sum = sum(&read(&dist.join(&name))?);
        files.insert(name, sum.into());
    }
    let list = format!("{:#}", Value::from(files));
    // Over the worker too: another way to keep the files is another release.
    let version = sum([TEMPLATE, &list].concat().as_bytes());
    Ok(TEMPLATE.replace("{version}", &version).replace("{files}", &list))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_worker_lists_every_file_and_changes_with_each() {
        let dist = tempfile::tempdir().unwrap();
        fs::create_dir(dist.path().join("ru")).unwrap();
        let names = ["index.html", "ru/index.html", SCRIPT, MANIFEST, ICON, REGISTER];
        names.iter().for_each(|name| fs::write(dist.path().join(name), name).unwrap());
        let before = worker(dist.path()).unwrap();
        for name in names {
            assert!(before.contains(&format!("\"{name}\": \"{}\"", sum(name.as_bytes()))), "{name}");
        }
        fs::write(dist.path().join(ICON), "new").unwrap();
        let version = |text: &str| text.lines().find(|line| line.starts_with("const VERSION")).unwrap().to_owned();
        assert_ne!(version(&before), version(&worker(dist.path()).unwrap()));
        fs::remove_file(dist.path().join(SCRIPT)).unwrap();
        assert!(worker(dist.path()).unwrap_err().contains(SCRIPT), "a missing file is named");
    }
}
