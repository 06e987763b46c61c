//! What search engines, link previews and feed readers read of a standalone page: links between the languages and to the feed,
//! Open Graph, and the dataset as JSON-LD (`json_ld`); with a base address, also `sitemap.xml` and `robots.txt`.
//!
//! Owns what is said; leaves where it stands in a page to `pages`. What wants an absolute address is left out where no
//! base is known.

use super::address::{PAGE, absolute, path_from};
use super::follow::FEED;
use super::json_ld::json_ld;
use super::prerender::Static;
use super::site::Site;
use super::{Result, dataset};
use atlas_core::export::escaped;
use atlas_core::locale::Locale;

/// The picture by which the atlas is shown where somebody links to it; `cargo xtask pictures` takes it.
pub const CARD: &str = "card.png";

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
    lines += &link("alternate", " type=\"application/atom+xml\"", FEED);
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
    fn no_text_can_end_the_block_or_an_attribute() {
        let head = head(&page(Locale::ENGLISH), &site(None)).unwrap();
        assert_eq!(head.matches("</script").count(), 1);
        assert!(head.contains("content=\"A &quot;b&quot; &lt;c&gt;\"") && head.contains("content=\"d &amp; e\""));
    }

    #[test]
    fn without_a_base_nothing_is_said_that_wants_one() {
        let head = head(&page(russian()), &site(None)).unwrap();
        assert!(head.contains("hreflang=\"en\" href=\"../index.html\"") && !head.contains("x-default"));
        assert!(head.contains("type=\"application/atom+xml\" href=\"changes.atom\""));
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
