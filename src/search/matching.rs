//! Compares one word with one record and says how well it matches, and where.
//! The cost orders the matches of a tier; it is cheap, because a million records may want it.

use super::Tier;
use super::corpus::{Corpus, GroupId, Line, Part, Style, Weight};
use super::field::{Field, NOTE};
use super::fold::Symbol;
use super::grade::{Grade, Rank};
use super::line_text::{Found, Text};
use super::number::Number;
use super::word::{Origin, Word};
use crate::text::Lang;

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

/// What is known of a word while the records of a corpus are compared with it.
pub(crate) struct Memo {
    /// With what a word of a line must open.
    opening: Option<Symbol>,
    /// How it matches the groups, each compared once for all records that share it.
    groups: Vec<Compared>,
}

/// What is known of a group.
#[derive(Clone, Copy)]
enum Compared {
    NotYet,
    Found(Grade),
    Nothing,
}

impl Memo {
    /// A memo in which no group has been compared.
    pub(crate) fn of(corpus: &Corpus, word: &Word) -> Self {
        Self { opening: word.opening(), groups: vec![Compared::NotYet; corpus.group_count()] }
    }

    fn grade(&mut self, corpus: &Corpus, word: &Word, group: GroupId) -> Option<Grade> {
        let known = self.groups.get_mut(group.index())?;
        if matches!(known, Compared::NotYet) {
            let found = among(corpus, word, self.opening, corpus.group_lines(group));
            *known = found.map_or(Compared::Nothing, Compared::Found);
        }
        if let Compared::Found(grade) = known { Some(*grade) } else { None }
    }
}

/// How well the word matches the record.
pub(crate) fn grade(corpus: &Corpus, word: &Word, record: usize, memo: &mut Memo) -> Option<Grade> {
    // Most words are no numbers.
    let number = if word.quantities.is_empty() { None } else { number(corpus, word, record).map(|(grade, _)| grade) };
    if word.origin == Origin::Name {
        return number;
    }
    let mut best = better(number, among(corpus, word, memo.opening, corpus.own_lines(record)));
    for &group in corpus.groups_of(record) {
        best = better(best, memo.grade(corpus, word, group));
    }
    best
}

/// The better of two grades.
#[inline]
pub(crate) fn better(one: Option<Grade>, other: Option<Grade>) -> Option<Grade> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// The best match of some lines; `opening` is that of the word.
fn among(corpus: &Corpus, word: &Word, opening: Option<Symbol>, lines: &[Line]) -> Option<Grade> {
    let mut best: Option<Grade> = None;
    for line in lines {
        if let Some(limit) = worth(line, best)
            && opening.is_none_or(|opening| possible(word, opening, line).is_some_and(|tier| tier <= limit))
        {
            best = better(best, in_line(corpus, word, line, limit).map(|(grade, _)| grade));
        }
    }
    best
}

/// The worst tier in which a match of the line would still be better than the best one so far. A line that counts
/// less than the one of the best match must match in a better tier.
fn worth(line: &Line, best: Option<Grade>) -> Option<Tier> {
    let Some(best) = best else {
        return Some(Tier::Fuzzy);
    };
    let tier = best.tier();
    let least = Grade::new(Rank::of(tier, true), weighed(line.weight()));
    if least < best { Some(tier) } else { tier.better() }
}

/// The best tier in which a word that must open one of the line may stand there; `None` where none opens so.
fn possible(word: &Word, opening: Symbol, line: &Line) -> Option<Tier> {
    let openings = line.openings;
    if openings.may_hold(opening) {
        // Of a longer word it is the beginning.
        let begins = word.symbols.len() == 1 && !openings.stands_alone();
        Some(if begins { Tier::Prefix } else { Tier::Exact })
    } else {
        word.machine.as_ref().filter(|_| openings.may_read(opening)).map(|machine| machine.best().tier())
    }
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
        let from = line.span().start + found.from();
        let found = Match { grade, at: At::Text(Place { line: *line, number, group, from, count: found.count() }) };
        if best.is_none_or(|best| grade < best.grade) {
            best = Some(found);
        }
        if line.style().is_shown() && shown.is_none_or(|shown| grade < shown.grade) {
            shown = Some(found);
        }
    }
    let best = best.map(|best| match shown {
        Some(shown) if shown.grade.tier() == best.grade.tier() => Match { grade: best.grade, ..shown },
        _ => best,
    });
    // Of two in one tier the text says more closely what was typed.
    let closer = |text: Match| number.is_none_or(|number| text.grade.tier() <= number.grade.tier());
    let grade = best.into_iter().chain(number).map(|found| found.grade).min()?;
    best.filter(|&text| closer(text)).or(number).map(|found| Match { grade, ..found })
}

