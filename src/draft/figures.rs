//! The figures of one sentence: each number scanned, judged and named.

use std::borrow::Cow;

use super::basis::basis;
use super::chars::Chars;
use super::hedge::{qualifier, share};
use super::indicator::{Asked, Indicated, indicator};
use super::judge::{Site, clause_start, names_a_class, without_brackets};
use super::name::{Namer, Naming};
use super::outline::Context;
use super::passed::{Passed, Reason, unread};
use super::scan::{Form, Numerals, Quantity, Scan, scan};
use super::split::bullet;
use super::tables::Kind;
use super::when::{named_years, role_and_year};
use super::wordlists::{List, Lists};
use crate::report::{Basis, IndicatorName, Qualifier, Role, Years};

/// A figure of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) name: Naming,
    pub(super) indicator: Option<IndicatorName>,
    /// The English name, where the indicator is known.
    pub(super) english: &'static str,
    pub(super) value: f64,
    pub(super) upper: Option<f64>,
    pub(super) unit: String,
    pub(super) qualifier: Option<Qualifier>,
    pub(super) basis: Basis,
    pub(super) years: Option<Years>,
    pub(super) role: Role,
    /// Whether the source says 预计.
    pub(super) estimate: bool,
    /// Whether a reader should look at it.
    pub(super) unsure: bool,
}

/// What a sentence holds.
pub(super) struct Read {
    pub(super) figures: Vec<Found>,
    /// Digits that are in no figure, with the reason.
    pub(super) passed: Vec<(String, Reason)>,
}

/// From 2 to the power of 53 on a number could not be kept exactly; so many digits are a code.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The figures of `text`.
pub(super) fn read_figures(text: &[char], context: &Context, numerals: Numerals) -> Read {
    let (quantities, passed) = quantities(text, numerals);
    Read { figures: judged(text, &quantities, context), passed }
}

/// The quantities of `text` that are figures, and the digits that are in none of them.
pub(super) fn quantities(text: &[char], numerals: Numerals) -> (Vec<Quantity>, Vec<(String, Reason)>) {
    let Scan { mut quantities, mut passed } = scan(text, numerals);
    quantities.retain(|quantity| {
        let class = || names_a_class(text, quantity).then_some(Reason::Class);
        let Some(reason) = no_quantity(quantity).or_else(class) else { return true };
        passed.push(Passed { start: quantity.span.start, end: quantity.span.end, reason });
        false
    });
    let passed = unread(text, quantities.iter().map(|quantity| &quantity.span), &passed);
    (quantities, passed)
}

/// Why what was read as a quantity can be none: too many digits to be kept, a scale before a percent sign, 倍 or 百分点.
fn no_quantity(quantity: &Quantity) -> Option<Reason> {
    let unit = &quantity.unit;
    let scale = unit.strip_suffix("个百分点").or_else(|| unit.strip_suffix(['%', '‰', '倍']));
    let torn = scale.is_some_and(|scale| !scale.is_empty());
    let long = quantity.value.max(quantity.upper.unwrap_or(0.0)) >= EXACT;
    if torn { Some(Reason::Damaged) } else { long.then_some(Reason::Code) }
}

fn judged(text: &[char], quantities: &[Quantity], context: &Context) -> Vec<Found> {
    // Half of all sentences hold none.
    if quantities.is_empty() {
        return Vec::new();
    }
    let mut out: Vec<Found> = Vec::with_capacity(quantities.len());
    let (places, years) = (places(text, quantities), named_years(text));
    let mut namer = Namer::new(text, quantities);
    let estimated = text.find("预计").or_else(|| text.find("初步核算"));
    let mut previous: Option<(Basis, bool, Kind)> = None;
    for ((at, quantity), place) in quantities.iter().enumerate().zip(&places) {
        let &Place { clause, from, ref before } = place;
        let site = Site { text, quantity, clause, from, before, years: &years };
        let (kind, down) = basis(&site, previous);
        previous = Some((kind, down, quantity.kind));
        let name = namer.name(at, &site, kind);
        let (role, years) = role_and_year(&site, kind, context);
        let sign = if down { -1.0 } else { 1.0 };
        let indicator = indicated(&site, &name, kind, context);
        let ahead = site.before;
        let under = ahead.closes("不足") || ahead.closes("低于") && !ahead.closes("不低于");
        out.push(Found {
            unsure: name.name.is_none() || years.is_none() || under || is_round_word(text, quantity),
            name,
            english: indicator.as_ref().map_or("", |found| found.english),
            indicator: indicator.map(|found| found.name),
            value: quantity.value * sign,
            upper: quantity.upper.map(|upper| upper * sign),
            unit: quantity.unit.clone(),
            qualifier: qualifier(&site, context.part),
            basis: kind,
            years,
            role,
            estimate: estimated.is_some_and(|at| at < quantity.span.start) || site.after().begins("（预计"),
        });
    }
    let mut hedges: Vec<Option<Qualifier>> = out.iter().map(|found| found.qualifier).collect();
    share(text, quantities, &mut hedges);
    for (found, hedge) in out.iter_mut().zip(hedges) {
        found.qualifier = hedge;
    }
    out
}

/// Where a quantity stands in its clause, and what leads to it.
struct Place<'a> {
    clause: usize,
    from: usize,
    before: Cow<'a, [char]>,
}

fn places<'a>(text: &'a [char], quantities: &[Quantity]) -> Vec<Place<'a>> {
    let opening = bullet(text).unwrap_or(0);
    let mut last = 0;
    let place = |quantity: &Quantity| {
        let start = quantity.span.start;
        let clause = named_before(text, quantity, clause_start(text, start)).max(opening);
        let from = clause.max(std::mem::replace(&mut last, quantity.end));
        Place { clause, from, before: without_brackets(text.cut(from, start)) }
    };
    quantities.iter().map(place).collect()
}

/// Whether a round sum in words has lost its unit, 近千亿: it may be no exact figure.
fn is_round_word(text: &[char], quantity: &Quantity) -> bool {
    quantity.kind == Kind::Bare && quantity.scaled && !text.at(quantity.span.start).is_ascii_digit()
}

/// Where the clause of a quantity that begins at `clause` is named: that of a ratio before its colon,
/// 三次产业结构优化为：|7.9∶43.6∶48.5.
fn named_before(text: &[char], quantity: &Quantity, clause: usize) -> usize {
    let told = quantity.form == Form::Part && clause > 0 && text.at(clause - 1) == '：';
    if told && text.at(clause).is_ascii_digit() { clause_start(text, clause - 1) } else { clause }
}

/// The indicator of a figure; what covers a part of the year only has none, nor has a change that is no rate.
fn indicated(site: &Site<'_>, name: &Naming, basis: Basis, context: &Context) -> Option<Indicated> {
    if name.changed || site.clause().has_one(List::PartOfYear) {
        return None;
    }
    let before = site.before;
    let tail = before.after(before.len().saturating_sub(6));
    let stock = tail.has_one(List::StockBefore);
    let ask = |name| indicator(&Asked { name, basis, part: context.part, stock });
    let done = name.title.as_deref().filter(|_| !name.borrowed);
    done.and_then(ask).or_else(|| name.name.as_deref().filter(|&name| done != Some(name)).and_then(ask))
}
