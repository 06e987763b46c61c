//! Where everything on the timeline stands, in whole pixels; mapping it to markup is the page's business.
//!
//! [`scale`] maps days to pixels, [`density`] draws the activities of a lane, and [`layout`] puts lanes, segments and marks
//! in their places.

pub mod density;
pub mod layout;
pub mod scale;
