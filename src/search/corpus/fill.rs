//! How a corpus is filled: records, groups, lines and their parts, in the order in which they come.

use std::num::NonZero;
use std::ops::Range;

use super::{
    BEHIND, Class, Corpus, Group, GroupId, Join, Line, OTHER_STOP, Open, Origin, Record, Style, Tag, Weight, size,
    usual,
};
use crate::search::bit_index::{Layout, columns_of};
use crate::search::first_letter::FirstLetter;
use crate::search::fold::{FLAGS, OPENS, Symbol, is_letter, is_plain, scalars};
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
        self.kept = 0..0;
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
        self.groups.push(Group { lines: from..from, word: None });
        self.group_columns.push(Vec::new());
        self.open = Open::Group;
        fill(self);
        self.end_line();
        self.open = Open::Record;
        if let Some(group) = self.groups.last_mut() {
            group.lines.end = size(self.shared_lines.len());
        }
        if let Some(columns) = self.group_columns.last_mut() {
            columns.sort_unstable();
            columns.dedup();
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
        for &column in self.group_columns.get(group.index()).into_iter().flatten() {
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
        self.fold(text, field);
    }

    /// Adds a line of one text. Where it stands in the [kept text](Self::keep) of the record, it takes no room of its
    /// own.
    pub(crate) fn text(&mut self, text: &str, weight: Weight, style: Style, tag: Tag) {
        self.line(weight, style);
        let (own, origins) = (self.symbols.len(), self.origins.len());
        self.part(text, tag, 0);
        let Some(kept) = self.place_in_kept(own, origins) else { return };
        self.symbols.truncate(own);
        self.flags.truncate(own);
        self.origins.truncate(origins);
        if let Some(line) = self.open_lines().last_mut() {
            (line.from, line.length) = (size(kept.start), size(kept.len()));
        }
    }

    /// Adds the kept text as a line.
    pub(crate) fn kept(&mut self, weight: Weight, style: Style, tag: Tag) {
        self.line(weight, style);
        let kept = self.kept.clone();
        if let Some(line) = self.open_lines().last_mut() {
            (line.from, line.length, line.tag) = (size(kept.start), size(kept.len()), tag);
        }
    }

    /// Keeps a text of the record that lines may stand in; it becomes a [line](Self::kept) itself.
    pub(crate) fn keep(&mut self, text: &str) {
        self.end_line();
        let from = self.symbols.len();
        self.fold(text, true);
        self.kept = from..self.symbols.len();
    }

    /// Where the symbols behind `own`, with the origins behind `origins`, stand in the kept text just as they are here.
    fn place_in_kept(&self, own: usize, origins: usize) -> Option<Range<usize>> {
        let (kept, row) = (self.symbols.get(self.kept.clone())?, self.symbols.get(own..)?);
        let length = NonZero::new(row.len())?.get();
        let at = self.kept.start + kept.windows(length).position(|symbols| symbols == row)?;
        let flags = self.flags.get(at..at + length)?.iter().zip(self.flags.get(own..)?);
        // A character that a line begins with opens a word, whatever stands before it in the kept text.
        let free = row.first().map_or(0, |&first| if is_plain(first) { 0 } else { OPENS });
        let like = |(at, (&symbol, (&one, &other))): (usize, (&Symbol, (&u8, &u8)))| {
            let free = if at == 0 { free } else { 0 };
            (one ^ other) & FLAGS & !free == 0 && usual(symbol, one) == usual(symbol, other)
        };
        let end = at + length;
        let before = self.origins.get(..origins)?;
        let place = |symbol: usize| before.partition_point(|origin| (origin.symbol as usize) < symbol);
        // What was dropped behind the kept text belongs to what ends with it, and to nothing that begins there.
        let there = before.get(place(at)..place(end + 1))?.iter().filter(|origin| match origin.symbol as usize {
            symbol if symbol < end => origin.symbols() != BEHIND,
            _ => origin.symbols() == BEHIND && end == self.kept.end,
        });
        let moved = there.map(|origin| (origin.symbol as usize - at, origin.shown));
        let here = self.origins.get(origins..)?.iter().map(|origin| (origin.symbol as usize - own, origin.shown));
        (row.iter().zip(flags).enumerate().all(like) && moved.eq(here)).then_some(at..end)
    }

    /// Adds the symbols of a text; `field` says that a field begins with it.
    fn fold(&mut self, text: &str, field: bool) {
        let (symbols, flags, origins) = (&mut self.symbols, &mut self.flags, &mut self.origins);
        scalars(text, field, |shown, folded| {
            let stop = if shown == OTHER_STOP { FirstLetter::OTHER_STOP.bits() } else { 0 };
            if !matches!(folded, [one] if usual(one.symbol, one.flags | stop) == shown) {
                let count = u8::try_from(folded.len()).unwrap_or(BEHIND - 1);
                origins.push(Origin::new(size(symbols.len()), shown, count));
            }
            for folded in folded {
                symbols.push(folded.symbol);
                flags.push(folded.flags | stop);
            }
        });
        let end = size(symbols.len());
        let last = origins.iter_mut().rev().take_while(|origin| origin.symbol == end && origin.symbols() == 0);
        last.for_each(|origin| *origin = Origin::new(end, origin.shown(), BEHIND));
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
        self.group_columns = Vec::new();
    }

    const fn open_lines(&mut self) -> &mut Vec<Line> {
        match self.open {
            Open::Record => &mut self.lines,
            Open::Group => &mut self.shared_lines,
        }
    }

    /// Notes what stands in the last line, once all of its parts are there.
    fn end_line(&mut self) {
        let (end, kept) = (size(self.symbols.len()), size(self.kept.end));
        if !std::mem::take(&mut self.filling) {
            return;
        }
        let Some(line) = self.open_lines().last_mut() else {
            return;
        };
        if line.from >= kept {
            line.length = end - line.from;
        }
        let (span, style) = (line.span(), line.style());
        let symbols = self.symbols.get(span.clone()).unwrap_or_default();
        let flags = self.flags.get_mut(span).unwrap_or_default();
        if symbols.iter().any(|&symbol| is_letter(symbol)) {
            self.vocabulary.note(symbols);
        }
        let openings = match (self.open, self.group_columns.last_mut()) {
            (Open::Group, Some(columns)) => columns_of(symbols, flags, style, |column| columns.push(column)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Index;

    const SENTENCE: &str = "全年粮食产量达到 95.28 亿斤，“专精特新”企业、高新技术企业分别增长12%、5%，重庆“”";

    /// Records of one name and, where they are kept, of the sentence that it stands in.
    fn corpus(names: &[&str], keep: bool) -> Corpus {
        let mut corpus = Corpus::new();
        for name in names {
            corpus.record();
            if keep {
                corpus.keep(SENTENCE);
            }
            corpus.text(name, 0, Style::Name, 1);
            if keep {
                corpus.kept(5, Style::Text, 2);
            } else {
                corpus.text(SENTENCE, 5, Style::Text, 2);
            }
        }
        corpus.close();
        corpus
    }

    #[test]
    fn a_line_in_a_kept_text_is_shown_and_found_as_one_of_its_own() {
        let names = [
            "全年粮食产量",
            "粮食产量",
            "量",
            "“专精特新”企业",
            "专精特新",
            "专精特新企业",
            "企业、高新技术企业",
            "企业，高新技术企业",
            "增长12%",
            "12%、5%",
            "2%",
            "重庆",
            "重庆“”",
            "庆",
            SENTENCE,
            "不在其中",
        ];
        let (kept, apart) = (corpus(&names, true), corpus(&names, false));
        for (record, name) in names.iter().enumerate() {
            for (one, other) in kept.own_lines(record).iter().zip(apart.own_lines(record)) {
                let shown = |corpus: &Corpus, line| -> Vec<(char, usize)> {
                    let parts = corpus.parts_of(line).flat_map(|part| corpus.shown(&part));
                    parts.map(|scalar| (scalar.shown, scalar.symbols.len())).collect()
                };
                assert_eq!(shown(&kept, one), shown(&apart, other), "{name}");
                let told = |line: &Line| (line.span().len(), line.tag, line.kind);
                assert_eq!(told(one), told(other), "{name}");
                assert_eq!(one.openings.was_changed(), other.openings.was_changed(), "{name}");
            }
        }
        // Some do not stand there as they are: behind a quote, without one, with another stop, in the midst of a number,
        // before quotes that nothing follows.
        let spared = apart.symbols.len() - kept.symbols.len();
        let own =
            ["专精特新", "专精特新企业", "企业、高新技术企业", "企业，高新技术企业", "2%", "重庆", "庆", "不在其中"];
        let own: usize = own.iter().map(|name| Corpus::from_iter([name]).symbols.len()).sum();
        let all: usize = names.iter().map(|name| Corpus::from_iter([name]).symbols.len()).sum();
        assert_eq!(spared, all - own);

        let (kept, apart) = (Index::from(kept), Index::from(apart));
        for query in
            ["lscl", "ls", "l", "q", "zjtx", "zqtx", "c", "cl", "粮食", "产量", "、", "，", "12", "5", "高新", "z"]
        {
            let found = |index: &Index| {
                let answer = index.search(query);
                answer.hits().map(|hit| format!("{hit:?}")).collect::<Vec<_>>()
            };
            assert_eq!(found(&kept), found(&apart), "{query}");
        }
    }
}
