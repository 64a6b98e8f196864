//! What a symbol can do at the beginning of a match, a byte for each: one look at a table for every
//! symbol of a text decides whether the machine must run there.

use super::fold::Symbol;

/// A match can begin with the symbol.
pub(crate) const BEGINS: u8 = 1;
/// The symbol is the whole typed word: nothing can match better.
pub(crate) const ALONE: u8 = 1 << 1;
/// A match can begin with the symbol where a word opens.
pub(crate) const OPENING: u8 = 1 << 2;
/// The symbol may follow an initial.
pub(crate) const FOLLOWS: u8 = 1 << 3;
/// A match can begin with the symbol as an initial, if the next one may follow it: the next bit.
pub(crate) const INITIAL: u8 = FOLLOWS << 1;

const SYMBOLS: usize = 1 << Symbol::BITS;

/// The roles of all symbols. The fixed size spares the check of every index.
pub(crate) struct StartTable(Box<[u8; SYMBOLS]>);

impl Default for StartTable {
    #[expect(clippy::large_stack_arrays, reason = "it goes to the heap at once")]
    fn default() -> Self {
        Self(Box::new([0; SYMBOLS]))
    }
}

impl StartTable {
    pub(crate) fn add(&mut self, symbol: Symbol, role: u8) {
        if let Some(roles) = self.0.get_mut(usize::from(symbol)) {
            *roles |= role;
        }
    }

    /// Gives the characters those of the roles that are marked.
    pub(crate) fn give<const N: usize>(&mut self, chars: &str, roles: [(u8, bool); N]) {
        let sum = roles.iter().filter(|(_, given)| *given).fold(0, |sum, (role, _)| sum | role);
        if sum != 0 {
            chars.encode_utf16().for_each(|symbol| self.add(symbol, sum));
        }
    }

    #[inline]
    pub(crate) fn of(&self, symbol: Symbol) -> u8 {
        self.0.get(usize::from(symbol)).copied().unwrap_or_default()
    }
}
