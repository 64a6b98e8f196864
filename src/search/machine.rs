//! The small state machine over readings: typed letters against characters in pinyin.
//! A state is a place in the typed word; all of them advance at once as the bits of a number.

use super::columns::{Column, Lanes, Layout};
use super::fold::{Symbol, is_digit, is_han, is_letter};
use super::pinyin::Readings;

/// The longest typed word that can be pinyin: one bit is the end.
const LONGEST: usize = 63;

/// The states that are alive after some characters of a text.
#[derive(Clone, Copy)]
struct Alive {
    /// Reached by whole syllables and literal symbols only.
    full: u64,
    /// Reached with an initial in place of a syllable.
    short: u64,
}

/// How a text answered the typed word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reading {
    /// Whole syllables.
    Whole,
    /// Whole syllables, the last one unfinished.
    Unfinished,
    /// Initials stand for some syllables.
    Initials,
}

/// What a syllable does at each place of the typed word.
#[derive(Clone, Copy, Default)]
struct Steps {
    /// Where the whole syllable is typed, and its length as typed.
    whole: u64,
    /// Where the word ends in the middle of the syllable.
    part: u64,
    /// Where its initial is typed; of zh, ch and sh also with the h.
    initial: u64,
    aspirated: u64,
    length: u8,
}

/// A typed word, ready to be compared with characters.
pub(crate) struct Machine {
    word: Vec<Symbol>,
    /// By syllable.
    steps: Vec<Steps>,
    letters: bool,
}

impl Machine {
    /// The machine of a typed word with at least one letter; `breaks` are the places where a
    /// separator ended a syllable.
    pub(crate) fn new(word: &[Symbol], breaks: u64) -> Option<Self> {
        let latin = |&symbol: &Symbol| matches!(symbol, 0x61..=0x7a);
        if word.len() > LONGEST || !word.iter().any(latin) {
            return None;
        }
        let steps = Readings::get().names().iter().map(|name| steps(word, breaks, name)).collect();
        Some(Self { word: word.to_vec(), steps, letters: word.iter().all(latin) })
    }

    const fn end(&self) -> u64 {
        1 << self.word.len()
    }

    /// Whether a match can begin with this symbol: a cheap look before [`Self::run`].
    #[inline]
    pub(crate) fn begins(&self, symbol: Symbol) -> bool {
        let mut begins = self.word.first() == Some(&symbol);
        Readings::get().each(symbol, |syllable| {
            let steps = self.steps(syllable);
            begins |= (steps.whole | steps.part | steps.initial) & 1 != 0;
        });
        begins
    }

    #[inline]
    fn steps(&self, syllable: u16) -> Steps {
        self.steps.get(usize::from(syllable)).copied().unwrap_or_default()
    }

    /// The best way to read the typed word from the beginning of `text`, and how many symbols it
    /// takes. `opens` says that a word begins there: short readings are noise anywhere else.
    pub(crate) fn run(&self, text: &[Symbol], opens: bool) -> Option<(Reading, usize)> {
        let mut alive = Alive { full: 1, short: 0 };
        let mut best = None;
        for (count, &symbol) in (1..).zip(text) {
            let (next, ends) = self.step(alive, symbol);
            let found = self.accept(next, ends, Place { count, opens });
            best = [best, found.map(|reading| (reading, count))].into_iter().flatten().min();
            alive = next;
            if alive.full | alive.short == 0 || best.is_some_and(|(reading, _)| reading == Reading::Whole) {
                break;
            }
        }
        best
    }

    fn step(&self, alive: Alive, symbol: Symbol) -> (Alive, Alive) {
        let mut next = Alive { full: 0, short: 0 };
        let mut ends = Alive { full: 0, short: 0 };
        let literal = self.literal(alive.full | alive.short, symbol);
        next.full |= (alive.full & literal) << 1;
        next.short |= (alive.short & literal) << 1;
        Readings::get().each(symbol, |syllable| {
            let steps = self.steps(syllable);
            let any = alive.full | alive.short;
            next.full |= (alive.full & steps.whole) << steps.length;
            next.short |= (alive.short & steps.whole) << steps.length;
            next.short |= (any & steps.initial) << 1 | (any & steps.aspirated) << 2;
            ends.full |= alive.full & steps.part;
            ends.short |= alive.short & steps.part;
        });
        (next, ends)
    }

    /// Which of the states go on by the very symbol that is typed there.
    fn literal(&self, mut states: u64, symbol: Symbol) -> u64 {
        // Letters never equal characters, which is most of what the machine meets.
        if self.letters && !is_letter(symbol) {
            return 0;
        }
        let mut literal = 0;
        while states != 0 {
            let place = states.trailing_zeros();
            if self.word.get(place as usize) == Some(&symbol) {
                literal |= 1 << place;
            }
            states &= states - 1;
        }
        literal
    }

    fn accept(&self, next: Alive, ends: Alive, place: Place) -> Option<Reading> {
        let alone = place.count == 1;
        if next.full & self.end() != 0 && self.word.len() > 1 {
            Some(Reading::Whole)
        } else if ends.full != 0 && self.word.len() > 1 && (!alone || place.opens) {
            Some(Reading::Unfinished)
        } else if (next.short & self.end() | ends.short | ends.full) != 0 && (place.count > 2 || place.opens) {
            Some(Reading::Initials)
        } else {
            None
        }
    }

