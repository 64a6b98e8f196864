//! What stands behind a number, up to where a verb cuts it.

use super::chars::{Chars, is_han, is_stop};
use super::judge::without_brackets;
use super::numeral::is_numeral;
use super::tables::{Opening, TABLES};
use super::wording::{tidy_end, without_trailing};
use super::wordlists::{List, Lists};

/// What stands behind a number: the whole wording, and it up to where a verb begins.
pub(super) struct Behind {
    pub(super) whole: Vec<char>,
    pub(super) short: Vec<char>,
}

/// How far behind a number its wording is looked for.
const REACH: usize = 60;

/// The most characters of two things behind a number that 和 joins.
const PAIRED: usize = 14;

/// The most characters of a list behind a number whose first item is short.
const LISTED: usize = 14;

/// The wording behind a number that ends at `at`.
pub(super) fn behind(text: &[char], at: usize) -> Behind {
    let mut from = at;
    if text.at(from) == '（' {
        let len = text.after(from).iter().take(34).position(|&c| c == '）');
        from += len.map_or(0, |len| len + 1);
    }
    let of = usize::from(text.at(from) == '的' || text.at(from) == '等');
    let run = without_brackets(text.cut(from + of, from + of + REACH));
    let run = past_sum(&run);
    let run = past_rate(run);
    let run = past_size(run);
    let run = run.after(usize::from(run.at(0) == '的'));
    // 3个劣Ⅴ类断面, but not 22个断面|Ⅰ—Ⅲ类水质比例.
    let graded = |at: usize| matches!(run.at(at), 'Ⅰ'..='Ⅻ') && run.at(at + 1) == '类';
    let end = run.len().min(30);
    let limit = (0..end).find(|&at| ends_run(run.at(at)) && !graded(at)).unwrap_or(end);
    let whole = run.cut(0, limit);
    if starts_verb(whole) || whole.closes("迈进") {
        return Behind { whole: Vec::new(), short: Vec::new() };
    }
    let whole = past_inner_size(whole);
    if (1..=2).contains(&whole.len()) && run.at(limit) == '、' && !run.at(limit + 1).is_ascii_digit() {
        // 200个以上省、市重点技改项目
        let end = run.iter().take(LISTED).position(|&c| is_stop(c)).unwrap_or(run.len().min(LISTED));
        let listed = without_counted(run.cut(0, end));
        // 国、省考核断面|水质优良率保持: what runs on is cut at a verb.
        let listed = if listed.len() < LISTED { listed } else { listed.cut(0, cut_place(listed, limit + 3)) };
        return Behind { whole: listed.to_vec(), short: listed.to_vec() };
    }
    let mut cut = cut_place(whole, 0);
    // 单位|及|镇村|获评: a general word alone says too little, so the next one joins it.
    while too_short(whole.cut(0, cut)) && matches!(whole.at(cut), '及' | '和' | '与') {
        cut = cut_place(whole, cut + 1);
    }
    // 10个中央|和省级竞争性项目: both say which things are counted.
    if matches!(whole.at(cut), '和' | '与' | '及') && TABLES.leading.at(whole, cut + 1).is_none() {
        let both = cut_place(whole, cut + 1);
        // 电解锰|和天士力、云南白药项目, 拳头产品|和百项项目: the second begins a list or has a number of its own.
        let listed = both == whole.len() && run.at(limit) == '、' && !run.at(limit + 1).is_ascii_digit();
        let own = is_numeral(whole.at(cut + 1)) || matches!(whole.at(cut + 1), '“' | '首');
        cut = if both >= cut + 3 && both <= PAIRED && !listed && !own { both } else { cut };
    }
    let short = whole.cut(0, cut.min(18));
    let short = match short.len() {
        // A verb or a noun of one 汉字 at once: the whole run when it is short, else up to the next verb.
        0 | 1 if whole.len() <= 22 && !whole.iter().any(char::is_ascii_digit) => whole,
        0 => whole.cut(0, cut_place(whole, 2).min(14)),
        1 => short,
        // 95个项目|完成投资640亿元, 640个项目|累计完成投资1330亿元
        _ if whole.after(short.len()).begins_any(&["完成投资", "累计"]) => short,
        _ if too_short(short) && whole.len() <= 18 => {
            let digit = whole.iter().position(char::is_ascii_digit).filter(|&at| !numbers_a_list(whole, at));
            digit.map_or(whole, |digit| without_trailing(whole.cut(0, digit.min(14))))
        }
        _ => short,
    };
    Behind { whole: whole.to_vec(), short: tidy_end(short).to_vec() }
}

/// The items of a list before the one that has a number of its own: 机组|、抚州电厂2台机组.
fn without_counted(list: &[char]) -> &[char] {
    let Some(digit) = list.iter().position(char::is_ascii_digit) else { return list };
    let ahead = list.cut(0, digit);
    ahead.cut(0, ahead.iter().rposition(|c| matches!(c, '、' | '和' | '及' | '与')).unwrap_or(0))
}

fn ends_run(c: char) -> bool {
    !(is_han(c) || c.is_ascii_alphanumeric() || matches!(c, '“' | '”' | '·' | '+' | '-' | '.'))
}

/// Whether what follows a number goes on with the sentence rather than naming what is counted.
fn starts_verb(text: &[char]) -> bool {
    let linked = matches!(text.at(0), '和' | '与' | '及') && (text.at(1).is_ascii_digit() || text.len() < 2);
    let stepped = text.cut(0, 4).has("台阶");
    let kept = TABLES.kept.at(text, 0).is_some();
    // 3万个|5G基站
    let numbered = text.at(0).is_ascii_digit() && !text.at(1).is_ascii_alphabetic();
    numbered || linked || stepped || text.begins_one(List::VerbBehind) && !kept
}

