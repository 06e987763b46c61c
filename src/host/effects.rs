//! Carries effects to the script: each to the handler of its name.

use atlas_core::effect::Effect;
use js_sys::Function;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The handlers of `host/effects.js`, by the names of the effects. What has none of a name lets that effect pass.
    pub type EffectHandlers;

    #[wasm_bindgen(method, structural, indexing_getter)]
    fn handler(this: &EffectHandlers, name: &str) -> Option<Function>;
}

impl EffectHandlers {
    /// Has an effect handled. A handler that throws ends nothing but itself.
    pub fn carry(&self, effect: &Effect) {
        if let Some(handler) = self.handler(effect.name()) {
            let mut arguments = effect.arguments().into_iter().map(JsValue::from);
            let mut next = || arguments.next().unwrap_or(JsValue::UNDEFINED);
            let _ = handler.call2(&JsValue::NULL, &next(), &next());
        }
    }
}
