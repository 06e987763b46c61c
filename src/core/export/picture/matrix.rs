//! The whole matrix on a sheet: heads over columns, sectors in their groups, and a mark in each place that the source speaks of.
//!
//! Where the heads have no room over their columns, these are narrow and numbered, and the heads stand in a list below.

use super::letters::Type;
use super::sheet::Sheet;
use super::{FOOT, LABEL, QUIET, STRONG, key};
use crate::export::text::respelt;
use crate::finding::nothing;
use crate::linking::Lit;
use crate::locale::msg;
use crate::matrix::{Columns, Grid, Place, RowPicture, Silent};
use crate::model::{Column, ColumnId, Coverage, GroupId, PartnershipId};
use crate::shown::Shown;
use crate::state::Arrangement;
use crate::time::known::{Known, State};
use crate::timeline::figures::numbered;
use crate::words::Words;

/// How a matrix is laid out.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Plan {
    /// In how many parts beside one another.
    parts: i32,
    /// Whether the columns are numbered.
    is_dense: bool,
}

impl Plan {
    /// In one part, with heads.
    pub const PLAIN: Plan = Plan { parts: 1, is_dense: false };
    /// In one part, with numbers.
    pub const DENSE: Plan = Plan { parts: 1, is_dense: true };
    /// All of them.
    pub const ALL: [Plan; 5] = [
        Plan::PLAIN,
        Plan { parts: 2, is_dense: false },
        Plan::DENSE,
        Plan { parts: 2, is_dense: true },
        Plan { parts: 3, is_dense: true },
    ];
}

const NAME: Type = Type::plain(125, 600);
const NUMBER: Type = Type::plain(110, 600);
/// Between two parts, and between two partnerships.
const APART: i32 = 40;
const GAP: i32 = 16;
/// From where a column begins to the middle of its marks, and to their words; and what is left free at its end.
const MIDDLE: i32 = 7;
const WORD: i32 = 21;
const FREE: i32 = 12;
/// What a column has besides words.
const BESIDE: i32 = WORD + FREE / 2;
/// The least width of names, and of numbered columns; and how many columns have heads of their own.
const LEAST: i32 = 150;
const NARROW: i32 = 22;
const MANY: usize = 16;
/// So many columns a picture has at most.
pub(super) const MOST: usize = 1_000;
/// The height of a line, and of a row of one.
const LINE: i32 = 16;
const ROW: i32 = 26;
/// What the numbered list needs for an item, and where its words begin.
const ITEM: i32 = 270;
const INDENT: i32 = 30;

/// The marks, in the order of their strength: of each coverage, what is inferred, later or undetermined, and nothing.
const INFERRED: usize = 4;
const LATER: usize = 5;
const UNSURE: usize = 6;
const NOTHING: usize = 7;
/// Their paint.
const MARKS: [&str; 8] = [
    "h/////6",
    "-/h/2///5",
    "-/h/1.6///5.2",
    "-/h/2/2 1.9//5",
    "-/h/1.6",
    "-/q/1/1.2 1.7//5.5",
    "-/h/1.5/3.6 2.9//5.2",
    "q/////1.3",
];

/// The rows and columns that the filters leave.
pub(super) struct Matrix<'a> {
    shown: &'a Shown,
    heads: Vec<Head>,
    rows: Vec<RowPicture>,
    /// The width of the longest word of the names of rows, and that of the longest name.
    names: [i32; 2],
    /// What a column needs at least that has a head of its own, and words beside its marks.
    column: i32,
    /// What it needs for the longest of these words in one line.
    words: i32,
    /// The marks that are there.
    marks: Vec<usize>,
}

/// What stands over a column.
struct Head {
    id: ColumnId,
    /// The place of the column in each row.
    at: usize,
    partnership: PartnershipId,
    /// Whether it is the first of its partnership.
    begins: bool,
    name: Words,
    /// State, term, and whether it names no sectors, each in its line.
    standing: Words,
    /// Whether they have come about between the days compared.
    has_changed: bool,
    /// Whether there is no instrument, or none yet.
    is_faint: bool,
}

