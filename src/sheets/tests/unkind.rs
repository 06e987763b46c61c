//! Spreadsheets as they really are, and files that are none.

use super::*;
use rust_xlsxwriter::{Format, Formula};
use std::io::Write;
use zip::write::SimpleFileOptions;

const HEADS: [&str; 5] = ["sector", "instrument", "from", "to", "source"];

/// A small sheet, after `change`.
fn changed(change: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Reading {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("start").unwrap();
    for (row, cells) in
        (0..).zip([HEADS, ["Energy", "Plan", "2016", "2020", "Page"], ["Trade", "Plan", "2016", "2020", "Page"]])
    {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    change(sheet);
    reading(vec![file("set.xlsx", book.save_to_buffer().unwrap())])
}

/// The sectors and terms that were read, if nothing is wrong.
fn read(reading: &Reading) -> String {
    assert_eq!(problems(reading), [""; 0]);
    let set = reading.dataset.as_ref().unwrap();
    let sectors: Vec<&str> = set.tables().sectors.iter().map(|row| row.slug.as_str()).collect();
    let terms: Vec<String> = set.tables().terms.iter().map(|row| row.term.to_string()).collect();
    format!("{} {}", sectors.join(" "), terms.join(" "))
}

const AS_IT_IS: &str = "energy trade 2016/2020";

#[test]
fn formats_without_content_are_nothing() {
    let format = Format::new().set_bold();
    let reading = changed(|sheet| {
        (3..10_003).for_each(|row| (0..6).for_each(|column| _ = sheet.write_blank(row, column, &format).unwrap()));
        sheet.write_string(5, 0, " \u{a0} ").unwrap();
    });
    assert_eq!(read(&reading), AS_IT_IS);
    assert_eq!(doubts(&reading), [""; 0]);
}

#[test]
fn a_cell_far_out_is_named_and_left_out() {
    let reading = changed(|sheet| _ = sheet.write_string(1_048_575, 16_383, "here").unwrap());
    assert_eq!(read(&reading), AS_IT_IS);
    assert_eq!(
        doubts(&reading),
        [
            "start!XFD1048576: a cell beside the table, in a column without a head; it is left out; a head above it, or nothing"
        ]
    );
}

#[test]
fn numbers_are_read_as_they_are_shown() {
    let reading = changed(|sheet| {
        sheet.write_number(1, 2, 2016).unwrap();
        sheet.write_number(2, 3, 2020).unwrap();
    });
    assert_eq!(read(&reading), AS_IT_IS);
}

#[test]
fn a_formula_is_its_last_value() {
    let reading =
        changed(|sheet| _ = sheet.write_formula(1, 0, Formula::new("=\"En\"&\"ergy\"").set_result("Energy")).unwrap());
    assert_eq!(read(&reading), AS_IT_IS);
}

#[test]
fn merged_cells_count_for_each_of_their_rows() {
    let reading = changed(|sheet| {
        sheet.merge_range(1, 1, 2, 1, "Plan", &Format::new()).unwrap();
        sheet.merge_range(1, 4, 2, 4, "Page", &Format::new()).unwrap();
    });
    assert_eq!(read(&reading), AS_IT_IS);
    assert_eq!(reading.dataset.unwrap().tables().coverage.len(), 2);
}

#[test]
fn a_title_may_stand_above_the_head_and_heads_may_have_any_case() {
    let rows: [&[&str]; 4] = [&["Our cooperation"], &[], &["SECTOR\u{a0}", " Instrument"], &["Energy", "Plan"]];
    let reading = reading(vec![file("a.xlsx", single("x", &rows))]);
    assert_eq!(read(&reading), "energy ");
}

#[test]
fn a_sheet_may_be_written_in_another_case_and_be_hidden() {
    let set = shipped();
    let mut book = Workbook::new();
    for (table, rows) in atlas_dataset::schema::TABLES.into_iter().zip(atlas_dataset::cells::sheets(set.tables())) {
        let name = if table.name == "groups" { " GROUPS".to_owned() } else { table.title.to_owned() };
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.set_hidden(table.name == "terms");
        let heads = table.fields.iter().flat_map(|field| field.names(&set.tables().languages));
        (0..).zip(heads).for_each(|(column, head)| _ = sheet.write_string(0, column, head).unwrap());
        for (row, cells) in (1..).zip(&rows.rows) {
            (0..)
                .zip(cells.iter().flatten())
                .for_each(|(column, cell)| _ = sheet.write_string(row, column, cell).unwrap());
        }
    }
    let reading = reading(vec![file("set.xlsx", book.save_to_buffer().unwrap())]);
    assert_eq!(problems(&reading), ["package: no such sheet; a data package"]);
    assert_eq!(doubts(&reading), ["Terms: a hidden sheet, which is read as well; to be shown, or to be deleted"]);
    assert_eq!(reading.dataset.unwrap().tables().terms, set.tables().terms);
}

#[test]
fn other_separators_and_encodings_are_read_and_named() {
    let russian =
        "сектор;документ;с;по;источник\r\nЭнергетика;Рабочий план по энергетике;2016;2020;Страница секретариата\r\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(russian);
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(russian.replace(';', "\t").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (bytes, encoding, separator) in [(bytes.into_owned(), "windows-1251", "semicolons"), (wide, "UTF-16LE", "tabs")]
    {
        let reading = reading(vec![file("план.csv", bytes)]);
        assert_eq!(problems(&reading), [""; 0]);
        let told = doubts(&reading).join("\n");
        assert!(told.contains(encoding) && told.contains(separator), "{told}");
        let set = reading.dataset.unwrap();
        assert_eq!(set.tables().sectors[0].name.get(0), "Энергетика");
    }
}

#[test]
fn what_cannot_be_read_is_refused_by_its_reason() {
    let compound = |inside: &str| {
        let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        bytes.extend(inside.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let broken = workbook();
    for (bytes, reason) in [
        (compound("EncryptedPackage"), "under a password"),
        (compound("Workbook"), "a workbook of before 2007"),
        (broken[..broken.len() / 2].to_vec(), "an archive that is broken"),
        (b"PK\x03\x04".to_vec(), "an archive that is broken"),
        (b"%PDF-1.7\0".to_vec(), "neither a workbook nor CSV files"),
        (Vec::new(), "neither a workbook nor CSV files"),
        (vec![0; LARGEST + 1], "larger than 64 MB"),
    ] {
        let told = refused(vec![file("a.xlsx", bytes)]);
        assert!(told.starts_with(reason), "{told}");
    }
    assert_eq!(refused(Vec::new()), "nothing to read");
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![b'0'; 130 << 20];
    let told = refused(vec![file("bomb.zip", zip(&[("events.csv", &zeros)]))]);
    assert!(told.starts_with("larger than"), "{told}");
    let told =
        refused(vec![file("bomb.xlsx", zip(&[("[Content_Types].xml", b""), ("xl/worksheets/sheet1.xml", &zeros)]))]);
    assert!(told.starts_with("larger than"), "{told}");
    let promise = b"<sst uniqueCount=\"4000000000\">".as_slice();
    let told = refused(vec![file("a.xlsx", zip(&[("[Content_Types].xml", b""), ("xl/sharedStrings.xml", promise)]))]);
    assert!(told.starts_with("more than"), "{told}");
}

#[test]
fn macros_are_named_and_not_run() {
    let mut archive =
        zip::ZipArchive::new(std::io::Cursor::new(single("s", &[&HEADS, &["Energy", "Plan", "", "", ""]]))).unwrap();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        writer.raw_copy_file(archive.by_index_raw(index).unwrap()).unwrap();
    }
    writer.start_file("xl/vbaProject.bin", SimpleFileOptions::default()).unwrap();
    let reading = reading(vec![file("a.xlsm", writer.finish().unwrap().into_inner())]);
    assert_eq!(read(&reading), "energy ");
    assert!(doubts(&reading)[0].contains("macros in the workbook, which are not run"), "{:?}", doubts(&reading));
}

/// An `.ods` with this table.
fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">\
         <office:body><office:spreadsheet><table:table table:name=\"s\">{table}</table:table></office:spreadsheet>\
         </office:body></office:document-content>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

#[test]
fn a_document_that_repeats_its_empty_cells_to_the_end_takes_no_room() {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let empty = "<table:table-cell table:number-columns-repeated=\"16300\"/>";
    let far = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row>";
    let table = format!(
        "<table:table-row>{}{}{empty}</table:table-row><table:table-row>{}{}{empty}</table:table-row>{far}\
         <table:table-row>{empty}{}</table:table-row>",
        text("sector"),
        text("instrument"),
        text("En<text:span>er</text:span>gy &amp; more<text:s text:c=\"2\"/>"),
        text("Plan"),
        text("far")
    );
    let reading = reading(vec![file("a.ods", ods(&table))]);
    assert_eq!(problems(&reading), [""; 0]);
    let set = reading.dataset.as_ref().unwrap();
    assert_eq!(set.tables().sectors[0].name.get(0), "Energy & more");
    assert_eq!(doubts(&reading).len(), 1, "{:?}", doubts(&reading));
    assert!(doubts(&reading)[0].contains("s!XBY1048003"), "{:?}", doubts(&reading));
}

#[test]
fn a_folder_with_copies_and_litter_is_read_by_its_tables() {
    let set = shipped();
    let mut files: Vec<File> =
        zipped::files(set.tables()).into_iter().map(|(name, bytes)| file(&format!("set/{name}"), bytes)).collect();
    files.push(file("set/old/events.csv", "id\n"));
    files.push(file("__MACOSX/set/._events.csv", "\0"));
    files.push(file("set/notes.csv", "a,b\n1,2\n"));
    let reading = reading(files);
    assert_eq!(problems(&reading), [""; 0]);
    assert_eq!(doubts(&reading).len(), 1, "{:?}", doubts(&reading));
    assert!(doubts(&reading)[0].starts_with("notes.csv: the name of no table"), "{:?}", doubts(&reading));
    assert_eq!(reading.dataset, Some(set));
}

/// Other people's workbooks, such as those of calamine's own tests: `ATLAS_WORKBOOKS` names a folder of them.
#[test]
#[ignore = "wants a folder of workbooks"]
fn no_workbook_of_others_ends_the_reading() {
    let folder = std::env::var_os("ATLAS_WORKBOOKS").expect("ATLAS_WORKBOOKS: a folder of workbooks");
    let mut counts = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        println!("{name}");
        match open(vec![file(&name, std::fs::read(&path).unwrap_or_default())], today()) {
            Ok(source) => {
                crate::read(source);
                counts.0 += 1;
            }
            Err(why) => {
                println!("  {why}");
                counts.1 += 1;
            }
        }
    }
    println!("{counts:?} read and refused");
}
