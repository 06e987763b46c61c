//! Which rows belong to what: the terms of each instrument, the cells of each row of the matrix, and so on.
//!
//! Two lists hold all of it, so that the room is that of the rows and the groups, whatever the two could make together.

/// Rows by the group that they belong to; those of a group are in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouped {
    /// Where the rows of each group end.
    ends: Vec<u32>,
    rows: Vec<u32>,
}

impl Grouped {
    /// Groups rows, given as pairs of a group below `groups` and a row. Takes time in proportion to both.
    #[inline(never)]
    pub fn new(groups: usize, pairs: &[(u32, u32)]) -> Grouped {
        let mut ends = vec![0; groups];
        pairs.iter().for_each(|(group, _)| ends[*group as usize] += 1);
        let mut before = 0;
        for end in &mut ends {
            // Where the group begins, for now: each of its rows then moves it on, and in the end it is where it ends.
            before += core::mem::replace(end, before);
        }
        let mut rows = vec![0; pairs.len()];
        for (group, row) in pairs {
            let end = &mut ends[*group as usize];
            rows[*end as usize] = *row;
            *end += 1;
        }
        Grouped { ends, rows }
    }

    /// Groups the rows of which these are the groups, one after the other.
    pub fn by(groups: usize, of: impl Iterator<Item = u16>) -> Grouped {
        Grouped::new(groups, &of.map(u32::from).zip(0..).collect::<Vec<_>>())
    }

    /// The rows of a group; none if there is no such group.
    pub fn of(&self, group: usize) -> &[u32] {
        let start = if group == 0 { 0 } else { self.ends.get(group - 1).map_or(self.rows.len(), |end| *end as usize) };
        let end = self.ends.get(group).map_or(self.rows.len(), |end| *end as usize);
        &self.rows[start..end]
    }

    /// How many numbers it holds.
    #[cfg(test)]
    pub fn size(&self) -> usize {
        self.ends.len() + self.rows.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_of_a_group_stay_in_order() {
        let grouped = Grouped::new(4, &[(2, 7), (0, 3), (2, 5), (3, 1), (2, 6)]);
        let all: Vec<&[u32]> = (0..5).map(|group| grouped.of(group)).collect();
        assert_eq!(all, [&[3][..], &[], &[7, 5, 6], &[1], &[]]);
        assert_eq!(grouped.size(), 9);
        assert_eq!(Grouped::default().of(0), [0; 0]);
    }
}