impl<'a> Matrix<'a> {
    /// Of what is shown.
    #[inline(never)]
    pub fn of(shown: &'a Shown) -> Matrix<'a> {
        let grid = Grid::of(&shown.catalogue, &shown.selection, Arrangement::Authored, MOST);
        let lit = Lit::of(&shown.catalogue, None);
        let columns = Columns::of(shown, &lit, &grid);
        let mut matrix = Matrix {
            shown,
            heads: Vec::new(),
            rows: Vec::new(),
            names: [LEAST; 2],
            column: 0,
            words: 0,
            marks: Vec::new(),
        };
        // What has come about stands out, and is wider.
        let label = if shown.since.is_some() { &STRONG } else { &LABEL };
        let mut at = 0;
        for (partnership, columns) in &grid.heads {
            for id in columns {
                if shown.selection.has_column(*id) {
                    let head = matrix.head(at, *id, *partnership);
                    let word = NAME.longest(head.name.plain()).max(label.longest(head.standing.plain()));
                    matrix.column = matrix.column.max(word + FREE);
                    matrix.heads.push(head);
                }
                at += 1;
            }
        }
        let mut found = [false; MARKS.len()];
        for (_, sectors) in &grid.groups {
            for row in sectors.iter().filter_map(|sector| columns.row(*sector)) {
                let name = matrix.name(&row);
                matrix.names[0] = matrix.names[0].max(QUIET.longest(name.plain()) + GAP);
                matrix.names[1] = matrix.names[1].max(QUIET.width(name.plain()) + GAP);
                for place in row.places.iter().filter(|place| place.is_left) {
                    if let Some(mark) = matrix.mark(place) {
                        found[mark] = true;
                    }
                }
                matrix.rows.push(row);
            }
        }
        for mark in (0..MARKS.len()).filter(|mark| found[*mark]) {
            // The word in a cell begins that of the key, or is it.
            let words = matrix.meaning(mark);
            if mark != NOTHING {
                matrix.column = matrix.column.max(label.longest(words.plain()) + BESIDE);
                matrix.words = matrix.words.max(label.width(words.plain()) + BESIDE);
            }
            matrix.marks.push(mark);
        }
        matrix
    }

    #[inline(never)]
    fn head(&self, at: usize, id: ColumnId, partnership: PartnershipId) -> Head {
        let shown = self.shown;
        let column = shown.catalogue.data.column(id);
        let begins = self.heads.last().is_none_or(|last| last.partnership != partnership);
        let mut head = Head {
            id,
            at,
            partnership,
            begins,
            name: shown.column_name(column),
            standing: Words::default(),
            has_changed: false,
            is_faint: true,
        };
        if let Column::Instrument(instrument) = column {
            let standing = shown.selection.standing(instrument);
            let mut lines = vec![shown.locale.state(standing.state)];
            lines.extend(standing.term.map(|term| shown.locale.term(&term)));
            lines.extend(Silent::of(&shown.catalogue, id).map(|_| shown.locale.text(msg::NAMES_NO_SECTORS)));
            head.standing = Words::join(lines, "\n");
            head.has_changed = shown.changes.iter().any(|change| change.instrument == instrument);
            head.is_faint = standing.state == State::NotYetAdopted;
        }
        head
    }

    #[inline(never)]
    fn name(&self, row: &RowPicture) -> Words {
        self.shown.text(&self.shown.catalogue.data.sector(row.sector).name)
    }

    fn group(&self, row: &RowPicture) -> GroupId {
        self.shown.catalogue.data.sector(row.sector).group
    }

    #[inline(never)]
    fn partnership(&self, id: PartnershipId) -> Words {
        self.shown.text(&self.shown.catalogue.data.partnership(id).name)
    }

    /// The width that a plan needs at least; more than any if there are too many columns for it.
    pub fn least(&self, plan: Plan) -> i32 {
        if !plan.is_dense && self.heads.len() > MANY {
            return i32::MAX / 2;
        }
        (self.names[0] + self.columns(plan)) * plan.parts + APART * (plan.parts - 1)
    }

    /// The least width of all columns.
    fn columns(&self, plan: Plan) -> i32 {
        self.gaps() + self.heads.len() as i32 * if plan.is_dense { NARROW } else { self.column }
    }

    /// The room between partnerships.
    fn gaps(&self) -> i32 {
        GAP * self.heads.iter().skip(1).filter(|head| head.begins).count() as i32
    }

    /// Draws it into this width; gives its lower edge.
    #[inline(never)]
    pub fn draw(&self, sheet: &mut Sheet, plan: Plan, y: i32, width: i32) -> i32 {
        if self.rows.is_empty() {
            let words = nothing(self.shown.locale, &self.shown.state.query);
            return sheet.lines(0, y, width, &NAME, "k", words.plain());
        }
        sheet.hue = 1;
        let top = 16
            + key(sheet, y, width, 2 * MIDDLE, self.marks.len(), &|at| self.meaning(self.marks[at]), &|sheet, at| {
                mark(sheet, MIDDLE, MIDDLE, self.marks[at]);
            });

        let part = (width - APART * (plan.parts - 1)) / plan.parts;
        // The names of rows have what they want, as far as that leaves to the columns what these need.
        let most = (part * if plan.is_dense { 5 } else { 3 } / 10).min(part - self.columns(plan));
        let names = self.names[1].min(most).max(self.names[0]);
        let count = self.heads.len() as i32;
        let column = (part - names - self.gaps()) / count;
        let has_words = !plan.is_dense || column >= self.words;
        // All that is left of the width is with the names.
        let names = part - self.gaps() - count * column;
        let table = Table { matrix: self, is_dense: plan.is_dense, has_words, names, column, width: part };

        // Each part takes as many groups as make its share of all lines, with two for the name of a group.
        let size =
            |at: usize| self.rows[at..].iter().take_while(|row| self.group(row) == self.group(&self.rows[at])).count();
        let (from, mut bottom, mut at, mut left) = (sheet.x, top, 0, self.rows.len() + 2);
        for rest in (1..=plan.parts as usize).rev() {
            let mut y = table.heads(sheet, top);
            let mut taken = 0;
            while at < self.rows.len() {
                let size = size(at);
                if rest > 1 && taken > 0 && (taken + size / 2 + 1) * rest > left {
                    break;
                }
                y = table.group(sheet, y, at..at + size);
                (at, taken) = (at + size, taken + size + 2);
            }
            left = left.saturating_sub(taken) + 2;
            bottom = bottom.max(y);
            sheet.x += part + APART;
        }
        sheet.x = from;
        if plan.is_dense { self.list(sheet, bottom + 16, width) } else { bottom }
    }

    /// The heads as a numbered list, in columns.
    #[inline(never)]
    fn list(&self, sheet: &mut Sheet, mut top: i32, width: i32) -> i32 {
        let columns = (width / ITEM).max(1);
        let room = (width + GAP) / columns;
        let (mut bottom, mut column) = (top, 0);
        for (number, head) in self.heads.iter().enumerate() {
            sheet.take_hue(head.partnership.index());
            if head.begins {
                let name = self.partnership(head.partnership);
                top = sheet.lines(0, bottom + if number > 0 { 6 } else { 0 }, width, &NAME, "h", name.plain()) + 4;
                column = 0;
            } else if column == columns {
                (top, column) = (bottom, 0);
            }
            let (x, room) = (column * room, room - GAP - INDENT);
            sheet.text(x, top + 12, "start", &NUMBER, "h", &(number + 1).to_string());
            let y = sheet.lines(x + INDENT, top, room, &NAME, "k", head.name.plain());
            let standing = respelt(head.standing.plain(), "\n, ");
            let y = sheet.lines(x + INDENT, y, room, &LABEL, if head.has_changed { "k" } else { "q" }, &standing) + 6;
            bottom = if column == 0 { y } else { bottom.max(y) };
            column += 1;
        }
        bottom
    }

    /// The mark at a place; none where the filters leave it out.
    fn mark(&self, place: &Place) -> Option<usize> {
        let Some(entry) = &place.entry else { return Some(NOTHING) };
        entry.activities?;
        let record = &self.shown.catalogue.records()[entry.record];
        Some(match entry.known() {
            Known::No => LATER,
            Known::Undetermined => UNSURE,
            Known::Yes if record.inferred.is_some() => INFERRED,
            Known::Yes => record.coverage as usize,
        })
    }

    fn meaning(&self, mark: usize) -> Words {
        let locale = self.shown.locale;
        match mark {
            INFERRED => locale.text(msg::COVERAGE_INFERRED),
            LATER => locale.state(State::NotYetAdopted),
            UNSURE => locale.state(State::Undetermined),
            NOTHING => locale.text(msg::COVERAGE_NONE),
            _ => locale.coverage(Coverage::ALL[mark]),
        }
    }
}

/// A part of a matrix with its measures.
struct Table<'a> {
    matrix: &'a Matrix<'a>,
    is_dense: bool,
    has_words: bool,
    names: i32,
    column: i32,
    width: i32,
}

