//! Digits that are no quantity, and why.

use std::ops::Range;

use super::chars::{Chars, is_han};
use super::tables::TABLES;
use super::wordlists::{List, Lists};
use crate::text::Label;

/// Why digits are in no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A year.
    Year,
    /// A month, a day, an hour.
    Date,
    /// A length of time that measures nothing (三年行动).
    Time,
    /// 第19届, 第3批.
    Ordinal,
    /// 500强, 十佳.
    List,
    /// 5A级, 三级.
    Grade,
    /// 5G, 3D.
    Generation,
    /// 2.0版.
    Version,
    /// G331, 219国道, 3号线.
    Road,
    /// Letters and digits, telephone numbers, document numbers.
    Code,
    /// Of a firm, a place, a product (301医院, 尼龙66).
    Name,
    /// 15连丰, 1拖1, 降为0.
    Phrase,
    /// An age or another condition (60周岁).
    Age,
    /// “1+5”, “20条”.
    Slogan,
    /// The number of a list's item.
    ListNumber,
    /// A mark of a footnote.
    Footnote,
    /// A coordinate.
    Coordinate,
    /// Digits that were lost in the copy.
    Damaged,
    /// A size that only says which kind is meant (亿元以上项目, 12英寸).
    Class,
    /// In a heading.
    Heading,
    /// Before the report begins.
    Front,
    /// In the closing words.
    Closing,
    /// In the notes behind the report.
    Notes,
    /// None of these: neither unit nor a known wording.
    Unknown,
    /// No rule has looked at it.
    Other,
}

impl Reason {
    /// The reason in words.
    pub const fn label(self) -> Label {
        match self {
            Self::Year => Label::new("年份", "a year"),
            Self::Date => Label::new("日期或时刻", "a date or an hour"),
            Self::Time => Label::new("时限，不是计量", "a length of time that measures nothing"),
            Self::Ordinal => Label::new("序数", "an ordinal"),
            Self::List => Label::new("榜单名称", "the name of a list"),
            Self::Grade => Label::new("等级", "a grade"),
            Self::Generation => Label::new("代际或技术名称", "a generation or technology"),
            Self::Version => Label::new("版本", "a version"),
            Self::Road => Label::new("道路或线路编号", "a road or a line"),
            Self::Code => Label::new("编号或代码", "a code"),
            Self::Name => Label::new("名称的一部分", "part of a name"),
            Self::Phrase => Label::new("固定说法", "a set phrase"),
            Self::Age => Label::new("年龄等条件", "an age or another condition"),
            Self::Slogan => Label::new("引号里的名称", "a name in quotation marks"),
            Self::ListNumber => Label::new("条目序号", "the number of an item"),
            Self::Footnote => Label::new("脚注标记", "a footnote mark"),
            Self::Coordinate => Label::new("经纬度", "a coordinate"),
            Self::Damaged => Label::new("数字残缺", "damaged digits"),
            Self::Class => Label::new("规格，用来限定种类", "a size that names a class"),
            Self::Heading => Label::new("标题里的数字", "in a heading"),
            Self::Front => Label::new("正文之前", "before the report begins"),
            Self::Closing => Label::new("结束语", "in the closing words"),
            Self::Notes => Label::new("名词解释或附件", "in the notes behind the report"),
            Self::Unknown => Label::new("没有单位，看不出含义", "no unit and no known wording"),
            Self::Other => Label::new("没有规则读到", "no rule has read it"),
        }
    }
}

/// Digits that are no quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passed {
    /// Where they begin.
    pub(super) start: usize,
    /// Where the wording ends, as far as it was looked at.
    pub(super) end: usize,
    /// Why.
    pub(super) reason: Reason,
}

/// The digits of `text` that are in none of the figures, in their order, each with its reason. What neither a figure
/// nor a rule has spoken of is listed as well: no digit is lost.
pub(super) fn unread<'a>(
    text: &[char],
    figures: impl IntoIterator<Item = &'a Range<usize>>,
    passed: &[Passed],
) -> Vec<(String, Reason)> {
    if !text.iter().any(char::is_ascii_digit) {
        return Vec::new();
    }
    let mut reasons = vec![Some(Reason::Other); text.len()];
    let mut tell = |span: Range<usize>, reason: Option<Reason>| {
        for told in reasons.iter_mut().take(span.end).skip(span.start) {
            *told = reason;
        }
    };
    for gone in passed {
        tell(gone.start..gone.end, Some(gone.reason));
    }
    for span in figures {
        tell(span.clone(), None);
    }
    let mut out: Vec<(String, Reason)> = Vec::new();
    let mut next = 0;
    for (at, (&c, reason)) in text.iter().zip(reasons).enumerate() {
        let Some(reason) = reason.filter(|_| c.is_ascii_digit()) else { continue };
        match out.last_mut() {
            Some((run, same)) if next == at && *same == reason => run.push(c),
            _ => out.push((c.to_string(), reason)),
        }
        next = at + 1;
    }
    out
}

