//! Signals as events: the loop leaves by itself; if it does not answer, this thread does.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::terminal::disable_raw_mode;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::event::Event;
use super::guard::leave_for_good;

/// How long the loop has to answer a signal.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long the terminal has to take what gives it back; one over a dead line never does.
const TERMINAL_PATIENCE: Duration = Duration::from_millis(500);

/// Whether the program has stopped itself, so that the signal that lets it go on is no news: a terminal that is given
/// back and taken once more in the midst of typing shows keys where the shell was.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// Catches signals from now on; what comes before somebody listens is kept.
///
/// # Errors
/// When the handlers cannot be set.
pub(super) fn catch() -> io::Result<Signals> {
    Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])
}

/// Sends signals to the loop from a thread of their own.
///
/// # Errors
/// When there can be no thread.
pub(super) fn listen(mut signals: Signals, events: Sender<Event>) -> io::Result<()> {
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let mut leaving = false;
        for signal in signals.forever() {
            // Who stopped the program himself takes the terminal again himself.
            if signal == SIGCONT && STOPPED.swap(false, Ordering::Relaxed) {
                continue;
            }
            let event = match signal {
                SIGTSTP => Event::Suspend,
                SIGCONT => Event::Continue,
                SIGWINCH => Event::Resized,
                _ => Event::Signal(signal),
            };
            if !matches!(event, Event::Signal(_)) {
                // The loop is gone only when the program is ending, and then there is nothing to stop.
                let _ = events.send(event);
                continue;
            }
            if leaving || events.send(event).is_err() {
                end(signal);
            }
            leaving = true;
            end_soon(signal);
        }
    })?;
    Ok(())
}

/// Ends the program by `signal` when the loop does not do so in time.
pub(super) fn end_soon(signal: i32) {
    // Where no thread can be started the loop is on its own.
    let _ = thread::Builder::new().name("patience".to_owned()).spawn(move || {
        thread::sleep(PATIENCE);
        end(signal);
    });
}

/// Ends the program at once, with the terminal given back.
///
/// The loop may be stuck in a write to a terminal that takes nothing more, so another
/// thread waits for its turn to write; the settings are given back in any case.
fn end(signal: i32) -> ! {
    let (sender, left) = channel();
    let leaving = thread::Builder::new().name("leave".to_owned()).spawn(move || {
        leave_for_good();
        let _ = sender.send(());
    });
    if leaving.is_err() || left.recv_timeout(TERMINAL_PATIENCE).is_err() {
        let _ = disable_raw_mode();
    }
    std::process::exit(128 + signal);
}

/// Whether a shell with job control started the program: it gives every job a group of its own.
/// In the group of the leader of the session (a terminal that runs nothing else, `ssh host
/// sulan`) nobody could bring a stopped program back.
pub(super) fn has_shell() -> bool {
    rustix::process::getsid(None).is_ok_and(|session| session != rustix::process::getpgrp())
}

/// Stops the program and all that was started with it, as a shell's Ctrl-Z does.
///
/// The whole group is stopped, so that a program that started this one (cargo,
/// git) gives the shell its terminal back too. SIGSTOP and not SIGTSTP, which
/// the kernel ignores for a group without a shell.
///
/// # Errors
/// When the kernel refuses.
pub(super) fn stop() -> io::Result<()> {
    STOPPED.store(true, Ordering::Relaxed);
    rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?;
    Ok(())
}

/// Keeps a program that is started from being stopped and ended with this one's group: what
/// was copied stays in the clipboard while the browser is suspended.
pub(super) fn set_apart(command: &mut Command) {
    command.process_group(0);
}
