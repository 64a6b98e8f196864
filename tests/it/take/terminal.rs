//! Copying and exporting in the real program: what the terminal and the clipboard
//! programs are given.

use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine as _;
use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use crate::take::Folder;

/// How long anything may take. Never reached but by a broken program.
const DEADLINE: Duration = Duration::from_secs(20);

/// A terminal that keeps what it is asked to copy.
#[derive(Default)]
struct Clipboard(Vec<Vec<u8>>);

impl vt100::Callbacks for Clipboard {
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, to: &[u8], text: &[u8]) {
        assert_eq!(to, b"c", "the clipboard, not the primary selection");
        self.0.push(base64::prelude::BASE64_STANDARD.decode(text).expect("base64"));
    }
}

/// The program in a terminal of 80 by 24 cells.
struct Session {
    emulator: Arc<Mutex<vt100::Parser<Clipboard>>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    // Held, for the terminal lives as long as its master.
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Session {
    /// The program with the programs of `folder` before all others, at its first screen.
    fn start(folder: &Folder, variables: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sulan"));
        command.env_clear();
        command.env("PATH", format!("{}:/usr/bin:/bin", folder.at("bin")));
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "zh_CN.UTF-8");
        command.env("HOME", folder.at(""));
        for (name, value) in variables {
            command.env(name, value);
        }
        command.cwd(folder.at(""));
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let mut from = pair.master.try_clone_reader().expect("the output of the terminal");
        let keys = pair.master.take_writer().expect("the input of the terminal");
        let cells = |count: u16| count.try_into().expect("a terminal has cells");
        let emulator = vt100::Parser::new_with_callbacks(cells(24), cells(80), 0, Clipboard::default());
        let emulator = Arc::new(Mutex::new(emulator));
        let seen = Arc::clone(&emulator);
        thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let Ok(count @ 1..) = from.read(&mut chunk) {
                seen.lock().expect("the test is whole").process(chunk.get(..count).unwrap_or_default());
            }
        });
        let session = Self { emulator, keys, child, _master: pair.master };
        session.wait_for("回顾");
        session
    }

    fn send(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("the terminal takes keys");
    }

    fn wait_for(&self, text: &str) {
        self.wait(text, || self.emulator.lock().expect("the reader is whole").screen().contents().contains(text));
    }

    fn wait(&self, what: &str, holds: impl Fn() -> bool) {
        let until = Instant::now() + DEADLINE;
        while !holds() {
            let screen = || self.emulator.lock().expect("the reader is whole").screen().contents();
            assert!(Instant::now() < until, "waited in vain for {what}; the screen:\n{}", screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// What the terminal was asked to copy, in order.
    fn copies(&self) -> Vec<String> {
        let emulator = self.emulator.lock().expect("the reader is whole");
        let copies = &emulator.callbacks().0;
        copies.iter().map(|text| String::from_utf8(text.clone()).expect("UTF-8")).collect()
    }

    /// The programs that have ended and that the browser has not asked after.
    #[cfg(target_os = "linux")]
    fn zombies(&self) -> usize {
        let own = self.child.process_id().expect("it runs").to_string();
        let processes = std::fs::read_dir("/proc").expect("a list of processes").filter_map(Result::ok);
        let stats = processes.filter_map(|process| std::fs::read_to_string(process.path().join("stat")).ok());
        let of_ours = stats.filter(|stat| {
            let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
            fields.first() == Some(&"Z") && fields.get(1) == Some(&own.as_str())
        });
        of_ours.count()
    }

    fn leave(mut self) {
        self.send("\u{1b}\u{1b}q");
        let until = Instant::now() + DEADLINE;
        loop {
            if let Some(status) = self.child.try_wait().expect("the program can be waited for") {
                assert_eq!(status.exit_code(), 0);
                return;
            }
            assert!(Instant::now() < until, "the program does not end");
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A test that fails leaves nothing running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A stand-in for a clipboard program: a script with this last line.
fn stand_in(folder: &Folder, name: &str, script: &str) {
    let path = folder.0.join("bin").join(name);
    std::fs::create_dir_all(folder.0.join("bin")).expect("a folder for programs");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script");
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o755)).expect("a program");
}

/// A stand-in that keeps its arguments and its text beside it.
fn keeping(folder: &Folder, name: &str) {
    stand_in(folder, name, &format!("echo \"$@\" > '{0}.args'; cat > '{0}.text'", folder.at(name)));
}

const GRAIN: &str = "粮食产量 95.28 亿斤（2024 年，吉林市）";

#[test]
fn the_terminal_is_asked_by_osc_52() {
    let folder = Folder::new();
    let mut session = Session::start(&folder, &[]);
    session.send("/粮食产量\r");
    session.send("y");
    session.wait_for("已交给终端复制：粮食产量 95.28");
    assert_eq!(session.copies(), [GRAIN]);
    session.send("Y");
    session.wait("the citation", || session.copies().len() == 2);
    assert!(session.copies()[1].starts_with(&format!("{GRAIN}。出处：")), "{:?}", session.copies());
    // Two entries, one line each; the last row goes back to the keys with the next key.
    session.send("  y");
    session.wait_for("已交给终端复制 2 条：");
    assert_eq!(session.copies()[2].lines().count(), 2);
    session.send("k");
    session.wait_for("已选 2");
    session.leave();
}

#[test]
fn each_clipboard_program_is_given_the_text_where_it_can_work() {
    for (name, variable, arguments) in [
        ("wl-copy", Some(("WAYLAND_DISPLAY", "wayland-0")), ""),
        ("xclip", Some(("DISPLAY", ":0")), "-selection clipboard"),
        ("pbcopy", None, ""),
        ("clip.exe", None, ""),
    ] {
        let folder = Folder::new();
        keeping(&folder, name);
        let variables: Vec<(&str, &str)> = variable.into_iter().collect();
        let mut session = Session::start(&folder, &variables);
        session.send("/粮食产量\r");
        session.send("y");
        session.wait_for(&format!("已复制（{name}）"));
        assert_eq!(folder.read(&format!("{name}.args")).trim(), arguments);
        let given = std::fs::read(folder.0.join(format!("{name}.text"))).expect("the text was kept");
        let wanted = match name {
            "clip.exe" => GRAIN.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            _ => GRAIN.as_bytes().to_vec(),
        };
        assert_eq!(given, wanted, "{name}");
        #[cfg(target_os = "linux")]
        assert_eq!(session.zombies(), 0, "{name} is asked after");
        session.leave();
    }
}

#[test]
fn the_first_program_that_can_work_is_used_and_no_other() {
    let folder = Folder::new();
    for name in ["wl-copy", "xclip", "pbcopy"] {
        keeping(&folder, name);
    }
    let mut session = Session::start(&folder, &[("DISPLAY", ":0")]);
    session.send("y");
    session.wait_for("已复制（xclip）");
    session.leave();
    let names = folder.names();
    assert!(names.iter().any(|name| name == "xclip.text"), "{names:?}");
    assert!(!names.iter().any(|name| name.starts_with("wl-copy") || name.starts_with("pbcopy")), "{names:?}");
}

#[test]
fn a_program_that_fails_or_hangs_is_not_named_and_holds_nothing_up() {
    for script in ["exit 1", "cat > /dev/null; sleep 3", "exec < /dev/null; sleep 3"] {
        let folder = Folder::new();
        stand_in(&folder, "pbcopy", script);
        let mut session = Session::start(&folder, &[]);
        session.send("y");
        session.wait_for("已交给终端复制：");
        session.send("j");
        session.wait_for("2/");
        assert!(session.emulator.lock().expect("the reader is whole").screen().contents().contains("复制"));
        session.leave();
    }
}

#[test]
fn a_file_is_written_and_kept() {
    let folder = Folder::new();
    let mut session = Session::start(&folder, &[]);
    session.send(" ");
    session.wait_for("已选 1");
    session.send("e");
    session.wait_for("写入 1 条到：sulan.md");
    session.send("\r");
    session.wait_for("已写入 1 条到 sulan.md");
    let first = folder.read("sulan.md");
    session.send(" e\r");
    session.wait_for("已有 sulan.md，是否覆盖？");
    session.send("n");
    session.wait_for("写入 2 条到：sulan.md");
    assert_eq!(folder.read("sulan.md"), first);
    // The user's own folder, by its short name.
    session.send("\u{15}~/two.json\r");
    session.wait_for("已写入 2 条到 ~/two.json");
    let entries: Vec<serde_json::Value> = serde_json::from_str(&folder.read("two.json")).expect("JSON");
    assert_eq!(entries.len(), 2);
    session.leave();
    // What the browser remembers between runs stands in folders of its own.
    let mut names = folder.names();
    names.retain(|name| !matches!(name.as_str(), ".local" | ".config" | "Library"));
    assert_eq!(names, ["sulan.md", "two.json"]);
}
