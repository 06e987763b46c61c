//! One mounted widget, as the element calls it.
//!
//! The state lives here, outside Yew: an action makes a new [`Shown`], which the root component is given as its props, and
//! effects, which the script has to handle. Data flows one way; what views hold of their own changes nothing that is shown.

use super::effects::EffectHandlers;
use super::ruler;
use crate::app::App;
use crate::builtin::BUILTIN;
use crate::view::Props;
use atlas_core::advances::Advances;
use atlas_core::effect::{self, Effect};
use atlas_core::embed::Origin;
use atlas_core::export::{self, Export};
use atlas_core::locale::Locale;
use atlas_core::packed;
use atlas_core::query::{Catalogue, Gathering, View};
use atlas_core::shown::Shown;
use atlas_core::state::{Action, News, Pace, Page, WidgetState};
use atlas_core::taking::{Format, Outcome};
use atlas_core::time::Day;
use gloo::timers::callback::Interval;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry, ShadowRoot};
use yew::{AppHandle, Callback, Renderer};

/// A widget in an element.
#[wasm_bindgen]
pub struct Atlas {
    store: Rc<Store>,
    watch: Watch,
}

/// Follows the width of the views for as long as it is kept.
struct Watch {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut(Array)>,
}

/// What is shown, and who has to know of changes.
struct Store {
    shown: RefCell<Rc<Shown>>,
    /// What the parts show that follow, see [`Props`].
    late: RefCell<Rc<Shown>>,
    /// Until they follow.
    pause: RefCell<Option<Timeout>>,
    handle: RefCell<Option<AppHandle<App>>>,
    act: RefCell<Callback<Action>>,
    /// Called by the root component whenever all of the page has been drawn, see [`Store::carry`].
    drawn: RefCell<Callback<()>>,
    /// What waits for the next drawing. Yew may draw later than it is told to: once a drawing has taken longer than a frame,
    /// it lets the browser go on first.
    effects: RefCell<Vec<Effect>>,
    /// Steps on while history is played and can be seen, with the pause between two steps. The browser holds on to it, and so to all of the widget.
    clock: RefCell<Option<(u32, Interval)>>,
    visible: Cell<bool>,
    container: Element,
    handlers: EffectHandlers,
}

/// Nobody reads what is narrower, in CSS pixels: to take a picture of a whole page, Chromium passes through a window of one.
const LEAST: u32 = 32;
/// How much later parts of the page follow, in milliseconds: more than a frame, less than anybody sees.
const PAUSE: u32 = 20;

