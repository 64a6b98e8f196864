//! How the rows of the tables are read: what stands in each cell, and what its words mean.

use super::super::passed::Reason;
use super::super::wordlists::List;
use super::super::words::Words;
use super::{Change, Hedge, Indicator, Kind, Only, Opening, PartWord, Place, Sizes, Unit, Wording};
use crate::report::Qualifier;

/// The files of lists.
pub(in super::super) const LISTS: [&str; 4] = [
    include_str!("../../../assets/draft/lists/numbers.tsv"),
    include_str!("../../../assets/draft/lists/figures.tsv"),
    include_str!("../../../assets/draft/lists/names.tsv"),
    include_str!("../../../assets/draft/lists/outline.tsv"),
];

/// The words of every list.
pub(super) fn lists() -> Vec<Words<()>> {
    let mut found: Vec<Vec<(&'static str, ())>> = List::ALL.iter().map(|_| Vec::new()).collect();
    for row in LISTS.into_iter().flat_map(rows) {
        let at = List::ALL.iter().position(|list| list.name() == cell(&row, 1));
        if let Some(words) = at.and_then(|at| found.get_mut(at)) {
            words.push((cell(&row, 0), ()));
        }
    }
    found.into_iter().map(|words| Words::new(words.into_iter())).collect()
}

pub(super) fn reason(word: &str) -> Option<Reason> {
    match word {
        "date" => Some(Reason::Date),
        "list" => Some(Reason::List),
        "ordinal" => Some(Reason::Ordinal),
        "grade" => Some(Reason::Grade),
        "road" => Some(Reason::Road),
        "version" => Some(Reason::Version),
        "generation" => Some(Reason::Generation),
        "age" => Some(Reason::Age),
        "code" => Some(Reason::Code),
        "name" => Some(Reason::Name),
        "phrase" => Some(Reason::Phrase),
        "class" => Some(Reason::Class),
        "time" => Some(Reason::Time),
        "damaged" => Some(Reason::Damaged),
        _ => None,
    }
}

/// The lines of a table without its comments.
pub(super) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The rows of a table, cell by cell.
pub(super) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(text).map(|line| line.split('\t').collect())
}

pub(super) fn cell(row: &[&'static str], at: usize) -> &'static str {
    row.get(at).copied().unwrap_or_default()
}

fn listed(text: &'static str) -> Vec<&'static str> {
    text.split('|').filter(|word| !word.is_empty()).collect()
}

/// The words of a table of two columns, with what the second means.
pub(super) fn pairs<T>(
    text: &'static str,
    meaning: impl Fn(&str) -> Option<T>,
) -> impl Iterator<Item = (&'static str, T)> {
    rows(text).filter_map(move |row| meaning(cell(&row, 1)).map(|told| (cell(&row, 0), told)))
}

pub(super) fn unit(row: &[&'static str]) -> Option<(&'static str, Unit)> {
    let kind = match cell(row, 1) {
        "money" => Kind::Money,
        "measure" => Kind::Measure,
        "count" => Kind::Count,
        "noun" => Kind::Noun,
        "time" => Kind::Time,
        "ratio" => Kind::Ratio,
        "points" => Kind::Points,
        "multiple" => Kind::Multiple,
        _ => return None,
    };
    let sizes = match cell(row, 5) {
        "" => Sizes::Open,
        "always" => Sizes::Always,
        "range" => Sizes::Ranges,
        "hours" => Sizes::Hours,
        "days" => Sizes::Days,
        _ => return None,
    };
    let zh = cell(row, 0);
    Some((zh, Unit { zh, kind, en: cell(row, 2), before: listed(cell(row, 3)), not: listed(cell(row, 4)), sizes }))
}

pub(super) fn change(word: &str) -> Option<Change> {
    match word {
        "up" => Some(Change::Up),
        "down" => Some(Change::Down),
        "reach" => Some(Change::Reach),
        _ => None,
    }
}

pub(super) fn opening(word: &str) -> Option<Opening> {
    match word {
        "frame" => Some(Opening::Frame),
        "act" => Some(Opening::Act),
        "sense" => Some(Opening::Sense),
        _ => None,
    }
}

pub(super) fn part(word: &str) -> Option<PartWord> {
    match word {
        "review" => Some(PartWord::Review),
        "planning" => Some(PartWord::Planning),
        "targets" => Some(PartWord::Targets),
        "tasks" => Some(PartWord::Tasks),
        "government" => Some(PartWord::Government),
        "period" => Some(PartWord::Period),
        "notes" => Some(PartWord::Notes),
        _ => None,
    }
}

fn only(word: &str) -> Option<Only> {
    match word {
        "" => Some(Only::Any),
        "scaled" => Some(Only::Scaled),
        "level" => Some(Only::Level),
        "moving" => Some(Only::Moving),
        _ => None,
    }
}

pub(super) fn qualifiers(place: Place) -> Words<Hedge> {
    let wanted = match place {
        Place::Before => "before",
        Place::After => "after",
        Place::Reaching => "reaching",
    };
    let table = rows(include_str!("../../../assets/draft/qualifiers.tsv"));
    Words::new(table.filter(|row| cell(row, 1) == wanted).filter_map(|row| {
        let qualifier = Qualifier::ALL.into_iter().find(|qualifier| qualifier.id() == cell(&row, 2))?;
        Some((cell(&row, 0), Hedge { qualifier, not: listed(cell(&row, 3)), only: only(cell(&row, 4))? }))
    }))
}

pub(super) fn indicators() -> Words<Indicator> {
    let table = rows(include_str!("../../../assets/draft/indicators.tsv"));
    Words::new(table.map(|row| {
        let scope = match cell(&row, 4) {
            "whole" => Wording::Whole,
            "target" => Wording::TargetOnly,
            "stock" => Wording::Stock,
            _ => Wording::Anywhere,
        };
        let indicator =
            Indicator { id: cell(&row, 1), zh: cell(&row, 2), en: cell(&row, 3), not: listed(cell(&row, 5)), scope };
        (cell(&row, 0), indicator)
    }))
}
