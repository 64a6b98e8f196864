//! How a corpus is filled: records, groups, lines and their parts, in the order in which they come.

use super::{BEHIND, Class, Corpus, Group, GroupId, Join, Line, Open, Origin, Record, Style, Tag, Weight, size, usual};
use crate::search::bit_index::{Layout, columns_of};
use crate::search::fold::{is_letter, scalars};
use crate::search::number::{Number, UnitNames};

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
        });
        self.classes.push(class);
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
        let from = size(self.symbols.len());
        self.open_lines().push(Line::new(from, weight, style));
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
            if !matches!(folded, [one] if usual(one.symbol, one.flags) == shown) {
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
        self.records.shrink_to_fit();
        self.classes.shrink_to_fit();
        self.lines.shrink_to_fit();
        self.shared_lines.shrink_to_fit();
        self.shares.shrink_to_fit();
        self.joins.shrink_to_fit();
        self.numbers.shrink_to_fit();
        self.groups.shrink_to_fit();
        // They are noted with the records that share the group.
        self.groups.iter_mut().for_each(|group| group.columns = Vec::new());
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
        let (span, style) = (line.span(), line.style());
        let symbols = self.symbols.get(span.clone()).unwrap_or_default();
        let flags = self.flags.get_mut(span).unwrap_or_default();
        if symbols.iter().any(|&symbol| is_letter(symbol)) {
            self.vocabulary.note(symbols);
        }
        let openings = match (self.open, self.groups.last_mut()) {
            (Open::Group, Some(group)) => columns_of(symbols, flags, style, |column| group.columns.push(column)),
            _ => columns_of(symbols, flags, style, |column| self.bits.note(column)),
        };
        if let Some(line) = self.open_lines().last_mut() {
            line.openings = openings;
        }
    }
}

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
