//! Tables as Markdown, which can be read in a terminal too; and how numbers stand in them.

use std::fmt;

/// A table: its heads, and its rows.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub fn new(heads: &[&str]) -> Table {
        Table { rows: vec![heads.iter().map(|head| (*head).into()).collect()] }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }
}

impl fmt::Display for Table {
    /// The first column is of words, the others are of numbers.
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = |at: usize| self.rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0).max(2);
        let lengths: Vec<usize> = (0..self.rows[0].len()).map(length).collect();
        for (number, row) in self.rows.iter().enumerate() {
            for (at, (cell, length)) in row.iter().zip(&lengths).enumerate() {
                if at == 0 {
                    write!(into, "| {cell:<length$} |")?;
                } else {
                    write!(into, " {cell:>length$} |")?;
                }
            }
            writeln!(into)?;
            if number == 0 {
                let rule = |(at, length): (usize, &usize)| match at {
                    0 => format!("|:{:-<length$}-|", ""),
                    _ => format!("-{:-<length$}:|", ""),
                };
                writeln!(into, "{}", lengths.iter().enumerate().map(rule).collect::<String>())?;
            }
        }
        Ok(())
    }
}

/// A quantile of milliseconds for a table, a dash where there is none.
pub fn ms(times: &[f64], part: f64) -> String {
    quantile(times, part).map_or("–".into(), |time| format!("{time:.1}"))
}

/// The nearest rank, so that it is a time that was seen.
pub fn quantile(times: &[f64], part: f64) -> Option<f64> {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (part * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.max(1) - 1).copied()
}

/// A number with commas between its thousands.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(",")
}
