//! A table while it is written.

use super::vocabulary::Words;
use crate::schema;

/// The id of the one, made-up source.
pub(super) const SOURCE: &str = "synthetic";

/// A table of the sample, row by row, in the columns of its schema.
pub(super) struct Sheet {
    schema: &'static schema::Table,
    header: Vec<String>,
    writer: csv::Writer<Vec<u8>>,
    /// The letter of the section of the made-up source that its rows are "from".
    section: char,
    rows: usize,
}

impl Sheet {
    /// An empty table.
    pub fn new(schema: &'static schema::Table, languages: &[String], section: char) -> Sheet {
        let header: Vec<String> = schema.fields.iter().flat_map(|column| column.names(languages)).collect();
        let mut sheet = Sheet { schema, writer: csv::Writer::from_writer(Vec::new()), header, section, rows: 0 };
        // Writing to memory does not fail, here and below.
        let _ = sheet.writer.write_record(&sheet.header);
        sheet
    }

    /// Appends a row of plain cells and of texts; columns that are not named stay empty, evidence is filled in.
    pub fn row(&mut self, cells: &[(&str, &str)], texts: &[(&str, Words<'_>)]) {
        self.rows += 1;
        let locator = format!("{}{}", self.section, self.rows);
        for column in self.schema.fields {
            if column.kind.is_translated() {
                let (english, russian) =
                    texts.iter().find(|text| text.0 == column.name).map_or(("", ""), |text| text.1);
                let _ = self.writer.write_field(english);
                let _ = self.writer.write_field(russian);
                continue;
            }
            let cell = match (cells.iter().find(|cell| cell.0 == column.name), column.name) {
                (Some(cell), _) => cell.1,
                (None, "source") => SOURCE,
                (None, "locator") => &locator,
                (None, _) => "",
            };
            let _ = self.writer.write_field(cell);
        }
        let _ = self.writer.write_record(None::<&[u8]>);
    }

    /// The file's name and content.
    pub fn finish(self) -> (String, Vec<u8>) {
        (self.schema.file(), self.writer.into_inner().unwrap_or_default())
    }
}
