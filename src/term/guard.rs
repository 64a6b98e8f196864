//! The terminal's modes: set on the way in, given back on every way out.

use std::io::{self, Write};
use std::mem::forget;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crossterm::cursor::{MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{execute, queue};

/// Whether the terminal is ours now, so that leaving twice does nothing. Held while it is
/// taken and given back: two threads that end the program at once do it one after the other.
static INSIDE: Mutex<bool> = Mutex::new(false);

/// Takes the terminal: raw mode, alternate screen, pasted text as such.
///
/// # Errors
/// When the terminal cannot be set so; nothing is left changed then.
pub(super) fn enter() -> io::Result<()> {
    let mut inside = inside();
    *inside = true;
    let taken = enable_raw_mode().and_then(|()| {
        // A terminal without an alternate screen shows what was there before.
        execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, MoveTo(0, 0), Clear(ClearType::All))
    });
    if taken.is_err() {
        give_back(&mut inside);
    }
    taken
}

/// Lets the terminal report wheel and click, or not.
///
/// # Errors
/// When the terminal cannot be written to.
pub(super) fn capture_mouse(on: bool) -> io::Result<()> {
    if !on {
        return execute!(io::stdout(), DisableMouseCapture);
    }
    // crossterm would ask for every movement too; presses and the wheel are enough, and wake no one between them.
    #[cfg(unix)]
    return execute!(io::stdout(), crossterm::style::Print("\x1b[?1000h\x1b[?1006h"));
    #[cfg(not(unix))]
    execute!(io::stdout(), crossterm::event::EnableMouseCapture)
}

/// Gives the terminal back as it was found. Errors are dropped: the terminal may be gone.
pub(super) fn leave() {
    give_back(&mut inside());
}

/// Gives the terminal back for the last time: no other thread takes it or draws to it after this.
pub(super) fn leave_for_good() {
    let mut inside = inside();
    let out = io::stdout().lock();
    give_back(&mut inside);
    forget((inside, out));
}

fn inside() -> MutexGuard<'static, bool> {
    INSIDE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn give_back(inside: &mut bool) {
    if !std::mem::take(inside) {
        return;
    }
    let mut out = io::stdout();
    let _ = queue!(
        out,
        EndSynchronizedUpdate,
        SetAttribute(Attribute::Reset),
        DisableMouseCapture,
        DisableBracketedPaste,
        // Without an alternate screen the shell goes on where the cursor is.
        MoveTo(0, 0),
        Clear(ClearType::All),
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
        leave_for_good();
        tell(info);
        std::process::exit(101);
    }));
}
