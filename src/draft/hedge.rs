//! How the source hedges a quantity: 以上, 左右, 超过, 力争, before it, behind it and said of a whole list.

use super::chars::Chars;
use super::judge::{Site, clause_start};
use super::outline::Part;
use super::scan::{Quantity, run};
use super::tables::{Hedge, Kind, Only, TABLES};
use super::wordlists::{List, Lists};
use crate::report::Qualifier;

/// How the source hedges the quantity.
pub(super) fn qualifier(site: &Site<'_>, part: Part) -> Option<Qualifier> {
    let mut text = site.before;
    let mut own = None;
    // 不低于全省平均, 达到, 占 may stand between the qualifier and its number.
    for _ in 0..3 {
        while text.last().is_some_and(|&c| matches!(c, ' ' | '“' | '了')) {
            text = text.cut(0, text.len() - 1);
        }
        if let Some((len, found)) = TABLES.before.ending(text) {
            if refuses(found, text.cut(0, text.len() - len), site) {
                break;
            }
            own = Some(found.qualifier);
            if found.qualifier != Qualifier::Toward {
                break;
            }
        }
        let Some(len) = text.closing(List::BetweenQualifier) else {
            break;
        };
        if own.is_some() {
            break;
        }
        text = text.cut(0, text.len() - len);
    }
    // 控制在3%左右 is about, 控制在3%以内 at most: what stands behind counts first.
    let hedge = site.quantity.hedge.or(own.filter(|&found| found != Qualifier::Toward));
    let hedge = hedge.or_else(|| reaching(site.before)).or_else(|| compared(site));
    if hedge.is_some() {
        return hedge;
    }
    let toward = own == Some(Qualifier::Toward) || site.clause().has_one(List::Aims) || aims_before(site);
    (part.looks_ahead() && toward).then_some(Qualifier::Toward)
}

/// So far before a clause what it aims at is looked for.
const AIMING: usize = 120;

/// Whether an aim that was said with the first figure goes on: 力争|新增企业6户，|新增园区70个; but not where it only
/// lifts what was promised before, 增长12%，力争13%，….
fn aims_before(site: &Site<'_>) -> bool {
    let ahead = site.text.cut(site.clause.saturating_sub(AIMING), site.clause);
    let ahead = ahead.after(ahead.iter().rposition(|&c| matches!(c, '；' | '：' | '。')).map_or(0, |at| at + 1));
    let aim = ahead.rfind_one(List::Aims).filter(|_| ahead.ends_with(&['，']));
    aim.is_some_and(|at| !has_figure(ahead.cut(0, at)) && has_figure(ahead.after(at)))
        && !site.clause().begins_one(List::Assures)
}

/// Whether digits stand there that are no year or date.
fn has_figure(text: &[char]) -> bool {
    let last = |&(at, c): &(usize, &char)| c.is_ascii_digit() && !text.at(at + 1).is_ascii_digit();
    text.iter().enumerate().filter(last).any(|(at, _)| !matches!(text.at(at + 1), '年' | '月' | '日'))
}

/// So far behind a quantity it is told where it moves: 向千亿元|迈进.
const MOVING: usize = 8;

/// So far a qualifier reaches over the act that stands between it and its number.
const REACH: usize = 10;

/// The qualifier that is said before the act: 至少|培育引进2家.
fn reaching(before: &[char]) -> Option<Qualifier> {
    TABLES.reaching.first_in(before.after(before.len().saturating_sub(REACH))).map(|(.., found)| found.qualifier)
}

/// So far before a share what it is compared with is looked for.
const COMPARED: usize = 14;

/// The qualifier of a share of what stands between: 不低于|当地低保标准的150%, 接近|工业总产值的70%.
fn compared(site: &Site<'_>) -> Option<Qualifier> {
    let before = site.before;
    if site.quantity.kind != Kind::Ratio || !before.closes_one(List::ComparedTo) {
        return None;
    }
    let near = before.after(before.len().saturating_sub(COMPARED));
    let at = (0..near.len()).rev().find(|&at| near.after(at).begins_one(List::Comparing))?;
    TABLES.before.at(near, at).map(|(_, found)| found.qualifier)
}

/// Of the members of a list with 分别 what stands before the first is said of all, and so is what stands behind the
/// last: 分别突破40亿元和60亿元, 分别增长7%和8%左右.
pub(super) fn share(text: &[char], quantities: &[Quantity], hedges: &mut [Option<Qualifier>]) {
    let mut from = 0;
    while let Some(first) = quantities.get(from) {
        let members = members(text, quantities.get(from..).unwrap_or_default());
        let span = from..from + members;
        from = span.end;
        let clause = text.cut(clause_start(text, first.span.start), first.span.start);
        let list = quantities.get(span.clone()).filter(|_| members > 1 && clause.has("分别"));
        let (Some(list), Some(hedges)) = (list, hedges.get_mut(span)) else { continue };
        let ahead = hedges.first().copied().flatten().filter(|_| first.hedge.is_none());
        let behind = list.last().and_then(|last| last.hedge.filter(|_| last.end > last.span.end));
        for (hedge, quantity) in hedges.iter_mut().zip(list) {
            // 分别控制在3%和4%左右: what stands behind is the closer one.
            let own = quantity.hedge.is_some() || hedge.is_some_and(|found| !gives_way(found));
            if !own {
                *hedge = behind.or(*hedge).or(ahead);
            }
        }
    }
}

/// Whether a qualifier before a list gives way to one behind it.
const fn gives_way(qualifier: Qualifier) -> bool {
    matches!(qualifier, Qualifier::AtMost | Qualifier::Toward)
}

/// How many quantities the list has that the first of these opens.
fn members(text: &[char], quantities: &[Quantity]) -> usize {
    run(text, quantities, |_, _, joint| matches!(joint, ['、' | '和' | '与' | '及']))
}

/// Whether 过 behind this is part of another word: 通过, 经过.
pub(super) fn passes_through(ahead: &[char]) -> bool {
    TABLES.before.at(&['过'], 0).is_some_and(|(_, hedge)| ahead.closes_any(&hedge.not))
}

/// Whether a word, which stands behind `ahead`, does not hedge this quantity: it is part of another word, or compares
/// with something else.
fn refuses(hedge: &Hedge, ahead: &[char], site: &Site<'_>) -> bool {
    let fits = match hedge.only {
        Only::Any => true,
        // 营业收入过千亿, but not 通过3项.
        Only::Scaled => site.quantity.scaled || site.quantity.unit.starts_with('万'),
        Only::Level => match site.quantity.kind {
            Kind::Points => false,
            Kind::Ratio => !ahead.has_one(List::ComparedLevels),
            _ => true,
        },
        Only::Moving => site.after().cut(0, MOVING).has_one(List::MovesToward),
    };
    !fits || ahead.closes_any(&hedge.not)
}
