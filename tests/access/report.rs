//! What the checks told, as a table: check, engine, state, result.

use crate::driver::{Kind, Result};
use crate::look::{CHECKS, impossible};
use std::fmt::Write;
use std::path::Path;

/// The outcome of one check in one state.
struct Row {
    check: u8,
    state: String,
    result: Outcome,
}

enum Outcome {
    Holds,
    Fails(Vec<String>),
    /// Not to be told in this engine, or told by another test: why, or which.
    Told(&'static str),
}

/// All outcomes of one engine.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// What a check found in a state.
    pub fn note(&mut self, check: u8, state: &str, findings: Vec<String>) {
        let result = if findings.is_empty() { Outcome::Holds } else { Outcome::Fails(findings) };
        self.rows.push(Row { check, state: state.into(), result });
    }

    /// What has to be known of a check besides.
    pub fn tell(&mut self, check: u8, state: &str, what: &'static str) {
        self.rows.push(Row { check, state: state.into(), result: Outcome::Told(what) });
    }

    /// Takes over what another part of the run noted.
    pub fn join(&mut self, other: Report) {
        self.rows.extend(other.rows);
    }

    /// Writes the report, and returns what fails.
    pub fn finish(mut self, engine: Kind) -> Result<Vec<String>> {
        for check in 1..=CHECKS.len() as u8 {
            if let Some(why) = impossible(engine, check) {
                self.tell(check, "any", why);
            } else if !self.rows.iter().any(|row| row.check == check) {
                self.note(check, "any", vec!["was not made".into()]);
            }
        }
        self.rows.sort_by_key(|row| row.check);
        let name = format!("{engine:?}");
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/access-report-{}.md", name.to_lowercase()));
        std::fs::write(&path, self.text(&name)?)?;
        println!("{} outcomes in {}", self.rows.len(), path.display());
        let failures = self.rows.iter().filter_map(|row| match &row.result {
            Outcome::Fails(findings) => Some(format!(
                "{} {} ({}): {}",
                row.check,
                CHECKS[usize::from(row.check) - 1],
                row.state,
                findings.join("; ")
            )),
            _ => None,
        });
        Ok(failures.collect())
    }

    fn text(&self, engine: &str) -> Result<String> {
        let mut out =
            format!("# The 31 checks in {engine}\n\n| check | | engine | state | result |\n|---|---|---|---|---|\n");
        for row in &self.rows {
            let result = match &row.result {
                Outcome::Holds => "holds".to_owned(),
                Outcome::Fails(findings) => format!("**FAILS**: {}", findings.join("; ").replace('|', "\\|")),
                Outcome::Told(what) => format!("not possible in this engine, or elsewhere: {what}"),
            };
            let name = CHECKS[usize::from(row.check) - 1];
            writeln!(out, "| {} | {name} | {engine} | {} | {result} |", row.check, row.state)?;
        }
        Ok(out)
    }
}
