//! What is wrong with data: what, where, and what to do, in one sentence.

use crate::text::{Bilingual, Label, Lang};

/// One fault of a data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as the user named it.
    pub file: String,
    /// The line in the file, counted from 1, where it is known.
    pub line: Option<usize>,
    /// The JSON path of the value, such as `sections[0].entries[2].title`; empty for the whole file.
    pub path: String,
    /// What is wrong.
    pub what: Bilingual,
    /// What to do about it.
    pub mend: Bilingual,
}

impl Fault {
    /// One sentence in `lang`: file, line, path, what is wrong and how to mend it.
    pub fn sentence(&self, lang: Lang) -> String {
        let line = self.line.map_or_else(String::new, |line| format!(":{line}"));
        let mut place = format!("{}{line}", self.file);
        let (colon, comma, stop) = match lang {
            Lang::Zh => ("：", "；", "。"),
            Lang::En => (": ", "; ", "."),
        };
        if !self.path.is_empty() {
            place += colon;
            place += &self.path;
        }
        let (what, mend) = (self.what.get(lang), self.mend.get(lang));
        format!("{place}{colon}{what}{comma}{mend}{stop}")
    }
}

/// A place in a file: the line of JSON Lines, the element of an array.
pub(super) struct At<'a> {
    pub(super) file: &'a str,
    pub(super) line: Option<usize>,
    pub(super) prefix: &'a str,
}

impl At<'_> {
    /// A fault at `path` below this place.
    pub(super) fn fault(&self, path: &str, what: Bilingual, mend: Label) -> Fault {
        let dot = if self.prefix.is_empty() || path.is_empty() { "" } else { "." };
        Fault {
            file: self.file.to_owned(),
            line: self.line,
            path: format!("{}{dot}{path}", self.prefix),
            what,
            mend: mend.into(),
        }
    }
}
