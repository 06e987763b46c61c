//! Reads, checks and packs what is compiled in.
//!
//! The reading is the library's own: this crate shares its modules. Without the feature `app` there is nothing to do,
//! so that the developers' commands start without it.

// Each is used here in part, and by the library in whole.
#[cfg(feature = "app")]
#[allow(dead_code, unused_imports)]
mod dataset;
#[cfg(feature = "app")]
#[path = "locale/compile.rs"]
mod locale_compile;
#[cfg(feature = "app")]
#[allow(dead_code, unused_imports)]
mod model;
#[cfg(feature = "app")]
#[allow(dead_code, unused_imports)]
mod packed;
#[cfg(feature = "app")]
#[allow(dead_code, unused_imports)]
mod time;

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    #[cfg(feature = "app")]
    {
        locale_compile::write(std::path::Path::new(&std::env::var_os("OUT_DIR").unwrap_or_default()));
        pack_dataset();
    }
}

/// Packs `src/data` into `dataset.atlas`; every problem in it is an error of the build.
#[cfg(feature = "app")]
fn pack_dataset() {
    println!("cargo::rerun-if-changed=src/data");
    match dataset::read(std::path::Path::new("src/data")) {
        Ok(dataset) => write("dataset.atlas", &packed::write(dataset.tables())),
        Err(problems) => problems.iter().for_each(|problem| fail(&format!("src/data/{problem}"))),
    }
}

/// Writes a file for the library to include.
#[cfg(feature = "app")]
fn write(name: &str, bytes: &[u8]) {
    let dir = std::env::var_os("OUT_DIR").unwrap_or_default();
    if let Err(error) = std::fs::write(std::path::Path::new(&dir).join(name), bytes) {
        fail(&format!("{name} cannot be written: {error}"));
    }
}

/// Lets the build fail with this message, after all others.
#[cfg(feature = "app")]
fn fail(message: &str) {
    println!("cargo::error={message}");
}
