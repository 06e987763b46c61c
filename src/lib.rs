//! The Cooperation Atlas: a cooperation framework as a sector matrix and a timeline, as known on any date.

#[cfg(feature = "app")]
pub mod export;
#[cfg(feature = "app")]
pub mod linking;
#[cfg(feature = "app")]
pub mod locale;
#[cfg(feature = "app")]
pub mod matrix;
#[cfg(feature = "app")]
pub mod model;
#[cfg(feature = "app")]
pub mod query;
#[cfg(feature = "app")]
pub mod state;
#[cfg(feature = "app")]
pub mod time;
#[cfg(feature = "app")]
pub mod timeline;
