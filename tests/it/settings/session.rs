//! The browser in a pseudo-terminal, as far as the settings need it: keys in, screen out, an end.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::Home;

/// A time that a loaded machine does not need.
const PATIENCE: Duration = Duration::from_mins(1);

pub(crate) struct Session {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    seen: Arc<(Mutex<vt100::Parser>, Condvar)>,
    _master: Box<dyn MasterPty + Send>,
}

fn emulator() -> vt100::Parser {
    let [rows, columns] = [24, 80].map(|size| NonZero::new(size).expect("not 0"));
    vt100::Parser::new(rows, columns, 0)
}

impl Session {
    pub(crate) fn start(home: &Home, variables: &[(&str, &str)], args: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sulan"));
        command.env_clear();
        command.env("TERM", "xterm-256color");
        for (name, value) in home.variables() {
            command.env(name, value);
        }
        for (name, value) in variables {
            command.env(name, value);
        }
        command.args(args);
        command.cwd(&home.0);
        let child = pair.slave.spawn_command(command).expect("it starts");
        let seen = Arc::new((Mutex::new(emulator()), Condvar::new()));
        let (mut output, shared) = (pair.master.try_clone_reader().expect("a reader"), Arc::clone(&seen));
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                shared.0.lock().expect("whole").process(&bytes[..count]);
                shared.1.notify_all();
            }
        });
        let keys = pair.master.take_writer().expect("a writer");
        Self { child, keys, seen, _master: pair.master }
    }

    /// Waits until the screen is as `wanted` says, and gives its text.
    pub(crate) fn wait(&self, wanted: impl Fn(&vt100::Screen) -> bool) -> String {
        let screen = self.seen.0.lock().expect("whole");
        let (screen, late) =
            self.seen.1.wait_timeout_while(screen, PATIENCE, |parser| !wanted(parser.screen())).expect("whole");
        let text = screen.screen().contents();
        assert!(!late.timed_out(), "{text}");
        text
    }

    /// Waits until the screen of the browser shows `text`, spaces aside.
    pub(crate) fn shows(&self, text: &str) -> String {
        self.wait(|screen| screen.alternate_screen() && screen.contents().contains(text))
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("it listens");
        self.keys.flush().expect("it listens");
    }

    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("it runs").to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &id]).status().expect("kill runs");
        assert!(sent.success());
    }

    /// The exit status of a program that ends by itself.
    pub(crate) fn end(mut self) -> u32 {
        self.child.wait().expect("it ends").exit_code()
    }
}
