//! The items of a list that shares its numbers with 分别.

use super::chars::{Chars, is_stop};
use super::numeral::is_numeral;
use super::tables::{Opening, TABLES};
use super::wording::{without_leading, without_trailing};

/// The items of a list before 分别, each with the aspect that the last one has.
pub(super) fn items_of(ahead: &[char]) -> Vec<Vec<char>> {
    let ahead = without_trailing(ahead);
    let ahead = ahead.after(ahead.iter().rposition(|&c| is_stop(c)).map_or(0, |at| at + 1));
    let ahead = ahead
        .iter()
        .position(|c| !c.is_ascii_digit() && !matches!(c, '.' | '%' | '，' | '、' | ' '))
        // 4G覆盖率: a digit that belongs to a word stays.
        .filter(|&at| !ahead.at(at).is_ascii_alphabetic())
        // 2010年工业比重: the year goes with its digits.
        .map_or(ahead, |at| ahead.after(at + usize::from(at >= 4 && ahead.at(at) == '年')));
    let mut items: Vec<Vec<char>> = Vec::new();
    let mut from = 0;
    let mut acts: Vec<(usize, Vec<char>)> = Vec::new();
    let mut open = 0_usize;
    for at in 0..=ahead.len() {
        match ahead.at(at) {
            '“' => open += 1,
            '”' => open = open.saturating_sub(1),
            _ => {}
        }
        let joint = ahead.at(at) == '、' || matches!(ahead.at(at), '和' | '及') && !inside_word(ahead, at);
        // “回迁难”|“办证难”
        let beside = at > from && ahead.at(at - 1) == '”' && ahead.at(at) == '“';
        if at == ahead.len() || joint && open == 0 || beside {
            let given = ahead.cut(from, at);
            let item = without_leading(given, |kind| kind != Opening::Sense);
            let item = item.after(usize::from(item.begins("以")));
            if is_ordinal(given) {
                items.push(given.to_vec());
            } else if !item.is_empty() {
                items.push(item.to_vec());
            } else if given.len() >= 2 {
                acts.push((items.len() + acts.len(), without_leading(given, |kind| kind == Opening::Frame).to_vec()));
            }
            from = if beside { at } else { at + 1 };
        }
    }
    share_ordinals(&mut items);
    share_aspect(&mut items);
    share_head(&mut items);
    share_object(items, &acts)
}

/// 新签约、新开工、新竣工工业项目: what was done last is done to the same things as what was done before.
fn share_object(mut items: Vec<Vec<char>>, acts: &[(usize, Vec<char>)]) -> Vec<Vec<char>> {
    let Some(object) = items.last().cloned() else { return items };
    for (at, act) in acts.iter().filter(|(_, act)| !act.is_empty()) {
        let at = (*at).min(items.len());
        items.insert(at, [act.as_slice(), object.as_slice()].concat());
    }
    items
}

/// 第一、二、三产业增加值: what the last number is of, the others are of too.
fn share_ordinals(items: &mut [Vec<char>]) {
    let Some((last, rest)) = items.split_last_mut() else { return };
    let from = usize::from(last.first() == Some(&'第'));
    if rest.is_empty() || !last.get(from).is_some_and(|&c| is_numeral(c)) || last.len() < from + 2 {
        return;
    }
    if !rest.iter().all(|item| is_ordinal(item)) {
        return;
    }
    let written = rest.first().is_some_and(|item| item.first() == Some(&'第'));
    let tail = last.after(from + 1).to_vec();
    for item in rest {
        let number = item.last().copied();
        *item = written.then_some('第').into_iter().chain(number).chain(tail.iter().copied()).collect();
    }
    if written && from == 0 {
        last.insert(0, '第');
    }
}

/// Whether an item is a number alone, 第一 or 二.
fn is_ordinal(item: &[char]) -> bool {
    let number = item.after(usize::from(item.first() == Some(&'第')));
    matches!(number, [c] if is_numeral(*c))
}

/// Whether 和 or 及 at `at` is part of a word (和谐, 共和, 普及).
fn inside_word(text: &[char], at: usize) -> bool {
    matches!(text.at(at + 1), '谐' | '美' | '平' | '田' | '顺')
        || matches!(text.at(at.wrapping_sub(1)), '共' | '总' | '呼' | '中' | '饱' | '泰' | '普' | '惠' | '涉')
}

/// 市属国企营业收入、利润: an aspect alone is of what the first aspect is of.
fn share_head(items: &mut [Vec<char>]) {
    let Some((first, rest)) = items.split_first_mut() else { return };
    let head = TABLES.aspects.ending(first).map_or(0, |(len, ())| first.len() - len);
    for item in rest.iter_mut().filter(|item| head >= 2 && TABLES.aspects.holds(item)) {
        if !TABLES.indicators.holds(item) {
            item.splice(0..0, first.cut(0, head).iter().copied());
        }
    }
}

/// 食品、石化、医药产业增加值: the aspect belongs to every item.
fn share_aspect(items: &mut [Vec<char>]) {
    let Some((last, rest)) = items.split_last_mut() else { return };
    let Some((len, ())) = TABLES.aspects.ending(last) else { return };
    // GDP、固定资产投资、居民人均可支配收入: the last is a thing of its own, no aspect of the others; but 存、贷款余额.
    if len == last.len() && !rest.iter().any(|item| item.ends_with(&['存'])) {
        return;
    }
    let aspect = last.cut(last.len() - len, last.len()).to_vec();
    for item in rest {
        let whole = item.last().is_some_and(|c| matches!(c, '值' | '率' | '额' | '量' | '数' | '入' | '次' | '费'));
        if !item.ends_with(&aspect) && !whole {
            item.extend(&aspect);
        }
    }
}
