//! Our own page, and how it is driven. All that the bench knows of its markup stands here.

use crate::Subject;
use crate::driver::IN_ATLAS;
use crate::limits::OURS;
use crate::measure::{Interaction, Step};
use crate::sample::Set;

/// In WebDriver's table of keys.
const BACKSPACE: char = '\u{e003}';
const SEARCH: &str = "input[type=search]";
/// The button that opens the filters.
const FILTERS: &str = "[data-panel=filters]";
const EARLIER: &str = "[data-step=prev]";
const LATER: &str = "[data-step=next]";

/// `<cooperation-atlas>` over a packed set.
pub struct Atlas;

impl Subject for Atlas {
    fn name(&self) -> &'static str {
        OURS
    }

    fn html(&self, set: &Set) -> String {
        let src = set.packed_path().map_or(String::new(), |path| format!("src=\"{path}\""));
        format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>bench</title><script src=/bench.js></script>
            <script>bench.ready(new Promise(done => addEventListener('atlas-ready', done, {{once: true}})));</script>
            <cooperation-atlas {src} loading=eager url-state=none></cooperation-atlas>
            <script src=/cooperation-atlas.js></script>"
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
            Interaction::Facet => {
                // The first choice of what the peers are asked for, too.
                let facet = if set.kind.is_of_activities() { "instrument" } else { "sector" };
                Step::Click(format!("{IN_ATLAS} return $('[data-facet={facet}] .choice input');"))
            }
            Interaction::Playhead => {
                let button = if round % 6 < 3 { EARLIER } else { LATER };
                Step::Click(format!("{IN_ATLAS} return $('{button}');"))
            }
        })
    }
}
