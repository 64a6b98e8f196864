//! Lines to sentences, and which of them are headings.

use super::chars::{Chars, is_han};
use super::normal::{Normal, normal};
use super::numeral::is_numeral;
use super::tables::{PartWord, TABLES};
use super::text::{Line, Mark, Text};
use super::wordlists::{List, Lists};
use super::years::{plan_years, year_at};
use crate::text::position;

/// The level of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// A line without a number (2022年工作回顾).
    Bare,
    /// 一、
    One,
    /// （一）
    Two,
}

/// A sentence of the text, in order.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// The line it begins in, counted from 1.
    pub(super) line: u32,
    /// As it stands in the text.
    pub(super) text: String,
    /// As the rules read it.
    pub(super) normal: Normal,
    /// Whether it begins its line.
    pub(super) first: bool,
    /// Set for a heading, on a line of its own or run in.
    pub(super) level: Option<Level>,
}

impl Sentence {
    pub(super) fn chars(&self) -> &[char] {
        &self.normal.chars
    }

    /// Whether it is a heading of the highest kind.
    pub(super) fn is_top(&self) -> bool {
        matches!(self.level, Some(Level::One | Level::Bare))
    }

    /// The heading without its number and its stop.
    pub(super) fn heading_name(&self) -> String {
        let chars = self.chars();
        let from = marker(chars).map_or(0, |(_, len)| len);
        let name = chars.after(from);
        let end = name.iter().rposition(|c| !matches!(c, '。' | '：' | ' ')).map_or(0, |at| at + 1);
        name.cut(0, end).text()
    }
}

/// The most characters of a heading on a line of its own.
const OWN_LINE: usize = 60;
/// The most characters of a heading that is run in as a first sentence.
const RUN_IN: usize = 40;
/// The most characters of a sentence: what runs on without a stop is cut, so that no rule looks further.
const LONGEST: usize = 1200;

/// The sentences of `text`.
pub(super) fn sentences(text: &Text) -> Vec<Sentence> {
    let mut out = Vec::new();
    for paragraph in joined(&text.lines) {
        let pieces = split(&paragraph.text);
        let alone = pieces.len() == 1;
        let mut first = true;
        for (at, piece) in pieces.into_iter().enumerate() {
            let normal = normal(&piece.text);
            let level = if at == 0 { heading(&normal.chars, paragraph.mark, alone) } else { None };
            // 各位代表！刚刚过去的2015年…: the address opens no paragraph.
            let address = first && is_address(&normal.chars);
            out.push(Sentence { line: paragraph.line_of(piece.start), text: piece.text, normal, first, level });
            first = address;
        }
    }
    out
}

/// 各位代表！ alone.
pub(super) fn is_address(text: &[char]) -> bool {
    text.len() <= 10 && text.begins("各位")
}

/// The sentences of `text` as they stand there, whatever they are.
pub(super) fn as_they_stand(text: &Text) -> Vec<String> {
    joined(&text.lines).iter().flat_map(|paragraph| split(&paragraph.text)).map(|piece| piece.text).collect()
}

/// A line, with those joined to it that go on with its sentence.
struct Paragraph {
    text: String,
    mark: Mark,
    /// The number of each line, and the byte where it begins in the text.
    lines: Vec<(usize, u32)>,
}

impl Paragraph {
    /// The line in which the byte at `at` stands.
    fn line_of(&self, at: usize) -> u32 {
        self.lines.iter().rev().find(|(start, _)| *start <= at).map_or(0, |(_, number)| *number)
    }
}

/// The lines, a line that breaks inside a sentence joined to the next.
fn joined(lines: &[Line]) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::with_capacity(lines.len());
    for line in lines {
        let text = line.text.trim_matches(|c: char| c.is_whitespace());
        if text.is_empty() {
            continue;
        }
        match out.last_mut() {
            Some(last) if breaks_inside(&last.text, text) && last.mark == line.mark => {
                last.lines.push((last.text.len(), line.number));
                last.text.push_str(text);
            }
            _ => out.push(Paragraph { text: text.to_owned(), mark: line.mark, lines: vec![(0, line.number)] }),
        }
    }
    out
}

