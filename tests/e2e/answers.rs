//! The questions that a reader brings, asked and answered on the page.

use crate::driver::Result;
use crate::page::{Page, each};
use serde_json::json;

/// The names of the rows of the matrix.
const ROWS: &str = ".matrix tbody tr:not(.group, [hidden]) > th [data-select]";

#[tokio::test]
async fn the_page_shows_6_instruments_21_sectors_30_records_and_9_events() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    assert_eq!(page.result().await?["counts"], json!({"sectors": 21, "instruments": 6, "cells": 30, "events": 9}));
    assert_eq!(page.count(ROWS).await?, 21);
    assert_eq!(page.count("thead th:not([hidden]) [data-select^='instrument:']").await?, 6);
    assert_eq!(page.count(".timeline .events li:not([hidden])").await?, 9);
    let words = page.all_seen(".matrix td:not([hidden]) .cell:not(:disabled)").await?;
    let of = |word: &str| words.iter().filter(|seen| *seen == word).count();
    assert_eq!([of("covered"), of("named area"), of("sectoral"), of("being explored"), words.len()], [12, 9, 7, 2, 30]);
    // Eyes read the whole of that in the legend; a screen reader, at the cell.
    assert_eq!(page.count(".matrix .cell[aria-label^='sectoral cooperation: ']").await?, 7);
    let counts = page.seen(".counts").await?;
    assert!(counts.contains("21 sectors") && counts.contains("9 events"), "{counts}");
    page.end().await
}

#[tokio::test]
async fn agriculture_stands_under_two_instruments_and_outside_any() -> Result<()> {
    let page = Page::open("sector=agriculture&as-of=2019-07-01").await?;
    assert_eq!(page.all_seen(ROWS).await?, ["Agriculture"]);
    let heads = page.all_seen(".matrix thead th.head:not([hidden])").await?;
    assert_eq!(heads.len(), 3, "{heads:?}");
    assert!(heads[0].contains("Post-2017 programme") && heads[0].contains("No stated term"), "{heads:?}");
    assert!(heads[1].contains("Agriculture programme") && heads[1].contains("Within its stated term"), "{heads:?}");
    assert!(heads[2].contains("No instrument named"), "{heads:?}");
    assert_eq!(
        page.all_seen(".matrix td:not([hidden]) .cell:not(:disabled)").await?,
        ["covered", "covered", "sectoral"]
    );
    page.end().await
}

#[tokio::test]
async fn the_programme_of_cooperation_shows_the_term_known_on_each_day() -> Result<()> {
    let page = Page::open("").await?;
    for (day, state, id, term) in [
        ("2019-07-01", "not yet adopted", "not-yet-adopted", None),
        ("2019-09-10", "undetermined", "undetermined", Some("2019–2020")),
        ("2019-10-15", "within its stated term", "in-force", Some("2019–2020")),
        ("2020-08-27", "within its stated term", "in-force", Some("2019–2020")),
        ("2020-09-01", "within its stated term", "in-force", Some("2019–2025")),
    ] {
        let answer = page.ask(&format!("as-of={day}&instrument=poc-2019&select=instrument:poc-2019")).await?;
        assert_eq!(answer["asOf"], day);
        let edtf = term.map(|term| term.replace('–', "/"));
        assert_eq!(answer["instruments"][0]["state"], id, "{day}");
        assert_eq!(answer["instruments"][0]["term"], json!(edtf), "{day}");
        let known = page.seen(".details .answer").await?;
        assert!(known.contains(&format!(": {state}")), "{day}: {known}");
        assert!(term.is_none_or(|term| known.contains(term)), "{day}: {known}");
    }
    page.end().await
}

#[tokio::test]
async fn an_undetermined_state_says_why() -> Result<()> {
    let page = Page::open("as-of=2019-09-10&select=instrument:poc-2019").await?;
    let details = page.seen(".details").await?;
    assert!(details.contains("The day of its adoption is not stated, only: September 2019."), "{details}");
    page.end().await
}

#[tokio::test]
async fn show_gaps_leaves_the_five_sectors_of_no_instrument() -> Result<()> {
    let page = Page::open("as-of=2019-07-01").await?;
    page.click("[data-panel=filters]").await?;
    page.until("$('.choices')").await?;
    page.click(".gaps input").await?;
    page.until("atlas.query.includes('gaps=1') && $$('.matrix tbody tr:not(.group, [hidden])').length == 5").await?;
    assert_eq!(
        page.all_seen(ROWS).await?,
        ["Maritime ports", "Smart cities", "Space", "Disaster management", "Culture"]
    );
    assert!(
        page.all_seen(".matrix tbody tr:not(.group, [hidden]) > th")
            .await?
            .iter()
            .all(|row| row.ends_with("no instrument named"))
    );
    assert_eq!(page.result().await?["counts"]["sectors"], 5);
    page.end().await
}

