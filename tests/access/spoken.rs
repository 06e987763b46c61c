//! What is announced, and what is said where there is nothing: checks 16 and 17.

use crate::driver::{IN_ATLAS, Result};
use crate::look::found;
use crate::page::{Page, key};

/// 16: ten changes within a second are announced once, with what the last of them left; what stays as it was is not said
/// again.
pub async fn once(page: &Page) -> Result<Vec<String>> {
    let mut findings = found(page, "live", vec![]).await?;
    let script = "const places = $$('[role=status], [role=alert], [aria-live]');
        const told = [];
        const observer = new MutationObserver(() => told.push(places.map(place => place.textContent).join(' ')));
        const all = { childList: true, characterData: true, subtree: true };
        places.forEach(place => observer.observe(place, all));
        for (let year = 2012; year < 2022; year++) {
            atlas.query = `as-of=${year}-03-03&sector=energy`;
            await new Promise(done => setTimeout(done, 80));
        }
        await new Promise(done => setTimeout(done, 2000));
        atlas.query = 'as-of=2021-03-03';
        await new Promise(done => setTimeout(done, 2000));
        observer.disconnect();
        return [told.length - 1, told.at(-2) ?? '', told.at(-1) ?? ''];";
    let told = page.browser.js_async(&format!("{IN_ATLAS} {script}"), vec![]).await?;
    let (times, last) = (told[0].as_i64().unwrap_or_default(), told[1].as_str().unwrap_or_default());
    let filtered = told[2].as_str().unwrap_or_default();
    if times != 1 {
        findings.push(format!("ten changes are announced {times} times"));
    }
    if !last.contains("2021") {
        findings.push(format!("the last is not told: \"{last}\""));
    }
    if filtered.contains("2021") || !filtered.contains("21") {
        findings.push(format!("of another filter more is told than what became different: \"{filtered}\""));
    }
    Ok(findings)
}

/// 17: where nothing is left, the reason stands, and its button leads back.
pub async fn way_back(page: &Page) -> Result<Vec<String>> {
    let mut findings = found(page, "reason", vec![]).await?;
    if page.count(".empty button, .chips .clear").await? > 0 {
        page.focus(".empty button, .chips .clear").await?;
        page.browser.press(key::ENTER).await?;
        page.until("true").await?;
        if page.get("atlas.result.counts.events > 0").await? != true {
            findings.push("the way back leads to nothing".into());
        }
    }
    Ok(findings)
}
