//! What a search found, grouped by pane for the screen.

use std::collections::HashMap;

use super::pane::Pane;
use crate::report::{EntryRef, Library};
use crate::search::Hit;

/// The hits of one query in the order of the screen: by pane, the pane of the
/// best hit first, and by rank within a pane.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The query as typed.
    pub query: String,
    /// The hits in the order of the screen.
    pub hits: Vec<Hit>,
    /// The panes that have hits: pane, place of its first hit, number of its hits.
    pub groups: Vec<(Pane, usize, usize)>,
    by_entry: HashMap<EntryRef, usize>,
}

/// One row of the list of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitLine {
    /// Nothing.
    Blank,
    /// The heading of a pane.
    Heading(Pane),
    /// A hit.
    Hit(usize),
}

impl Found {
    /// The hits of `query`, best first, sorted into panes.
    pub fn new(query: String, ranked: Vec<Hit>, library: &Library) -> Self {
        let mut panes: Vec<(Pane, Vec<Hit>)> = Vec::new();
        for hit in ranked {
            let Some(view) = library.get(hit.entry) else {
                continue;
            };
            let pane = Pane::Tab(view.section.tab);
            match panes.iter_mut().find(|(known, _)| *known == pane) {
                Some((_, hits)) => hits.push(hit),
                None => panes.push((pane, vec![hit])),
            }
        }
        let mut found = Self { query, ..Self::default() };
        for (pane, hits) in panes {
            found.groups.push((pane, found.hits.len(), hits.len()));
            found.hits.extend(hits);
        }
        found.by_entry = (0..).zip(&found.hits).map(|(at, hit)| (hit.entry, at)).collect();
        found
    }

    /// How many hits there are in a pane.
    pub fn count(&self, pane: Pane) -> usize {
        self.groups.iter().find(|group| group.0 == pane).map_or(0, |group| group.2)
    }

    /// The hit on an entry.
    pub fn hit_on(&self, entry: EntryRef) -> Option<&Hit> {
        self.hits.get(*self.by_entry.get(&entry)?)
    }

    /// The place of the hit on an entry.
    pub fn place_of(&self, entry: EntryRef) -> Option<usize> {
        self.by_entry.get(&entry).copied()
    }

    /// The rows of the list: with headings and blank rows where there is room for them.
    pub fn lines(&self, headed: bool) -> Vec<HitLine> {
        let mut lines = Vec::new();
        for &(pane, first, count) in &self.groups {
            if headed {
                if !lines.is_empty() {
                    lines.push(HitLine::Blank);
                }
                lines.push(HitLine::Heading(pane));
            }
            lines.extend((first..first + count).map(HitLine::Hit));
        }
        lines
    }
}
