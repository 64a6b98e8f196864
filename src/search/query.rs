//! A query as a plan: words that must all match, and other ways to read them.
//! `gao biao zhun` is three words, one text with spaces, and one pinyin word with separators.

use super::block::{Block, Lanes, NONE, both};
use super::fold::Symbol;
use super::quantity::Units;
use super::readings::{as_typed, bare, by_sound, cut, gapped};
use super::typed::{Typed, trimmed};
use super::word::Word;

/// The characters and the words of a query that are looked for.
const CHARS: usize = 256;
const WORDS: usize = 16;

/// What a plan must know of the texts.
pub(crate) struct Known<'a> {
    /// Finds the words of the texts that are other forms of a word.
    pub(crate) forms: &'a dyn Fn(&[Symbol]) -> Vec<Vec<Symbol>>,
    pub(crate) units: Units<'a>,
}

/// How far a query is stretched to find something; each only when all before found nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resort {
    /// As it was typed, in any script.
    Typed,
    /// A compound cut in two.
    Cut,
    /// Without the words that say little.
    Bare,
    /// Pinyin as it sounds.
    Sounds,
    /// Characters with gaps between them.
    Gaps,
}

impl Resort {
    pub(crate) const ALL: [Self; 5] = [Self::Typed, Self::Cut, Self::Bare, Self::Sounds, Self::Gaps];
}

/// The ways to read a query: a record matches when all words of one of them do.
#[derive(Default)]
pub struct Plan {
    pub(crate) readings: Vec<Way>,
}

/// One way to read a query.
pub(crate) struct Way {
    pub(crate) words: Vec<Word>,
    /// The words of a query that was cut or bared, as they were looked for.
    pub(crate) cut: Option<String>,
}

/// The part of a query that is looked for, and whether there was more.
pub(crate) fn bounded(query: &str) -> (&str, bool) {
    let end = query.char_indices().nth(CHARS).map_or(query.len(), |(at, _)| at);
    let kept = query.get(..end).unwrap_or(query);
    let after = kept.split_whitespace().nth(WORDS).map(|word| word.as_ptr() as usize - kept.as_ptr() as usize);
    let kept = after.and_then(|end| kept.get(..end)).unwrap_or(kept);
    (kept, kept.trim_end().len() < query.trim_end().len())
}

impl Plan {
    /// The plan of a query; one without words finds nothing.
    pub(crate) fn new(query: &str, resort: Resort, known: &Known<'_>) -> Self {
        let typed: Vec<Typed> = bounded(query).0.split_whitespace().map(trimmed).map(Typed::new).collect();
        let typed: Vec<Typed> = typed.into_iter().filter(|word| !word.symbols.is_empty()).collect();
        let readings = match resort {
            Resort::Typed => as_typed(&typed, known),
            Resort::Cut => cut(&typed, known),
            Resort::Bare => bare(&typed, known),
            Resort::Sounds => by_sound(&typed),
            Resort::Gaps => gapped(&typed, known),
        };
        Self { readings }
    }

    /// Whether most matches depend on the flags of the text.
    pub(crate) fn needs_flags(&self) -> bool {
        self.words().any(Word::needs_flags)
    }

    /// Whether they depend on its symbols.
    pub(crate) fn needs_symbols(&self) -> bool {
        self.words().any(Word::needs_symbols)
    }

    fn words(&self) -> impl Iterator<Item = &Word> {
        self.readings.iter().flat_map(|way| &way.words)
    }

    /// The letter with which a word of a line must open for the query to be found there, if it is one short word.
    pub(crate) fn opening(&self) -> Option<Symbol> {
        let [Way { words, .. }] = self.readings.as_slice() else { return None };
        let [word] = words.as_slice() else { return None };
        word.opening()
    }

    /// The records of a block that can match.
    pub(crate) fn reach(&self, block: &Block) -> Lanes {
        let every = |way: &Way| {
            let mut all = block.all();
            for word in &way.words {
                both(&mut all, &word.reach(block), |a, b| a & b);
            }
            all
        };
        let mut any = NONE;
        for way in &self.readings {
            both(&mut any, &every(way), |a, b| a | b);
        }
        any
    }
}
