//! Quantities in Chinese numerals and in words: 翻番, 七成, 三分之一, 百亿元, 第二位, 首位, 连续四年, 两轮.

use super::chars::{Chars, is_han, is_stop};
use super::hedge::passes_through;
use super::numeral::{Number, chinese, chinese_decimal, chinese_year, digit, is_numeral};
use super::scan::{Form, Numerals, Quantity, bare, with_unit};
use super::tables::{Kind, TABLES};
use super::units::{Found, tail, unit_at};
use super::wordlists::{List, Lists};
use crate::report::Qualifier;

/// What a wording turned out to be.
pub(super) enum Idiom {
    /// A quantity.
    Quantity(Quantity),
    /// No quantity; looked at up to here.
    Nothing(usize),
}

/// Whether a wording other than a numeral may begin with `c`.
pub(super) const fn may_begin(c: char) -> bool {
    matches!(c, '翻' | '首' | '榜' | '过' | '半' | '第' | '倍' | '万' | '亿')
}

/// The wording at `at`; `None` when nothing of the kind stands there.
pub(super) fn read(text: &[char], at: usize, numerals: Numerals) -> Option<Idiom> {
    match text.at(at) {
        '翻' => doubled(text, at),
        '首' | '榜' => first(text, at),
        '过' | '半' => half(text, at),
        '第' => rank(text, at),
        '倍' => text.is_at(at, "倍增").then(|| multiplied(text, at))?,
        '万' | '亿' => round(text, at, Number { value: 1.0, end: at }).map(Idiom::Quantity),
        _ => numeral(text, at, numerals),
    }
}

fn word(text: &[char], from: usize, to: usize, value: f64, (kind, unit): (Kind, &str)) -> Quantity {
    let (end, hedge) = tail(text, to);
    Quantity { kind, unit: unit.to_owned(), end, hedge, ..bare(from..to, value, Form::Word) }
}

/// 翻番, 翻一番, 翻了近两番, 翻倍.
fn doubled(text: &[char], at: usize) -> Option<Idiom> {
    let mut end = at + 1;
    while matches!(text.at(end), '了' | '近' | '超') {
        end += 1;
    }
    let times = digit(text.at(end));
    end += usize::from(times.is_some());
    if !matches!(text.at(end), '番' | '倍') {
        return None;
    }
    // 三年翻番|行动计划
    if text.after(end + 1).begins_one(List::DoublingPlans) {
        return Some(Idiom::Nothing(end + 1));
    }
    let mut value = 2.0;
    let mut more = times.unwrap_or(1.0);
    while more > 1.0 {
        value *= 2.0;
        more -= 1.0;
    }
    let mut quantity = word(text, at, end + 1, value, (Kind::Multiple, "倍"));
    let inside = text.cut(at, end);
    if inside.contains(&'近') {
        quantity.hedge = Some(Qualifier::Nearly);
    } else if inside.contains(&'超') {
        quantity.hedge = Some(Qualifier::Over);
    }
    Some(Idiom::Quantity(quantity))
}

/// 倍增 of a quantity, not of a plan.
fn multiplied(text: &[char], at: usize) -> Option<Idiom> {
    let name = text.after(at + 2).begins_one(List::DoublingPlans);
    let ends = !is_han(text.at(at + 2)) && text.at(at + 2) != '“';
    // 实施蓝鲸倍增、百亿突破三大攻坚行动: one of several campaigns.
    let rest = text.after(at + 2);
    let clause = rest.cut(0, rest.iter().position(|&c| is_stop(c)).unwrap_or(0));
    let listed = text.at(at + 2) == '、' && clause.has_one(List::DoublingPlans);
    let goes = !name && !listed && ends && !matches!(text.at(at.wrapping_sub(1)), '成' | '速' | '量');
    goes.then(|| Idiom::Quantity(word(text, at, at + 2, 2.0, (Kind::Multiple, "倍"))))
}

