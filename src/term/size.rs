//! The size of the window, asked of the terminal once a frame.

/// Columns and rows.
pub(super) type Cells = (u16, u16);

/// No screen has more, but a terminal may say so (`stty cols 65535`), and every cell takes memory.
const LARGEST: Cells = (1000, 500);

/// The size now. What the terminal does not tell is as it was `known`: a terminal whose size nobody
/// has set (a container, a serial line) says nought.
pub(super) fn now(known: Cells) -> Cells {
    let (columns, rows) = asked().unwrap_or_default();
    let told = |now: u16, known: u16| if now == 0 { known } else { now };
    (told(columns, known.0).min(LARGEST.0), told(rows, known.1).min(LARGEST.1))
}

/// Standard output is the terminal; crossterm would open another way to it each time.
#[cfg(unix)]
fn asked() -> Option<Cells> {
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok()?;
    Some((size.ws_col, size.ws_row))
}

#[cfg(not(unix))]
fn asked() -> Option<Cells> {
    crossterm::terminal::size().ok()
}
