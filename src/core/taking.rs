//! What a reader takes away: a file, a text, a link; the forms of files by their names; and what became of it.

/// What is chosen in the dialog "Take away".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taking {
    /// Whether texts go to the clipboard instead of into files.
    pub copies: bool,
    /// Whether pictures are light on dark.
    pub dark: bool,
}

/// Something to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// What is shown, as a file.
    Save(Format),
    /// The same text, to the clipboard.
    Copy(Format),
    /// The address of what is shown.
    Link,
    /// What an editor pastes into a page.
    Snippet,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Not known yet.
    Asked,
    /// It is with the reader.
    Done,
    /// The browser does not let anything into the clipboard: this is the text, to be copied by hand.
    Refused(String),
}

/// A form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table, as CSV.
    Table(Rows),
    /// The result with the records that it names, as JSON.
    Records,
    /// The days, as iCalendar.
    Calendar,
    /// References to what is selected, or to the view.
    Reference(Style),
}

impl Format {
    /// All of them, in the order in which readers see them.
    pub const ALL: [Format; 10] = [
        Format::Table(Rows::Cells),
        Format::Table(Rows::Instruments),
        Format::Table(Rows::Events),
        Format::Table(Rows::Activities),
        Format::Records,
        Format::Calendar,
        Format::Reference(Style::Plain),
        Format::Reference(Style::Bibtex),
        Format::Reference(Style::Ris),
        Format::Reference(Style::Csl),
    ];

    /// The form of this name, or of the contract's short name.
    pub fn parse(name: &str) -> Option<Format> {
        Some(match name {
            "csv" => Format::Table(Rows::Cells),
            "bibtex" => Format::Reference(Style::Bibtex),
            "csl" => Format::Reference(Style::Csl),
            _ => return Format::ALL.into_iter().find(|format| format.name() == name),
        })
    }

    /// Its name: how a file of the form is called, or what such a name ends with.
    pub fn name(self) -> &'static str {
        match self {
            Format::Table(rows) => ["cells.csv", "instruments.csv", "events.csv", "activities.csv"][rows as usize],
            Format::Records => "json",
            Format::Calendar => "ics",
            Format::Reference(style) => ["txt", "bib", "ris", "csl.json"][style as usize],
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Table(_) => "text/csv;charset=utf-8",
            Format::Records | Format::Reference(Style::Csl) => "application/json",
            Format::Calendar => "text/calendar;charset=utf-8",
            // That of BibTeX and RIS is registered nowhere, and programs go by the name of the file.
            Format::Reference(_) => "text/plain;charset=utf-8",
        }
    }
}

/// The tables that can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// The cells of the matrix that are known on the day.
    Cells,
    /// The instruments that the filters leave, as known on the day.
    Instruments,
    /// The events that concern them and are not after the day.
    Events,
    /// The activities that the filters leave.
    Activities,
}

/// A form of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Words for a footnote.
    Plain,
    /// BibTeX, as `@misc`, which every style knows.
    Bibtex,
    /// RIS, for Zotero, EndNote, Mendeley.
    Ris,
    /// CSL-JSON, for Zotero and pandoc.
    Csl,
}
