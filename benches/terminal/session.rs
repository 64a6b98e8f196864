//! One run of one program in a pseudo-terminal. While the clock runs, what it writes is only
//! read and stamped with the time; what the screen showed is worked out afterwards.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use crate::process;

/// The cells of the terminal.
const COLUMNS: u16 = 120;
const ROWS: u16 = 40;
/// The key that is measured, as a terminal sends it, and how often each run takes it.
const DOWN: &[u8] = b"\x1b[B";
const KEYS: usize = 40;
/// `PgDn` and `PgUp` in turn, so that each moves something in a list of any length.
const PAGES: [&[u8]; 2] = [b"\x1b[6~", b"\x1b[5~"];
const PAGED: usize = 10;
/// A screen has settled when nothing more has come for so long.
const QUIET: Duration = Duration::from_millis(30);
/// The same for the first screen, which some build in steps.
const FIRST_QUIET: Duration = Duration::from_millis(150);
/// Never reached but by a program that does not answer.
const DEADLINE: Duration = Duration::from_secs(10);
/// How long a key has to be answered at all.
const PATIENCE: Duration = Duration::from_secs(1);
const IDLE: Duration = Duration::from_secs(1);

/// A program with its arguments.
pub(crate) struct Program {
    pub(crate) name: String,
    pub(crate) words: Vec<String>,
    /// What is typed after the keys, one character at a time; ASCII.
    pub(crate) typed: &'static str,
    /// What ends it.
    pub(crate) quit: &'static str,
}

/// What one run measured; times in ms.
#[derive(Default)]
pub(crate) struct Run {
    /// From the start until the screen was as it stayed; `None` when it never showed the known text.
    pub(crate) settled: Option<f64>,
    /// From the start until the known text first stood on the screen: the first frame.
    pub(crate) shown: Option<f64>,
    /// From each typed character until the last byte of its screen.
    pub(crate) typed: Vec<f64>,
    /// From each key until the last byte of its screen.
    pub(crate) keys: Vec<f64>,
    /// The same for keys that turn a page.
    pub(crate) pages: Vec<f64>,
    /// The bytes of each key.
    pub(crate) bytes: Vec<f64>,
    pub(crate) cpu_a_key: Option<f64>,
    /// The number of keys that nothing followed.
    pub(crate) unheard: usize,
    pub(crate) idle_bytes: f64,
    pub(crate) idle_wakes: Option<f64>,
    pub(crate) peak: Option<f64>,
}

/// What was read, and when.
type Piece = (Instant, Vec<u8>);

/// Runs `program` in a folder without settings and measures it.
pub(crate) fn run(program: &Program, known: &str, folder: &Path) -> Run {
    let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
    let from = pair.master.try_clone_reader().expect("the output of the terminal");
    let mut keys = pair.master.take_writer().expect("the input of the terminal");
    let pieces = listen(from);
    let command = command(program, folder);
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).expect("the program starts");
    drop(pair.slave);
    let pid = child.process_id().unwrap_or_default();

    let first = settle(&pieces, FIRST_QUIET, DEADLINE);
    let screens = screens(&first);
    let mut run = Run {
        settled: settled(&screens, known).map(|at| ms(at - start)),
        shown: screens.iter().find(|(_, screen)| screen.contains(known)).map(|(at, _)| ms(*at - start)),
        ..Run::default()
    };
    if run.settled.is_some() {
        idle(&mut run, pid, &pieces);
        press(&mut run, pid, (&mut keys, &pieces));
        run.pages = sent(PAGES.into_iter().cycle().take(PAGED), (&mut keys, &pieces));
        run.typed = sent(program.typed.as_bytes().chunks(1), (&mut keys, &pieces));
        run.peak = process::peak(pid);
    }
    // The program may have ended by itself.
    let _ = keys.write_all(program.quit.as_bytes());
    end(&mut *child);
    run
}

fn command(program: &Program, folder: &Path) -> CommandBuilder {
    // What an earlier run left is no part of this one.
    let home = folder.join("home");
    let _ = fs::remove_dir_all(&home);
    fs::create_dir_all(&home).expect("a home of its own");
    let mut command = CommandBuilder::from_argv(program.words.iter().map(Into::into).collect());
    command.env_clear();
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "C.UTF-8");
    command.env("LESSHISTFILE", "-");
    command.env("HOME", &home);
    command.env("XDG_CONFIG_HOME", home.join("config"));
    command.env("XDG_STATE_HOME", home.join("state"));
    command.cwd(folder);
    command
}

