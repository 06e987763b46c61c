//! The widths of letters in the reader's font, as the browser sets them.

use atlas_core::advances::Advances;
use std::rc::Rc;
use web_sys::Element;

/// Measures the letters of a sample, each by itself, in a line of the style of the drawing's labels that stays only for
/// that.
pub fn advances(container: &Element, sample: &str) -> Rc<Advances> {
    measured(container, sample).unwrap_or_default()
}

fn measured(container: &Element, sample: &str) -> Option<Rc<Advances>> {
    let document = container.owner_document()?;
    let line = document.create_element("span").ok()?;
    line.set_attribute("class", "ruler").ok()?;
    line.set_text_content(Some(sample));
    container.append_child(&line).ok()?;
    let text = line.first_child()?;
    let range = document.create_range().ok()?;
    let mut at = 0;
    let mut widths = Vec::new();
    for letter in sample.chars() {
        let end = at + letter.len_utf16() as u32;
        range.set_start(&text, at).ok()?;
        range.set_end(&text, end).ok()?;
        widths.push(range.get_bounding_client_rect().width() as f32);
        at = end;
    }
    line.remove();
    Some(Rc::new(Advances::measured(sample, widths.into_iter())))
}
