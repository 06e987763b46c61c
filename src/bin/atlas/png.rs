//! A picture as PNG, with the fonts of the machine.

use crate::outcome::{Outcome, usage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// What stands in for the fonts that a picture asks for, where the machine has none of these: the first that it has.
const SANS: [&str; 8] =
    ["Segoe UI", "Roboto", "Noto Sans", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans", "Open Sans"];
const SERIF: [&str; 7] =
    ["Palatino", "Charter", "Georgia", "Noto Serif", "Times New Roman", "Liberation Serif", "DejaVu Serif"];

/// Draws a picture, with so many pixels for each of its own.
pub fn drawn(svg: &str, scale: u32) -> Outcome<Vec<u8>> {
    let mut options = Options::default();
    fonts(options.fontdb_mut())?;
    let tree = Tree::from_str(svg, &options).or_else(|error| usage(format!("cannot draw the picture: {error}")))?;
    let size = tree.size().to_int_size().scale_by(scale as f32);
    let Some(mut image) = size.and_then(|size| Pixmap::new(size.width(), size.height())) else {
        return usage("the picture is too large for PNG; as SVG it can have any size");
    };
    resvg::render(&tree, Transform::from_scale(scale as f32, scale as f32), &mut image.as_mut());
    image.encode_png().or_else(|error| usage(format!("cannot write the picture: {error}")))
}

/// Loads the fonts of the machine; without any, a picture would have no words.
fn fonts(fonts: &mut fontdb::Database) -> Outcome {
    fonts.load_system_fonts();
    let families: Vec<String> = fonts
        .faces()
        .filter(|face| !face.monospaced)
        .flat_map(|face| &face.families)
        .map(|(name, _)| name.clone())
        .collect();
    let Some(any) = families.first() else {
        return usage("this machine has no fonts, without which a PNG has no words; as SVG the picture needs none");
    };
    let find = |wanted: &[&str]| {
        wanted.iter().find(|name| families.iter().any(|own| own == *name)).map(|name| (*name).to_owned())
    };
    let sans = find(&SANS).unwrap_or_else(|| any.clone());
    fonts.set_serif_family(find(&SERIF).unwrap_or_else(|| sans.clone()));
    fonts.set_sans_serif_family(sans);
    Ok(())
}
