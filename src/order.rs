//! Putting things into order.
//!
//! The standard library's sort is compiled anew for each type that is sorted, about 5 kB of WebAssembly a time. Here
//! keys become plain numbers and one sort serves all.

/// Positions take the lower bits of what is sorted, keys the upper ones.
const POSITIONS: u32 = 24;

/// The positions of `keys` from the least to the greatest; equal keys stay in order.
///
/// Keys are held within 39 bits and a sign; more than 16 million of them cannot be told apart.
pub fn by_key(keys: impl Iterator<Item = i64>) -> Vec<usize> {
    let half = 1i64 << 39;
    let place = |(at, key): (usize, i64)| (((key.clamp(-half, half - 1) + half) as u64) << POSITIONS) | at as u64;
    let mut places: Vec<u64> = keys.enumerate().map(place).collect();
    sort(&mut places);
    places.into_iter().map(|place| (place & ((1 << POSITIONS) - 1)) as usize).collect()
}

/// Sorts numbers.
#[inline(never)]
pub fn sort(numbers: &mut [u64]) {
    numbers.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_come_in_the_order_of_their_keys() {
        assert_eq!(by_key([3, -1, 2, -1].into_iter()), [1, 3, 2, 0]);
        assert_eq!(by_key([i64::MAX, i64::MIN].into_iter()), [1, 0]);
    }
}
