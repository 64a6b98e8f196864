//! Every mode and pane at every size from nothing to 120x40: no panic, and the rules of `common/check.rs` hold.

use crate::common::reports::many;
use crate::common::{Screen, library};
use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sulan::app::{App, SMALLEST};
use sulan::text::{Lang, width};

/// Keys that lead to every mode and pane, to their ends as well as to their starts.
const STATES: [&str; 16] = [
    "",
    "0",
    "0G",
    "2G",
    "3G",
    "4",
    "4G",
    "5",
    "5v",
    "5G<enter>",
    "3<enter>",
    "/",
    "/农<pgdn>",
    "/没有这个词",
    "?",
    "??",
];

/// The same over many reports.
const MANY: [&str; 5] = ["5v", "5vG", "5vvG", "r", "r<down><down><left>"];

/// Every width at the heights of the three layouts, and every height at the widths at which something drops off.
fn edges() -> impl Iterator<Item = (u16, u16)> {
    let wide = (0..=120).flat_map(|width| [10, 24, 40].map(|height| (width, height)));
    let high = (0..=40).flat_map(|height| [40, 60, 100, 120].map(|width| (width, height)));
    wide.chain(high)
}

/// The whole grid in steps of three.
fn grid() -> impl Iterator<Item = (u16, u16)> {
    (0..=120).step_by(3).flat_map(|width| (0..=40).step_by(3).map(move |height| (width, height)))
}

/// A few sizes beyond the widest layout.
fn vast() -> impl Iterator<Item = (u16, u16)> {
    [131, 132, 133, 200, 300].into_iter().flat_map(|width| [10, 40, 41, 60, 100].map(|height| (width, height)))
}

/// Draws every state at every size, in one language and the other by turns, so that every state sees
/// every width and every height in both; `first` says which language begins.
fn holds_at(sizes: impl Iterator<Item = (u16, u16)>, first: usize) {
    let mut screens: Vec<Screen> = STATES.iter().map(|keys| Screen::new(100, 30).press(keys)).collect();
    screens.extend(MANY.iter().map(|keys| Screen::over(many(), 100, 30).press(keys)));
    for (turn, (width, height)) in sizes.enumerate() {
        for (place, screen) in screens.iter_mut().enumerate() {
            screen.app.lang = if (first + turn + place).is_multiple_of(2) { Lang::Zh } else { Lang::En };
            screen.feed(Event::Resize(width, height));
            screen.draw();
        }
    }
}

#[test]
fn every_width_and_every_height() {
    holds_at(edges(), 0);
}

#[test]
fn the_whole_grid() {
    holds_at(grid(), 1);
}

#[test]
fn windows_wider_than_the_widest_layout() {
    holds_at(vast(), 0);
    holds_at(vast(), 1);
}

#[test]
fn a_window_that_is_too_small_says_so_with_its_size_and_the_least_one() {
    let (least_width, least_height) = SMALLEST;
    for (width, height) in [(39, 10), (40, 9), (39, 9), (32, 8), (120, 9), (39, 40)] {
        for lang in Lang::ALL {
            for keys in STATES {
                let screen = Screen::new(width, height).lang(lang).press(keys);
                let rows = screen.rows();
                let notice = rows.first().map(String::as_str).unwrap_or_default();
                assert!(notice.contains(&format!("{width}×{height}")), "{notice}");
                assert!(notice.contains(&format!("{least_width}×{least_height}")), "{notice}");
                assert!(rows.iter().skip(1).all(String::is_empty), "{}", screen.picture());
            }
        }
    }
}

#[test]
fn the_notice_is_cut_between_characters() {
    for cells in 0..39 {
        let whole = Screen::new(39, 9).line(0).replace("39×9", &format!("{cells}×9"));
        let cut = Screen::new(cells, 9).line(0);
        assert!(width(&cut) <= usize::from(cells), "{cut}");
        assert!(whole.starts_with(cut.trim_end()), "{cut:?} {whole:?}");
    }
}

#[test]
fn a_window_grown_again_shows_the_same_screen() {
    for lang in Lang::ALL {
        for keys in STATES {
            let mut screen = Screen::new(120, 40).lang(lang).press(keys);
            let (rows, selected) = (screen.rows(), screen.selected());
            screen.keys("<resize:1x1>").keys("<resize:120x40>");
            assert_eq!(screen.selected(), selected, "{keys}");
            // What scrolls with the window may stand at another row.
            if screen.app.cursor().top == 0 && screen.app.scroll() == 0 && screen.app.hit.top == 0 {
                assert_eq!(screen.rows(), rows, "{keys}\n{}", screen.picture());
            }
        }
    }
}

#[test]
fn a_frame_of_another_size_than_the_state_knows_is_drawn_without_a_panic() {
    // The window may change between the question for its size and the frame.
    for (known, real) in [((120, 40), (40, 10)), ((120, 40), (0, 0)), ((40, 10), (120, 40)), ((80, 24), (79, 3))] {
        for keys in STATES {
            let mut app = App::new(library(), Lang::Zh, known);
            for event in crate::common::script::events(keys) {
                if let Event::Key(key) = event
                    && let Some(action) = sulan::app::lookup(app.mode(), key)
                {
                    app.update(action);
                }
            }
            let cursor = sulan::ui::draw(&app, &mut Buffer::empty(Rect::new(0, 0, real.0, real.1)));
            assert!(cursor.is_none_or(|at| at.x < real.0 && at.y < real.1), "{known:?} {real:?} {keys:?}: {cursor:?}");
        }
    }
}
