//! `atlas new FILE.xlsx | DIR [--filled | --small] [--languages L,M]`
//!
//! What is there already is left alone: nobody's rows are lost by a command that is given twice.

use crate::outcome::{Outcome, given, print, usage, write};
use atlas::builtin::BUILTIN;
use atlas::dataset::Language;
use atlas::packed;
use atlas_sheets::{template, zipped};
use lexopt::prelude::*;
use std::path::{Path, PathBuf};

pub fn run(mut arguments: lexopt::Parser) -> Outcome {
    let (mut to, mut filled, mut small, mut languages) = (None, false, false, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("filled") => filled = true,
            Long("small") => small = true,
            Long("languages") => languages = Some(arguments.value()?),
            Value(value) if to.is_none() => to = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let to = PathBuf::from(given("argument FILE.xlsx or DIR", to)?);
    let is_book = to.extension().is_some_and(|extension| extension == "xlsx");
    if filled && (small || languages.is_some()) || small && !is_book {
        return usage("`--filled` is for all languages of its data, and `--small` for a workbook, FILE.xlsx");
    }
    if to.exists() {
        return usage(format!("`{}` is there already", to.display()));
    }
    let languages = languages.map_or(Ok("en".to_owned()), |text| text.into_string());
    let Ok(languages) = languages else { return usage("`--languages` should be tags as in en,ru") };
    let languages: Vec<String> = languages.split(',').map(|tag| tag.trim().to_owned()).collect();
    if languages
        .iter()
        .any(|tag| tag.is_empty() || !tag.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-'))
    {
        return usage("`--languages` should be tags as in en,ru");
    }
    let data = packed::read(BUILTIN).or_else(|error| usage(error.to_string()))?;
    let tables = filled.then(|| data.tables());
    if is_book {
        let speech = languages.first().map_or(Language::default(), |tag| Language::of_tag(tag));
        let bytes = match small {
            true => template::small(speech),
            false => template::full(tables, tables.map_or(&languages, |tables| &tables.languages), speech),
        };
        write(&to, &bytes.or_else(usage)?)?;
    } else {
        folder(&to, &tables.map_or_else(|| zipped::empty(&languages), zipped::files))?;
    }
    print(&format!(
        "{}: {}\n",
        to.display(),
        if filled { "with the data of this program" } else { "ready to be filled" }
    ));
    Ok(())
}

fn folder(to: &Path, files: &[(String, Vec<u8>)]) -> Outcome {
    std::fs::create_dir_all(to).or_else(|error| usage(format!("cannot write `{}`: {error}", to.display())))?;
    files.iter().try_for_each(|(name, bytes)| write(&to.join(name), bytes))
}
