//! In posts of a real WordPress.
