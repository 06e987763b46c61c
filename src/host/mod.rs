//! The only part that touches a browser: it mounts the widget into the element's shadow root and answers the element.
//!
//! `element.js` owns what host pages see; `mount` is what it calls.

mod effects;
mod mount;
mod ruler;

pub use effects::EffectHandlers;
pub use mount::Atlas;
