//! All numbers of a sentence, left to right: quantities with scale and unit, and what is passed over.

use std::ops::Range;

use super::chars::{Chars, is_han};
use super::idiom::{self, Idiom};
use super::numeral::{digits, is_numeral};
use super::passed::{Passed, Reason, of_bare};
use super::tables::{Kind, TABLES};
use super::units::{tail, unit_at};
use super::wordlists::{List, Lists};
use crate::report::Qualifier;

/// How a quantity is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A number with its unit.
    Plain,
    /// A place in a ranking.
    Rank,
    /// One part of 13.3∶31.6∶55.1.
    Part,
    /// A word such as 翻番 or 过半.
    Word,
}

/// One quantity of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity {
    /// Its characters in the sentence, without the qualifier behind it.
    pub(super) span: Range<usize>,
    /// Where the qualifier behind it ends.
    pub(super) end: usize,
    pub(super) value: f64,
    pub(super) upper: Option<f64>,
    /// Scale and unit as in the source.
    pub(super) unit: String,
    pub(super) kind: Kind,
    pub(super) form: Form,
    /// The qualifier inside (余) or behind it (以上).
    pub(super) hedge: Option<Qualifier>,
    /// Whether a scale stands before the unit.
    pub(super) scaled: bool,
}

/// What a sentence holds of numbers.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub(super) quantities: Vec<Quantity>,
    pub(super) passed: Vec<Passed>,
}

/// Which numerals a report writes its quantities in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numerals {
    /// In digits; Chinese numerals only in certain wordings.
    Digits,
    /// In Chinese numerals throughout (reports before 1980).
    Chinese,
}

/// The numbers of `text`.
pub(super) fn scan(text: &[char], numerals: Numerals) -> Scan {
    let mut scanner = Scanner { text, at: 0, quoted: None, found: Scan::default() };
    while scanner.at < text.len() {
        scanner.step(numerals);
    }
    scanner.found
}

struct Scanner<'a> {
    text: &'a [char],
    at: usize,
    /// Where the quotation closes that the scanner is in.
    quoted: Option<usize>,
    found: Scan,
}

/// A quotation longer than this is speech, not a name.
const NAME: usize = 16;

