//! Ctrl-Z and back.

use std::path::Path;

use rustix::process::Signal;
use vt100::{MouseProtocolMode, Screen};

use super::look::{assert_left, row, rows, shows};
use super::process::state;
use super::session::{Locale, Session, USUAL, command};

/// Waits until the program has stopped, then asserts that the terminal is the user's.
fn assert_stops(session: &Session) {
    session.wait_until("the program is stopped", || state(session.pid()) == Some('T'));
    session.wait_for("the main screen", |screen| !screen.alternate_screen());
    assert_left(&session.screen(), "stopped");
    assert_eq!(session.settings(), session.settings_before(), "the settings of the terminal while stopped");
}

#[test]
fn the_key_does_nothing_where_no_shell_could_bring_it_back() {
    // The tests start it as a terminal does that runs nothing else.
    for (locale, said) in [(Locale::Chinese, "没有挂起"), (Locale::English, "Not suspended")] {
        let mut session = Session::at_first_screen(locale, USUAL);
        session.send("j\u{1a}");
        session.wait_for("why not", |screen| screen.alternate_screen() && shows(screen, said));
        assert_ne!(state(session.pid()), Some('T'));
        session.send("j");
        session.wait_for("the third entry", |screen| row(screen, 23).contains("3/"));
        session.send("q");
        session.end().assert_restored("after Ctrl-Z");
    }
}

#[test]
fn stops_and_comes_back_as_it_was() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.send("jj");
    session.wait_for("the third entry", |screen| row(screen, 23).contains("3/"));
    let (before, taken) = (session.screen(), session.settings());
    for round in 0..3 {
        session.signal(Signal::TSTP);
        assert_stops(&session);
        let from = session.written();
        session.signal(Signal::CONT);
        session.wait_for("the screen as it was", |screen| rows(screen) == rows(&before));
        assert_eq!(session.settings(), taken, "keys come without echo again, round {round}");
        // The terminal may have been drawn over meanwhile: all of it is drawn anew.
        let again = session.replay(from);
        assert!(again.alternate_screen() && again.bracketed_paste());
        assert_eq!(rows(&again), rows(&before), "round {round}");
        assert_eq!(again.cursor_position(), before.cursor_position());
    }
    session.send("k");
    session.wait_for("the second entry", |screen| row(screen, 23).contains("2/"));
    session.send("q");
    session.end().assert_restored("after three stops");
}

#[test]
fn stops_by_signal_and_while_typing() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.signal(Signal::TSTP);
    assert_stops(&session);
    session.signal(Signal::CONT);
    session.wait_for("the screen", |screen| screen.alternate_screen() && shows(screen, "回顾"));
    session.send("/粮食");
    session.wait_for("the search", |screen| shows(screen, "/ 粮食"));
    session.signal(Signal::TSTP);
    assert_stops(&session);
    session.signal(Signal::CONT);
    session.wait_for("the search", |screen| screen.alternate_screen() && shows(screen, "/ 粮食"));
}

#[test]
fn a_new_size_while_stopped_is_seen() {
    let session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.signal(Signal::TSTP);
    assert_stops(&session);
    session.resize((100, 30));
    session.signal(Signal::CONT);
    session.wait_for("the footer in the last row", |screen| row(screen, 29).contains("1/33"));
}

#[test]
fn a_signal_while_stopped_ends_it_when_it_goes_on() {
    let session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.signal(Signal::TSTP);
    assert_stops(&session);
    session.signal(Signal::TERM);
    session.signal(Signal::CONT);
    let ended = session.end();
    assert_eq!(ended.code(), Some(143));
    ended.assert_restored("SIGTERM while stopped");
}

#[test]
fn a_terminal_that_vanishes_ends_a_stopped_program() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.signal(Signal::TSTP);
    assert_stops(&session);
    session.vanish();
    assert_eq!(session.wait_for_end().exit_code(), 129);
}

#[test]
fn the_mouse_is_the_users_while_stopped() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    let mode = |screen: &Screen| screen.mouse_protocol_mode();
    session.send("m");
    session.wait_for("the mouse", |screen| mode(screen) == MouseProtocolMode::PressRelease);
    session.signal(Signal::TSTP);
    assert_stops(&session);
    session.signal(Signal::CONT);
    session.wait_for("the mouse again", |screen| mode(screen) == MouseProtocolMode::PressRelease);
}

/// Taken, given back and taken once more, it would show a key that is typed in between where the shell was.
#[test]
fn the_terminal_is_taken_once_when_it_goes_on() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.signal(Signal::TSTP);
    assert_stops(&session);
    let from = session.written();
    session.signal(Signal::CONT);
    session.wait_for("the screen", |screen| screen.alternate_screen() && shows(screen, " 1/33"));
    // One that another stopped takes it anew.
    session.signal(Signal::STOP);
    session.wait_until("the program is stopped", || state(session.pid()) == Some('T'));
    session.signal(Signal::CONT);
    session.send("j");
    session.wait_for("the second entry", |screen| screen.alternate_screen() && shows(screen, " 2/33"));
    let written = session.bytes_from(from);
    let count = |bytes: &[u8]| written.windows(bytes.len()).filter(|window| *window == bytes).count();
    assert_eq!((count(b"\x1b[?1049h"), count(b"\x1b[?1049l")), (2, 1), "taken and given back so often");
}

#[test]
fn a_shell_stops_it_and_brings_it_back() {
    for (shell, arguments) in [("/bin/sh", &["-i"][..]), ("/bin/bash", &["--norc", "--noprofile", "-i"])] {
        if Path::new(shell).exists() {
            stop_and_bring_back(shell, arguments);
        }
    }
}

fn stop_and_bring_back(shell: &str, arguments: &[&str]) {
    let mut started = command(Path::new(shell), Locale::Chinese);
    started.args(arguments);
    started.env("PS1", "ready> ");
    let mut session = Session::start(started, USUAL);
    session.wait_for("a prompt", prompts);
    session.send(&format!("'{}'\n", env!("CARGO_BIN_EXE_sulan")));
    session.wait_for("the first screen", |screen| screen.alternate_screen() && shows(screen, " 1/33"));
    session.send("j");
    session.wait_for("the second entry", |screen| shows(screen, " 2/33"));
    session.send("\u{1a}");
    session.wait_for("a prompt", prompts);
    session.send("echo still''here\n");
    session.wait_for("the shell's answer", |screen| prompts(screen) && shows(screen, "stillhere"));
    session.send("fg\n");
    session.wait_for("the second entry", |screen| screen.alternate_screen() && shows(screen, " 2/33"));
    session.send("jq");
    session.wait_for("a prompt", prompts);
    session.send("echo status=$?\n");
    session.wait_for("the status", |screen| shows(screen, "status=0"));
    session.send("exit\n");
    let ended = session.end();
    assert_eq!(ended.code(), Some(0), "{shell}");
    ended.assert_restored(shell);
}

/// Whether the shell waits for a command on the main screen.
fn prompts(screen: &Screen) -> bool {
    let last = rows(screen).into_iter().rfind(|row| !row.is_empty());
    !screen.alternate_screen() && last.is_some_and(|row| row == "ready>")
}
