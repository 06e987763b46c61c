//! One widget in a shadow root of the test page, and what a test does with it.
//!
//! Its markup is asked in JavaScript, where `$` and `$$` select inside the shadow root `root`.

use atlas::host::{Atlas, EffectHandlers};
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShadowRoot;

/// How many frames a condition may take; a release build needs one or two.
const FRAMES: u32 = 600;

/// A mounted widget. Dropping it takes its host out of the page.
pub struct Widget {
    /// None once it is taken down.
    atlas: Option<Atlas>,
    root: ShadowRoot,
    told: Rc<RefCell<Vec<String>>>,
    _hear: Closure<dyn FnMut(String, JsValue, JsValue)>,
}

impl Widget {
    /// Mounts the compiled-in dataset and waits until it is drawn.
    pub async fn mount(query: &str) -> Widget {
        const HOST: &str = "const host = document.body.appendChild(document.createElement('div'));
            return host.attachShadow({ mode: 'open' });";
        let root: ShadowRoot = Function::new_no_args(HOST).call0(&JsValue::NULL).unwrap().unchecked_into();
        let told = Rc::new(RefCell::new(Vec::new()));
        let heard = told.clone();
        let hear: Closure<dyn FnMut(String, JsValue, JsValue)> =
            Closure::new(move |name: String, query: JsValue, result: JsValue| {
                if let Some(result) = result.as_string() {
                    js_sys::JSON::parse(&result).expect("a result in JSON");
                } else if name == "drawn" || name.ends_with("Address") {
                    heard.borrow_mut().push([name, query.as_string().unwrap_or_default()].join(" ").trim().to_owned());
                }
                // The rest is the element's to do, which is tested with it.
            });
        const HANDLERS: &str = "return new Proxy({}, { get: (_, name) => (...texts) => hear(name, ...texts) })";
        let handlers = Function::new_with_args("hear", HANDLERS).call1(&JsValue::NULL, hear.as_ref()).unwrap();
        let handlers: EffectHandlers = handlers.unchecked_into();
        let atlas = Atlas::new(root.clone(), "en", "both", query, "auto", 2, "2026-11-24", None, false, handlers)
            .expect("a widget");
        let widget = Widget { atlas: Some(atlas), root, told, _hear: hear };
        widget.until("$('.colophon')").await;
        widget
    }

    /// Runs statements.
    pub fn js(&self, script: &str) -> JsValue {
        let script = format!(
            "const $ = selector => root.querySelector(selector), $$ = selector => [...root.querySelectorAll(selector)];
            {script}"
        );
        Function::new_with_args("root", &script).call1(&JsValue::NULL, &self.root).unwrap_or_else(|error| {
            panic!("{script}: {error:?}");
        })
    }

    /// The value of an expression, as a text.
    pub fn text(&self, expression: &str) -> String {
        self.js(&format!("return String({expression})")).as_string().unwrap()
    }

    /// The value of an expression, as a number.
    pub fn number(&self, expression: &str) -> u32 {
        self.js(&format!("return Number({expression})")).as_f64().unwrap() as u32
    }

    /// Whether an expression is true.
    pub fn is(&self, expression: &str) -> bool {
        self.js(&format!("return !!({expression})")).is_truthy()
    }

    /// Waits for the next frame.
    pub async fn frame(&self) {
        const NEXT: &str = "return new Promise(requestAnimationFrame)";
        JsFuture::from(self.js(NEXT).unchecked_into::<Promise>()).await.unwrap();
    }

    /// Waits until an expression is true.
    pub async fn until(&self, expression: &str) {
        for _ in 0..FRAMES {
            if self.is(expression) {
                return;
            }
            self.frame().await;
        }
        panic!("never true: {expression}");
    }

    /// Moves the pointer onto an element.
    pub fn point_at(&self, selector: &str) {
        let over = "new PointerEvent('pointerover', { bubbles: true, composed: true })";
        self.js(&format!("$('{selector}').dispatchEvent({over})"));
    }

    /// Puts a text into the search.
    pub fn type_in(&self, text: &str) {
        let input = "new InputEvent('input', { bubbles: true, composed: true })";
        self.js(&format!(
            "const field = $('input[type=search]'); field.value = '{text}'; field.dispatchEvent({input})"
        ));
    }

    /// What the element calls.
    pub fn atlas(&self) -> &Atlas {
        self.atlas.as_ref().expect("a widget that is not taken down")
    }

    /// Takes it down, as the element does.
    pub fn take_down(&mut self) {
        if let Some(atlas) = self.atlas.take() {
            atlas.destroy();
        }
    }

    /// What the element was told: kind and query of each.
    pub fn told(&self) -> Vec<String> {
        self.told.borrow().clone()
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        self.take_down();
        self.root.host().remove();
    }
}
