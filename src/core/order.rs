//! Putting things into order.
//!
//! The standard library's sort is compiled anew for each type that is sorted, about 5 kB of WebAssembly a time. Here
//! keys become plain numbers, and one sort serves all. It goes through the keys byte by byte from the last (a radix
//! sort): its time is in proportion to their number, and the position of an entry is no part of its key, so that no key
//! and no number of entries that a page can hold comes out wrong.

/// How many bytes of a text are a key at a time: so that no key is negative.
const PIECE: usize = 7;

/// The positions of `keys` from the least to the greatest; equal keys stay in order.
pub fn by_key(keys: impl Iterator<Item = i64>) -> Vec<usize> {
    // Flipped, the bit of the sign puts negative numbers before the others.
    sorted(keys.enumerate().map(|(at, key)| ((key ^ i64::MIN) as u64, at as u32)).collect())
}

/// The items from the one with the least key to that with the greatest; those with equal keys stay in order.
pub fn in_order<T: Copy>(items: &[T], key: impl Fn(&T) -> i64) -> Vec<T> {
    by_key(items.iter().map(key)).into_iter().map(|at| items[at]).collect()
}

/// The positions of texts in the order of their bytes, which is that of their letters' numbers; equal texts stay in order.
pub fn by_text(texts: &[String]) -> Vec<usize> {
    let longest = texts.iter().map(String::len).max().unwrap_or(0);
    let mut order: Vec<usize> = (0..texts.len()).collect();
    // From the last piece to the first, as the sort of numbers goes through their bytes. What a text lacks counts as zero.
    for start in (0..longest).step_by(PIECE).rev() {
        order = in_order(&order, |at| {
            let piece = texts[*at].bytes().skip(start).chain(core::iter::repeat(0)).take(PIECE);
            piece.fold(0, |key, byte| key << 8 | i64::from(byte))
        });
    }
    order
}

/// A key for two numbers: the first counts, and between equal ones the second.
pub fn pair(first: i32, second: i32) -> i64 {
    i64::from(first) << 32 | (i64::from(second) - i64::from(i32::MIN))
}

#[inline(never)]
fn sorted(mut entries: Vec<(u64, u32)>) -> Vec<usize> {
    // The bits in which any two keys differ: bytes without one are passed over, which most are.
    let first = entries.first().map_or(0, |(key, _)| *key);
    let differing = entries.iter().fold(0, |bits, (key, _)| bits | (key ^ first));
    let mut next = entries.clone();
    for shift in (0..64).step_by(8).filter(|shift| differing >> shift & 0xff != 0) {
        let byte = |key: u64| (key >> shift & 0xff) as usize;
        let mut starts = [0u32; 256];
        entries.iter().for_each(|(key, _)| starts[byte(*key)] += 1);
        let mut before = 0;
        for start in &mut starts {
            before += core::mem::replace(start, before);
        }
        for entry in &entries {
            let start = &mut starts[byte(entry.0)];
            next[*start as usize] = *entry;
            *start += 1;
        }
        core::mem::swap(&mut entries, &mut next);
    }
    entries.into_iter().map(|(_, at)| at as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn positions_come_in_the_order_of_their_keys() {
        assert_eq!(by_key([3, -1, 2, -1].into_iter()), [1, 3, 2, 0]);
        assert_eq!(by_key([i64::MAX, i64::MIN, i64::MAX - 1].into_iter()), [1, 2, 0]);
        assert_eq!(by_key([5].into_iter()), [0]);
        assert_eq!(by_key([].into_iter()), [0; 0]);
    }

    proptest! {
        #[test]
        fn the_order_is_that_of_the_standard_library(
            keys in prop::collection::vec(prop_oneof![any::<i64>(), -3..3i64, any::<i32>().prop_map(i64::from)], 0..300),
        ) {
            let mut expected: Vec<usize> = (0..keys.len()).collect();
            expected.sort_by_key(|place| keys[*place]);
            prop_assert_eq!(by_key(keys.into_iter()), expected);
        }

        #[test]
        fn texts_are_ordered_as_the_standard_library_orders_them(
            texts in prop::collection::vec("[ab яё€𝄞]{0,18}", 0..60),
        ) {
            let mut expected: Vec<usize> = (0..texts.len()).collect();
            expected.sort_by_key(|place| &texts[*place]);
            prop_assert_eq!(by_text(&texts), expected);
        }

        #[test]
        fn pairs_are_ordered_by_the_first_then_by_the_second(one: (i32, i32), other: (i32, i32), same: bool) {
            let other = if same { (one.0, other.1) } else { other };
            prop_assert_eq!(pair(one.0, one.1).cmp(&pair(other.0, other.1)), one.cmp(&other));
        }
    }
}
