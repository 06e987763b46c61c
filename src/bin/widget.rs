//! The entry point of the WebAssembly. What it exports stands in `atlas::host`; starting it does nothing else.

#[cfg(target_arch = "wasm32")]
pub use atlas::host::Atlas;

fn main() {}