    /// The same machine over columns: a step leads from one place to another in the records that
    /// have both columns.
    pub(crate) fn ways(&self, layout: Layout) -> Vec<Step> {
        let mut steps = literal_steps(&self.word, layout);
        let end = self.word.len();
        for (syllable, of) in (0..).zip(&self.steps) {
            each_bit(of.whole, |from| steps.push(Step::new(from, from + usize::from(of.length), syllable)));
            each_bit(of.part, |from| {
                if end - from > 1 {
                    steps.push(self.anchored(Step::new(from, end, syllable), from == 0, layout));
                }
            });
        }
        for (from, &symbol) in self.word.iter().enumerate() {
            if let Ok(letter @ b'a'..=b'z') = u8::try_from(symbol) {
                let initial = layout.initial(letter);
                let step = Step::new(from, from + 1, initial);
                steps.push(self.anchored(step, from == 0 && end < 3, layout));
                if self.word.get(from + 1) == Some(&u16::from(b'h')) {
                    steps.push(Step::new(from, from + 2, initial));
                }
            }
        }
        steps.sort_unstable_by_key(|step| step.from);
        steps
    }

    /// What is noise anywhere else must open a word.
    fn anchored(&self, step: Step, anchored: bool, layout: Layout) -> Step {
        match self.word.first() {
            Some(&first) if anchored => Step { and: layout.opening(first), ..step },
            _ => step,
        }
    }
}

/// Where a reading ends: how many symbols it took, and whether a word begins with the first.
#[derive(Clone, Copy)]
struct Place {
    count: usize,
    opens: bool,
}

/// A step from one place of the typed word to another, in records that have both columns.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    from: usize,
    to: usize,
    column: Column,
    and: Column,
}

impl Step {
    const fn new(from: usize, to: usize, column: Column) -> Self {
        Self { from, to, column, and: column }
    }
}

/// The steps of a word that is looked for as it is.
pub(crate) fn literal_steps(word: &[Symbol], layout: Layout) -> Vec<Step> {
    let readings = Readings::get();
    let literal = |(from, &symbol): (usize, &Symbol)| {
        let and = if is_han(symbol) {
            readings.first(symbol)
        } else if from == 0 && (is_letter(symbol) || is_digit(symbol)) {
            Some(layout.opening(symbol))
        } else {
            None
        };
        let column = layout.symbol(symbol);
        Step { from, to: from + 1, column, and: and.unwrap_or(column) }
    };
    word.iter().enumerate().map(literal).collect()
}

/// The records of a block in which the steps lead from the first place to the last, whatever the
/// order of the characters: no other record can match. The steps are sorted by where they begin.
pub(crate) fn reach(steps: &[Step], end: usize, block: &[Lanes]) -> Lanes {
    let mut places = vec![[0; 8]; end + 1];
    if let Some(first) = places.first_mut() {
        *first = [u64::MAX; 8];
    }
    for step in steps {
        let column = block.get(usize::from(step.column)).copied().unwrap_or_default();
        let and = block.get(usize::from(step.and)).copied().unwrap_or_default();
        let from = places.get(step.from).copied().unwrap_or_default();
        if let Some(to) = places.get_mut(step.to) {
            for (lane, to) in to.iter_mut().enumerate() {
                let bits = |of: &Lanes| of.get(lane).copied().unwrap_or_default();
                *to |= bits(&from) & bits(&column) & bits(&and);
            }
        }
    }
    places.last().copied().unwrap_or_default()
}

fn each_bit(mut bits: u64, mut give: impl FnMut(usize)) {
    while bits != 0 {
        give(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}

fn steps(word: &[Symbol], breaks: u64, name: &str) -> Steps {
    let mut steps = spelled(word, breaks, name);
    // ü is typed v or, where the program does not know better, u; the two have the same length.
    if name.starts_with("lv") || name.starts_with("nv") {
        let plain = spelled(word, breaks, &name.replace('v', "u"));
        steps.whole |= plain.whole;
        steps.part |= plain.part;
    }
    steps
}

fn spelled(word: &[Symbol], breaks: u64, name: &str) -> Steps {
    let name: Vec<Symbol> = name.encode_utf16().collect();
    let mut steps = Steps { length: u8::try_from(name.len()).unwrap_or_default(), ..Steps::default() };
    for place in 0..word.len() {
        let rest = word.get(place..).unwrap_or_default();
        let bit = 1 << place;
        let cut = |length: usize| breaks >> place & ((1 << length) - 1) & !1 != 0;
        if rest.starts_with(&name) && !cut(name.len()) {
            steps.whole |= bit;
        } else if name.starts_with(rest) && !cut(rest.len()) {
            steps.part |= bit;
        }
        if rest.first() == name.first() {
            steps.initial |= bit;
            if rest.get(1) == Some(&u16::from(b'h')) && name.get(1) == rest.get(1) && !cut(2) {
                steps.aspirated |= bit;
            }
        }
    }
    steps
}
