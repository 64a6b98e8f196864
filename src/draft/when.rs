//! Whether a figure is a result, a target or a base, and the years it is about.

use super::chars::{Chars, is_stop};
use super::judge::Site;
use super::outline::{Context, Part};
use super::scan::Form;
use super::tables::TABLES;
use crate::report::{Basis, Role, Years};

/// Whether it is a result, a target, or what a change starts from; and its years.
pub(super) fn role_and_year(site: &Site<'_>, basis: Basis, context: &Context) -> (Role, Option<Years>) {
    if is_base(site) {
        let named = last_year(site.clause());
        let plan = context.plan.filter(|_| context.part.looks_ahead());
        let year = match (named, context.year, plan) {
            (Some(year), ..) => Some(year),
            (None, Some(_), Some((first, _))) => Some(first - 1),
            (None, Some(year), None) if context.part.looks_ahead() => Some(year - 1),
            (None, Some(year), None) => Some(if context.span.is_some() { year - 6 } else { year - 2 }),
            (None, None, _) => None,
        };
        return (Role::Base, year.map(Years::One));
    }
    let ahead = context.part.looks_ahead()
        || site.clause().has_any(&["未来三年", "未来五年", "未来两年", "今后三年", "今后五年"]);
    let role = if ahead { Role::Target } else { Role::Result };
    (role, years(site, basis, context, role))
}

/// 由 A 提高到 B: whether this is A.
fn is_base(site: &Site<'_>) -> bool {
    let before = site.before();
    let near = before.after(before.len().saturating_sub(16));
    let from = near.rfind("由").or_else(|| near.rfind("从"));
    let starts = from.is_some_and(|at| {
        !near.after(at).iter().any(|&c| is_stop(c)) && !near.after(at).has_any(&["增至", "增加到", "提高到", "达到"])
    });
    let after = site.text.after(site.quantity.end);
    let near = after.cut(0, 10);
    let verb = [
        "提高", "提升", "增加", "增长", "增至", "提至", "升至", "升到", "下降", "降至", "降到", "降低", "压缩", "压减",
        "缩短", "收窄", "扩大", "减少", "减至", "发展", "攀升", "跃升", "上升", "调整", "优化", "回落", "精简", "跃居",
        "前移", "上调", "扩展", "增到", "翻", "拓展", "缩减", "减到", "变为", "提到", "调增", "增", "到", "至",
    ];
    let reach = near.iter().position(|&c| is_stop(c)).unwrap_or(near.len());
    let part = site.quantity.form == Form::Part;
    starts && (verb.iter().any(|word| near.cut(0, reach).has(word)) || part && near.at(0) != '，')
}

/// The last year that a stretch names: 2020年, but not 比2015年.
fn last_year(text: &[char]) -> Option<i32> {
    stated_years(text).last().copied().map(|(_, year)| year)
}

/// All years that a stretch names, with the place behind each.
fn stated_years(text: &[char]) -> Vec<(usize, i32)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at + 4 < text.len() {
        let digits =
            text.cut(at, at + 4).iter().all(char::is_ascii_digit) && !text.at(at.wrapping_sub(1)).is_ascii_digit();
        if digits && matches!(text.at(at + 4), '年') {
            if let Ok(year) = text.cut(at, at + 4).text().parse::<i32>()
                && (1949..=2100).contains(&year)
            {
                out.push((at + 5, year));
            }
            at += 5;
        } else {
            at += 1;
        }
    }
    out
}

