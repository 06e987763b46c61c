//! Plural rules of any language that CLDR knows, for whole numbers: the atlas counts nothing else.
//!
//! The build checks that a language has each form it needs, and writes the rule by which the run time chooses one. The rules
//! are read from `cldr/plurals.json`, which is the file of that name in CLDR's package `cldr-core`, under the licence beside
//! it; a newer one can be put in its place.

use super::pseudo;
use serde_json::Value;
use std::ops::RangeInclusive;

const CLDR: &str = include_str!("cldr/plurals.json");

/// The categories, in the order in which the forms of a message are packed.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Which form a number takes: the first whose condition holds, or else the last.
#[derive(Default)]
pub struct Rule(Vec<(&'static str, Condition)>);

/// Holds where all relations of one of its parts do.
#[derive(Default)]
struct Condition(Vec<Vec<Relation>>);

/// Whether a number, or what a division of it leaves, is among some.
struct Relation {
    modulus: Option<u32>,
    is_among: bool,
    numbers: Vec<RangeInclusive<u32>>,
}

impl Rule {
    /// The rule of a language tag, or of what is left of it without its last parts; `None` where CLDR has none.
    pub fn of(tag: &str) -> Option<Rule> {
        // What is made from English counts as English does.
        let tag = if tag == pseudo::TAG { "en" } else { tag };
        let cldr: Value = serde_json::from_str(CLDR).ok()?;
        let all = &cldr["supplemental"]["plurals-type-cardinal"];
        let ends = tag.match_indices('-').map(|(at, _)| at).chain([tag.len()]);
        let mut tags: Vec<&str> = ends.map(|end| &tag[..end]).filter(|tag| *tag != "und").collect();
        tags.reverse();
        Rule::read(tags.into_iter().find_map(|tag| all.get(tag))?)
    }

    /// A rule as CLDR writes it, without the categories that no whole number has.
    fn read(conditions: &Value) -> Option<Rule> {
        let mut rule = Rule::default();
        for category in CATEGORIES {
            if let Some(text) = conditions.get(format!("pluralRule-count-{category}")) {
                let (condition, _samples) = text.as_str()?.split_once('@')?;
                rule.0.push((category, Condition::read(condition.trim())?));
            }
        }
        let mut is_used = vec![false; rule.0.len()];
        numbers().for_each(|n| is_used[rule.form(n)] = true);
        let mut is_used = is_used.into_iter();
        rule.0.retain(|_| is_used.next() == Some(true));
        Some(rule)
    }

    /// The categories that a message must have, in the order of their forms.
    pub fn categories(&self) -> Vec<&'static str> {
        self.0.iter().map(|(category, _)| *category).collect()
    }

    fn form(&self, n: u32) -> usize {
        self.0.iter().position(|(_, condition)| condition.holds(n)).unwrap_or(self.0.len() - 1)
    }

    /// The rule as Rust.
    pub fn rust(&self) -> String {
        let Some((_, conditions)) = self.0.split_last().filter(|(_, others)| !others.is_empty()) else {
            return "|_| 0".into();
        };
        let conditions = conditions.iter().enumerate();
        let arms: String =
            conditions.map(|(form, (_, condition))| format!("if {} {{ {form} }} else ", condition.rust())).collect();
        format!("|n| {arms}{{ {} }}", self.0.len() - 1)
    }
}

/// Numbers by which every form of every rule shows itself: rules look at the last six digits at most.
fn numbers() -> impl Iterator<Item = u32> {
    (0..=1000).chain((3..=6).flat_map(|zeros| (1..=100).map(move |n| n * 10_u32.pow(zeros))))
}

impl Condition {
    /// Reads `n % 10 = 1 and n % 100 != 11 or v = 2`. An empty one is that of the category for all other numbers.
    fn read(text: &str) -> Option<Condition> {
        let mut parts = Vec::new();
        for part in text.split(" or ").filter(|part| !part.is_empty()) {
            let relations: Vec<(bool, Relation)> = part.split(" and ").map(Relation::read).collect::<Option<_>>()?;
            let (of_number, of_decimals): (Vec<_>, Vec<_>) = relations.into_iter().partition(|(is_of, _)| *is_of);
            // A whole number has no decimals and no exponent.
            if of_decimals.iter().all(|(_, relation)| relation.holds(0)) {
                parts.push(of_number.into_iter().map(|(_, relation)| relation).collect());
            }
        }
        Some(Condition(parts))
    }

    fn holds(&self, n: u32) -> bool {
        self.0.iter().any(|part| part.iter().all(|relation| relation.holds(n)))
    }

    fn rust(&self) -> String {
        let parts = self.0.iter().map(|part| part.iter().map(Relation::rust).collect::<Vec<_>>().join(" && "));
        parts.collect::<Vec<_>>().join(" || ")
    }
}

impl Relation {
    /// Reads `n % 100 != 11..14,71`, and whether it is about the number itself, which is `n` or `i`.
    fn read(text: &str) -> Option<(bool, Relation)> {
        let (left, right) = text.split_once('=')?;
        let (left, is_among) = left.trim().strip_suffix('!').map_or((left, true), |left| (left, false));
        let mut left = left.split('%').map(str::trim);
        let of_number = matches!(left.next()?, "n" | "i");
        let modulus = left.next().map(str::parse).transpose().ok()?;
        let range = |range: &str| {
            let (first, last) = range.split_once("..").unwrap_or((range, range));
            Some(first.trim().parse().ok()?..=last.trim().parse().ok()?)
        };
        Some((of_number, Relation { modulus, is_among, numbers: right.split(',').map(range).collect::<Option<_>>()? }))
    }

    fn holds(&self, n: u32) -> bool {
        let n = self.modulus.map_or(n, |modulus| n % modulus);
        self.numbers.iter().any(|range| range.contains(&n)) == self.is_among
    }

    fn rust(&self) -> String {
        let n = self.modulus.map_or("n".into(), |modulus| format!("n % {modulus}"));
        let is_one = |range: &RangeInclusive<u32>| range.start() == range.end();
        let pattern = |range: &RangeInclusive<u32>| match is_one(range) {
            true => range.start().to_string(),
            false => format!("{range:?}"),
        };
        match (&self.numbers[..], self.is_among) {
            ([range], true) if is_one(range) => format!("{n} == {}", range.start()),
            ([range], false) if is_one(range) => format!("{n} != {}", range.start()),
            (ranges, is_among) => {
                let patterns = ranges.iter().map(pattern).collect::<Vec<_>>().join(" | ");
                format!("{}matches!({n}, {patterns})", if is_among { "" } else { "!" })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_plurals::provider::{Baked, PluralsCardinalV1};
    use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
    use icu_provider::{DataIdentifierBorrowed, DataProvider, DataRequest, DataResponse};
    use std::process::Command;

    /// Every language of CLDR with its conditions.
    fn all() -> Vec<(String, Value)> {
        let cldr: Value = serde_json::from_str(CLDR).unwrap();
        let all = cldr["supplemental"]["plurals-type-cardinal"].as_object().unwrap();
        all.iter().filter(|(tag, _)| *tag != "und").map(|(tag, of)| (tag.clone(), of.clone())).collect()
    }

    /// What the emitted rules say of [`numbers`], by the compiler itself: a line of categories for each language.
    fn emitted(languages: &[(String, Value)]) -> Vec<Vec<&'static str>> {
        let rules: Vec<Rule> = languages.iter().map(|(tag, _)| Rule::of(tag).unwrap()).collect();
        let list = rules.iter().map(Rule::rust).collect::<Vec<_>>().join(",\n");
        let numbers: Vec<u32> = numbers().collect();
        let program = format!(
            "static RULES: &[fn(u32) -> usize] = &[{list}];\nfn main() {{ for rule in RULES {{\n\
             println!(\"{{}}\", {numbers:?}.map(|n: u32| rule(n).to_string()).concat()) }} }}"
        );
        let folder = std::env::temp_dir().join(format!("atlas-plurals-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("rules.rs"), program).unwrap();
        let compiled =
            Command::new("rustc").args(["--edition=2024", "rules.rs"]).current_dir(&folder).output().unwrap();
        assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
        let told = Command::new(folder.join("rules")).output().unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        let lines = String::from_utf8(told.stdout).unwrap();
        let category = |rule: &Rule, form: char| rule.categories()[form.to_digit(10).unwrap() as usize];
        lines.lines().zip(&rules).map(|(line, rule)| line.chars().map(|form| category(rule, form)).collect()).collect()
    }

    /// The samples of whole numbers that CLDR gives for a category: `0, 2~16, 100, …`.
    fn samples(text: &str) -> Vec<u32> {
        let Some((_, samples)) = text.split_once("@integer") else { return Vec::new() };
        let samples = samples.split_once('@').map_or(samples, |(samples, _)| samples);
        let ranges = samples.split(',').map(str::trim).filter(|sample| !sample.contains(['…', 'c', 'e']));
        let range = |range: &str| {
            let (first, last) = range.split_once('~').unwrap_or((range, range));
            first.parse().unwrap()..=last.parse::<u32>().unwrap()
        };
        ranges.filter(|sample| !sample.is_empty()).flat_map(range).collect()
    }

    #[test]
    fn the_emitted_rule_of_every_language_gives_the_categories_of_cldr() {
        let languages = all();
        let emitted = emitted(&languages);
        assert!(languages.len() > 200 && emitted.len() == languages.len());
        let (mut compared, mut sampled, mut differing) = (0, 0, Vec::new());
        for ((tag, conditions), emitted) in languages.iter().zip(emitted) {
            let own = |number: u32| numbers().position(|n| n == number).map(|at| emitted[at]);
            for (name, text) in conditions.as_object().unwrap() {
                for (number, own) in samples(text.as_str().unwrap()).into_iter().filter_map(|n| Some((n, own(n)?))) {
                    assert_eq!(format!("pluralRule-count-{own}"), *name, "{number} in {tag}");
                    sampled += 1;
                }
            }
            let locale = tag.parse::<icu_locale_core::Locale>().unwrap();
            let id = (&locale).into();
            let request = DataRequest { id: DataIdentifierBorrowed::for_locale(&id), ..DataRequest::default() };
            let known: DataResponse<PluralsCardinalV1> = Baked.load(request).unwrap();
            // ICU leaves out languages that few use: then it would take the rule of no language.
            if known.metadata.locale.is_some() {
                continue;
            }
            let icu = PluralRules::try_new(locale.into(), PluralRulesOptions::default()).unwrap();
            let category = |number: u32| match icu.category_for(number) {
                PluralCategory::Zero => "zero",
                PluralCategory::One => "one",
                PluralCategory::Two => "two",
                PluralCategory::Few => "few",
                PluralCategory::Many => "many",
                PluralCategory::Other => "other",
            };
            if let Some(number) = numbers().zip(emitted).find(|(number, own)| category(*number) != *own) {
                differing.push((tag.as_str(), number));
            }
            compared += 1;
        }
        // ICU is ahead of what is published as `cldr-core`, in which these have no such form yet.
        assert_eq!(differing, [("gl", (1_000_000, "other")), ("vi", (0, "other"))]);
        assert!(compared > 110 && sampled > 5000, "{compared} languages of ICU, {sampled} samples of CLDR");
    }

    #[test]
    fn a_tag_may_say_more_than_the_language_and_an_unknown_one_has_no_rule() {
        let categories = |tag: &str| Rule::of(tag).map(|rule| rule.categories());
        assert_eq!(categories("th"), Some(vec!["other"]));
        assert_eq!(categories("ru"), Some(vec!["one", "few", "many"]));
        assert_eq!(categories("fr-CA"), Some(vec!["one", "many", "other"]));
        assert_eq!(categories("zh-Hant-TW"), categories("zh"));
        assert_eq!(categories("cs"), Some(vec!["one", "few", "other"]), "many is of decimals alone");
        let forms = |tag: &str| [0, 1, 2].map(|n| Rule::of(tag).unwrap().form(n));
        assert_eq!((forms("pt"), forms("pt-PT")), ([0, 0, 2], [2, 0, 2]));
        for tag in ["tlh", "und", "", "-", "english"] {
            assert!(categories(tag).is_none(), "{tag}");
        }
    }
}
