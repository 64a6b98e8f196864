//! Plain text and Markdown: lines, a front matter, and the few signs of markup that collectors add.

use std::borrow::Cow;

use super::super::text::{Mark, Text};
use super::super::units::unit_at;
use super::html::entities;
use super::lines::finish;
use crate::text::{clean, position};

/// So many characters tell a unit with its scale.
const UNIT: usize = 12;
/// So many times over a sign may be written in letters: `&amp;amp;rdquo;`.
const TWICE: usize = 3;
/// So many lines a front matter may have.
const FRONT: usize = 40;

/// The text in `content`.
pub(super) fn read(content: &str) -> Text {
    let mut lines: Vec<&str> = split(content).collect();
    let mut text = Text::default();
    front_matter(&mut lines, &mut text);
    let line = |(number, line)| bare(line).and_then(|(text, mark)| finish(text, mark, number));
    text.lines = (1..).zip(lines).filter_map(line).collect();
    text
}

/// Where the first line ends in `content`, by whatever ends a line in any text that a person may have.
fn line_end(content: &str) -> Option<usize> {
    position(content.as_bytes(), |a, b, c| {
        // The line ends of ASCII, NEL, and those of Unicode.
        (b'\n'..=b'\r').contains(&a) || a == 0xc2 && b == 0x85 || a == 0xe2 && b == 0x80 && (c == 0xa8 || c == 0xa9)
    })
}

/// The lines of `content`, where CR and LF together are one end.
fn split(content: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(content);
    std::iter::from_fn(move || {
        let content = rest?;
        let Some(at) = line_end(content) else {
            rest = None;
            return Some(content);
        };
        let (line, after) = content.split_at_checked(at)?;
        let mut chars = after.chars();
        let end = chars.next();
        let after = chars.as_str();
        rest = Some(if end == Some('\r') { after.strip_prefix('\n').unwrap_or(after) } else { after });
        Some(line)
    })
}

/// Takes the front matter out of `lines`, which keep their number.
fn front_matter(lines: &mut [&str], text: &mut Text) {
    let Some(start) = lines.iter().position(|line| !line.trim().is_empty()) else { return };
    let Some(rest) = lines.get_mut(start..) else { return };
    if rest.first().is_some_and(|line| line.trim_end() == "---") {
        let end = rest.iter().skip(1).take(FRONT).position(|line| matches!(line.trim_end(), "---" | "..."));
        let Some(front) = end.and_then(|end| rest.get_mut(..end + 2)) else { return };
        for line in front.iter_mut() {
            keep(std::mem::take(line), text);
        }
    } else {
        let notes = |line: &&mut &str| line.strip_prefix("# ").is_some_and(|line| known(line).is_some());
        for line in rest.iter_mut().take_while(notes) {
            keep(std::mem::take(line).trim_start_matches('#'), text);
        }
    }
}

/// What a line of a front matter says, where it is of use.
fn keep(line: &str, text: &mut Text) {
    let Some((key, value)) = known(line) else { return };
    let value = clean(value.trim().trim_matches(['"', '\''])).trim().to_owned();
    let place = match key {
        "title" => &mut text.title,
        "date" => &mut text.date,
        _ => &mut text.site,
    };
    if !value.is_empty() && place.is_none() {
        *place = Some(value);
    }
}

fn known(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.trim().split_once(':')?;
    let key = key.trim_end();
    matches!(key, "title" | "date" | "source").then_some((key, value))
}

/// A line without the signs of Markdown, and what these say of it; `None` where it holds nothing else.
fn bare(line: &str) -> Option<(Cow<'_, str>, Mark)> {
    let mut line = line.trim();
    let hashes = line.chars().take_while(|&c| c == '#').count();
    let mut heading = 0;
    if (1..=6).contains(&hashes) {
        let rest = line.trim_start_matches('#');
        if rest.starts_with([' ', '\t', '\u{3000}']) {
            heading = u8::try_from(hashes).unwrap_or(6);
            line = rest.trim().trim_end_matches('#').trim_end();
        }
    }
    while let Some(rest) = ["> ", "- ", "* ", "+ "].into_iter().find_map(|sign| line.strip_prefix(sign)) {
        line = rest.trim_start();
    }
    if is_rule(line) {
        return None;
    }
    let (text, bold) = match cells(line) {
        Some(row) => (without_signs(&row).into_owned().into(), is_bold(&row)),
        None => (without_signs(line), is_bold(line)),
    };
    let mark = match heading {
        0 if bold => Mark::Bold,
        0 => Mark::Plain,
        level => Mark::Heading(level),
    };
    Some((text, mark))
}

/// A line that only draws: a rule, or the line under the head of a table.
fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | '|' | ':' | ' ' | '+'))
}

/// The cells of a row of a table, one after the other.
fn cells(line: &str) -> Option<String> {
    let inside = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" "))
}

fn is_bold(line: &str) -> bool {
    line.strip_prefix("**").and_then(|line| line.strip_suffix("**")).is_some_and(|line| !line.contains("**"))
}

/// `line` without `**`, without the address of a link and without the strokes before punctuation.
fn without_signs(line: &str) -> Cow<'_, str> {
    let sign = |a, _, _| a == b'*' || a == b'\\' || a == b'[' || a == b'<' || a == b'&';
    if position(line.as_bytes(), sign).is_none() {
        return line.into();
    }
    let mut bare = with_notes(line).replace("**", "").replace("<br>", " ").replace("<br/>", " ").replace("<br />", " ");
    if bare.contains("](") {
        bare = without_links(&bare);
    }
    // A collector may have written the signs of a page in letters once more.
    for _ in 0..TWICE {
        if bare.contains('&') {
            bare = entities::decoded(&bare);
        }
    }
    if bare.contains('\\') {
        let mut kept = String::with_capacity(bare.len());
        let mut chars = bare.chars().peekable();
        while let Some(c) = chars.next() {
            if !(c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation)) {
                kept.push(c);
            }
        }
        bare = kept;
    }
    bare.into()
}