/// Whether a line ends inside a sentence that the next one goes on with.
fn breaks_inside(line: &str, next: &str) -> bool {
    let last = line.chars().next_back().unwrap_or('。');
    let first = next.chars().next().unwrap_or('。');
    let open = is_han(last) || last.is_ascii_digit() || matches!(last, '，' | '、' | '“');
    let goes_on = is_han(first) || first.is_ascii_digit() || matches!(first, '，' | '、' | '”' | '。' | '%');
    // Nearly every line ends in a stop.
    if !(open && goes_on) {
        return false;
    }
    let own: Vec<char> = line.chars().take(OWN_LINE + 1).collect();
    let headed = marker(&own).is_some() && own.len() <= OWN_LINE && !line.contains('。');
    let prose = line.contains(['，', '；']) && line.chars().count() >= 20 && !headed;
    let chars: Vec<char> = next.chars().take(12).collect();
    prose
        && marker(&chars).is_none()
        && !next.starts_with("各位")
        && chars.get(1) != Some(&'是')
        && chars.get(1) != Some(&'、')
}

/// A sentence of a paragraph.
struct Piece {
    /// The byte where it begins.
    start: usize,
    text: String,
}

/// A paragraph's sentences: each ends after 。！？ and the marks that close with it.
fn split(paragraph: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let (mut start, mut rest) = (0, paragraph);
    while !rest.is_empty() {
        let Some((given, behind)) = rest.split_at_checked(sentence_end(rest)) else { break };
        let text = given.trim();
        if text.chars().any(char::is_alphanumeric) {
            let start = start + given.len() - given.trim_start().len();
            out.push(Piece { start, text: text.to_owned() });
        }
        start += given.len();
        rest = behind;
    }
    out
}

/// Where the sentence ends that begins `text`, with the marks that close with it.
fn sentence_end(text: &str) -> usize {
    // No character has more than four bytes.
    let near = text.as_bytes().get(..=4 * LONGEST).unwrap_or(text.as_bytes());
    let stop = position(near, |a, b, c| {
        // ! 。 ！ ？ in UTF-8.
        a == b'!' || a == 0xe3 && b == 0x80 && c == 0x82 || a == 0xef && b == 0xbc && (c == 0x81 || c == 0x9f)
    });
    let stop = stop.unwrap_or(near.len());
    let longest = if stop < LONGEST { None } else { text.char_indices().nth(LONGEST).map(|(at, _)| at) };
    let end = longest.map_or(stop, |longest| longest.min(stop));
    let closes = |c: char| matches!(c, '。' | '！' | '？' | '!' | '”' | '）' | '’' | '』' | '」' | ')');
    text.get(end..).map_or(text.len(), |rest| text.len() - rest.trim_start_matches(closes).len())
}

/// The level of the heading that a line's first sentence is.
fn heading(text: &[char], mark: Mark, alone: bool) -> Option<Level> {
    let len = text.len();
    let inner = text.cut(0, len.saturating_sub(1));
    if let Some((level, _)) = marker(text) {
        let own = alone
            && len <= OWN_LINE
            && !inner.iter().any(|&c| matches!(c, '。' | '！' | '？'))
            && (!matches!(text.last(), Some('；')));
        let run_in = !alone && len <= RUN_IN && matches!(text.last(), Some('。' | '：'));
        return (own || run_in).then_some(level);
    }
    if !alone || len > 36 || text.iter().any(|&c| matches!(c, '。' | '；' | '：' | '，' | '！')) && mark == Mark::Plain
    {
        return None;
    }
    let shown = mark != Mark::Plain;
    let known = TABLES.parts.first_in(text).is_some_and(|(.., told)| *told != PartWord::Notes);
    let titled = text.has("政府工作报告") || text.has("会议上") || text.begins("各位代表");
    let dated = text.iter().any(char::is_ascii_digit) || text.has_one(List::HeadingWords);
    let spoken = text.begins_one(List::SpokenOpens);
    let worded = dated && !spoken && text.closes_one(List::HeadingEnds);
    // 2014年加快全面建成小康社会进程: a line that begins with its year and ends in no stop.
    let led = (year_at(text, 0).is_some() || plan_years(text.cut(0, 6)).is_some() && text.begins("“"))
        && (8..=34).contains(&len)
        && text.last().is_some_and(|&c| is_han(c))
        && !text.has("月");
    ((known && (worded || shown) || led) && !titled && !text.has("报告")).then_some(Level::Bare)
}

