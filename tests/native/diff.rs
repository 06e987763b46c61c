//! What differs between two states of a dataset, and why.

use crate::folder::Folder;
use atlas::dataset::cells::sheets;
use atlas::dataset::diff::{self, Differences};
use atlas::dataset::{read, sample, schema};
use std::path::Path;

#[test]
fn the_tables_come_out_of_the_model_as_they_went_in() {
    let made = tempfile::tempdir().unwrap();
    sample::write(made.path(), 50).unwrap();
    for folder in [Path::new("src/data"), made.path()] {
        let data = read(folder).unwrap();
        let sheets = sheets(data.tables());
        assert_eq!(sheets.len(), schema::TABLES.len());
        for (sheet, table) in sheets.iter().zip(schema::TABLES) {
            assert_eq!(sheet.table.name, table.name);
            // Where a line may not break is written in some cells, and put into others when they are read.
            let plain = |cell: &str| cell.replace('\u{a0}', " ");
            let heads = table.fields.iter().flat_map(|field| field.names(&data.tables().languages)).collect();
            let flat = |row: &Vec<Vec<String>>| row.concat().iter().map(|cell| plain(cell)).collect();
            let rows: Vec<Vec<String>> = [heads].into_iter().chain(sheet.rows.iter().map(flat)).collect();
            // By a reader that knows nothing of the model.
            let path = folder.join(table.file());
            let mut written = csv::ReaderBuilder::new().has_headers(false).from_path(path).unwrap();
            let written = written.records().map(|row| row.unwrap().iter().map(plain).collect());
            assert_eq!(rows, written.collect::<Vec<Vec<String>>>(), "{}", table.name);
        }
    }
}

fn between(old: &Folder, new: &Folder) -> Differences {
    let data = |folder: &Folder| read(folder.write().path()).unwrap_or_else(|problems| panic!("{problems}"));
    diff::between(&data(old), &data(new))
}

/// Each difference in a line: why, what, where, and the columns that differ in a changed row.
fn told(found: &Differences) -> Vec<String> {
    let line = |one: &diff::Difference| {
        let because = match one.cause.act() {
            Some(act) => format!("{}:{act}", one.cause.id()),
            None => one.cause.id().to_owned(),
        };
        let columns = one.columns.iter().map(|change| format!(" {}", change.column)).collect::<String>();
        let columns = if one.what == diff::What::Changed { columns } else { String::new() };
        format!("{because} {} {} {}{columns}", one.what.id(), one.table, one.id).trim_end().to_owned()
    };
    found.all.iter().map(line).collect()
}

/// A row of `events` that concerns these instruments and proposals.
fn act(id: &str, date: &str, concerns: &str) -> String {
    format!("{id},east-west,agreed,{date},,,,,,,,,It,Это,They agree.,Они согласны.,{concerns},,,page,A1")
}

const PLAN: &str = "plan-2027,east-west,work-plan,New plan,Новый план,New,Новый,,,,new-act,,,,,,,,,page,A1";

