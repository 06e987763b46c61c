//! Differences in words, and as JSON.

use super::{Change, Difference, Differences, State, What};
use atlas_core::letters;
use serde_json::{Value, json};
use std::fmt;

/// The columns that say what a row is, where its id alone does not; with a `_` at the end, in the first language.
const TELLING: [&str; 5] = ["date", "term", "coverage", "name_", "title_"];

impl fmt::Display for Differences {
    /// What changed in the world first: it is why people look.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old: {}\nnew: {}", self.old, self.new)?;
        if self.all.is_empty() {
            return writeln!(f, "\nNo differences.");
        }
        let checked = self.old.created;
        let parts = [
            ("world", format!("The world changed after {checked}")),
            ("undetermined", format!("Undetermined: before or after {checked}")),
            ("data", "The data were corrected".to_owned()),
        ];
        for (cause, title) in parts {
            let own: Vec<&Difference> = self.all.iter().filter(|one| one.cause.id() == cause).collect();
            if !own.is_empty() {
                writeln!(f, "\n{title}: {}", own.len())?;
                own.iter().try_for_each(|one| one.fmt(f))?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}, checked on {}", self.name, self.version, self.created)
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = [self.table, &letters::tamed(&self.id)].join(" ");
        let place = place.trim_end();
        match self.what {
            What::Added => writeln!(f, "  + {place}{}", self.telling(|change| &change.new)),
            What::Removed => writeln!(f, "  - {place}{}", self.telling(|change| &change.old)),
            What::Reordered => writeln!(f, "  ~ {place}: the rows stand in another order"),
            What::Changed => self.columns.iter().try_for_each(|change| {
                writeln!(f, "  ~ {place}, {}: {} → {}", change.column, quoted(&change.old), quoted(&change.new))
            }),
        }
    }
}

impl Difference {
    /// The cells that say what a row is, in the dataset's first language.
    fn telling(&self, side: fn(&Change) -> &String) -> String {
        let is = |column: &str, name: &str| column == name || name.ends_with('_') && column.starts_with(name);
        let cell = |name: &str| self.columns.iter().find(|change| is(&change.column, name)).map(side);
        let told: Vec<_> = TELLING.into_iter().filter_map(cell).map(|cell| letters::tamed(cell)).collect();
        if told.is_empty() { String::new() } else { format!(": {}", told.join(", ")) }
    }

    fn json(&self) -> Value {
        let side = |side: fn(&Change) -> &String| -> Value {
            self.columns.iter().map(|change| (change.column.clone(), Value::from(side(change).as_str()))).collect()
        };
        let mut one = json!({ "table": self.table, "id": (!self.id.is_empty()).then_some(&self.id) });
        one["what"] = self.what.id().into();
        one["cause"] = self.cause.id().into();
        one["act"] = self.cause.act().into();
        if self.what != What::Added {
            one["old"] = side(|change| &change.old);
        }
        if self.what != What::Removed {
            one["new"] = side(|change| &change.new);
        }
        one
    }
}

impl Differences {
    /// The same for programs: `old` and `new`, `counts` by cause, and `differences`, each with `table`, `id`, `what`, `cause`,
    /// the `act` of that, and its cells by column in `old`, `new` or both.
    pub fn json(&self) -> Value {
        let state = |state: &State| json!({ "name": state.name, "version": state.version, "created": state.created.to_string() });
        let count = |id: &str| self.all.iter().filter(|one| one.cause.id() == id).count();
        json!({
            "old": state(&self.old),
            "new": state(&self.new),
            "counts": { "world": count("world"), "undetermined": count("undetermined"), "data": count("data") },
            "differences": self.all.iter().map(Difference::json).collect::<Vec<_>>(),
        })
    }
}

fn quoted(text: &str) -> String {
    if text.is_empty() { "nothing".into() } else { format!("“{}”", letters::tamed(text)) }
}
