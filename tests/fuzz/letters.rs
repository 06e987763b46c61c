//! Texts that no format likes.

use proptest::prelude::*;

/// What means something to one of the formats that texts go through, or to who reads them.
const MEANT: &[&str] = &[
    "</script>",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "</title>",
    "</style>",
    "</cooperation-atlas>",
    "<img src=x onerror=alert(1)>",
    "\" onload=\"alert(1)",
    "' onload='",
    "&amp;",
    "&lt;",
    "&#60;",
    "&quot",
    "javascript:alert(1)",
    "%title%",
    "%code%",
    "%atlas%",
    "%41",
    "\r\nATTACH:x",
    "\nEND:VEVENT",
    "\\n",
    "\\;",
    "\r\n ",
    "=HYPERLINK(\"x\")",
    "@SUM(1)",
    "+1",
    "-2",
    "\t",
    "\"\"",
    ",",
    ";",
    " | ",
    "\u{a0}",
    "\u{ad}",
    "\u{85}",
    "\u{0}",
    "\u{1b}",
    "\u{7f}",
    "\u{2028}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{fffe}",
    "\u{fdd0}",
    "\u{fffd}",
    "\u{e000}",
    "\u{10ffff}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "שלום",
    "«Agreement»",
    "“План”",
    "😀",
    "👨\u{200d}👩\u{200d}👧",
    "Ж",
    "ё",
    "İ",
    "ß",
];

/// A few letters: such as mean something, and any.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(MEANT).prop_map(str::to_owned),
        2 => "[a-zа-я ]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    let some = prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat());
    prop_oneof![
        15 => some,
        1 => (any::<char>(), 1usize..300).prop_map(|(letter, times)| letter.to_string().repeat(times)),
    ]
}

/// Several of them.
pub fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 1..12)
}
