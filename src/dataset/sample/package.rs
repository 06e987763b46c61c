//! `datapackage.json` of the sample.

use crate::descriptor;
use serde_json::{Value, json};

/// The file's content.
pub(super) fn json(languages: &[String], activities: usize) -> Vec<u8> {
    let description = format!("Made up by a program, for tests and demonstrations. {activities} activities.");
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
    });
    let Value::Object(properties) = package else { unreachable!("the value above is an object") };
    descriptor::complete(properties).into_bytes()
}
