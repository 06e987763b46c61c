//! axe-core over the whole page, through the open shadow root: checks 1, 2 and the text of 18.

use crate::driver::{Result, npm};
use crate::page::Page;
use serde_json::Value;
use std::sync::OnceLock;

const PINNED: [(&str, &str); 1] = [("axe-core", "4.14.1")];
const FILE: &str = "axe-core/axe.min.js";

/// What one run told.
#[derive(Default)]
pub struct Axe {
    /// Everything but contrast: the rule, and where.
    pub violations: Vec<String>,
    /// Text of too little contrast.
    pub contrast: Vec<String>,
    /// How many rules passed at an element inside the shadow root.
    pub inside: u64,
    /// The rules that were broken.
    pub rules: Vec<String>,
}

impl Axe {
    /// What tells that it saw nothing of the widget.
    pub fn blind(&self) -> Vec<String> {
        if self.inside > 0 { Vec::new() } else { vec!["no element inside passed".into()] }
    }
}

/// The source of axe, installed once for each user.
fn source() -> Result<&'static str> {
    static SOURCE: OnceLock<std::result::Result<String, String>> = OnceLock::new();
    let read = || {
        let folder = npm::install("axe", &PINNED, &[FILE]).map_err(|error| error.to_string())?;
        std::fs::read_to_string(folder.join("node_modules").join(FILE)).map_err(|error| error.to_string())
    };
    SOURCE.get_or_init(read).as_deref().map_err(|error| error.as_str().into())
}

/// Runs every rule of WCAG 2.2 AA and of good practice on the page.
pub async fn run(page: &Page) -> Result<Axe> {
    if page.browser.js("return !self.axe", vec![]).await? == true {
        page.browser.js(source()?, vec![]).await?;
    }
    // Drawings are higher than what is seen of them, and axe passes over all that lies behind one.
    let script = "const atlas = document.querySelector('cooperation-atlas');
        for (const drawing of atlas?.shadowRoot?.querySelectorAll('.room + .drawing') ?? []) {
            drawing.style.height = drawing.parentElement.clientHeight + 'px';
        }
        const result = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true },
                'td-has-header': { enabled: true } },
            resultTypes: ['violations'], // of the others, one place each
        });
        const inside = node => Array.isArray(node.target[0]) ? 1 : 0;
        const lines = result.violations.map(rule => [rule.id, rule.nodes.map(node =>
            rule.id + ': ' + node.target.flat().slice(-1)[0] + ' ' + (node.any[0]?.message ?? rule.help))]);
        atlas?.shadowRoot?.querySelectorAll('.drawing').forEach(drawing => drawing.removeAttribute('style'));
        return [lines, result.passes.flatMap(rule => rule.nodes).reduce((sum, node) => sum + inside(node), 0)];";
    let answer = page.browser.js_async(script, vec![]).await?;
    let mut axe = Axe { inside: answer[1].as_u64().unwrap_or_default(), ..Axe::default() };
    for rule in answer[0].as_array().into_iter().flatten() {
        let id = rule[0].as_str().unwrap_or_default();
        let lines = rule[1].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
        if id == "color-contrast" {
            axe.contrast.extend(lines)
        } else {
            axe.violations.extend(lines)
        };
        axe.rules.push(id.into());
    }
    Ok(axe)
}