/// 首位 and 榜首 of a ranking.
fn first(text: &[char], at: usize) -> Option<Idiom> {
    let ranked = text.is_at(at, "首位") || text.is_at(at, "榜首");
    let before = text.cut(at.saturating_sub(12), at);
    let placed = before.has_one(List::FirstPlaced);
    let value = text.at(at + 2) != '度' && !(text.is_at(at, "首位") && before.closes_one(List::PutFirst));
    (ranked && placed && value).then(|| {
        let quantity = Quantity { form: Form::Rank, ..word(text, at, at + 2, 1.0, (Kind::Count, "位")) };
        Idiom::Quantity(Quantity { end: at + 2, hedge: None, ..quantity })
    })
}

/// 过半, 半数以上: a share of 50 %.
fn half(text: &[char], at: usize) -> Option<Idiom> {
    let share = |from, to, hedge| {
        let quantity = word(text, from, to, 50.0, (Kind::Ratio, "%"));
        Some(Idiom::Quantity(Quantity { hedge: quantity.hedge.or(hedge), ..quantity }))
    };
    if text.is_at(at, "过半")
        && !text.after(at + 2).begins_one(List::NotHalf)
        && !matches!(text.at(at.wrapping_sub(1)), '双' | '三' | '通')
    {
        return share(at, at + 2, Some(Qualifier::Over));
    }
    if text.is_at(at, "半数以上") {
        return share(at, at + 2, None);
    }
    None
}

/// 第二位, 第3名, and 全省第一 without a count word.
fn rank(text: &[char], at: usize) -> Option<Idiom> {
    let number = super::numeral::digits(text, at + 1).or_else(|| chinese(text, at + 1))?;
    let counted = matches!(text.at(number.end), '位' | '名');
    let before = text.cut(at.saturating_sub(12), at);
    let next = text.at(number.end + usize::from(counted));
    let wide = text.cut(at.saturating_sub(24), at);
    let wide = wide.after(wide.iter().rposition(|&c| is_stop(c)).map_or(0, |stop| stop + 1));
    let placed = before.closes_one(List::RankScopes)
        || wide.has_one(List::Ranked) && !is_han(next)
        || counted && !is_han(next) && !before.closes_one(List::PutFirst);
    let ends = matches!(text.at(number.end), '，' | '。' | '；' | '、' | '！' | '）' | '”' | '和' | '\0');
    // 全市第一、二、三产业: the industries.
    let listed = text.after(number.end).iter().position(|&c| c != '、' && !is_numeral(c));
    let industries = listed.is_some_and(|at| text.at(number.end + at) == '产');
    if industries || number.value < 1.0 || !(counted && (placed || before.has_one(List::RankMoved)) || placed && ends) {
        return Some(Idiom::Nothing(number.end));
    }
    let end = number.end + usize::from(counted);
    let quantity = Quantity { form: Form::Rank, ..word(text, at, end, number.value, (Kind::Count, "位")) };
    Some(Idiom::Quantity(Quantity { end, hedge: None, ..quantity }))
}

/// The first so many of a ranking, where nothing says what they are: 保持全省前|3|, 跻身全国前|十|.
pub(super) fn among_first(text: &[char], at: usize, number: Number) -> Option<Quantity> {
    let ahead = text.cut(0, at).strip_suffix(&['前'])?;
    let placed = ahead.closes_one(List::RankScopes) && number.value >= 1.0;
    let end = number.end + usize::from(matches!(text.at(number.end), '位' | '名'));
    let ends = matches!(text.at(end), '，' | '。' | '；' | '、' | '！' | '）' | '\0');
    (placed && ends).then(|| Quantity { form: Form::Rank, ..word(text, at, end, number.value, (Kind::Count, "位")) })
}

