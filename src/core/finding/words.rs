//! The words of a finding.

use super::{Finding, Told, Which, in_sector};
use crate::locale::{Arg, Locale, msg};
use crate::model::{Column, InstrumentId, PartnershipId, SectorId};
use crate::query::Query;
use crate::shown::Shown;
use crate::time::known::Known;
use crate::words::Words;

/// How many sectors are named: of more, the number says enough. As many instruments are, before the rest is counted.
const NAMED: usize = 5;

impl Finding {
    /// The sentence.
    pub fn words(&self, shown: &Shown) -> Words {
        let (locale, query) = (shown.locale, &shown.state.query);
        let typed = query.text.trim();
        let words = self.told.words(shown);
        let before = match &self.told {
            Told::Nothing if !query.is_about_pairs() => return words,
            _ if !typed.is_empty() => {
                locale.format(msg::FINDING_FOUND, &[Arg::Words("what", &Words::apart("", typed))])
            }
            _ if self.is_narrowed => locale.text(msg::FINDING_FILTERED),
            _ => Words::default(),
        };
        let words = if before.is_empty() { words } else { before.and(": ").and(words.lowered()) };
        self.told.whole(shown, words, self.is_partial)
    }
}

impl Told {
    /// The sentence with its full stop, and with that of what was not counted.
    fn whole(&self, shown: &Shown, words: Words, is_partial: bool) -> Words {
        let left_out = || match self {
            Told::Sectors { which: Which::New(..), .. } => shown.locale.text(msg::FINDING_NEW_LEFT_OUT),
            _ => {
                let date = shown.locale.day(shown.selection.day);
                shown.locale.format(msg::FINDING_LEFT_OUT, &[Arg::Words("date", &date)])
            }
        };
        let words = words.stopped();
        if is_partial { words.and(" ").and(left_out()) } else { words }
    }

    fn words(&self, shown: &Shown) -> Words {
        let (locale, data) = (shown.locale, &shown.catalogue.data);
        let instrument = |id: &InstrumentId| shown.text(&data.instrument(*id).short);
        let partnership = |id: &PartnershipId| shown.text(&data.partnership(*id).name);
        let none = Words::default;
        let (mut n, mut total, mut of) = (0, 0, 0);
        let (message, one, other) = match self {
            Told::Nothing => return nothing(locale, &shown.state.query),
            Told::Silent(id) => (msg::FINDING_SILENT, instrument(id), none()),
            Told::NotYet(sector) => {
                let any = || locale.text(msg::FINDING_ANY_SECTOR);
                let what = sector.map_or_else(any, |id| quoted(shown, id).lowered());
                (msg::FINDING_NOT_YET, what, locale.day(shown.selection.day))
            }
            Told::Sector(id, instruments) => {
                n = instruments.len();
                let message = if n == 0 { msg::FINDING_SECTOR_OUTSIDE } else { msg::FINDING_SECTOR };
                (message, quoted(shown, *id), none())
            }
            Told::Sectors { sectors, total: all, which } => {
                (n, total) = (sectors.len(), *all);
                match which {
                    Which::InInstrument(id) => (msg::FINDING_IN_INSTRUMENT, instrument(id), none()),
                    Which::InPartnership(id) => (msg::FINDING_IN_PARTNERSHIP, partnership(id), none()),
                    Which::InBoth(one, other) => (msg::FINDING_IN_BOTH, partnership(one), partnership(other)),
                    Which::InAll(partnerships) => {
                        of = *partnerships;
                        (msg::FINDING_IN_ALL, none(), none())
                    }
                    Which::InSeveral(partnerships) => {
                        of = *partnerships;
                        (msg::FINDING_IN_SEVERAL, none(), none())
                    }
                    Which::Apart => (msg::FINDING_APART, none(), none()),
                    Which::Outside => (msg::FINDING_OUTSIDE, none(), none()),
                    Which::Inferred => (msg::FINDING_INFERRED, none(), none()),
                    Which::Gaps => (msg::FINDING_GAPS, none(), none()),
                    Which::New(from, to) => {
                        let message = if n == 0 { msg::FINDING_NEW_NONE } else { msg::FINDING_NEW };
                        (message, locale.day(*from), locale.day(*to))
                    }
                }
            }
        };
        let (n, total, of) =
            (Arg::Number("n", n as u32), Arg::Number("total", total as u32), Arg::Number("of", of as u32));
        let count = locale.format(msg::FINDING_COUNT, &[n, total]);
        let args = [Arg::Words("sectors", &count), n, of, Arg::Words("one", &one), Arg::Words("other", &other)];
        let words = locale.format(message, &args);
        let names: Vec<Words> = match self {
            Told::Sector(_, instruments) => instruments.iter().map(instrument).collect(),
            Told::Sectors { sectors, .. } if sectors.len() <= NAMED => {
                sectors.iter().map(|id| shown.text(&data.sector(*id).name).lowered()).collect()
            }
            _ => Vec::new(),
        };
        if names.is_empty() {
            return words;
        }
        let between = if names.iter().any(|name| name.plain().contains(',')) { "; " } else { ", " };
        words.and(": ").and(locale.first_of(names, NAMED, between))
    }
}

/// Why there is no row: of words, of kinds and of states the source says nothing when nothing is left; of pairs of what it
/// names, it does.
pub fn nothing(locale: Locale, query: &Query) -> Words {
    match query.text.trim() {
        "" if query.is_about_pairs() => locale.text(msg::EMPTY_PAIR),
        "" => locale.text(msg::EMPTY_FILTERS),
        typed => locale.format(msg::EMPTY_SEARCH, &[Arg::Words("what", &Words::apart("", typed))]),
    }
}

/// What is known of a sector on the day, whatever the filters leave.
pub fn of_sector(shown: &Shown, sector: SectorId) -> Words {
    let catalogue = &shown.catalogue;
    let records = catalogue.records_of_sector(sector).map(|at| &catalogue.records()[at]);
    let mut stated = records.filter(|record| record.inferred.is_none()).map(|record| record.column).peekable();
    if stated.peek().is_none() {
        return shown.locale.text(msg::EMPTY_PAIR);
    }
    let (mut sure, mut is_later) = (Vec::new(), false);
    for column in stated {
        if let Column::Instrument(id) = catalogue.data.column(column) {
            match shown.selection.standing(id).state.adopted() {
                Known::Yes => sure.push((sector, id)),
                _ => is_later = true,
            }
        }
    }
    let (told, is_partial) = in_sector(sector, &sure, is_later);
    told.whole(shown, told.words(shown), is_partial)
}

/// A sector as the subject of a sentence.
pub fn quoted(shown: &Shown, id: SectorId) -> Words {
    let name = shown.text(&shown.catalogue.data.sector(id).name);
    shown.locale.format(msg::FINDING_QUOTED, &[Arg::Words("sector", &name)])
}
