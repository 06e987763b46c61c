//! Trunk's last step (`bundle`), the report on the sizes of what it made (`bundle sizes DIST`), and the release as it is handed
//! over (`bundle release DIST PROGRAM FOLDER`), and its papers on accessibility (`bundle papers REPORTS DAY FOLDER`).

use atlas::bundle::release::Release;
use atlas::bundle::{Build, Result, conformance, sizes};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Build::from_trunk().and_then(|build| build.run()),
        ["sizes", dist] => report(Path::new(dist)),
        ["papers", reports, day, to] => conformance::write(Path::new(reports), day, Path::new(to)),
        ["release", dist, program, to] => {
            let source = Path::new(env!("CARGO_MANIFEST_DIR"));
            let release = Release { source, dist: Path::new(dist), program: Path::new(program) };
            release.make(Path::new(to)).map(|archive| println!("{}", archive.display()))
        }
        _ => Err("usage: bundle [sizes DIST | papers REPORTS DAY FOLDER | release DIST PROGRAM FOLDER]".into()),
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
