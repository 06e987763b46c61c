//! The questions that a reader brings, with the only right answers, and the numbers of the shipped data.

use crate::asking::{ask, each, shipped, texts};
use atlas::model::{Coverage, EventId};
use atlas::query::{Target, url};
use serde_json::json;

/// The cells of a result as `sector/column`.
fn cells(query: &str) -> Vec<String> {
    let answer = ask(query);
    let cells = answer["cells"].as_array().unwrap().iter();
    cells.map(|cell| format!("{}/{}", cell["sector"].as_str().unwrap(), cell["column"].as_str().unwrap())).collect()
}

fn event(slug: &str) -> EventId {
    match url::target(&shipped().data, &format!("event:{slug}")) {
        Some(Target::Event(id)) => id,
        other => panic!("{slug}: {other:?}"),
    }
}

#[test]
fn the_data_has_6_instruments_21_sectors_30_records_and_9_events() {
    let data = &shipped().data;
    assert_eq!(
        [data.instruments().len(), data.sectors().len(), data.coverage().len(), data.events().len()],
        [6, 21, 30, 9]
    );
    let of = |coverage| data.coverage().iter().filter(|record| record.coverage == coverage).count();
    assert_eq!(Coverage::ALL.iter().map(|coverage| of(*coverage)).collect::<Vec<_>>(), [12, 9, 7, 2]);
}

