//! Clocks and time zones: a reader's own date is "today", and moves nothing else.

use crate::driver::{Kind, Options, Result};
use crate::page::{Page, dist, watched};

/// A quarter of an hour at which it is three days at once, of which none begins or ends a year.
const MOMENT: &str = "2026-06-30T11:30:00Z";

/// Every text, and every attribute that is read out, shown or refers to something. What the one place that speaks says of
/// them comes when nothing has changed for a while, so its words are not waited for.
const WORDS: &str = "(() => {
    const out = [], walker = document.createTreeWalker(atlas.shadowRoot, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        if (node.parentElement?.closest('[role=status]')) continue;
        if (node.nodeType == 3) out.push(node.data);
        else for (const name of ['aria-label', 'aria-pressed', 'title', 'datetime', 'class', 'data-select'])
            if (node.hasAttribute(name)) out.push(name + '=' + node.getAttribute(name));
        if (node.localName == 'input') out.push('value=' + node.value);
    }
    return out.join('\\n');
})()";

/// What the source dates, as the list has it.
const STATED: &str =
    "$$('.events li .when').map(when => when.textContent + ' ' + when.getAttribute('datetime')).join('\\n')";

/// A page in this zone whose clock starts at this moment.
async fn at(zone: &str, moment: &str) -> Result<Page> {
    let (kind, zone) = (Kind::of_environment(), Some(zone.to_owned()));
    let page = Page::with(Options { kind, zone, lang: Some("en".into()), ..Options::default() }).await?;
    let clock = format!(
        "<head><script>const Real = Date, shift = Real.parse('{moment}') - Real.now();
        window.Date = class Date extends Real {{
            constructor(...given) {{ given.length ? super(...given) : super(Real.now() + shift); }}
            static now() {{ return Real.now() + shift; }}
        }};</script>"
    );
    let html = watched(&std::fs::read_to_string(dist().join("index.html"))?);
    page.server.page("/index.html", html.replacen("<head>", &clock, 1));
    page.goto("/index.html").await?;
    Ok(page)
}

/// The words of the page in a state.
async fn words(page: &Page, query: &str) -> Result<String> {
    page.ask(query).await?;
    page.text(WORDS).await
}

/// The lines that only one of two texts has.
fn differing<'a>(one: &'a str, other: &'a str) -> Vec<&'a str> {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (one.lines().collect(), other.lines().collect());
    let only = |a: &[&'a str], b: &[&'a str]| a.iter().filter(|line| !b.contains(line)).copied().collect::<Vec<_>>();
    [only(&ours, &theirs), only(&theirs, &ours)].concat()
}

#[tokio::test]
async fn a_time_zone_moves_no_date_but_todays() -> Result<()> {
    let queries = ["as-of=2019-10-15", "as-of=2019-10-15&compare=2020-09-01&select=instrument:poc-2019&lang=ru"];
    let home = at("UTC", MOMENT).await?;
    let (first, second) = (words(&home, queries[0]).await?, words(&home, queries[1]).await?);
    assert!(first.contains("15\u{a0}October 2019") && second.contains("15\u{a0}октября 2019"), "{first}");
    home.ask("").await?;
    let stated = home.text(STATED).await?;
    assert_eq!(home.text("$('[data-panel=day] time').dateTime").await?, "2026-06-30");
    home.end().await?;
    for (zone, offset, today) in [("Etc/GMT+12", 720, "2026-06-29"), ("Pacific/Kiritimati", -840, "2026-07-01")] {
        let page = at(zone, MOMENT).await?;
        assert_eq!(page.get("new Date().getTimezoneOffset()").await?, offset, "{zone} is not in effect");
        assert_eq!(words(&page, queries[0]).await?, first, "{zone}");
        assert_eq!(words(&page, queries[1]).await?, second, "{zone}");
        page.ask("").await?;
        assert_eq!(page.text("$('[data-panel=day] time').dateTime").await?, today, "{zone}");
        assert_eq!(page.text(STATED).await?, stated, "{zone}");
        page.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_clock_far_off_moves_no_date_but_todays() -> Result<()> {
    let query = "as-of=2019-10-15&range=2016/2025";
    let home = at("UTC", MOMENT).await?;
    let (fixed, whole) = (words(&home, query).await?, words(&home, "as-of=2019-10-15").await?);
    home.ask("").await?;
    let stated = home.text(STATED).await?;
    home.end().await?;
    for (moment, today) in [("1970-01-01T12:00:00Z", "1970-01-01"), ("2100-06-30T12:00:00Z", "2100-06-30")] {
        let page = at("UTC", moment).await?;
        assert_eq!(words(&page, query).await?, fixed, "{moment}");
        // The whole period includes this year where it is near: nothing but its name on the axis comes and goes.
        let own = words(&page, "as-of=2019-10-15").await?;
        assert_eq!(differing(&own, &whole), ["2026"], "{moment}");
        page.ask("").await?;
        assert_eq!(page.text("$('[data-panel=day] time').dateTime").await?, today, "{moment}");
        assert_eq!(page.text(STATED).await?, stated, "{moment}");
        page.end().await?;
    }
    Ok(())
}
