//! What is under the pointer: the same places that drawing uses, asked the other way round.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::chips::chip_at;
use super::chrome::pane_at;
use super::footer::action_at;
use super::overview::in_sight;
use crate::app::{Action, App, HitLine, HitRows, Mode, Regions};

/// What the mouse asks for: the wheel moves as the arrows do, a click goes to what is under it.
pub fn mouse(app: &App, mouse: MouseEvent) -> Option<Action> {
    match mouse.kind {
        // At the first hit the arrow fetches an older search, which nobody asks the wheel for.
        MouseEventKind::ScrollUp if app.mode() == Mode::Search && app.hit.selected == 0 => None,
        MouseEventKind::ScrollUp => Some(Action::Up),
        MouseEventKind::ScrollDown => Some(Action::Down),
        MouseEventKind::Down(MouseButton::Left) => pointed(app, mouse.column, mouse.row),
        _ => None,
    }
}

/// What a click at a cell of the screen asks for; `None` where nothing is.
pub fn pointed(app: &App, x: u16, y: u16) -> Option<Action> {
    let regions = app.regions()?;
    let at = Position::new(x, y);
    if regions.footer.contains(at) {
        return action_at(app, &regions, x);
    }
    if let Some(area) = regions.chips.filter(|area| area.contains(at)) {
        return chip_at(app, area.width, x).map(Action::TakeOff);
    }
    // In the views across reports they stand in the head of the list.
    let headed = matches!(app.mode(), Mode::Years | Mode::Places) && y == regions.list.y;
    if let Some(chip) = chip_at(app, regions.list.width, x).filter(|_| headed) {
        return Some(Action::TakeOff(chip));
    }
    let searching = matches!(app.mode(), Mode::Search | Mode::Hits | Mode::Reports);
    if regions.tabs.contains(at) {
        return pane_at(app, &regions, x).filter(|_| !searching).map(Action::Show);
    }
    let place = match app.mode() {
        Mode::Browse | Mode::Choices => item_at(app, &regions, at)?,
        Mode::Search | Mode::Hits => hit_at(app, &regions, at)?,
        Mode::Years => super::years::row_at(app, &regions, at)?,
        Mode::Places => super::places::row_at(app, &regions, at)?,
        Mode::Reports => super::matrix::row_at(app, &regions, at)?,
        Mode::Page | Mode::Help | Mode::About | Mode::Export | Mode::Overwrite => return None,
    };
    let selected = match app.mode() {
        Mode::Search | Mode::Hits => app.hit.selected,
        Mode::Years => app.years()?.cursor.selected,
        Mode::Places => app.places()?.cursor.selected,
        Mode::Reports => app.matrix()?.cursor.selected,
        _ => app.cursor().selected,
    };
    Some(if place == selected { Action::Open } else { Action::Select(place) })
}

/// The row of a list that a cell is in, without the first one where a heading stays in it.
fn row_in(area: Rect, at: Position, top: usize) -> Option<usize> {
    let row = usize::from(at.y.checked_sub(area.y)?);
    let covered = row == 0 && top > 0 && area.height > 2;
    (area.contains(at) && !covered).then_some(row)
}

fn item_at(app: &App, regions: &Regions, at: Position) -> Option<usize> {
    let layout = app.layout();
    let (column, area, top) = in_sight(app, &layout, regions).into_iter().find(|(_, area, _)| area.contains(at))?;
    layout.columns.get(column)?.get(top + row_in(area, at, top)?)?.at()
}

fn hit_at(app: &App, regions: &Regions, at: Position) -> Option<usize> {
    let rows = app.hit_rows();
    let row = row_in(regions.list, at, if rows == HitRows::Bare { 0 } else { app.hit.top })?;
    match app.live.line(app.hit.top + row, rows)? {
        HitLine::Hit(place) => Some(place),
        HitLine::Blank | HitLine::Heading(_) => None,
    }
}
