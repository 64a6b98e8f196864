//! What a query found, report by report: for a list over many of them.

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
        let reports = index.reports();
        let mut groups: Vec<ReportGroup> = Vec::new();
        // The group of each report that has one.
        let mut places: Vec<Option<usize>> = vec![None; index.report_count()];
        // Each key with its group.
        let mut keys: Vec<(u64, usize)> = Vec::with_capacity(ranking.len());
        for (_, key) in ranking.keys() {
            let report = reports.get(record(key)).copied().unwrap_or_default();
            let Some(place) = places.get_mut(report.index()) else { continue };
            let place = *place.get_or_insert(groups.len());
            keys.push((key, place));
            match groups.get_mut(place) {
                Some(group) => group.count += 1,
                None => groups.push(ReportGroup { report, first: 0, count: 1 }),
            }
        }
        let mut first = 0;
        for group in &mut groups {
            group.first = first;
            first += group.count;
        }
        let mut next: Vec<usize> = groups.iter().map(|group| group.first).collect();
        let mut sorted = vec![0; keys.len()];
        for (key, place) in keys {
            if let Some(next) = next.get_mut(place)
                && let Some(slot) = sorted.get_mut(*next)
            {
                *slot = key;
                *next += 1;
            }
        }
        Self { groups, keys: sorted }
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
