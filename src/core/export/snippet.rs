//! What an editor pastes: the view as it stands, as a script, as a frame, or as plain HTML.

use super::text::respelt;
use crate::embed::{Embed, Origin, Way};
use crate::locale::{Arg, msg};
use crate::model::Column;
use crate::query::{Query, View, url};
use crate::shown::Shown;
use crate::state::Action;
use crate::time::known::Known;
use crate::words::{Run, Words};

/// The snippet: the filters and the day as they stand, but for what the editor has chosen.
pub fn snippet(shown: &Shown, embed: &Embed, origin: &Origin) -> String {
    let chosen = shown.after(Action::Lang(embed.lang));
    let script = if origin.script.is_empty() { "cooperation-atlas.js" } else { &origin.script };
    let base = &script[..script.rfind('/').map_or(0, |slash| slash + 1)];
    let title = chosen.text(chosen.catalogue.data.title());
    let query = |lang, view| {
        let query = Query { lang, view, ..shown.state.query.clone() };
        escaped(&url::write(&query, &shown.catalogue.data))
    };
    let (lang, theme) = (embed.lang.tag(), embed.theme.id());
    match embed.way {
        Way::Script => {
            let integrity = match origin.integrity.as_str() {
                "" => String::new(),
                hash => ["\" integrity=\"", hash, "\" crossorigin=\"anonymous"].concat(),
            };
            [
                "<script src=\"",
                script,
                &integrity,
                "\" defer></script>\n<cooperation-atlas lang=\"",
                lang,
                "\" view=\"",
                embed.view.id(),
                "\" theme=\"",
                theme,
                "\" query=\"",
                &query(None, None),
                "\"><a href=\"",
                base,
                "index.html\">",
                &markup(&title),
                "</a></cooperation-atlas>",
            ]
            .concat()
        }
        Way::Frame => [
            "<iframe src=\"",
            base,
            "embed.html?theme=",
            theme,
            "#atlas?",
            &query(Some(embed.lang), Some(embed.view)),
            "\" title=\"",
            &escaped(title.plain()),
            "\" width=\"100%\" height=\"900\" style=\"border:0\" loading=\"lazy\" \
             sandbox=\"allow-scripts allow-downloads allow-popups\" referrerpolicy=\"no-referrer\"></iframe>",
        ]
        .concat(),
        Way::Html => html(&chosen, embed.view, &markup(&title)),
    }
}

/// The rows, columns and events that are left, as known on the day, in elements that no editor strips.
fn html(shown: &Shown, view: View, title: &str) -> String {
    let (locale, data, selection) = (shown.locale, &shown.catalogue.data, &shown.selection);
    let date = locale.day(selection.day);
    let mut out = ["<div lang=\"", locale.tag(), "\">\n<p><strong>", title, "</strong></p>\n"].concat();
    let mut put = |parts: &[&str]| parts.iter().for_each(|part| out.push_str(part));
    if view != View::Timeline {
        put(&[
            "<table>\n<caption>",
            &markup(&locale.format(msg::MATRIX_CAPTION, &[Arg::Words("date", &date)])),
            "</caption>\n<tr><th>",
        ]);
        put(&[&markup(&locale.text(msg::SECTORS)), "</th>"]);
        for id in &selection.columns {
            let column = data.column(*id);
            put(&["<th scope=\"col\">", &markup(&shown.column_name(column))]);
            if let Column::Instrument(id) = column {
                let standing = selection.standing(id);
                put(&["<br>", &markup(&locale.state(standing.state))]);
                if let Some(term) = standing.term {
                    put(&[", ", &markup(&locale.term(&term))]);
                }
            }
            put(&["</th>"]);
        }
        put(&["</tr>\n"]);
        for sector in &selection.sectors {
            put(&["<tr><th scope=\"row\">", &markup(&shown.text(&data.sector(*sector).name)), "</th>"]);
            for column in &selection.columns {
                let words = match selection.cell(*sector, *column) {
                    Some(cell) => shown.cell_word(cell),
                    None => shown.empty_word(*sector, *column),
                };
                put(&["<td>", &markup(&words), "</td>"]);
            }
            put(&["</tr>\n"]);
        }
        put(&["</table>\n"]);
    }
    if view != View::Matrix {
        put(&["<ul>\n"]);
        for (id, _) in selection.events.iter().filter(|(_, known)| *known != Known::No) {
            let event = data.event(*id);
            put(&["<li>", &markup(&shown.date(event.date.as_ref()).and(": ").and(shown.text(&event.name))), "</li>\n"]);
        }
        put(&["</ul>\n"]);
    }
    for (_, source) in data.sources() {
        let name = shown.credit(source);
        put(&["<p><a href=\"", &escaped(&source.url), "\">", &markup(&name), "</a></p>\n"]);
    }
    out.push_str("</div>");
    out
}

/// A text inside an element, with its runs as `el.rs` draws them.
fn markup(words: &Words) -> String {
    let run = |Run { lang, letters }: Run| match lang {
        None => escaped(letters),
        Some("") => ["<bdi>", &escaped(letters), "</bdi>"].concat(),
        Some(lang) => ["<bdi lang=\"", &escaped(lang), "\">", &escaped(letters), "</bdi>"].concat(),
    };
    words.runs().into_iter().map(run).collect()
}

/// Letters as they stand in a page, inside an element or an attribute.
pub fn escaped(text: &str) -> String {
    respelt(text, "&&amp;\t<&lt;\t>&gt;\t\"&quot;")
}
