//! The tables of the sample, as they are kept here and as they are written.

use crate::schema::Table;
use std::collections::HashMap;

/// The id of the one, made-up source.
const SOURCE: &str = "synthetic";

/// A row that is kept here: its cells by the names of their columns.
pub(super) type Row = HashMap<String, String>;

/// The rows of a table that is kept here.
pub(super) fn rows(text: &str) -> Vec<Row> {
    // They are part of the program: what is wrong with them shows in the tests.
    csv::Reader::from_reader(text.as_bytes()).into_deserialize().map_while(Result::ok).collect()
}

/// A table of the sample, row by row, in the columns of its schema.
pub(super) struct Sheet {
    header: Vec<String>,
    writer: csv::Writer<Vec<u8>>,
    /// The letter of the section of the made-up source that its rows are "from".
    section: char,
    rows: usize,
}

impl Sheet {
    /// An empty table with texts in these languages.
    pub fn new(schema: &Table, section: char, languages: &[&str]) -> Sheet {
        let languages: Vec<String> = languages.iter().map(|language| (*language).to_owned()).collect();
        let header: Vec<String> = schema.fields.iter().flat_map(|column| column.names(&languages)).collect();
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory does not fail, here and below.
        let _ = writer.write_record(&header);
        Sheet { header, writer, section, rows: 0 }
    }

    /// Appends a row. `cell` says what stands in a column; where it says nothing, the evidence is filled in.
    pub fn row<'a>(&mut self, cell: impl Fn(&str) -> Option<&'a str>) {
        self.rows += 1;
        let locator = format!("{}{}", self.section, self.rows);
        let _ = self.writer.write_record(self.header.iter().map(|column| match (cell(column), &column[..]) {
            (Some(cell), _) => cell,
            (None, "source") => SOURCE,
            (None, "locator") => &locator,
            (None, _) => "",
        }));
    }

    /// The file's content.
    pub fn finish(self) -> Vec<u8> {
        self.writer.into_inner().unwrap_or_default()
    }
}
