//! What an editor copies out of the dialog "Embed".

use atlas::builtin::BUILTIN;
use atlas::export::snippet;
use atlas::locale::Locale;
use atlas::packed;
use atlas::query::{Catalogue, View};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use atlas::time::Day;
use atlas_core::embed::{Embed, Origin, Theme, Way};
use std::rc::Rc;

fn shown(query: &str) -> Shown {
    let catalogue = Rc::new(Catalogue::new(packed::read(BUILTIN).unwrap()));
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    let state = WidgetState::new(Day::parse("2026-11-24").unwrap(), page);
    let state = state.after(Action::Query(query.into()), &catalogue);
    Shown::of(catalogue, state)
}

fn russian() -> Locale {
    Locale::from_tag("ru").unwrap()
}

fn origin() -> Origin {
    Origin { script: "https://example.org/a/cooperation-atlas.js".into(), integrity: "sha384-abc".into() }
}

#[test]
fn a_script_has_the_filters_as_they_stand_and_the_choices_as_attributes() {
    let shown = shown("as-of=2019-10-15&sector=energy&lang=ru&view=timeline");
    let embed = Embed { lang: Locale::ENGLISH, view: View::Matrix, theme: Theme::Dark, ..shown.embed() };
    assert_eq!(
        snippet(&shown, &embed, &origin()),
        "<script src=\"https://example.org/a/cooperation-atlas.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\" \
         defer></script>\n<cooperation-atlas lang=\"en\" view=\"matrix\" theme=\"dark\" \
         query=\"as-of=2019-10-15&amp;sector=energy\"><a href=\"https://example.org/a/index.html\">ASEAN’s cooperation with \
         Russia and with the Eurasian Economic Union</a></cooperation-atlas>"
    );
}

#[test]
fn a_script_without_an_address_or_a_hash_is_relative_and_promises_nothing() {
    let shown = shown("");
    let text = snippet(&shown, &shown.embed(), &Origin::default());
    assert!(text.starts_with("<script src=\"cooperation-atlas.js\" defer></script>\n"), "{text}");
}

#[test]
fn a_frame_has_everything_in_its_address() {
    let shown = shown("as-of=2019-10-15&select=event:mou-signed");
    let embed = Embed { way: Way::Frame, lang: russian(), theme: Theme::Light, ..shown.embed() };
    let text = snippet(&shown, &embed, &origin());
    let address = "src=\"https://example.org/a/embed.html?theme=light#atlas?as-of=2019-10-15&amp;view=both&amp;\
                   select=event:mou-signed&amp;lang=ru\"";
    assert!(text.contains(address), "{text}");
    assert!(text.contains("title=\"Сотрудничество АСЕАН") && text.contains("sandbox=\"allow-scripts allow-downloads"));
}

#[test]
fn plain_html_is_the_table_and_the_list_that_the_filters_leave_as_known_on_the_day() {
    let shown = shown("as-of=2019-07-01&partnership=asean-eaeu");
    let text = snippet(&shown, &Embed { way: Way::Html, ..shown.embed() }, &origin());
    assert!(text.contains("as known on 1\u{a0}July 2019"), "{text}");
    assert_eq!(text.matches("<th scope=\"row\">").count(), shown.selection.sectors.len());
    assert_eq!(text.matches("<th scope=\"col\">").count(), shown.selection.columns.len());
    assert_eq!(text.matches("<td>").count(), shown.selection.sectors.len() * shown.selection.columns.len());
    assert!(text.contains("<br>not yet adopted</th>"), "the Programme of Cooperation came in September");
    assert!(
        text.contains("14\u{a0}November 2018: Memorandum signed")
            && !text.contains("Programme of Cooperation endorsed"),
        "{text}"
    );
    assert!(!text.contains("<script") && !text.contains("class="));
}

#[test]
fn plain_html_of_a_filtered_row_does_not_claim_that_the_source_is_silent() {
    let shown = shown("as-of=2019-10-15&sector=agriculture&coverage=sectoral&partnership=asean-russia");
    let text = snippet(&shown, &Embed { way: Way::Html, view: View::Matrix, ..shown.embed() }, &origin());
    assert_eq!(text.matches("<td>").count(), 1, "{text}");
    assert!(text.contains("<td>sectoral cooperation</td>") && !text.contains("<ul>"));
    let one = self::shown("as-of=2019-10-15&sector=agriculture&sector=space&coverage=sectoral&coverage=exploring");
    let covered = self::shown("as-of=2019-10-15&sector=agriculture&coverage=covered");
    let place = covered.selection.cells[0];
    assert_eq!(one.empty_word(place.sector, place.column), "left out by the filters");
}
