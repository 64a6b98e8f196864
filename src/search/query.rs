//! A query as a plan: words that must all match, and other ways to read them.
//! `gao biao zhun` is three words, one text with spaces, and one pinyin word with separators.

use super::bit_index::{Block, Lanes, Layout, NONE};
use super::fold::{CHANGED, GAP, Symbol, digit, fold, is_han, is_letter, symbols};
use super::pinyin::Readings;
use super::pinyin_nfa::PinyinNfa;
use super::prefilter::{Step, literal_steps, reach};

/// Gapped characters are noise below this number.
const GAPPED: usize = 3;

/// Finds the words of the text that are other forms of a word.
pub(crate) type Forms<'a> = &'a dyn Fn(&[Symbol]) -> Vec<Vec<Symbol>>;

/// The ways to read a query: a record matches when all words of one of them do.
#[derive(Default)]
pub struct Plan {
    pub(crate) readings: Vec<Vec<Word>>,
}

/// A word of a query, ready to be compared.
pub(crate) struct Word {
    /// The folded word.
    pub(crate) symbols: Vec<Symbol>,
    /// The word as typed, where folding changed it.
    pub(crate) typed: Option<String>,
    /// Looked for as it is.
    pub(crate) literal: bool,
    /// Looked for as pinyin.
    pub(crate) machine: Option<PinyinNfa>,
    /// Words of the text that are forms of this one.
    pub(crate) forms: Vec<Vec<Symbol>>,
    /// Looked for with gaps.
    pub(crate) gapped: bool,
    /// Typed as one with its neighbour, but looked for apart: not found as typed.
    pub(crate) apart: bool,
    /// The sets of steps by which a record can match, over columns, each with its last place.
    ways: Vec<(Vec<Step>, usize)>,
}

impl Plan {
    /// The plan of a query; one without words finds nothing.
    pub(crate) fn new(query: &str, forms: Forms<'_>) -> Self {
        let typed: Vec<Typed<'_>> =
            query.split_whitespace().map(Typed::new).filter(|word| !word.symbols.is_empty()).collect();
        let mut readings = Vec::new();
        if typed.len() > 1 {
            readings.push(vec![phrase(&typed)]);
            readings.extend(joined(&typed, forms));
        }
        if !typed.is_empty() {
            let word = |place: usize| Word::of(&typed, place, forms);
            readings.push((0..typed.len()).map(word).collect());
            readings.extend(parted(&typed, forms));
        }
        Self { readings }
    }

    /// Whether most matches depend on the flags of the text: those of long pinyin do not.
    pub(crate) fn needs_flags(&self) -> bool {
        let needs = |word: &Word| word.machine.as_ref().is_none_or(PinyinNfa::needs_openings);
        self.readings.iter().flatten().any(needs)
    }

    /// The records of a block that can match.
    pub(crate) fn reach(&self, block: &Block) -> Lanes {
        let every = |words: &Vec<Word>| {
            let mut all = block.all();
            for word in words {
                both(&mut all, &word.reach(block), |a, b| a & b);
            }
            all
        };
        let mut any = NONE;
        for words in &self.readings {
            both(&mut any, &every(words), |a, b| a | b);
        }
        any
    }
}

fn both(lanes: &mut Lanes, others: &Lanes, join: impl Fn(u64, u64) -> u64) {
    for (lane, &other) in lanes.iter_mut().zip(others) {
        *lane = join(*lane, other);
    }
}

/// A word as it stands in the query.
struct Typed<'a> {
    text: &'a str,
    symbols: Vec<Symbol>,
    /// Apostrophes separate syllables, as in xi'an.
    breaks: u64,
    /// Without the apostrophes.
    letters: Vec<Symbol>,
}

impl<'a> Typed<'a> {
    fn new(text: &'a str) -> Self {
        let symbols = symbols(text);
        let (mut breaks, mut letters) = (0, Vec::new());
        for &symbol in &symbols {
            if symbol == Symbol::from(b'\'') {
                breaks |= bit(letters.len());
            } else {
                letters.push(symbol);
            }
        }
        Self { text, symbols, breaks, letters }
    }

    fn latin(&self) -> bool {
        self.letters.iter().all(|symbol| matches!(symbol, 0x61..=0x7a))
    }

    /// At most one syllable, which says little by itself.
    fn short(&self) -> bool {
        let letters = String::from_utf16_lossy(&self.letters);
        self.latin() && (letters.len() < 2 || Readings::get().is_syllable(&letters))
    }
}

fn bit(place: usize) -> u64 {
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or_default()
}

