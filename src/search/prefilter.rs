//! The way of a typed word over columns: which records can match at all, a block at a time.
//! The steps are those of the word's symbols and, for pinyin, of the machine.

use super::bit_index::Layout;
use super::block::{Block, Column, Lanes, NONE};
use super::fold::{Symbol, is_han, is_plain};
use super::pinyin::Readings;

/// The longest typed word that is looked for in this way: its end is the last bit of a number.
pub(crate) const LONGEST: usize = 63;

/// A step from one place of the typed word to another, in records that have all the columns.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) columns: [Column; 4],
}

impl Step {
    pub(crate) const fn new(from: usize, to: usize, column: Column) -> Self {
        Self { from, to, columns: [column; 4] }
    }

    /// The step with one of its columns replaced, if there is one to take its place.
    pub(crate) fn and(mut self, place: usize, column: Option<Column>) -> Self {
        if let (Some(slot), Some(column)) = (self.columns.get_mut(place), column) {
            *slot = column;
        }
        self
    }
}

/// The steps of a word that is looked for as it is.
pub(crate) fn literal_steps(word: &[Symbol], layout: Layout) -> Vec<Step> {
    let readings = Readings::get();
    let literal = |(from, &symbol): (usize, &Symbol)| {
        let step = Step::new(from, from + 1, layout.symbol(symbol));
        if is_han(symbol) {
            step.and(1, readings.first(symbol))
        } else {
            step.and(2, (from == 0 && is_plain(symbol)).then(|| layout.opening(symbol)))
        }
    };
    word.iter().enumerate().map(literal).collect()
}

/// The records of a block in which the steps lead from the first place to the last, whatever the
/// order of the characters: no other record can match. The steps are sorted by where they begin.
pub(crate) fn reach(steps: &[Step], end: usize, block: &Block) -> Lanes {
    if end > LONGEST {
        // A longer word is rare enough to be compared everywhere.
        return block.all();
    }
    let mut places = vec![NONE; end + 1];
    if let Some(first) = places.first_mut() {
        *first = block.all();
    }
    for step in steps {
        let (before, after) = places.split_at_mut(step.to);
        let (Some(from), Some(to)) = (before.get(step.from), after.first_mut()) else {
            continue;
        };
        if *from == NONE {
            continue;
        }
        let mut lanes = *from;
        let [first, ..] = step.columns;
        block.narrow(&mut lanes, first);
        // A step with fewer columns has its first one again.
        for &column in step.columns.iter().filter(|&&column| column != first) {
            block.narrow(&mut lanes, column);
        }
        to.iter_mut().zip(lanes).for_each(|(to, bits)| *to |= bits);
    }
    places.last().copied().unwrap_or(NONE)
}
