//! Where everything on the timeline stands, in whole pixels; markup and paint are the business of the page and of pictures.
//!
//! [`scale`] maps days to pixels, [`density`] draws the activities of a lane, [`lane`] all else in it, [`adoptions`] draws the years of so many that none
//! has a lane, [`flag`] places the days,
//! [`silence`] is where the source says nothing, and [`layout`] puts all of it in its place. [`figures`] is the list of what is
//! drawn there, [`key`] names the signs, and [`told`] is the same without the drawing: instruments with state and term, and
//! their events.

pub mod adoptions;
pub mod density;
pub mod figures;
pub mod flag;
pub mod key;
pub mod lane;
pub mod layout;
pub mod scale;
pub mod silence;
pub mod told;
