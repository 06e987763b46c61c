//! A file's bytes as a table: encoding, delimiter, rows of the right length.
//!
//! The header is `header`'s business, what stands in the cells `row`'s.

use super::header::Header;
use super::input::{Cells, Content};
use super::problem::{Collector, Place};
use super::schema::{self, Kind};
use super::told::Told;
use crate::told;
use csv::StringRecord;

/// A row and its number as a spreadsheet counts it.
pub(super) struct Record {
    pub number: u32,
    pub cells: Cells,
    /// Whether it has a cell for each column; one that has not is reported already.
    pub sound: bool,
}

/// A table whose header is understood as far as possible.
pub(super) struct Table {
    pub schema: &'static schema::Table,
    pub file: String,
    pub records: Vec<Record>,
    /// Whether the rows are those that the author wrote: if not, nobody can say that an id is not among them.
    pub complete: bool,
    header: Header,
}

impl Table {
    /// A table that could not be read, which is reported already; or one that is rightly absent.
    pub fn empty(schema: &'static schema::Table, complete: bool) -> Table {
        Table { schema, file: schema.file(), records: Vec::new(), complete, header: Header::default() }
    }

    /// Reads a table, reporting what is wrong with its form.
    pub fn read(
        schema: &'static schema::Table,
        content: &Content,
        languages: &[String],
        problems: &Collector,
    ) -> Table {
        let mut table = Table::empty(schema, false);
        let bytes = match content {
            Content::Bytes(bytes) => bytes,
            Content::Rows(rows) => {
                let record =
                    |(number, cells): &(u32, Cells)| Record { number: *number, cells: cells.clone(), sound: false };
                table.take(rows.iter().map(record), languages, problems);
                return table;
            }
            Content::Broken(_) => return table,
        };
        match text(bytes) {
            Ok(text) => table.fill(text, languages, problems),
            Err((row, what)) => table.report(problems, row, what, told!("utf-8")),
        }
        table
    }

    fn report(&self, problems: &Collector, row: u32, what: Told, expected: Told) {
        problems.add(Place { file: &self.file, row: Some(row), column: None }, what, expected);
    }

    fn fill(&mut self, text: &str, languages: &[String], problems: &Collector) {
        if let Some(separator) = foreign_separator(text.lines().next().unwrap_or("")) {
            let what = if separator == ';' { told!("semicolons-between") } else { told!("tabs-between") };
            return self.report(problems, 1, what, told!("commas"));
        }
        let records = records(text, b',').map(|(number, cells)| Record { number, cells: cells.into(), sound: false });
        let width = self.head(records, languages, problems);
        if width > 0 {
            self.close(text, problems);
            self.limit(problems);
            self.measure(width, problems);
        }
    }

    /// Takes the rows, the header first; how many columns there are, none without a header.
    fn head(&mut self, mut records: impl Iterator<Item = Record>, languages: &[String], problems: &Collector) -> usize {
        let header = records.next();
        let number = header.as_ref().map_or(1, |header| header.number);
        let cells = header.map_or_else(Cells::default, |header| header.cells);
        let Some(header) = Header::read(self.schema, number, &cells, languages, problems) else { return 0 };
        self.header = header;
        self.records = records.collect();
        self.complete = self.has_ids();
        cells.len()
    }

    /// Takes the rows of a sheet.
    fn take(&mut self, records: impl Iterator<Item = Record>, languages: &[String], problems: &Collector) {
        let width = self.head(records, languages, problems);
        if width > 0 {
            self.limit(problems);
            self.measure(width, problems);
        }
    }

    /// Lays the rows under every column of the schema, and takes away those that have not a cell for each: what is wrong
    /// with the table's form is reported, and takes no part in what follows.
    pub fn relay(&mut self, languages: &[String]) {
        let complete = Header::complete(self.schema, languages);
        let columns: Vec<(usize, usize)> = (0..self.schema.fields.len())
            .flat_map(|column| (0..languages.len()).map(move |language| (column, language)))
            .filter(|(column, language)| complete.position(*column, *language).is_some())
            .collect();
        self.records.retain(|record| record.sound);
        if self.header == complete {
            self.complete = true;
            return;
        }
        for record in &mut self.records {
            let cell = |(column, language): &(usize, usize)| {
                self.header.position(*column, *language).and_then(|at| record.cells.get(at)).unwrap_or_default()
            };
            record.cells = columns.iter().map(cell).collect::<StringRecord>().into();
        }
        self.header = complete;
        self.complete = true;
    }

    /// Whether the columns by which others refer to the table are there.
    fn has_ids(&self) -> bool {
        let mut columns = self.schema.fields.iter().enumerate();
        columns.all(|(position, column)| {
            let is_id = position == 0 || matches!(column.kind, Kind::Id | Kind::Section);
            !is_id || self.header.position(position, 0).is_some()
        })
    }

