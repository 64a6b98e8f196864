//! Whether a figure is a result, a target or a base, and the years it is about.

use super::chars::{Chars, is_han, is_stop, place_of};
use super::judge::Site;
use super::numeral::digit;
use super::outline::{Context, Part};
use super::scan::Form;
use super::tables::{Kind, TABLES};
use super::wordlists::{List, Lists};
use super::years::plan_years;
use crate::report::{Basis, Role, Years};

/// Whether it is a result, a target, or what a change starts from; and its years.
pub(super) fn role_and_year(site: &Site<'_>, basis: Basis, context: &Context) -> (Role, Option<Years>) {
    if is_base(site) {
        let named = last_year(site, site.clause);
        let plan = context.plan.filter(|_| context.part.looks_ahead());
        let over_years = context.span.is_some() && !site.clause().has_one(List::YearBefore);
        let year = match (named, context.year, plan) {
            (Some(year), ..) => Some(year),
            (None, Some(_), Some((first, _))) => Some(first - 1),
            (None, Some(year), None) if context.part.looks_ahead() => Some(year - 1),
            (None, Some(year), None) => Some(if over_years { year - 6 } else { year - 2 }),
            (None, None, _) => None,
        };
        return (Role::Base, year.map(Years::One));
    }
    if context.part == Part::Review && is_expected(site) {
        return (Role::Target, years(site, basis, context, Role::Result));
    }
    let ahead = context.part.looks_ahead() || site.clause().has_one(List::YearsToCome);
    let role = if ahead { Role::Target } else { Role::Result };
    (role, years(site, basis, context, role))
}

/// Whether a result is set against this figure, which was promised: 控制在预期|4.2%|以内, 好于下降|7%|的预期.
fn is_expected(site: &Site<'_>) -> bool {
    let changed = matches!(site.quantity.kind, Kind::Points);
    let behind = || site.before.has_one(List::Beats) && site.after().begins_one(List::ExpectedBehind);
    !changed && (site.before.closes_one(List::Expected) || behind())
}

/// 由 A 提高到 B: whether this is A.
fn is_base(site: &Site<'_>) -> bool {
    let part = site.quantity.form == Form::Part;
    // 由1800元|和1500元|统一提高到2200元, 由8.7∶|54.7|∶36.6调整为6.2∶53.1∶40.7
    let before = if part || site.is_listed() { site.clause() } else { site.before };
    let near = before.after(before.len().saturating_sub(16));
    let from = near.rfind("由").or_else(|| near.rfind("从"));
    let ended = |from: &[char]| from.has_one(List::Reached) || part && from.has_one(List::ChangeBehind);
    let starts = from.is_some_and(|at| !near.after(at).iter().any(|&c| is_stop(c)) && !ended(near.after(at)));
    let after = site.text.after(site.quantity.end);
    let near = after.cut(0, 10);
    let reach = near.iter().position(|&c| is_stop(c)).unwrap_or(near.len());
    starts && (near.cut(0, reach).has_one(List::ChangeBehind) || part && near.at(0) != '，')
}

/// A year that a sentence names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    /// Behind it.
    end: usize,
    year: i32,
}

/// The last year that a sentence names before a quantity, from `from` on.
fn last_year(site: &Site<'_>, from: usize) -> Option<i32> {
    named_before(site, from).next_back().map(|named| named.year)
}

/// The years that a sentence names before a quantity, from `from` on.
fn named_before<'a>(site: &Site<'a>, from: usize) -> impl DoubleEndedIterator<Item = Named> + use<'a> {
    let end = site.quantity.span.start;
    site.years.iter().filter(move |named| named.end >= from + YEAR && named.end <= end).copied()
}

/// The characters of a year.
const YEAR: usize = 5;

/// All years that a sentence names.
pub(super) fn named_years(text: &[char]) -> Vec<Named> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(at) = place_of(text.after(from), '年').map(|at| from + at) {
        from = at + 1;
        let Some(start) = from.checked_sub(YEAR) else { continue };
        let whole = !text.at(start.wrapping_sub(1)).is_ascii_digit();
        let mut digits = text.cut(start, at).iter();
        let year = digits.try_fold(0, |year, c| Some(year * 10 + c.to_digit(10)?));
        let year = year.and_then(|year| i32::try_from(year).ok()).filter(|year| whole && (1949..=2100).contains(year));
        out.extend(year.map(|year| Named { end: from, year }));
    }
    out
}

