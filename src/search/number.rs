//! Numbers as people write them: 95.28亿斤, 9.528 bn jin, 870,000 mu, at least 20 %, 两年.
//! A number is its digits and a power of ten, exact, so that all of its forms are one.

use super::english::same_word;
use super::fold::symbols;
use crate::report::Qualifier;

/// A decimal number without its sign: `mantissa` times ten to the `exponent`, no zero at the mantissa's end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decimal {
    /// As bytes: so a number of a record takes 20 bytes, not 32, and a library holds half a million of them.
    mantissa: [u8; 8],
    exponent: i16,
}

impl Decimal {
    /// The number of a text of digits with at most one point; `None` when it has too many digits.
    pub fn read(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digit = |sum: u64, digit: char| {
            let digit = digit.to_digit(10)?;
            sum.checked_mul(10)?.checked_add(digit.into())
        };
        let mantissa = whole.chars().chain(fraction.chars()).try_fold(0, digit)?;
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        Some(Self::reduced(mantissa, -i16::try_from(fraction.len()).ok()?))
    }

    fn reduced(mut mantissa: u64, mut exponent: i16) -> Self {
        if mantissa == 0 {
            return Self::default();
        }
        while mantissa.is_multiple_of(10) {
            (mantissa, exponent) = (mantissa / 10, exponent + 1);
        }
        Self { mantissa: mantissa.to_ne_bytes(), exponent }
    }

    const fn mantissa(self) -> u64 {
        u64::from_ne_bytes(self.mantissa)
    }

    /// The number times a power of ten.
    #[must_use]
    pub const fn times(self, power: i16) -> Self {
        if self.mantissa() == 0 { self } else { Self { exponent: self.exponent + power, ..self } }
    }

    /// A small number that equal digits share, whatever the power of ten.
    pub(crate) const fn hash(self) -> u16 {
        let [one, two, ..] = self.mantissa().wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
        u16::from_be_bytes([one, two])
    }
}

/// A number of a record: a value of one of its figures.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// The value in the source's own unit.
    pub value: Decimal,
    /// The power of ten in the unit: 4 for 万亩.
    pub power: i16,
    /// The power that an English screen takes out of the whole number: 9 for bn.
    pub shown: i16,
    /// The number of the unit among those of the corpus.
    pub unit: u16,
    /// How the source hedges the value.
    pub qualifier: Option<Qualifier>,
    /// The number of the figure in its entry.
    pub figure: u16,
}

/// The names of a unit without its power of ten, folded: 亩 and mu.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitNames(Vec<String>);

impl UnitNames {
    /// The unit that is called so.
    pub fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let folded = names.map(|name| String::from_utf16_lossy(&symbols(name)));
        Self(folded.filter(|name| !name.is_empty()).collect())
    }

    /// All names.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    fn is(&self, unit: &Unit) -> bool {
        match unit {
            Unit::Any => true,
            Unit::Named(typed) => self.iter().any(|name| name == typed || name.is_ascii() && same_word(name, typed)),
            Unit::Begun(typed) => self.iter().any(|name| name.starts_with(typed.as_str())),
        }
    }
}

/// What a query says about the unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Any,
    Named(String),
    /// A Latin name whose end is not typed yet.
    Begun(String),
}

/// A number with what stands around it, as a query means it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) number: Decimal,
    /// The power of ten that was typed as a word: 万, bn.
    pub(super) scale: Option<i16>,
    pub(super) unit: Unit,
    pub(super) qualifier: Option<Hedge>,
}

/// Qualifiers that a reader does not tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hedge {
    Least,
    About,
    Most,
}

impl Hedge {
    const fn of(qualifier: Qualifier) -> Self {
        match qualifier {
            Qualifier::AtLeast | Qualifier::Over | Qualifier::Toward => Self::Least,
            Qualifier::About | Qualifier::Nearly => Self::About,
            Qualifier::AtMost => Self::Most,
        }
    }
}

impl Quantity {
    /// A number alone.
    pub(crate) const fn bare(number: Decimal) -> Self {
        Self { number, scale: None, unit: Unit::Any, qualifier: None }
    }

    /// Whether the unit is still being typed.
    pub(crate) const fn is_begun(&self) -> bool {
        matches!(self.unit, Unit::Begun(_))
    }

    /// Whether more than the bare number was typed, so that the unit is marked as well.
    pub(crate) fn has_unit(&self) -> bool {
        self.scale.is_some() || self.unit != Unit::Any
    }

    /// Whether it is this number of a record.
    pub(crate) fn is(&self, number: &Number, units: &[UnitNames]) -> bool {
        let whole = number.value.times(number.power);
        let same = match self.scale {
            Some(scale) => self.number.times(scale) == whole,
            None if self.unit != Unit::Any => self.number == whole,
            None => [number.value, whole, whole.times(-number.shown)].contains(&self.number),
        };
        same && (self.unit == Unit::Any
            || units.get(usize::from(number.unit)).is_some_and(|names| names.is(&self.unit)))
            && self.qualifier.is_none_or(|hedge| number.qualifier.map(Hedge::of) == Some(hedge))
    }
}
