//! Targets in words, where a number would stand: 居民收入与经济增长同步.

use super::chars::is_stop;
use super::indicator::{Asked, indicator};
use super::lists::items_of;
use super::outline::Part;
use super::tables::TABLES;
use super::wording::name_of;
use crate::report::{Basis, IndicatorName};
use crate::text::Bilingual;

/// The most characters of what is promised.
const LIMIT: usize = 22;

/// One promise in words.
pub(super) struct Pledge {
    /// What is promised.
    pub(super) name: String,
    pub(super) english: &'static str,
    pub(super) indicator: IndicatorName,
    /// The words of the source.
    pub(super) words: Bilingual,
}

/// The promises in words of a target sentence, of indicators that are known.
pub(super) fn pledges(text: &[char]) -> Vec<Pledge> {
    text.split(|&c| is_stop(c)).filter(|clause| !clause.iter().any(char::is_ascii_digit)).flat_map(of_clause).collect()
}

fn of_clause(clause: &[char]) -> Vec<Pledge> {
    let Some((at, len, english)) = TABLES.pledges.first_in(clause) else {
        return Vec::new();
    };
    let words = Bilingual::new(clause.iter().skip(at).take(len).collect::<String>(), *english);
    let ahead: Vec<char> = clause.iter().take(at).copied().collect();
    let pledge = |item: Vec<char>| {
        let name = name_of(&item, LIMIT)?;
        let asked = Asked { name: &name, basis: Basis::Growth, part: Part::Targets, stock: false };
        let found = indicator(&asked)?;
        Some(Pledge { english: found.english, indicator: found.name, words: words.clone(), name })
    };
    items_of(&ahead).into_iter().filter_map(pledge).collect()
}

#[cfg(test)]
mod tests {
    use super::pledges;

    #[test]
    fn a_promise_in_words_has_an_indicator_and_no_number() {
        let said = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            let shown = |pledge: super::Pledge| format!("{}: {}", pledge.indicator.id(), pledge.words.zh);
            pledges(&chars).into_iter().map(shown).collect::<Vec<String>>()
        };
        assert_eq!(
            said("地区生产总值增长7%，城镇和农村常住居民人均可支配收入与经济增长同步，环境质量高于全省平均水平。"),
            ["urban-resident-income-growth: 与经济增长同步", "rural-resident-income-growth: 与经济增长同步"]
        );
        assert_eq!(said("居民收入增长5%，与经济增长同步。"), [""; 0]);
    }
}
