//! The marks of a packed file: the build writes them and the program reads them, both by these numbers. A mark is a
//! number, its kind in the lowest bits; a number stands in as many bytes as it needs, seven bits in each, the lowest
//! first, and the highest bit of all but the last byte is set (LEB128).

/// How many bits the kind takes.
pub(crate) const KIND: u32 = 3;

/// Nothing.
pub(crate) const NULL: u32 = 0;
/// A truth: 0 or 1.
pub(crate) const BOOL: u32 = 1;
/// A whole number; its sign is the lowest bit (zigzag).
pub(crate) const WHOLE: u32 = 2;
/// Any other number: its eight bytes follow, the lowest first.
pub(crate) const REAL: u32 = 3;
/// A text of so many bytes: its place follows, a number.
pub(crate) const TEXT: u32 = 4;
/// A list of so many values, which follow.
pub(crate) const LIST: u32 = 5;
/// An object of so many members: of each a text and a value follow.
pub(crate) const OBJECT: u32 = 6;
