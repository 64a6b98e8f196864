//! What a screen shows.

use std::fmt::Write as _;

use vt100::{MouseProtocolMode, Screen};

/// Asserts that a screen is the main one, in its usual modes.
pub(crate) fn assert_left(screen: &Screen, how: &str) {
    assert!(!screen.alternate_screen(), "{how}: the alternate screen was not left");
    assert!(!screen.hide_cursor(), "{how}: the cursor is hidden");
    assert!(!screen.bracketed_paste(), "{how}: pasted text still comes in brackets");
    assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None, "{how}: the mouse");
    let style = (screen.fgcolor(), screen.bgcolor(), screen.bold(), screen.dim(), screen.inverse());
    assert_eq!(style, (vt100::Color::Default, vt100::Color::Default, false, false, false), "{how}: the style");
}

/// The rows of a screen without the blanks at their ends.
pub(crate) fn rows(screen: &Screen) -> Vec<String> {
    let (_, width) = screen.size();
    screen.rows(0, width.get()).map(|row| row.trim_end().to_owned()).collect()
}

/// One row of a screen, from the top with 0.
pub(crate) fn row(screen: &Screen, at: u16) -> String {
    rows(screen).get(usize::from(at)).cloned().unwrap_or_default()
}

/// Whether a row of the screen holds `text`.
pub(crate) fn shows(screen: &Screen, text: &str) -> bool {
    rows(screen).iter().any(|row| row.contains(text))
}

/// The cell of the cursor: column, row.
pub(crate) fn cursor(screen: &Screen) -> (u16, u16) {
    let (row, column) = screen.cursor_position();
    (column, row)
}

/// A screen for the message of a failed test.
pub(crate) fn picture(screen: &Screen) -> String {
    let mut picture = format!("cursor {:?}, alternate {}\n", cursor(screen), screen.alternate_screen());
    for row in rows(screen) {
        let _ = writeln!(picture, "|{row}");
    }
    picture
}
