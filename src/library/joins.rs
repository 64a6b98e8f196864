//! Which figures of a report join: a result of the year before beside a promise of its year, and why others stand alone.

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use super::pairs::{Alone, Difference, Pair, Side};
use super::store::Library;
use super::view::{EntryView, ReportId};
use crate::report::{Basis, Comparison, Figure, Lexicon, Role, Scope, Tab, Years};
use crate::text::{Bilingual, Lang};

/// The pairs of one report: the same scope first, then similar,
/// different and one-sided, each in the order of the source.
pub fn pairs_of(library: &Library, report: ReportId) -> Vec<Pair> {
    let mut pairs = of_report(library, report);
    pairs.sort_by_key(rank);
    pairs
}

/// The pairs of all reports of a library, report by report.
pub fn compare(library: &Library) -> Vec<Pair> {
    library.ids().flat_map(|report| pairs_of(library, report)).collect()
}

fn rank(pair: &Pair) -> u8 {
    match pair.scope {
        Some(Scope::Same) => 0,
        Some(Scope::Similar) => 1,
        Some(Scope::Different) => 2,
        None => 3,
    }
}

/// The pairs of one report of year Y: a result of Y−1 beside a promise of Y.
fn of_report(library: &Library, at: ReportId) -> Vec<Pair> {
    let Some(report) = library.report(at) else {
        return Vec::new();
    };
    let stands = stands(library, at, |tab| tab != Tab::Honours);
    let table = Table::of(&stands, library.lexicon());
    // Honours are recognition, not results: only a stated relation sets one beside a promise.
    let honours = self::stands(library, at, |tab| tab == Tab::Honours);
    let honours = Table::of(&honours, library.lexicon());
    let mut same: Vec<Pair> = table.joined().map(|(result, target)| same_scope(library, result, target)).collect();
    same.sort_by_key(|pair| pair.result.map(Side::order));
    let stated = report.comparisons().iter().filter_map(|stated| table.stated(stated, &honours));
    let mut stated: Vec<Pair> = stated.collect();
    // The order of the source is that of the results, not that of the list of comparisons.
    stated.sort_by_key(|pair| pair.result.map(Side::order));
    let mut pairs = same;
    pairs.append(&mut stated);
    let paired: HashSet<Side> = pairs.iter().flat_map(|pair| pair.result.into_iter().chain(pair.target)).collect();
    for role in [Role::Target, Role::Result] {
        let alone = stands.iter().filter(|stand| stand.role == role && !paired.contains(&stand.side));
        pairs.extend(alone.map(|stand| one_sided(library, stand, table.why_alone(stand))));
    }
    pairs
}

/// A figure, or the words in its place, with what decides about its partner.
struct Stand<'a> {
    side: Side,
    role: Role,
    indicator: Option<&'a str>,
    /// Unit and basis; `None` for words, which have neither.
    measure: Option<Measure<'a>>,
    /// The years it is about, and the one that it must be about to be paired.
    years: Option<Years>,
    due: Option<i32>,
    view: EntryView<'a>,
}

type Measure<'a> = (&'a str, Basis);

impl Stand<'_> {
    fn is_due(&self) -> bool {
        self.due.is_some_and(|due| self.years == Some(Years::One(due)))
    }

    /// Its rank among figures of one indicator, role and year: the Targets pane before
    /// the others, the whole place before a part of it.
    fn rank(&self, lexicon: &Lexicon) -> (bool, bool) {
        let figure = self.side.figure.and_then(|at| self.view.figures().get(at));
        let mut names = figure.and_then(Figure::name).into_iter().chain([self.view.title()]);
        (self.view.tab() != Tab::Targets, names.any(|name| lexicon.names_a_part(&name.zh)))
    }
}

/// What may be paired in some of the tabs of a report, in the order of the source.
fn stands(library: &Library, at: ReportId, within: impl Fn(Tab) -> bool) -> Vec<Stand<'_>> {
    let entries = library.entries_in(at).filter(|view| within(view.tab()));
    entries.flat_map(stands_of).collect()
}

