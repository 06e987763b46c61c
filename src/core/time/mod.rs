//! Civil time: days, EDTF dates with their real precision, and what was known on a day.
//!
//! Owns every rule about dates. It knows no clock and no browser: "today" and the day `D` of "as known on D" are
//! passed in. Nothing here ever pads a date: a year stays a year, and what its precision cannot answer is answered
//! `Undetermined`.
//!
//! - [`Day`]: one civil day, without time zone.
//! - [`PartialDate`], [`Interval`], [`Edtf`]: ISO 8601-2 (EDTF) values of levels 0 and 1, as far as the tables use them.
//! - [`Order`], [`Relation`]: comparison that may answer "undetermined".
//! - [`known`]: the two times: terms, and states as known on a day.

mod day;
mod edtf;
pub mod known;

pub use day::Day;
pub use edtf::{Bound, Edtf, EdtfError, Interval, Order, PartialDate, Precision, Qualifier, Relation};
