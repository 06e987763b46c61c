//! `atlas export SOURCE --as FORMAT [QUERY] [-o FILE] [--today DAY] [--address URL]`
//!
//! Owns arguments and output; the formats are the core's. The file alone goes to the standard output, and what it
//! has no place for is told on the standard error: what the query names and the data does not have, and how much a calendar
//! leaves out. Neither is a failure.

use crate::outcome::{Outcome, complain, given, print, put, read, today, usage, write};
use crate::png;
use atlas::export::Export;
use atlas::locale::Locale;
use atlas::query::{Catalogue, View};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use atlas::taking::Format;
use lexopt::prelude::*;
use std::path::PathBuf;
use std::rc::Rc;

/// The names of pictures, after those of the formats.
const PICTURES: &str = ", svg, png, or as in timeline.svg, matrix-dark.svg, timeline@2x.png, matrix-1200x630.png, \
     timeline-dark-1920x1080.png";

pub fn run(mut arguments: lexopt::Parser) -> Outcome {
    let (mut source, mut text, mut name, mut file, mut day, mut address) = (None, None, None, None, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("as") => name = Some(arguments.value()?),
            Long("today") => day = Some(arguments.value()?),
            Long("address") => address = Some(arguments.value()?),
            Short('o') => file = Some(PathBuf::from(arguments.value()?)),
            Value(value) if source.is_none() => source = Some(value),
            Value(value) if text.is_none() => text = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let source = PathBuf::from(given("argument SOURCE", source)?);
    let names = || Format::TEXTS.map(Format::name).join(", ") + PICTURES;
    let name = given(&format!("option `--as FORMAT`, one of {}", names()), name)?;
    let unknown = || usage(format!("`--as {}` should be one of {}", name.display(), names()));
    let Some(name) = name.to_str().filter(|name| Format::parse(name, View::Both).is_some()) else { return unknown() };
    let today = today(day)?;
    let text = text.unwrap_or_default();
    let Some(text) = text.to_str() else { return usage(format!("`{}` should be UTF-8", text.display())) };

    let catalogue = Rc::new(Catalogue::new(read(&source, complain)?));
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    let state = WidgetState::new(today, page).after(Action::Query(text.into()), &catalogue);
    let shown = Rc::new(Shown::of(catalogue, state));
    let address = address.unwrap_or_default();
    let Some(address) = address.to_str() else { return usage(format!("`{}` should be UTF-8", address.display())) };
    let Some(format) = Format::parse(name, shown.state.view()) else { return unknown() };
    let export = Export::new(shown.clone(), format, address.into());
    let (scale, told) = (export.scale(), export.told());
    let text = export.collect::<String>();
    let written = if scale > 0 { png::drawn(&text, scale)? } else { text.into_bytes() };
    match &file {
        Some(file) => {
            write(file, &written)?;
            print(&format!("{}: {} bytes\n", file.display(), written.len()));
        }
        None => put(&written),
    }
    for rejected in &shown.state.interface.rejected {
        complain(&format!("Not understood, and left out of the query: {rejected}\n"));
    }
    if !told.is_empty() {
        complain(&[&told, "\n"].concat());
    }
    Ok(())
}