#[wasm_bindgen]
impl Atlas {
    /// Renders into a shadow root.
    ///
    /// `still` asks for the static view. `handlers` has a method for each [`Effect`].
    ///
    /// # Errors
    /// `code: message` where the dataset cannot be read.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        root: ShadowRoot,
        lang: &str,
        view: &str,
        query: &str,
        theme: &str,
        heading_level: u8,
        today: &str,
        dataset: Option<Uint8Array>,
        still: bool,
        handlers: EffectHandlers,
    ) -> Result<Atlas, JsValue> {
        let catalogue = catalogue(dataset)?;
        let container = root.owner_document().ok_or("crashed: no document")?.create_element("div")?;
        container.set_attribute("class", "root")?;
        container.set_attribute("data-theme", theme)?;
        root.append_child(&container)?;
        let page = Page {
            lang: Locale::from_tag(lang).unwrap_or_default(),
            view: View::parse(view).unwrap_or_default(),
            heading: heading_level,
        };
        let mut state = WidgetState::new(Day::parse(today).unwrap_or(Day::MIN), page);
        state = state.after(Action::Query(query.to_owned()), &catalogue);
        if still {
            state = state.still();
        } else if container.client_width() > 0 {
            let width = container.client_width() as u32;
            state = state.after(Action::News(News::Width(width, width)), &catalogue);
            // Before the first picture, so that it need not be drawn twice.
            let advances = ruler::advances(&container, &Advances::sample(&catalogue));
            state = state.after(Action::News(News::Advances(advances)), &catalogue);
        }
        let shown = Rc::new(Shown::of(catalogue, state));
        let store = Rc::new(Store {
            shown: RefCell::new(shown.clone()),
            late: RefCell::new(shown),
            pause: RefCell::default(),
            handle: RefCell::default(),
            act: RefCell::new(Callback::noop()),
            drawn: RefCell::new(Callback::noop()),
            effects: RefCell::default(),
            clock: RefCell::default(),
            visible: Cell::new(true),
            container,
            handlers,
        });
        let watch = store.start()?;
        Ok(Atlas { store, watch })
    }

    /// Changes what the page asks for: `lang`, `view`, `query`, `theme`, `heading-level`, `today`; the `origin` of the
    /// script; whether the address says what is shown (`linked`); what became of what was to be taken away (`taken`, or
    /// `refused` with its text); whether nothing shall move by itself (`calm`); and whether the widget is `visible`, which nothing is that was taken out of the page.
    pub fn set(&self, name: &str, value: String) {
        let page = self.store.shown.borrow().state.surroundings.page;
        let news = match name {
            "lang" => News::Page(Page { lang: Locale::from_tag(&value).unwrap_or_default(), ..page }),
            "view" => News::Page(Page { view: View::parse(&value).unwrap_or_default(), ..page }),
            "heading-level" => News::Page(Page { heading: value.parse().unwrap_or(2), ..page }),
            "linked" => News::Linked(value == "true"),
            "query" => return self.store.apply(Action::Query(value)),
            "taken" => return self.store.apply(Action::Taken(Outcome::Done)),
            "refused" => return self.store.apply(Action::Taken(Outcome::Refused(value))),
            "origin" => {
                let (script, integrity) = value.split_once(' ').unwrap_or((&value, ""));
                News::Origin(Origin { script: script.to_owned(), integrity: integrity.to_owned() })
            }
            "today" => match Day::parse(&value) {
                Some(day) => News::Today(day),
                None => return,
            },
            "theme" => {
                let _ = self.store.container.set_attribute("data-theme", &value);
                return;
            }
            "calm" => {
                let pace = if value == "true" { Pace::ByHand } else { Pace::Slow };
                return self.store.apply(Action::Pace(pace));
            }
            "visible" => {
                self.store.visible.set(value == "true");
                return self.store.keep_time();
            }
            _ => return,
        };
        self.store.apply(Action::News(news));
    }

    /// Shows another packed dataset; the one compiled in if there are no bytes.
    ///
    /// # Errors
    /// `code: message` where it cannot be read; what was shown stays.
    pub fn load(&self, bytes: Uint8Array) -> Result<(), JsValue> {
        let catalogue = catalogue(Some(bytes).filter(|bytes| bytes.length() > 0))?;
        let next = effect::load(&self.store.shown.borrow(), catalogue);
        self.store.show(next);
        Ok(())
    }

    /// The query string.
    pub fn query(&self) -> String {
        self.store.shown.borrow().query()
    }

    /// What is shown, as the contract's JSON.
    pub fn result(&self) -> String {
        export::result_of(&self.store.shown.borrow())
    }

    /// What is shown, in the form of this name; `address` is where the reader has it. None where no form has the name.
    pub fn export(&self, format: &str, address: String) -> Option<File> {
        let shown = self.store.shown.borrow().clone();
        let format = Format::parse(format, shown.state.view())?;
        let pieces = Export::new(shown, format, address);
        let head = [&pieces.name(), "\n", pieces.media_type(), "\n", &pieces.scale().to_string()].concat();
        Some(File { head: Some(head), pieces })
    }

    /// Takes the widget down: for an instance whose start has failed after all, and one that has drawn a copy.
    pub fn destroy(self) {
        self.watch.observer.disconnect();
        self.store.clock.replace(None);
        self.store.pause.replace(None);
        if let Some(handle) = self.store.handle.take() {
            handle.destroy();
        }
        self.store.container.remove();
    }
}

