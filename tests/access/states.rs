//! The states in which the checks are made.

use crate::driver::Result;
use crate::page::Page;

/// A state of the widget.
pub struct State {
    /// What the report calls it.
    pub name: &'static str,
    /// Its query.
    pub query: &'static str,
    /// What is clicked to get there, what is then true, and what is clicked to get back.
    opens: Option<[&'static str; 3]>,
}

const fn state(name: &'static str, query: &'static str) -> State {
    State { name, query, opens: None }
}

/// All of them.
pub const STATES: [State; 16] = [
    state("both views", "as-of=2021-01-01"),
    state("matrix only", "as-of=2021-01-01&view=matrix"),
    state("timeline only", "as-of=2021-01-01&view=timeline"),
    State {
        opens: Some(["[data-panel=filters]", "$('.choices')", "[data-panel=filters]"]),
        ..state("choices open", "as-of=2021-01-01&sector=energy")
    },
    State {
        opens: Some(["[data-panel=day]", "$('.date')", "[data-panel=day]"]),
        ..state("day open", "as-of=2021-01-01")
    },
    state("details of an instrument", "as-of=2019-10-15&select=instrument:poc-2019"),
    state("details of an event", "as-of=2019-10-15&select=event:mou-signed"),
    state("details of a cell", "as-of=2019-10-15&select=cell:energy/energy-2016-2020"),
    state("details of a sector", "as-of=2019-10-15&select=sector:sps"),
    state("empty", "partnership=asean-eaeu&sector=agriculture"),
    state("playhead moved", "as-of=2019-09-10"),
    state("before all of it", "as-of=2015-06-01"),
    state("compare on", "as-of=2019-10-15&compare=2020-09-01"),
    state("gaps and inferences", "as-of=2021-01-01&gaps=1&inferred=1"),
    state(
        "filtered, with a notice",
        "as-of=2021-01-01&partnership=asean-eaeu&coverage=named-area&inferred=1&sector=narnia",
    ),
    State {
        opens: Some([
            "[data-panel=embed]",
            "$('dialog')?.open && $('textarea').value.includes('sha384-')",
            "dialog .close",
        ]),
        ..state("dialog open", "as-of=2021-01-01")
    },
];

impl State {
    /// The state of a name.
    pub fn named(name: &str) -> Result<&'static State> {
        Ok(STATES.iter().find(|state| state.name == name).ok_or_else(|| format!("no state {name}"))?)
    }

    /// Brings the page into it.
    pub async fn enter(&self, page: &Page, lang: &str) -> Result<()> {
        page.ask(&format!("{}&lang={lang}", self.query)).await?;
        if let Some([opener, condition, _]) = self.opens {
            page.get(&format!("$('{opener}').click()")).await?;
            page.until(condition).await?;
        }
        page.until("true").await
    }

    /// Closes what was opened.
    pub async fn leave(&self, page: &Page) -> Result<()> {
        if let Some([_, condition, closer]) = self.opens {
            page.get(&format!("$('{closer}').click()")).await?;
            page.until(&format!("!({condition})")).await?;
        }
        Ok(())
    }
}
