//! `cargo xtask weigh --parts`: what taking away adds to the script that every reader loads, part by part.
//!
//! A part is cut off where the rest of the atlas calls it, and linker and `terser` leave out what nothing leads to then. So
//! what two parts share is in neither of them, and all together are more than their sum. The last variant is without all of
//! it, and holds it against the limit.

use crate::edits::{Edit, edit};
use crate::place::{Place, Result};
use crate::weigh::{Scales, chosen};

/// What all of it may add, in bytes by brotli 11.
const LIMIT: i64 = 16_000;

/// The name of the last variant.
const ALL: &str = "all";

/// A part of taking away, and what cuts it off.
struct Part {
    name: &'static str,
    what: &'static str,
    edits: &'static [Edit],
}

const PARTS: [Part; 5] = [
    Part {
        name: "tables",
        what: "rows as CSV, the result with its records as JSON",
        edits: &[
            edit(FILE, "csv(&self.shown, rows, self.next.clone())", NO_TEXT),
            edit(FILE, "records(&self.shown)", NO_TEXT),
        ],
    },
    Part {
        name: "references",
        what: "as text, BibTeX, RIS and CSL-JSON",
        edits: &[edit(FILE, "References::of_shown(&self.shown, &self.address).written(style)", NO_TEXT)],
    },
    Part {
        name: "calendar",
        what: "iCalendar, and what is said of it",
        edits: &[
            edit(FILE, "calendar(&self.shown).text", NO_TEXT),
            edit(DIALOG, "calendar(&props.shown).told", "None::<String>"),
            edit(
                MESSAGES,
                "let packed = bind(&packed);",
                "let packed = if id.starts_with(\"export-\") { \"x\".into() } else { bind(&packed) };",
            ),
        ],
    },
    Part {
        name: "pictures",
        what: "SVG, and its elements on a canvas",
        edits: &[
            edit(FILE, "picture(&self.shown, what)", NO_TEXT),
            edit(ELEMENT, "+scale ? await drawn(pieces.join(\"\"), scale) : ", ""),
        ],
    },
    Part {
        name: "dialog",
        what: "what readers choose from, the clipboard's texts, the link",
        edits: &[
            edit(
                DIALOG,
                "modal::opener(props, Opener::Take, msg::TAKE, Action::Taking(Some(Taking::default())))",
                "el(\"i\")",
            ),
            edit(DIALOG, "shown.state.interface.taking else", "shown.state.interface.taking.filter(|_| false) else"),
            edit(
                EFFECT,
                "Take::Save(format) => Effect::SaveFile { format: format.name() }",
                "Take::Save(_) => Effect::Save",
            ),
            edit(
                EFFECT,
                "Take::Copy(format) => Effect::CopyFile { format: format.name() }",
                "Take::Copy(_) => Effect::Save",
            ),
            edit(EFFECT, "Take::Link => Effect::CopyLink { query: after.query() }", "Take::Link => Effect::Save"),
            edit(HANDLERS, "    findAddress() {", "/*"),
            edit(HANDLERS, "    copy(text) {", "*/ copy(text) {"),
            edit(HANDLERS, "    copyLink(query) {", "/*"),
            edit(HANDLERS, "    save() {", "*/ save() {"),
            edit(
                MESSAGES,
                "        if let Some(first) = self",
                "        let packed = if id.starts_with(\"take-\") { \"x\".into() } else { packed };
        if let Some(first) = self",
            ),
        ],
    },
];

/// What is left without these parts: `export()` of the element.
const REST: [Edit; 5] = [
    edit(MOUNT, "pub fn export(", "fn export("),
    edit(MOUNT, "#[wasm_bindgen]\npub struct File", "struct File"),
    edit(MOUNT, "#[wasm_bindgen]\nimpl File", "impl File"),
    edit(ELEMENT, "  // What is shown, in one of the forms", "/*"),
    edit(ELEMENT, "  connectedCallback() {", "*/ connectedCallback() {"),
];

const FILE: &str = "src/core/export/file.rs";

const DIALOG: &str = "src/take.rs";

const EFFECT: &str = "src/core/effect.rs";

const MOUNT: &str = "src/host/mount.rs";

const ELEMENT: &str = "src/host/element.js";

const HANDLERS: &str = "src/host/effects.js";

const MESSAGES: &str = "src/messages/lib.rs";

/// In place of a file.
const NO_TEXT: &str = "String::new()";

/// Builds the release and copies of it without these parts or each, and tells what each adds.
///
/// # Errors
/// All of them together are over the limit.
pub fn weigh(place: &Place, names: &[&str]) -> Result<()> {
    let mut all: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
    all.push(ALL);
    let chosen = chosen(&all, names)?;
    let mut scales = Scales::with_release(place)?;
    for part in PARTS.iter().filter(|part| chosen.contains(&part.name)) {
        let weight = scales.weigh(part.name, part.edits)?;
        scales.tell(part.name, weight, scales.release - weight, part.what);
    }
    let mut verdict = Ok(());
    if chosen.contains(&ALL) {
        let weight = scales.weigh(ALL, &without())?;
        let adds = scales.release - weight;
        let left = LIMIT - adds;
        scales.tell(
            ALL,
            weight,
            adds,
            &format!("of {LIMIT}, {} {}", left.abs(), if left < 0 { "OVER" } else { "left" }),
        );
        if left < 0 {
            verdict = Err(format!("taking away adds {adds} bytes; expected {LIMIT} at most"));
        }
    }
    scales.tell_again();
    verdict
}

/// What leaves out all of taking away.
fn without() -> Vec<Edit> {
    PARTS.iter().flat_map(|part| part.edits).chain(&REST).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_edit_finds_its_place() {
        without().iter().for_each(Edit::finds_its_place);
    }
}
