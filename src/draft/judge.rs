//! A quantity where it stands, and whether it only names a class.

use std::borrow::Cow;

use super::chars::{Chars, is_han, is_stop};
use super::scan::{Form, Quantity};
use super::tables::{Kind, Sizes};
use super::when::Named;
use super::wordlists::{List, Lists};
use crate::report::Qualifier;

/// A quantity in its sentence.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) text: &'a [char],
    pub(super) quantity: &'a Quantity,
    /// Where its clause begins.
    pub(super) clause: usize,
    /// Where the quantity before it in the clause ends, else where the clause begins.
    pub(super) from: usize,
    /// From there up to the quantity; brackets left out.
    pub(super) before: &'a [char],
    /// The years that the sentence names.
    pub(super) years: &'a [Named],
}

impl<'a> Site<'a> {
    /// From the clause's start up to the quantity.
    pub(super) fn clause(&self) -> &'a [char] {
        self.text.cut(self.clause, self.quantity.span.start)
    }

    /// Whether it goes on in a list that began before it: 1800元|和1500元.
    pub(super) fn is_listed(&self) -> bool {
        matches!(self.text.at(self.from), '、' | '和')
    }

    /// What follows the quantity and its qualifier.
    pub(super) fn after(&self) -> &'a [char] {
        self.text.after(self.quantity.end)
    }
}

/// The most characters of a clause.
const CLAUSE: usize = 200;

/// Where the clause of a place begins.
pub(super) fn clause_start(text: &[char], at: usize) -> usize {
    let near = at.saturating_sub(CLAUSE);
    // 0—6岁儿童: a dash between digits is no stop.
    let dash = |stop: usize| {
        text.at(stop) == '—' && text.at(stop + 1).is_ascii_digit() && text.at(stop.wrapping_sub(1)).is_ascii_digit()
    };
    (near..at).rev().find(|&stop| is_stop(text.at(stop)) && !dash(stop)).map_or(near, |stop| stop + 1)
}

/// `text` without what stands in brackets, whole or half.
pub(super) fn without_brackets(text: &[char]) -> Cow<'_, [char]> {
    if !text.iter().any(|c| matches!(c, '（' | '）')) {
        return text.into();
    }
    let mut out = Vec::with_capacity(text.len());
    let mut open = None;
    for &c in text {
        match c {
            '（' => open = Some(out.len()),
            '）' => match open.take() {
                Some(from) => out.truncate(from),
                None => out.clear(),
            },
            _ => out.push(c),
        }
    }
    match open {
        Some(from) => out.split_off(from).into(),
        None => out.into(),
    }
}

/// Whether a size only says which kind is meant: 亿元以上项目, 千亿级, 12英寸.
pub(super) fn names_a_class(text: &[char], quantity: &Quantity) -> bool {
    let after = text.after(quantity.end);
    let before = text.cut(quantity.span.start.saturating_sub(3), quantity.span.start);
    let sized = matches!(quantity.kind, Kind::Money | Kind::Measure);
    let peopled = matches!(quantity.unit.as_str(), "户" | "人" | "头");
    let bounded =
        matches!(quantity.hedge, Some(Qualifier::AtLeast | Qualifier::AtMost)) && quantity.end > quantity.span.end;
    let noun = |text: &[char]| text.first().is_some_and(|&c| is_han(c) || c == '“');
    let goes_on = after.begins_one(List::NotClass);
    if after.begins_one(List::Cities)
        || after.begins_one(List::Grades) && quantity.kind != Kind::Ratio
        || after.begins_one(List::Facets) && quantity.kind == Kind::Count
    {
        return true;
    }
    // 重点做好五个方面、22项具体工作：
    if quantity.kind == Kind::Count
        && text.last() == Some(&'：')
        && text.len() < 50
        && after.begins_one(List::WorkBehind)
    {
        return true;
    }
    if sized && bounded && (noun(after) && !goes_on) || peopled && bounded && after.begins_one(List::Settlements) {
        return true;
    }
    // 超5000万元|农产品加工项目|25个, 超10亿元|或1亿美元项目
    let run = after.cut(0, after.iter().take(14).position(|&c| !is_han(c)).unwrap_or(14));
    let things = after.begins_one(List::ClassThings) || run.closes_any(&["项目", "企业"]);
    let other = after.begins("或") && after.at(1).is_ascii_digit();
    let sum = quantity.kind == Kind::Money || quantity.kind == Kind::Bare && quantity.scaled;
    // 营收50亿—100亿元|企业|6家
    if sum && quantity.upper.is_some() && things {
        return true;
    }
    // 跃上万亿元台阶 is a level that was reached.
    let reached = after.begins("台阶") && before.closes_one(List::SumReached);
    // 100个总投资超过2000亿元的技改项目: of all together.
    let total =
        after.begins("的") && text.cut(quantity.span.start.saturating_sub(6), quantity.span.start).has("总投资");
    if sum && before.closes_one(List::OverClass) && (things || other) && !reached && !total {
        return true;
    }
    if matches!(quantity.kind, Kind::Money | Kind::Bare)
        && quantity.form == Form::Plain
        && after.begins_one(List::RoundClass)
        && !text.at(quantity.span.start).is_ascii_digit()
    {
        return !reached;
    }
    let clause = || text.cut(clause_start(text, quantity.span.start), quantity.span.start);
    match quantity.sizes {
        Sizes::Open => false,
        Sizes::Always => true,
        // 0—6岁儿童: those who may take part.
        Sizes::Ranges => quantity.upper.is_some(),
        Sizes::Hours => !clause().has_one(List::HoursMeasured) || after.begins_one(List::Circles),
        Sizes::Days => {
            let counted = after.begins_one(List::DoneInDays);
            !counted && !clause().has_one(List::DaysMeasured)
        }
    }
}