/// The figures (and the words in their place) of an entry that are results or promises.
fn stands_of(view: EntryView<'_>) -> impl Iterator<Item = Stand<'_>> {
    let tab = view.tab();
    let year = view.report().year();
    let entry = view.entry();
    let stand = move |figure: Option<usize>, role: Role, years: Option<Years>| Stand {
        side: Side { entry: view.at(), figure },
        role,
        indicator: None,
        measure: None,
        years,
        due: year.map(|year| if role == Role::Target { year } else { year - 1 }),
        view,
    };
    let figures = entry.figures().iter().enumerate().map(move |(at, figure)| Stand {
        indicator: figure.indicator(),
        measure: Some((figure.unit(), figure.basis())),
        ..stand(Some(at), figure.role(), figure.year())
    });
    let words = entry
        .indicator()
        .map(|indicator| Stand { indicator: Some(indicator), ..stand(None, tab.role(), view.year().map(Years::One)) });
    figures.chain(words).filter(|stand| stand.role != Role::Base)
}

/// What may be paired of one indicator, the best of each side first.
#[derive(Default)]
struct Candidates<'a> {
    results: Vec<&'a Stand<'a>>,
    targets: Vec<&'a Stand<'a>>,
}

impl<'a> Candidates<'a> {
    /// Which result stands beside which promise. A measure is paired once; words go with any.
    fn joined(&self) -> Vec<(Side, Side)> {
        let mut done: HashSet<Option<Measure<'a>>> = HashSet::new();
        let mut pairs: Vec<(Side, Side)> = Vec::new();
        for target in &self.targets {
            let free = |stand: &Stand<'a>| !done.contains(&stand.measure);
            let partner = self.results.iter().find(|result| free(result) && goes_with(result, target));
            if let Some(result) = partner.filter(|_| free(target)) {
                done.extend([result.measure, target.measure]);
                pairs.push((result.side, target.side));
            }
        }
        pairs
    }
}

/// Whether two figures have one measure; words have none that could differ.
fn goes_with(result: &Stand<'_>, target: &Stand<'_>) -> bool {
    result.measure.is_none() || target.measure.is_none() || result.measure == target.measure
}

/// The candidates of a report by indicator.
struct Table<'a> {
    by_indicator: HashMap<&'a str, Candidates<'a>>,
}

impl<'a> Table<'a> {
    fn of(stands: &'a [Stand<'a>], lexicon: &Lexicon) -> Self {
        let mut by_indicator: HashMap<&str, Candidates<'_>> = HashMap::new();
        for stand in stands.iter().filter(|stand| stand.is_due()) {
            let Some(indicator) = stand.indicator else {
                continue;
            };
            let candidates = by_indicator.entry(indicator).or_default();
            let side = if stand.role == Role::Target { &mut candidates.targets } else { &mut candidates.results };
            side.push(stand);
        }
        for candidates in by_indicator.values_mut() {
            // Stable: of two that are equal the first in the source counts.
            candidates.results.sort_by_key(|stand| stand.rank(lexicon));
            candidates.targets.sort_by_key(|stand| stand.rank(lexicon));
        }
        Self { by_indicator }
    }

    fn joined(&self) -> impl Iterator<Item = (Side, Side)> {
        self.by_indicator.values().flat_map(Candidates::joined)
    }

    /// The best result of an indicator.
    fn result(&self, indicator: &str) -> Option<&'a Stand<'a>> {
        self.by_indicator.get(indicator)?.results.first().copied()
    }

    /// The pair of a stated comparison; it obeys the years as every pair does.
    fn stated(&self, comparison: &Comparison, honours: &Self) -> Option<Pair> {
        let result = self.result(comparison.result()).or_else(|| honours.result(comparison.result()))?;
        let target = self.by_indicator.get(comparison.target())?.targets.first()?;
        Some(stated_scope(comparison, result.side, target.side))
    }

    fn why_alone(&self, stand: &Stand<'_>) -> Alone {
        let Some(due) = stand.due else {
            return Alone::Years(None);
        };
        if !stand.is_due() {
            return Alone::Years(stand.years);
        }
        let due = if stand.role == Role::Target { due - 1 } else { due + 1 };
        let candidates = stand.indicator.and_then(|indicator| self.by_indicator.get(indicator));
        let others = candidates.map_or(&[][..], |candidates| match stand.role {
            Role::Target => &candidates.results,
            Role::Result | Role::Base => &candidates.targets,
        });
        match (others, stand.role) {
            ([], Role::Target) => Alone::NoResult(due),
            ([], _) => Alone::NoTarget(due),
            _ if others.iter().any(|other| goes_with(other, stand)) => Alone::Twice,
            _ => Alone::Measure,
        }
    }
}

