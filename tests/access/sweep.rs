//! Every check, in every state, in both languages and both themes; what depends on the width of letters, in three fonts.

use crate::axe;
use crate::driver::{Font, Kind, Result};
use crate::large;
use crate::look::{FITTED, GLANCED, found, glance, impossible, look, look_closer};
use crate::page::Page;
use crate::report::Report;
use crate::states::{STATES, State};

/// Checks that take more than a look, with the state that each is made in. The last of them spoils the page.
const CLOSER: [(u8, &str); 33] = [
    (3, "both views"),
    (3, "gaps and inferences"),
    (3, "details of a cell"),
    (5, "both views"),
    (5, "filtered, with a notice"),
    (7, "both views"),
    (12, "both views"),
    (12, "choices open"),
    (12, "day open"),
    (12, "details of an event"),
    (13, "both views"),
    (13, "matrix only"),
    (14, "both views"),
    (16, "both views"),
    (17, "empty"),
    (20, "both views"),
    (20, "choices open"),
    (20, "day open"),
    (20, "details of an instrument"),
    (20, "details of a cell"),
    (20, "empty"),
    (20, "compare on"),
    (21, "both views"),
    (21, "details of an event"),
    (22, "both views"),
    (22, "compare on"),
    (22, "details of a cell"),
    (23, "both views"),
    (24, "both views"),
    (24, "filtered, with a notice"),
    (24, "details of an event"),
    (15, "details of an instrument"),
    (11, "both views"),
];

/// 27 and 31 are made on pages of their own, in these states.
const LONGER: [&str; 4] = ["both views", "choices open", "details of an event", "dialog open"];

#[tokio::test]
async fn every_check_holds_in_every_state() -> Result<()> {
    let engine = Kind::of_environment();
    let mut report = Report::default();
    for font in Font::ALL {
        let (english, russian) = tokio::join!(sweep(engine, font, "en"), sweep(engine, font, "ru"));
        report.join(english?);
        report.join(russian?);
    }
    report.join(large::sweep(engine).await?);
    report.tell(18, "all pairs of tokens, both themes, more contrast", "tests/native/contrast.rs");
    report.tell(26, "0, 1, 2, 5, 11, 21, 22, 111", "src/core/locale/tests.rs");
    report.tell(28, "any", "the fonts in the states of this table");
    report.tell(29, "timeline only", "tests/access/told.rs");
    let failures = report.finish(engine)?;
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    Ok(())
}

async fn sweep(engine: Kind, font: Font, lang: &str) -> Result<Report> {
    let mut report = Report::default();
    let page = Page::in_font(font).await?;
    page.goto(&format!("/index.html#atlas?lang={lang}")).await?;
    // What the width of letters has no say in is asked with one font.
    let (all, setting) = (font == Font::default(), format!("{lang}, {} font", font.name()));
    let themes: &[&str] = if all { &["light", "dark"] } else { &["light"] };
    for theme in themes {
        page.get(&format!("atlas.setAttribute('theme', '{theme}')")).await?;
        for state in &STATES {
            state.enter(&page, lang).await?;
            let numbers: &[u8] = if all && *theme == "light" { &GLANCED } else { &[19] };
            at_a_look(&page, numbers, &format!("{}, {setting}, {theme}", state.name), &mut report).await?;
            state.leave(&page).await?;
        }
    }
    let made = |check: u8| impossible(engine, check).is_none() && (all || FITTED.contains(&check));
    for (check, name) in CLOSER.iter().filter(|(check, _)| made(*check)) {
        let state = State::named(name)?;
        state.enter(&page, lang).await.map_err(|error| format!("{check}, {name}: {error}"))?;
        let findings = look_closer(&page, *check).await.map_err(|error| format!("{check}, {name}: {error}"))?;
        report.note(*check, &format!("{name}, {setting}"), findings);
        if page.count(".choices, .date, dialog").await? > 0 {
            state.leave(&page).await?;
        }
    }
    for name in LONGER {
        page.browser.goto("about:blank").await?;
        page.goto("/index.html").await?;
        State::named(name)?.enter(&page, lang).await?;
        report.note(27, &format!("{name}, {setting}"), look(&page, 27).await?);
        if name != "dialog open" {
            page.browser.goto("about:blank").await?;
            page.goto("/index.html").await?;
            State::named(name)?.enter(&page, lang).await?;
            report.note(31, &format!("{name}, {setting}"), look(&page, 31).await?);
        }
    }
    page.end().await?;
    Ok(report)
}

/// Those checks that one look can make: axe's, and these. What does not depend on colours is not asked again in the dark.
async fn at_a_look(page: &Page, numbers: &[u8], state: &str, report: &mut Report) -> Result<()> {
    let axe = axe::run(page).await?;
    report.note(2, state, axe.blind());
    report.note(1, state, axe.violations);
    report.note(18, state, [axe.contrast, found(page, "drawn", vec![]).await?].concat());
    for (check, findings) in glance(page, numbers).await.map_err(|error| format!("{state}: {error}"))? {
        report.note(check, state, findings);
    }
    Ok(())
}
