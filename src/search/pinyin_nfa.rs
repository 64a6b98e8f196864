//! The small state machine over readings: typed letters against characters in pinyin.
//! A state is a place in the typed word; all of them advance at once as the bits of a number.

use super::Tier;
use super::bit_index::{Layout, head};
use super::block::Column;
use super::first_letter::FirstLetter;
use super::fold::{Symbol, is_letter};
use super::pinyin::Readings;
use super::prefilter::{LONGEST, Step, literal_steps};
use super::start_table::{ALONE, BEGINS, FOLLOWS, INITIAL, OPENING, StartTable};

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

impl Reading {
    /// The tier of a match that is read so.
    pub(crate) const fn tier(self) -> Tier {
        match self {
            Self::Whole | Self::Unfinished => Tier::Pinyin,
            Self::Initials => Tier::Initials,
        }
    }
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
pub(crate) struct PinyinNfa {
    word: Vec<Symbol>,
    /// By syllable.
    steps: Vec<Steps>,
    letters: bool,
    /// What each symbol can do at the beginning of a match.
    roles: StartTable,
    /// Whether all that can begin one do so only where a word opens.
    only_opens: bool,
    first_letter: FirstLetter,
}

impl PinyinNfa {
    /// The machine of a typed word with at least one letter; `breaks` are the places where a
    /// separator ended a syllable.
    pub(crate) fn new(word: &[Symbol], breaks: u64) -> Option<Self> {
        let latin = |&symbol: &Symbol| matches!(symbol, 0x61..=0x7a);
        if word.len() > LONGEST || !word.iter().any(latin) {
            return None;
        }
        let mut steps = vec![Steps::default(); Readings::get().names().len()];
        for (place, &symbol) in word.iter().enumerate() {
            for (syllable, name) in Readings::get().beginning(symbol) {
                if let Some(steps) = steps.get_mut(usize::from(syllable)) {
                    steps.add(Rest { word, breaks, place }, name);
                }
            }
        }
        let letters = word.iter().all(latin);
        let roles = StartTable::default();
        // One letter is an initial, and so are two that begin no syllable.
        let only_opens = letters && word.len() < 3;
        let first_letter = word.first().map_or(FirstLetter::NONE, |&first| FirstLetter::of(first));
        let mut machine = Self { word: word.to_vec(), steps, letters, roles, only_opens, first_letter };
        machine.cast();
        Some(machine)
    }

    /// Gives the roles to all symbols that can stand at the beginning of the word.
    fn cast(&mut self) {
        let (end, aspirated) = (self.word.len(), self.word.get(1) == Some(&b'h'.into()));
        for (syllable, of) in (0..).zip(&self.steps) {
            let first = |bits: u64| bits & 1 != 0;
            let any = of.whole | of.part | of.initial;
            let begins = end > 1 && first(of.whole);
            // One unfinished syllable, or two initials.
            let opening = first(of.part) || end < 3 && first(any);
            self.only_opens &= !begins;
            let roles = [
                (BEGINS, begins),
                (ALONE, begins && usize::from(of.length) == end),
                (OPENING, opening),
                (INITIAL, end > 2 && first(of.initial)),
                (FOLLOWS, first(any >> 1) || aspirated && first(any >> 2)),
            ];
            self.roles.give(Readings::get().chars(syllable), roles);
        }
        for (place, &symbol) in self.word.iter().enumerate().take(if aspirated { 3 } else { 2 }) {
            self.roles.add(symbol, if place == 0 { BEGINS } else { FOLLOWS });
        }
    }

    /// The best that can be found: one letter is an initial.
    pub(crate) const fn best(&self) -> Reading {
        if self.is_letter() { Reading::Initials } else { Reading::Whole }
    }

    /// Whether it is a single letter, which stands for all characters that begin with it.
    pub(crate) const fn is_letter(&self) -> bool {
        self.word.len() == 1
    }

    /// The letter with which every match begins.
    pub(crate) const fn first_letter(&self) -> FirstLetter {
        self.first_letter
    }

    /// Whether no match can begin but where a word of a name opens with the first letter.
    pub(crate) const fn only_opens(&self) -> bool {
        self.only_opens
    }

    pub(crate) fn first(&self) -> Option<Symbol> {
        self.word.first().copied()
    }

    const fn end(&self) -> u64 {
        1 << self.word.len()
    }

    /// Whether a match can begin with the first symbol of a text, which opens a word or does not: a look that spares most
    /// runs of the machine. It is exact but for what stands after an initial.
    #[inline]
    pub(crate) fn may_begin(&self, text: &[Symbol], opens: bool) -> bool {
        let role = |place: usize| text.get(place).map_or(0, |&symbol| self.roles.of(symbol));
        let (role, next) = (role(0), role(1));
        let opening = if opens { OPENING } else { 0 };
        role & (BEGINS | opening) | role & next << 1 & INITIAL != 0
    }

    #[inline]
    fn steps(&self, syllable: u16) -> Steps {
        self.steps.get(usize::from(syllable)).copied().unwrap_or_default()
    }

