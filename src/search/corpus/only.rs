//! Some of a corpus's records as a corpus of their own.

use super::{BEHIND, Corpus, Group, GroupId, Join, Line, Open, Origin, Record, size};

impl Corpus {
    /// The corpus of some of its records, given in order. Words and units stay those of all: what a query is read as
    /// depends on them.
    pub(crate) fn only(&self, records: &[usize]) -> Self {
        let mut only = Self {
            bits: self.bits.only(records),
            vocabulary: self.vocabulary.clone(),
            units: self.units.clone(),
            ..Self::default()
        };
        let mut groups: Vec<Option<GroupId>> = vec![None; self.groups.len()];
        for &record in records {
            only.records.push(Record {
                line: size(only.lines.len()),
                share: size(only.shares.len()),
                number: size(only.numbers.len()),
            });
            only.classes.push(self.class_of(record));
            only.numbers.extend(self.numbers_of(record));
            for line in self.own_lines(record) {
                only.take(self, line, Open::Record);
            }
            for &group in self.groups_of(record) {
                let Some(known) = groups.get_mut(group.index()) else { continue };
                let taken = *known.get_or_insert_with(|| only.take_group(self, group));
                only.shares.push(taken);
            }
        }
        only
    }

    fn take_group(&mut self, from: &Self, group: GroupId) -> GroupId {
        let start = size(self.shared_lines.len());
        for line in from.group_lines(group) {
            self.take(from, line, Open::Group);
        }
        let word = from.word_of(group).map(Into::into);
        self.groups.push(Group { lines: start..size(self.shared_lines.len()), word });
        GroupId(size(self.groups.len() - 1))
    }

    /// Takes over a line of another corpus.
    fn take(&mut self, from: &Self, line: &Line, open: Open) {
        let (span, start) = (line.span(), self.symbols.len());
        let moved = |symbol: u32| size(start + symbol as usize - span.start);
        self.symbols.extend(from.symbols.get(span.clone()).unwrap_or_default());
        self.flags.extend(from.flags.get(span.clone()).unwrap_or_default());
        let joins = from.joins.iter().skip(from.joins.partition_point(|join| join.symbol as usize <= span.start));
        let joins = joins.take_while(|join| (join.symbol as usize) < span.end);
        self.joins.extend(joins.map(|join| Join { symbol: moved(join.symbol), ..*join }));
        let origins = from.origins.iter().skip(from.origins.partition_point(|it| (it.symbol as usize) < span.start));
        // What was dropped at the end of the line before stands at the start of this one.
        let origins = origins.skip_while(|it| it.symbols() == BEHIND && it.symbol as usize == span.start);
        let origins = origins.take_while(|it| {
            (it.symbol as usize) < span.end || it.symbols() == BEHIND && it.symbol as usize == span.end
        });
        self.origins.extend(origins.map(|it| Origin { symbol: moved(it.symbol), ..*it }));
        let line = Line { from: size(start), ..*line };
        match open {
            Open::Record => self.lines.push(line),
            Open::Group => self.shared_lines.push(line),
        }
    }
}
