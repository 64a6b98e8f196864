//! Numbers: in digits, and in Chinese numerals from 三 to 五亿五千万 and 百分之十一.

use super::chars::Chars;

/// A number that was read: its value and where it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    pub(super) end: usize,
}

/// The digits that begin at `at`: `1,234.5`. A point without digits behind it stays outside.
pub(super) fn digits(text: &[char], at: usize) -> Option<Number> {
    if !text.at(at).is_ascii_digit() {
        return None;
    }
    let mut end = at;
    while text.at(end).is_ascii_digit() || is_thousands(text, at, end) {
        end += 1;
    }
    let mut decimals = 0;
    if text.at(end) == '.' && text.at(end + 1).is_ascii_digit() {
        decimals = text.after(end + 1).iter().take_while(|c| c.is_ascii_digit()).count();
        end += 1 + decimals;
    }
    Some(Number { value: value_of(text.cut(at, end), decimals)?, end })
}

/// So many digits make a whole number that is kept exactly, and so does a power of ten of so many zeros: one division
/// of the two gives the value that is nearest.
const EXACT: usize = 15;

/// The value of digits with so many of them behind the point.
fn value_of(written: &[char], decimals: usize) -> Option<f64> {
    if written.len() > EXACT {
        return written.iter().filter(|&&c| c != ',').collect::<String>().parse().ok();
    }
    let digits = written.iter().filter_map(|c| c.to_digit(10));
    let whole = digits.fold(0.0, |value, digit| value * 10.0 + f64::from(digit));
    let worth = (0..decimals).fold(1.0, |worth, _| worth * 10.0);
    Some(whole / worth)
}

/// Whether a comma at `at` parts the thousands of the number that began at `from`.
fn is_thousands(text: &[char], from: usize, at: usize) -> bool {
    let before = text.cut(from, at).iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let after = text.after(at + 1).iter().take(4).take_while(|c| c.is_ascii_digit()).count();
    text.at(at) == ',' && (1..=3).contains(&before) && after == 3
}

/// The value of one Chinese digit.
pub(super) fn digit(c: char) -> Option<f64> {
    let value = match c {
        '零' | '〇' | '○' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(f64::from(value))
}

/// The worth of a place word.
pub(super) fn place(c: char) -> Option<f64> {
    match c {
        '十' => Some(10.0),
        '百' => Some(100.0),
        '千' => Some(1000.0),
        _ => None,
    }
}

/// Whether `c` may stand in a Chinese numeral.
pub(super) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || place(c).is_some()
}

/// The Chinese numeral below 万 that begins at `at`: 三, 二十四, 五百, 千.
/// 万 and 亿 stay outside: they are the scale of the unit behind it.
pub(super) fn chinese(text: &[char], at: usize) -> Option<Number> {
    let (mut total, mut waiting, mut end) = (0.0, None, at);
    let mut last = f64::INFINITY;
    loop {
        let c = text.at(end);
        if let Some(value) = digit(c) {
            if waiting.is_some_and(|known| known > 0.0) {
                break;
            }
            waiting = Some(value);
        } else if let Some(worth) = place(c).filter(|&worth| worth < last) {
            total += waiting.take().unwrap_or(1.0) * worth;
            last = worth;
        } else {
            break;
        }
        end += 1;
    }
    (end > at).then(|| Number { value: total + waiting.unwrap_or(0.0), end })
}

/// A year in Chinese numerals (二〇二六, 一九五八) that begins at `at`.
pub(super) fn chinese_year(text: &[char], at: usize) -> Option<i32> {
    // Nearly everywhere one look is enough.
    if !matches!(text.at(at), '1' | '2' | '一' | '二' | '两') {
        return None;
    }
    let mut year = 0;
    for step in 0..4 {
        let value = digit(text.at(at + step)).or_else(|| text.at(at + step).to_digit(10).map(f64::from))?;
        #[expect(clippy::cast_possible_truncation, reason = "one digit")]
        let value = value as i32;
        year = year * 10 + value;
    }
    (1900..=2100).contains(&year).then_some(year)
}

/// A number in decimal digits, such as 3.25 of 百分之三点二五, with the words behind the point one by one.
pub(super) fn chinese_decimal(text: &[char], at: usize) -> Option<Number> {
    let whole = chinese(text, at)?;
    if text.at(whole.end) != '点' || digit(text.at(whole.end + 1)).is_none() {
        return Some(whole);
    }
    let (mut value, mut worth, mut end) = (whole.value, 0.1, whole.end + 1);
    while let Some(next) = digit(text.at(end)) {
        value += next * worth;
        worth /= 10.0;
        end += 1;
    }
    Some(Number { value: (value * 1e6).round() / 1e6, end })
}

#[cfg(test)]
mod tests {
    use super::{Number, chinese, chinese_decimal, chinese_year, digits};

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn digits_with_thousands_and_fractions() {
        for (text, value, end) in
            [("1,234.5万", 1234.5, 7), ("235.亿", 235.0, 3), ("12,34", 12.0, 2), ("1,234,567元", 1_234_567.0, 9)]
        {
            assert_eq!(digits(&chars(text), 0), Some(Number { value, end }), "{text}");
        }
        assert_eq!(digits(&chars("元"), 0), None);
    }

    #[test]
    fn chinese_numerals() {
        for (text, value, end) in [
            ("三", 3.0, 1),
            ("二十四个", 24.0, 3),
            ("十", 10.0, 1),
            ("五百万", 500.0, 2),
            ("一千二百", 1200.0, 4),
            ("一百零五", 105.0, 4),
            ("二三", 2.0, 1),
        ] {
            assert_eq!(chinese(&chars(text), 0), Some(Number { value, end }), "{text}");
        }
        assert_eq!(chinese_decimal(&chars("三点二五，"), 0), Some(Number { value: 3.25, end: 4 }));
        assert_eq!(chinese_year(&chars("二〇二六年"), 0), Some(2026));
        assert_eq!(chinese_year(&chars("一九五八年"), 0), Some(1958));
        assert_eq!(chinese_year(&chars("二三年"), 0), None);
    }
}
