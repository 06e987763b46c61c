//! The matrix turned round: a line for each instrument, with its term on one axis of time, under headings that fold; a column
//! for each group of sectors, with numbers, until it is opened into its sectors.

use super::cell::{content, counted, opened, spanning};
use super::instrument::{has_changed, named, silence, standing, strip};
use crate::controls::{folder, more, selector};
use crate::el::{El, el, hidden};
use crate::memo::memo;
use crate::view::{Props, hue, known_class};
use atlas_core::linking::Lit;
use atlas_core::locale::{Arg, msg};
use atlas_core::matrix::{CellPicture, Entry, Heading, Roll, Silent, axis};
use atlas_core::model::{Column, ColumnId, GroupId, SectorId};
use atlas_core::place::Place;
use atlas_core::query::Target;
use atlas_core::shown::Shown;
use atlas_core::state::Fold;
use yew::prelude::*;

/// Keys of sectors among those of groups.
const OF_SECTORS: u32 = 1 << 16;

/// The table.
pub(super) fn table(props: &Props, roll: &Roll) -> El {
    let shown = &props.shown;
    let caption = shown.locale.format(msg::ROLL_CAPTION, &[Arg::Words("date", &shown.locale.day(shown.selection.day))]);
    let drawing =
        Drawing { props, roll, lit: Lit::of(&shown.catalogue, shown.state.lit()), place: shown.details_place() };
    let mut row = 1;
    let headings = roll.headings.iter().map(|heading| {
        let first = row + 1;
        row += 1 + heading.lines.len() as i32;
        drawing.heading(heading, first)
    });
    let headings: Vec<Html> = headings.collect();
    el("table")
        .attr("role", "table")
        .class("roll")
        .num("aria-rowcount", row)
        .el(el("caption").el(hidden(caption).text(" ")).text(shown.locale.text(msg::ROLL_NOTE)))
        .el(drawing.heads())
        .list(headings)
}

struct Drawing<'a> {
    props: &'a Props,
    roll: &'a Roll,
    lit: Lit,
    /// Where the details stand.
    place: Option<Place>,
}

