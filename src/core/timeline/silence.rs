//! Where the source is silent: from the day after its latest dated event on. Hatched, lest the empty drawing reads as
//! "nothing happened".

use super::scale::Scale;
use crate::model::Dataset;
use core::fmt::Write;

/// How far the lines of the hatching are apart.
const STEP: i32 = 9;

/// Where it begins in the drawing, if it does.
pub(super) fn begins(data: &Dataset, scale: Scale) -> Option<i32> {
    let (_, last) = data.latest_event()?;
    (last < scale.window.end).then(|| scale.end_x(last).max(scale.left))
}

/// Slanting lines that fill a box, as one path, each cut where it leaves the box: so that no part of a page needs an id.
pub fn hatching(left: i32, top: i32, right: i32, bottom: i32) -> String {
    let (width, height) = (right - left, bottom - top);
    let mut path = String::new();
    // Each line has the same sum of its distances from the left and from the top.
    for sum in (STEP..width + height).step_by(STEP as usize) {
        let (x, y) = (sum.min(width), sum - sum.min(width));
        let length = x.min(height - y);
        if length > 0 {
            let _ = write!(path, "M{} {}l-{length} {length}", left + x, top + y);
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
            for line in path.split('M').skip(1) {
                let numbers: Vec<i32> = line.split([' ', 'l', '-']).filter_map(|part| part.parse().ok()).collect();
                let [x, y, length, down] = numbers[..] else { panic!("{line}") };
                assert_eq!(length, down);
                assert!(x <= 100 + width && x - length >= 100, "{line}");
                assert!(y >= 30 && y + length <= 30 + height, "{line}");
            }
        }
    }
}
