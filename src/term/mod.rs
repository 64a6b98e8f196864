//! The terminal: entered, left in every way a program can end, and drawn to when
//! something happens. The only user of crossterm's output.

mod clipboard;
mod event;
mod export;
mod guard;
mod input;
mod jobs;
mod run;
mod screen;
#[cfg(unix)]
mod signals;
mod size;

pub use export::export;
pub use run::browse;
