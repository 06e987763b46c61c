//! The only part that touches a browser: it mounts the widget into the element's shadow root and answers the element.
//!
//! `element.js` owns what host pages see; `mount` is what it calls.

mod mount;
mod ruler;

pub use mount::Atlas;
