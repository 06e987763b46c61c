//! The names of enumerations, and the sentences that explain them.
//!
//! All begin with a small letter, so that they can stand inside a sentence.

use super::{Arg, Locale, Msg, msg};
use crate::model::{ActivityState, CountUnit, Coverage, EventKind, InstrumentKind, RelationKind};
use crate::time::known::{Doubt, State};
use crate::words::Words;

impl Locale {
    /// The state of an instrument: `within its stated term`.
    pub fn state(self, state: State) -> Words {
        self.text(match state {
            State::NotYetAdopted => msg::STATE_NOT_YET_ADOPTED,
            State::InForce => msg::STATE_IN_FORCE,
            State::Ended => msg::STATE_ENDED,
            State::Open => msg::STATE_OPEN,
            State::Undetermined => msg::STATE_UNDETERMINED,
        })
    }

    /// What a state means, in a sentence; of an undetermined one, [`Locale::doubt`] says why it is.
    pub fn state_note(self, state: State) -> Words {
        self.text(match state {
            State::NotYetAdopted => msg::STATE_NOT_YET_ADOPTED_NOTE,
            State::InForce => msg::STATE_IN_FORCE_NOTE,
            State::Ended => msg::STATE_ENDED_NOTE,
            State::Open => msg::STATE_OPEN_NOTE,
            State::Undetermined => msg::STATE_UNDETERMINED_NOTE,
        })
    }

    /// Why a state is undetermined, in a sentence; nothing where the instrument itself says why.
    pub fn doubt(self, doubt: &Doubt) -> Words {
        let dated = |msg: Msg, date| self.format(msg, &[Arg::Words("date", &self.edtf(date))]);
        match doubt {
            Doubt::Adoption(date) => dated(msg::DOUBT_ADOPTION, date),
            Doubt::Extension(date) => dated(msg::DOUBT_EXTENSION, date),
            Doubt::Bound => self.text(msg::DOUBT_BOUND),
            Doubt::NotBegun => self.text(msg::DOUBT_NOT_BEGUN),
            Doubt::NotBefore => Words::default(),
        }
    }

    /// How a sector is covered: `named area`.
    pub fn coverage(self, coverage: Coverage) -> Words {
        self.text(match coverage {
            Coverage::Covered => msg::COVERAGE_COVERED,
            Coverage::NamedArea => msg::COVERAGE_NAMED_AREA,
            Coverage::Sectoral => msg::COVERAGE_SECTORAL,
            Coverage::Exploring => msg::COVERAGE_EXPLORING,
        })
    }

    /// What a coverage means, in a sentence.
    pub fn coverage_note(self, coverage: Coverage) -> Words {
        self.text(match coverage {
            Coverage::Covered => msg::COVERAGE_COVERED_NOTE,
            Coverage::NamedArea => msg::COVERAGE_NAMED_AREA_NOTE,
            Coverage::Sectoral => msg::COVERAGE_SECTORAL_NOTE,
            Coverage::Exploring => msg::COVERAGE_EXPLORING_NOTE,
        })
    }

    /// What an instrument is: `work plan`.
    pub fn instrument_kind(self, kind: InstrumentKind) -> Words {
        self.text(match kind {
            InstrumentKind::Agreement => msg::KIND_AGREEMENT,
            InstrumentKind::Memorandum => msg::KIND_MEMORANDUM,
            InstrumentKind::Programme => msg::KIND_PROGRAMME,
            InstrumentKind::WorkProgramme => msg::KIND_WORK_PROGRAMME,
            InstrumentKind::PlanOfAction => msg::KIND_PLAN_OF_ACTION,
            InstrumentKind::WorkPlan => msg::KIND_WORK_PLAN,
        })
    }

    /// What was done at an event: `signed`.
    pub fn event_kind(self, kind: EventKind) -> Words {
        self.text(match kind {
            EventKind::Launched => msg::EVENT_LAUNCHED,
            EventKind::Proposed => msg::EVENT_PROPOSED,
            EventKind::Welcomed => msg::EVENT_WELCOMED,
            EventKind::Tasked => msg::EVENT_TASKED,
            EventKind::Noted => msg::EVENT_NOTED,
            EventKind::Agreed => msg::EVENT_AGREED,
            EventKind::Signed => msg::EVENT_SIGNED,
            EventKind::Endorsed => msg::EVENT_ENDORSED,
            EventKind::Extended => msg::EVENT_EXTENDED,
        })
    }

    /// A relation as its subject sees it: `implements`.
    pub fn relation(self, kind: RelationKind) -> Words {
        self.text(match kind {
            RelationKind::Implements => msg::RELATION_IMPLEMENTS,
            RelationKind::Extends => msg::RELATION_EXTENDS,
            RelationKind::RecommendedBefore => msg::RELATION_RECOMMENDED_BEFORE,
            RelationKind::Concerns => msg::RELATION_CONCERNS,
        })
    }

    /// A relation as its object sees it: `implemented by`.
    pub fn relation_inverse(self, kind: RelationKind) -> Words {
        self.text(match kind {
            RelationKind::Implements => msg::RELATION_IMPLEMENTED_BY,
            RelationKind::Extends => msg::RELATION_EXTENDED_BY,
            RelationKind::RecommendedBefore => msg::RELATION_RECOMMENDED_FIRST,
            RelationKind::Concerns => msg::RELATION_SUBJECT_OF,
        })
    }

    /// How far an activity has come: `ongoing`.
    pub fn activity_state(self, state: ActivityState) -> Words {
        self.text(match state {
            ActivityState::Planned => msg::ACTIVITY_PLANNED,
            ActivityState::Ongoing => msg::ACTIVITY_ONGOING,
            ActivityState::Completed => msg::ACTIVITY_COMPLETED,
            ActivityState::Postponed => msg::ACTIVITY_POSTPONED,
            ActivityState::Cancelled => msg::ACTIVITY_CANCELLED,
        })
    }

    /// A number that a source states of an instrument: `52 activities`.
    pub fn count(self, count: u32, unit: CountUnit) -> Words {
        let msg = match unit {
            CountUnit::Activities => msg::COUNT_ACTIVITIES,
            CountUnit::Articles => msg::COUNT_ARTICLES,
        };
        self.format(msg, &[Arg::Number("n", count)])
    }

    /// A place in a source: `section B (trade), heading, sentences 5 and 7`; without a letter, what the section is about
    /// stands for it. The sentence 0 is the heading; the section alone where nothing in it is named.
    pub fn locator(self, letters: Option<&str>, about: &Words, sentences: &[u32]) -> Words {
        let mut words = match letters {
            Some(letters) => {
                self.format(msg::SOURCE_SECTION, &[Arg::Text("section", letters), Arg::Words("about", about)])
            }
            None => about.clone(),
        };
        if sentences.contains(&0) {
            words = words.and(", ").and(self.text(msg::SOURCE_HEADING));
        }
        let numbers: Vec<String> =
            sentences.iter().filter(|sentence| **sentence > 0).map(|sentence| self.number(*sentence)).collect();
        if numbers.is_empty() {
            return words;
        }
        let list = self.list(&numbers);
        let args = [Arg::Number("n", numbers.len() as u32), Arg::Words("sentences", &list)];
        words.and(", ").and(self.format(msg::SOURCE_SENTENCES, &args))
    }
}
