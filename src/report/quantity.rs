//! A figure as a reader sees it: mark, sign, digits, unit, and the words around them.
//! Chinese keeps the source's unit; English moves the decimal point by whole powers of ten.

use super::kinds::{Basis, Confidence, Qualifier};
use super::lexicon::Lexicon;
use super::model::Figure;
use crate::text::{Label, Lang};

/// A figure in the parts that a column of numbers aligns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quantity {
    /// The mark of the qualifier (`≥ ≤ ≈ > →`), or nothing.
    pub mark: &'static str,
    /// Sign and whole part, or a whole range.
    pub whole: String,
    /// The decimal point and what follows it, or nothing.
    pub fraction: String,
    /// The unit as printed, or nothing.
    pub unit: String,
}

impl Quantity {
    /// `figure` as a list shows it in `lang`.
    pub fn of(figure: &Figure, lexicon: &Lexicon, lang: Lang) -> Self {
        Self::beside(figure, figure, lexicon, lang)
    }

    /// `figure` on the scale of `like`, beside which it stands: 0.472 bn, not 472 m, beside 10 bn.
    pub fn beside(figure: &Figure, like: &Figure, lexicon: &Lexicon, lang: Lang) -> Self {
        Self::scaled(figure, scaled_unit(like, lexicon, lang), lang)
    }

    fn scaled(figure: &Figure, (scale, unit): (i32, String), lang: Lang) -> Self {
        let digits = |value: f64| printed(value.abs(), scale, lang);
        let end = |value: f64| if value < 0.0 { format!("−{}", digits(value)) } else { digits(value) };
        let number = match figure.upper {
            Some(upper) => format!("{}–{}", end(figure.value), end(upper)),
            None => sign(figure).to_owned() + &digits(figure.value),
        };
        let (whole, fraction) = match number.split_once('.') {
            Some((whole, fraction)) if figure.upper.is_none() => (whole.to_owned(), format!(".{fraction}")),
            _ => (number, String::new()),
        };
        Self { mark: mark_of(figure.qualifier), whole, fraction, unit }
    }

    /// `figure` in the source's own digits and unit, whatever the language: 95.28 × 100 million jin.
    pub fn in_source(figure: &Figure, lexicon: &Lexicon, lang: Lang) -> Self {
        let (power, name) = lexicon.english_unit(figure);
        let unit = match lang {
            Lang::Zh => figure.unit.clone(),
            Lang::En if power > 0 => format!("× {}", lexicon.unit_in_words(figure)),
            Lang::En => name.to_owned(),
        };
        Self::scaled(figure, (0, unit), lang)
    }

    /// Mark and digits without the unit.
    pub fn number(&self) -> String {
        format!("{}{}{}", self.mark, self.whole, self.fraction)
    }

    /// Mark, digits and unit on one line.
    pub fn line(&self) -> String {
        if self.unit.is_empty() { self.number() } else { format!("{} {}", self.number(), self.unit) }
    }
}

/// The mark of a qualifier; 近 (nearly) has none, its word is printed.
pub const fn mark_of(qualifier: Option<Qualifier>) -> &'static str {
    match qualifier {
        Some(Qualifier::AtLeast) => "≥",
        Some(Qualifier::AtMost) => "≤",
        Some(Qualifier::About) => "≈",
        Some(Qualifier::Over) => ">",
        Some(Qualifier::Toward) => "→",
        Some(Qualifier::Nearly) | None => "",
    }
}

/// `figure` in words, as details and printed text say it: 同比 +20 % 以上, `at least +20 % on the year`.
pub fn in_words(figure: &Figure, lexicon: &Lexicon, lang: Lang) -> String {
    said(figure, Quantity::of(figure, lexicon, lang), lang)
}

/// `figure` in the same words, with the source's own digits and unit in both languages.
pub fn in_source_words(figure: &Figure, lexicon: &Lexicon, lang: Lang) -> String {
    said(figure, Quantity::in_source(figure, lexicon, lang), lang)
}

fn said(figure: &Figure, quantity: Quantity, lang: Lang) -> String {
    let quantity = Quantity { mark: "", ..quantity };
    let bare = based(figure, &quantity, lang);
    let hedged = match lang {
        Lang::Zh => hedged_zh(figure.qualifier, &bare),
        Lang::En => hedged_en(figure.qualifier, &bare),
    };
    let estimate = Label::new("（预计）", " (estimate)").get(lang);
    let check = Label::new("（待核）", " (to check)").get(lang);
    hedged
        + if figure.estimate { estimate } else { "" }
        + if figure.confidence == Some(Confidence::Check) { check } else { "" }
}

/// The value in the source's own digits and unit, whatever the language of the screen.
pub fn as_in_source(figure: &Figure) -> String {
    let value = figure.upper.map_or_else(|| figure.value.to_string(), |upper| format!("{}-{upper}", figure.value));
    if figure.unit.is_empty() { value } else { format!("{value} {}", figure.unit) }
}

