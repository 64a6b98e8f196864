//! The wording around a number cut down to a name: verbs and frames go, what turns the sense stays.

use super::chars::{Chars, is_han, trimmed};
use super::tables::{Opening, TABLES};
use super::wordlists::{List, Lists};

/// `text` without the words that stand between a name and its number (达到, 增长到, 同比).
pub(super) fn without_trailing(text: &[char]) -> &[char] {
    let mut text = text;
    loop {
        text = trimmed_end(text);
        let average = |len: usize| {
            let ahead = text.at(text.len().wrapping_sub(len + 1));
            // 人均|达到: no 均达到.
            text.at(text.len() - len) == '均' && matches!(ahead, '人' | '户' | '亩' | '平' | '年' | '日' | '月')
        };
        let number = |len: usize| {
            len == 1
                && text.len() > 1
                && matches!(
                    (text.at(text.len() - 2), text.last()),
                    ('各' | '首' | '成', Some('都'))
                        | ('减', Some('到'))
                        | ('面' | '方' | '导' | '意' | '走' | '投', Some('向'))
                        | ('签' | '违' | '节' | '集', Some('约'))
                        | ('收' | '捕' | '查' | '抓', Some('获'))
                        | ('行' | '作' | '称', Some('为'))
                        | ('国' | '公' | '民' | '私' | '所' | '保' | '现' | '原' | '特' | '自', Some('有'))
                        | ('主' | '需', Some('要'))
                        | ('通' | '经' | '超' | '度' | '渡', Some('过'))
                )
        };
        if let Some(year) = year_at_end(text) {
            text = text.cut(0, text.len() - year);
            // 国民生产总值|比2000年|
            text = text.cut(0, text.len() - usize::from(text.closes_any(&["比", "较", "由", "从"])));
            continue;
        }
        // 稳增长57项措施: the aim, not a change.
        let aim =
            |len: usize| len == 2 && text.closes("增长") && matches!(text.at(text.len().wrapping_sub(3)), '稳' | '促');
        match TABLES.trailing.ending_if(text, |len, ()| !average(len) && !number(len) && !aim(len)) {
            Some((len, ())) => text = text.cut(0, text.len() - len),
            None => break,
        }
    }
    without_comparison(text)
}

/// The length of a year at the end of a wording, which is no part of its name.
fn year_at_end(text: &[char]) -> Option<usize> {
    let bare = if matches!(text.last(), Some('末' | '底')) { text.cut(0, text.len() - 1) } else { text };
    let digits = bare.cut(bare.len().saturating_sub(5), bare.len() - usize::from(!bare.is_empty()));
    let year = bare.closes("年") && digits.len() == 4 && digits.iter().all(char::is_ascii_digit);
    year.then_some(5 + text.len() - bare.len())
}

fn trimmed_end(text: &[char]) -> &[char] {
    let last = text.iter().rposition(|c| !matches!(c, ' ' | '“' | '‘' | '、' | '的' | '了' | '《' | '，' | '：'));
    text.cut(0, last.map_or(0, |at| at + 1))
}

/// `text` without a comparison at its end (比上年, 由去年的, 较2015年).
fn without_comparison(text: &[char]) -> &[char] {
    let near = text.len().saturating_sub(14);
    let found = (near..text.len()).rev().find(|&at| {
        let next = text.at(at + 1);
        let ahead = text.at(at.wrapping_sub(1));
        match text.at(at) {
            '比' => {
                next != '\0'
                    && !matches!(next, '重' | '例' | '值' | '较' | '亚' | '率' | '价' | '武' | '赛' | '学' | '选')
                    && !matches!(ahead, '可' | '占' | '同' | '环' | '对' | '评' | '之' | '入' | '类')
            }
            '较' => !matches!(next, '大' | '快' | '高' | '强' | '好' | '多') && ahead != '比',
            '由' => !matches!(ahead, '自' | '理' | '缘' | '事') && next != '于',
            '从' => !matches!(next, '业' | '事' | '严' | '化') && ahead != '服',
            _ => false,
        }
    });
    match found {
        Some(at) => {
            let ahead = text.cut(0, at);
            if ahead.is_empty() { what_was_done(text) } else { without_trailing(ahead) }
        }
        None => text,
    }
}

