//! What is known of a line before its symbols are read: a query over many reports looks at a million lines,
//! of which most cannot hold it.

use super::fold::{CHANGED, GAP, OPENS, Symbol, is_digit, is_letter};

/// With which letters and digits the words of a line begin; two letters may share a bit. Few letters are noise anywhere
/// else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Openings(u32);

/// Letters are spread over so many bits, and digits over the next ones.
const LETTERS: Symbol = 13;
const DIGITS: Symbol = 2;
/// One of the words is a single letter or digit.
const ALONE: u32 = 1 << (LETTERS + DIGITS);
/// The bits of the readings of characters stand so much higher than those of Latin words and numbers.
const READINGS: u32 = 16;
/// Folding changed a symbol of the line, or left a gap before it.
const WAS_CHANGED: u32 = 1 << 31;

/// The bit of a letter or digit of ASCII; `None` of all other symbols.
#[inline]
const fn bit(symbol: Symbol) -> Option<u32> {
    match symbol {
        0x61..=0x7a => Some(1 << ((symbol - 0x61) % LETTERS)),
        0x30..=0x39 => Some(1 << (LETTERS + (symbol - 0x30) % DIGITS)),
        _ => None,
    }
}

impl Openings {
    /// Of a line without words.
    pub(crate) const NONE: Self = Self(0);

    /// The openings of the words of a line, without those of its readings.
    pub(crate) fn of(symbols: &[Symbol], flags: &[u8]) -> Self {
        let mut openings = Self::NONE;
        let next = symbols.iter().skip(1).map(Some).chain([None]);
        for ((&symbol, &flags), next) in symbols.iter().zip(flags).zip(next) {
            if flags & (CHANGED | GAP) != 0 {
                openings.0 |= WAS_CHANGED;
            }
            if flags & OPENS != 0
                && let Some(bit) = bit(symbol)
            {
                let kind = if is_digit(symbol) { is_digit } else { is_letter };
                openings.0 |= if next.is_some_and(|&next| kind(next)) { bit } else { bit | ALONE };
            }
        }
        openings
    }

    /// Notes the first letter of a reading with which a word of the line begins.
    pub(crate) fn note_reading(&mut self, letter: u8) {
        self.0 |= bit(letter.into()).unwrap_or_default() << READINGS;
    }

    /// Whether a Latin word or a number may begin with the symbol; true of all that is neither letter nor digit of ASCII.
    #[inline]
    pub(crate) fn may_hold(self, symbol: Symbol) -> bool {
        bit(symbol).is_none_or(|bit| self.0 & bit != 0)
    }

    /// Whether the reading of a character with which a word begins may begin with the letter.
    #[inline]
    pub(crate) fn may_read(self, letter: Symbol) -> bool {
        bit(letter).is_some_and(|bit| self.0 >> READINGS & bit != 0)
    }

    /// Whether a word or the reading of a character with which one begins may begin with the symbol.
    #[inline]
    pub(crate) fn may_open(self, symbol: Symbol) -> bool {
        self.may_hold(symbol) || self.may_read(symbol)
    }

    /// Whether one of the words is a single letter or digit.
    #[inline]
    pub(crate) const fn stands_alone(self) -> bool {
        self.0 & ALONE != 0
    }

    /// Whether folding changed a symbol of the line, or left a gap before it.
    #[inline]
    pub(crate) const fn was_changed(self) -> bool {
        self.0 & WAS_CHANGED != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Corpus;

    fn openings(text: &str) -> Openings {
        let corpus: Corpus = [text].into_iter().collect();
        corpus.own_lines(0).first().map(|line| line.openings).unwrap_or_default()
    }

    fn symbol(letter: char) -> Symbol {
        u16::try_from(u32::from(letter)).unwrap_or_default()
    }

    #[test]
    fn a_line_tells_with_which_letters_its_words_and_readings_begin() {
        let line = openings("高标准农田 GDP");
        assert!(line.may_hold(symbol('g')) && !line.may_hold(symbol('d')), "only words begin so");
        assert!(line.may_read(symbol('g')) && !line.may_read(symbol('d')), "only characters are read so");
        assert!(line.may_hold(symbol('高')), "characters are always looked at");
        assert!(!line.stands_alone());
    }

    #[test]
    fn a_single_letter_or_digit_is_a_word_alone() {
        for (text, alone) in [("5G基站", true), ("A级景区", true), ("增长5%", true), ("15家", false), ("GDP", false)]
        {
            assert_eq!(openings(text).stands_alone(), alone, "{text}");
        }
    }

    #[test]
    fn a_line_tells_whether_folding_changed_it() {
        for (text, changed) in [("高标准农田", false), ("ＧＤＰ", true), ("農田", true), ("gdp", false)] {
            assert_eq!(openings(text).was_changed(), changed, "{text}");
        }
    }
}