fn based(figure: &Figure, quantity: &Quantity, lang: Lang) -> String {
    let line = quantity.line();
    match (figure.basis, lang) {
        (Basis::Growth, Lang::Zh) => format!("同比 {line}"),
        (Basis::Growth, Lang::En) => format!("{line} on the year"),
        (Basis::Multiple, Lang::Zh) => format!("{line}（上年 = 1）"),
        (Basis::Multiple, Lang::En) => format!("{line} (year before = 1)"),
        (Basis::Rank, Lang::Zh) => format!("第 {line}"),
        (Basis::Rank, Lang::En) => format!("rank {}", quantity.number()),
        _ => line,
    }
}

fn hedged_zh(qualifier: Option<Qualifier>, bare: &str) -> String {
    // 240 个以上, but 20 % 以上: 汉字 keep a space from what is not one.
    let gap = if bare.ends_with(|c: char| c.is_ascii()) { " " } else { "" };
    match qualifier {
        Some(Qualifier::AtLeast) => format!("{bare}{gap}以上"),
        Some(Qualifier::AtMost) => format!("{bare}{gap}以内"),
        Some(Qualifier::About) => format!("{bare}{gap}左右"),
        Some(Qualifier::Over) => format!("超过 {bare}"),
        Some(Qualifier::Nearly) => format!("近 {bare}"),
        Some(Qualifier::Toward) => format!("{bare}（迈向）"),
        None => bare.to_owned(),
    }
}

fn hedged_en(qualifier: Option<Qualifier>, bare: &str) -> String {
    match qualifier {
        Some(Qualifier::AtLeast) => format!("at least {bare}"),
        Some(Qualifier::AtMost) => format!("at most {bare}"),
        Some(Qualifier::About) => format!("about {bare}"),
        Some(Qualifier::Over) => format!("over {bare}"),
        Some(Qualifier::Nearly) => format!("nearly {bare}"),
        Some(Qualifier::Toward) => format!("towards {bare}"),
        None => bare.to_owned(),
    }
}

/// Growth and points show which way they go; other quantities only a minus.
fn sign(figure: &Figure) -> &'static str {
    let moves = matches!(figure.basis, Basis::Growth | Basis::Points);
    if figure.value < 0.0 {
        "−"
    } else if moves && figure.value > 0.0 {
        "+"
    } else {
        ""
    }
}

/// The powers of ten to move the point by, and the unit with its own word for the rest.
fn scaled_unit(figure: &Figure, lexicon: &Lexicon, lang: Lang) -> (i32, String) {
    if lang == Lang::Zh {
        let unit = if figure.unit == "个百分点" { "百分点" } else { &figure.unit };
        return (0, unit.to_owned());
    }
    let (power, name) = lexicon.english_unit(figure);
    let taken = english_power(figure, lexicon);
    let word = match taken {
        12 => "tn",
        9 => "bn",
        6 => "m",
        _ => "",
    };
    let unit = [word, name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (i32::try_from(power).unwrap_or(0) - i32::from(taken), unit)
}

/// The power of ten that an English screen says as a word: 9 for bn, 0 where it writes all digits.
pub fn english_power(figure: &Figure, lexicon: &Lexicon) -> i16 {
    let power = i32::try_from(lexicon.english_unit(figure).0).unwrap_or(0);
    let size = figure.upper.unwrap_or(figure.value).abs() * 10_f64.powi(power);
    // Below ten million the digits are still read at a glance; above, the word is.
    match size {
        size if size >= 1e12 => 12,
        size if size >= 1e9 => 9,
        size if size >= 1e7 => 6,
        _ => 0,
    }
}

/// The digits of `value`, which is not negative, times ten to the `scale`, exact; English with commas.
fn printed(value: f64, scale: i32, lang: Lang) -> String {
    let text = shifted(&value.to_string(), scale);
    if lang == Lang::Zh {
        return text;
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out += fraction;
    }
    out
}

/// A decimal text with its point moved to the right by `scale` places, no zeros added or left over.
fn shifted(text: &str, scale: i32) -> String {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut digits: String = [whole, fraction].concat();
    let mut point = i32::try_from(whole.len()).unwrap_or(0) + scale;
    while point <= 0 {
        digits.insert(0, '0');
        point += 1;
    }
    let point = usize::try_from(point).unwrap_or(0);
    while digits.len() < point {
        digits.push('0');
    }
    let (whole, fraction) = digits.split_at(point);
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::{printed, shifted};
    use crate::text::Lang;

    #[test]
    fn the_point_moves_exactly() {
        assert_eq!(shifted("95.28", -1), "9.528");
        assert_eq!(shifted("87", 4), "870000");
        assert_eq!(shifted("4.3", 4), "43000");
        assert_eq!(shifted("0.5", 2), "50");
        assert_eq!(shifted("5", -3), "0.005");
        assert_eq!(shifted("0", 4), "0");
    }

    #[test]
    fn english_groups_thousands_and_chinese_does_not() {
        assert_eq!(printed(7509.0, 0, Lang::En), "7,509");
        assert_eq!(printed(167.8, 4, Lang::En), "1,678,000");
        assert_eq!(printed(16400.0, 0, Lang::Zh), "16400");
    }
}
