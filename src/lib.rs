//! The Cooperation Atlas: a cooperation framework as a sector matrix and a timeline, as known on any date.

#[cfg(feature = "app")]
pub mod locale;
#[cfg(feature = "app")]
pub mod model;
#[cfg(feature = "app")]
pub mod time;
