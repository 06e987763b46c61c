//! What the step `readers` needs: programs that others wrote, which read what readers take away.
//!
//! Owns their versions; what they are asked stands in `tests/readers`.

use crate::place::{Place, Result};
use crate::tools::{FRICTIONLESS, install, npm, programs, python};
use std::process::Command;

/// Another name for another list, so that the list is installed anew.
const LIST: &str = "3";

const PYTHON: [&str; 10] = [
    "bibtexparser==2.1.0",
    "cffconvert==2.0.0",
    "citeproc-py==0.11.1",
    "edtf==5.0.2",
    "feedparser==6.0.14",
    "icalendar==7.3.2",
    "pybtex==0.26.1",
    "pyld==3.3.0",
    "rispy==0.10.0",
    // What `cffconvert` validates with asks for it, and does not say so.
    "setuptools==80.9.0",
];

/// What wants another version of a package than those above: validators by JSON Schema.
const SCHEMAS: [&str; 2] = ["cyclonedx-python-lib[json-validation]==11.12.0", FRICTIONLESS];

const NODE: [&str; 8] = [
    "ical.js@2.2.1",
    "@citation-js/core@0.8.2",
    "@citation-js/plugin-bibtex@0.8.2",
    "@citation-js/plugin-csl@0.8.2",
    "@citation-js/plugin-ris@0.8.2",
    "vnu-jar@26.9.27",
    "csv-spectrum@2.0.0",
    "edtf@4.11.1",
];

/// Has them installed, and tells the tests where they are.
pub fn show(command: &mut Command, place: &Place) -> Result<()> {
    command.env("ATLAS_PYTHON", python(place, &place.tool("readers-python", LIST), &PYTHON)?);
    command.env("ATLAS_SCHEMAS", python(place, &place.tool("readers-schemas", LIST), &SCHEMAS)?);
    let modules = place.tool("readers-node", LIST);
    install(&modules, &NODE.join(", "), |new| npm(place, new, &NODE))?;
    command.env("ATLAS_MODULES", modules.join("node_modules"));
    programs(&[("libreoffice-calc", "soffice"), ("default-jre-headless", "java")])
}
