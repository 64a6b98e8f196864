//! Lines as the readers find them, before they are handed on.

use std::borrow::Cow;

use super::super::text::{Line, Mark};
use crate::text::clean;

/// The cells of a row of a table are one line where each has at most so many characters.
const CELL: usize = 60;

/// A line with what a reader knows of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub(super) text: String,
    /// The characters that are no white space, and how many of them are in bold type, and in links.
    pub(super) chars: usize,
    pub(super) bold: usize,
    pub(super) linked: usize,
    /// The level of a heading, or 0.
    pub(super) heading: u8,
    /// The row of a table and the cell in it.
    pub(super) cell: Option<Cell>,
    /// The block it stands in, for a reader that tells blocks apart.
    pub(super) block: usize,
}

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) row: usize,
    pub(super) at: usize,
}

impl Piece {
    fn mark(&self) -> Mark {
        match self.heading {
            0 if self.bold > 0 && self.bold == self.chars => Mark::Bold,
            0 => Mark::Plain,
            level => Mark::Heading(level),
        }
    }

    /// Takes in one character in its type.
    pub(super) fn push(&mut self, c: char, (bold, linked): (bool, bool)) {
        self.text.push(c);
        if !c.is_whitespace() {
            self.chars += 1;
            self.bold += usize::from(bold);
            self.linked += usize::from(linked);
        }
    }
}

/// The lines of `pieces`, counted from 1, with the short cells of a row in one line.
pub(super) fn lines(pieces: impl IntoIterator<Item = Piece>) -> Vec<Line> {
    let joined = joined(pieces.into_iter().collect());
    let mut lines = Vec::with_capacity(joined.len());
    for piece in joined {
        let (mark, number) = (piece.mark(), u32::try_from(lines.len() + 1).unwrap_or(u32::MAX));
        lines.extend(finish(piece.text.into(), mark, number));
    }
    lines
}

/// The line with this number that says `text`, which is cleaned here; `None` where nothing is left of it.
pub(super) fn finish(text: Cow<'_, str>, mark: Mark, number: u32) -> Option<Line> {
    let cleaned = match clean(&text) {
        Cow::Owned(cleaned) => Some(cleaned),
        Cow::Borrowed(_) => None,
    };
    let text = cleaned.map_or(text, Cow::Owned);
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return None;
    }
    let text = if trimmed.len() == text.len() { text.into_owned() } else { trimmed.to_owned() };
    Some(Line { number, text, mark })
}

/// Rows of a table as one line each, where they are data and not the frame of a page:
/// several cells, each with one short line.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut rest = pieces.into_iter().peekable();
    while let Some(first) = rest.next() {
        let Some(cell) = first.cell else {
            kept.push(first);
            continue;
        };
        let mut row = vec![first];
        while let Some(next) = rest.next_if(|piece| piece.cell.is_some_and(|next| next.row == cell.row)) {
            row.push(next);
        }
        let next = row.iter().skip(1);
        let apart = row.len() > 1 && row.iter().zip(next).all(|(one, next)| one.cell != next.cell);
        if apart && row.iter().all(|piece| piece.chars <= CELL) {
            let mut row = row.into_iter();
            kept.extend(row.next().map(|first| row.fold(first, |left, right| beside(left, &right))));
        } else {
            kept.append(&mut row);
        }
    }
    kept
}

fn beside(mut left: Piece, right: &Piece) -> Piece {
    left.text.push(' ');
    left.text.push_str(right.text.trim());
    left.chars += right.chars;
    left.bold += right.bold;
    left.linked += right.linked;
    left
}

#[cfg(test)]
mod tests {
    use super::{Cell, Piece, lines};

    fn piece(text: &str, cell: Option<(usize, usize)>) -> Piece {
        let cell = cell.map(|(row, at)| Cell { row, at });
        Piece { text: text.to_owned(), chars: text.chars().count(), cell, ..Piece::default() }
    }

    #[test]
    fn short_cells_are_one_line_and_the_frame_of_a_page_is_not() {
        let long = "长".repeat(61);
        let table = [
            piece("前", None),
            piece("指标", Some((1, 1))),
            piece("增长", Some((1, 2))),
            piece("粮食", Some((2, 1))),
            piece("6%", Some((2, 2))),
            piece("导航", Some((3, 1))),
            piece(&long, Some((3, 2))),
            piece("甲", Some((4, 2))),
            piece("乙", Some((4, 2))),
        ];
        let lines = lines(table);
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["前", "指标 增长", "粮食 6%", "导航", &long, "甲", "乙"]);
        assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7]);
    }
}
