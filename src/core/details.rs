//! What the details say of a target, as values. Pure: no Yew, no browser.

use crate::finding;
use crate::locale::{Arg, Msg, msg};
use crate::model::{
    Column, ColumnId, Coverage, Event, EventId, Evidence, InstrumentId, PartnershipId, ProposalId, RelationKind,
    Remark, SectorId, Subject, Text,
};
use crate::query::{Bits, Sought, Target, include};
use crate::shown::Shown;
use crate::time::known::{Doubt, Known};
use crate::words::Words;

/// Everything that the details say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// What the target is, over the title.
    pub kicker: Words,
    /// Its name.
    pub title: Words,
    /// What is known of it on the day, in one sentence: the answer to what a reader came for.
    pub answer: Words,
    /// What that means.
    pub lead: Vec<Words>,
    /// What else is known of it.
    pub rows: Vec<Row>,
    /// What a reader must know besides.
    pub notes: Vec<Words>,
    /// Who says so, and where.
    pub sources: Vec<Cited>,
    /// The activities of the target that the filters leave.
    pub activities: Bits,
    /// The fields in which words of the search are marked, where not all of them stand in the name.
    pub found: Vec<Msg>,
}

/// The rows whose words a search looks at, as `query/texts.rs` has them; others tell what the interface says of a record.
const SEARCHED: [Msg; 10] = [
    msg::FACT_PARTIES,
    msg::FACT_PLACE,
    msg::FACT_FORUM,
    msg::FACT_PARTICIPANTS,
    msg::FACT_COVERED_BY,
    msg::FACT_ALSO_CALLED,
    msg::INSTRUMENTS,
    msg::INSTRUMENT,
    msg::SECTORS,
    msg::PROPOSAL,
];

/// A labelled fact, of one or more lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the lines are.
    pub label: Msg,
    /// The lines.
    pub lines: Vec<Line>,
}

/// A line of a fact: words, a link to another target, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The words before the link.
    pub text: Words,
    /// The link and its words.
    pub link: Option<(Target, Words)>,
    /// Words after it, quieter.
    pub aside: Words,
}

/// A source, a place in it, and the citation to copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited {
    /// Title and issuer.
    pub source: Words,
    /// The place, in words.
    pub place: Words,
    /// The number of the note that names it.
    pub note: usize,
    /// Where it can be read.
    pub url: String,
    /// The citation.
    pub citation: Words,
}

impl Line {
    fn text(text: Words) -> Line {
        Line { text, link: None, aside: Words::default() }
    }

    fn link(target: Target, words: Words, aside: Words) -> Line {
        Line { text: Words::default(), link: Some((target, words)), aside }
    }
}

impl Facts {
    /// What is said of a partnership, which cannot be selected.
    pub fn of_partnership(shown: &Shown, id: PartnershipId) -> Facts {
        let mut facts = Teller { shown, facts: Facts::default(), noted: Vec::new() };
        let row = shown.catalogue.data.partnership(id);
        facts.title([shown.locale.text(msg::FILTER_PARTNERSHIP)], &row.name);
        facts.row(msg::FACT_PARTIES, vec![Line::text(facts.joined(&row.parties))]);
        facts.note(&row.note);
        facts.evidence(&row.evidence);
        facts.background(row.background.as_ref());
        facts.facts
    }

    /// What is said of a target.
    pub fn of(shown: &Shown, target: Target) -> Facts {
        let mut facts = Teller { shown, facts: Facts::default(), noted: Vec::new() };
        match target {
            Target::Sector(id) => facts.sector(id),
            Target::Instrument(id) => facts.instrument(id),
            Target::Event(id) => facts.event(id),
            Target::Cell(sector, column) => facts.cell(sector, column),
        }
        facts.facts.activities.keep(&shown.selection.activities);
        facts.facts.mark(&Sought::of(&shown.state.query.text), matches!(target, Target::Event(_)));
        facts.facts
    }

