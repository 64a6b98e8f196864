//! How the two sides of a pair relate, in one sentence: the difference, the reason of the
//! scope, or why there is no partner. Every screen, copy and export takes its words from here.

use super::gap::Gap;
use super::pairs::{Alone, Pair};
use super::store::Library;
use crate::report::{Scope, Years};
use crate::text::{Bilingual, Label, Lang};

/// What `pair` says in one sentence, with its difference as `gap` has it.
pub fn relation(pair: &Pair, library: &Library, gap: Option<&Gap>, lang: Lang) -> String {
    if let Some(gap) = gap {
        return gap.sentence(lang);
    }
    match (&pair.why, pair.alone) {
        (Some(why), _) => scope_in_words(why, pair.scope, lang),
        (None, Some(alone)) => alone.sentence(lang),
        (None, None) => without_difference(pair, library).get(lang).to_owned(),
    }
}

/// The reason why two indicators are not one: 口径不同，不相减：….
pub fn scope_in_words(why: &Bilingual, scope: Option<Scope>, lang: Lang) -> String {
    let said = why.get(lang);
    let scope = scope.map_or("", |scope| scope.label().get(lang));
    match lang {
        Lang::Zh => format!("{scope}，不相减：{said}"),
        Lang::En => format!("{scope}, not subtracted: {}", within(said)),
    }
}

/// A text as it goes on behind a colon: with a small first letter, but where the first word is a name
/// (the next one is written large too) or an abbreviation.
fn within(text: &str) -> String {
    let mut words = text.split(' ');
    let (first, next) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let large = |word: &str| word.starts_with(char::is_uppercase);
    let plain = first.chars().skip(1).all(|c| !c.is_uppercase() && !c.is_ascii_digit());
    let mut chars = text.chars();
    match chars.next() {
        Some(letter) if plain && large(first) && !large(next) => letter.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

/// Why a pair of the same scope has no difference: words have no number, and a range has two.
fn without_difference(pair: &Pair, library: &Library) -> Label {
    let mut sides = pair.result.into_iter().chain(pair.target);
    if sides.all(|side| side.figure(library).is_some()) {
        Label::new("口径相同，有一方是区间，不相减", "same scope; one side is a range, not subtracted")
    } else {
        Label::new("口径相同，有一方没有数字", "same scope; one side has no number")
    }
}

impl Alone {
    /// Why there is no partner, in one sentence.
    pub fn sentence(self, lang: Lang) -> String {
        let said = match self {
            Self::NoResult(year) => {
                Bilingual::new(format!("本报告无 {year} 年数字"), format!("no {year} figure in this report"))
            }
            Self::NoTarget(year) => {
                Bilingual::new(format!("本报告无 {year} 年目标"), format!("no target for {year} in this report"))
            }
            Self::Years(Some(years @ Years::Span(..))) => Bilingual::new(
                format!("{years} 年合计或期末，不与单独一年相比"),
                format!("covers {years}, not set beside a single year"),
            ),
            Self::Years(Some(years @ Years::One(_))) => Bilingual::new(
                format!("{years} 年的数字，不在对照的两年之内"),
                format!("is about {years}, which is neither of the two years compared"),
            ),
            Self::Years(None) => {
                Label::new("原文未写年份，不作对照", "the source names no year, so it is not compared").into()
            }
            Self::Measure => Label::new(
                "另一年的数字单位或类型不同，不作对照",
                "the other year's figure has another unit or basis, so they are not compared",
            )
            .into(),
            Self::Twice => Label::new(
                "同一指标已另有数字成对，此处只列出",
                "another figure of this indicator is already compared; this one is only listed",
            )
            .into(),
        };
        said.get(lang).to_owned()
    }

    /// Whether the report has nothing of the indicator for the other year.
    pub const fn is_missing(self) -> bool {
        matches!(self, Self::NoResult(_) | Self::NoTarget(_))
    }
}
