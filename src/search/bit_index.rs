//! Which records hold a character, a syllable, an initial: one bit a record, kept by columns.
//! A query is answered on a block of records at a time before any text is looked at.

use super::block::{BLOCK, Block, Column, WORDS};
use super::corpus::Style;
use super::first_letter::FirstLetter;
use super::fold::{OPENS, Symbol, is_han, is_plain};
use super::number::Decimal;
use super::openings::Openings;
use super::pinyin::{Head, Readings, Syllable};

/// Chinese characters are spread over so many columns beside those of their syllables, which
/// tells 市 from 是; fewer make the first key of a large library slower.
const SPREAD: u16 = 128;
/// Letters, digits, and a few columns for all other symbols.
const PLAIN: u16 = 26 + 10 + 12;

/// Pairs of initials side by side are spread over so many columns, and so are syllables with the
/// initial that follows them: 提高9.2个百分点 holds gao and a g before a b, but no gao before a b.
const PAIRS: u16 = 128;

/// Numbers are spread over so many columns by their digits.
const NUMBERS: u16 = 64;

/// The numbers of the columns: syllables come first, under their own numbers.
#[derive(Clone, Copy)]
pub(crate) struct Layout {
    syllables: u16,
}

impl Layout {
    pub(crate) fn get() -> Self {
        let syllables = u16::try_from(Readings::get().names().len()).unwrap_or(u16::MAX);
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

    /// The column of records where a word of a synonym begins with a character whose reading begins with the letter: one
    /// letter does not lead to those.
    pub(crate) const fn synonym(self, letter: u8) -> Column {
        self.syllables + SPREAD + PLAIN + 26 + PLAIN + (letter.wrapping_sub(b'a') % 26) as u16
    }

    /// The column of records where a symbol with the one head stands before one with the other.
    pub(crate) const fn pair(self, one: u8, next: u8) -> Column {
        self.beside() + (one as u16 * 29 + next as u16) % PAIRS
    }

    /// The column of records where a character read as the syllable stands before such a symbol.
    pub(crate) const fn follow(self, syllable: Syllable, next: u8) -> Column {
        self.beside() + PAIRS + (syllable * 31 + next as u16) % PAIRS
    }

    /// The column of records with a number of these digits, whatever its power of ten.
    pub(crate) const fn number(self, number: Decimal) -> Column {
        self.beside() + PAIRS + PAIRS + number.hash() % NUMBERS
    }

    /// The first of the columns of symbols side by side.
    const fn beside(self) -> Column {
        self.synonym(b'a') + 26
    }

    const fn count(self) -> usize {
        (self.beside() + PAIRS + PAIRS + NUMBERS) as usize
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

/// Gives the columns of a line of text, some of them more than once, and notes the first letters of its symbols with
/// their flags. The first letter of a reading that opens a word is only looked for in a name.
pub(crate) fn columns_of(symbols: &[Symbol], flags: &mut [u8], style: Style, mut give: impl FnMut(Column)) -> Openings {
    let mut openings = Openings::of(symbols, flags);
    let (layout, readings) = (Layout::get(), Readings::get());
    let mut last = Head::default();
    // The further readings of few characters.
    let (mut before, mut further): (Vec<Head>, Vec<Head>) = (Vec::new(), Vec::new());
    for (at, (&symbol, flags)) in symbols.iter().zip(flags).enumerate() {
        let head = readings.head(symbol);
        let opens = at == 0 || *flags & OPENS != 0;
        give(layout.symbol(symbol));
        if head.is_none() && opens && is_plain(symbol) {
            give(layout.opening(symbol));
        }
        if head.is_first() {
            further = readings.further_heads(symbol);
        }
        *flags |= FirstLetter::of_heads(head, &further).bits();
        for head in std::iter::once(head).filter(|head| !head.is_none()).chain(further.iter().copied()) {
            if let Some(syllable) = head.syllable() {
                give(syllable);
                give(layout.initial(head.letter()));
            }
            if opens && head.syllable().is_none() {
                give(layout.opening(head.letter().into()));
            } else if opens && style.is_name() {
                let hidden = style == Style::Hidden;
                give(if hidden { layout.synonym(head.letter()) } else { layout.opening(head.letter().into()) });
                openings.note_reading(head.letter());
            }
        }
        beside(layout, last, head, &mut give);
        if !before.is_empty() || !further.is_empty() {
            for &one in std::iter::once(&last).chain(&before) {
                for &next in &further {
                    beside(layout, one, next, &mut give);
                }
            }
            for &one in &before {
                beside(layout, one, head, &mut give);
            }
            before = std::mem::take(&mut further);
        }
        last = head;
    }
    openings
}

/// Gives the columns of two symbols side by side.
#[inline]
fn beside(layout: Layout, one: Head, next: Head, give: &mut impl FnMut(Column)) {
    if one.is_none() || next.is_none() {
        return;
    }
    give(layout.pair(one.letter(), next.letter()));
    if let Some(syllable) = one.syllable() {
        give(layout.follow(syllable, next.letter()));
    }
}

/// The bits of all records, in blocks. The last block is as wide as its records need.
#[derive(Default)]
pub(crate) struct BitIndex {
    blocks: Vec<Block>,
    /// The finished words of the block that is being filled, each a bit of all columns.
    rows: Vec<Vec<u64>>,
    /// The word that is being filled: small enough for the nearest cache.
    row: Vec<u64>,
    records: usize,
}

impl BitIndex {
    /// Begins the next record.
    pub(crate) fn record(&mut self) {
        if self.records.is_multiple_of(64) && self.records > 0 {
            self.end_row();
        }
        if self.row.is_empty() {
            self.row = vec![0; Layout::get().count()];
        }
        self.records += 1;
    }

    /// Notes a column of the record.
    #[inline]
    pub(crate) fn note(&mut self, column: Column) {
        let bit = 1 << ((self.records + 63) % 64);
        if let Some(word) = self.row.get_mut(usize::from(column)) {
            *word |= bit;
        }
    }

    /// Ends the last record.
    pub(crate) fn close(&mut self) {
        if !self.row.is_empty() {
            self.end_row();
        }
        self.end_block();
    }

    fn end_row(&mut self) {
        self.rows.push(std::mem::take(&mut self.row));
        if self.rows.len() == WORDS {
            self.end_block();
        }
    }

    fn end_block(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return;
        }
        self.blocks.push(Block::of(&rows, Layout::get().count()));
    }

    /// The bits of some records, given in order.
    pub(crate) fn only(&self, records: &[usize]) -> Self {
        let mut only = Self::default();
        for &record in records {
            only.record();
            let Some(block) = self.blocks.get(record / BLOCK) else { continue };
            for column in (0..).take(Layout::get().count()) {
                if block.holds(record % BLOCK, column) {
                    only.note(column);
                }
            }
        }
        only.close();
        only
    }

    pub(crate) fn blocks(&self) -> &[Block] {
        &self.blocks
    }
}