    /// Marks the words of the search, and notes in which fields they stand. Only the answer of an event is of the data.
    fn mark(&mut self, sought: &Sought, has_summary: bool) {
        if sought.is_empty() {
            return;
        }
        let is_named = sought.all_in(self.title.plain());
        let mut found = Vec::new();
        let mut mark = |label: Msg, words: &mut Words| {
            sought.mark(words);
            if words.is_marked() && !is_named && !found.contains(&label) {
                found.push(label);
            }
        };
        if has_summary {
            mark(msg::FOUND_SUMMARY, &mut self.answer);
        }
        for row in self.rows.iter_mut().filter(|row| SEARCHED.contains(&row.label)) {
            for line in &mut row.lines {
                let link = line.link.as_mut().map(|(_, words)| words);
                [&mut line.text, &mut line.aside].into_iter().chain(link).for_each(|words| mark(row.label, words));
            }
        }
        self.notes.iter_mut().for_each(|words| mark(msg::FACT_NOTE, words));
        self.found = found;
        sought.mark(&mut self.title);
        sought.mark(&mut self.kicker);
    }
}

struct Teller<'a> {
    shown: &'a Shown,
    facts: Facts,
    /// The numbers of the notes among its sources, sorted.
    noted: Vec<usize>,
}

impl Teller<'_> {
    fn sector(&mut self, id: SectorId) {
        let shown = self.shown;
        let data = &shown.catalogue.data;
        let sector = data.sector(id);
        self.title([shown.locale.text(msg::SECTOR), shown.text(&data.group(sector.group).name)], &sector.name);
        self.facts.answer = finding::of_sector(shown, id);
        let records = shown.catalogue.records_of_sector(id).map(|at| (at, &shown.catalogue.records()[at]));
        let mut lines = Vec::new();
        for (index, record) in records.filter(|(_, record)| record.inferred.is_none() || shown.state.query.inferred) {
            let aside = self.coverage_word(record);
            let column = data.column(record.column);
            let name = match column {
                Column::Instrument(instrument) => shown.text(&data.instrument(instrument).name),
                Column::Outside(partnership) => {
                    let name = shown.text(&data.partnership(partnership).name);
                    shown.locale.format(msg::OUTSIDE_OF, &[Arg::Words("partnership", &name)])
                }
            };
            let row = &data.coverage()[record.source];
            let note = shown.text(&row.note);
            let aside = if note.is_empty() { aside } else { aside.and(". ").and(note) };
            lines.push(Line::link(Target::Cell(id, record.column), name, aside));
            self.activities(index);
            self.evidence(&row.evidence);
        }
        self.row(msg::FACT_COVERED_BY, lines);
        self.also(&sector.aliases);
        self.note(&sector.note);
    }

    fn instrument(&mut self, id: InstrumentId) {
        let shown = self.shown;
        let data = &shown.catalogue.data;
        let row = data.instrument(id);
        let partnership = data.partnership(row.partnership);
        self.title([shown.text(&partnership.name), shown.locale.instrument_kind(row.kind)], &row.name);
        self.facts.answer = self.standing(id).stopped();
        if let Some(event) = row.adopted {
            let act = shown.locale.event_kind(data.event(event).kind);
            let date = shown.date(data.event(event).date.as_ref());
            self.row(msg::FACT_ADOPTED, vec![self.event_line(event, act.and(", ").and(date))]);
        } else {
            self.row(msg::FACT_ADOPTED, vec![Line::text(shown.locale.text(msg::DATE_NOT_STATED))]);
        }
        let mut lines = Vec::new();
        for term in data.terms(id) {
            let known = data.event(term.event).known_on(shown.selection.day);
            let mut line = self.event_line(term.event, self.since(data.event(term.event), known));
            line.text = shown.locale.term(&term.term);
            lines.push(line);
            self.note(&term.note);
            self.evidence(&term.evidence);
        }
        if lines.is_empty() {
            lines.push(Line::text(shown.locale.text(msg::TERM_NOT_STATED)));
        }
        self.row(msg::FACT_TERMS, lines);
        if let Some((number, unit)) = row.count {
            self.row(msg::FACT_NUMBER, vec![Line::text(shown.locale.count(u32::from(number), unit))]);
        }
        self.covered_sectors(id);
        self.relations(Subject::Instrument(id), Subject::Instrument(id));
        // Its adoption and its extensions are told above.
        let told = |event: &EventId| row.adopted == Some(*event) || data.terms(id).any(|term| term.event == *event);
        let events = shown.catalogue.events_of(id).filter(|event| !told(event));
        let lines = events.map(|event| self.event_line(event, shown.date(data.event(event).date.as_ref()))).collect();
        self.row(msg::EVENTS, lines);
        self.row(msg::FACT_PARTIES, vec![Line::text(self.joined(&partnership.parties))]);
        self.also(&row.aliases);
        self.spelling(&row.source_spelling);
        self.note(&row.note);
        if let Some(limit) = &row.not_before {
            // Where the limit is why the state is undetermined, the state gives this reason.
            if shown.selection.standing(id).doubt != Some(Doubt::NotBefore) {
                self.note(&limit.reason.text);
            }
            self.evidence(&limit.reason.evidence);
        }
        self.evidence(&row.evidence);
        self.background(partnership.background.as_ref());
    }

    fn event(&mut self, id: EventId) {
        let shown = self.shown;
        let data = &shown.catalogue.data;
        let event = data.event(id);
        self.title([shown.locale.text(msg::EVENT), shown.locale.event_kind(event.kind)], &event.name);
        let date = match (&event.date, &event.date_by) {
            (None, Some(by)) => shown.locale.text(msg::TIMELINE_UNDATED).and(", ").and(shown.locale.by(by)),
            (None, None) => shown.locale.text(msg::TIMELINE_UNDATED),
            (Some(date), _) => shown.locale.edtf(date),
        };
        let aside = match event.known_on(shown.selection.day) {
            Known::Yes => Words::default(),
            Known::No => shown.locale.text(msg::LATER_THAN_DAY),
            Known::Undetermined => shown.locale.text(msg::MAY_BE_LATER),
        };
        let date = if aside.is_empty() { date } else { date.and(" (").and(aside).and(")") };
        self.facts.answer = date.and(": ").and(shown.text(&event.summary));
        self.note(&event.date_note);
        if !event.place.is_empty() {
            self.row(msg::FACT_PLACE, vec![Line::text(shown.text(&event.place))]);
        }
        if let Some(partnership) = event.forum_of {
            let aside = shown.text(&data.partnership(partnership).name);
            self.row(msg::FACT_FORUM, vec![Line { aside, ..Line::text(shown.text(&event.forum)) }]);
        }
        let mut lines = Vec::new();
        for participant in data.participants(id) {
            lines.push(Line { aside: shown.text(&participant.role), ..Line::text(shown.text(&participant.name)) });
            self.spelling(&participant.source_spelling);
        }
        self.row(msg::FACT_PARTICIPANTS, lines);
        let lines = event
            .instruments
            .iter()
            .map(|id| Line::link(Target::Instrument(*id), shown.text(&data.instrument(*id).name), Words::default()));
        self.row(msg::INSTRUMENTS, lines.collect());
        let lines = event.proposals.iter().map(|id| Line::text(shown.text(&data.proposal(*id).name)));
        self.row(msg::PROPOSAL, lines.collect());
        self.relations(Subject::Event(id), Subject::Event(id));
        event.proposals.iter().for_each(|proposal| self.proposal(*proposal, id));
        self.note(&event.note);
        self.evidence(&event.evidence);
    }

    fn cell(&mut self, sector: SectorId, column: ColumnId) {
        let shown = self.shown;
        let data = &shown.catalogue.data;
        let place = data.column(column);
        let of = match place {
            Column::Instrument(id) => &data.instrument(id).short,
            Column::Outside(id) => {
                self.note(&data.partnership(id).note);
                &data.partnership(id).name
            }
        };
        self.title([shown.text(of)], &data.sector(sector).name);
        let Some(index) = shown.catalogue.record_at(sector, column) else {
            self.facts.answer = shown.locale.text(msg::EMPTY_PAIR);
            self.facts.lead.push(shown.locale.text(msg::COVERAGE_NONE_NOTE));
            return;
        };
        let record = &shown.catalogue.records()[index];
        let row = &data.coverage()[record.source];
        // Where a note says more closely how the source speaks of the sector, what the coverage means in general is left out.
        match record.inferred {
            Some(_) => self.facts.lead.push(shown.locale.text(msg::COVERAGE_INFERRED_NOTE)),
            None if row.note.is_empty() => self.facts.lead.push(shown.locale.coverage_note(record.coverage)),
            None => {}
        }
        let mut answer = self.coverage_sentence(record, &shown.text(of));
        if let Column::Instrument(instrument) = place {
            self.row(
                msg::INSTRUMENT,
                vec![Line::link(
                    Target::Instrument(instrument),
                    shown.text(&data.instrument(instrument).name),
                    Words::default(),
                )],
            );
            answer = answer.and("; ").and(self.standing(instrument).lowered());
        }
        self.facts.answer = answer.stopped();
        self.row(
            msg::SECTOR,
            vec![Line::link(Target::Sector(sector), shown.text(&data.sector(sector).name), Words::default())],
        );
        self.activities(index);
        self.note(&row.note);
        self.evidence(&row.evidence);
        if let Column::Outside(id) = place {
            self.background(data.partnership(id).background.as_ref());
        }
    }

    /// What is not taken from the source itself, with the source that it is from: after all that is.
    fn background(&mut self, remark: Option<&Remark>) {
        let Some(remark) = remark else { return };
        self.note(&remark.text);
        self.evidence(&remark.evidence);
    }

    fn title(&mut self, kicker: impl IntoIterator<Item = Words>, title: &Text) {
        self.facts.kicker = Words::join(kicker, " · ");
        self.facts.title = self.shown.text(title);
    }

    fn row(&mut self, label: Msg, lines: Vec<Line>) {
        match self.facts.rows.last_mut() {
            _ if lines.is_empty() => {}
            Some(last) if last.label == label => last.lines.extend(lines),
            _ => self.facts.rows.push(Row { label, lines }),
        }
    }

    /// "On 1 July 2019: within its stated term, 2016–2020"; what that means, or why it is in doubt, follows.
    fn standing(&mut self, id: InstrumentId) -> Words {
        let (shown, standing) = (self.shown, self.shown.selection.standing(id));
        let mut state = shown.locale.state(standing.state);
        if let Some(term) = standing.term {
            state = state.and(", ").and(shown.locale.term(&term));
        }
        self.facts.lead.push(shown.doubt(id).unwrap_or_else(|| shown.locale.state_note(standing.state)));
        let date = shown.locale.day(shown.selection.day);
        shown.locale.format(msg::ANSWER_ON_DAY, &[Arg::Words("date", &date), Arg::Words("what", &state)])
    }

    /// "Agriculture is covered by Agriculture programme": how, and no more than the source says.
    fn coverage_sentence(&self, record: &crate::query::Record, column: &Words) -> Words {
        let sector = finding::quoted(self.shown, record.sector);
        let message = match (record.inferred, record.coverage) {
            (None, Coverage::Covered) => msg::ANSWER_COVERED,
            (None, Coverage::NamedArea) => msg::ANSWER_NAMED_AREA,
            _ => return sector.and(": ").and(self.coverage_word(record)),
        };
        self.shown.locale.format(message, &[Arg::Words("sector", &sector), Arg::Words("instrument", column)])
    }

    fn coverage_word(&self, record: &crate::query::Record) -> Words {
        let (shown, data) = (self.shown, &self.shown.catalogue.data);
        match record.inferred {
            Some(id) => shown.locale.format(
                msg::COVERAGE_INFERRED_FROM,
                &[Arg::Words("instrument", &shown.text(&data.instrument(id).short))],
            ),
            None => shown.locale.coverage(record.coverage),
        }
    }

    fn covered_sectors(&mut self, id: InstrumentId) {
        let (shown, data) = (self.shown, &self.shown.catalogue.data);
        let Some(column) = data.column_id(Column::Instrument(id)) else { return };
        let mut lines = Vec::new();
        for index in shown.catalogue.records_of_column(column) {
            let record = &shown.catalogue.records()[index];
            self.activities(index);
            if record.inferred.is_none() || shown.state.query.inferred {
                let name = shown.text(&data.sector(record.sector).name);
                lines.push(Line::link(Target::Cell(record.sector, column), name, self.coverage_word(record)));
            }
        }
        if lines.is_empty() {
            lines.push(Line::text(shown.locale.text(msg::COVERAGE_NONE)));
        }
        self.row(msg::SECTORS, lines);
    }

    /// The relations of a record, but for those to the one that is told of.
    fn relations(&mut self, own: Subject, told: Subject) {
        let shown = self.shown;
        let data = &shown.catalogue.data;
        for relation in data.relations_of(own) {
            if relation.kind == RelationKind::Extends && matches!(own, Subject::Instrument(_)) {
                continue;
            }
            let (word, other) = match (relation.subject == own, relation.object == own) {
                (true, _) => (shown.locale.relation(relation.kind), relation.object),
                (_, true) if relation.kind != RelationKind::Concerns => {
                    (shown.locale.relation_inverse(relation.kind), relation.subject)
                }
                _ => continue,
            };
            if other == told {
                continue;
            }
            let mut line = match other {
                Subject::Instrument(id) => {
                    Line::link(Target::Instrument(id), shown.text(&data.instrument(id).short), Words::default())
                }
                Subject::Event(id) => self.event_line(id, shown.date(data.event(id).date.as_ref())),
                Subject::Proposal(id) => {
                    let proposal = data.proposal(id);
                    self.note(&proposal.note);
                    self.evidence(&proposal.evidence);
                    Line { aside: shown.text(&proposal.name), ..Line::text(Words::default()) }
                }
            };
            line.text = word;
            self.row(msg::FACT_RELATIONS, vec![line]);
            self.note(&relation.note);
            self.evidence(&relation.evidence);
        }
    }

    /// What else is known of a proposal of an event, and what it is about.
    fn proposal(&mut self, id: ProposalId, of: EventId) {
        let proposal = self.shown.catalogue.data.proposal(id);
        self.note(&proposal.note);
        self.evidence(&proposal.evidence);
        self.relations(Subject::Proposal(id), Subject::Event(of));
    }

    fn event_line(&self, id: EventId, aside: Words) -> Line {
        Line::link(Target::Event(id), self.shown.text(&self.shown.catalogue.data.event(id).name), aside)
    }

    /// Since when a term is known.
    fn since(&self, event: &Event, known: Known) -> Words {
        let date = self.shown.date(event.date.as_ref());
        let since = self.shown.locale.format(msg::TIMELINE_KNOWN_SINCE, &[Arg::Words("date", &date)]);
        if known == Known::No { since.and(", ").and(self.shown.locale.text(msg::LATER_THAN_DAY)) } else { since }
    }

    fn joined(&self, list: &Text) -> Words {
        let joined = list.0.iter().map(|items| items.replace(" | ", ", "));
        self.shown.text(&Text(joined.collect()))
    }

    fn also(&mut self, aliases: &Text) {
        let joined = self.joined(aliases);
        if !joined.is_empty() {
            self.row(msg::FACT_ALSO_CALLED, vec![Line::text(joined)]);
        }
    }

    fn spelling(&mut self, spelling: &str) {
        if !spelling.is_empty() {
            let note =
                self.shown.locale.format(msg::FACT_SPELLING, &[Arg::Words("text", &self.shown.untranslated(spelling))]);
            self.facts.notes.push(note);
        }
    }

    fn note(&mut self, note: &Text) {
        let words = self.shown.text(note);
        if !words.is_empty() && !self.facts.notes.contains(&words) {
            self.facts.notes.push(words);
        }
    }

    /// Adds the activities of a record, those too that the filters do not leave.
    fn activities(&mut self, record: usize) {
        let catalogue = &self.shown.catalogue;
        if self.facts.activities == Bits::default() {
            self.facts.activities = Bits::new(catalogue.data.activities().len());
        }
        catalogue.add_activities_in(record, &mut self.facts.activities);
    }

    fn evidence(&mut self, evidence: &Evidence) {
        // Known by its number: the citations of thousands of cells are neither written nor compared.
        let before = self.noted.len();
        include(&mut self.noted, self.shown.catalogue.note(evidence));
        if self.noted.len() > before {
            self.facts.sources.push(cite(self.shown, evidence));
        }
    }
}

/// A source and a place in it, in words, with the citation.
pub fn cite(shown: &Shown, evidence: &Evidence) -> Cited {
    let source = shown.catalogue.data.source(evidence.source);
    let place = shown.place(evidence);
    let issuer = shown.text(&source.issuer);
    // A citation has the title as the document has it, the translation behind it.
    let (original, translated) = (shown.original_title(source), shown.text(&source.title));
    let quote = |title: &Words| shown.locale.format(msg::CITATION_TITLE, &[Arg::Words("title", title)]);
    let title = match original {
        Some(original) => quote(&original).and(" (").and(translated).and(")"),
        None => quote(&translated),
    };
    let citation = shown.locale.format(
        msg::CITATION,
        &[
            Arg::Words("issuer", &issuer),
            Arg::Words("title", &title),
            Arg::Words("place", &place),
            Arg::Text("url", &source.url),
            Arg::Words("date", &shown.locale.day(source.read)),
        ],
    );
    Cited {
        source: shown.credit(source),
        place,
        note: shown.catalogue.note(evidence),
        url: source.url.clone(),
        citation,
    }
}
