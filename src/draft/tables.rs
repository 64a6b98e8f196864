//! The tables of `assets/draft`, read once: what a person can correct without touching a rule.

mod rows;

use std::sync::LazyLock;

use super::passed::Reason;
use super::scan::begins_anything;
use super::wordlists::List;
use super::words::{CharSet, Words};
use crate::report::Qualifier;
#[cfg(test)]
pub(super) use rows::LISTS;
use rows::{cell, change, indicators, lines, lists, opening, pairs, part, qualifiers, reason, rows, unit};

/// What kind of quantity a unit makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Money: a level.
    Money,
    /// Length, area, mass, capacity: a level.
    Measure,
    /// A count word.
    Count,
    /// A noun that is counted without a count word (5县).
    Noun,
    /// A length of time.
    Time,
    /// Percent and per mille.
    Ratio,
    /// Percentage points.
    Points,
    /// Times.
    Multiple,
    /// No unit.
    Bare,
}

/// One unit.
pub(super) struct Unit {
    pub(super) zh: &'static str,
    pub(super) kind: Kind,
    pub(super) en: &'static str,
    /// One of these must stand before the number.
    pub(super) before: Vec<&'static str>,
    /// None of these may follow.
    pub(super) not: Vec<&'static str>,
    /// When such a size only says which kind is meant.
    pub(super) sizes: Sizes,
}

/// When a size of a unit only says which kind is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sizes {
    /// The unit does not tell.
    Open,
    /// Always: 500千伏变电站.
    Always,
    /// As a range: 0—6岁儿童.
    Ranges,
    /// Unless a lapse of time is measured: 24小时便利店.
    Hours,
    /// Unless the days of a procedure or of good air are counted.
    Days,
}

/// What a word before a percentage says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// A growth rate.
    Up,
    /// A growth rate, and negative.
    Down,
    /// A level or a share, whatever the verb.
    Reach,
}

/// A word that hedges a quantity.
pub(super) struct Hedge {
    pub(super) qualifier: Qualifier,
    /// With one of these before it the word is part of another one.
    pub(super) not: Vec<&'static str>,
    pub(super) only: Only,
}

/// What a qualifier's word asks of its quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Only {
    /// Nothing.
    Any,
    /// A sum in 万, 亿 and so on.
    Scaled,
    /// No percentage points, and no share that is compared with that of the country or the province.
    Level,
    /// What follows it says where it moves.
    Moving,
}

/// Where a qualifier stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Before the number.
    Before,
    /// After it.
    After,
    /// Before what is done with it.
    Reaching,
}

/// What a word that opens the wording of a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// Scope, time and manner: dropped everywhere.
    Frame,
    /// What was done: dropped from a name, kept in a title.
    Act,
    /// Turns the sense: kept.
    Sense,
}

/// All tables.
pub(super) struct Tables {
    pub(super) units: Words<Unit>,
    /// Words before a percentage.
    pub(super) changes: Words<Change>,
    pub(super) before: Words<Hedge>,
    pub(super) after: Words<Hedge>,
    /// Words before the act that stands before the number.
    pub(super) reaching: Words<Hedge>,
    pub(super) leading: Words<Opening>,
    /// Beginnings that look like leading words and are part of the name.
    pub(super) kept: Words<()>,
    /// Endings that make a leading word part of a name (建设|用地).
    pub(super) endings: Words<()>,
    pub(super) trailing: Words<()>,
    pub(super) cuts: Words<()>,
    pub(super) generic: Words<()>,
    pub(super) aspects: Words<()>,
    pub(super) fixed: Words<()>,
    /// The characters with which a number may begin, or what holds one.
    pub(super) counting: CharSet,
    pub(super) parts: Words<PartWord>,
    pub(super) flows: Words<()>,
    /// What a target says in words, with its English.
    pub(super) pledges: Words<&'static str>,
    /// What a thing costs or measures, said between its number and its name.
    pub(super) sums: Words<()>,
    /// Wordings that are of two things (城乡居民), each with the two.
    pub(super) pairs: Words<[&'static str; 2]>,
    pub(super) indicators: Words<Indicator>,
    /// Words behind a number without a unit that tell why it is no quantity.
    pub(super) passed: Words<Reason>,
    /// By the number of the list.
    lists: Vec<Words<()>>,
}

/// What a wording of a heading or a sentence says of its part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum PartWord {
    /// Looks back.
    Review,
    /// Looks ahead.
    Planning,
    /// Names the targets.
    Targets,
    /// Names the tasks.
    Tasks,
    /// On the government itself: tasks.
    Government,
    /// Covers several years.
    Period,
    /// Behind the closing.
    Notes,
}

