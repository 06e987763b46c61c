//! Filters: choices with numbers, chips, search, and what the reader is told.

use crate::driver::Result;
use crate::page::{Page, key};
use serde_json::json;

const ROWS: &str = "$$('.matrix tbody tr:not(.group, [hidden])').length";

/// The choices of a filter in the open panel, with their numbers: `covered 12`.
async fn choices(page: &Page, facet: &str) -> Result<Vec<String>> {
    page.all_seen(&format!("[data-facet={facet}] .choice")).await
}

/// Opens the panel with all filters.
async fn open(page: &Page) -> Result<()> {
    page.click("[data-panel=filters]").await?;
    page.until("$('.choices')").await
}

#[tokio::test]
async fn each_choice_says_how_many_entries_it_would_leave_given_the_other_filters() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    open(&page).await?;
    let all = ["covered 12", "named area 9", "sectoral cooperation 7", "being explored 2"];
    assert_eq!(choices(&page, "coverage").await?, all);
    page.ask("as-of=2021-01-01&partnership=asean-eaeu").await?;
    assert_eq!(
        choices(&page, "coverage").await?,
        ["covered 0", "named area 9", "sectoral cooperation 0", "being explored 0"]
    );
    page.end().await
}

#[tokio::test]
async fn a_choice_filters_both_views_stands_as_a_chip_and_goes_with_it() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    open(&page).await?;
    page.click("[data-facet=partnership] > div:nth-of-type(2) input").await?;
    page.until("atlas.query == 'as-of=2021-01-01&partnership=asean-eaeu'").await?;
    page.until(&format!("{ROWS} == 9")).await?;
    assert_eq!(page.count(".events li:not([hidden])").await?, 8);
    assert_eq!(page.all_seen(".chips .chip").await?, ["ASEAN-EAEU"]);
    // The other choice of the same filter keeps its number: it may still be added.
    let left = choices(&page, "partnership").await?;
    assert!(left[0].ends_with("21"), "{left:?}");
    assert_eq!(page.seen("[data-panel=filters] .badge").await?, "1");
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('.choices')").await?;
    page.click(".chips .chip").await?;
    page.until(&format!("{ROWS} == 21 && !$('.chip')")).await?;
    page.end().await
}

#[tokio::test]
async fn one_panel_has_all_filters_and_the_gaps() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    open(&page).await?;
    let legends = page.all_seen(".choices legend").await?;
    assert_eq!(legends, ["Partnership", "Coverage", "Term", "Instrument", "Sector"]);
    assert_eq!(page.count("[data-facet=sector] .group").await?, 6);
    page.click(".gaps input").await?;
    page.until("atlas.query == 'as-of=2021-01-01&gaps=1' && $('.choices')").await?;
    page.click("[data-facet=state] .choice").await?;
    page.until("atlas.query == 'as-of=2021-01-01&state=in-force&gaps=1'").await?;
    assert_eq!(page.seen("[data-panel=filters] .badge").await?, "2");
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('.choices')").await?;
    // What is set stands there in words, and goes by a click, whatever is open.
    page.ask("as-of=2021-01-01&gaps=1&inferred=1").await?;
    assert_eq!(page.all_seen(".chips .chip").await?, ["gaps only", "inferred"]);
    page.click("[title='Remove filter inferred']").await?;
    page.until("atlas.query == 'as-of=2021-01-01&gaps=1'").await?;
    page.click("[title='Remove filter gaps only']").await?;
    page.until("atlas.query == 'as-of=2021-01-01' && !$('.chip, .badge')").await?;
    page.end().await
}

#[tokio::test]
async fn one_button_clears_every_filter_and_keeps_the_day() -> Result<()> {
    let page =
        Page::open("as-of=2019-10-15&q=a&partnership=asean-russia&coverage=covered&state=open&gaps=1&view=matrix")
            .await?;
    page.click(".chips .clear").await?;
    page.until(&format!("{ROWS} == 21")).await?;
    assert_eq!(page.query().await?, "as-of=2019-10-15&view=matrix");
    assert_eq!(page.count(".chips .clear").await?, 0);
    assert_eq!(page.text("$('input[type=search]').value").await?, "");
    page.end().await
}

