//! What readers follow the dataset by: `events.ics`, the calendar of its events, and `changes.atom`, its dated acts as an Atom
//! feed (RFC 4287), in each language.
//!
//! Owns the feed; the calendar is the core's. Both tell all that is known on the data date, of which no clock knows: the same
//! data give the same files. Addresses are relative, or absolute where the site's is known.

use super::address::{PAGE, absolute, path};
use super::site::Site;
use super::{Result, dataset};
use atlas_core::compare::{self, Act, Deed};
use atlas_core::details::cite;
use atlas_core::export;
use atlas_core::letters;
use atlas_core::locale::{Locale, msg};
use atlas_core::model::Evidence;
use atlas_core::query::{AsOf, Catalogue, Query, Target, View, url};
use atlas_core::shown::Shown;
use atlas_core::state::{Page, WidgetState};
use atlas_core::time::known::{Known, State};
use atlas_core::time::{Day, Edtf};
use atlas_core::words::Words;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;
use std::rc::Rc;
use uuid::{Uuid, uuid};

/// The calendar of a language.
pub const CALENDAR: &str = "events.ics";
/// The feed of a language.
pub const FEED: &str = "changes.atom";

/// The names of entries are made within this one, which was drawn by lot. Another one would make all entries new.
const NAMES: Uuid = uuid!("37b17ab0-c805-4781-bca5-0d5dcef812d8");

/// Calendar and feed of every language, with their paths.
pub fn files(site: &Site) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for locale in Locale::ALL {
        let shown = shown(locale)?;
        files.push((path(locale, CALENDAR), export::calendar(&shown).text));
        files.push((path(locale, FEED), feed(&shown, site)?));
    }
    Ok(files)
}

/// The feed of what is shown.
pub fn feed(shown: &Shown, site: &Site) -> Result<String> {
    let feed = Feed { shown, site, licence: licence()? };
    feed.written().map_err(|error| format!("{FEED}: {error}"))
}

/// All of the dataset, as known on its data date.
fn shown(locale: Locale) -> Result<Shown> {
    let data = dataset()?;
    let checked = data.created();
    let state = WidgetState::new(checked, Page { lang: locale, view: View::Both, heading: 1 });
    Ok(Shown::of(Rc::new(Catalogue::new(data)), state))
}

/// The address of the licence; empty where the package names none.
fn licence() -> Result<String> {
    let package: serde_json::Value =
        serde_json::from_str(super::PACKAGE).map_err(|error| format!("datapackage.json: {error}"))?;
    Ok(package["licenses"][0]["path"].as_str().unwrap_or_default().to_owned())
}

struct Feed<'a> {
    shown: &'a Shown,
    site: &'a Site,
    licence: String,
}

/// What an entry says of an act.
struct Entry {
    id: String,
    title: String,
    summary: String,
    kind: &'static str,
    /// The query of a page that shows what the act changed.
    query: String,
    source: String,
}

type Out = Writer<Vec<u8>>;

