//! A piece of the screen to write on: text is clipped at its edges, between whole characters.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::theme::Theme;
use crate::pages::Ink;
use crate::text::{cells_of, counted, fit, graphemes};

/// A region of the buffer with the theme it is written in.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// The region; nothing is written outside.
    pub(super) area: Rect,
    /// The look.
    pub(super) theme: Theme,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, area: Rect, theme: Theme) -> Self {
        let area = area.intersection(buffer.area);
        Self { buffer, area, theme }
    }

    /// The same screen, another region.
    pub(super) fn within(&mut self, area: Rect) -> Canvas<'_> {
        Canvas::new(self.buffer, area, self.theme)
    }

    /// The cells of a row.
    pub(super) fn width(&self) -> u16 {
        self.area.width
    }

    /// The number of rows.
    pub(super) fn height(&self) -> u16 {
        self.area.height
    }

    /// Writes `text` from column `x` of row `y`, both from the region's corner; the column behind it.
    pub(super) fn text(&mut self, x: u16, y: u16, ink: Ink, text: &str) -> u16 {
        self.styled(x, y, self.theme.style(ink), text)
    }

    /// Writes `text` in a style.
    pub(super) fn styled(&mut self, x: u16, y: u16, style: Style, text: &str) -> u16 {
        if y >= self.area.height || x >= self.area.width {
            return x;
        }
        let text = self.theme.text(text);
        let row = self.row(y);
        let mut at = usize::from(x);
        for (symbol, cells) in graphemes(&text).filter(|(symbol, _)| !symbol.contains(char::is_control)) {
            let Some(written) = row.get_mut(at..at + usize::from(cells)) else {
                put(row.get_mut(at..).unwrap_or_default(), Style::new(), " ");
                break;
            };
            put(written, style, symbol);
            at += usize::from(cells);
        }
        counted(at)
    }

    /// The cells of a row of the region, which may have none.
    fn row(&mut self, y: u16) -> &mut [Cell] {
        if self.area.is_empty() {
            return &mut [];
        }
        let first = self.buffer.index_of(self.area.x, self.area.y + y);
        self.buffer.content.get_mut(first..first + usize::from(self.area.width)).unwrap_or_default()
    }

    /// Writes `text` so that it ends before column `end`, cut where it is longer; the column it starts at.
    pub(super) fn text_to(&mut self, end: u16, y: u16, ink: Ink, text: &str) -> u16 {
        let text = fit(text, usize::from(end));
        let x = end.saturating_sub(cells_of(&text));
        self.text(x, y, ink, &text);
        x
    }

    /// Writes `text` as far as there are free cells: up to two before what stands behind it in its row, or up to
    /// column `right`; the column behind it. What has columns of its own is written first.
    pub(super) fn text_on(&mut self, (x, y): (u16, u16), ink: Ink, text: &str, right: u16) -> u16 {
        let limit = self.first_written(y, x).map_or(right, |next| next.saturating_sub(2).min(right));
        self.text(x, y, ink, &fit(text, usize::from(limit.saturating_sub(x))))
    }

    /// Repeats `symbol`, which takes one cell, over `cells` cells.
    pub(super) fn line(&mut self, x: u16, y: u16, cells: u16, style: Style, symbol: &str) {
        let symbol = self.theme.text(symbol);
        if y < self.area.height {
            for cell in self.row(y).iter_mut().skip(usize::from(x)).take(usize::from(cells)) {
                put(std::slice::from_mut(cell), style, &symbol);
            }
        }
    }

    /// Reverses the cells `from..to` of a row: the selection.
    pub(super) fn select(&mut self, y: u16, from: u16, to: u16) {
        for x in from..to.min(self.area.width) {
            if let Some(cell) = self.buffer.cell_mut((self.area.x + x, self.area.y + y)) {
                let style = self.theme.selected(cell.style());
                let symbol = cell.symbol().to_owned();
                cell.reset();
                cell.set_symbol(&symbol).set_style(style);
            }
        }
    }

    /// Selects a row from its mark to column `to`, and writes the mark.
    pub(super) fn select_row(&mut self, y: u16, mark: u16, to: u16) {
        self.select(y, mark, to);
        self.on_selection(mark, y, ">");
    }

    /// Writes `text` as the selection is written.
    pub(super) fn on_selection(&mut self, x: u16, y: u16, text: &str) {
        self.styled(x, y, self.theme.selected(Style::new()), text);
    }

    /// Gives the cells `from..to` of a row the style of matched characters.
    pub(super) fn mark(&mut self, y: u16, from: u16, to: u16) {
        for x in from..to.min(self.area.width) {
            if let Some(cell) = self.buffer.cell_mut((self.area.x + x, self.area.y + y)) {
                let symbol = cell.symbol().to_owned();
                cell.reset();
                cell.set_symbol(&symbol).set_style(self.theme.matched());
            }
        }
    }

    /// The first column from `x` on that holds something.
    pub(super) fn first_written(&self, y: u16, x: u16) -> Option<u16> {
        (x..self.area.width).find(|&x| self.symbol(x, y).is_some_and(|symbol| symbol.as_bytes() != [b' ']))
    }

    /// The last column of row `y` in which something is written.
    pub(super) fn last_written(&self, y: u16) -> Option<u16> {
        (0..self.area.width).rev().find(|&x| self.symbol(x, y).is_some_and(|symbol| symbol.as_bytes() != [b' ']))
    }

    /// Whether the cells `from..to` show the characters `range` of `text`, uncut.
    pub(super) fn reads(&self, y: u16, from: u16, to: u16, text: &str, range: Range<usize>) -> bool {
        let wanted: String = text.chars().skip(range.start).take(range.len()).collect();
        let wanted = self.theme.text(&wanted).into_owned();
        let mut shown = String::new();
        let mut x = from;
        while x < to.min(self.area.width) {
            let symbol = self.symbol(x, y).unwrap_or(" ");
            shown += symbol;
            x += cells_of(symbol).max(1);
        }
        shown == wanted
    }

    fn symbol(&self, x: u16, y: u16) -> Option<&str> {
        Some(self.buffer.cell((self.area.x + x, self.area.y + y))?.symbol())
    }

    /// Draws a widget of ratatui's in a part of the region.
    pub(super) fn widget(&mut self, widget: impl ratatui::widgets::Widget, x: u16, y: u16, cells: u16) {
        let area = Rect::new(self.area.x + x, self.area.y + y, cells, 1).intersection(self.area);
        widget.render(area, self.buffer);
    }
}

/// Writes a symbol over the cells that it takes. A style patches what a cell has: only a fresh cell takes the whole of
/// it.
fn put(cells: &mut [Cell], style: Style, symbol: &str) {
    for cell in &mut *cells {
        cell.reset();
    }
    if let Some(first) = cells.first_mut() {
        first.set_symbol(symbol).set_style(style);
    }
}
