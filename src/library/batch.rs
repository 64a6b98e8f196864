//! Reports as they are read, before a library takes them in.

use std::sync::Arc;

use super::head::{Head, Kind};
use super::mentions::Mentioned;
use super::rows::{Builder, Rows};
use super::source::{Kept, Source};
use crate::report::{Lexicon, Report};
use crate::text::Bilingual;

/// A report that was read, as a library takes it in.
#[derive(Clone, Debug)]
pub struct Read {
    /// The report.
    pub report: Arc<Report>,
    /// What it was read from.
    pub kind: Kind,
    /// Where it can be read again.
    pub source: Arc<dyn Source>,
    /// What its reading left open.
    pub doubts: Vec<Bilingual>,
    /// How often it mentions what was asked for, where that was counted.
    pub mentioned: Option<Mentioned>,
}

impl Read {
    /// A report of format 1 that stays in memory.
    pub fn kept(report: Report) -> Self {
        let report = Arc::new(report);
        let source = Arc::new(Kept::new(Arc::clone(&report), None));
        Self { report, kind: Kind::Data, source, doubts: Vec::new(), mentioned: None }
    }
}

/// Reports that were read together, with what is kept of them.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    pub(super) heads: Vec<Head>,
    pub(super) rows: Arc<Rows>,
    pub(super) read: Vec<Read>,
}

impl Batch {
    /// Makes heads and rows of some reports; `lexicon` knows the words for parts of a place.
    pub fn of(read: Vec<Read>, lexicon: &Lexicon) -> Self {
        let mut rows = Builder::default();
        for read in &read {
            rows.add(&read.report, lexicon);
        }
        let heads = read.iter().map(Head::of).collect();
        Self { heads, rows: Arc::new(rows.finish()), read }
    }
}
