//! Civil time: days, EDTF dates with their real precision, and what was known on a day.
//!
//! Owns every rule about dates. It knows no clock and no browser: "today" and the day `D` of "as known on D" are
//! passed in. Nothing here ever pads a date: a year stays a year, and what its precision cannot answer is answered
//! `Undetermined`.
//!
//! - [`Day`]: one civil day, without time zone.
//! - [`PartialDate`], [`Interval`], [`Edtf`]: ISO 8601-2 (EDTF) values of levels 0 and 1, as far as the tables use them.
//! - [`Order`], [`Relation`]: comparison that may answer "undetermined".
//! - [`Typed`]: a day as a reader types it.
//! - [`known`]: the two times: terms, and states as known on a day.
//!
//! ```
//! use atlas_core::time::{Day, EdtfError, Interval, Order, PartialDate};
//!
//! // A month is a month, and not its first day; what lies before what may be unknowable.
//! let endorsed = PartialDate::parse("2019-09")?;
//! assert_eq!(endorsed.to_string(), "2019-09");
//! assert_eq!(endorsed.order(&PartialDate::parse("2019-09-10")?), Order::Undetermined);
//! assert_eq!(endorsed.order(&PartialDate::parse("2020")?), Order::Before);
//!
//! // An end that is a year includes it.
//! let term = Interval::parse("2019/2020")?;
//! assert_eq!(term.reach().1, Day::from_ymd(2020, 12, 31).unwrap());
//!
//! assert_eq!(PartialDate::parse("2019-02-29"), Err(EdtfError::NoSuchDay));
//! assert_eq!(PartialDate::parse("spring 2019"), Err(EdtfError::Form));
//! assert_eq!(Interval::parse("2020/2019"), Err(EdtfError::EndBeforeStart));
//! # Ok::<(), EdtfError>(())
//! ```

mod day;
mod edtf;
pub mod known;
mod typed;

pub use day::Day;
pub use edtf::{Bound, Edtf, EdtfError, Interval, Order, PartialDate, Precision, Qualifier, Relation};
pub use typed::Typed;
