//! The choices of a filter, with what each would leave: which of them are listed, and in which order. Pure.
//!
//! A list of a few stands as it is. Among more than twelve a reader searches, puts them into another order and sets all that
//! were found at once; of very many a part is listed, in which everything that is set stands.

use crate::chips::name;
use crate::locale::{Arg, msg};
use crate::model::{Column, Coverage, PartnershipId, Text};
use crate::order;
use crate::query::{Choice, Facet, Sought, folded};
use crate::shown::Shown;
use crate::state::{ChoiceOrder, Choosing};
use crate::time::known::State;
use crate::words::Words;

/// So many choices are seen at a glance.
const FEW: usize = 12;

/// The choices of a filter.
pub struct Choices {
    /// All of them, as authored.
    pub rows: Vec<ChoiceRow>,
    /// The positions of those that have what was typed, in the reader's order.
    pub found: Vec<usize>,
    /// The positions of those that are listed.
    pub listed: Vec<usize>,
}

/// A choice as it is drawn.
pub struct ChoiceRow {
    /// The choice.
    pub choice: Choice,
    /// What it is called.
    pub name: Words,
    /// How much it would leave.
    pub count: u32,
    /// The heading that it begins.
    pub heading: Option<Words>,
    /// The partnership whose hue its heading has.
    pub partnership: Option<PartnershipId>,
}

impl Choices {
    /// The choices of a filter, as the reader wants them listed.
    pub fn of(shown: &Shown, facet: Facet) -> Choices {
        let mut rows = rows(shown, facet);
        let Choosing { typed, order } = &shown.state.interface.choosing[facet as usize];
        let sought = Sought::of(typed);
        let mut found = match order {
            ChoiceOrder::Authored => (0..rows.len()).collect(),
            ChoiceOrder::Number => order::by_key(rows.iter().map(|row| -i64::from(row.count))),
            ChoiceOrder::Name => order::by_text(&rows.iter().map(|row| folded(row.name.plain())).collect::<Vec<_>>()),
        };
        if !sought.is_empty() {
            found.retain(|at| sought.all_in(&texts(shown, rows[*at].choice)));
        }
        let (near, beyond) = found.split_at(found.len().min(shown.state.interface.lines));
        let mut listed: Vec<usize> = beyond.to_vec();
        listed.retain(|at| shown.state.query.has(rows[*at].choice));
        // A heading stands over what it is the heading of, or not at all.
        let is_grouped = *order == ChoiceOrder::Authored && sought.is_empty();
        for at in if is_grouped { &listed } else { &found } {
            rows[*at].heading = None;
        }
        listed.extend(near);
        Choices { rows, found, listed }
    }

    /// Whether they are so many that a reader searches among them.
    pub fn are_many(&self) -> bool {
        self.rows.len() > FEW
    }

    /// How many were found: "12 of 295".
    pub fn hits(&self, shown: &Shown) -> Words {
        let number = |name, number: usize| Arg::Number(name, number as u32);
        shown.locale.format(msg::COUNT_OF, &[number("n", self.found.len()), number("total", self.rows.len())])
    }

    /// All that were found, listed or not.
    pub fn all_found(&self) -> Vec<Choice> {
        self.found.iter().map(|at| self.rows[*at].choice).collect()
    }
}

/// What a choice is found by: its names, in all languages, as the search of the atlas finds it.
fn texts(shown: &Shown, choice: Choice) -> String {
    let data = &shown.catalogue.data;
    let texts: Vec<&Text> = match choice {
        Choice::Partnership(id) => vec![&data.partnership(id).name],
        Choice::Sector(id) => vec![&data.sector(id).name, &data.sector(id).aliases],
        Choice::Instrument(id) => {
            let row = data.instrument(id);
            vec![&row.short, &row.name, &row.aliases]
        }
        // These are few.
        Choice::Coverage(_) | Choice::State(_) => vec![],
    };
    let mut all = String::new();
    for text in texts.into_iter().flat_map(|text| &text.0) {
        all.push_str(text);
        all.push(' ');
    }
    all
}

/// All choices of a filter, as authored.
fn rows(shown: &Shown, facet: Facet) -> Vec<ChoiceRow> {
    let data = &shown.catalogue.data;
    let facets = &shown.selection.facets;
    let plain =
        |choice, count| ChoiceRow { choice, name: name(shown, choice), count, heading: None, partnership: None };
    match facet {
        Facet::Partnership => {
            data.partnerships().map(|(id, _)| plain(Choice::Partnership(id), facets.partnerships[id.index()])).collect()
        }
        Facet::Sector => {
            let rows: Vec<_> = data.sectors().collect();
            let grouped = order::by_key(rows.iter().map(|(_, row)| row.group.index() as i64));
            let mut last = None;
            let rows = grouped.into_iter().map(|at| rows[at]).map(|(id, row)| {
                let begins = last.replace(row.group) != Some(row.group);
                ChoiceRow {
                    heading: begins.then(|| shown.text(&data.group(row.group).name)),
                    ..plain(Choice::Sector(id), facets.sectors[id.index()])
                }
            });
            rows.collect()
        }
        Facet::Instrument => {
            let mut last = None;
            let rows = data.columns().filter_map(|(_, column)| match column {
                Column::Instrument(id) => Some((id, data.instrument(id))),
                Column::Outside(_) => None,
            });
            rows.map(|(id, row)| {
                let begins = last.replace(row.partnership) != Some(row.partnership);
                ChoiceRow {
                    heading: begins.then(|| shown.text(&data.partnership(row.partnership).name)),
                    partnership: Some(row.partnership),
                    ..plain(Choice::Instrument(id), facets.instruments[id.index()])
                }
            })
            .collect()
        }
        Facet::Coverage => Coverage::ALL
            .iter()
            .zip(&facets.coverage)
            .map(|(coverage, count)| plain(Choice::Coverage(*coverage), *count))
            .collect(),
        Facet::Term => State::ALL
            .into_iter()
            .zip(&facets.states)
            .map(|(state, count)| plain(Choice::State(state), *count))
            .collect(),
    }
}
