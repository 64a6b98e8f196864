//! Compares one word with one record and says how well it matches, and where.
//! The cost orders the matches of a tier; it is cheap, because a million records may want it.

use std::ops::Range;

use super::Tier;
use super::corpus::{Corpus, GroupId, Line, Part, Style, Weight};
use super::field::{Field, NOTE};
use super::fold::{CHANGED, GAP, OPENS, Symbol, is_digit, is_letter};
use super::grade::{Grade, Rank};
use super::number::Number;
use super::pinyin_nfa::Reading;
use super::query::{Origin, Word};
use super::sounds::Sounds;
use crate::text::Lang;

/// Initials of a synonym that say something.
const INITIALS: usize = 4;

/// A gapped match must lie within this many times the length of the word.
const STRETCH: usize = 3;

/// How a word matches a record, and where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    pub(crate) grade: Grade,
    pub(crate) at: At,
}

/// Where a word matches.
#[derive(Clone, Copy, Debug)]
pub(crate) enum At {
    /// In a line.
    Text(Place),
    /// At a number of the record.
    Number(Number),
}

/// A stretch of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) line: Line,
    /// The number of the line among those of its record.
    pub(crate) number: usize,
    /// The group that the line is of.
    pub(crate) group: Option<GroupId>,
    /// The first symbol in the corpus, and how many symbols it spans.
    pub(crate) from: usize,
    pub(crate) count: usize,
}

/// A line under comparison.
struct Text<'a> {
    symbols: &'a [Symbol],
    flags: &'a [u8],
    style: Style,
    /// Whether it holds letters at all.
    letters: bool,
}

/// A match within a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    tier: Tier,
    /// Letters that were heard otherwise.
    slips: usize,
    /// Unfinished syllables after finished ones.
    unfinished: bool,
    from: usize,
    count: usize,
}

/// How a word matches the groups of a corpus, each compared once for all records that share it.
pub(crate) struct Memo(Vec<Compared>);

/// What is known of a group.
#[derive(Clone, Copy)]
enum Compared {
    NotYet,
    Found(Grade),
    Nothing,
}

impl Memo {
    /// A memo in which no group has been compared.
    pub(crate) fn of(corpus: &Corpus) -> Self {
        Self(vec![Compared::NotYet; corpus.group_count()])
    }

    fn grade(&mut self, corpus: &Corpus, word: &Word, group: GroupId) -> Option<Grade> {
        let known = self.0.get_mut(group.index())?;
        if matches!(known, Compared::NotYet) {
            let found = among(corpus, word, corpus.group_lines(group));
            *known = found.map_or(Compared::Nothing, Compared::Found);
        }
        if let Compared::Found(grade) = known { Some(*grade) } else { None }
    }
}

/// How well the word matches the record.
pub(crate) fn grade(corpus: &Corpus, word: &Word, record: usize, memo: &mut Memo) -> Option<Grade> {
    let number = number(corpus, word, record).map(|(grade, _)| grade);
    if word.origin == Origin::Name {
        return number;
    }
    let own = among(corpus, word, corpus.own_lines(record));
    let shared = corpus.groups_of(record).iter().filter_map(|&group| memo.grade(corpus, word, group));
    own.into_iter().chain(number).chain(shared).min()
}

fn among(corpus: &Corpus, word: &Word, lines: &[Line]) -> Option<Grade> {
    let mut best: Option<Grade> = None;
    for line in lines {
        let limit = best.map_or(Tier::Fuzzy, Grade::tier);
        let found = in_line(corpus, word, line, limit).map(|(grade, _)| grade);
        best = best.into_iter().chain(found).min();
    }
    best
}

/// The best match of the word in the record. Where a synonym is the best, but a shown text matches
/// in the same tier, the shown text is the place.
pub(crate) fn best(corpus: &Corpus, word: &Word, record: usize) -> Option<Match> {
    let number = number(corpus, word, record).map(|(grade, number)| Match { grade, at: At::Number(number) });
    if word.origin == Origin::Name {
        return number;
    }
    let mut best: Option<Match> = None;
    let mut shown: Option<Match> = None;
    for (number, (line, group)) in corpus.lines_of(record).enumerate() {
        let limit = best.map_or(Tier::Fuzzy, |best| best.grade.tier());
        let Some((grade, found)) = in_line(corpus, word, line, limit) else {
            continue;
        };
        let from = line.span().start + found.from;
        let found = Match { grade, at: At::Text(Place { line: *line, number, group, from, count: found.count }) };
        if best.is_none_or(|best| grade < best.grade) {
            best = Some(found);
        }
        if line.style.is_shown() && shown.is_none_or(|shown| grade < shown.grade) {
            shown = Some(found);
        }
    }
    let best = best.map(|best| match shown {
        Some(shown) if shown.grade.tier() == best.grade.tier() => Match { grade: best.grade, ..shown },
        _ => best,
    });
    // Of two in one tier the text says more closely what was typed.
    let better = |text: Match| number.is_none_or(|number| text.grade.tier() <= number.grade.tier());
    let grade = best.into_iter().chain(number).map(|found| found.grade).min()?;
    best.filter(|&text| better(text)).or(number).map(|found| Match { grade, ..found })
}

