//! The Cooperation Atlas: a cooperation framework as a sector matrix and a timeline, as known on any date.

#![cfg(feature = "app")]

pub mod app;
pub mod details;
pub mod export;
pub mod filters;
pub mod known_bar;
pub mod linking;
pub mod locale;
pub mod matrix;
pub mod model;
pub mod query;
pub mod state;
pub mod time;
pub mod timeline;
pub mod view;
