//! The difference of a pair in words: which way, how much, and how sure.

use super::pairs::{Difference, Pair};
use super::store::Library;
use crate::report::{Basis, Figure, Qualifier, Quantity, Years};
use crate::text::{Label, Lang};

/// A difference as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// 低, 高, 平, or 差 for the way that is left to an aim.
    pub word: Label,
    /// Whether the amount is a bound: `≤` at most, `≥` at least, `≈` about.
    pub bound: &'static str,
    /// The amount without a sign, in points of the rate for growth and shares.
    pub amount: Quantity,
    toward: bool,
    /// The years of result and promise.
    years: (Years, Years),
    /// Whether result and promise are estimates (预计).
    estimates: (bool, bool),
}

const LOWER: Label = Label::new("低", "lower");
const HIGHER: Label = Label::new("高", "higher");
const EQUAL: Label = Label::new("平", "same");
const SHORT: Label = Label::new("差", "short");

impl Gap {
    /// The difference of `pair`; `None` when it has none.
    pub fn of(pair: &Pair, library: &Library, lang: Lang) -> Option<Self> {
        Self::with(pair, library, &|size, target| {
            // On the promise's scale, so that the digits compare.
            let like = if size.unit() == target.unit() { target } else { size };
            Quantity::beside(size, like, library.lexicon(), lang)
        })
    }

    /// The same with the amount in the source's own unit.
    pub fn in_source(pair: &Pair, library: &Library, lang: Lang) -> Option<Self> {
        Self::with(pair, library, &|size, _| Quantity::in_source(size, library.lexicon(), lang))
    }

    /// With an amount that is made from the difference as a figure and from the promise.
    fn with(pair: &Pair, library: &Library, amount: &dyn Fn(&Figure, &Figure) -> Quantity) -> Option<Self> {
        let difference = pair.difference?;
        let target = pair.target?.figure(library)?;
        let toward = difference.qualifier == Some(Qualifier::Toward) && difference.value > 0.0;
        let (unit, unit_en) = match (target.basis(), target.unit()) {
            // The built-in lexicon knows only points of per cent.
            (Basis::Growth | Basis::Share, "‰") => ("个千分点", Some("‰ points".to_owned())),
            (Basis::Growth | Basis::Share, _) => ("个百分点", None),
            (_, unit) => (unit, target.unit_en().map(str::to_owned)),
        };
        let size = target.with_amount(difference.value.abs()).in_unit(unit, unit_en);
        let word = match difference.value {
            _ if toward => SHORT,
            value if value < 0.0 => LOWER,
            value if value > 0.0 => HIGHER,
            _ => EQUAL,
        };
        let result = pair.result?.figure(library)?;
        let years = (result.year()?, target.year()?);
        let estimates = (result.estimate(), target.estimate());
        Some(Self { word, bound: bound(difference), amount: amount(&size, target), toward, years, estimates })
    }

    /// The amount as a sentence has it: 4.1 个百分点, where a column has 4.1 百分点.
    pub fn amount_in_words(&self) -> String {
        let unit = self.amount.unit.as_str();
        let unit = if unit == "百分点" { "个百分点" } else { unit };
        Quantity { unit: unit.to_owned(), ..self.amount.clone() }.line()
    }

    /// The whole sentence: `2025 比 2024 低 4.1 个百分点（推算，口径相同）`.
    pub fn sentence(&self, lang: Lang) -> String {
        let (result, target) = self.years;
        let amount = self.amount_in_words();
        let bound = match self.bound {
            "≤" => Label::new("至多", "at most "),
            "≥" => Label::new("至少", "at least "),
            "≈" => Label::new("约", "about "),
            _ => Label::new("", ""),
        }
        .get(lang);
        let word = self.word.get(lang);
        let said = match lang {
            Lang::Zh if self.toward => format!("{result} 距此差 {amount}（推算，口径相同"),
            Lang::En if self.toward => format!("{result}: {amount} short (derived, same scope"),
            Lang::Zh if self.word == EQUAL => format!("{target} 与 {result} 持平（推算，口径相同"),
            Lang::En if self.word == EQUAL => format!("same as {result} (derived, same scope"),
            Lang::Zh => format!("{target} 比 {result} {bound}{word} {amount}（推算，口径相同"),
            Lang::En => format!("{bound}{amount} {word} than in {result} (derived, same scope"),
        };
        let close = Label::new("）", ")").get(lang);
        format!("{said}{}{close}", self.estimated().get(lang))
    }

    /// What of the difference rests on an estimate.
    const fn estimated(&self) -> Label {
        match self.estimates {
            (false, false) => Label::new("", ""),
            (true, false) => Label::new("，结果为预计", ", the result is an estimate"),
            (false, true) => Label::new("，目标为预计", ", the target is an estimate"),
            (true, true) => Label::new("，两者均为预计", ", both are estimates"),
        }
    }
}

/// Against a floor a promise is at most that much lower, or at least that much higher; against a ceiling the other way.
fn bound(difference: Difference) -> &'static str {
    let lower = difference.value < 0.0;
    match difference.qualifier {
        Some(Qualifier::AtLeast | Qualifier::Over) if lower => "≤",
        Some(Qualifier::AtMost) if !lower => "≤",
        Some(Qualifier::AtLeast | Qualifier::Over | Qualifier::AtMost) => "≥",
        Some(Qualifier::About | Qualifier::Nearly) => "≈",
        Some(Qualifier::Toward) | None => "",
    }
}
