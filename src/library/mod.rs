//! Many reports: heads and rows of all of them, the reports themselves as they are asked for, and what joins:
//! result and promise of one report, an indicator over places and years.

mod asked;
mod batch;
mod gap;
mod head;
mod joins;
mod mentions;
mod of_place;
mod pairs;
mod past;
mod point;
mod relation;
mod rows;
mod series;
mod shelf;
mod source;
mod store;
mod view;

pub use asked::Asked;
pub use batch::{Batch, Read};
pub use gap::Gap;
pub use head::{Head, Kind};
pub use joins::{compare, decimal_difference, pairs_of};
pub use mentions::{Mentioned, Mentions};
pub use of_place::{History, indicators_of};
pub use pairs::{Alone, Difference, Pair, Side};
pub use past::{Past, PastReports};
pub use point::{Point, Said};
pub use relation::{relation, scope_in_words};
pub use series::{Rivals, Series, SeriesYear, Twice};
pub(crate) use shelf::threads;
pub use source::{Kept, Source};
pub(crate) use store::numbered;
pub use store::{Clash, Library};
pub use view::{EntryId, EntryView, ReportId};
