//! A number with its unit: alone, with those it shares its unit with, or as a range; and why it is none after all.

use std::ops::Range;

use super::super::chars::{Chars, is_han};
use super::super::numeral::digits;
use super::super::passed::Reason;
use super::super::tables::{Kind, Sizes, TABLES};
use super::super::units::{tail, unit_at};
use super::super::wordlists::{List, Lists};
use super::{Form, Quantity};
use crate::report::Qualifier;

/// A number without a unit.
pub(in super::super) fn bare(span: Range<usize>, value: f64, form: Form) -> Quantity {
    let end = span.end;
    Quantity {
        span,
        end,
        value,
        upper: None,
        unit: String::new(),
        kind: Kind::Bare,
        sizes: Sizes::Open,
        form,
        hedge: None,
        scaled: false,
    }
}

/// The quantity that begins at `start`: number, scale, unit, qualifier.
pub(super) fn plain(text: &[char], start: usize) -> Option<Quantity> {
    let number = digits(text, start)?;
    with_unit(text, start, number.value, number.end).or_else(|| shared(text, start))
}

/// A number that has been read up to `at`, with the unit behind it.
pub(in super::super) fn with_unit(text: &[char], start: usize, value: f64, at: usize) -> Option<Quantity> {
    let mut found = unit_at(text, at)?;
    let mut end = found.end;
    // 12.7个、12个百分点: the first lost the rest of its unit to the second.
    if found.unit.is_some_and(|unit| unit.zh == "个") && !found.scaled() && matches!(text.at(end), '、' | '和') {
        let next = digits(text, end + 1).map(|next| next.end);
        if next.is_some_and(|next| text.is_at(next, "个百分点")) {
            found.unit = TABLES.units.at(&['个', '百', '分', '点'], 0).map(|(_, unit)| unit);
        }
    }
    end = past_note(text, end);
    let (end, behind) = tail(text, end);
    let hedge = behind.or(found.more.then_some(Qualifier::Over));
    let kind = found.unit.map_or(Kind::Bare, |unit| unit.kind);
    Some(Quantity {
        span: start..found.end,
        end,
        value,
        upper: None,
        unit: found.written(),
        kind,
        sizes: found.unit.map_or(Sizes::Open, |unit| unit.sizes),
        form: Form::Plain,
        hedge,
        scaled: found.scaled(),
    })
}

/// A number put together of several with scales of their own: 3万2千亿元 is 32,000 亿元, 1亿5千万元 is 1.5 亿元.
pub(super) fn compound(text: &[char], start: usize) -> Option<Quantity> {
    let first = digits(text, start)?;
    let worth = worth_of(text.at(first.end))?;
    let (mut sum, mut last, mut end) = (first.value * worth, worth, first.end + 1);
    while let Some(next) = digits(text, end) {
        // 10万5|千瓦: a unit of its own.
        let unit = TABLES.units.at(text, next.end).is_some_and(|(len, _)| len > 1);
        let Some(worth) = worth_of(text.at(next.end)).filter(|&worth| worth < last && !unit) else { break };
        // 5千万 within 1亿5千万
        let wide = text.at(next.end + 1) == '万' && worth < 1e4 && last > 1e4;
        let worth = if wide { worth * 1e4 } else { worth };
        (sum, last, end) = (sum + next.value * worth, worth, next.end + 1 + usize::from(wide));
    }
    if end == first.end + 1 {
        return None;
    }
    // 3万2千|亿元: the whole counts what is scaled once more.
    if text.at(end) == '亿' && first.value * worth < 1e8 {
        return with_unit(text, start, sum, end);
    }
    let quantity = with_unit(text, start, sum, end)?;
    let scale = text.at(first.end);
    Some(Quantity { value: sum / worth, unit: format!("{scale}{}", quantity.unit), scaled: true, ..quantity })
        .filter(|_| !quantity.scaled)
}

/// The worth of a scale.
const fn worth_of(scale: char) -> Option<f64> {
    match scale {
        '百' => Some(1e2),
        '千' => Some(1e3),
        '万' => Some(1e4),
        '亿' => Some(1e8),
        _ => None,
    }
}

