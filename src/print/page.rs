//! The full page of an entry as text: what its screen says, line by line and without the shapes.

use std::io::{self, Write};

use super::spans::{Ink, Spans};
use super::{Entries, Page};
use crate::library::{History, Library};
use crate::pages::{self, Content, LABEL_WIDTH, PageContext, PairIndex, Piece, Row, Scales};
use crate::report::Role;
use crate::text::pad;

/// The width of a page for a reader that is no terminal: every row stays in one line.
const WHOLE: usize = 1 << 15;
/// The spaces before a row, and those before its text: marks stand in the first column.
const MARGIN: usize = 2;

/// The pages of the entries, one after the other with a blank line between them.
///
/// # Errors
/// Those of the writer.
pub fn pages(out: &mut dyn Write, entries: &Entries<'_>, page: Page) -> io::Result<()> {
    for (at, item) in entries.items.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let report = item.view.report_at();
        let pairs = PairIndex::of(entries.library, report);
        let history = entries.library.history(report);
        let made = Made { pairs: &pairs, history: &history };
        let context = context(entries.library, made, (report, page));
        let rows = pages::page(&context, item.view, page.columns.unwrap_or(WHOLE));
        print(out, &rows, page)?;
    }
    Ok(())
}

/// What is made of a report for its pages.
#[derive(Clone, Copy)]
struct Made<'a> {
    pairs: &'a PairIndex,
    history: &'a History,
}

fn context<'a>(
    library: &'a Library,
    Made { pairs, history }: Made<'a>,
    (report, page): (crate::library::ReportId, Page),
) -> PageContext<'a> {
    PageContext { library, report, pairs, history, scales: Scales::of(library, report), lang: page.lang, ascii: false }
}

fn print(out: &mut dyn Write, rows: &Content, page: Page) -> io::Result<()> {
    // A gauge or a sparkline has no words of its own, and its numbers stand in the other rows.
    let worded = |row: &&Row| !row.pieces.iter().any(|piece| matches!(piece, Piece::Bar(..) | Piece::Spark { .. }));
    let mut blank = false;
    for row in rows.iter().filter(worded) {
        let line = line_of(row);
        if !(line.is_empty() && blank) {
            writeln!(out, "{}", line.painted(page.color).trim_end())?;
        }
        blank = line.is_empty();
    }
    Ok(())
}

/// A row as one line: mark, label, text.
fn line_of(row: &Row) -> Spans {
    let mut line = Spans::default();
    if row.pieces.is_empty() && row.label.is_empty() {
        return line;
    }
    let mark = match row.mark {
        Some(Role::Target) => "○ ",
        Some(Role::Result | Role::Base) => "● ",
        None => "",
    };
    if row.mark.is_some() || !row.label.is_empty() {
        line.push(Spans::new(&pad(mark, MARGIN), Ink::Plain));
        line.push(Spans::new(&pad(&row.label, LABEL_WIDTH), Ink::Dim));
    }
    for piece in &row.pieces {
        match piece {
            Piece::Text(pages::Ink::Bold, text) => line.push(Spans::new(text, Ink::Bold)),
            Piece::Text(pages::Ink::Dim, text) => line.push(Spans::new(text, Ink::Dim)),
            Piece::Text(_, text) => line.push(Spans::new(text, Ink::Plain)),
            _ => {}
        }
    }
    line
}
