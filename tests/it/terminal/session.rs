//! A program in a pseudo-terminal: its keys, its screen, its end.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use vt100::Screen;

use super::look::{assert_left, picture};

/// How long anything may take. Never reached but by a broken program.
const DEADLINE: Duration = Duration::from_secs(20);
/// Less than the program waits for the rest of what has begun.
const TOGETHER: Duration = Duration::from_millis(15);
/// Between two looks at something that does not announce itself.
const GLANCE: Duration = Duration::from_millis(5);

/// A width and a height in cells.
pub(crate) type Size = (u16, u16);
/// The size of most sessions.
pub(crate) const USUAL: Size = (80, 24);

/// The language of a session, set as a user's system sets it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Locale {
    Chinese,
    English,
}

/// A program that runs in a terminal of its own.
pub(crate) struct Session {
    terminal: Arc<Terminal>,
    child: Box<dyn Child + Send + Sync>,
    status: Option<ExitStatus>,
    /// `None` once the terminal has vanished.
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    /// Held so that the settings of the terminal outlive the program.
    slave: Option<Box<dyn SlavePty + Send>>,
    reader: Option<JoinHandle<()>>,
    settings: String,
}

/// What is left when a program has ended.
pub(crate) struct Ended {
    /// How it ended.
    pub(crate) status: ExitStatus,
    /// The screen it left.
    pub(crate) screen: Screen,
    /// All that it wrote.
    pub(crate) bytes: Vec<u8>,
    settings: [String; 2],
}

/// What the reading thread shares with the test.
struct Terminal {
    seen: Mutex<Seen>,
    changed: Condvar,
}

struct Seen {
    emulator: vt100::Parser<Frames>,
    bytes: Vec<u8>,
    reading: Reading,
}

/// What the reading thread is to do after its next read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Reads,
    Pauses,
    Stops,
}

/// Counts synchronized updates, which the emulator itself knows nothing of.
#[derive(Default)]
struct Frames {
    open: bool,
    drawn: usize,
}

impl vt100::Callbacks for Frames {
    fn unhandled_csi(
        &mut self,
        _: &mut Screen,
        intermediate: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        last: char,
    ) {
        if intermediate != Some(b'?') || params != [[2026]] {
            return;
        }
        self.drawn += usize::from(self.open && last == 'l');
        self.open = last == 'h';
    }
}

impl Terminal {
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Feeds the emulator until the program's side is closed or the test wants no more.
    fn read(&self, mut from: impl Read) {
        let mut chunk = [0; 4096];
        while let Ok(count @ 1..) = from.read(&mut chunk) {
            let bytes = chunk.get(..count).unwrap_or_default();
            let mut seen = self.seen();
            seen.emulator.process(bytes);
            seen.bytes.extend_from_slice(bytes);
            self.changed.notify_all();
            while seen.reading == Reading::Pauses {
                seen = self.changed.wait(seen).unwrap_or_else(PoisonError::into_inner);
            }
            if seen.reading == Reading::Stops {
                return;
            }
        }
    }

    fn turn(&self, reading: Reading) {
        self.seen().reading = reading;
        self.changed.notify_all();
    }
}

/// The program itself, as a user starts it from a shell.
pub(crate) fn sulan(locale: Locale) -> CommandBuilder {
    command(Path::new(env!("CARGO_BIN_EXE_sulan")), locale)
}

/// Any program in the surroundings of a user without settings.
pub(crate) fn command(program: &Path, locale: Locale) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.env_clear();
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("TERM", "xterm-256color");
    // No folder can be made there, so that nothing a user keeps plays a part, nor what another test left.
    command.env("HOME", "/dev/null/nobody");
    command.env(
        "LC_ALL",
        match locale {
            Locale::Chinese => "zh_CN.UTF-8",
            Locale::English => "en_US.UTF-8",
        },
    );
    command.cwd(env!("CARGO_TARGET_TMPDIR"));
    command
}

fn pty_size((cols, rows): Size) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

impl Session {
    /// The program at its first screen, where that has room for the past with the past.
    pub(crate) fn at_first_screen(locale: Locale, size: Size) -> Self {
        let session = Self::start(sulan(locale), size);
        session.wait_for("the first screen", |screen| {
            let shown = screen.contents();
            let past = !shown.contains("2013    2024") || shown.contains("·····");
            screen.alternate_screen() && !shown.is_empty() && past
        });
        session
    }

