//! What a reader takes away: a file, a text, a link; and what became of it.

use crate::export::Format;

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
