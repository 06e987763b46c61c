//! The command line: exit codes, what goes where, and that nothing is left half-written.

use crate::folder::Folder;
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Output};

fn atlas(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_atlas")).args(arguments).output().unwrap()
}

/// Exit code, standard output, standard error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = atlas(arguments);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn check_of_a_good_folder_says_what_is_in_it() {
    let dir = Folder::new().write();
    let dir = dir.path().to_str().unwrap();
    let counts = "2 partnerships, 3 sectors, 2 instruments, 3 coverage records, 3 events, 1 activities";
    assert_eq!(run(&["check", dir]), (0, format!("{dir}: no problems in {counts}\n"), String::new()));
}

#[test]
fn check_lists_problems_and_their_number() {
    let dir = Folder::new().replace("groups.csv", "Trade", "").replace("groups.csv", "Ресурсы", "").write();
    let dir = dir.path().to_str().unwrap();
    let (code, output, complaints) = run(&["check", dir]);
    let expected = format!(
        "groups.csv:2:name_en: no translation, expected a translation of name_ru\n\
         groups.csv:3:name_ru: no translation, expected a translation of name_en\n{dir}: 2 problems\n"
    );
    assert_eq!((code, output, complaints), (1, expected, String::new()));
}

#[test]
fn pack_writes_the_whole_file_or_none() {
    let target = tempfile::tempdir().unwrap();
    let file = target.path().join("set.atlas");
    let file = file.to_str().unwrap();
    let good = Folder::new().write();
    assert_eq!(run(&["pack", good.path().to_str().unwrap(), "-o", file]).0, 0);
    let bytes = std::fs::read(file).unwrap();
    assert_eq!(atlas::packed::read(&bytes), Ok(atlas::dataset::read(good.path()).unwrap()));

    let bad = Folder::new().without("groups.csv").write();
    assert_eq!(run(&["pack", bad.path().to_str().unwrap(), "-o", file]).0, 1);
    assert_eq!(std::fs::read(file).unwrap(), bytes);
    assert_eq!(std::fs::read_dir(target.path()).unwrap().count(), 1);
}

#[test]
fn a_page_can_only_be_packed_with_the_script_of_a_release() {
    let target = tempfile::tempdir().unwrap();
    let (file, script) = (target.path().join("set.html"), target.path().join("other.js"));
    std::fs::write(&script, "alert(1)").unwrap();
    let arguments = ["pack", "src/data", "-o", file.to_str().unwrap(), "--script", script.to_str().unwrap()];
    let (code, _, complaint) = run(&arguments);
    assert_eq!(code, 2);
    assert!(complaint.contains("expected a script of this version"), "{complaint}");
    assert!(!file.exists());
}

#[test]
fn sample_makes_a_folder_that_check_accepts() {
    let target = tempfile::tempdir().unwrap();
    let dir = target.path().join("new/sample");
    let dir = dir.to_str().unwrap();
    assert_eq!(run(&["sample", "--activities", "30", "-o", dir]).0, 0);
    assert_eq!(run(&["check", dir]).0, 0);
}

#[test]
fn sample_makes_up_the_framework_of_the_size_asked_for_and_the_same_each_time() {
    let target = tempfile::tempdir().unwrap();
    let made = |name: &str, sizes: &[&str]| {
        let dir = target.path().join(name).to_str().unwrap().to_owned();
        let (code, output, complaint) = run(&[&["sample"][..], sizes, &["-o", &dir]].concat());
        assert_eq!((code, complaint.as_str()), (0, ""), "{sizes:?}");
        let counts = run(&["check", &dir]).1;
        (dir, output, counts)
    };
    let sizes = ["--partnerships", "15", "--instruments", "120", "--sectors", "60", "--activities", "30"];
    let (dir, output, counts) = made("one", &sizes);
    let told = "15 partnerships, 120 instruments, 60 sectors, 30 activities";
    assert_eq!(output, format!("{dir}: a synthetic data package with {told}\n"));
    assert!(counts.starts_with(&format!("{dir}: no problems in 15 partnerships, 60 sectors, 120 instruments, ")));
    let (again, ..) = made("other", &sizes);
    for file in std::fs::read_dir(&dir).unwrap() {
        let name = file.unwrap().file_name();
        let [one, other] = [&dir, &again].map(|dir| std::fs::read(Path::new(dir).join(&name)).unwrap());
        assert!(one == other, "{}", name.display());
    }

    let (dir, _, counts) = made("few", &["--instruments", "2", "--languages", "ru"]);
    assert!(counts.starts_with(&format!("{dir}: no problems in 2 partnerships, 24 sectors, 2 instruments, ")));
    assert_eq!(atlas::dataset::read(Path::new(&dir)).unwrap().tables().languages, ["ru"]);
}

