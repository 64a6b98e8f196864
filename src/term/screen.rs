//! The screen: what the terminal shows, what it is to show next, and the bytes between the two.
//!
//! ratatui's own `Terminal` sets two buffers beside each other too, but it asks every cell of both for its
//! width in every frame, which was a third of what a key cost, and it leaves wide characters to each terminal:
//!
//! - It sends a restyled character alone, and a console that keeps the background of each cell (Windows' conhost)
//!   shows half of the old selection (ratatui issue 2652). Blanks over both halves first make every terminal
//!   paint them anew.
//! - Where a narrow character takes the place of a wide one, some terminals keep ink in the second half (issue
//!   2738): whatever stands there next is sent.
//! - It moves the cursor behind every wide character, which makes a screen of 汉字 three times as long. A move is
//!   left out only while every character since the last one takes the same cells in every terminal; behind one
//!   that some draw two cells wide (“ · ─ ●) it stays, and sets right what such a terminal has shifted.

#[cfg(test)]
mod tests;

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use crate::text::width;

/// A terminal that is drawn to in whole frames.
pub(super) struct Screen<W: Write> {
    out: W,
    /// What the terminal shows; no cells where it shows nothing.
    shown: Buffer,
    /// What the next frame is painted into.
    next: Buffer,
}

impl<W: Write> Screen<W> {
    /// Over a terminal that shows nothing.
    pub(super) fn new(out: W) -> Self {
        Self { out, shown: Buffer::empty(Rect::ZERO), next: Buffer::empty(Rect::ZERO) }
    }

    /// What is written to beside the frames.
    pub(super) fn out(&mut self) -> &mut W {
        &mut self.out
    }

    /// Shows what `paint` paints at this size, in one piece, and the cursor where it says.
    ///
    /// # Errors
    /// Those of the terminal.
    pub(super) fn draw(
        &mut self,
        size: (u16, u16),
        paint: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        queue!(self.out, BeginSynchronizedUpdate)?;
        let area = Rect::from((Position::ORIGIN, size.into()));
        if self.next.area == area {
            self.next.reset();
        } else {
            self.next = Buffer::empty(area);
        }
        if self.shown.area != area && self.shown.area != Rect::ZERO {
            self.forget()?;
        }
        let cursor = paint(&mut self.next);
        let pieces = pieces(&self.shown, &self.next);
        CrosstermBackend::new(&mut self.out).draw(pieces.iter().map(|(at, cell)| (at.x, at.y, cell)))?;
        match cursor {
            Some(Position { x, y }) => queue!(self.out, Show, MoveTo(x, y))?,
            None => queue!(self.out, Hide)?,
        }
        queue!(self.out, EndSynchronizedUpdate)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.out.flush()
    }

    /// Clears the terminal, which may show anything; the next frame is a whole one.
    ///
    /// # Errors
    /// Those of the terminal.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        self.shown = Buffer::empty(Rect::ZERO);
        queue!(self.out, Clear(ClearType::All))
    }
}

/// A cell that the terminal does not show yet.
struct Change<'a> {
    at: Position,
    cell: &'a Cell,
    extent: Extent,
    /// What stands there is this wide character in another style.
    restyled: bool,
}

/// What is sent, each piece as one cell, row by row: in each blanks first where a wide character is painted anew, or
/// where some terminals draw a character narrower than it is.
fn pieces(shown: &Buffer, next: &Buffer) -> Vec<(Position, Cell)> {
    let width = usize::from(next.area.width).max(1);
    let shown = shown.content.chunks(width).chain(std::iter::repeat::<&[Cell]>(&[]));
    let mut pieces = Pieces::default();
    let mut changes = Vec::new();
    for (y, (old, new)) in (0..).zip(shown.zip(next.content.chunks(width))) {
        changes.clear();
        find_changes(old, new, y, &mut changes);
        for Change { at, cell, extent, restyled } in &changes {
            if *restyled || (extent.cells == 2 && !extent.sure) {
                for x in at.x..at.x.saturating_add(2) {
                    pieces.lay(Position { x, ..*at }, " ", Extent { cells: 1, sure: true }, cell);
                }
            }
        }
        for Change { at, cell, extent, .. } in &changes {
            pieces.lay(*at, cell.symbol(), *extent, cell);
        }
    }
    pieces.end();
    pieces.done
}