/// The number of the record that the word means.
fn number(corpus: &Corpus, word: &Word, record: usize) -> Option<(Grade, Number)> {
    let named = |number: &Number| {
        let tag = Field::FigureName(number.figure, Lang::Zh).tag();
        let text = corpus.own_lines(record).iter().find(|line| line.style() == Style::Name && line.tag == tag);
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
#[inline]
fn in_line(corpus: &Corpus, word: &Word, line: &Line, limit: Tier) -> Option<(Grade, Found)> {
    let text = Text::new(corpus, line)?;
    let mut found = text.find(word, limit)?;
    if let Some(typed) = &word.typed
        && found.tier == Tier::Normalised
        && corpus.parts_of(line).any(|part| shows(corpus, &part, typed))
    {
        found.tier = Tier::Exact;
    }
    let whole = found.count() == text.symbols.len();
    if line.style() == Style::Hidden && word.origin == Origin::Part && !whole {
        return None;
    }
    if line.style() == Style::Hidden || word.origin != Origin::Typed {
        found.tier = found.tier.max(Tier::Normalised);
    }
    let named = line.weight() < NOTE && (line.style() != Style::Hidden || whole);
    // A unit is read out everywhere: it comes last.
    let read_unit = line.style() == Style::Quantity && found.tier > Tier::Prefix;
    let weight = if read_unit { 15 } else { line.weight() };
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

/// What the weight of a line adds to the cost of its matches.
fn weighed(weight: Weight) -> u32 {
    u32::from(weight.min(15)) << 16
}

/// Whole syllables before unfinished ones, titles before notes, a whole line before its start,
/// its start before its middle, short lines before long ones, early before late.
fn cost(found: &Found, weight: Weight, length: usize) -> u32 {
    let few = |number: usize| u32::try_from(number.min(127)).unwrap_or(127);
    u32::from(found.slips) << 21
        | u32::from(found.unfinished) << 20
        | weighed(weight)
        | u32::from(found.count() < length) << 15
        | u32::from(found.from() > 0) << 14
        | few(length) << 7
        | few(found.from())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::library::Library;
    use crate::search::Index;
    use crate::search::query::Resort;

    /// Every way in which a line can be found, and each where another line of the record is found better.
    const QUERIES: [&str; 14] =
        ["5", "gb", "zh", "an", "5g", "gao", "gaob", "bznt", "标准", "car", "tourist", "高标zhun", "gorwth", "g标"];

    /// What is passed over on the way, because a better line is known or because no word of the line begins so,
    /// holds nothing better.
    #[test]
    fn no_line_that_is_passed_over_is_the_best() {
        let library = Library::built_in().expect("the built-in report is whole");
        let index = Index::new(&library);
        let (corpus, _) = index.corpus(0).expect("it has a segment");
        let every = |word: &Word, lines: &[Line]| {
            lines.iter().filter_map(|line| in_line(corpus, word, line, Tier::Fuzzy)).map(|(grade, _)| grade).min()
        };
        let titles = library.entries().flat_map(|entry| Lang::ALL.map(|lang| entry.title().get(lang).to_lowercase()));
        let single: BTreeSet<String> =
            titles.flat_map(|title| title.chars().map(String::from).collect::<Vec<_>>()).collect();
        let queries = QUERIES.into_iter().chain(single.iter().map(String::as_str));
        for (query, resort) in queries.flat_map(|query| Resort::ALL.map(|resort| (query, resort))) {
            let plan = index.plan(query, resort);
            for word in plan.readings.iter().flat_map(|way| &way.words) {
                for record in 0..corpus.len() {
                    let lines = corpus.own_lines(record);
                    assert_eq!(
                        among(corpus, word, word.opening(), lines),
                        every(word, lines),
                        "{query}, record {record}"
                    );
                }
            }
        }
    }
}
