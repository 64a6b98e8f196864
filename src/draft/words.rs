//! A table of words, found at a place of a text or before it, the longest first.

use super::chars::Chars;

/// Words, each with what the table says of it.
pub(super) struct Words<T> {
    /// The longest first.
    rows: Vec<Row<T>>,
    first: Ends,
    last: Ends,
}

struct Row<T> {
    word: Box<[char]>,
    told: T,
    #[cfg(test)]
    used: std::sync::atomic::AtomicBool,
}

/// The rows by the two characters at one end of their words. Most places of a text meet none: a look or two at a few
/// bits tells.
struct Ends {
    /// The characters at the end of a word.
    outer: Sieve,
    /// Those of words of one character, which any other may follow.
    alone: Sieve,
    /// The two characters at the end of longer words, as one number.
    pairs: Sieve,
    /// A table of `outer`, half empty: the character, and its rows in `rows`.
    slots: Box<[Slot]>,
    rows: Box<[End]>,
}

/// A character at the end of words, with the place of their rows; NUL for none.
#[derive(Clone, Copy, Default)]
struct Slot {
    outer: char,
    from: usize,
    to: usize,
}

/// A row, and the character beside the one at its end; NUL for a word of one.
struct End {
    inner: char,
    row: usize,
}

impl Ends {
    /// The rows of `ends`: the two characters at the end of each word, in the order of the table.
    fn new(ends: &[(char, char)]) -> Self {
        let row = |(row, &(outer, inner)): (usize, &(char, char))| (outer, End { inner, row });
        let mut rows: Vec<(char, End)> = ends.iter().enumerate().map(row).collect();
        // The order of the table stays among the rows of one character.
        rows.sort_by_key(|(outer, _)| *outer);
        let [mut outers, mut alone, mut pairs] = [(); 3].map(|()| Sieve::with_room(ends.len()));
        let mut slots: Box<[Slot]> = vec![Slot::default(); (ends.len() * 2 + 1).next_power_of_two()].into();
        for (at, &(outer, End { inner, .. })) in rows.iter().enumerate() {
            outers.put(u32::from(outer));
            if inner == '\0' {
                alone.put(u32::from(outer));
            } else {
                pairs.put(pair(outer, inner));
            }
            let place = place_in(&slots, outer);
            if let Some(slot) = slots.get_mut(place) {
                let from = if slot.outer == outer { slot.from } else { at };
                *slot = Slot { outer, from, to: at + 1 };
            }
        }
        Self { outer: outers, alone, pairs, slots, rows: rows.into_iter().map(|(_, end)| end).collect() }
    }

    /// The rows that may end in `outer`, which some do, with `inner` beside it, the longest first.
    #[inline]
    fn rows(&self, outer: char, inner: char) -> impl Iterator<Item = usize> {
        let met = self.pairs.may_hold(pair(outer, inner)) || self.alone.may_hold(u32::from(outer));
        let slot = if met { self.slots.get(place_in(&self.slots, outer)) } else { None };
        let rows = slot.and_then(|slot| self.rows.get(slot.from..slot.to)).unwrap_or_default();
        rows.iter().filter(move |end| end.inner == inner || end.inner == '\0').map(|end| end.row)
    }
}

/// Two characters as one number, spread over the bits of a sieve.
fn pair(outer: char, inner: char) -> u32 {
    (u32::from(outer).wrapping_mul(0x9e37_79b1) ^ u32::from(inner).wrapping_mul(0x85eb_ca6b)) >> 9
}

/// Where `c` stands in a table, or would stand.
fn place_in(slots: &[Slot], c: char) -> usize {
    let most = slots.len() - 1;
    let mut at = (u32::from(c).wrapping_mul(0x9e37_79b1) >> 12) as usize & most;
    while slots.get(at).is_some_and(|slot| slot.outer != c && slot.outer != '\0') {
        at = (at + 1) & most;
    }
    at
}

/// A set of numbers that may hold some that were never put in: one bit for all with the same place.
struct Sieve(Box<[u64]>);

impl Sieve {
    /// With room for so many numbers: one bit in sixteen is set.
    fn with_room(count: usize) -> Self {
        Self(vec![0; (count / 4).next_power_of_two()].into())
    }

