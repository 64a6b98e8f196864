//! What a query found, report by report: for a list over many of them.

use foldhash::{HashMap, HashMapExt as _};

use super::index::Index;
use super::rank::{Ranked, Ranking, record};
use crate::library::{EntryId, ReportId};

/// The hits of each report side by side: the report of the best hit first, within one the best first.
#[derive(Clone, Debug, Default)]
pub struct ByReport {
    groups: Vec<ReportGroup>,
    /// Grade and record, as in the ranking.
    keys: Vec<u64>,
}

/// The hits of one report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportGroup {
    /// The report.
    pub report: ReportId,
    /// The place of its best hit.
    pub first: usize,
    /// How many there are.
    pub count: usize,
}

impl ByReport {
    pub(crate) fn of(index: &Index, ranking: &Ranking) -> Self {
        let mut places: HashMap<ReportId, usize> = HashMap::new();
        let mut found: Vec<(ReportId, Vec<u64>)> = Vec::new();
        for (_, key) in ranking.keys() {
            let report = index.entry(record(key)).report;
            let place = *places.entry(report).or_insert(found.len());
            match found.get_mut(place) {
                Some((_, keys)) => keys.push(key),
                None => found.push((report, vec![key])),
            }
        }
        let mut first = 0;
        let groups = found.iter().map(|(report, keys)| {
            let group = ReportGroup { report: *report, first, count: keys.len() };
            first += keys.len();
            group
        });
        Self { groups: groups.collect(), keys: found.into_iter().flat_map(|(_, keys)| keys).collect() }
    }

    /// The reports that have hits.
    pub fn groups(&self) -> &[ReportGroup] {
        &self.groups
    }

    /// The record at a place.
    pub fn ranked(&self, place: usize) -> Option<Ranked> {
        self.keys.get(place).map(|key| Ranked::of(*key))
    }

    /// The place of the record of an entry.
    pub(crate) fn place_of(&self, entry: EntryId, wanted: usize) -> Option<usize> {
        let group = self.groups.iter().find(|group| group.report == entry.report)?;
        let own = self.keys.get(group.first..group.first + group.count)?;
        own.iter().position(|&key| record(key) == wanted).map(|at| group.first + at)
    }
}
