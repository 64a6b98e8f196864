//! The text that is searched: folded symbols, cut into records, lines and parts; no copy of the text.
//! Knows nothing of reports, so that a bench or another kind of text can fill it as well.

use std::ops::Range;

use super::bit_index::{BitIndex, Column, Layout, columns_of};
use super::english::Vocabulary;
use super::fold::{Symbol, is_letter, scalars};
use super::number::{Number, UnitNames};

/// How much a line of text counts among the others of its record: 0 is best, up to 15.
pub type Weight = u8;

/// What the caller calls a text; it comes back with the marks.
pub type Tag = u16;

/// What the caller calls a kind of records; hits are grouped by it.
pub type Class = u8;

/// What kind of text a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A title or another short name: here two initials are enough where a word begins.
    Name,
    /// Sentences and headings.
    Text,
    /// A value with its unit: read out only in whole syllables, and last.
    Quantity,
    /// Text that belongs to the record but is shown in no field, so that it gives no marks.
    Unmarked,
    /// A synonym: found as a name is, but never better than what the record itself holds.
    Hidden,
}

/// Text that is searched, in records of lines of parts.
///
/// A *line* is what a match must lie within; its *parts* are the texts that it is shown as, side
/// by side, such as a value and its unit. Fill it with [`record`](Self::record),
/// [`line`](Self::line) and [`part`](Self::part), in this order. What several records say alike
/// is a [`group`](Self::group) of lines, kept once and [shared](Self::share) by them.
#[derive(Default)]
pub struct Corpus {
    pub(crate) symbols: Vec<Symbol>,
    pub(crate) flags: Vec<u8>,
    /// The scalars that folding changed, in the order of their symbols.
    origins: Vec<Origin>,
    records: Vec<Record>,
    lines: Vec<Line>,
    groups: Vec<Group>,
    shared_lines: Vec<Line>,
    /// The groups of every record, one record after another.
    shares: Vec<GroupId>,
    /// The parts that stand behind the first one of their line.
    joins: Vec<Join>,
    pub(crate) bits: BitIndex,
    pub(crate) vocabulary: Vocabulary,
    numbers: Vec<Number>,
    /// The units of the numbers.
    pub(crate) units: Vec<UnitNames>,
    open: Open,
    /// Whether the last line may still get parts.
    filling: bool,
}

/// What the next line belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Open {
    #[default]
    Record,
    Group,
}

/// Names a group of a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupId(u32);

/// Lines that several records share.
struct Group {
    lines: Range<u32>,
    /// The word of the records that the lines of the group lead to.
    word: Option<Box<str>>,
    columns: Vec<Column>,
}

/// Where the lines and the groups of a record begin.
#[derive(Clone, Copy)]
struct Record {
    line: u32,
    share: u32,
    number: u32,
    class: Class,
}

/// A scalar that is not the one symbol it gave.
#[derive(Clone, Copy)]
struct Origin {
    symbol: u32,
    shown: char,
    /// How many symbols it gave; none when it was dropped, [`BEHIND`] when nothing of its part follows.
    symbols: u8,
}

/// The sign of a scalar that was dropped at the end of its part.
const BEHIND: u8 = u8::MAX;

/// A part behind the first one of its line.
#[derive(Clone, Copy)]
struct Join {
    symbol: u32,
    tag: Tag,
}

/// A line of a record or of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    from: u32,
    length: u32,
    pub(crate) tag: Tag,
    /// How many scalars of its field stand before the first part.
    shift: u8,
    pub(crate) weight: Weight,
    pub(crate) style: Style,
    /// Whether it holds a letter of an alphabet, which most lines do not.
    pub(crate) letters: bool,
}

/// A shown text of a line.
pub(crate) struct Part {
    pub(crate) tag: Tag,
    pub(crate) shift: usize,
    pub(crate) symbols: Range<usize>,
}

/// A shown scalar, and the symbols that it gave.
pub(crate) struct Scalar {
    pub(crate) shown: char,
    pub(crate) symbols: Range<usize>,
}

impl Style {
    /// Whether matches are marked.
    pub(crate) const fn is_shown(self) -> bool {
        matches!(self, Self::Name | Self::Text | Self::Quantity)
    }

    /// Whether a few letters say something.
    pub(crate) const fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Hidden)
    }
}

impl Part {
    /// The place of its first symbol.
    pub(crate) const fn start(&self) -> usize {
        self.symbols.start
    }
}

impl GroupId {
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

impl Line {
    /// Its symbols, as places in [`Corpus::symbols`].
    #[inline]
    pub(crate) const fn span(&self) -> Range<usize> {
        self.from as usize..self.from as usize + self.length as usize
    }
}

impl Corpus {
    /// A corpus without records.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins the next record, of the first class.
    pub fn record(&mut self) {
        self.record_of(Class::default());
    }

