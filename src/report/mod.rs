//! Reports as data: the model, the format on disk, the lexicon, the wording of figures. Knows nothing of screens.

mod check;
mod fault;
mod figure;
mod format;
mod kinds;
mod late;
mod lexicon;
mod load;
mod model;
mod origin;
mod path;
pub mod places;
mod quantity;
mod schema;
mod shape;
mod syntax;
mod texts;
mod validate;

pub use check::{Checked, check_reports};
pub use fault::Fault;
pub use figure::Figure;
pub use format::{EntryOnDisk, FigureOnDisk, ReportOnDisk, SectionOnDisk, SourceOnDisk, YearOnDisk};
pub use kinds::{Basis, Confidence, Field, HonourKind, Level, Qualifier, Role, Scope, Tab, Years};
pub use lexicon::{IndicatorName, Lead, Lexicon, Term, Unit};
pub use load::{Accepted, read_lexicon, read_reports, take_one};
pub(crate) use load::{built_in_lexicon, built_in_past, built_in_report, read_checked, read_one, reread};
pub use model::{Comparison, Entry, Honour, Report, Section, Source, year_label};
pub use origin::{Traces, origin_of};
pub use quantity::{Quantity, as_in_source, english_power, in_words, mark_of};
pub(crate) use quantity::{Said, said};
pub use schema::schema;
pub use shape::YEARS;
