//! The marks of a packed file. The build writes them and the program reads them, both by these numbers: a mark has four
//! bytes, the kind in the lowest bits and behind it a number.

/// How many bits the kind takes.
pub(crate) const KIND: u32 = 3;

/// Nothing.
pub(crate) const NULL: u32 = 0;
/// A truth: 0 or 1.
pub(crate) const BOOL: u32 = 1;
/// A whole number, with its sign.
pub(crate) const WHOLE: u32 = 2;
/// Any other number: two marks follow, the lower half of its bits first.
pub(crate) const REAL: u32 = 3;
/// A text of so many bytes: the mark that follows is its place.
pub(crate) const TEXT: u32 = 4;
/// A list of so many values, which follow.
pub(crate) const LIST: u32 = 5;
/// An object of so many members: of each a text and a value follow.
pub(crate) const OBJECT: u32 = 6;
