//! What search engines, link previews and catalogues of data read of a standalone page: links between the languages,
//! Open Graph, and the dataset and its dated events as JSON-LD; with a base address, also `sitemap.xml` and `robots.txt`.
//!
//! Owns what is said; leaves where it stands in a page to `pages`. What wants an absolute address is left out where no
//! base is known. Dates are those of the data, never more precise.

use super::Result;
use super::address::{PAGE, path, path_from};
use super::prerender::Static;
use super::site::Site;
use crate::builtin::BUILTIN;
use atlas_core::locale::Locale;
use atlas_core::model::{Dataset, Event, Source, SourceKind};
use atlas_core::packed;
use atlas_core::time::Edtf;
use serde_json::{Map, Value, json};

/// The description of the tables, for what is not compiled in: licence and files.
const PACKAGE: &str = include_str!("../data/datapackage.json");

/// The picture by which the atlas is shown where somebody links to it; `cargo xtask pictures` takes it.
pub const CARD: &str = "card.png";

/// Where the tables lie in `dist/`.
const FOLDER: &str = "datapackage/";

/// The lines for the head of a language's page.
pub fn head(page: &Static, site: &Site) -> Result<String> {
    let own = page.locale;
    let mut lines = String::new();
    let base = site.base.as_deref();
    let address = |to: Locale| match base {
        Some(base) => absolute(base, to),
        None => path_from(own, to, PAGE),
    };
    for other in Locale::ALL {
        lines += &link("alternate", &format!(" hreflang=\"{}\"", other.tag()), &address(other));
    }
    if let Some(base) = base {
        lines += &link("alternate", " hreflang=\"x-default\"", &absolute(base, Locale::ENGLISH));
        lines += &link("canonical", "", &absolute(base, own));
        lines += &property("og:url", &absolute(base, own));
        lines += &property("og:image", &format!("{base}{CARD}"));
        lines += &property("og:image:width", "1200");
        lines += &property("og:image:height", "630");
        lines += &property("og:image:alt", &page.title);
    }
    lines += &property("og:type", "website");
    lines += &property("og:site_name", "Cooperation Atlas");
    lines += &property("og:title", &page.title);
    lines += &property("og:description", &page.description);
    lines += &property("og:locale", territory(own));
    for other in Locale::ALL.into_iter().filter(|other| *other != own) {
        lines += &property("og:locale:alternate", territory(other));
    }
    let card = if base.is_some() { "summary_large_image" } else { "summary" };
    lines += &format!("<meta name=\"twitter:card\" content=\"{card}\">\n");
    // A data block is no script to a policy, which therefore does not refuse it.
    lines += &format!("<script type=\"application/ld+json\">{}</script>\n", json_ld(own, site)?);
    Ok(lines)
}

/// The lines for the head of a frame's page, which is not to be found in the place of the standalone one.
pub fn frame_head(locale: Locale, site: &Site) -> String {
    let canonical = site.base.as_deref().map(|base| link("canonical", "", &absolute(base, locale)));
    "<meta name=\"robots\" content=\"noindex\">\n".to_owned() + &canonical.unwrap_or_default()
}

/// The files for crawlers, by their names; none without a base.
pub fn files(site: &Site) -> Result<Vec<(&'static str, String)>> {
    let Some(base) = site.base.as_deref() else { return Ok(Vec::new()) };
    let changed = dataset()?.created();
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for locale in Locale::ALL {
        map += &format!("<url><loc>{}</loc><lastmod>{changed}</lastmod>", absolute(base, locale));
        for other in Locale::ALL {
            let (tag, address) = (other.tag(), absolute(base, other));
            map += &format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\"/>");
        }
        map += "</url>\n";
    }
    map += "</urlset>\n";
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n");
    Ok(vec![("sitemap.xml", map), ("robots.txt", robots)])
}

/// The address of a language's page: that of its folder, as readers type it.
fn absolute(base: &str, locale: Locale) -> String {
    format!("{base}{}", path(locale, PAGE).trim_end_matches(PAGE))
}

/// A language as Open Graph writes it, which wants a territory with it.
fn territory(locale: Locale) -> &'static str {
    match locale.tag() {
        "en" => "en_GB",
        "ru" => "ru_RU",
        other => other,
    }
}

fn link(rel: &str, more: &str, address: &str) -> String {
    format!("<link rel=\"{rel}\"{more} href=\"{}\">\n", escaped(address))
}

