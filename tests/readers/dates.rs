//! Dates as the atlas reads them, beside edtf.js and Python's edtf: a string is a date for all of them, with the same first and
//! last day, or a line of [`RULES`] says why not.
//!
//! The step compares some; `cargo xtask test --dates` compares 100,000. Either leaves `target/edtf-NAME.md`, the table of all
//! disagreements with their numbers.

use crate::inputs::input;
use atlas::time::{Bound, Edtf};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::process::Command;

/// What a program makes of a string: its first and its last day, where a side may be `..` or `?`; none if it is no date.
type Read = Option<(String, String)>;

/// Why another program reads strings otherwise.
struct Rule {
    /// Whether the atlas, and whether the other, takes them for dates.
    dates: (bool, bool),
    /// Which strings.
    when: fn(&str) -> bool,
    /// What it is.
    why: &'static str,
}

const RULES: [Rule; 20] = [
    Rule {
        dates: (false, true),
        when: |text| each(text, |date| date.starts_with(['-', 'Y', 'y']) || date.starts_with("+")),
        why: "A year before 0000 or of more than four digits (`-2016`, `Y12016`): no calendar of the atlas has it.",
    },
    Rule {
        dates: (false, true),
        when: |text| each(text, |date| date.starts_with("000")),
        why: "The year 0000, and the decade 000X that begins with it: the days of the atlas begin with 0001-01-01.",
    },
    Rule {
        dates: (false, true),
        when: |text| each(text, |date| digits_after(date, 'X') || date.contains("XX") || date.contains("-X")),
        why: "Digits left open elsewhere than at the end of a year (`XXXX`, `19XX`, `2016-XX`, `2016-XX-05`): no date of the \
              tables needs them; a century or a month that is not known is an interval there.",
    },
    Rule {
        dates: (false, true),
        when: |text| each(text, |date| date.contains("X-")),
        why: "A month of a decade (`201X-05`): no table knows the month and not the year.",
    },
    Rule {
        dates: (false, true),
        when: |text| {
            let short = |date: &str| matches!(date.trim_end_matches(['~', '?', '%']).len(), 2 | 3);
            each(text, |date| short(date) && date.starts_with(|letter: char| letter.is_ascii_digit()))
        },
        why: "A year of two or three digits (`16`, `201`): a century or a decade to ISO 8601-2, no date to EDTF.",
    },
    Rule {
        dates: (false, true),
        when: |text| each(text, |date| date.contains('T')),
        why: "A time of the day: the tables have days.",
    },
    Rule {
        dates: (false, true),
        when: |text| each(text, season),
        why: "A season (`2016-21`): level 1 has it, no table does.",
    },
    Rule {
        dates: (false, true),
        when: |text| text.trim() != text || text.contains(' '),
        why: "A space around the date: the tables are trimmed before, and queries have none.",
    },
    Rule {
        dates: (false, true),
        when: |text| each(text, |date| date.trim_end_matches(['~', '?', '%']).contains(['~', '?', '%'])),
        why: "A mark within a date (`2016~-05`): level 2, of which the atlas reads nothing.",
    },
    Rule {
        dates: (false, true),
        when: |text| each(text, |date| date.ends_with("?~") || date.ends_with("~?")),
        why: "`?~`: the older way to write `%`.",
    },
    Rule {
        dates: (false, true),
        when: |text| each(text, |date| !exists(date)),
        why: "A day that its month has not (`2015-02-29`, `2019-04-31`): the atlas refuses it, the other takes the day after.",
    },
    Rule {
        dates: (false, true),
        when: |text| matches!(text, "/" | "../.." | "../" | "/.."),
        why: "An interval without a date on either side says nothing of any day.",
    },
    Rule {
        dates: (false, true),
        when: |text| text.contains('/') && sides(text).is_some_and(|(start, end)| end < start),
        why: "An interval that ends before it begins: a mistake, which `atlas check` has to name.",
    },
    Rule {
        dates: (false, true),
        when: |text| text.contains('E') || text.contains('S') || text.contains(['[', '{', ',']),
        why: "An exponent, a precision or a set: level 2.",
    },
    Rule {
        dates: (false, true),
        when: |text| each(text, |date| date.ends_with('Z') || date.contains('.') && !date.contains("..")),
        why: "A zone or a fraction: the tables have days.",
    },
    Rule {
        dates: (true, false),
        when: |text| each(text, |date| date.contains("X~") || date.contains("X?") || date.contains("X%")),
        why: "A decade with a mark (`201X~`): level 2 in the standard; the atlas reads it, since a decade may be approximate.",
    },
    Rule {
        dates: (true, false),
        when: |text| text.contains('/') && text.contains('X'),
        why: "A decade as a side of an interval (`201X/2020`): level 2 in the standard; the atlas reads it as the whole decade.",
    },
    Rule {
        dates: (true, false),
        when: |text| sides(text).is_some_and(|(start, end)| start == end),
        why: "An interval from a date to itself (`2017/2017`): the other wants a later end; the atlas takes it for the whole date.",
    },
    Rule {
        dates: (true, false),
        when: |text| {
            text.contains('/')
                && sides(text)
                    .is_some_and(|(start, end)| start > end || start.starts_with(&end) || end.starts_with(&start))
        },
        why: "An interval whose end begins before its start but reaches it (`2016-05/2016`): its days are May to December.",
    },
    Rule { dates: (true, false), when: |_| false, why: "The other fails with an error of its own." },
];

