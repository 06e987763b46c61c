//! `cargo xtask serve` leaves nothing behind, however it ends.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Whether a process runs; one that has ended and that nobody has asked about yet does not.
fn lives(pid: &str) -> bool {
    let output = Command::new("ps").args(["-o", "stat=", "-p", pid]).output().unwrap();
    output.stdout.first().is_some_and(|state| *state != b'Z')
}

#[test]
#[cfg(unix)]
fn what_the_guard_has_started_ends_with_the_process_that_holds_its_input() {
    let mut guard = Command::new(env!("CARGO_BIN_EXE_xtask"))
        // A child, and a child of that child, as Trunk has them.
        .args(["guard", "sh", "-c", "sleep 1000 & echo $! $$; wait"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pids = String::new();
    BufReader::new(guard.stdout.as_mut().unwrap()).read_line(&mut pids).unwrap();
    assert_eq!(pids.split_whitespace().filter(|pid| lives(pid)).count(), 2);
    // The system does this for a process that is ended by force.
    drop(guard.stdin.take());
    guard.wait().unwrap();
    assert_eq!(pids.split_whitespace().filter(|pid| lives(pid)).count(), 0, "{pids}");
}
