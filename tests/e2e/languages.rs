//! English and Russian: one state, right forms, the right `lang`.

use crate::driver::{Options, Result};
use crate::page::Page;

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
        ("", "21 отрасль"),
        ("partnership=asean-eaeu", "9 отраслей"),
        ("coverage=exploring", "2 отрасли"),
        ("q=nosuchword", "0 отраслей"),
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

#[tokio::test]
async fn the_reader_s_browser_language_does_not_matter() -> Result<()> {
    let page = Page::with(Options { lang: Some("ru".into()), ..Options::default() }).await?;
    page.goto("/index.html#atlas?as-of=2019-10-15").await?;
    assert_eq!(page.text("$('.atlas').lang").await?, "en");
    assert!(page.seen(".sentence").await?.starts_with("As known on 15 October 2019"));
    page.end().await
}
