//! The terminal: entered, left in every way a program can end, and drawn to when
//! something happens. The only user of crossterm's output.

mod event;
mod guard;
mod run;
#[cfg(unix)]
mod signals;
mod wide;

pub use run::browse;
