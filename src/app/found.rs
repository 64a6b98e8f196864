//! What a search found, grouped by pane for the screen.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::figures::Figures;
use super::group::Item;
use super::pane::Pane;
use crate::library::{EntryId, ReportId};
use crate::search::{Answer, Hit, Mark, Ranked};
use crate::text::{Label, Lang};

/// The hits of one query in the order of the screen: by pane, the pane of the
/// best hit first, and by rank within a pane; behind them the pairs that were found
/// by an entry on one of their sides. Marks are made for what is drawn.
#[derive(Clone, Default)]
pub struct Found {
    answer: Arc<Answer>,
    groups: Vec<HitGroup>,
    /// The places in the ranking of those that are listed; `None` when all are.
    listed: Option<Vec<usize>>,
    /// The places of the pairs among those of the report in view.
    pairs: Vec<usize>,
}

/// The hits of one pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HitGroup {
    /// The pane.
    pub pane: Pane,
    /// The place of its first hit.
    pub first: usize,
    /// The number of its hits.
    pub count: usize,
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

/// Whether the list of hits has room for headings and blank rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitRows {
    /// A heading over every pane, and a blank row before it.
    Headed,
    /// Hits only.
    Bare,
}

impl HitGroup {
    /// The row of its heading: each group before it has a heading and a blank row.
    const fn heading(&self, groups_before: usize) -> usize {
        self.first + 2 * groups_before
    }
}

impl Found {
    /// What `answer` holds.
    pub fn new(answer: Arc<Answer>) -> Self {
        let groups = answer.ranking().groups().filter_map(|group| {
            Some(HitGroup { pane: Pane::Tab(answer.pane(group)?), first: group.first, count: group.count })
        });
        Self { groups: groups.collect(), answer, listed: None, pairs: Vec::new() }
    }

    /// The same hits with pairs behind them.
    #[must_use]
    pub fn with_pairs(self, pairs: Vec<usize>) -> Self {
        let mut found = self.entries_only();
        if !pairs.is_empty() {
            found.groups.push(HitGroup { pane: Pane::Compare, first: found.len(), count: pairs.len() });
        }
        Self { pairs, ..found }
    }

    /// The same hits without pairs.
    #[must_use]
    pub fn entries_only(mut self) -> Self {
        self.groups.retain(|group| group.pane != Pane::Compare);
        self.pairs.clear();
        self
    }

    /// The same answer, with only some of the hits listed.
    #[must_use]
    pub fn narrowed(&self, figures: Figures, only: Option<ReportId>) -> Self {
        let whole = Self::new(Arc::clone(&self.answer));
        let wanted = |at: &usize| {
            whole.ranked(*at).is_some_and(|ranked| {
                let report = whole.answer.entry(ranked).report;
                figures.lists(whole.answer.has_figures(ranked)) && only.is_none_or(|only| only == report)
            })
        };
        let listed: Vec<usize> = (0..whole.len()).filter(wanted).collect();
        let place = |place: usize| listed.partition_point(|&at| at < place);
        let groups = whole.groups.iter().map(|group| {
            let first = place(group.first);
            HitGroup { first, count: place(group.first + group.count) - first, ..*group }
        });
        Self { groups: groups.filter(|group| group.count > 0).collect(), listed: Some(listed), ..whole }
    }

    /// The same answer with all hits.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self::new(Arc::clone(&self.answer))
    }

    /// The query as typed.
    pub fn query(&self) -> &str {
        self.answer.query()
    }

    /// The number of hits, with the pairs.
    pub fn len(&self) -> usize {
        self.groups.last().map_or(0, |group| group.first + group.count)
    }

    /// Whether nothing was found.
    pub const fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The panes that have hits.
    pub fn groups(&self) -> &[HitGroup] {
        &self.groups
    }

    /// What a reader must know of the answer: how a compound was cut, or that the query is too long.
    pub fn reservation(&self, lang: Lang) -> Option<String> {
        let bound = Label::new("只查前 256 字、16 词", "first 256 characters, 16 words");
        let shortened = self.answer.is_shortened().then(|| bound.get(lang).to_owned());
        shortened.or_else(|| self.answer.cut().map(str::to_owned))
    }

    fn ranked(&self, at: usize) -> Option<Ranked> {
        let place = match &self.listed {
            None => at,
            Some(listed) => *listed.get(at)?,
        };
        self.answer.ranking().in_groups(place)
    }

    /// The entry of a hit.
    pub fn entry(&self, at: usize) -> Option<EntryId> {
        Some(self.answer.entry(self.ranked(at)?))
    }

    /// What a hit is: an entry or a pair.
    pub fn item(&self, at: usize) -> Option<Item> {
        let pair = || {
            let group = self.groups.last().filter(|group| group.pane == Pane::Compare)?;
            self.pairs.get(at.checked_sub(group.first)?).copied()
        };
        self.entry(at).map(Item::Entry).or_else(|| pair().map(Item::Pair))
    }

    /// The pane of a hit.
    pub fn pane(&self, at: usize) -> Option<Pane> {
        self.groups.iter().find(|group| at < group.first + group.count).map(|group| group.pane)
    }

    /// The entries of all hits, in the order of the screen.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> {
        (0..self.len()).filter_map(|at| self.entry(at))
    }

    /// The reports that have hits.
    pub fn reports(&self) -> BTreeSet<ReportId> {
        self.entries().map(|entry| entry.report).collect()
    }

    /// A hit with its marks.
    pub fn hit(&self, at: usize) -> Option<Hit> {
        Some(self.answer.hit(self.ranked(at)?))
    }

    /// How many hits there are in a pane.
    pub fn count(&self, pane: Pane) -> usize {
        self.groups.iter().find(|group| group.pane == pane).map_or(0, |group| group.count)
    }

    /// The marks of an entry, if it was found.
    pub fn marks(&self, entry: EntryId) -> Vec<Mark> {
        if self.is_empty() { Vec::new() } else { self.answer.marks(entry) }
    }

    /// The place of the hit on an entry.
    pub fn place_of(&self, entry: EntryId) -> Option<usize> {
        let place = self.answer.place_of(entry)?;
        match &self.listed {
            None => Some(place),
            Some(listed) => listed.binary_search(&place).ok(),
        }
    }

    /// The number of rows of the list.
    pub fn line_count(&self, rows: HitRows) -> usize {
        match rows {
            HitRows::Bare => self.len(),
            HitRows::Headed => (self.len() + 2 * self.groups.len()).saturating_sub(1),
        }
    }

    /// What stands in a row of the list.
    pub fn line(&self, index: usize, rows: HitRows) -> Option<HitLine> {
        if rows == HitRows::Bare {
            return (index < self.len()).then_some(HitLine::Hit(index));
        }
        let (before, group) =
            self.groups.iter().enumerate().rev().find(|(before, group)| group.heading(*before) <= index)?;
        match index - group.heading(before) {
            0 => Some(HitLine::Heading(group.pane)),
            row if row <= group.count => Some(HitLine::Hit(group.first + row - 1)),
            row => (row == group.count + 1 && before + 1 < self.groups.len()).then_some(HitLine::Blank),
        }
    }

    /// The row of a hit.
    pub fn line_of(&self, at: usize, rows: HitRows) -> usize {
        match rows {
            HitRows::Bare => at,
            HitRows::Headed => {
                let groups = self.groups.iter().take_while(|group| group.first <= at).count();
                (at + 2 * groups).saturating_sub(1)
            }
        }
    }
}
