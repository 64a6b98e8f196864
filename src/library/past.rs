//! The earlier reports that stand behind the built-in one: for series and sparklines only.

use crate::report::Library;
use crate::report::{Lexicon, Report};

/// Whether the city's own past stands behind the reports that are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Past {
    /// The built-in report is open.
    BuiltIn,
    /// Other reports are open.
    #[default]
    None,
}

impl Past {
    /// The reports of the past, read anew from what the program brings; none behind reports that were opened.
    pub fn reports(self, lexicon: &Lexicon) -> Vec<Report> {
        match self {
            // A fault here would be one of the program, which its tests rule out; without the past the rest stands.
            Self::BuiltIn => Library::built_in_past(lexicon.clone()).unwrap_or_default(),
            Self::None => Vec::new(),
        }
    }
}