    /// Begins the next record, of a class.
    pub fn record_of(&mut self, class: Class) {
        self.end_line();
        self.records.push(Record {
            line: size(self.lines.len()),
            share: size(self.shares.len()),
            number: size(self.numbers.len()),
            class,
        });
        self.bits.record();
    }

    /// Makes a group of the lines that `fill` adds. It may be made while a record is being filled.
    pub fn group(&mut self, fill: impl FnOnce(&mut Self)) -> GroupId {
        self.end_line();
        let from = size(self.shared_lines.len());
        self.groups.push(Group { lines: from..from, word: None, columns: Vec::new() });
        self.open = Open::Group;
        fill(self);
        self.end_line();
        self.open = Open::Record;
        if let Some(group) = self.groups.last_mut() {
            group.lines.end = size(self.shared_lines.len());
            group.columns.sort_unstable();
            group.columns.dedup();
        }
        GroupId(size(self.groups.len() - 1))
    }

    /// Says that the lines of a group stand for a word of the records that share it: where one of
    /// them is found, the word is marked.
    pub fn leads_to(&mut self, group: GroupId, word: &str) {
        if let Some(group) = self.groups.get_mut(group.index()) {
            group.word = Some(word.into());
        }
    }

    /// Adds a number to the record.
    pub fn number(&mut self, number: Number) {
        self.bits.note(Layout::get().number(number.value));
        self.numbers.push(number);
    }

