//! Text as a terminal shows it: two languages, cells, line breaks.
//! Knows nothing of reports or screens, so that every other room may use it.

mod amount;
mod bilingual;
mod bytes;
mod cells;
mod clean;
mod kept;
mod script;
mod wrap;

pub use bilingual::{Bilingual, Label, Lang};
pub(crate) use bilingual::{grouped, several};
pub(crate) use bytes::position;
pub(crate) use cells::graphemes;
pub use cells::{Align, align, cells_of, counted, end_of, fit, fit_end, pad, start_of, width};
pub use clean::{clean, tidy};
pub use kept::DataText;
pub(crate) use kept::{cleaned, kept, perhaps_kept};
pub use script::is_han;
pub use wrap::{wrap, wrap_under};
