//! What a pane is made of: groups, items for the cursor, lines for the eye.

use crate::library::EntryId;
use crate::report::{Level, Scope};

/// What the lines of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// A section of the report in view: its place there.
    Section(usize),
    /// The honours of one level.
    Level(Level),
    /// The pairs of one scope.
    Scope(Scope),
    /// Promises without a result in the report.
    Promised,
    /// Results without a promise in the report.
    Reached,
}

impl Group {
    /// The place among the groups of a pane whose order is not that of the source.
    pub(super) const fn order(self) -> u8 {
        match self {
            Self::Level(Level::International) | Self::Scope(Scope::Same) => 0,
            Self::Level(Level::National) | Self::Scope(Scope::Similar) => 1,
            Self::Level(Level::Provincial) | Self::Scope(Scope::Different) => 2,
            Self::Promised => 3,
            Self::Reached => 4,
            Self::Section(_) => 5,
        }
    }
}

/// What the cursor can stand on, and what can be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// An entry.
    Entry(EntryId),
    /// A pair: its place in the pairs of [`crate::pages::PairIndex`].
    Pair(usize),
}

/// One row of a pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Nothing.
    Blank,
    /// The heading of a group.
    Heading(Group),
    /// What stands over the columns: the scale of the targets, the fields of the honours.
    Head,
    /// An entry with its first figure: place in the list, and whether its sub-heading is new.
    Entry(usize, bool),
    /// A further figure of an entry: place in the list, place of the figure.
    Figure(usize, usize),
    /// A row of the poster: place in the list, row of the target from 0.
    Poster(usize, u16),
    /// A row of a pair: place in the list, row from 0.
    Pair(usize, u16),
}

impl Line {
    /// The place in the list of the item that the line belongs to.
    pub const fn at(self) -> Option<usize> {
        match self {
            Self::Entry(at, _) | Self::Figure(at, _) | Self::Poster(at, _) | Self::Pair(at, _) => Some(at),
            Self::Blank | Self::Heading(_) | Self::Head => None,
        }
    }
}
