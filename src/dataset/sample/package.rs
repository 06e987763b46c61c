//! `datapackage.json` of the sample, with the schemas that the reader knows.

use crate::header::column_names;
use crate::schema::{self, Kind};
use serde_json::{Map, Value, json};

/// The file's content.
pub(super) fn json(languages: &[String], activities: usize) -> Vec<u8> {
    let description = format!("Made up by a program, for tests and demonstrations. {activities} activities.");
    let resources: Vec<Value> = schema::TABLES.iter().map(|table| resource(table, languages)).collect();
    let package = json!({
        "profile": "tabular-data-package",
        "name": "synthetic-sample",
        "title": "Synthetic sample",
        "title_en": "Synthetic sample",
        "title_ru": "Искусственный пример",
        "description": description,
        "description_en": description,
        "description_ru": format!("Создано программой для испытаний и показа. Мероприятий: {activities}."),
        "version": "1.0.0",
        "created": "2026-01-01T00:00:00Z",
        "languages": languages,
        "synthetic": true,
        "licenses": [{
            "name": "CC0-1.0",
            "title": "CC0 1.0 Universal",
            "path": "https://creativecommons.org/publicdomain/zero/1.0/",
        }],
        "resources": resources,
    });
    format!("{package:#}\n").into_bytes()
}

fn resource(table: &schema::Table, languages: &[String]) -> Value {
    let fields: Vec<Value> = table
        .fields
        .iter()
        .flat_map(|column| column_names(column, languages).into_iter().map(|name| field(&name, column)))
        .collect();
    let keys: Vec<Value> = table.fields.iter().filter_map(foreign_key).collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if table.fields[0].name == "id" {
        schema["primaryKey"] = json!(["id"]);
    }
    if !keys.is_empty() {
        schema["foreignKeys"] = keys.into();
    }
    json!({
        "name": table.name,
        "path": table.file(),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn field(name: &str, column: &schema::Field) -> Value {
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".into(), true.into());
    }
    if let Kind::Value(values) = column.kind {
        constraints.insert("enum".into(), values().into());
    }
    let kind = match column.kind {
        Kind::Number => "integer",
        Kind::Day => "date",
        _ => "string",
    };
    json!({ "name": name, "type": kind, "constraints": constraints })
}

fn foreign_key(column: &schema::Field) -> Option<Value> {
    match column.kind {
        Kind::Reference([table]) => {
            Some(json!({ "fields": [column.name], "reference": { "resource": table, "fields": ["id"] } }))
        }
        _ => None,
    }
}
