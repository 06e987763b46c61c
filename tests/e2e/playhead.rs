//! The playhead: every way of moving it, what each move tells, and a second day to compare with.

use crate::driver::Result;
use crate::page::{Page, key};
use atlas::time::Day;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::json;

/// How many days a pixel of the whole period may stand for.
const PIXEL: i32 = 6;

/// The head of an instrument's column.
fn head(id: &str) -> String {
    format!(".matrix th.head:has([data-select='instrument:{id}'])")
}

/// Where a year begins on the axis, in the viewport.
async fn beginning(page: &Page, year: i32) -> Result<(f64, f64)> {
    let script = format!(
        "(drawing => {{
            drawing.parentElement.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            const tick = $$('.tick').find(tick => tick.textContent == '{year}');
            const box = drawing.getBoundingClientRect();
            const scale = box.width / drawing.width.baseVal.value;
            const x = tick.querySelector('line').getAttribute('x1') * scale;
            return [drawing.closest('[dir=rtl]') ? box.right - x : box.left + x, box.top + 26 * scale];
        }})($('.drawing'))"
    );
    page.get(&script).await?;
    page.until("true").await?; // what has come into sight has its height now
    let place = page.get(&script).await?;
    Ok((place[0].as_f64().ok_or("no place")?, place[1].as_f64().ok_or("no place")?))
}

/// Waits until the query, the field and the flag have a day within a pixel of this year's first.
async fn expect_beginning(page: &Page, year: i32) -> Result<()> {
    let near = format!("Math.abs(new Date(atlas.query.slice(6)) - new Date('{year}-01-01')) <= {PIXEL} * 864e5");
    page.until(&format!("atlas.query.startsWith('as-of=') && {near}")).await?;
    let day = page.query().await?.trim_start_matches("as-of=").to_owned();
    let (_, _, of_month) = Day::parse(&day).ok_or("no day")?.ymd();
    page.until(&format!("$('[data-panel=day] time').dateTime == '{day}'")).await?;
    page.until(&format!("$('.playhead text').textContent.startsWith('{of_month}\u{a0}')")).await
}

#[tokio::test]
async fn the_mouse_drags_the_playhead_along_the_axis() -> Result<()> {
    let page = Page::open("as-of=2016-03-01").await?;
    drags(&page).await?;
    page.end().await
}

#[tokio::test]
async fn from_right_to_left_the_mouse_is_where_the_day_is() -> Result<()> {
    let page = Page::open("as-of=2016-03-01").await?;
    page.get("$('.atlas').dir = 'rtl'").await?;
    drags(&page).await?;
    page.end().await
}

async fn drags(page: &Page) -> Result<()> {
    let entries = page.get("history.length").await?;
    let mouse = |action| MouseActions::new("mouse".into()).then(action);
    let to = |(x, y)| mouse(PointerAction::MoveTo { duration: None, x, y });
    let client = page.browser.client();
    client.perform_actions(to(beginning(page, 2018).await?)).await?;
    client.perform_actions(mouse(PointerAction::Down { button: MOUSE_BUTTON_LEFT })).await?;
    expect_beginning(page, 2018).await?;
    for year in [2019, 2021, 2017] {
        client.perform_actions(to(beginning(page, year).await?)).await?;
        expect_beginning(page, year).await?;
    }
    // The playhead stays in the hand outside the axis, and is let go there.
    let (x, y) = beginning(page, 2020).await?;
    client.perform_actions(to((x, y + 150.0))).await?;
    expect_beginning(page, 2020).await?;
    client.perform_actions(mouse(PointerAction::Up { button: MOUSE_BUTTON_LEFT })).await?;
    let left = page.query().await?;
    client.perform_actions(to(beginning(page, 2017).await?)).await?;
    page.get("new Promise(requestAnimationFrame)").await?;
    assert_eq!(page.query().await?, left);
    assert_eq!(page.get("history.length").await?, entries, "a drag is no list of pages to go back through");
    page.until(&format!("location.hash.endsWith('{left}')")).await?;
    Ok(())
}

