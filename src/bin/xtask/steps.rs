//! `cargo xtask test`: the steps in their order, and what is told about them.

use crate::place::{Place, Result, say};
use crate::{browser, faults, readers, tools};
use std::process::Command;
use std::time::Instant;

/// The features of everything that is tested natively: one set for all, so that it is compiled once.
pub const FEATURES: &str = "bundle,e2e";

/// One step.
struct Step {
    /// What `--only` calls it.
    name: &'static str,
    /// What has to be there before.
    needs: Needs,
    /// The program and its arguments, with spaces between them.
    command: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
enum Needs {
    Rustfmt,
    Clippy,
    Nothing,
    /// Nothing, but a mistake in the documentation is an error.
    Strictness,
    Frictionless,
    /// What checks the parts of others.
    Deny,
    /// Trunk and the tools of wasm-bindgen.
    Tools,
    /// The same, and a browser.
    Browser,
    /// The release build, which an earlier step makes.
    Dist,
    /// The same, and programs that read what readers take away.
    DistAndReaders,
    /// The release build, and a browser.
    DistAndBrowser,
    /// The release build, and Firefox.
    DistAndFirefox,
    /// The release build, and WebKit.
    DistAndWebKit,
}

const fn step(name: &'static str, needs: Needs, command: &'static str) -> Step {
    Step { name, needs, command }
}

const STEPS: [Step; 20] = [
    step("format", Needs::Rustfmt, "cargo fmt --all --check"),
    step("clippy", Needs::Clippy, "cargo clippy --workspace --all-features --all-targets -- -D warnings"),
    step(
        "clippy-wasm",
        Needs::Clippy,
        "cargo clippy --target wasm32-unknown-unknown --no-default-features --features app \
         --lib --bin widget --test browser -- -D warnings",
    ),
    step("native", Needs::Nothing, "cargo test --workspace --features bundle,e2e --lib --bins --test native"),
    step("fuzz", Needs::Nothing, "cargo test --features bundle,e2e --test fuzz"),
    step("docs", Needs::Nothing, "cargo test --workspace --features bundle,e2e --doc"),
    step("api", Needs::Strictness, "cargo doc --workspace --no-deps --features bundle,e2e"),
    step(
        "supply",
        Needs::Deny,
        "cargo-deny --locked --config .cargo/deny.toml --no-default-features --features app \
         --target wasm32-unknown-unknown --exclude-dev check licenses bans sources",
    ),
    step(
        "supply-tools",
        Needs::Deny,
        "cargo-deny --locked --config .cargo/deny-tools.toml --workspace --all-features check licenses bans sources",
    ),
    step("data", Needs::Frictionless, "python -m frictionless validate src/data/datapackage.json"),
    step(
        "browser",
        Needs::Browser,
        "cargo test --target wasm32-unknown-unknown --no-default-features --features app --test browser",
    ),
    step(BUILD, Needs::Tools, "trunk build --release"),
    step("sizes", Needs::Dist, "cargo run --quiet --features bundle,e2e --bin bundle -- sizes dist"),
    step("readers", Needs::DistAndReaders, "cargo test --features bundle,e2e --test readers"),
    step("e2e", Needs::DistAndBrowser, "cargo test --features bundle,e2e --test e2e"),
    step(
        "e2e-firefox",
        Needs::DistAndFirefox,
        "cargo test --features bundle,e2e --test e2e -- embedding:: saved:: single:: static_view::without \
         studio:: taking:: whole::",
    ),
    step(
        "e2e-webkit",
        Needs::DistAndWebKit,
        "cargo test --features bundle,e2e --test e2e -- embedding:: single:: static_view::without studio:: taking:: whole::",
    ),
    step("access", Needs::DistAndBrowser, ACCESS),
    step("access-firefox", Needs::DistAndFirefox, ACCESS),
    step("access-webkit", Needs::DistAndWebKit, ACCESS),
];

const BUILD: &str = "build";
/// The checks of accessibility; each leaves a report in `target/`.
const ACCESS: &str = "cargo test --features bundle,e2e --test access";

/// Whether there is a step of this name.
pub fn exists(name: &str) -> bool {
    STEPS.iter().any(|step| step.name == name)
}

/// The names of all steps.
pub fn names() -> String {
    STEPS.map(|step| step.name).join(", ")
}

/// Runs all steps, or one with the build that it needs, and of that step only what has one of these names; an error if any
/// of them fails, after all have run.
pub fn run(place: &Place, only: Option<&str>, names: &[&str]) -> Result<()> {
    let chosen: Vec<&Step> = STEPS.iter().filter(|step| only.is_none_or(|name| step.belongs_to(name))).collect();
    let mut lines = Vec::new();
    let mut failed: Vec<&str> = Vec::new();
    let mut skipped = 0;
    let started = Instant::now();
    if only.is_none() {
        faults::forget(place);
    }
    for (number, step) in chosen.iter().enumerate() {
        say(&format!("[{}/{}] {}: {}", number + 1, chosen.len(), step.name, step.command));
        let before = Instant::now();
        let outcome = if failed.contains(&BUILD) && step.wants_dist() {
            skipped += 1;
            "skipped, since there is no build".to_owned()
        } else {
            let names = if only == Some(step.name) { names } else { &[] };
            match step.prepare(place).and_then(|command| place.run(&mut step.of(command, names, place))) {
                Ok(()) => "passed".to_owned(),
                Err(problem) => {
                    failed.push(step.name);
                    format!("FAILED: {problem}")
                }
            }
        };
        let line = format!("{:<14}{:>7.1} s  {outcome}", step.name, before.elapsed().as_secs_f32());
        say(&line);
        lines.push(line);
    }
    if only.is_none()
        && let Err(problem) = faults::report(place)
    {
        say(&format!("faults: {problem}"));
        failed.push("faults");
    }
    println!("\n{}\n{:<14}{:>7.1} s\n", lines.join("\n"), "all", started.elapsed().as_secs_f32());
    // The table of faults is told as a step, which it is not.
    let passed = (chosen.len() + usize::from(failed.contains(&"faults"))) - failed.len() - skipped;
    let rest = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
    println!("{passed} passed, {} failed{rest}", failed.len());
    if failed.is_empty() { Ok(()) } else { Err(format!("these steps failed: {}", failed.join(", "))) }
}

impl Step {
    fn wants_dist(&self) -> bool {
        matches!(self.needs, Needs::Dist | Needs::DistAndReaders) || self.drives()
    }