/// What begins with a Chinese numeral.
fn numeral(text: &[char], at: usize, numerals: Numerals) -> Option<Idiom> {
    if let Some(end) = year(text, at) {
        return Some(Idiom::Nothing(end));
    }
    if let Some(found) = fraction(text, at) {
        return Some(Idiom::Quantity(found));
    }
    let number = chinese(text, at)?;
    if let Some(found) = among_first(text, at, number) {
        return Some(Idiom::Quantity(found));
    }
    if matches!(text.at(at.wrapping_sub(1)), '第' | '“' | '之' | '任' | '十' | '百' | '千' | '万' | '亿' | '余')
    {
        return Some(Idiom::Nothing(number.end));
    }
    if let Some(found) = tenths(text, at, number).or_else(|| half_of(text, at)).or_else(|| two_digits(text, at)) {
        return Some(Idiom::Quantity(found));
    }
    if text.at(number.end) == '倍' && !text.is_at(number.end, "倍增") {
        return Some(Idiom::Quantity(word(text, at, number.end + 1, number.value, (Kind::Multiple, "倍"))));
    }
    if let Some(found) = big(text, at).or_else(|| round(text, at, number)).or_else(|| running(text, at, number)) {
        return Some(Idiom::Quantity(found));
    }
    if numerals == Numerals::Chinese
        && let Some(found) = with_unit(text, at, number.value, number.end)
        && (found.kind != Kind::Time && found.kind != Kind::Noun && found.kind != Kind::Bare)
        // 一个水平 counts nothing.
        && (number.value > 1.0 || found.unit != "个")
    {
        return Some(Idiom::Quantity(found));
    }
    Some(count(text, at, number).map_or(Idiom::Nothing(number.end), Idiom::Quantity))
}

/// A year, a month or a day in Chinese numerals: where it ends.
fn year(text: &[char], at: usize) -> Option<usize> {
    if chinese_year(text, at).is_some() && matches!(text.at(at + 4), '年' | '至' | '—' | '到' | '、') {
        return Some(at + 4);
    }
    let number = chinese(text, at)?;
    matches!(text.at(number.end), '月' | '日' | '届').then_some(number.end)
}

/// 百分之十一, 三分之一: a share in percent.
fn fraction(text: &[char], at: usize) -> Option<Quantity> {
    let low = chinese(text, at)?;
    if !text.is_at(low.end, "分之") {
        return None;
    }
    let top = chinese_decimal(text, low.end + 2)?;
    let (value, unit) = match low.value {
        100.0 => (top.value, "%"),
        1000.0 => (top.value, "‰"),
        other if top.value < other => ((top.value * 10000.0 / other).round() / 100.0, "%"),
        _ => return None,
    };
    Some(word(text, at, top.end, value, (Kind::Ratio, unit)))
}

/// 七成, 八成以上.
pub(super) fn tenths(text: &[char], at: usize, number: Number) -> Option<Quantity> {
    let whole = (1.0..=9.9).contains(&number.value) && text.at(number.end) == '成';
    let next = text.at(number.end + 1);
    let goes = !is_han(next) || text.after(number.end + 1).begins_one(List::TenthsBehind);
    (whole && goes).then(|| word(text, at, number.end + 1, number.value * 10.0, (Kind::Ratio, "%")))
}

/// 一半以上, 近一半.
fn half_of(text: &[char], at: usize) -> Option<Quantity> {
    let near = matches!(text.at(at.wrapping_sub(1)), '近' | '占' | '约' | '过' | '的');
    (text.is_at(at, "一半") && (near || text.is_at(at + 2, "以上")) && !text.is_at(at + 2, "是"))
        .then(|| word(text, at, at + 2, 50.0, (Kind::Ratio, "%")))
}

/// 两位数: at least ten percent.
fn two_digits(text: &[char], at: usize) -> Option<Quantity> {
    let grows = text.cut(at.saturating_sub(12), at).has_one(List::TwoDigits) || text.is_at(at + 3, "增长");
    (text.is_at(at, "两位数") && grows).then(|| {
        let quantity = word(text, at, at + 3, 10.0, (Kind::Ratio, "%"));
        Quantity { hedge: Some(Qualifier::AtLeast), ..quantity }
    })
}

/// A number above 万 in Chinese numerals throughout: 五亿五千万元 is 5.5 亿元.
fn big(text: &[char], at: usize) -> Option<Quantity> {
    let first = chinese(text, at)?;
    let scale = text.at(first.end);
    let worth = match scale {
        '亿' => 1e8,
        '万' => 1e4,
        _ => return None,
    };
    let (mut total, mut end) = (first.value * worth, first.end + 1);
    while let Some(next) = chinese(text, end) {
        // 百万|千瓦: the unit's own.
        if TABLES.units.at(text, end).is_some_and(|(len, _)| len > 1) {
            break;
        }
        let factor = if text.at(next.end) == '万' && worth > 1e4 { 1e4 } else { 1.0 };
        total += next.value * factor;
        end = next.end + usize::from(factor > 1.0);
        if factor <= 1.0 {
            break;
        }
    }
    if end == first.end + 1 {
        return None;
    }
    let found = unit_at(text, end)?;
    let unit = found.unit?;
    let value = (total / worth * 1e8).round() / 1e8;
    let mut quantity = word(text, at, found.end, value, (unit.kind, &format!("{scale}{}", unit.zh)));
    quantity.form = Form::Plain;
    Some(quantity)
}