    /// A program that has just been started.
    pub(crate) fn start(command: CommandBuilder, size: Size) -> Self {
        Self::start_in(command, size, size)
    }

    /// The same in a window of this size that says it has none.
    pub(crate) fn start_untold(command: CommandBuilder, size: Size) -> Self {
        Self::start_in(command, size, (0, 0))
    }

    fn start_in(command: CommandBuilder, size: Size, told: Size) -> Self {
        let pair = native_pty_system().openpty(pty_size(told)).expect("a pseudo-terminal");
        let settings = settings(&*pair.master);
        let from = pair.master.try_clone_reader().expect("the output of the terminal");
        let keys = pair.master.take_writer().expect("the input of the terminal");
        let cells = |count: u16| count.try_into().expect("a terminal has cells");
        let emulator = vt100::Parser::new_with_callbacks(cells(size.1), cells(size.0), 0, Frames::default());
        let seen = Mutex::new(Seen { emulator, bytes: Vec::new(), reading: Reading::Reads });
        let terminal = Arc::new(Terminal { seen, changed: Condvar::new() });
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let reader = thread::spawn({
            let terminal = Arc::clone(&terminal);
            move || terminal.read(from)
        });
        Self {
            terminal,
            child,
            status: None,
            master: Some(pair.master),
            keys: Some(keys),
            slave: Some(pair.slave),
            reader: Some(reader),
            settings,
        }
    }

    /// Waits until the screen is as wanted; only whole frames are looked at.
    pub(crate) fn wait_for(&self, what: &str, wanted: impl Fn(&Screen) -> bool) {
        self.wait(what, |seen| wanted(seen.emulator.screen()));
    }

    /// Waits until `count` frames have been drawn since the start.
    pub(crate) fn wait_for_frames(&self, count: usize) {
        self.wait("another frame", |seen| seen.emulator.callbacks().drawn >= count);
    }

