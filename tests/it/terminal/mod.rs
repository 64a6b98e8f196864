//! The real program in a pseudo-terminal with a terminal emulator behind it: what a user
//! sees, what the terminal is left like, and what the program does when it is stopped,
//! killed or left alone.
//!
//! Nothing here depends on how fast anything is: a test waits for what it wants to see and
//! gives up only after a time that a loaded machine does not need. The terminal answers no
//! queries, so a program that asked one would be stuck in every test.

mod drafted;
mod endings;
mod input;
mod kills;
mod look;
mod mouse;
mod panics;
mod reading;
mod screens;
mod session;
mod typing;

// What a process does is read under /proc.
#[cfg(target_os = "linux")]
mod noise;
#[cfg(target_os = "linux")]
pub(crate) mod process;
#[cfg(target_os = "linux")]
mod quiet;
#[cfg(target_os = "linux")]
mod suspend;
