//! Our own page, and how it is driven. All that the bench knows of its markup stands here.

use crate::Subject;
use crate::driver::IN_ATLAS;
use crate::measure::{Interaction, Step};
use crate::sample::Set;

/// In WebDriver's table of keys.
const BACKSPACE: char = '\u{e003}';
const SEARCH: &str = "input[type=search]";
/// The filter whose heading begins with this word.
const FACET: &str = "Instrument";
const NEXT: &str = "[data-step=next]";
const PREVIOUS: &str = "[data-step=prev]";

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
            Interaction::Facet => format!(
                "{IN_ATLAS} const summary = $$('summary').find(each => each.textContent.trim().startsWith('{FACET}'));
                if (!summary.parentElement.open) summary.click();"
            ),
            Interaction::Playhead => String::new(),
        }
    }

    fn step(&self, interaction: Interaction, set: &Set, round: usize) -> Option<Step> {
        Some(match interaction {
            Interaction::Keystroke => {
                let (before, after) = (set.typed(round), set.typed(round + 1));
                Step::Key(after.strip_prefix(before).and_then(|rest| rest.chars().next()).unwrap_or(BACKSPACE))
            }
            Interaction::Facet => Step::Click(format!(
                "{IN_ATLAS} const summary = $$('summary').find(each => each.textContent.trim().startsWith('{FACET}'));
                return summary.parentElement.querySelector('input[type=checkbox]');"
            )),
            // To and fro between the ends of the events.
            Interaction::Playhead => Step::Click(format!(
                "{IN_ATLAS} const [next, previous] = [$('{NEXT}'), $('{PREVIOUS}')];
                const shut = button => button.disabled || button.getAttribute('aria-disabled') === 'true';
                if (bench.back ? shut(previous) : shut(next)) bench.back = !bench.back;
                return bench.back ? previous : next;"
            )),
        })
    }
}
