//! What the page has to do besides drawing: values that the host carries to the script.
//!
//! Owns [`Effect`] and the decision which effects an action has. Each effect has one name, which is that of its handler in
//! `host/effects.js`, and texts as arguments, which mean one thing each.

use crate::export::{result_of, snippet};
use crate::query::Catalogue;
use crate::shown::Shown;
use crate::state::{Action, Panel};
use crate::taking::Take;
use std::rc::Rc;

/// Declares the effects, with the name and the arguments of each handler.
macro_rules! effects {
    ($($(#[$doc:meta])* $effect:ident $({ $($argument:ident),* })? = $name:literal;)*) => {
        /// Something that the page has to do.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Effect {
            $($(#[$doc])* $effect $({ $(#[allow(missing_docs)] $argument: String),* })?,)*
        }

        impl Effect {
            /// The names of all handlers, with those of their arguments.
            pub const HANDLERS: &[(&str, &[&str])] = &[$(($name, &[$($(stringify!($argument)),*)?])),*];

            /// The name of the effect's handler.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Effect::$effect { .. } => $name,)*
                }
            }

            /// The arguments, in their order.
            pub fn arguments(&self) -> Vec<&str> {
                match self {
                    $(Effect::$effect $({ $($argument),* })? => vec![$($($argument),*)?],)*
                }
            }
        }
    };
}

effects! {
    /// The first picture stands. Said by the host, not by an action.
    Drawn = "drawn";
    /// A change is about to be drawn, and what has the focus may go with it. Said by the host, before each change.
    KeepFocus = "keepFocus";
    /// A change is drawn: if what had the focus went with it, the focus goes on. Said by the host, after each change.
    LeadFocus = "leadFocus";
    /// Something else is shown: those who hear the page are told of it.
    Announce = "announce";
    /// The address gets an entry of its own.
    PushAddress { query } = "pushAddress";
    /// The address changes in its entry.
    ReplaceAddress { query } = "replaceAddress";
    /// The page is told what a reader has changed.
    TellPage { query, result } = "tellPage";
    /// The focus goes to the title of the details.
    FocusDetails = "focusDetails";
    /// The focus goes to the first of the fields for a day.
    FocusDay = "focusDay";
    /// The dialog that is drawn is shown over the page.
    ShowDialog = "showDialog";
    /// Where the script came from has to be found out.
    FindOrigin = "findOrigin";
    /// Whether the address of the page says what is shown has to be found out.
    FindAddress = "findAddress";
    /// A text goes to the clipboard.
    Copy { text } = "copy";
    /// The address of this query goes to the clipboard.
    CopyLink { query } = "copyLink";
    /// What is shown goes to the clipboard, in this form.
    CopyFile { format } = "copyFile";
    /// What is shown is saved, in this form.
    SaveFile { format } = "saveFile";
    /// A copy of the page is saved.
    Save = "save";
}

/// What is shown after an action, and what the page has to do.
pub fn act(shown: &Shown, action: Action) -> (Shown, Vec<Effect>) {
    let next = shown.after(action.clone());
    let effects = Effect::of(&action, shown, &next);
    (next, effects)
}

/// What is shown of another dataset, and what the page has to do.
pub fn load(shown: &Shown, catalogue: Rc<Catalogue>) -> (Shown, Vec<Effect>) {
    (shown.with_dataset(catalogue), vec![Effect::Announce])
}

impl Effect {
    /// Whether it is about what is drawn, and waits until that stands in the page. All else is of the moment of the action.
    pub fn is_of_the_drawing(&self) -> bool {
        matches!(self, Effect::ShowDialog | Effect::FocusDetails | Effect::FocusDay)
    }

    /// The effects of an action, in their order, by what was shown before it and what is after it.
    fn of(action: &Action, before: &Shown, after: &Shown) -> Vec<Effect> {
        let (was, is) = (&before.state, &after.state);
        let mut effects = Vec::new();
        if !Rc::ptr_eq(&before.selection, &after.selection) || before.since != after.since {
            effects.push(Effect::Announce);
        }
        if !action.is_of_the_page() && (is.query != was.query || is.day() != was.day()) {
            let query = after.query();
            effects.push(match action.is_continuous() {
                true => Effect::ReplaceAddress { query: query.clone() },
                false => Effect::PushAddress { query: query.clone() },
            });
            effects.push(Effect::TellPage { query, result: result_of(after) });
        }
        match action {
            Action::Date(..) if is.interface.mistyped.is_some() => effects.push(Effect::Announce),
            // How many were found.
            Action::Choosing(..) => effects.push(Effect::Announce),
            Action::Panel(Some(Panel::Day | Panel::Compare)) => effects.push(Effect::FocusDay),
            Action::Select(Some(_)) | Action::Open(..) => effects.push(Effect::FocusDetails),
            Action::Help(true) if !was.interface.help => effects.push(Effect::ShowDialog),
            Action::Embed(Some(_)) if was.interface.embed.is_none() => {
                effects.extend([Effect::ShowDialog, Effect::FindOrigin]);
            }
            Action::Taking(Some(_)) if was.interface.taking.is_none() => {
                effects.extend([Effect::ShowDialog, Effect::FindAddress]);
            }
            Action::Take(take) => effects.push(match take {
                Take::Save(format) => Effect::SaveFile { format: format.name() },
                Take::Copy(format) => Effect::CopyFile { format: format.name() },
                Take::Link => Effect::CopyLink { query: after.query() },
                Take::Snippet => {
                    let embed = is.interface.embed.unwrap_or_else(|| after.embed());
                    Effect::Copy { text: snippet(after, &embed, &is.surroundings.origin) }
                }
            }),
            Action::Save => effects.push(Effect::Save),
            _ => {}
        }
        effects
    }
}