    /// A unit for numbers; the same names give the same unit.
    pub fn unit(&mut self, names: UnitNames) -> u16 {
        let at = self.units.iter().position(|known| *known == names).unwrap_or_else(|| {
            self.units.push(names);
            self.units.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    /// Says that the record holds the lines of a group as well.
    pub fn share(&mut self, group: GroupId) {
        self.shares.push(group);
        let columns = self.groups.get(group.index()).map_or(&[][..], |group| &group.columns);
        for &column in columns {
            self.bits.note(column);
        }
    }

    /// Begins the next line of the record or the group.
    pub fn line(&mut self, weight: Weight, style: Style) {
        self.end_line();
        let line = Line { from: size(self.symbols.len()), length: 0, tag: 0, shift: 0, weight, style, letters: false };
        self.open_lines().push(line);
        self.filling = true;
    }

    /// Adds a shown text to the line, of which `shift` scalars stand before it in its field.
    pub fn part(&mut self, text: &str, tag: Tag, shift: u8) {
        let from = size(self.symbols.len());
        let Some(line) = self.open_lines().last_mut() else {
            return;
        };
        let field = line.from == from;
        if field {
            (line.tag, line.shift) = (tag, shift);
        } else {
            self.joins.push(Join { symbol: from, tag });
        }
        let (symbols, flags, origins) = (&mut self.symbols, &mut self.flags, &mut self.origins);
        scalars(text, field, |shown, folded| {
            if !matches!(folded, [one] if u32::from(one.symbol) == u32::from(shown)) {
                let count = u8::try_from(folded.len()).unwrap_or(BEHIND - 1);
                origins.push(Origin { symbol: size(symbols.len()), shown, symbols: count });
            }
            for folded in folded {
                symbols.push(folded.symbol);
                flags.push(folded.flags);
            }
        });
        let end = size(symbols.len());
        let last = origins.iter_mut().rev().take_while(|origin| origin.symbol == end && origin.symbols == 0);
        last.for_each(|origin| origin.symbols = BEHIND);
    }

    /// Ends the last record. A search before this does not see it.
    pub fn close(&mut self) {
        self.end_line();
        self.bits.close();
        self.vocabulary.close();
        self.symbols.shrink_to_fit();
        self.flags.shrink_to_fit();
        self.origins.shrink_to_fit();
        self.lines.shrink_to_fit();
        self.shares.shrink_to_fit();
    }

    const fn open_lines(&mut self) -> &mut Vec<Line> {
        match self.open {
            Open::Record => &mut self.lines,
            Open::Group => &mut self.shared_lines,
        }
    }

    /// Notes what stands in the last line, once all of its parts are there.
    fn end_line(&mut self) {
        let end = size(self.symbols.len());
        if !std::mem::take(&mut self.filling) {
            return;
        }
        let Some(line) = self.open_lines().last_mut() else {
            return;
        };
        line.length = end - line.from;
        let span = line.span();
        let symbols = self.symbols.get(span.clone()).unwrap_or_default();
        let flags = self.flags.get(span).unwrap_or_default();
        let letters = symbols.iter().any(|&symbol| is_letter(symbol));
        match (self.open, self.groups.last_mut()) {
            (Open::Group, Some(group)) => columns_of(symbols, flags, |column| group.columns.push(column)),
            _ => columns_of(symbols, flags, |column| self.bits.note(column)),
        }
        if letters {
            self.vocabulary.note(symbols);
            if let Some(line) = self.open_lines().last_mut() {
                line.letters = true;
            }
        }
    }

    /// The number of records.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The class of a record.
    #[inline]
    pub(crate) fn class_of(&self, record: usize) -> Class {
        self.records.get(record).map_or(0, |record| record.class)
    }

    /// The lines of a record that it shares with no other.
    #[inline]
    pub(crate) fn own_lines(&self, record: usize) -> &[Line] {
        let at = |record: usize| self.records.get(record).map_or(self.lines.len(), |record| record.line as usize);
        self.lines.get(at(record)..at(record + 1)).unwrap_or_default()
    }

    /// The groups of a record.
    #[inline]
    pub(crate) fn groups_of(&self, record: usize) -> &[GroupId] {
        let at = |record: usize| self.records.get(record).map_or(self.shares.len(), |record| record.share as usize);
        self.shares.get(at(record)..at(record + 1)).unwrap_or_default()
    }

    pub(crate) fn group_lines(&self, group: GroupId) -> &[Line] {
        let lines = self.groups.get(group.index()).map_or(0..0, |group| group.lines.clone());
        self.shared_lines.get(lines.start as usize..lines.end as usize).unwrap_or_default()
    }

    /// The word of the records that a group leads to.
    pub(crate) fn word_of(&self, group: GroupId) -> Option<&str> {
        self.groups.get(group.index())?.word.as_deref()
    }

    /// The numbers of a record.
    #[inline]
    pub(crate) fn numbers_of(&self, record: usize) -> &[Number] {
        let at = |record: usize| self.records.get(record).map_or(self.numbers.len(), |record| record.number as usize);
        self.numbers.get(at(record)..at(record + 1)).unwrap_or_default()
    }

    /// The number of groups.
    pub(crate) const fn group_count(&self) -> usize {
        self.groups.len()
    }

    /// All lines of a record, those of a group with its name.
    pub(crate) fn lines_of(&self, record: usize) -> impl Iterator<Item = (&Line, Option<GroupId>)> {
        let shared = self
            .groups_of(record)
            .iter()
            .flat_map(|&group| self.group_lines(group).iter().map(move |line| (line, Some(group))));
        self.own_lines(record).iter().map(|line| (line, None)).chain(shared)
    }

    /// The shown texts of a line.
    pub(crate) fn parts_of(&self, line: &Line) -> impl Iterator<Item = Part> {
        let span = line.span();
        let from = self.joins.partition_point(|join| (join.symbol as usize) <= span.start);
        let joins = self.joins.get(from..).unwrap_or_default();
        let joins = joins.iter().take_while({
            let end = span.end;
            move |join| (join.symbol as usize) < end
        });
        let starts: Vec<(usize, Tag, usize)> = std::iter::once((span.start, line.tag, usize::from(line.shift)))
            .chain(joins.map(|join| (join.symbol as usize, join.tag, 0)))
            .collect();
        let ends: Vec<usize> = starts.iter().skip(1).map(|start| start.0).chain([span.end]).collect();
        starts.into_iter().zip(ends).map(|((from, tag, shift), end)| Part { tag, shift, symbols: from..end })
    }

    /// A part as it is shown, scalar by scalar.
    pub(crate) fn shown(&self, part: &Part) -> Vec<Scalar> {
        let Range { start, end } = part.symbols;
        let from = self.origins.partition_point(|origin| (origin.symbol as usize) < start);
        let mut origins = self.origins.get(from..).unwrap_or_default().iter().peekable();
        let mut shown = Vec::new();
        let mut at = start;
        while at < end {
            let (c, count) = match origins.next_if(|origin| origin.symbol as usize == at) {
                // Dropped at the end of the part before this one.
                Some(Origin { symbols: BEHIND, .. }) => continue,
                Some(origin) => (origin.shown, usize::from(origin.symbols)),
                None => (self.symbols.get(at).map_or(' ', |&symbol| plain(symbol)), 1),
            };
            shown.push(Scalar { shown: c, symbols: at..at + count });
            at += count;
        }
        let last = origins.take_while(|origin| origin.symbol as usize == end && origin.symbols == BEHIND);
        shown.extend(last.map(|origin| Scalar { shown: origin.shown, symbols: end..end }));
        shown
    }
}

/// A symbol that stands for itself.
fn plain(symbol: Symbol) -> char {
    char::from_u32(symbol.into()).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Every text as a record of one line, a name.
impl<T: AsRef<str>> FromIterator<T> for Corpus {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let mut corpus = Self::new();
        for text in texts {
            corpus.record();
            corpus.line(0, Style::Name);
            corpus.part(text.as_ref(), 0, 0);
        }
        corpus.close();
        corpus
    }
}

/// A place as it is stored: four thousand million symbols are the most that one corpus holds.
fn size(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
