//! Quantities in the words of a query: digits and numerals, scales, units and hedges.

use std::collections::BTreeSet;

use super::english::same_word;
use super::fold::Symbol;
use super::number::{Decimal, Hedge, Quantity, Unit};
use crate::text::is_han;

/// Powers of ten in words, longer ones before those that begin them.
const SCALES: &[(&str, i16)] = &[
    ("万亿", 12),
    ("百万", 6),
    ("千万", 7),
    ("万", 4),
    ("亿", 8),
    ("千", 3),
    ("百", 2),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
    ("mn", 6),
    ("bn", 9),
    ("tn", 12),
    ("m", 6),
];

/// Qualifiers before a number; the English ones are words of their own.
const BEFORE: &[(&str, Hedge)] = &[
    ("≥", Hedge::Least),
    (">", Hedge::Least),
    ("→", Hedge::Least),
    ("≤", Hedge::Most),
    ("≈", Hedge::About),
    ("不低于", Hedge::Least),
    ("不少于", Hedge::Least),
    ("至少", Hedge::Least),
    ("超过", Hedge::Least),
    ("突破", Hedge::Least),
    ("力争", Hedge::Least),
    ("不超过", Hedge::Most),
    ("接近", Hedge::About),
    ("大约", Hedge::About),
    ("约", Hedge::About),
    ("近", Hedge::About),
    ("at least ", Hedge::Least),
    ("more than ", Hedge::Least),
    ("over ", Hedge::Least),
    ("towards ", Hedge::Least),
    ("at most ", Hedge::Most),
    ("up to ", Hedge::Most),
    ("about ", Hedge::About),
    ("around ", Hedge::About),
    ("nearly ", Hedge::About),
];

/// Qualifiers behind a number and its unit.
const BEHIND: &[(&str, Hedge)] = &[
    ("以上", Hedge::Least),
    ("左右", Hedge::About),
    ("以内", Hedge::Most),
    ("以下", Hedge::Most),
    ("多", Hedge::Least),
    ("余", Hedge::Least),
];

/// The units that the texts use, by all of their names.
pub(crate) type Units<'a> = BTreeSet<&'a str>;

/// A stretch of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A word.
    Word(String),
    /// What may be a quantity: its text without spaces, and what it can mean.
    Quantity(String, Vec<Quantity>),
}

/// A folded query cut into words and quantities. `apart` says to cut quantities from the characters
/// that touch them as well, as in 171个小区.
pub(crate) fn pieces(query: &str, units: &Units<'_>, apart: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = query.trim_start();
    while !rest.is_empty() {
        if let Some((piece, after)) = quantity(rest, units, apart) {
            pieces.push(piece);
            rest = after.trim_start();
            continue;
        }
        let word = rest.split(' ').next().unwrap_or(rest);
        let end = if apart { number_in(word).unwrap_or(word.len()) } else { word.len() };
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        pieces.push(Piece::Word(word.to_owned()));
        rest = after.trim_start();
    }
    pieces
}

/// Where a number begins behind at least two Chinese characters, with the qualifier before it.
fn number_in(word: &str) -> Option<usize> {
    let mut run = 0;
    for (at, c) in word.char_indices() {
        if c.is_ascii_digit() && run > 1 {
            let before = word.get(..at)?;
            let hedged = BEFORE.iter().filter_map(|(text, _)| before.strip_suffix(text)).map(str::len).min();
            return Some(hedged.filter(|&end| end > 0).unwrap_or(at));
        }
        run = if is_han(c) { run + 1 } else { 0 };
    }
    None
}

