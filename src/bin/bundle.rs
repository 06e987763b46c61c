//! Trunk's last step (`bundle`), and the report on the sizes of what it made (`bundle sizes DIST`).

use atlas::bundle::{Build, Result, sizes};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Build::from_trunk().and_then(|build| build.run()),
        ["sizes", dist] => report(Path::new(dist)),
        _ => Err("usage: bundle [sizes DIST]".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("bundle: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn report(dist: &Path) -> Result<()> {
    let report = sizes::report(dist)?;
    print!("{}", report.table);
    if report.within { Ok(()) } else { Err("script or studio are over their budgets".into()) }
}
