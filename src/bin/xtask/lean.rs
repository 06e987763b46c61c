//! A release build for readers: with a standard library made for size, and without the texts of panics.
//!
//! The library that comes with the toolchain is compiled for speed, and every possible panic carries its message and
//! its place. Compiling it anew for size, and letting a panic end the instance at once, takes 15 kB of 129 (brotli) off
//! what every reader loads; the element tells a crash by its code either way. Cargo calls this unstable, so it is asked
//! for in so many words, tried first, and done without where the toolchain cannot: the build is then larger, not other.
//! The same holds for the programs that rewrite the module and the script around it, which take another 5 kB off.

use crate::place::{BUILD_DIR, Place, say, succeeds};
use crate::tools;
use std::process::Command;

const FLAGS: [&str; 3] = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"];

/// Sets a command of Trunk up for the release build.
pub fn release(place: &Place, trunk: &mut Command) {
    match tools::shrinkers(place) {
        Ok(folder) => drop(trunk.env("ATLAS_SHRINKERS", folder)),
        Err(problem) => say(&format!("{problem}: the script will be about 5 kB larger")),
    }
    if !(knows_flags() && has_source(place)) {
        say("this toolchain cannot compile its own library for size: the script will be about 15 kB larger");
        return;
    }
    // Some crates look at RUSTC_BOOTSTRAP: in one folder with the tests, each would have the other compiled anew.
    if trunk.get_envs().any(|(name, _)| name == BUILD_DIR) {
        trunk.env(BUILD_DIR, place.cache.join("build-release"));
    }
    trunk
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS.join(" "));
}

fn knows_flags() -> bool {
    let mut rustc = Command::new("rustc");
    succeeds(rustc.env("RUSTC_BOOTSTRAP", "1").args(FLAGS).args(["--print", "cfg"]))
}

/// Whether the source of the standard library is there, or can be had.
fn has_source(place: &Place) -> bool {
    let output = Command::new("rustc").args(["--print", "sysroot"]).output();
    let sysroot = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    if std::path::Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return true;
    }
    say("installing the source of the standard library");
    place.run(Command::new("rustup").args(["component", "add", "rust-src"])).is_ok()
}
