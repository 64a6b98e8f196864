//! Entries and pairs in the four formats of the machine interface, printed and exported alike.
//! Each printer takes what is to be printed and a writer, and decides nothing else.

pub mod csv;
pub mod json;
mod layout;
pub mod many;
pub mod markdown;
pub mod page;
pub mod series;
pub mod series_text;
mod shape;
mod spans;
mod stream;
pub mod text;

pub use stream::Stream;

use crate::library::{EntryView, Library, Pair};
use crate::search::Hit;
use crate::text::Lang;

/// Entries to print, in this order.
#[derive(Clone, Copy, Debug)]
pub struct Entries<'a> {
    /// The library they stand in.
    pub library: &'a Library,
    /// The entries.
    pub items: &'a [Item<'a>],
    /// Whether they are the hits of a search, best first.
    pub ranked: bool,
}

/// An entry to print, with the hit that found it.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The entry in its place.
    pub view: EntryView<'a>,
    /// Why a search found it.
    pub hit: Option<&'a Hit>,
}

impl<'a> Item<'a> {
    /// An entry that was not searched for.
    pub const fn of(view: EntryView<'a>) -> Self {
        Self { view, hit: None }
    }
}

/// Pairs of results and targets to print, in this order.
#[derive(Clone, Copy, Debug)]
pub struct Pairs<'a> {
    /// The library they stand in.
    pub library: &'a Library,
    /// The pairs.
    pub pairs: &'a [Pair],
}

/// The form that an output takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Lines for eyes.
    #[default]
    Text,
    /// An array.
    Json,
    /// A table for programs and spreadsheets.
    Csv {
        /// Whether it begins with a byte order mark.
        bom: bool,
    },
    /// A table for documents.
    Markdown,
}

/// How text is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The language.
    pub lang: Lang,
    /// The width to wrap at; `None` leaves every line whole.
    pub columns: Option<usize>,
    /// Whether to use bold, dim and coloured marks.
    pub color: bool,
}