fn same_scope(library: &Library, result: Side, target: Side) -> Pair {
    Pair {
        name: name_of(library, target),
        result: Some(result),
        target: Some(target),
        scope: Some(Scope::Same),
        why: None,
        alone: None,
        difference: result
            .figure(library)
            .zip(target.figure(library))
            .and_then(|(result, target)| difference(result, target)),
    }
}

fn stated_scope(comparison: &Comparison, result: Side, target: Side) -> Pair {
    Pair {
        name: comparison.name().clone(),
        result: Some(result),
        target: Some(target),
        scope: Some(comparison.scope()),
        why: Some(comparison.why().clone()),
        alone: None,
        difference: None,
    }
}

fn one_sided(library: &Library, stand: &Stand<'_>, alone: Alone) -> Pair {
    let side = Some(stand.side);
    let (result, target) = if stand.role == Role::Target { (None, side) } else { (side, None) };
    Pair {
        name: name_of(library, stand.side),
        result,
        target,
        scope: None,
        why: None,
        difference: None,
        alone: Some(alone),
    }
}

/// The name of a side: its indicator's title where the figure has no name of its own.
fn name_of(library: &Library, side: Side) -> Bilingual {
    let Some(view) = library.get(side.entry) else {
        return Bilingual::default();
    };
    let own = side.figure(library).and_then(Figure::name);
    // In a text that was read, a name that led to an indicator says all by itself.
    let says_all = view.entry().quote().is_some() && side.indicator(library).is_some();
    match own {
        // An aspect ("Growth") means nothing without the entry's title.
        Some(name) if view.figures().len() > 1 && !says_all => {
            let (title, aspect) = (view.title(), name);
            let untranslated = title.en.is_empty() && aspect.en.is_empty();
            let english = || format!("{}: {}", title.get(Lang::En), aspect.get(Lang::En));
            let en = if untranslated { String::new() } else { english() };
            Bilingual::new(format!("{}：{}", title.zh, aspect.zh), en)
        }
        Some(name) => name.clone(),
        None => view.title().clone(),
    }
}

/// Target less result with the qualifier of the target; `None` where the units differ.
fn difference(result: &Figure, target: &Figure) -> Option<Difference> {
    let value = decimal_difference(target, result)?;
    Some(Difference { value, qualifier: target.qualifier() })
}

/// The first figure less the second, rounded to the finer of the two; `None` where unit or basis differ,
/// and where one of them is a range.
pub fn decimal_difference(from: &Figure, less: &Figure) -> Option<f64> {
    if from.unit() != less.unit() || from.basis() != less.basis() || from.upper().is_some() || less.upper().is_some() {
        return None;
    }
    let scale = 10_f64.powi(decimals(from.value()).max(decimals(less.value())));
    Some(((from.value() - less.value()) * scale).round() / scale + 0.0)
}

/// The decimal places of the shortest form of `value`.
fn decimals(value: f64) -> i32 {
    let text = value.to_string();
    let places = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    i32::try_from(places).unwrap_or(0)
}
