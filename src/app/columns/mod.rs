//! The columns of the lists: measured once over a whole pane, so that nothing shifts while one
//! scrolls and a frame measures nothing.

mod compare;
mod entries;
mod honours;
mod notes;
mod overview;
mod places;
mod sections;
mod targets;
mod years;

pub use compare::CompareColumns;
pub(crate) use compare::{PairCells, PairForm, Running, Written, has_words, name_of, reason_of, side_of, tight_unit};
pub use entries::EntryColumns;
pub(crate) use entries::{COLUMNS, has_words_below};
pub use honours::HonourColumns;
pub(crate) use honours::{INDENT, medals};
pub(crate) use notes::notes_of;
pub(crate) use overview::{
    OverviewColumns, PROMISES, RateColumns, Strip, StripColumns, TallyColumns, second_of, title_of,
};
pub(in crate::app) use overview::{PastColumn, Room, Yields};
pub(crate) use places::PlaceCells;
pub use places::PlacesTable;
pub use sections::SectionColumns;
pub(crate) use sections::{Behind, EXPLAINED, NAME_INDENT, count_of, first_of};
pub(crate) use targets::{axis_of, rate_of};
pub use years::YearsTable;
pub(crate) use years::{MetColumns, UNDER, YearsCells, YearsForm, point_said, said};

/// The columns of one kind of pane.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Columns {
    /// Those of entries, for each region that the lines stand in.
    Entries(Vec<EntryColumns>),
    /// Those of the honours.
    Honours(HonourColumns),
    /// Those of the pairs.
    Compare(CompareColumns),
    /// Those of the blocks of the opening page.
    Overview(OverviewColumns),
}

impl Default for Columns {
    fn default() -> Self {
        Self::Entries(Vec::new())
    }
}