impl Scanner<'_> {
    fn step(&mut self, numerals: Numerals) {
        let c = self.text.at(self.at);
        match c {
            '“' => self.quoted = self.closing('”'),
            '《' => self.quoted = self.closing('》'),
            _ if self.quoted.is_some_and(|end| self.at >= end) => self.quoted = None,
            _ => {}
        }
        if c.is_ascii_digit() {
            self.number();
            return;
        }
        if let Some((len, ())) = TABLES.fixed.at(self.text, self.at) {
            self.at += len;
            return;
        }
        if self.quoted.is_none() && (is_numeral(c) || idiom::may_begin(c)) {
            match idiom::read(self.text, self.at, numerals) {
                Some(Idiom::Quantity(quantity)) => {
                    let end = quantity.end;
                    self.found.quantities.push(quantity);
                    self.at = end.max(self.at + 1);
                }
                Some(Idiom::Nothing(end)) if self.text.cut(self.at, end).iter().any(char::is_ascii_digit) => {
                    self.pass(self.at, end, Reason::Ordinal);
                }
                Some(Idiom::Nothing(end)) => self.at = end.max(self.at + 1),
                None => self.at += 1,
            }
            return;
        }
        self.at += 1;
    }

    /// Where the quotation that opens here closes, when it is short enough to be a name.
    fn closing(&self, mark: char) -> Option<usize> {
        let inside = self.text.cut(self.at + 1, self.at + 2 + NAME * 2);
        let len = inside.iter().position(|&c| c == mark)?;
        let prose = inside.cut(0, len).iter().any(|&c| matches!(c, '，' | '。' | '；'));
        (len <= NAME || mark == '》').then_some(self.at + 1 + len).filter(|_| !prose)
    }

    fn pass(&mut self, start: usize, end: usize, reason: Reason) {
        self.found.passed.push(Passed { start, end, reason });
        self.at = end.max(start + 1);
    }

    /// The number in digits that begins here.
    fn number(&mut self) {
        let start = self.at;
        let Some(number) = digits(self.text, start) else {
            self.at += 1;
            return;
        };
        if let Some((end, reason)) = self.no_quantity(start, number.end) {
            self.pass(start, end, reason);
            return;
        }
        if self.parts(start) || self.fraction(start) {
            return;
        }
        if let Some(share) = idiom::tenths(self.text, start, number) {
            self.at = share.end;
            self.found.quantities.push(share);
            return;
        }
        if let Some(quantity) =
            range(self.text, start).or_else(|| plain(self.text, start)).or_else(|| index(self.text, start))
        {
            if let Some(reason) = refused(self.text, &quantity) {
                self.pass(start, quantity.span.end, reason);
                return;
            }
            self.at = quantity.end;
            self.found.quantities.push(quantity);
            return;
        }
        let reason = of_bare(self.text, start, number.end);
        self.pass(start, number.end, reason);
    }

    /// What can be told from the number and its neighbours alone.
    fn no_quantity(&self, start: usize, end: usize) -> Option<(usize, Reason)> {
        let (text, before) = (self.text, self.text.at(start.wrapping_sub(1)));
        if text.at(end) == '.' && !text.at(end + 1).is_ascii_digit() && start > 0 && goes_on(text, end + 1) {
            return Some((damage(text, end), Reason::Damaged));
        }
        if text.at(end) == '$' || before == '$' {
            return Some((damage(text, end), Reason::Damaged));
        }
        if self.quoted.is_some() {
            return Some((end, Reason::Slogan));
        }
        if let Some(end) = date(text, start, end) {
            return Some(end);
        }
        if before == '第' && !matches!(text.at(end), '位' | '名') {
            return Some((end, Reason::Ordinal));
        }
        let letter =
            before.is_ascii_alphabetic() || matches!(before, '·' | '#' | '+' | 'Ⅰ'..='Ⅻ') || before == '.' && start > 1;
        let joined = before == '-' && text.at(start.wrapping_sub(2)).is_ascii_alphabetic();
        if letter && !text.cut(start.saturating_sub(3), start).closes("GDP") || joined {
            return Some((end, Reason::Code));
        }
        let next = text.at(end);
        if next.is_ascii_alphabetic() && unit_at(text, end).is_none() {
            let reason = if matches!(next, 'G' | 'D' | 'K') { Reason::Generation } else { Reason::Grade };
            return Some((end + 1, if matches!(next, 'A' | 'G' | 'D' | 'K') { reason } else { Reason::Code }));
        }
        if matches!(next, '+' | '×') {
            return Some((end, Reason::Slogan));
        }
        if matches!(before, '纬' | '经') && next == '度' {
            return Some((end + 1, Reason::Coordinate));
        }
        None
    }

    /// The parts of a ratio: 13.3∶31.6∶55.1.
    fn parts(&mut self, start: usize) -> bool {
        let mut spans = Vec::new();
        let mut at = start;
        while let Some(number) = digits(self.text, at) {
            spans.push((at..number.end, number.value));
            if !matches!(self.text.at(number.end), '∶' | ':' | '：') || !self.text.at(number.end + 1).is_ascii_digit()
            {
                break;
            }
            at = number.end + 1;
        }
        if spans.len() < 2 {
            return false;
        }
        let before = self.text.cut(start.saturating_sub(24), start);
        let known = before.has_one(List::RatioBefore);
        for (span, value) in spans {
            let end = span.end;
            if known {
                self.found.quantities.push(bare(span, value, Form::Part));
            } else {
                self.found.passed.push(Passed { start: span.start, end, reason: Reason::Unknown });
            }
            self.at = end;
        }
        true
    }

    /// 1/3, as a share.
    fn fraction(&mut self, start: usize) -> bool {
        let Some(top) = digits(self.text, start) else { return false };
        let Some(low) = digits(self.text, top.end + 1).filter(|_| self.text.at(top.end) == '/') else { return false };
        let small = top.value < low.value && low.value <= 10.0 && !self.text.at(low.end).is_ascii_alphanumeric();
        if small {
            let share = (top.value * 10000.0 / low.value).round() / 100.0;
            let quantity =
                Quantity { unit: "%".to_owned(), kind: Kind::Ratio, ..bare(start..low.end, share, Form::Word) };
            let (end, hedge) = tail(self.text, low.end);
            self.found.quantities.push(Quantity { end, hedge, ..quantity });
            self.at = end;
        }
        small
    }
}

