//! What the terminal sends, read in a thread of its own that sleeps until there is something.
//!
//! One place understands it: the parser takes every byte, and what is no key, paste, size or mouse goes
//! no further. crossterm's reader, which stays on Windows, waits for ever behind a reply it does not
//! know, and types the strings that it does not know (crossterm issues 993 and 1104).

#[cfg(unix)]
mod parser;
#[cfg(unix)]
mod sequences;

use std::io;
use std::sync::mpsc::{Receiver, Sender, SyncSender, sync_channel};
use std::thread;

use crossterm::event::Event as Input;

use super::event::Event;
use crate::app::{Action, Mode, lookup};

/// How many readings the loop may be behind: a flood of keys waits in the terminal, not in memory.
const AHEAD: usize = 16;

/// What the loop takes a place from when it has answered a reading.
pub(super) struct Readings(Receiver<()>);

impl Readings {
    /// Lets the thread read on; to be called for each [`Event::Input`].
    pub(super) fn answered(&self) {
        let _ = self.0.try_recv();
    }
}

/// Sends what the terminal sends to the loop.
///
/// # Errors
/// When the terminal cannot be opened, or no thread started.
pub(super) fn listen(events: Sender<Event>) -> io::Result<Readings> {
    let (places, taken) = sync_channel(AHEAD);
    let to = To { events, places };
    #[cfg(unix)]
    let read = unix::reader(to)?;
    #[cfg(not(unix))]
    let read = move || windows::read(&to);
    thread::Builder::new().name("input".to_owned()).spawn(read)?;
    Ok(Readings(taken))
}

/// The way to the loop.
struct To {
    events: Sender<Event>,
    places: SyncSender<()>,
}

impl To {
    /// Sends what one reading gave; whether the loop is still there.
    fn send(&self, inputs: Vec<Input>) -> bool {
        if inputs.is_empty() {
            return true;
        }
        #[cfg(unix)]
        if inputs.iter().any(interrupts) {
            // However long the loop takes for what came before.
            super::signals::end_soon(signal_hook::consts::SIGINT);
        }
        self.places.send(()).is_ok() && self.events.send(Event::Input(inputs)).is_ok()
    }

    /// The terminal gives no more: the next read would fail at once, for ever.
    fn gone(&self) {
        let _ = self.events.send(Event::Gone);
    }
}

/// Whether this is the key that ends the program in every mode.
#[cfg_attr(not(unix), expect(dead_code, reason = "Windows ends a program by itself"))]
fn interrupts(input: &Input) -> bool {
    matches!(input, Input::Key(key) if lookup(Mode::Browse, *key) == Some(Action::Interrupt))
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io::{self, ErrorKind, IsTerminal, Read};
    use std::os::fd::AsFd;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;

    use super::To;
    use super::parser::Parser;

    /// What reads the terminal until it or the loop is gone.
    pub(super) fn reader(to: To) -> io::Result<impl FnOnce()> {
        let mut terminal = open()?;
        Ok(move || {
            let _ = read(&mut terminal, &to);
            to.gone();
        })
    }

    /// The terminal for reading; standard input may be something else.
    fn open() -> io::Result<File> {
        let stdin = io::stdin();
        if stdin.is_terminal() {
            return Ok(File::from(stdin.as_fd().try_clone_to_owned()?));
        }
        File::open("/dev/tty")
    }

    fn read(terminal: &mut File, to: &To) -> io::Result<()> {
        let mut parser = Parser::default();
        // As much as a terminal gives at once.
        let mut chunk = [0; 4096];
        loop {
            if comes(terminal, parser.patience())? {
                match terminal.read(&mut chunk) {
                    Ok(0) => return Ok(()),
                    Ok(count) => parser.feed(chunk.get(..count).unwrap_or_default()),
                    Err(error) if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => {}
                    Err(error) => return Err(error),
                }
            } else {
                parser.silence();
            }
            if !to.send(parser.take()) {
                return Ok(());
            }
        }
    }

    /// Waits for the next byte, at most for `patience`; whether there is one.
    fn comes(terminal: &File, patience: Option<Duration>) -> io::Result<bool> {
        let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
        loop {
            match poll(&mut [PollFd::new(terminal, PollFlags::IN)], patience.as_ref()) {
                Ok(ready) => return Ok(ready > 0),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

#[cfg(not(unix))]
mod windows {
    use crossterm::event::read as next;

    use super::To;

    /// Reads the console until it or the loop is gone.
    pub(super) fn read(to: &To) {
        while let Ok(input) = next() {
            if !to.send(vec![input]) {
                return;
            }
        }
        to.gone();
    }
}