    /// Whether it drives a browser over the release build.
    fn drives(&self) -> bool {
        matches!(self.needs, Needs::DistAndBrowser | Needs::DistAndFirefox | Needs::DistAndWebKit)
    }

    fn belongs_to(&self, only: &str) -> bool {
        let chosen = |step: &Step| step.name == only;
        chosen(self) || self.name == BUILD && STEPS.iter().any(|step| chosen(step) && step.wants_dist())
    }

    /// The command for those of its tests alone that have one of these names, or for all; what came of all of them is noted
    /// where the table of faults wants it, whose tests are run in any case.
    fn of(&self, mut command: Command, names: &[&str], place: &Place) -> Command {
        let is_told =
            names.is_empty() && (self.name == "fuzz" || faults::ENGINES.iter().any(|(step, _)| *step == self.name));
        if (is_told || !names.is_empty()) && !self.command.contains(" -- ") {
            command.arg("--");
        }
        if is_told {
            command.arg("--logfile").arg(faults::log(place, self.name));
        }
        if let Some((_, engine)) = faults::ENGINES.iter().find(|(step, _)| names.is_empty() && *step == self.name)
            && self.command.contains(" -- ")
        {
            command.args(faults::tests(engine));
        }
        command.args(names);
        command
    }

    /// The command, once all that it needs is there.
    fn prepare(&self, place: &Place) -> Result<Command> {
        let mut words = self.command.split_whitespace();
        let program = words.next().unwrap_or_default();
        let mut command = place.command(program);
        match self.needs {
            Needs::Nothing | Needs::Dist => {}
            Needs::Strictness => _ = command.env("RUSTDOCFLAGS", "-D warnings"),
            Needs::Rustfmt => tools::component(place, "rustfmt")?,
            Needs::Clippy => {
                tools::component(place, "clippy")?;
                tools::wasm_target(place)?;
                command = place.command_apart(program);
            }
            Needs::Frictionless => command = place.command_with(&tools::frictionless(place)?),
            Needs::Deny => command = place.command_with(&tools::cargo_deny(place)?),
            Needs::Tools => command = tools::release_build(place)?,
            Needs::Browser => {
                tools::for_building(place)?;
                browser::find_or_install()?.with_settings(place)?.show(&mut command);
                command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
                // With a third language in it, made up for tests.
                command.env("ATLAS_PSEUDO", "1");
            }
            Needs::DistAndReaders => readers::show(&mut command, place)?,
            Needs::DistAndBrowser => {
                browser::find_or_install()?.show(&mut command);
            }
            Needs::DistAndFirefox => {
                command.env("ATLAS_BROWSER", "firefox").env("FIREFOX", browser::firefox(place)?);
            }
            Needs::DistAndWebKit => {
                browser::webkit()?;
                command.env("ATLAS_BROWSER", "webkit");
            }
        }
        if self.drives() {
            browser::over_release(&mut command, place)?;
        }
        command.args(words);
        if self.needs == Needs::Deny && tools::has_advisories() {
            command.arg("advisories");
        }
        Ok(command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_on_the_build_brings_the_build_with_it() {
        let chosen = |only: &str| -> Vec<&str> {
            STEPS.iter().filter(|step| step.belongs_to(only)).map(|step| step.name).collect()
        };
        assert_eq!(chosen("e2e"), ["build", "e2e"]);
        assert_eq!(chosen("e2e-firefox"), ["build", "e2e-firefox"]);
        assert_eq!(chosen("readers"), ["build", "readers"]);
        assert_eq!(chosen("format"), ["format"]);
        assert_eq!(chosen("build"), ["build"]);
    }
}
