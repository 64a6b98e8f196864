//! What the last row says or asks: notices, the name of a file, whether to write over one.

use super::canvas::Canvas;
use crate::app::{App, Input, Mode, Show};
use crate::pages::Ink;
use crate::text::{Lang, cells_of, counted, end_of, fit, fit_end, start_of, width};

/// The cells that the longest question and its answers take beside the name, and the fewest of a name.
const ASKED: (usize, usize) = (60, 8);

/// The room a name is given before the keys begin.
const NAME: usize = 16;

/// The question, without the name that is typed behind it.
fn question(app: &App) -> String {
    let counted = app.exported_kind().counted(app.taken().len(), app.lang);
    match (app.mode(), app.lang) {
        (Mode::Export, Lang::Zh) => format!("写入 {counted}到："),
        (Mode::Export, Lang::En) => format!("Write {counted} to: "),
        (Mode::Overwrite, Lang::Zh) => format!("已有 {}，是否覆盖？", short(app)),
        (Mode::Overwrite, Lang::En) => format!("{} exists. Overwrite?", short(app)),
        _ => String::new(),
    }
}

/// The name of the file in a part of the row, shortened from the left: the question and its answers are whole.
fn short(app: &App) -> String {
    let rest = usize::from(app.size.0).saturating_sub(ASKED.0).max(ASKED.1);
    fit_end(app.file.text().trim(), rest)
}

/// The column from which on the keys of the last row stand.
pub(super) fn cells(app: &App) -> u16 {
    let asked = width(&question(app));
    let cells = match app.mode() {
        Mode::Export => 1 + asked + (width(&app.file.text()) + 1).max(NAME) + 2,
        Mode::Overwrite => 1 + asked + 2,
        _ => 1,
    };
    counted(cells)
}

/// Asks, in the cells before column `end`; the column of the cursor.
pub(super) fn draw(app: &App, footer: &mut Canvas<'_>, end: u16) -> Option<u16> {
    if !app.mode().is_prompt() {
        return None;
    }
    let room = usize::from(end.saturating_sub(2));
    let x = footer.text(1, 0, Ink::Plain, &fit(&question(app), room));
    if app.mode() == Mode::Overwrite {
        return Some(x);
    }
    let (shown, column) = window(&app.file, usize::from(end.saturating_sub(x + 1)).max(2));
    footer.text(x, 0, Ink::Bold, &shown);
    Some(x + counted(column))
}

/// What Compare can be narrowed to, each with its digit and its column; short words where there is less room.
fn choices(app: &App, cells: u16) -> Vec<(u16, String, Show)> {
    let word = |show: Show, short: bool| if short { show.short() } else { show.word() }.get(app.lang);
    let laid = |short: bool| {
        let (mut x, gap) = if short { (0, 1) } else { (1, 2) };
        let mut laid = Vec::new();
        for (digit, show) in (1_u8..).zip(Show::CHOICES) {
            let text = format!("{digit} {}", word(show, short));
            let end = x + cells_of(&text) + gap;
            laid.push((x, text, show));
            x = end;
        }
        (x - gap, laid)
    };
    let (end, whole) = laid(false);
    if end < cells { whole } else { laid(true).1 }
}

/// Offers what Compare can be narrowed to; what it is narrowed to is reversed.
pub(super) fn draw_choices(app: &App, footer: &mut Canvas<'_>) {
    for (x, text, show) in choices(app, footer.width()) {
        let (digit, word) = text.split_at(1);
        let from = footer.text(x, 0, Ink::Bold, digit);
        let end = footer.text(from, 0, Ink::Plain, word);
        if show == app.compare_filter.show {
            footer.select(0, x, end);
        }
    }
}

/// The choice at a column.
pub(super) fn choice_at(app: &App, cells: u16, x: u16) -> Option<Show> {
    let laid = choices(app, cells);
    laid.into_iter().find(|(from, text, _)| (*from..from + cells_of(text)).contains(&x)).map(|(.., show)| show)
}

/// Says what there is to say, behind the name that is being typed where both have room;
/// the column of the cursor there, or `None` when there is nothing to say.
pub(super) fn draw_notice(app: &App, footer: &mut Canvas<'_>) -> Option<u16> {
    let notice = app.notice()?;
    let right = footer.width().saturating_sub(1);
    let from = cells(app);
    if app.mode() == Mode::Export && usize::from(from) + width(&notice) <= usize::from(right) {
        let cursor = draw(app, footer, from);
        footer.text(from, 0, Ink::Bold, &notice);
        return cursor;
    }
    let notice = app.notice_in(usize::from(right.saturating_sub(1)))?;
    footer.text(1, 0, Ink::Plain, &notice);
    Some(1)
}

/// The part of a typed line that fits in `room` cells, with its cursor in sight: a long
/// line is shown from further right; and the column of the cursor in it.
pub(super) fn window(input: &Input, room: usize) -> (String, usize) {
    let before = end_of(input.before(), room);
    let column = width(before);
    (before.to_owned() + start_of(input.after(), room.saturating_sub(column)), column)
}
