//! Workbooks to fill: a sheet for each table, its heads explained in notes, lists to choose from, dates as texts.

use super::zipped::plain;
use super::{notes, package};
use atlas_core::model::Tables;
use atlas_dataset::schema::{Field, Kind, TABLES, Table};
use atlas_dataset::{Language, Speech, cells};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet,
    XlsxError,
};

/// How many rows of an empty sheet have its lists and its texts.
const ROWS: u32 = 2_000;
/// The columns of the sheet that is enough for a first picture.
const SMALL: [&str; 5] = ["sector", "instrument", "from", "to", "source"];

/// The full workbook: with the rows of a set, or empty, for these languages; its notes are in `speech`.
///
/// # Errors
/// What the library cannot write.
pub fn full(tables: Option<&Tables>, languages: &[String], speech: Language) -> Result<Vec<u8>, String> {
    written(tables, languages, speech).map_err(|error| error.to_string())
}

/// The small start: one sheet.
///
/// # Errors
/// What the library cannot write.
pub fn small(language: Language) -> Result<Vec<u8>, String> {
    let write = || -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let (heads, notes) = words(language);
        let sheet =
            book.add_worksheet().set_name(if language == Language::Russian { "Начало" } else { "Start" })?;
        for (column, (head, note)) in (0..).zip(heads.iter().zip(notes)) {
            sheet.write_with_format(0, column, *head, &head_format())?;
            sheet.insert_note(0, column, &Note::new(note).add_author_prefix(false).set_width(260))?;
            sheet.set_column_format(column, &text_format())?;
            sheet.set_column_width(column, if column < 2 || column == 4 { 34 } else { 12 })?;
        }
        sheet.set_freeze_panes(1, 0)?;
        book.save_to_buffer()
    };
    write().map_err(|error| error.to_string())
}

fn words(language: Language) -> ([&'static str; 5], [&'static str; 5]) {
    match language {
        Language::English => (
            SMALL,
            [
                "A sector of cooperation, such as Energy. One row for each sector of an instrument. A further column “group” may \
                 name what sectors stand under.",
                "The agreement, programme or plan that covers it, by its name. A further column “partnership” may name the \
                 parties.",
                "From when, as the source says it: 2019, 2019-09 or 2019-09-01. Empty if it does not say.",
                "Until when, in the same way. Empty if it does not say.",
                "The document that says so: its title or its address.",
            ],
        ),
        Language::Russian => (
            ["направление", "документ", "с", "по", "источник"],
            [
                "Направление сотрудничества, например «Энергетика». Для каждого направления документа – своя строка. Ещё \
                 один столбец, «группа», может назвать, под чем стоят направления.",
                "Соглашение, программа или план, которые его охватывают, по названию. Ещё один столбец, «партнёрство», может \
                 назвать стороны.",
                "С какого времени, как сказано в источнике: 2019, 2019-09 или 2019-09-01. Пусто, если не сказано.",
                "По какое время, так же. Пусто, если не сказано.",
                "Документ, в котором это сказано: название или адрес.",
            ],
        ),
    }
}

fn head_format() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0xEEF1F4))
        .set_border_bottom(FormatBorder::Thin)
        .set_align(FormatAlign::Top)
        .set_num_format("@")
}

/// Cells of texts: spreadsheets leave `2019-09` alone there.
fn text_format() -> Format {
    Format::new().set_num_format("@").set_align(FormatAlign::Top)
}

fn written(tables: Option<&Tables>, languages: &[String], speech: Language) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    describe(book.add_worksheet(), tables, languages, speech)?;
    let mut filled = tables.map(cells::rows).unwrap_or_default().into_iter();
    for table in TABLES {
        let rows = filled.next().into_iter().flat_map(|filled| filled.rows);
        sheet(book.add_worksheet(), table, (languages, speech), rows)?;
    }
    lists(book.add_worksheet())?;
    book.save_to_buffer()
}