/// A file that is being written.
#[wasm_bindgen]
pub struct File {
    head: Option<String>,
    pieces: Export,
}

#[wasm_bindgen]
impl File {
    /// What comes next of it; none after the last. First its head in three lines: what it is called; its media type; and how many
    /// pixels the page draws for each of the picture's own, 0 if it is a text. Then its text, piece by piece.
    pub fn next(&mut self) -> Option<String> {
        self.head.take().or_else(|| self.pieces.next())
    }
}

/// The dataset of these bytes, or the one compiled in.
fn catalogue(bytes: Option<Uint8Array>) -> Result<Rc<Catalogue>, JsValue> {
    let read = match bytes {
        Some(bytes) => packed::read(&bytes.to_vec()),
        None => packed::read(BUILTIN),
    };
    read.map(|data| Rc::new(Catalogue::new(data)))
        .map_err(|error| [error.code(), ": ", &error.to_string()].concat().into())
}

/// Gathers words, each piece in a task of its own.
fn gather(words: Gathering) {
    Timeout::new(0, || words.next().into_iter().for_each(gather)).forget();
}

impl Store {
    /// Renders for the first time, tells the element, and follows the width of the container.
    fn start(self: &Rc<Store>) -> Result<Watch, JsValue> {
        self.listen();
        let drawn = Rc::downgrade(self);
        self.drawn.replace(Callback::from(move |()| {
            if let Some(store) = drawn.upgrade() {
                store.carry();
                Timeout::new(0, move || store.fit()).forget();
            }
        }));
        self.handle.replace(Some(Renderer::with_root_and_props(self.container.clone(), self.props()).render()));
        let store = self.clone();
        let watched = Rc::downgrade(self);
        // A new width gives the views a new height, which the browser would report to the page as an error ("undelivered
        // notifications") if it came about while sizes are being told: hence in a task of its own. WebKit finds the height in
        // two steps, and would report that, too: hence of the views a line is watched, which has no height.
        let resized: Closure<dyn FnMut(Array)> = Closure::new(move |entries: Array| {
            for entry in entries.iter().map(|entry| entry.unchecked_into::<ResizeObserverEntry>()) {
                let width = entry.content_rect().width() as u32;
                let Some(store) = watched.upgrade() else { return };
                if entry.target().class_list().contains("ruler") {
                    Timeout::new(0, move || store.measure()).forget();
                } else if width >= LEAST {
                    // Less is not to be read, and over before it could be drawn.
                    Timeout::new(0, move || store.resize(width)).forget();
                }
            }
        });
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref())?;
        let watcher = observer.clone();
        // Yew renders in a task of its own, which was queued before this one.
        wasm_bindgen_futures::spawn_local(async move {
            store.handlers.carry(&Effect::Drawn);
            for part in store.watched() {
                watcher.observe(&part);
            }
            store.gather();
        });
        Ok(Watch { observer, _resized: resized })
    }

    /// What decides how the drawing is laid out: the width of the views, since the details stand beside them where there is
    /// room, and the digits that tell of another font.
    fn watched(&self) -> impl Iterator<Item = Element> {
        [".width", ".ruler"].into_iter().filter_map(|part| self.container.query_selector(part).ok().flatten())
    }

    /// Measures the letters anew; not while the element is out of the page, where they have no width.
    fn measure(self: &Rc<Store>) {
        if self.container.client_width() == 0 {
            return;
        }
        let advances = ruler::advances(&self.container, &Advances::sample(&self.shown.borrow().catalogue));
        let is_news = self.shown.borrow().state.surroundings.advances != advances;
        if is_news {
            self.apply(Action::News(News::Advances(advances)));
        }
    }

    /// Whether the columns of the matrix have room, if that is another answer than before; not while the element is out of the
    /// page.
    fn is_fit(&self) -> Option<bool> {
        if self.container.client_width() == 0 {
            return None;
        }
        let table = self.container.query_selector(".scroll").ok()??;
        let fits = table.scroll_width() <= table.client_width();
        let shown = self.shown.borrow();
        let before = shown.state.surroundings.has_room_for(shown.selection.columns.len());
        (before != fits).then_some(fits)
    }

    /// Follows the width of the views.
    fn resize(self: &Rc<Store>, width: u32) {
        if self.is_news(width) {
            self.apply(Action::News(News::Width(width, self.container.client_width() as u32)));
        }
    }

    /// Follows whether the matrix has room for its columns.
    fn fit(self: &Rc<Store>) {
        if let Some(fits) = self.is_fit() {
            self.apply(Action::News(News::Fits(fits)));
        }
    }

    fn is_news(&self, width: u32) -> bool {
        width != self.shown.borrow().state.surroundings.width
    }

    fn props(&self) -> Props {
        Props {
            shown: self.shown.borrow().clone(),
            late: self.late.borrow().clone(),
            act: self.act.borrow().clone(),
            drawn: self.drawn.borrow().clone(),
            elsewhere: None,
        }
    }

    /// Hears what is done in the views of the dataset that is shown. Until they are drawn anew, those of the last one stand in the
    /// page, and name by its numbers what may not be there any more: they are no longer heard, nor is the clock.
    fn listen(self: &Rc<Store>) {
        let (store, catalogue) = (Rc::downgrade(self), self.shown.borrow().catalogue.clone());
        self.clock.replace(None);
        self.act.replace(Callback::from(move |action| {
            let is_of = |store: &Rc<Store>| Rc::ptr_eq(&store.shown.borrow().catalogue, &catalogue);
            if let Some(store) = store.upgrade().filter(is_of) {
                store.apply(action);
            }
        }));
    }

    /// Shows what an action makes of what is shown.
    fn apply(self: &Rc<Store>, action: Action) {
        let next = effect::act(&self.shown.borrow(), action);
        self.show(next);
    }

    /// Shows something else, and has the script do what that asks for.
    fn show(self: &Rc<Store>, (shown, effects): (Shown, Vec<Effect>)) {
        let shown = Rc::new(shown);
        let before = self.shown.replace(shown.clone());
        let is_other = !Rc::ptr_eq(&before.catalogue, &shown.catalogue);
        if is_other {
            self.listen();
        }
        // Of another dataset nothing follows later: what is there to be used is all of one.
        if is_other || Rc::ptr_eq(&before.selection, &shown.selection) {
            self.late.replace(shown);
        } else if self.pause.borrow().is_none() {
            let store = self.clone();
            let follow = Timeout::new(PAUSE, move || {
                store.pause.replace(None);
                store.late.replace(store.shown.borrow().clone());
                store.render();
            });
            self.pause.replace(Some(follow));
        }
        self.keep_time();
        self.render();
        if is_other {
            self.gather();
        }
        for effect in effects {
            match effect.is_of_the_drawing() {
                true => self.effects.borrow_mut().push(effect),
                false => self.handlers.carry(&effect),
            }
        }
    }

    /// Has the words ready before they are searched.
    fn gather(&self) {
        gather(Gathering::new(self.shown.borrow().catalogue.clone()));
    }

    /// Sets the clock going, or stops it.
    fn keep_time(&self) {
        let interface = self.shown.borrow().state.interface.clone();
        let pause = interface.pace.pause().filter(|_| self.visible.get() && interface.playing);
        if pause != self.clock.borrow().as_ref().map(|(pause, _)| *pause) {
            let act = self.act.borrow().clone();
            self.clock.replace(pause.map(|pause| (pause, Interval::new(pause, move || act.emit(Action::Later)))));
        }
    }

    /// Does what waited for the drawing, which has been made.
    fn carry(&self) {
        let effects = self.effects.take();
        effects.iter().chain([&Effect::LeadFocus]).for_each(|effect| self.handlers.carry(effect));
    }

    fn render(&self) {
        let props = self.props();
        self.handlers.carry(&Effect::KeepFocus);
        if let Some(handle) = self.handle.borrow_mut().as_mut() {
            handle.update(props);
        }
    }
}
