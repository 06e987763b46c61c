//! Reads, checks and packs what is compiled in.
//!
//! Without the feature `app` there is nothing to do, so that the developers' commands start without it.

#![allow(clippy::disallowed_methods, reason = "a build script has surroundings")]

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|is| is == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        // The linker's symbols, by which `bundle/unread.rs` knows what nothing reads; it leaves them out of the script.
        println!("cargo::rustc-link-arg-bin=widget=--emit-relocs");
        // Half of what is usual, and then the data lie where an address takes a byte less.
        println!("cargo::rustc-link-arg-bin=widget=-zstack-size=524288");
    }
    #[cfg(feature = "app")]
    for problem in tables::pack().err().unwrap_or_default() {
        println!("cargo::error={problem}");
    }
}

#[cfg(feature = "app")]
mod tables {
    use atlas_dataset::pseudo;
    use std::path::PathBuf;

    /// Packs `src/data` into `dataset.atlas`, for `builtin.rs` to include; every problem in it is an error of the build.
    pub fn pack() -> Result<(), Vec<String>> {
        println!("cargo::rerun-if-changed=src/data");
        println!("cargo::rerun-if-env-changed={}", pseudo::VARIABLE);
        let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
        let mut folder = PathBuf::from("src/data");
        if std::env::var_os(pseudo::VARIABLE).is_some() {
            let made = out.join("pseudo");
            pseudo::tables(&folder, &made).map_err(|error| vec![format!("{}: {error}", made.display())])?;
            folder = made;
        }
        let named = |problem: &atlas_dataset::Problem| format!("src/data/{problem}");
        let dataset =
            atlas_dataset::read(&folder).map_err(|problems| problems.iter().map(named).collect::<Vec<_>>())?;
        let bytes = atlas_core::packed::write(dataset.tables());
        std::fs::write(out.join("dataset.atlas"), bytes).map_err(|error| vec![format!("dataset.atlas: {error}")])
    }
}
