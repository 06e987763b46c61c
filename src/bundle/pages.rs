//! The pages of `dist/`, one set for each language, with the static view in each: `index.html`, `embed.html` for frames,
//! and `fallback.html`, a fragment to paste where no script is allowed. All addresses are relative.

use super::address::{PAGE, path, path_from, up};
use super::minify::style_of;
use super::prerender::Static;
use super::site::Site;
use super::{Result, SCRIPT, metadata, offline};
use crate::view::Elsewhere;
use atlas_core::locale::Locale;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::rc::Rc;

/// The script of `embed.html`.
pub const FRAME: &str = "embed.js";

const EMBED: &str = "embed.html";
const FALLBACK: &str = "fallback.html";

/// Every page with its path, from the page that Trunk has read.
pub fn all(template: &str, style: &str, site: &Site) -> Result<Vec<(String, String)>> {
    let template = published(template);
    let mut pages = Vec::new();
    for locale in Locale::ALL {
        let elsewhere = |file| -> Option<Elsewhere> { Some(Rc::new(move |other| path_from(locale, other, file))) };
        let page = Static::render(locale, 1, elsewhere(PAGE))?;
        let embed = Static::render(locale, 2, elsewhere(EMBED))?;
        let pasted = Static::render(locale, 2, None)?;
        pages.push((path(locale, PAGE), standalone(&template, &page, style, site)?));
        pages.push((path(locale, EMBED), frame(&template, &embed, style, site)?));
        pages.push((path(locale, FALLBACK), fragment(&pasted, style)?));
    }
    Ok(pages)
}

/// Trunk's page without what only Trunk reads.
fn published(template: &str) -> String {
    template.lines().filter(|line| !line.contains("data-trunk")).map(|line| format!("{line}\n")).collect()
}

/// The page of a language: its words in the head, and its static view in the element.
fn standalone(template: &str, page: &Static, style: &str, site: &Site) -> Result<String> {
    let up = up(page.locale);
    let style = style_of(style, &page.html)?;
    let head = format!("{}<style>{style}</style>\n", metadata::head(page, site)?);
    if !site.offline {
        return fill(template, page, &head, &|_| Ok(()));
    }
    fill(template, page, &(head + &offline::head(up)), &|_| Ok(()))
}

/// The same for a frame: no margins, state in the address of the frame alone, and the script that tells the height.
fn frame(template: &str, page: &Static, style: &str, site: &Site) -> Result<String> {
    let own = "html { background: none; scrollbar-gutter: auto } body { max-width: none; padding: 2px }";
    let script = format!("<script src=\"{}{FRAME}\" defer></script>\n", up(page.locale));
    let style = style_of(style, &page.html)?;
    let robots = metadata::frame_head(page.locale, site);
    fill(template, page, &format!("{robots}<style>{style}{own}</style>\n{script}"), &|atlas| {
        atlas.set_attribute("heading-level", "2")?;
        atlas.set_attribute("loading", "eager")?;
        Ok(())
    })
}

type Handled = std::result::Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// The template in the language of a static view; `head` goes to the end of its head.
fn fill(template: &str, page: &Static, head: &str, change: &dyn Fn(&mut Element) -> Handled) -> Result<String> {
    let handlers = vec![
        element!("html", |html| Ok(html.set_attribute("lang", page.locale.tag())?)),
        element!("meta[name=description]", |meta| Ok(meta.set_attribute("content", &page.description)?)),
        element!("title", |title| {
            title.set_inner_content(&page.title, ContentType::Text);
            Ok(())
        }),
        element!("script[src]", |script| Ok(script.set_attribute("src", &format!("{}{SCRIPT}", up(page.locale)))?)),
        element!("head", |found| {
            found.append(head, ContentType::Html);
            Ok(())
        }),
        element!("cooperation-atlas", |atlas| {
            change(atlas)?;
            atlas.set_inner_content(&format!("\n{}\n", page.html), ContentType::Html);
            Ok(())
        }),
    ];
    let settings = RewriteStrSettings { element_content_handlers: handlers, ..RewriteStrSettings::new() };
    rewrite_str(template, settings).map_err(|error| format!("{PAGE}: {error}"))
}

/// The static view alone. Its style reaches nothing but itself; where styles are stripped too, tables and lists are left.
fn fragment(page: &Static, style: &str) -> Result<String> {
    let lang = page.locale.tag();
    let style = style_of(style, &page.html)?;
    Ok(format!(
        "<div class=\"cooperation-atlas\" lang=\"{lang}\">\n<style>@scope (.cooperation-atlas){{{style}}}</style>\n{}\n</div>\n",
        page.html
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<!doctype html>\n<html lang=\"en\"><head><title>t</title>\n<link data-trunk rel=\"rust\">\n\
        <meta name=\"description\" content=\"d\"><script src=\"cooperation-atlas.js\" defer></script></head>\n\
        <body><cooperation-atlas heading-level=\"1\"><p>old</p></cooperation-atlas></body></html>\n";

    fn page(path: &str) -> String {
        let pages = all(TEMPLATE, "a{b:c}", &Site { base: None, offline: true }).unwrap();
        pages.into_iter().find(|(found, _)| found == path).map(|(_, text)| text).unwrap()
    }

    #[test]
    fn each_language_has_a_page_that_names_the_others() {
        let (english, russian) = (page("index.html"), page("ru/index.html"));
        assert!(english.contains("<html lang=\"en\">") && english.contains("hreflang=\"ru\" href=\"ru/index.html\""));
        assert!(russian.contains("<html lang=\"ru\">") && russian.contains("hreflang=\"en\" href=\"../index.html\""));
        assert!(russian.contains("src=\"../cooperation-atlas.js\"") && !russian.contains("data-trunk"));
        assert!(russian.contains("<title>Сотрудничество") && !russian.contains("<p>old</p>"));
    }

    #[test]
    fn only_standalone_pages_are_kept_for_use_without_a_network() {
        for (path, _) in all(TEMPLATE, "", &Site::default()).unwrap() {
            let kept = page(&path).contains(offline::REGISTER);
            assert_eq!(kept, path.ends_with(PAGE), "{path}");
        }
        assert!(page("ru/index.html").contains("src=\"../offline.js\""));
        assert!(page("embed.html").contains("<meta name=\"robots\" content=\"noindex\">"));
        let (_, served) = all(TEMPLATE, "", &Site::default()).unwrap().remove(0);
        assert!(!served.contains(offline::REGISTER), "a worker would get in the way of reloading");
    }

    #[test]
    fn a_fragment_has_no_script_and_a_style_that_reaches_nothing_else() {
        let fragment = page("fallback.html");
        assert!(!fragment.contains("hreflang"), "links to other pages lead nowhere from where it is pasted");
        assert!(!fragment.contains("<script") && fragment.contains("<style>@scope (.cooperation-atlas){a{b:c}"));
    }
}
