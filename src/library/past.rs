//! The earlier reports that stand behind the built-in one: for series and sparklines only.

use std::sync::Arc;

use super::batch::{Batch, Read};
use super::store::Library;
use crate::report::Lexicon;

/// Whether the city's own past stands behind the reports that are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Past {
    /// The built-in report is open.
    BuiltIn,
    /// Other reports are open.
    #[default]
    None,
}

/// The reports of the city's own past, read.
#[derive(Clone, Debug)]
pub struct PastReports(Arc<Library>);

impl PastReports {
    /// Reads what the program brings; `lexicon` is that of the library which it is to stand behind.
    pub fn read(lexicon: Lexicon) -> Self {
        // A fault here would be one of the program, which its tests rule out; without the past the rest stands.
        let reports = Library::built_in_past().unwrap_or_default();
        let mut past = Library::empty(lexicon);
        past.add(Batch::of(reports.into_iter().map(Read::kept).collect(), past.lexicon()));
        Self(Arc::new(past))
    }
}

impl Library {
    /// Sets the past behind the series, and nowhere else. It is read from what the program brings, once.
    pub fn set_past(&mut self, past: Past) {
        if past == Past::BuiltIn && !self.has_past() {
            self.take_past(PastReports::read(self.lexicon().clone()));
        }
    }

    /// The same with a past that has been read.
    pub fn take_past(&mut self, past: PastReports) {
        self.past = Some(past.0);
    }

    /// Whether a past stands behind the series.
    pub fn has_past(&self) -> bool {
        self.past.is_some()
    }
}
