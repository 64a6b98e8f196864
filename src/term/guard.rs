//! The terminal's modes: set on the way in, given back on every way out.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};

/// Whether the terminal is ours now, so that leaving twice does nothing.
static INSIDE: AtomicBool = AtomicBool::new(false);

/// Takes the terminal: raw mode, alternate screen, pasted text as such.
///
/// # Errors
/// When the terminal cannot be set so; nothing is left changed then.
pub(super) fn enter() -> io::Result<()> {
    // The mark comes first, so that a signal in the middle gives everything back.
    INSIDE.store(true, Ordering::SeqCst);
    let taken = enable_raw_mode()
        .and_then(|()| execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, MoveTo(0, 0)));
    if taken.is_err() {
        leave();
    }
    taken
}

/// Gives the terminal back as it was found. Errors are dropped: the terminal may be gone.
pub(super) fn leave() {
    if !INSIDE.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = queue!(
        out,
        EndSynchronizedUpdate,
        SetAttribute(Attribute::Reset),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Gives the terminal back when the loop ends by any path.
pub(super) struct Guard;

impl Guard {
    /// Takes the terminal until the guard is dropped.
    pub(super) fn enter() -> io::Result<Self> {
        leave_on_panic();
        enter()?;
        Ok(Self)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// A panic in any thread gives the terminal back before it is told, and ends the program with 101.
fn leave_on_panic() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        leave();
        tell(info);
        std::process::exit(101);
    }));
}
