//! The accessibility conformance report (OpenACR) and the statement that a site can adopt, from what the checks of
//! accessibility told in each engine.
//!
//! A criterion is judged by the checks that show it, by what is absent, or by how the thing is made; what nobody has looked
//! at is not evaluated, and says so.

use super::{Result, at, read_text};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// The engines that the checks run in, as their reports are called.
pub const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// The report.
pub const REPORT: &str = "conformance.yaml";

/// Why a criterion is met, or not.
enum By {
    /// These checks show it; and what has to be said besides.
    Checks(&'static [u8], &'static str),
    /// There is nothing that it is about.
    Absent(&'static str),
    /// It is made so; the tests that are named show it, or whoever looks at it.
    Design(&'static str),
    /// Nobody has looked.
    Nobody(&'static str),
}

use By::{Absent, Checks, Design, Nobody};

/// A criterion: its number, and why.
type Criterion = (&'static str, By);

const NO_SOUND: &str = "There is no sound and no film.";

/// WCAG 2.2, level A.
const LEVEL_A: [Criterion; 32] = [
    (
        "1.1.1",
        Checks(&[1, 9], "The drawing is hidden from assistive technology; the list beside it has all that it shows."),
    ),
    ("1.2.1", Absent(NO_SOUND)),
    ("1.2.2", Absent(NO_SOUND)),
    ("1.2.3", Absent(NO_SOUND)),
    ("1.3.1", Checks(&[1, 3, 6, 8], "The matrix is a native table, the timeline a native list.")),
    ("1.3.2", Checks(&[12, 31], "")),
    ("1.3.3", Checks(&[19], "")),
    ("1.4.1", Checks(&[19], "")),
    ("1.4.2", Absent(NO_SOUND)),
    ("2.1.1", Checks(&[12, 13], "")),
    ("2.1.2", Checks(&[12], "")),
    ("2.1.4", Design("Single keys act only while the matrix or the drawing of the timeline has the focus.")),
    ("2.2.1", Absent("Nothing has a time limit.")),
    ("2.2.2", Checks(&[23], "Playing begins only when it is asked for, and can be stopped.")),
    ("2.3.1", Nobody("Flashes were not measured. Nothing moves unless playing is asked for.")),
    ("2.4.1", Checks(&[13], "")),
    ("2.4.2", Checks(&[1], "Of an embedded atlas, the title is the page's.")),
    ("2.4.3", Checks(&[12, 14], "")),
    ("2.4.4", Checks(&[1, 5], "")),
    (
        "2.5.1",
        Design("Whatever a gesture does, buttons, fields and keys do, too (tests/e2e/timeline.rs, playhead.rs)."),
    ),
    ("2.5.2", Design("Controls are native buttons and fields, which act on release.")),
    ("2.5.3", Checks(&[1, 5], "")),
    ("2.5.4", Absent("Nothing listens to the motion of a device.")),
    ("3.1.1", Checks(&[1, 25], "")),
    ("3.2.1", Design("The focus opens and changes nothing; it lights up what belongs together.")),
    ("3.2.2", Checks(&[16], "A filter changes the views in place, and the change is announced.")),
    ("3.2.6", Design("The map of keys stands at the foot of each atlas.")),
    ("3.3.1", Design("What is no day is said in words beside its field and kept there (tests/e2e/playhead.rs).")),
    ("3.3.2", Checks(&[1], "")),
    ("3.3.7", Absent("There is no process of several steps.")),
    ("4.1.1", Absent("WCAG 2.2 has no such criterion any more.")),
    ("4.1.2", Checks(&[1, 3, 4, 5, 7], "NVDA, JAWS, VoiceOver and TalkBack: not evaluated.")),
];

/// WCAG 2.2, level AA.
const LEVEL_AA: [Criterion; 24] = [
    ("1.2.4", Absent(NO_SOUND)),
    ("1.2.5", Absent(NO_SOUND)),
    ("1.3.4", Checks(&[20], "")),
    ("1.3.5", Absent("No field is about the reader.")),
    ("1.4.3", Checks(&[1, 18], "")),
    ("1.4.4", Checks(&[20], "")),
    ("1.4.5", Absent("Text is text, in the drawing, too.")),
    ("1.4.10", Checks(&[20], "A matrix that has no room scrolls in its own box, as the criterion allows tables.")),
    ("1.4.11", Checks(&[15, 18, 22], "")),
    ("1.4.12", Checks(&[21], "")),
    ("1.4.13", Design("What hovering lights up covers nothing; the tooltips are the browser's own.")),
    ("2.4.5", Absent("It is one page, or a part of one.")),
    ("2.4.6", Checks(&[5, 8], "")),
    ("2.4.7", Checks(&[15], "")),
    ("2.4.11", Checks(&[15], "A sticky header of the page has to be named by `--atlas-top`.")),
    ("2.5.7", Design("What can be dragged has buttons, fields and keys beside it (tests/e2e/playhead.rs).")),
    ("2.5.8", Checks(&[1, 19], "")),
    ("3.1.2", Checks(&[25], "")),
    ("3.2.3", Absent("It is one page, or a part of one.")),
    ("3.2.4", Checks(&[5, 7], "")),
    ("3.3.3", Design("What is no day is answered by the form that is wanted (tests/e2e/playhead.rs).")),
    ("3.3.4", Absent("Nothing is bought, agreed to or stored.")),
    ("3.3.8", Absent("Nobody signs in.")),
    ("4.1.3", Checks(&[16, 17], "NVDA, JAWS, VoiceOver and TalkBack: not evaluated. What Orca says was followed.")),
];

/// EN 301 549, chapter 4: what people can do, which checks alone do not tell.
const PERFORMANCE: [Criterion; 11] = [
    (
        "4.2.1",
        Nobody(
            "What Orca says in Firefox and Chromium was followed; NVDA, JAWS, VoiceOver and TalkBack were not tried, and no \
             reader without vision was asked.",
        ),
    ),
    ("4.2.2", Nobody("Checks 18 to 22 hold; no reader with limited vision was asked.")),
    ("4.2.3", Checks(&[19], "")),
    ("4.2.4", Absent(NO_SOUND)),
    ("4.2.5", Absent(NO_SOUND)),
    ("4.2.6", Absent("Nothing is spoken to.")),
    (
        "4.2.7",
        Nobody("Checks 12 to 15 and 19 hold; no reader with limited manipulation was asked, and no switch was tried."),
    ),
    ("4.2.8", Absent("It is no hardware.")),
    ("4.2.9", Nobody("Flashes were not measured.")),
    ("4.2.10", Nobody("No reader with limited cognition, language or learning was asked.")),
    ("4.2.11", Design("Nothing is sent or stored, whatever means a reader uses (PRIVACY.md).")),
];

/// What the checks told: of each check and engine, its outcomes that fail, those that cannot be had there, and how many hold.
#[derive(Default)]
struct Told {
    fails: Vec<String>,
    elsewhere: Vec<String>,
    holds: usize,
}

/// The outcomes of each check, in each engine.
type Outcomes = BTreeMap<(u8, &'static str), Told>;

/// The files, with their names: of the reports in a folder, for a day.
fn files(reports: &Path, day: &str) -> Result<[(&'static str, String); 3]> {
    let mut outcomes = Outcomes::new();
    for engine in ENGINES {
        let path = reports.join(format!("access-report-{engine}.md"));
        let text = read_text(&path)?;
        read(&text, engine, &mut outcomes).map_err(|problem| at(&path, problem))?;
    }
    let report = Report { outcomes, day };
    Ok([
        (REPORT, report.acr()),
        ("statement.en.md", report.statement(false)),
        ("statement.ru.md", report.statement(true)),
    ])
}

/// Writes the files into a folder.
pub fn write(reports: &Path, day: &str, to: &Path) -> Result<()> {
    files(reports, day)?.iter().try_for_each(|(name, text)| super::write(&to.join(name), text.as_bytes()))
}

/// Reads the table that an engine's checks left.
fn read(text: &str, engine: &'static str, outcomes: &mut Outcomes) -> Result<()> {
    for line in text.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.trim_matches('|').splitn(5, " | ").map(str::trim).collect();
        let Ok(check) = cells[0].parse::<u8>() else { continue };
        let result = cells.get(4).ok_or_else(|| format!("no result in `{line}`"))?;
        let told = outcomes.entry((check, engine)).or_default();
        if result.starts_with("holds") {
            told.holds += 1;
        } else if let Some(why) = result.strip_prefix("not possible in this engine, or elsewhere: ") {
            told.elsewhere.push(why.to_owned());
        } else {
            told.fails.push(format!("{}: {result}", cells[3]));
        }
    }
    let some = outcomes.keys().any(|(_, of)| *of == engine);
    if some { Ok(()) } else { Err("expected a table that `cargo xtask test --only access` made".into()) }
}

struct Report<'a> {
    outcomes: Outcomes,
    day: &'a str,
}

impl Report<'_> {
    /// The level of a criterion, and what is said of it.
    fn judged(&self, by: &By) -> (&'static str, String) {
        match by {
            Absent(why) => ("not-applicable", (*why).to_owned()),
            Design(why) => ("supports", format!("By design, without a check of its own: {why}")),
            Nobody(why) => ("not-evaluated", (*why).to_owned()),
            Checks(checks, more) => {
                let (mut fails, mut unseen) = (Vec::new(), Vec::new());
                for check in *checks {
                    for engine in ENGINES {
                        match self.outcomes.get(&(*check, engine)) {
                            None => unseen.push(format!("{check} in {engine}: not made")),
                            Some(told) => {
                                fails.extend(told.fails.iter().map(|fail| format!("{check} in {engine}: {fail}")));
                                if told.holds == 0 && told.fails.is_empty() {
                                    let why = told.elsewhere.first().map_or("not made", String::as_str);
                                    unseen.push(format!("{check} in {engine}: {why}"));
                                }
                            }
                        }
                    }
                }
                let numbers = checks.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
                let mut note = format!("Checks {numbers} of tests/access.");
                let level = match (fails.is_empty(), unseen.len() == checks.len() * ENGINES.len()) {
                    (false, _) => "partially-supports",
                    (true, true) => "not-evaluated",
                    (true, false) => "supports",
                };
                for (word, list) in [("Fails: ", &fails), ("Not to be told there, or told by another test: ", &unseen)]
                {
                    if !list.is_empty() {
                        let _ = write!(note, " {word}{}.", list.join("; "));
                    }
                }
                if !more.is_empty() {
                    let _ = write!(note, " {more}");
                }
                (level, note)
            }
        }
    }

    fn acr(&self) -> String {
        let text = |text: &str| Value::from(text).to_string();
        let methods = "The 31 checks of tests/access run on the release build in Chromium, Firefox and WebKitGTK, in English and \
             Russian, light and dark, with a wide, a middle and a narrow font, with axe-core and checks of our own; each is shown to \
             bite by a seeded page. What Orca says in Firefox and Chromium was followed. NVDA, JAWS, VoiceOver and TalkBack were not \
             tried, and no people with disabilities were asked.";
        let mut out =
            String::from("# Written by `cargo xtask papers` from the reports of the checks; changes are lost.\n");
        let mut put = |line: &str| {
            out.push_str(line);
            out.push('\n');
        };
        put("title: \"Cooperation Atlas Accessibility Conformance Report\"");
        put("product:");
        put("  name: \"Cooperation Atlas\"");
        put(&format!("  version: {}", text(env!("CARGO_PKG_VERSION"))));
        put(&format!("  description: {}", text(env!("CARGO_PKG_DESCRIPTION"))));
        put("author:");
        put("  name: \"The makers of the Cooperation Atlas\"");
        put("  email: \"see SECURITY.md: whoever published the atlas\"");
        put(&format!("report_date: {}", text(self.day)));
        put(&format!("last_modified_date: {}", text(self.day)));
        put("version: 1");
        put(&format!("evaluation_methods_used: {}", text(methods)));
        put("license: \"CC-BY-4.0\"");
        put("catalog: \"2.5-edition-wcag-2.2-508-eu-en\"");
        put("chapters:");
        for (chapter, criteria) in [
            ("success_criteria_level_a", &LEVEL_A[..]),
            ("success_criteria_level_aa", &LEVEL_AA),
            ("en_301_549_functional_performance", &PERFORMANCE),
        ] {
            put(&format!("  {chapter}:\n    criteria:"));
            for (number, by) in criteria {
                let (level, note) = self.judged(by);
                // Chapter 4 of EN 301 549 is about the whole, and names no component.
                let component = if number.starts_with("4.2.") { "none" } else { "web" };
                put(&format!("      - num: {}\n        components:\n          - name: {component}", text(number)));
                put(&format!(
                    "            adherence:\n              level: {level}\n              notes: {}",
                    text(&note)
                ));
            }
        }
        for (chapter, why) in [
            ("success_criteria_level_aaa", "Not claimed."),
            ("functional_performance_criteria", "See chapter 4 of EN 301 549, which asks the same."),
            ("hardware", "It is no hardware."),
            ("software", "It runs in a browser: see the criteria of WCAG."),
            ("support_documentation_and_services", "The documentation is plain text."),
            ("en_301_549_generic_requirements", "It is not closed, has no biometrics and no operable parts."),
            ("en_301_549_ict_with_two-way_voice", "There is none."),
            ("en_301_549_ict_with_video", "There is none."),
            ("en_301_549_hardware", "It is no hardware."),
            ("en_301_549_non-web-documents", "It makes none."),
            ("en_301_549_software", "It runs in a browser: see the criteria of WCAG."),
            ("en_301_549_documentation_and_support_services", "The documentation is plain text."),
            ("en_301_549_ict_providing_relay_or_emergency_service_access", "There is none."),
        ] {
            put(&format!("  {chapter}:\n    disabled: true\n    notes: {}", text(why)));
        }
        out
    }

    /// The numbers of the criteria of WCAG at this level.
    fn at_level(&self, level: &str) -> Vec<&'static str> {
        let all = LEVEL_A.iter().chain(&LEVEL_AA);
        all.filter(|(_, by)| self.judged(by).0 == level).map(|(number, _)| *number).collect()
    }

    fn statement(&self, is_russian: bool) -> String {
        let list = |level: &str, none: &str| {
            let numbers = self.at_level(level);
            if numbers.is_empty() { none.to_owned() } else { numbers.join(", ") }
        };
        let (version, day) = (env!("CARGO_PKG_VERSION"), self.day);
        if is_russian {
            let (partly, unknown) = (list("partially-supports", "нет"), list("not-evaluated", "нет"));
            return format!(
                "# Заявление о доступности Атласа сотрудничества

Это заявление относится к Атласу сотрудничества версии {version} на этом сайте. Сайт дополняет его местами в квадратных скобках.

## Соответствие

Атлас стремится соответствовать WCAG 2.2 уровня AA и EN 301 549. Он соответствует им частично: автоматические проверки \
пройдены, но люди с инвалидностью в оценке не участвовали, и не все программы экранного доступа опробованы.

- Критерии, которым атлас соответствует не полностью: {partly}.
- Критерии, которые не оценивались: {unknown}.
- Программы экранного доступа: проверено, что произносит Orca в Firefox и Chromium под Linux. NVDA, JAWS, VoiceOver и TalkBack \
не оценивались.
- Рисунок временной шкалы скрыт от вспомогательных технологий: всё, что на нём есть, стоит в списке рядом.

## Как оценивали

Собственная оценка изготовителя, {day}: 31 проверка в Chromium, Firefox и WebKitGTK на английском и русском языках, в светлой и \
тёмной теме, с тремя шрифтами. Подробно — в отчёте `conformance.yaml` (OpenACR).

## Обратная связь

Если что-то в атласе недоступно, напишите: [адрес]. Мы отвечаем в течение [срок]. Все сведения атласа есть и в виде простой \
страницы `fallback.html` и таблиц CSV. Если ответ вас не устраивает, обратитесь в [орган надзора].
"
            );
        }
        let (partly, unknown) = (list("partially-supports", "none"), list("not-evaluated", "none"));
        format!(
            "# Accessibility statement for the Cooperation Atlas

This statement is about the Cooperation Atlas {version} on this site. The site fills in what stands in square brackets.

## Conformance

The atlas aims at WCAG 2.2, level AA, and EN 301 549. It conforms to them partially: automatic checks are passed, but no people with \
disabilities took part, and not all screen readers were tried.

- Criteria that it does not fully meet: {partly}.
- Criteria that were not evaluated: {unknown}.
- Screen readers: what Orca says in Firefox and Chromium on Linux was followed. NVDA, JAWS, VoiceOver and TalkBack were not evaluated.
- The drawing of the timeline is hidden from assistive technology: all that it shows stands in the list beside it.

## How it was evaluated

By its makers, {day}: 31 checks in Chromium, Firefox and WebKitGTK, in English and Russian, light and dark, with three fonts. \
The report `conformance.yaml` (OpenACR) has the details.

## Feedback

If something in the atlas is not accessible to you, write to [address]. We answer within [time]. All facts of the atlas are there as a plain page, too \
(`fallback.html`), and as CSV tables. If the answer does not satisfy you, turn to [authority].
"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reports in which every check holds but for the lines that are given.
    fn reports(more: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for engine in ENGINES {
            let mut text =
                String::from("# The 31 checks\n\n| check | | engine | state | result |\n|---|---|---|---|---|\n");
            for check in 1..=31 {
                let told: Vec<&str> =
                    more.iter().filter(|(of, _)| *of == format!("{check} {engine}")).map(|(_, line)| *line).collect();
                for result in if told.is_empty() { vec!["holds"] } else { told } {
                    let _ = writeln!(text, "| {check} | what it is | {engine} | a state, with | a bar | {result} |");
                }
            }
            std::fs::write(
                folder.path().join(format!("access-report-{engine}.md")),
                text.replace("with | a", "with a"),
            )
            .unwrap();
        }
        folder
    }

    fn level(report: &str, number: &str) -> String {
        let (_, rest) = report.split_once(&format!("num: \"{number}\"")).unwrap();
        rest.split_once("level: ").unwrap().1.lines().next().unwrap().to_owned()
    }

    #[test]
    fn a_criterion_is_met_by_its_checks_and_not_where_one_of_them_fails() {
        let [(_, report), (_, statement), (_, russian)] = files(reports(&[]).path(), "2026-11-24").unwrap();
        assert_eq!(level(&report, "1.3.1"), "supports");
        assert_eq!(level(&report, "1.2.1"), "not-applicable");
        assert_eq!(level(&report, "4.2.1"), "not-evaluated");
        assert!(statement.contains("does not fully meet: none") && russian.contains("не полностью: нет"));

        let failing = reports(&[("3 firefox", "**FAILS**: a cell without role")]);
        let [(_, report), (_, statement), _] = files(failing.path(), "2026-11-24").unwrap();
        assert_eq!(level(&report, "1.3.1"), "partially-supports");
        assert!(report.contains("3 in firefox: a state, with a bar: **FAILS**: a cell without role"), "{report}");
        assert!(statement.contains("does not fully meet: 1.3.1, 4.1.2"), "{statement}");
    }

    #[test]
    fn what_no_engine_can_tell_is_not_evaluated() {
        let nowhere =
            ENGINES.map(|engine| (format!("21 {engine}"), "not possible in this engine, or elsewhere: no spacing"));
        let nowhere: Vec<(&str, &str)> = nowhere.iter().map(|(of, line)| (of.as_str(), *line)).collect();
        let [(_, report), ..] = files(reports(&nowhere).path(), "2026-11-24").unwrap();
        assert_eq!(level(&report, "1.4.12"), "not-evaluated");
        let [(_, report), ..] = files(reports(&nowhere[..1]).path(), "2026-11-24").unwrap();
        assert_eq!(level(&report, "1.4.12"), "supports");
        assert!(report.contains("21 in chromium: no spacing"));
    }

    #[test]
    fn a_report_that_is_none_is_refused() {
        let folder = reports(&[]);
        std::fs::write(folder.path().join("access-report-webkit.md"), "nothing").unwrap();
        assert!(files(folder.path(), "2026-11-24").unwrap_err().contains("access-report-webkit.md: expected"));
    }

    /// What is handed over is what the present table of criteria makes.
    #[test]
    fn the_papers_are_of_this_version_and_have_every_criterion() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bundle/papers");
        let report = read_text(&folder.join(REPORT)).unwrap();
        assert!(report.contains(concat!("\n  version: \"", env!("CARGO_PKG_VERSION"), "\"\n")));
        assert_eq!(report.matches("- num: ").count(), LEVEL_A.len() + LEVEL_AA.len() + PERFORMANCE.len());
        let mut partly = Vec::new();
        for (number, _) in LEVEL_A.iter().chain(&LEVEL_AA) {
            match level(&report, number).as_str() {
                "partially-supports" => partly.push(*number),
                other => assert!(["supports", "not-applicable", "not-evaluated"].contains(&other), "{number}: {other}"),
            }
        }
        for language in ["en", "ru"] {
            let statement = read_text(&folder.join(format!("statement.{language}.md"))).unwrap();
            assert!(statement.contains(env!("CARGO_PKG_VERSION")) && statement.contains("TalkBack"));
            assert!(statement.contains(&partly.join(", ")), "{language}: {partly:?}");
        }
    }
}