#[tokio::test]
async fn typing_finds_by_source_spelling_and_in_the_other_language() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    page.click("input[type=search]").await?;
    for (typed, heads, events) in [
        ("EAU", json!(["Memorandum (MoU)"]), json!(["Memorandum signed"])),
        ("саркисян", json!([]), json!(["Memorandum signed"])),
        ("Sargasyan", json!([]), json!(["Memorandum signed"])),
        // The note of the sectoral cooperation speaks of the Roadmap, too.
        ("roadmap", json!(["Post-2017 programme", "No instrument named"]), json!([])),
    ] {
        page.browser.press(typed).await?;
        page.until(&format!("atlas.result.query.includes('q=') && $('input[type=search]').value == '{typed}'")).await?;
        page.until(&format!("decodeURIComponent(atlas.query).endsWith('q={typed}')")).await?;
        assert_eq!(json!(page.all_seen(".matrix thead th.head:not([hidden]) .name").await?), heads, "{typed}");
        assert_eq!(json!(page.all_seen(".events li:not([hidden]) .what").await?), events, "{typed}");
        page.browser.press(&key::BACKSPACE.repeat(typed.chars().count())).await?;
        page.until("!atlas.query.includes('q=')").await?;
    }
    page.end().await
}

#[tokio::test]
async fn the_reader_is_told_what_the_data_does_not_have() -> Result<()> {
    let page = Page::open("sector=narnia&frob=1&sector=space&as-of=2019-10-15").await?;
    assert_eq!(page.result().await?["rejected"], json!(["sector=narnia", "frob=1"]));
    let notice = page.seen(".notice").await?;
    assert!(notice.contains("sector=narnia") && notice.contains("frob=1"), "{notice}");
    assert_eq!(page.get(ROWS).await?, 1);
    page.end().await
}

#[tokio::test]
async fn a_click_elsewhere_closes_the_choices() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    open(&page).await?;
    page.until("$('[data-panel=filters]').ariaExpanded == 'true'").await?;
    page.click(".masthead .finding").await?;
    page.until("!$('.choices') && $('[data-panel=filters]').ariaExpanded == 'false'").await?;
    page.end().await
}

#[tokio::test]
async fn escape_closes_the_choices_and_gives_the_focus_back() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    open(&page).await?;
    page.focus(".choices input").await?;
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('.choices')").await?;
    page.leads_to("filters").await?;
    page.end().await
}

/// Only a list that is not seen at a glance has them.
#[tokio::test]
async fn typing_narrows_the_choices_of_a_long_list_and_says_how_many_are_left() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    open(&page).await?;
    assert_eq!(page.count(".choices .tools").await?, 1);
    let field = "[data-facet=sector] input[type=search]";
    assert_eq!(page.text(&format!("$('{field}').labels[0].innerText.trim()")).await?, "Search: Sector");
    assert_eq!(page.count(".hits").await?, 0);
    page.click(field).await?;
    page.browser.press("ÉNER").await?;
    page.until("$$('[data-facet=sector] .choice').length == 1").await?;
    assert!(choices(&page, "sector").await?[0].starts_with("Energy "));
    assert_eq!(page.count("[data-facet=sector] .group").await?, 0);
    assert_eq!(page.seen(".hits").await?, "1 of 21");
    page.until("$('[role=status]').textContent.split('\\n').includes('1 of 21')").await?;
    // The filters are those that they were, and so is the focus.
    assert_eq!(page.query().await?, "as-of=2021-01-01");
    page.until(&format!("$('{field}').matches(':focus')")).await?;
    page.browser.press(&key::BACKSPACE.repeat(4)).await?;
    page.until("$$('[data-facet=sector] .choice').length == 21 && !$('.hits')").await?;
    assert_eq!(page.count("[data-facet=sector] .group").await?, 6);
    page.browser.press("s").await?;
    page.until("$('.hits')").await?;
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('.choices')").await?;
    page.leads_to("filters").await?;
    open(&page).await?;
    assert_eq!(page.text(&format!("$('{field}').value")).await?, "", "what was typed went with the panel");
    page.end().await
}

#[tokio::test]
async fn the_choices_of_a_long_list_are_ordered_by_number_and_by_name() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    open(&page).await?;
    let order = "[data-facet=sector] .joined button";
    assert_eq!(page.all_seen(order).await?, ["As listed", "By number", "By name"]);
    let listed = choices(&page, "sector").await?;
    page.click_text(order, "By number").await?;
    page.until(&format!("$$('{order}')[1].ariaPressed == 'true'")).await?;
    let by_number = choices(&page, "sector").await?;
    let number = |choice: &String| choice.rsplit(' ').next().and_then(|number| number.parse::<u32>().ok());
    assert!(by_number.is_sorted_by(|a, b| number(a) >= number(b)), "{by_number:?}");
    assert_eq!(page.count("[data-facet=sector] .group").await?, 0);
    page.click_text(order, "By name").await?;
    page.until(&format!("$$('{order}')[2].ariaPressed == 'true'")).await?;
    let by_name = choices(&page, "sector").await?;
    assert!(by_name.is_sorted() && by_name.len() == 21, "{by_name:?}");
    page.click_text(order, "As listed").await?;
    page.until(&format!("$$('{order}')[0].ariaPressed == 'true'")).await?;
    assert_eq!(choices(&page, "sector").await?, listed);
    page.end().await
}

