//! Where everything on the timeline stands, in whole pixels; mapping it to markup is the page's business.
//!
//! [`scale`] maps days to pixels, [`density`] draws the activities of a lane, [`lane`] all else in it, [`flag`] places the days,
//! [`silence`] is where the source says nothing, and [`layout`] puts all of it in its place. [`key`] names the signs, and
//! [`told`] is the same without the drawing: instruments with state and term, and their events.

pub mod density;
pub mod flag;
pub mod key;
pub mod lane;
pub mod layout;
pub mod scale;
pub mod silence;
pub mod told;
