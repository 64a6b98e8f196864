//! A word of a query, ready to be compared with every text.

use super::bit_index::Layout;
use super::block::{Block, Lanes, NONE, both};
use super::english::same_word;
use super::fold::{Symbol, is_letter, is_plain};
use super::number::Quantity;
use super::pinyin_nfa::PinyinNfa;
use super::prefilter::{Step, literal_steps, reach};
use super::query::Known;
use super::sounds::Sounds;
use super::typed::{Typed, changed};

/// Where a word comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It was typed like this.
    #[default]
    Typed,
    /// Cut from its neighbour, or with other digits: not found as typed.
    Apart,
    /// Cut from a compound: a part of a synonym is not enough for it.
    Part,
    /// The name of a figure that the number must be of.
    Name,
}

/// A word of a query, ready to be compared.
#[derive(Default)]
pub(crate) struct Word {
    /// The folded word.
    pub(crate) symbols: Vec<Symbol>,
    /// The word as typed, where folding changed it.
    pub(crate) typed: Option<String>,
    /// Looked for as it is.
    pub(crate) literal: bool,
    /// Looked for as pinyin.
    pub(crate) machine: Option<PinyinNfa>,
    /// Looked for by its sound.
    pub(crate) sounds: Option<Sounds>,
    /// Words of the text that are forms of this one.
    pub(crate) forms: Vec<Vec<Symbol>>,
    /// Looked for with gaps.
    pub(crate) gapped: bool,
    pub(crate) origin: Origin,
    /// What it means where it is a number.
    pub(crate) quantities: Vec<Quantity>,
    /// The sets of steps by which a record can match, over columns, each with its last place.
    pub(super) ways: Vec<(Vec<Step>, usize)>,
}

impl Word {
    pub(super) fn of(typed: &[Typed], place: usize, known: &Known<'_>) -> Self {
        let Some(word) = typed.get(place) else {
            return Self::default();
        };
        let layout = Layout::get();
        let latin = |place: usize| typed.get(place).is_some_and(Typed::latin);
        let beside = latin(place + 1) || place.checked_sub(1).is_some_and(latin);
        let named = word.origin == Origin::Name;
        let mut made = if named { Self::default() } else { Self::literal(word.symbols.clone()) };
        // Among other Latin words a lone syllable is only looked for in a reading that joins them.
        if !(word.short() && beside) && word.quantities.is_empty() {
            made.read(&word.letters, word.breaks);
        }
        if word.symbols.iter().all(|&symbol| is_letter(symbol)) {
            made.forms = (known.forms)(&word.symbols);
            let forms = made.forms.iter().map(|form| (literal_steps(form, layout), form.len()));
            made.ways.extend(forms);
        }
        made.ways
            .extend(word.quantities.iter().map(|quantity| (vec![Step::new(0, 1, layout.number(quantity.number))], 1)));
        made.typed = changed(&word.text).then(|| word.text.clone());
        made.origin = word.origin;
        made.quantities.clone_from(&word.quantities);
        if named {
            made.symbols.clone_from(&word.symbols);
        }
        made
    }

    /// The letter or digit with which a word of a line must open for this one to be found there, if it is found nowhere
    /// else.
    pub(crate) fn opening(&self) -> Option<Symbol> {
        let only = self.forms.is_empty() && self.sounds.is_none() && !self.gapped;
        match &self.machine {
            Some(machine) => machine.first().filter(|_| only && machine.only_opens()),
            None => self.symbols.first().copied().filter(|&first| only && is_plain(first)),
        }
    }

    /// Whether the flags of a text are asked where the word may be: not those of characters.
    pub(crate) fn needs_flags(&self) -> bool {
        self.machine.is_some() || self.symbols.first().is_some_and(|&first| is_plain(first))
    }

    /// Whether the symbols of a text are: not those of most lines for a single letter.
    pub(crate) fn needs_symbols(&self) -> bool {
        !self.machine.as_ref().is_some_and(PinyinNfa::is_letter)
    }

    /// Whether the texts hold its plural.
    pub(crate) fn has_plural(&self) -> bool {
        let plural =
            |form: &Vec<Symbol>| form.strip_prefix(&self.symbols[..]).is_some_and(|end| end == [Symbol::from(b's')]);
        self.forms.iter().any(plural)
    }

    /// Whether a word of the text is this one in another form, not a slip of the finger.
    pub(crate) fn is_form(&self, other: &[Symbol]) -> bool {
        same_word(&String::from_utf16_lossy(&self.symbols), &String::from_utf16_lossy(other))
    }

    pub(super) fn literal(symbols: Vec<Symbol>) -> Self {
        let ways = vec![(literal_steps(&symbols, Layout::get()), symbols.len())];
        Self { ways, symbols, literal: true, ..Self::default() }
    }

    /// Adds the reading as pinyin.
    pub(super) fn read(&mut self, letters: &[Symbol], breaks: u64) {
        self.machine = PinyinNfa::new(letters, breaks);
        if let Some(machine) = &self.machine {
            // The machine's way holds the literal one, unless a separator stands in the word.
            self.ways.retain(|_| self.symbols != letters);
            self.ways.push((machine.ways(Layout::get()), letters.len()));
        }
    }

    /// Adds the reading by sound; `false` when the word has none.
    pub(super) fn listen(&mut self, letters: &[Symbol]) -> bool {
        self.sounds = Sounds::new(letters);
        self.ways.extend(self.sounds.as_ref().map(|sounds| (sounds.steps(), sounds.end())));
        self.sounds.is_some()
    }

    pub(super) fn reach(&self, block: &Block) -> Lanes {
        let mut any = NONE;
        for (steps, end) in &self.ways {
            both(&mut any, &reach(steps, *end, block), |a, b| a | b);
        }
        any
    }
}