#[test]
fn diff_compares_folders_with_packed_files_and_is_done_whatever_it_finds() {
    let target = tempfile::tempdir().unwrap();
    let file = target.path().join("old.atlas");
    let file = file.to_str().unwrap();
    let act = "act,east-west,agreed,2027-01-15,,,,,,,,,Act,Акт,They agree.,Они согласны.,,,,,page,A1";
    let (old, new) = (Folder::new().write(), Folder::new().row("events.csv", act).write());
    let (old, new) = (old.path().to_str().unwrap(), new.path().to_str().unwrap());
    assert_eq!(run(&["pack", old, "-o", file]).0, 0);
    let states = "old: small 1.0.0, checked on 2026-11-23\nnew: small 1.0.0, checked on 2026-11-23\n\n";
    let same = format!("{states}No differences.\n");
    assert_eq!(run(&["diff", old, file]), (0, same, String::new()));
    let found = format!("{states}The world changed after 2026-11-23: 1\n  + events act: 2027-01-15, Act\n");
    assert_eq!(run(&["diff", file, new]), (0, found, String::new()));
    let (code, json, _) = run(&["diff", "--json", file, new]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((code, &json["differences"][0]["act"]), (0, &json!("act")));

    let bad = Folder::new().without("groups.csv").write();
    let (code, output, complaint) = run(&["diff", old, bad.path().to_str().unwrap()]);
    assert_eq!((code, output.as_str()), (1, ""));
    assert!(complaint.starts_with("groups.csv: no such file"), "{complaint}");
    for arguments in [&["diff", old][..], &["diff", old, new, file], &["diff", old, "nowhere"], &["diff", "--xml"]] {
        assert_eq!(run(arguments).0, 2, "{arguments:?}");
    }
}

#[test]
fn query_answers_in_one_line_of_json() {
    for (query, state, term) in [
        ("as-of=2019-10-15&instrument=poc-2019", "in-force", json!("2019/2020")),
        ("as-of=2020-09-01&instrument=poc-2019", "in-force", json!("2019/2025")),
        ("as-of=2019-07-01&instrument=poc-2019", "not-yet-adopted", json!(null)),
        ("as-of=2019-09-10&instrument=poc-2019", "undetermined", json!("2019/2020")),
    ] {
        let (code, output, complaint) = run(&["query", "src/data", query]);
        assert_eq!((code, complaint.as_str(), output.matches('\n').count()), (0, "", 1), "{query}");
        let answer: Value = serde_json::from_str(&output).unwrap();
        assert_eq!(answer["instruments"], json!([{"id": "poc-2019", "state": state, "term": term}]), "{query}");
    }
}

/// What the program prints for a query of the shipped tables.
fn answer(query: &str) -> Value {
    let (code, output, complaint) = run(&["query", "src/data", query, "--today", "2026-11-24"]);
    assert_eq!((code, complaint.as_str()), (0, ""), "{query}");
    serde_json::from_str(&output).unwrap()
}

/// One property of each item of a list.
fn each(list: &Value, property: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|item| item[property].as_str().unwrap_or("null").to_owned()).collect()
}

/// Which meetings dealt with the Memorandum and the Programme, and whose were they?
#[test]
fn query_tells_whose_meetings_dealt_with_the_memorandum_and_the_programme() {
    let all = answer("instrument=mou-2018&instrument=poc-2019");
    assert_eq!(each(&all["events"], "id"), ["mou-signed", "aem-russia-8", "aem-russia-9"]);
    let held = answer("partnership=asean-russia");
    let forums = held["events"].as_array().unwrap().iter().filter(|event| event["inForumOf"] == "asean-russia");
    let forums: Vec<_> = forums.map(|event| event["id"].as_str().unwrap()).collect();
    assert_eq!(forums, ["aem-russia-5", "mou-signed", "aem-russia-8", "aem-russia-9"]);
}

