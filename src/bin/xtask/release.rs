//! `cargo xtask release`: everything that is handed over, as files below `target/releases`; nothing is published.
//! `cargo xtask reproduce`: the same from two clones, byte for byte.

use crate::place::{BUILD_DIR, Place, Result, say};
use crate::steps::FEATURES;
use crate::tools::{self, at, install, npm};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What looks at the package for npm before anybody else does.
const LINTS: [&str; 2] = ["publint@0.3.25", "@arethetypeswrong/cli@0.18.5"];

/// Builds, packs and checks.
pub fn release(place: &Place) -> Result<()> {
    let folder = files(place)?;
    let package = folder.join("npm");
    place.run(program("npm").args(["pack", "--silent", "--pack-destination"]).arg(&folder).current_dir(&package))?;
    let lints = place.tool("npm-lints", &LINTS.join("-").replace('/', "-"));
    install(&lints, &LINTS.join(", "), |new| npm(place, new, &LINTS))?;
    let lint = |program_of: &str, arguments: &[&str]| {
        let path = lints.join("node_modules").join(program_of);
        program("node").arg(path).args(arguments).current_dir(&package).status()
    };
    let publint = lint("publint/src/cli.js", &["--strict"]);
    let types = lint("@arethetypeswrong/cli/dist/index.js", &["--pack", "."]);
    for (name, outcome) in [("publint", publint), ("attw", types)] {
        if !outcome.is_ok_and(|status| status.success()) {
            return Err(format!("`{name}` objects to the package for npm"));
        }
    }
    signatures(&tools::shrinkers(place)?)?;
    say(&format!("the release lies in {}", folder.display()));
    Ok(())
}

/// The archive, and the folder of the package for npm.
pub fn files(place: &Place) -> Result<PathBuf> {
    crate::build(place, None)?;
    let paths = tools::same_paths(place)?;
    let mut cargo = place.command("cargo");
    cargo.args(["build", "--release", "--locked", "--bin", "atlas"]).env("RUSTFLAGS", &paths);
    place.run(&mut cargo)?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| place.root.join("target"), PathBuf::from);
    let to = place.root.join("target/releases");
    fs::create_dir_all(&to).map_err(|error| at(&to, error))?;
    let mut bundle = place.command("cargo");
    bundle.args(["run", "--quiet", "--features", FEATURES, "--bin", "bundle", "--", "release", "dist"]);
    bundle.arg(target.join("release").join(format!("atlas{}", env::consts::EXE_SUFFIX))).arg(&to);
    place.run(&mut bundle)?;
    Ok(to)
}

/// The papers on accessibility, from the reports of the checks.
pub fn papers(place: &Place, day: &str) -> Result<()> {
    let mut bundle = place.command("cargo");
    bundle.args(["run", "--quiet", "--features", FEATURES, "--bin", "bundle", "--", "papers", "target", day]);
    place.run(bundle.arg("src/bundle/papers"))
}

fn program(name: &str) -> Command {
    Command::new(name)
}

/// Whether the packages that make the script smaller are those that their makers signed, as far as this can be told here.
fn signatures(folder: &Path) -> Result<()> {
    let output = program("npm").args(["audit", "signatures"]).current_dir(folder).output();
    let output = output.map_err(|error| format!("`npm`: {error}"))?;
    let told = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    if output.status.success() {
        say(&format!("npm audit signatures: {}", told.trim().replace('\n', "; ")));
        return Ok(());
    }
    // Where the keys cannot be had, nobody can tell; what is there and is wrong, the program says in these words.
    if told.contains("invalid registry signature") || told.contains("missing registry signature") {
        return Err(format!("npm audit signatures: {told}"));
    }
    say("npm audit signatures: not evaluated, since the keys cannot be had from here");
    Ok(())
}

