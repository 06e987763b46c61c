//! The state of one widget, the actions that change it, and what is derived from it.
//!
//! Owns [`State`] and its reducer; the selection is computed once per change and handed to every view as part of
//! [`Shown`](crate::shown::Shown). No browser and no clock: today, the width and the address come in as actions.

use crate::advances::Advances;
use crate::embed::{Embed, Origin};
use crate::locale::Locale;
use crate::model::{Coverage, InstrumentId, PartnershipId, SectorId};
use crate::order;
use crate::query::{AsOf, Catalogue, Query, Target, View, toggle, url};
use crate::time::{Bound, Day, Interval, PartialDate, known};
use crate::window::{Window, whole};
use std::rc::Rc;

/// Everything that a reader or a page can change.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The query: filters, day, views, selection.
    pub query: Query,
    /// What was dropped from the last query string.
    pub rejected: Vec<String>,
    /// The reader's civil date.
    pub today: Day,
    /// What the pointer or the focus is on.
    pub hover: Option<Target>,
    /// The filter whose choices are open.
    pub panel: Option<Panel>,
    /// Whether history is played: a step to the next change every few seconds.
    pub playing: bool,
    /// The day from which the last step came: what changed since is told.
    pub came_from: Option<Day>,
    /// The order of rows and columns.
    pub order: Order,
    /// What the lanes of activities stand for.
    pub lanes: Lanes,
    /// How many activities the details list.
    pub listed: usize,
    /// What an editor has chosen in the dialog "Embed", while it is open.
    pub embed: Option<Embed>,
    /// Whether the map of the keys is open.
    pub help: bool,
    /// Where the script came from.
    pub origin: Origin,
    /// The width of the views in CSS pixels.
    pub width: u32,
    /// That of all of the widget: where there is room, the details stand beside the views.
    pub room: u32,
    /// How wide letters are in the reader's font.
    pub advances: Rc<Advances>,
    /// What the page asks for where the query says nothing.
    pub page: Page,
    /// Whether this is the static view, in which nothing can be done: it says on which day the data were checked, and
    /// what else the details would say.
    pub still: bool,
}

/// What the host page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The language.
    pub lang: Locale,
    /// The views.
    pub view: View,
    /// The level of the widget's heading, 1 to 6.
    pub heading: u8,
}

/// A filter with choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// By partnership.
    Partnership,
    /// By sector.
    Sector,
    /// By instrument.
    Instrument,
    /// By coverage.
    Coverage,
    /// By state as known on the day.
    State,
}

impl Panel {
    /// All of them, in the order in which readers see them.
    pub const ALL: [Panel; 5] = [Panel::Partnership, Panel::Sector, Panel::Instrument, Panel::Coverage, Panel::State];

    /// Its name in the markup, by which the focus finds back to it.
    pub fn id(self) -> &'static str {
        match self {
            Panel::Partnership => "partnership",
            Panel::Sector => "sector",
            Panel::Instrument => "instrument",
            Panel::Coverage => "coverage",
            Panel::State => "state",
        }
    }
}

/// A choice of a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A partnership.
    Partnership(PartnershipId),
    /// A sector.
    Sector(SectorId),
    /// An instrument.
    Instrument(InstrumentId),
    /// A kind of coverage.
    Coverage(Coverage),
    /// A state.
    State(known::State),
}

/// The order of rows and columns of the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As authored.
    #[default]
    Authored,
    /// The fullest first, within their group or partnership.
    Coverage,
}

/// What the lanes of activities stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lanes {
    /// One lane per instrument.
    #[default]
    Instruments,
    /// One lane per sector.
    Sectors,
}