#[tokio::test]
async fn the_details_of_the_signing_say_who_where_and_when_with_the_source() -> Result<()> {
    let page = Page::open("as-of=2019-07-01").await?;
    page.click(".events [data-select='event:mou-signed']").await?;
    page.until("$('.details')").await?;
    let details = page.seen(".details").await?;
    for expected in [
        "Dato Lim Jock Hoi",
        "Secretary-General of ASEAN",
        "Tigran Sargsyan",
        "Chairman of the Board of the EEC",
        "Sargasyan",
        "Singapore, in the margins of the 3rd ASEAN-Russia Summit",
        "14 November 2018",
        "Priorities of Cooperation",
        "sentence 5",
    ] {
        assert!(details.contains(expected), "no {expected} in: {details}");
    }
    page.end().await
}

#[tokio::test]
async fn an_empty_matrix_says_not_mentioned_in_the_source_and_offers_the_way_back() -> Result<()> {
    let page = Page::open("partnership=asean-eaeu&sector=agriculture&as-of=2019-07-01").await?;
    assert_eq!(page.result().await?["counts"], json!({"sectors": 0, "instruments": 0, "cells": 0, "events": 0}));
    let empty = page.seen(".matrix .empty").await?;
    assert!(empty.to_lowercase().contains("not mentioned in the source"), "{empty}");
    assert!(!empty.contains(['{', '\u{1}', '\u{2}', '\u{3}']), "{empty:?}");
    page.click(".matrix .empty button").await?;
    page.until("!$('.matrix .empty') && $$('.matrix tbody tr:not(.group, [hidden])').length == 21").await?;
    assert_eq!(page.query().await?, "as-of=2019-07-01");
    page.end().await
}

#[tokio::test]
async fn the_programmes_cells_are_shown_as_inferences_and_only_on_request() -> Result<()> {
    let page = Page::open("as-of=2021-01-01&partnership=asean-eaeu").await?;
    assert_eq!(page.count(".cell.inferred").await?, 0);
    let head = page.seen("th:has([data-select='instrument:poc-2019'])").await?;
    assert!(head.contains("names no sectors"), "{head}");
    assert_eq!(page.count(".heads .silent").await?, 1, "the other instruments name some");
    page.click(".heads .infer[title='show inferred from Memorandum (MoU)']").await?;
    page.until("$$('.cell.inferred').length == 9").await?;
    let words = page.all_seen(".cell.inferred").await?;
    assert!(words.iter().all(|word| word.starts_with("inferred")), "{words:?}");
    let cells = page.result().await?["cells"].clone();
    let inferred = cells.as_array().into_iter().flatten().filter(|cell| cell["inferred"] == true).count();
    assert_eq!(inferred, 9);
    page.click(".heads .infer[aria-pressed=true]").await?;
    page.until("!$('.cell.inferred') && atlas.query == 'as-of=2021-01-01&partnership=asean-eaeu'").await?;
    page.end().await
}

#[tokio::test]
async fn what_is_later_than_the_day_is_drawn_as_an_outline_and_not_in_the_result() -> Result<()> {
    let page = Page::open("as-of=2016-08-05").await?;
    assert_eq!(
        page.all_select(".events li.later > [data-select]").await?,
        ["event:recommendations-noted", "event:mou-signed", "event:aem-russia-8", "event:aem-russia-9"]
    );
    let result = page.result().await?;
    assert_eq!(
        each(&result["events"], "id"),
        ["aec-launch", "study-proposed", "plans-agreed", "aem-russia-5", "officials-tasked"]
    );
    // The plans of 2016 may be later than 5 August; the proposal was made by that day.
    assert_eq!(page.all_select(".events li.unsure > [data-select]").await?, ["event:plans-agreed"]);
    assert_eq!(page.count(".matrix td.later:not([hidden])").await?, 9);
    page.ask("as-of=2016-08-04").await?;
    let unsure = page.all_select(".events li.unsure > [data-select]").await?;
    assert_eq!(unsure, ["event:plans-agreed", "event:study-proposed"]);
    page.end().await
}