/// Makes the release in two clones at different paths, with different caches, and compares all that they have made.
pub fn reproduce(place: &Place) -> Result<()> {
    let here = place.root.join("target/reproduce");
    if here.exists() {
        fs::remove_dir_all(&here).map_err(|error| at(&here, error))?;
    }
    let mut made = Vec::new();
    for name in ["a", "another-place/of-a-longer-name"] {
        let around = here.join(name);
        let clone = around.join("clone");
        fs::create_dir_all(&around).map_err(|error| at(&around, error))?;
        place.run(Command::new("git").args(["clone", "--quiet"]).arg(&place.root).arg(&clone))?;
        let home = own_cargo(&around.join("cargo"))?;
        // The tools are the same files; what is compiled is compiled anew.
        let cache = around.join("cache/cooperation-atlas");
        fs::create_dir_all(&cache).map_err(|error| at(&cache, error))?;
        link(&place.cache.join("tools"), &cache.join("tools"))?;
        let mut cargo = Command::new("cargo");
        cargo.args(["xtask", "release", "--files"]).current_dir(&clone);
        ["CARGO_TARGET_DIR", BUILD_DIR, "RUSTC_WORKSPACE_WRAPPER", "CARGO_MANIFEST_DIR"].iter().for_each(|name| {
            cargo.env_remove(name);
        });
        cargo.env("CARGO_HOME", home).env("XDG_CACHE_HOME", around.join("cache"));
        say(&format!("a release in {}", clone.display()));
        place.run(&mut cargo)?;
        // What was compiled on the way takes gigabytes.
        fs::remove_dir_all(around.join("cache")).map_err(|error| at(&around, error))?;
        made.push(clone);
    }
    let lists: Vec<_> = made.iter().map(|clone| all_files(clone, &["dist", "target/releases"])).collect();
    let (one, other) = (&lists[0], &lists[1]);
    let mut differing = Vec::new();
    for path in one.iter().chain(other) {
        let bytes = |clone: &Path| fs::read(clone.join(path)).ok();
        if bytes(&made[0]) != bytes(&made[1]) && !differing.contains(path) {
            differing.push(path.clone());
        }
    }
    if differing.is_empty() {
        say(&format!("{} files, equal byte for byte in both clones", one.len()));
        return Ok(());
    }
    let told: Vec<_> = differing.iter().map(|path| path.display().to_string()).collect();
    Err(format!("these files differ between two clones: {}", told.join(", ")))
}

/// A home of cargo's of its own, which has what was downloaded, and unpacks it into folders of its own.
fn own_cargo(home: &Path) -> Result<PathBuf> {
    let theirs =
        env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let theirs = theirs.ok_or("no home of cargo's")?;
    let registry = home.join("registry");
    fs::create_dir_all(&registry).map_err(|error| at(&registry, error))?;
    for name in ["cache", "index"] {
        link(&theirs.join("registry").join(name), &registry.join(name))?;
    }
    // Where a machine reaches the registry by another way than others.
    if theirs.join("config.toml").is_file() {
        fs::copy(theirs.join("config.toml"), home.join("config.toml")).map_err(|error| at(home, error))?;
    }
    Ok(home.to_owned())
}

/// A folder under another path.
fn link(from: &Path, to: &Path) -> Result<()> {
    #[cfg(unix)]
    return std::os::unix::fs::symlink(from, to).map_err(|error| at(to, error));
    #[cfg(not(unix))]
    Err(at(to, format!("expected a system with symbolic links, for {}", from.display())))
}

/// The files in folders of a clone, by their paths in it.
fn all_files(clone: &Path, folders: &[&str]) -> Vec<PathBuf> {
    let (mut found, mut next) = (Vec::new(), folders.iter().map(|folder| clone.join(folder)).collect::<Vec<_>>());
    while let Some(folder) = next.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                next.push(path);
            } else if let Ok(path) = path.strip_prefix(clone) {
                found.push(path.to_owned());
            }
        }
    }
    found
}