/// Why a bare number, with `text` from `start` up to `end`, is no quantity.
pub(super) fn of_bare(text: &[char], start: usize, end: usize) -> Reason {
    let (ahead, next) = (text.at(start.wrapping_sub(1)), text.at(end));
    if numbers_an_item(text, start, end) {
        return Reason::ListNumber;
    }
    if text.cut(0, start).closes_one(List::RoadsBefore) || listed_with_a_road(text.cut(0, start)) {
        return Reason::Road;
    }
    if let Some((_, &reason)) = TABLES.passed.at(past_list(text.after(end)), 0) {
        return reason;
    }
    if ahead == '第' {
        return Reason::Ordinal;
    }
    if version(text, start, end) {
        return Reason::Version;
    }
    if is_lost(text, start, end) {
        return Reason::Damaged;
    }
    let joined = |sign: char, digit: char| matches!(sign, '-' | '/' | '.' | '#') && digit.is_ascii_digit();
    if end - start >= 5 || joined(next, text.at(end + 1)) || joined(ahead, text.at(start.wrapping_sub(2))) {
        return Reason::Code;
    }
    if next == '#' {
        return Reason::Code;
    }
    if end - start == 4 && (text.is_at(start, "19") || text.is_at(start, "20")) {
        return Reason::Year;
    }
    // So many of nothing are told of nowhere: 301医院, 新老107连接线, 985、211大学, 奇虎360.
    let long = end - start >= 3 && is_han(past_list(text.after(end)).at(0));
    let named = long || text.cut(0, start).closes_one(List::NamesBefore);
    if text.at(start) == '0' && text.cut(0, start).closes_one(List::Reaching) {
        return Reason::Phrase;
    }
    match ahead {
        '±' => Reason::Class,
        '”' => Reason::Footnote,
        '“' | '’' | '‘' | '\'' => Reason::Slogan,
        _ if ahead == '拖' || next == '拖' => Reason::Phrase,
        _ if named => Reason::Name,
        _ => Reason::Unknown,
    }
}

/// Whether the number is that of an item of a list, or of a table that is referred to: 1.新建…；2.改造…, （3）, （见表1）.
fn numbers_an_item(text: &[char], start: usize, end: usize) -> bool {
    let ahead = text.at(start.wrapping_sub(1));
    let closes = text.after(end).begins_any(&[".", "、", "）"]);
    let inside = matches!(ahead, '（' | '；' | '：' | '。') && (ahead != '（' || text.at(end) == '）');
    start == 0 && (closes || matches!(text.at(end), '，' | '“'))
        || inside && closes && !(text.at(end) == '.' && text.at(end + 1).is_ascii_digit())
        || ahead == '表' && !is_han(text.at(end))
}

/// Whether the numbers that end `ahead` go on from that of a road: 国道316、|107, 省道215、|311.
fn listed_with_a_road(ahead: &[char]) -> bool {
    let mut rest = ahead;
    while matches!(rest.last(), Some('、' | '和')) {
        rest = rest.cut(0, rest.len() - 1);
        let digits = rest.iter().rev().take_while(|c| c.is_ascii_digit()).count();
        if digits == 0 {
            return false;
        }
        rest = rest.cut(0, rest.len() - digits);
        if rest.closes_one(List::RoadsBefore) {
            return true;
        }
    }
    false
}

/// Whether the digits behind the number, or its unit, were lost in the copy: 拆除建筑182.。, 增长9。5%, 营业收入230？亿元.
fn is_lost(text: &[char], start: usize, end: usize) -> bool {
    let next = text.at(end);
    let point = next == '.' && !text.at(end + 1).is_ascii_alphanumeric();
    let grows = TABLES.changes.ending(text.cut(0, start)).is_some() && matches!(next, '。' | '？');
    point && start > 0 || grows || next == '？' || text.at(start.wrapping_sub(1)) == '%'
}

/// Behind the numbers of a list that goes on to what all are of: 地铁1|、2、3|号线, 5|—6|号机组, 985|、211|大学.
fn past_list(after: &[char]) -> &[char] {
    let mut rest = after;
    while matches!(rest.at(0), '、' | '和' | '及' | '—' | '-' | '至') {
        let digits = rest.after(1).iter().take_while(|c| c.is_ascii_digit()).count();
        if digits == 0 || digits > 3 {
            break;
        }
        rest = rest.after(1 + digits);
    }
    rest
}

/// Whether the number is a version: one decimal, and what is built in versions behind it, or none worth the name.
fn version(text: &[char], start: usize, end: usize) -> bool {
    let number = text.cut(start, end);
    let named = is_han(text.at(end)) || text.at(end) == '”' || number.closes(".0");
    number.contains(&'.') && named && end - start <= 4
}
