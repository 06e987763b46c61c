//! What the views draw: the state and all that follows from it.

use crate::compare::{self, Act, Change, Deed};
use crate::edition::Edition;
use crate::embed::{Embed, Theme, Way};
use crate::locale::msg;
use crate::model::{ColumnId, EventId, InstrumentId, SectorId};
use crate::query::{Catalogue, Cell, Query, Selection, url};
use crate::state::{Action, Interface, WidgetState};
use crate::time::Day;
use crate::time::known::Doubt;
use crate::words::Words;
use std::ops::Deref;
use std::rc::Rc;

/// What the views draw: the state and all that follows from it. What it says of the data, it says as its edition does.
#[derive(Clone)]
pub struct Shown {
    /// The dataset in the language of the interface.
    pub edition: Edition,
    /// The state.
    pub state: WidgetState,
    /// What the filters leave.
    pub selection: Rc<Selection>,
    /// The day with which the day shown is compared: chosen, or that of the last step.
    pub since: Option<Day>,
    /// Whose standing differs between the two.
    pub changes: Vec<Change>,
    /// What was done in between, as far as the filters leave it.
    pub acts: Vec<Act>,
}

impl Deref for Shown {
    type Target = Edition;

    fn deref(&self) -> &Edition {
        &self.edition
    }
}

impl Shown {
    /// Derives what is shown from the state.
    pub fn of(catalogue: Rc<Catalogue>, state: WidgetState) -> Shown {
        let selection = Rc::new(Selection::of(&catalogue, &state.query, state.surroundings.today));
        Shown::with(catalogue, state, selection)
    }

    /// What is shown after an action. The selection is computed anew only if the question has changed.
    pub fn after(&self, action: Action) -> Shown {
        let state = self.state.after(action, &self.catalogue);
        let question =
            |state: &WidgetState| Query { view: None, select: None, lang: None, range: None, ..state.query.clone() };
        if state.day() == self.state.day() && question(&state) == question(&self.state) {
            return Shown::with(self.catalogue.clone(), state, self.selection.clone());
        }
        Shown::of(self.catalogue.clone(), state)
    }

    /// What is shown of another dataset, as far as it has what the query names.
    pub fn with_dataset(&self, catalogue: Rc<Catalogue>) -> Shown {
        // What the pointer is on is known by its number in the last dataset.
        let state = self.state.after(Action::Hover(None), &self.catalogue);
        let state = state.after(Action::Query(self.query()), &catalogue);
        Shown::of(catalogue, state)
    }

    /// What anybody is shown who asks the same: without what this reader has open or selected, and without the widths of this
    /// reader's letters; and the whole time.
    pub fn apart(&self) -> Shown {
        let mut state = self.state.clone();
        (state.interface, state.surroundings.advances) = (Interface::default(), Rc::default());
        (state.query.range, state.query.select) = (None, None);
        Shown::with(self.catalogue.clone(), state, self.selection.clone())
    }

    fn with(catalogue: Rc<Catalogue>, state: WidgetState, selection: Rc<Selection>) -> Shown {
        let since = state.query.compare.or(state.interface.came_from);
        let changes = since.map_or_else(Vec::new, |since| compare::between(&catalogue.data, since, state.day()));
        let acts = since.map_or_else(Vec::new, |since| compare::acts(&catalogue, &selection, since));
        let edition = Edition::new(catalogue, state.lang(), state.is_still());
        Shown { edition, state, selection, since, changes, acts }
    }

    /// The query string.
    pub fn query(&self) -> String {
        url::write(&self.state.query, &self.catalogue.data)
    }

    /// Whether an event surely lies between the days compared; none if it does not, or none are.
    pub fn between(&self, event: EventId) -> Option<bool> {
        self.acts.iter().find(|act| act.what == Deed::Event(event)).map(|act| act.is_sure)
    }

    /// What a cell says in a word.
    pub fn cell_word(&self, cell: &Cell) -> Words {
        self.edition.cell_word(cell.record, self.selection.column_state(&self.catalogue, cell.column))
    }

    /// The record at a place of the matrix, drawn or not; what is inferred counts only while it is asked for.
    pub fn record_at(&self, sector: SectorId, column: ColumnId) -> Option<usize> {
        let at = self.catalogue.record_at(sector, column)?;
        (self.state.query.inferred || self.catalogue.records()[at].inferred.is_none()).then_some(at)
    }

    /// What a place of the matrix says in which no cell is drawn.
    pub fn empty_word(&self, sector: SectorId, column: ColumnId) -> Words {
        // Where there is something, the words of an empty cell would be untrue.
        self.locale.text(if self.record_at(sector, column).is_some() {
            msg::COVERAGE_LEFT_OUT
        } else {
            msg::COVERAGE_NONE
        })
    }

    /// Why the state of an instrument is undetermined on the day, if it is.
    pub fn doubt(&self, id: InstrumentId) -> Option<Words> {
        let doubt = self.selection.standing(id).doubt?;
        let limit = self.catalogue.data.instrument(id).not_before.as_ref();
        Some(match (doubt, limit) {
            (Doubt::NotBefore, Some(limit)) => self.text(&limit.reason.text),
            _ => self.locale.doubt(&doubt),
        })
    }

    /// The view that a reader has, as an editor first gets it.
    pub fn embed(&self) -> Embed {
        Embed { way: Way::Script, lang: self.locale, view: self.state.view(), theme: Theme::Auto }
    }
}
