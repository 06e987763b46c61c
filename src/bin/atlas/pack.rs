//! `atlas pack SOURCE -o FILE.atlas`, or `FILE.html [--lang L] [--script FILE]`, or `FILE.zip`

use crate::outcome::{Outcome, complain, given, print, read, usage, write};
use atlas::bundle::SCRIPT;
use atlas::bundle::prerender::Static;
use atlas::bundle::single::Single;
use atlas::locale::Locale;
use atlas::packed;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub fn run(mut arguments: lexopt::Parser) -> Outcome {
    let (mut dir, mut file, mut lang, mut script) = (None, None, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('o') => file = Some(arguments.value()?),
            Long("lang") => lang = Some(arguments.value()?),
            Long("script") => script = Some(arguments.value()?),
            Value(value) if dir.is_none() => dir = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = PathBuf::from(given("option `-o FILE`", file)?);
    let ending = file.extension().and_then(|extension| extension.to_str());
    let (is_page, is_archive) = (ending == Some("html"), ending == Some("zip"));
    if !is_page && !is_archive && ending != Some("atlas") {
        return usage(format!("`{}` should end in .atlas, .html or .zip", file.display()));
    }
    for (option, value) in [("--lang", &lang), ("--script", &script)] {
        if value.is_some() && !is_page {
            return usage(format!("option `{option}` is for a page, FILE.html"));
        }
    }
    let locale = locale(lang)?;
    let dir = PathBuf::from(given("argument SOURCE", dir)?);
    let script = if is_page { release(script)? } else { String::new() };
    let data = read(&dir, complain)?;
    let mut bytes = match is_archive {
        true => atlas_sheets::zipped::archive(data.tables()),
        false => packed::write(data.tables()),
    };
    if is_page {
        let page =
            Static::of(data, locale, 1, None).and_then(|page| Ok(Single::of_file(&script)?.page(&page, Some(&bytes))));
        bytes = page.or_else(usage)?.into_bytes();
    }
    write(&file, &bytes)?;
    print(&format!("{}: {} bytes\n", file.display(), bytes.len()));
    Ok(())
}

fn locale(tag: Option<OsString>) -> Outcome<Locale> {
    let Some(tag) = tag else { return Ok(Locale::ENGLISH) };
    match tag.to_str().and_then(Locale::from_tag) {
        Some(locale) => Ok(locale),
        None => {
            let languages = Locale::ALL.map(Locale::tag).join(", ");
            usage(format!("`--lang {}` should be one of {languages}", tag.display()))
        }
    }
}

/// The script of a release: the one named, else the one that this program carries, else the first that is found.
pub fn release(named: Option<OsString>) -> Outcome<String> {
    if let (None, Some(script)) = (&named, atlas_release::script()) {
        return Ok(script.into());
    }
    let beside = std::env::current_exe().ok().map(|own| own.with_file_name(SCRIPT));
    let found =
        || beside.into_iter().chain([SCRIPT.into(), Path::new("dist").join(SCRIPT)]).find(|path| path.is_file());
    let Some(path) = named.map(PathBuf::from).or_else(found) else {
        return usage(format!("no {SCRIPT} beside this program, here or in dist/; name one with --script"));
    };
    std::fs::read_to_string(&path).or_else(|error| usage(format!("cannot read `{}`: {error}", path.display())))
}
