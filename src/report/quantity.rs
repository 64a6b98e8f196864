//! A figure as a reader sees it: mark, sign, digits, unit, and the words around them.
//! Chinese keeps the source's unit; English moves the decimal point by whole powers of ten.

use super::figure::Figure;
use super::kinds::{Basis, Confidence, Qualifier};
use super::lexicon::Lexicon;
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
            // A range has the sign of a single number once.
            Some(upper) if figure.value > 0.0 => format!("{}{}–{}", sign(figure), digits(figure.value), end(upper)),
            Some(upper) => format!("{}–{}", end(figure.value), end(upper)),
            None => sign(figure).to_owned() + &digits(figure.value),
        };
        let (whole, fraction) = match number.split_once('.') {
            Some((whole, fraction)) if figure.upper.is_none() => (whole.to_owned(), format!(".{fraction}")),
            _ => (number, String::new()),
        };
        // A place in a ranking is a word of its own in English.
        let (whole, unit) = match ordinal(figure).filter(|_| lang == Lang::En) {
            Some(ordinal) => (ordinal, String::new()),
            None => (whole, unit),
        };
        Self { mark: mark_of(figure.qualifier), whole, fraction, unit }
    }

    /// Mark and digits without the unit.
    pub fn number(&self) -> String {
        format!("{}{}{}", self.mark, self.whole, self.fraction)
    }

    /// Mark, digits and unit as running text has them: 95.28 亿斤, but +5.2%.
    pub fn line(&self) -> String {
        match self.unit.as_str() {
            "" => self.number(),
            unit if unit.starts_with(['%', '‰']) => format!("{}{unit}", self.number()),
            unit => format!("{} {unit}", self.number()),
        }
    }
}

/// A place in a ranking in English: 1st, 22nd, 113th.
fn ordinal(figure: &Figure) -> Option<String> {
    let whole = figure.basis == Basis::Rank && figure.upper.is_none() && figure.value.fract() == 0.0;
    let digits = whole.then(|| figure.value.to_string()).filter(|digits| digits.bytes().all(|c| c.is_ascii_digit()))?;
    let teens = ["11", "12", "13"].iter().any(|teen| digits.ends_with(teen));
    let end = match digits.chars().last() {
        Some('1') if !teens => "st",
        Some('2') if !teens => "nd",
        Some('3') if !teens => "rd",
        _ => "th",
    };
    Some(digits + end)
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

/// `figure` in words, as every screen, copy and printed text says it: 同比 +20% 以上,
/// `at least +20% year on year`; English says a number that the source writes in another form both
/// ways: `9.528 bn jin (95.28 亿斤)`.
pub fn in_words(figure: &Figure, lexicon: &Lexicon, lang: Lang) -> String {
    let Said { number, source, caveats } = said(figure, lexicon, lang);
    number + &source + caveats.as_str()
}

/// What [`in_words`] says, in its parts.
pub(crate) struct Said {
    /// The number with its unit, qualifier and basis.
    pub(crate) number: String,
    /// The number as the source writes it, in brackets, where that differs.
    pub(crate) source: String,
    /// That it is an estimate, or to be checked.
    pub(crate) caveats: String,
}

/// What a figure says, in its parts.
pub(crate) fn said(figure: &Figure, lexicon: &Lexicon, lang: Lang) -> Said {
    let mut quantity = Quantity { mark: "", ..Quantity::of(figure, lexicon, lang) };
    // A column has 4.1 百分点, a sentence 4.1 个百分点.
    if quantity.unit == "百分点" {
        quantity.unit.insert(0, '个');
    }
    let number = match lang {
        Lang::Zh => hedged_zh(figure, &quantity),
        Lang::En => hedged_en(figure.qualifier, &based_en(figure, &quantity)),
    };
    let source = other_form(figure, lexicon, lang).map_or_else(String::new, |form| format!(" ({form})"));
    let estimate = figure.estimate.then_some(Label::new("（预计）", " (estimate)"));
    let check = (figure.confidence == Some(Confidence::Check)).then_some(Label::new("（待核）", " (to check)"));
    let caveats = estimate.iter().chain(&check).map(|caveat| caveat.get(lang)).collect();
    Said { number, source, caveats }
}

/// The number as the source writes it, where `lang` writes other digits.
fn other_form(figure: &Figure, lexicon: &Lexicon, lang: Lang) -> Option<String> {
    let (scale, _) = scaled_unit(figure, lexicon, lang);
    (scale != 0).then(|| Quantity { mark: "", ..Quantity::of(figure, lexicon, Lang::Zh) }.line())
}

/// The value in the source's own digits and unit, whatever the language of the screen.
pub fn as_in_source(figure: &Figure) -> String {
    let value = figure.upper.map_or_else(|| figure.value.to_string(), |upper| format!("{}-{upper}", figure.value));
    if figure.unit.is_empty() { value } else { format!("{value} {}", figure.unit) }
}

fn based_en(figure: &Figure, quantity: &Quantity) -> String {
    match figure.basis {
        Basis::Growth => format!("{} year on year", quantity.line()),
        Basis::Multiple => format!("{} times the year before", quantity.number()),
        _ => quantity.line(),
    }
}

fn hedged_zh(figure: &Figure, quantity: &Quantity) -> String {
    let line = match figure.basis {
        Basis::Growth => format!("同比 {}", quantity.line()),
        Basis::Rank => format!("第 {}", quantity.line()),
        _ => quantity.line(),
    };
    // 240 个以上, but 20% 以上: 汉字 keep a space from what is not one.
    let gap = if line.ends_with(|c: char| c.is_ascii()) { " " } else { "" };
    // A multiple is one of the year before, whatever hedges it.
    let of = if figure.basis == Basis::Multiple { "为上年的 " } else { "" };
    match figure.qualifier {
        Some(Qualifier::AtLeast) => format!("{of}{line}{gap}以上"),
        Some(Qualifier::AtMost) => format!("{of}{line}{gap}以内"),
        Some(Qualifier::About) => format!("{of}{line}{gap}左右"),
        Some(Qualifier::Over) => format!("超过{} {line}", of.trim_start_matches('为').trim_end()),
        Some(Qualifier::Nearly) => format!("{}近 {line}", of.trim_end()),
        Some(Qualifier::Toward) => format!("{of}{line}（迈向）"),
        None => format!("{of}{line}"),
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
