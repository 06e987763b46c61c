//! `cargo xtask texts`: every text that readers see, in one file for a translator.
//!
//! One row is a message of the interface or a cell of the dataset, with all languages side by side, as tab-separated
//! values: `where`, `id`, then one column per language. The files are read as they are written, placeables and plural forms
//! included; what is wrong in them is the build's business.

use crate::place::{Place, Result};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Texts by language.
type Texts = BTreeMap<String, String>;

/// The id of a message or a cell, and its texts.
type Named = (String, Texts);

/// The file, as text.
///
/// # Errors
/// A file that cannot be read, by name.
pub fn list(place: &Place) -> Result<String> {
    let (mut languages, messages) = messages(&place.root.join("src/core/locale"))?;
    let mut rows: Vec<(String, String, Texts)> =
        messages.into_iter().map(|(id, texts)| ("interface".into(), id, texts)).collect();
    let data = place.root.join("src/data");
    let package = read(&data.join("datapackage.json"))?;
    for tag in tags(&package) {
        if !languages.contains(&tag) {
            languages.push(tag);
        }
    }
    rows.extend(
        ["title", "description"]
            .map(|name| ("datapackage.json".into(), name.into(), titles(&package, name, &languages))),
    );
    for file in files(&data, "csv")? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for (id, texts) in cells(&read(&file)?, &languages) {
            rows.push((name.clone(), id, texts));
        }
    }
    let mut out = format!("where\tid\t{}\n", languages.join("\t"));
    for (place, id, texts) in rows {
        let texts = languages.iter().map(|language| texts.get(language).map_or("", String::as_str));
        let line: Vec<&str> = [place.as_str(), id.as_str()].into_iter().chain(texts).collect();
        // Writing to a text does not fail.
        let _ = writeln!(out, "{}", line.join("\t").replace('\n', " "));
    }
    Ok(out)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// The files of a folder with this ending, by name.
fn files(dir: &Path, ending: &str) -> Result<Vec<std::path::PathBuf>> {
    let entries = std::fs::read_dir(dir).map_err(|error| format!("cannot read {}: {error}", dir.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<_> = paths.filter(|path| path.extension().is_some_and(|own| own == ending)).collect();
    files.sort();
    Ok(files)
}

/// The languages, and every message in the order of the English file.
fn messages(dir: &Path) -> Result<(Vec<String>, Vec<Named>)> {
    let mut languages = vec!["en".to_owned()];
    let mut all: Vec<Named> = Vec::new();
    for file in [dir.join("en.ftl")].into_iter().chain(files(dir, "ftl")?) {
        let tag = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !languages.contains(&tag) {
            languages.push(tag.clone());
        }
        for (id, text) in entries(&read(&file)?) {
            match all.iter_mut().find(|(known, _)| *known == id) {
                Some((_, texts)) => _ = texts.insert(tag.clone(), text),
                None => all.push((id, Texts::from([(tag.clone(), text)]))),
            }
        }
    }
    Ok((languages, all))
}

/// The messages of a Fluent file: a message begins at the edge of a line, what is indented goes on with it.
fn entries(text: &str) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        match (line.split_once(" ="), entries.last_mut()) {
            (Some((id, text)), _) if !line.starts_with([' ', '}']) => entries.push((id.into(), text.trim().into())),
            (_, Some((_, text))) => *text = format!("{text} {}", line.trim()).trim().into(),
            _ => {}
        }
    }
    entries
}

/// The languages that the package names.
fn tags(package: &str) -> Vec<String> {
    let list = package
        .split_once("\"languages\":")
        .and_then(|(_, rest)| rest.split_once(['[', ']']))
        .map_or("", |(_, rest)| rest);
    let list = list.split_once(']').map_or("", |(list, _)| list);
    list.split(',').map(|tag| tag.trim().trim_matches('"').to_owned()).filter(|tag| !tag.is_empty()).collect()
}

/// A text of the package in each language: `title_en` and its fellows, each on a line of its own.
fn titles(package: &str, name: &str, languages: &[String]) -> Texts {
    let text = |language: &String| {
        let key = format!("\"{name}_{language}\": \"");
        let (_, rest) = package.split_once(&key)?;
        Some((language.clone(), rest.split_once("\",")?.0.into()))
    };
    languages.iter().filter_map(text).collect()
}

/// The texts of a table, each named by its row and column: `mou-2018:note`. A row without an id has the number that a
/// spreadsheet gives it.
fn cells(table: &str, languages: &[String]) -> Vec<Named> {
    let mut rows = rows(table).into_iter();
    let heads = rows.next().unwrap_or_default();
    let mut all = Vec::new();
    for (index, row) in rows.enumerate() {
        let by_id = heads.iter().position(|head| head == "id").and_then(|at| row.get(at)).filter(|id| !id.is_empty());
        let name = by_id.cloned().unwrap_or_else(|| format!("row {}", index + 2));
        let mut texts: Vec<(&str, Texts)> = Vec::new();
        for (head, cell) in heads.iter().zip(&row).filter(|(_, cell)| !cell.is_empty()) {
            let Some((column, language)) = head.rsplit_once('_') else { continue };
            if !languages.iter().any(|known| known == language) {
                continue;
            }
            match texts.iter_mut().find(|(known, _)| *known == column) {
                Some((_, of)) => _ = of.insert(language.into(), cell.clone()),
                None => texts.push((column, Texts::from([(language.to_owned(), cell.clone())]))),
            }
        }
        all.extend(texts.into_iter().map(|(column, texts)| (format!("{name}:{column}"), texts)));
    }
    all
}

/// The rows of a file of comma-separated values.
fn rows(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = table.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            _ => cell.push(letter),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_all_its_lines_and_no_comments() {
        let text = "# A comment.\na = One\nb =\n    { $n ->\n        [one] x\n       *[other] y\n    }\n";
        let own = |id: &str, text: &str| (id.to_owned(), text.to_owned());
        assert_eq!(entries(text), [own("a", "One"), own("b", "{ $n -> [one] x *[other] y }")]);
    }

    #[test]
    fn a_cell_is_named_by_row_and_column_and_stands_beside_its_translation() {
        let languages = ["en".to_owned(), "ru".to_owned()];
        let table = "id,name_en,name_ru,date_by\na,\"One, \"\"two\"\"\",Раз,2016\n";
        let texts = Texts::from([("en".to_owned(), "One, \"two\"".to_owned()), ("ru".to_owned(), "Раз".to_owned())]);
        assert_eq!(cells(table, &languages), [("a:name".to_owned(), texts)]);
    }
}
