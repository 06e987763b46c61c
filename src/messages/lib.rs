//! From the translators' files to Rust, at build time; and how the texts of interface and tables are set.
//!
//! Owns the subset of Fluent that the atlas reads, and every complaint about it. What becomes of the messages at run
//! time is the business of `atlas_core::locale`, which is written against what `emit` writes.
//!
//! 1. each `*.ftl` of a folder is parsed; `en.ftl` comes first and sets which messages there are;
//! 2. each message is packed into one string, and is checked against English and against the language's plural rule;
//! 3. the tables are written as Rust: one constant per message, one list of strings per language.
//!
//! All problems are reported at once, each as `file:line: what is wrong, what was expected`.

#![allow(clippy::disallowed_methods, reason = "reads the translators' files, and writes Rust")]

mod emit;
mod marks;
mod pack;
mod plural;
pub mod pseudo;
#[cfg(test)]
mod tests;
pub mod texts;
pub mod typography;

use fluent_syntax::ast::{Entry, Message};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use typography::bind;

/// Messages that a file cannot borrow from English, since they are about its own language.
const OWN: [&str; 2] = ["language-name", "language-direction"];

/// The folder of the translators' files, as problems name it.
const NAMED: &str = "src/core/locale";

/// A file as it was read.
pub struct File {
    /// Where it is, as problems name it; its stem is the language tag.
    pub path: String,
    /// What is in it.
    pub text: String,
}

impl File {
    fn tag(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".ftl").unwrap_or(name)
    }
}

/// What the files became.
#[derive(Debug)]
pub struct Compiled {
    /// The source of the module `messages`.
    pub rust: String,
    /// Messages that stay English in another language, as `file: which`.
    pub untranslated: Vec<String>,
}

/// Compiles the files of a folder into `messages.rs` in `out_dir`, and tells cargo of all problems; for build scripts.
/// Where [`pseudo::VARIABLE`] is set, there is one more language.
pub fn write(folder: &Path, out_dir: &Path) {
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-env-changed={}", pseudo::VARIABLE);
    let is_pseudo = std::env::var_os(pseudo::VARIABLE).is_some();
    let all = |mut files: Vec<File>| {
        let english =
            files.iter().find(|file| is_pseudo && file.tag() == "en").map(|file| pseudo::messages(&file.text));
        files.extend(english.map(|text| File { path: format!("{NAMED}/{}.ftl", pseudo::TAG), text }));
        files
    };
    let result = read(folder).and_then(|files| compile(&all(files))).and_then(|compiled| {
        for line in &compiled.untranslated {
            println!("cargo::warning={line}");
        }
        let path = out_dir.join("messages.rs");
        std::fs::write(&path, compiled.rust).map_err(|error| vec![format!("{}: {error}", path.display())])
    });
    for problem in result.err().unwrap_or_default() {
        println!("cargo::error={problem}");
    }
}

/// Reads every `.ftl` file of a folder.
fn read(folder: &Path) -> Result<Vec<File>, Vec<String>> {
    let problem = |path: &Path, error: std::io::Error| vec![format!("{}: {error}", path.display())];
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| problem(folder, error))? {
        let path = entry.map_err(|error| problem(folder, error))?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let text = std::fs::read_to_string(&path).map_err(|error| problem(&path, error))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            files.push(File { path: format!("{NAMED}/{name}"), text });
        }
    }
    Ok(files)
}

/// Compiles files in any order; English must be among them.
///
/// # Errors
/// Every problem of every file.
pub fn compile(files: &[File]) -> Result<Compiled, Vec<String>> {
    let mut problems = Vec::new();
    let mut languages: Vec<Language> = files.iter().map(|file| Language::parse(file, &mut problems)).collect();
    languages.sort_by_key(|language| (language.tag != "en", language.tag));
    let Some((english, others)) = languages.split_first().filter(|(first, _)| first.tag == "en") else {
        problems.push(format!("{NAMED}: no en.ftl, which sets which messages there are"));
        return Err(problems);
    };
    for language in &languages {
        for id in OWN.iter().filter(|id| !language.messages.contains_key(**id)) {
            problems.push(format!("{}:1: no message `{id}`; every language has its own", language.path));
        }
    }
    let mut untranslated = Vec::new();
    for language in others {
        language.compare(english, &mut problems);
        let missing: Vec<&str> =
            english.order.iter().filter(|id| !language.messages.contains_key(**id)).copied().collect();
        if !missing.is_empty() {
            untranslated.push(format!("{}: English is shown for {}", language.path, missing.join(", ")));
        }
    }
    if problems.is_empty() { Ok(Compiled { rust: emit::rust(&languages), untranslated }) } else { Err(problems) }
}