impl Drawing<'_> {
    fn shown(&self) -> &Shown {
        &self.props.shown
    }

    /// A group of sectors, with those of its sectors that have a column of their own.
    fn groups(&self) -> impl Iterator<Item = (GroupId, usize, &[SectorId])> {
        self.roll.groups.iter().map(|(group, sectors)| {
            let is_open = self.shown().state.interface.is_open(Fold::Group(*group), false);
            (*group, sectors.len(), if is_open { &sectors[..] } else { &[] })
        })
    }

    fn heads(&self) -> El {
        let shown = self.shown();
        let data = &shown.catalogue.data;
        let head = || el("th").attr("role", "columnheader").attr("scope", "col");
        let words = |message| shown.locale.text(message);
        let (from, to) = (axis(shown).window.start.ymd().0, axis(shown).window.end.ymd().0);
        let year = |year: i32| el("span").text(year.to_string());
        let years = el("span").class("axis").el(year(from)).el(year(to));
        let mut heads = vec![
            head().class("corner").text(words(msg::INSTRUMENTS)).html(),
            head().class("when").text(words(msg::FILTER_TERM)).el(years).html(),
        ];
        for (group, number, sectors) in self.groups() {
            let name = shown.text(&data.group(group).name);
            let count = shown.locale.format(msg::COUNT_SECTORS, &[Arg::Number("n", number as u32)]);
            let head = |id: u32| head().key(id);
            heads.push(
                head(u32::from(group.0))
                    .el(folder(self.props, Fold::Group(group), !sectors.is_empty(), name))
                    .el(el("span").class("state").text(count))
                    .html(),
            );
            heads.extend(sectors.iter().map(|sector| {
                let lit = self.lit.sector(*sector).then_some("lit");
                let name =
                    selector("plain", shown, Target::Sector(*sector)).text(shown.text(&data.sector(*sector).name));
                head(OF_SECTORS + u32::from(sector.0)).classes(&[Some("sector"), lit]).el(name).html()
            }));
        }
        el("thead").attr("role", "rowgroup").el(el("tr")
            .attr("role", "row")
            .num("aria-rowindex", 1)
            .class("heads")
            .list(heads))
    }

    /// A heading, with the numbers of all that stands under it, and its lines, if it is open.
    fn heading(&self, heading: &Heading, at: i32) -> Html {
        let shown = self.shown();
        let data = &shown.catalogue.data;
        let count = heading.lines.len();
        let (name, hue, key) = match heading.fold {
            Fold::Partnership(id) => (shown.text(&data.partnership(id).name), Some(hue(id)), i32::from(id.0)),
            Fold::Decade(Some(year)) => (shown.locale.decade(year), None, year),
            _ => (shown.locale.text(msg::ADOPTION_NOT_STATED), None, i32::MAX),
        };
        let instruments = shown.locale.format(msg::COUNT_INSTRUMENTS, &[Arg::Number("n", count as u32)]);
        let head = el("th")
            .attr("role", "rowheader")
            .attr("scope", "rowgroup")
            .el(folder(self.props, heading.fold, heading.is_open, name))
            .text(" ")
            .el(el("span").class("state").text(instruments));
        let of = heading.lines.iter().filter_map(|line| data.column(*line).instrument());
        let mut cells = vec![el("td").attr("role", "cell").class("when").el(strip(shown, of)).html()];
        for (group, _, sectors) in self.groups() {
            cells.push(self.number(group, self.roll.covering(heading, group), count));
            cells.extend(sectors.iter().map(|sector| {
                let of = heading.lines.iter().filter(|line| shown.selection.cell(*sector, **line).is_some());
                counted(shown, of.count(), count).key(OF_SECTORS + u32::from(sector.0)).html()
            }));
        }
        let mut rows = Vec::new();
        if heading.is_open {
            let most = shown.state.interface.lines;
            for (line, at) in heading.lines.iter().take(most).zip(at + 1..) {
                rows.push(self.line(*line, at));
                let below = Place::Line(*line);
                if self.place == Some(below) {
                    rows.push(opened(self.props, below, self.columns()));
                }
            }
            if count > most {
                rows.push(self.more(most, count));
            }
        }
        let row =
            el("tr").attr("role", "row").num("aria-rowindex", at).classes(&[Some("group"), hue]).el(head).list(cells);
        el("tbody").key(key as u32).attr("role", "rowgroup").el(row).list(rows).html()
    }

    /// A number of a group, with its name for narrow screens, where no head stands above it.
    fn number(&self, group: GroupId, number: usize, total: usize) -> Html {
        let shown = self.shown();
        let name = shown.text(&shown.catalogue.data.group(group).name);
        let of = (number > 0).then(|| name.plain().to_owned().into());
        counted(shown, number, total).key(u32::from(group.0)).maybe("data-of", of).html()
    }

    /// How many columns there are.
    fn columns(&self) -> usize {
        2 + self.groups().map(|(_, _, sectors)| 1 + sectors.len()).sum::<usize>()
    }

    /// What gives the lines under a heading that are not there yet.
    fn more(&self, number: usize, total: usize) -> Html {
        let cell = spanning(el("td"), self.columns()).attr("role", "cell").el(more(self.props, number, total));
        el("tr").key(u32::MAX - 1).attr("role", "row").el(cell).html()
    }

    /// The line of an instrument.
    fn line(&self, line: ColumnId, at: i32) -> Html {
        let shown = self.shown();
        let column = shown.catalogue.data.column(line);
        let lit = self.lit.column_lit(line).then_some("lit");
        let head = el("th").attr("role", "rowheader").attr("scope", "row");
        let when = el("td").attr("role", "cell").class("when head");
        let (head, when, changed) = match column {
            Column::Outside(_) => (head.text(shown.column_name(column)), when, None),
            Column::Instrument(id) => (
                named(shown, head, id)
                    .opt(Silent::of(&shown.catalogue, line).map(|silent| silence(self.props, silent))),
                standing(self.props, when, id),
                has_changed(shown, id),
            ),
        };
        let mut cells = vec![head.html(), when.html()];
        for (group, number, sectors) in self.groups() {
            cells.push(self.number(group, self.roll.tally.sectors(line, group), number));
            cells.extend(sectors.iter().map(|sector| self.cell(*sector, line)));
        }
        let hue = hue(shown.catalogue.partnership_of(line));
        let state = shown.selection.column_state(&shown.catalogue, line).map(|state| state.id());
        el("tr")
            .key(u32::from(line.0))
            .attr("role", "row")
            .num("aria-rowindex", at)
            .classes(&[Some(hue), state, lit, changed])
            .list(cells)
            .html()
    }

    /// The cell of an instrument and a sector.
    fn cell(&self, sector: SectorId, line: ColumnId) -> Html {
        let shown = self.shown();
        let node = el("td").key(OF_SECTORS + u32::from(sector.0)).attr("role", "cell");
        let Some(cell) = shown.selection.cell(sector, line) else {
            return node.class("none").text(shown.empty_word(sector, line)).html();
        };
        let state = shown.selection.column_state(&shown.catalogue, line);
        let entry = Entry { record: cell.record, state, term: None, activities: Some(cell.activities) };
        let picture = CellPicture { edition: shown.edition.clone(), sector, column: line, entry };
        let lit = self.lit.cell(sector, line).then_some("lit");
        let selected = (shown.state.query.select == Some(Target::Cell(sector, line))).then_some("selected");
        node.classes(&[known_class(entry.known()), lit, selected]).child(memo(Some(picture), content)).html()
    }
}
