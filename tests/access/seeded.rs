//! Proof that the checks bite: a page on which axe has much to find, and defects put into the running widget, each of
//! which its check finds and no other does.

use crate::axe;
use crate::driver::{IN_ATLAS, Kind, Result};
use crate::look::{GLANCED, glance, look_closer};
use crate::page::Page;
use crate::states::State;

/// The rules that the page of defects breaks.
const RULES: [&str; 21] = [
    "aria-required-attr",
    "aria-roles",
    "aria-valid-attr",
    "aria-valid-attr-value",
    "button-name",
    "color-contrast",
    "definition-list",
    "empty-heading",
    "frame-title",
    "heading-order",
    "image-alt",
    "label",
    "label-content-name-mismatch",
    "link-name",
    "list",
    "listitem",
    "nested-interactive",
    "select-name",
    "tabindex",
    "target-size",
    "valid-lang",
];

/// Puts a style sheet into the widget.
const STYLE: &str = "const css = text => { const style = document.createElement('style'); style.textContent = text; \
                     atlas.shadowRoot.append(style); };";

/// A check, the state in which it is made, and the defect as a script.
const DEFECTS: [(u8, &str, &str); 41] = [
    (1, "both views", "$('[data-step=next]').replaceChildren(); $('[data-step=next]').title = ''"),
    (3, "both views", "$('.matrix .heads .head').setAttribute('role', 'presentation')"),
    (3, "both views", "$('.matrix td').setAttribute('role', 'button')"),
    (3, "both views", "$('.matrix td.none').remove()"),
    (4, "both views", "$('.matrix table').setAttribute('role', 'grid')"),
    (4, "both views", "$('.matrix td button').tabIndex = 5"),
    (4, "both views", "$('.search').setAttribute('aria-hidden', 'true')"),
    (5, "both views", "$('.matrix td button:not(:disabled)').setAttribute('aria-label', 'open')"),
    (5, "both views", "$('.matrix td button:not(:disabled)').removeAttribute('aria-label')"),
    (6, "both views", "$('.matrix td.none').textContent = ' '"),
    (7, "both views", "$('[data-panel=filters]').removeAttribute('aria-expanded')"),
    (7, "both views", "$('.bar .switch button').removeAttribute('aria-pressed')"),
    (8, "both views", "$('.section-title').outerHTML = '<h5>Timeline</h5>'"),
    (8, "both views", "atlas.setAttribute('heading-level', '3'); $('.title').outerHTML = '<h1>Atlas</h1>'"),
    (9, "both views", "$('.events li').after($('.events li').cloneNode(true))"),
    (9, "both views", "$('.drawing .event:not([visibility])').remove()"),
    (10, "both views", "$('.events li time').setAttribute('datetime', '2016-01-01')"),
    (11, "both views", "document.body.insertAdjacentHTML('beforeend', '<i id=twin></i><i id=twin></i>')"),
    (
        12,
        "both views",
        "$('.body').after($('.filters')); css(':is(.masthead, .known, .filters) { order: -1 } .atlas { display: flex; flex-direction: column }')",
    ),
    (
        12,
        "choices open",
        "$('.choices').addEventListener('keydown', event => event.key == 'Tab' && event.preventDefault())",
    ),
    (13, "both views", "$('.skip').remove()"),
    (
        14,
        "both views",
        "atlas.shadowRoot.addEventListener('focusin', event => event.target.matches('.matrix .joined *') && event.target.blur())",
    ),
    (15, "both views", "css(':focus-visible { outline-color: transparent !important }')"),
    (16, "both views", "$('.counts').setAttribute('role', 'status')"),
    (16, "both views", "setInterval(() => $('[role=status]').append('.'), 50)"),
    (
        16,
        "both views",
        "const place = $('[role=status]'); new MutationObserver(() => { \
            const all = $('.sentence').textContent + $('.counts').textContent; \
            if (place.textContent != all) place.textContent = all; \
         }).observe(place, { childList: true })",
    ),
    (17, "empty", "$('.empty .reason').textContent = ''"),
    (17, "empty", "$$('.empty button, .chips .clear').forEach(button => button.remove())"),
    (18, "both views", "css('.lede { color: #bbb }')"),
    (18, "both views", "css('.event circle { fill: #ccd }')"),
    (19, "both views", "css('.lede { font-size: 9px }')"),
    (19, "both views", "css('.head button { min-height: 20px; height: 20px }')"),
    (
        19,
        "both views",
        "css('.legend .mark::before { border: 2px solid red !important; border-radius: 0; width: 9px; margin: 0; rotate: none }')",
    ),
    (20, "both views", "css('.filters { min-width: 500px }')"),
    (20, "both views", "css('.room { height: 90px }')"),
    (20, "both views", "css('@container views (max-width: 859px) { .matrix td.none { display: none !important } }')"),
    (20, "both views", "css('.title { height: 1.2em; overflow: hidden }')"),
    (21, "both views", "css('.lede { letter-spacing: 0 }')"),
    (25, "both views", "$('.lede').lang = 'ru'"),
    (26, "both views", "$('.counts').lang = 'ru'; $('.counts').textContent = '21 направлений'"),
    (27, "both views", "css('.sentence { white-space: nowrap }')"),
];

