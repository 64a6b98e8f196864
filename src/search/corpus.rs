//! The records that are searched: flat arrays of folded symbols, cut into records, lines and parts.
//! Knows nothing of reports, so that a bench or another kind of text can fill it as well.

use super::columns::Columns;
use super::english::Vocabulary;
use super::fold::{Symbol, fold, is_letter};
use super::pinyin::Readings;

/// How much a line of text counts among the others of its record: 0 is best, up to 15.
pub type Weight = u8;

/// What kind of text a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A title or another short name: here two initials are enough where a word begins.
    Name,
    /// Sentences, values, headings.
    Text,
    /// Text that belongs to the record but is shown in no field, so that it gives no marks.
    Unmarked,
    /// A synonym: found as a name is, but never better than what the record itself holds.
    Hidden,
}

/// Text that is searched, in records of lines of parts.
///
/// A *line* is what a match must lie within; its *parts* are the texts that it is shown as, side
/// by side, such as a value and its unit. Fill it with [`record`](Self::record),
/// [`line`](Self::line) and [`part`](Self::part), in this order.
pub struct Corpus {
    pub(crate) symbols: Vec<Symbol>,
    pub(crate) flags: Vec<u8>,
    records: Vec<u32>,
    lines: Vec<Line>,
    /// The first part of every line, apart from the lines because only marks need it.
    firsts: Vec<u32>,
    parts: Vec<Part>,
    text: String,
    pub(crate) columns: Columns,
    pub(crate) vocabulary: Vocabulary,
}

impl Style {
    /// Whether matches are marked.
    pub(crate) const fn is_shown(self) -> bool {
        matches!(self, Self::Name | Self::Text)
    }

    /// Whether a few letters say something.
    pub(crate) const fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Hidden)
    }
}

/// A line of a record.
#[derive(Clone, Copy)]
pub(crate) struct Line {
    /// Its first symbol.
    pub(crate) symbol: u32,
    pub(crate) weight: Weight,
    pub(crate) style: Style,
    /// Whether it holds a letter of an alphabet, which most lines do not.
    pub(crate) letters: bool,
}

/// A shown text: where its symbols and its bytes begin.
#[derive(Clone, Copy)]
struct Part {
    symbol: u32,
    byte: u32,
}

impl Default for Corpus {
    fn default() -> Self {
        Self {
            symbols: Vec::new(),
            flags: Vec::new(),
            records: Vec::new(),
            lines: Vec::new(),
            firsts: Vec::new(),
            parts: Vec::new(),
            text: String::new(),
            columns: Columns::new(Readings::get()),
            vocabulary: Vocabulary::default(),
        }
    }
}

impl Corpus {
    /// A corpus without records.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins the next record.
    pub fn record(&mut self) {
        self.close();
        self.records.push(size(self.lines.len()));
    }

    /// Begins the next line of the record.
    pub fn line(&mut self, weight: Weight, style: Style) {
        self.lines.push(Line { symbol: size(self.symbols.len()), weight, style, letters: false });
        self.firsts.push(size(self.parts.len()));
    }

    /// Adds a shown text to the line.
    pub fn part(&mut self, text: &str) {
        let from = self.symbols.len();
        let field = self.firsts.last() == Some(&size(self.parts.len()));
        self.parts.push(Part { symbol: size(from), byte: size(self.text.len()) });
        self.text.push_str(text);
        fold(text, field, |folded| {
            self.symbols.push(folded.symbol);
            self.flags.push(folded.flags);
        });
        let symbols = self.symbols.get(from..).unwrap_or_default();
        if let Some(line) = self.lines.last_mut() {
            line.letters |= symbols.iter().any(|&symbol| is_letter(symbol));
        }
        self.vocabulary.note(symbols);
    }

    /// Ends the last record. A search before this does not see it.
    pub fn close(&mut self) {
        let Some(record) = self.records.len().checked_sub(1) else {
            return;
        };
        let from = self.lines_of(record).first().map_or(self.symbols.len(), |line| line.symbol as usize);
        let symbols = self.symbols.get(from..).unwrap_or_default();
        self.columns.note(record, symbols, self.flags.get(from..).unwrap_or_default());
    }

    /// The number of records.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    pub(crate) fn lines_of(&self, record: usize) -> &[Line] {
        self.lines.get(self.line_numbers(record)).unwrap_or_default()
    }

    pub(crate) fn line_numbers(&self, record: usize) -> std::ops::Range<usize> {
        let at = |record: usize| self.records.get(record).map_or(self.lines.len(), |&line| line as usize);
        at(record)..at(record + 1)
    }

    pub(crate) fn line_at(&self, line: usize) -> Option<&Line> {
        self.lines.get(line)
    }

    /// The symbols of a line, as places in [`Self::symbols`].
    #[inline]
    pub(crate) fn span(&self, line: usize) -> std::ops::Range<usize> {
        let from = self.lines.get(line).map_or(self.symbols.len(), |line| line.symbol as usize);
        let to = self.lines.get(line + 1).map_or(self.symbols.len(), |line| line.symbol as usize);
        from..to
    }

    /// The shown texts of a line: number in the corpus, first symbol, text.
    pub(crate) fn parts_of(&self, line: usize) -> impl Iterator<Item = (usize, usize, &str)> {
        let first = |line: usize| self.firsts.get(line).map_or(self.parts.len(), |&part| part as usize);
        (first(line)..first(line + 1)).filter_map(|number| {
            let part = self.parts.get(number)?;
            let end = self.parts.get(number + 1).map_or(self.text.len(), |next| next.byte as usize);
            Some((number, part.symbol as usize, self.text.get(part.byte as usize..end)?))
        })
    }
}

/// Every text as a record of one line, a name.
impl<T: AsRef<str>> FromIterator<T> for Corpus {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let mut corpus = Self::new();
        for text in texts {
            corpus.record();
            corpus.line(0, Style::Name);
            corpus.part(text.as_ref());
        }
        corpus.close();
        corpus
    }
}

/// A place as it is stored: four gigabytes of text are the most that one corpus holds.
fn size(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
