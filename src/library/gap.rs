//! The difference of a pair, promise less result: signed for a column, in words for a sentence.

use super::pairs::{Difference, Pair};
use super::store::Library;
use crate::report::{Basis, Qualifier, Quantity, Years, mark_of};
use crate::text::{Label, Lang};

/// A difference as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Sign and amount as a column has them, in points of the rate for growth and shares; the mark is
    /// that of the promise's qualifier: `−2.2`, `≥−1.6`, `→+4.72`.
    pub signed: Quantity,
    /// Which way the promise lies from the result.
    way: Way,
    /// Whether the amount is a bound: `≤` at most, `≥` at least, `≈` about.
    bound: &'static str,
    /// Whether things or people are counted, which English has its own words for.
    counted: bool,
    toward: bool,
    /// The years of result and promise.
    years: (Years, Years),
    /// Whether result and promise are estimates (预计).
    estimates: (bool, bool),
}

/// Which way a promise lies from its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Lower,
    Equal,
    Higher,
}

impl Way {
    const fn sign(self) -> &'static str {
        match self {
            Self::Lower => "−",
            Self::Equal => "",
            Self::Higher => "+",
        }
    }
}

impl Gap {
    /// The difference of `pair`; `None` when it has none.
    pub fn of(pair: &Pair, library: &Library, lang: Lang) -> Option<Self> {
        let difference = pair.difference?;
        let target = pair.target?.figure(library)?;
        let toward = difference.qualifier == Some(Qualifier::Toward) && difference.value > 0.0;
        let (unit, unit_en) = match (target.basis(), target.unit()) {
            // The built-in lexicon knows only points of per cent.
            (Basis::Growth | Basis::Share, "‰") => ("个千分点", Some("‰ points".into())),
            (Basis::Growth | Basis::Share, _) => ("个百分点", None),
            (_, unit) => (unit, target.unit_en().map(|unit| unit.to_owned().into())),
        };
        let size = target.with_amount(difference.value.abs()).in_unit(unit, unit_en);
        let way = match difference.value {
            value if value < 0.0 => Way::Lower,
            value if value > 0.0 => Way::Higher,
            _ => Way::Equal,
        };
        let result = pair.result?.figure(library)?;
        let years = (result.year()?, target.year()?);
        let estimates = (result.estimate(), target.estimate());
        // On the promise's scale, so that the digits compare.
        let like = if size.unit() == target.unit() { target } else { &size };
        let amount = Quantity::beside(&size, like, library.lexicon(), lang);
        let signed = Quantity {
            mark: mark_of(difference.qualifier),
            whole: format!("{}{}", way.sign(), amount.whole),
            ..amount
        };
        let counted = target.basis() == Basis::Count;
        Some(Self { signed, way, bound: bound(difference), counted, toward, years, estimates })
    }

    /// Which way and how much: 至多低 1.6 个百分点, at most 1.6 pp lower, 9,500 fewer.
    pub fn in_words(&self, lang: Lang) -> String {
        let bound = match self.bound {
            "≤" => Label::new("至多", "at most "),
            "≥" => Label::new("至少", "at least "),
            "≈" => Label::new("约", "about "),
            _ => Label::new("", ""),
        }
        .get(lang);
        let number = self.signed.whole.trim_start_matches(self.way.sign()).to_owned() + &self.signed.fraction;
        let amount = match self.signed.unit.as_str() {
            "" => number.clone(),
            unit if unit.starts_with('‰') => format!("{number}{unit}"),
            // A column has 4.1 百分点, a sentence 4.1 个百分点.
            "百分点" => format!("{number} 个百分点"),
            unit => format!("{number} {unit}"),
        };
        match (self.way, lang) {
            (Way::Equal, Lang::Zh) => "持平".to_owned(),
            (Way::Equal, Lang::En) => "the same".to_owned(),
            (Way::Lower, Lang::Zh) => format!("{bound}低 {amount}"),
            (Way::Higher, Lang::Zh) => format!("{bound}高 {amount}"),
            // What is counted is named by the title.
            (Way::Lower, Lang::En) if self.counted => format!("{bound}{number} fewer"),
            (Way::Higher, Lang::En) if self.counted => format!("{bound}{number} more"),
            (Way::Lower, Lang::En) => format!("{bound}{amount} lower"),
            (Way::Higher, Lang::En) => format!("{bound}{amount} higher"),
        }
    }

    /// The same where the years stand beside it: `低 4.1 个百分点（推算，口径相同）`.
    pub fn brief(&self, lang: Lang) -> String {
        self.explained(&self.in_words(lang), lang)
    }

    /// The whole sentence: `2025 年比 2024 年低 4.1 个百分点（推算，口径相同）`.
    pub fn sentence(&self, lang: Lang) -> String {
        let (result, target) = self.years;
        let said = self.in_words(lang);
        let said = match (self.way, lang) {
            (Way::Equal, Lang::Zh) => format!("{target} 年与 {result} 年{said}"),
            (Way::Equal, Lang::En) => format!("{said} as in {result}"),
            (_, Lang::Zh) => format!("{target} 年比 {result} 年{said}"),
            (_, Lang::En) => format!("{said} than in {result}"),
        };
        self.explained(&said, lang)
    }

    /// With where it comes from, in brackets.
    fn explained(&self, said: &str, lang: Lang) -> String {
        let why = if self.toward {
            Label::new("迈向；推算", "towards; derived")
        } else {
            Label::new("推算，口径相同", "derived, same scope")
        };
        let (why, estimated) = (why.get(lang), self.estimated().get(lang));
        match lang {
            Lang::Zh => format!("{said}（{why}{estimated}）"),
            Lang::En => format!("{said} ({why}{estimated})"),
        }
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
