//! The letter with which a symbol begins when it is typed, kept with the flags of every symbol: where a typed word may
//! begin in a line is answered from there, sixteen symbols at a time.

use wide::{u8x16, u16x16};

use super::fold::{FLAGS, OPENS, Symbol};
use super::pinyin::{Head, Readings};

/// The letter of a symbol, as the upper bits of its flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FirstLetter(u8);

/// One step of the letter.
const STEP: u8 = FLAGS + 1;

impl FirstLetter {
    /// Of what is neither letter nor digit of ASCII and has no reading.
    pub(crate) const NONE: Self = Self(0);
    /// Of a digit.
    const DIGIT: Self = Self(27 * STEP);
    /// Of a stop, which begins with no letter: that it is the other one of two that fold to one symbol.
    pub(crate) const OTHER_STOP: Self = Self(28 * STEP);
    /// Of a character whose readings begin with several letters.
    const SEVERAL: Self = Self(31 * STEP);

    /// Of a symbol.
    pub(crate) fn of(symbol: Symbol) -> Self {
        let readings = Readings::get();
        let head = readings.head(symbol);
        Self::of_heads(head, &if head.is_first() { readings.further_heads(symbol) } else { Vec::new() })
    }

    /// Of a symbol with this head, and perhaps further ones.
    #[inline]
    pub(crate) fn of_heads(head: Head, further: &[Head]) -> Self {
        if further.iter().any(|other| other.letter() != head.letter()) {
            return Self::SEVERAL;
        }
        match head.letter() {
            letter @ b'a'..=b'z' => Self((letter - b'a' + 1) * STEP),
            b'0'..=b'9' => Self::DIGIT,
            _ => Self::NONE,
        }
    }

    /// The bits to be kept with the flags.
    pub(crate) const fn bits(self) -> u8 {
        self.0
    }

    /// The places of a line, by the flags of its row, whose symbol may begin so, and opens a word if it must.
    #[inline]
    pub(crate) fn places(self, flags: &[u8], length: usize, opens: bool) -> impl Iterator<Item = usize> {
        let open = if opens { OPENS } else { 0 };
        // What begins with no letter may be a stop.
        let letter = if self == Self::NONE { 0 } else { !FLAGS };
        let [asked, own, several] = [letter | open, self.0 | open, Self::SEVERAL.0 & letter | open].map(u8x16::splat);
        Places::new(flags, length, move |lanes| {
            let letters = u8x16::new(lanes) & asked;
            (letters.simd_eq(own) | letters.simd_eq(several)).to_bitmask()
        })
    }

    /// Whether these are the flags of the other one of two stops.
    pub(crate) const fn is_other_stop(flags: u8) -> bool {
        flags & !FLAGS == Self::OTHER_STOP.0
    }

    /// Whether a symbol with these flags may begin so.
    #[inline]
    pub(crate) const fn may_begin(self, flags: u8) -> bool {
        self.begins(flags) || flags & !FLAGS == Self::SEVERAL.0
    }

    /// Whether a symbol with these flags begins so and with no other letter.
    #[inline]
    pub(crate) const fn begins(self, flags: u8) -> bool {
        flags & !FLAGS == self.0
    }
}

/// The places of a line where a symbol stands.
#[inline]
pub(crate) fn places_of(symbol: Symbol, row: &[Symbol], length: usize) -> impl Iterator<Item = usize> {
    let sought = u16x16::splat(symbol);
    Places::new(row, length, move |lanes| u16x16::new(lanes).simd_eq(sought).to_bitmask())
}

/// So many are looked at at once.
const LANES: usize = 16;

/// The places of a line that pass a test, in order. Which do cannot be foreseen, so that a branch for each would cost
/// more than all tests: the answers of many are the bits of a number.
struct Places<'a, T, F> {
    /// From the first place of the line on, and beyond its end: that spares most lines a shorter last step.
    row: &'a [T],
    length: usize,
    /// Where the next lanes begin.
    at: usize,
    passed: u32,
    test: F,
}

impl<'a, T: Copy + Default, F: Fn([T; LANES]) -> u32> Places<'a, T, F> {
    /// Of the first `length` of a row.
    #[inline]
    const fn new(row: &'a [T], length: usize, test: F) -> Self {
        Self { row, length, at: 0, passed: 0, test }
    }

    /// The next lanes; behind the last of the row stands nothing.
    #[inline]
    fn lanes(&self) -> [T; LANES] {
        let rest = self.row.get(self.at..).unwrap_or_default();
        rest.first_chunk().copied().unwrap_or_else(|| {
            let mut lanes = [T::default(); LANES];
            lanes.iter_mut().zip(rest).for_each(|(lane, &value)| *lane = value);
            lanes
        })
    }
}

impl<T: Copy + Default, F: Fn([T; LANES]) -> u32> Iterator for Places<'_, T, F> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.passed == 0 {
            if self.at >= self.length {
                return None;
            }
            self.passed = (self.test)(self.lanes());
            self.at += LANES;
        }
        let place = self.at - LANES + self.passed.trailing_zeros() as usize;
        self.passed &= self.passed - 1;
        (place < self.length).then_some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(c: char) -> FirstLetter {
        FirstLetter::of(Symbol::try_from(u32::from(c)).unwrap_or_default())
    }

    #[test]
    fn a_character_begins_with_the_letter_of_its_reading() {
        assert_eq!(letter('高'), letter('g'));
        assert_eq!(letter('3'), letter('5'));
        assert_eq!(letter('，'), FirstLetter::NONE);
        assert_ne!(letter('高'), letter('k'));
    }

    #[test]
    fn a_character_that_is_read_in_several_ways_may_begin_with_any_letter() {
        let several = letter('重').bits();
        let row = [several, several | OPENS, letter('z').bits(), letter('k').bits() | OPENS];
        for (typed, may, opens) in [('z', &[0, 1, 2][..], &[1][..]), ('c', &[0, 1], &[1]), ('k', &[0, 1, 3], &[1, 3])] {
            let places = |opens| letter(typed).places(&row, row.len(), opens).collect::<Vec<_>>();
            assert_eq!((places(false), places(true)), (may.to_vec(), opens.to_vec()), "{typed}");
            assert!(!letter(typed).begins(several));
        }
        assert_eq!(letter('行').bits(), several, "hang and xing");
        assert_eq!(letter('和'), letter('h'), "he, hu and huo");
    }

    #[test]
    fn the_places_of_a_line_end_with_it() {
        let row: Vec<Symbol> = (0..100).map(|number| number % 3).collect();
        for length in [0, 1, 15, 16, 17, 31, 32, 33, 99, 100] {
            let expected: Vec<usize> = (0..length).filter(|place| place % 3 == 1).collect();
            for end in [length, row.len()] {
                let row = row.get(..end).unwrap_or_default();
                assert_eq!(places_of(1, row, length).collect::<Vec<_>>(), expected, "{length} of {end}");
            }
        }
    }
}
