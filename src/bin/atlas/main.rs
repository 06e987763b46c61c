//! The command line for people with data: begin a set, check it, see it, ask it, pack it, take from it, compare two, make a
//! sample.
//!
//! Owns arguments, output, exit codes and the clock, one file for each command; the work is the library's. Results go to
//! the standard output, complaints about the usage to the standard error. The problems of the data are the result of
//! `check`; of any other command they are a complaint. Exit codes: 0 done, 1 problems in the data, 2 usage.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a program of its own, with files and a clock")]

mod check;
mod diff;
mod export;
mod new;
mod outcome;
mod pack;
mod png;
mod query;
mod sample;
mod serve;

use lexopt::prelude::*;
use outcome::{Failure, Outcome, print, usage};
use std::io::{self, Write};
use std::process::ExitCode;

const HELP: &str = "\
atlas: the Cooperation Atlas on the command line

Usage:
  atlas new FILE.xlsx | DIR [--filled | --small] [--languages en,ru]
                                         begin a set: an empty workbook or data package, one with the data that this
                                         program carries, or a workbook of one sheet, enough for a first picture
  atlas check SOURCE                     list every problem of a set
  atlas serve SOURCE [--port P]          show it in the browser, and anew with every change of its files
  atlas query SOURCE 'QUERY' [--today DAY]
                                         answer a query as JSON, as in 'as-of=2019-10-15&sector=energy'
  atlas pack SOURCE -o FILE.atlas        pack a set for the element's `src`
  atlas pack SOURCE -o FILE.html [--lang L] [--script FILE]
                                         pack it into a single page that opens from disk
  atlas pack SOURCE -o FILE.zip          write it as a data package: CSV files and datapackage.json
  atlas export SOURCE --as FORMAT ['QUERY'] [-o FILE] [--today DAY] [--address URL]
                                         write what a query leaves, as
                                           cells.csv, instruments.csv, events.csv, activities.csv: a table
                                           json: the answer of `query` with its records
                                           ics: a calendar of what is known by its day
                                           txt, bib, ris, csl.json: a reference to the view, or, with `select`
                                           in the query, references to the sources of what is selected;
                                           URL is where the view is to be found
                                           timeline.svg, matrix.svg, timeline.png, matrix.png: a picture of all
                                           of it, or, as svg and png, of the query's view; with -dark, then
                                           -1200x630 or -1920x1080, then @2x, as in matrix-dark-1200x630@2x.png
  atlas diff OLD NEW [--json]            list what differs between two states of a dataset, and tell what changed in the
                                         world from what was corrected in the data
  atlas sample [--partnerships N] [--instruments N] [--sectors N] [--activities N] [--languages en,ru] -o DIR
                                         write a made-up data package of this size, at least one of them given: with
                                         N activities over a small framework of 4 partnerships, 14 instruments and 24
                                         sectors, or, where one of these is given, with a framework of that size;
                                         texts are in English and Russian, or in one of them, as in --languages en
  atlas --help | --version

SOURCE, OLD and NEW are each a data package (a folder, or a zip of one), a workbook (.xlsx, .ods), a CSV file with the columns
sector, instrument, from, to, source, or a FILE.atlas. What is doubtful in a workbook, such as a date of which nobody can tell
whether a month was meant, is told beside the result, and is no problem.
A single page is in the first language of the data, or in L, and readers can switch. It has the script of a release inside:
the one that this program carries, or cooperation-atlas.js beside it, in the current folder or in dist/, or FILE.
An export is in the language of the query's `lang`, else in English, and goes to
the standard output unless `-o` names a file.
In `diff`, an act that only NEW has is a change of the world if its date lies after the day on which OLD was checked, with
what came with it: terms, participants, relations, instruments that it adopted. An act that lies before was missing in OLD,
and all else was corrected. Where a date leaves that open, it says so.
The day of a query without `as-of` is today: YYYY-MM-DD as `--today` has it, else the machine's date in UTC.
Exit codes: 0 done, 1 problems in the data, 2 usage.
";

const COMMANDS: &str = "new, check, serve, query, pack, export, diff or sample";

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Data) => ExitCode::from(1),
        Err(Failure::Usage(reason)) => {
            let _ = writeln!(io::stderr(), "atlas: {reason}\nTry `atlas --help`.");
            ExitCode::from(2)
        }
    }
}

fn run(mut arguments: lexopt::Parser) -> Outcome {
    let told = match arguments.next()? {
        Some(Value(command)) => match command.to_string_lossy().as_ref() {
            "new" => return new::run(arguments),
            "check" => return check::run(arguments),
            "serve" => return serve::run(arguments),
            "query" => return query::run(arguments),
            "pack" => return pack::run(arguments),
            "export" => return export::run(arguments),
            "diff" => return diff::run(arguments),
            "sample" => return sample::run(arguments),
            "help" => HELP,
            other => return usage(format!("unknown command `{other}`, expected {COMMANDS}")),
        },
        Some(Long("help") | Short('h')) => HELP,
        Some(Long("version") | Short('V')) => concat!("atlas ", env!("CARGO_PKG_VERSION"), "\n"),
        Some(other) => return Err(other.unexpected().into()),
        None => return usage(format!("no command, expected {COMMANDS}")),
    };
    match arguments.next()? {
        Some(more) => Err(more.unexpected().into()),
        None => {
            print(told);
            Ok(())
        }
    }
}
