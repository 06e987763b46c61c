//! What changes the state, sorted by the part of the state that is changed.

use super::interface::{Arrangement, Choosing, Fold, Lanes, Listing, Pace, Panel, Part};
use super::surroundings::News;
use crate::embed::Embed;
use crate::locale::Locale;
use crate::query::{AsOf, Choice, Facet, Target, View};
use crate::taking::{Outcome, Take, Taking};
use crate::time::{Day, Typed};
use crate::window::Window;

/// Something that changes the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    // The query, by a reader or by the clock that plays history.
    /// The search was typed in.
    Search(String),
    /// A choice was set or taken back.
    Toggle(Choice),
    /// Several choices were set, or taken back.
    Choose(Vec<Choice>, bool),
    /// All filters off.
    Clear,
    /// The day of "as known on" was set.
    AsOf(AsOf),
    /// A day was typed into the fields of a panel.
    Date(Panel, Typed),
    /// The playhead is being dragged.
    Scrub(Day),
    /// To the day of the next change.
    Later,
    /// To the day of the change before.
    Earlier,
    /// What changed since, or until, this day is shown; or nothing of the kind.
    Compare(Option<Day>),
    /// Only gaps, or not.
    Gaps(bool),
    /// With inferred cells, or without.
    Inferred(bool),
    /// The views were chosen.
    View(View),
    /// Something was selected, or nothing.
    Select(Option<Target>),
    /// The same, in one of the views.
    Open(Target, Option<Part>),
    /// The language was chosen.
    Lang(Locale),
    /// The timeline's window was set; `None` is all of it.
    Window(Option<Window>),

    // The interface, by a reader.
    /// History is played, or stopped.
    Play(bool),
    /// The pace was chosen.
    Pace(Pace),
    /// The pointer is on something, or on nothing.
    Hover(Option<Target>),
    /// A panel was opened, or closed.
    Panel(Option<Panel>),
    /// The choices of a filter are to be listed so: searched, in an order.
    Choosing(Facet, Choosing),
    /// Rows and columns were arranged.
    Arrange(Arrangement),
    /// The lanes of activities were chosen.
    Lanes(Lanes),
    /// The list of the timeline was arranged.
    List(Listing),
    /// More activities are wanted in the details.
    More,
    /// Something was folded, or unfolded.
    Fold(Fold),
    /// More lines are wanted under a heading.
    MoreLines,
    /// The dialog "Embed" was opened, a choice in it was made, or it was closed.
    Embed(Option<Embed>),
    /// The map of the keys was opened, or closed.
    Help(bool),
    /// The dialog "Take away" was opened, a choice in it was made, or it was closed.
    Taking(Option<Taking>),
    /// Something is to be taken away.
    Take(Take),
    /// A copy is to be saved.
    Save,

    // The page and the world around it.
    /// What became of what was to be taken away.
    Taken(Outcome),
    /// A query string came from outside: an attribute, the address.
    Query(String),
    /// Something around the widget has become another.
    News(News),
}

impl Action {
    /// Whether the act goes on from moment to moment, like typing: the address is then replaced, not added to.
    pub fn is_continuous(&self) -> bool {
        matches!(self, Action::Search(_) | Action::Choosing(..) | Action::Window(_) | Action::Scrub(_))
    }

    /// Whether the action comes from the page, which therefore knows of it.
    pub fn is_of_the_page(&self) -> bool {
        matches!(self, Action::Query(_) | Action::News(_) | Action::Taken(_))
    }
}
