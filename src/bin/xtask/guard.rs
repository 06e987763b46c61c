//! Children that end with their parent, however it ends.
//!
//! `cargo xtask serve` ends by Ctrl-C, by a signal or by force, and then can do nothing any more: a Trunk that it left
//! behind would keep the port. So Trunk is started by a second copy of this program, the guard. Its input is a pipe that
//! the parent holds and the system closes with it; the guard reads to the end of that pipe, and then ends everything that
//! it has started.

use crate::place::Result;
use std::env;
use std::io::{copy, sink, stdin};
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

/// The argument by which this program is asked to be the guard.
pub const NAME: &str = "guard";

/// How long a child may take to end by itself once it is asked to.
const GRACE: Duration = Duration::from_secs(3);

/// Runs a command to its end, or to the end of this process.
pub fn run(command: &Command) -> Result<()> {
    let own = env::current_exe().map_err(|error| error.to_string())?;
    let mut guard = Command::new(own);
    guard.arg(NAME).arg(command.get_program()).args(command.get_args());
    guard.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    if let Some(folder) = command.get_current_dir() {
        guard.current_dir(folder);
    }
    let mut child = apart(&mut guard).stdin(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
    // Waiting would close the pipe, if it were still the child's.
    let _held = child.stdin.take();
    let status = child.wait().map_err(|error| error.to_string())?;
    let name = command.get_program().to_string_lossy();
    if status.success() { Ok(()) } else { Err(format!("`{name}` ended with {status}")) }
}

/// What the guard does: runs the command that the arguments name, and ends it at the end of the input.
pub fn keep(arguments: &[String]) -> ExitCode {
    let Some((program, rest)) = arguments.split_first() else { return ExitCode::from(2) };
    let mut child = match apart(Command::new(program).args(rest)).stdin(Stdio::null()).spawn() {
        Ok(child) => child,
        Err(error) => {
            eprintln!("xtask: `{program}` does not start: {error}");
            return ExitCode::FAILURE;
        }
    };
    let group = child.id();
    thread::spawn(move || {
        copy(&mut stdin(), &mut sink()).ok();
        signal("TERM", group);
        thread::sleep(GRACE);
        signal("KILL", group);
    });
    let status = child.wait();
    // Nor does anything stay that the child has started and left.
    signal("KILL", group);
    match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// In a group of processes of its own: Ctrl-C on the terminal reaches the parent alone, and what follows goes in order.
fn apart(command: &mut Command) -> &mut Command {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command
}

/// Sends a signal to all processes of a group, where there are groups.
fn signal(name: &str, group: u32) {
    if cfg!(unix) {
        Command::new("sh").args(["-c", &format!("kill -{name} -{group} 2>/dev/null")]).status().ok();
    } else {
        Command::new("taskkill").args(["/T", "/F", "/PID", &group.to_string()]).status().ok();
    }
}