impl Feed<'_> {
    fn written(&self) -> io::Result<String> {
        let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
        out.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let feed = out.create_element("feed");
        let feed = feed.with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
        feed.with_attribute(("xml:lang", self.shown.locale.tag())).write_inner_content(|out| self.content(out))?;
        out.write_indent()?;
        String::from_utf8(out.into_inner()).map_err(io::Error::other)
    }

    fn content(&self, out: &mut Out) -> io::Result<()> {
        let shown = self.shown;
        let tables = shown.catalogue.data.tables();
        text(out, "id", &self.id("changes"))?;
        text(out, "title", &plain(&shown.text(&tables.title)))?;
        text(out, "subtitle", &plain(&shown.text(&tables.description)))?;
        self.updated(out)?;
        link(out, "self", "application/atom+xml", &self.address(FEED))?;
        link(out, "alternate", "text/html", &self.page(""))?;
        let atlas = plain(&shown.locale.text(msg::REGION_ATLAS));
        out.create_element("author").write_inner_content(|out| text(out, "name", &atlas))?;
        let generator = out.create_element("generator").with_attribute(("version", env!("CARGO_PKG_VERSION")));
        generator.write_text_content(BytesText::new("Cooperation Atlas"))?;
        text(out, "rights", &letters::tamed(&tables.licence))?;
        if !self.licence.is_empty() {
            link(out, "license", "text/html", &self.licence)?;
        }
        let acts = compare::acts(&shown.catalogue, &shown.selection, Day::MIN);
        // Whether a term has ended may be open; that an act was done is not, only when.
        let told = acts.iter().rev().filter(|act| act.is_sure || matches!(act.what, Deed::Event(_)));
        told.map(|act| self.entry(act)).try_for_each(|entry| {
            out.create_element("entry").write_inner_content(|out| self.entry_content(out, &entry)).map(drop)
        })
    }

    fn entry_content(&self, out: &mut Out, entry: &Entry) -> io::Result<()> {
        text(out, "id", &self.id(&entry.id))?;
        text(out, "title", &entry.title)?;
        self.updated(out)?;
        link(out, "alternate", "text/html", &self.page(&entry.query))?;
        if !entry.source.is_empty() {
            link(out, "via", "text/html", &entry.source)?;
        }
        out.create_element("category").with_attribute(("term", entry.kind)).write_empty()?;
        text(out, "summary", &entry.summary)
    }

    /// When the feed and its entries were last found to be so: on the data date. Atom wants an instant there, and the tables
    /// know none of any act; so nothing is told of the time of the act here, but in the title, as precisely as it is known.
    fn updated(&self, out: &mut Out) -> io::Result<()> {
        text(out, "updated", &format!("{}T00:00:00Z", self.shown.catalogue.data.created()))
    }

    /// A name that stays the same wherever the atlas stands, and from release to release. In another language it is another
    /// entry, as some read both feeds.
    fn id(&self, of: &str) -> String {
        let name = [&self.shown.catalogue.data.tables().name, self.shown.locale.tag(), of].join("/");
        Uuid::new_v5(&NAMES, name.as_bytes()).urn().to_string()
    }

    fn entry(&self, act: &Act) -> Entry {
        let shown = self.shown;
        let data = &shown.catalogue.data;
        let (id, name, about, evidence, target): (_, _, _, &Evidence, _) = match act.what {
            Deed::Event(id) => {
                let event = data.event(id);
                let (name, about) = (shown.text(&event.name), shown.text(&event.summary));
                (event.slug.clone(), name, about, &event.evidence, Target::Event(id))
            }
            Deed::Ended(id) => {
                let row = data.instrument(id);
                let name = shown.text(&row.short).and(" – ").and(shown.locale.state(State::Ended));
                // No id of an event has a full stop.
                let slug = format!("{}.end.{}", row.slug, act.date);
                let stated =
                    data.terms(id).find(|term| term.term.end.date().map(|end| Edtf::Date(*end)) == Some(act.date));
                let evidence = stated.map_or(&row.evidence, |term| &term.evidence);
                (slug, name, shown.text(&row.name).and("."), evidence, Target::Instrument(id))
            }
        };
        let cited = cite(shown, evidence);
        Entry {
            id,
            title: plain(&shown.date(Some(&act.date)).and(": ").and(name)),
            summary: plain(&about.and(" ").and(cited.citation)),
            kind: act.kind(data),
            query: self.query(act, target),
            source: cited.url,
        }
    }

    /// The question whose answer is what an act changed: from the last day on which it surely was not, to the first on which
    /// it surely was, or the data date before that.
    fn query(&self, act: &Act, target: Target) -> String {
        let data = &self.shown.catalogue.data;
        let (first, last) = act.days();
        // Of a month or a year nobody can say that its last day is late enough.
        let is_late_enough = matches!(act.what, Deed::Ended(_)) || Known::on(Some(&act.date), last) == Known::Yes;
        let later = if is_late_enough { last } else { last.plus(1) };
        let later = later.min(data.created()).max(first);
        let query =
            Query { as_of: AsOf::On(later), compare: Some(first.plus(-1)), select: Some(target), ..Query::default() };
        url::write(&query, data)
    }

    /// The address of a file beside the page of the language.
    fn address(&self, file: &str) -> String {
        match self.site.base.as_deref() {
            Some(base) => format!("{base}{}", path(self.shown.locale, file)),
            None => file.to_owned(),
        }
    }

    /// The address of the page in the state of a query.
    fn page(&self, query: &str) -> String {
        let page = match self.site.base.as_deref() {
            Some(base) => absolute(base, self.shown.locale),
            None => PAGE.to_owned(),
        };
        if query.is_empty() { page } else { format!("{page}#atlas?{query}") }
    }
}

/// A text without what is for pages alone: where a word may break.
fn plain(words: &Words) -> String {
    words.plain().replace('\u{ad}', "")
}

fn text(out: &mut Out, name: &str, content: &str) -> io::Result<()> {
    out.create_element(name).write_text_content(BytesText::new(content)).map(drop)
}