#[tokio::test]
async fn a_finger_drags_the_playhead_along_the_axis() -> Result<()> {
    let page = Page::open("as-of=2016-03-01").await?;
    page.browser.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    let touch = async |kind: &str, points: &[(f64, f64)]| {
        let points: Vec<_> = points.iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
        page.browser.cdp("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await
    };
    touch("touchStart", &[beginning(&page, 2018).await?]).await?;
    expect_beginning(&page, 2018).await?;
    for year in [2019, 2020, 2017] {
        touch("touchMove", &[beginning(&page, year).await?]).await?;
        expect_beginning(&page, year).await?;
    }
    touch("touchEnd", &[]).await?;
    expect_beginning(&page, 2017).await?;
    page.end().await
}

#[tokio::test]
async fn the_flag_keeps_its_distance_from_the_pointer() -> Result<()> {
    let page = Page::open("as-of=2019-01-01").await?;
    page.hover(".playhead text").await?;
    let client = page.browser.client();
    let press = MouseActions::new("mouse".into()).then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
    client.perform_actions(press.then(PointerAction::MoveBy { duration: None, x: 12.0, y: 0.0 })).await?;
    page.until("atlas.query > 'as-of=2019-01-14' && atlas.query < 'as-of=2019-04-01'").await?;
    client
        .perform_actions(MouseActions::new("mouse".into()).then(PointerAction::Up { button: MOUSE_BUTTON_LEFT }))
        .await?;
    page.end().await
}

#[tokio::test]
async fn a_step_tells_what_changed() -> Result<()> {
    let page = Page::open("as-of=2018-11-13").await?;
    assert_eq!(page.count(".changes").await?, 0);
    for (button, day, told) in [
        ("next", "2018-11-14", "14 November 2018: Memorandum signed"),
        ("next", "2019-09-01", "September 2019: Programme of Cooperation endorsed – may lie outside this period"),
        ("next", "2019-10-01", "September 2019: Programme of Cooperation endorsed – may lie outside this period"),
        ("next", "2020-08-28", "28 August 2020: Extension of the Programme endorsed – term 2019–2020, then 2019–2025"),
        ("next", "2021-01-01", "2020: Agriculture programme – stated term ended"),
        ("prev", "2020-08-28", "2020: Agriculture programme – stated term ended"),
    ] {
        page.click(&format!("[data-step={button}]")).await?;
        page.until(&format!("atlas.query == 'as-of={day}' && $('.changes')")).await?;
        let changes: Vec<String> = page
            .all_seen(".changes li")
            .await?
            .iter()
            .map(|line| line.replace('\u{ad}', "").replace('\u{a0}', " "))
            .collect();
        assert!(changes.iter().any(|line| line.starts_with(told)), "{day}: {changes:?}");
    }
    page.until("$('[role=status]').textContent.includes($('.changes li').textContent)").await?;
    page.end().await
}

#[tokio::test]
async fn the_keyboard_steps_as_the_mouse_does() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    page.focus("[data-step=next]").await?;
    page.browser.press(key::ENTER).await?;
    page.until("atlas.query == 'as-of=2020-08-28'").await?;
    page.browser.press(" ").await?;
    page.until("atlas.query == 'as-of=2021-01-01'").await?;
    page.focus("[data-step=prev]").await?;
    page.browser.press(key::ENTER).await?;
    page.until("atlas.query == 'as-of=2020-08-28'").await?;
    page.end().await
}

#[tokio::test]
async fn history_plays_change_by_change_and_stops_at_the_last() -> Result<()> {
    let page = Page::open("as-of=2020-12-01").await?;
    page.get("(window.seen = [], atlas.addEventListener('atlas-change', () => seen.push(atlas.query)))").await?;
    page.click_text(".known button", "Play").await?;
    page.until("$$('.known button').some(button => button.innerText == 'Pause' && button.ariaPressed == 'true')")
        .await?;
    page.until("atlas.query == 'as-of=2021-01-01'").await?;
    assert!(page.seen(".changes").await?.contains("Agriculture programme – stated term ended"));
    page.until("atlas.query == 'as-of=2026-01-01'").await?;
    page.until("$$('.known button').some(button => button.innerText == 'Play' && button.ariaPressed == 'false')")
        .await?;
    assert_eq!(page.query().await?, "as-of=2026-01-01");
    page.end().await
}

#[tokio::test]
async fn playing_ends_when_the_reader_takes_the_day_in_hand() -> Result<()> {
    let page = Page::open("as-of=2016-03-01").await?;
    page.click_text(".known button", "Play").await?;
    page.until("atlas.query == 'as-of=2016-08-05'").await?;
    page.until("!$('.caption').textContent || $('.caption').textContent.startsWith('2 of ')").await?;
    page.click_text(".known button", "Today").await?;
    page.until("atlas.query == '' && !$('.changes') && !$('.caption')").await?;
    page.until("$$('.known button').some(button => button.innerText == 'Play' && button.ariaPressed == 'false')")
        .await?;
    page.end().await
}

