//! All numbers of a sentence, left to right: quantities with scale and unit, and what is passed over.

mod quantity;
mod refused;

use std::ops::Range;

use super::chars::Chars;
use super::idiom::{self, Idiom};
use super::numeral::{digits, is_numeral};
use super::passed::{Passed, Reason, of_bare};
use super::tables::{Kind, Sizes, TABLES};
use super::units::{tail, unit_at};
use super::wordlists::{List, Lists};
use crate::report::Qualifier;
pub(super) use quantity::{bare, with_unit};
use quantity::{compound, index, plain, range, refused};
use refused::{damage, date, goes_on};

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
    /// When it only says which kind is meant.
    pub(super) sizes: Sizes,
    pub(super) form: Form,
    /// The qualifier inside (余) or behind it (以上).
    pub(super) hedge: Option<Qualifier>,
    /// Whether a scale stands before the unit.
    pub(super) scaled: bool,
}

/// How many of these follow one another from the first, where `goes_on` is told two of them and what stands between.
pub(super) fn run(
    text: &[char],
    quantities: &[Quantity],
    goes_on: impl Fn(&Quantity, &Quantity, &[char]) -> bool,
) -> usize {
    let pairs = quantities.iter().zip(quantities.iter().skip(1)).take(RUN - 1);
    1 + pairs.take_while(|(this, next)| goes_on(this, next, text.cut(this.end, next.span.start))).count()
}

/// The most numbers that follow one another in one list.
pub(super) const RUN: usize = 24;

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
    while let Some(next) = text.after(scanner.at).iter().position(|&c| TABLES.counting.holds(c)) {
        scanner.at += next;
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

/// The characters with which anything may begin that a scan looks at: numbers and wordings of numbers, names that hold
/// numbers, quotations. All others are passed by.
pub(super) fn begins_anything(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '“' | '《') || is_numeral(c) || idiom::may_begin(c)
}

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
        if let Some(share) =
            idiom::tenths(self.text, start, number).or_else(|| idiom::among_first(self.text, start, number))
        {
            self.at = share.end;
            self.found.quantities.push(share);
            return;
        }
        let told = range(self.text, start)
            .or_else(|| compound(self.text, start))
            .or_else(|| plain(self.text, start))
            .or_else(|| index(self.text, start));
        if let Some(quantity) = told {
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
        // 024区号
        if text.at(start) == '0' && text.at(start + 1).is_ascii_digit() {
            return Some((end, Reason::Code));
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
        let letter = before.is_ascii_alphabetic()
            || matches!(before, '·' | '#' | '+' | '_' | 'Ⅰ'..='Ⅻ')
            || before == '.' && start > 1;
        let ahead = text.at(start.wrapping_sub(2));
        // 40/41所: the second is no number of institutes.
        let joined = before == '-' && ahead.is_ascii_alphabetic() || before == '/' && ahead.is_ascii_digit();
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
        // 由1995年的15.1∶50.2∶34.7变化到2000年的10.4∶51.1∶38.5
        let again = self.found.quantities.last().is_some_and(|last| last.form == Form::Part && last.end + 14 > start);
        let known = again || before.has_one(List::RatioBefore);
        for (span, value) in spans {
            let end = span.end;
            if known {
                self.found.quantities.push(bare(span, value, Form::Part));
            } else {
                // A scale of maps, or how much is given for how much.
                self.found.passed.push(Passed { start: span.start, end, reason: Reason::Class });
            }
            self.at = end;
        }
        true
    }

    /// 1/3, as a share.
    fn fraction(&mut self, start: usize) -> bool {
        let Some(top) = digits(self.text, start) else { return false };
        let Some(low) = digits(self.text, top.end + 1).filter(|_| self.text.at(top.end) == '/') else { return false };
        let next = self.text.at(low.end);
        // 7.95/10万 is a rate of its own.
        let whole =
            top.value.fract() == 0.0 && !matches!(next, '万' | '亿' | '千' | '百') && !next.is_ascii_alphanumeric();
        let small = whole && top.value < low.value && low.value <= 10.0;
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
