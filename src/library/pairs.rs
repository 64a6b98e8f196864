//! Result beside promise: which figures join, in what scope, and what the difference is.
//! A difference exists only where the scope is the same; it is derived, never stored.

use super::store::Library;
use super::view::EntryId;
use crate::report::{Figure, Qualifier, Scope, Years};
use crate::text::Bilingual;

/// One side of a pair: a figure, or the words of an entry that has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Side {
    /// The entry it stands in.
    pub entry: EntryId,
    /// The place of the figure in the entry; `None` for the entry's words.
    pub figure: Option<usize>,
}

impl Side {
    /// The figure of this side; `None` for words.
    pub fn figure(self, library: &Library) -> Option<&Figure> {
        library.get(self.entry)?.figures().get(self.figure?)
    }

    /// The words of this side; `None` for a figure.
    pub fn words(self, library: &Library) -> Option<&Bilingual> {
        match self.figure {
            Some(_) => None,
            None => library.get(self.entry)?.words(),
        }
    }

    /// Its place in the source.
    pub(super) const fn order(self) -> (EntryId, Option<usize>) {
        (self.entry, self.figure)
    }

    /// The years of this side: those of its figure, or for words the one that the section implies;
    /// `None` where the source does not tell.
    pub fn years(self, library: &Library) -> Option<Years> {
        match self.figure(library) {
            Some(figure) => figure.year(),
            None => library.get(self.entry)?.year().map(Years::One),
        }
    }

    /// The indicator of this side.
    pub fn indicator(self, library: &Library) -> Option<&str> {
        let entry = library.get(self.entry)?.entry();
        match self.figure {
            Some(at) => entry.figures().get(at)?.indicator(),
            None => entry.indicator(),
        }
    }
}

/// A result beside a promise, or one of them alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub(super) name: Bilingual,
    pub(super) result: Option<Side>,
    pub(super) target: Option<Side>,
    pub(super) scope: Option<Scope>,
    pub(super) why: Option<Bilingual>,
    pub(super) difference: Option<Difference>,
    pub(super) alone: Option<Alone>,
}

/// Why a figure has no partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alone {
    /// The report holds no result of its indicator for this year, the one before the report's.
    NoResult(i32),
    /// The report holds no promise of its indicator for this year, the report's own.
    NoTarget(i32),
    /// It is about these years, not the one that is paired; `None` where the source does not tell.
    Years(Option<Years>),
    /// The report holds the other year in another unit or on another basis.
    Measure,
    /// Another figure of the same indicator has the partner.
    Twice,
}

impl Pair {
    /// Why there is only one side; `None` when there are two.
    pub fn alone(&self) -> Option<Alone> {
        self.alone
    }

    /// What it is about.
    pub fn name(&self) -> &Bilingual {
        &self.name
    }

    /// What was reached in the year before.
    pub fn result(&self) -> Option<Side> {
        self.result
    }

    /// What is promised for the year.
    pub fn target(&self) -> Option<Side> {
        self.target
    }

    /// How the two relate; `None` when one is missing.
    pub fn scope(&self) -> Option<Scope> {
        self.scope
    }

    /// Why the scope is not the same.
    pub fn why(&self) -> Option<&Bilingual> {
        self.why.as_ref()
    }

    /// Target less result, only where the scope is the same.
    pub fn difference(&self) -> Option<Difference> {
        self.difference
    }
}

/// Target less result of one indicator, in its unit (points of the rate for growth and shares).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Negative when less is promised than was reached.
    pub value: f64,
    /// The target's own: against 20 以上 the distance is one to the floor.
    pub qualifier: Option<Qualifier>,
}

impl Pair {
    /// The side that names the row's place: the target, else the result.
    pub fn lead(&self) -> Option<Side> {
        self.target.or(self.result)
    }

    /// The entries of both sides, result first.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> {
        self.result.into_iter().chain(self.target).map(|side| side.entry)
    }

    /// Whether less is promised than was reached, in the same scope.
    pub fn is_below(&self) -> bool {
        self.difference.is_some_and(|difference| difference.value < 0.0)
    }
}
