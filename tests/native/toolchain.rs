//! The compiler that is declared is the one that everything here is built and tested with.

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
