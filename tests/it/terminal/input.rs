//! What terminals send besides whole keys: replies nobody asked for, sequences in pieces or without an
//! end, pastes of any length. Nothing of it is typed, and nothing of it keeps a key away.

use std::thread::sleep;
use std::time::Duration;

use super::look::{cursor, row, shows};
use super::session::{Locale, Session, USUAL, sulan};

/// Longer than anything unfinished is waited for.
const A_WHILE: Duration = Duration::from_millis(300);

fn wait_for_entry(session: &Session, number: usize, how: &str) {
    session.wait_for(&format!("entry {number} {how}"), |screen| row(screen, 23).contains(&format!(" {number}/33")));
}

#[test]
fn replies_that_nobody_asked_for_are_nothing() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    let replies = [
        "\u{1b}[?2026;2$y",
        "\u{1b}[?997;1n",
        "\u{1b}[?1;2R",
        "\u{1b}[>0;276;0c",
        "\u{1b}]11;rgb:0000/0000/0000\u{1b}\\",
        "\u{1b}]10;rgb:ffff/ffff/ffff\u{7}",
        "\u{1b}P>|tmux 3.4\u{1b}\\",
        "\u{1b}_Gi=1;OK\u{1b}\\",
        "\u{1b}[I\u{1b}[O",
    ];
    for (number, reply) in (2..).zip(replies) {
        session.send(reply);
        session.send("j");
        wait_for_entry(&session, number, &format!("behind {reply:?}"));
    }
    session.send("/");
    session.wait_for("the search", |screen| row(screen, 0).starts_with(" /"));
    for reply in replies {
        session.send(reply);
    }
    session.send("农");
    session
        .wait_for("one 汉字 in the line", |screen| row(screen, 0).starts_with(" / 农 ") && cursor(screen) == (5, 0));
}

#[test]
fn a_sequence_in_pieces_is_one() {
    // A machine that is busy tears apart what no terminal does; then it is tried again.
    assert!((0..20).any(|_| comes_in_pieces().is_some()), "this machine is too busy for its terminals");
}

/// `None` when the pieces came too late to belong together.
fn comes_in_pieces() -> Option<()> {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.send("/农业");
    session.wait_for("the search", |screen| cursor(screen) == (7, 0));
    send_each(&mut session, b"\x1b[D\x1bOD")?;
    session.wait_for("the cursor at the start of the line", |screen| {
        row(screen, 0).starts_with(" / 农业") && cursor(screen) == (3, 0)
    });
    session.send("\u{1b}");
    session.wait_for("the list", |screen| row(screen, 23).contains(" 1/33"));
    session.send("m");
    send_each(&mut session, b"\x1b[<65;21;11M\x1b[<65;21;11M")?;
    wait_for_entry(&session, 3, "by two turns of the wheel");
    send_each(&mut session, "粮".as_bytes())?;
    session.wait_for("the search", |screen| row(screen, 0).starts_with(" / 粮 "));
    Some(())
}

/// Sends each byte alone, as over a slow line.
fn send_each(session: &mut Session, bytes: &[u8]) -> Option<()> {
    let parts: Vec<&[u8]> = bytes.chunks(1).collect();
    session.send_parts(&parts).then_some(())
}

/// What is begun and never ended.
const BEGUN: [&str; 8] = [
    "\u{1b}[<0;1;1",
    "\u{1b}[?2026;",
    "\u{1b}[",
    "\u{1b}O",
    "\u{1b}]11;rgb:00",
    "\u{1b}P>|",
    "\u{1b}[200~",
    "\u{1b}[M ",
];

#[test]
fn nothing_unfinished_keeps_a_key_away() {
    for begun in BEGUN {
        let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
        session.send(begun);
        sleep(Duration::from_millis(50));
        session.send("\u{3}");
        assert_eq!(session.end().code(), Some(130), "Ctrl-C behind {begun:?}");
        let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
        session.send("j");
        wait_for_entry(&session, 2, "before it");
        session.send(begun);
        sleep(Duration::from_millis(50));
        session.send("\u{1b}");
        sleep(A_WHILE);
        session.send("q");
        assert_eq!(session.end().code(), Some(0), "Esc and q behind {begun:?}");
    }
}

#[test]
fn keys_work_again_behind_what_was_never_ended() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    for (number, begun) in (2..).zip(BEGUN.into_iter().filter(|begun| !begun.contains("200~"))) {
        session.send(begun);
        sleep(A_WHILE);
        session.send("j");
        wait_for_entry(&session, number, &format!("behind {begun:?}"));
    }
}

#[test]
fn ctrl_c_does_not_wait_behind_what_is_typed() {
    // As a paste comes from a terminal without brackets; one write is more than a terminal takes at once.
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.send("/");
    for _ in 0..40 {
        session.send(&"粮食 nongye 2025 ".repeat(20));
    }
    session.send("\u{3}");
    assert_eq!(session.end().code(), Some(130));
}

#[test]
fn a_terminal_that_does_not_tell_its_size_has_one() {
    for (variables, size) in [(&[][..], USUAL), (&[("COLUMNS", "100"), ("LINES", "30")][..], (100, 30))] {
        let mut program = sulan(Locale::Chinese);
        for (name, value) in variables {
            program.env(name, value);
        }
        let session = Session::start_untold(program, size);
        let last = size.1 - 1;
        session.wait_for("the footer in the last row", |screen| row(screen, last).contains("1/33"));
        // The first window that has a size gives it.
        session.resize((90, 20));
        session.wait_for("the footer in the last row", |screen| row(screen, 19).contains("1/33"));
        session.resize(size);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_paste_of_a_megabyte_costs_little() {
    use super::process::peak_memory;
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.send("/");
    session.wait_for("the search", |screen| row(screen, 0).starts_with(" /"));
    session.send("\u{1b}[200~");
    for _ in 0..1 << 10 {
        session.send(&"粮食 nongye ga ".repeat(60));
    }
    session.send("\u{1b}[201~");
    session.wait_for("the end of what is kept", |screen| shows(screen, "只保留前 256 个字"));
    let peak = peak_memory(session.pid()).expect("the program runs");
    assert!(peak < 64 << 20, "{} MB", peak >> 20);
    session.send("\u{3}");
    assert_eq!(session.end().code(), Some(130));
}
