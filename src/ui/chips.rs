//! The row of chips: what narrows the list, each with the mark that takes it off.

use super::canvas::Canvas;
use super::places;
use crate::app::{App, Chip};
use crate::pages::{Ink, margins};
use crate::text::{cells_of, fit, width};

/// Each chip with its column and its text; those that have no room are left out, the oldest last.
fn placed(app: &App, cells: u16) -> Vec<(Chip, u16, String)> {
    let (left, right) = (margins(cells).1, cells.saturating_sub(1));
    let kept = places::title_cells(app);
    let mut x = left;
    let mut placed = Vec::new();
    let whole = app.chips();
    let all: usize = whole.iter().map(|(_, name)| width(name) + width("[ ×] ")).sum();
    let chips = if all <= usize::from(right + 1 - left) { whole } else { app.short_chips() };
    for (chip, name) in chips {
        // A long name of a section gives way, the mark behind it does not.
        // What is ranked stands behind the first.
        let room = usize::from(right.saturating_sub(x + if placed.is_empty() { 0 } else { kept }));
        let text = format!("[{} ×]", fit(&name, room.saturating_sub(width("[ ×]"))));
        if name.is_empty() || width(&text) > room {
            break;
        }
        let end = x + cells_of(&text) + 1;
        placed.push((chip, x, text));
        x = end;
    }
    placed
}

/// Draws the chips; the column behind them.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> u16 {
    let mut end = 0;
    for (_, x, text) in placed(app, canvas.width()) {
        end = canvas.text(x, 0, Ink::Plain, &text);
    }
    end
}

/// The chip at a column.
pub(super) fn chip_at(app: &App, cells: u16, x: u16) -> Option<Chip> {
    let placed = placed(app, cells);
    placed.into_iter().find(|(_, from, text)| (*from..from + cells_of(text)).contains(&x)).map(|(chip, ..)| chip)
}
