//! `cargo xtask …`: the developers' commands, each with all the set-up it needs.
//!
//! Owns the commands and their order of steps; `place` knows where things lie and how children are started, `tools`
//! installs what is missing. It uses nothing but the standard library, so that it compiles in a second.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a program of its own, for developers")]

mod browser;
mod edits;
mod faults;
mod fonts;
mod fuzz;
mod guard;
mod hosts;
mod parts;
mod place;
mod progress;
mod readers;
mod release;
mod saves;
mod steps;
mod tools;
mod weigh;

use place::{Place, Result, say};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Duration;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [--port P] [--open]  build and serve the atlas, and reload it on every change
  build [--base ADDRESS]     make the release build in dist/; with the address at which it will stand, as
                             https://example.org/atlas/, it can be found by it: canonical, sitemap.xml
  atlas                      the same, then the command line with that script inside: target/release/atlas
  test [--only STEP [NAME…]] run every test there is, or one step of them, or of that step what has such a name
  test --hosts [NAME]        run the tests on real host pages: nginx, Bootstrap, jQuery, WordPress
  test --dates               compare dates with other readers of EDTF on 100,000 strings, which takes twenty minutes
  test --saves               run the test of pages that Chromium saves by its own dialog
  bench [OPTIONS]            measure the release build in a browser, beside its peers;
                             --scripts-only: just what the scripts cost before they are used;
                             --loading: how pages with the same facts come up;
                             --studio: how long the studio takes with a large file
  fuzz [--seconds N] [--seed N] [TARGET…]
                             try inputs that nobody thought of, N seconds for each target; the seed is told
  endure [--actions N] [--seed N]
                             do 100,000 actions in a page, in any order, with the command line's answers beside
  bite [TARGET…]             seed a defect for each target of the fuzzer, and have it found
  pictures                   refresh the README's pictures
  papers DAY                 write the report on accessibility and its statements anew, from what the steps `access`,
                             `access-firefox` and `access-webkit` left in target/
  release                    make what is handed over, below target/releases: the archive, the package for npm, the plugin;
                             nothing is published
  reproduce                  make the release of the last commit in two clones at different paths, and compare every byte
  weigh [NAME…]              build the release without what is written by hand to keep it small, and tell what that saves
  weigh --parts [NAME…]      build the release without each part of taking away, and without all of it, and tell what they add
  datapackage                write what the dataset's datapackage.json says of tables and columns anew, from the schema
  texts                      print every text of the interface and of the dataset, in all languages side by side, as
                             tab-separated values for a translator

Whatever is missing is installed first, into a cache of the user's that all clones share.";

/// The port of `serve`, or the next free one after it.
const PORT: u16 = 8080;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if place::is_compiler_call(&arguments) {
        return place::pass_on(&arguments);
    }
    if arguments.first().is_some_and(|first| first == guard::NAME) {
        return guard::keep(&arguments[1..]);
    }
    let place = Place::find(tools::folders);
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["serve", ref options @ ..] => match serve_options(options) {
            Some((port, open)) => serve(&place, port, open),
            None => return usage(),
        },
        ["build"] => build(&place, None),
        ["build", "--base", base] => build(&place, Some(base)),
        ["atlas"] => command_line(&place),
        ["test"] => steps::run(&place, None, &[]),
        ["test", "--only", step, ref names @ ..] if steps::exists(step) => steps::run(&place, Some(step), names),
        ["test", "--hosts", ref only @ ..] => hosts::test(&place, only),
        ["test", "--dates"] => fuzz::dates(&place, "100000"),
        ["test", "--saves"] => saves::test(&place),
        ["bench", ref options @ ..] => {
            in_browser(&place, &[&["bench", "--features", "e2e", "--bench", "browser", "--"], options].concat(), &[])
        }
        ["pictures"] => in_browser(
            &place,
            &["test", "--features", steps::FEATURES, "--test", "e2e", "--", "--ignored", "pictures"],
            &[],
        ),
        ["fuzz", ref options @ ..] => fuzz::fuzz(&place, options),
        ["endure", ref options @ ..] => fuzz::endure(&place, options),
        ["bite", ref names @ ..] => fuzz::bite(&place, names),
        ["papers", day] => release::papers(&place, day),
        ["release"] => release::release(&place),
        ["release", "--files"] => release::files(&place).map(drop),
        ["reproduce"] => release::reproduce(&place),
        ["weigh", "--parts", ref names @ ..] => parts::weigh(&place, names),
        ["weigh", ref names @ ..] => weigh::weigh(&place, names),
        ["datapackage" | "texts"] => authors(&place, &arguments[0]),
        _ => return usage(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}\n\nSteps of the tests: {}", steps::names());
    ExitCode::from(2)
}

