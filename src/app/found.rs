//! What a search found, in groups for the screen: by pane, over several reports by report.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::figures::Figures;
use super::group::Item;
use super::pane::Pane;
use crate::library::{EntryId, ReportId};
use crate::search::{Answer, Hit, Mark, Ranked, RankedGroup, ReportGroup};
use crate::text::{Label, Lang};

/// The hits of one query in the order of the screen: in groups, that of the best hit first, and by rank within a
/// group; behind them the pairs that were found by an entry on one of their sides. Marks are made for what is drawn.
#[derive(Clone, Default)]
pub struct Found {
    answer: Arc<Answer>,
    grouping: Grouping,
    groups: Vec<HitGroup>,
    /// How many of what is listed each pane has.
    counts: Vec<(Pane, usize)>,
    /// The places of those that are listed, in the order of the grouping; `None` when all are.
    listed: Option<Vec<usize>>,
    /// The places of the pairs among those of the report in view.
    pairs: Vec<usize>,
}

/// What the hits of a group have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Their pane: of one report.
    #[default]
    Panes,
    /// Their report.
    Reports,
}

/// What stands over a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitsOf {
    /// The hits of a pane, or the pairs.
    Pane(Pane),
    /// The hits of a report.
    Report(ReportId),
}

/// The hits of one pane or of one report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HitGroup {
    /// What they have in common.
    pub of: HitsOf,
    /// The place of the first of them.
    pub first: usize,
    /// How many there are.
    pub count: usize,
}

/// One row of the list of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitLine {
    /// Nothing.
    Blank,
    /// The heading of a group: its place among them.
    Heading(usize),
    /// A hit.
    Hit(usize),
}

/// Whether the list of hits has room for headings and blank rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitRows {
    /// A heading over every group, and a blank row before it.
    Headed,
    /// A heading over every group.
    Tight,
    /// Hits only.
    Bare,
}

impl HitRows {
    /// The rows of a group besides its hits: that of its heading, and a blank one behind it.
    const fn more(self) -> usize {
        match self {
            Self::Headed => 2,
            Self::Tight => 1,
            Self::Bare => 0,
        }
    }
}

impl Found {
    /// What `answer` holds.
    pub fn new(answer: Arc<Answer>, grouping: Grouping) -> Self {
        let pane = |group: RankedGroup| Some((Pane::Tab(answer.pane(group)?), group));
        let panes: Vec<(Pane, RankedGroup)> = answer.ranking().groups().filter_map(pane).collect();
        let counts = panes.iter().map(|(pane, group)| (*pane, group.count)).collect();
        let groups = match grouping {
            Grouping::Panes => {
                let group =
                    |(pane, RankedGroup { first, count, .. })| HitGroup { of: HitsOf::Pane(pane), first, count };
                panes.into_iter().map(group).collect()
            }
            Grouping::Reports => {
                let group = |&ReportGroup { report, first, count }: &ReportGroup| HitGroup {
                    of: HitsOf::Report(report),
                    first,
                    count,
                };
                answer.by_report().groups().iter().map(group).collect()
            }
        };
        Self { groups, counts, answer, grouping, listed: None, pairs: Vec::new() }
    }

    /// The same hits with pairs behind them.
    #[must_use]
    pub fn with_pairs(self, pairs: Vec<usize>) -> Self {
        let mut found = self.entries_only();
        if !pairs.is_empty() {
            let (of, first) = (HitsOf::Pane(Pane::Compare), found.len());
            found.groups.push(HitGroup { of, first, count: pairs.len() });
            found.counts.push((Pane::Compare, pairs.len()));
        }
        Self { pairs, ..found }
    }

    /// The same hits without pairs.
    #[must_use]
    pub fn entries_only(mut self) -> Self {
        self.groups.retain(|group| group.of != HitsOf::Pane(Pane::Compare));
        self.counts.retain(|(pane, _)| *pane != Pane::Compare);
        self.pairs.clear();
        self
    }

    /// The same answer, with only some of the hits listed.
    #[must_use]
    pub fn narrowed(&self, figures: Figures, only: Option<ReportId>) -> Self {
        let whole = self.whole(self.grouping);
        let wanted = |ranked: Ranked| {
            let report = whole.answer.entry(ranked).report;
            figures.lists(whole.answer.has_figures(ranked)) && only.is_none_or(|only| only == report)
        };
        let (mut listed, mut counts): (Vec<usize>, Vec<(Pane, usize)>) = (Vec::new(), Vec::new());
        for (at, ranked) in (0..whole.len()).filter_map(|at| Some((at, whole.ranked(at)?))) {
            if !wanted(ranked) {
                continue;
            }
            listed.push(at);
            let Some(pane) = whole.answer.tab_of(ranked).map(Pane::Tab) else { continue };
            match counts.iter_mut().find(|(known, _)| *known == pane) {
                Some((_, count)) => *count += 1,
                None => counts.push((pane, 1)),
            }
        }
        let place = |place: usize| listed.partition_point(|&at| at < place);
        let groups = whole.groups.iter().map(|group| {
            let first = place(group.first);
            HitGroup { first, count: place(group.first + group.count) - first, ..*group }
        });
        let groups = groups.filter(|group| group.count > 0).collect();
        Self { groups, counts, listed: Some(listed), ..whole }
    }

