//! Takes the script that `ATLAS_SCRIPT` names; without it the program carries none.
#![allow(clippy::disallowed_methods, reason = "a build script has surroundings")]

use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=ATLAS_SCRIPT");
    let mut script = String::new();
    if let Some(path) = std::env::var_os("ATLAS_SCRIPT").map(PathBuf::from) {
        println!("cargo::rerun-if-changed={}", path.display());
        match std::fs::read_to_string(&path) {
            Ok(text) => script = text,
            Err(error) => println!("cargo::error=ATLAS_SCRIPT: {}: {error}", path.display()),
        }
    }
    let to = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("script.js");
    if let Err(error) = std::fs::write(&to, script) {
        println!("cargo::error={}: {error}", to.display());
    }
}
