//! The edits of wasm-bindgen's glue, tried on what it wrote for this release.

use crate::driver::Result;
use atlas::bundle::glue;
use std::path::PathBuf;

/// The glue as Trunk keeps it beside what was compiled.
fn written() -> Result<String> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target"));
    Ok(std::fs::read_to_string(target.join("wasm-bindgen/release/widget.js"))?)
}

#[test]
fn the_glue_becomes_a_function_that_loads_nothing() -> Result<()> {
    let written = written()?;
    let function = glue::function(&written)?;
    assert!(function.starts_with("guard => {") && function.ends_with('}'));
    for gone in ["fetch(", "script_src", "instantiateStreaming"] {
        assert!(written.contains(gone) && !function.contains(gone), "{gone}");
    }
    Ok(())
}

#[test]
fn glue_that_lacks_the_place_of_an_edit_or_has_it_twice_is_refused_by_name() -> Result<()> {
    let written = written()?;
    for place in glue::places() {
        let lacking = glue::function(&written.replace(place, "/* other */")).unwrap_err();
        assert!(lacking.contains(&format!("no `{place}`")), "{lacking}");
        let twice = glue::function(&[&*written, place, "\n})({ __proto__: null });\n"].concat()).unwrap_err();
        assert!(twice.contains(&format!("more than one `{place}`")), "{twice}");
    }
    Ok(())
}

#[test]
fn glue_that_fetches_elsewhere_too_is_refused() -> Result<()> {
    let fetching = written()?.replacen("class Atlas", "fetch('x');\nclass Atlas", 1);
    let refused = glue::function(&fetching).unwrap_err();
    assert!(refused.contains("`fetch(` is left in it"), "{refused}");
    Ok(())
}