/// What did the ministers do in 2017?
#[test]
fn query_tells_what_the_ministers_did_in_2017() {
    let year = answer("q=ministers&as-of=2018-01-01&compare=2016-12-31");
    assert_eq!(year["changes"], json!([{"id": "recommendations-noted", "kind": "noted", "date": "2017"}]));
}

/// What was known of the post-2017 programme in 2016?
#[test]
fn query_tells_what_was_known_of_the_post_2017_programme_in_2016() {
    let known = answer("instrument=work-programme-post-2017&as-of=2016-06-01");
    let programme = json!([{"id": "work-programme-post-2017", "state": "undetermined", "term": null}]);
    assert_eq!((&known["instruments"], &known["events"]), (&programme, &json!([])));
    let gaps = answer("gaps=1&as-of=2016-06-01");
    assert!(gaps["sectors"].as_array().unwrap().contains(&json!("infrastructure")), "{gaps}");
}

/// What changed between 1 June 2018 and 1 September 2020? For all, and for a sector.
#[test]
fn query_tells_every_act_between_two_days() {
    let signed = json!({"id": "mou-signed", "kind": "signed", "date": "2018-11-14"});
    let endorsed = json!({"id": "aem-russia-8", "kind": "endorsed", "date": "2019-09"});
    let extended = json!({"id": "aem-russia-9", "kind": "extended", "date": "2020-08-28"});
    let days = "as-of=2020-09-01&compare=2018-06-01";
    assert_eq!(answer(days)["changes"], json!([signed, endorsed, extended]));
    let customs = answer(&format!("{days}&sector=customs"));
    assert_eq!(customs["changes"], json!([signed]));
    assert_eq!(each(&customs["cells"], "coverage"), ["named-area"]);
}

/// Who takes part in each event, in which role? A search for both finds the event, and for another role does not.
#[test]
fn query_finds_each_event_by_who_took_part_in_which_role() {
    for (who, event) in [
        ("Russia proposes the study", "study-proposed"),
        ("Russia agrees on the instruments", "plans-agreed"),
        ("ASEAN welcomes the proposal", "aem-russia-5"),
        ("senior economic officials are given the task", "officials-tasked"),
        ("Ministers note the recommendations", "recommendations-noted"),
        ("Lim Jock Hoi Secretary-General of ASEAN signs", "mou-signed"),
        ("Tigran Sargasyan Chairman of the Board of the EEC signs", "mou-signed"),
        ("Тигран Саркисян Председатель Коллегии ЕЭК подписывает", "mou-signed"),
        ("Ministers endorse the Programme of Cooperation 8th consultations", "aem-russia-8"),
        ("Ministers endorse the extension of the timeframe", "aem-russia-9"),
        ("Russia takes part in the consultations", "aem-russia-5 aem-russia-8 aem-russia-9"),
    ] {
        assert_eq!(each(&answer(&format!("q={who}"))["events"], "id").join(" "), event, "{who}");
    }
    assert_eq!(answer("q=ASEAN proposes the study Russia welcomes")["events"], json!([]));
    let signing = answer("select=event:mou-signed&q=signs Singapore");
    assert_eq!(signing["events"], json!([{"id": "mou-signed", "date": "2018-11-14"}]));
}

#[test]
fn query_takes_today_from_its_option_else_from_the_clock() {
    let day = |arguments: &[&str]| {
        let (code, output, _) = run(arguments);
        assert_eq!(code, 0, "{arguments:?}");
        serde_json::from_str::<Value>(&output).unwrap()["asOf"].as_str().unwrap().to_owned()
    };
    assert_eq!(day(&["query", "src/data", "", "--today", "2019-10-15"]), "2019-10-15");
    assert_eq!(day(&["query", "--today=2019-10-15", "src/data", "as-of=today"]), "2019-10-15");
    assert_eq!(day(&["query", "--today", "2019-10-15", "src/data", "as-of=2020-01-01"]), "2020-01-01");
    // A run that passes midnight may have either date.
    let date = || Command::new("date").args(["-u", "+%F"]).output().map(|output| output.stdout).unwrap();
    let (before, clock, after) = (date(), day(&["query", "src/data", ""]), date());
    let either = [before, after].map(|date| String::from_utf8(date).unwrap().trim().to_owned());
    assert!(either.contains(&clock), "{clock}, not {either:?}");
}

