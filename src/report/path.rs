//! Where a value stands in a JSON text.

use std::fmt;

/// A JSON path that becomes a text only when there is a fault to tell.
#[derive(Clone, Copy)]
pub(super) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    name: &'static str,
    at: Option<usize>,
}

/// The whole of a file.
pub(super) const ROOT: Path<'static> = Path { parent: None, name: "", at: None };

impl Path<'_> {
    /// A member of this object.
    pub(super) fn field(&self, name: &'static str) -> Path<'_> {
        Path { parent: Some(self), name, at: None }
    }

    /// An element of a list that is a member of this object.
    pub(super) fn at(&self, name: &'static str, at: usize) -> Path<'_> {
        Path { parent: Some(self), name, at: Some(at) }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(parent) = self.parent else {
            return Ok(());
        };
        parent.fmt(out)?;
        let dot = if parent.parent.is_some() { "." } else { "" };
        write!(out, "{dot}{}", self.name)?;
        self.at.map_or(Ok(()), |at| write!(out, "[{at}]"))
    }
}
