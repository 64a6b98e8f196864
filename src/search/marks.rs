//! Which shown characters of a record a query matched. Made only for what is shown.

use std::ops::Range;

use super::Tier;
use super::corpus::{Corpus, Tag};
use super::matching::{Match, best, spread};
use super::query::{Plan, Word};
use super::scan::reading;

/// Matched characters of a shown text of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What the text is called.
    pub tag: Tag,
    /// Half-open, in Unicode scalars of the field.
    pub range: Range<usize>,
}

/// The characters of the record that match, every word at its best place, in the order of the text.
pub(crate) fn spots(corpus: &Corpus, plan: &Plan, record: usize) -> Vec<Spot> {
    let Some((_, words)) = reading(corpus, plan, record) else {
        return Vec::new();
    };
    let found = words.iter().filter_map(|word| Some((word, best(corpus, word, record)?)));
    let mut placed: Vec<((usize, usize), Spot)> = found.flat_map(|(word, found)| shown(corpus, word, &found)).collect();
    placed.sort_by_key(|(part, spot)| (*part, spot.range.start, spot.range.end));
    placed.dedup_by(|(next_part, next), (part, spot)| {
        let joins = next_part == part && next.range.start <= spot.range.end;
        if joins {
            spot.range.end = spot.range.end.max(next.range.end);
        }
        joins
    });
    placed.into_iter().map(|(_, spot)| spot).collect()
}

/// The shown characters of a match, each with the place of its line and its part.
fn shown(corpus: &Corpus, word: &Word, found: &Match) -> Vec<((usize, usize), Spot)> {
    if !found.line.style.is_shown() {
        return Vec::new();
    }
    let text = corpus.symbols.get(found.from..).unwrap_or_default();
    if found.grade.tier() == Tier::Fuzzy {
        let places = spread(text, &word.symbols).map(|place| found.from + place);
        places.flat_map(|place| scalars(corpus, found, place..place + 1)).collect()
    } else {
        scalars(corpus, found, found.from..found.from + found.count)
    }
}

/// The scalars that a stretch of symbols is shown as, in each part of the line.
fn scalars(corpus: &Corpus, found: &Match, place: Range<usize>) -> Vec<((usize, usize), Spot)> {
    let mut spots = Vec::new();
    for part in corpus.parts_of(&found.line) {
        let shown = corpus.shown(&part);
        let inside = |symbols: &Range<usize>| symbols.start < place.end && place.start < symbols.end;
        let marked = |symbols: &Range<usize>| !symbols.is_empty() && inside(symbols);
        let first = shown.iter().position(|scalar| marked(&scalar.symbols));
        let last = shown.iter().rposition(|scalar| marked(&scalar.symbols));
        if let (Some(first), Some(last)) = (first, last) {
            let range = first + part.shift..last + 1 + part.shift;
            spots.push(((found.number, part.start()), Spot { tag: part.tag, range }));
        }
    }
    spots
}
