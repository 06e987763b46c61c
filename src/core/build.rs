//! Compiles the translators' files.
#![allow(clippy::disallowed_methods, reason = "a build script has surroundings, which the core has not")]

use std::path::PathBuf;

fn main() {
    let folder = |name| PathBuf::from(std::env::var_os(name).unwrap_or_default());
    atlas_messages::write(&folder("CARGO_MANIFEST_DIR").join("locale"), &folder("OUT_DIR"));
}
