//! `target/faults.md`: what the atlas does when the world is unkind, fault by fault, with the tests that show it and what came of
//! them in each engine. The whole test command writes it at its end.
//!
//! A test that is named here and does not exist is an error; for one that an engine cannot be asked by, it says why.

use crate::place::{Place, Result, say};
use crate::tools::at;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

/// The steps whose results are told by test, with their engines.
pub const ENGINES: [(&str, &str); 3] = [("e2e", "Chromium"), ("e2e-firefox", "Firefox"), ("e2e-webkit", "WebKit")];

/// A fault, what must happen, and the tests: of `tests/e2e`, unless they begin with the name of another folder.
struct Fault(&'static str, &'static str, &'static [&'static str]);

const FAULTS: [Fault; 23] = [
    Fault(
        "scripts off",
        "full table and list, styled",
        &[
            "static_view::with_scripts_off_every_sector_instrument_and_event_can_be_read_in_both_languages",
            "static_view::without_its_script_the_page_is_read_and_looks_as_designed_in_any_engine",
        ],
    ),
    Fault(
        "the page sets its markup by `innerHTML`",
        "the element still comes up",
        &["embedding::script::markup_that_comes_by_inner_html_comes_up"],
    ),
    Fault(
        "the policy lacks `wasm-unsafe-eval`",
        "static view stays, one `atlas-error`, no uncaught error",
        &["embedding::policies::without_leave_for_webassembly_the_static_view_stays_and_the_page_is_told_once"],
    ),
    Fault(
        "`style-src 'self'`",
        "constructed style sheets and CSSOM only: nothing inline, nothing refused",
        &[
            "embedding::policies::the_policy_that_is_documented_refuses_nothing",
            "embedding::policies::nothing_is_connected_to_and_no_inline_style_is_written",
        ],
    ),
    Fault(
        "`require-trusted-types-for 'script'`",
        "works; no HTML sinks used",
        &["embedding::policies::trusted_types_find_no_sink_of_html"],
    ),
    Fault(
        "`connect-src 'self'`, single file",
        "inline bytes are decoded directly, not fetched",
        &["embedding::policies::nothing_is_connected_to_and_no_inline_style_is_written"],
    ),
    Fault(
        "the script missing, cut short, something else, of a wrong type",
        "static view, and a note or `atlas-error`",
        &[
            "loading::a_script_that_never_comes_or_comes_broken_leaves_the_static_view_and_its_note",
            "editors::a_script_that_was_tampered_with_does_not_run_and_the_link_stays",
            "hosts/types::script_and_dataset_may_be_called_octets",
            "hosts/types::a_script_called_text_by_a_server_that_forbids_sniffing_leaves_the_static_content",
        ],
    ),
    Fault(
        "the server hangs; 50 kbit/s",
        "static view usable at once; gives up after a stated time",
        &[
            "loading::a_dataset_that_never_comes_or_comes_broken_leaves_the_static_view_and_is_told_once",
            "loading::on_a_slow_line_everything_can_be_read_long_before_the_script_has_come",
        ],
    ),
    Fault(
        "opened from disk",
        "the single file works",
        &[
            "single::the_single_file_works_from_disk_and_its_copy_comes_up_as_it_was_saved",
            "taking::a_page_from_disk_gives_the_same_without_its_own_address_in_it",
        ],
    ),
    Fault(
        "saved by the browser, opened again",
        "readable as it was; where scripts run it comes up once, in the same state",
        &[
            "saved::mhtml::a_page_saved_as_mhtml_reads_and_looks_as_it_did",
            "saved::firefox::a_page_saved_by_firefox_comes_up_once_as_it_was_and_says_its_own_words_without_scripts",
        ],
    ),
    Fault(
        "a Rust panic",
        "static view back, `atlas-error`, other widgets and the page unharmed",
        &[
            "embedding::crash::a_panic_ends_one_atlas_and_neither_the_other_nor_the_page",
            "embedding::states::a_crash_at_the_start_is_the_end_whatever_is_asked_then",
        ],
    ),
    Fault(
        "page styles: `* { all: unset !important }`, `* { position: fixed }`",
        "looks the same",
        &[
            "embedding::styles_of_the_page::a_page_that_unsets_everything_changes_no_pixel",
            "embedding::styles_of_the_page::a_page_that_fixes_everything_changes_no_pixel",
        ],
    ),
    Fault(
        "page scripts: polluted prototypes, the tag already defined, no `Intl`",
        "no throw; static view if it cannot run",
        &[
            "embedding::scripts_of_the_page::prototypes_with_names_of_the_page_do_no_harm",
            "embedding::scripts_of_the_page::prototypes_that_are_broken_leave_the_static_view_and_no_error",
            "embedding::scripts_of_the_page::a_browser_without_intl_is_enough",
            "embedding::scripts_of_the_page::a_tag_that_is_taken_is_left_to_its_owner",
        ],
    ),
    Fault(
        "two versions of the widget on a page",
        "the first serves; the second steps back quietly",
        &["embedding::scripts_of_the_page::of_two_versions_the_first_serves_and_the_second_steps_back"],
    ),
    Fault(
        "data with `<script>`, `javascript:` links",
        "shown as text; only http, https and mailto become links",
        &["faults::hostile_texts_in_the_address_are_shown_as_text", "fuzz/targets::snippet", "fuzz/targets::copy"],
    ),
    Fault(
        "bidirectional controls, zalgo, 10,000 letters without a space, empty labels",
        "isolated, bounded, reachable in full",
        &[
            "letters::a_dataset_of_such_letters_is_shown_in_bounds",
            "faults::a_search_of_ten_thousand_characters_breaks_nothing",
        ],
    ),
    Fault(
        "damaged or foreign packed dataset in `src`",
        "typed error that names what is wrong; the last good view stays",
        &[
            "embedding::data::a_src_that_is_no_dataset_is_an_error_with_its_code_and_the_last_good_view_stays",
            "embedding::data::a_first_src_that_is_no_dataset_leaves_the_static_content_until_there_is_a_good_one",
            "fuzz/targets::packed",
        ],
    ),
    Fault(
        "100,000 activities",
        "works; what is aggregated says so",
        &[
            "embedding::sizes::a_dataset_of_the_largest_size_is_read_and_one_byte_more_is_an_error_of_its_own",
            "activities::ten_thousand_activities_need_few_nodes",
        ],
    ),
    Fault(
        "time zones UTC-12 and UTC+14; clock at 1970 and 2100",
        "dates do not move; only \"today\" does",
        &["zones::a_time_zone_moves_no_date_but_todays", "zones::a_clock_far_off_moves_no_date_but_todays"],
    ),
    Fault(
        "1,000 times in and out of the page; moved; put back",
        "memory flat; state kept",
        &[
            "embedding::life::a_thousand_times_in_and_out_of_the_page_leave_it_as_it_was",
            "embedding::life::an_element_that_is_moved_keeps_its_state_and_one_that_is_removed_leaves_quietly",
            "leaks::an_element_a_thousand_times_in_and_out_leaves_nothing_behind",
        ],
    ),
    Fault(
        "any letter of Unicode in query, data and packed data",
        "shown, refused by name, or dropped with a notice; never an end of the atlas",
        &[
            "letters::every_class_of_letters_is_shown_or_dropped_and_nothing_breaks",
            "fuzz/targets::query",
            "fuzz/targets::tables",
        ],
    ),
    Fault(
        "`src` changed twice while loading, or after a failure; removed while typing, saving, playing",
        "one instance, one `atlas-ready`, no address written afterwards, every promise settled",
        &[
            "embedding::states::a_src_that_changes_twice_while_the_first_is_on_its_way_is_one_start",
            "embedding::states::a_src_that_changes_twice_after_a_failure_is_one_start",
            "embedding::states::an_element_removed_while_it_is_typed_into_writes_no_address",
            "embedding::states::an_element_removed_while_a_copy_is_made_still_answers",
            "embedding::states::an_element_removed_while_it_plays_stands_still",
        ],
    ),
    Fault(
        "a server without validators, without compression, with a release half uploaded; a release taken down",
        "one fetch of the script; the old release whole, or the new one whole; no reader is stuck",
        &[
            "offline::a_first_visit_moves_the_page_the_script_and_small_change_from_any_server",
            "offline::a_release_that_lies_half_on_the_server_is_not_taken_in",
            "offline::a_site_that_takes_its_files_down_is_not_stuck_on_an_old_copy",
        ],
    ),
];