/// Finds the cells of a row that are to be sent. How wide a symbol is gets asked only where something changes: a cell
/// that stays as it is costs a comparison.
fn find_changes<'a>(old: &[Cell], new: &'a [Cell], y: u16, changes: &mut Vec<Change<'a>>) {
    // Cells before this column are sent with a change, and before the other one stands the second half of a
    // character that is gone.
    let (mut sent, mut stale) = (0, 0);
    let cells_at = |row: &[Cell], x: usize| row.get(x).map_or(1, |cell| Extent::of(cell.symbol()).cells);
    for (x, cell) in new.iter().enumerate() {
        if x < sent {
            continue;
        }
        let was = old.get(x).unwrap_or(&Cell::EMPTY);
        let (symbol, before) = (cell.symbol(), was.symbol());
        if x >= stale && alike(before, symbol) && in_one_style(was, cell) {
            continue;
        }
        // The second half of a character that stays as it is shows nothing of its own.
        if x > sent && cells_at(new, x - 1) == 2 {
            continue;
        }
        let extent = Extent::of(symbol);
        sent = x + usize::from(extent.cells.max(1));
        if cells_at(old, sent - 1) == 2 {
            stale = sent + 1;
        }
        let at = Position { x: u16::try_from(x).unwrap_or(u16::MAX), y };
        changes.push(Change { at, cell, extent, restyled: extent.cells == 2 && before == symbol });
    }
}

/// Whether two symbols are one. Nearly all have one byte or three, which a call to compare memory costs more than to
/// compare here.
fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() <= 3 { one.len() == other.len() && one.iter().eq(other) } else { one == other }
}

/// Whether two cells have the same colours and modifiers.
fn in_one_style(one: &Cell, other: &Cell) -> bool {
    one.fg == other.fg && one.bg == other.bg && one.modifier == other.modifier
}

/// Cells that are written one after another without moving the cursor.
struct Piece<'a> {
    at: Position,
    /// A cell in the style of all of them.
    like: &'a Cell,
    /// The column of the last cell, and the column behind it.
    last: u16,
    end: u16,
    /// Whether every terminal has its cursor at `end` now.
    sure: bool,
}

/// The pieces of a frame, of which the last may still grow.
#[derive(Default)]
struct Pieces<'a> {
    done: Vec<(Position, Cell)>,
    open: Option<Piece<'a>>,
    /// What the last one writes.
    text: String,
}

impl<'a> Pieces<'a> {
    /// Adds a symbol, in the style of `like`, to the last piece, or begins a new one.
    fn lay(&mut self, at: Position, symbol: &str, extent: Extent, like: &'a Cell) {
        let (end, mut sure) = (at.x.saturating_add(extent.cells), extent.sure);
        if let Some(piece) = self.open.as_mut().filter(|piece| piece.at.y == at.y) {
            let follows = piece.last + 1 == at.x || piece.end == at.x;
            sure &= piece.sure || !follows;
            if in_one_style(piece.like, like) && (piece.last + 1 == at.x || (piece.sure && piece.end == at.x)) {
                self.text.push_str(symbol);
                (piece.last, piece.end, piece.sure) = (at.x, end, sure);
                return;
            }
        }
        self.end();
        self.text.push_str(symbol);
        self.open = Some(Piece { at, like, last: at.x, end, sure });
    }

    /// Ends the last piece.
    fn end(&mut self) {
        if let Some(piece) = self.open.take() {
            let mut cell = piece.like.clone();
            cell.set_symbol(&self.text);
            self.done.push((piece.at, cell));
            self.text.clear();
        }
    }
}

/// How many cells a symbol takes.
#[derive(Clone, Copy)]
struct Extent {
    cells: u16,
    /// Whether it takes them in every terminal: ASCII does, 汉字 and their marks do.
    sure: bool,
}

impl Extent {
    /// Of most symbols it is quick to see.
    fn of(symbol: &str) -> Self {
        match symbol.as_bytes() {
            [b' '..=b'~'] => Self { cells: 1, sure: true },
            [_] => Self { cells: 1, sure: false },
            _ if is_han(symbol) => Self { cells: 2, sure: true },
            _ => Self { cells: u16::try_from(width(symbol)).unwrap_or(1), sure: false },
        }
    }
}

/// Whether a symbol is a 汉字 or one of the marks that are as wide as one everywhere.
fn is_han(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let han = matches!(
        chars.next(),
        Some('\u{3000}'..='\u{3029}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}')
    );
    han && chars.next().is_none()
}
