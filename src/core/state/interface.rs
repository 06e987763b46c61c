//! The passing states of the interface: what is open, pointed at or played. None of them is part of the query.

use crate::embed::Embed;
use crate::query::Target;
use crate::time::Day;

/// How many activities the details list at first.
const LISTED: usize = 25;

/// What a reader has open, points at and plays.
#[derive(Clone, Debug, PartialEq)]
pub struct Interface {
    /// What the pointer is on.
    pub hover: Option<Target>,
    /// The filter whose choices are open.
    pub panel: Option<Panel>,
    /// Whether history is played: a step to the next change every few seconds.
    pub playing: bool,
    /// The day from which the last step came: what changed since is told.
    pub came_from: Option<Day>,
    /// How rows and columns are arranged.
    pub arrangement: Arrangement,
    /// What the lanes of activities stand for.
    pub lanes: Lanes,
    /// How many activities the details list.
    pub listed: usize,
    /// What an editor has chosen in the dialog "Embed", while it is open.
    pub embed: Option<Embed>,
    /// Whether the map of the keys is open.
    pub help: bool,
    /// What was dropped from the last query string, of which a notice tells.
    pub rejected: Vec<String>,
}

impl Default for Interface {
    fn default() -> Interface {
        Interface {
            hover: None,
            panel: None,
            playing: false,
            came_from: None,
            arrangement: Arrangement::default(),
            lanes: Lanes::default(),
            listed: LISTED,
            embed: None,
            help: false,
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

    /// Notes that the snippet in the dialog was copied.
    pub fn copied(&mut self) {
        self.embed = self.embed.map(|embed| Embed { copied: true, ..embed });
    }
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

    /// Its name in the markup.
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
        let panel = Some(Panel::Sector);
        let played = Interface { playing: true, came_from: Some(Day::MIN), panel, ..Interface::default() };
        let mut halted = played.clone();
        halted.halt();
        assert_eq!(halted, Interface { panel, ..Interface::default() });
    }
}
