//! The state of the browser and the one way to change it. No drawing, no
//! terminal, no files: an action goes in, an effect comes out.

mod action;
mod content;
mod contrast;
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
pub use content::{Bar, Content, Ink, LABEL_WIDTH, Piece, Row, details, page_of, pair_details, said_of, source_of};
pub use contrast::{Contrast, Show, section_of, unit_of};
pub use cursor::Cursor;
pub use examples::Example;
pub use found::{Found, HitLine};
pub use guide::{about, help};
pub use input::{Edit, Input};
pub use keys::{BINDINGS, Binding, Chord, footer_rows, help_rows, is_han, lookup};
pub use layout::{Poster, Regions, SMALLEST, margins};
pub use looks::Looks;
pub use outline::{Group, Item, Line, Outline, Shape};
pub use pane::{Mode, Pane};
pub use scale::{Coverage, Joined, Scales, growth_rates, nice_ceiling};
pub use state::App;