/// Reads in a thread that only stamps and sends.
fn listen(mut from: Box<dyn Read + Send>) -> Receiver<Piece> {
    let (sender, pieces) = channel();
    thread::spawn(move || {
        let mut chunk = vec![0; 1 << 16];
        while let Ok(count @ 1..) = from.read(&mut chunk) {
            let piece = (Instant::now(), chunk.get(..count).unwrap_or_default().to_vec());
            if sender.send(piece).is_err() {
                return;
            }
        }
    });
    pieces
}

/// What comes until nothing has come for `quiet`; the first of it may take `patience`.
fn settle(pieces: &Receiver<Piece>, quiet: Duration, patience: Duration) -> Vec<Piece> {
    let until = Instant::now() + DEADLINE;
    let mut read = Vec::new();
    let mut wait = patience;
    while Instant::now() < until
        && let Ok(piece) = pieces.recv_timeout(wait)
    {
        read.push(piece);
        wait = quiet;
    }
    read
}

/// What the screen read after each piece.
fn screens(pieces: &[Piece]) -> Vec<(Instant, String)> {
    let cells = |count: u16| count.try_into().expect("a terminal has cells");
    let mut emulator = vt100::Parser::new(cells(ROWS), cells(COLUMNS), 0);
    pieces
        .iter()
        .map(|(at, bytes)| {
            emulator.process(bytes);
            (*at, emulator.screen().contents())
        })
        .collect()
}

/// When the screen first read as it did once it had settled.
fn settled(screens: &[(Instant, String)], known: &str) -> Option<Instant> {
    let (_, settled) = screens.last().filter(|(_, settled)| settled.contains(known))?;
    screens.iter().find(|(_, screen)| screen == settled).map(|(at, _)| *at)
}

/// Sends keys, each when the screen of the one before has settled, and tells how long each took.
fn sent<'a>(all: impl Iterator<Item = &'a [u8]>, (keys, pieces): (&mut dyn Write, &Receiver<Piece>)) -> Vec<f64> {
    let mut took = Vec::new();
    for key in all {
        let pressed = Instant::now();
        if keys.write_all(key).is_err() {
            break;
        }
        took.extend(settle(pieces, QUIET, PATIENCE).last().map(|(at, _)| ms(*at - pressed)));
    }
    took
}

/// Presses the key again and again, each time when the screen has settled.
fn press(run: &mut Run, pid: u32, (keys, pieces): (&mut dyn Write, &Receiver<Piece>)) {
    let before = process::cpu(pid);
    for _ in 0..KEYS {
        let pressed = Instant::now();
        if keys.write_all(DOWN).is_err() {
            return;
        }
        let read = settle(pieces, QUIET, PATIENCE);
        match read.last() {
            Some((at, _)) => run.keys.push(ms(*at - pressed)),
            None => run.unheard += 1,
        }
        run.bytes.push(length(&read));
    }
    run.cpu_a_key = process::cpu(pid)
        .zip(before)
        .map(|(after, before)| (after - before) / f64::from(u32::try_from(KEYS).unwrap_or(1)));
}

/// Leaves the program alone.
fn idle(run: &mut Run, pid: u32, pieces: &Receiver<Piece>) {
    let before = process::sleeps(pid);
    thread::sleep(IDLE);
    run.idle_wakes = process::sleeps(pid).zip(before).map(|(after, before)| after - before);
    run.idle_bytes = length(&pieces.try_iter().collect::<Vec<Piece>>());
}

fn end(child: &mut dyn Child) {
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        if matches!(child.try_wait(), Ok(Some(_)) | Err(_)) {
            return;
        }
        thread::sleep(Duration::from_millis(1));
    }
    let _ = child.kill();
    let _ = child.wait();
}

fn length(pieces: &[Piece]) -> f64 {
    let bytes: usize = pieces.iter().map(|(_, bytes)| bytes.len()).sum();
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX))
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
