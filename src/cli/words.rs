//! Words of the command line as they are told to a reader: short, and so that a shell takes them back.

use crate::text::fit;

/// The cells of a word that is told: enough to know it again.
const TOLD: usize = 60;

/// A word, perhaps only its beginning.
pub(super) fn told(word: &str) -> String {
    fit(word, TOLD)
}

/// A word that a command holds as one.
pub(super) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./%+,:@=".contains(c);
    let word = told(word);
    if !word.is_empty() && word.chars().all(plain) { word } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

/// What `sulan search` is given to look for `word`: behind `--` where it looks like an option.
pub(super) fn searched(word: &str) -> String {
    let dashes = if word.starts_with('-') { "-- " } else { "" };
    format!("sulan search {dashes}{}", quoted(word))
}

#[cfg(test)]
mod tests {
    use super::{quoted, searched, told};

    #[test]
    fn a_command_that_is_told_works() {
        assert_eq!(searched("粮食"), "sulan search 粮食");
        assert_eq!(searched("-5"), "sulan search -- -5");
        assert_eq!(searched("renshen 50"), "sulan search 'renshen 50'");
        assert_eq!(quoted("it's"), "'it'\\''s'");
        assert_eq!(quoted(""), "''");
    }

    #[test]
    fn a_long_word_is_not_echoed_whole() {
        assert_eq!(told(&"a".repeat(100_000)).chars().count(), 60);
    }
}
