//! `datapackage.json`: the tables of the schema as a Frictionless Data Package describes them to other tools.
//!
//! What is said of the whole dataset (title, data date, languages, sources, licences) is its author's; the `resources` are
//! written here, from the schema and those languages alone, so that descriptor and schema cannot disagree.

use super::schema::{Field, Kind, TABLES, Table};
use serde_json::{Map, Value, json};

/// The package with its resources written anew; all else in it stays, and the whole is laid out in one way.
///
/// # Errors
/// What is wrong with it as a JSON object.
pub fn refreshed(package: &str) -> Result<String, serde_json::Error> {
    let mut package: Map<String, Value> = serde_json::from_str(package)?;
    let languages = package.get("languages").and_then(Value::as_array).into_iter().flatten();
    let languages: Vec<String> = languages.filter_map(Value::as_str).map(str::to_owned).collect();
    let resources = TABLES.iter().map(|table| resource(table, &languages)).collect();
    package.insert("resources".into(), resources);
    let mut text = String::new();
    lay_out(&package.into(), 0, 0, &mut text);
    text.push('\n');
    Ok(text)
}

fn resource(table: &Table, languages: &[String]) -> Value {
    let fields = table.fields.iter().flat_map(|column| {
        let in_language = |(index, name): (usize, &String)| field(name, column, languages.get(index));
        column.names(languages).iter().enumerate().map(in_language).collect::<Vec<_>>()
    });
    // A text of a key stands for its translations: the first column of it tells rows apart.
    let key = table.key.iter().filter_map(|name| table.field(name).1.names(languages).into_iter().next());
    let mut schema = json!({
        "fields": fields.collect::<Vec<_>>(),
        "missingValues": [""],
        "primaryKey": key.collect::<Vec<_>>(),
    });
    let foreign: Vec<Value> = table.fields.iter().filter_map(foreign_key).collect();
    if !foreign.is_empty() {
        schema["foreignKeys"] = foreign.into();
    }
    json!({
        "name": table.name,
        "path": table.file(),
        "profile": "tabular-data-resource",
        "title": table.title,
        "description": table.doc,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "header": true, "lineTerminator": "\n"},
        "schema": schema,
    })
}

/// A column of a file; of texts, that of one language.
fn field(name: &str, column: &Field, language: Option<&String>) -> Value {
    let mut field = json!({ "name": name, "type": "string" });
    match column.kind {
        Kind::Number => field["type"] = "integer".into(),
        Kind::Day => field["type"] = "date".into(),
        Kind::Url => field["format"] = "uri".into(),
        _ => {}
    }
    field["description"] = description(column, language).into();
    let constraints = constraints(column);
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}

fn description(column: &Field, language: Option<&String>) -> String {
    let mut text = column.doc.to_owned();
    if !matches!(column.kind, Kind::Text | Kind::Plain | Kind::Value(_)) {
        text.push_str(&format!(" Expected: {}.", column.kind.expectation()));
    }
    if let (true, Some(language)) = (column.kind.is_translated(), language) {
        let whether = if column.required { "" } else { "; filled in every language or in none" };
        text.push_str(&format!(" In the language {language}{whether}."));
    }
    text
}

fn constraints(column: &Field) -> Map<String, Value> {
    let mut all = Map::new();
    let mut put = |name: &str, value: Value| all.insert(name.into(), value);
    if column.required {
        put("required", true.into());
    }
    match column.kind {
        Kind::Id => _ = put("unique", true.into()),
        Kind::Value(values) => _ = put("enum", values().into()),
        Kind::Number => {
            put("minimum", 1.into());
            put("maximum", u16::MAX.into());
        }
        _ => {}
    }
    if let Some(pattern) = pattern(column.kind) {
        put("pattern", pattern.into());
    }
    if let Some(longest) = column.longest {
        put("maxLength", longest.into());
    }
    all
}

/// What the cells of a column look like, as a regular expression of XML Schema.
fn pattern(kind: Kind) -> Option<String> {
    const ID: &str = "[a-z0-9]+(-[a-z0-9]+)*";
    const PLACE: &str = "[A-Z]+(0|[1-9][0-9]*)";
    const DATE: &str = "([0-9]{3}X|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)";
    const TEXT: &str = "[^| ]([^|]*[^| ])?";
    let date = format!("({DATE}[~?%]?)");
    let interval = format!(r"({date}|\.\.)?/({date}|\.\.)?");
    Some(match kind {
        Kind::Id | Kind::Reference(_) => ID.into(),
        Kind::References(_) => format!(r"{ID}( \| {ID})*"),
        Kind::Section => "[A-Z]+".into(),
        Kind::Texts => format!(r"{TEXT}( \| {TEXT})*"),
        Kind::Language => "[a-z]{2,3}(-[A-Za-z0-9]{1,8})*".into(),
        Kind::Url => "https?://.+".into(),
        Kind::Date => date,
        Kind::Limit => DATE.into(),
        Kind::Time => format!("({date}|{interval})"),
        Kind::Interval => interval,
        Kind::Locator => format!("{PLACE}( {PLACE})*"),
        Kind::Text | Kind::Plain | Kind::Day | Kind::Number | Kind::Value(_) => return None,
    })
}

