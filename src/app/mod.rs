//! The state of the browser and the one way to change it. No drawing, no
//! terminal, no files: an action goes in, an effect comes out.

mod action;
mod contrast;
mod cursor;
mod examples;
mod found;
mod group;
mod guide;
mod input;
mod keys;
mod layout;
mod looks;
mod modes;
mod narrow;
mod notice;
mod outcome;
mod outline;
mod pane;
mod place;
mod seek;
mod state;
mod take;
mod travel;

pub use action::{Action, Effect};
pub use contrast::{Contrast, Show, section_of, unit_of};
pub use cursor::Cursor;
pub use examples::Example;
pub use found::{Found, HitLine};
pub use group::{Group, Item, Line};
pub use guide::{about, help};
pub use input::{Edit, Input};
pub use keys::{BINDINGS, Binding, Chord, footer_rows, help_rows, lookup};
pub use layout::{Poster, Regions, SMALLEST};
pub use looks::Looks;
pub use outcome::{Form, Order, Outcome, Unwritten};
pub use outline::{Outline, Shape};
pub use pane::{Mode, Pane};
pub use place::Place;
pub use state::App;