fn years(site: &Site<'_>, basis: Basis, context: &Context, role: Role) -> Option<Years> {
    let clause = site.clause();
    if role == Role::Target
        && context.part.looks_ahead()
        && let Some(span) = average(site, basis, context)
    {
        return Some(span);
    }
    // PM2.5年均浓度: the mean of one year.
    let mean = || clause.has_one(List::YearlyMean);
    let past = || Years::One(context.year.unwrap_or_default() - 1);
    let averaged = || basis == Basis::Growth && clause.has_one(List::Yearly) && !mean();
    let whole = || context.part == Part::Review && role == Role::Result && averaged();
    // 2015年达到1059亿元、年均增长10%: the average is of the years up to then.
    if let Some(stated) = stated(site).filter(|&stated| stated != past() || !whole()) {
        let plan = context.plan.filter(|&(_, last)| stated == Years::One(last) && role == Role::Target);
        return Some(match plan {
            Some((first, last)) if flows(site, basis) && last_year(site, site.clause).is_none() => {
                Years::Span(first, last)
            }
            _ => stated,
        });
    }
    let year = context.year?;
    let text = site.text.cut(0, site.quantity.span.start);
    let yearly = averaged() || basis == Basis::Growth && text.has_any(&["年均增", "年均分别"]);
    let spread = || yearly || clause.has_one(List::Spread) && !mean();
    if role == Role::Target && context.part.looks_ahead() {
        return Some(match context.plan {
            Some((first, last)) if spread() || flows(site, basis) && !names_end(site) => Years::Span(first, last),
            Some((_, last)) => Years::One(last),
            None if let Some(last) = within(text, year) => {
                if flows(site, basis) {
                    Years::Span(year, last)
                } else {
                    Years::One(last)
                }
            }
            // An average over years is of no single year: it is of the plan that has just begun, or not told.
            None if yearly && year % 5 == 1 => Years::Span(year, year + 4),
            None if yearly => return None,
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
    let five = || clause.has_one(List::OverFiveYears) || text.has("五年累计");
    let averaged = || clause.has("年均") && !mean();
    if context.part == Part::Review && (yearly || five() || averaged() || compares_plan(clause)) {
        return Some(span);
    }
    Some(match context.span {
        // 去年改造老旧小区19个: of five years the last.
        Some(_) if clause.has_one(List::LastYear) => last,
        Some((first, end)) if spread() || flows(site, basis) => Years::Span(first, end),
        _ => last,
    })
}

/// So far before a quantity the years are looked for in which it is to be done.
const WITHIN: usize = 60;

/// The last of the years in which it is to be done: 在3年内, 用五年时间.
fn within(text: &[char], year: i32) -> Option<i32> {
    let text = text.after(text.len().saturating_sub(WITHIN));
    // 用两年时间打好歼灭战，今年|改造60万亩
    let open = |at: &usize| !text.after(*at).contains(&'；') && !text.after(*at).has_one(List::AimedAt);
    let at = text.rfind_one(List::WithinYears).filter(open)?;
    let number = text.at(at.wrapping_sub(1));
    let years = (2_u8..=9).find(|&years| digit(number) == Some(years.into()) || number == char::from(b'0' + years))?;
    let alone = is_han(text.at(at.wrapping_sub(2))) && !matches!(text.at(at - 2), '到' | '至' | '十' | '第');
    alone.then_some(year + i32::from(years) - 1)
}

/// The years over which a rate is promised on average: those of the plan, or of what the sentence names.
fn average(site: &Site<'_>, basis: Basis, context: &Context) -> Option<Years> {
    let text = site.text.cut(0, site.quantity.span.start);
    let clause = site.clause();
    if basis != Basis::Growth || !clause.has_one(List::Yearly) || clause.has_one(List::YearlyMean) {
        return None;
    }
    let year = context.year?;
    let ends = last_year(site, 0).filter(|&last| last > year);
    let five = (year, year + 4);
    let named = || {
        let plan = plan_years(text).filter(|&(_, last)| last >= year);
        plan.or_else(|| text.has_one(List::FiveToCome).then_some(five))
    };
    let plan = context.plan.or_else(named);
    let (first, last) = match (plan, ends) {
        (Some((first, last)), Some(end)) if end != last => (first.max(year).min(end), end),
        (Some(plan), _) => plan,
        (None, Some(end)) => (year, end),
        (None, None) => return None,
    };
    Some(Years::Span(first, last))
}

/// 比“十二五”增长: against a whole plan.
fn compares_plan(clause: &[char]) -> bool {
    let near = clause.rfind("比“十").or_else(|| clause.rfind("较“十"));
    near.is_some_and(|at| !clause.after(at).has_one(List::EndOfPlan))
}

/// 规划期末: the level at the end of a plan.
fn names_end(site: &Site<'_>) -> bool {
    site.clause().has_any(&["期末", "末期"])
}

/// Whether a figure is added up over the years: it is counted or measured, and a verb of doing stands before it.
fn flows(site: &Site<'_>, basis: Basis) -> bool {
    if !matches!(basis, Basis::Level | Basis::Count) {
        return false;
    }
    // 完成A1000公里、B1000公里: a list has one verb.
    let listed = site.is_listed();
    let clause = site.text.cut(if listed { site.clause } else { site.from }, site.quantity.span.start);
    let tail = clause.after(clause.len().saturating_sub(4));
    let told = if listed { clause } else { tail };
    let reached = told.has_one(List::StockReached) || clause.has_one(List::StockInClause);
    TABLES.flows.first_in(clause).is_some() && !reached || basis == Basis::Count && clause.is_empty() && is_done(site)
}

/// How far behind a number what was done to what it counts is looked for.
const DONE: usize = 16;

/// Whether what was done stands behind what is counted, at the end of the clause: 15家|国有企业改制|退出.
fn is_done(site: &Site<'_>) -> bool {
    let after = site.after().cut(0, DONE);
    let run = after.iter().position(|&c| is_stop(c)).map_or(&[][..], |at| after.cut(0, at));
    TABLES.flows.ending(run).is_some_and(|(len, ())| len < run.len())
}

/// The year that the sentence states for the quantity: 到2025年, and on over the clauses that follow.
/// A year in the middle of the sentence reaches to the next semicolon.
fn stated(site: &Site<'_>) -> Option<Years> {
    let text = site.text.cut(0, site.quantity.span.start);
    let segment = text.iter().rposition(|&c| c == '；').map_or(0, |at| at + 1);
    if let Some(last) = plan_end(text.after(segment)) {
        return Some(Years::One(last));
    }
    named_before(site, 0).rev().find_map(|Named { end, year }| {
        let before = text.cut(0, end - 5);
        let after = text.after(end);
        if let Some(last) = until(after).filter(|&last| last > year) {
            return Some(Years::Span(year, last));
        }
        let reaches = end > segment || end <= 7 || before.closes_any(&["到", "至"]);
        (reaches && !is_compared(before, after)).then_some(Years::One(year))
    })
}

/// The last year of the plan up to whose end a sentence looks: 到“十五”期末; none where a year follows.
fn plan_end(text: &[char]) -> Option<i32> {
    let open = text.iter().rposition(|&c| c == '“').filter(|&at| text.cut(0, at).closes_one(List::UntilPlan))?;
    let plan = text.after(open);
    let close = plan.find("”").filter(|&at| plan.after(at + 1).begins_one(List::PlanEnd))?;
    let later = plan.after(close).contains(&'年');
    plan_years(plan.cut(0, close + 1)).filter(|_| !later).map(|(_, last)| last)
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
    let led = before.closes_one(List::YearCompared);
    led && !before.closes_any(&["力争到", "至到"])
        || after.begins_one(List::YearNamed) && !after.begins_one(List::YearReaches)
        || after.begins("底") && before.closes_any(&["比", "较"])
}
