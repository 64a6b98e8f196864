//! A number and its unit in running text, which are not parted.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::LazyLock;

use super::script::is_han;

/// Measure words of several 汉字, and what stands between a number and its unit in English.
const TABLE: &str = include_str!("../../assets/amounts.tsv");

/// The table by kind, the longest words first.
struct Words {
    measures: Vec<&'static str>,
    powers: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let of = |kind: &str| {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
        let mut words: Vec<&str> = rows.filter(|(_, told)| *told == kind).map(|(word, _)| word).collect();
        words.sort_by_key(|word| Reverse(word.len()));
        words
    };
    Words { measures: of("measure"), powers: of("power") }
});

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
        // 百分点 and 千瓦时 begin with a power of ten themselves.
        let mut measured = rest;
        loop {
            if let Some(known) = WORDS.measures.iter().find(|measure| measured.starts_with(**measure)) {
                return blank + rest.len() - measured.len() + known.len();
            }
            match measured.strip_prefix(['十', '百', '千', '万', '亿']) {
                Some(more) => measured = more,
                None => break,
            }
        }
        let one = measured.chars().next().filter(|&c| is_han(c)).map_or(0, char::len_utf8);
        return blank + rest.len() - measured.len() + one;
    }
    let length = word(rest);
    match rest.get(..length) {
        None | Some("") => 0,
        Some(power)
            if WORDS.powers.contains(&power) && rest.get(length..).is_some_and(|rest| rest.starts_with(' ')) =>
        {
            blank + length + 1 + word(rest.get(length + 1..).unwrap_or_default())
        }
        Some(_) => blank + length,
    }
}

/// The length of the word that a text begins with.
fn word(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::{WORDS, amount_around};

    #[test]
    fn no_word_of_the_table_is_parted_from_its_number() {
        assert!(WORDS.measures.len() >= 10 && WORDS.powers.len() >= 3);
        for measure in &WORDS.measures {
            let text = format!("新增12万{measure}，");
            let cut = text.find('，').unwrap_or_default() - 1;
            assert_eq!(amount_around(&text, cut), Some("新增".len().."新增12".len()), "{text}");
        }
        for power in &WORDS.powers {
            let text = format!("of 9.5 {power} jin and");
            assert_eq!(amount_around(&text, text.len() - 5), Some(3..6), "{text}");
        }
        assert_eq!(amount_around("新增12家企业", "新增12家".len()), None);
    }
}
