//! Where the files of each language lie: those of the first in `dist/` itself, of every other in a folder named after it.

use atlas_core::locale::Locale;

/// The standalone page.
pub const PAGE: &str = "index.html";

/// Where a file in a language lies.
pub fn path(locale: Locale, file: &str) -> String {
    if locale == Locale::ENGLISH { file.into() } else { format!("{}/{file}", locale.tag()) }
}

/// Its address from the folder of another language.
pub fn path_from(from: Locale, to: Locale, file: &str) -> String {
    format!("{}{}", up(from), path(to, file))
}

/// The way from the folder of a language to `dist/`.
pub fn up(from: Locale) -> &'static str {
    if from == Locale::ENGLISH { "" } else { "../" }
}

/// The address of a language's page: that of its folder, as readers type it.
pub fn absolute(base: &str, locale: Locale) -> String {
    format!("{base}{}", path(locale, PAGE).trim_end_matches(PAGE))
}
