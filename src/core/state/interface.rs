//! The passing states of the interface: what is open, pointed at or played. None of them is part of the query.

use crate::embed::Embed;
use crate::locale::{Msg, msg};
use crate::model::{GroupId, PartnershipId};
use crate::query::{Facet, Target};
use crate::taking::{Outcome, Take, Taking};
use crate::time::{Day, Typed};

/// How many activities the details list at first.
const LISTED: usize = 25;
/// How many lines a heading has under it at first.
const LINES: usize = 50;

/// What a reader has open, points at and plays.
#[derive(Clone, Debug, PartialEq)]
pub struct Interface {
    /// What the pointer is on.
    pub hover: Option<Target>,
    /// What is open below its button.
    pub panel: Option<Panel>,
    /// What was typed for a day that there is none of, until the fields are closed.
    pub mistyped: Option<Typed>,
    /// How the choices of each filter are listed, while the panel of the filters is open.
    pub choosing: [Choosing; Facet::ALL.len()],
    /// Where the details were opened, if it was in one of the views.
    pub opened_in: Option<Part>,
    /// Whether history is played: step by step to the next change.
    pub playing: bool,
    /// How fast.
    pub pace: Pace,
    /// The day from which the last step came: what changed since is told.
    pub came_from: Option<Day>,
    /// How rows and columns are arranged.
    pub arrangement: Arrangement,
    /// What the lanes of activities stand for.
    pub lanes: Lanes,
    /// How the list of the timeline is arranged.
    pub listing: Listing,
    /// What was folded, or unfolded, by hand.
    pub folds: Vec<Fold>,
    /// How many lines a heading has under it at most, or a filter has choices.
    pub lines: usize,
    /// How many activities the details list.
    pub listed: usize,
    /// What an editor has chosen in the dialog "Embed", while it is open.
    pub embed: Option<Embed>,
    /// Whether the map of the keys is open.
    pub help: bool,
    /// What is chosen in the dialog "Take away", while it is open.
    pub taking: Option<Taking>,
    /// What was taken last, and what became of it; until the reader does something else.
    pub taken: Option<(Take, Outcome)>,
    /// What was dropped from the last query string, of which a notice tells.
    pub rejected: Vec<String>,
}

impl Default for Interface {
    fn default() -> Interface {
        Interface {
            hover: None,
            panel: None,
            mistyped: None,
            choosing: Default::default(),
            opened_in: None,
            playing: false,
            pace: Pace::default(),
            came_from: None,
            arrangement: Arrangement::default(),
            lanes: Lanes::default(),
            listing: Listing::default(),
            folds: Vec::new(),
            lines: LINES,
            listed: LISTED,
            embed: None,
            help: false,
            taking: None,
            taken: None,
            rejected: Vec::new(),
        }
    }
}

impl Interface {
    /// Ends the playing, and forgets from where the last step came.
    pub fn halt(&mut self) {
        self.playing = false;
        self.came_from = None;
    }

    /// Opens a panel in place of any other, or none. What was typed into one goes with it.
    pub fn open(&mut self, panel: Option<Panel>) {
        self.panel = panel;
        self.mistyped = None;
        self.choosing = Default::default();
    }

    /// Folds, or unfolds, what a heading has under it.
    pub fn fold(&mut self, fold: Fold) {
        match self.folds.iter().position(|other| *other == fold) {
            Some(at) => _ = self.folds.swap_remove(at),
            None => self.folds.push(fold),
        }
    }

    /// Whether what a heading has under it is there to be seen, given whether it is at first.
    pub fn is_open(&self, fold: Fold, at_first: bool) -> bool {
        self.folds.contains(&fold) != at_first
    }

    /// Shows as many more lines under each heading as at first.
    pub fn more_lines(&mut self) {
        self.lines += LINES;
    }

    /// Lists more activities: four times as many as at first.
    pub fn list_more(&mut self) {
        self.listed += LISTED * 4;
    }

    /// Lists as many activities as at first.
    pub fn list_anew(&mut self) {
        self.listed = LISTED;
    }

    /// Takes note of a search of which this was dropped, if anything was.
    pub fn search_rejected(&mut self, dropped: Option<String>) {
        self.rejected.retain(|part| !part.starts_with("q="));
        self.rejected.extend(dropped);
    }