#[tokio::test]
async fn a_day_is_typed_key_by_key() -> Result<()> {
    let page = Page::open("as-of=2018-01-01").await?;
    page.focus("[data-panel=day]").await?;
    page.browser.press(key::ENTER).await?;
    page.until("atlas.shadowRoot.activeElement?.matches('.date input')").await?;
    page.browser.press(&["15", key::TAB, "Oct", key::TAB, "2019", key::ENTER].concat()).await?;
    page.until("atlas.query == 'as-of=2019-10-15' && !$('.date')").await?;
    page.leads_to("day").await?;
    page.until("$('.playhead text').textContent == '15\u{a0}October 2019'").await?;
    page.end().await
}

/// The browser's own field writes dates by its own language; ours, in the reader's, with each part named.
#[tokio::test]
async fn the_day_stands_in_words_and_what_is_no_day_is_said_and_kept() -> Result<()> {
    let page = Page::open("as-of=2020-09-01&lang=ru").await?;
    assert_eq!(page.seen("[data-panel=day] time").await?.replace('\u{a0}', " "), "1 сентября 2020 г.");
    page.ask("as-of=2020-09-01").await?;
    assert_eq!(page.count("input[type=date]").await?, 0);
    page.click("[data-panel=day]").await?;
    page.until("atlas.shadowRoot.activeElement?.matches('.date input')").await?;
    assert_eq!(page.all_seen(".date label > span").await?, ["Day", "Month", "Year"]);
    assert_eq!(page.seen(".date option:checked").await?, "September");
    page.browser.press(&["31", key::TAB, "Feb", key::TAB, "2020", key::ENTER].concat()).await?;
    page.until("$('.mistake')").await?;
    let told = page.seen(".mistake").await?.replace('\u{a0}', " ");
    assert_eq!(told, "There is no such day: 31 February 2020. Years run from 1 to 9999.");
    page.until("$('[role=status]').textContent.includes($('.mistake').textContent)").await?;
    let values = "$$('.date .field').map(field => [field.value, field.getAttribute('aria-invalid')])";
    assert_eq!(page.get(values).await?, json!([["31", "true"], ["2", "true"], ["2020", "true"]]));
    assert_eq!(page.query().await?, "as-of=2020-09-01", "nothing has moved");
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('.date')").await?;
    page.leads_to("day").await?;
    // As far back as the model knows days.
    page.browser.press(key::ENTER).await?;
    page.until("atlas.shadowRoot.activeElement?.matches('.date input')").await?;
    page.browser.press(&["1", key::TAB, "Jan", key::TAB, "44", key::ENTER].concat()).await?;
    page.until("atlas.query == 'as-of=0044-01-01'").await?;
    page.end().await
}

#[tokio::test]
async fn the_second_day_is_typed_as_the_first() -> Result<()> {
    let page = Page::open("as-of=2020-09-01&compare=2019-10-15").await?;
    page.click("[data-panel=compare]").await?;
    page.until("atlas.shadowRoot.activeElement?.matches('.compare .date input')").await?;
    page.browser.press(&["1", key::TAB, "June", key::TAB, "2018", key::ENTER].concat()).await?;
    page.until("atlas.query == 'as-of=2020-09-01&compare=2018-06-01'").await?;
    page.leads_to("compare").await?;
    page.end().await
}

#[tokio::test]
async fn by_hand_history_waits_for_each_step_and_says_which_it_is() -> Result<()> {
    let page = Page::open("as-of=2018-03-01").await?;
    page.click_text(".known button", "Play").await?;
    page.click_text(".playing button", "By hand").await?;
    page.until("$$('.playing button')[2].ariaPressed == 'true'").await?;
    page.click("[data-step=next]").await?;
    page.until("atlas.query == 'as-of=2018-11-14'").await?;
    assert_eq!(page.seen(".caption").await?, "5 of 10: Memorandum signed");
    page.until("$('[role=status]').textContent == $('.caption').textContent").await?;
    tokio::time::sleep(std::time::Duration::from_secs(6)).await;
    assert_eq!(page.query().await?, "as-of=2018-11-14", "longer than any pace takes for a step");
    page.click_text(".playing button", "Quick").await?;
    page.until("atlas.query == 'as-of=2019-09-01'").await?;
    page.click_text(".known button", "Pause").await?;
    page.until("!$('.caption')").await?;
    page.end().await
}

