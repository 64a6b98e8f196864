//! The words of a query as they were typed, before anything is known of them.

use super::fold::{CHANGED, GAP, Symbol, fold, symbols};
use super::number::Quantity;
use super::pinyin::Readings;
use super::word::Origin;

/// A word without the punctuation at its ends, which nobody looks for.
pub(super) fn trimmed(word: &str) -> &str {
    let edge = |c: char| !c.is_alphanumeric() && !"%％‰°℃¥￥$€".contains(c);
    let start = word.trim_start_matches(edge);
    // The mark of a qualifier belongs to its number: ≥20%.
    let mark = word.strip_suffix(start).and_then(|cut| cut.chars().next_back()).filter(|c| "≥≤≈>＞→".contains(*c));
    let start = match mark.filter(|_| start.starts_with(|c: char| c.is_numeric())) {
        Some(mark) => word.get(word.len() - start.len() - mark.len_utf8()..).unwrap_or(start),
        None => start,
    };
    let kept = start.trim_end_matches(edge);
    // A point behind a digit may be that of an unfinished number.
    let point = start.strip_prefix(kept).is_some_and(|rest| rest.starts_with(['.', '．']));
    let digit = kept.ends_with(|c: char| c.is_numeric());
    let end = kept.len()
        + if point && digit {
            start.get(kept.len()..).map_or(0, |rest| rest.chars().next().map_or(0, char::len_utf8))
        } else {
            0
        };
    start.get(..end).unwrap_or(kept)
}

/// A word as it stands in the query.
#[derive(Clone)]
pub(super) struct Typed {
    pub(super) text: String,
    pub(super) symbols: Vec<Symbol>,
    /// Apostrophes separate syllables, as in xi'an.
    pub(super) breaks: u64,
    /// Without the apostrophes.
    pub(super) letters: Vec<Symbol>,
    pub(super) quantities: Vec<Quantity>,
    pub(super) origin: Origin,
}

impl Typed {
    pub(super) fn new(text: &str) -> Self {
        let symbols = symbols(text);
        let (mut breaks, mut letters) = (0, Vec::new());
        for &symbol in &symbols {
            if symbol == Symbol::from(b'\'') {
                breaks |= bit(letters.len());
            } else {
                letters.push(symbol);
            }
        }
        Self { text: text.to_owned(), symbols, breaks, letters, quantities: Vec::new(), origin: Origin::Typed }
    }

    pub(super) fn latin(&self) -> bool {
        self.quantities.is_empty() && self.letters.iter().all(|symbol| matches!(symbol, 0x61..=0x7a))
    }

    /// At most one syllable, which says little by itself.
    pub(super) fn short(&self) -> bool {
        let letters = String::from_utf16_lossy(&self.letters);
        self.latin() && (letters.len() < 2 || Readings::get().is_syllable(&letters))
    }
}

pub(super) fn bit(place: usize) -> u64 {
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or_default()
}

/// Whether folding changes the text, so that "as typed" must be looked for in the shown text.
pub(super) fn changed(text: &str) -> bool {
    let (mut changed, mut length) = (false, 0);
    fold(text, true, |folded| {
        changed |= folded.flags & (CHANGED | GAP) != 0;
        length += 1;
    });
    changed || length != text.chars().count()
}