/// The table that a column refers to. Table Schema cannot say that an id is of one of several tables, or several ids.
fn foreign_key(column: &Field) -> Option<Value> {
    match column.kind {
        Kind::Reference([table]) => {
            Some(json!({ "fields": [column.name], "reference": { "resource": table, "fields": ["id"] } }))
        }
        _ => None,
    }
}

/// Writes a value in one line where it fits there, else each of its parts in lines of its own.
fn lay_out(value: &Value, indent: usize, before: usize, out: &mut String) {
    const WIDTH: usize = 140;
    let line = in_line(value);
    let parts: Vec<(String, &Value)> = match value {
        Value::Array(values) => values.iter().map(|value| (String::new(), value)).collect(),
        Value::Object(values) => values.iter().map(|(key, value)| (format!("{}: ", json!(key)), value)).collect(),
        _ => Vec::new(),
    };
    if parts.is_empty() || indent + before + line.chars().count() < WIDTH {
        return out.push_str(&line);
    }
    let (open, close) = if value.is_array() { ('[', ']') } else { ('{', '}') };
    out.push(open);
    for (index, (key, value)) in parts.iter().enumerate() {
        let separator = if index > 0 { "," } else { "" };
        out.push_str(&format!("{separator}\n{:1$}{key}", "", indent + 2));
        lay_out(value, indent + 2, key.chars().count(), out);
    }
    out.push_str(&format!("\n{:indent$}{close}", ""));
}

fn in_line(value: &Value) -> String {
    match value {
        Value::Array(values) => format!("[{}]", values.iter().map(in_line).collect::<Vec<_>>().join(", ")),
        Value::Object(values) => {
            let parts: Vec<String> =
                values.iter().map(|(key, value)| format!("{}: {}", json!(key), in_line(value))).collect();
            format!("{{{}}}", parts.join(", "))
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_told_with_all_that_the_schema_knows_of_it() {
        let languages = ["en".to_owned(), "ru".to_owned()];
        let resource = |name: &str| {
            let table = TABLES.iter().find(|table| table.name == name).unwrap();
            resource(table, &languages)
        };
        let participants = resource("participants");
        assert_eq!(participants["schema"]["primaryKey"], json!(["event", "name_en"]));
        assert_eq!(
            participants["schema"]["foreignKeys"][0],
            json!({"fields": ["event"], "reference": {"resource": "events", "fields": ["id"]}})
        );
        assert_eq!(
            participants["schema"]["fields"][0],
            json!({
                "name": "event",
                "type": "string",
                "description": "The event. Expected: an id of events.csv.",
                "constraints": {"required": true, "pattern": "[a-z0-9]+(-[a-z0-9]+)*"},
            })
        );
        assert_eq!(
            resource("sectors")["schema"]["fields"][5],
            json!({
                "name": "aliases_ru",
                "type": "string",
                "description": "Other words that a search finds it by. Expected: texts with ` | ` between them. \
                                In the language ru; filled in every language or in none.",
                "constraints": {"pattern": "[^| ]([^|]*[^| ])?( \\| [^| ]([^|]*[^| ])?)*"},
            })
        );
        assert_eq!(resource("sources")["schema"]["fields"][1]["constraints"]["enum"], json!(["main", "background"]));
    }

    #[test]
    fn what_fits_in_a_line_stands_in_one() {
        let long = "x".repeat(140);
        let text =
            refreshed(&format!("{{\"a\":[1,{{\"b\":null}}],\"c\":[\"{long}\"],\"resources\":0,\"languages\":[]}}"));
        let start =
            format!("{{\n  \"a\": [1, {{\"b\": null}}],\n  \"c\": [\n    \"{long}\"\n  ],\n  \"resources\": [\n");
        let text = text.unwrap();
        assert!(text.starts_with(&start), "{text}");
        assert!(refreshed("[]").is_err());
    }
}
