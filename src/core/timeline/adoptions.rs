//! How many instruments were adopted in each year, as columns: what the drawing has of so many that nobody reads their lanes.

use super::scale::Scale;
use crate::model::Column;
use crate::shown::Shown;
use crate::time::Day;
use core::fmt::Write;

/// The height of the fullest column.
pub const HEIGHT: i32 = 56;

/// The columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoptions {
    /// Their upper edge.
    pub y: i32,
    /// Their outline, from there.
    pub path: String,
    /// How many the fullest year has.
    pub most: u32,
}

impl Adoptions {
    /// Those of the instruments that the filters leave, as far as the year of their adoption is stated.
    pub fn of(shown: &Shown, scale: Scale, y: i32) -> Adoptions {
        let data = &shown.catalogue.data;
        let (first, last) = (scale.window.start.ymd().0, scale.window.end.ymd().0);
        let mut years = vec![0; (last - first + 1).max(0) as usize];
        for column in &shown.selection.columns {
            let Column::Instrument(id) = data.column(*column) else { continue };
            let event = data.instrument(id).adopted.map(|event| data.event(event));
            let date = event.and_then(|event| event.date).and_then(|date| date.interval().start.date().copied());
            // What is known by the decade alone belongs to none of its years.
            let Some(year) = date.filter(|date| date.year() == date.last_year()).map(|date| date.year()) else {
                continue;
            };
            if let Some(count) = years.get_mut((year - first).max(0) as usize).filter(|_| year >= first) {
                *count += 1;
            }
        }
        let most = years.iter().copied().max().unwrap_or(0);
        let mut path = String::new();
        for (year, count) in (first..).zip(years).filter(|(_, count)| *count > 0) {
            let day = |year: i32| Day::from_ymd(year, 1, 1).map_or(scale.left + scale.width, |day| scale.x(day));
            let (x, end) = (day(year).max(scale.left), day(year + 1).min(scale.left + scale.width));
            let height = (count * HEIGHT as u32).div_ceil(most) as i32;
            let width = (end - x - 1).max(1);
            let _ = write!(path, "M{x} {}h{width}v{height}h-{width}z", HEIGHT - height);
        }
        Adoptions { y, path, most }
    }
}
