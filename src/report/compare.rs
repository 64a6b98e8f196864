//! Result beside promise: which figures join, in what scope, and what the difference is.
//! A difference exists only where the scope is the same; it is derived, never stored.

use std::collections::HashSet;

use super::kinds::{Qualifier, Role, Scope, Tab, Years};
use super::library::{EntryId, EntryView, Library};
use super::model::{Comparison, Figure, Report};
use crate::text::Bilingual;

/// One side of a pair: a figure, or the words of an entry that has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Side {
    /// The entry it stands in.
    pub entry: EntryId,
    /// The place of the figure in the entry; `None` for the entry's words.
    pub figure: Option<usize>,
}

impl Side {
    /// The figure of this side; `None` for words.
    pub fn figure(self, library: &Library) -> Option<&Figure> {
        library.get(self.entry)?.entry.figures.get(self.figure?)
    }

    /// The words of this side; `None` for a figure.
    pub fn words(self, library: &Library) -> Option<&Bilingual> {
        match self.figure {
            Some(_) => None,
            None => library.get(self.entry)?.entry.words.as_ref(),
        }
    }

    /// The years of this side: those of its figure, or for words the one that the section implies;
    /// `None` where the source does not tell.
    pub fn years(self, library: &Library) -> Option<Years> {
        match self.figure(library) {
            Some(figure) => figure.year,
            None => Some(Years::One(library.get(self.entry)?.year())),
        }
    }

    /// The indicator of this side.
    pub fn indicator(self, library: &Library) -> Option<&str> {
        let entry = library.get(self.entry)?.entry;
        match self.figure {
            Some(at) => entry.figures.get(at)?.indicator.as_deref(),
            None => entry.indicator.as_deref(),
        }
    }
}

/// A result beside a promise, or one of them alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub(super) name: Bilingual,
    pub(super) result: Option<Side>,
    pub(super) target: Option<Side>,
    pub(super) scope: Option<Scope>,
    pub(super) why: Option<Bilingual>,
    pub(super) difference: Option<Difference>,
}

impl Pair {
    /// What it is about.
    pub fn name(&self) -> &Bilingual {
        &self.name
    }

    /// What was reached in the year before.
    pub fn result(&self) -> Option<Side> {
        self.result
    }

    /// What is promised for the year.
    pub fn target(&self) -> Option<Side> {
        self.target
    }

    /// How the two relate; `None` when one is missing.
    pub fn scope(&self) -> Option<Scope> {
        self.scope
    }

    /// Why the scope is not the same.
    pub fn why(&self) -> Option<&Bilingual> {
        self.why.as_ref()
    }

    /// Target less result, only where the scope is the same.
    pub fn difference(&self) -> Option<Difference> {
        self.difference
    }
}

/// Target less result of one indicator, in its unit (points of the rate for growth and shares).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Negative when less is promised than was reached.
    pub value: f64,
    /// The target's own: against 20 以上 the distance is one to the floor.
    pub qualifier: Option<Qualifier>,
}

impl Pair {
    /// The side that names the row's place: the target, else the result.
    pub fn lead(&self) -> Option<Side> {
        self.target.or(self.result)
    }

    /// The entries of both sides, result first.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> {
        self.result.into_iter().chain(self.target).map(|side| side.entry)
    }

    /// Whether less is promised than was reached, in the same scope.
    pub fn is_below(&self) -> bool {
        self.difference.is_some_and(|difference| difference.value < 0.0)
    }
}

/// All pairs of a library: the same scope first, then similar, different and
/// one-sided, each in the order of the source.
pub fn compare(library: &Library) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (at, report) in library.reports.iter().enumerate() {
        pairs.extend(of_report(library, (at, report)));
    }
    pairs.sort_by_key(rank);
    pairs
}

fn rank(pair: &Pair) -> u8 {
    match pair.scope {
        Some(Scope::Same) => 0,
        Some(Scope::Similar) => 1,
        Some(Scope::Different) => 2,
        None => 3,
    }
}