#[test]
fn query_names_what_the_data_does_not_have_and_does_not_fail() {
    let (code, output, _) = run(&["query", "src/data", "sector=narnia&frob=1&sector=space"]);
    let answer: Value = serde_json::from_str(&output).unwrap();
    assert_eq!(code, 0);
    assert_eq!(answer["rejected"], json!(["sector=narnia", "frob=1"]));
    assert_eq!(answer["sectors"], json!(["space"]));
}

/// What `export` writes of the shipped tables, and what it tells besides.
fn exported(format: &str, query: &str) -> (String, String) {
    let (code, output, told) = run(&["export", "src/data", "--as", format, query, "--today", "2026-11-29"]);
    assert_eq!(code, 0, "{format} of {query}: {told}");
    (output, told)
}

/// The number of rows below the heads.
fn rows(text: &str) -> usize {
    csv::Reader::from_reader(text.as_bytes()).records().collect::<Result<Vec<_>, _>>().unwrap().len()
}

#[test]
fn export_writes_every_format() {
    let query = "as-of=2019-10-15&partnership=asean-eaeu";
    let counts = &answer(query)["counts"];
    for table in ["cells", "instruments", "events"] {
        let (text, told) = exported(&format!("{table}.csv"), query);
        assert_eq!((rows(&text) as u64, told.as_str()), (counts[table].as_u64().unwrap(), ""), "{table}");
    }
    assert_eq!(rows(&exported("activities.csv", query).0), 0, "the shipped tables have none");
    let json: Value = serde_json::from_str(&exported("json", query).0).unwrap();
    assert_eq!((&json["result"], &json["from"]["lang"]), (&answer(query), &json!("en")));
    assert!(exported("ics", query).0.starts_with("BEGIN:VCALENDAR\r\n"));
    let view = "Cooperation atlas: “ASEAN’s cooperation with Russia and with the Eurasian Economic Union”, \
                as known on 15\u{a0}October 2019; asean-russia-eaeu-cooperation 1.0.0 (2026-11-23). \
                as-of=2019-10-15&partnership=asean-eaeu Accessed 29\u{a0}November 2026.\n";
    assert_eq!(exported("txt", query).0, view);
    assert!(exported("bib", query).0.starts_with("@misc{asean-russia-eaeu-cooperation-2019-10-15,\n"));
    assert!(exported("ris", query).0.starts_with("TY  - DATA\r\n"));
    let csl: Value = serde_json::from_str(&exported("csl.json", query).0).unwrap();
    assert_eq!((&csl[0]["type"], &csl[0]["author"]), (&json!("dataset"), &json!([{"literal": "Cooperation atlas"}])));
}

#[test]
fn export_of_a_selection_cites_its_sources() {
    let (ris, _) = exported("ris", "select=event:mou-signed");
    assert!(ris.starts_with("TY  - ELEC\r\nID  - event-mou-signed\r\nAU  - ASEAN Secretariat\r\n"), "{ris}");
}

#[test]
fn export_is_in_the_language_of_the_query() {
    let (cells, _) = exported("cells.csv", "sector=customs&lang=ru");
    assert!(cells.contains("sector_name_ru") && cells.contains("Таможенные процедуры"), "{cells}");
}

#[test]
fn export_tells_what_it_leaves_out_beside_the_file() {
    let (calendar, told) = exported("ics", "as-of=2026-11-24");
    assert_eq!(told, "Left out of the calendar, since the day is not known: 10\n");
    assert!(calendar.lines().all(|line| line.len() <= 75), "{calendar}");
    assert_eq!(calendar.matches('\n').count(), calendar.matches("\r\n").count());
    assert_eq!(calendar.matches('\r').count(), calendar.matches("\r\n").count());
    let told = exported("cells.csv", "sector=narnia&sector=space").1;
    assert_eq!(told, "Not understood, and left out of the query: sector=narnia\n");
}

