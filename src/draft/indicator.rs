//! The indicator of a figure: one id means one scope.

use super::chars::{Chars, chars_of};
use super::outline::Part;
use super::tables::{Indicator, TABLES, Wording};
use crate::report::{Basis, IndicatorName};

/// What is known of a figure that may have an indicator.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The name, with what was done where that is known (新建高标准农田).
    pub(super) name: &'a str,
    pub(super) basis: Basis,
    pub(super) part: Part,
    /// Whether it is a level that was reached (达到, 发展到), not what was added.
    pub(super) stock: bool,
}

/// An indicator and the English name of what it measures, whatever the basis.
pub(super) struct Indicated {
    pub(super) name: IndicatorName,
    pub(super) english: &'static str,
}

/// The indicator of a figure.
pub(super) fn indicator(asked: &Asked<'_>) -> Option<Indicated> {
    let ending = ending(asked.basis)?;
    let mut text = chars_of(asked.name);
    // 民生支出占一般公共预算支出比重: the share is of what stands before.
    if let (Basis::Share, Some(at @ 1..)) = (asked.basis, text.find("占")) {
        text.truncate(at);
    }
    let found = best(&text, asked)?;
    if asked.basis == Basis::Duration && found.id != "good-air" {
        return None;
    }
    let english = if ending.en.is_empty() { found.en.to_owned() } else { format!("{}, {}", found.en, ending.en) };
    let name = IndicatorName::new(format!("{}{}", found.id, ending.id), format!("{}{}", found.zh, ending.zh), english);
    Some(Indicated { name, english: found.en })
}

/// What a basis adds to an id and to its names.
struct Ending {
    id: &'static str,
    zh: &'static str,
    en: &'static str,
}

fn ending(basis: Basis) -> Option<Ending> {
    match basis {
        Basis::Level | Basis::Count => Some(Ending { id: "", zh: "", en: "" }),
        Basis::Growth => Some(Ending { id: "-growth", zh: "增速", en: "growth" }),
        Basis::Share => Some(Ending { id: "-share", zh: "（%）", en: "%" }),
        Basis::Points => Some(Ending { id: "-points", zh: "变动", en: "change in points" }),
        Basis::Duration => Some(Ending { id: "-days", zh: "天数", en: "days" }),
        Basis::Multiple | Basis::Rank => None,
    }
}

/// The indicator whose longest wording the name holds.
fn best(text: &[char], asked: &Asked<'_>) -> Option<&'static Indicator> {
    let mut best: Option<(usize, &'static Indicator)> = None;
    for at in 0..text.len() {
        let fits = |len: usize, found: &Indicator| {
            let whole = len == text.len();
            match found.scope {
                Wording::Anywhere => true,
                Wording::Whole => whole,
                Wording::TargetOnly => whole && asked.part == Part::Targets,
                Wording::Stock => asked.stock,
            }
        };
        if let Some((len, found)) = TABLES.indicators.at_if(text, at, fits)
            && best.is_none_or(|(known, _)| len > known)
        {
            best = Some((len, found));
        }
    }
    let (_, found) = best?;
    let other = found.not.iter().any(|word| text.has(word));
    (!other).then_some(found)
}
