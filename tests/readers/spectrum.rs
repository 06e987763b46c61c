//! Tables as the atlas reads them, by the files of `csv-spectrum`, which has the corner cases of CSV with what is in them.

use serde_json::Value;
use std::path::Path;

#[test]
fn tables_of_csv_spectrum() {
    let modules = std::env::var("ATLAS_MODULES").expect("cargo xtask test --only readers");
    let spectrum = Path::new(&modules).join("csv-spectrum");
    let mut files = 0;
    for entry in std::fs::read_dir(spectrum.join("csvs")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let expected = std::fs::read_to_string(spectrum.join(format!("json/{name}.json"))).unwrap();
        let expected: Value = serde_json::from_str(&expected).unwrap();
        // Of this file the two forms name different numbers.
        let text = text.replace("2095257564,", "1234567890,");
        // A single row stands there without a list around it.
        let expected = expected.as_array().cloned().unwrap_or_else(|| vec![expected]);
        let rows = atlas::dataset::text_rows(&text, ',');
        let ((_, heads), rows) = rows.split_first().unwrap();
        assert_eq!(rows.len(), expected.len(), "{name}");
        for ((_, row), expected) in rows.iter().zip(&expected) {
            let row: serde_json::Map<String, Value> =
                heads.iter().map(str::to_owned).zip(row.iter().map(Value::from)).collect();
            assert_eq!(&Value::from(row), expected, "{name}");
        }
        files += 1;
    }
    assert_eq!(files, 12);
}
