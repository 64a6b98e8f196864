//! Where a report comes from, so that it can be read again when it is asked for.

use std::fmt::Debug;
use std::sync::Arc;

use crate::report::{Fault, Report};

/// Gives one report again, whatever it was made from.
pub trait Source: Debug + Send + Sync {
    /// The report as it was.
    ///
    /// # Errors
    /// One fault: the file cannot be read any more, or has changed since.
    fn read(&self) -> Result<Arc<Report>, Box<Fault>>;

    /// The file, as the user knows it; `None` for what the program brings and for what stays in memory.
    fn file(&self) -> Option<&str>;
}

/// A report that stays in memory: the built-in one, standard input.
#[derive(Debug)]
pub struct Kept {
    report: Arc<Report>,
    file: Option<String>,
}

impl Kept {
    /// Keeps `report`, which was read from `file`.
    pub fn new(report: Arc<Report>, file: Option<String>) -> Self {
        Self { report, file }
    }
}

impl Source for Kept {
    fn read(&self) -> Result<Arc<Report>, Box<Fault>> {
        Ok(Arc::clone(&self.report))
    }

    fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }
}