impl Word {
    fn of(typed: &[Typed<'_>], place: usize, forms: Forms<'_>) -> Self {
        let Some(word) = typed.get(place) else {
            return Self::literal(Vec::new(), Layout::get());
        };
        let layout = Layout::get();
        let latin = |place: usize| typed.get(place).is_some_and(Typed::latin);
        let beside = latin(place + 1) || place.checked_sub(1).is_some_and(latin);
        let mut made = Self::literal(word.symbols.clone(), layout);
        // Among other Latin words a lone syllable is only looked for in a reading that joins them.
        if !(word.short() && beside) {
            made.read(&word.letters, word.breaks, layout);
        }
        if word.symbols.iter().all(|&symbol| is_letter(symbol)) {
            made.forms = forms(&word.symbols);
            let forms = made.forms.iter().map(|form| (literal_steps(form, layout), form.len()));
            made.ways.extend(forms);
        }
        made.typed = changed(word.text).then(|| word.text.to_owned());
        made.gapped = word.symbols.len() >= GAPPED && word.symbols.iter().all(|&symbol| is_han(symbol));
        made
    }

    fn literal(symbols: Vec<Symbol>, layout: Layout) -> Self {
        Self {
            ways: vec![(literal_steps(&symbols, layout), symbols.len())],
            symbols,
            typed: None,
            literal: true,
            machine: None,
            forms: Vec::new(),
            gapped: false,
            apart: false,
        }
    }

    /// Adds the reading as pinyin.
    fn read(&mut self, letters: &[Symbol], breaks: u64, layout: Layout) {
        self.machine = PinyinNfa::new(letters, breaks);
        if let Some(machine) = &self.machine {
            // The machine's way holds the literal one, unless a separator stands in the word.
            self.ways.retain(|_| self.symbols != letters);
            self.ways.push((machine.ways(layout), letters.len()));
        }
    }

    fn reach(&self, block: &Block) -> Lanes {
        let mut any = NONE;
        for (steps, end) in &self.ways {
            both(&mut any, &reach(steps, *end, block), |a, b| a | b);
        }
        any
    }
}

/// The whole query as one text: what holds it as typed comes first.
fn phrase(typed: &[Typed<'_>]) -> Word {
    let texts: Vec<&str> = typed.iter().map(|word| word.text).collect();
    let text = texts.join(" ");
    let mut word = Word::literal(symbols(&text), Layout::get());
    word.typed = changed(&text).then_some(text);
    word
}

/// The reading in which Latin words side by side are pinyin with spaces between the syllables.
fn joined(typed: &[Typed<'_>], forms: Forms<'_>) -> Option<Vec<Word>> {
    let layout = Layout::get();
    let mut words = Vec::new();
    let mut place = 0;
    while let Some(word) = typed.get(place) {
        let run = typed.iter().skip(place).take_while(|word| word.latin()).count();
        if run < 2 {
            words.push(Word::of(typed, place, forms));
        } else {
            let (mut letters, mut breaks) = (word.letters.clone(), word.breaks);
            for next in typed.iter().skip(place + 1).take(run - 1) {
                breaks |= bit(letters.len())
                    | next.breaks.checked_shl(u32::try_from(letters.len()).unwrap_or(64)).unwrap_or_default();
                letters.extend(&next.letters);
            }
            let mut made = Word { ways: Vec::new(), literal: false, ..Word::literal(letters.clone(), layout) };
            made.read(&letters, breaks, layout);
            words.push(made);
        }
        place += run.max(1);
    }
    (words.len() < typed.len()).then_some(words)
}

/// The reading in which a number stands apart from the name before it: the 高标准农田87万亩 of the
/// source is a title and a figure here.
fn parted(typed: &[Typed<'_>], forms: Forms<'_>) -> Option<Vec<Word>> {
    let parts: Vec<Typed<'_>> = typed.iter().flat_map(|word| numbers_apart(word.text)).map(Typed::new).collect();
    let word = |place: usize| Word { apart: true, ..Word::of(&parts, place, forms) };
    (parts.len() > typed.len()).then(|| (0..parts.len()).map(word).collect())
}

/// The text cut before the numbers that follow at least two Chinese characters.
fn numbers_apart(text: &str) -> Vec<&str> {
    let han = |c: char| Symbol::try_from(u32::from(c)).is_ok_and(is_han);
    let (mut parts, mut from, mut run) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices() {
        if digit(c) && run > 1 {
            parts.extend(text.get(from..at));
            from = at;
        }
        run = if han(c) { run + 1 } else { 0 };
    }
    parts.extend(text.get(from..));
    parts
}

/// Whether folding changes the text, so that "as typed" must be looked for in the shown text.
fn changed(text: &str) -> bool {
    let (mut changed, mut length) = (false, 0);
    fold(text, true, |folded| {
        changed |= folded.flags & (CHANGED | GAP) != 0;
        length += 1;
    });
    changed || length != text.chars().count()
}
