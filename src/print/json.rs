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
    if entries.ranked { array(out, of_hits(entries)) } else { array(out, of_entries(entries)) }
}

/// The pairs.
///
/// # Errors
/// Those of the writer.
pub fn pairs(out: &mut dyn Write, pairs: &Pairs<'_>) -> io::Result<()> {
    array(out, of_pairs(pairs))
}

pub(super) fn array(out: &mut dyn Write, elements: impl Iterator<Item = impl Serialize>) -> io::Result<()> {
    let mut open = "[\n";
    for element in elements {
        out.write_all(open.as_bytes())?;
        serde_json::to_writer(&mut *out, &element)?;
        open = ",\n";
    }
    // An array without elements stays on one line: `[]`.
    out.write_all(if open == ",\n" { b"\n]\n" } else { b"[]\n" })
}
