//! Which texts a search finds a record by.
//!
//! One function for each kind of row that the vocabulary knows. A new field that readers see is added here, and a search
//! finds it.

use crate::model::{Column, Dataset, EventId, SectorId, Subject, Text};

/// Takes one text after another: in all languages, or what the source spells in its own.
pub(super) trait Take {
    /// A text.
    fn text(&mut self, text: &Text);
    /// Letters in no language of ours.
    fn spelling(&mut self, letters: &str);
}

/// The texts of a sector. Not the name of its group: "energy" would else find agriculture, which stands under
/// "Agriculture, food and energy".
pub(super) fn sector(data: &Dataset, id: SectorId, take: &mut dyn Take) {
    let row = data.sector(id);
    [&row.name, &row.aliases, &row.note].into_iter().for_each(|text| take.text(text));
}

/// The texts of a column: its partnership's; its instrument's, with the notes of its terms and relations. The note of a
/// partnership speaks of what stands under no instrument, so that column alone has it where there is one.
pub(super) fn column(data: &Dataset, column: Column, take: &mut dyn Take) {
    let partnership = data.partnership(data.partnership_of(column));
    [&partnership.name, &partnership.parties].into_iter().for_each(|text| take.text(text));
    partnership.background.iter().for_each(|remark| take.text(&remark.text));
    let outside = Column::Outside(data.partnership_of(column));
    if column == outside || data.column_id(outside).is_none() {
        take.text(&partnership.note);
    }
    if let Column::Instrument(id) = column {
        let row = data.instrument(id);
        [&row.name, &row.short, &row.aliases, &row.note].into_iter().for_each(|text| take.text(text));
        take.spelling(&row.source_spelling);
        row.not_before.iter().for_each(|limit| take.text(&limit.reason.text));
        data.terms(id).for_each(|term| take.text(&term.note));
        relations(data, Subject::Instrument(id), take);
    }
}

/// The texts of an event, with those of its participants and proposals.
pub(super) fn event(data: &Dataset, id: EventId, take: &mut dyn Take) {
    let row = data.event(id);
    [&row.name, &row.summary, &row.place, &row.forum, &row.date_note, &row.note]
        .into_iter()
        .for_each(|text| take.text(text));
    for participant in data.participants(id) {
        take.text(&participant.name);
        take.text(&participant.role);
        take.spelling(&participant.source_spelling);
    }
    relations(data, Subject::Event(id), take);
    for id in &row.proposals {
        let proposal = data.proposal(*id);
        take.text(&proposal.name);
        take.text(&proposal.note);
        relations(data, Subject::Proposal(*id), take);
    }
}

/// The notes of the relations of a record, from it or to it.
fn relations(data: &Dataset, own: Subject, take: &mut dyn Take) {
    data.relations_of(own).for_each(|relation| take.text(&relation.note));
}