/// The number of the record that the word means.
fn number(corpus: &Corpus, word: &Word, record: usize) -> Option<(Grade, Number)> {
    if word.quantities.is_empty() {
        return None;
    }
    let named = |number: &Number| {
        let tag = Field::FigureName(number.figure, Lang::Zh).tag();
        let text = corpus.own_lines(record).iter().find(|line| line.style == Style::Name && line.tag == tag);
        text.and_then(|line| corpus.symbols.get(line.span())).is_some_and(|text| text.starts_with(&word.symbols))
    };
    let numbers = corpus.numbers_of(record).iter().filter(|number| word.origin != Origin::Name || named(number));
    numbers
        .filter_map(|number| {
            let meant = word.quantities.iter().filter(|quantity| quantity.is(number, &corpus.units));
            let tier = meant.map(|quantity| if quantity.is_begun() { Tier::Prefix } else { Tier::Normalised }).min()?;
            let weight = Field::FigureValue(number.figure).weight();
            Some((
                Grade::new(Rank::of(tier, true), u32::from(weight) << 16 | u32::from(number.figure.min(127))),
                *number,
            ))
        })
        .min_by_key(|(grade, _)| *grade)
}

/// The match of a line, if it is not worse than `limit`.
fn in_line(corpus: &Corpus, word: &Word, line: &Line, limit: Tier) -> Option<(Grade, Found)> {
    let span = line.span();
    let text = Text {
        symbols: corpus.symbols.get(span.clone())?,
        flags: corpus.flags.get(span)?,
        style: line.style,
        letters: line.letters,
    };
    let mut found = text.find(word, limit)?;
    if let Some(typed) = &word.typed
        && found.tier == Tier::Normalised
        && corpus.parts_of(line).any(|part| shows(corpus, &part, typed))
    {
        found.tier = Tier::Exact;
    }
    let whole = found.count == text.symbols.len();
    if line.style == Style::Hidden && word.origin == Origin::Part && !whole {
        return None;
    }
    if line.style == Style::Hidden || word.origin != Origin::Typed {
        found.tier = found.tier.max(Tier::Normalised);
    }
    let named = line.weight < NOTE && (line.style != Style::Hidden || whole);
    // A unit is read out everywhere: it comes last.
    let read_unit = line.style == Style::Quantity && found.tier > Tier::Prefix;
    let weight = if read_unit { 15 } else { line.weight };
    let cost = cost(&found, weight, text.symbols.len());
    let rank = match Rank::of(found.tier, named) {
        Rank::Exact if word.has_plural() && text.inside(&found) => Rank::ExactInside,
        rank => rank,
    };
    Some((Grade::new(rank, cost), found))
}

/// Whether the part shows the word as it was typed.
fn shows(corpus: &Corpus, part: &Part, typed: &str) -> bool {
    let shown: String = corpus.shown(part).iter().map(|scalar| scalar.shown).collect();
    shown.contains(typed)
}

/// Whole syllables before unfinished ones, titles before notes, a whole line before its start,
/// its start before its middle, short lines before long ones, early before late.
fn cost(found: &Found, weight: Weight, length: usize) -> u32 {
    let few = |number: usize| u32::try_from(number.min(127)).unwrap_or(127);
    few(found.slips) << 21
        | u32::from(found.unfinished) << 20
        | u32::from(weight.min(15)) << 16
        | u32::from(found.count < length) << 15
        | u32::from(found.from > 0) << 14
        | few(length) << 7
        | few(found.from)
}

