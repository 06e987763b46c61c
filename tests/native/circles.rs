//! Modules know each other in one direction: none that stand beside each other do so in a circle, and in the core each knows
//! only those before it in the table of `lib.rs`.
//!
//! What a module knows is read from the paths in its source that begin with `crate` or `super`, names that its parent takes
//! from another module among them. A module and its own parts are one thing here. Crates cannot know each other in a circle.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The roots of all crates that have more than one file.
const ROOTS: [&str; 7] = [
    "src/core/lib.rs",
    "src/dataset/lib.rs",
    "src/messages/lib.rs",
    "src/sheets/lib.rs",
    "src/lib.rs",
    "src/bin/atlas/main.rs",
    "src/bin/xtask/main.rs",
];

#[test]
fn no_modules_know_each_other_in_a_circle() {
    for root in ROOTS {
        let knowledge = Modules::read(root.as_ref()).knowledge();
        assert!(!knowledge.is_empty(), "{root}: nothing was found");
        for (parent, knows) in &knowledge {
            assert_eq!(left_over(knows), [""; 0], "{root}: in `{parent}`, among these is a circle");
        }
    }
}

#[test]
fn a_module_of_the_core_knows_only_what_stands_before_it() {
    let text = std::fs::read_to_string("src/core/lib.rs").unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("//! | [")?.split(" | ").next());
    let order: Vec<&str> = rows.flat_map(|row| row.split('`').skip(1).step_by(2)).collect();
    let modules = Modules::read("src/core/lib.rs".as_ref());
    let listed: BTreeSet<&str> = order.iter().copied().collect();
    let there: BTreeSet<&str> = modules.files.keys().filter_map(|path| Some(path.first()?.as_str())).collect();
    assert_eq!(listed, there, "the table of lib.rs and the modules");
    for (module, known) in &modules.knowledge()[""] {
        let at = |name: &str| order.iter().position(|other| *other == name);
        for known in known {
            assert!(at(known) < at(module), "`{module}` knows `{known}`, which stands after it in the table of lib.rs");
        }
    }
}

#[test]
fn a_circle_is_found() {
    let graph = |edges: &[(&str, &str)]| {
        let mut graph = Graph::new();
        edges.iter().for_each(|(from, to)| _ = graph.entry((*from).into()).or_default().insert((*to).into()));
        graph
    };
    assert_eq!(left_over(&graph(&[("a", "b"), ("b", "c"), ("a", "c")])), [""; 0]);
    assert_eq!(left_over(&graph(&[("a", "b"), ("b", "c"), ("c", "b")])), ["b", "c"]);
    let text = "use super::{a::{self, B}, c}; /// super::doc\n fn f() { crate::d::e::<u8>(\"super::text\") } \
                #[cfg(test)] mod tests { use super::f; } html! { <A of={super::G} /> }";
    let paths: Vec<String> = paths(text).into_iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["super::a::self", "super::a::B", "super::c", "crate::d::e", "super::G"]);
}

/// Who knows whom.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// What is left of a graph once everything is taken away that knows nothing of what is left, or of which nothing knows.
fn left_over(graph: &Graph) -> Vec<&str> {
    let mut left: BTreeSet<&str> = graph.keys().map(String::as_str).collect();
    loop {
        let knows = |from: &str, to: &str| graph[from].contains(to);
        let stays =
            |name: &&str| left.iter().any(|other| knows(name, other)) && left.iter().any(|other| knows(other, name));
        let next: BTreeSet<&str> = left.iter().copied().filter(stays).collect();
        if next.len() == left.len() {
            return next.into_iter().collect();
        }
        left = next;
    }
}

/// The files of a crate by the path of their module.
struct Modules {
    files: BTreeMap<Vec<String>, Source>,
}

/// The paths in a file that begin with `crate` or `super`, and those that it names by `use`.
struct Source {
    paths: Vec<Vec<String>>,
    used: Vec<Vec<String>>,
}

impl Source {
    fn read(file: &Path) -> Source {
        let text = std::fs::read_to_string(file).unwrap();
        Source { paths: paths(&text), used: used(&text) }
    }
}

impl Modules {
    fn read(root: &Path) -> Modules {
        let mut modules = Modules { files: BTreeMap::new() };
        modules.files.insert(Vec::new(), Source::read(root));
        modules.add(root.parent().unwrap(), &[]);
        modules
    }

