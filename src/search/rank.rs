//! What a query found, best first: grade and record are one number, and the order of numbers is the ranking.

use super::Tier;
use super::corpus::Class;
use super::grade::Grade;

/// Below this number of keys a sort by comparing is faster.
const FEW: usize = 1000;

/// The records that a query found, best first, and in groups: those of one class side by side.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// The class of the best record first. Merged as they are read, because nobody reads a hundred thousand.
    runs: Vec<Run>,
}

/// The records of one class. Tier, cost and record are one number, so that the order of numbers is
/// the ranking.
#[derive(Clone, Debug, Default)]
pub(crate) struct Run {
    pub(crate) class: Class,
    pub(crate) keys: Vec<u64>,
}

/// The records of one class in the order of a ranking by groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankedGroup {
    /// What they have in common.
    pub class: Class,
    /// The place of the best of them.
    pub first: usize,
    /// How many there are.
    pub count: usize,
}

/// A record that a query found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The number of the record.
    pub record: usize,
    /// How it matched.
    pub tier: Tier,
    /// More is better, in all tiers.
    pub score: i64,
}

impl Ranked {
    pub(super) fn of(key: u64) -> Self {
        let grade = grade(key);
        Self { record: record(key), tier: grade.tier(), score: i64::from(u32::MAX - grade.number()) }
    }
}

impl Ranking {
    /// The ranking of what several threads found, each in order.
    pub(crate) fn of(parts: Vec<Run>) -> Self {
        let mut runs: Vec<Run> = Vec::new();
        for part in parts.into_iter().filter(|part| !part.keys.is_empty()) {
            match runs.iter_mut().find(|run| run.class == part.class) {
                Some(run) => run.keys = merged(&run.keys, &part.keys),
                None => runs.push(part),
            }
        }
        runs.sort_by_key(|run| run.keys.first().copied());
        Self { runs }
    }

    /// The number of records found.
    pub fn len(&self) -> usize {
        self.runs.iter().map(|run| run.keys.len()).sum()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The records found, best first.
    pub fn iter(&self) -> impl Iterator<Item = Ranked> {
        self.keys().map(|(_, key)| Ranked::of(key))
    }

    /// The records found, in no order that means something.
    pub(crate) fn records(&self) -> impl Iterator<Item = usize> {
        self.runs.iter().flat_map(|run| &run.keys).map(|&key| record(key))
    }

    /// The groups, that of the best record first.
    pub fn groups(&self) -> impl Iterator<Item = RankedGroup> {
        self.runs.iter().scan(0, |first, run| {
            let group = RankedGroup { class: run.class, first: *first, count: run.keys.len() };
            *first += group.count;
            Some(group)
        })
    }

    /// The record at a place of the groups: within one the best come first.
    pub fn in_groups(&self, place: usize) -> Option<Ranked> {
        let mut left = place;
        for run in &self.runs {
            match run.keys.get(left) {
                Some(&key) => return Some(Ranked::of(key)),
                None => left -= run.keys.len(),
            }
        }
        None
    }

    /// The place of a record in the groups.
    pub fn place_of(&self, wanted: usize) -> Option<usize> {
        self.runs.iter().flat_map(|run| &run.keys).position(|&key| record(key) == wanted)
    }

    /// The worst key of each class.
    pub(crate) fn last_keys(&self) -> impl Iterator<Item = u64> {
        self.runs.iter().filter_map(|run| run.keys.last().copied())
    }

    /// All keys in order, each with its class.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (Class, u64)> {
        // The next key of each class with those behind it.
        let parted = self.runs.iter().filter_map(|run| Some((run.class, run.keys.split_first()?)));
        let mut left: Vec<(u64, Class, &[u64])> = parted.map(|(class, (&next, rest))| (next, class, rest)).collect();
        std::iter::from_fn(move || {
            let (at, (key, class, rest)) = left.iter_mut().enumerate().min_by_key(|(_, (next, ..))| *next)?;
            let found = (*class, *key);
            if let Some((next, behind)) = rest.split_first() {
                (*key, *rest) = (*next, behind);
            } else {
                left.swap_remove(at);
            }
            Some(found)
        })
    }

    /// The same records with other grades, given in order.
    pub(crate) fn graded_anew(&self, mut grade: impl FnMut(u64) -> u64) -> Self {
        let mut runs: Vec<Run> =
            self.runs.iter().map(|run| Run { class: run.class, keys: Vec::with_capacity(run.keys.len()) }).collect();
        for (class, key) in self.keys() {
            let key = grade(key);
            runs.iter_mut().filter(|run| run.class == class).for_each(|run| run.keys.push(key));
        }
        for run in &mut runs {
            run.keys.sort_unstable();
        }
        Self::of(runs)
    }
}

/// Two runs in order as one.
fn merged(mut one: &[u64], mut other: &[u64]) -> Vec<u64> {
    let mut keys = Vec::with_capacity(one.len() + other.len());
    while let (Some((&first, rest)), Some((&second, behind))) = (one.split_first(), other.split_first()) {
        if first < second {
            keys.push(first);
            one = rest;
        } else {
            keys.push(second);
            other = behind;
        }
    }
    keys.extend_from_slice(one);
    keys.extend_from_slice(other);
    keys
}

impl PartialEq for Ranking {
    fn eq(&self, other: &Self) -> bool {
        self.keys().eq(other.keys())
    }
}

impl Eq for Ranking {}

/// Grade and record in one number.
pub(crate) const fn key(grade: Grade, record: usize) -> u64 {
    (grade.number() as u64) << 32 | record as u64
}

pub(crate) const fn record(key: u64) -> usize {
    (key & 0xffff_ffff) as usize
}

pub(crate) const fn grade(key: u64) -> Grade {
    Grade::numbered((key >> 32) as u32)
}

/// Puts keys that stand in the order of their records in the order of their numbers. The costs of
/// many records have few digits, so that it takes two or three passes.
pub(crate) fn sort(keys: &mut [u64]) {
    if keys.len() < FEW {
        keys.sort_unstable();
    } else {
        radsort::sort_by_key(keys, |key| (key >> 32) as u32);
    }
}
