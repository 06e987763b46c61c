//! The dataset and its dated events as JSON-LD, for search engines and catalogues of data. Dates are those of the data, never
//! more precise.
//!
//! Instruments are not in it, since no standard term fits them truly. `Legislation` is a legal act or a part of one: that a
//! memorandum, a programme or a plan is, no source says, and of most it would be untrue; `legislationDateVersion` is of
//! consolidated laws. `CreativeWork` would say nothing but the name, which the page says, too.

use super::address::{absolute, path_from};
use super::site::Site;
use super::{PACKAGE, Result, dataset};
use atlas_core::locale::Locale;
use atlas_core::model::{Event, Source, SourceKind};
use atlas_core::query::Catalogue;
use serde_json::{Map, Value, json};

/// Where the tables lie in `dist/`.
const FOLDER: &str = "datapackage/";

/// The dataset and its dated events. No text of the data can end the element: `<` is written as an escape.
pub fn json_ld(locale: Locale, site: &Site) -> Result<String> {
    let catalogue = Catalogue::new(dataset()?);
    let data = &catalogue.data;
    let language = data.language(locale.tag()).unwrap_or_default();
    let mut graph = vec![of_dataset(&catalogue, language, locale, site)?];
    graph.extend(data.events().filter_map(|(_, event)| of_event(event, language, locale)));
    let all = json!({"@context": "https://schema.org", "@graph": graph});
    Ok(all.to_string().replace('<', "\\u003c"))
}

fn of_dataset(catalogue: &Catalogue, language: usize, locale: Locale, site: &Site) -> Result<Value> {
    let data = &catalogue.data;
    let package: Value = serde_json::from_str(PACKAGE).map_err(|error| format!("datapackage.json: {error}"))?;
    let up = path_from(locale, Locale::ENGLISH, "");
    let folder = format!("{}{FOLDER}", site.base.as_deref().unwrap_or(&up));
    let file = |path: &str, kind: &str| json!({"@type": "DataDownload", "contentUrl": format!("{folder}{path}"), "encodingFormat": kind});
    let mut files = vec![file("datapackage.json", "application/json")];
    let tables = package["resources"].as_array().into_iter().flatten();
    files.extend(tables.filter_map(|table| table["path"].as_str()).map(|path| file(path, "text/csv")));
    let based_on = |source: &Source| source.kind == SourceKind::Main && !source.url.is_empty();
    let sources = data.sources().filter(|(_, source)| based_on(source)).map(|(_, source)| {
        json!({"@type": "CreativeWork", "name": source.title.get(language), "url": source.url,
            "publisher": {"@type": "Organization", "name": source.issuer.get(language)}})
    });
    let mut dataset = json!({
        "@type": "Dataset",
        "name": data.title().get(language),
        "description": data.tables().description.get(language),
        "inLanguage": locale.tag(),
        "version": data.tables().version,
        "dateModified": data.created().to_string(),
        "isAccessibleForFree": true,
        "isBasedOn": sources.collect::<Vec<_>>(),
        "distribution": files,
    });
    if let Some(base) = site.base.as_deref() {
        dataset["url"] = absolute(base, locale).into();
    }
    if let Some(licence) = package["licenses"][0]["path"].as_str() {
        dataset["license"] = licence.into();
    }
    // No closer, since some dates are but years.
    if let Some((first, last)) = catalogue.years() {
        dataset["temporalCoverage"] = format!("{first:04}/{last:04}").into();
    }
    Ok(dataset)
}

fn of_event(event: &Event, language: usize, locale: Locale) -> Option<Value> {
    let interval = event.date.as_ref()?.interval();
    let mut found = Map::new();
    let mut put = |name: &str, value: Value| found.insert(name.into(), value);
    put("@type", "Event".into());
    put("name", event.name.get(language).into());
    put("description", event.summary.get(language).into());
    put("inLanguage", locale.tag().into());
    interval.start.date().map(|date| put("startDate", date.to_string().into()));
    let end = interval.end.date().filter(|end| Some(*end) != interval.start.date());
    end.map(|date| put("endDate", date.to_string().into()));
    let place = event.place.get(language);
    if !place.is_empty() {
        put("location", json!({"@type": "Place", "name": place}));
    }
    Some(found.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOWHERE: Site = Site { base: None, offline: false };

    fn russian() -> Locale {
        Locale::from_tag("ru").unwrap()
    }

    #[test]
    fn every_dated_event_is_told_with_the_date_as_the_data_have_it() {
        let data = dataset().unwrap();
        for (locale, language) in [(Locale::ENGLISH, 0), (russian(), 1)] {
            let all: Value = serde_json::from_str(&json_ld(locale, &NOWHERE).unwrap()).unwrap();
            let events: Vec<_> = all["@graph"].as_array().unwrap().iter().filter(|it| it["@type"] == "Event").collect();
            let dated = data.events().filter_map(|(_, event)| Some((event, event.date.as_ref()?.to_string())));
            let told =
                |it: &&Value| (it["name"].as_str().unwrap().to_owned(), it["startDate"].as_str().unwrap().to_owned());
            let expected: Vec<_> = dated.map(|(event, date)| (event.name.get(language).to_owned(), date)).collect();
            assert_eq!(events.iter().map(told).collect::<Vec<_>>(), expected);
            assert!(expected.iter().any(|(_, date)| date == "2019-09") && expected.len() == 6);
            let places = events.iter().filter(|it| it["location"]["name"].is_string()).count();
            assert_eq!(places, 1, "one event has a stated place");
        }
    }

    #[test]
    fn the_dataset_names_its_date_licence_source_and_files() {
        let all: Value = serde_json::from_str(&json_ld(russian(), &NOWHERE).unwrap()).unwrap();
        let dataset = &all["@graph"][0];
        assert_eq!(dataset["dateModified"], super::dataset().unwrap().created().to_string());
        assert_eq!(dataset["license"], "https://creativecommons.org/licenses/by/4.0/");
        assert_eq!(dataset["temporalCoverage"], "2016/2025");
        assert!(dataset["isBasedOn"][0]["url"].as_str().unwrap().starts_with("https://asean.org/"));
        assert_eq!(dataset["distribution"][0]["contentUrl"], "../datapackage/datapackage.json");
        assert_eq!(dataset["distribution"].as_array().unwrap().len(), 1 + 13, "the package and its tables");
    }
}
