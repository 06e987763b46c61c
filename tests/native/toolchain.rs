//! What is declared is what is: the compiler that everything here is built and tested with, and the version of all of it.

use std::process::Command;

#[test]
fn the_declared_compiler_is_the_one_that_the_tests_run_with() {
    let declared = env!("CARGO_PKG_RUST_VERSION");
    let pinned = include_str!("../../rust-toolchain.toml");
    assert!(pinned.contains(&format!("channel = \"{declared}.")), "rust-toolchain.toml pins another than {declared}");
    let output = Command::new("rustc").arg("--version").current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    let version = String::from_utf8(output.stdout).unwrap();
    assert!(version.starts_with(&format!("rustc {declared}.")), "{version}, but {declared} is declared");
}

#[test]
fn the_software_is_cited_in_the_version_that_it_has() {
    let citation = include_str!("../../CITATION.cff");
    let version = concat!("version: ", env!("CARGO_PKG_VERSION"));
    assert_eq!(citation.lines().filter(|line| line.starts_with("version:")).collect::<Vec<_>>(), [version]);
    assert!(citation.contains(concat!("license: ", env!("CARGO_PKG_LICENSE"))));
}
