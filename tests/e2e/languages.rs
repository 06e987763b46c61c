//! English and Russian: one state, right forms, the right `lang`.

use crate::driver::{Options, Result};
use crate::page::Page;
use atlas::{dataset, packed};
use std::path::Path;

#[tokio::test]
async fn another_language_keeps_day_filters_and_details() -> Result<()> {
    let page = Page::open("as-of=2019-10-15&partnership=asean-eaeu&select=event:mou-signed").await?;
    page.click(".languages [lang=ru]").await?;
    page.until("$('.atlas').lang == 'ru'").await?;
    assert_eq!(page.query().await?, "as-of=2019-10-15&partnership=asean-eaeu&select=event:mou-signed&lang=ru");
    assert_eq!(page.all_seen(".chips .chip").await?, ["ЕАЭС – АСЕАН"]);
    let details = page.seen(".details").await?;
    for expected in ["Лим Джок Хой", "Тигран Саркисян", "14 ноября 2018 г.", "Сингапур", "Подписан Меморандум"]
    {
        assert!(details.contains(expected), "no {expected} in: {details}");
    }
    page.click(".languages [lang=en]").await?;
    page.until("$('.atlas').lang == 'en'").await?;
    page.end().await
}

#[tokio::test]
async fn the_page_s_language_is_used_where_the_query_has_none() -> Result<()> {
    let page = Page::with_body("<div lang=ru-RU><cooperation-atlas loading=eager></cooperation-atlas></div>").await?;
    assert_eq!(page.text("$('.atlas').lang").await?, "ru");
    page.get("document.querySelector('div').lang = 'en'").await?;
    page.get("atlas.setAttribute('lang', 'en')").await?;
    page.until("$('.atlas').lang == 'en'").await?;
    page.end().await
}

#[tokio::test]
async fn russian_counts_have_their_forms() -> Result<()> {
    let page = Page::open("lang=ru&as-of=2021-01-01").await?;
    for (query, expected) in [
        ("", "21 направление"),
        ("partnership=asean-eaeu", "9 направлений"),
        ("coverage=exploring", "2 направления"),
        ("q=nosuchword", "0 направлений"),
    ] {
        page.ask(&format!("lang=ru&as-of=2021-01-01&{query}")).await?;
        let counts = page.seen(".counts").await?;
        assert!(counts.contains(expected), "{query}: {counts}");
    }
    page.end().await
}

/// Latin letters in the Russian page: only what the dataset's Russian texts have on purpose.
#[tokio::test]
async fn the_russian_page_is_in_russian() -> Result<()> {
    let page = Page::open("lang=ru&as-of=2019-10-15").await?;
    let script = "(() => {
        const walker = document.createTreeWalker($('.atlas'), NodeFilter.SHOW_TEXT);
        const found = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const language = node.parentElement.closest('[lang]').lang;
            if (language == 'ru' && /[A-Za-z]{2,}/.test(node.data)) found.push(node.data);
        }
        return found;
    })()";
    let found: Vec<String> = serde_json::from_value(page.get(script).await?)?;
    assert_eq!(found, [""; 0]);
    page.end().await
}

/// What the source is quoted with is in its language, in the details as in the static view.
#[tokio::test]
async fn quotations_have_the_language_of_the_source() -> Result<()> {
    let page = Page::open("lang=ru&select=sector:smes").await?;
    let quoted = "[...document.querySelectorAll('cooperation-atlas')].flatMap(found => [...found.shadowRoot.querySelectorAll('.details :not(.languages) > [lang=en]')]).map(found => found.textContent)";
    for (select, expected) in [("sector:smes", vec!["SMEs", "MSMEs"]), ("instrument:poc-2019", vec!["until 2025"])] {
        page.ask(&format!("lang=ru&select={select}")).await?;
        let mut found: Vec<String> = serde_json::from_value(page.get(quoted).await?)?;
        // The title of the page, too, with the translation behind it.
        let all = found.len();
        found.retain(|quote| quote != "Priorities of Cooperation");
        assert!(found.len() < all, "{select}");
        assert_eq!(found, expected, "{select}");
    }
    page.end().await
}