    /// Notes what became of what was taken.
    pub fn came_out(&mut self, outcome: Outcome) {
        self.taken = self.taken.take().map(|(what, _)| (what, outcome));
    }
}

/// What opens below a button, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The fields for the day.
    Day,
    /// The fields for the day that is compared with.
    Compare,
    /// What a narrow screen has no room for beside the day.
    More,
    /// The filters.
    Filters,
}

impl Panel {
    /// All of them, in the order in which readers see them.
    pub const ALL: [Panel; 4] = [Panel::Day, Panel::Compare, Panel::More, Panel::Filters];

    /// Its name in the markup.
    pub fn id(self) -> &'static str {
        ["day", "compare", "more", "filters"][self as usize]
    }
}

/// What has something under it, or beside it, that can be folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// The sectors of a group.
    Group(GroupId),
    /// The instruments of a partnership.
    Partnership(PartnershipId),
    /// The instruments adopted in the decade that begins with this year; or those of which no adoption is dated.
    Decade(Option<i32>),
    /// The events of a year.
    Year(i32),
}

/// How the choices of a filter are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosing {
    /// What was typed to search among them.
    pub typed: String,
    /// Their order.
    pub order: ChoiceOrder,
}

/// The order in which the choices of a filter are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChoiceOrder {
    /// As authored.
    #[default]
    Authored,
    /// Those that would leave the most first.
    Number,
    /// By name.
    Name,
}

impl ChoiceOrder {
    /// All of them, in the order in which readers see them.
    pub const ALL: [ChoiceOrder; 3] = [ChoiceOrder::Authored, ChoiceOrder::Number, ChoiceOrder::Name];

    /// What readers call it.
    pub fn name(self) -> Msg {
        [msg::ORDER_AUTHORED, msg::ORDER_NUMBER, msg::ORDER_NAME][self as usize]
    }
}

/// The parts of the views in which something can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The timeline's drawing.
    Drawing,
    /// The timeline's list.
    List,
    /// The matrix.
    Matrix,
}

/// How fast history is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// With time to read what has changed.
    #[default]
    Slow,
    /// At a glance.
    Quick,
    /// The reader takes each step: for those who want nothing to move by itself.
    ByHand,
}

impl Pace {
    /// All of them.
    pub const ALL: [Pace; 3] = [Pace::Slow, Pace::Quick, Pace::ByHand];

    /// How long history stands still at each change, in milliseconds; none if it waits for the reader.
    pub fn pause(self) -> Option<u32> {
        match self {
            Pace::Slow => Some(4500),
            Pace::Quick => Some(1800),
            Pace::ByHand => None,
        }
    }
}

/// How the rows and columns of the matrix are arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
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

/// How the list of the timeline is arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// All events in order of time.
    #[default]
    Dates,
    /// Each instrument with its events.
    Instruments,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_activities_are_listed_until_the_list_begins_anew() {
        let mut interface = Interface::default();
        interface.list_more();
        assert_eq!(interface.listed, 125);
        interface.list_more();
        assert_eq!(interface.listed, 225);
        interface.list_anew();
        assert_eq!(interface, Interface::default());
    }

    #[test]
    fn what_was_typed_among_choices_goes_with_the_panel() {
        let mut interface = Interface::default();
        interface.open(Some(Panel::Filters));
        interface.choosing[Facet::Sector as usize].typed = "en".into();
        interface.open(None);
        assert_eq!(interface, Interface::default());
    }

    #[test]
    fn what_a_search_drops_takes_the_place_of_what_the_last_one_did() {
        let mut interface =
            Interface { rejected: vec!["sector=narnia".into(), "q=\u{1}".into()], ..Interface::default() };
        interface.search_rejected(Some("q=\u{2}".into()));
        assert_eq!(interface.rejected, ["sector=narnia", "q=\u{2}"]);
        interface.search_rejected(None);
        assert_eq!(interface.rejected, ["sector=narnia"]);
    }

    #[test]
    fn halting_forgets_the_step_and_nothing_else() {
        let panel = Some(Panel::Filters);
        let played = Interface { playing: true, came_from: Some(Day::MIN), panel, ..Interface::default() };
        let mut halted = played.clone();
        halted.halt();
        assert_eq!(halted, Interface { panel, ..Interface::default() });
    }
}
