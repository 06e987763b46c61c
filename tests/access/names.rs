//! Roles and names as the browser computes them for assistive technology: checks 3 and 5.

use crate::driver::Result;
use crate::look::{found, run};
use crate::page::Page;
use serde_json::Value;

/// 3: each part of the table has its role, and each row a cell for each head.
pub async fn roles(page: &Page) -> Result<Vec<String>> {
    let mut wrong = found(page, "columns", vec![]).await?;
    let parts = run(page, "roles", vec![]).await?;
    let parts = parts.as_array().ok_or("no list of parts")?;
    for part in parts {
        let role = page.browser.role(&part[0]).await?;
        if part[1] != role.as_str() {
            wrong.push(format!("{role} instead of {}: {}", part[1], part[2]));
        }
    }
    Ok(if parts.is_empty() { vec!["no table".into()] } else { wrong })
}

/// 5: each cell's button is named by what it shows, then sector and instrument.
pub async fn names(page: &Page) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let cells = run(page, "names", vec![]).await?;
    let cells = cells.as_array().ok_or("no list of cells")?;
    for cell in cells {
        // Soft hyphens are no letters, though browsers keep them.
        let plain = |words: &str| words.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ");
        let label = plain(&page.browser.label(&cell[0]).await?);
        let text = |value: &Value| plain(value.as_str().unwrap_or_default());
        let says = cell[2].as_array().into_iter().flatten().all(|word| label.contains(&text(word)));
        if text(&cell[1]).is_empty() || !label.starts_with(&text(&cell[1])) || !says {
            found.push(format!("named \"{label}\": {}", cell[3]));
        }
    }
    Ok(if cells.is_empty() { vec!["no cell".into()] } else { found })
}