fn property(name: &str, content: &str) -> String {
    format!("<meta property=\"{name}\" content=\"{}\">\n", escaped(content))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

fn dataset() -> Result<Dataset> {
    packed::read(BUILTIN).map_err(|error| format!("the dataset that is compiled in: {error}"))
}

/// The dataset and its dated events. No text of the data can end the element: `<` is written as an escape.
fn json_ld(locale: Locale, site: &Site) -> Result<String> {
    let data = dataset()?;
    let language = data.language(locale.tag()).unwrap_or_default();
    let mut graph = vec![of_dataset(&data, language, locale, site)?];
    graph.extend(data.events().filter_map(|(_, event)| of_event(event, language, locale)));
    let all = json!({"@context": "https://schema.org", "@graph": graph});
    Ok(all.to_string().replace('<', "\\u003c"))
}

fn of_dataset(data: &Dataset, language: usize, locale: Locale, site: &Site) -> Result<Value> {
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
    if let Some(years) = years(data) {
        dataset["temporalCoverage"] = years.into();
    }
    Ok(dataset)
}

/// The years from the first to the last that an event or a term names; no closer, since some dates are but years.
fn years(data: &Dataset) -> Option<String> {
    let events = data.events().filter_map(|(_, event)| event.date.as_ref()).map(Edtf::interval);
    let all: Vec<_> = events.chain(data.tables().terms.iter().map(|row| row.term)).collect();
    let first = all.iter().filter_map(|interval| interval.start.date()).map(|date| date.year()).min()?;
    let last = all.iter().filter_map(|interval| interval.end.date()).map(|date| date.last_year()).max()?;
    Some(format!("{first:04}/{last:04}"))
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

    fn site(base: Option<&str>) -> Site {
        Site { base: base.map(String::from), offline: false }
    }

    fn page(locale: Locale) -> Static {
        Static { locale, title: "A \"b\" <c>".into(), description: "d & e".into(), html: String::new() }
    }

    fn russian() -> Locale {
        Locale::from_tag("ru").unwrap()
    }

    #[test]
    fn every_dated_event_is_told_with_the_date_as_the_data_have_it() {
        let data = dataset().unwrap();
        for (locale, language) in [(Locale::ENGLISH, 0), (russian(), 1)] {
            let all: Value = serde_json::from_str(&json_ld(locale, &site(None)).unwrap()).unwrap();
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
        let all: Value = serde_json::from_str(&json_ld(russian(), &site(None)).unwrap()).unwrap();
        let dataset = &all["@graph"][0];
        assert_eq!(dataset["dateModified"], super::dataset().unwrap().created().to_string());
        assert_eq!(dataset["license"], "https://creativecommons.org/licenses/by/4.0/");
        assert_eq!(dataset["temporalCoverage"], "2016/2025");
        assert!(dataset["isBasedOn"][0]["url"].as_str().unwrap().starts_with("https://asean.org/"));
        assert_eq!(dataset["distribution"][0]["contentUrl"], "../datapackage/datapackage.json");
        assert_eq!(dataset["distribution"].as_array().unwrap().len(), 1 + 13, "the package and its tables");
    }

    #[test]
    fn no_text_can_end_the_block_or_an_attribute() {
        let head = head(&page(Locale::ENGLISH), &site(None)).unwrap();
        assert_eq!(head.matches("</script").count(), 1);
        assert!(head.contains("content=\"A &quot;b&quot; &lt;c>\"") && head.contains("content=\"d &amp; e\""));
    }

    #[test]
    fn without_a_base_nothing_is_said_that_wants_one() {
        let head = head(&page(russian()), &site(None)).unwrap();
        assert!(head.contains("hreflang=\"en\" href=\"../index.html\"") && !head.contains("x-default"));
        assert!(!head.contains("canonical") && !head.contains("og:url") && !head.contains("og:image"));
        assert!(files(&site(None)).unwrap().is_empty());
        assert!(!frame_head(russian(), &site(None)).contains("canonical"));
    }

    #[test]
    fn with_a_base_addresses_are_absolute_and_crawlers_get_a_map() {
        let site = site(Some("https://example.org/atlas/"));
        let head = head(&page(russian()), &site).unwrap();
        assert!(head.contains("<link rel=\"canonical\" href=\"https://example.org/atlas/ru/\">"));
        assert!(head.contains("hreflang=\"x-default\" href=\"https://example.org/atlas/\""));
        assert!(frame_head(russian(), &site).contains("https://example.org/atlas/ru/"));
        let files = files(&site).unwrap();
        assert!(files[0].1.contains("<loc>https://example.org/atlas/ru/</loc><lastmod>2026-11-23</lastmod>"));
        assert_eq!(files[0].1.matches("<xhtml:link ").count(), 4);
        assert!(files[1].1.ends_with("Sitemap: https://example.org/atlas/sitemap.xml\n"));
    }
}
