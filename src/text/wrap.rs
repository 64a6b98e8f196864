//! Lines broken by the rules of Chinese and of English typesetting.

use textwrap::{Options, WordSeparator, WordSplitter};

#[cfg(test)]
use super::cells::width;
use super::script::is_han;

/// Joins two characters that must stay on one line (WORD JOINER, no width).
const JOINER: char = '\u{2060}';
/// A space that does not break.
const HARD_SPACE: char = '\u{a0}';
/// A place where a line may end (ZERO WIDTH SPACE).
const BREAK: char = '\u{200b}';

/// `text` in lines of at most `cells` cells.
///
/// Breaks stand where Unicode's line breaking (UAX 14) allows them, so that no
/// line begins with a closing mark or ends with an opening one; besides, a
/// number keeps its unit. A word longer than a line, such as an id, is broken
/// behind a point, a hyphen or a stroke, else between characters.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    if cells < 2 {
        return Vec::new();
    }
    let options = Options::new(cells)
        .word_separator(WordSeparator::UnicodeBreakProperties)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(&parted(&joined(text), cells), options).into_iter().map(|line| loosened(&line)).collect()
}

/// The lines of `text`, the second and all further ones of which begin `indent` cells farther to the right.
pub fn wrap_under(text: &str, cells: usize, indent: usize) -> Vec<String> {
    let mut lines = wrap(text, cells);
    let rest =
        lines.first().filter(|_| lines.len() > 1).and_then(|first| text.trim_start().strip_prefix(first.as_str()));
    if let Some(rest) = rest {
        lines.truncate(1);
        lines.extend(wrap(rest.trim_start(), cells.saturating_sub(indent)));
    }
    lines
}

/// `text` with each number tied to the unit behind it.
fn joined(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 16);
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|i| chars.get(i)).copied();
        let after = chars.get(at + 1).copied();
        let ends_number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '%');
        let ordinal = before == Some('第') && after.is_some_and(|c| c.is_ascii_digit());
        if c == ' ' && (ordinal || ends_number(before) && after.is_some_and(starts_unit)) {
            out.push(HARD_SPACE);
            continue;
        }
        if ends_number(before) && is_han(c) {
            out.push(JOINER);
        }
        out.push(c);
        // A sign or a mark of degree (≥ ≈ +) belongs to the number behind it.
        if matches!(c, '≥' | '≤' | '≈' | '→' | '>' | '+' | '−') && after.is_some_and(|c| c.is_ascii_digit()) {
            out.push(JOINER);
        }
    }
    out
}

/// `text` with places to break in the words that are longer than a line.
fn parted(text: &str, cells: usize) -> String {
    let parted = text.split(' ').map(|word| {
        let long = word.is_ascii() && word.len() > cells;
        let joint = |c: char| long && matches!(c, '.' | '-' | '/' | '_');
        word.chars().flat_map(|c| [Some(c), joint(c).then_some(BREAK)]).flatten().collect::<String>()
    });
    parted.collect::<Vec<_>>().join(" ")
}

fn starts_unit(c: char) -> bool {
    is_han(c) || c == '%' || c == '×'
}

fn loosened(line: &str) -> String {
    line.trim_end()
        .chars()
        .filter(|&c| c != JOINER && c != BREAK)
        .map(|c| if c == HARD_SPACE { ' ' } else { c })
        .collect()
}

/// Whether every line of `lines` fits in `cells` cells.
#[cfg(test)]
fn fits(lines: &[String], cells: usize) -> bool {
    lines.iter().all(|line| width(line) <= cells)
}

#[cfg(test)]
mod tests {
    use super::{fits, wrap, wrap_under};

    const TEXT: &str = "新增国家高新技术企业 110 户、省级以上“专精特新”企业 62 户，打造省级科技创新平台 6 个（含在建），技术合同成交额是上年3倍。";

    #[test]
    fn closing_marks_never_open_a_line_and_opening_marks_never_end_one() {
        for cells in 8..60 {
            let lines = wrap(TEXT, cells);
            assert!(fits(&lines, cells), "{cells}: {lines:?}");
            for line in &lines {
                assert!(!line.starts_with(['，', '。', '、', '”', '）']), "{cells}: {line}");
                assert!(!line.ends_with(['“', '（']), "{cells}: {line}");
            }
        }
    }

    #[test]
    fn a_number_keeps_its_unit() {
        for cells in 8..60 {
            let lines = wrap(TEXT, cells);
            for line in &lines {
                assert!(!line.ends_with(|c: char| c.is_ascii_digit()), "{cells}: {line}");
            }
        }
    }

    #[test]
    fn the_number_of_a_sentence_stays_in_one_line() {
        for cells in 8..60 {
            let lines = wrap("（二）在落实扩大内需战略、打造经济增长新支点上攻坚突破 · 第 6 句", cells);
            assert!(lines.last().is_some_and(|last| last.ends_with("第 6 句")), "{cells}: {lines:?}");
        }
    }

    #[test]
    fn further_lines_have_less_room_where_they_are_indented() {
        for cells in 10..60 {
            let lines = wrap_under(TEXT, cells, 2);
            assert!(fits(&lines, cells) && fits(lines.get(1..).unwrap_or_default(), cells - 2), "{cells}: {lines:?}");
            assert_eq!(lines.concat().replace(' ', ""), TEXT.replace(' ', ""));
        }
    }

    #[test]
    fn a_number_keeps_the_sign_of_times() {
        for cells in 8..60 {
            let lines = wrap("技术合同成交额是上年的 3 × 以上，明年要到 12 × 左右", cells);
            assert!(lines.iter().all(|line| !line.starts_with('×')), "{cells}: {lines:?}");
        }
    }

    #[test]
    fn a_long_id_is_broken_between_its_parts() {
        assert_eq!(wrap("review.investment.fixed-assets", 29), ["review.investment.fixed-", "assets"]);
        assert_eq!(wrap("review.investment.fixed-assets", 30), ["review.investment.fixed-assets"]);
        assert_eq!(wrap("tasks.productive.carbon", 10), ["tasks.", "productive", ".carbon"]);
    }

    #[test]
    fn nothing_is_lost() {
        for cells in 2..60 {
            let whole: String = wrap(TEXT, cells).concat();
            let bare = |text: &str| text.replace(' ', "");
            assert_eq!(bare(&whole), bare(TEXT));
        }
    }
}