/// `line` with the numbers of notes, which collectors set in bold type, as marks of footnotes: “四图五清单”**7**。
fn with_notes(line: &str) -> Cow<'_, str> {
    let mut kept = Cow::Borrowed(line);
    let mut from = 0;
    while let Some(at) = line.get(from..).and_then(|rest| rest.find("**")).map(|at| from + at) {
        let inside = line.get(at + 2..).unwrap_or_default();
        let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
        let behind = inside.get(digits..).and_then(|rest| rest.strip_prefix("**"));
        from = at + 2;
        if !(1..=2).contains(&digits) || at == 0 {
            continue;
        }
        let Some(behind) = behind.filter(|behind| !counts(behind)) else { continue };
        let note = format!("[{}]", inside.get(..digits).unwrap_or_default());
        let place = kept.len() - (line.len() - at)..kept.len() - behind.len();
        kept.to_mut().replace_range(place, &note);
        from = line.len() - behind.len();
    }
    kept
}

/// Whether the number before `text` counts or measures something.
fn counts(text: &str) -> bool {
    let next: Vec<char> = text.chars().take(UNIT).collect();
    unit_at(&next, 0).is_some()
}

/// `text` with the words of every link in place of the link, and without pictures.
fn without_links(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let link = after.split_once("](").and_then(|(words, after)| {
            let (_, after) = after.split_once(')')?;
            (!words.contains('[')).then_some((words, after))
        });
        let Some((words, behind)) = link else {
            kept.extend([before, "["]);
            rest = after;
            continue;
        };
        match before.strip_suffix('!') {
            Some(before) => kept.push_str(before),
            None => kept.extend([before, words]),
        }
        rest = behind;
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::super::super::text::{Line, Mark, Text};
    use super::read;

    fn lines(text: &Text) -> Vec<(u32, &str)> {
        text.lines.iter().map(|line| (line.number, line.text.as_str())).collect()
    }

    #[test]
    fn lines_keep_their_numbers_whatever_ends_them() {
        let text = read("一\r\n\r\n　　二　\r三\u{2028}四\u{85}五\u{c}六");
        assert_eq!(lines(&text), [(1, "一"), (3, "二"), (4, "三"), (5, "四"), (6, "五"), (7, "六")]);
    }

    #[test]
    fn the_front_matter_gives_title_date_and_source_and_no_lines() {
        let text =
            read("---\nsource: https://example.test/a\ntitle: \"某市政府工作报告\"\ndate: 2025-01-10\n---\n\n正文。");
        assert_eq!(text.title.as_deref(), Some("某市政府工作报告"));
        assert_eq!(text.date.as_deref(), Some("2025-01-10"));
        assert_eq!(text.site.as_deref(), Some("https://example.test/a"));
        assert_eq!(lines(&text), [(7, "正文。")]);
        let text = read("# source: example.test:某市\n某市政府工作报告\n# 一、回顾");
        assert_eq!(lines(&text), [(2, "某市政府工作报告"), (3, "一、回顾")]);
        assert_eq!(lines(&read("---\n一、没有第二条横线的正文")), [(2, "一、没有第二条横线的正文")]);
    }

    #[test]
    fn the_signs_of_markdown_are_taken_off_and_say_what_a_line_is() {
        let text = read(
            "## 一、回顾\n**（一）工业**\n**一是**抓项目。\n- 建成[公路](http://a.test/b)3条\n1\\. 做\\*\n| 指标 | 数 |\n|---|---|\n| 粮食 | 95 |\n![图](a.png)后\n***\n#标签",
        );
        let marks: Vec<(Mark, &str)> = text.lines.iter().map(|line: &Line| (line.mark, line.text.as_str())).collect();
        assert_eq!(
            marks,
            [
                (Mark::Heading(2), "一、回顾"),
                (Mark::Bold, "（一）工业"),
                (Mark::Plain, "一是抓项目。"),
                (Mark::Plain, "建成公路3条"),
                (Mark::Plain, "1. 做*"),
                (Mark::Plain, "指标 数"),
                (Mark::Plain, "粮食 95"),
                (Mark::Plain, "后"),
                (Mark::Plain, "#标签"),
            ]
        );
    }

    #[test]
    fn notes_in_bold_type_and_signs_in_letters_are_what_they_stand_for() {
        let text = read(
            "“四图五清单”**7**。审批**10**改革，新建**30**所，**5**、**工**\n控制在6&permil;以内，3&mdash;5个&amp;；R&D",
        );
        let lines = lines(&text);
        assert_eq!(lines, [(1, "“四图五清单”[7]。审批[10]改革，新建30所，[5]、工"), (2, "控制在6‰以内，3—5个&；R&D")]);
    }

    #[test]
    fn dashes_and_brackets_of_the_report_itself_stay() {
        let text = read("——2025年1月8日在某市\n[1]注释\n增长[2]8%](\n*一、有星号");
        assert_eq!(lines(&text), [(1, "——2025年1月8日在某市"), (2, "[1]注释"), (3, "增长[2]8%]("), (4, "*一、有星号")]);
    }

    #[test]
    fn what_could_steer_a_terminal_is_gone() {
        assert_eq!(lines(&read("红\u{1b}[31m旗\u{202e}桥\u{9b}2J")), [(1, "红[31m旗桥2J")]);
    }
}