impl Table<'_> {
    /// Partnerships over their rules, and the heads or the numbers of columns; gives where the rows begin.
    #[inline(never)]
    fn heads(&self, sheet: &mut Sheet, y: i32) -> i32 {
        let heads = &self.matrix.heads;
        // The names of partnerships stand on their rules, so the longest has to be known before.
        let mut rule = y;
        let mut bottom = y;
        for is_asked in [true, false] {
            let was_blank = sheet.is_blank;
            sheet.is_blank |= is_asked;
            let mut x = self.names;
            for (at, head) in heads.iter().enumerate() {
                sheet.take_hue(head.partnership.index());
                if head.begins {
                    x += if at > 0 { GAP } else { 0 };
                    let count = 1 + heads[at + 1..].iter().take_while(|head| !head.begins).count();
                    let span = count as i32 * self.column;
                    let name = self.matrix.partnership(head.partnership);
                    // Beside the last there is room; what has none at all stands in the list alone.
                    let room = span + if self.is_dense && at + count == heads.len() { INDENT } else { -4 };
                    if NAME.longest(name.plain()) <= room {
                        let height = NAME.lines(name.plain(), room).len() as i32 * LINE;
                        rule = rule.max(y + height + 5);
                        sheet.lines(x, rule - 5 - height, room, &NAME, "h", name.plain());
                    }
                    sheet.rect([x, rule, span, 3, 0], "h");
                }
                let end = if self.is_dense {
                    sheet.text(x + MIDDLE, rule + 18, "middle", &NUMBER, "h", &(at + 1).to_string());
                    rule + 26
                } else {
                    let room = self.column - FREE;
                    let ink = if head.is_faint { "q" } else { "k" };
                    let y = sheet.lines(x, rule + 9, room, &NAME, ink, head.name.plain()) + 3;
                    let (style, ink) = if head.has_changed { (&STRONG, "k") } else { (&LABEL, "q") };
                    sheet.lines(x, y, room, style, ink, head.standing.plain()) + 8
                };
                bottom = bottom.max(end);
                x += self.column;
            }
            sheet.is_blank = was_blank;
        }
        sheet.rect([0, bottom, self.width, 1, 0], "k");
        bottom
    }

    /// A group of rows; gives its lower edge.
    fn group(&self, sheet: &mut Sheet, y: i32, rows: core::ops::Range<usize>) -> i32 {
        let Matrix { shown, rows: all, .. } = self.matrix;
        let group = shown.text(&shown.catalogue.data.group(self.matrix.group(&all[rows.start])).name);
        let mut y = sheet.lines(0, y + 14, self.width, &STRONG, "q", group.plain()) + 5;
        for row in &all[rows] {
            y = self.row(sheet, row, y);
        }
        y
    }

    #[inline(never)]
    fn row(&self, sheet: &mut Sheet, row: &RowPicture, y: i32) -> i32 {
        let matrix = self.matrix;
        let room = self.names - GAP;
        let mut bottom = sheet.lines(0, y + 5, room, &QUIET, "k", matrix.name(row).plain());
        if let Some(reason) = row.reason() {
            bottom = sheet.lines(0, bottom, room, &FOOT, "q", reason.plain());
        }
        let mut x = self.names;
        for (at, head) in matrix.heads.iter().enumerate() {
            // Marks alone make no row higher.
            if sheet.is_blank && !self.has_words {
                break;
            }
            x += if head.begins && at > 0 { GAP } else { 0 };
            let place = &row.places[head.at];
            sheet.take_hue(head.partnership.index());
            if let Some(sign) = matrix.mark(place) {
                mark(sheet, x + MIDDLE, y + ROW / 2, sign);
                if let Some(entry) = place.entry.filter(|_| self.has_words) {
                    let (style, paint) = match sign {
                        _ if place.has_changed => (&STRONG, "k"),
                        INFERRED | LATER => (&LABEL, "q//////italic"),
                        _ => (&LABEL, "q"),
                    };
                    let words = row.cell(head.id, entry).visible();
                    bottom =
                        bottom.max(sheet.lines(x + WORD, y + 5, self.column - BESIDE, style, paint, words.plain()));
                }
            }
            x += self.column;
        }
        bottom = (bottom + 5).max(y + ROW);
        sheet.rect([0, bottom, self.width, 1, 0], "r");
        bottom + 1
    }
}

/// A mark around its middle: shapes that a photocopier keeps.
fn mark(sheet: &mut Sheet, x: i32, y: i32, mark: usize) {
    if mark == INFERRED {
        return sheet.path(&numbered(&["M", " "], &[x, y - 5], "l5 5l-5 5l-5 -5z"), MARKS[mark]);
    }
    // A named area is a ring with a point in it.
    if mark == Coverage::NamedArea as usize {
        sheet.circle(x, y, "h/////2");
    }
    sheet.circle(x, y, MARKS[mark]);
}
