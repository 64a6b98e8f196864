//! Which pairs the Compare pane lists, and in which order.

use super::group::Group;
use crate::library::{Library, Pair, Side};
use crate::pages::PairIndex;
use crate::report::{Figure, Scope};
use crate::text::Label;

/// What the Compare pane is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Every pair, and every figure without a counterpart.
    #[default]
    All,
    /// Pairs of one scope.
    Scope(Scope),
    /// Pairs of the same scope whose promise is below the result.
    Below,
    /// Pairs of the same scope whose promise is above the result.
    Above,
    /// Promises without a result to set beside them.
    NoResult,
}

impl Show {
    /// What is offered, in the order of its digits from 1.
    pub const CHOICES: [Self; 6] = [
        Self::Scope(Scope::Same),
        Self::Below,
        Self::Above,
        Self::Scope(Scope::Similar),
        Self::Scope(Scope::Different),
        Self::NoResult,
    ];

    /// The next in the order of the digits, and after the last one everything again.
    #[must_use]
    pub fn next(self) -> Self {
        let here = Self::CHOICES.iter().position(|show| *show == self).map_or(0, |at| at + 1);
        Self::CHOICES.get(here).copied().unwrap_or_default()
    }

    /// The word beside its digit.
    pub const fn word(self) -> Label {
        match self {
            Self::All => Label::new("全部", "all"),
            Self::Scope(Scope::Same) => Label::new("同口径", "same"),
            Self::Below => Label::new("低于结果", "below"),
            Self::Above => Label::new("高于", "above"),
            Self::Scope(Scope::Similar) => Label::new("相近", "similar"),
            Self::Scope(Scope::Different) => Label::new("不同", "different"),
            Self::NoResult => Label::new("无结果", "no result"),
        }
    }

    /// The same in the narrowest window.
    pub const fn short(self) -> Label {
        match self {
            Self::All => Label::new("全", "all"),
            Self::Scope(Scope::Same) => Label::new("同口径", "same"),
            Self::Below => Label::new("低", "less"),
            Self::Above => Label::new("高", "more"),
            Self::Scope(Scope::Similar) => Label::new("近", "near"),
            Self::Scope(Scope::Different) => Label::new("异", "diff"),
            Self::NoResult => Label::new("无", "no"),
        }
    }

    /// The name on the screen.
    pub const fn label(self) -> Label {
        match self {
            Self::All => Label::new("全部", "all"),
            Self::Scope(scope) => scope.label(),
            Self::NoResult => Label::new("无结果", "no result"),
            Self::Below => Label::new("目标低于结果", "target below result"),
            Self::Above => Label::new("目标高于结果", "target above result"),
        }
    }

    fn holds(self, pair: &Pair) -> bool {
        match self {
            Self::All => true,
            Self::Scope(scope) => pair.scope() == Some(scope),
            Self::NoResult => pair.result().is_none(),
            Self::Below => pair.is_below(),
            Self::Above => pair.difference().is_some_and(|difference| difference.value > 0.0),
        }
    }
}

/// How the Compare pane is filtered and sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CompareFilter {
    /// Which pairs are listed.
    pub show: Show,
    /// Only those of one section: its place in the report.
    pub section: Option<usize>,
    /// Within one unit, the promise that is lowest beside its result first.
    pub by_difference: bool,
}

/// The section that a pair belongs to: the promise's, else the result's.
pub fn section_of(library: &Library, pair: &Pair) -> Option<usize> {
    Some(library.get(pair.lead()?.entry)?.section_at())
}

/// The group of a pair in the pane.
fn group_of(pair: &Pair) -> Group {
    match (pair.scope(), pair.target()) {
        (Some(scope), _) => Group::Scope(scope),
        (None, Some(_)) => Group::Promised,
        (None, None) => Group::Reached,
    }
}

/// The pairs that the pane lists, with their groups: places in the pairs of [`PairIndex`].
pub(super) fn arranged(library: &Library, pairs: &PairIndex, compare_filter: CompareFilter) -> Vec<(Group, usize)> {
    let mut listed: Vec<(Group, usize, &Pair)> = pairs
        .all()
        .iter()
        .enumerate()
        .filter(|(_, pair)| compare_filter.show.holds(pair))
        .filter(|(_, pair)| compare_filter.section.is_none_or(|section| section_of(library, pair) == Some(section)))
        .map(|(at, pair)| (group_of(pair), at, pair))
        .collect();
    let units = units_of(library, pairs.all());
    // One unit to a scale: the pairs of a unit stand together, the units in the order of their first pair.
    listed.sort_by(|(a_group, a, a_pair), (b_group, b, b_pair)| {
        let unit = |group: &Group, pair: &Pair| match group {
            Group::Scope(Scope::Same) => unit_of(library, pair).and_then(|unit| units.iter().position(|u| *u == unit)),
            _ => None,
        };
        let by_unit = a_group.order().cmp(&b_group.order()).then(unit(a_group, a_pair).cmp(&unit(b_group, b_pair)));
        let size = |pair: &Pair| pair.difference().map_or(f64::INFINITY, |difference| difference.value);
        let by_size = if compare_filter.by_difference { size(a_pair).total_cmp(&size(b_pair)) } else { a.cmp(b) };
        by_unit.then(by_size)
    });
    listed.into_iter().map(|(group, at, _)| (group, at)).collect()
}

/// The unit of a pair that has one scale.
pub fn unit_of<'a>(library: &'a Library, pair: &Pair) -> Option<&'a str> {
    let figure = |side: Option<Side>| side?.figure(library);
    figure(pair.target()).or(figure(pair.result())).map(Figure::unit)
}

fn units_of<'a>(library: &'a Library, pairs: &[Pair]) -> Vec<&'a str> {
    let mut units = Vec::new();
    for unit in pairs.iter().filter(|pair| pair.scope() == Some(Scope::Same)).filter_map(|pair| unit_of(library, pair))
    {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}
