//! Where the source is silent: from the day after its latest dated event on. Hatched, lest the empty drawing reads as
//! "nothing happened".

use super::scale::Scale;
use crate::model::Dataset;
use core::fmt::Write;

/// How far the lines of the hatching are apart.
const STEP: i32 = 9;
/// How high a row of it is: as many steps as are whole.
const ROW: i32 = 5 * STEP;

/// Where it begins in the drawing, if it does.
pub(super) fn begins(data: &Dataset, scale: Scale) -> Option<i32> {
    let (_, last) = data.latest_event()?;
    (last < scale.window.end).then(|| scale.end_x(last).max(scale.left))
}

/// Slanting lines that fill a box, as one path, each cut where it leaves the box: so that no part of a page needs an id. They
/// are drawn in rows that continue each other, and to and fro, each from where the last ended: compressors see these to be alike.
pub fn hatching(left: i32, top: i32, right: i32, bottom: i32) -> String {
    let (mut path, mut pen) = (String::new(), (0, 0));
    let width = right - left;
    for row in (top..bottom).step_by(ROW as usize) {
        let height = ROW.min(bottom - row);
        // Each line has the same sum of its distances from the left and from the top of the row.
        for (at, sum) in (STEP..width + height).step_by(STEP as usize).enumerate() {
            let upper = (left + sum.min(width), row + sum - sum.min(width));
            let length = (upper.0 - left).min(row + height - upper.1);
            if length <= 0 {
                continue;
            }
            let lower = (upper.0 - length, upper.1 + length);
            let (from, to) = if at % 2 == 0 { (upper, lower) } else { (lower, upper) };
            let _ = write!(path, "m{} {}l{} {}", from.0 - pen.0, from.1 - pen.1, to.0 - from.0, to.1 - from.1);
            pen = to;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_the_hatching_leaves_its_box() {
        for (width, height) in [(300, 40), (40, 300), (9, 9), (0, 50), (50, 0)] {
            let path = hatching(100, 30, 100 + width, 30 + height);
            assert!(path.is_empty() || width > 0 && height > 0, "{path}");
            let mut pen = (0, 0);
            for line in path.split('m').skip(1) {
                let numbers: Vec<i32> = line.split([' ', 'l']).filter_map(|part| part.parse().ok()).collect();
                let [x, y, across, down] = numbers[..] else { panic!("{line}") };
                assert_eq!(across, -down);
                pen = (pen.0 + x, pen.1 + y);
                for end in [pen, (pen.0 + across, pen.1 + down)] {
                    assert!((100..=100 + width).contains(&end.0) && (30..=30 + height).contains(&end.1), "{line}");
                }
                pen = (pen.0 + across, pen.1 + down);
            }
        }
    }
}