/// Why an engine cannot be asked by a test, if so.
fn impossible(test: &str, engine: &str) -> Option<&'static str> {
    let of = |names: &[&str]| names.iter().any(|name| test.starts_with(name));
    match engine {
        "Firefox" | "WebKit" if of(&["leaks::"]) => {
            Some("not possible: only Chromium's driver counts nodes and listeners")
        }
        "Firefox" | "WebKit" if of(&["static_view::with_scripts_off"]) => {
            Some("not possible: only Chromium's driver turns scripts off")
        }
        "Firefox" | "WebKit" if of(&["saved::mhtml"]) => Some("not possible: it is Chromium's own way of saving"),
        "Chromium" | "WebKit" if of(&["saved::firefox"]) => Some("not possible: it is Firefox's own way of saving"),
        _ => None,
    }
}

/// The tests that the step of an engine has to run, whatever else it runs.
pub fn tests(engine: &str) -> impl Iterator<Item = &'static str> {
    let all = FAULTS.iter().flat_map(|fault| fault.2).copied();
    all.filter(move |test| !test.contains('/') && impossible(test, engine).is_none())
}

/// Where a step leaves the results of its tests.
pub fn log(place: &Place, step: &str) -> std::path::PathBuf {
    place.root.join("target").join(format!("results-{step}.txt"))
}