#[tokio::test]
async fn who_wants_less_motion_takes_each_step_by_hand_at_first() -> Result<()> {
    let page = Page::new().await?;
    page.browser.emulate_media(&[("prefers-reduced-motion", "reduce")]).await?;
    page.goto("/index.html#atlas?as-of=2018-03-01").await?;
    page.click_text(".known button", "Play").await?;
    page.until("$$('.playing button')[2]?.ariaPressed == 'true'").await?;
    page.end().await
}

#[tokio::test]
async fn a_second_day_lists_and_marks_what_changed() -> Result<()> {
    let page = Page::open("as-of=2019-10-15&compare=2020-09-01").await?;
    assert_eq!(
        page.seen(".changes .summary").await?,
        "Between 15 October 2019 and 1 September 2020: 1 term extended, no term ended."
    );
    let lines = page.all_seen(".changes li").await?;
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].ends_with("endorsed – term 2019–2020, then 2019–2025"), "{lines:?}");
    assert_eq!(page.all_select(".changes [data-select]").await?, ["event:aem-russia-9"]);
    assert_eq!(page.all_select(".matrix th.head.changed [data-select]").await?, ["instrument:poc-2019"]);
    assert_eq!(page.all_select(".lane.changed").await?, ["instrument:poc-2019"]);
    assert_eq!(page.count(".drawing .compared").await?, 1);
    assert_eq!(page.text("$('.drawing .other text').textContent").await?, "1\u{a0}September 2020", "a flag of its own");
    assert_eq!(page.text("$('.lane.changed .turn').textContent").await?, "extended");
    assert_eq!(page.count(".drawing .span").await?, 1);
    assert!(page.get("location.hash").await?.as_str().is_some_and(|hash| hash.contains("compare=2020-09-01")));
    page.click("[title='Stop comparing']").await?;
    page.until("atlas.query == 'as-of=2019-10-15' && !$('.changes') && !$('.changed') && !$('.compared, .other, .span, .turn')").await?;
    page.end().await
}

#[tokio::test]
async fn every_act_between_two_days_is_told_marked_and_in_the_result() -> Result<()> {
    let page = Page::open("").await?;
    let acts = ["event:mou-signed", "event:aem-russia-8", "event:aem-russia-9"];
    for query in ["as-of=2020-09-01&compare=2018-06-01", "as-of=2018-06-01&compare=2020-09-01"] {
        let answer = page.ask(query).await?;
        let data = atlas::packed::read(atlas::builtin::BUILTIN).map_err(|error| error.to_string())?;
        let catalogue = atlas::query::Catalogue::new(data);
        let (asked, _) = atlas::query::url::parse(query, &catalogue.data);
        let selection = atlas::query::Selection::of(&catalogue, &asked, Day::MIN);
        let expected: serde_json::Value =
            serde_json::from_str(&atlas::export::result(&catalogue, &asked, &selection, &[]))?;
        assert_eq!(answer, expected, "the element says what the command line does");
        assert_eq!(answer["changes"].as_array().map(Vec::len), Some(3));
        assert_eq!(page.all_select(".changes [data-select]").await?, acts, "{query}");
        let lines = page.all_seen(".changes li").await?;
        assert!(lines[0].contains("names as areas: Trade facilitation, Customs procedures"), "{lines:?}");
        assert!(lines[2].ends_with("term 2019–2020, then 2019–2025"), "{lines:?}");
        assert_eq!(page.all_select(".events li.between > [data-select]").await?, acts, "{query}");
        assert_eq!(page.count(".drawing .event.between").await?, 3);
        // By more than colour: in words in the list, by a stronger line in the drawing.
        let notes = page.all_seen(".events li.between").await?;
        assert!(notes.iter().all(|note| note.contains("between the days compared")), "{notes:?}");
        let width = "$$('.drawing .event.between > :is(circle, rect)').map(sign => getComputedStyle(sign).strokeWidth)";
        assert_eq!(page.get(width).await?, json!(["2.5px", "2.5px", "2.5px"]));
    }
    page.ask("as-of=2020-09-01&compare=2018-06-01&lang=ru").await?;
    let lines = page.all_seen(".changes li").await?;
    assert!(lines[0].contains("называет областями сотрудничества"), "{lines:?}");
    page.ask("as-of=2019-09-10&compare=2018-06-01").await?;
    assert_eq!(page.all_select(".events li.between.open > [data-select]").await?, ["event:aem-russia-8"]);
    page.ask("as-of=2019-09-10").await?;
    assert_eq!(page.count(".between").await?, 0);
    page.end().await
}

