//! `cargo xtask serve` leaves nothing behind, however it ends.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Whether a process is there.
fn lives(pid: &str) -> bool {
    Command::new("sh").args(["-c", &format!("kill -0 {pid} 2>/dev/null")]).status().is_ok_and(|status| status.success())
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
