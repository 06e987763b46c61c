//! The entry point of the WebAssembly. What it exports stands in `atlas::host`; starting it does nothing else.

#[cfg(target_arch = "wasm32")]
pub use atlas::host::Atlas;

/// A third as large as the allocator of the standard library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}