fn of_report(library: &Library, (at, report): (usize, &Report)) -> Vec<Pair> {
    let results = sides(library, at, Role::Result);
    let targets = sides(library, at, Role::Target);
    let indicator = |side: &Side| side.indicator(library);
    let mut pairs = Vec::new();
    for &result in &results {
        let same = targets.iter().find(|target| indicator(target).is_some() && indicator(target) == indicator(&result));
        pairs.extend(same.map(|&target| same_scope(library, result, target)));
    }
    let mut stated: Vec<(Side, Pair)> = Vec::new();
    for comparison in &report.comparisons {
        let find = |sides: &[Side], id: &str| sides.iter().copied().find(|side| indicator(side) == Some(id));
        if let (Some(result), Some(target)) = (find(&results, &comparison.result), find(&targets, &comparison.target)) {
            stated.push((result, stated_scope(comparison, result, target)));
        }
    }
    // The order of the source is that of the results, not that of the list of comparisons.
    stated.sort_by_key(|(result, _)| (result.entry, result.figure));
    pairs.extend(stated.into_iter().map(|(_, pair)| pair));
    let paired: HashSet<Side> = pairs.iter().flat_map(|pair| pair.result.into_iter().chain(pair.target)).collect();
    let alone = |sides: Vec<Side>| sides.into_iter().filter(|side| !paired.contains(side)).collect::<Vec<_>>();
    pairs.extend(alone(targets).into_iter().map(|side| one_sided(library, None, Some(side))));
    pairs.extend(alone(results).into_iter().map(|side| one_sided(library, Some(side), None)));
    pairs
}

/// The figures (and the words in their place) of one role, in the order of the
/// source. Honours are recognition, not results, and stay out.
fn sides(library: &Library, report: usize, role: Role) -> Vec<Side> {
    library
        .entries()
        .filter(|view| view.report_at == report && view.section.tab != Tab::Honours)
        .flat_map(|view| sides_of(view, role))
        .collect()
}

fn sides_of(view: EntryView<'_>, role: Role) -> Vec<Side> {
    let side = |figure| Side { entry: view.at, figure };
    let of_role = |figure: &Figure| figure.role == role;
    let mut found: Vec<Side> =
        (0..).zip(&view.entry.figures).filter(|(_, figure)| of_role(figure)).map(|(at, _)| side(Some(at))).collect();
    if view.entry.indicator.is_some() && view.section.tab.role() == role {
        found.push(side(None));
    }
    found
}

fn same_scope(library: &Library, result: Side, target: Side) -> Pair {
    Pair {
        name: name_of(library, target),
        result: Some(result),
        target: Some(target),
        scope: Some(Scope::Same),
        why: None,
        difference: result
            .figure(library)
            .zip(target.figure(library))
            .and_then(|(result, target)| difference(result, target)),
    }
}

fn stated_scope(comparison: &Comparison, result: Side, target: Side) -> Pair {
    Pair {
        name: comparison.name.clone(),
        result: Some(result),
        target: Some(target),
        scope: Some(comparison.scope),
        why: Some(comparison.why.clone()),
        difference: None,
    }
}

fn one_sided(library: &Library, result: Option<Side>, target: Option<Side>) -> Pair {
    let name = target.or(result).map(|side| name_of(library, side)).unwrap_or_default();
    Pair { name, result, target, scope: None, why: None, difference: None }
}

/// The name of a side: its indicator's title where the figure has no name of its own.
fn name_of(library: &Library, side: Side) -> Bilingual {
    let Some(view) = library.get(side.entry) else {
        return Bilingual::default();
    };
    let own = side.figure(library).and_then(|figure| figure.name.as_ref());
    match own {
        // An aspect ("Growth") means nothing without the entry's title.
        Some(name) if view.entry.figures.len() > 1 => Bilingual::new(
            format!("{}：{}", view.entry.title.zh, name.zh),
            format!("{}: {}", view.entry.title.en, name.en),
        ),
        Some(name) => name.clone(),
        None => view.entry.title.clone(),
    }
}

/// Target less result, rounded to the finer of the two; `None` where the units differ.
fn difference(result: &Figure, target: &Figure) -> Option<Difference> {
    if result.unit != target.unit || result.basis != target.basis || target.upper.is_some() || result.upper.is_some() {
        return None;
    }
    let places = decimals(result.value).max(decimals(target.value));
    let scale = 10_f64.powi(places);
    let value = ((target.value - result.value) * scale).round() / scale;
    Some(Difference { value: value + 0.0, qualifier: target.qualifier })
}

/// The decimal places of the shortest form of `value`.
fn decimals(value: f64) -> i32 {
    let text = value.to_string();
    let places = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    i32::try_from(places).unwrap_or(0)
}
