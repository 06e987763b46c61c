//! Each mistake that the tables can hold, and the message that names it.

use crate::folder::{Folder, problems_in};
use proptest::prelude::*;

/// The folder has these problems and no others.
#[track_caller]
fn check(folder: Folder, expected: &[&str]) {
    assert_eq!(folder.problems(), expected);
}

fn folder() -> Folder {
    Folder::new()
}

const ID: &str = "lower-case letters, digits and single hyphens, such as `mou-2018`";
const EDTF: &str = "an EDTF date such as 2016-08-05, 2019-09, 2016, 201X, 2016~, 2016/2020 or 2018/..";

#[test]
fn a_valid_folder_has_no_problems() {
    check(folder(), &[]);
    check(folder().without("activities.csv"), &[]);
    check(folder().with("relations.csv", "subject,relation,object,note_en,note_ru,source,locator\n"), &[]);
}

#[test]
fn the_shipped_dataset_has_no_problems() {
    assert_eq!(problems_in("src/data".as_ref()), [""; 0]);
}

#[test]
fn other_languages_need_no_code() {
    let german = folder().replace("datapackage.json", r#"["en", "ru"]"#, r#"["de"]"#).replace(
        "datapackage.json",
        "\"name\"",
        "\"title_de\": \"Klein\", \"description_de\": \"Klein.\", \"name\"",
    );
    let files = ["sources", "sections", "partnerships", "groups", "sectors", "instruments", "proposals"];
    let german = files.iter().chain(&["coverage", "events", "terms", "participants", "relations", "activities"]).fold(
        german,
        |folder, name| {
            let file = format!("{name}.csv");
            let text = folder.text(&file);
            let header = text.lines().next().unwrap();
            let russian: Vec<usize> =
                (0..).zip(header.split(',')).filter(|(_, name)| name.ends_with("_ru")).map(|(at, _)| at).collect();
            let row = |row: &str| {
                let cells = row.split(',').enumerate().filter(|(at, _)| !russian.contains(at)).map(|(_, cell)| cell);
                cells.collect::<Vec<_>>().join(",").replace("_en", "_de") + "\n"
            };
            folder.with(&file, text.lines().map(row).collect::<String>())
        },
    );
    check(german, &[]);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    let text = folder().text("groups.csv");
    check(folder().with("groups.csv", format!("\u{feff}{}", text.replace('\n', "\r\n"))), &[]);
}

