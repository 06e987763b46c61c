//! Reads, checks and packs what is compiled in.
fn main() {}
