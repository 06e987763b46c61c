//! The Cooperation Atlas: a cooperation framework as a sector matrix and a timeline, as known on any date.

#[cfg(all(feature = "bundle", not(target_arch = "wasm32")))]
pub mod bundle;
#[cfg(feature = "app")]
pub mod model;
#[cfg(feature = "app")]
pub mod time;
