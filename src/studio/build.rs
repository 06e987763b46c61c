//! Packs `src/data`, for the template that is filled.
#![allow(clippy::disallowed_methods, reason = "a build script has surroundings")]

use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-changed=../data");
    // What no file may take, see `atlas_sheets`: a reading that wants more ends, and the page says so.
    if std::env::var_os("CARGO_CFG_TARGET_ARCH").is_some_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bins=--max-memory=268435456");
    }
    let to = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("dataset.atlas");
    let packed = atlas_dataset::read("../data".as_ref()).map(|set| atlas_core::packed::write(set.tables()));
    match packed.map(|bytes| std::fs::write(&to, bytes)) {
        Ok(Ok(())) => {}
        Ok(Err(error)) => println!("cargo::error={}: {error}", to.display()),
        Err(problems) => println!("cargo::error={problems}"),
    }
}
