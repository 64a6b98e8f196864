//! A backend that writes wide characters well: it leaves nothing behind where one
//! stood, and it moves the cursor only where it has to.
//!
//! ratatui 0.30.2 sends a restyled character alone, and a console that keeps the
//! background of each cell (Windows' conhost) shows half of the old selection
//! (ratatui issue 2652). Writing blanks over both halves first makes every
//! terminal paint them anew. Where a narrow character takes the place of a wide
//! one, some terminals keep ink in the second half (issue 2738): it is blanked too.
//!
//! It also moves the cursor behind every wide character, which makes a screen of 汉字
//! three times as long. A move is left out only while every character since the last one
//! takes the same cells in every terminal; behind one that some draw two cells wide
//! (“ · ─ ●) it stays, and sets right what such a terminal has shifted.

#[cfg(test)]
mod tests;

use std::io;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use crate::text::width;

/// Another backend, told of the second halves.
pub(super) struct Wide<B> {
    inner: B,
    /// What the terminal shows, as far as it was sent.
    sent: Buffer,
    size: Size,
}

impl<B: Backend<Error = io::Error>> Wide<B> {
    /// Over a window of this size, in cells.
    pub(super) fn new(inner: B, size: (u16, u16)) -> Self {
        Self { inner, sent: Buffer::empty(Rect::ZERO), size: size.into() }
    }

    /// The window has this size until it is told another: one frame asks the terminal once.
    pub(super) fn set_size(&mut self, size: (u16, u16)) {
        self.size = size.into();
    }

    /// The columns to blank before a cell is written, and how: both halves of a wide character
    /// that only changes its style, in the new one; the half that is left of one of which the cell
    /// covers the other, as it was: ratatui sends it itself where another style has to be seen.
    fn traces(&self, at: Position, cell: &Cell) -> (std::ops::Range<u16>, Style) {
        let wide = |x| self.sent.cell(Position { x, ..at }).filter(|old| cells_of(old.symbol()) == 2);
        let cells = cells_of(cell.symbol()).max(1);
        let end = at.x.saturating_add(cells);
        match wide(at.x).filter(|old| old.symbol() == cell.symbol()) {
            Some(_) => (at.x..end, cell.style()),
            None => wide(end - 1).map_or((0..0, Style::new()), |old| (end..end.saturating_add(1), old.style())),
        }
    }

    /// A wide character covers the cell behind it, which ratatui does not send.
    fn remember(&mut self, at: Position, cell: &Cell) {
        let covered = Position { x: at.x.saturating_add(1), ..at };
        if cells_of(cell.symbol()) == 2
            && let Some(old) = self.sent.cell_mut(covered)
        {
            old.reset();
        }
        if let Some(old) = self.sent.cell_mut(at) {
            *old = cell.clone();
        }
    }
}

/// Cells that are written one after another without moving the cursor.
struct Piece {
    at: Position,
    /// The style of all of them.
    style: Style,
    text: String,
    /// The column of the last cell, and the column behind it.
    last: u16,
    end: u16,
    /// Whether every terminal has its cursor at `end` now.
    sure: bool,
}

impl Piece {
    /// All of it as one cell.
    fn cell(&self) -> Cell {
        let mut cell = Cell::default();
        cell.set_symbol(&self.text).set_style(self.style);
        cell
    }
}

/// Adds a cell to the last piece, or begins a new one.
fn lay(pieces: &mut Vec<Piece>, at: Position, cell: &Cell) {
    let symbol = cell.symbol();
    let end = at.x.saturating_add(cells_of(symbol));
    let mut sure = is_sure(symbol);
    if let Some(piece) = pieces.last_mut().filter(|piece| piece.at.y == at.y) {
        let follows = piece.last + 1 == at.x || piece.end == at.x;
        sure &= piece.sure || !follows;
        if piece.style == cell.style() && (piece.last + 1 == at.x || (piece.sure && piece.end == at.x)) {
            piece.text.push_str(symbol);
            (piece.last, piece.end, piece.sure) = (at.x, end, sure);
            return;
        }
    }
    pieces.push(Piece { at, style: cell.style(), text: symbol.to_owned(), last: at.x, end, sure });
}

/// The cells of a symbol. Most are one byte, which is quick to see.
fn cells_of(symbol: &str) -> u16 {
    if symbol.len() == 1 { 1 } else { u16::try_from(width(symbol)).unwrap_or(1) }
}

/// Whether a symbol takes the same cells in every terminal: ASCII one, 汉字 and their marks two.
fn is_sure(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let sure = matches!(
        chars.next(),
        Some(
            ' '..='~'
            | '\u{3000}'..='\u{3029}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ff01}'..='\u{ff60}',
        )
    );
    sure && chars.next().is_none()
}

impl<B: Backend<Error = io::Error> + io::Write> Backend for Wide<B> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let area = Rect::from((Position::ORIGIN, self.size));
        if self.sent.area != area {
            self.sent = Buffer::empty(area);
        }
        let cells: Vec<(Position, &Cell)> = content.map(|(x, y, cell)| (Position::new(x, y), cell)).collect();
        let mut pieces = Vec::new();
        for &(at, cell) in &cells {
            let (columns, style) = self.traces(at, cell);
            for x in columns {
                let mut half = Cell::new(" ");
                half.set_style(style);
                lay(&mut pieces, Position { x, ..at }, &half);
            }
        }
        for (at, cell) in cells {
            lay(&mut pieces, at, cell);
            self.remember(at, cell);
        }
        // The backend moves the cursor to each and prints what it holds.
        let written: Vec<(Position, Cell)> = pieces.iter().map(|piece| (piece.at, piece.cell())).collect();
        self.inner.draw(written.iter().map(|(at, cell)| (at.x, at.y, cell)))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.sent.reset();
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.sent.reset();
        self.inner.clear_region(region)
    }

    // The backend's own way with the cursor sends what there is so far, and the terminal wakes up for half a frame.

    fn hide_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, Show)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        queue!(self.inner, MoveTo(x, y))
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    /// Sends nothing yet: a frame is one write, and ends behind what ratatui knows of.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<B: io::Write> io::Write for Wide<B> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        io::Write::flush(&mut self.inner)
    }
}
