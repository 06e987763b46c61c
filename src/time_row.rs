//! The row for time: the day with the steps around it, today, playing, and the day that is compared with.
//!
//! A day is a button with the day in words, which opens three fields: a browser's own field for dates writes them as the
//! browser's language does, whatever language the page is in.

use crate::controls::button;
use crate::el::{El, el, hidden, sign};
use crate::opener::Opener;
use crate::view::Props;
use atlas_core::caption::caption;
use atlas_core::locale::{Arg, Msg, msg};
use atlas_core::query::AsOf;
use atlas_core::state::{Action, Pace, Panel};
use atlas_core::time::{Day, Typed};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// The row.
pub fn time_row(props: &Props) -> El {
    let shown = &props.shown;
    let (locale, interface) = (shown.locale, &shown.state.interface);
    let step = |action, name, arrow, words| {
        sign(button(&props.act, action).attr("data-step", name), arrow, locale.text(words))
    };
    let steps = el("span")
        .class("steps")
        .el(step(Action::Earlier, "prev", "‹", msg::AS_KNOWN_EARLIER))
        .el(day(props, Panel::Day, msg::AS_KNOWN_LABEL, shown.state.day()))
        .el(step(Action::Later, "next", "›", msg::AS_KNOWN_LATER));
    let more = Opener::Panel(Panel::More).mark(shown, toggle(props, Panel::More)).class("more");
    let today = button(&props.act, Action::AsOf(AsOf::Today))
        .flag("aria-pressed", shown.state.query.as_of == AsOf::Today)
        .text(locale.text(msg::AS_KNOWN_TODAY));
    let play = button(&props.act, Action::Play(!interface.playing))
        .class("play")
        .flag("aria-pressed", interface.playing)
        .text(locale.text(if interface.playing { msg::AS_KNOWN_PAUSE } else { msg::AS_KNOWN_PLAY }));
    // What a narrow screen shows on request. While the day compared with is typed, its fields are in it.
    let open = matches!(interface.panel, Some(Panel::More | Panel::Compare)).then_some("open");
    let rest = el("span").classes(&[Some("rest"), open]).el(today).el(play).child(compare(props));
    let rest =
        if interface.panel == Some(Panel::More) { Opener::Panel(Panel::More).mark_opened(shown, rest) } else { rest };
    el("div")
        .class("controls")
        .el(steps)
        .el(sign(more, "⋯", locale.text(msg::MORE)))
        .el(rest)
        .opt(interface.playing.then(|| playing(props)))
}

/// A button that opens a panel, or closes it.
pub fn toggle(props: &Props, panel: Panel) -> El {
    let open = props.shown.state.interface.panel == Some(panel);
    button(&props.act, Action::Panel((!open).then_some(panel))).flag("aria-expanded", open)
}

/// A day in words, which opens the fields in which another is typed.
fn day(props: &Props, panel: Panel, label: Msg, day: Day) -> El {
    let shown = &props.shown;
    let locale = shown.locale;
    let opener = Opener::Panel(panel)
        .mark(shown, toggle(props, panel))
        .class("day")
        .el(hidden(locale.text(label).and(": ")))
        .el(el("time").set("datetime", day.to_string().into()).text(locale.day(day)));
    let open = shown.state.interface.panel == Some(panel);
    el("span").class("pop").el(opener).opt(open.then(|| fields(props, panel, label, day)))
}

