//! Scale, unit and qualifier behind a number.

use super::chars::Chars;
use super::tables::{TABLES, Unit};
use crate::report::Qualifier;

/// A unit with its scale, as it stands behind a number.
pub(super) struct Found<'a> {
    pub(super) end: usize,
    pub(super) unit: Option<&'static Unit>,
    /// The scale before the unit, or empty.
    pub(super) scale: &'a [char],
    /// Whether 余, 多 or 几 stands inside.
    pub(super) more: bool,
}

impl Found<'_> {
    /// Scale and unit, the characters 余 and 多 left out.
    pub(super) fn written(&self) -> String {
        self.scale.text() + self.unit.map_or("", |unit| unit.zh)
    }

    pub(super) fn scaled(&self) -> bool {
        !self.scale.is_empty()
    }
}

/// Scale and unit at `at`: 多万亩, 亿多元, 余个.
pub(super) fn unit_at(text: &[char], at: usize) -> Option<Found<'_>> {
    let more = |at: usize| matches!(text.at(at), '余' | '多' | '几') && !matches!(text.at(at + 1), '年' | '样' | '元');
    let first = usize::from(matches!(text.at(at), '余' | '多' | '几'));
    let scale = scale_len(text, at + first);
    let second =
        usize::from(scale > 0 && (more(at + first + scale) || matches!(text.at(at + first + scale), '余' | '多')));
    let scaled_from = at + first + scale + second;
    let direct = unit_word(text, at + first);
    let behind = unit_word(text, scaled_from).filter(|_| scale > 0);
    let best = match (direct, behind) {
        (Some((near, unit)), Some((far, other))) => {
            if at + first + near >= scaled_from + far {
                Some((at + first, near, unit))
            } else {
                Some((scaled_from, far, other))
            }
        }
        (Some((len, unit)), None) => Some((at + first, len, unit)),
        (None, Some((len, unit))) => Some((scaled_from, len, unit)),
        (None, None) => None,
    };
    let more = first + second > 0;
    match best {
        Some((from, len, unit)) => {
            let scale = if from == scaled_from { scale } else { 0 };
            let scale = text.cut(at + first, at + first + scale);
            Some(Found { end: from + len, unit: Some(unit), scale, more })
        }
        None if scale > 0 => {
            Some(Found { end: scaled_from, unit: None, scale: text.cut(at + first, at + first + scale), more })
        }
        None => None,
    }
}

/// The length of the scale at `at`: 百, 千, 万, 亿 and pairs of them.
fn scale_len(text: &[char], at: usize) -> usize {
    match (text.at(at), text.at(at + 1)) {
        ('万' | '千' | '百' | '十', '亿') | ('千' | '百' | '十', '万') => 2,
        ('亿' | '万' | '千' | '百', _) => 1,
        _ => 0,
    }
}

/// The unit at `at` that what follows does not make another word: its length and its row.
fn unit_word(text: &[char], at: usize) -> Option<(usize, &'static Unit)> {
    TABLES.units.at_if(text, at, |len, unit| !unit.not.iter().any(|word| text.is_at(at + len, word)))
}

/// The qualifier behind a quantity that ends at `at`, and where it ends.
pub(super) fn tail(text: &[char], at: usize) -> (usize, Option<Qualifier>) {
    let gap = usize::from(text.at(at) == ' ');
    match TABLES.after.at(text, at + gap) {
        Some((len, hedge)) => (at + gap + len, Some(hedge.qualifier)),
        None => (at, None),
    }
}