/// A quantity at the beginning of the text, and what follows it.
fn quantity<'a>(text: &'a str, units: &Units<'_>, apart: bool) -> Option<(Piece, &'a str)> {
    let (mut qualifier, start) = strip(text, BEFORE).map_or((None, text), |(hedge, rest)| (Some(hedge), rest));
    let start = start.trim_start().trim_start_matches(['+', '-']);
    let end = start.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(start.len());
    let (digits, after) = start.split_at_checked(end)?;
    let number = Decimal::read(digits.trim_end_matches('.'))?;
    if digits.starts_with('.') || after.starts_with([',', '-', '~', ':', '/']) {
        return None;
    }
    let mut readings = Vec::new();
    for (scale, behind) in scales(after) {
        let (unit, behind) = unit(behind, units).unwrap_or((Unit::Any, behind));
        readings.push((scale, unit, behind));
    }
    // The reading that leaves least is what was meant; equals are looked for side by side.
    let least = readings.iter().map(|(_, _, behind)| behind.len()).min()?;
    readings.retain(|(_, _, behind)| behind.len() == least);
    let mut rest = after.get(after.len() - least..)?;
    if let Some((hedge, behind)) = strip(rest.trim_start(), BEHIND) {
        (qualifier, rest) = (Some(hedge), behind);
    }
    let touches = rest.chars().next().is_some_and(|c| c != ' ');
    // Behind a unit one character is a word: 20个村.
    let named = readings.iter().any(|(_, unit, _)| matches!(unit, Unit::Named(_)));
    let least = if named { 1 } else { 2 };
    let cut = apart && rest.chars().take(2).take_while(|&c| is_han(c)).count() >= least;
    if touches && !cut {
        return None;
    }
    let typed = text.strip_suffix(rest)?.replace(' ', "");
    let quantities = readings.into_iter().map(|(scale, unit, _)| Quantity { number, scale, unit, qualifier });
    Some((Piece::Quantity(typed, quantities.collect()), rest))
}

/// The ways to read a power of ten at the beginning of the text; none of them is one.
fn scales(text: &str) -> impl Iterator<Item = (Option<i16>, &str)> {
    let typed = text.trim_start();
    let scaled = SCALES.iter().filter_map(move |&(word, power)| {
        let rest = typed.strip_prefix(word)?;
        let ends = !word.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        ends.then_some((Some(power), rest))
    });
    std::iter::once((None, text)).chain(scaled)
}

/// The longest unit at the beginning of the text.
fn unit<'a>(text: &'a str, units: &Units<'_>) -> Option<(Unit, &'a str)> {
    let typed = text.trim_start();
    let known = units.iter().filter_map(|name| {
        let rest = typed.strip_prefix(name)?;
        let ends = !name.ends_with(|c: char| c.is_ascii_alphanumeric())
            || !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        ends.then_some((Unit::Named((*name).to_owned()), rest))
    });
    if let Some(known) = known.min_by_key(|(_, rest)| rest.len()) {
        return Some(known);
    }
    let end = typed.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(typed.len());
    let (word, rest) = typed.split_at_checked(end).filter(|(word, _)| !word.is_empty())?;
    if units.iter().any(|name| name.is_ascii() && same_word(name, word)) {
        return Some((Unit::Named(word.to_owned()), rest));
    }
    // The last word may be unfinished.
    (rest.is_empty() && units.iter().any(|name| name.starts_with(word))).then(|| (Unit::Begun(word.to_owned()), rest))
}

fn strip<'a>(text: &'a str, words: &[(&str, Hedge)]) -> Option<(Hedge, &'a str)> {
    words.iter().find_map(|(word, hedge)| Some((*hedge, text.strip_prefix(word)?)))
}

/// The query with `1 to 2` and 1至2 as a range, `1-2`.
pub(crate) fn with_ranges(query: &str) -> String {
    let mut text = query.to_owned();
    for between in [" to ", "至", "到", "~", " - ", " ~ "] {
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find(between)).map(|at| at + from) {
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            let behind = at + between.len();
            let before = text.get(..at).and_then(|text| text.chars().next_back());
            if digit(before) && digit(text.get(behind..).and_then(|text| text.chars().next())) {
                text.replace_range(at..behind, "-");
            }
            from = at + 1;
            while !text.is_char_boundary(from) {
                from += 1;
            }
        }
    }
    text
}

/// The query with its Chinese numerals in digits, if it has any before another character: 两年 is 2年.
pub(crate) fn with_digits(query: &str) -> Option<String> {
    let (mut text, mut run, mut changed) = (String::new(), String::new(), false);
    for c in query.chars().chain(['\0']) {
        if numeral(c).is_some() || !run.is_empty() && ten(c).is_some() || c == '十' {
            run.push(c);
            continue;
        }
        match value(&run).filter(|_| is_han(c)) {
            Some(value) => {
                changed = true;
                text += &value.to_string();
            }
            None => text += &run,
        }
        run.clear();
        text.extend((c != '\0').then_some(c));
    }
    changed.then_some(text)
}

