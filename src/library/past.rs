//! The earlier reports that stand behind the built-in one: for series and sparklines only.

use std::sync::Arc;

use super::batch::{Batch, Read};
use super::store::Library;

/// Whether the city's own past stands behind the reports that are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Past {
    /// The built-in report is open.
    BuiltIn,
    /// Other reports are open.
    #[default]
    None,
}

impl Library {
    /// Sets the past behind the series, and nowhere else. It is read from what the program brings, once.
    pub fn set_past(&mut self, past: Past) {
        if past == Past::None || self.past.is_some() {
            return;
        }
        // A fault here would be one of the program, which its tests rule out; without the past the rest stands.
        let reports = Self::built_in_past(self.lexicon().clone()).unwrap_or_default();
        let mut past = Self::empty(self.lexicon().clone());
        past.add(Batch::of(reports.into_iter().map(Read::kept).collect(), self.lexicon()));
        self.past = Some(Arc::new(past));
    }
}