#[test]
fn export_gives_the_same_bytes_from_a_folder_and_from_what_is_packed_of_it() {
    let target = tempfile::tempdir().unwrap();
    let packed = target.path().join("set.atlas");
    let packed = packed.to_str().unwrap();
    assert_eq!(run(&["pack", "src/data", "-o", packed]).0, 0);
    for format in ["cells.csv", "instruments.csv", "events.csv", "json", "ics", "txt", "bib", "ris", "csl.json"] {
        let file = target.path().join(format);
        let path = file.to_str().unwrap();
        let (code, said, _) = run(&["export", packed, "--as", format, "-o", path, "--today", "2026-11-29"]);
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!((code, said), (0, format!("{path}: {} bytes\n", text.len())));
        assert_eq!(text, exported(format, "").0, "{format}");
    }
}

#[test]
fn export_writes_the_whole_file_or_none() {
    let target = tempfile::tempdir().unwrap();
    let file = target.path().join("cells.csv");
    let path = file.to_str().unwrap();
    assert_eq!(run(&["export", "src/data", "--as", "cells.csv", "-o", path]).0, 0);
    let bytes = std::fs::read(&file).unwrap();

    let bad = Folder::new().without("groups.csv").write();
    let broken = target.path().join("broken.atlas");
    std::fs::write(&broken, b"PK").unwrap();
    let (code, output, complaint) = run(&["export", broken.to_str().unwrap(), "--as", "cells.csv", "-o", path]);
    assert_eq!((code, output.as_str()), (1, ""));
    assert!(complaint.contains("(This file is not a packed dataset of the atlas.)"), "{complaint}");
    assert_eq!(run(&["export", bad.path().to_str().unwrap(), "--as", "cells.csv", "-o", path]).0, 1);
    assert_eq!(run(&["export", "src/data", "--as", "xls", "-o", path]).0, 2);
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
    // A folder stands where the file should be: what was written beside it is taken away again.
    let folder = target.path().join("folder");
    std::fs::create_dir(&folder).unwrap();
    assert_eq!(run(&["export", "src/data", "--as", "ics", "-o", folder.to_str().unwrap()]).0, 2);
    assert_eq!(std::fs::read_dir(target.path()).unwrap().count(), 3);
}

#[test]
fn query_of_bad_data_says_so_beside_the_answer() {
    let dir = Folder::new().replace("groups.csv", "Trade", "").write();
    let dir = dir.path().to_str().unwrap();
    let (code, output, complaint) = run(&["query", dir, ""]);
    assert_eq!((code, output.as_str()), (1, ""));
    assert!(complaint.starts_with("groups.csv:2:name_en: no translation"), "{complaint}");
    assert!(complaint.ends_with(": 1 problem\n"), "{complaint}");
}

