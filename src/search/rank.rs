//! What a query found, best first: grade and record are one number, and the order of numbers is the ranking.

use super::Tier;
use super::grade::Grade;

/// Below this number of keys a sort by comparing is faster.
const FEW: usize = 1000;

/// The records that a query found, best first.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// What each thread found. Tier, cost and record are one number, so that the order of numbers is
    /// the ranking; the runs are merged as they are read, because nobody reads a hundred thousand.
    runs: Vec<Vec<u64>>,
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

impl Ranking {
    /// The ranking of what several threads found, each in order.
    pub(crate) const fn of(runs: Vec<Vec<u64>>) -> Self {
        Self { runs }
    }

    /// The number of records found.
    pub fn len(&self) -> usize {
        self.runs.iter().map(Vec::len).sum()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The records found, best first.
    pub fn iter(&self) -> impl Iterator<Item = Ranked> {
        self.keys().map(|key| Ranked {
            record: record(key),
            tier: grade(key).tier(),
            score: i64::from(u32::MAX - grade(key).number()),
        })
    }

    /// The worst key of each thread.
    pub(crate) fn last_keys(&self) -> impl Iterator<Item = u64> {
        self.runs.iter().filter_map(|run| run.last().copied())
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = u64> {
        let mut rests: Vec<&[u64]> = self.runs.iter().map(Vec::as_slice).collect();
        std::iter::from_fn(move || {
            let next = rests.iter_mut().filter(|rest| !rest.is_empty()).min_by_key(|rest| rest.first().copied())?;
            let (&key, rest) = next.split_first()?;
            *next = rest;
            Some(key)
        })
    }
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
