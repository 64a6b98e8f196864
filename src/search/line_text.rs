//! One line under comparison: where a word stands in it, and in which tier.

use std::ops::Range;

use super::Tier;
use super::corpus::{Corpus, Line, Style};
use super::first_letter::{FirstLetter, places_of};
use super::fold::{CHANGED, GAP, OPENS, Symbol, is_digit, is_letter, is_plain};
use super::openings::Openings;
use super::pinyin_nfa::{PinyinNfa, Reading};
use super::sounds::Sounds;
use super::word::Word;

/// Initials of a synonym that say something.
const INITIALS: usize = 4;

/// A gapped match must lie within this many times the length of the word.
const STRETCH: usize = 3;

/// A line under comparison.
pub(super) struct Text<'a> {
    pub(super) symbols: &'a [Symbol],
    flags: &'a [u8],
    /// The same, with what stands behind the line in its corpus.
    row: (&'a [Symbol], &'a [u8]),
    style: Style,
    /// What its words begin with.
    openings: Openings,
}

/// A match within a line; small, because a query over many records makes a hundred thousand of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub(super) tier: Tier,
    /// Letters that were heard otherwise.
    pub(super) slips: u8,
    /// Unfinished syllables after finished ones.
    pub(super) unfinished: bool,
    from: u32,
    count: u32,
}

impl Found {
    fn new(tier: Tier, from: usize, count: usize) -> Self {
        // A line is no longer than that.
        let size = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self { tier, slips: 0, unfinished: false, from: size(from), count: size(count) }
    }

    /// The first symbol.
    pub(super) const fn from(&self) -> usize {
        self.from as usize
    }

    /// How many symbols it spans.
    pub(super) const fn count(&self) -> usize {
        self.count as usize
    }
}

impl<'a> Text<'a> {
    /// A line of a corpus.
    #[inline]
    pub(super) fn new(corpus: &'a Corpus, line: &Line) -> Option<Self> {
        let span = line.span();
        let row = (corpus.symbols.get(span.start..)?, corpus.flags.get(span.start..)?);
        let (symbols, flags) = (row.0.get(..span.len())?, row.1.get(..span.len())?);
        Some(Self { symbols, flags, row, style: line.style(), openings: line.openings })
    }

    /// The best match of the word, if it is not worse than `limit`.
    pub(super) fn find(&self, word: &Word, limit: Tier) -> Option<Found> {
        let mut found = word.literal.then(|| self.literal(&word.symbols, word.typed.is_some())).flatten();
        if self.style == Style::Hidden && found.is_none_or(|found| found.tier == Tier::Prefix) && self.is_form(word) {
            found = Some(Found::new(Tier::Normalised, 0, self.symbols.len()));
        }
        if found.is_none()
            && let Some(machine) = &word.machine
            && limit >= machine.best().tier()
        {
            found = self.reading(machine, word.symbols.len());
        }
        if found.is_none() && limit >= Tier::English {
            found = word.forms.iter().find_map(|form| self.form(form));
        }
        if found.is_none() && limit >= Tier::SoundsLike {
            found = word.sounds.as_ref().and_then(|sounds| self.heard(sounds));
        }
        if found.is_none() && limit >= Tier::Fuzzy && word.gapped {
            found = self.gapped(&word.symbols);
        }
        found
    }

    /// The word as it is: the best of its places, the first of equals.
    fn literal(&self, word: &[Symbol], changed: bool) -> Option<Found> {
        let first = *word.first()?;
        if !self.openings.may_hold(first) {
            return None;
        }
        let length = self.symbols.len();
        if is_plain(first) {
            // Letters and digits are only compared from the beginning of their run: age is not in village.
            let places = FirstLetter::of(first).places(self.row.1, length, true);
            self.best_of(places, word, changed)
        } else {
            self.best_of(places_of(first, self.row.0, length), word, changed)
        }
    }

    /// The best of the places where the word stands, the first of equals.
    fn best_of(&self, places: impl Iterator<Item = usize>, word: &[Symbol], changed: bool) -> Option<Found> {
        let mut best: Option<Found> = None;
        for from in places.filter(|&from| self.holds(from, word)) {
            let tier = if self.goes_on(from + word.len()) {
                Tier::Prefix
            } else if changed || self.changed(from..from + word.len()) {
                Tier::Normalised
            } else {
                Tier::Exact
            };
            let found = Found::new(tier, from, word.len());
            if best.is_none_or(|best| found.tier < best.tier) {
                best = Some(found);
            }
            if tier == Tier::Exact {
                break;
            }
        }
        best
    }

    /// Compared one by one: most differ at once, and most words are shorter than a call is worth.
    fn holds(&self, from: usize, word: &[Symbol]) -> bool {
        let text = self.symbols.get(from..).unwrap_or_default();
        text.len() >= word.len() && text.iter().zip(word).all(|(a, b)| a == b)
    }

    /// Whether the symbol may begin a match: a letter or digit only where its run does.
    fn begins(&self, from: usize) -> bool {
        self.symbols.get(from).is_some_and(|&symbol| !is_plain(symbol) || self.opens(from))
    }

    /// Whether a word begins here; with a line one always does.
    fn opens(&self, from: usize) -> bool {
        from == 0 || self.flags.get(from).is_some_and(|flags| flags & OPENS != 0)
    }

    /// Whether the Latin word or the number before this place is unfinished.
    fn goes_on(&self, end: usize) -> bool {
        let at = |place: usize| self.symbols.get(place).copied().unwrap_or_default();
        let last = end.checked_sub(1).map_or(0, at);
        if is_letter(last) {
            is_letter(at(end))
        } else if is_digit(last) {
            is_digit(at(end)) || at(end) == Symbol::from(b'.') && is_digit(at(end + 1))
        } else {
            false
        }
    }

