//! Drawing: the state in, cells out. Nothing here changes the state, and nothing
//! is kept from one frame to the next.

mod bars;
mod canvas;
mod chips;
mod chrome;
mod compare;
mod empty;
mod entries;
mod footer;
mod headings;
mod hit_grid;
mod hit_pairs;
mod hits;
mod honours;
mod marks;
mod matrix;
mod numerals;
mod overview;
mod picks;
mod places;
mod point_source;
mod pointer;
mod prompt;
mod search;
mod sections;
mod targets_chart;
mod text;
mod theme;
mod years;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::{App, Mode, Pane, SMALLEST};
use crate::report::Tab;
use crate::text::Lang;

use canvas::Canvas;
pub use pointer::{mouse, pointed};
pub use theme::Theme;

/// Draws the whole screen into a fresh buffer; the place of the terminal's cursor, where an input method or
/// a screen reader looks for it.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let area = buffer.area;
    let mut canvas = Canvas::new(buffer, area, Theme::from(app.looks));
    let cursor = if let Some(regions) = app.regions() {
        draw_mode(app, &mut canvas, regions)
    } else {
        draw_notice(app, &mut canvas);
        Some((0, 0))
    };
    cursor.filter(|&(x, y)| x < area.width && y < area.height).map(Position::from)
}

type At = Option<(u16, u16)>;

fn draw_mode(app: &App, canvas: &mut Canvas<'_>, regions: crate::app::Regions) -> At {
    let cursor = match app.ground() {
        Mode::Search | Mode::Hits => Some(search::draw(app, canvas, &regions)),
        Mode::Browse => {
            chrome::draw_tabs(app, canvas, &regions);
            if let Some(area) = regions.chips {
                chips::draw(app, &mut canvas.within(area));
            }
            if let Some(area) = regions.sections {
                sections::draw(app, &mut canvas.within(area));
            }
            empty::draw(app, &mut canvas.within(regions.list));
            match app.pane {
                Pane::Overview => overview::draw(app, canvas, &regions),
                Pane::Tab(Tab::Honours) => honours::draw(app, canvas, &regions),
                Pane::Tab(_) => entries::draw(app, canvas, &regions),
                Pane::Compare => compare::draw(app, canvas, &regions),
            }
        }
        Mode::Years => {
            chrome::draw_tabs(app, canvas, &regions);
            years::draw(app, canvas, &regions)
        }
        Mode::Places => {
            chrome::draw_tabs(app, canvas, &regions);
            places::draw(app, canvas, &regions)
        }
        Mode::Reports => matrix::draw(app, canvas, &regions),
        Mode::Page | Mode::Help | Mode::About | Mode::Choices | Mode::Export | Mode::Overwrite => {
            chrome::draw_tabs(app, canvas, &regions);
            let rows = app.text(usize::from(regions.list.width));
            text::draw(&mut canvas.within(regions.list), &rows, app.scroll());
            if app.ground() == Mode::Page && app.scroll() == 0 {
                picks::draw_page(app, &mut canvas.within(regions.list));
            }
            Some((0, regions.list.y))
        }
    };
    if let Some(area) = regions.details {
        match app.ground() {
            Mode::Years => years::details::draw(app, &mut canvas.within(area)),
            Mode::Places => places::draw_details(app, &mut canvas.within(area)),
            Mode::Reports => matrix::draw_details(app, &mut canvas.within(area)),
            _ => text::draw_details(app, &mut canvas.within(area)),
        }
    }
    footer::draw_footer(app, canvas, &regions).or(cursor)
}

/// One line in a window that is too small, as much of it as fits.
fn draw_notice(app: &App, canvas: &mut Canvas<'_>) {
    let ((width, height), (least_width, least_height)) = (app.size, SMALLEST);
    let text = match app.lang {
        Lang::Zh => format!("窗口太小：{width}×{height}，至少 {least_width}×{least_height}"),
        Lang::En => format!("Too small: {width}×{height}, needs {least_width}×{least_height}"),
    };
    canvas.text(0, 0, crate::pages::Ink::Plain, &text);
}
