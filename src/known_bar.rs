//! "As known on": what `sentence` and `acts` say of the day, beside the row that moves it.

use crate::acts::acts;
use crate::el::{El, el};
use crate::sentence::sentence;
use crate::time_row::time_row;
use crate::view::Props;
use atlas_core::locale::msg;
use atlas_core::shown::Shown;
use yew::prelude::*;

/// The bar over both views.
pub fn known_bar(props: &Props) -> Html {
    let shown = &props.shown;
    let words = el("div").class("known-words").el(sentence(shown));
    let controls = if shown.state.is_still() { standing(shown) } else { time_row(props) };
    el("div").class("known").attr("part", "known").el(words).el(controls).opt(acts(shown)).html()
}

/// Instead of the controls: when the data were checked; and, once the code should have come, that it has not.
fn standing(shown: &Shown) -> El {
    let note = el("p").class("waiting").text(shown.locale.text(msg::STILL_NOTE));
    el("div").class("standing").el(el("p").text(shown.data_date())).el(note)
}