/// The number that opens a heading: its level and its length.
pub(super) fn marker(text: &[char]) -> Option<(Level, usize)> {
    let numerals = |from: usize| text.after(from).iter().take(3).take_while(|&&c| is_numeral(c)).count();
    if text.at(0) == '（' {
        let len = numerals(1);
        return (len > 0 && text.at(1 + len) == '）')
            .then(|| (Level::Two, 2 + len + usize::from(matches!(text.at(2 + len), '、'))));
    }
    let len = numerals(0);
    (len > 0 && matches!(text.at(len), '、' | '.')).then_some((Level::One, len + 1))
}

/// The words 一是, 第一，, 1. or —— that open a paragraph of a list: their length.
pub(super) fn bullet(text: &[char]) -> Option<usize> {
    let numerals = |from: usize| text.after(from).iter().take(3).take_while(|&&c| is_numeral(c)).count();
    let len = numerals(0);
    if len > 0 && text.at(len) == '是' {
        return Some(len + 1);
    }
    if text.at(0) == '第' {
        let len = numerals(1);
        return (len > 0 && matches!(text.at(len + 1), '，' | '、')).then_some(len + 2);
    }
    if text.begins("——") {
        return Some(2);
    }
    let bracket = usize::from(text.at(0) == '（');
    let digits = text.after(bracket).iter().take(3).take_while(|c| c.is_ascii_digit()).count();
    let end = bracket + digits;
    let close = match text.at(end) {
        '）' => true,
        '.' | '．' | '、' => !text.at(end + 1).is_ascii_digit() && bracket == 0,
        _ => false,
    };
    (digits > 0 && close).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Level, bullet, marker, sentences};
    use crate::draft::text::{Line, Mark, Text};

    fn text(lines: &[&str]) -> Text {
        let line = |(number, text): (u32, &&str)| Line { number, text: (*text).to_owned(), mark: Mark::Plain };
        Text { lines: (1..).zip(lines).map(line).collect(), ..Text::default() }
    }

    fn read(lines: &[&str]) -> Vec<(String, Option<Level>)> {
        sentences(&text(lines)).into_iter().map(|sentence| (sentence.text, sentence.level)).collect()
    }

    #[test]
    fn headings_of_their_own_and_run_in() {
        let found = read(&[
            "一、2022年工作回顾",
            "（一）多措并举。积极应对冲击。",
            "（二）稳中求进，好",
            "2023年工作安排",
            "我们做了大量工作",
        ]);
        let levels: Vec<Option<Level>> = found.iter().map(|(_, level)| *level).collect();
        assert_eq!(levels, [Some(Level::One), Some(Level::Two), None, Some(Level::Two), Some(Level::Bare), None]);
    }

    #[test]
    fn a_sentence_takes_its_closing_marks_along() {
        let found = read(&["他说：“好！”（掌声）大家听。完"]);
        assert_eq!(
            found.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(),
            ["他说：“好！”", "（掌声）大家听。", "完"]
        );
    }

    #[test]
    fn what_runs_on_without_a_stop_is_cut_before_the_next_word_of_it() {
        for (sign, name) in [('a', "one byte"), ('国', "three bytes"), ('𠮷', "four bytes")] {
            let long: String = std::iter::repeat_n(sign, 2 * LONGEST + 1).collect();
            let lens = |text: &str| read(&[text]).iter().map(|(text, _)| text.chars().count()).collect::<Vec<usize>>();
            assert_eq!(lens(&long), [LONGEST, LONGEST, 1], "{name}");
            let (before, after) = long.split_at(LONGEST * sign.len_utf8());
            assert_eq!(lens(&format!("{before}”。{after}")), [LONGEST + 2, LONGEST, 1], "{name}");
        }
    }

    #[test]
    fn a_line_that_breaks_inside_a_sentence_goes_on() {
        let found = read(&["全市生产总值增长百分之六，固定资产投资增长", "百分之八。", "（一）工业"]);
        assert_eq!(found.len(), 2);
        assert!(found.first().is_some_and(|(text, _)| text.ends_with("增长百分之八。")));
    }

    #[test]
    fn numbers_of_headings_and_lists() {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        assert_eq!(marker(&chars("十二、民生")), Some((Level::One, 3)));
        assert_eq!(marker(&chars("（三）民生")), Some((Level::Two, 3)));
        assert_eq!(marker(&chars("三农")), None);
        for (given, len) in [
            ("一是稳增长", Some(2)),
            ("第二，抓", Some(3)),
            ("3.新建", Some(2)),
            ("（17）确保", Some(4)),
            ("——抓", Some(2)),
            ("3.5万人", None),
        ] {
            assert_eq!(bullet(&chars(given)), len, "{given}");
        }
    }
}
