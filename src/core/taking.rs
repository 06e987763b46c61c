//! What a reader takes away: a file, a text, a link; the forms of files by their names; and what became of it.

use crate::query::View;

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
    /// A view, as a picture.
    Picture(Picture, Kind),
}

impl Format {
    /// All that are texts, in the order in which readers see them.
    pub const TEXTS: [Format; 10] = [
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

    /// The form of this name, or of the contract's short name. `svg` and `png` alone are of the view, or of the timeline where
    /// both are shown.
    pub fn parse(name: &str, view: View) -> Option<Format> {
        let of = VIEWS[usize::from(view == View::Matrix)];
        let picture = [of, ".", name].concat();
        let name = match name {
            "csv" => "cells.csv",
            "bibtex" => "bib",
            "csl" => "csl.json",
            "svg" | "png" => &picture,
            _ => name,
        };
        (0..46).map(Format::numbered).find(|format| format.name() == name)
    }

    /// Each of the forms, the texts first.
    #[inline(never)]
    fn numbered(number: usize) -> Format {
        if let Some(text) = Format::TEXTS.get(number) {
            return *text;
        }
        let number = number - 10;
        let of = [Of::Timeline, Of::Matrix][number % 2];
        let size = [Size::Own, Size::Card, Size::Slide][number / 4 % 3];
        let kind = [Kind::Svg, Kind::Png, Kind::Fine][number / 12];
        Format::Picture(Picture { of, dark: number / 2 % 2 == 1, size }, kind)
    }

    /// Its name: how a file of the form is called, or what such a name ends with.
    pub fn name(self) -> String {
        let text = match self {
            Format::Table(rows) => rows as usize,
            Format::Records => 4,
            Format::Calendar => 5,
            Format::Reference(style) => 6 + style as usize,
            Format::Picture(Picture { of, dark, size }, kind) => {
                let parts =
                    [VIEWS[of as usize], GROUNDS[usize::from(dark)], FRAMES[size as usize], KINDS[kind as usize]];
                return parts.concat();
            }
        };
        TEXTS[text].to_owned()
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Table(_) => "text/csv;charset=utf-8",
            Format::Records | Format::Reference(Style::Csl) => "application/json",
            Format::Calendar => "text/calendar;charset=utf-8",
            // That of BibTeX and RIS is registered nowhere, and programs go by the name of the file.
            Format::Reference(_) => "text/plain;charset=utf-8",
            Format::Picture(_, Kind::Svg) => "image/svg+xml",
            Format::Picture(..) => "image/png",
        }
    }
}

/// The names of texts, in the order of [`Format::TEXTS`].
const TEXTS: [&str; 10] =
    ["cells.csv", "instruments.csv", "events.csv", "activities.csv", "json", "ics", "txt", "bib", "ris", "csl.json"];

/// What the names of pictures are made of, in the order of [`Of`], of dark and light, of [`Size`] and of [`Kind`].
const VIEWS: [&str; 2] = ["timeline", "matrix"];
const GROUNDS: [&str; 2] = ["", "-dark"];
const FRAMES: [&str; 3] = ["", "-1200x630", "-1920x1080"];
const KINDS: [&str; 3] = [".svg", ".png", "@2x.png"];

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

/// A picture of what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Of which view.
    pub of: Of,
    /// Whether it is for a dark ground.
    pub dark: bool,
    /// How large it is.
    pub size: Size,
}

/// What can be pictured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The timeline.
    Timeline,
    /// The matrix.
    Matrix,
}

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As SVG.
    Svg,
    /// As PNG, a pixel for each of its own.
    Png,
    /// As PNG for fine screens, four pixels for each of its own.
    Fine,
}

impl Kind {
    /// How many pixels in each direction it has for one of the picture's own; 0 where it has none.
    pub fn scale(self) -> u32 {
        self as u32
    }
}

/// How large a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// As large as it has to be.
    Own,
    /// As links to a page are shown by others.
    Card,
    /// As a slide.
    Slide,
}

impl Size {
    /// The width and the height that it has to have, in pixels.
    pub fn frame(self) -> Option<(i32, i32)> {
        match self {
            Size::Own => None,
            Size::Card => Some((1200, 630)),
            Size::Slide => Some((1920, 1080)),
        }
    }
}
