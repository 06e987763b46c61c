//! The marks by which the build packs a message into one string.
//!
//! A packed message is a format of the build and no text yet: the marks are control characters, which the build refuses in
//! what translators write, and values are put in after the marks were read.

/// Begins a placeable; its name follows.
pub const VALUE: char = '\u{1}';
/// Ends a placeable.
pub const VALUE_END: char = '\u{2}';
/// Begins a plural selector; the name of its number follows, then each form after a [`FORM`].
pub const PLURAL: char = '\u{3}';
/// Begins a form.
pub const FORM: char = '\u{4}';
/// Ends a plural selector.
pub const PLURAL_END: char = '\u{5}';

/// The marks with the names that the run time has for them.
pub const MARKS: [(&str, char); 5] =
    [("VALUE", VALUE), ("VALUE_END", VALUE_END), ("PLURAL", PLURAL), ("FORM", FORM), ("PLURAL_END", PLURAL_END)];
