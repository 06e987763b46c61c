//! What a row says of its source: the document, and the places in it.

use super::ids::Ids;
use super::parse::{self, Fault};
use super::row::Row;
use super::schema::Kind;
use super::told::{Arg, one_of, quoted};
use crate::told;
use atlas_core::model::{Evidence, Remark, SourceId};

impl Row<'_> {
    /// The source and the places in it.
    pub fn evidence(&self, ids: &Ids) -> Option<Evidence> {
        let source = self.required("source", |cell| ids.sources.find(cell));
        let locator = self.required("locator", locator_in(source, ids));
        Some(Evidence { source: source?, locator: locator? })
    }

    /// A text that has a place of its own, in the columns `name` and `locator`; the source is the row's, or that in the
    /// column `source`. All of them are filled, or none.
    pub fn remark(&self, name: &str, source: &str, locator: &str, ids: &Ids) -> Option<Option<Remark>> {
        let text = self.text(name);
        let own = source != "source";
        let from = if own {
            self.optional(source, |cell| ids.sources.find(cell))
        } else {
            // What is wrong with the row's own source is reported with its evidence.
            Some(self.named(source).and_then(|cell| ids.sources.find(cell).ok()))
        };
        let place = self.optional(locator, locator_in(from.flatten(), ids));
        let (text, from, place) = (text?, from?, place?);
        let begun = !text.is_empty() || (own && from.is_some()) || place.is_some();
        let filled = [(name, !text.is_empty()), (source, !own || from.is_some()), (locator, place.is_some())];
        for (column, _) in filled.iter().filter(|(_, filled)| begun && !filled) {
            let expected = match own {
                true => told!("all-or-none", name = name, source = source, locator = locator),
                false => told!("both-or-neither", name = name, locator = locator),
            };
            self.report_empty(column, expected);
        }
        match (text.is_empty(), from, place) {
            (false, Some(source), Some(locator)) => Some(Some(Remark { text, evidence: Evidence { source, locator } })),
            _ => (!begun).then_some(None),
        }
    }
}

/// Reads the places in a source, each in one of its sections.
fn locator_in<'i>(source: Option<SourceId>, ids: &'i Ids) -> impl Fn(&str) -> Result<String, Fault> + 'i {
    move |cell| {
        for place in cell.split(' ') {
            let section = parse::section_of(place)
                .ok_or_else(|| Fault::malformed(told!("malformed-place", value = quoted(place)), Kind::Locator))?;
            let is_known = source.is_none_or(|source| ids.has_section.contains(&(source, section)));
            if !is_known && ids.sections_complete {
                let sections = source.and_then(|source| ids.sections.get(&source)).map_or(&[][..], Vec::as_slice);
                let what = told!("unknown-section", value = quoted(section));
                let (values, table) = (one_of(sections.iter().copied()), Arg::Tables(vec!["sections"]));
                return Err(Fault::new(what, told!("as-in-sections", values = values, table = table)));
            }
        }
        Ok(cell.to_owned())
    }
}