#[test]
fn an_empty_query_answers_with_everything() {
    let answer = ask("");
    assert_eq!(answer["counts"], json!({"sectors": 21, "instruments": 6, "cells": 30, "events": 9}));
    assert_eq!(answer["rejected"], json!([]));
    assert_eq!(answer["asOf"], crate::asking::TODAY);
    assert_eq!(answer["query"], "");
    assert_eq!(answer["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn agriculture_is_covered_by_two_instruments_and_by_cooperation_outside_any() {
    let answer = ask("sector=agriculture&as-of=2019-07-01");
    assert_eq!(
        answer["cells"],
        json!([
            {"sector": "agriculture", "column": "work-programme-post-2017", "coverage": "covered", "inferred": false},
            {"sector": "agriculture", "column": "agriculture-2016-2020", "coverage": "covered", "inferred": false},
            {"sector": "agriculture", "column": "asean-russia", "coverage": "sectoral", "inferred": false},
        ])
    );
    assert_eq!(
        answer["instruments"],
        json!([
            {"id": "work-programme-post-2017", "state": "open", "term": null},
            {"id": "agriculture-2016-2020", "state": "in-force", "term": "2016/2020"},
        ])
    );
    assert_eq!(answer["sectors"], json!(["agriculture"]));
}

#[test]
fn the_programme_of_cooperation_runs_until_2020_and_from_its_extension_until_2025() {
    for (day, state, term) in [
        ("2019-07-01", "not-yet-adopted", json!(null)),
        ("2019-09-10", "undetermined", json!("2019/2020")),
        ("2019-10-15", "in-force", json!("2019/2020")),
        ("2020-08-27", "in-force", json!("2019/2020")),
        ("2020-08-28", "in-force", json!("2019/2025")),
        ("2020-09-01", "in-force", json!("2019/2025")),
    ] {
        let answer = ask(&format!("as-of={day}&instrument=poc-2019"));
        assert_eq!(answer["instruments"], json!([{"id": "poc-2019", "state": state, "term": term}]), "{day}");
        assert_eq!(answer["asOf"], day);
    }
}

#[test]
fn the_contracts_own_example_is_answered_as_it_says() {
    let answer = ask("instrument=poc-2019&as-of=2019-10-15");
    assert_eq!(answer["query"], "as-of=2019-10-15&instrument=poc-2019");
    assert_eq!(answer["counts"], json!({"sectors": 0, "instruments": 1, "cells": 0, "events": 1}));
    assert_eq!(answer["events"], json!([{"id": "aem-russia-8", "date": "2019-09"}]));
    assert_eq!([&answer["sectors"], &answer["cells"], &answer["rejected"]], [&json!([]); 3]);
}

/// Space, disaster management, culture, maritime ports, smart cities: by "show gaps" and by coverage.
#[test]
fn five_sectors_belong_to_no_instrument() {
    let gaps = ["maritime-ports", "smart-cities", "space", "disaster-management", "culture"];
    assert_eq!(texts(&ask("gaps=1&as-of=2019-07-01")["sectors"]), gaps);

    // The same by subtraction, without "show gaps": every sector that stands outside, less those in an instrument.
    let outside = ask("coverage=sectoral&coverage=exploring");
    let inside = ask("coverage=covered&coverage=named-area");
    let inside = texts(&inside["sectors"]);
    let rest: Vec<&str> = texts(&outside["sectors"]).into_iter().filter(|sector| !inside.contains(sector)).collect();
    assert_eq!(rest, gaps);
    assert_eq!(texts(&ask("coverage=exploring")["sectors"]), ["maritime-ports", "smart-cities"]);
    assert_eq!(
        texts(&ask("coverage=sectoral")["sectors"]),
        ["tourism", "agriculture", "energy", "science-technology", "space", "disaster-management", "culture"]
    );
}

#[test]
fn gaps_follow_the_day() {
    // Once the terms of 2016 to 2020 are over, only instruments without a stated term, and those extended, cover.
    let later = ask("gaps=1&as-of=2021-06-01");
    assert_eq!(
        texts(&later["sectors"]),
        [
            "maritime-ports",
            "smart-cities",
            "food-security",
            "energy",
            "science-technology",
            "space",
            "disaster-management",
            "culture"
        ]
    );
    // In 2016 itself nobody can say whether the plans of that year cover yet: undetermined is not covered.
    assert!(texts(&ask("gaps=1&as-of=2016-06-01")["sectors"]).contains(&"energy"));
}

#[test]
fn the_memorandum_was_signed_in_singapore_by_two_persons_in_their_offices() {
    let data = &shipped().data;
    let id = event("mou-signed");
    let row = data.event(id);
    assert_eq!(row.date.unwrap().to_string(), "2018-11-14");
    assert_eq!(row.place.get(0), "Singapore, in the margins of the 3rd ASEAN-Russia Summit");
    let signers: Vec<_> = data.participants(id).map(|person| (person.name.get(0), person.role.get(0))).collect();
    assert_eq!(
        signers,
        [
            ("Dato Lim Jock Hoi", "Secretary-General of ASEAN; signs"),
            ("Tigran Sargsyan", "Chairman of the Board of the EEC; signs")
        ]
    );
    assert_eq!(data.participants(id).nth(1).unwrap().source_spelling, "Tigran Sargasyan");
    assert_eq!(row.evidence.locator, "B5");
}

#[test]
fn asean_eaeu_and_agriculture_have_nothing_in_common_in_the_source() {
    let answer = ask("partnership=asean-eaeu&sector=agriculture");
    assert_eq!(answer["counts"], json!({"sectors": 0, "instruments": 0, "cells": 0, "events": 0}));
    assert_eq!(answer["rejected"], json!([]));
}

#[test]
fn a_search_finds_the_memorandum_by_the_sources_spelling_in_any_case_and_language() {
    for text in [
        "EAU",
        "eau",
        "Eau",
        "MOU",
        "mou",
        "Memorandum",
        "%D0%9C%D0%B5%D0%BC%D0%BE%D1%80%D0%B0%D0%BD%D0%B4%D1%83%D0%BC",
    ] {
        let answer = ask(&format!("q={text}"));
        assert!(each(&answer["instruments"], "id").contains(&"mou-2018"), "{text}: {answer}");
        assert!(each(&answer["events"], "id").contains(&"mou-signed"), "{text}: {answer}");
    }
}

#[test]
fn a_search_finds_the_signing_by_each_spelling_of_the_signers_name() {
    for text in ["Sargasyan", "Sargsyan", "sargsyan tigran", "Саркисян", "саркисян", "Lim Jock Hoi", "Singapore"]
    {
        assert_eq!(each(&ask(&format!("q={text}"))["events"], "id"), ["mou-signed"], "{text}");
    }
    assert_eq!(each(&ask("q=Sarkozy")["events"], "id"), [""; 0]);
}

#[test]
fn a_search_finds_the_work_programme_by_the_roadmap_that_the_source_names() {
    for text in ["roadmap", "Post-2017 Roadmap", "Дорожная карта"] {
        assert_eq!(each(&ask(&format!("q={text}"))["instruments"], "id"), ["work-programme-post-2017"], "{text}");
    }
}

#[test]
fn a_search_finds_words_by_their_beginning_and_wants_all_of_them() {
    assert_eq!(cells("q=agric secur"), cells("instrument=agriculture-2016-2020"));
    assert_eq!(cells("q=secur agric"), cells("instrument=agriculture-2016-2020"));
    assert_eq!(texts(&ask("q=e-comm")["sectors"]), ["e-commerce"]);
    assert_eq!(cells("q=nosuchword"), [""; 0]);
    assert_eq!(ask("q=%20")["counts"], ask("")["counts"]);
}

#[test]
fn a_search_for_a_sector_finds_no_other_sector_that_only_stands_in_a_group_named_after_it() {
    assert_eq!(texts(&ask("q=energy")["sectors"]), ["energy"]);
    assert_eq!(texts(&ask("q=infrastructure")["sectors"]), ["infrastructure"]);
}

#[test]
fn the_programmes_cells_are_inferred_from_the_memorandum_and_only_on_request() {
    assert_eq!(cells("instrument=poc-2019"), [""; 0]);
    let answer = ask("instrument=poc-2019&inferred=1&as-of=2021-01-01");
    let stated = ask("instrument=mou-2018&as-of=2021-01-01");
    assert_eq!(answer["counts"]["cells"], 9);
    assert_eq!(answer["sectors"], stated["sectors"]);
    assert!(answer["cells"].as_array().unwrap().iter().all(|cell| cell["inferred"] == true), "{answer}");
    assert_eq!(each(&answer["cells"], "coverage"), ["named-area"; 9]);
    // The others are stated all the same.
    let all = ask("inferred=1&as-of=2021-01-01");
    let inferred = all["cells"].as_array().unwrap().iter().filter(|cell| cell["inferred"] == true);
    assert_eq!((all["counts"]["cells"].as_u64(), inferred.count()), (Some(39), 9));
}

#[test]
fn what_is_not_known_on_the_day_is_left_out() {
    let answer = ask("as-of=2016-08-05");
    assert_eq!(
        each(&answer["events"], "id"),
        ["aec-launch", "study-proposed", "plans-agreed", "aem-russia-5", "officials-tasked"]
    );
    assert!(cells("as-of=2016-08-05").iter().all(|cell| !cell.ends_with("/mou-2018")));
    assert!(!each(&ask("as-of=2016-08-04")["events"], "id").contains(&"aem-russia-5"));
    // The instrument itself stands there as not yet adopted: the reader sees an outline of it.
    let states = each(&answer["instruments"], "state");
    assert_eq!(
        states,
        ["undetermined", "undetermined", "undetermined", "undetermined", "not-yet-adopted", "not-yet-adopted"]
    );
}

#[test]
fn an_event_that_may_lie_on_either_side_of_the_day_is_marked() {
    for (day, expected) in [
        ("2019-08-31", None),
        ("2019-09-01", Some(json!({"id": "aem-russia-8", "date": "2019-09", "undetermined": true}))),
        ("2019-09-30", Some(json!({"id": "aem-russia-8", "date": "2019-09", "undetermined": true}))),
        ("2019-10-01", Some(json!({"id": "aem-russia-8", "date": "2019-09"}))),
    ] {
        let answer = ask(&format!("as-of={day}&partnership=asean-eaeu"));
        let events = answer["events"].as_array().unwrap();
        assert_eq!(events.iter().find(|event| event["id"] == "aem-russia-8"), expected.as_ref(), "{day}");
    }
}

#[test]
fn undated_events_are_in_on_every_day() {
    for day in ["0001-01-01", "2016-08-05", "9999-12-31"] {
        let answer = ask(&format!("as-of={day}"));
        let events = answer["events"].as_array().unwrap();
        for id in ["aec-launch", "officials-tasked"] {
            assert!(events.contains(&json!({"id": id, "date": null})), "{day}: {answer}");
        }
    }
}

/// The proposal was welcomed on 5 August 2016, so it was made by then; before that day nobody can tell.
#[test]
fn before_its_latest_date_an_undated_event_is_undetermined() {
    for (day, expected) in [
        ("0001-01-01", json!({"id": "study-proposed", "date": null, "undetermined": true})),
        ("2016-08-04", json!({"id": "study-proposed", "date": null, "undetermined": true})),
        ("2016-08-05", json!({"id": "study-proposed", "date": null})),
        ("9999-12-31", json!({"id": "study-proposed", "date": null})),
    ] {
        let answer = ask(&format!("as-of={day}"));
        assert!(answer["events"].as_array().unwrap().contains(&expected), "{day}: {answer}");
    }
}

/// Until the end of 2017 its name is all that could be known of it: it is undetermined, and closes no gap.
#[test]
fn of_the_post_2017_programme_nothing_was_known_before_2018() {
    for (day, state, gap) in [
        ("2015-01-01", "undetermined", true),
        ("2016-06-01", "undetermined", true),
        ("2017-12-31", "undetermined", true),
        ("2018-01-01", "open", false),
    ] {
        let answer = ask(&format!("as-of={day}&instrument=work-programme-post-2017"));
        let expected = json!([{"id": "work-programme-post-2017", "state": state, "term": null}]);
        assert_eq!(answer["instruments"], expected, "{day}");
        let gaps = ask(&format!("as-of={day}&gaps=1"));
        for sector in ["infrastructure", "digital-technologies"] {
            assert_eq!(texts(&gaps["sectors"]).contains(&sector), gap, "{sector} on {day}");
        }
    }
    let data = &shipped().data;
    let (_, programme) = data.instruments().next().unwrap();
    let limit = programme.not_before.as_ref().unwrap();
    assert_eq!(limit.date.to_string(), "2018");
    assert_eq!(limit.reason.text.get(0), "Its name says “post-2017”; when it was adopted is not stated.");
    assert_eq!(limit.reason.evidence.locator, "A0");
}

/// The Memorandum was signed in the margins of a summit of ASEAN and Russia, the Programme endorsed and extended by
/// their consultations: all three are about ASEAN and the Union.
#[test]
fn the_meetings_that_dealt_with_the_memorandum_and_the_programme_were_those_of_asean_and_russia() {
    let data = &shipped().data;
    for (slug, forum) in [
        ("aem-russia-5", "5th AEM-Russia Consultations"),
        ("mou-signed", "3rd ASEAN-Russia Summit, in the margins"),
        ("aem-russia-8", "8th AEM-Russia Consultations"),
        ("aem-russia-9", "9th AEM-Russia Consultations"),
    ] {
        let row = data.event(event(slug));
        assert_eq!(row.forum.get(0), forum);
        assert_eq!(data.partnership(row.forum_of.unwrap()).slug, "asean-russia");
        assert_eq!(data.partnership(row.partnership).slug, "asean-eaeu");
    }
    // Of 2017 the source names no meeting.
    assert_eq!(data.event(event("recommendations-noted")).forum_of, None);
}

#[test]
fn a_partnership_keeps_the_events_about_it_and_those_of_its_forums_and_says_which() {
    let answer = ask("as-of=2021-01-01&partnership=asean-russia");
    assert_eq!(
        answer["events"],
        json!([
            {"id": "plans-agreed", "date": "2016"},
            {"id": "aem-russia-5", "date": "2016-08-05", "inForumOf": "asean-russia"},
            {"id": "mou-signed", "date": "2018-11-14", "inForumOf": "asean-russia"},
            {"id": "aem-russia-8", "date": "2019-09", "inForumOf": "asean-russia"},
            {"id": "aem-russia-9", "date": "2020-08-28", "inForumOf": "asean-russia"},
        ])
    );
    for query in ["as-of=2021-01-01&partnership=asean-eaeu", "as-of=2021-01-01"] {
        let answer = ask(query);
        assert!(answer["events"].as_array().unwrap().iter().all(|event| event["inForumOf"].is_null()), "{answer}");
    }
}

#[test]
fn in_2017_the_ministers_noted_recommendations() {
    let data = &shipped().data;
    let id = event("recommendations-noted");
    assert_eq!(data.event(id).date.unwrap().to_string(), "2017");
    let who: Vec<_> = data.participants(id).map(|row| (row.name.get(0), row.role.get(0))).collect();
    assert_eq!(who, [("Ministers", "Note the recommendations")]);
    assert_eq!(data.event(id).evidence.locator, "B4");
}

/// Who takes part in each event, in which role; the launch of the Community has nobody.
#[test]
fn each_event_names_who_takes_part_and_in_which_role() {
    let data = &shipped().data;
    for (slug, expected) in [
        ("aec-launch", &[][..]),
        ("study-proposed", &[("Russia", "Proposes the study")]),
        ("plans-agreed", &[("ASEAN", "Agrees on the instruments"), ("Russia", "Agrees on the instruments")]),
        ("aem-russia-5", &[("ASEAN", "Welcomes the proposal"), ("Russia", "Takes part; its proposal is welcomed")]),
        ("officials-tasked", &[("Ministers", "Give the task"), ("Senior economic officials", "Are given the task")]),
        (
            "aem-russia-8",
            &[
                ("Ministers (AEM-Russia)", "Endorse the Programme of Cooperation"),
                ("ASEAN", "Takes part in the Consultations"),
                ("Russia", "Takes part in the Consultations"),
            ],
        ),
        (
            "aem-russia-9",
            &[
                ("Ministers (AEM-Russia)", "Endorse the extension of the timeframe"),
                ("ASEAN", "Takes part in the Consultations"),
                ("Russia", "Takes part in the Consultations"),
            ],
        ),
    ] {
        let who: Vec<_> = data.participants(event(slug)).map(|row| (row.name.get(0), row.role.get(0))).collect();
        assert_eq!(who, expected, "{slug}");
    }
}

/// That the Commission is a body of the Union is not on the page, and does not pass for it.
#[test]
fn what_is_not_from_the_page_has_a_background_source_of_its_own() {
    let data = &shipped().data;
    let kinds: Vec<_> = data.sources().map(|(_, source)| (source.slug.as_str(), source.kind.id())).collect();
    assert_eq!(kinds, [("asean-priorities", "main"), ("eaeu-treaty", "background")]);
    let (_, union) = data.partnerships().nth(1).unwrap();
    let background = union.background.as_ref().unwrap();
    assert!(background.text.get(0).contains("permanent regulatory body"), "{background:?}");
    let treaty = data.source(background.evidence.source);
    assert_eq!(treaty.slug, "eaeu-treaty");
    // Readers of its own language are told its title once.
    assert_eq!(treaty.title.get(1), treaty.original_title);
}

#[test]
fn cells_outside_an_instrument_are_in_on_every_day() {
    for day in ["0001-01-01", "9999-12-31"] {
        assert_eq!(ask(&format!("as-of={day}&coverage=sectoral&coverage=exploring"))["counts"]["cells"], 9, "{day}");
    }
}

#[test]
fn unknown_names_and_values_are_rejected_as_they_were_written() {
    let answer =
        ask("sector=narnia&frob=1&as-of=2019-02-30&view=map&sector=space&gaps=yes&select=cell:space/none&lang=tlh&\
         range=2016/..&state=dead&coverage&q=space");
    assert_eq!(
        texts(&answer["rejected"]),
        [
            "sector=narnia",
            "frob=1",
            "as-of=2019-02-30",
            "view=map",
            "gaps=yes",
            "select=cell:space/none",
            "lang=tlh",
            "range=2016/..",
            "state=dead",
            "coverage"
        ]
    );
    assert_eq!(answer["query"], "q=space&sector=space");
    assert_eq!(answer["sectors"], json!(["space"]));
}

#[test]
fn a_state_keeps_the_instruments_in_it_and_nothing_outside_an_instrument() {
    let answer = ask("state=in-force&as-of=2019-07-01");
    assert_eq!(each(&answer["instruments"], "id"), ["agriculture-2016-2020", "sti-2016-2020", "energy-2016-2020"]);
    assert_eq!(texts(&answer["sectors"]), ["agriculture", "food-security", "energy", "science-technology"]);
    assert_eq!(each(&answer["events"], "id"), ["plans-agreed"]);
}

#[test]
fn the_order_of_the_plans_and_of_the_fifth_consultations_is_undetermined() {
    let data = &shipped().data;
    let interval = |slug: &str| data.event(event(slug)).date.unwrap().interval();
    let relation = interval("plans-agreed").relation(&interval("aem-russia-5"));
    assert!(!matches!(relation, atlas::time::Relation::Before | atlas::time::Relation::After), "{relation:?}");
    // Nothing pads the year to a day.
    let answer = ask("");
    assert!(answer["events"].as_array().unwrap().contains(&json!({"id": "plans-agreed", "date": "2016"})));
}

/// The same meetings as a search finds them, by the words that readers type.
#[test]
fn a_search_finds_the_meetings_by_name_number_and_place() {
    for (text, expected) in [
        ("5th consultations", &["aem-russia-5"][..]),
        ("AEM-Russia consultations", &["aem-russia-5", "aem-russia-8", "aem-russia-9"]),
        ("3rd summit", &["mou-signed"]),
        ("консультации министров экономики", &["aem-russia-5", "aem-russia-8", "aem-russia-9"]),
    ] {
        assert_eq!(each(&ask(&format!("as-of=2021-01-01&q={text}"))["events"], "id"), expected, "{text}");
    }
}
