//! Where things lie, and how children are started.
//!
//! Clones share a cache of the user's: tools by version, and one folder in which cargo compiles, so that another clone
//! finds the dependencies compiled. What is finished (`target/…/widget.wasm`, the binaries) stays in each clone's own
//! `target/`.
//!
//! Cargo would take one clone's compiled crate for another's in such a shared folder, since it names what it compiles
//! by the path *within* the workspace. It keeps apart what was compiled through different wrappers of the compiler,
//! though; so each clone names its own copy of this program as the wrapper, which only passes the calls on.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Where Cargo compiles, apart from where it leaves what it made.
pub const BUILD_DIR: &str = "CARGO_BUILD_BUILD_DIR";

/// What went wrong, in words for the developer.
pub type Result<T> = std::result::Result<T, String>;

/// This clone, and the cache that all clones share.
pub struct Place {
    /// The folder of the repository.
    pub root: PathBuf,
    /// The cache.
    pub cache: PathBuf,
    /// The folders of our tools, which come first on the PATH of children.
    pub tools: Vec<PathBuf>,
}

impl Place {
    /// Where this process works, with the folders of the tools, which depend on that.
    pub fn find(tools: impl Fn(&Place) -> Vec<PathBuf>) -> Place {
        let root = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let cache = user_cache().join("cooperation-atlas");
        let mut place = Place { root: root.into(), cache, tools: Vec::new() };
        place.tools = tools(&place);
        place
    }

    /// Where a version of a tool is installed.
    pub fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.cache.join("tools").join(format!("{name}-{version}"))
    }

    /// A command in this clone that finds our tools first and compiles in the shared folder.
    pub fn command(&self, program: &str) -> Command {
        let mut command = self.command_apart(program);
        let chosen = ["CARGO_TARGET_DIR", BUILD_DIR, "RUSTC_WORKSPACE_WRAPPER"];
        if let (true, Some(wrapper)) = (chosen.iter().all(|name| env::var_os(name).is_none()), self.wrapper()) {
            command.env(BUILD_DIR, self.cache.join("build")).env("RUSTC_WORKSPACE_WRAPPER", wrapper);
        }
        command
    }

    /// This clone's copy of this program. A copy, since the tests build the program itself anew while it runs.
    fn wrapper(&self) -> Option<PathBuf> {
        let own = env::current_exe().ok()?;
        let copy = self.root.join("target").join(format!("compiler-wrapper{}", env::consts::EXE_SUFFIX));
        if own.is_file() && std::fs::read(&own).ok()? != std::fs::read(&copy).unwrap_or_default() {
            let new = copy.with_extension(std::process::id().to_string());
            std::fs::copy(&own, &new).and_then(|_| std::fs::rename(&new, &copy)).ok()?;
        }
        copy.is_file().then_some(copy)
    }

    /// The same, but it compiles in the clone: Clippy is a wrapper itself, so clones could not be kept apart.
    pub fn command_apart(&self, program: &str) -> Command {
        let found = self
            .tools
            .iter()
            .map(|folder| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
            .find(|path| path.is_file());
        self.command_with(&found.unwrap_or_else(|| program.into()))
    }

    /// A command in this clone, by the path of its program; its children find our tools first.
    pub fn command_with(&self, program: &Path) -> Command {
        let path = env::var_os("PATH").unwrap_or_default();
        let tools = self.tools.iter().cloned().chain(env::split_paths(&path));
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", env::join_paths(tools).unwrap_or(path.clone()));
        command
    }

    /// Runs a command to its end, with its output shown as it comes.
    pub fn run(&self, command: &mut Command) -> Result<()> {
        let name = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
        match command.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("`{name}` ended with {status}")),
            Err(error) => Err(format!("`{name}` does not start: {error}")),
        }
    }
}

/// Whether cargo calls this program as the wrapper of the compiler.
pub fn is_compiler_call(arguments: &[String]) -> bool {
    arguments.first().is_some_and(|first| Path::new(first).file_stem().is_some_and(|stem| stem == "rustc"))
}

/// Calls the compiler. The name of the wrapper gets into the symbols by `metadata`; it is taken out again, so that every
/// clone builds the same bytes.
pub fn pass_on(arguments: &[String]) -> ExitCode {
    let same = |argument: &String| match argument.starts_with("metadata=") {
        true => "metadata=atlas".to_owned(),
        false => argument.clone(),
    };
    let call = |(rustc, rest): (&String, &[String])| Command::new(rustc).args(rest.iter().map(same)).status().ok();
    let status = arguments.split_first().and_then(call);
    match status.and_then(|status| status.code()) {
        Some(code) => ExitCode::from(u8::try_from(code).unwrap_or(1)),
        None => ExitCode::FAILURE,
    }
}

/// A line of our own between the output of the children.
pub fn say(line: &str) {
    println!("==> {line}");
}

/// A program on the PATH.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

/// Whether a command runs and succeeds; its output is not shown.
pub fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn user_cache() -> PathBuf {
    let var = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = env::home_dir().unwrap_or_else(env::temp_dir);
    if cfg!(windows) {
        var("LOCALAPPDATA").unwrap_or_else(|| home.join("AppData/Local"))
    } else if cfg!(target_os = "macos") {
        home.join("Library/Caches")
    } else {
        var("XDG_CACHE_HOME").unwrap_or_else(|| home.join(".cache"))
    }
}