#[tokio::test]
async fn comparing_begins_with_a_button_and_joins_the_address() -> Result<()> {
    let page = Page::open("as-of=2020-09-01").await?;
    page.click_text(".known button", "Compare with").await?;
    page.until("atlas.query == 'as-of=2020-09-01&compare=2020-08-28' && $('.compare time').dateTime == '2020-08-28'")
        .await?;
    assert!(page.get("location.hash").await?.as_str().is_some_and(|hash| hash.ends_with("compare=2020-08-28")));
    assert_eq!(page.seen(".changes").await?.to_lowercase().matches("no dated changes").count(), 1);
    page.get("history.back()").await?;
    page.until("atlas.query == 'as-of=2020-09-01' && !$('.compare')").await?;
    page.end().await
}

#[tokio::test]
async fn column_heads_show_the_state_on_each_day() -> Result<()> {
    let page = Page::open("").await?;
    for (id, day, state) in [
        ("work-programme-post-2017", "2017-12-31", "undetermined"),
        ("work-programme-post-2017", "2019-10-15", "no stated term"),
        ("agriculture-2016-2020", "2015-12-31", "not yet adopted"),
        ("agriculture-2016-2020", "2016-08-05", "undetermined"),
        ("agriculture-2016-2020", "2017-01-01", "within its stated term"),
        ("sti-2016-2020", "2020-12-31", "within its stated term"),
        ("energy-2016-2020", "2021-01-01", "stated term ended"),
        ("mou-2018", "2018-11-13", "not yet adopted"),
        ("mou-2018", "2018-11-14", "no stated term"),
        ("poc-2019", "2019-08-31", "not yet adopted"),
        ("poc-2019", "2019-09-30", "undetermined"),
        ("poc-2019", "2019-10-01", "within its stated term"),
        ("poc-2019", "2021-01-01", "within its stated term"),
        ("poc-2019", "2026-01-01", "stated term ended"),
    ] {
        page.ask(&format!("as-of={day}")).await?;
        assert_eq!(page.seen(&format!("{} .state", head(id))).await?.to_lowercase(), state, "{id} on {day}");
    }
    page.end().await
}

#[tokio::test]
async fn an_undetermined_head_gives_the_reason() -> Result<()> {
    let page = Page::open("as-of=2019-09-10").await?;
    let reason = page.seen(&format!("{} .doubt", head("poc-2019"))).await?;
    assert!(reason.contains("September 2019") && reason.contains("day of its adoption is not stated"), "{reason}");
    assert_eq!(page.count(".matrix thead .doubt").await?, 1);
    page.ask("as-of=2016-08-05").await?;
    let reasons = page.all_seen(".matrix thead .doubt").await?;
    assert_eq!(reasons.len(), 4);
    assert!(reasons[0].contains("post-2017"), "{reasons:?}");
    assert!(reasons[1..].iter().all(|reason| reason.ends_with("only: 2016.")), "{reasons:?}");
    page.end().await
}

#[tokio::test]
async fn each_gap_gives_its_reason() -> Result<()> {
    let page = Page::open("as-of=2021-01-01&gaps=1").await?;
    let gaps = page.all_seen(".matrix .gap").await?;
    assert_eq!(gaps.len(), page.count(".matrix tbody tr:not(.group, [hidden])").await?);
    assert!(gaps.iter().any(|gap| gap.contains("no instrument")), "{gaps:?}");
    assert!(gaps.iter().any(|gap| gap.contains("stated term ended")), "{gaps:?}");
    page.ask("as-of=2015-06-01&gaps=1").await?;
    let gaps = page.all_seen(".matrix .gap").await?;
    assert!(gaps.iter().any(|gap| gap.contains("not yet adopted")), "{gaps:?}");
    page.end().await
}

#[tokio::test]
async fn an_inference_is_marked_and_says_from_what() -> Result<()> {
    let page = Page::open("as-of=2021-01-01&inferred=1").await?;
    assert_eq!(page.count(".cell.inferred").await?, 9);
    assert!(page.seen(".legend").await?.contains("inferred"));
    page.click(".cell.inferred").await?;
    page.until("$('.details')").await?;
    let details = page.seen(".details").await?;
    assert!(
        details.contains("Trade facilitation: inferred from Memorandum (MoU), which it implements; on 1 January 2021"),
        "{details}"
    );
    page.end().await
}