#[test]
fn not_utf_8() {
    check(
        folder().with("groups.csv", b"id,name_en,name_ru\ntrade,Trade,\xd2\xee\xf0\n".to_vec()),
        &[r#"groups.csv:2: not UTF-8 (byte D2), expected UTF-8 (in Excel: save as "CSV UTF-8")"#],
    );
    check(
        folder().with("groups.csv", b"\xff\xfei\0d\0".to_vec()),
        &[r#"groups.csv:1: not UTF-8 but UTF-16, expected UTF-8 (in Excel: save as "CSV UTF-8")"#],
    );
}

#[test]
fn semicolons_and_tabs_instead_of_commas() {
    for (separator, name) in [(";", "semicolons"), ("\t", "tabs")] {
        let text = folder().text("sectors.csv").replace(',', separator);
        let expected =
            format!("sectors.csv:1: {name} between the cells, as Excel writes them in some countries, expected commas");
        check(folder().with("sectors.csv", text), &[&expected]);
    }
}

#[test]
fn a_missing_column() {
    let text = "source,id,name_en\npage,A,First\npage,B,Second\n";
    check(
        folder().with("sections.csv", text),
        &["sections.csv:1:name_ru: missing column, expected the columns source, id, name_en, name_ru"],
    );
    let text = "source,name_en,name_ru\npage,First,Первый\n";
    check(
        folder().with("sections.csv", text),
        &["sections.csv:1:id: missing column, expected the columns source, id, name_en, name_ru"],
    );
}

#[test]
fn an_unknown_column_suggests_the_one_that_was_meant() {
    check(
        folder().replace("groups.csv", "name_ru", "nmae_ru"),
        &["groups.csv:1:nmae_ru: unknown column, expected `name_ru`"],
    );
    check(
        folder().with("groups.csv", "id,name_en,name_ru,colour\ntrade,Trade,Торговля,red\nresources,R,Р,blue\n"),
        &["groups.csv:1:colour: unknown column, expected a known one; the nearest is `id`"],
    );
    check(
        folder().with("groups.csv", "id,name_en,name_ru,name_de\ntrade,Trade,Торговля,Handel\nresources,R,Р,R\n"),
        &["groups.csv:1:name_de: unknown column, expected a language of datapackage.json: `en` or `ru`"],
    );
}

#[test]
fn a_column_twice() {
    check(
        folder().with("groups.csv", "id,name_en,name_ru,id\ntrade,Trade,Торговля,x\nresources,R,Р,x\n"),
        &["groups.csv:1:id: a column twice, expected each column once"],
    );
}

#[test]
fn no_header() {
    for text in ["trade,Trade,Торговля\nresources,Resources,Ресурсы\n", ""] {
        check(
            folder().with("groups.csv", text),
            &["groups.csv:1: no header, expected the columns id, name_en, name_ru"],
        );
    }
}

#[test]
fn a_ragged_row() {
    check(folder().row("groups.csv", "other,Other"), &["groups.csv:4: 2 cells, expected 3, as in the header"]);
    check(
        folder().replace("groups.csv", "Resources,Ресурсы", "Oil, gas,Нефть"),
        &["groups.csv:3: 4 cells (a text with commas needs quotation marks), expected 3, as in the header"],
    );
    check(folder().row("groups.csv", ",,"), &["groups.csv:4: an empty row, expected a record, or no row at all"]);
}

#[test]
fn a_quotation_mark_that_is_never_closed() {
    check(
        folder().replace("sectors.csv", "Energy", "\"Energy"),
        &["sectors.csv:2: a quotation mark that is never closed, \
           expected every quoted cell to end with one, and marks inside it doubled"],
    );
}

#[test]
fn rows_are_counted_as_a_spreadsheet_does() {
    check(
        folder().with("groups.csv", "id,name_en,name_ru\n\ntrade,\"Tr\"\"ade\",Т\nresources,R,Р\n,Other,Иное\n"),
        &[&format!("groups.csv:5:id: empty, expected {ID}")],
    );
}

#[test]
fn a_duplicate_id() {
    check(
        folder().row("groups.csv", "trade,Again,Снова"),
        &["groups.csv:4:id: duplicate id `trade` (first in row 2 of groups.csv), expected an id that no other row has"],
    );
    check(
        folder().row("sections.csv", "page,A,Again,Снова"),
        &["sections.csv:4:id: duplicate id `A`, expected each section of `page` once"],
    );
}

#[test]
fn partnerships_instruments_proposals_and_events_share_their_ids() {
    check(
        folder().row("proposals.csv", "mou-2018,east-south,Again,Снова,,,page,B3"),
        &["proposals.csv:3:id: duplicate id `mou-2018` (first in row 3 of instruments.csv), \
           expected an id that no other row has"],
    );
}

#[test]
fn a_malformed_id() {
    for (id, near) in
        [("Other", "other"), ("oth_er", "oth-er"), ("-other", "other"), ("oth--er", "oth-er"), ("друг", "")]
    {
        let near = if near.is_empty() { String::new() } else { format!("; the nearest is `{near}`") };
        check(
            folder().row("groups.csv", &format!("{id},Other,Иное")),
            &[&format!("groups.csv:4:id: malformed id `{id}`, expected {ID}{near}")],
        );
    }
    check(
        folder().row("sections.csv", "page,c,Third,Третий"),
        &["sections.csv:4:id: malformed id `c`, expected upper-case letters, such as `A`"],
    );
}

#[test]
fn an_unknown_reference_names_the_nearest_id() {
    check(
        folder().replace("coverage.csv", "customs,", "custom,").replace("terms.csv", "plan-agreed", "plan-signed"),
        &[
            "coverage.csv:3:sector: unknown id `custom`, expected an id of sectors.csv; the nearest is `customs`",
            "terms.csv:2:event: unknown id `plan-signed`, expected an id of events.csv; the nearest is `mou-signed`",
        ],
    );
    check(
        folder().replace("relations.csv", "mou-2018", "mou"),
        &["relations.csv:2:object: unknown id `mou`, \
           expected an id of instruments.csv, proposals.csv or events.csv; the nearest is `study`"],
    );
    check(
        folder().replace("events.csv", ",study,", ",study | stud | study,"),
        &[
            "events.csv:4:proposals: `study` twice, expected each id once",
            "events.csv:4:proposals: unknown id `stud`, expected an id of proposals.csv; the nearest is `study`",
        ],
    );
}

#[test]
fn an_unknown_value_names_the_nearest() {
    check(
        folder().replace("coverage.csv", "named-area", "namedarea"),
        &["coverage.csv:3:coverage: unknown value `namedarea`, \
           expected `covered`, `named-area`, `sectoral` or `exploring`; the nearest is `named-area`"],
    );
    check(
        folder().replace("activities.csv", "completed", "complete"),
        &["activities.csv:2:state: unknown value `complete`, \
           expected `planned`, `ongoing`, `completed`, `postponed` or `cancelled`; the nearest is `completed`"],
    );
}

#[test]
fn a_malformed_date() {
    check(
        folder().replace("events.csv", "2018-11-14", "14.11.2018"),
        &[&format!("events.csv:3:date: malformed date `14.11.2018`, expected {EDTF}; the nearest is `2018-11-14`")],
    );
    check(
        folder().replace("events.csv", "2018-11-14", "2018-11-31"),
        &["events.csv:3:date: no such date `2018-11-31`, \
           expected a month from 01 to 12 and a day which that month has"],
    );
    check(
        folder().replace("terms.csv", "2016/2020", "2016"),
        &["terms.csv:2:term: a date `2016` alone, expected an interval such as 2016/2016"],
    );
    check(
        folder().replace("sources.csv", "2026-11-23", "2026-11"),
        &["sources.csv:2:read: malformed day `2026-11`, expected a day such as 2026-11-23"],
    );
}

#[test]
fn an_end_before_its_start() {
    check(
        folder().replace("terms.csv", "2016/2020", "2020/2016"),
        &["terms.csv:2:term: an end before the start in `2020/2016`, \
           expected an interval whose end is not before its start"],
    );
}

#[test]
fn a_date_beside_its_latest_possible() {
    check(
        folder().replace("events.csv", "2018-11-14,", "2018-11-14,2019"),
        &["events.csv:3:date_by: filled beside a date, expected it only where the date is not stated"],
    );
}

#[test]
fn a_missing_value() {
    check(
        folder().replace("sectors.csv", "customs,trade", "customs,").replace("groups.csv", "Trade,Торговля", ","),
        &["groups.csv:2:name_en: empty, expected a text", "sectors.csv:3:group: empty, expected an id of groups.csv"],
    );
}

#[test]
fn every_problem_of_a_row_is_reported() {
    check(
        folder().replace("terms.csv", "plan-2016,2016/2020,plan-agreed,,,page,A1", "plan,2016-2020,,Note,,page,"),
        &[
            "terms.csv:2:event: empty, expected an id of events.csv",
            "terms.csv:2:instrument: unknown id `plan`, \
             expected an id of instruments.csv; the nearest is `plan-2016`",
            "terms.csv:2:locator: empty, \
             expected a section's letters and a sentence's number (0: its heading), such as `B7` or `B0 B5`",
            "terms.csv:2:note_ru: no translation, expected a translation of note_en",
            &format!("terms.csv:2:term: malformed date `2016-2020`, expected {EDTF}; the nearest is `2016/2020`"),
        ],
    );
}

#[test]
fn a_limit_without_its_reason_or_beside_an_adoption() {
    let with =
        |cells: &str| folder().replace("instruments.csv", "План,,,,plan-agreed,,,,,", &format!("План,,,,{cells},"));
    let open = |cells: &str| with(cells).replace("terms.csv", "plan-2016,2016/2020,plan-agreed,,,page,A1\n", "");
    check(open(",2018,Its name.,Название.,A0"), &[]);
    check(
        with("plan-agreed,2018,Its name.,Название.,A0"),
        &["instruments.csv:2:not_before: filled beside an adoption, expected it only where no adoption is stated"],
    );
    check(
        open(",2018,,,"),
        &["instruments.csv:2:not_before_locator: empty beside a limit, \
           expected the place that sets the limit, and a note that says how"],
    );
    check(
        open(",,Its name.,Название.,A0"),
        &["instruments.csv:2:not_before: empty beside its note, expected the date before which nothing can be said"],
    );
    check(
        open(",2018,Its name.,Название.,"),
        &["instruments.csv:2:not_before_locator: empty beside its fellows, \
             expected not_before_note and not_before_locator filled, or neither"],
    );
    check(
        open(",2018~,Its name.,Название.,C1"),
        &[
            "instruments.csv:2:not_before: no exact limit `2018~`, expected a day, month or year without `~`, `?` or `%`",
            "instruments.csv:2:not_before_locator: unknown section `C`, expected `A` or `B`, as in sections.csv",
        ],
    );
}

#[test]
fn a_forum_without_its_partnership() {
    let with = |cells: &str| folder().replace("events.csv", "Here,Здесь,,,,", &format!("Here,Здесь,{cells},"));
    check(with("Summit,Саммит,east-west"), &[]);
    check(
        with("Summit,Саммит,"),
        &["events.csv:3:forum_of: empty beside a forum, expected the partnership whose meeting it was"],
    );
    check(
        with(",,east-west"),
        &["events.csv:3:forum_of: filled without a forum, expected the name of the meeting beside it"],
    );
    check(
        with("Summit,,east-north"),
        &[
            "events.csv:3:forum_of: unknown id `east-north`, \
             expected an id of partnerships.csv; the nearest is `east-south`",
            "events.csv:3:forum_ru: no translation, expected a translation of forum_en",
        ],
    );
}

#[test]
fn background_without_its_source() {
    let with = |cells: &str| folder().replace("partnerships.csv", "Запад,,,,,,,page", &format!("Запад,,,{cells},page"));
    check(with("So it is.,Так.,page,B0"), &[]);
    check(
        with("So it is.,Так.,,"),
        &[
            "partnerships.csv:2:background_locator: empty beside its fellows, \
             expected background, background_source and background_locator filled, or none of them",
            "partnerships.csv:2:background_source: empty beside its fellows, \
             expected background, background_source and background_locator filled, or none of them",
        ],
    );
    check(
        folder().replace("sources.csv", "page,main", "page,primary"),
        &["sources.csv:2:kind: unknown value `primary`, expected `main` or `background`; the nearest is `main`"],
    );
}

#[test]
fn an_original_title_and_its_language_go_together() {
    let with = |cells: &str| folder().replace("sources.csv", "Feuille,fr", cells);
    check(with(","), &[]);
    check(
        with("Feuille,"),
        &["sources.csv:2:language: empty beside an original title, expected the tag of its language, such as `en`"],
    );
    check(
        with(",fr"),
        &["sources.csv:2:original_title: empty beside its language, expected the title in that language"],
    );
    check(
        with("Feuille,French"),
        &["sources.csv:2:language: malformed language `French`, expected a tag such as `en`, `ru` or `zh-Hans`"],
    );
}

#[test]
fn a_missing_translation() {
    check(
        folder().replace("sectors.csv", "Энергетика", "").replace("sectors.csv", "Customs", ""),
        &[
            "sectors.csv:2:name_ru: no translation, expected a translation of name_en",
            "sectors.csv:3:name_en: no translation, expected a translation of name_ru",
        ],
    );
}

#[test]
fn a_missing_source_or_locator() {
    check(
        folder().replace("coverage.csv", "page,A1", ",").replace("coverage.csv", "page,B2", "page,"),
        &[
            "coverage.csv:2:locator: empty, \
             expected a section's letters and a sentence's number (0: its heading), such as `B7` or `B0 B5`",
            "coverage.csv:2:source: empty, expected an id of sources.csv",
            "coverage.csv:3:locator: empty, \
             expected a section's letters and a sentence's number (0: its heading), such as `B7` or `B0 B5`",
        ],
    );
}

#[test]
fn a_malformed_locator_or_one_of_an_unknown_section() {
    check(
        folder().replace("coverage.csv", "page,A1", "page,A1 7").replace("coverage.csv", "page,B2", "page,\"B2, B3\""),
        &[
            "coverage.csv:2:locator: malformed place `7`, \
             expected a section's letters and a sentence's number (0: its heading), such as `B7` or `B0 B5`",
            "coverage.csv:3:locator: malformed place `B2,`, \
             expected a section's letters and a sentence's number (0: its heading), such as `B7` or `B0 B5`",
        ],
    );
    check(
        folder().replace("coverage.csv", "page,B2", "page,B2 C1"),
        &["coverage.csv:3:locator: unknown section `C`, expected `A` or `B`, as in sections.csv"],
    );
}

#[test]
fn a_coverage_pair_twice() {
    check(
        folder().row("coverage.csv", "energy,plan-2016,,named-area,,,page,B1"),
        &["coverage.csv:5:sector: the same sector and column as in row 2, expected each pair once"],
    );
}

#[test]
fn coverage_under_exactly_one_column() {
    check(
        folder()
            .row("coverage.csv", "space,,,covered,,,page,A1")
            .row("coverage.csv", "space,mou-2018,east-south,covered,,,page,A1"),
        &[
            "coverage.csv:5:instrument: neither an instrument nor a partnership, expected exactly one of them",
            "coverage.csv:6:partnership: a partnership beside an instrument, expected exactly one of them",
        ],
    );
}

#[test]
fn a_coverage_that_does_not_fit_its_column() {
    check(
        folder().replace("coverage.csv", "named-area", "sectoral").replace("coverage.csv", "exploring", "covered"),
        &[
            "coverage.csv:3:coverage: `sectoral` with an instrument, expected `covered` or `named-area`",
            "coverage.csv:4:coverage: `covered` without an instrument, expected `sectoral` or `exploring`",
        ],
    );
}

#[test]
fn a_relation_to_itself() {
    check(
        folder().row("relations.csv", "study,concerns,study,,,page,B3"),
        &["relations.csv:3:object: a relation to itself, expected another id than that of the subject"],
    );
}

#[test]
fn relations_in_a_circle_are_found_once_and_by_kind() {
    check(
        folder()
            .row("relations.csv", "mou-2018,implements,study,,,page,B3")
            .row("relations.csv", "study,implements,plan-2016,,,page,B3")
            .row("relations.csv", "study,concerns,mou-2018,,,page,B3")
            .row("relations.csv", "plan-2016,concerns,mou-2018,,,page,B3"),
        &["relations.csv:4:object: a circle of 3 relations `implements`, expected no record to lead back to itself"],
    );
}

#[test]
fn control_characters() {
    check(
        folder().replace("groups.csv", "Resources", "\"Re\nsources\"").replace("sectors.csv", "Space", "Spa\u{7}ce"),
        &[
            "groups.csv:3:name_en: control character U+000A, expected text without it",
            "sectors.csv:4:name_en: control character U+0007, expected text without it",
        ],
    );
    check(
        folder().replace("sectors.csv", "Космос", "\u{202e}Космос"),
        &["sectors.csv:4:name_ru: bidirectional control character U+202E, expected text without it"],
    );
    check(
        folder().replace("datapackage.json", "Малый\"", "Малый\\u0000\""),
        &["datapackage.json:title_ru: control character U+0000, expected text without it"],
    );
}

#[test]
fn activities_of_an_instrument_that_does_not_exist() {
    check(
        folder().replace("activities.csv", "plan-2016", "plan-2017"),
        &["activities.csv:2:instrument: unknown id `plan-2017`, \
           expected an id of instruments.csv; the nearest is `plan-2016`"],
    );
}

#[test]
fn activities_in_a_sector_that_the_instrument_does_not_cover() {
    check(
        folder().replace("activities.csv", "energy", "energy | space"),
        &["activities.csv:2:sectors: sector `space`, which the instrument does not cover, \
           expected a row in coverage.csv with this sector and this instrument"],
    );
}

#[test]
fn an_address_that_is_not_of_the_web() {
    check(
        folder().replace("sources.csv", "https://example.org/page", "javascript:alert(1)"),
        &["sources.csv:2:url: malformed address `javascript:alert(1)`, \
           expected an address that begins with https:// or http://"],
    );
}

#[test]
fn a_number_without_its_unit() {
    check(
        folder().replace("instruments.csv", "9,articles", "9,"),
        &["instruments.csv:3:stated_unit: empty beside a number, expected what the number counts"],
    );
    check(
        folder().replace("instruments.csv", "9,articles", "nine,articles"),
        &["instruments.csv:3:stated_count: malformed number `nine`, expected a whole number from 1 to 65535"],
    );
}

#[test]
fn an_empty_part_of_a_list() {
    check(
        folder().replace("partnerships.csv", "East | West", "East | | West").replace(
            "events.csv",
            ",study,",
            ",study |,",
        ),
        &[
            "events.csv:4:proposals: an empty part in a list, expected parts with ` | ` between them",
            "partnerships.csv:2:parties_en: an empty part in a list, expected parts with ` | ` between them",
        ],
    );
}

#[test]
fn a_malformed_data_package() {
    check(
        folder().replace("datapackage.json", "\"small\",", "\"small\""),
        &["datapackage.json:3: not JSON (expected `,` or `}`), expected a data package"],
    );
    check(
        folder().replace("datapackage.json", "\"small\"", "\"Small set\"").replace(
            "datapackage.json",
            "\"version\"",
            "\"licenses\": [{\"name\": \"a\\u0007\"}], \"version\"",
        ),
        &[
            "datapackage.json:licenses: control character U+0007, expected text without it",
            "datapackage.json:name: malformed name `Small set`, expected small letters, digits, -, . and _",
        ],
    );
    check(
        folder().replace("datapackage.json", "\"version\": \"1.0.0\",", "").replace("datapackage.json", "11-23", "11"),
        &[
            "datapackage.json:created: malformed day `2026-11`, expected a day such as 2026-11-23",
            "datapackage.json:version: missing or empty, expected a text",
        ],
    );
    let languages = "a list of language tags, each once, such as [\"en\", \"ru\"]";
    for (list, what) in [("[]", "missing or empty"), ("[\"en\", 7]", "malformed"), ("[\"en\", \"en\"]", "malformed")] {
        check(
            folder().replace("datapackage.json", "[\"en\", \"ru\"]", list),
            &[&format!("datapackage.json:languages: {what}, expected {languages}")],
        );
    }
    check(
        folder().replace("datapackage.json", "[\"en\", \"ru\"]", "[\"en\", \"ru\"], \"synthetic\": \"no\""),
        &["datapackage.json:synthetic: malformed, expected true or false"],
    );
}

#[test]
fn a_missing_file_is_reported_once() {
    check(folder().without("sectors.csv"), &["sectors.csv: no such file, expected a table of the data package"]);
    check(folder().without("sources.csv"), &["sources.csv: no such file, expected a table of the data package"]);
    check(folder().without("datapackage.json"), &["datapackage.json: no such file, expected a data package"]);
    let dir = folder().write();
    let missing = dir.path().join("nowhere");
    let expected =
        format!("{}: no such folder, expected a folder with datapackage.json and the tables", missing.display());
    assert_eq!(problems_in(&missing), [expected]);
}

#[test]
fn an_adoption_whose_event_does_not_list_the_instrument() {
    check(
        folder().replace("instruments.csv", "plan-agreed", "mou-signed"),
        &["instruments.csv:2:adopted: event `mou-signed` does not list the instrument, \
           expected `plan-2016` among its instruments in events.csv"],
    );
}

#[test]
fn one_mistake_does_not_cause_a_flood() {
    let many =
        (0..5000).fold(String::new(), |rows, row| rows + &format!("a{row},plan-2016,energy,T,Т,,planned,page,A1\n"));
    let many = many.trim_end();
    check(
        folder().row("activities.csv", many).replace("sectors.csv", "energy,", "nrg,"),
        &[
            "activities.csv:2:sectors: unknown id `energy` (and in 5000 more rows), \
             expected an id of sectors.csv; the nearest is `nrg`",
            "coverage.csv:2:sector: unknown id `energy`, expected an id of sectors.csv; the nearest is `nrg`",
        ],
    );
    // What refers to a table that cannot be read, or to a row that can be read in part, is not to blame.
    check(
        folder().row("activities.csv", many).replace("sectors.csv", "id,group", "slug,group"),
        &[
            "sectors.csv:1:id: missing column, expected the columns id, group, name_en, name_ru, \
             aliases_en, aliases_ru, note_en, note_ru, source, locator",
            "sectors.csv:1:slug: unknown column, expected a known one; the nearest is `group`",
        ],
    );
    check(
        folder().row("activities.csv", many).replace("sectors.csv", "energy,resources,", "energy,"),
        &["sectors.csv:2: 9 cells, expected 10, as in the header"],
    );
}

proptest! {
    #[test]
    fn no_file_makes_the_reader_panic(table in 0usize..13, at in 0usize..500, noise in proptest::collection::vec(any::<u8>(), 0..40)) {
        let name = atlas::dataset::schema::TABLES[table].file();
        let mut bytes = folder().text(&name).into_bytes();
        let at = at % bytes.len();
        bytes.splice(at..(at + noise.len() / 2).min(bytes.len()), noise);
        folder().with(&name, bytes).problems();
    }

    #[test]
    fn no_cell_makes_the_reader_panic(table in 0usize..13, cell in 0usize..20, text in "[0-9X/.~?%|A-Za-zя -]{0,12}") {
        let name = atlas::dataset::schema::TABLES[table].file();
        let whole = folder().text(&name);
        let (header, row) = whole.trim_end().split_once('\n').unwrap();
        let mut cells: Vec<&str> = row.lines().next().unwrap().split(',').collect();
        let cell = cell % cells.len();
        cells[cell] = &text;
        folder().with(&name, format!("{header}\n{}\n", cells.join(","))).problems();
    }
}
