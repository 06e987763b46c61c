//! The Cooperation Atlas without a page: facts, questions and answers, and what is said and drawn of them.
//!
//! It knows no browser, no Yew, no clock and no files: the day and "today" are passed in. That is held by what this crate
//! depends on, and, for what the standard library has, by `clippy.toml`.
//!
//! In the order in which one thing follows from another, each knowing only what stands before it:
//!
//! | modules | what they own |
//! |---|---|
//! | [`order`], [`grouped`] | sorting, in one place; which rows belong to what |
//! | [`letters`], [`words`] | letters that could harm a page; texts with the languages of their runs |
//! | [`time`] | dates with their precision, terms, and what was known of them on a day |
//! | [`limits`], [`model`], [`packed`] | how large a dataset may be; its records with typed ids; the same as bytes |
//! | [`locale`] | every word of the interface, one file per language |
//! | [`query`], [`compare`], [`linking`] | filters, index, counts; what changed between two days; what lights up with what |
//! | [`window`], [`advances`], [`embed`] | the days that the timeline shows; how wide letters are; what an editor chooses |
//! | [`taking`] | what readers take away, and in which forms |
//! | [`state`] | the state of one widget (query, interface, surroundings) and the actions that change it |
//! | [`edition`], [`shown`] | the dataset in one language; all that is derived from the state |
//! | [`finding`], [`terms`], [`summary`], [`caption`], [`chips`] | sentences: what the filters show, which terms are running, what was done between two days, what a step through time brings, what is set |
//! | [`choices`] | the choices of a filter: what each would leave, which are listed and in which order |
//! | [`timeline`], [`matrix`], [`place`] | the views as values: shapes in their places, rows and columns; where in them details stand |
//! | [`details`], [`export`] | facts in words; texts for other programs |
//! | [`effect`] | what the page has to do besides drawing |

pub mod advances;
pub mod caption;
pub mod chips;
pub mod choices;
pub mod compare;
pub mod details;
pub mod edition;
pub mod effect;
pub mod embed;
pub mod export;
pub mod finding;
pub mod grouped;
pub mod letters;
pub mod limits;
pub mod linking;
pub mod locale;
pub mod matrix;
pub mod model;
pub mod order;
pub mod packed;
pub mod place;
pub mod query;
pub mod shown;
pub mod state;
pub mod summary;
pub mod taking;
pub mod terms;
pub mod time;
pub mod timeline;
pub mod window;
pub mod words;