/// Something that changes the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The search was typed in.
    Search(String),
    /// A choice was set or taken back.
    Toggle(Choice),
    /// All filters off.
    Clear,
    /// The day of "as known on" was set.
    AsOf(AsOf),
    /// The playhead is being dragged.
    Scrub(Day),
    /// History is played, or stopped.
    Play(bool),
    /// What changed since, or until, this day is shown; or nothing of the kind.
    Compare(Option<Day>),
    /// To the day of the next change.
    Later,
    /// To the day of the change before.
    Earlier,
    /// Only gaps, or not.
    Gaps(bool),
    /// With inferred cells, or without.
    Inferred(bool),
    /// The views were chosen.
    View(View),
    /// Something was selected, or nothing.
    Select(Option<Target>),
    /// The pointer is on something, or on nothing.
    Hover(Option<Target>),
    /// The choices of a filter were opened, or closed.
    Panel(Option<Panel>),
    /// The language was chosen.
    Lang(Locale),
    /// Rows and columns were put into order.
    Order(Order),
    /// The lanes of activities were chosen.
    Lanes(Lanes),
    /// More activities are wanted in the details.
    More,
    /// The timeline's window was set; `None` is all of it.
    Window(Option<Window>),
    /// The dialog "Embed" was opened, a choice in it was made, or it was closed.
    Embed(Option<Embed>),
    /// The map of the keys was opened, or closed.
    Help(bool),
    /// The snippet was copied.
    Copy,
    /// A copy is to be saved.
    Save,
    /// It has become known where the script came from.
    Origin(Origin),
    /// The views have another width; and that of the widget.
    Width(u32, u32),
    /// The letters have other widths.
    Advances(Rc<Advances>),
    /// The reader's date has changed.
    Today(Day),
    /// A query string came from outside: an attribute, the address.
    Query(String),
    /// The page asks for something else.
    Page(Page),
}

impl Action {
    /// Whether the act goes on from moment to moment, like typing: the address is then replaced, not added to.
    pub fn is_continuous(&self) -> bool {
        matches!(self, Action::Search(_) | Action::Window(_) | Action::Scrub(_))
    }
}

/// From this width on the details stand beside the views, in CSS pixels, as in `app.css` and `details.css`.
const WIDE: u32 = 1080;
/// How many activities the details list at first, and more each time.
const LISTED: usize = 25;

impl State {
    /// The state of a new widget.
    pub fn new(today: Day, page: Page) -> State {
        State {
            query: Query::default(),
            rejected: Vec::new(),
            today,
            hover: None,
            panel: None,
            playing: false,
            came_from: None,
            order: Order::default(),
            lanes: Lanes::default(),
            listed: LISTED,
            embed: None,
            help: false,
            origin: Origin::default(),
            width: 960,
            room: 960,
            advances: Rc::default(),
            page,
            still: false,
        }
    }

    /// The same as a static view, whose drawing is laid out for a wide page and scaled to what there is.
    pub fn still(self) -> State {
        State { still: true, width: 1150, ..self }
    }

    /// The state after an action.
    pub fn after(&self, action: Action, catalogue: &Catalogue) -> State {
        let mut next = self.clone();
        match action {
            Action::Search(typed) => next.search(&typed),
            Action::Toggle(choice) => next.query.toggle(choice),
            Action::Clear => {
                next.query = self.query.cleared();
                next.rejected.clear();
            }
            Action::AsOf(as_of) => next.go(as_of),
            Action::Scrub(day) => next.go(AsOf::On(day)),
            Action::Play(playing) => next.play(playing, catalogue),
            Action::Compare(day) => next.query.compare = day,
            Action::Later => next.step(self.later(catalogue)),
            Action::Earlier => next.step(self.earlier(catalogue)),
            Action::Gaps(gaps) => next.query.gaps = gaps,
            Action::Inferred(inferred) => next.query.inferred = inferred,
            Action::View(view) => next.query.view = Some(view),
            Action::Select(target) => {
                next.query.select = target;
                next.listed = LISTED;
            }
            Action::Hover(target) => next.hover = target,
            Action::Panel(panel) => next.panel = panel,
            Action::Lang(lang) => next.query.lang = Some(lang),
            Action::Order(order) => next.order = order,
            Action::Lanes(lanes) => next.lanes = lanes,
            Action::More => next.listed += LISTED * 4,
            Action::Window(window) => next.query.range = window.map(Window::interval),
            Action::Embed(embed) => next.embed = embed,
            Action::Help(open) => next.help = open,
            Action::Copy => next.embed = self.embed.map(|embed| Embed { copied: true, ..embed }),
            Action::Save => {}
            Action::Origin(origin) => next.origin = origin,
            Action::Width(width, room) => (next.width, next.room) = (width.clamp(240, 4000), room),
            Action::Advances(advances) => next.advances = advances,
            Action::Today(today) => next.today = today,
            Action::Query(text) => {
                (next.query, next.rejected) = url::parse(&text, &catalogue.data);
                next.came_from = None;
            }
            Action::Page(page) => next.page = page,
        }
        next
    }

