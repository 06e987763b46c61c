//! The focus finds back to what opened what it was in: the markup and `host/focus.js` read the same names. Dialogs, which
//! the element shows, are tested with it.

use crate::widget::Widget;
use wasm_bindgen_test::wasm_bindgen_test;

const SCRIPT: &str = include_str!("../../src/host/focus.js");

/// Opens something, puts the focus into it, closes it as the element does, and tells what has the focus then.
async fn focus_after(open: &str, opened: &str, focused: &str, close: &str) -> String {
    let widget = Widget::mount("").await;
    widget.js(&format!("$('{open}').click()"));
    widget.until(&format!("$('{opened}')")).await;
    widget.js(&format!("{SCRIPT}; $('{opened} {focused}').focus(); keep(root); $('{close}').click();"));
    widget.until(&format!("!$('{opened}')")).await;
    widget.js(&format!("{SCRIPT}; lead(root);"));
    widget.text("root.activeElement.dataset.panel ?? root.activeElement.dataset.select")
}

#[wasm_bindgen_test]
async fn closing_choices_gives_the_focus_to_their_button() {
    let filters = "[data-panel=filters]";
    assert_eq!(focus_after(filters, "[data-opener=filters]", "input", filters).await, "filters");
}

#[wasm_bindgen_test]
async fn closing_details_gives_the_focus_to_what_was_selected() {
    let (cell, opened) = ("[data-select=\"cell:agriculture/agriculture-2016-2020\"]", "[data-opener]");
    let focused = focus_after(cell, opened, ".close", ".details .close").await;
    assert_eq!(focused, "cell:agriculture/agriculture-2016-2020");
}
