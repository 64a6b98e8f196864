//! JSON: an array with one element a line, for eyes, line tools and parsers alike.

use std::io::{self, Write};

use serde::Serialize;

use super::shape::{of_entries, of_hits, of_pairs};
use super::{Entries, Pairs};

/// The entries, with rank, tier and marks where they were searched for.
///
/// # Errors
/// Those of the writer.
pub fn entries(out: &mut dyn Write, entries: &Entries<'_>) -> io::Result<()> {
    let mut array = Array::default();
    array.entries(out, entries)?;
    array.end(out)
}

/// The pairs.
///
/// # Errors
/// Those of the writer.
pub fn pairs(out: &mut dyn Write, pairs: &Pairs<'_>) -> io::Result<()> {
    let mut array = Array::default();
    array.pairs(out, pairs)?;
    array.end(out)
}

pub(super) fn array(out: &mut dyn Write, elements: impl Iterator<Item = impl Serialize>) -> io::Result<()> {
    let mut array = Array::default();
    array.elements(out, elements)?;
    array.end(out)
}

/// An array that is written part by part.
#[derive(Debug, Default)]
pub(super) struct Array {
    /// Whether it has an element already.
    open: bool,
}

impl Array {
    pub(super) fn entries(&mut self, out: &mut dyn Write, entries: &Entries<'_>) -> io::Result<()> {
        if entries.ranked { self.elements(out, of_hits(entries)) } else { self.elements(out, of_entries(entries)) }
    }

    pub(super) fn pairs(&mut self, out: &mut dyn Write, pairs: &Pairs<'_>) -> io::Result<()> {
        self.elements(out, of_pairs(pairs))
    }

    fn elements(&mut self, out: &mut dyn Write, elements: impl Iterator<Item = impl Serialize>) -> io::Result<()> {
        for element in elements {
            out.write_all(if self.open { b",\n" } else { b"[\n" })?;
            self.open = true;
            serde_json::to_writer(&mut *out, &element)?;
        }
        Ok(())
    }

    /// An array without elements stays on one line: `[]`.
    pub(super) fn end(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.open { b"\n]\n" } else { b"[]\n" })
    }
}
