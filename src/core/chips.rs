//! What is set of the filters, in words, and what takes each of it back. Pure.

use crate::locale::msg;
use crate::query::{Choice, Facet};
use crate::shown::Shown;
use crate::state::Action;
use crate::words::Words;

/// Of so many choices of a filter each is named; of more, how many they are.
const FEW: usize = 12;

/// The filters in the order of their chips.
const ORDER: [Facet; 5] = [Facet::Partnership, Facet::Sector, Facet::Instrument, Facet::Coverage, Facet::Term];

/// What is set, in words, and what takes it back. What is sought stands in its field.
pub fn chips(shown: &Shown) -> Vec<(Action, Words)> {
    let query = &shown.state.query;
    let mut chips = Vec::new();
    for facet in ORDER {
        let set = query.set(facet);
        if set.len() > FEW {
            let number = shown.locale.number(set.len() as u32);
            let name = shown.locale.text(facet.name()).and(": ").and(Words::from(number));
            chips.push((Action::Choose(set, false), name));
        } else {
            chips.extend(set.into_iter().map(|choice| (Action::Toggle(choice), name(shown, choice))));
        }
    }
    chips.extend(query.gaps.then(|| (Action::Gaps(false), shown.locale.text(msg::GAPS))));
    chips.extend(query.inferred.then(|| (Action::Inferred(false), shown.locale.text(msg::COVERAGE_INFERRED))));
    chips
}

/// What a choice is called.
pub fn name(shown: &Shown, choice: Choice) -> Words {
    let data = &shown.catalogue.data;
    match choice {
        Choice::Partnership(id) => shown.text(&data.partnership(id).name),
        Choice::Sector(id) => shown.text(&data.sector(id).name),
        Choice::Instrument(id) => shown.text(&data.instrument(id).short),
        Choice::Coverage(coverage) => shown.locale.coverage(coverage),
        Choice::State(state) => shown.locale.state(state),
    }
}
