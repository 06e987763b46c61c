//! The entry point of the WebAssembly. A stand-in until `host` has its `Atlas`.

#[cfg(target_arch = "wasm32")]
mod stub {
    use js_sys::{Function, Uint8Array};
    use wasm_bindgen::prelude::*;
    use yew::prelude::*;

    #[derive(Properties, PartialEq)]
    struct Props {
        query: AttrValue,
        lang: AttrValue,
        view: AttrValue,
        theme: AttrValue,
        level: u8,
        today: AttrValue,
        notify: Callback<(&'static str, String)>,
    }

    #[component]
    fn App(props: &Props) -> Html {
        let notify = props.notify.clone();
        let click = Callback::from(move |_: MouseEvent| notify.emit(("push", "sector=energy".into())));
        let notify = props.notify.clone();
        let input = Callback::from(move |_: InputEvent| notify.emit(("replace", "q=mou".into())));
        let crash = Callback::from(|_: MouseEvent| panic!("asked for"));
        html! {
            <div class="atlas" lang={props.lang.clone()} data-view={props.view.clone()} data-theme={props.theme.clone()}>
                <@{format!("h{}", props.level)}>{"Atlas"}</@>
                <p id="query">{props.query.clone()}</p>
                <p id="today">{props.today.clone()}</p>
                <button id="push" onclick={click}>{"Energy"}</button>
                <input oninput={input} />
                <button id="crash" onclick={crash}>{"Crash"}</button>
            </div>
        }
    }

    /// One atlas on a page.
    #[wasm_bindgen]
    pub struct Atlas {
        handle: Option<yew::AppHandle<App>>,
        values: [String; 5],
        level: u8,
        notify: Callback<(&'static str, String)>,
    }

    impl Atlas {
        fn props(&self) -> Props {
            let [lang, view, query, theme, today] = self.values.clone().map(AttrValue::from);
            Props { query, lang, view, theme, level: self.level, today, notify: self.notify.clone() }
        }
    }

    #[wasm_bindgen]
    impl Atlas {
        /// Renders into the root.
        #[wasm_bindgen(constructor)]
        #[allow(clippy::too_many_arguments)]
        pub fn new(
            root: web_sys::ShadowRoot,
            lang: String,
            view: String,
            query: String,
            theme: String,
            heading_level: u8,
            today: String,
            dataset: Option<Uint8Array>,
            notify: Function,
        ) -> Result<Atlas, JsValue> {
            if dataset.is_some_and(|bytes| bytes.length() < 8) {
                return Err("dataset-foreign: this is no packed dataset".into());
            }
            let document = web_sys::window().unwrap().document().unwrap();
            let place = document.create_element("div")?;
            root.append_child(&place)?;
            let notify = Callback::from(move |(kind, query): (&'static str, String)| {
                let _ = notify.call3(&JsValue::NULL, &kind.into(), &query.into(), &"{}".into());
            });
            let mut atlas =
                Atlas { handle: None, values: [lang, view, query, theme, today], level: heading_level, notify };
            atlas.handle = Some(yew::Renderer::<App>::with_root_and_props(place, atlas.props()).render());
            atlas.notify.emit(("ready", atlas.values[2].clone()));
            Ok(atlas)
        }

        /// Changes one setting.
        pub fn set(&mut self, name: &str, value: String) {
            match name {
                "lang" => self.values[0] = value,
                "view" => self.values[1] = value,
                "query" => self.values[2] = value,
                "theme" => self.values[3] = value,
                "today" => self.values[4] = value,
                "heading-level" => self.level = value.parse().unwrap_or(2),
                _ => {}
            }
            let props = self.props();
            if let Some(handle) = &mut self.handle {
                handle.update(props);
            }
        }

        /// Shows another dataset.
        pub fn load(&mut self, _bytes: Uint8Array) -> Result<(), JsValue> {
            Err("dataset-foreign: this is no packed dataset".into())
        }

        /// The query.
        pub fn query(&self) -> String {
            self.values[2].clone()
        }

        /// What is shown, as JSON.
        pub fn result(&self) -> String {
            "{}".into()
        }

        /// Takes everything down.
        pub fn destroy(&mut self) {
            if let Some(handle) = self.handle.take() {
                handle.destroy();
            }
        }
    }
}

fn main() {}