/// The small folder was checked on 2026-11-23; each line is a new state of it and what differs.
#[test]
fn the_world_is_told_from_the_data() {
    let old = Folder::new();
    let table: [(&str, Folder, &[&str]); 15] = [
        ("nothing", old.clone(), &[]),
        (
            "an act after the old state was checked",
            old.clone().row("events.csv", &act("new-act", "2027-01-15", ",")),
            &["world:new-act added events new-act"],
        ),
        (
            "an act of the very day was there to be told",
            old.clone().row("events.csv", &act("new-act", "2026-11-23", ",")),
            &["data added events new-act"],
        ),
        (
            "an act that was missing",
            old.clone().row("events.csv", &act("new-act", "2019", ",")),
            &["data added events new-act"],
        ),
        (
            "a month in which the old state was checked",
            old.clone().row("events.csv", &act("new-act", "2026-11", ",")),
            &["undetermined:new-act added events new-act"],
        ),
        (
            "an act without a date",
            old.clone().row("events.csv", &act("new-act", "", ",")),
            &["undetermined:new-act added events new-act"],
        ),
        (
            "an act without a date that must have been by some day",
            old.clone().row("events.csv", &act("new-act", ",2020", ",").replace(",,,,,,,,,It", ",,,,,,,,It")),
            &["data added events new-act"],
        ),
        (
            "what came with an act",
            old.clone()
                .row("events.csv", &act("new-act", "2027-01", "plan-2016 | plan-2027,late"))
                .row("instruments.csv", PLAN)
                .row("proposals.csv", "late,east-west,Late,Позднее,,,page,A1")
                .row("groups.csv", "digital,Digital,Цифровая сфера")
                .row("sectors.csv", "quantum,digital,Quantum,Кванты,,,,,page,A1")
                .row("coverage.csv", "quantum,plan-2027,,covered,,,page,A1")
                .row("coverage.csv", "energy,plan-2027,,covered,,,page,A1")
                .row("terms.csv", "plan-2016,2016/2030,new-act,,,later,A1")
                .row("participants.csv", "new-act,East,Восток,Signatory,Подписавшая сторона,,page,A1")
                .row("relations.csv", "plan-2027,implements,mou-2018,,,page,A1")
                .row("relations.csv", "late,concerns,study,,,page,A1")
                .row("sources.csv", "later,main,Later,Позже,,,Office,Бюро,,,2027-02-01,,")
                .row("sections.csv", "later,A,First,Первый")
                .row("activities.csv", "second,plan-2027,quantum,Second,Второе,,planned,page,A1"),
            &[
                "world:new-act added sources later",
                "world:new-act added sections later/A",
                "world:new-act added groups digital",
                "world:new-act added sectors quantum",
                "world:new-act added instruments plan-2027",
                "world:new-act added proposals late",
                "world:new-act added coverage quantum/plan-2027",
                "world:new-act added coverage energy/plan-2027",
                "world:new-act added events new-act",
                "world:new-act added terms plan-2016/new-act",
                "world:new-act added participants new-act/East",
                "world:new-act added relations plan-2027/implements/mou-2018",
                "world:new-act added relations late/concerns/study",
                "world:new-act added activities second",
            ],
        ),
        (
            "what others name as well was there before",
            old.clone()
                .row("events.csv", &act("new-act", "2027-01", ",late"))
                .row("proposals.csv", "late,east-west,Late,Позднее,,,page,A1")
                .replace("events.csv", ",plan-2016,,,,page,A1", ",plan-2016,late,,,page,A1"),
            &[
                "data added proposals late",
                "data changed events plan-agreed proposals",
                "world:new-act added events new-act",
            ],
        ),
        (
            "rows that no act brought",
            old.clone()
                .row("sectors.csv", "quantum,trade,Quantum,Кванты,,,,,page,A1")
                .row("coverage.csv", "quantum,plan-2016,,covered,,,page,A1"),
            &["data added sectors quantum", "data added coverage quantum/plan-2016"],
        ),
        (
            "an adoption that was a mistake, and a title",
            old.clone().replace("instruments.csv", ",mou-signed,,,,,9,", ",,2017,Why.,Почему.,B2,9,").replace(
                "datapackage.json",
                "\"Small\"",
                "\"Small set\"",
            ),
            &[
                "data changed datapackage  title_en",
                "data changed instruments mou-2018 adopted not_before not_before_note_en not_before_note_ru not_before_locator",
            ],
        ),
        (
            "a row that is gone, and one that is written otherwise",
            old.clone().replace("relations.csv", "plan-2016,implements,mou-2018,,,page,B2\n", "").replace(
                "sectors.csv",
                "Customs,Таможня",
                "Customs procedures,Таможня",
            ),
            &["data changed sectors customs name_en", "data removed relations plan-2016/implements/mou-2018"],
        ),
        (
            "another order",
            old.clone().replace("groups.csv", "trade,Trade,Торговля\n", "").row("groups.csv", "trade,Trade,Торговля"),
            &["data reordered groups"],
        ),
        (
            "an activity that has come farther",
            old.clone().replace("activities.csv", "completed", "cancelled"),
            &["undetermined changed activities first state"],
        ),
        ("another data date and version", old.clone().replace("datapackage.json", "2026-11-23", "2027-01-01"), &[]),
    ];
    for (name, new, expected) in table {
        assert_eq!(told(&between(&old, &new)), expected, "{name}");
    }
}

#[test]
fn an_act_that_adopts_takes_the_limit_away_and_no_correction_with_it() {
    let old = Folder::new().replace("instruments.csv", ",plan-agreed,,,,,,,", ",,2015,Why.,Почему.,A1,,,");
    let new = Folder::new()
        .row("events.csv", &act("new-act", "2027-01", "plan-2016,"))
        .replace("instruments.csv", "Energy plan", "The energy plan")
        .replace("instruments.csv", ",plan-agreed,,", ",new-act,,");
    let found = between(&old, &new);
    let lines = told(&found);
    assert_eq!(
        lines,
        [
            "data changed instruments plan-2016 name_en",
            "world:new-act changed instruments plan-2016 adopted not_before not_before_note_en not_before_note_ru \
             not_before_locator",
            "world:new-act added events new-act",
        ]
    );
    assert_eq!(
        found.to_string(),
        "old: small 1.0.0, checked on 2026-11-23\nnew: small 1.0.0, checked on 2026-11-23\n\n\
         The world changed after 2026-11-23: 2\n\
         \x20 ~ instruments plan-2016, adopted: nothing → “new-act”\n\
         \x20 ~ instruments plan-2016, not_before: “2015” → nothing\n\
         \x20 ~ instruments plan-2016, not_before_note_en: “Why.” → nothing\n\
         \x20 ~ instruments plan-2016, not_before_note_ru: “Почему.” → nothing\n\
         \x20 ~ instruments plan-2016, not_before_locator: “A1” → nothing\n\
         \x20 + events new-act: 2027-01, It\n\n\
         The data were corrected: 1\n\
         \x20 ~ instruments plan-2016, name_en: “Energy plan” → “The energy plan”\n"
    );
    let json = found.json();
    assert_eq!(json["counts"], serde_json::json!({"world": 2, "undetermined": 0, "data": 1}));
    assert_eq!(json["differences"][0]["old"]["name_en"], "Energy plan");
    assert_eq!(json["differences"][2]["act"], "new-act");
    assert_eq!(json["differences"][2]["new"]["date"], "2027-01");
    assert!(json["differences"][2].get("old").is_none());
}

#[test]
fn a_language_more_is_one_difference() {
    let both = read(Folder::new().write().path()).unwrap();
    let mut tables = both.tables().clone();
    tables.languages.truncate(1);
    let one = atlas::model::Dataset::new(tables);
    assert_eq!(told(&diff::between(&one, &both)), ["data changed datapackage  languages"]);
}
