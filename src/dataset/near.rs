//! The right value that a mistyped one was likely meant to be: a date, an id.
//!
//! Owns guesses, which messages offer; nothing is read by them.

use atlas_core::time::Edtf;

/// The date of EDTF that these letters are another spelling of: `1.9.2019`, `09.2019`, `2019-9`, `2016 - 2020`.
pub(super) fn date(cell: &str) -> Option<String> {
    let cell = cell.trim().replace(['–', '—', '−'], "-");
    let halves = [" - ", "-", "/"].into_iter().filter_map(|between| cell.split_once(between));
    let span = halves.filter_map(|(start, end)| {
        let (start, end) = (single(start.trim())?, single(end.trim())?);
        // `2016-20` is no month, but two halves of a range would be longer than a date.
        (end.len() >= 4).then(|| format!("{start}/{end}"))
    });
    let found = single(&cell).into_iter().chain(span).find(|text| Edtf::parse(text).is_ok());
    found.filter(|text| *text != cell)
}

/// A single date.
fn single(cell: &str) -> Option<String> {
    let parts: Vec<&str> = cell.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let number =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten();
    let numbers: Vec<u32> = parts.iter().map(|part| number(part)).collect::<Option<_>>()?;
    let is_year = |part: &&str| part.len() == 4;
    match (&parts[..], &numbers[..]) {
        ([year], [_]) if is_year(year) => Some((*year).into()),
        ([year, _], [_, month]) if is_year(year) && *month <= 12 => Some(format!("{year}-{month:02}")),
        ([_, year], [month, _]) if is_year(year) && *month <= 12 => Some(format!("{year}-{month:02}")),
        ([year, _, _], [_, month, day]) if is_year(year) => Some(format!("{year}-{month:02}-{day:02}")),
        // With slashes nobody can tell day from month, unless one of them can be no month.
        ([_, _, year], [day, month, _]) if is_year(year) && (cell.contains('.') || *day > 12) => {
            Some(format!("{year}-{month:02}-{day:02}"))
        }
        _ => None,
    }
}

/// The id that these letters are another spelling of: `MoU 2018`, `mou_2018`.
pub(super) fn id(cell: &str) -> Option<String> {
    let mut id = String::new();
    for letter in cell.trim().chars() {
        match letter.to_ascii_lowercase() {
            letter @ ('a'..='z' | '0'..='9') => id.push(letter),
            letter if letter.is_alphanumeric() => return None,
            _ if id.is_empty() || id.ends_with('-') => {}
            _ => id.push('-'),
        }
    }
    let id = id.trim_end_matches('-').to_owned();
    (!id.is_empty() && id != cell).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_spellings_of_a_date_are_understood() {
        for (cell, meant) in [
            ("1.9.2019", "2019-09-01"),
            ("01.09.2019", "2019-09-01"),
            ("09.2019", "2019-09"),
            ("9/2019", "2019-09"),
            ("2019-9", "2019-09"),
            ("2019/9/1", "2019-09-01"),
            ("31/12/2019", "2019-12-31"),
            ("2016-2020", "2016/2020"),
            ("2016 – 2020", "2016/2020"),
            ("9.2019/2020", "2019-09/2020"),
        ] {
            assert_eq!(date(cell).as_deref(), Some(meant), "{cell}");
        }
        for cell in ["5/6/2019", "soon", "31.2.2019", "19", "", "2019-13"] {
            assert_eq!(date(cell), None, "{cell}");
        }
    }

    #[test]
    fn other_spellings_of_an_id_are_understood() {
        assert_eq!(id("MoU 2018").as_deref(), Some("mou-2018"));
        assert_eq!(id("mou__2018 ").as_deref(), Some("mou-2018"));
        assert_eq!(id("Plan of Action (2016–2020)").as_deref(), Some("plan-of-action-2016-2020"));
        assert_eq!(id("меморандум"), None);
    }
}