#[tokio::test]
async fn of_the_post_2017_programme_its_name_is_all_that_was_known_in_2016() -> Result<()> {
    let page = Page::open("as-of=2016-06-01&select=instrument:work-programme-post-2017").await?;
    let details = page.seen(".details .answer").await? + &page.seen(".details .lead").await?;
    for expected in ["On 1 June 2016: undetermined", "Its name says “post-2017”; when it was adopted is not stated."]
    {
        assert!(details.to_lowercase().contains(&expected.to_lowercase()), "{details}");
    }
    assert!(page.seen(".details .sources").await?.contains("section A (post-2017 work programme), heading"));
    // Nothing is drawn of it, as nothing is stated; that is said no earlier than its name allows, and the gaps of 2016 are
    // not closed by it.
    let lane = ".lane[data-select='instrument:work-programme-post-2017']";
    assert_eq!(page.count(&format!("{lane} :is(.segment, .adopted)")).await?, 0);
    assert_eq!(page.text(&format!("$(\"{lane} .said\").textContent")).await?, "adoption and term not stated");
    let start = format!("$(\"{lane} .said\").getBoundingClientRect().left");
    let limit =
        "$$('.axis .tick').find(tick => tick.textContent == '2018').querySelector('line').getBoundingClientRect().left";
    assert!(page.get(&format!("{start} >= {limit}")).await? == json!(true));
    page.ask("as-of=2016-06-01&gaps=1").await?;
    assert!(page.all_seen(ROWS).await?.contains(&"Infrastructure".to_owned()));
    page.ask("as-of=2018-01-01&gaps=1").await?;
    assert!(!page.all_seen(ROWS).await?.contains(&"Infrastructure".to_owned()));
    page.end().await
}

#[tokio::test]
async fn the_meetings_behind_the_memorandum_and_the_programme_are_named_with_their_partnership() -> Result<()> {
    let page = Page::open("as-of=2021-01-01&partnership=asean-russia").await?;
    assert_eq!(
        page.all_select(".events li:not([hidden]) > [data-select]").await?,
        ["event:aem-russia-5", "event:plans-agreed", "event:mou-signed", "event:aem-russia-8", "event:aem-russia-9"]
    );
    let line = page.seen(".events li:has([data-select='event:aem-russia-8'])").await?;
    assert!(line.contains("8th AEM-Russia Consultations (ASEAN-Russia)"), "{line}");
    for (event, meeting, who) in [
        (
            "mou-signed",
            "3rd ASEAN-Russia Summit, in the margins ASEAN-Russia",
            "Dato Lim Jock Hoi Secretary-General of ASEAN",
        ),
        ("aem-russia-8", "8th AEM-Russia Consultations ASEAN-Russia", "Russia Takes part in the Consultations"),
        ("aem-russia-9", "9th AEM-Russia Consultations ASEAN-Russia", "Ministers (AEM-Russia) Endorse the extension"),
    ] {
        page.ask(&format!("as-of=2021-01-01&select=event:{event}")).await?;
        let details = page.seen(".details").await?.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(details.contains(meeting) && details.contains(who), "{event}: {details}");
    }
    page.end().await
}

/// From the filter of a partnership to the meeting: a reader sees whose it was, and opens it.
#[tokio::test]
async fn a_reader_finds_whose_meetings_dealt_with_the_memorandum_and_the_programme() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    page.click(".matrix thead [data-select='instrument:poc-2019']").await?;
    page.until("$('.details')").await?;
    page.click(".details [data-select='event:aem-russia-9']").await?;
    page.until("$('.details-title').textContent.includes('Extension')").await?;
    let details = page.seen(".details").await?;
    for expected in
        ["28 August 2020", "9th AEM-Russia Consultations ASEAN-Russia", "Endorse the extension of the timeframe"]
    {
        assert!(details.contains(expected), "no {expected} in: {details}");
    }
    page.end().await
}

/// A search for the ministers, then the event of that year.
#[tokio::test]
async fn in_2017_the_ministers_noted_recommendations() -> Result<()> {
    let page = Page::open("as-of=2018-01-01&compare=2016-12-31&q=ministers").await?;
    let acts = page.all_seen(".changes li").await?;
    assert_eq!(acts, ["2017: Recommendations noted"]);
    page.click(".changes [data-select='event:recommendations-noted']").await?;
    page.until("$('.details')").await?;
    let details = page.seen(".details").await?;
    for expected in ["2017", "Ministers", "Note the recommendations", "sentence 4"] {
        assert!(details.contains(expected), "no {expected} in: {details}");
    }
    page.end().await
}