/// The same for what Chromium alone can be told to show.
const MEDIA: [(u8, &str, &str); 4] = [
    (22, "both views", "css('@media (forced-colors: active) { button { border-style: none !important } }')"),
    (22, "both views", "css('.segment rect, .lane rect { fill: #123; forced-color-adjust: none }')"),
    (23, "both views", "css('@keyframes turn { to { rotate: 1turn } } .lede { animation: turn 2s infinite }')"),
    (24, "both views", "css('@media print { .matrix tbody tr:nth-child(2) { display: none } }')"),
];

#[tokio::test]
async fn axe_finds_what_is_wrong_inside_an_open_root_and_nothing_in_a_closed_one() -> Result<()> {
    let page = Page::new().await?;
    page.server.page("/seeded.html", include_str!("pages/seeded.html"));
    page.browser.goto(&page.server.url("/seeded.html")).await?;
    let open = axe::run(&page).await?;
    let silent: Vec<&str> = RULES.into_iter().filter(|rule| !open.rules.iter().any(|broken| broken == rule)).collect();
    assert!(silent.is_empty(), "silent: {silent:?}, broken: {:?}", open.rules);
    assert!(open.blind().is_empty());
    page.browser.goto(&page.server.url("/seeded.html?closed")).await?;
    let closed = axe::run(&page).await?;
    assert!(closed.rules.is_empty(), "{:?}", closed.rules);
    assert_eq!(closed.blind().len(), 1);
    Ok(())
}

#[tokio::test]
async fn each_defect_is_found_by_its_check_and_by_no_other() -> Result<()> {
    let engine = Kind::of_environment();
    let media = MEDIA.iter().filter(|_| engine == Kind::Chromium);
    // What takes keys, widths or media is proved once: the functions are the same in all engines. So are roles, which
    // WebKit goes on telling as they were.
    let quick = |check: u8| engine == Kind::Chromium || GLANCED.contains(&check) || [1, 5, 17].contains(&check);
    let page = Page::new().await?;
    let mut wrong = Vec::new();
    for (check, state, defect) in DEFECTS.iter().filter(|(check, ..)| quick(*check)).chain(media) {
        let (found, others) = seed(&page, *check, state, defect).await.map_err(|error| format!("{defect}: {error}"))?;
        if found.is_empty() {
            wrong.push(format!("{check} does not find: {defect}"));
        }
        wrong.extend(others.into_iter().map(|other| format!("{defect}: also {other}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// Puts a defect into a fresh widget: what its check finds, and what the others find that one look can make.
async fn seed(page: &Page, check: u8, state: &str, defect: &str) -> Result<(Vec<String>, Vec<String>)> {
    page.browser.goto("about:blank").await?;
    page.goto("/index.html").await?;
    State::named(state)?.enter(page, "en").await?;
    // What is still to be announced of the state itself would take the defect's words along.
    let silent = "clearTimeout(atlas.shadowRoot.speech);";
    page.browser.js_async(&format!("{IN_ATLAS} {STYLE} {silent} {defect}; await settled();"), vec![]).await?;
    let mut others = Vec::new();
    let mut found = Vec::new();
    for (other, findings) in glance(page, &GLANCED).await? {
        if other == check {
            found = findings;
        } else {
            others.extend(findings.into_iter().map(|line| format!("{other}: {line}")));
        }
    }
    // Some show themselves by use alone.
    if found.is_empty() {
        found = look_closer(page, check).await?;
    }
    Ok((found, others))
}
