//! What a pane is made of: groups, items for the cursor, lines for the eye.

use crate::library::EntryId;
use crate::report::{Level, Scope};
use crate::text::Label;

/// What the lines of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// A block of the opening page.
    Block(Block),
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
            Self::Section(_) | Self::Block(_) => 5,
        }
    }
}

/// A block of the opening page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// What is expected of the year, beside the result of the year before.
    Targets,
    /// How fast things grew in the year before, the fastest first.
    Growth,
    /// Where the tasks carry numbers.
    Tasks,
    /// What was recognised, by level.
    Honours,
    /// Which way the promises point.
    Promises,
}

impl Block {
    /// All blocks in the order in which they stand below each other.
    pub const ALL: [Self; 5] = [Self::Targets, Self::Growth, Self::Tasks, Self::Honours, Self::Promises];

    /// The place among all blocks, from 0.
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|&block| block == self).unwrap_or_default()
    }
}

/// Which way a promise points from the result of the year before, in the same scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// The promise is lower.
    Below,
    /// The promise is higher.
    Above,
    /// Both are equal.
    Equal,
}

impl Way {
    /// All ways in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Below, Self::Above, Self::Equal];

    /// The name in the state file.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::Above => "above",
            Self::Equal => "equal",
        }
    }

    /// The name on the opening page.
    pub const fn label(self) -> Label {
        match self {
            Self::Below => Label::new("低于上年结果", "Below the result"),
            Self::Above => Label::new("高于上年结果", "Above the result"),
            Self::Equal => Label::new("与上年持平", "Equal to the result"),
        }
    }

    /// The way of a difference, promise less result.
    pub fn of(difference: f64) -> Self {
        match difference {
            less if less < 0.0 => Self::Below,
            more if more > 0.0 => Self::Above,
            _ => Self::Equal,
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
    /// All entries of a section of the report in view: its place there.
    Section(usize),
    /// All honours of a level.
    Level(Level),
    /// All pairs of the same scope that point one way.
    Way(Way),
    /// A row of the years, of the places or of the reports: its place among those that are shown.
    Row(usize),
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
    /// What has no room in the row of an entry, its name or its words: place in the list, row from 1.
    Below(usize, u16),
    /// A row of the poster: place in the list, row of the target from 0.
    Poster(usize, u16),
    /// A further figure of a target in the poster: place in the list, place of the figure.
    PosterFigure(usize, usize),
    /// A row of a pair: place in the list, row from 0.
    Pair(usize, u16),
    /// A row of a line of the opening page: place in the list, row from 0.
    Door(usize, u16),
    /// The lines of a block that have no room: place of the first one in the list, how many there are.
    More(usize, usize),
}

impl Line {
    /// The place in the list of the item that the line belongs to.
    pub const fn at(self) -> Option<usize> {
        match self {
            Self::Entry(at, _)
            | Self::Figure(at, _)
            | Self::Below(at, _)
            | Self::Poster(at, _)
            | Self::PosterFigure(at, _)
            | Self::Pair(at, _)
            | Self::Door(at, _)
            | Self::More(at, _) => Some(at),
            Self::Blank | Self::Heading(_) | Self::Head => None,
        }
    }
}
