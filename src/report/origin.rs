//! Where a report is from, as its title, its session line, the head of its web page or the name of its file say.

use std::path::Path;

use super::places::{self, Origin, Place};

/// What may tell the place of a report, the strongest first; what there is not is empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Traces<'a> {
    /// The title of the report (not that of the web page it stood in).
    pub title: &'a str,
    /// The text from its beginning: the lines before the greeting say where the session was held.
    pub text: &'a str,
    /// Title and site name of the web page it stood in.
    pub web_head: &'a str,
    /// File and folders.
    pub path: Option<&'a Path>,
}

/// The place that the traces tell; `None` where none of them does.
pub fn origin_of(traces: &Traces<'_>) -> Option<Origin> {
    let head = |text: &str| said_in(&joined(text));
    head(traces.title)
        .or_else(|| places::inside(traces.title).map(Place::origin))
        .or_else(|| head(opening(traces.text)))
        .or_else(|| head(traces.web_head))
        .or_else(|| places::inside(traces.web_head).map(Place::origin))
        .or_else(|| of_path(traces.path?))
}

/// How far the lines before the greeting may reach, in characters.
const OPENING: usize = 1_500;
/// How much of the first sentence after the greeting is read ("我代表某市人民政府"), in characters.
const GREETING: usize = 120;

/// The part of a text that introduces it.
fn opening(text: &str) -> &str {
    let until = |chars: usize, text: &str| text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
    let greeting = text.find("各位代表").map(|at| at + text.get(at..).map_or(0, |rest| until(GREETING, rest)));
    let end = greeting.unwrap_or_else(|| until(OPENING / 3, text)).min(until(OPENING, text));
    text.get(..end).unwrap_or(text)
}

/// The text without marks of Markdown and spaces; lines that a session's name was broken into are one again.
fn joined(text: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for c in text.chars().filter(|c| !matches!(c, '*' | '#' | '>') && (*c == '\n' || !c.is_whitespace())) {
        if c != '\n' || !matches!(out.last(), None | Some('届' | '\n')) {
            out.push(c);
        }
    }
    out
}

/// What stands right after the name of a place, and whether a session's number may stand between.
const ANCHORS: [(&str, bool); 13] = [
    ("人民代表大会", true),
    ("全国人民代表大会", true),
    ("人大", true),
    ("政府工作报告", false),
    ("人民政府", false),
    ("行政公署", false),
    ("省长", false),
    ("市长", false),
    ("州长", false),
    ("盟长", false),
    ("专员", false),
    ("主席", false),
    ("工作报告", false),
];

/// The place before the first anchor that follows one; the sessions first, then the others.
fn said_in(text: &[char]) -> Option<Origin> {
    ANCHORS.iter().find_map(|&(anchor, session)| {
        let anchor: Vec<char> = anchor.chars().collect();
        text.windows(anchor.len()).enumerate().filter(|(_, window)| *window == anchor).find_map(|(at, _)| {
            let before = text.get(..at)?;
            let (before, numbered) = if session { without_session(before) } else { (before, false) };
            if anchor.first() == Some(&'全') && numbered {
                return places::named("全国").map(Place::origin);
            }
            name_at_end(without_year(before))
        })
    })
}

/// What stands before 第十七届, and whether that was there.
fn without_session(before: &[char]) -> (&[char], bool) {
    let [head @ .., '届'] = before else {
        return (before, false);
    };
    let end = head.iter().rposition(|c| !is_numeral(*c)).map_or(0, |at| at + 1);
    let head = head.get(..end).unwrap_or_default();
    (head.strip_suffix(&['第']).unwrap_or(head), true)
}

/// What stands before 2023年 or 2023年度 (福建省2012年政府工作报告).
fn without_year(before: &[char]) -> &[char] {
    let head = before.strip_suffix(&['度']).unwrap_or(before);
    let Some(head) = head.strip_suffix(&['年']) else {
        return before;
    };
    let end = head.iter().rposition(|c| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    head.get(..end).unwrap_or(before)
}

/// The place whose name a text ends with: the longest one of the table, else what looks like the name of a place.
fn name_at_end(before: &[char]) -> Option<Origin> {
    let start = before.iter().rposition(|c| !is_han(*c)).map_or(0, |at| at + 1);
    let run = before.get(start..)?;
    let known = (0..run.len()).find_map(|at| {
        let name: String = run.get(at..)?.iter().collect();
        // A short form without 市, 省 or 州 is too often a word of another name.
        let whole = |place: &&Place| place.name().zh == name || ends_as_place(&name) || place.code().is_none();
        places::named(&name).filter(whole)
    });
    known.map(Place::origin).or_else(|| unknown(run))
}

/// A place that the table does not hold (a county, a district): what follows 在, 代表 or the date.
fn unknown(run: &[char]) -> Option<Origin> {
    let ends_date = |at: usize| at.checked_sub(1).and_then(|before| run.get(before)).is_none_or(|c| is_numeral(*c));
    let begins = (0..run.len()).rfind(|&at| match run.get(at) {
        Some('在' | '表') => true,
        Some('年' | '月' | '日') => ends_date(at),
        _ => false,
    });
    let name: String = run.get(begins.map_or(0, |at| at + 1)..)?.iter().collect();
    let general = ["我", "全", "本", "各", "自治", "该"].iter().any(|word| name.starts_with(word));
    let long = (2..=MOST).contains(&name.chars().count());
    // 贯彻执行省|六届人大的决议: all provinces are known.
    let province = name.ends_with('省');
    (long && !general && !province && ends_as_place(&name)).then(|| Origin::of_name(&name))
}

/// The longest name of an unknown place, in characters: 双江拉祜族佤族布朗族傣族自治县 with a city before it.
const MOST: usize = 24;

fn ends_as_place(name: &str) -> bool {
    name.ends_with(['省', '市', '州', '盟', '县', '区', '旗'])
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(c)
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// The place that a file is named after, else its folder, else the folder above.
fn of_path(path: &Path) -> Option<Origin> {
    path.ancestors().filter_map(|part| part.file_stem()?.to_str()).find_map(|name| {
        let said = said_in(&joined(name));
        said.or_else(|| places::inside(name).map(Place::origin)).or_else(|| of_runs(name))
    })
}

/// The place that one of the words of a file's name is: in full, a short form, or an unknown one.
fn of_runs(name: &str) -> Option<Origin> {
    let mut runs = name.split(|c| !is_han(c)).map(|run| run.trim_start_matches('年')).filter(|run| !run.is_empty());
    runs.find_map(|run| {
        let meant = places::meant_by(run);
        let place = meant.iter().find(|place| place.is_province()).or(meant.first());
        place.map(|place| place.origin()).or_else(|| unknown(&run.chars().collect::<Vec<_>>()))
    })
}