    /// Sets the search, and tells what of it was dropped.
    fn search(&mut self, typed: &str) {
        self.rejected.retain(|part| !part.starts_with("q="));
        self.rejected.extend(self.query.search(typed));
    }

    /// Sets the day by hand, which ends the playing.
    fn go(&mut self, to: AsOf) {
        self.query.as_of = to;
        self.playing = false;
        self.came_from = None;
    }

    /// Steps to a change and remembers from where; without one there is nothing more to play.
    fn step(&mut self, to: Option<Day>) {
        match to {
            Some(day) => {
                self.came_from = Some(self.day());
                self.query.as_of = AsOf::On(day);
            }
            None => self.playing = false,
        }
    }

    /// Starts at the first change, or goes on from where the day is.
    fn play(&mut self, playing: bool, catalogue: &Catalogue) {
        self.playing = playing;
        if playing && self.later(catalogue).is_none() {
            self.came_from = None;
            if let Some(first) = changes(catalogue).first() {
                self.query.as_of = AsOf::On(*first);
            }
        }
    }

    /// The day of the change before.
    pub fn earlier(&self, catalogue: &Catalogue) -> Option<Day> {
        changes(catalogue).into_iter().rfind(|day| *day < self.day())
    }

    /// The day of the next change.
    pub fn later(&self, catalogue: &Catalogue) -> Option<Day> {
        changes(catalogue).into_iter().find(|day| *day > self.day())
    }

    /// Whether the details stand beside the views, after them; else they come before them.
    pub fn is_wide(&self) -> bool {
        self.room >= WIDE
    }

    /// The day `D`.
    pub fn day(&self) -> Day {
        self.query.as_of.day(self.today)
    }

    /// The language shown.
    pub fn lang(&self) -> Locale {
        self.query.lang.unwrap_or(self.page.lang)
    }

    /// The views shown.
    pub fn view(&self) -> View {
        self.query.view.unwrap_or(self.page.view)
    }

    /// The window of the timeline.
    pub fn window(&self, catalogue: &Catalogue) -> Window {
        self.query.range.as_ref().and_then(Window::of).unwrap_or_else(|| whole(catalogue, self.today))
    }
}

impl Query {
    /// Sets a choice, or takes it back.
    pub fn toggle(&mut self, choice: Choice) {
        match choice {
            Choice::Partnership(id) => toggle(&mut self.partnerships, id),
            Choice::Sector(id) => toggle(&mut self.sectors, id),
            Choice::Instrument(id) => toggle(&mut self.instruments, id),
            Choice::Coverage(coverage) => toggle(&mut self.coverage, coverage),
            Choice::State(state) => toggle(&mut self.states, state),
        }
    }

    /// Whether a choice is set.
    pub fn has(&self, choice: Choice) -> bool {
        match choice {
            Choice::Partnership(id) => self.partnerships.contains(&id),
            Choice::Sector(id) => self.sectors.contains(&id),
            Choice::Instrument(id) => self.instruments.contains(&id),
            Choice::Coverage(coverage) => self.coverage.contains(&coverage),
            Choice::State(state) => self.states.contains(&state),
        }
    }
}

/// The days on which anything that is known, or any state, changes; sorted.
///
/// A month counts with its first day, on which things become undetermined, and with the day after its last.
pub fn changes(catalogue: &Catalogue) -> Vec<Day> {
    let data = &catalogue.data;
    let mut days = Vec::new();
    let mut date = |date: &PartialDate| {
        days.push(date.range().0);
        if date.range().0 != date.range().1 {
            days.push(date.range().1.plus(1));
        }
    };
    for (_, event) in data.events() {
        let interval = event.bounds().map(|date| date.interval());
        interval.iter().flat_map(|interval| [interval.start, interval.end]).for_each(|bound| {
            if let Bound::Date(bound) = bound {
                date(&bound);
            }
        });
    }
    for (id, row) in data.instruments() {
        days.extend(row.not_before.as_ref().map(|limit| limit.date.first()));
        for Interval { end, .. } in data.terms(id).map(|term| term.term) {
            days.extend(end.date().map(|end| end.range().1.plus(1)));
        }
    }
    let mut sorted: Vec<Day> =
        order::by_key(days.iter().map(|day| i64::from(day.number()))).into_iter().map(|at| days[at]).collect();
    sorted.dedup();
    sorted
}