/// The sheet that describes the set.
fn describe(
    sheet: &mut Worksheet,
    tables: Option<&Tables>,
    languages: &[String],
    speech: Language,
) -> Result<(), XlsxError> {
    sheet.set_name(package::SHEET)?;
    let words = |english, russian| if speech == Language::Russian { russian } else { english };
    let mut rows: Vec<(String, String, &str)> = Vec::new();
    let known = |text: fn(&Tables) -> String| tables.map(text).unwrap_or_default();
    rows.push((
        "name".into(),
        known(|all| all.name.clone()),
        words(
            "A short name in small letters, digits, -, . and _.",
            "Короткое имя: строчные латинские буквы, цифры, -, . и _.",
        ),
    ));
    for (index, language) in languages.iter().enumerate() {
        let title = tables.map_or(String::new(), |all| plain(all.title.get(index)));
        let description = tables.map_or(String::new(), |all| plain(all.description.get(index)));
        rows.push((format!("title_{language}"), title, words("What the set is called.", "Как называется набор.")));
        rows.push((
            format!("description_{language}"),
            description,
            words("What it tells, in a sentence.", "О чём он, одним предложением."),
        ));
    }
    rows.push((
        "languages".into(),
        languages.join(", "),
        words(
            "The tags of its languages: each text has a column for each of them.",
            "Обозначения его языков: у каждого текста есть столбец для каждого из них.",
        ),
    ));
    rows.push((
        "created".into(),
        known(|all| all.created.to_string()),
        words(
            "The day on which the tables were last checked against their sources, such as 2026-11-23.",
            "День, когда таблицы в последний раз сверены с источниками, например 2026-11-23.",
        ),
    ));
    rows.push((
        "version".into(),
        tables.map_or("1".into(), |all| all.version.clone()),
        words("The version of the data, such as 1.0.", "Версия данных, например 1.0."),
    ));
    rows.push((
        "licence".into(),
        known(|all| all.licence.clone()),
        words(
            "Under which licence the data may be used; may be empty.",
            "По какой лицензии можно пользоваться данными; может быть пусто.",
        ),
    ));
    rows.push((
        "synthetic".into(),
        tables.map_or("false".into(), |all| all.synthetic.to_string()),
        words("true for made-up data, false for facts.", "true – данные вымышлены, false – это факты."),
    ));
    for (column, head) in [(0, "property"), (1, "value"), (2, words("what it is", "что это"))] {
        sheet.write_with_format(0, column, head, &head_format())?;
    }
    let quiet = Format::new().set_font_color(Color::RGB(0x5A6572)).set_align(FormatAlign::Top);
    for (row, (property, value, doc)) in (1..).zip(&rows) {
        sheet.write_with_format(row, 0, property, &text_format())?;
        sheet.write_with_format(row, 1, value, &text_format())?;
        sheet.write_with_format(row, 2, *doc, &quiet)?;
    }
    sheet.set_column_width(0, 18)?;
    sheet.set_column_width(1, 70)?;
    sheet.set_column_width(2, 70)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn sheet(
    sheet: &mut Worksheet,
    table: &Table,
    (languages, speech): (&[String], Language),
    rows: impl Iterator<Item = Vec<cells::Cell>>,
) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    let (head, text) = (head_format(), text_format());
    let mut count = 0;
    for cells in rows {
        count += 1;
        for (column, cell) in (0..).zip(cells.iter().flatten()) {
            if !cell.is_empty() {
                sheet.write_string_with_format(count, column, plain(cell), &text)?;
            }
        }
    }
    let mut column = 0;
    for field in table.fields {
        for name in field.names(languages) {
            sheet.write_with_format(0, column, &name, &head)?;
            sheet.insert_note(
                0,
                column,
                &Note::new(note(table, field, speech)).add_author_prefix(false).set_width(300).set_height(120),
            )?;
            sheet.set_column_format(column, &text)?;
            sheet.set_column_width(column, width(field.kind))?;
            if let Some(list) = choice(field, count, speech)? {
                sheet.add_data_validation(1, column, ROWS.max(count), column, &list)?;
            }
            column += 1;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// What the note at a head says.
fn note(table: &Table, field: &Field, speech: Language) -> String {
    let (must, wanted) = match speech {
        Language::English => (" Must be filled.", "Expected:"),
        Language::Russian => (" Должно быть заполнено.", "Нужно:"),
    };
    let required = if field.required { must } else { "" };
    let expected = field.kind.expectation().said(Speech { language: speech, sheets: true });
    let doc = notes::of(table, field, speech);
    match field.kind {
        Kind::Text | Kind::Plain => format!("{doc}{required}"),
        _ => format!("{doc}{required} {wanted} {expected}."),
    }
}

fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Text | Kind::Texts => 36.0,
        Kind::Plain | Kind::Url | Kind::References(_) => 28.0,
        Kind::Id | Kind::Reference(_) | Kind::Value(_) => 24.0,
        _ => 14.0,
    }
}

/// The list that a column offers: its values, or the ids of the table that it refers to. Another id may be typed, since it may
/// be about to be added, and a warning says so.
fn choice(field: &Field, rows: u32, speech: Language) -> Result<Option<DataValidation>, XlsxError> {
    let (title, message) = match speech {
        Language::English => ("Not in the list", "Keep it only if you are about to add it to the other sheet."),
        Language::Russian => ("Нет в списке", "Оставьте, только если собираетесь добавить это на другой лист."),
    };
    let list = |list: DataValidation| {
        let list = list.set_error_style(DataValidationErrorStyle::Warning);
        list.set_error_title(title).and_then(|list| list.set_error_message(message))
    };
    Ok(match field.kind {
        Kind::Value(values) => {
            let column = LISTS.iter().position(|own| *own == values().first().copied().unwrap_or_default());
            let letters = super::place::letters(column.unwrap_or_default() as u32);
            let area = format!("=lists!${letters}$1:${letters}${}", values().len());
            Some(list(DataValidation::new().allow_list_formula(area.as_str().into()))?)
        }
        Kind::Reference([table]) => {
            let area = format!("={table}!$A$2:$A${}", ROWS.max(rows) + 1);
            Some(list(DataValidation::new().allow_list_formula(area.as_str().into()))?)
        }
        _ => None,
    })
}

/// The first value of each list, in the order of their columns.
const LISTS: [&str; 7] = ["main", "agreement", "activities", "covered", "launched", "implements", "planned"];

/// The hidden sheet with the values to choose from.
fn lists(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("lists")?;
    sheet.set_hidden(true);
    let kinds = TABLES.into_iter().flat_map(|table| table.fields).filter_map(|field| match field.kind {
        Kind::Value(values) => Some(values()),
        _ => None,
    });
    for values in kinds {
        let column = LISTS.iter().position(|own| *own == values[0]).unwrap_or_default() as u16;
        for (row, value) in (0..).zip(values) {
            sheet.write_string(row, column, value)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_has_a_list() {
        for field in TABLES.into_iter().flat_map(|table| table.fields) {
            if let Kind::Value(values) = field.kind {
                assert!(LISTS.contains(&values()[0]), "{}: {:?}", field.name, values());
            }
        }
    }
}