fn numeral(c: char) -> Option<u32> {
    let digits = "零一二三四五六七八九";
    match c {
        '两' => Some(2),
        '〇' => Some(0),
        c => digits.chars().zip(0..).find(|(digit, _)| *digit == c).map(|(_, value)| value),
    }
}

fn ten(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// The number that Chinese numerals below ten thousand write.
fn value(run: &str) -> Option<u32> {
    let (mut sum, mut last) = (0, None);
    for c in run.chars() {
        match (numeral(c), ten(c)) {
            (Some(digit), _) => last = Some(last.filter(|_| sum == 0).map_or(digit, |last: u32| last * 10 + digit)),
            (_, Some(ten)) => {
                sum += last.take().unwrap_or(1) * ten;
            }
            _ => return None,
        }
    }
    (!run.is_empty() && run.chars().count() < 9).then(|| sum + last.unwrap_or(0))
}

/// The symbols of a text that is folded already.
pub(crate) fn units_of(text: &str) -> Vec<Symbol> {
    text.encode_utf16().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str, apart: bool) -> Vec<String> {
        let units =
            Units::from(["亩", "mu", "斤", "jin", "元", "yuan", "人", "people", "%", "个", "年", "tonnes", "个百分点"]);
        let shown = |piece: Piece| match piece {
            Piece::Word(word) => word,
            Piece::Quantity(text, all) => format!("<{text} {}>", all.len()),
        };
        pieces(query, &units, apart).into_iter().map(shown).collect()
    }

    #[test]
    fn numbers_take_their_scale_unit_and_qualifier() {
        for (query, expected) in [
            ("9.528 bn jin", "<9.528bnjin 1>"),
            ("870000 mu", "<870000mu 1>"),
            ("43000 people", "<43000people 1>"),
            ("1.2 million tonne", "<1.2milliontonne 1>"),
            ("at least 20 %", "<atleast20% 1>"),
            ("超过90%", "<超过90% 1>"),
            ("20%以上", "<20%以上 1>"),
            ("+4.5%", "<+4.5% 1>"),
            ("87万亩", "<87万亩 1>"),
            ("43000 peop", "<43000peop 1>"),
            ("870000 m", "<870000m 2>"),
            ("5g 940", "5g|<940 1>"),
            ("1-2个", "1-2个"),
            ("16,4000", "16,4000"),
            ("1800级碳", "1800级碳"),
        ] {
            assert_eq!(read(query, false).join("|"), expected, "{query}");
        }
        for (query, expected) in [
            ("171个小区", "<171个 1>|小区"),
            ("4.3万人就业", "<4.3万人 1>|就业"),
            ("连续2年", "连续|<2年 1>"),
            ("高标准农田87万亩", "高标准农田|<87万亩 1>"),
            ("农田超过90%", "农田|<超过90% 1>"),
        ] {
            assert_eq!(read(query, true).join("|"), expected, "{query}");
        }
    }

    #[test]
    fn all_forms_of_a_number_are_one() {
        let read = |text: &str| Decimal::read(text).unwrap_or_default();
        assert_eq!(read("87").times(4), read("870000"));
        assert_eq!(read("9.528").times(9), read("95.28").times(8));
        assert_eq!(read("0.50"), read("0.5"));
        assert_ne!(read("5"), read("50"));
        assert!(Decimal::read("99999999999999999999999").is_none());
    }

    #[test]
    fn numerals_before_a_character_are_digits() {
        for (query, expected) in [
            ("连续两年", Some("连续2年")),
            ("十五分钟", Some("15分钟")),
            ("三倍", Some("3倍")),
            ("二百零七个", Some("207个")),
            ("一银一铜", Some("1银1铜")),
            ("二〇二五年", Some("2025年")),
            ("粮食", None),
            ("第一", None),
        ] {
            assert_eq!(with_digits(query).as_deref(), expected, "{query}");
        }
        assert_eq!(with_ranges("1 to 2"), "1-2");
        assert_eq!(with_ranges("1至2个"), "1-2个");
        assert_eq!(with_ranges("up to 2"), "up to 2");
    }
}