/// Behind a size right after a number, 401个（5000万元以上）项目, or behind the age of those that are counted.
fn past_size(text: &[char]) -> &[char] {
    match size_end(text, 0).or_else(|| ages_end(text)) {
        Some(end) if text.first().is_some_and(char::is_ascii_digit) => text.after(end),
        _ => text,
    }
}

/// Where ages end that begin `text`: 19700名|35至64岁|农村妇女.
fn ages_end(text: &[char]) -> Option<usize> {
    let end = text.iter().position(|&c| !(c.is_ascii_digit() || matches!(c, '至' | '到' | '—' | '-')))?;
    (text.at(end) == '岁').then_some(end + 1)
}

/// Behind what something costs or measures: 209项|总投资120亿元的|工程, 258个|、总投资443亿元的|工程.
fn past_sum(text: &[char]) -> &[char] {
    let from = usize::from(text.at(0) == '、');
    let Some(digit) = text.iter().take(8).position(char::is_ascii_digit) else { return text };
    let sum = TABLES.sums.holds(text.cut(from, digit));
    let end = unit_end(text, digit).filter(|&end| sum && text.at(end) == '的');
    end.map_or(text, |end| text.after(end + 1))
}

/// Behind the word that a sum is the rate of what is done, and the act: 每年2000元的|标准发放|助学金.
fn past_rate(text: &[char]) -> &[char] {
    let Some(len) = text.beginning(List::RatesBehind) else { return text };
    let act = TABLES.leading.at_if(text, len, |_, kind| *kind == Opening::Act);
    act.map_or(text, |(act, _)| text.after(len + act))
}

/// Behind a size that stands between a number and its noun: 10家（年收入超50亿元的）企业.
fn past_inner_size(text: &[char]) -> &[char] {
    let Some(digit) = text.iter().position(char::is_ascii_digit) else { return text };
    // 失能老人|和80周岁以上老人: the size is of the second thing alone.
    if digit >= 3 && matches!(text.at(digit - 1), '和' | '与' | '及') {
        return text;
    }
    let over = text.cut(0, digit).closes_one(List::OverSize);
    let Some(end) = size_end(text, digit).or_else(|| over.then(|| unit_end(text, digit)).flatten()) else {
        return text;
    };
    let noun = text.after(end + usize::from(text.at(end) == '的'));
    if noun.len() >= 2 { noun } else { text }
}

fn unit_end(text: &[char], at: usize) -> Option<usize> {
    let number = super::numeral::digits(text, at)?;
    super::units::unit_at(text, number.end).map(|found| found.end)
}

/// Where a size with 以上 that begins at `at` ends.
fn size_end(text: &[char], at: usize) -> Option<usize> {
    let end = unit_end(text, at)?;
    let above = text.is_at(end, "以上") || text.is_at(end, "及以上");
    above.then_some(end + if text.at(end) == '及' { 3 } else { 2 })
}

fn too_short(text: &[char]) -> bool {
    text.len() < 2 || TABLES.generic.holds(text)
}

/// Where the wording of the next number begins in what stands between two numbers: 创建镇|投资125亿元, 企业|兑现资金1亿元.
fn of_next(text: &[char]) -> usize {
    let act = |at: usize| {
        let (len, _) = TABLES.leading.at_if(text, at, |len, kind| len >= 2 && *kind != Opening::Frame)?;
        TABLES.endings.at(text, at + len).is_none().then_some(at)
    };
    let bare = without_trailing(text);
    let text = if bare.len() >= 2 { bare } else { text };
    let aspect = TABLES.aspects.ending(text).map_or(0, |(len, ())| len);
    let verb = (2..text.len()).rev().find_map(act);
    verb.unwrap_or(if aspect < text.len() { text.len() - aspect } else { text.len() })
}

/// Whether the digits at `at` are a part of a name: 企业进入民营|100强|.
fn numbers_a_list(text: &[char], at: usize) -> bool {
    text.after(at).iter().find(|c| !c.is_ascii_digit()) == Some(&'强')
}

/// Where a verb cuts the wording behind a number, from `from` on.
fn cut_place(text: &[char], from: usize) -> usize {
    let mut open = 0_usize;
    for at in from..text.len() {
        match text.at(at) {
            '“' => open += 1,
            '”' => open = open.saturating_sub(1),
            _ => {}
        }
        if open > 0 {
            continue;
        }
        if text.at(at) == '均' && !matches!(text.at(at.wrapping_sub(1)), '平' | '人' | '户' | '年' | '日') {
            return at;
        }
        // 168个重点城市|中排名第3位
        if at >= 2 && text.at(at) == '中' && text.after(at + 1).begins_one(List::Placing) {
            return at;
        }
        if at >= 2 && text.at(at).is_ascii_digit() && !text.at(at - 1).is_ascii() && !numbers_a_list(text, at) {
            return of_next(text.cut(0, at));
        }
        if let Some((len, ())) = TABLES.cuts.at(text, at) {
            // 建立率, 通过率, 增值税, 完成率, 投入产出: the noun goes on.
            let noun =
                TABLES.endings.at(text, at + len).is_some_and(|(more, ())| at + len + more >= text.len() || more > 1);
            // 新增债券, 宜居村庄: the cut would part a word.
            let across = at > 0 && text.after(at - 1).begins_one(List::WordsAcross);
            let size = across || text.is_at(at, "以上") && at + len < text.len();
            if !noun && !size && TABLES.kept.at(text, at).is_none() {
                return at;
            }
        }
    }
    text.len()
}
