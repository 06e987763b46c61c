//! Reads, checks and packs what is compiled in.

#[cfg(feature = "app")]
#[path = "locale/compile.rs"]
mod locale_compile;

fn main() {
    #[cfg(feature = "app")]
    locale_compile::write(std::path::Path::new(&std::env::var_os("OUT_DIR").unwrap_or_default()));
}