/// What was done and to what, behind where it comes from: 从兄弟城市|引进产业项目; nothing where no act is named.
fn what_was_done(text: &[char]) -> &[char] {
    let act = |&at: &usize| TABLES.leading.at_if(text, at, |len, kind| len >= 2 && *kind == Opening::Act).is_some();
    (2..text.len()).find(act).map_or(&[], |at| text.after(at))
}

/// `text` without the words that open it, of the kinds `drop` says.
pub(super) fn without_leading(text: &[char], drop: impl Fn(Opening) -> bool) -> &[char] {
    let mut text = trimmed_start(text);
    while !text.is_empty() {
        if TABLES.kept.at(text, 0).is_some() {
            break;
        }
        let goes = |len: usize, kind: &Opening| {
            drop(*kind)
                && (text.first() != Some(&'对') || len > 1 || text.len() == 1)
                && (*kind == Opening::Frame || len >= 4 || TABLES.endings.at(text, len).is_none())
        };
        let len = match TABLES.leading.at_if(text, 0, goes) {
            Some((len, _)) => len,
            None => match period(text) {
                0 => break,
                len => len,
            },
        };
        text = trimmed_start(text.after(len));
        if text.begins("了") {
            text = trimmed_start(text.after(1));
        }
    }
    text
}

fn trimmed_start(text: &[char]) -> &[char] {
    let first = text.iter().position(|c| !matches!(c, ' ' | '、' | '”' | '’' | '》' | '.')).unwrap_or(text.len());
    let mut text = trimmed(text.after(first), |c| matches!(c, ' ' | '、'));
    // A closing mark without its opening one is dropped, a whole quotation stays.
    while text.first().is_some_and(|c| matches!(c, '的')) {
        text = text.after(1);
    }
    text
}

/// The length of a year or a plan's name that opens `text`, alone or as 到2025年末.
fn period(text: &[char]) -> usize {
    if text.first() == Some(&'到') {
        let named = period(text.after(1));
        return named + usize::from(named > 0);
    }
    let digits = text.iter().take_while(|c| c.is_ascii_digit()).count();
    if digits == 4 && text.at(4) == '年' {
        return 5 + usize::from(matches!(text.at(5), '末' | '底'));
    }
    if text.begins("“十") && text.cut(0, 9).has("五”") {
        let close = text.iter().position(|&c| c == '”').map_or(0, |at| at + 1);
        let rest = text.after(close);
        return close + rest.beginning(List::PlanTails).unwrap_or(0);
    }
    if digits > 0 && matches!(text.at(digits), '.' | '．') {
        return digits + 1;
    }
    0
}

/// `text` without loose connecting words at its end.
pub(super) fn tidy_end(text: &[char]) -> &[char] {
    let mut text = text;
    loop {
        let cut = text.closing(List::LooseEnds).filter(|&len| text.len() > len && !text.closes_one(List::Reaching));
        match cut {
            Some(len) => text = text.cut(0, text.len() - len),
            None => return text,
        }
    }
}

/// A name of at most `limit` characters: cut at its left between words where one ends, quotation marks whole.
pub(super) fn name_of(text: &[char], limit: usize) -> Option<String> {
    let mut text = tidy_end(trimmed(text, |c| matches!(c, '、' | ' ' | '，' | '’' | '‘' | '；' | '。' | '：')));
    if text.len() > limit {
        text = shortened(text, limit);
    }
    if text.iter().filter(|&&c| is_han(c) || c.is_ascii_alphabetic()).count() == 0 {
        return None;
    }
    let opens = text.iter().filter(|&&c| c == '“').count();
    let closes = text.iter().filter(|&&c| c == '”').count();
    let mut out = text.text();
    if closes > opens {
        out.insert(0, '“');
    } else if opens > closes {
        out.push('”');
    }
    Some(out)
}

/// The end of a long wording that still begins at a word: behind a 、, a 的, or a verb.
fn shortened(text: &[char], limit: usize) -> &[char] {
    let first = text.len() - limit;
    let mut open = text.cut(0, first).iter().filter(|&&c| c == '“').count()
        > text.cut(0, first).iter().filter(|&&c| c == '”').count();
    for at in first..text.len().saturating_sub(3) {
        let c = text.at(at);
        match c {
            '“' => {
                if at > first {
                    return text.after(at);
                }
                open = true;
            }
            '”' => open = false,
            '、' | '的' | '等' | '与' | '和' if !open => return text.after(at + 1),
            _ => {}
        }
    }
    text.after(first)
}
