//! Reads, checks and packs what is compiled in.
//!
//! Without the feature `app` there is nothing to do, so that the developers' commands start without it.

#![allow(clippy::disallowed_methods, reason = "a build script has surroundings")]

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    #[cfg(feature = "app")]
    tables::pack();
}

#[cfg(feature = "app")]
mod tables {
    use std::path::{Path, PathBuf};

    /// Packs `src/data` into `dataset.atlas`, for `builtin.rs` to include; every problem in it is an error of the build.
    pub fn pack() {
        println!("cargo::rerun-if-changed=src/data");
        println!("cargo::rerun-if-env-changed={}", atlas_dataset::pseudo::VARIABLE);
        let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
        let shipped = Path::new("src/data");
        if std::env::var_os(atlas_dataset::pseudo::VARIABLE).is_none() {
            return read(shipped, &out);
        }
        let made = out.join("pseudo");
        match atlas_dataset::pseudo::tables(shipped, &made) {
            Ok(()) => read(&made, &out),
            Err(error) => fail(&format!("{}: {error}", made.display())),
        }
    }

    fn read(folder: &Path, out: &Path) {
        match atlas_dataset::read(folder) {
            Ok(dataset) => {
                let bytes = atlas_core::packed::write(dataset.tables());
                if let Err(error) = std::fs::write(out.join("dataset.atlas"), bytes) {
                    fail(&format!("dataset.atlas cannot be written: {error}"));
                }
            }
            Err(problems) => problems.iter().for_each(|problem| fail(&format!("src/data/{problem}"))),
        }
    }

    /// Lets the build fail with this message, after all others.
    fn fail(message: &str) {
        println!("cargo::error={message}");
    }
}
