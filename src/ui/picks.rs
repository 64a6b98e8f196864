//! The mark of what is picked.

use super::canvas::Canvas;
use crate::app::{App, Item};
use crate::pages::{Ink, margins};

/// Marks a picked line in the column of the selection's mark, or behind that mark where it stands there.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, (x, y): (u16, u16), (item, selected): (Item, bool)) {
    if !app.is_picked(item) {
        return;
    }
    if selected {
        canvas.on_selection(x + 1, y, "+");
    } else {
        canvas.text(x, y, Ink::Bold, "+");
    }
}

/// Marks the page of something that is picked.
pub(super) fn draw_page(app: &App, canvas: &mut Canvas<'_>) {
    let (x, _) = margins(canvas.width());
    if let Some(item) = app.item() {
        draw(app, canvas, (x, 0), (item, false));
    }
}
