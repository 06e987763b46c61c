//! What the acts between two days come to, in one line. Pure.

use crate::compare::{Act, Deed};
use crate::finding::newly_named;
use crate::locale::{Arg, Locale, msg};
use crate::model::{EventId, InstrumentId};
use crate::query::{Catalogue, Selection};
use crate::time::Day;
use crate::words::Words;

/// How much of each kind was done between two days, as far as the filters leave it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Instruments that were adopted.
    pub adopted: u32,
    /// Terms that took the place of others.
    pub extended: u32,
    /// Stated terms that ended.
    pub ended: u32,
    /// Events that were none of these.
    pub other: u32,
    /// Sectors that were named in an instrument for the first time.
    pub sectors: u32,
    /// Acts that may lie outside the two days, which are counted nowhere else.
    pub undetermined: u32,
}

impl Summary {
    /// Counts the acts between the day of a selection and another.
    pub fn of(catalogue: &Catalogue, selection: &Selection, acts: &[Act], other: Day) -> Summary {
        let (from, to) = (other.min(selection.day), other.max(selection.day));
        let mut summary = Summary::default();
        for act in acts {
            match act.what {
                _ if !act.is_sure => summary.undetermined += 1,
                Deed::Ended(_) => summary.ended += 1,
                Deed::Event(event) => summary.count(catalogue, selection, event),
            }
        }
        Summary { sectors: newly_named(catalogue, selection, from, to).0.len() as u32, ..summary }
    }

    /// Counts what an event meant for the instruments that the filters leave.
    fn count(&mut self, catalogue: &Catalogue, selection: &Selection, event: EventId) {
        let data = &catalogue.data;
        let is_left = |id: &InstrumentId| selection.has_instrument(data, *id);
        let (adopted, extended) = (self.adopted, self.extended);
        for id in data.event(event).instruments.iter().filter(|id| is_left(id)) {
            self.adopted += u32::from(data.instrument(*id).adopted == Some(event));
            self.extended += data.terms(*id).skip(1).filter(|term| term.event == event).count() as u32;
        }
        self.other += u32::from((adopted, extended) == (self.adopted, self.extended));
    }

    /// The line.
    pub fn words(&self, locale: Locale, from: Day, to: Day) -> Words {
        let mut parts: Vec<Words> = Vec::new();
        for (n, message) in [
            (self.adopted, msg::SUMMARY_ADOPTED),
            (self.extended, msg::SUMMARY_EXTENDED),
            (self.ended, msg::SUMMARY_ENDED),
            (
                u32::from(self.ended + self.undetermined == 0 && self.adopted + self.extended > 0),
                msg::SUMMARY_NONE_ENDED,
            ),
            (self.other, msg::SUMMARY_OTHER),
            (self.sectors, msg::SUMMARY_SECTORS),
            (self.undetermined, msg::SUMMARY_UNDETERMINED),
        ] {
            if n > 0 {
                parts.push(locale.format(message, &[Arg::Number("n", n)]));
            }
        }
        let what = if parts.is_empty() { locale.text(msg::COMPARE_NONE) } else { Words::join(parts, ", ") };
        let days = [Arg::Words("from", &locale.day(from)), Arg::Words("to", &locale.day(to))];
        locale.format(msg::COMPARE_SENTENCE, &days).and(": ").and(what).stopped()
    }
}
