//! Reports as data: the model, the format on disk, the lexicon, and how result
//! and promise join. Knows nothing of screens.

mod compare;
mod fault;
mod format;
mod gap;
mod lexicon;
mod library;
mod load;
mod model;
mod path;
mod quantity;
mod texts;
mod validate;

pub use compare::{Difference, Pair, Side, compare};
pub use fault::Fault;
pub use gap::Gap;
pub use lexicon::{IndicatorName, Lexicon, Term, Unit};
pub use library::{EntryRef, EntryView, Library};
pub use load::{read_lexicon, read_reports};
pub use model::{
    Basis, Comparison, Confidence, Entry, Field, Figure, Honour, HonourKind, Level, Qualifier, Report, Role, Scope,
    Section, Source, Tab, Years,
};
pub use quantity::{Quantity, as_in_source, in_source_words, in_words, mark_of};
