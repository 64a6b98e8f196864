//! Files to reports: folders are walked, files read, drafted and indexed by threads, and what they give comes in the
//! order of the files, the same for any number of threads.
//!
//! ```text
//! files ──> feed (cuts JSON into reports) ──> work (reads, drafts, indexes; some threads) ──> Loading (in order)
//! ```

mod again;
mod feed;
mod files;
mod loading;
mod split;
#[cfg(test)]
mod tests;
mod work;

use std::path::Path;

pub(crate) use files::{Files, find};
pub(crate) use loading::Loaded;
pub use loading::Loading;
pub(crate) use work::{Indexed, Wish, content, is_report, no_report, unreadable};

use crate::report::Fault;
use crate::text::{Bilingual, clean, fit_end};

/// The cells of a path, whose end says most; no system takes one that is much longer than a screen.
const PATH: usize = 300;

/// A path as it is told to a reader.
pub(crate) fn shown(path: &Path) -> String {
    fit_end(&clean(&path.to_string_lossy()), PATH)
}

/// What is said of a file of a folder that is no report.
pub(crate) fn passed_over(fault: &Fault) -> Bilingual {
    let line = fault.line.map_or_else(String::new, |line| format!(":{line}"));
    let (file, what) = (&fault.file, &fault.what);
    Bilingual::new(format!("略过 {file}{line}：{}。", what.zh), format!("Passed over {file}{line}: {}.", what.en))
}