/// Every event of the list, opened one after the other: who takes part, in which role.
#[tokio::test]
async fn each_event_tells_who_takes_part_in_which_role() -> Result<()> {
    let page = Page::open("as-of=2021-01-01").await?;
    for (event, who) in [
        ("study-proposed", "Participants Russia Proposes the study"),
        ("plans-agreed", "Participants ASEAN Agrees on the instruments Russia Agrees on the instruments"),
        ("aem-russia-5", "ASEAN Welcomes the proposal Russia Takes part; its proposal is welcomed"),
        ("officials-tasked", "Ministers Give the task Senior economic officials Are given the task"),
        ("recommendations-noted", "Participants Ministers Note the recommendations"),
        (
            "mou-signed",
            "Dato Lim Jock Hoi Secretary-General of ASEAN; signs Tigran Sargsyan Chairman of the Board of the EEC; signs",
        ),
        (
            "aem-russia-8",
            "Ministers (AEM-Russia) Endorse the Programme of Cooperation ASEAN Takes part in the Consultations Russia \
             Takes part in the Consultations",
        ),
        ("aem-russia-9", "Ministers (AEM-Russia) Endorse the extension of the timeframe ASEAN Takes part"),
    ] {
        page.click(&format!(".events [data-select='event:{event}']")).await?;
        page.until(&format!("atlas.query.endsWith('select=event:{event}') && $('.details')")).await?;
        let details = page.seen(".details").await?;
        assert!(details.contains(who), "{event}: {details}");
    }
    // Nobody is named at the launch of the Community.
    page.click(".events [data-select='event:aec-launch']").await?;
    page.until("atlas.query.endsWith('select=event:aec-launch')").await?;
    assert!(!page.seen(".details").await?.contains("Participants"));
    page.end().await
}

/// By the field of the second day, and by a filter on a sector: text, marks in both views.
#[tokio::test]
async fn what_changed_from_june_2018_to_september_2020_is_told_for_all_and_for_a_sector() -> Result<()> {
    let page = Page::open("as-of=2020-09-01&compare=2018-06-01").await?;
    let acts = page.all_seen(".changes li").await?;
    assert_eq!(acts.len(), 3, "{acts:?}");
    assert_eq!(
        page.seen(".changes .summary").await?,
        "Between 1 June 2018 and 1 September 2020: 2 instruments adopted, 1 term extended, no term ended, 5 sectors newly named."
    );
    assert!(acts[0].starts_with("14 November 2018: Memorandum signed – Memorandum (MoU) names as areas: "), "{acts:?}");
    assert_eq!(acts[1], "September 2019: Programme of Cooperation endorsed");
    assert_eq!(acts[2], "28 August 2020: Extension of the Programme endorsed – term 2019–2020, then 2019–2025");
    assert_eq!(page.count(".matrix td.changed .cell").await?, 9);
    let answer = page.ask("as-of=2020-09-01&compare=2018-06-01&sector=customs").await?;
    assert_eq!(
        page.all_seen(".changes li").await?,
        ["14 November 2018: Memorandum signed – Memorandum (MoU) names as areas: Customs procedures"]
    );
    assert_eq!(page.all_select(".matrix tr:not([hidden]) td.changed .cell").await?, ["cell:customs/mou-2018"]);
    assert_eq!(answer["changes"], json!([{"id": "mou-signed", "kind": "signed", "date": "2018-11-14"}]));
    page.ask("as-of=2020-09-01").await?;
    assert_eq!(page.count(".matrix .changed").await?, 0);
    page.end().await
}

#[tokio::test]
async fn what_is_not_from_the_page_says_so() -> Result<()> {
    let page = Page::open("").await?;
    page.ask("select=instrument:mou-2018").await?;
    let sources = page.seen(".details").await?;
    assert!(sources.contains("permanent regulatory body") && sources.contains("not from the page"), "{sources}");
    assert!(
        sources.contains("Article 18, paragraph 1, sentence 1") && !sources.contains("section A (Article"),
        "{sources}"
    );
    // At the foot of the atlas: what the sources are, and what in the views is from neither.
    let foot = page.seen(".colophon").await?;
    assert!(foot.contains("The groups of sectors are the atlas’s own arrangement"), "{foot}");
    assert!(foot.contains(concat!(" · Cooperation atlas ", env!("CARGO_PKG_VERSION"))), "{foot}");
    page.end().await
}

#[tokio::test]
async fn the_order_of_the_plans_and_the_fifth_consultations_is_said_to_be_unknown() -> Result<()> {
    let page = Page::open("").await?;
    let plans = page.seen(".events li:has([data-select='event:plans-agreed'])").await?;
    assert!(plans.contains("not known") && plans.contains("Study proposal welcomed"), "{plans}");
    assert_eq!(page.get("$('[data-select=\"event:plans-agreed\"] time').dateTime").await?, "2016");
    assert_eq!(page.get("$('[data-select=\"event:mou-signed\"] time').dateTime").await?, "2018-11-14");
    assert_eq!(page.get("$('[data-select=\"event:aem-russia-8\"] time').dateTime").await?, "2019-09");
    assert_eq!(page.count(".events .tray li:not([hidden])").await?, 3);
    page.end().await
}
