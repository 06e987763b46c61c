//! What is set of the filters, in words, and what takes each of it back. Pure.

use crate::locale::msg;
use crate::query::Choice;
use crate::shown::Shown;
use crate::state::Action;
use crate::words::Words;

/// What is set, in words, and what takes it back. What is sought stands in its field.
pub fn chips(shown: &Shown) -> Vec<(Action, Words)> {
    let data = &shown.catalogue.data;
    let query = &shown.state.query;
    let mut set: Vec<(Choice, Words)> = Vec::with_capacity(query.filters());
    set.extend(query.partnerships.iter().map(|id| (Choice::Partnership(*id), shown.text(&data.partnership(*id).name))));
    set.extend(query.sectors.iter().map(|id| (Choice::Sector(*id), shown.text(&data.sector(*id).name))));
    set.extend(query.instruments.iter().map(|id| (Choice::Instrument(*id), shown.text(&data.instrument(*id).short))));
    set.extend(query.coverage.iter().map(|coverage| (Choice::Coverage(*coverage), shown.locale.coverage(*coverage))));
    set.extend(query.states.iter().map(|state| (Choice::State(*state), shown.locale.state(*state))));
    let mut chips: Vec<_> = set.into_iter().map(|(choice, name)| (Action::Toggle(choice), name)).collect();
    chips.extend(query.gaps.then(|| (Action::Gaps(false), shown.locale.text(msg::GAPS))));
    chips.extend(query.inferred.then(|| (Action::Inferred(false), shown.locale.text(msg::COVERAGE_INFERRED))));
    chips
}
