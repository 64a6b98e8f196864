//! How the screens are to look, as far as a user chooses it.

/// The looks that a user can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// No colours at all, only bold, dim, reverse and underline.
    pub mono: bool,
    /// Only ASCII and characters that are two cells wide everywhere.
    pub ascii: bool,
}