/// The fields for a day. What is typed stays in them until it is a day.
fn fields(props: &Props, panel: Panel, label: Msg, day: Day) -> El {
    let shown = &props.shown;
    let locale = shown.locale;
    let mistyped = shown.state.interface.mistyped.as_ref();
    let typed = mistyped.cloned().unwrap_or_else(|| day.into());
    let labelled = |label: Msg, field: El| {
        let field = field.class("field").maybe("aria-invalid", mistyped.map(|_| "true".into()));
        el("label").el(el("span").text(locale.text(label))).el(field)
    };
    let number = |value: &str, digits: &'static str| {
        el("input")
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .attr("maxlength", digits)
            .attr("size", digits)
            .set("value", value.to_owned().into())
    };
    let month = |month: u32| {
        let chosen = (month == typed.month).then(AttrValue::default);
        el("option").num("value", month as i32).maybe("selected", chosen).text(locale.month_name(month)).html()
    };
    // No form: a sandboxed frame may not send any.
    let (act, other) = (props.act.clone(), props.act.clone());
    let entered = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && event.target_dyn_into::<HtmlInputElement>().is_some() {
            apply(&act, panel, &event);
        }
    });
    let shows = Callback::from(move |event: MouseEvent| apply(&other, panel, &event));
    let mistake = mistyped.map(|typed| {
        el("p").class("mistake").text(locale.format(msg::DAY_IMPOSSIBLE, &[Arg::Words("date", &locale.typed(typed))]))
    });
    Opener::Panel(panel)
        .mark_opened(shown, el("div").class("date"))
        .attr("role", "group")
        .attr("aria-label", locale.plain(label))
        .on_key(entered)
        .el(labelled(msg::DAY, number(&typed.day, "2")))
        .el(labelled(msg::MONTH, el("select").list((1..=12).map(month).collect())))
        .el(labelled(msg::YEAR, number(&typed.year, "4")))
        .el(el("button").attr("type", "button").on_click(shows).text(locale.text(msg::DAY_SHOW)))
        .opt(mistake)
}

/// Sends what was typed.
fn apply(act: &Callback<Action>, panel: Panel, event: &Event) {
    if let Some(typed) = typed_in(event) {
        act.emit(Action::Date(panel, typed));
    }
}

/// What stands in the three fields around or beside the target of an event.
fn typed_in(event: &Event) -> Option<Typed> {
    let fields = event.target_dyn_into::<Element>()?.closest(".date").ok()??;
    // A list has its value by the same name as a field.
    let value = |field: &str| Some(fields.query_selector(field).ok()??.unchecked_into::<HtmlInputElement>().value());
    let (day, month, year) = (value("label .field")?, value("select")?, value("label + label + label .field")?);
    Some(Typed { day, month: month.parse().ok()?, year })
}

/// The second day: a button that asks for it, or the day and the way out.
fn compare(props: &Props) -> Html {
    let shown = &props.shown;
    let words = |name| shown.locale.text(name);
    let Some(second) = shown.state.query.compare else {
        let state = &shown.state;
        let first = state.interface.came_from.or_else(|| state.earlier(&shown.catalogue)).unwrap_or(state.day());
        return button(&props.act, Action::Compare(Some(first))).text(words(msg::COMPARE_WITH)).html();
    };
    let stop = button(&props.act, Action::Compare(None))
        .class("stop")
        .attr("title", shown.locale.plain(msg::COMPARE_STOP))
        .el(el("span").class("cross").attr("aria-hidden", "true"))
        .el(hidden(words(msg::COMPARE_STOP)));
    el("span")
        .class("compare")
        .el(el("span").attr("aria-hidden", "true").text(words(msg::COMPARE_WITH)))
        .el(day(props, Panel::Compare, msg::COMPARE_LABEL, second))
        .el(stop)
        .html()
}

/// While history is played: which of its steps this is, and how fast it goes.
fn playing(props: &Props) -> El {
    let (locale, now) = (props.shown.locale, props.shown.state.interface.pace);
    let pace = |pace: Pace| {
        let name = [msg::PACE_SLOW, msg::PACE_QUICK, msg::PACE_BY_HAND][pace as usize];
        button(&props.act, Action::Pace(pace)).flag("aria-pressed", pace == now).text(locale.text(name)).html()
    };
    let paces = el("div")
        .class("joined")
        .attr("role", "group")
        .attr("aria-label", locale.plain(msg::PACE))
        .list(Pace::ALL.into_iter().map(pace).collect());
    let caption = caption(&props.shown).unwrap_or_default();
    el("div").class("playing").el(el("p").class("caption").text(caption)).el(paces)
}