/// 百亿元, 三百亿, 万亿元: round sums, with a unit, or reached by a verb.
fn round(text: &[char], at: usize, number: Number) -> Option<Quantity> {
    let before = text.cut(at.saturating_sub(6), at);
    // 跃上万亿元台阶, but not 上万人.
    let above = before.last() == Some(&'上') && !before.closes_one(List::SumReached);
    let counted = before.last().is_some_and(|c| {
        c.is_ascii_digit() || is_numeral(*c) || matches!(c, '多' | '余' | '几' | '双' | '数' | '亿' | '成' | '每' | '“')
    });
    let counted = counted || above;
    let found = unit_at(text, number.end).filter(Found::scaled)?;
    let big = found.written().contains(['亿', '万']);
    // 通过百亿基金, 过百亿园区: the one passes through something, the other is a class.
    let passed = before.strip_suffix(&['过']).is_some_and(|ahead| {
        passes_through(ahead) || is_han(text.at(found.end)) && !matches!(ahead.last(), Some('超' | '跨' | '迈' | '越'))
    });
    let reached = before.closes_one(List::SumReached) && !passed;
    let implied = number.end == at || matches!(text.at(at), '百' | '千');
    if implied && !reached && is_han(text.at(found.end)) && !text.is_at(found.end, "以上") {
        return None;
    }
    if counted || !big || found.unit.is_none() && !reached || text.at(found.end) == '级' {
        return None;
    }
    if found.unit.is_some_and(|unit| !matches!(unit.kind, Kind::Money | Kind::Measure)) && !reached {
        return None;
    }
    let mut quantity = with_unit(text, at, number.value, number.end)?;
    quantity.form = Form::Plain;
    Some(quantity)
}

/// 连续四年, 连续五次.
fn running(text: &[char], at: usize, number: Number) -> Option<Quantity> {
    let runs = text.cut(at.saturating_sub(3), at).has("连续");
    let found = unit_at(text, number.end).filter(|_| runs)?;
    let unit = found.unit.filter(|unit| matches!(unit.zh, "年" | "个月" | "个季度" | "次" | "届"))?;
    Some(word(text, at, found.end, number.value, (unit.kind, unit.zh)))
}

/// 两轮攻坚, 十条措施: counted in a Chinese numeral.
fn count(text: &[char], at: usize, number: Number) -> Option<Quantity> {
    let before = text.at(at.wrapping_sub(1));
    let listed = matches!(
        before,
        '各' | '每' | '这' | '那' | '前' | '上' | '同' | '近' | '几' | '双' | '、' | '其' | '分' | '为'
    ) || is_numeral(before);
    let (len, unit) = TABLES.units.at(text, number.end)?;
    let after = text.after(number.end + len);
    let group = after.begins_one(List::NotCounted);
    // 西十一条路: the name of a street.
    let street = matches!(before, '东' | '西' | '南' | '北') && after.begins_any(&["路", "街", "胡同"]);
    let noun = after.first().is_some_and(|&c| is_han(c));
    let kept = !listed
        && number.value >= 2.0
        && number.value < 100.0
        && text.after(number.end).begins_one(List::CountedInWords)
        && noun
        && !group
        && !street;
    let opens = at == 0 || is_stop(before);
    let places = unit.zh == "个" && opens && number.value >= 2.0 && after.begins_one(List::PlacesCounted);
    let quantity = || word(text, at, number.end + len, number.value, (unit.kind, unit.zh));
    (kept || places).then(|| Quantity { form: Form::Plain, sizes: unit.sizes, ..quantity() })
}