/// The shipped tables without their Russian columns.
fn in_english_alone(folder: &Path) -> Result<Vec<u8>> {
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data"))? {
        let path = entry?.path();
        let copy = folder.join(path.file_name().unwrap_or_default());
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("csv") => {
                let mut reader = csv::Reader::from_path(&path)?;
                let kept: Vec<bool> = reader.headers()?.iter().map(|name| !name.ends_with("_ru")).collect();
                let mut writer = csv::Writer::from_path(copy)?;
                let own = |record: &csv::StringRecord| -> Vec<String> {
                    record.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell.to_owned()).collect()
                };
                writer.write_record(own(reader.headers()?))?;
                for record in reader.records() {
                    writer.write_record(own(&record?))?;
                }
                writer.flush()?;
            }
            Some("json") => {
                let package = std::fs::read_to_string(path)?;
                std::fs::write(copy, package.replace(r#"["en", "ru"]"#, r#"["en"]"#))?;
            }
            _ => {}
        }
    }
    let data = dataset::read(folder).map_err(|problems| problems.to_string())?;
    Ok(packed::write(data.tables()))
}

#[tokio::test]
async fn a_dataset_without_translation_says_so_and_its_texts_have_their_language() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = Page::new().await?;
    page.server.page("/en.atlas", in_english_alone(folder.path())?);
    page.serve(
        "/host.html",
        "<cooperation-atlas src=/en.atlas loading=eager lang=ru query='as-of=2019-10-15'></cooperation-atlas>",
    );
    page.goto("/host.html").await?;
    assert_eq!(page.seen(".notice").await?, "Некоторые тексты не переведены; они показаны на языке оригинала.");
    assert_eq!(
        page.seen(".title [lang=en]").await?,
        "ASEAN’s cooperation with Russia and with the Eurasian Economic Union"
    );
    assert_eq!(page.count(".matrix tbody th [lang=en]").await?, 27, "21 sectors, 6 groups");
    for target in ["sector:sps", "instrument:poc-2019", "event:aem-russia-8", "cell:energy/energy-2016-2020"] {
        page.get(&format!("atlas.query = 'as-of=2019-10-15&select={target}'")).await?;
        page.until(&format!("$('.details')?.dataset.opener == '{target}'")).await?;
        let script = "(() => {
            const walker = document.createTreeWalker($('.atlas'), NodeFilter.SHOW_TEXT);
            const found = [];
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const language = node.parentElement.closest('[lang]').lang;
                if (node.parentElement.closest('svg, [hidden]')) continue;
                const words = node.data.replace(/https?:\\S+/g, '');
                if (language == 'ru' && /[A-Za-z]{2,}/.test(words) || language == 'en' && /[а-яё]/i.test(node.data)) found.push(node.data);
            }
            return found;
        })()";
        let found: Vec<String> = serde_json::from_value(page.get(script).await?)?;
        assert_eq!(found, [""; 0], "{target}");
        // The marks are for nobody's eyes.
        let signs = page.get("/[\\ue000-\\ue07f]/.test($('.root').outerHTML)").await?;
        assert_eq!(signs, false, "{target}");
    }
    page.get("atlas.setAttribute('lang', 'en')").await?;
    page.until("$('.atlas').lang == 'en' && !$('.notice') && !$('.title [lang]')").await?;
    page.end().await
}

#[tokio::test]
async fn the_reader_s_browser_language_does_not_matter() -> Result<()> {
    let page = Page::with(Options { lang: Some("ru".into()), ..Options::default() }).await?;
    page.goto("/index.html#atlas?as-of=2019-10-15").await?;
    assert_eq!(page.text("$('.atlas').lang").await?, "en");
    assert!(page.seen(".sentence").await?.starts_with("As known on 15 October 2019"));
    page.end().await
}
