//! Reports as they are read, before a library takes them in.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

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
    pub(super) rows: Arc<LateRows>,
    pub(super) read: Vec<Read>,
}

impl Batch {
    /// Makes heads and rows of some reports; `lexicon` knows the words for parts of a place.
    pub fn of(read: Vec<Read>, lexicon: &Lexicon) -> Self {
        let rows = rows_of(read.iter().map(|read| &*read.report), lexicon);
        Self::with(LateRows { reports: read.len(), made: rows.into(), from: None }, read)
    }

    /// The same of reports that stay in memory, whose rows can wait until they are asked for.
    pub fn kept(reports: Vec<Report>, lexicon: &Arc<Lexicon>) -> Self {
        let read: Vec<Read> = reports.into_iter().map(Read::kept).collect();
        let from = (read.iter().map(|read| Arc::clone(&read.report)).collect(), Arc::clone(lexicon));
        Self::with(LateRows { reports: read.len(), made: OnceLock::new(), from: Some(from) }, read)
    }

    fn with(rows: LateRows, read: Vec<Read>) -> Self {
        Self { heads: read.iter().map(Head::of).collect(), rows: Arc::new(rows), read }
    }
}

/// The rows of some reports, made when they are first asked for: the first screen has no use for them.
#[derive(Debug, Default)]
pub(super) struct LateRows {
    /// The number of reports.
    pub(super) reports: usize,
    made: OnceLock<Rows>,
    /// What they are made from, where that waits.
    from: Option<(Vec<Arc<Report>>, Arc<Lexicon>)>,
}

impl Deref for LateRows {
    type Target = Rows;

    fn deref(&self) -> &Rows {
        self.made.get_or_init(|| match &self.from {
            Some((reports, lexicon)) => rows_of(reports.iter().map(|report| &**report), lexicon),
            None => Rows::default(),
        })
    }
}

fn rows_of<'a>(reports: impl Iterator<Item = &'a Report>, lexicon: &Lexicon) -> Rows {
    let mut rows = Builder::default();
    for report in reports {
        rows.add(report, lexicon);
    }
    rows.finish()
}
