//! Our own page, and how it is driven. All that the bench knows of its markup stands here.

use crate::Subject;
use crate::driver::IN_ATLAS;
use crate::measure::{Interaction, Step};
use crate::sample::Set;

/// In WebDriver's table of keys.
const BACKSPACE: char = '\u{e003}';
const SEARCH: &str = "input[type=search]";
/// The button that opens the filters, and the first choice of the filter by instrument.
const FILTERS: &str = "[data-panel=filters]";
const CHOICE: &str = "[data-facet=instrument] input";
const EARLIER: &str = "[data-step=prev]";
const LATER: &str = "[data-step=next]";

/// `<cooperation-atlas>` over a packed set.
pub struct Atlas;

impl Subject for Atlas {
    fn name(&self) -> &'static str {
        "cooperation-atlas"
    }

    fn html(&self, set: &Set) -> String {
        format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>bench</title><script src=/bench.js></script>
            <script>bench.ready(new Promise(done => addEventListener('atlas-ready', done, {{once: true}})));</script>
            <cooperation-atlas src=\"/sets/{}\" loading=eager url-state=none></cooperation-atlas>
            <script src=/cooperation-atlas.js></script>",
            set.packed_name()
        )
    }

    fn prepare(&self, interaction: Interaction) -> String {
        match interaction {
            Interaction::Keystroke => format!("{IN_ATLAS} $('{SEARCH}').focus();"),
            Interaction::Facet => format!("{IN_ATLAS} $('{FILTERS}').click();"),
            // From today to the last event before it, from where there are three steps back.
            Interaction::Playhead => format!("{IN_ATLAS} $('{EARLIER}').click();"),
        }
    }

    fn shown(&self) -> String {
        "document.querySelector('cooperation-atlas').query".into()
    }

    fn step(&self, interaction: Interaction, set: &Set, round: usize) -> Option<Step> {
        Some(match interaction {
            Interaction::Keystroke => {
                let (before, after) = (set.typed(round), set.typed(round + 1));
                Step::Key(after.strip_prefix(before).and_then(|rest| rest.chars().next()).unwrap_or(BACKSPACE))
            }
            Interaction::Facet => Step::Click(format!("{IN_ATLAS} return $('{CHOICE}');")),
            Interaction::Playhead => {
                let button = if round % 6 < 3 { EARLIER } else { LATER };
                Step::Click(format!("{IN_ATLAS} return $('{button}');"))
            }
        })
    }
}
