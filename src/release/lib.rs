//! The script of a release inside the command line, which then needs no file beside it.
//!
//! A crate of its own, so that nothing else is compiled anew for another script. `cargo xtask atlas` names the script.

/// `cooperation-atlas.js`; `None` in a program that was built without one.
pub fn script() -> Option<&'static str> {
    Some(include_str!(concat!(env!("OUT_DIR"), "/script.js"))).filter(|script| !script.is_empty())
}
