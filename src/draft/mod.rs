//! From the file of any report, as governments publish it, to the data of format 1.
//! First bytes become a [`Text`], then rules and tables make data of it.

pub mod input;
mod text;

pub use text::{Line, Mark, Text};
