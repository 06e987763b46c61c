//! How far a long installation is, told in lines where there is no terminal that cargo draws its own bar on.

use crate::place::{Place, Result, say};
use std::io::{BufReader, IsTerminal, Read, stderr};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often it is told.
const PAUSE: Duration = Duration::from_secs(20);

/// How many lines of the output are shown if it fails.
const TAIL: usize = 30;

/// Runs a command of cargo that compiles `what`.
///
/// # Errors
/// That it failed, once the end of its output is shown.
pub fn run(place: &Place, cargo: &mut Command, what: &str) -> Result<()> {
    if stderr().is_terminal() {
        return place.run(cargo);
    }
    cargo.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "100");
    let mut child = cargo.stderr(Stdio::piped()).spawn().map_err(|error| format!("`cargo` does not start: {error}"))?;
    let output = BufReader::new(child.stderr.take().ok_or("no output of cargo")?);
    let (started, mut told, mut line, mut tail) = (Instant::now(), Instant::now(), Vec::new(), Vec::new());
    // The bar is drawn over and over in one line, which ends with a carriage return.
    for byte in output.bytes().map_while(std::result::Result::ok) {
        if !matches!(byte, b'\n' | b'\r') {
            line.push(byte);
            continue;
        }
        let text = String::from_utf8_lossy(&std::mem::take(&mut line)).into_owned();
        match done(&text) {
            Some((done, all)) if told.elapsed() >= PAUSE => {
                say(&format!("{what}: {done} of {all} crates, after {} s", started.elapsed().as_secs()));
                told = Instant::now();
            }
            Some(_) => {}
            None => tail.push(text),
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() {
        return Ok(());
    }
    tail.iter().skip(tail.len().saturating_sub(TAIL)).for_each(|line| eprintln!("{line}"));
    Err(format!("`cargo` ended with {status}"))
}

/// How many crates are compiled, and of how many, in `Building [=====>   ] 120/340: syn, quote`.
fn done(line: &str) -> Option<(u32, u32)> {
    let (_, rest) = line.split_once("Building [")?;
    let (_, rest) = rest.split_once("] ")?;
    let (done, rest) = rest.split_once('/')?;
    let all = rest.split(|sign: char| !sign.is_ascii_digit()).next()?;
    Some((done.trim().parse().ok()?, all.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::done;

    #[test]
    fn the_bar_of_cargo_says_how_far_it_is() {
        assert_eq!(done("    Building [=====>        ] 120/340: syn, quote(build.rs)"), Some((120, 340)));
        assert_eq!(done("\u{1b}[K    Building [>   ] 1/20"), Some((1, 20)));
        assert_eq!(done("   Compiling syn v2.0.1"), None);
        assert_eq!(done("    Building [=====> "), None);
    }
}
