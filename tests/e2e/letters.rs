//! Letters that no text should have, or few texts have: in the address, in the search, in a dataset of another program.

use crate::driver::{IN_ATLAS, Result};
use crate::page::Page;
use atlas::builtin::BUILTIN;
use atlas::model::Text;
use atlas::packed;
use serde_json::json;

/// One text of each class that `letters.rs` of the library tells apart, from all planes; and what of it is left.
fn classes() -> Vec<(String, String)> {
    let same = |text: &str| (text.to_owned(), text.to_owned());
    let left = |text: &str, left: &str| (text.to_owned(), left.to_owned());
    let mut all = vec![
        same("\u{e000}\u{e001}\u{e002}\u{e123}\u{f8ff}"),
        same("\u{f0000}\u{10fffd}"),
        same("<script>alert(1)</script>&amp;\"'%%25"),
        same("שלום, 2019) سلام"),
        same("\u{301}\u{20dd}"),
        same("👩\u{200d}🌾\u{fe0f}\u{e0100}"),
        same("\u{fffd}"),
        left("a\u{0}\u{1b}\u{7f}\u{85}\u{feff}b", "ab"),
        left("a\u{202e}\u{2066}\u{200f}b", "ab"),
        left("a\u{fdd0}\u{ffff}\u{10ffff}b", "ab"),
        left("z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "z\u{301}\u{302}\u{303}\u{304}"),
        (("W".repeat(10_000)), "W".repeat(200)),
    ];
    all.extend(
        (0..=16u32).filter_map(|plane| char::from_u32(plane << 16 | 0x2345)).map(|letter| same(&letter.to_string())),
    );
    all
}

/// Nothing sticks out of the page, and the atlas is there.
async fn holds(page: &Page, what: &str) -> Result<()> {
    let wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(page.text(wide).await?, "0", "{what:?} makes the page scroll sideways");
    assert_eq!(page.count(".colophon").await?, 1, "{what:?}");
    Ok(())
}

/// Puts words into the search as a reader pastes them.
async fn paste(page: &Page, words: &str) -> Result<()> {
    let script = format!(
        "{IN_ATLAS} const field = $('input[type=search]');
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));
        await settled();"
    );
    page.browser.js_async(&script, vec![json!(words)]).await.map(drop)
}

#[tokio::test]
async fn a_letter_of_private_use_in_the_address_is_searched_for_and_named() -> Result<()> {
    let page = Page::open("q=%EE%84%A3").await?;
    assert_eq!(page.query().await?, "q=%EE%84%A3");
    assert!(page.seen(".reason").await?.contains('\u{e123}'));
    assert_eq!(page.text("$('.reason bdi').textContent").await?, "\u{e123}");
    page.ask("q=%EE%80%80%EE%80%81%EE%80%82").await?;
    assert!(page.seen(".reason").await?.contains("\u{e000}\u{e001}\u{e002}"));
    page.end().await
}

#[tokio::test]
async fn an_unknown_name_of_private_use_in_the_address_is_told() -> Result<()> {
    let page = Page::open("x=%EE%84%A3").await?;
    assert!(page.seen(".notice").await?.contains("x=\u{e123}"));
    page.end().await
}

#[tokio::test]
async fn what_is_typed_is_searched_for_and_what_is_dropped_is_told() -> Result<()> {
    let page = Page::open("").await?;
    paste(&page, "\u{e123}").await?;
    page.until("atlas.query == 'q=%EE%84%A3'").await?;
    paste(&page, "ener\u{202e}gy").await?;
    page.until("atlas.query == 'q=energy'").await?;
    assert_eq!(page.text("$('input[type=search]').value").await?, "energy");
    assert!(page.seen(".notice").await?.contains("q=U+202E"));
    paste(&page, "energy").await?;
    page.until("!$('.notice')").await?;
    page.end().await
}

#[tokio::test]
async fn every_class_of_letters_is_shown_or_dropped_and_nothing_breaks() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    for width in [1440, 500] {
        page.resize_window(width, 900).await?;
        for (typed, left) in classes() {
            let value: String = typed.bytes().map(|byte| format!("%{byte:02X}")).collect();
            let result = page.ask(&format!("q={value}&{value}={value}&sector={value}")).await?;
            let rejected = result["rejected"].as_array().cloned().unwrap_or_default();
            assert!(rejected.contains(&json!(format!("sector={typed}"))), "{typed:?}: {rejected:?}");
            let dropped = rejected.iter().any(|part| part.as_str().is_some_and(|part| part.starts_with("q=")));
            assert_eq!(dropped, left != typed, "{typed:?}: {rejected:?}");
            assert_eq!(page.text("$('input[type=search]').value").await?, left);
            holds(&page, &typed).await?;
            paste(&page, &typed).await?;
            assert_eq!(page.text("$('input[type=search]').value").await?, left);
            holds(&page, &typed).await?;
        }
        // Half a surrogate pair, as an escape and as a letter of a script.
        page.ask("q=%ED%A0%80&x=%ED%BF%BF").await?;
        page.get("void (atlas.query = 'q=\\ud800&\\udfff=1')").await?;
        holds(&page, "half a pair").await?;
    }
    assert_eq!(page.ask("sector=space").await?["counts"]["sectors"], 1);
    page.end().await
}

/// A dataset that was packed without `atlas check`.
#[tokio::test]
async fn a_dataset_of_such_letters_is_shown_in_bounds() -> Result<()> {
    let page = Page::new().await?;
    let texts: Vec<String> = classes().into_iter().map(|(text, _)| text).collect();
    let mut tables = packed::read(BUILTIN)?.tables().clone();
    let mut next = texts.iter().cycle();
    let mut spoil =
        |text: &mut Text| text.0.iter_mut().for_each(|text| next.by_ref().take(1).for_each(|odd| text.clone_from(odd)));
    tables
        .sectors
        .iter_mut()
        .for_each(|row| [&mut row.name, &mut row.aliases, &mut row.note].into_iter().for_each(&mut spoil));
    tables.instruments.iter_mut().for_each(|row| [&mut row.name, &mut row.short].into_iter().for_each(&mut spoil));
    tables.events.iter_mut().for_each(|row| [&mut row.name, &mut row.summary].into_iter().for_each(&mut spoil));
    tables.partnerships.iter_mut().for_each(|row| spoil(&mut row.name));
    page.server.page("/odd.atlas", packed::write(&tables));
    page.serve("/host.html", "<cooperation-atlas src=/odd.atlas loading=eager></cooperation-atlas>");
    page.goto("/host.html").await?;
    for width in [1440, 500] {
        page.resize_window(width, 900).await?;
        for query in ["", "lang=ru", "select=sector:energy", "select=instrument:mou-2018", "select=event:mou-signed"] {
            page.ask(query).await?;
            holds(&page, query).await?;
        }
    }
    page.ask("").await?;
    let seen = page.text("$('.matrix').textContent").await?;
    assert!(seen.contains("\u{e000}\u{e001}\u{e002}\u{e123}\u{f8ff}") && seen.contains("a���b"), "{seen}");
    assert!(!seen.contains(['\u{0}', '\u{202e}', '\u{2066}', '\u{ffff}']));
    page.end().await
}
