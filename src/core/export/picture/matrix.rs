//! The whole matrix on a sheet: heads over columns, sectors in their groups, and a mark in each place that the source speaks of.
//!
//! Where the heads have no room over their columns, these are narrow and numbered, and the heads stand in a list below.

use super::letters::Type;
use super::sheet::{NONE, Paint, Sheet};
use super::{LABEL, QUIET, key};
use crate::finding::nothing;
use crate::linking::Lit;
use crate::locale::msg;
use crate::matrix::{Columns, Entry, Grid, RowPicture, Silent};
use crate::model::{Column, ColumnId, Coverage, GroupId, PartnershipId};
use crate::shown::Shown;
use crate::state::Arrangement;
use crate::time::known::{Known, State};
use crate::words::Words;

/// How a matrix is laid out.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Plan {
    /// In how many parts beside one another.
    blocks: i32,
    /// Whether the columns are numbered.
    is_dense: bool,
}

impl Plan {
    /// In one part, with heads.
    pub const PLAIN: Plan = Plan { blocks: 1, is_dense: false };
    /// In one part, with numbers.
    pub const DENSE: Plan = Plan { blocks: 1, is_dense: true };
    /// All of them.
    pub const ALL: [Plan; 5] = [
        Plan::PLAIN,
        Plan { blocks: 2, is_dense: false },
        Plan::DENSE,
        Plan { blocks: 2, is_dense: true },
        Plan { blocks: 3, is_dense: true },
    ];
}

const NAME: Type = Type::plain(125, 600);
const NUMBER: Type = Type::plain(110, 600);
/// Between two parts, and between two partnerships.
const APART: i32 = 40;
const GAP: i32 = 16;
/// From the middle of a mark to its word, and what is left free after a word.
const WORD: i32 = 14;
const FREE: i32 = 12;
/// The widths of numbered columns, and how many columns have heads of their own.
const NARROW: i32 = 22;
const WIDE: i32 = 44;
const MANY: usize = 16;
/// The lines of a row, and what is around them.
const LINE: i32 = 16;
const ROW: i32 = 10;

/// A mark in the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Covered,
    NamedArea,
    Sectoral,
    Exploring,
    Inferred,
    Later,
    Unsure,
    Nothing,
}

const MARKS: [Mark; 8] = [
    Mark::Covered,
    Mark::NamedArea,
    Mark::Sectoral,
    Mark::Exploring,
    Mark::Inferred,
    Mark::Later,
    Mark::Unsure,
    Mark::Nothing,
];

/// The rows and columns that the filters leave.
pub(super) struct Matrix<'a> {
    shown: &'a Shown,
    heads: Vec<(PartnershipId, Vec<Head>)>,
    groups: Vec<(GroupId, Vec<RowPicture>)>,
    /// The longest word of the names of rows, and the longest of these names.
    names: [i32; 2],
    /// What a column needs at least that has a head of its own, and words beside its marks.
    column: i32,
}

/// What stands over a column.
struct Head {
    id: ColumnId,
    name: Words,
    /// State and term.
    standing: Words,
    /// Whether they have come about between the days compared.
    has_changed: bool,
}