/// Whether a unit or a scale stands at `at`, behind a point that has lost its digits.
fn goes_on(text: &[char], at: usize) -> bool {
    matches!(text.at(at), '万' | '亿' | '%' | '$' | '千' | '百') || unit_at(text, at).is_some()
}

/// Where a damaged number ends, with its unit.
fn damage(text: &[char], at: usize) -> usize {
    let digits = text.after(at).iter().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | '$' | '%')).count();
    let end = at + digits;
    unit_at(text, end).map_or(end, |found| found.end)
}

/// Years, months, days and hours.
fn date(text: &[char], start: usize, end: usize) -> Option<(usize, Reason)> {
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

/// A number without a unit.
pub(super) fn bare(span: Range<usize>, value: f64, form: Form) -> Quantity {
    let end = span.end;
    Quantity { span, end, value, upper: None, unit: String::new(), kind: Kind::Bare, form, hedge: None, scaled: false }
}

/// The quantity that begins at `start`: number, scale, unit, qualifier.
fn plain(text: &[char], start: usize) -> Option<Quantity> {
    let number = digits(text, start)?;
    with_unit(text, start, number.value, number.end).or_else(|| shared(text, start))
}

/// A number that has been read up to `at`, with the unit behind it.
pub(super) fn with_unit(text: &[char], start: usize, value: f64, at: usize) -> Option<Quantity> {
    let mut found = unit_at(text, at)?;
    let mut end = found.end;
    // 12.7个、12个百分点: the first lost the rest of its unit to the second.
    if found.written == "个" && matches!(text.at(end), '、' | '和') {
        let next = digits(text, end + 1).map(|next| next.end);
        if next.is_some_and(|next| text.is_at(next, "个百分点")) {
            "个百分点".clone_into(&mut found.written);
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
        unit: found.written,
        kind,
        form: Form::Plain,
        hedge,
        scaled: found.scaled,
    })
}

/// The value of an index, which has no unit: 发展指数达76.4.
fn index(text: &[char], start: usize) -> Option<Quantity> {
    let number = digits(text, start)?;
    let before = text.cut(start.saturating_sub(9), start);
    let before =
        before.after(before.iter().rposition(|&c| matches!(c, '，' | '。' | '；' | '、')).map_or(0, |at| at + 1));
    let measured = before.has_one(List::IndexBefore) && !before.closes_any(&["第", "前"]);
    let (end, hedge) = tail(text, number.end);
    let ends = !is_han(text.at(end)) && !text.at(end).is_ascii_alphanumeric();
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
    quantity.kind = unit.kind;
    quantity.scaled = found.scaled;
    quantity.unit = found.written;
    (!matches!(unit.kind, Kind::Time | Kind::Noun)).then_some(quantity)
}

/// A range: 4.5%—5%, 3至4个, 10到15年.
fn range(text: &[char], start: usize) -> Option<Quantity> {
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
        found.written == quantity.unit || found.unit.is_none() && quantity.unit.starts_with(&found.written)
    });
    let date = text.at(high.end) == '月' || quantity.kind == Kind::Bare && !quantity.scaled;
    (same && !date).then_some(Quantity { upper: Some(high.value), ..quantity })
}

/// Why a number with a unit is no quantity after all.
fn refused(text: &[char], quantity: &Quantity) -> Option<Reason> {
    let before = text.cut(quantity.span.start.saturating_sub(9), quantity.span.start);
    let after = digits(text, quantity.span.start)?.end;
    let unit = unit_at(text, after).and_then(|found| found.unit)?;
    let wanted = &unit.before;
    if !wanted.is_empty() && !before.has_any(wanted) && quantity.upper.is_none() {
        return Some(match unit.zh {
            "岁" => Reason::Age,
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
    matches!(unit.zh, "周" | "秒").then_some(Reason::Time)
}
