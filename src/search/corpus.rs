//! The text that is searched: folded symbols, cut into records, lines and parts; no copy of the text.
//! Knows nothing of reports, so that a bench or another kind of text can fill it as well.

mod fill;
mod only;

use std::ops::Range;

use super::bit_index::BitIndex;
use super::block::Column;
use super::english::Vocabulary;
use super::first_letter::FirstLetter;
use super::fold::{CHANGED, Symbol};
use super::number::{Number, UnitNames};
use super::openings::Openings;

/// How much a line of text counts among the others of its record: 0 is best, up to 15.
pub type Weight = u8;

/// Weights are below this.
const WEIGHTS: u8 = 16;

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
    /// Of every symbol its flags and its [first letter](super::first_letter::FirstLetter).
    pub(crate) flags: Vec<u8>,
    /// The scalars that are not what their symbols usually stand for, in the order of their symbols.
    origins: Vec<Origin>,
    records: Vec<Record>,
    /// The classes of the records.
    classes: Vec<Class>,
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
    /// The columns of the groups, while records are added.
    group_columns: Vec<Vec<Column>>,
    open: Open,
    /// Whether the last line may still get parts.
    filling: bool,
    /// The text of the last record that its lines may stand in.
    kept: Range<usize>,
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
}

/// Where the lines and the groups of a record begin.
#[derive(Clone, Copy)]
struct Record {
    line: u32,
    share: u32,
    number: u32,
}

/// A scalar that is not the one symbol it gave.
#[derive(Clone, Copy)]
struct Origin {
    symbol: u32,
    /// The scalar, and above it how many symbols it gave: none when it was dropped, [`BEHIND`] when nothing of its part
    /// follows.
    shown: u32,
}

/// The sign of a scalar that was dropped at the end of its part.
const BEHIND: u8 = u8::MAX;

/// Scalars have fewer bits than this.
const SCALAR: u32 = 24;

impl Origin {
    fn new(symbol: u32, shown: char, symbols: u8) -> Self {
        Self { symbol, shown: u32::from(shown) | u32::from(symbols) << SCALAR }
    }

    fn shown(self) -> char {
        char::from_u32(self.shown & ((1 << SCALAR) - 1)).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    const fn symbols(self) -> u8 {
        let [symbols, ..] = self.shown.to_be_bytes();
        symbols
    }
}

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
    /// Its style and, in the lower half, its weight: a query over many reports reads a million lines.
    kind: u8,
    /// What its words begin with.
    pub(crate) openings: Openings,
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
    const fn new(from: u32, weight: Weight, style: Style) -> Self {
        let weight = if weight < WEIGHTS { weight } else { WEIGHTS - 1 };
        let kind = style as u8 * WEIGHTS + weight;
        Self { from, length: 0, tag: 0, shift: 0, kind, openings: Openings::NONE }
    }

    /// How much it counts among the lines of its record.
    #[inline]
    pub(crate) const fn weight(&self) -> Weight {
        self.kind % WEIGHTS
    }

    /// What kind of text it is.
    #[inline]
    pub(crate) const fn style(&self) -> Style {
        match self.kind / WEIGHTS {
            0 => Style::Name,
            1 => Style::Text,
            2 => Style::Quantity,
            3 => Style::Unmarked,
            _ => Style::Hidden,
        }
    }

    /// Its symbols, as places in [`Corpus::symbols`].
    #[inline]
    pub(crate) const fn span(&self) -> Range<usize> {
        self.from as usize..self.from as usize + self.length as usize
    }
}

impl Corpus {
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
        self.classes.get(record).copied().unwrap_or_default()
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
                Some(origin) if origin.symbols() == BEHIND => continue,
                Some(origin) => (origin.shown(), usize::from(origin.symbols())),
                None => (self.usual(at), 1),
            };
            shown.push(Scalar { shown: c, symbols: at..at + count });
            at += count;
        }
        let last = origins.take_while(|origin| origin.symbol as usize == end && origin.symbols() == BEHIND);
        shown.extend(last.map(|origin| Scalar { shown: origin.shown(), symbols: end..end }));
        shown
    }

    /// The scalar that is shown where no origin tells another.
    fn usual(&self, at: usize) -> char {
        let (symbol, flags) = (self.symbols.get(at).copied(), self.flags.get(at).copied());
        symbol.zip(flags).map_or(' ', |(symbol, flags)| usual(symbol, flags))
    }
}

/// The second stop that folds to a comma.
const OTHER_STOP: char = '、';

/// What a symbol stands for: itself, or where folding changed it the stop of Chinese typesetting. Most of what folding
/// changes are such stops, and they need no origin.
fn usual(symbol: Symbol, flags: u8) -> char {
    let plain = char::from_u32(symbol.into()).unwrap_or(char::REPLACEMENT_CHARACTER);
    if flags & CHANGED == 0 {
        return plain;
    }
    match plain {
        ',' if FirstLetter::is_other_stop(flags) => OTHER_STOP,
        ',' => '，',
        '.' => '。',
        ';' => '；',
        ':' => '：',
        '(' => '（',
        ')' => '）',
        '-' => '—',
        _ => plain,
    }
}

/// A place as it is stored: four thousand million symbols are the most that one corpus holds.
fn size(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