#[tokio::test]
async fn all_choices_that_were_found_are_set_and_taken_back_at_once() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    open(&page).await?;
    page.click("[data-facet=sector] input[type=search]").await?;
    page.browser.press("tour").await?;
    page.until("$$('[data-facet=sector] .choice').length == 1").await?;
    page.click_text(".tools button", "All").await?;
    page.until("atlas.query == 'as-of=2021-01-01&sector=tourism' && $('.choices')").await?;
    page.until("$('[data-facet=sector] .choice input').checked").await?;
    page.focus("[data-facet=sector] input[type=search]").await?;
    page.browser.press(&key::BACKSPACE.repeat(4)).await?;
    page.browser.press("di").await?;
    page.until("$$('[data-facet=sector] .choice').length == 2").await?;
    page.click_text(".tools button", "All").await?;
    let all = "as-of=2021-01-01&sector=tourism,digital-technologies,disaster-management";
    page.until(&format!("decodeURIComponent(atlas.query) == '{all}'")).await?;
    page.click_text(".tools button", "None").await?;
    page.until("atlas.query == 'as-of=2021-01-01&sector=tourism'").await?;
    page.end().await
}

#[tokio::test]
async fn the_matrix_is_ordered_by_coverage_within_its_groups_on_request() -> Result<()> {
    let page = Page::open("as-of=2021-01-01&view=matrix").await?;
    let group = ".matrix tbody:has([data-select='sector:energy']) tr:not(.group, [hidden]) > th";
    assert_eq!(page.all_seen(group).await?, ["Agriculture", "Food security", "Energy"]);
    page.click_text(".matrix .section-head button", "By coverage").await?;
    page.until("$$('.matrix .section-head button')[1].ariaPressed == 'true'").await?;
    assert_eq!(page.all_seen(group).await?, ["Agriculture", "Energy", "Food security"]);
    page.click_text(".matrix .section-head button", "As listed").await?;
    page.until("$$('.matrix .section-head button')[0].ariaPressed == 'true'").await?;
    assert_eq!(page.all_seen(group).await?, ["Agriculture", "Food security", "Energy"]);
    page.end().await
}

/// That the source does not mention a thing is said of what it could have mentioned, and not of what the filters leave.
#[tokio::test]
async fn the_reason_for_an_empty_matrix_is_the_true_one() -> Result<()> {
    let page = Page::open("").await?;
    for (query, reason) in [
        ("partnership=asean-eaeu&sector=agriculture", "Not mentioned in the source."),
        ("state=in-force&as-of=2026-11-23", "No sector matches the filters."),
        ("coverage=exploring&sector=energy", "No sector matches the filters."),
        ("partnership=asean-eaeu&q=energy", "No sector matches “energy” and the filters."),
    ] {
        page.ask(query).await?;
        assert_eq!(page.seen(".empty .reason").await?, reason, "{query}");
        assert_eq!(page.seen(".empty").await?.contains("That does not mean"), reason.starts_with("Not"), "{query}");
    }
    page.end().await
}

#[tokio::test]
async fn words_of_notes_people_and_places_are_found() -> Result<()> {
    let page = Page::open("").await?;
    let answer = page.ask("q=high-level%20dialogue").await?;
    assert_eq!(crate::page::each(&answer["instruments"], "id"), ["poc-2019"]);
    for text in ["Sargasyan", "Singapore", "%D0%A1%D0%B8%D0%BD%D0%B3%D0%B0%D0%BF%D1%83%D1%80"] {
        let answer = page.ask(&format!("q={text}")).await?;
        assert!(crate::page::each(&answer["events"], "id").contains(&"mou-signed"), "{text}");
    }
    for (query, marked, field) in [
        ("q=high-level%20dialogue&select=instrument:poc-2019", vec!["high-level", "dialogue"], "Found in: Note"),
        ("q=Sargasyan&select=event:mou-signed", vec!["Sargasyan"], "Found in: Note"),
        ("q=Singapore&select=event:mou-signed", vec!["Singapore"], "Found in: Place"),
        (
            "q=%D0%A1%D0%B8%D0%BD%D0%B3%D0%B0%D0%BF%D1%83%D1%80&select=event:mou-signed&lang=ru",
            vec!["Сингапур"],
            "Где найдено: Место",
        ),
    ] {
        page.ask(query).await?;
        assert_eq!(page.all_seen(".details mark").await?, marked, "{query}");
        assert_eq!(page.seen(".details .found").await?, field, "{query}");
    }
    // By more than colour.
    assert_eq!(
        page.get("(style => [style.textDecorationLine, style.fontWeight])(getComputedStyle($('mark')))").await?,
        json!(["underline", "700"])
    );
    page.ask("q=Memorandum&select=instrument:mou-2018&lang=en").await?;
    assert_eq!(page.count(".details .found").await?, 0, "the name has it");
    page.end().await
}