    fn changed(&self, range: Range<usize>) -> bool {
        if !self.openings.was_changed() {
            return false;
        }
        let flags = self.flags.get(range).unwrap_or_default();
        let inside = flags.iter().skip(1).any(|flags| flags & (CHANGED | GAP) != 0);
        inside || flags.first().is_some_and(|flags| flags & CHANGED != 0)
    }

    /// Whether other words stand before and behind: the car of a smart car park says what park it is.
    pub(super) fn inside(&self, found: &Found) -> bool {
        let behind = self.symbols.get(found.from() + found.count()..).unwrap_or_default();
        found.from() > 0 && matches!(behind, [space, next, ..] if *space == Symbol::from(b' ') && is_letter(*next))
    }

    /// Whether the whole line is the word in another number: cars, of which car is as good a name.
    fn is_form(&self, word: &Word) -> bool {
        let plural =
            |one: &[Symbol], other: &[Symbol]| other.strip_prefix(one).is_some_and(|end| end == [Symbol::from(b's')]);
        word.literal
            && word.symbols.len() > 2
            && (plural(&word.symbols, self.symbols)
                || plural(self.symbols, &word.symbols)
                || word.forms.iter().any(|form| form == self.symbols && word.is_form(form)))
    }

    /// The word by its sound: the place with the fewest slips.
    fn heard(&self, sounds: &Sounds) -> Option<Found> {
        if self.style == Style::Quantity {
            return None;
        }
        let pairs = self.symbols.iter().zip(self.symbols.iter().skip(1));
        let places = (0..).zip(pairs).filter(|(_, (first, next))| sounds.may_begin(**first, **next));
        let heard = places.filter_map(|(from, _)| {
            let (slips, count) = sounds.run(self.symbols.get(from..)?)?;
            Some(Found { slips, ..Found::new(Tier::SoundsLike, from, count) })
        });
        heard.min_by_key(|found| found.slips)
    }

    /// The word as pinyin, `length` symbols of it: the best reading of all places where one can begin.
    fn reading(&self, machine: &PinyinNfa, length: usize) -> Option<Found> {
        let name = self.style.is_name();
        let only_opens = machine.only_opens();
        if only_opens && !(name && machine.first().is_some_and(|first| self.openings.may_open(first))) {
            return None;
        }
        let letter = machine.first_letter();
        let mut best: Option<(Reading, Found)> = None;
        // The line may begin in the midst of its sentence.
        let inside =
            only_opens && self.flags.first().is_some_and(|&first| first & OPENS == 0 && letter.may_begin(first));
        let places = letter.places(self.row.1, self.symbols.len(), only_opens);
        for from in inside.then_some(0).into_iter().chain(places) {
            let text = self.symbols.get(from..).unwrap_or_default();
            // Of a single letter the flags say all, and most lines are not read.
            let sure = machine.is_letter() && self.flags.get(from).is_some_and(|&flags| letter.begins(flags));
            if !(sure || machine.may_begin(text, name && self.opens(from)) && self.begins(from)) {
                continue;
            }
            let Some((reading, count)) = machine.run(text, || name && self.opens(from)) else {
                continue;
            };
            if !self.takes(reading, from, length) {
                continue;
            }
            let found = Found { unfinished: reading == Reading::Unfinished, ..Found::new(reading.tier(), from, count) };
            if best.is_none_or(|(other, _)| reading < other) {
                best = Some((reading, found));
            }
            if reading == machine.best() {
                break;
            }
        }
        best.map(|(_, found)| found)
    }

    /// Whether a line of this kind can be read so. Initials of what nobody sees are noise unless they are
    /// many and begin it, and so is all but whole syllables in a number: 6G is not 6个.
    const fn takes(&self, reading: Reading, from: usize, length: usize) -> bool {
        match (self.style, reading) {
            (Style::Hidden, Reading::Initials) => from == 0 && length >= INITIALS,
            (Style::Quantity, Reading::Initials | Reading::Unfinished) => false,
            _ => true,
        }
    }

    /// A form of the word as a whole word of the text.
    fn form(&self, form: &[Symbol]) -> Option<Found> {
        let found = self.literal(form, false)?;
        (found.tier != Tier::Prefix).then_some(Found { tier: Tier::English, ..found })
    }

    /// The word with gaps: the shortest stretch that holds its characters in order.
    fn gapped(&self, word: &[Symbol]) -> Option<Found> {
        let mut best: Option<Found> = None;
        for (from, symbol) in self.symbols.iter().enumerate() {
            if Some(symbol) != word.first() {
                continue;
            }
            let text = self.symbols.get(from..).unwrap_or_default();
            if let Some(last) = spread(text, word).last()
                && best.is_none_or(|best| last < best.count())
                && last < word.len() * STRETCH
            {
                best = Some(Found::new(Tier::Fuzzy, from, last + 1));
            }
        }
        best
    }
}

/// The places of the word's characters in a text that begins with the first of them; none when
/// one is missing.
pub(crate) fn spread(text: &[Symbol], word: &[Symbol]) -> impl Iterator<Item = usize> + use<> {
    let mut places = Vec::with_capacity(word.len());
    let mut rest = text.iter().take(word.len() * STRETCH).enumerate();
    for symbol in word {
        match rest.find(|(_, other)| *other == symbol) {
            Some((place, _)) => places.push(place),
            None => return Vec::new().into_iter(),
        }
    }
    places.into_iter()
}
