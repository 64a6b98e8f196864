//! The basis of a quantity and its sign: growth or share, level or count.

use super::chars::Chars;
use super::judge::Site;
use super::scan::Form;
use super::tables::{Change, Kind, TABLES};
use super::wordlists::{List, Lists};
use crate::report::Basis;

/// The basis of a quantity, and whether it goes down.
pub(super) fn basis(site: &Site<'_>, previous: Option<(Basis, bool, Kind)>) -> (Basis, bool) {
    let quantity = site.quantity;
    let before = site.before;
    match (quantity.form, quantity.kind) {
        (Form::Rank, _) => (Basis::Rank, false),
        (Form::Part, _) => (Basis::Share, false),
        (_, Kind::Points) => (Basis::Points, falls(before, 4) || fell_before(before, previous)),
        (_, Kind::Multiple) => (Basis::Multiple, false),
        (_, Kind::Ratio) => ratio(site, before, previous),
        (_, Kind::Time) => (Basis::Duration, false),
        (_, Kind::Count | Kind::Noun) => (Basis::Count, false),
        (_, Kind::Bare) if quantity.scaled => (if money_before(site) { Basis::Level } else { Basis::Count }, false),
        (_, Kind::Money | Kind::Measure | Kind::Bare) => (Basis::Level, false),
    }
}

/// Whether the wording is of money, so that a bare 亿 is 亿元.
fn money_before(site: &Site<'_>) -> bool {
    let long = site.quantity.unit.contains('亿');
    long && site.clause().has_one(List::MoneyWords)
}

/// Whether the number goes on with points that fell: 弃风、弃光率分别下降14和|10个百分点.
fn fell_before(before: &[char], previous: Option<(Basis, bool, Kind)>) -> bool {
    is_joint(before) && matches!(previous, Some((Basis::Points, true, _)))
}

/// Whether nothing but the sign between two members of a list stands there.
fn is_joint(text: &[char]) -> bool {
    text.iter().all(|c| matches!(c, '、' | '和' | '及' | '与' | ' '))
}

/// Whether a word of falling stands right before the number.
fn falls(before: &[char], reach: usize) -> bool {
    let end = before.len();
    (0..=reach.min(end)).any(|gap| {
        let ahead = before.cut(0, end - gap);
        matches!(TABLES.changes.ending(ahead), Some((_, Change::Down)))
            && !before.after(end - gap).has_any(&["到", "至", "，"])
    })
}

/// Growth or share of a percentage.
fn ratio(site: &Site<'_>, before: &[char], previous: Option<(Basis, bool, Kind)>) -> (Basis, bool) {
    let bare = strip_adverbs(before);
    let clause = site.clause();
    // 人口自然增长率 is a rate, whatever its last word.
    if site.quantity.unit == "‰" || before.has("自然增长率") {
        return (Basis::Share, false);
    }
    let narrowed = clause.has("降幅");
    if let Some((_, &change)) = TABLES.changes.ending(bare) {
        match change {
            Change::Up => return (Basis::Growth, false),
            Change::Down => return (Basis::Growth, true),
            Change::Reach => {
                let ahead = reach_subject(bare);
                if narrowed {
                    return (Basis::Growth, true);
                }
                // 居民消费价格指数控制在3%左右: a rise, whatever it is called.
                if ahead.closes_one(List::Prices) {
                    return (Basis::Growth, false);
                }
                if ahead.closes_one(List::FallRates) {
                    return (Basis::Growth, true);
                }
                if ahead.closes_one(List::GrowthRates) {
                    return (Basis::Growth, false);
                }
                if clause.has_one(List::GrowthNames) && !clause.has_one(List::ShareNames) {
                    return (Basis::Growth, false);
                }
                return (Basis::Share, false);
            }
        }
    }
    let joined = is_joint(bare);
    if joined && matches!(previous, Some((Basis::Multiple, ..))) && clause.has("增") {
        return (Basis::Growth, false);
    }
    if joined && let Some((basis @ (Basis::Growth | Basis::Share), down, Kind::Ratio)) = previous {
        return (basis, down);
    }
    let after = site.after();
    if after.begins_one(List::GrowthBehind) {
        return (Basis::Growth, false);
    }
    let tail = bare.after(bare.len().saturating_sub(10));
    let found = (0..tail.len())
        .rev()
        .find_map(|end| TABLES.changes.ending(tail.cut(0, end + 1)).map(|(_, &change)| (end, change)));
    if let Some((end, change)) = found {
        let between = tail.after(end + 1);
        let open = !between.iter().any(|&c| matches!(c, '，' | '；' | '占' | '比' | '率' | '到' | '至'));
        match change {
            Change::Up if open && strong(tail.cut(0, end + 1)) => return (Basis::Growth, false),
            Change::Down if open && strong(tail.cut(0, end + 1)) => return (Basis::Growth, true),
            _ => {}
        }
    }
    (if narrowed { Basis::Growth } else { Basis::Share }, narrowed)
}

/// Whether the word of change at the end is more than one 汉字, which alone may be part of a noun.
fn strong(text: &[char]) -> bool {
    TABLES.changes.ending(text).is_some_and(|(len, _)| len > 1)
}

/// `text` before the word of reaching at its end, and before what stands between.
fn reach_subject(text: &[char]) -> &[char] {
    let mut text = text;
    while let Some((len, Change::Reach)) = TABLES.changes.ending(text) {
        text = text.cut(0, text.len() - len);
        text = strip_adverbs(text);
    }
    text
}

/// `text` without the words between a change and its number: 增长（分别、约、近、不低于）5%.
fn strip_adverbs(text: &[char]) -> &[char] {
    let mut text = text;
    while let Some(len) = text.closing(List::BetweenChange).or_else(|| text.closes(" ").then_some(1)) {
        text = text.cut(0, text.len() - len);
    }
    text
}