    /// The same answer with all hits.
    #[must_use]
    pub fn whole(&self, grouping: Grouping) -> Self {
        Self::new(Arc::clone(&self.answer), grouping)
    }

    /// What the groups have in common.
    pub const fn grouping(&self) -> Grouping {
        self.grouping
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

    /// The groups that have hits.
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
        match self.grouping {
            Grouping::Panes => self.answer.ranking().in_groups(place),
            Grouping::Reports => self.answer.by_report().ranked(place),
        }
    }

    /// The entry of a hit.
    pub fn entry(&self, at: usize) -> Option<EntryId> {
        Some(self.answer.entry(self.ranked(at)?))
    }

    /// What a hit is: an entry or a pair.
    pub fn item(&self, at: usize) -> Option<Item> {
        let pair = || {
            let group = self.groups.last().filter(|group| group.of == HitsOf::Pane(Pane::Compare))?;
            self.pairs.get(at.checked_sub(group.first)?).copied()
        };
        self.entry(at).map(Item::Entry).or_else(|| pair().map(Item::Pair))
    }

    /// The pane of a hit.
    pub fn pane(&self, at: usize) -> Option<Pane> {
        match self.ranked(at) {
            Some(ranked) => self.answer.tab_of(ranked).map(Pane::Tab),
            None => (at < self.len()).then_some(Pane::Compare),
        }
    }

    /// The group of a hit: its place among them.
    pub fn group_of(&self, at: usize) -> Option<usize> {
        self.groups.iter().position(|group| at < group.first + group.count)
    }

    /// The entries of all hits, in the order of the screen.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> {
        (0..self.len()).filter_map(|at| self.entry(at))
    }

    /// The reports that have hits.
    pub fn reports(&self) -> BTreeSet<ReportId> {
        let report = |group: &HitGroup| match group.of {
            HitsOf::Report(report) => Some(report),
            HitsOf::Pane(_) => None,
        };
        match self.grouping {
            Grouping::Reports => self.groups.iter().filter_map(report).collect(),
            Grouping::Panes => self.entries().map(|entry| entry.report).collect(),
        }
    }

    /// A hit with its marks.
    pub fn hit(&self, at: usize) -> Option<Hit> {
        Some(self.answer.hit(self.ranked(at)?))
    }

    /// How many hits there are in a pane.
    pub fn count(&self, pane: Pane) -> usize {
        self.counts.iter().find(|(known, _)| *known == pane).map_or(0, |(_, count)| *count)
    }

    /// The marks of an entry, if it was found.
    pub fn marks(&self, entry: EntryId) -> Vec<Mark> {
        if self.is_empty() { Vec::new() } else { self.answer.marks(entry) }
    }

    /// The place of the hit on an entry.
    pub fn place_of(&self, entry: EntryId) -> Option<usize> {
        let place = match self.grouping {
            Grouping::Panes => self.answer.place_of(entry)?,
            Grouping::Reports => self.answer.place_in_report(entry)?,
        };
        match &self.listed {
            None => Some(place),
            Some(listed) => listed.binary_search(&place).ok(),
        }
    }

    /// Those of some entries that are listed.
    pub fn listed_of(&self, entries: &BTreeSet<EntryId>) -> BTreeSet<EntryId> {
        match self.listed {
            None => self.answer.found_of(entries),
            Some(_) => self.entries().filter(|entry| entries.contains(entry)).collect(),
        }
    }

    /// The number of rows of the list.
    pub fn line_count(&self, rows: HitRows) -> usize {
        let blank = usize::from(rows == HitRows::Headed);
        (self.len() + rows.more() * self.groups.len()).saturating_sub(blank)
    }

    /// What stands in a row of the list.
    pub fn line(&self, index: usize, rows: HitRows) -> Option<HitLine> {
        if rows == HitRows::Bare {
            return (index < self.len()).then_some(HitLine::Hit(index));
        }
        // Each group before one has a heading, and a blank row where there is room for it.
        let heading = |(at, group): (usize, &HitGroup)| group.first + rows.more() * at;
        let begun = self.groups.partition_point(|group| group.first < index + 1);
        let at = (0..begun).rev().find(|&at| self.groups.get(at).is_some_and(|group| heading((at, group)) <= index))?;
        let group = self.groups.get(at)?;
        match index - heading((at, group)) {
            0 => Some(HitLine::Heading(at)),
            row if row <= group.count => Some(HitLine::Hit(group.first + row - 1)),
            row => (row == group.count + 1 && at + 1 < self.groups.len()).then_some(HitLine::Blank),
        }
    }

    /// The row of a hit.
    pub fn line_of(&self, at: usize, rows: HitRows) -> usize {
        let groups = self.groups.partition_point(|group| group.first <= at);
        (at + rows.more() * groups).saturating_sub(usize::from(rows == HitRows::Headed))
    }
}
