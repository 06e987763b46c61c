//! The state of one widget, the actions that change it, and what follows from it alone.
//!
//! Owns [`WidgetState`] and its reducer. The state is of three kinds, each a type of its own: the [`Query`], which pages and
//! addresses share; the passing states of the [`Interface`]; and the [`Surroundings`], which come in as [`News`]. No browser
//! and no clock. The selection is no part of the state: `shown` derives it, and `effect` says what the page has to do.

mod action;
mod changes;
mod interface;
mod surroundings;

pub use action::Action;
pub use changes::changes;
pub use interface::{Arrangement, ChoiceOrder, Choosing, Fold, Interface, Lanes, Listing, Pace, Panel, Part};
pub use surroundings::{News, Page, Surroundings};

use crate::locale::Locale;
use crate::query::{AsOf, Catalogue, Query, Target, View, url};
use crate::taking::Outcome;
use crate::time::{Day, Typed};
use crate::window::{Window, whole};

/// Everything that a reader or a page can change.
#[derive(Clone, Debug, PartialEq)]
pub struct WidgetState {
    /// The query: filters, day, views, selection.
    pub query: Query,
    /// What a reader has open, points at and plays.
    pub interface: Interface,
    /// What the widget finds around it.
    pub surroundings: Surroundings,
}

impl WidgetState {
    /// The state of a new widget.
    pub fn new(today: Day, page: Page) -> WidgetState {
        WidgetState {
            query: Query::default(),
            interface: Interface::default(),
            surroundings: Surroundings::new(today, page),
        }
    }

    /// The same as a static view.
    pub fn still(self) -> WidgetState {
        WidgetState { surroundings: self.surroundings.still(), ..self }
    }

    /// The state after an action.
    pub fn after(&self, action: Action, catalogue: &Catalogue) -> WidgetState {
        let mut next = self.clone();
        let WidgetState { query, interface, surroundings } = &mut next;
        if !matches!(action, Action::Hover(_) | Action::News(_) | Action::Taken(_)) {
            interface.taken = None;
        }
        match action {
            Action::Search(typed) => interface.search_rejected(query.search(&typed)),
            Action::Toggle(choice) => query.toggle(choice),
            Action::Choose(choices, set) => {
                for choice in choices {
                    if query.has(choice) != set {
                        query.toggle(choice);
                    }
                }
            }
            Action::Clear => {
                *query = query.cleared();
                interface.rejected.clear();
            }
            Action::AsOf(as_of) => next.go(as_of),
            Action::Date(panel, typed) => next.date(panel, typed),
            Action::Scrub(day) => next.go(AsOf::On(day)),
            Action::Later => next.step(self.later(catalogue)),
            Action::Earlier => next.step(self.earlier(catalogue)),
            Action::Compare(day) => {
                query.compare = day;
                interface.panel = interface.panel.filter(|panel| *panel != Panel::Compare);
            }
            Action::Gaps(gaps) => query.gaps = gaps,
            Action::Inferred(inferred) => query.inferred = inferred,
            Action::View(view) => query.view = Some(view),
            Action::Select(target) => {
                query.select = target;
                interface.opened_in = None;
                interface.list_anew();
            }
            Action::Open(target, part) => {
                query.select = Some(target);
                // What is opened from the details stands where they do.
                interface.opened_in = part.or(interface.opened_in);
                interface.list_anew();
            }
            Action::Lang(lang) => query.lang = Some(lang),
            Action::Window(window) => query.range = window.map(Window::interval),
            Action::Play(playing) => next.play(playing, catalogue),
            Action::Pace(pace) => interface.pace = pace,
            Action::Hover(target) => interface.hover = target,
            Action::Panel(panel) => interface.open(panel),
            Action::Choosing(facet, choosing) => interface.choosing[facet as usize] = choosing,
            Action::Arrange(arrangement) => interface.arrangement = arrangement,
            Action::Lanes(lanes) => interface.lanes = lanes,
            Action::List(listing) => interface.listing = listing,
            Action::More => interface.list_more(),
            Action::Fold(fold) => interface.fold(fold),
            Action::MoreLines => interface.more_lines(),
            Action::Embed(embed) => interface.embed = embed,
            Action::Help(open) => interface.help = open,
            Action::Taking(taking) => interface.taking = taking,
            Action::Take(take) => interface.taken = Some((take, Outcome::Asked)),
            Action::Taken(outcome) => interface.came_out(outcome),
            Action::Save => {}
            Action::Query(text) => {
                (*query, interface.rejected) = url::parse(&text, &catalogue.data);
                interface.came_from = None;
                interface.opened_in = None;
            }
            Action::News(news) => surroundings.hear(news),
        }
        next
    }

    /// Sets the day by hand, which ends the playing.
    fn go(&mut self, to: AsOf) {
        self.query.as_of = to;
        self.interface.halt();
    }

    /// Takes the day that was typed, and closes its fields; or keeps what was typed, since there is no such day.
    fn date(&mut self, panel: Panel, typed: Typed) {
        let Some(day) = typed.day() else {
            self.interface.mistyped = Some(typed);
            return;
        };
        match panel {
            Panel::Compare => self.query.compare = Some(day),
            _ => self.go(AsOf::On(day)),
        }
        self.interface.open(None);
    }

    /// Steps to a change and remembers from where; without one there is nothing more to play.
    fn step(&mut self, to: Option<Day>) {
        match to {
            Some(day) => {
                self.interface.came_from = Some(self.day());
                self.query.as_of = AsOf::On(day);
            }
            None => self.interface.playing = false,
        }
    }

    /// Starts at the first change, or goes on from where the day is.
    fn play(&mut self, playing: bool, catalogue: &Catalogue) {
        self.interface.playing = playing;
        if playing && self.later(catalogue).is_none() {
            self.interface.came_from = None;
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

    /// What closes the innermost of what is open: a dialog, a panel, or else the details.
    pub fn closing(&self) -> Option<Action> {
        let Interface { embed, help, taking, panel, .. } = &self.interface;
        Some(match () {
            () if embed.is_some() => Action::Embed(None),
            () if *help => Action::Help(false),
            () if taking.is_some() => Action::Taking(None),
            () if panel.is_some() => Action::Panel(None),
            () if self.query.select.is_some() => Action::Select(None),
            () => return None,
        })
    }

    /// What lights up with all that belongs to it: what is pointed at, or else what is selected.
    pub fn lit(&self) -> Option<Target> {
        self.interface.hover.or(self.query.select)
    }

    /// Whether this is the static view.
    pub fn is_still(&self) -> bool {
        self.surroundings.still
    }

    /// The day `D`.
    pub fn day(&self) -> Day {
        self.query.as_of.day(self.surroundings.today)
    }

    /// The language shown.
    pub fn lang(&self) -> Locale {
        self.query.lang.unwrap_or(self.surroundings.page.lang)
    }

    /// The views shown.
    pub fn view(&self) -> View {
        self.query.view.unwrap_or(self.surroundings.page.view)
    }

    /// The level of the widget's heading.
    pub fn heading(&self) -> u8 {
        self.surroundings.page.heading
    }

    /// The window of the timeline.
    pub fn window(&self, catalogue: &Catalogue) -> Window {
        let whole = || whole(catalogue, self.surroundings.today);
        self.query.range.as_ref().and_then(Window::of).unwrap_or_else(whole)
    }
}