    fn put(&mut self, number: u32) {
        let (word, bit) = self.place(number);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    #[inline]
    fn may_hold(&self, number: u32) -> bool {
        let (word, bit) = self.place(number);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    fn place(&self, number: u32) -> (usize, u64) {
        ((number >> 6) as usize & (self.0.len() - 1), 1 << (number % 64))
    }
}

/// A set of characters, told by one bit each; those beyond the first plane, which no table names, are in none.
pub(super) struct CharSet(Box<[u64]>);

/// The last character of the first plane.
const LAST: char = '\u{ffff}';

impl CharSet {
    /// The characters of which `is_in` is true.
    pub(super) fn of(is_in: impl Fn(char) -> bool) -> Self {
        let mut bits = vec![0_u64; (u32::from(LAST) as usize + 1) / 64];
        for c in ('\0'..=LAST).filter(|&c| is_in(c)) {
            if let Some(word) = bits.get_mut(u32::from(c) as usize / 64) {
                *word |= 1 << (u32::from(c) % 64);
            }
        }
        Self(bits.into())
    }

    #[inline]
    pub(super) fn holds(&self, c: char) -> bool {
        self.0.get(u32::from(c) as usize / 64).is_some_and(|word| word >> (u32::from(c) % 64) & 1 != 0)
    }
}

impl<T> Words<T> {
    /// The table of `rows`; a word that stands twice keeps its first meaning.
    pub(super) fn new<'a>(given: impl Iterator<Item = (&'a str, T)>) -> Self {
        let mut rows: Vec<Row<T>> = given
            .map(|(word, told)| Row {
                word: word.chars().collect(),
                told,
                #[cfg(test)]
                used: std::sync::atomic::AtomicBool::new(false),
            })
            .filter(|row| !row.word.is_empty())
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.word.len()));
        let begins: Vec<(char, char)> = rows.iter().map(|row| (row.word.at(0), row.word.at(1))).collect();
        let closes = |row: &Row<T>| (row.word.at(row.word.len() - 1), row.word.at(row.word.len().wrapping_sub(2)));
        let closes: Vec<(char, char)> = rows.iter().map(closes).collect();
        Self { rows, first: Ends::new(&begins), last: Ends::new(&closes) }
    }

    /// The longest word that stands at `at` and satisfies `fits`: its length and what the table says.
    #[inline]
    pub(super) fn at_if(&self, text: &[char], at: usize, fits: impl Fn(usize, &T) -> bool) -> Option<(usize, &T)> {
        if self.may_begin(*text.get(at)?) { self.known_at(text.get(at..)?, fits) } else { None }
    }

    /// The same where one may stand at the start of `rest`.
    fn known_at(&self, rest: &[char], fits: impl Fn(usize, &T) -> bool) -> Option<(usize, &T)> {
        let ends = self.first.rows(*rest.first()?, rest.get(1).copied().unwrap_or('\0'));
        let found = |row: &&Row<T>| row.begins(rest) && fits(row.word.len(), &row.told);
        let row = ends.filter_map(|at| self.rows.get(at)).find(found)?;
        row.mark();
        Some((row.word.len(), &row.told))
    }

    /// The longest word that stands at `at`.
    pub(super) fn at(&self, text: &[char], at: usize) -> Option<(usize, &T)> {
        self.at_if(text, at, |_, _| true)
    }

    /// The longest word that ends `text` and satisfies `fits`.
    #[inline]
    pub(super) fn ending_if(&self, text: &[char], fits: impl Fn(usize, &T) -> bool) -> Option<(usize, &T)> {
        if self.last.outer.may_hold(u32::from(*text.last()?)) { self.known_ending(text, fits) } else { None }
    }

    /// The same where one may end `text`.
    fn known_ending(&self, text: &[char], fits: impl Fn(usize, &T) -> bool) -> Option<(usize, &T)> {
        let (last, ahead) = text.split_last()?;
        let ends = self.last.rows(*last, ahead.last().copied().unwrap_or('\0'));
        let found = |row: &&Row<T>| row.ends(text) && fits(row.word.len(), &row.told);
        let row = ends.filter_map(|at| self.rows.get(at)).find(found)?;
        row.mark();
        Some((row.word.len(), &row.told))
    }

    /// The longest word that ends `text`.
    pub(super) fn ending(&self, text: &[char]) -> Option<(usize, &T)> {
        self.ending_if(text, |_, _| true)
    }

    /// The first word in `text`: its place, its length and what the table says.
    pub(super) fn first_in(&self, text: &[char]) -> Option<(usize, usize, &T)> {
        (0..text.len()).find_map(|at| self.at(text, at).map(|(len, told)| (at, len, told)))
    }

    /// Whether a word may begin with `c`.
    #[inline]
    pub(super) fn may_begin(&self, c: char) -> bool {
        self.first.outer.may_hold(u32::from(c))
    }

    /// Whether `text` is one of the words.
    pub(super) fn holds(&self, text: &[char]) -> bool {
        self.at_if(text, 0, |len, _| len == text.len()).is_some()
    }

    /// All words.
    #[cfg(test)]
    pub(super) fn every(&self) -> impl Iterator<Item = String> + '_ {
        self.rows.iter().map(|row| row.word.iter().collect())
    }

    /// The words that no text has met so far.
    #[cfg(test)]
    pub(super) fn unused(&self) -> Vec<String> {
        let unused = |row: &&Row<T>| !row.used.load(std::sync::atomic::Ordering::Relaxed);
        self.rows.iter().filter(unused).map(|row| row.word.iter().collect()).collect()
    }
}

impl<T> Row<T> {
    /// Whether `text` begins with the word. Words are short: comparing them here is quicker than asking for it.
    fn begins(&self, text: &[char]) -> bool {
        self.word.len() <= text.len() && self.word.iter().zip(text).all(|(own, c)| own == c)
    }

    /// Whether `text` ends with the word.
    fn ends(&self, text: &[char]) -> bool {
        self.word.len() <= text.len() && self.word.iter().rev().zip(text.iter().rev()).all(|(own, c)| own == c)
    }

    #[cfg(test)]
    fn mark(&self) {
        self.used.store(true, std::sync::atomic::Ordering::Relaxed);
    }

    #[cfg(not(test))]
    #[expect(clippy::unused_self, reason = "only the tests keep account of the rows that are used")]
    const fn mark(&self) {}
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn the_longest_word_wins_at_both_ends() {
        let words = Words::new([("增长", 1), ("同比增长", 2), ("增", 3)].into_iter());
        let text: Vec<char> = "产值同比增长".chars().collect();
        assert_eq!(words.ending(&text), Some((4, &2)));
        assert_eq!(words.at(&text, 4), Some((2, &1)));
        assert_eq!(words.ending_if(&text, |len, _| len < 3), Some((2, &1)));
        assert_eq!(words.first_in(&text), Some((2, 4, &2)));
        assert_eq!(words.unused(), ["增"]);
    }
}