    /// The best way to read the typed word from a place where a match can begin, and how many symbols it
    /// takes. `opens` says that a word begins there: short readings are noise anywhere else.
    pub(crate) fn run(&self, text: &[Symbol], opens: impl Fn() -> bool) -> Option<(Reading, usize)> {
        if self.is_letter() {
            return opens().then_some((Reading::Initials, 1));
        }
        if text.first().is_some_and(|&symbol| self.roles.of(symbol) & ALONE != 0) {
            return Some((Reading::Whole, 1));
        }
        let mut alive = Alive { full: 1, short: 0 };
        let mut best = None;
        for (count, &symbol) in (1..).zip(text) {
            let (next, ends) = self.step(alive, symbol);
            let found = self.accept(next, ends, &Place { count, opens: &opens });
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

    fn accept(&self, next: Alive, ends: Alive, place: &Place<impl Fn() -> bool>) -> Option<Reading> {
        let alone = place.count == 1;
        if next.full & self.end() != 0 && self.word.len() > 1 {
            Some(Reading::Whole)
        } else if ends.full != 0 && self.word.len() > 1 && (!alone || (place.opens)()) {
            Some(Reading::Unfinished)
        } else if (next.short & self.end() | ends.short | ends.full) != 0 && (place.count > 2 || (place.opens)()) {
            Some(Reading::Initials)
        } else {
            None
        }
    }

    /// The same machine over columns: a step leads from one place to another in the records that
    /// have all its columns.
    pub(crate) fn ways(&self, layout: Layout) -> Vec<Step> {
        let mut steps = literal_steps(&self.word, layout);
        let end = self.word.len();
        for (syllable, of) in (0..).zip(&self.steps) {
            each_bit(of.whole, |from| {
                let step = Step::new(from, from + usize::from(of.length), syllable);
                let next = self.word.get(step.to).and_then(|&symbol| head(symbol));
                steps.push(step.and(1, next.map(|next| layout.follow(syllable, next))));
            });
            each_bit(of.part, |from| {
                if end - from > 1 {
                    let step = Step::new(from, end, syllable);
                    let first = self.word.first().and_then(|&first| u8::try_from(first).ok()).filter(|_| from == 0);
                    steps.push(step.and(2, first.map(|first| layout.opening(first.into()))));
                    steps.extend(first.map(|first| step.and(2, Some(layout.synonym(first)))));
                }
            });
        }
        for (from, &symbol) in self.word.iter().enumerate() {
            if let Ok(letter @ b'a'..=b'z') = u8::try_from(symbol) {
                let step = Step::new(from, from + 1, layout.initial(letter));
                let short = from == 0 && end < 3;
                steps.push(if short { step.and(2, self.opening(layout)) } else { step });
                if self.word.get(from + 1) == Some(&u16::from(b'h')) {
                    steps.push(Step { to: from + 2, ..step });
                }
            }
        }
        self.pair(&mut steps, layout);
        steps.sort_unstable_by_key(|step| step.from);
        steps
    }

    /// What is noise anywhere else must open a word.
    fn opening(&self, layout: Layout) -> Option<Column> {
        self.word.first().map(|&first| layout.opening(first))
    }

    /// After a step the next one begins, so that the two initials stand side by side.
    fn pair(&self, steps: &mut [Step], layout: Layout) {
        let head = |place: usize| self.word.get(place).and_then(|&symbol| head(symbol));
        for step in steps {
            if let (Some(one), Some(next)) = (head(step.from), head(step.to)) {
                *step = step.and(3, Some(layout.pair(one, next)));
            }
        }
    }
}

/// Where a reading ends: how many symbols it took, and whether a word begins with the first,
/// which is only looked up where it is asked.
struct Place<F> {
    count: usize,
    opens: F,
}

fn each_bit(mut bits: u64, mut give: impl FnMut(usize)) {
    while bits != 0 {
        give(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}

/// The end of a typed word, from some place on.
#[derive(Clone, Copy)]
struct Rest<'a> {
    word: &'a [Symbol],
    breaks: u64,
    place: usize,
}

impl Rest<'_> {
    fn letter(&self, ahead: usize) -> Option<Symbol> {
        self.word.get(self.place + ahead).copied()
    }

    /// Whether a separator stands within so many letters.
    const fn cut(&self, length: usize) -> bool {
        self.breaks >> self.place & ((1 << length) - 1) & !1 != 0
    }

    /// How many letters of the name are typed here. ü is typed v or, where the keyboard does not
    /// know better, u.
    fn spells(&self, name: &[u8]) -> usize {
        let same = |(ahead, &letter): (usize, &u8)| {
            let typed = self.letter(ahead);
            typed == Some(letter.into()) || letter == b'v' && typed == Some(b'u'.into())
        };
        name.iter().enumerate().take_while(|&pair| same(pair)).count()
    }
}

impl Steps {
    /// Adds what the syllable does at one place of the word, where its initial stands.
    fn add(&mut self, rest: Rest<'_>, name: &str) {
        let name = name.as_bytes();
        let bit = 1 << rest.place;
        let left = rest.word.len() - rest.place;
        let spelled = rest.spells(name);
        self.length = u8::try_from(name.len()).unwrap_or_default();
        if spelled == name.len() && !rest.cut(spelled) {
            self.whole |= bit;
        } else if spelled == left && !rest.cut(spelled) {
            self.part |= bit;
        }
        self.initial |= bit;
        if rest.letter(1) == Some(b'h'.into()) && name.get(1) == Some(&b'h') && !rest.cut(2) {
            self.aspirated |= bit;
        }
    }
}
