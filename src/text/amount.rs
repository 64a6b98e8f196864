//! A number and its unit in running text, which are not parted.

use std::ops::Range;

use super::script::is_han;

/// Measure words of several 汉字; others have one. Before each may stand powers of ten: 万平方米.
const MEASURES: [&str; 11] =
    ["平方公里", "平方千米", "个百分点", "平方米", "立方米", "百分点", "千瓦时", "千分点", "公里", "公顷", "人次"];
/// What stands between a number and its unit in English.
const POWERS: [&str; 3] = ["m", "bn", "tn"];

/// The number that a cut at `at` would part, or part from its unit: from its first digit to its last.
pub(super) fn amount_around(text: &str, at: usize) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(start) = text.get(from..)?.find(|c: char| c.is_ascii_digit()).map(|found| from + found) {
        if start >= at {
            return None;
        }
        let end = start + number(text.get(start..)?);
        // A per cent sign is a unit already.
        let unit = if text.get(..end)?.ends_with('%') { 0 } else { unit(text.get(end..)?) };
        if at < end + unit {
            return Some(start..end);
        }
        from = end;
    }
    None
}

/// The length of the number that a text begins with: digits, points and commas within, a per cent sign.
fn number(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let within = matches!(c, '.' | ',') && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if !(c.is_ascii_digit() || within) {
            return at + usize::from(c == '%');
        }
    }
    text.len()
}

/// The length of the unit that a text behind a number begins with: a measure word, the rest of a word (17th,
/// 15-minute), or the next word, with a power of ten before it.
fn unit(text: &str) -> usize {
    let blank = usize::from(text.starts_with(' '));
    let rest = text.get(blank..).unwrap_or_default();
    if rest.starts_with(is_han) {
        let measured = rest.trim_start_matches(['十', '百', '千', '万', '亿']);
        let one = measured.chars().next().filter(|&c| is_han(c)).map_or(0, char::len_utf8);
        let measure = MEASURES.iter().find(|measure| measured.starts_with(**measure)).map_or(one, |known| known.len());
        return blank + rest.len() - measured.len() + measure;
    }
    let length = word(rest);
    match rest.get(..length) {
        None | Some("") => 0,
        Some(power) if POWERS.contains(&power) && rest.get(length..).is_some_and(|rest| rest.starts_with(' ')) => {
            blank + length + 1 + word(rest.get(length + 1..).unwrap_or_default())
        }
        Some(_) => blank + length,
    }
}

/// The length of the word that a text begins with.
fn word(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(text.len())
}
