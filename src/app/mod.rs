//! The state of the browser and the one way to change it. No drawing, no
//! terminal, no files: an action goes in, an effect comes out.

mod action;
mod content;
mod cursor;
mod examples;
mod found;
mod guide;
mod input;
mod keys;
mod layout;
mod looks;
mod outline;
mod pane;
mod scale;
mod state;

pub use action::{Action, Effect};
pub use content::{Bar, Content, Ink, LABEL_WIDTH, Piece, Row, details, page, source_of};
pub use cursor::Cursor;
pub use examples::Example;
pub use found::{Found, HitLine};
pub use guide::{about, help};
pub use input::{Edit, Input};
pub use keys::{BINDINGS, Binding, Chord, footer_rows, help_rows, is_han, lookup};
pub use layout::{Poster, Regions, SMALLEST, margins};
pub use looks::Looks;
pub use outline::{Group, Line, Outline, Shape};
pub use pane::{Mode, Pane};
pub use scale::{Joined, Scales, growth_rates, nice_ceiling};
pub use state::App;
