//! Check 30: the others, on made-up frameworks of 120 and of 730 instruments, which have other shapes than the shipped set.

use crate::driver::{Kind, Result};
use crate::look::{impossible, look, look_closer};
use crate::page::{Page, key};
use crate::report::Report;
use crate::{axe, look};
use atlas::dataset::sample::{Framework, Sample};
use atlas::{dataset, packed};

/// The frameworks, each in a language: a secretariat's, and a collection of one kind.
const FRAMEWORKS: [(Framework, &str); 2] = [
    (Framework { partnerships: 15, instruments: 120, sectors: 60 }, "en"),
    (Framework { partnerships: 1, instruments: 730, sectors: 295 }, "ru"),
];

/// What is opened by the first of these, in which state the page is then, and what closes it again.
const STATES: [(&str, &str, Option<[&str; 3]>); 9] = [
    ("both views", "", None),
    ("matrix only", "view=matrix", None),
    ("timeline only", "view=timeline", None),
    (
        "a group of sectors open",
        "view=matrix",
        Some(["$('.roll thead .fold')", "$('.roll thead .sector')", "$('.roll thead .fold')"]),
    ),
    (
        "another heading open",
        "view=matrix",
        Some([
            "$$('.roll .group .fold')[1]",
            "$$('.roll .group .fold')[1].ariaExpanded == 'true'",
            "$$('.roll .group .fold')[1]",
        ]),
    ),
    (
        "details of an instrument",
        "view=matrix",
        Some(["$('.roll tbody [scope=row] button')", "$('.matrix .details')", "$('.details .close')"]),
    ),
    (
        "another year open",
        "view=timeline",
        Some(["$$('.year .fold')[0]", "$$('.year .fold')[0].ariaExpanded == 'true'", "$$('.year .fold')[0]"]),
    ),
    ("choices open", "", Some(["$('[data-panel=filters]')", "$('.choices')", "$('[data-panel=filters]')"])),
    ("nothing found", "q=zzzz", None),
];

/// What one look tells. Events, dates and nouns of the shipped set are not those of others.
const GLANCED: [u8; 6] = [4, 6, 7, 8, 16, 19];

/// Checks that take more than a look, made of the roll; the last of them spoil the page.
const CLOSER: [u8; 10] = [3, 7, 12, 16, 20, 21, 22, 23, 15, 27];

/// Makes all of them.
pub async fn sweep(engine: Kind) -> Result<Report> {
    let mut report = Report::default();
    for (framework, lang) in FRAMEWORKS {
        let page = Page::new().await?;
        page.server.page("/large.atlas", made(framework)?);
        page.serve(
            "/large.html",
            &format!("<cooperation-atlas loading=eager src=/large.atlas lang={lang}></cooperation-atlas>"),
        );
        page.goto("/large.html").await?;
        let name = format!("{} instruments, {lang}", framework.instruments);
        at_a_look(&page, &name, &mut report).await?;
        page.ask("view=matrix").await?;
        for check in CLOSER.into_iter().filter(|check| impossible(engine, *check).is_none()) {
            let findings = look_closer(&page, check).await.map_err(|error| format!("{check}, {name}: {error}"))?;
            note(&mut report, check, &name, findings);
            if check != 27 {
                page.ask("view=matrix").await?;
            }
        }
        page.goto("/large.html").await?;
        note(&mut report, 14, &name, focus_is_kept(&page).await?);
        note(&mut report, 31, &name, look(&page, 31).await?);
    }
    Ok(report)
}

fn made(framework: Framework) -> Result<Vec<u8>> {
    let input = Sample { framework: Some(framework), ..Sample::default() }.input()?;
    Ok(packed::write(dataset::check(&input).map_err(|problems| problems.to_string())?.tables()))
}

/// Notes findings of another check under this one.
fn note(report: &mut Report, check: u8, state: &str, findings: Vec<String>) {
    report.note(30, &format!("{check}: {state}"), findings);
}

async fn at_a_look(page: &Page, name: &str, report: &mut Report) -> Result<()> {
    for (state, query, opens) in STATES {
        page.ask(query).await?;
        if let Some([opener, condition, _]) = opens {
            page.get(&format!("{opener}.click()")).await?;
            page.until(condition).await?;
        }
        page.until("true").await?;
        let place = format!("{name}, {state}");
        let axe = axe::run(page).await?;
        note(report, 1, &place, axe.violations);
        note(report, 18, &place, axe.contrast);
        for (check, findings) in look::glance(page, &GLANCED).await.map_err(|error| format!("{place}: {error}"))? {
            note(report, check, &place, findings);
        }
        if let Some([_, _, closer]) = opens {
            page.get(&format!("{closer}.click()")).await?;
            page.until("true").await?;
        }
    }
    Ok(())
}

/// 14: where a line, or what it stands under, goes, the focus stays in the atlas.
async fn focus_is_kept(page: &Page) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for (name, focused, act) in [
        ("a heading is folded", ".roll .group .fold", key::ENTER),
        ("more lines", ".rest button", key::ENTER),
        ("a group is opened", ".roll thead .fold", key::ENTER),
    ] {
        page.ask("view=matrix").await?;
        if page.count(focused).await? == 0 {
            continue;
        }
        page.focus(focused).await?;
        page.browser.press(act).await?;
        page.until("true").await?;
        if page.until("atlas.shadowRoot.activeElement?.checkVisibility()").await.is_err() {
            findings.push(format!("{name}: the focus is lost"));
        }
    }
    page.ask("view=matrix").await?;
    page.focus(".roll tbody [scope=row] button").await?;
    page.get("void setTimeout(() => { atlas.query = 'view=matrix&q=zzzz'; })").await?;
    page.until("$('.empty')").await?;
    if page.until("atlas.shadowRoot.activeElement?.checkVisibility()").await.is_err() {
        findings.push("all lines are filtered away: the focus is lost".into());
    }
    Ok(findings)
}
