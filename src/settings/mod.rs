//! What a user can settle once: the configuration file, which only the user
//! writes, and the state file, which only the program writes. Knows neither
//! arguments nor screens; where each value came from is kept beside it.

mod choice;
mod config;
mod files;
mod state;

pub use choice::{Choices, Chosen, Language, Origin, PANES, Settings, Theme};
pub use config::Config;
pub use files::Files;
pub use state::{Memory, Position};
