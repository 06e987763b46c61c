//! The Cooperation Atlas: a cooperation framework as a sector matrix and a timeline, as known on any date.

#[cfg(feature = "app")]
pub mod builtin;
#[cfg(all(feature = "app", not(target_arch = "wasm32")))]
pub mod dataset;
#[cfg(feature = "app")]
pub mod model;
#[cfg(feature = "app")]
pub mod packed;
#[cfg(feature = "app")]
pub mod time;