/// The value of an index, which has no unit: 发展指数达76.4.
pub(super) fn index(text: &[char], start: usize) -> Option<Quantity> {
    let number = digits(text, start)?;
    let before = text.cut(start.saturating_sub(14), start);
    let before =
        before.after(before.iter().rposition(|&c| matches!(c, '，' | '。' | '；' | '、')).map_or(0, |at| at + 1));
    let measured = before.has_one(List::IndexBefore) && !before.closes_any(&["第", "前"]);
    let (end, hedge) = tail(text, number.end);
    // 城乡居民收入比由2.65|缩小到2.31
    let goes_on = before.has("由") && text.after(end).begins_one(List::ChangeBehind);
    let listed = matches!(text.at(end), '和' | '、') && text.at(end + 1).is_ascii_digit();
    let ends = goes_on || listed || !is_han(text.at(end)) && !text.at(end).is_ascii_alphanumeric();
    (measured && ends).then(|| Quantity { end, hedge, ..bare(start..number.end, number.value, Form::Plain) })
}

/// Behind a short remark in brackets before a qualifier: 30户（含）以上.
fn past_note(text: &[char], at: usize) -> usize {
    if text.at(at) != '（' {
        return at;
    }
    let len = text.after(at).iter().take(7).position(|&c| c == '）');
    match len {
        Some(len) if TABLES.after.at(text, at + len + 1).is_some() => at + len + 1,
        _ => at,
    }
}

/// The most numbers that share the unit of the last of them, beside the first two.
const SHARED: usize = 6;

/// A number that shares the unit of those behind it: 7.5、11.5%.
fn shared(text: &[char], start: usize) -> Option<Quantity> {
    let first = digits(text, start)?;
    if !matches!(text.at(first.end), '、' | '和' | '与') {
        return None;
    }
    let mut last = digits(text, first.end + 1)?;
    // 分别达到270、200和150个
    for _ in 0..SHARED {
        match digits(text, last.end + 1).filter(|_| matches!(text.at(last.end), '、' | '和' | '与')) {
            Some(next) => last = next,
            None => break,
        }
    }
    let found = unit_at(text, last.end)?;
    let unit = found.unit?;
    let mut quantity = bare(start..first.end, first.value, Form::Plain);
    (quantity.kind, quantity.sizes) = (unit.kind, unit.sizes);
    quantity.scaled = found.scaled();
    quantity.unit = found.written();
    (!matches!(unit.kind, Kind::Time | Kind::Noun) || unit.zh == "个工作日").then_some(quantity)
}

/// A range: 4.5%—5%, 3至4个, 10到15年.
pub(super) fn range(text: &[char], start: usize) -> Option<Quantity> {
    let low = digits(text, start)?;
    let first = unit_at(text, low.end);
    let after = first.as_ref().map_or(low.end, |found| found.end);
    let dashes = text.after(after).iter().take(3).take_while(|c| matches!(c, '-' | '—' | '~' | '至' | '到')).count();
    if dashes == 0 {
        return None;
    }
    let high = digits(text, after + dashes).filter(|high| high.value > low.value)?;
    let quantity = with_unit(text, start, low.value, high.end)?;
    let same = first.is_none_or(|found| {
        let written = found.written();
        written == quantity.unit || found.unit.is_none() && quantity.unit.starts_with(&written)
    });
    let date = text.at(high.end) == '月' || quantity.kind == Kind::Bare && !quantity.scaled;
    (same && !date).then_some(Quantity { upper: Some(high.value), ..quantity })
}

/// Why a number with a unit is no quantity after all.
pub(super) fn refused(text: &[char], quantity: &Quantity) -> Option<Reason> {
    let before = text.cut(quantity.span.start.saturating_sub(9), quantity.span.start);
    let single = digits(text, quantity.span.start)?.end;
    // 3至5|年内, but 经过10到15|年的努力
    let behind = quantity.span.end.saturating_sub(quantity.unit.chars().count());
    let after = if quantity.upper.is_none() { single } else { behind };
    let unit = unit_at(text, after).and_then(|found| found.unit)?;
    let wanted = &unit.before;
    let lapse = quantity.upper.is_none() || text.after(behind).begins_one(List::WithinYears);
    if !wanted.is_empty() && !before.has_any(wanted) && lapse {
        return Some(match unit.zh {
            "岁" | "周岁" => Reason::Age,
            "分" => Reason::Code,
            _ => Reason::Time,
        });
    }
    let small = !quantity.scaled && quantity.upper.is_none();
    if unit.kind == Kind::Noun && small && quantity.value > 100.0 {
        return Some(Reason::Road);
    }
    if matches!(unit.zh, "金" | "银" | "铜")
        && is_han(text.at(quantity.span.end))
        && !matches!(text.at(quantity.span.end), '佳' | '的' | '奖')
    {
        return Some(Reason::Code);
    }
    // 3人制篮球
    let kind = text.at(quantity.span.end) == '制' && !text.after(quantity.span.end).begins_one(List::NotKindOf);
    if kind && small {
        return Some(Reason::Class);
    }
    matches!(unit.zh, "周" | "秒").then_some(Reason::Time)
}
