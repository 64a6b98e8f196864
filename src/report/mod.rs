//! Reports as data: the model, the format on disk, the lexicon, and how result
//! and promise join. Knows nothing of screens.

mod check;
mod compare;
mod fault;
mod format;
mod gap;
mod kinds;
mod lexicon;
mod library;
mod load;
mod model;
mod origin;
mod path;
pub mod places;
mod quantity;
mod relation;
mod schema;
mod shape;
mod syntax;
mod texts;
mod validate;

pub use check::{Checked, check_reports};
pub use compare::{Alone, Difference, Pair, Side, compare, decimal_difference, pairs_of};
pub use fault::Fault;
pub use format::{EntryOnDisk, FigureOnDisk, ReportOnDisk, SectionOnDisk, SourceOnDisk, YearOnDisk};
pub use gap::Gap;
pub use kinds::{Basis, Confidence, Field, HonourKind, Level, Qualifier, Role, Scope, Tab, Years};
pub use lexicon::{IndicatorName, Lead, Lexicon, Term, Unit};
pub use library::{EntryId, EntryView, Library};
pub use load::{read_lexicon, read_reports, take_in};
pub use model::{Comparison, Entry, Figure, Honour, Report, Section, Source, year_label};
pub use origin::{Traces, origin_of};
pub use quantity::{Quantity, as_in_source, english_power, in_source_words, in_words, mark_of};
pub use relation::{relation, scope_in_words};
pub use schema::schema;
pub use shape::YEARS;
