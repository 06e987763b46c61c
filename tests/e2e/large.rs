//! The largest framework that the tables may hold: 500 sectors by 5,000 instruments. It is no pleasure to read, and it is
//! answered.

use crate::driver::Result;
use crate::page::{Page, key};
use atlas::builtin::BUILTIN;
use atlas::limits;
use atlas::model::{Column, InstrumentId, SectorId, Tables};
use atlas::packed;
use std::time::{Duration, Instant};

/// So many nodes the page has at most, whatever the size.
const NODES: usize = 5_000;

/// The shipped set, with its rows again and again under other names, and four cells in each new column.
fn largest() -> Result<Tables> {
    let mut tables = packed::read(BUILTIN).map_err(|error| error.to_string())?.tables().clone();
    let (sectors, instruments, cell) = (tables.sectors.clone(), tables.instruments.clone(), tables.coverage[0].clone());
    for number in sectors.len()..limits::SECTORS {
        let mut row = sectors[number % sectors.len()].clone();
        row.slug = format!("sector-{number}");
        tables.sectors.push(row);
    }
    for number in instruments.len()..limits::INSTRUMENTS {
        let mut row = instruments[number % instruments.len()].clone();
        (row.slug, row.adopted) = (format!("instrument-{number}"), None);
        tables.instruments.push(row);
        for more in 0..4 {
            let mut cell = cell.clone();
            cell.sector = SectorId(((number * 7 + more * 119) % limits::SECTORS) as u16);
            cell.column = Column::Instrument(InstrumentId(number as u16));
            tables.coverage.push(cell);
        }
    }
    Ok(tables)
}

#[tokio::test]
async fn a_framework_of_500_sectors_and_5000_instruments_is_shown_in_numbers_and_answered_in_full() -> Result<()> {
    let page = Page::new().await?;
    page.server.page("/largest.atlas", packed::write(&largest()?));
    let before = Instant::now();
    page.goto("/index.html").await?;
    page.get("void atlas.setAttribute('src', '/largest.atlas')").await?;
    page.browser
        .wait_until(
            "document.querySelector('cooperation-atlas').result.instruments.length == 5000",
            Duration::from_secs(120),
        )
        .await?;
    println!("shown after {:?}", before.elapsed());
    // Instruments are lines under their partnerships, of which the first shows fifty; groups of sectors are columns of numbers.
    assert_eq!(page.count(".roll tbody").await?, 2);
    assert_eq!(page.count(".roll [scope=row]").await?, 50);
    assert_eq!(page.text("$('.roll').ariaRowCount").await?, "5004", "heads, two headings, and all columns");
    assert!(page.nodes().await? < NODES, "{} nodes", page.nodes().await?);
    page.click(".roll .rest button").await?;
    page.until("$$('.roll [scope=row]').length == 100").await?;
    // Who goes by keyboard is at the first of the new lines.
    page.until("atlas.shadowRoot.activeElement.closest('tr') == $$('.roll [scope=row]')[50].parentNode").await?;
    assert!(page.complaints().await?.is_empty());

    // A part of the choices stands in the page, and more on request.
    page.click("[data-panel=filters]").await?;
    page.until("$$('[data-facet=instrument] .choice').length == 100").await?;
    page.click("[data-facet=instrument] .rest button").await?;
    page.until("$$('[data-facet=instrument] .choice').length == 150").await?;
    assert_eq!(page.seen("[data-facet=instrument] .rest").await?, "Show more 150 of 5,000");
    page.click("[data-facet=sector] input[type=search]").await?;
    page.browser.press("energy").await?;
    page.until("$('.hits')?.textContent.endsWith(' of 500')").await?;
    assert_eq!(page.count("[data-facet=instrument] .choice").await?, 150, "another list stays as it is");
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('.choices')").await?;

    // What is filtered for has its column, wherever it stands among them.
    let before = Instant::now();
    let answer = page.ask("instrument=instrument-4999").await?;
    println!("answered after {:?}", before.elapsed());
    assert_eq!(answer["counts"]["cells"], 4);
    page.until("$$('.grid th[scope=col]:not(.corner):not([hidden])').length == 1").await?;
    assert_eq!(page.count(".matrix tr:not([hidden]) > td:not([hidden]) > button.cell").await?, 4);
    page.end().await
}