impl Text<'_> {
    /// The best match of the word, if it is not worse than `limit`.
    fn find(&self, word: &Word, limit: Tier) -> Option<Found> {
        let mut found = word.literal.then(|| self.literal(&word.symbols, word.typed.is_some())).flatten();
        if self.style == Style::Hidden && found.is_none_or(|found| found.tier == Tier::Prefix) && self.is_form(word) {
            let whole =
                Found { tier: Tier::Normalised, slips: 0, unfinished: false, from: 0, count: self.symbols.len() };
            found = Some(whole);
        }
        if found.is_none() && limit >= Tier::Pinyin {
            found = self.reading(word);
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
        if is_letter(first) && !self.letters {
            return None;
        }
        let mut best: Option<Found> = None;
        let mut next = 0;
        while let Some(from) = position(self.symbols, next, first) {
            next = from + 1;
            if !self.holds(from, word) || !self.begins(from) {
                continue;
            }
            let tier = if self.goes_on(from + word.len()) {
                Tier::Prefix
            } else if changed || self.changed(from..from + word.len()) {
                Tier::Normalised
            } else {
                Tier::Exact
            };
            let found = Found { tier, slips: 0, unfinished: false, from, count: word.len() };
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

    /// Letters and digits are only compared from the beginning of their run: age is not in village.
    fn begins(&self, from: usize) -> bool {
        self.symbols.get(from).is_some_and(|&symbol| !(is_letter(symbol) || is_digit(symbol)) || self.opens(from))
    }

    fn opens(&self, from: usize) -> bool {
        self.flags.get(from).is_some_and(|flags| flags & OPENS != 0)
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
        let flags = self.flags.get(range).unwrap_or_default();
        let inside = flags.iter().skip(1).any(|flags| flags & (CHANGED | GAP) != 0);
        inside || flags.first().is_some_and(|flags| flags & CHANGED != 0)
    }

    /// Whether other words stand before and behind: the car of a smart car park says what park it is.
    fn inside(&self, found: &Found) -> bool {
        let behind = self.symbols.get(found.from + found.count..).unwrap_or_default();
        found.from > 0 && matches!(behind, [space, next, ..] if *space == Symbol::from(b' ') && is_letter(*next))
    }

    /// Whether the whole line is the word in another number: cars, of which car is as good a name.
    fn is_form(&self, word: &Word) -> bool {
        let plural =
            |one: &[Symbol], other: &[Symbol]| other.strip_prefix(one).is_some_and(|end| end == [Symbol::from(b's')]);
        word.literal
            && self.letters
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
        let heard = (0..self.symbols.len()).filter_map(|from| {
            let (slips, count) = sounds.run(self.symbols.get(from..)?)?;
            Some(Found { tier: Tier::SoundsLike, slips, unfinished: false, from, count })
        });
        heard.min_by_key(|found| found.slips)
    }

    /// The word as pinyin: the best reading of all places where one can begin.
    fn reading(&self, word: &Word) -> Option<Found> {
        let machine = word.machine.as_ref()?;
        let name = self.style.is_name();
        let asks = name && machine.needs_openings();
        let opens = |place| if asks { self.flags.get(place).copied().unwrap_or_default() } else { 0 };
        let mut best: Option<(Reading, Found)> = None;
        let mut next = 0;
        while let Some(from) = machine.beginning(self.symbols, next, opens) {
            next = from + 1;
            if !self.begins(from) {
                continue;
            }
            let text = self.symbols.get(from..).unwrap_or_default();
            let Some((reading, count)) = machine.run(text, || name && self.opens(from)) else {
                continue;
            };
            if !self.takes(reading, from, word.symbols.len()) {
                continue;
            }
            let tier = if reading == Reading::Initials { Tier::Initials } else { Tier::Pinyin };
            let found = Found { tier, slips: 0, unfinished: reading == Reading::Unfinished, from, count };
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
                && best.is_none_or(|best| last < best.count)
                && last < word.len() * STRETCH
            {
                best = Some(Found { tier: Tier::Fuzzy, slips: 0, unfinished: false, from, count: last + 1 });
            }
        }
        best
    }
}

/// The next place of a symbol. Sixteen at a time, which the compiler compares at once.
#[inline]
fn position(symbols: &[Symbol], from: usize, symbol: Symbol) -> Option<usize> {
    let mut at = from;
    for chunk in symbols.get(from..)?.chunks(16) {
        if chunk.iter().fold(0, |any, &other| any | u16::from(other == symbol)) != 0 {
            return chunk.iter().position(|&other| other == symbol).map(|place| at + place);
        }
        at += chunk.len();
    }
    None
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