impl<'a> Matrix<'a> {
    /// Of what is shown.
    pub fn of(shown: &'a Shown) -> Matrix<'a> {
        let grid = Grid::of(&shown.catalogue, &shown.selection, Arrangement::Authored);
        let lit = Lit::of(&shown.catalogue, None);
        let columns = Columns::of(shown, &lit, &grid);
        let heads = grid.heads.iter().map(|(partnership, columns)| {
            let left = columns.iter().filter(|id| shown.selection.has_column(**id));
            (*partnership, left.map(|id| Head::of(shown, *id)).collect())
        });
        let groups = grid
            .groups
            .iter()
            .map(|(group, sectors)| (*group, sectors.iter().filter_map(|sector| columns.row(*sector)).collect()));
        let (mut heads, mut groups): (Vec<(_, Vec<_>)>, Vec<(_, Vec<_>)>) = (heads.collect(), groups.collect());
        heads.retain(|(_, heads)| !heads.is_empty());
        groups.retain(|(_, rows)| !rows.is_empty());
        let mut matrix = Matrix { shown, heads, groups, names: [0; 2], column: 0 };
        matrix.measure();
        matrix
    }

    fn measure(&mut self) {
        let of_name = |width: fn(Type, &str) -> i32| {
            self.rows().map(|row| width(QUIET, self.sector(row).plain())).max().unwrap_or(0).max(150) + GAP
        };
        let names = [of_name(Type::longest), of_name(Type::width)];
        let heads =
            self.heads().map(|head| NAME.longest(head.name.plain()).max(LABEL.longest(head.standing.plain())) + FREE);
        let words = self.rows().flat_map(|row| {
            let entries = row.places.iter().filter_map(|place| Some((place.column, place.entry?)));
            entries.map(|(id, entry)| LABEL.longest(row.cell(id, entry).visible().plain()) + 7 + WORD + FREE / 2)
        });
        (self.column, self.names) = (heads.chain(words).max().unwrap_or(0), names);
    }

    fn heads(&self) -> impl Iterator<Item = &Head> {
        self.heads.iter().flat_map(|(_, heads)| heads)
    }

    fn rows(&self) -> impl Iterator<Item = &RowPicture> {
        self.groups.iter().flat_map(|(_, rows)| rows)
    }

    fn sector(&self, row: &RowPicture) -> Words {
        self.shown.text(&self.shown.catalogue.data.sector(row.sector).name)
    }

    fn partnership(&self, id: PartnershipId) -> Words {
        self.shown.text(&self.shown.catalogue.data.partnership(id).name)
    }

    /// The width that a plan needs at least.
    pub fn least(&self, plan: Plan) -> i32 {
        if !plan.is_dense && self.heads().nth(MANY).is_some() {
            return i32::MAX;
        }
        let columns = self.heads().count() as i32 * self.column(plan);
        (self.names[0] + columns + self.gaps()) * plan.blocks + APART * (plan.blocks - 1)
    }

    fn column(&self, plan: Plan) -> i32 {
        if plan.is_dense { NARROW } else { self.column }
    }

    /// The room between partnerships.
    fn gaps(&self) -> i32 {
        GAP * (self.heads.len() as i32 - 1).max(0)
    }

    /// Draws it into this width; gives its lower edge.
    pub fn draw(&self, sheet: &mut Sheet, plan: Plan, y: i32, width: i32) -> i32 {
        let ink = sheet.colours.ink;
        if self.groups.is_empty() {
            let words = nothing(self.shown.locale, &self.shown.state.query);
            return sheet.lines([0, y, width], NAME, ink, words.plain());
        }
        let found: Vec<Mark> = self
            .rows()
            .flat_map(|row| row.places.iter())
            .filter_map(|place| self.mark(place.entry.as_ref(), place.is_left))
            .collect();
        let signs = MARKS.into_iter().filter(|mark| found.contains(mark)).map(|mark| (mark, self.meaning(mark)));
        let top = key(sheet, y, width, 14, signs.collect(), |sheet, sign| mark(sheet, 7, 7, sign, ink)) + 16;

        let block = (width - APART * (plan.blocks - 1)) / plan.blocks;
        let columns = self.heads().count() as i32;
        // The names of rows have what they want, as far as that leaves to the columns what these need.
        let most = (block * 3 / 10).min(block - self.gaps() - columns * self.column(plan));
        let names = self.names[1].min(most).max(self.names[0]);
        let mut column = (block - names - self.gaps()) / columns.max(1);
        if plan.is_dense {
            column = column.min(WIDE);
        }
        let table = Table { matrix: self, plan, names, column, width: names + self.gaps() + column * columns };
        // Each part takes groups as long as it is no longer than its share.
        let total: i32 = self.groups.iter().map(|(group, rows)| table.group(sheet, *group, rows, 0, true)).sum();
        let (mut bottom, mut at) = (top, 0);
        for part in 0..plan.blocks {
            let from = sheet.x;
            sheet.x += part * (block + APART);
            let start = table.heads(sheet, top);
            let mut y = start;
            while let Some((group, rows)) = self.groups.get(at) {
                let height = table.group(sheet, *group, rows, 0, true);
                let is_full = y - start + height / 2 > total / plan.blocks;
                if is_full && y > start && part + 1 < plan.blocks {
                    break;
                }
                y = table.group(sheet, *group, rows, y, false);
                at += 1;
            }
            sheet.x = from;
            bottom = bottom.max(y);
        }
        if plan.is_dense { self.list(sheet, bottom + 14, width) } else { bottom }
    }

    /// The heads as a numbered list, in columns.
    fn list(&self, sheet: &mut Sheet, y: i32, width: i32) -> i32 {
        let colours = sheet.colours;
        let columns = (width / 330).max(1);
        let room = (width - (columns - 1) * GAP) / columns;
        let (mut top, mut number) = (y, 0);
        for (partnership, heads) in &self.heads {
            let hue = colours.hues[partnership.index() % 6];
            top = sheet.lines([0, top, width], NAME, hue, self.partnership(*partnership).plain()) + 4;
            for row in heads.chunks(columns as usize) {
                let mut bottom = top;
                for (at, head) in row.iter().enumerate() {
                    number += 1;
                    let x = at as i32 * (room + GAP);
                    sheet.text([x, top + 12], None, NUMBER, Paint::fill(hue), &number.to_string());
                    let y = sheet.lines([x + 30, top, room - 30], NAME, colours.ink, head.name.plain());
                    let colour = if head.has_changed { colours.ink } else { colours.quiet };
                    bottom = bottom.max(sheet.lines([x + 30, y, room - 30], LABEL, colour, head.standing.plain()));
                }
                top = bottom + 6;
            }
            top += 6;
        }
        top
    }

    /// The mark at a place; none where the filters leave it out.
    fn mark(&self, entry: Option<&Entry>, is_left: bool) -> Option<Mark> {
        if !is_left {
            return None;
        }
        let Some(entry) = entry else { return Some(Mark::Nothing) };
        entry.activities?;
        let record = &self.shown.catalogue.records()[entry.record];
        Some(match (entry.known(), record.inferred, record.coverage) {
            (Known::No, ..) => Mark::Later,
            (Known::Undetermined, ..) => Mark::Unsure,
            (_, Some(_), _) => Mark::Inferred,
            (.., Coverage::Covered) => Mark::Covered,
            (.., Coverage::NamedArea) => Mark::NamedArea,
            (.., Coverage::Sectoral) => Mark::Sectoral,
            (.., Coverage::Exploring) => Mark::Exploring,
        })
    }

    fn meaning(&self, mark: Mark) -> Words {
        let locale = self.shown.locale;
        match mark {
            Mark::Covered => locale.coverage(Coverage::Covered),
            Mark::NamedArea => locale.coverage(Coverage::NamedArea),
            Mark::Sectoral => locale.coverage(Coverage::Sectoral),
            Mark::Exploring => locale.coverage(Coverage::Exploring),
            Mark::Inferred => locale.text(msg::COVERAGE_INFERRED),
            Mark::Later => locale.state(State::NotYetAdopted),
            Mark::Unsure => locale.state(State::Undetermined),
            Mark::Nothing => locale.text(msg::COVERAGE_NONE),
        }
    }
}

impl Head {
    fn of(shown: &Shown, id: ColumnId) -> Head {
        let column = shown.catalogue.data.column(id);
        let name = shown.column_name(column);
        let Column::Instrument(instrument) = column else {
            return Head { id, name, standing: Words::default(), has_changed: false };
        };
        let standing = shown.selection.standing(instrument);
        let mut words = shown.locale.state(standing.state);
        if let Some(term) = standing.term {
            words = words.and(", ").and(shown.locale.term(&term));
        }
        if Silent::of(&shown.catalogue, id).is_some() {
            words = words.and("; ").and(shown.locale.text(msg::NAMES_NO_SECTORS));
        }
        let has_changed = shown.changes.iter().any(|change| change.instrument == instrument);
        Head { id, name, standing: words, has_changed }
    }
}

/// A part of a matrix with its measures.
struct Table<'a> {
    matrix: &'a Matrix<'a>,
    plan: Plan,
    names: i32,
    column: i32,
    width: i32,
}

