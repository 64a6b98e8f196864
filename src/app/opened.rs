//! What is made once from a report that is opened: its pairs and the scales of its bars.

use crate::library::Library;
use crate::library::ReportId;
use crate::pages::{PairIndex, Scales};

/// A report that a pane, a page or the details of a hit is written from.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    /// Its name in the library.
    pub(super) report: ReportId,
    /// Which of its figures join.
    pub(super) pairs: PairIndex,
    /// The scales that its bars share.
    pub(super) scales: Scales,
}

impl Opened {
    /// Opens the report at a place of the library.
    pub(super) fn new(library: &Library, report: ReportId) -> Self {
        Self { report, pairs: PairIndex::of(library, report), scales: Scales::of(library, report) }
    }
}
