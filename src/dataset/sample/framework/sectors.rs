//! What the cooperation is about.

use crate::sample::words::{Text, Words, id, text};

pub(super) const WORDS: &str = include_str!("topics.csv");

/// A group of sectors.
pub(super) struct Group {
    pub id: String,
    pub name: Text,
}

/// A sector.
pub(super) struct Sector {
    pub id: String,
    /// The position of its group.
    pub group: usize,
    pub name: Text,
    /// What it is about, as it stands after a preposition: in small letters, and in Russian in the genitive.
    pub topic: Text,
}

/// So many sectors, spread evenly over their groups.
///
/// The first sectors of a group are things, as grain; when all things are named, aspects of them follow, as the standards
/// of grain.
pub(super) fn sectors(number: usize) -> (Vec<Group>, Vec<Sector>) {
    let words = Words::of(WORDS);
    let aspects = words.all("aspect");
    let groups: Vec<Group> =
        words.all("group").iter().map(|word| Group { id: id(&word["en"]), name: text(word) }).collect();
    let groups: Vec<Group> = groups.into_iter().take(root(number)).collect();
    let mut sectors: Vec<Sector> = Vec::with_capacity(number);
    let mut in_group = 0;
    for at in 0..number {
        let group = at * groups.len() / number;
        in_group = if sectors.last().is_some_and(|last| last.group == group) { in_group + 1 } else { 0 };
        let things = words.all(&groups[group].name[0]);
        let (thing, round) = (in_group % things.len(), in_group / things.len());
        let mut name = text(&things[thing]);
        if round > 0 {
            let aspect = text(&aspects[(thing + round) % aspects.len()]);
            name = [0, 1].map(|language| format!("{}, {}", name[language], aspect[language]));
        }
        let topic = [things[thing]["en"].to_lowercase(), things[thing]["genitive"].clone()];
        sectors.push(Sector { id: id(&name[0]), group, name, topic });
    }
    (groups, sectors)
}

/// The whole number that is nearest to the square root.
fn root(number: usize) -> usize {
    (1..).find(|root| root * (root + 1) >= number).unwrap_or(1)
}