#[test]
fn wrong_usage_is_named() {
    for (arguments, reason) in [
        (&[][..], "no command, expected new, check"),
        (&["frob"], "unknown command `frob`"),
        (&["--frob"], "unknown option `--frob`"),
        (&["check"], "missing argument SOURCE"),
        (&["check", "--frob", "x"], "unknown option `--frob`"),
        (&["check", "nowhere"], "no such folder or file `nowhere`"),
        (&["check", "src/data", "b"], "unexpected argument `b`"),
        (&["query"], "missing argument SOURCE"),
        (&["query", "src/data"], "missing argument QUERY"),
        (&["query", "src/data", "q=a", "b"], "unexpected argument `b`"),
        (&["query", "src/data", "q=a", "--today"], "option `--today` without its value"),
        (&["query", "src/data", "q=a", "--today", "today"], "`--today today` should be a day as 2019-10-15"),
        (&["pack", "src/data"], "missing option `-o FILE`"),
        (&["pack", "src/data", "-o"], "option `-o` without its value"),
        (&["pack", "src/data", "-o", "set.html", "--lang", "tlh"], "`--lang tlh` should be one of en, ru"),
        (&["pack", "src/data", "-o", "set.html", "--script", "/nowhere.js"], "cannot read `/nowhere.js`"),
        (&["pack", "src/data", "-o", "set.atlas", "--lang", "ru"], "option `--lang` is for a page, FILE.html"),
        (&["pack", "src/data", "-p", "set.atlas"], "unknown option `-p`"),
        (&["--help", "check"], "unexpected argument `check`"),
        (&["pack", "src/data", "-o", "set.csv"], "`set.csv` should end in .atlas, .html or .zip"),
        (&["pack", "src/data", "-o", "/nowhere/set.atlas"], "cannot write `/nowhere/set.atlas`"),
        (&["export"], "missing argument SOURCE"),
        (&["export", "src/data"], "missing option `--as FORMAT`, one of cells.csv, instruments.csv"),
        (&["export", "src/data", "--as", "xls"], "`--as xls` should be one of cells.csv, instruments.csv, events.csv"),
        (&["export", "src/data", "--as", "json", "q=a", "b"], "unexpected argument `b`"),
        (&["export", "nowhere", "--as", "json"], "no such folder or file `nowhere`"),
        (&["export", "nowhere.atlas", "--as", "json"], "no such folder or file `nowhere.atlas`"),
        (&["export", "src/data", "--as", "json", "-o", "/nowhere/set.json"], "cannot write `/nowhere/set.json`"),
        (&["sample", "--activities", "many", "-o", "x"], "`--activities many` should be a number up to"),
        (&["sample", "-o", "x"], "missing a size of the sample, such as `--activities N`"),
        (&["sample", "--sectors", "3"], "missing option `-o DIR`"),
        (&["sample", "--sectors", "many", "-o", "x"], "`--sectors many` should be a number from 1 up to 500"),
        (&["sample", "--instruments", "5001", "-o", "x"], "`--instruments 5001` should be a number from 1 up to 5000"),
        (&["sample", "--partnerships", "0", "-o", "x"], "`--partnerships 0` should be a number from 1 up to 500"),
        (&["sample", "--languages", "en,fr", "-o", "x"], "`--languages en,fr` should be one or both of en,ru"),
        (&["sample", "--activities", "3", "-o", "src/data"], "the folder holds something else than a sample"),
    ] {
        let (code, output, complaint) = run(arguments);
        assert_eq!((code, output.as_str()), (2, ""), "{arguments:?}");
        assert!(complaint.contains(reason), "{arguments:?}: {complaint}");
    }
}

#[test]
fn help_and_version_are_no_failures() {
    let (code, output, _) = run(&["--help"]);
    assert_eq!(code, 0);
    assert!(output.contains("atlas check SOURCE"));
    assert_eq!(run(&["--version"]), (0, concat!("atlas ", env!("CARGO_PKG_VERSION"), "\n").into(), String::new()));
}

