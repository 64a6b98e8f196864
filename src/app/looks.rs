//! How the screens are to look, as far as a user chooses it.

use crate::pages::PageContext;

/// The looks that a user can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// No colours at all, only bold, dim, reverse and underline.
    pub mono: bool,
    /// Only ASCII and characters that are two cells wide everywhere.
    pub ascii: bool,
}

/// The texts of the data for a terminal that draws characters of ambiguous width
/// two cells wide: quotation marks become those that are wide everywhere.
///
/// The replacements are made before anything is measured, for they take another
/// width; each stands for one character, so that marks of a search stay in place.
pub(super) fn unambiguous(text: &mut String) {
    if text.chars().any(|c| safe(c) != c) {
        *text = text.chars().map(safe).collect();
    }
}

fn safe(c: char) -> char {
    match c {
        '“' => '「',
        '”' => '」',
        '‘' => '『',
        '’' => '\'',
        c => c,
    }
}

/// A text of the data as the screen can draw it.
pub(crate) fn drawable(context: &PageContext<'_>, text: &str) -> String {
    let mut text = text.to_owned();
    if context.ascii {
        unambiguous(&mut text);
    }
    text
}