    /// An unclosed quotation mark swallows all that follows it into one cell, the last.
    fn close(&mut self, text: &str, problems: &Collector) {
        if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
            let row = self.records.pop().map_or(1, |record| record.number);
            self.report(problems, row, told!("never-closed"), told!("closed"));
            self.complete = false;
        }
    }

    fn limit(&mut self, problems: &Collector) {
        if let Some(record) = self.records.get(self.schema.limit) {
            let expected = told!("rows-at-most", number = self.schema.limit);
            self.report(problems, record.number, told!("too-many-rows", number = self.records.len()), expected);
            self.records.truncate(self.schema.limit);
            self.complete = false;
        }
    }

    /// Finds the rows that have as many cells as the header, and reports the others.
    fn measure(&mut self, width: usize, problems: &Collector) {
        let is_empty = |record: &Record| record.cells.iter().all(|cell| cell.trim().is_empty());
        for record in &mut self.records {
            record.sound = record.cells.len() == width && !is_empty(record);
        }
        for record in self.records.iter().filter(|record| !record.sound) {
            if is_empty(record) {
                self.report(problems, record.number, told!("empty-row"), told!("record-or-none"));
                continue;
            }
            let cells = record.cells.len();
            let what = match cells > width {
                true => told!("too-many-cells", number = cells),
                false => told!("cells", number = cells),
            };
            self.report(problems, record.number, what, told!("as-in-header", number = width));
        }
    }

    /// The cell of a column; `None` where the table lacks the column or the row ends before it.
    pub fn cell<'a>(&self, record: &'a Record, column: usize, language: usize) -> Option<&'a str> {
        record.cells.get(self.header.position(column, language)?)
    }

    /// The id in a row, if it has one.
    pub fn slug<'a>(&self, record: &'a Record) -> Option<&'a str> {
        self.named(record, "id")
    }

    /// What stands in an untranslated column of a row, if anything does.
    pub fn named<'a>(&self, record: &'a Record, column: &str) -> Option<&'a str> {
        let cell = self.cell(record, self.schema.field(column).0, 0)?.trim();
        (!cell.is_empty()).then_some(cell)
    }
}

/// The text of a file without its byte order mark, or the row where it stops to be UTF-8 and why.
fn text(bytes: &[u8]) -> Result<&str, (u32, Told)> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err((1, told!("utf-16")));
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let (good, bad) = bytes.split_at(error.valid_up_to());
        let row = good.iter().filter(|byte| **byte == b'\n').count() as u32 + 1;
        (row, told!("not-utf-8", byte = format!("{:02X}", bad.first().unwrap_or(&0))))
    })
}

/// The separator that a header uses instead of commas.
pub fn foreign_separator(header: &str) -> Option<char> {
    let count = |letter: char| header.matches(letter).count();
    let commas = count(',');
    match (count(';'), count('\t')) {
        (semicolons, tabs) if semicolons > commas && semicolons >= tabs => Some(';'),
        (_, tabs) if tabs > commas => Some('\t'),
        _ => None,
    }
}

/// The rows of a text with their numbers, the header first.
///
/// A spreadsheet counts a cell with line breaks as one row, and a blank line, which the reader passes over, as another.
pub(super) fn records(text: &str, separator: u8) -> impl Iterator<Item = (u32, StringRecord)> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut number = 0;
    std::iter::from_fn(move || {
        let start = reader.position().byte() as usize;
        let mut cells = StringRecord::new();
        // Reading from a text in memory fails neither for input nor for encoding.
        reader.read_record(&mut cells).ok().filter(|more| *more)?;
        let rest = text.as_bytes().get(start..)?;
        let rest = if start > 0 {
            rest.strip_prefix(b"\n").filter(|_| text.as_bytes()[start - 1] == b'\r').unwrap_or(rest)
        } else {
            rest
        };
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|byte| **byte == b'\n').count();
        number += blank as u32 + 1;
        Some((number, cells))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, String)> {
        records(text, b',').map(|(number, cells)| (number, cells.iter().collect::<Vec<_>>().join("+"))).collect()
    }

    #[test]
    fn rows_are_numbered_as_in_a_spreadsheet() {
        let expected = |rows: &[(u32, &str)]| rows.iter().map(|(row, text)| (*row, (*text).into())).collect::<Vec<_>>();
        assert_eq!(rows("a,b\n1,2\n3,4\n"), expected(&[(1, "a+b"), (2, "1+2"), (3, "3+4")]));
        assert_eq!(rows("a,b\r\n1,2\r\n3,4"), expected(&[(1, "a+b"), (2, "1+2"), (3, "3+4")]));
        assert_eq!(rows("a,b\n\"1\n1\",2\n3,4\n"), expected(&[(1, "a+b"), (2, "1\n1+2"), (3, "3+4")]));
        assert_eq!(rows("a,b\n\n3,4\n\n"), expected(&[(1, "a+b"), (3, "3+4")]));
        assert_eq!(rows("a,b\r\n\r\n3,4\r\n"), expected(&[(1, "a+b"), (3, "3+4")]));
    }

    #[test]
    fn only_a_header_without_commas_is_foreign() {
        assert_eq!(foreign_separator("id;name_en;name_ru"), Some(';'));
        assert_eq!(foreign_separator("id\tname_en\tname_ru"), Some('\t'));
        assert_eq!(foreign_separator("id,name_en,name_ru"), None);
        assert_eq!(foreign_separator("id"), None);
    }
}