/// A file as it was understood.
struct Language<'a> {
    path: &'a str,
    tag: &'a str,
    rule: plural::Rule,
    /// The ids in authored order.
    order: Vec<&'a str>,
    messages: BTreeMap<&'a str, Compact<'a>>,
}

/// A message: its line, the placeables it uses, and itself as one string.
struct Compact<'a> {
    line: usize,
    names: BTreeSet<&'a str>,
    packed: String,
}

impl<'a> Language<'a> {
    fn parse(file: &'a File, problems: &mut Vec<String>) -> Language<'a> {
        let tag = file.tag();
        let rule = plural::Rule::of(tag).unwrap_or_else(|| {
            let expected = "the tag of a language that CLDR knows, such as `th` or `pt-PT`";
            problems.push(format!("{}:1: no plural rule for the language `{tag}`; expected {expected}", file.path));
            plural::Rule::default()
        });
        let mut language = Language { path: &file.path, tag, rule, order: Vec::new(), messages: BTreeMap::new() };
        let (resource, errors) = match parser::parse(file.text.as_str()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        for error in errors {
            let line = file.text[..error.pos.start.min(file.text.len())].matches('\n').count() + 1;
            problems.push(format!("{}:{line}: not Fluent syntax: {error}", file.path));
        }
        for entry in resource.body {
            match entry {
                Entry::Message(message) => language.add(file, &message, problems),
                Entry::Term(term) => problems.push(format!(
                    "{}:{}: `-{}` is a term; write its text out in the messages that use it",
                    file.path,
                    line_of(file, term.id.name),
                    term.id.name
                )),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
            }
        }
        language
    }

    fn add(&mut self, file: &'a File, message: &Message<&'a str>, problems: &mut Vec<String>) {
        let (id, line) = (message.id.name, line_of(file, message.id.name));
        let mut packer = pack::Packer { file, rule: &self.rule, names: BTreeSet::new(), problems };
        if id.contains(|letter: char| !(letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')) {
            packer.problem(id, format!("the id `{id}` has other letters than a to z, 0 to 9 and hyphens"));
        }
        for attribute in &message.attributes {
            packer.problem(attribute.id.name, format!("`{id}` has an attribute; the atlas reads plain messages only"));
        }
        let mut packed = String::new();
        let before = packer.problems.len();
        if let Some(pattern) = &message.value {
            packer.pattern(pattern, true, &mut packed);
        }
        if packed.is_empty() && packer.problems.len() == before {
            packer.problem(id, format!("`{id}` has no text"));
        }
        let packed = bind(&packed);
        let names = packer.names;
        if let Some(first) = self.messages.insert(id, Compact { line, names, packed }) {
            problems.push(format!("{}:{line}: `{id}` stands twice, first in line {}", self.path, first.line));
        } else {
            self.order.push(id);
        }
    }

    /// Complains of what English does not have.
    fn compare(&self, english: &Language, problems: &mut Vec<String>) {
        for (id, message) in &self.messages {
            let mut problem = |what: String| problems.push(format!("{}:{}: {what}", self.path, message.line));
            let Some(model) = english.messages.get(id) else {
                problem(format!("`{id}` is no message of en.ftl"));
                continue;
            };
            for name in message.names.difference(&model.names) {
                problem(format!("`{id}` uses {{ ${name} }}, which it does not have in en.ftl"));
            }
            for name in model.names.difference(&message.names) {
                problem(format!("`{id}` leaves out {{ ${name} }}, which it has in en.ftl"));
            }
        }
    }
}

/// The line of a piece of the file: the parser hands out slices of it, so the address tells the place.
fn line_of(file: &File, piece: &str) -> usize {
    let at = (piece.as_ptr() as usize).wrapping_sub(file.text.as_ptr() as usize);
    file.text.as_bytes().iter().take(at.min(file.text.len())).filter(|byte| **byte == b'\n').count() + 1
}