fn years(site: &Site<'_>, basis: Basis, context: &Context, role: Role) -> Option<Years> {
    let clause = site.clause();
    if let Some(stated) = stated(site) {
        let plan = context.plan.filter(|&(_, last)| stated == Years::One(last) && role == Role::Target);
        return Some(match plan {
            Some((first, last)) if flows(site, basis) && last_year(clause).is_none() => Years::Span(first, last),
            _ => stated,
        });
    }
    let year = context.year?;
    let text = site.text.cut(0, site.quantity.span.start);
    let yearly = basis == Basis::Growth
        && (clause.has_any(&["年均", "年平均", "年递增"]) || text.has_any(&["年均增", "年均分别"]));
    let spread = yearly || clause.has_any(&["年均", "累计", "五年"]);
    if role == Role::Target && context.part.looks_ahead() {
        return Some(match context.plan {
            Some((first, last)) if spread || flows(site, basis) && !names_end(site) => Years::Span(first, last),
            Some((_, last)) => Years::One(last),
            None => Years::One(year),
        });
    }
    if role == Role::Target {
        let len = if clause.has_any(&["五年"]) {
            5
        } else if clause.has_any(&["两年"]) {
            2
        } else {
            3
        };
        return Some(Years::Span(year, year + len - 1));
    }
    let last = Years::One(year - 1);
    let span = Years::Span(year - 5, year - 1);
    let five = clause.has_any(&[
        "五年累计",
        "五年来",
        "五年间",
        "五年新增",
        "五年净增",
        "五年接待",
        "五年增长",
        "五年共",
        "过去五年",
    ]) || text.has_any(&["五年累计"]);
    if context.part == Part::Review && (yearly || five || clause.has_any(&["年均"]) || compares_plan(clause)) {
        return Some(span);
    }
    Some(match context.span {
        Some((first, end)) if spread || flows(site, basis) => Years::Span(first, end),
        _ => last,
    })
}

/// 比“十二五”增长: against a whole plan.
fn compares_plan(clause: &[char]) -> bool {
    let near = clause.rfind("比“十").or_else(|| clause.rfind("较“十"));
    near.is_some_and(|at| !clause.after(at).has_any(&["五”末", "五”初", "期末", "末增", "末提"]))
}

/// 到2025年: the level at the end of a plan.
fn names_end(site: &Site<'_>) -> bool {
    site.clause().has_any(&["期末", "末期"])
}

/// Whether a figure is added up over the years: it is counted or measured, and a verb of doing stands before it.
fn flows(site: &Site<'_>, basis: Basis) -> bool {
    if !matches!(basis, Basis::Level | Basis::Count) {
        return false;
    }
    let clause = site.text.cut(site.from, site.quantity.span.start);
    let stock = [
        "达到",
        "增至",
        "增加到",
        "提高到",
        "提升到",
        "扩大到",
        "总量",
        "总数",
        "拥有",
        "共有",
        "保有",
        "突破",
        "超过",
        "余额",
        "增长到",
        "发展到",
        "达",
    ];
    let tail = clause.after(clause.len().saturating_sub(4));
    let reached = stock.iter().any(|word| tail.has(word))
        || clause.has_any(&["总量", "总数", "拥有", "保有", "余额", "总里程", "总产值", "由", "从", "人均"]);
    TABLES.flows.first_in(clause).is_some() && !reached
}

/// The year that the sentence states for the quantity: 到2025年, and on over the clauses that follow.
/// A year in the middle of the sentence reaches to the next semicolon.
fn stated(site: &Site<'_>) -> Option<Years> {
    let text = site.text.cut(0, site.quantity.span.start);
    let segment = text.iter().rposition(|&c| c == '；').map_or(0, |at| at + 1);
    let found = stated_years(text);
    found.into_iter().rev().find_map(|(end, year)| {
        let before = text.cut(0, end - 5);
        let after = text.after(end);
        if let Some(last) = until(after).filter(|&last| last > year) {
            return Some(Years::Span(year, last));
        }
        let reaches = end > segment || end <= 7 || before.closes_any(&["到", "至"]);
        (reaches && !is_compared(before, after)).then_some(Years::One(year))
    })
}

/// 2003年|至2005年: the last year of a span.
fn until(after: &[char]) -> Option<i32> {
    let joint = after.begins_any(&["至", "到", "-", "—"]);
    let digits = after.cut(1, 5);
    let year = joint && digits.len() == 4 && digits.iter().all(char::is_ascii_digit) && after.at(5) == '年';
    year.then(|| digits.text().parse().ok()).flatten()
}

/// Whether a year only serves a comparison or names a plan: 比2015年, 2015年以来.
fn is_compared(before: &[char], after: &[char]) -> bool {
    let led = before.closes_any(&[
        "比",
        "较",
        "是",
        "为",
        "由",
        "从",
        "自",
        "在",
        "与",
        "和",
        "、",
        "-",
        "—",
        "于",
        "至",
        "相当于",
        "围绕",
        "高于",
        "低于",
        "完成",
    ]);
    led && !before.closes_any(&["力争到", "至到"])
        || after.begins_any(&["以来", "的", "同期", "以前", "末的", "起", "度", "前", "版", "后"])
            && !after.begins_any(&["前三", "前后", "底前"])
        || after.begins("底") && before.closes_any(&["比", "较"])
}