fn build(place: &Place, base: Option<&str>) -> Result<()> {
    let mut trunk = tools::release_build(place)?;
    trunk.envs(base.map(|base| ("ATLAS_BASE", base)));
    place.run(trunk.args(["build", "--release"]))
}

/// The command line as it is handed out: one program, with the script of this release inside.
fn command_line(place: &Place) -> Result<()> {
    build(place, None)?;
    let mut cargo = place.command("cargo");
    cargo.env("ATLAS_SCRIPT", place.root.join("dist/cooperation-atlas.js"));
    place.run(cargo.args(["build", "--release", "--bin", "atlas"]))
}

/// What is asked of the sources by their own readers, which this program has not.
fn authors(place: &Place, command: &str) -> Result<()> {
    place.run(place.command("cargo").args(["run", "--quiet", "-p", "atlas-dataset", "--bin", "authors", "--", command]))
}

/// Something of cargo's that drives a browser over the release build.
fn in_browser(place: &Place, cargo: &[&str], told: &[(&str, u64)]) -> Result<()> {
    build(place, None)?;
    let browser = browser::find_or_install()?;
    let mut command = place.command("cargo");
    browser::over_release(browser.show(command.args(cargo)).env("ATLAS_PICTURES", "1"), place)?;
    command.envs(told.iter().map(|(name, value)| (*name, value.to_string())));
    place.run(&mut command)
}

/// The port, if one was asked for, and whether to open a browser.
fn serve_options(options: &[&str]) -> Option<(Option<u16>, bool)> {
    match *options {
        [] => Some((None, false)),
        ["--open", ref rest @ ..] => serve_options(rest).map(|(port, _)| (port, true)),
        ["--port", port, ref rest @ ..] => {
            let (_, open) = serve_options(rest)?;
            Some((Some(port.parse().ok()?), open))
        }
        _ => None,
    }
}

fn serve(place: &Place, port: Option<u16>, open: bool) -> Result<()> {
    tools::for_building(place)?;
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    let port = match port {
        Some(port) if free(&port) => port,
        Some(port) => return Err(format!("port {port} is taken; expected a free one")),
        None => (PORT..PORT + 100).find(free).ok_or("no free port from 8080 on; name one with --port")?,
    };
    say("building; the first time this takes a minute or two");
    // Trunk listens once the first build is there.
    thread::spawn(move || {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            thread::sleep(Duration::from_millis(200));
        }
        say(&format!("the atlas is at http://127.0.0.1:{port}/ and reloads on every change; Ctrl-C ends it"));
    });
    let port = port.to_string();
    let mut trunk: Command = place.command("trunk");
    // Beside `dist/`, which tests may be using.
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port, "--dist", "target/serve"]);
    if open {
        trunk.args(["--open", "true"]);
    }
    guard::run(&trunk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serve_takes_its_options_in_any_order() {
        assert_eq!(serve_options(&["--open", "--port", "9000"]), Some((Some(9000), true)));
        assert_eq!(serve_options(&["--port", "9000", "--open"]), Some((Some(9000), true)));
        assert_eq!(serve_options(&[]), Some((None, false)));
        assert_eq!(serve_options(&["--port"]), None);
        assert_eq!(serve_options(&["--port", "x"]), None);
    }
}
