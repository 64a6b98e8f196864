//! Which records hold a character, a syllable, an initial: one bit a record, kept by columns.
//! A query is answered on a block of records at a time before any text is looked at.

use super::fold::{OPENS, Symbol, is_digit, is_han, is_letter};
use super::pinyin::{Readings, Syllable};

/// The words of 64 records in a block. A column of a block is so long that memory streams it, and
/// a block so small that it is filled in the cache.
const WORDS: usize = 32;

/// The records of one block, a bit each.
pub(crate) type Lanes = [u64; WORDS];

/// No record and every record of a block.
pub(crate) const NONE: Lanes = [0; WORDS];
pub(crate) const ALL: Lanes = [u64::MAX; WORDS];

/// Records in a block.
pub(crate) const BLOCK: usize = WORDS * 64;

/// The number of a column.
pub(crate) type Column = u16;

/// Chinese characters are spread over so many columns beside those of their syllables, which
/// tells 市 from 是; fewer make the first key of a large library slower.
const SPREAD: u16 = 128;
/// Letters, digits, and a few columns for all other symbols.
const PLAIN: u16 = 26 + 10 + 12;

/// Pairs of initials side by side are spread over so many columns, and so are syllables with the
/// initial that follows them: 提高9.2个百分点 holds gao and a g before a b, but no gao before a b.
const PAIRS: u16 = 128;

/// The numbers of the columns: syllables come first, under their own numbers.
#[derive(Clone, Copy)]
pub(crate) struct Layout {
    syllables: u16,
}

impl Layout {
    pub(crate) fn new(readings: &Readings) -> Self {
        let syllables = u16::try_from(readings.names().len()).unwrap_or(u16::MAX);
        Self { syllables }
    }

    /// The column of records where this symbol stands.
    pub(crate) fn symbol(self, symbol: Symbol) -> Column {
        self.syllables + if is_han(symbol) { symbol % SPREAD } else { SPREAD + plain(symbol) }
    }

    /// The column of records with a character whose reading begins with the letter.
    pub(crate) fn initial(self, letter: u8) -> Column {
        self.syllables + SPREAD + PLAIN + u16::from(letter.wrapping_sub(b'a') % 26)
    }

    /// The column of records where a word begins with the letter or digit, or with a character
    /// whose reading does.
    pub(crate) fn opening(self, symbol: Symbol) -> Column {
        self.syllables + SPREAD + PLAIN + 26 + plain(symbol)
    }

    /// The column of records where a symbol with the one head stands before one with the other.
    pub(crate) const fn pair(self, one: u8, next: u8) -> Column {
        self.syllables + SPREAD + PLAIN + 26 + PLAIN + (one as u16 * 29 + next as u16) % PAIRS
    }

    /// The column of records where a character read as the syllable stands before such a symbol.
    pub(crate) const fn follow(self, syllable: Syllable, next: u8) -> Column {
        self.syllables + SPREAD + PLAIN + 26 + PLAIN + PAIRS + (syllable * 31 + next as u16) % PAIRS
    }

    const fn count(self) -> usize {
        (self.syllables + SPREAD + PLAIN + 26 + PLAIN + PAIRS + PAIRS) as usize
    }
}

/// The letter or digit that a symbol begins with when it is typed: of a character, the initial of
/// its first reading.
pub(crate) fn head(symbol: Symbol) -> Option<u8> {
    let readings = Readings::get();
    match u8::try_from(symbol) {
        Ok(head) => head.is_ascii_alphanumeric().then_some(head),
        Err(_) => readings.names().get(usize::from(readings.first(symbol)?))?.bytes().next(),
    }
}

/// Letters, digits, then the rest spread over the last few.
fn plain(symbol: Symbol) -> u16 {
    match symbol {
        0x61..=0x7a => symbol - 0x61,
        0x30..=0x39 => 26 + symbol - 0x30,
        _ => 36 + symbol % 12,
    }
}

/// What a symbol begins with, and the syllable where it is a character.
#[derive(Clone, Copy, Default)]
struct Head {
    letter: u8,
    syllable: Option<Syllable>,
}

/// The heads of one symbol: a character has as many as it has readings.
#[derive(Clone, Copy, Default)]
struct Heads {
    heads: [Head; 4],
    count: usize,
}

impl Heads {
    fn push(&mut self, letter: u8, syllable: Option<Syllable>) {
        if let Some(slot) = self.heads.get_mut(self.count) {
            *slot = Head { letter, syllable };
            self.count += 1;
        }
    }

    fn each(&self, give: impl FnMut(Head)) {
        self.heads.iter().take(self.count).copied().for_each(give);
    }
}

/// The bits of all records.
pub(crate) struct Columns {
    layout: Layout,
    /// The initial letter of every syllable.
    initials: Vec<u8>,
    blocks: Vec<Lanes>,
}

impl Columns {
    pub(crate) fn new(readings: &Readings) -> Self {
        Self {
            layout: Layout::new(readings),
            initials: readings.names().iter().filter_map(|name| name.bytes().next()).collect(),
            blocks: Vec::new(),
        }
    }

    /// Notes the symbols of a record; records are given in order.
    pub(crate) fn note(&mut self, record: usize, symbols: &[Symbol], flags: &[u8]) {
        let readings = Readings::get();
        let from = record / BLOCK * self.layout.count();
        if self.blocks.len() <= from {
            self.blocks.resize(from + self.layout.count(), NONE);
        }
        let (layout, initials) = (self.layout, &self.initials);
        let block = self.blocks.get_mut(from..).unwrap_or_default();
        let (lane, bit) = (record / 64 % WORDS, 1 << (record % 64));
        let mut set = |column: Column| {
            if let Some(word) = block.get_mut(usize::from(column)).and_then(|lanes| lanes.get_mut(lane)) {
                *word |= bit;
            }
        };
        let mut last = Heads::default();
        for (&symbol, &flags) in symbols.iter().zip(flags) {
            let opens = flags & OPENS != 0;
            let mut heads = Heads::default();
            set(layout.symbol(symbol));
            if is_letter(symbol) || is_digit(symbol) {
                heads.push(u8::try_from(symbol).unwrap_or_default(), None);
                if opens {
                    set(layout.opening(symbol));
                }
            }
            readings.each(symbol, |syllable| {
                let letter = initials.get(usize::from(syllable)).copied().unwrap_or_default();
                heads.push(letter, Some(syllable));
                set(syllable);
                set(layout.initial(letter));
                if opens {
                    set(layout.opening(letter.into()));
                }
            });
            last.each(|one| heads.each(|next| beside(layout, one, next, &mut set)));
            last = heads;
        }
    }

    pub(crate) const fn layout(&self) -> Layout {
        self.layout
    }

    /// The number of blocks.
    pub(crate) fn len(&self) -> usize {
        self.blocks.len() / self.layout.count()
    }

    /// All columns of one block.
    pub(crate) fn block(&self, number: usize) -> &[Lanes] {
        let from = number * self.layout.count();
        self.blocks.get(from..from + self.layout.count()).unwrap_or_default()
    }
}

/// Sets the columns of two symbols side by side.
fn beside(layout: Layout, one: Head, next: Head, set: &mut impl FnMut(Column)) {
    set(layout.pair(one.letter, next.letter));
    if let Some(syllable) = one.syllable {
        set(layout.follow(syllable, next.letter));
    }
}
