//! One output that is written in parts, report by report, so that no more than a part is in memory.

use std::io::{self, Write};

use super::{Entries, Form, Page, Pairs, csv, json, markdown, text};

/// An output in one of the forms: what stands once is written once, whatever the number of parts.
pub struct Stream<'a> {
    out: &'a mut dyn Write,
    form: Form,
    page: Page,
    begun: bool,
    array: json::Array,
}

impl<'a> Stream<'a> {
    /// Nothing has been written yet. At least one part follows, and be it empty.
    pub fn new(out: &'a mut dyn Write, form: Form, page: Page) -> Self {
        Self { out, form, page, begun: false, array: json::Array::default() }
    }

    /// Writes the next entries.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn entries(&mut self, entries: &Entries<'_>) -> io::Result<()> {
        let begins = !std::mem::replace(&mut self.begun, true);
        match self.form {
            Form::Text => text::entries(self.out, entries, self.page),
            Form::Json => self.array.entries(self.out, entries),
            Form::Csv { bom } if begins => csv::entries(self.out, entries, bom),
            Form::Csv { bom } => csv::more_entries(self.out, entries, bom),
            Form::Markdown if begins => markdown::entries(self.out, entries, self.page.lang),
            Form::Markdown => markdown::more_entries(self.out, entries, self.page.lang),
        }
    }

    /// Writes the next pairs.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn pairs(&mut self, pairs: &Pairs<'_>) -> io::Result<()> {
        let begins = !std::mem::replace(&mut self.begun, true);
        match self.form {
            Form::Text => text::pairs(self.out, pairs, self.page),
            Form::Json => self.array.pairs(self.out, pairs),
            Form::Csv { bom } if begins => csv::pairs(self.out, pairs, bom),
            Form::Csv { bom } => csv::more_pairs(self.out, pairs, bom),
            Form::Markdown if begins => markdown::pairs(self.out, pairs, self.page.lang),
            Form::Markdown => markdown::more_pairs(self.out, pairs, self.page.lang),
        }
    }

    /// Hands on what has been written so far.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Writes what stands at the end.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn end(self) -> io::Result<()> {
        if self.form == Form::Json { self.array.end(self.out) } else { Ok(()) }
    }
}
