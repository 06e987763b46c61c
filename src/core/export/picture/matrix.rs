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
/// From where a column begins to the middle of its marks, and to their words; and what is left free at its end.
const MIDDLE: i32 = 7;
const WORD: i32 = 21;
const FREE: i32 = 12;
/// What a column has besides words.
const BESIDE: i32 = WORD + FREE / 2;
/// The least width of numbered columns, and how many columns have heads of their own.
const NARROW: i32 = 22;
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
    /// What it needs for the longest of these words in one line.
    words: i32,
}

/// What stands over a column.
struct Head {
    id: ColumnId,
    /// The place of the column in each row.
    at: usize,
    name: Words,
    /// State, term, and whether it names no sectors.
    standing: Vec<Words>,
    /// Whether they have come about between the days compared.
    has_changed: bool,
}

impl<'a> Matrix<'a> {
    /// Of what is shown.
    pub fn of(shown: &'a Shown) -> Matrix<'a> {
        let grid = Grid::of(&shown.catalogue, &shown.selection, Arrangement::Authored);
        let lit = Lit::of(&shown.catalogue, None);
        let columns = Columns::of(shown, &lit, &grid);
        let mut all = grid.columns().enumerate();
        let heads = grid.heads.iter().map(|(partnership, columns)| {
            let own = all.by_ref().take(columns.len()).filter(|(_, id)| shown.selection.has_column(*id));
            (*partnership, own.map(|(at, id)| Head::of(shown, at, id)).collect())
        });
        let groups = grid
            .groups
            .iter()
            .map(|(group, sectors)| (*group, sectors.iter().filter_map(|sector| columns.row(*sector)).collect()));
        let (mut heads, mut groups): (Vec<(_, Vec<_>)>, Vec<(_, Vec<_>)>) = (heads.collect(), groups.collect());
        heads.retain(|(_, heads)| !heads.is_empty());
        groups.retain(|(_, rows)| !rows.is_empty());
        let mut matrix = Matrix { shown, heads, groups, names: [0; 2], column: 0, words: 0 };
        matrix.measure();
        matrix
    }

    fn measure(&mut self) {
        let of_name = |width: fn(Type, &str) -> i32| {
            self.rows().map(|row| width(QUIET, self.sector(row).plain())).max().unwrap_or(0).max(150) + GAP
        };
        let names = [of_name(Type::longest), of_name(Type::width)];
        let heads = self.heads().map(|head| {
            let standing = head.standing.iter().map(|words| LABEL.longest(words.plain()));
            standing.fold(NAME.longest(head.name.plain()), i32::max) + FREE
        });
        let of_word = |width: fn(Type, &str) -> i32| {
            let entries = self.rows().flat_map(|row| {
                row.places.iter().filter_map(|place| Some(row.cell(place.column, place.entry?).visible()))
            });
            entries.map(|words| width(LABEL, words.plain())).max().unwrap_or(0) + BESIDE
        };
        let column = heads.fold(of_word(Type::longest), i32::max);
        (self.column, self.words, self.names) = (column, of_word(Type::width), names);
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
        let share = if plan.is_dense { 5 } else { 3 };
        let most = (block * share / 10).min(block - self.gaps() - columns * self.column(plan));
        let names = self.names[1].min(most).max(self.names[0]);
        let column = (block - names - self.gaps()) / columns.max(1);
        let has_words = !plan.is_dense || column >= self.words;
        // All that is left of the width is with the names.
        let names = block - self.gaps() - columns * column;
        let table = Table { matrix: self, is_dense: plan.is_dense, has_words, names, column, width: block };
        let (mut bottom, mut at) = (top, 0);
        for (part, end) in self.parts(sheet, &table, plan.blocks).into_iter().enumerate() {
            let from = sheet.x;
            sheet.x += part as i32 * (block + APART);
            let mut y = table.heads(sheet, top);
            for (group, rows) in &self.groups[at..end] {
                y = table.group(sheet, *group, rows, y);
            }
            sheet.x = from;
            (at, bottom) = (end, bottom.max(y));
        }
        if plan.is_dense { self.list(sheet, bottom + 16, width) } else { bottom }
    }

    /// Up to which group each of so many parts goes: of about the same height, as far as groups stay together.
    fn parts(&self, sheet: &mut Sheet, table: &Table, parts: i32) -> Vec<usize> {
        let mut ends = Vec::new();
        if parts > 1 {
            let is_blank = core::mem::replace(&mut sheet.is_blank, true);
            let heights: Vec<i32> =
                self.groups.iter().map(|(group, rows)| table.group(sheet, *group, rows, 0)).collect();
            sheet.is_blank = is_blank;
            let (mut sum, mut left) = (0, heights.iter().sum::<i32>());
            for (at, height) in heights.into_iter().enumerate() {
                let share = left / (parts - ends.len() as i32);
                if sum > 0 && sum + height / 2 > share && (ends.len() as i32) < parts - 1 {
                    ends.push(at);
                    (left, sum) = (left - sum, 0);
                }
                sum += height;
            }
        }
        ends.push(self.groups.len());
        ends
    }

    /// The heads as a numbered list, in columns.
    fn list(&self, sheet: &mut Sheet, y: i32, width: i32) -> i32 {
        let colours = sheet.colours;
        let columns = (width / 270).max(1);
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
                    let standing = Words::join(head.standing.iter().cloned(), ", ");
                    bottom = bottom.max(sheet.lines([x + 30, y, room - 30], LABEL, colour, standing.plain()));
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
    fn of(shown: &Shown, at: usize, id: ColumnId) -> Head {
        let column = shown.catalogue.data.column(id);
        let name = shown.column_name(column);
        let Column::Instrument(instrument) = column else {
            return Head { id, at, name, standing: Vec::new(), has_changed: false };
        };
        let standing = shown.selection.standing(instrument);
        let silent = Silent::of(&shown.catalogue, id).map(|_| shown.locale.text(msg::NAMES_NO_SECTORS));
        let term = standing.term.map(|term| shown.locale.term(&term));
        let words = [Some(shown.locale.state(standing.state)), term, silent].into_iter().flatten().collect();
        let has_changed = shown.changes.iter().any(|change| change.instrument == instrument);
        Head { id, at, name, standing: words, has_changed }
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
        let last = matrix.heads.len() - 1;
        let partner = |(at, (id, heads)): (usize, &(PartnershipId, Vec<Head>))| {
            // Beside the last there is room.
            let more = if at == last && self.is_dense { 30 } else { -4 };
            let (name, room) = (matrix.partnership(*id), heads.len() as i32 * self.column + more);
            // What has no room stands in the list alone.
            let lines = if NAME.longest(name.plain()) <= room { NAME.lines(name.plain(), room) } else { Vec::new() };
            (*id, heads.len() as i32 * self.column, lines)
        };
        let partners: Vec<_> = matrix.heads.iter().enumerate().map(partner).collect();
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
            if self.is_dense {
                let number = (number + 1).to_string();
                sheet.text([x + MIDDLE, rule + 18], Some("middle"), NUMBER, Paint::fill(hue(partnership)), &number);
                bottom = rule + 26;
                continue;
            }
            let room = self.column - FREE;
            let faint = head.standing.is_empty() || self.is_later(head);
            let y = sheet.lines(
                [x, rule + 9, room],
                NAME,
                if faint { colours.quiet } else { colours.ink },
                head.name.plain(),
            );
            let (style, colour) =
                if head.has_changed { (Type { weight: 600, ..LABEL }, colours.ink) } else { (LABEL, colours.quiet) };
            let each = |y, words: &Words| sheet.lines([x, y, room], style, colour, words.plain());
            bottom = bottom.max(head.standing.iter().fold(y + 3, each) + 8);
        }
        sheet.rect([0, bottom, self.width, 1, 0], Paint::fill(colours.ink));
        bottom
    }

    fn is_later(&self, head: &Head) -> bool {
        let shown = self.matrix.shown;
        shown.selection.column_state(&shown.catalogue, head.id) == Some(State::NotYetAdopted)
    }

    /// A group of rows; gives its lower edge.
    fn group(&self, sheet: &mut Sheet, group: GroupId, rows: &[RowPicture], y: i32) -> i32 {
        let matrix = self.matrix;
        let quiet = sheet.colours.quiet;
        let name = matrix.shown.text(&matrix.shown.catalogue.data.group(group).name);
        let y = sheet.lines([0, y + 14, self.width], Type { size: 120, ..NAME }, quiet, name.plain()) + 5;
        rows.iter().fold(y, |y, row| self.row(sheet, row, y))
    }

    fn row(&self, sheet: &mut Sheet, row: &RowPicture, y: i32) -> i32 {
        let colours = sheet.colours;
        let matrix = self.matrix;
        let room = self.names - GAP;
        let mut bottom = sheet.lines([0, y + 5, room], QUIET, colours.ink, matrix.sector(row).plain());
        if let Some(reason) = row.reason() {
            bottom = sheet.lines([0, bottom, room], Type { size: 110, ..LABEL }, colours.quiet, reason.plain());
        }
        // Marks alone make no row higher.
        let is_asked = self.has_words || !sheet.is_blank;
        for (x, head, partnership) in self.columns().filter(|_| is_asked) {
            let place = &row.places[head.at];
            let Some(sign) = matrix.mark(place.entry.as_ref(), true) else { continue };
            mark(sheet, x + MIDDLE, y + 13, sign, colours.hues[partnership.index() % 6]);
            let Some(entry) = place.entry.filter(|_| self.has_words) else { continue };
            let style = Type {
                is_italic: matches!(sign, Mark::Inferred | Mark::Later),
                weight: if place.has_changed { 600 } else { 400 },
                ..LABEL
            };
            let colour = if place.has_changed { colours.ink } else { colours.quiet };
            let words = row.cell(head.id, entry).visible();
            let end = sheet.lines([x + WORD, y + 5, self.column - BESIDE], style, colour, words.plain());
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
