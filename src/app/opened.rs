//! What is made once from a report that is opened: its pairs, its past and the scales of its bars.

use crate::library::{History, Library, ReportId};
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
    /// What its place said in other years.
    pub(super) history: History,
}

impl Opened {
    /// Opens the report at a place of the library.
    pub(super) fn new(library: &Library, report: ReportId) -> Self {
        let (pairs, scales) = (PairIndex::of(library, report), Scales::of(library, report));
        Self { report, pairs, scales, history: library.history(report) }
    }
}
