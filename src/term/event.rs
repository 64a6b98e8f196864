//! What the threads send to the loop.

use crossterm::event::Event as Input;

use crate::app::{Outcome, SearchNews};
use crate::library::PastReports;
use crate::loader::Loaded;

/// What can happen to the browser from outside.
#[derive(Debug)]
pub(super) enum Event {
    /// Keys, pastes and the mouse that came together.
    Input(Vec<Input>),
    /// The window may have another size.
    #[cfg(unix)]
    Resized,
    /// What came of something that the loop did not wait for.
    Done(Outcome),
    /// What a thread has to tell of the search.
    Search(SearchNews),
    /// The next reports, and how many there will be.
    Loaded(Box<Loaded>, usize),
    /// The past of the built-in report has been read.
    Past(PastReports),
    /// All reports have been read.
    AllLoaded,
    /// A signal that ends the program.
    #[cfg(unix)]
    Signal(i32),
    /// A signal that stops it for a while.
    #[cfg(unix)]
    Suspend,
    /// The program goes on after it was stopped, perhaps by another than itself.
    #[cfg(unix)]
    Continue,
    /// The terminal gives no more input.
    Gone,
}