    fn wait(&self, what: &str, wanted: impl Fn(&Seen) -> bool) {
        let until = Instant::now() + DEADLINE;
        let mut seen = self.terminal.seen();
        while seen.emulator.callbacks().open || !wanted(&seen) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited in vain for {what}; the screen:\n{}", picture(seen.emulator.screen()));
            seen = self.terminal.changed.wait_timeout(seen, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Waits until something holds that does not show on the screen.
    pub(crate) fn wait_until(&self, what: &str, holds: impl Fn() -> bool) {
        let until = Instant::now() + DEADLINE;
        while !holds() {
            assert!(Instant::now() < until, "waited in vain until {what}; the screen:\n{}", picture(&self.screen()));
            thread::sleep(GLANCE);
        }
    }

    /// The screen as it is now.
    pub(crate) fn screen(&self) -> Screen {
        self.terminal.seen().emulator.screen().clone()
    }

    /// The number of frames drawn since the start.
    pub(crate) fn frames(&self) -> usize {
        self.terminal.seen().emulator.callbacks().drawn
    }

    /// The number of bytes written since the start.
    pub(crate) fn written(&self) -> usize {
        self.terminal.seen().bytes.len()
    }

    /// What has been written from byte `from` on.
    pub(crate) fn bytes_from(&self, from: usize) -> Vec<u8> {
        self.terminal.seen().bytes.get(from..).unwrap_or_default().to_vec()
    }

    /// What a terminal shows that sees only what has been written from byte `from` on.
    pub(crate) fn replay(&self, from: usize) -> Screen {
        let (rows, cols) = self.screen().size();
        let mut emulator = vt100::Parser::new(rows, cols, 0);
        emulator.process(&self.bytes_from(from));
        emulator.screen().clone()
    }

    /// Types, or pastes, or whatever the text means.
    pub(crate) fn send(&mut self, keys: &str) {
        self.send_bytes(keys.as_bytes());
    }

    /// Types bytes that need not be whole characters.
    pub(crate) fn send_bytes(&mut self, keys: &[u8]) {
        let to = self.keys.as_mut().expect("the terminal is there");
        to.write_all(keys).expect("the terminal takes keys");
    }

    /// Types bytes in parts, each a moment after the one before; whether all came as soon as a terminal
    /// sends what belongs together, which a busy machine may keep a test from.
    pub(crate) fn send_parts(&mut self, parts: &[&[u8]]) -> bool {
        let mut soon = true;
        let mut last: Option<Instant> = None;
        for part in parts {
            self.send_bytes(part);
            soon &= last.is_none_or(|last| last.elapsed() < TOGETHER);
            last = Some(Instant::now());
            thread::sleep(Duration::from_micros(300));
        }
        soon
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&self, size: Size) {
        let cells = |count: u16| count.try_into().expect("a terminal has cells");
        let master = self.master.as_ref().expect("the terminal is there");
        // The emulator first: what comes for the new size must not meet the old one.
        self.terminal.seen().emulator.set_size(cells(size.1), cells(size.0));
        master.resize(pty_size(size)).expect("the terminal takes a size");
    }

    /// The process in the terminal.
    pub(crate) fn pid(&self) -> Pid {
        let id = self.child.process_id().and_then(|id| i32::try_from(id).ok());
        id.and_then(Pid::from_raw).expect("the program has a number")
    }

    /// Sends a signal to the process, which has not been waited for.
    pub(crate) fn signal(&self, signal: Signal) {
        assert!(self.status.is_none(), "the number of an ended program may belong to another one");
        // It may have ended by itself; then there is nothing to signal.
        let _ = kill_process(self.pid(), signal);
    }

    /// The settings of the terminal: echo, line mode, special keys.
    pub(crate) fn settings(&self) -> String {
        settings(self.master.as_deref().expect("the terminal is there"))
    }

    /// The settings before the program started.
    pub(crate) fn settings_before(&self) -> &str {
        &self.settings
    }

    /// Takes no more output from the program, as a terminal over a dead line does.
    pub(crate) fn stop_reading(&self) {
        self.terminal.turn(Reading::Pauses);
    }

    /// Closes the terminal's side: a closed window, a lost connection.
    pub(crate) fn vanish(&mut self) {
        self.terminal.turn(Reading::Stops);
        if let Some(reader) = self.reader.take() {
            // The reading thread sits in a read and has to see a byte to let go of its end:
            // Ctrl-L makes the browser draw, and is echoed where no browser takes the keys.
            while !reader.is_finished() {
                self.send("\u{c}");
                thread::sleep(GLANCE);
            }
            reader.join().expect("the reading thread ended");
        }
        self.keys = None;
        self.slave = None;
        self.master = None;
    }

    /// Waits for the end of the program; its status.
    pub(crate) fn wait_for_end(&mut self) -> ExitStatus {
        let until = Instant::now() + DEADLINE;
        loop {
            if let Some(status) = self.status.clone() {
                return status;
            }
            self.status = self.child.try_wait().expect("the program can be waited for");
            let screen = || picture(&self.screen());
            assert!(Instant::now() < until, "the program does not end; the screen:\n{}", screen());
            thread::sleep(GLANCE);
        }
    }

    /// Waits for the end of the program; what is left then.
    pub(crate) fn end(mut self) -> Ended {
        let status = self.wait_for_end();
        let settings = [self.settings.clone(), self.settings()];
        // With the last of the program's ends closed the reading comes to an end.
        self.slave = None;
        self.terminal.turn(Reading::Reads);
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the reading thread ended");
        }
        let screen = self.screen();
        let bytes = self.bytes_from(0);
        Ended { status, screen, bytes, settings }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if self.status.is_none() {
            // A test that fails leaves nothing running.
            let _ = kill_process(self.pid(), Signal::KILL);
            let _ = self.child.wait();
        }
        self.terminal.turn(Reading::Reads);
    }
}

impl Ended {
    /// The exit status; `None` when a signal ended the program before it could.
    pub(crate) fn code(&self) -> Option<u32> {
        self.status.signal().is_none().then(|| self.status.exit_code())
    }

    /// Asserts that the terminal is as it was before the program.
    pub(crate) fn assert_restored(&self, how: &str) {
        assert_left(&self.screen, how);
        let [before, after] = &self.settings;
        assert_eq!(before, after, "{how}: the settings of the terminal");
    }
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has settings"))
}
