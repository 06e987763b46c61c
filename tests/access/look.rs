//! The 31 checks by their numbers: what each is, and how it is made.

use crate::driver::{Kind, Result};
use crate::page::Page;
use crate::{axe, focus, keyboard, media, names, room, spoken, words};
use serde_json::{Value, json};

/// What must hold.
pub const CHECKS: [&str; 31] = [
    "no axe violation",
    "axe looks inside the shadow root",
    "roles table, columnheader, rowheader, cell",
    "no grid, application, positive tabindex",
    "a button's name starts with its text and says sector, instrument, coverage",
    "empty cells say so in words",
    "toggles say whether they are on",
    "headings start at heading-level and skip none",
    "list items = drawn marks = events in the data",
    "datetime holds the date with its real precision",
    "two widgets share no id and no state",
    "Tab order is reading order, and back, no trap",
    "out of the matrix by 2 keys, to any cell by rows + columns arrows",
    "the focus is never lost",
    "a focus ring of 2 px and 3:1, never hidden",
    "ten changes are announced once",
    "zero results: the reason and a way back",
    "text 4.5:1, marks 3:1",
    "not by colour alone, text 12 px, targets 24 px",
    "320 px and 200% text: nothing cut",
    "text spacing reaches inside",
    "forced colours: every border and state visible",
    "reduced motion: nothing moves, play steps",
    "print: all rows, no controls, sources",
    "every run of text has the right lang",
    "Russian plurals",
    "40% longer text: nothing overflows",
    "all of it with a wide, a middle and a narrow font",
    "the timeline alone tells everything",
    "all of it with 120 and 730 instruments",
    "right to left: time and columns run with the reading",
];

/// Those that one look at the page as it stands can tell, besides the first two and 18, for which axe is run.
pub const GLANCED: [u8; 10] = [4, 6, 7, 8, 9, 10, 16, 19, 25, 26];

/// Those that take more than a look and depend on the width of letters; besides, 1, 18, 19 and 27 do.
pub const FITTED: [u8; 3] = [15, 20, 21];

const SCRIPTS: &str = concat!(
    include_str!("scripts/common.js"),
    include_str!("scripts/structure.js"),
    include_str!("scripts/sight.js"),
    include_str!("scripts/words.js"),
    include_str!("scripts/room.js"),
    include_str!("scripts/keyboard.js"),
    include_str!("scripts/direction.js"),
);

/// Why an engine cannot make a check.
pub fn impossible(engine: Kind, number: u8) -> Option<&'static str> {
    match (engine, number) {
        (Kind::WebKit, 22) => Some("WebKitGTK has no forced colours"),
        (Kind::WebKit, 24) => Some("WebKitWebDriver emulates no media and prints no page"),
        _ => None,
    }
}

/// Runs a function of the scripts on the first widget's shadow root.
pub async fn run(page: &Page, name: &str, args: Vec<Value>) -> Result<Value> {
    let call = format!(
        "if (!self.checks) return null;
        return {{ value: await checks.{name}(document.querySelector('cooperation-atlas').shadowRoot, ...arguments) }};"
    );
    let mut answer = page.browser.js_async(&call, args.clone()).await?;
    if answer.is_null() {
        page.browser.js(SCRIPTS, vec![]).await?;
        answer = page.browser.js_async(&call, args).await?;
    }
    Ok(answer["value"].take())
}

/// What a function of the scripts found.
pub async fn found(page: &Page, name: &str, args: Vec<Value>) -> Result<Vec<String>> {
    Ok(serde_json::from_value(run(page, name, args).await?).map_err(|error| format!("{name}: {error}"))?)
}

/// The functions of the scripts that make a check, with what they are given.
fn functions(number: u8) -> Result<Vec<(&'static str, Vec<Value>)>> {
    let plain = |names: &[&'static str]| names.iter().map(|name| (*name, Vec::new())).collect();
    Ok(match number {
        4 => plain(&["forbidden"]),
        6 => plain(&["blank"]),
        7 => plain(&["toggles"]),
        8 => plain(&["headings"]),
        9 => plain(&["marks"]),
        10 => vec![("dates", vec![words::dates()?])],
        16 => plain(&["live"]),
        17 => plain(&["reason"]),
        19 => plain(&["small", "targets", "colour"]),
        25 => vec![("languages", vec![json!(words::LATIN_IN_RUSSIAN)])],
        26 => vec![("plurals", vec![json!(words::FORMS)])],
        _ => return Err(format!("check {number} takes more than a look").into()),
    })
}

/// What some checks find at one look.
pub async fn glance(page: &Page, numbers: &[u8]) -> Result<Vec<(u8, Vec<String>)>> {
    let mut calls = Vec::new();
    for number in numbers {
        calls.extend(functions(*number)?.into_iter().map(|(name, args)| json!([number, name, args])));
    }
    let told: Vec<(u8, Vec<String>)> = serde_json::from_value(run(page, "glance", vec![json!(calls)]).await?)?;
    let of =
        |number: &u8| told.iter().filter(|(other, _)| other == number).flat_map(|(_, lines)| lines.clone()).collect();
    Ok(numbers.iter().map(|number| (*number, of(number))).collect())
}

/// Makes a check on the page as it stands. Those that take more than a look leave it in another state.
pub async fn look(page: &Page, number: u8) -> Result<Vec<String>> {
    match number {
        1 => Ok(axe::run(page).await?.violations),
        2 => Ok(axe::run(page).await?.blind()),
        3 => names::roles(page).await,
        5 => names::names(page).await,
        11 => states_apart(page).await,
        12 => keyboard::order(page).await,
        13 => keyboard::matrix(page).await,
        14 => focus::kept(page).await,
        15 => focus::ring(page).await,
        18 => Ok([axe::run(page).await?.contrast, found(page, "drawn", vec![]).await?].concat()),
        20 => room::narrow_and_large(page).await,
        21 => room::spaced(page).await,
        22 => media::forced(page).await,
        23 => media::still(page).await,
        24 => media::paper(page).await,
        27 => room::longer(page).await,
        31 => room::mirrored(page).await,
        _ => Ok(glance(page, &[number]).await?.into_iter().flat_map(|(_, findings)| findings).collect()),
    }
}

/// Makes a check that takes more than a look: 16 by ten changes, 7 by using each toggle.
pub async fn look_closer(page: &Page, number: u8) -> Result<Vec<String>> {
    match number {
        7 => found(page, "toggled", vec![]).await,
        16 => spoken::once(page).await,
        17 => spoken::way_back(page).await,
        _ => look(page, number).await,
    }
}

/// 11: a second widget on the page changes, and the first does not.
async fn states_apart(page: &Page) -> Result<Vec<String>> {
    let twin = "const other = document.createElement('cooperation-atlas');
        other.setAttribute('loading', 'eager');
        if (atlas.id) other.id = 'other';
        atlas.after(other);
        while (!other.shadowRoot?.querySelector('.colophon')) await new Promise(requestAnimationFrame);
        const before = atlas.query;
        other.query = 'as-of=2011-11-11&partnership=asean-eaeu&select=event:mou-signed';
        await settled();
        return atlas.query == before && !$('.details') ? [] : ['the state of one is the state of the other'];";
    let script = format!("{} {twin}", crate::driver::IN_ATLAS);
    let shared: Vec<String> = serde_json::from_value(page.browser.js_async(&script, vec![]).await?)?;
    Ok([shared, found(page, "shared", vec![]).await?].concat())
}