/// The sides of an interval, or the date.
fn each(text: &str, is: impl Fn(&str) -> bool) -> bool {
    text.split('/').any(is)
}

/// Two sides that are dates.
fn sides(text: &str) -> Option<(String, String)> {
    let (start, end) = text.split_once('/')?;
    let bare = |date: &str| date.trim_end_matches(['~', '?', '%']).replace('X', "0");
    let (start, end) = (bare(start), bare(end));
    (start.starts_with(char::is_numeric) && end.starts_with(char::is_numeric)).then_some((start, end))
}

fn digits_after(date: &str, mark: char) -> bool {
    date.split_once(mark).is_some_and(|(_, after)| after.starts_with(|letter: char| letter.is_ascii_digit()))
}

fn season(date: &str) -> bool {
    let month = date.get(5..7).and_then(|month| month.parse::<u32>().ok());
    date.get(4..5) == Some("-") && month.is_some_and(|month| month > 20)
}

/// Whether the calendar has the day, for dates that are days.
fn exists(date: &str) -> bool {
    let bare = date.trim_end_matches(['~', '?', '%']);
    bare.len() != 10 || chrono::NaiveDate::parse_from_str(bare, "%Y-%m-%d").is_ok()
}

/// What the atlas makes of it.
fn ours(text: &str) -> Read {
    let span = Edtf::parse(text).ok()?.interval();
    let side = |bound: Bound, first: bool| match bound {
        Bound::Open => "..".to_owned(),
        Bound::Unknown => "?".to_owned(),
        Bound::Date(date) if first => date.first().to_string(),
        Bound::Date(date) => date.last().to_string(),
    };
    Some((side(span.start, true), side(span.end, false)))
}

/// Different strings, the same each time.
fn strings(count: usize) -> Vec<String> {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[20; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let (input, mut known) = (input(), BTreeSet::new());
    let drawn = std::iter::repeat_with(|| input.new_tree(&mut runner).expect("a string").current());
    drawn.filter(|text| !text.is_empty() && known.insert(text.clone())).take(count).collect()
}

/// Has a program read strings, and explains what it reads otherwise.
fn compare(name: &str, program: &mut Command, count: usize) {
    let all: Option<usize> = std::env::var("ATLAS_DATES").ok().and_then(|count| count.parse().ok());
    let strings = strings(all.unwrap_or(count));
    let folder = tempfile::tempdir().unwrap();
    let (asked, told) = (folder.path().join("asked.txt"), folder.path().join("told.txt"));
    std::fs::write(&asked, strings.join("\n")).unwrap();
    let output = program.arg("dates").arg(&asked).arg(&told).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = std::fs::read_to_string(&told).unwrap();
    assert_eq!(told.lines().count(), strings.len());

    let mut explained = vec![Vec::new(); RULES.len()];
    let (mut unexplained, mut dates) = (Vec::new(), 0);
    for (text, line) in strings.iter().zip(told.lines()) {
        let failed = line == "!";
        let theirs: Read = line.split_once('\t').map(|(first, last)| (first.into(), last.into()));
        let ours = ours(text);
        dates += usize::from(ours.is_some());
        if ours == theirs {
            continue;
        }
        let dates = (ours.is_some(), theirs.is_some());
        let failure = || RULES.iter().position(|rule| failed && rule.why.starts_with("The other fails"));
        match RULES.iter().position(|rule| rule.dates == dates && (rule.when)(text)).or_else(failure) {
            Some(rule) => explained[rule].push(text),
            None => unexplained.push(format!("{text:?}: {ours:?}, by {name} {theirs:?}")),
        }
    }
    assert!(
        unexplained.is_empty(),
        "{} not explained:\n{}",
        unexplained.len(),
        unexplained[..unexplained.len().min(40)].join("\n")
    );
    let disagreed: usize = explained.iter().map(Vec::len).sum();
    let mut report = format!(
        "# Dates: the atlas and {name}\n\n{} different strings, of which the atlas takes {dates} for dates. On {} both agree, \
         in whether it is a date and in its first and last day; on {disagreed} they do not:\n\n\
         | strings | such as | the atlas | {name} | why |\n|---|---|---|---|---|\n",
        strings.len(),
        strings.len() - disagreed,
    );
    let word = |is_date| if is_date { "a date" } else { "no date" };
    for (rule, texts) in RULES.iter().zip(&explained).filter(|(_, texts)| !texts.is_empty()) {
        let example = texts.iter().min_by_key(|text| text.len()).unwrap();
        let (ours, theirs) = (word(rule.dates.0), word(rule.dates.1));
        writeln!(report, "| {} | `{example}` | {ours} | {theirs} | {} |", texts.len(), rule.why).unwrap();
    }
    println!("{report}");
    std::fs::create_dir_all("target").unwrap();
    std::fs::write(format!("target/edtf-{}.md", name.replace([' ', '.'], "-").to_lowercase()), report).unwrap();
}

#[test]
fn dates_by_edtf_js() {
    let modules = std::env::var("ATLAS_MODULES").expect("cargo xtask test --only readers");
    compare("edtf.js", Command::new("node").env("NODE_PATH", modules).arg("tests/readers/read.cjs"), 20_000);
}

#[test]
fn dates_by_python_edtf() {
    let python = std::env::var("ATLAS_PYTHON").expect("cargo xtask test --only readers");
    compare("Python edtf", Command::new(python).arg("tests/readers/read.py"), 500);
}
