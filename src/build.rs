//! Reads, checks and packs what is compiled in.
//!
//! The reading is the library's own: this crate shares its modules. Without the feature `app` there is nothing to do,
//! so that the developers' commands start without it.

// Each is used here in part, and by the library in whole.
#[cfg(feature = "app")]
#[allow(dead_code, unused_imports)]
mod dataset;
#[cfg(feature = "app")]
#[allow(dead_code)]
mod grouped;
#[cfg(feature = "app")]
#[allow(dead_code)]
mod letters;
#[cfg(feature = "app")]
#[allow(dead_code)]
mod limits;
#[cfg(feature = "app")]
#[path = "locale/compile.rs"]
mod locale_compile;
#[cfg(feature = "app")]
#[allow(dead_code, unused_imports)]
mod model;
#[cfg(feature = "app")]
#[allow(dead_code)]
mod order;
#[cfg(feature = "app")]
#[allow(dead_code, unused_imports)]
mod packed;
#[cfg(feature = "app")]
#[allow(dead_code, unused_imports)]
mod time;

/// Where it is set, a language for tests is added, see `dataset/pseudo.rs`.
#[cfg(feature = "app")]
const PSEUDO: &str = "ATLAS_PSEUDO";

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    #[cfg(feature = "app")]
    {
        println!("cargo::rerun-if-env-changed={PSEUDO}");
        let is_pseudo = std::env::var_os(PSEUDO).is_some();
        let out = std::path::PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
        locale_compile::write(&out, is_pseudo.then_some((dataset::pseudo::TAG, dataset::pseudo::messages)));
        let made = out.join("pseudo");
        let shipped = std::path::Path::new("src/data");
        match is_pseudo.then(|| dataset::pseudo::tables(shipped, &made)) {
            None => pack_dataset(shipped),
            Some(Ok(())) => pack_dataset(&made),
            Some(Err(error)) => fail(&format!("{}: {error}", made.display())),
        }
    }
}

/// Packs a folder into `dataset.atlas`; every problem in it is an error of the build.
#[cfg(feature = "app")]
fn pack_dataset(folder: &std::path::Path) {
    println!("cargo::rerun-if-changed=src/data");
    match dataset::read(folder) {
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
