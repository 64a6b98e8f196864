//! Digits that are no quantity by what stands around them: dates and damaged numbers.

use super::super::chars::Chars;
use super::super::numeral::digits;
use super::super::passed::Reason;
use super::super::units::unit_at;
use super::super::wordlists::{List, Lists};

/// Whether a unit or a scale stands at `at`, behind a point that has lost its digits.
pub(super) fn goes_on(text: &[char], at: usize) -> bool {
    matches!(text.at(at), '万' | '亿' | '%' | '$' | '千' | '百') || unit_at(text, at).is_some()
}

/// Where a damaged number ends, with its unit.
pub(super) fn damage(text: &[char], at: usize) -> usize {
    let digits = text.after(at).iter().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | '$' | '%')).count();
    let end = at + digits;
    unit_at(text, end).map_or(end, |found| found.end)
}

/// Years, months, days and hours.
pub(super) fn date(text: &[char], start: usize, end: usize) -> Option<(usize, Reason)> {
    let year = |from: usize| {
        let known = text.is_at(from, "19") || text.is_at(from, "20") || text.is_at(from, "21");
        digits(text, from).filter(|number| number.end - from == 4 && known).map(|number| number.end)
    };
    if let Some(first) = year(start) {
        let joint = text
            .after(first)
            .iter()
            .take_while(|c| matches!(c, '-' | '—' | '~' | '至' | '到' | '、' | '和' | '年' | '/'))
            .count();
        let last = (1..=4).contains(&joint).then(|| year(first + joint)).flatten();
        if matches!(text.at(first), '年' | '届') || last.is_some_and(|last| text.at(last) == '年') {
            return Some((first, Reason::Year));
        }
        let parted = matches!(text.at(first), '-' | '/' | '.') && text.at(first + 1).is_ascii_digit();
        if parted && text.after(first + 1).iter().take(6).any(|c| matches!(c, '-' | '/' | '.')) {
            let len = text
                .after(first)
                .iter()
                .take_while(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ':'))
                .count();
            return Some((first + len, Reason::Date));
        }
        if last.is_some() && text.at(first) != '、' {
            return Some((first, Reason::Year));
        }
        if text.after(first).begins_one(List::YearNames) {
            return Some((first, Reason::Year));
        }
    }
    let whole = text.cut(start, end).iter().all(char::is_ascii_digit) && end - start <= 2;
    let next = text.after(end);
    // ’98海南投资贸易洽谈会
    if whole && end - start == 2 && matches!(text.at(start.wrapping_sub(1)), '’' | '‘' | '\'') {
        return Some((end, Reason::Year));
    }
    // 9·26投资推介会, 5·12汶川特大地震
    if whole && next.begins("·") && next.at(1).is_ascii_digit() {
        return Some((digits(text, end + 1)?.end, Reason::Date));
    }
    if whole && (next.begins("月") || next.begins("日") || next.begins("时许") || next.begins_one(List::HourBehind))
    {
        return Some((end, Reason::Date));
    }
    // 1-9月, 1—11月份, 8日至10日
    let joint = usize::from(matches!(text.at(end), '-' | '—' | '~' | '至' | '、'));
    let second = digits(text, end + joint).filter(|_| joint == 1 && whole);
    if second.is_some_and(|second| second.end - end <= 3 && matches!(text.at(second.end), '月' | '日')) {
        return Some((end, Reason::Date));
    }
    if text.at(end) == ':' && text.at(end + 1).is_ascii_digit() && whole && text.at(end + 3) == ' ' {
        return Some((end + 3, Reason::Date));
    }
    None
}