#[test]
fn a_picture_is_written_as_svg_and_with_fonts_as_png() {
    let dir = tempfile::tempdir().unwrap();
    let arguments = |name: &str, query: &str| {
        ["export", "src/data", "--as", name, query, "--today", "2026-11-24"].map(str::to_owned).to_vec()
    };
    let export =
        |name: &str, query: &str| atlas(&arguments(name, query).iter().map(String::as_str).collect::<Vec<_>>());
    for (name, same, query) in [
        ("svg", "timeline.svg", "as-of=2019-10-15"),
        ("svg", "matrix.svg", "as-of=2019-10-15&view=matrix"),
        ("svg", "timeline.svg", "as-of=2019-10-15&view=timeline&lang=ru"),
    ] {
        let [one, other] = [name, same].map(|name| export(name, query).stdout);
        assert!(one == other && one.starts_with(b"<svg xmlns=\"http://www.w3.org/2000/svg\""), "{query}");
    }
    for (name, size) in [
        ("matrix-dark-1200x630@2x.png", Some([2400, 1260])),
        ("timeline-1920x1080.png", Some([1920, 1080])),
        ("png", None),
    ] {
        let file = dir.path().join(name);
        let mut arguments = arguments(name, "as-of=2019-10-15");
        arguments.extend(["-o".to_owned(), file.to_str().unwrap().to_owned()]);
        let (code, _, complaint) = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        if code != 0 {
            assert!(complaint.contains("this machine has no fonts"), "{complaint}");
            continue;
        }
        let bytes = std::fs::read(&file).unwrap();
        assert_eq!(bytes[..8], *b"\x89PNG\r\n\x1a\n");
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert!(size.is_none_or(|size| size == [side(16), side(20)]), "{name}: {} x {}", side(16), side(20));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn without_fonts_there_is_no_picture_without_words_but_a_reason() {
    let dir = tempfile::tempdir().unwrap();
    let fonts = dir.path().join("fonts.conf");
    std::fs::write(&fonts, format!("<fontconfig><dir>{}</dir></fontconfig>", dir.path().display())).unwrap();
    let mut atlas = Command::new(env!("CARGO_BIN_EXE_atlas"));
    let output =
        atlas.args(["export", "src/data", "--as", "timeline.png"]).env("FONTCONFIG_FILE", fonts).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.contains("this machine has no fonts, without which a PNG has no words"), "{complaint}");
}

#[test]
fn a_new_workbook_holds_the_shipped_set_and_every_command_takes_it() {
    let target = tempfile::tempdir().unwrap();
    let path = |name: &str| target.path().join(name).to_str().unwrap().to_owned();
    let (book, archive, packed) = (path("set.xlsx"), path("set.zip"), path("set.atlas"));
    assert_eq!(run(&["new", &book, "--filled"]).0, 0);
    assert_eq!(run(&["new", &book]).0, 2, "it is there already");
    let (code, told, complaint) = run(&["check", &book]);
    assert!(code == 0 && told.contains("no problems in 2 partnerships") && complaint.is_empty(), "{told}{complaint}");
    for to in [&archive, &packed] {
        assert_eq!(run(&["pack", &book, "-o", to]).0, 0);
        let (code, told, complaint) = run(&["diff", "src/data", to]);
        assert!(code == 0 && told.ends_with("No differences.\n"), "{told}{complaint}");
    }
    let query = "as-of=2019-10-15&instrument=poc-2019";
    assert_eq!(run(&["query", &book, query]), run(&["query", "src/data", query]));
    let export = |source: &str| run(&["export", source, "--as", "events.csv", "as-of=2026-11-24"]);
    assert_eq!(export(&book), export("src/data"));
}

#[test]
fn new_begins_a_workbook_or_a_folder_for_the_languages_that_are_named() {
    let target = tempfile::tempdir().unwrap();
    let path = |name: &str| target.path().join(name).to_str().unwrap().to_owned();
    let (empty, small, folder) = (path("empty.xlsx"), path("small.xlsx"), path("folder"));
    assert_eq!(run(&["new", &empty, "--languages", "en,ru"]).0, 0);
    let (code, told, _) = run(&["check", &empty]);
    assert!(code == 1 && told.contains("package!B3: missing or empty, expected a text"), "{told}");
    assert_eq!(run(&["new", &small, "--small", "--languages", "ru"]).0, 0);
    assert_eq!(run(&["check", &small]).0, 0);
    assert_eq!(run(&["new", &folder, "--languages", "en"]).0, 0);
    let (code, told, _) = run(&["check", &folder]);
    assert!(code == 1 && told.contains("datapackage.json:title_en: missing or empty"), "{told}");
    for arguments in [&["new"][..], &["new", &path("a"), "--small"], &["new", &path("b.xlsx"), "--languages", "e n"]] {
        assert_eq!(run(arguments).0, 2, "{arguments:?}");
    }
}

#[test]
fn a_workbook_with_mistakes_is_told_by_its_cells() {
    let (code, told, _) = run(&["check", "tests/examples/asean-india.csv"]);
    let counts = "1 partnerships, 6 sectors, 5 instruments, 9 coverage records, 5 events, 0 activities";
    assert_eq!((code, told), (0, format!("tests/examples/asean-india.csv: no problems in {counts}\n")));
    let target = tempfile::tempdir().unwrap();
    let file = target.path().join("bad.csv");
    std::fs::write(&file, "sector;instrument;from;to\nEnergy;Plan;9.2019;2020\n").unwrap();
    let file = file.to_str().unwrap();
    let (code, told, complaint) = run(&["check", file]);
    let problem = "bad.csv:2:from: malformed date `9.2019`";
    assert!(code == 1 && told.starts_with(problem) && told.ends_with(": 1 problem\n"), "{told}");
    assert!(complaint.starts_with("bad.csv:1: semicolons between the cells"), "{complaint}");
}
