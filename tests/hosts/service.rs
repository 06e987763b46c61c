//! A server process that lives as long as the test which needs it.

use crate::driver::Result;
use std::io::{BufRead, BufReader, copy, sink};
use std::process::{Child, Command, Stdio};

/// A running server. Dropping it ends it, together with its own children.
pub struct Service {
    child: Child,
}

impl Service {
    /// Starts a server that has been given its listening socket, so that it can be called at once.
    pub fn start(command: &mut Command) -> Result<Service> {
        let child = command.spawn().map_err(|error| format!("{:?} does not start: {error}", command.get_program()))?;
        Ok(Service { child })
    }

    /// Starts a server and waits until it says this on its standard error.
    pub fn start_until(command: &mut Command, said: &str) -> Result<Service> {
        let mut service = Service::start(command.stdin(Stdio::null()).stderr(Stdio::piped()))?;
        let mut output = BufReader::new(service.child.stderr.take().ok_or("no output of the server")?);
        let (mut all, mut from) = (String::new(), 0);
        while output.read_line(&mut all)? > 0 {
            if all[from..].contains(said) {
                // Full, the pipe would stop the server; closed, its next line might.
                std::thread::spawn(move || copy(&mut output, &mut sink()));
                return Ok(service);
            }
            from = all.len();
        }
        Err(format!("{:?} ended early:\n{all}", command.get_program()).into())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // Killed outright, it would leave its children behind.
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        if !told.is_ok_and(|status| status.success()) {
            self.child.kill().ok();
        }
        self.child.wait().ok();
    }
}
