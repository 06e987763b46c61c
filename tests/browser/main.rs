//! The widget in a real browser, mounted as the element mounts it: what its Rust and its markup do together.
//!
//! The element itself, the address and whole pages are the end-to-end tests' business.
#![cfg(target_arch = "wasm32")]

mod focus;
mod pseudo;
mod widget;

use atlas::builtin::BUILTIN;
use js_sys::Uint8Array;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use widget::Widget;

wasm_bindgen_test_configure!(run_in_browser);

/// Rows of sectors in the matrix.
const ROWS: &str = "$$('.matrix tbody tr:not(.group, [hidden])').length";

#[wasm_bindgen_test]
async fn it_comes_up_with_a_row_for_each_sector_and_an_item_for_each_event() {
    let widget = Widget::mount("").await;
    assert_eq!(widget.number(ROWS), 21);
    assert_eq!(widget.number("$$('.matrix td button').length"), 30);
    assert_eq!(widget.number("$$('.timeline ol[role=list] > li:not([hidden])').length"), 9);
    assert_eq!(widget.told(), ["drawn"]);
}

#[wasm_bindgen_test]
async fn it_comes_up_in_the_state_of_its_query() {
    let widget = Widget::mount("as-of=2019-10-15&partnership=asean-eaeu&view=matrix&lang=ru").await;
    assert_eq!(widget.number(ROWS), 9);
    assert_eq!(widget.number("$$('.timeline').length"), 0);
    assert_eq!(widget.text("$('.atlas').lang"), "ru");
    assert_eq!(widget.text("$('[data-panel=day] time').dateTime"), "2019-10-15");
}

#[wasm_bindgen_test]
async fn a_cell_opens_its_details_and_their_button_closes_them() {
    let widget = Widget::mount("as-of=2019-07-01").await;
    const CELL: &str = "[data-select=\"cell:agriculture/agriculture-2016-2020\"]";
    widget.js(&format!("$('{CELL}').click()"));
    widget.until("$('.details-title')?.textContent == 'Agriculture'").await;
    assert!(widget.text("$('.details').textContent").contains("ithin its stated term"));
    widget.js("$('.details .close').click()");
    widget.until("!$('.details')").await;
    assert_eq!(
        widget.told(),
        [
            "drawn",
            "pushAddress as-of=2019-07-01&select=cell:agriculture/agriculture-2016-2020",
            "pushAddress as-of=2019-07-01"
        ]
    );
}

#[wasm_bindgen_test]
async fn what_belongs_together_lights_up_in_both_views() {
    let widget = Widget::mount("").await;
    assert_eq!(widget.number("$$('.lit').length"), 0);
    widget.point_at(".matrix th [data-select=\"instrument:mou-2018\"]");
    widget.until("$$('.matrix .lit').length && $$('.timeline .lit').length").await;
    // The drawing and the list each have it, and nothing else that can be selected.
    let lit = "$$('.timeline :is(.lit, .lit *)[data-select]').map(lit => lit.dataset.select)";
    assert_eq!(widget.text(lit), "event:mou-signed,event:mou-signed");
    assert_eq!(widget.number("$$('.matrix tbody tr.lit').length"), 9);
    widget.point_at(".masthead");
    widget.until("!$$('.lit').length").await;
    assert_eq!(widget.told().len(), 1, "pointing is nobody's business but the reader's");
}

#[wasm_bindgen_test]
async fn typing_filters_both_views_and_is_told_as_it_goes_on() {
    let widget = Widget::mount("").await;
    widget.type_in("EAU");
    widget.until(&format!("{ROWS} == 9")).await;
    assert_eq!(widget.number("$$('thead th:not([hidden]) [data-select^=\"instrument:\"]').length"), 1);
    assert_eq!(widget.told(), ["drawn", "replaceAddress q=EAU"]);
    widget.type_in("");
    widget.until(&format!("{ROWS} == 21")).await;
}

#[wasm_bindgen_test]
async fn another_language_keeps_the_state() {
    let widget = Widget::mount("as-of=2019-10-15&q=mou&select=event:mou-signed").await;
    let rows = widget.number(ROWS);
    widget.js("$('.languages [lang=ru]').click()");
    widget.until("$('.atlas').lang == 'ru'").await;
    assert_eq!(widget.number(ROWS), rows);
    assert_eq!(widget.text("$('input[type=search]').value"), "mou");
    assert_eq!(widget.text("$('.details-title').textContent"), "Подписан Меморандум");
    assert_eq!(widget.atlas().query(), "as-of=2019-10-15&q=mou&select=event:mou-signed&lang=ru");
}

#[wasm_bindgen_test]
async fn what_the_page_sets_is_shown_and_not_told_back() {
    let widget = Widget::mount("").await;
    widget.atlas().set("query", "sector=space&sector=narnia".into());
    widget.until(&format!("{ROWS} == 1")).await;
    assert!(widget.text("$('.notice').textContent").contains("sector=narnia"));
    widget.atlas().set("lang", "ru".into());
    widget.atlas().set("heading-level", "4".into());
    widget.atlas().set("theme", "dark".into());
    widget.until("$('h4.title') && $('.root').dataset.theme == 'dark' && $('.atlas').lang == 'ru'").await;
    assert_eq!(widget.told(), ["drawn"]);
}

#[wasm_bindgen_test]
async fn bytes_that_are_no_dataset_change_nothing() {
    let widget = Widget::mount("sector=space").await;
    let refused = |bytes: &[u8]| widget.atlas().load(Uint8Array::from(bytes)).unwrap_err().as_string().unwrap();
    assert!(refused(&BUILTIN[..BUILTIN.len() - 1]).starts_with("dataset-damaged: "));
    assert!(refused(b"PK\x03\x04").starts_with("dataset-foreign: "));
    assert_eq!((widget.number(ROWS), widget.atlas().query().as_str()), (1, "sector=space"));
    widget.atlas().load(Uint8Array::from(BUILTIN)).unwrap();
    widget.frame().await;
    assert_eq!((widget.number(ROWS), widget.atlas().query().as_str()), (1, "sector=space"));
}

#[wasm_bindgen_test]
async fn two_widgets_share_nothing() {
    let (one, other) = (Widget::mount("").await, Widget::mount("sector=space").await);
    one.type_in("energy");
    one.until(&format!("{ROWS} == 1")).await;
    assert_eq!(other.number(ROWS), 1);
    assert_eq!(other.atlas().query(), "sector=space");
    assert_eq!(other.told(), ["drawn"]);
}

#[wasm_bindgen_test]
async fn a_widget_taken_down_leaves_nothing_and_its_neighbour_unharmed() {
    let (mut one, other) = (Widget::mount("").await, Widget::mount("").await);
    one.point_at(".matrix th [data-select]");
    one.take_down();
    assert!(one.is("!root.firstElementChild"));
    one.frame().await;
    other.type_in("space");
    other.until(&format!("{ROWS} == 1")).await;
}