/// An indicator by one of its wordings.
pub(super) struct Indicator {
    pub(super) id: &'static str,
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
    /// What makes it another indicator when it stands in the name too.
    pub(super) not: Vec<&'static str>,
    /// Where the wording counts.
    pub(super) scope: Wording,
}

/// Where a wording of an indicator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wording {
    /// Everywhere.
    Anywhere,
    /// As the whole name only.
    Whole,
    /// As the whole name in a sentence of targets.
    TargetOnly,
    /// For a level that was reached.
    Stock,
}

/// The tables of the program.
pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);

impl Tables {
    fn read() -> Self {
        let plain = |text| Words::new(lines(text).map(|word| (word, ())));
        let fixed = plain(include_str!("../../assets/draft/fixed.txt"));
        let counting = |c| begins_anything(c) || fixed.may_begin(c);
        Self {
            units: Words::new(rows(include_str!("../../assets/draft/units.tsv")).filter_map(|row| unit(&row))),
            changes: Words::new(pairs(include_str!("../../assets/draft/changes.tsv"), change)),
            before: qualifiers(Place::Before),
            after: qualifiers(Place::After),
            reaching: qualifiers(Place::Reaching),
            leading: Words::new(pairs(include_str!("../../assets/draft/leading.tsv"), opening)),
            kept: plain(include_str!("../../assets/draft/kept.txt")),
            endings: plain(include_str!("../../assets/draft/endings.txt")),
            trailing: plain(include_str!("../../assets/draft/trailing.txt")),
            cuts: plain(include_str!("../../assets/draft/cuts.txt")),
            generic: plain(include_str!("../../assets/draft/generic.txt")),
            aspects: plain(include_str!("../../assets/draft/aspects.txt")),
            counting: CharSet::of(counting),
            fixed,
            parts: Words::new(pairs(include_str!("../../assets/draft/parts.tsv"), part)),
            flows: plain(include_str!("../../assets/draft/flows.txt")),
            pledges: Words::new(
                rows(include_str!("../../assets/draft/pledges.tsv")).map(|row| (cell(&row, 0), cell(&row, 1))),
            ),
            sums: plain(include_str!("../../assets/draft/sums.txt")),
            pairs: Words::new(
                rows(include_str!("../../assets/draft/pairs.tsv"))
                    .map(|row| (cell(&row, 0), [cell(&row, 1), cell(&row, 2)])),
            ),
            indicators: indicators(),
            passed: Words::new(pairs(include_str!("../../assets/draft/passed.tsv"), reason)),
            lists: lists(),
        }
    }

    /// The words of a list.
    pub(super) fn list(&self, list: List) -> &Words<()> {
        // There is one for each list: a list that is missing has no words.
        static NONE: LazyLock<Words<()>> = LazyLock::new(|| Words::new(std::iter::empty()));
        self.lists.get(list as usize).unwrap_or(&NONE)
    }
}

#[cfg(test)]
impl Tables {
    /// The rows that no sentence has met so far, each with its table.
    pub(super) fn unused(&self) -> Vec<String> {
        let tables = [
            ("units", self.units.unused()),
            ("changes", self.changes.unused()),
            ("before", self.before.unused()),
            ("after", self.after.unused()),
            ("reaching", self.reaching.unused()),
            ("leading", self.leading.unused()),
            ("kept", self.kept.unused()),
            ("endings", self.endings.unused()),
            ("trailing", self.trailing.unused()),
            ("cuts", self.cuts.unused()),
            ("generic", self.generic.unused()),
            ("aspects", self.aspects.unused()),
            ("fixed", self.fixed.unused()),
            ("parts", self.parts.unused()),
            ("flows", self.flows.unused()),
            ("pledges", self.pledges.unused()),
            ("sums", self.sums.unused()),
            ("pairs", self.pairs.unused()),
            ("indicators", self.indicators.unused()),
            ("passed", self.passed.unused()),
        ];
        let rows = |(table, words): (&str, Vec<String>)| {
            words.into_iter().map(move |word| format!("{table}: {word}")).collect::<Vec<_>>()
        };
        tables.into_iter().flat_map(rows).collect()
    }
}
