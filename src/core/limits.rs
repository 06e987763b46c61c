//! How large a dataset may be: what a page and its memory bear.
//!
//! The tables (`dataset::schema`) and a packed set, which another program may have made, have the same limits. The
//! largest frameworks that we know have 730 instruments and 295 sectors with 11,000 cells; the limits leave room beyond
//! them, and a test fills every table up to its limit at once. A WebAssembly module has 4 GB for all of it, a phone gives
//! a page a few hundred megabytes.

/// Languages: each text is held once for each of them. The European Union has 24.
pub const LANGUAGES: usize = 32;
/// Sources: each is a note of the page, and an instrument may have its own.
pub const SOURCES: usize = 10_000;
/// Sections of all sources together: a place in a source names one.
pub const SECTIONS: usize = 20_000;
/// Partnerships: each is a heading of the matrix and of the timeline, and may be a column of its own.
pub const PARTNERSHIPS: usize = 500;
/// Groups of sectors: no more than there are sectors.
pub const GROUPS: usize = SECTORS;
/// Sectors: rows of the matrix. With the most instruments they make 2.5 million places, of which few may be filled.
pub const SECTORS: usize = 500;
/// Instruments: columns of the matrix and lanes of the timeline. With the partnerships they stay below 65,536, up to
/// which the ids of columns count.
pub const INSTRUMENTS: usize = 5_000;
/// Proposals: as many as instruments.
pub const PROPOSALS: usize = INSTRUMENTS;
/// Stated cells of the matrix: each is about 400 bytes in memory, and a button where it is drawn.
pub const COVERAGE: usize = 100_000;
/// Cells that follow through "implements": as many as may be stated. A chain of 1,000 instruments in which the last
/// covers 500 sectors makes 500,000 of them out of 1,500 rows.
pub const INFERRED: usize = COVERAGE;
/// Events: each is a line of the list and, if it is dated, a mark on the timeline; two for each instrument.
pub const EVENTS: usize = 2 * INSTRUMENTS;
/// Instruments, or proposals, that all events together name.
pub const EVENT_LINKS: usize = 100_000;
/// Terms: the first and three extensions for each instrument.
pub const TERMS: usize = 4 * INSTRUMENTS;
/// Participants: five for each event.
pub const PARTICIPANTS: usize = 5 * EVENTS;
/// Relations: four for each instrument.
pub const RELATIONS: usize = 4 * INSTRUMENTS;
/// Activities: about 800 bytes each in memory, with the words that a search finds them by. For this many the times of
/// the page are measured.
pub const ACTIVITIES: usize = 100_000;
/// Sectors that all activities together name: five for each.
pub const ACTIVITY_LINKS: usize = 5 * ACTIVITIES;
