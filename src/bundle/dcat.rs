//! `datapackage/dcat.jsonld`: the dataset as DCAT 3 has it, for catalogues of data, made from `datapackage.json`.
//!
//! Owns the terms of DCAT and Dublin Core; nothing is said that the package does not say. So there is no publisher, no date of
//! issue, and no place or period: the data date is when the tables were last checked, which is `modified`.

use super::site::Site;
use super::{PACKAGE, Result};
use serde_json::{Value, json};

/// The file.
pub const FILE: &str = "dcat.jsonld";

/// The dataset and its files, whose addresses are relative to this one, or absolute where the site's is known.
pub fn dcat(site: &Site) -> Result<String> {
    let package: Value = serde_json::from_str(PACKAGE).map_err(|error| format!("datapackage.json: {error}"))?;
    let languages: Vec<&str> =
        package["languages"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let in_each = |name: &str| -> Value {
        let text = |tag: &&str| json!({ "@language": tag, "@value": package[format!("{name}_{tag}")] });
        languages.iter().map(text).collect()
    };
    let links = |value: &Value| -> Value {
        value.as_array().into_iter().flatten().map(|one| json!({ "@id": one["path"] })).collect()
    };
    let licence = links(&package["licenses"]);
    let folder = site.base.as_deref().map_or_else(String::new, |base| format!("{base}datapackage/"));
    let file = |name: &Value, title: &Value, media: &str| {
        json!({
            "@type": "dcat:Distribution",
            "dct:title": title,
            "dcat:downloadURL": { "@id": format!("{folder}{}", name.as_str().unwrap_or_default()) },
            "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{media}") },
            "dct:license": licence,
        })
    };
    let mut files = vec![file(
        &"datapackage.json".into(),
        &"Description of the tables and their columns".into(),
        "application/json",
    )];
    let tables = package["resources"].as_array().into_iter().flatten();
    files.extend(tables.map(|table| file(&table["path"], &table["title"], "text/csv")));
    let created = package["created"].as_str().unwrap_or_default().split('T').next();
    let mut dataset = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@type": "dcat:Dataset",
        "dct:identifier": package["name"],
        "dct:title": in_each("title"),
        "dct:description": in_each("description"),
        "dct:language": languages.iter().map(|tag| json!({ "@id": format!("http://id.loc.gov/vocabulary/iso639-1/{tag}") })).collect::<Value>(),
        "dcat:keyword": package["keywords"],
        "dcat:version": package["version"],
        "dct:modified": { "@type": "xsd:date", "@value": created },
        "dct:license": licence,
        "dct:source": links(&package["sources"]),
        "dcat:distribution": files,
    });
    if let Some(base) = site.base.as_deref() {
        dataset["dcat:landingPage"] = json!({ "@id": base });
    }
    Ok(format!("{dataset:#}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(base: Option<&str>) -> Value {
        serde_json::from_str(&dcat(&Site { base: base.map(String::from), offline: false }).unwrap()).unwrap()
    }

    #[test]
    fn the_dataset_is_described_by_what_its_package_says() {
        let dataset = of(None);
        assert_eq!(dataset["dct:identifier"], "asean-russia-eaeu-cooperation");
        assert_eq!(dataset["dct:title"][1]["@language"], "ru");
        assert_eq!(dataset["dct:modified"]["@value"], super::super::dataset().unwrap().created().to_string());
        assert_eq!(dataset["dct:license"][0]["@id"], "https://creativecommons.org/licenses/by/4.0/");
        assert_eq!(dataset["dcat:distribution"].as_array().unwrap().len(), 1 + 13, "the package and its tables");
        assert_eq!(dataset["dcat:distribution"][1]["dcat:downloadURL"]["@id"], "sources.csv");
        assert!(dataset.get("dcat:landingPage").is_none());
    }

    #[test]
    fn with_a_base_addresses_are_absolute() {
        let dataset = of(Some("https://example.org/atlas/"));
        assert_eq!(dataset["dcat:landingPage"]["@id"], "https://example.org/atlas/");
        let file = &dataset["dcat:distribution"][0]["dcat:downloadURL"]["@id"];
        assert_eq!(file, "https://example.org/atlas/datapackage/datapackage.json");
    }
}