fn link(out: &mut Out, rel: &str, kind: &str, href: &str) -> io::Result<()> {
    let link = out.create_element("link").with_attributes([("rel", rel), ("type", kind), ("href", href)]);
    link.write_empty().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(base: Option<&str>, name: &str) -> String {
        let site = Site { base: base.map(String::from), offline: false };
        files(&site).unwrap().into_iter().find(|(path, _)| path == name).unwrap().1
    }

    /// What stands in each element of this name.
    fn each<'a>(feed: &'a str, name: &str) -> Vec<&'a str> {
        let (start, end) = (format!("<{name}>"), format!("</{name}>"));
        feed.split(&start).skip(1).map(|rest| rest.split(&end).next().unwrap()).collect()
    }

    #[test]
    fn the_acts_are_told_from_the_newest_on_and_no_more_precisely_than_they_are_known() {
        let feed = file(None, FEED).replace('\u{a0}', " ");
        let titles = each(&feed, "title");
        assert_eq!(
            titles[1..],
            [
                "2025: Programme of Cooperation – stated term ended",
                "2020: Energy work plan – stated term ended",
                "2020: STI plan of action – stated term ended",
                "2020: Agriculture programme – stated term ended",
                "28 August 2020: Extension of the Programme endorsed",
                "September 2019: Programme of Cooperation endorsed",
                "14 November 2018: Memorandum signed",
                "2017: Recommendations noted",
                "5 August 2016: Study proposal welcomed",
                "2016: Three instruments agreed",
            ]
        );
        assert!(each(&feed, "updated").iter().all(|instant| *instant == "2026-11-23T00:00:00Z"));
        let ids = each(&feed, "id");
        assert!(ids.iter().all(|id| id.starts_with("urn:uuid:")));
        assert!(ids.iter().enumerate().all(|(at, id)| !ids[..at].contains(id)), "{ids:?}");
    }

    /// Who follows the feed would be told everything anew if these changed.
    #[test]
    fn ids_stay_as_they_are() {
        let (here, there) = (file(None, FEED), file(Some("https://example.org/atlas/"), FEED));
        assert_eq!(each(&here, "id"), each(&there, "id"));
        assert_eq!(each(&here, "id")[5], "urn:uuid:1f85a50c-85cc-5b10-8bfd-2c063a248ec4");
        let (english, russian) = (file(None, FEED), file(None, "ru/changes.atom"));
        assert!(each(&russian, "id").iter().all(|id| !each(&english, "id").contains(id)));
    }

    #[test]
    fn an_entry_opens_the_page_on_what_its_act_changed() {
        let feed = file(None, "ru/changes.atom");
        for query in [
            "as-of=2020-08-28&amp;compare=2020-08-27&amp;select=event:aem-russia-9",
            "as-of=2019-10-01&amp;compare=2019-08-31&amp;select=event:aem-russia-8",
            "as-of=2017-01-01&amp;compare=2015-12-31&amp;select=event:plans-agreed",
            "as-of=2026-01-01&amp;compare=2025-12-31&amp;select=instrument:poc-2019",
        ] {
            assert!(feed.contains(&format!("href=\"index.html#atlas?{query}\"")), "{query}: {feed}");
        }
        let feed = file(Some("https://example.org/atlas/"), "ru/changes.atom");
        assert!(
            feed.contains(
                "rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/atlas/ru/changes.atom\""
            )
        );
        assert!(feed.contains("href=\"https://example.org/atlas/ru/#atlas?as-of=2020-08-28&amp;"));
    }

    /// An entry and its link hold what `compare` tells of that act.
    #[test]
    fn the_page_that_an_entry_opens_tells_its_act() {
        let shown = shown(Locale::ENGLISH).unwrap();
        let feed = Feed { shown: &shown, site: &Site::default(), licence: String::new() };
        for act in compare::acts(&shown.catalogue, &shown.selection, Day::MIN) {
            let state = shown.state.after(atlas_core::state::Action::Query(feed.entry(&act).query), &shown.catalogue);
            let opened = Shown::of(shown.catalogue.clone(), state);
            assert!(opened.acts.iter().any(|other| other.what == act.what && other.is_sure), "{act:?}");
        }
    }

    #[test]
    fn the_calendar_has_the_known_days() {
        assert_eq!(file(None, CALENDAR).matches("BEGIN:VEVENT").count(), 3);
        assert!(file(None, "ru/events.ics").contains("SUMMARY:Подписан Меморандум"));
    }
}
