//! Every way the program can end: the status, and the terminal given back as it was.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use rustix::process::Signal;

use super::look::{rows, shows};
use super::process::state;
use super::session::{Ended, Locale, Session, USUAL, command};

/// Ends a browser by `ending`, then asserts its status and what the terminal is left like.
fn assert_ends(how: &str, status: u32, ending: impl Fn(&mut Session)) -> Ended {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    assert_ne!(session.settings(), session.settings_before(), "the browser takes keys without echo");
    ending(&mut session);
    let ended = session.end();
    assert_eq!(ended.code(), Some(status), "{how}");
    ended.assert_restored(how);
    assert!(rows(&ended.screen).iter().all(String::is_empty), "{how}: something is left: {:?}", rows(&ended.screen));
    ended
}

#[test]
fn quit() {
    assert_ends("q", 0, |session| session.send("q"));
}

#[test]
fn interrupt_key() {
    assert_ends("Ctrl-C", 130, |session| session.send("\u{3}"));
    assert_ends("Ctrl-C while typing", 130, |session| session.send("/粮食\u{3}"));
}

#[test]
fn signals() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        assert_ends(&format!("{signal:?}"), status, |session| session.signal(signal));
    }
}

#[test]
fn a_signal_in_the_search() {
    assert_ends("SIGTERM in the search", 143, |session| {
        session.send("/粮食");
        session.wait_for("the search", |screen| shows(screen, "/ 粮食"));
        session.signal(Signal::TERM);
    });
}

#[test]
fn a_shell_finds_the_terminal_as_it_was() {
    let script = r#"stty -g; "$0"; code=$?; stty -g; echo status=$code"#;
    for (keys, status) in [("q", "status=0"), ("\u{3}", "status=130")] {
        let mut shell = command(Path::new("/bin/sh"), Locale::Chinese);
        shell.args(["-c", script, env!("CARGO_BIN_EXE_sulan")]);
        // Wide enough for the settings in one row.
        let mut session = Session::start(shell, (160, 24));
        session.wait_for("the first screen", |screen| screen.alternate_screen() && shows(screen, "回顾"));
        session.send(keys);
        let ended = session.end();
        let lines: Vec<String> = rows(&ended.screen).into_iter().filter(|row| !row.is_empty()).collect();
        let [before, after, told] = lines.as_slice() else {
            panic!("three lines were wanted: {lines:?}");
        };
        assert_eq!(before, after, "the settings as stty prints them");
        assert!(before.contains(':'), "stty printed no settings: {before}");
        assert_eq!(told, status);
        ended.assert_restored(status);
    }
}

#[test]
fn standard_input_may_be_a_pipe() {
    let mut shell = command(Path::new("/bin/sh"), Locale::Chinese);
    shell.args(["-c", r#"echo x | "$0""#, env!("CARGO_BIN_EXE_sulan")]);
    let mut session = Session::start(shell, USUAL);
    session.wait_for("the first screen", |screen| screen.alternate_screen() && shows(screen, " 1/33"));
    session.send("j");
    session.wait_for("the second entry", |screen| shows(screen, " 2/33"));
    session.send("q");
    let ended = session.end();
    assert_eq!(ended.code(), Some(0));
    ended.assert_restored("standard input a pipe");
}

#[test]
fn a_terminal_that_vanishes_ends_the_program() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.vanish();
    assert_eq!(session.wait_for_end().exit_code(), 129);
}

#[test]
fn a_terminal_that_vanishes_while_keys_come_ends_the_program() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.send(&"/粮食\u{1b}jjjj".repeat(100));
    session.vanish();
    assert_eq!(session.wait_for_end().exit_code(), 129);
}

#[test]
fn a_second_signal_ends_the_program_too() {
    for (first, second, statuses) in [(Signal::TERM, Signal::TERM, [143, 143]), (Signal::INT, Signal::HUP, [130, 129])]
    {
        let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
        session.signal(first);
        session.signal(second);
        let status = session.wait_for_end();
        assert!(statuses.contains(&status.exit_code()), "{status:?}");
        session.end().assert_restored("two signals");
    }
}

/// A terminal over a dead line takes no more output: the loop is stuck in a write and the
/// signal has to be answered for it.
#[test]
fn a_signal_ends_a_program_whose_terminal_is_stuck() {
    for signals in [&[Signal::TERM][..], &[Signal::TERM, Signal::TERM]] {
        let mut session = Session::at_first_screen(Locale::Chinese, (200, 60));
        session.stop_reading();
        // Many times what a terminal holds back before it makes a writer wait; keys that come
        // together make one frame.
        for _ in 0..40 {
            session.send("\u{c}");
            sleep(Duration::from_millis(5));
        }
        for &signal in signals {
            session.signal(signal);
        }
        assert_eq!(session.wait_for_end().exit_code(), 143);
        assert_eq!(session.settings(), session.settings_before(), "the settings of the terminal");
    }
}

/// What a terminal shows that has no alternate screen (GNU screen as it comes, the Linux console) and
/// that has something on it when the program starts.
fn without_alternate_screen(bytes: &[u8]) -> vt100::Parser {
    let mut emulator = vt100::Parser::new(24.try_into().expect("rows"), 80.try_into().expect("columns"), 0);
    emulator.process("旧的文字 old text\r\n".repeat(30).as_bytes());
    let sent = String::from_utf8_lossy(bytes).replace("\u{1b}[?1049h", "").replace("\u{1b}[?1049l", "");
    emulator.process(sent.as_bytes());
    emulator
}

#[test]
fn a_terminal_without_an_alternate_screen_stays_clean() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    let first = without_alternate_screen(&session.bytes_from(0));
    assert!(shows(first.screen(), " 1/33") && !shows(first.screen(), "old text"), "{:?}", rows(first.screen()));
    assert_eq!(rows(first.screen()), rows(&session.screen()));
    let before = session.written();
    session.signal(Signal::TSTP);
    // Told to go on before it has stopped, it would stop for good.
    session.wait_until("the program is stopped", || state(session.pid()) == Some('T'));
    session.signal(Signal::CONT);
    // What stood on the alternate screen comes back before the first new frame: wait for the bytes of that frame.
    let redrawn = || shows(without_alternate_screen(&session.bytes_from(before)).screen(), " 1/33");
    session.wait_until("the screen is drawn again", redrawn);
    let again = without_alternate_screen(&session.bytes_from(before));
    assert!(shows(again.screen(), " 1/33") && !shows(again.screen(), "old text"), "after fg");
    session.send("q");
    let left = without_alternate_screen(&session.end().bytes);
    assert!(rows(left.screen()).iter().all(String::is_empty), "{:?}", rows(left.screen()));
    assert_eq!(left.screen().cursor_position(), (0, 0), "where the shell goes on");
}