/// Takes away what former runs have left, so that no step that does not run tells anything.
pub fn forget(place: &Place) {
    let steps = ENGINES.iter().map(|(step, _)| *step).chain(["fuzz"]);
    steps.for_each(|step| drop(fs::remove_file(log(place, step))));
}

/// Writes the table from what the steps left; an error if a test of it failed or was not there.
pub fn report(place: &Place) -> Result<()> {
    let mut results: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for step in ENGINES.iter().map(|(step, _)| *step).chain(["fuzz"]) {
        let path = log(place, step);
        let text = fs::read_to_string(&path).map_err(|error| at(&path, error))?;
        results.insert(step, outcomes(&text));
    }
    let (table, wrong) = table(&results);
    let path = place.root.join("target/faults.md");
    fs::write(&path, table).map_err(|error| at(&path, error))?;
    say(&format!("{} faults in {}", FAULTS.len(), path.display()));
    if wrong.is_empty() { Ok(()) } else { Err(format!("faults that are not answered: {}", wrong.join(", "))) }
}

/// The outcome of each test in a log of the test harness: lines as `ok NAME`.
fn outcomes(log: &str) -> BTreeMap<String, String> {
    let line = |line: &str| line.split_once(' ').map(|(outcome, name)| (name.trim().to_owned(), outcome.to_owned()));
    log.lines().filter_map(line).collect()
}

fn table(results: &BTreeMap<&str, BTreeMap<String, String>>) -> (String, Vec<String>) {
    let mut out = String::from("# Faults, and what came of them\n\n| fault | what must happen | test |");
    ENGINES.iter().for_each(|(_, engine)| _ = write!(out, " {engine} |"));
    out += "\n|---|---|---|---|---|---|\n";
    let mut wrong = Vec::new();
    for Fault(fault, must, tests) in &FAULTS {
        for test in *tests {
            _ = write!(out, "| {fault} | {must} | `{test}` |");
            if let Some(name) = test.strip_prefix("fuzz/") {
                let outcome = results["fuzz"].get(name).map_or("missing", String::as_str);
                if outcome != "ok" {
                    wrong.push((*test).to_owned());
                }
                _ = writeln!(out, " {outcome}, in no browser | | |");
                continue;
            }
            if test.starts_with("hosts/") {
                out += " by `cargo xtask test --hosts` | the same | |\n";
                continue;
            }
            for (step, engine) in ENGINES {
                let impossible = impossible(test, engine);
                let outcome = impossible.or(results[step].get(*test).map(String::as_str)).unwrap_or("missing");
                if impossible.is_none() && outcome != "ok" {
                    wrong.push(format!("{test} in {engine}"));
                }
                _ = write!(out, " {outcome} |");
            }
            out.push('\n');
        }
    }
    (out, wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_fault_has_tests_that_are_there() {
        for Fault(fault, _, tests) in &FAULTS {
            assert!(!tests.is_empty(), "{fault}");
            for test in *tests {
                let (folder, path) = test.split_once('/').unwrap_or(("e2e", test));
                let (module, name) = path.rsplit_once("::").unwrap();
                if folder == "fuzz" {
                    let main =
                        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/main.rs")).unwrap();
                    assert!(main.contains(&format!("    {name}: ")), "{test}");
                    continue;
                }
                let file = format!("tests/{folder}/{}.rs", module.replace("::", "/"));
                let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file)).unwrap();
                assert!(source.contains(&format!("fn {name}(")), "{test}: no such test in {file}");
            }
        }
    }

    #[test]
    fn a_fault_whose_test_failed_or_did_not_run_is_told() {
        let all: Vec<&str> = FAULTS.iter().flat_map(|fault| fault.2).copied().collect();
        let passed = |step: &str| {
            let of = |test: &&&str| if step == "fuzz" { test.starts_with("fuzz/") } else { !test.contains('/') };
            let line = |test: &&str| format!("ok {}\n", test.trim_start_matches("fuzz/"));
            outcomes(&all.iter().filter(of).map(line).collect::<String>())
        };
        let mut results: BTreeMap<&str, _> =
            ["e2e", "e2e-firefox", "e2e-webkit", "fuzz"].map(|step| (step, passed(step))).into();
        assert_eq!(table(&results).1, [""; 0]);
        results.get_mut("e2e-firefox").unwrap().insert(FAULTS[1].2[0].to_owned(), "failed".to_owned());
        results.get_mut("e2e-webkit").unwrap().remove(FAULTS[2].2[0]);
        results.get_mut("fuzz").unwrap().clear();
        let (text, wrong) = table(&results);
        assert!(
            wrong.contains(&format!("{} in Firefox", FAULTS[1].2[0]))
                && wrong.contains(&format!("{} in WebKit", FAULTS[2].2[0]))
        );
        assert!(wrong.contains(&"fuzz/targets::copy".to_owned()), "{text}");
    }
}
