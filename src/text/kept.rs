//! Texts of data as they are kept: those of the files that the program brings stay where they stand.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer;
use serde::de::{Error, Visitor};

use super::clean::tidy;
use crate::assets::brought;

/// A text of the data.
pub type DataText = Cow<'static, str>;

/// Reads a text without copying it where it stands in a file that the program brings.
///
/// # Errors
/// Where there is something else than a text.
pub(crate) fn kept<'de, D: Deserializer<'de>>(from: D) -> Result<DataText, D::Error> {
    from.deserialize_str(Reader)
}

/// The same of a text that may be missing.
///
/// # Errors
/// Where there is something else than a text or `null`.
pub(crate) fn perhaps_kept<'de, D: Deserializer<'de>>(from: D) -> Result<Option<DataText>, D::Error> {
    from.deserialize_option(PerhapsReader)
}

/// The text when it is clean, else its cleaned form. One that the program brings is clean: a test sees to that.
pub(crate) fn cleaned(text: DataText) -> DataText {
    match text {
        Cow::Borrowed(_) => text,
        Cow::Owned(text) => Cow::Owned(tidy(text)),
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = DataText;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<DataText, E> {
        Ok(brought(text).map_or_else(|| Cow::Owned(text.to_owned()), Cow::Borrowed))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<DataText, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<DataText, E> {
        Ok(Cow::Owned(text))
    }
}

struct PerhapsReader;

impl<'de> Visitor<'de> for PerhapsReader {
    type Value = Option<DataText>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a string or null")
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        kept(from).map(Some)
    }
}