    /// Adds the modules in a folder: each is a file, or a folder with a `mod.rs`, or both.
    fn add(&mut self, folder: &Path, parent: &[String]) {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let file = if path.is_dir() { path.join("mod.rs") } else { path.clone() };
            let is_root = ["lib", "main", "mod", "build"].contains(&name.as_str());
            if is_root || file.extension().is_none_or(|extension| extension != "rs") || !file.is_file() {
                continue;
            }
            let module = [parent, std::slice::from_ref(&name)].concat();
            self.add(&PathBuf::from(folder).join(name), &module);
            self.files.insert(module, Source::read(&file));
        }
    }

    /// Who knows whom among the parts of each module, by the path of that module.
    fn knowledge(&self) -> BTreeMap<String, Graph> {
        let mut knowledge: BTreeMap<String, Graph> = BTreeMap::new();
        for (module, source) in &self.files {
            for path in &source.paths {
                let Some(known) = self.module_of(module, path) else { continue };
                let shared = module.iter().zip(&known).take_while(|(one, other)| one == other).count();
                if let (Some(from), Some(to)) = (module.get(shared), known.get(shared)) {
                    let graph = knowledge.entry(module[..shared].join("::")).or_default();
                    graph.entry(to.clone()).or_default();
                    graph.entry(from.clone()).or_default().insert(to.clone());
                }
            }
        }
        knowledge
    }

    /// The module that a path in a module leads to.
    fn module_of(&self, module: &[String], path: &[String]) -> Option<Vec<String>> {
        let mut at = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "super" => module.to_vec(),
            _ => return None,
        };
        for name in path.iter().filter(|name| *name != "crate") {
            if name == "super" {
                at.pop()?;
                continue;
            }
            at.push(name.clone());
            if !self.files.contains_key(&at) {
                at.pop();
                at.extend(self.taken_from(&at, name));
                break;
            }
        }
        Some(at)
    }

    /// The part from which a module takes a name.
    fn taken_from(&self, module: &[String], name: &str) -> Option<String> {
        let mut paths = self.files[module].used.iter();
        let path = paths.find(|path| path.len() > 1 && path.last().is_some_and(|last| last == name))?;
        let part = path.first()?;
        self.files.contains_key(&[module, std::slice::from_ref(part)].concat()).then(|| part.clone())
    }
}

/// The paths of a source that begin with `crate` or `super`, those of its tests left out.
fn paths(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    walk(text.parse().unwrap(), &mut |tokens, at| {
        let is_start = is(&tokens[at], "crate") || is(&tokens[at], "super");
        if is_start && !(at > 0 && is(&tokens[at - 1], ":")) {
            path(&tokens[at..], &[], &mut found);
        }
    });
    found.retain(|path| path.len() > 1);
    found
}

/// The paths that a source names by `use`.
fn used(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    walk(text.parse().unwrap(), &mut |tokens, at| {
        if at > 0 && is(&tokens[at - 1], "use") {
            path(&tokens[at..], &[], &mut found);
        }
    });
    found
}

/// Shows every place in a tree of tokens, but for modules of tests.
fn walk(stream: TokenStream, look: &mut dyn FnMut(&[TokenTree], usize)) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut of_tests = false;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) if at > 0 && is(&tokens[at - 1], "#") => {
                of_tests |= group.to_string() == "[cfg (test)]"
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && of_tests => of_tests = false,
            TokenTree::Group(group) => walk(group.stream(), look),
            _ if is(token, ";") => of_tests = false,
            _ if !of_tests => look(&tokens, at),
            _ => {}
        }
    }
}

/// Whether a token is this word or sign.
fn is(token: &TokenTree, text: &str) -> bool {
    match token {
        TokenTree::Ident(ident) => ident == text,
        TokenTree::Punct(punct) => text.len() == 1 && text.starts_with(punct.as_char()),
        _ => false,
    }
}

/// The paths that begin at a place: one, or several where braces hold their ends.
fn path(tokens: &[TokenTree], before: &[String], found: &mut Vec<Vec<String>>) {
    let mut path = before.to_vec();
    let mut tokens = tokens.iter();
    loop {
        match tokens.next() {
            Some(TokenTree::Ident(name)) => path.push(name.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                return inner.split(|token| is(token, ",")).for_each(|end| self::path(end, &path, found));
            }
            _ => break,
        }
        let mut colon = || tokens.next().is_some_and(|token| is(token, ":"));
        if !(colon() && colon()) {
            break;
        }
    }
    if path.len() > before.len() {
        found.push(path);
    }
}