impl Table<'_> {
    /// The columns with the places where they begin.
    fn columns(&self) -> impl Iterator<Item = (i32, &Head, PartnershipId)> {
        let mut x = self.names - GAP;
        self.matrix.heads.iter().flat_map(move |(partnership, heads)| {
            x += GAP;
            let from = x;
            x += self.column * heads.len() as i32;
            heads.iter().enumerate().map(move |(at, head)| (from + at as i32 * self.column, head, *partnership))
        })
    }

    /// Partnerships over their rules, and the heads or the numbers of columns; gives where the rows begin.
    fn heads(&self, sheet: &mut Sheet, y: i32) -> i32 {
        let colours = sheet.colours;
        let hue = |id: PartnershipId| colours.hues[id.index() % 6];
        let matrix = self.matrix;
        let partner = |(id, heads): &(PartnershipId, Vec<Head>)| {
            let (name, room) = (matrix.partnership(*id), heads.len() as i32 * self.column - 4);
            // What has no room stands in the list alone.
            let lines = if NAME.longest(name.plain()) <= room { NAME.lines(name.plain(), room) } else { Vec::new() };
            (*id, heads.len() as i32 * self.column, lines)
        };
        let partners: Vec<_> = matrix.heads.iter().map(partner).collect();
        let rule = y + LINE * partners.iter().map(|(.., lines)| lines.len()).max().unwrap_or(0) as i32 + 6;
        let mut x = self.names;
        for (id, span, lines) in partners {
            let first = rule - 8 - LINE * (lines.len() as i32 - 1);
            for (at, line) in lines.iter().enumerate() {
                sheet.text([x, first + LINE * at as i32], None, NAME, Paint::fill(hue(id)), line);
            }
            sheet.rect([x, rule, span, 3, 0], Paint::fill(hue(id)));
            x += span + GAP;
        }
        let mut bottom = rule + 20;
        for (number, (x, head, partnership)) in self.columns().enumerate() {
            if self.plan.is_dense {
                let number = (number + 1).to_string();
                sheet.text([x + 7, rule + 18], Some("middle"), NUMBER, Paint::fill(hue(partnership)), &number);
                bottom = rule + 26;
                continue;
            }
            let room = self.column - FREE;
            let faint = head.standing.is_empty() || !sheet.is_blank && self.is_later(head);
            let y = sheet.lines(
                [x, rule + 9, room],
                NAME,
                if faint { colours.quiet } else { colours.ink },
                head.name.plain(),
            );
            let (style, colour) =
                if head.has_changed { (Type { weight: 600, ..LABEL }, colours.ink) } else { (LABEL, colours.quiet) };
            bottom = bottom.max(sheet.lines([x, y + 3, room], style, colour, head.standing.plain()) + 8);
        }
        sheet.rect([0, bottom, self.width, 1, 0], Paint::fill(colours.ink));
        bottom
    }

    fn is_later(&self, head: &Head) -> bool {
        let shown = self.matrix.shown;
        shown.selection.column_state(&shown.catalogue, head.id) == Some(State::NotYetAdopted)
    }

    /// A group of rows; gives its lower edge.
    fn group(&self, sheet: &mut Sheet, group: GroupId, rows: &[RowPicture], y: i32, is_asked: bool) -> i32 {
        let was_blank = sheet.is_blank;
        sheet.is_blank |= is_asked;
        let matrix = self.matrix;
        let quiet = sheet.colours.quiet;
        let name = matrix.shown.text(&matrix.shown.catalogue.data.group(group).name);
        let mut y = sheet.lines([0, y + 14, self.width], Type { size: 120, ..NAME }, quiet, name.plain()) + 5;
        for row in rows {
            y = self.row(sheet, row, y);
        }
        sheet.is_blank = was_blank;
        y
    }

    fn row(&self, sheet: &mut Sheet, row: &RowPicture, y: i32) -> i32 {
        let colours = sheet.colours;
        let matrix = self.matrix;
        let room = self.names - GAP;
        let mut bottom = sheet.lines([0, y + 5, room], QUIET, colours.ink, matrix.sector(row).plain());
        if let Some(reason) = row.reason() {
            bottom = sheet.lines([0, bottom, room], Type { size: 110, ..LABEL }, colours.quiet, reason.plain());
        }
        for (x, head, partnership) in self.columns() {
            let Some(place) = row.places.iter().find(|place| place.column == head.id) else { continue };
            let Some(sign) = matrix.mark(place.entry.as_ref(), true) else { continue };
            mark(sheet, x + 7, y + 13, sign, colours.hues[partnership.index() % 6]);
            let Some(entry) = place.entry.filter(|_| !self.plan.is_dense) else { continue };
            let style = Type {
                is_italic: matches!(sign, Mark::Inferred | Mark::Later),
                weight: if place.has_changed { 600 } else { 400 },
                ..LABEL
            };
            let colour = if place.has_changed { colours.ink } else { colours.quiet };
            let x = x + 7 + WORD;
            let words = row.cell(head.id, entry).visible();
            let end = sheet.lines([x, y + 5, self.column - 7 - WORD - FREE / 2], style, colour, words.plain());
            bottom = bottom.max(end);
        }
        bottom = (bottom + 5).max(y + LINE + ROW);
        sheet.rect([0, bottom, self.width, 1, 0], Paint::fill(colours.rule));
        bottom + 1
    }
}

/// A mark around its middle: shapes that a photocopier keeps.
fn mark(sheet: &mut Sheet, x: i32, y: i32, mark: Mark, hue: u32) {
    let quiet = sheet.colours.quiet;
    let ring = |width| Paint::line(hue, width);
    let (radius, paint) = match mark {
        Mark::Covered => ("6", Paint::fill(hue)),
        Mark::NamedArea => {
            sheet.circle(x, y, "2", Paint::fill(hue));
            ("5", ring("2"))
        }
        Mark::Sectoral => ("5.2", ring("1.6")),
        Mark::Exploring => ("5", Paint { dash: "2 1.9", ..ring("2") }),
        Mark::Later => ("5.5", Paint { dash: "1.2 1.7", ..Paint::line(quiet, "1") }),
        Mark::Unsure => ("5.2", Paint { dash: "3.6 2.9", ..ring("1.5") }),
        Mark::Nothing => ("1.3", Paint::fill(quiet)),
        Mark::Inferred => {
            let d = ["M", &x.to_string(), " ", &(y - 5).to_string(), "l5 5l-5 5l-5 -5z"].concat();
            return sheet.path(&d, Paint { fill: NONE, ..ring("1.6") });
        }
    };
    sheet.circle(x, y, radius, paint);
}
