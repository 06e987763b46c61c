//! The columns that the code knows are those of the shipped data package.

use atlas::dataset::schema::{Field, Kind, TABLES, Table};
use serde_json::Value;

#[test]
fn code_and_data_package_agree_on_every_column() {
    let package: Value = serde_json::from_slice(&std::fs::read("src/data/datapackage.json").unwrap()).unwrap();
    let languages: Vec<&str> =
        package["languages"].as_array().unwrap().iter().map(|tag| tag.as_str().unwrap()).collect();
    let resources = package["resources"].as_array().unwrap();
    let names: Vec<&str> = resources.iter().map(|resource| resource["name"].as_str().unwrap()).collect();
    let mut known: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
    known.sort_unstable();
    assert_eq!(
        {
            let mut names = names.clone();
            names.sort_unstable();
            names
        },
        known
    );
    for table in TABLES {
        let resource = resources.iter().find(|resource| resource["name"] == table.name).unwrap();
        assert_eq!(resource["path"], table.file());
        let fields: Vec<String> = resource["schema"]["fields"].as_array().unwrap().iter().map(described).collect();
        assert_eq!(sorted(fields), sorted(columns(table, &languages)), "{}", table.name);
    }
}

fn sorted(mut lines: Vec<String>) -> Vec<String> {
    lines.sort();
    lines
}

/// A field of the package in one line: name, whether required, its values.
fn described(field: &Value) -> String {
    let constraints = &field["constraints"];
    let values: Vec<&str> =
        constraints["enum"].as_array().into_iter().flatten().map(|value| value.as_str().unwrap()).collect();
    line(field["name"].as_str().unwrap(), constraints["required"] == true, &values)
}

/// The columns of a table in the same lines.
fn columns(table: &Table, languages: &[&str]) -> Vec<String> {
    let line_of = |name: &str, column: &Field| match column.kind {
        Kind::Value(values) => line(name, column.required, &values()),
        _ => line(name, column.required, &[]),
    };
    let mut lines = Vec::new();
    for column in table.fields {
        if column.kind.is_translated() {
            lines.extend(languages.iter().map(|tag| line_of(&format!("{}_{tag}", column.name), column)));
        } else {
            lines.push(line_of(column.name, column));
        }
    }
    lines
}

fn line(name: &str, required: bool, values: &[&str]) -> String {
    let mut values = values.to_vec();
    values.sort_unstable();
    format!("{name} {} {values:?}", if required { "required" } else { "optional" })
}
