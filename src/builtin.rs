//! The dataset that is compiled in, as the build packed it from `src/data`.

/// The packed dataset; [`packed::read`](atlas_core::packed::read) unpacks it.
pub static BUILTIN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.atlas"));
