//! A table of words, found at a place of a text or before it, the longest first.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::chars::Chars;

/// Words, each with what the table says of it.
pub(super) struct Words<T> {
    rows: Vec<Row<T>>,
    first: Places,
    last: Places,
    /// The characters that rows begin with: most places of a text begin none, and one look tells.
    begins: Sieve,
}

/// A set of characters that may hold some that were never put in: one bit for every character with the same remainder.
#[derive(Default)]
struct Sieve([u64; 16]);

impl Sieve {
    fn put(&mut self, c: char) {
        let (word, bit) = Self::place(c);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    fn may_hold(&self, c: char) -> bool {
        let (word, bit) = Self::place(c);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    const fn place(c: char) -> (usize, u64) {
        let code = c as usize;
        (code / 64 % 16, 1 << (code % 64))
    }
}

struct Row<T> {
    word: Box<[char]>,
    told: T,
    #[cfg(test)]
    used: std::sync::atomic::AtomicBool,
}

/// The rows that begin (or end) with a character, the longest first.
type Places = HashMap<char, Vec<usize>, BuildHasherDefault<CharHasher>>;

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
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.word.len()));
        let (mut first, mut last, mut begins) = (Places::default(), Places::default(), Sieve::default());
        for (at, row) in rows.iter().enumerate() {
            if let (Some(&begin), Some(&end)) = (row.word.first(), row.word.last()) {
                begins.put(begin);
                first.entry(begin).or_default().push(at);
                last.entry(end).or_default().push(at);
            }
        }
        Self { rows, first, last, begins }
    }

    /// The longest word that stands at `at` and satisfies `fits`: its length and what the table says.
    pub(super) fn at_if(&self, text: &[char], at: usize, fits: impl Fn(usize, &T) -> bool) -> Option<(usize, &T)> {
        let begin = text.at(at);
        if !self.begins.may_hold(begin) {
            return None;
        }
        let places = self.first.get(&begin)?;
        let found = |row: &&Row<T>| text.after(at).starts_with(&row.word) && fits(row.word.len(), &row.told);
        let row = places.iter().filter_map(|&at| self.rows.get(at)).find(found)?;
        row.mark();
        Some((row.word.len(), &row.told))
    }

    /// The longest word that stands at `at`.
    pub(super) fn at(&self, text: &[char], at: usize) -> Option<(usize, &T)> {
        self.at_if(text, at, |_, _| true)
    }

    /// The longest word that ends `text` and satisfies `fits`.
    pub(super) fn ending_if(&self, text: &[char], fits: impl Fn(usize, &T) -> bool) -> Option<(usize, &T)> {
        let places = self.last.get(text.last()?)?;
        let found = |row: &&Row<T>| text.ends_with(&row.word) && fits(row.word.len(), &row.told);
        let row = places.iter().filter_map(|&at| self.rows.get(at)).find(found)?;
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
    #[cfg(test)]
    fn mark(&self) {
        self.used.store(true, std::sync::atomic::Ordering::Relaxed);
    }

    #[cfg(not(test))]
    #[expect(clippy::unused_self, reason = "only the tests keep account of the rows that are used")]
    const fn mark(&self) {}
}

/// Spreads characters well enough for tables of some hundred words, in one multiplication.
#[derive(Default)]
struct CharHasher(u64);

impl Hasher for CharHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(value)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
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
