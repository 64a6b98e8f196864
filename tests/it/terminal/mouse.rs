//! The mouse belongs to the terminal until `m` asks for it, and is given back on every way out.

use rustix::process::Signal;
use vt100::{MouseProtocolEncoding, MouseProtocolMode, Screen};

use super::look::row;
use super::session::{Locale, Session, USUAL};

fn mouse(screen: &Screen) -> (MouseProtocolMode, MouseProtocolEncoding) {
    (screen.mouse_protocol_mode(), screen.mouse_protocol_encoding())
}

/// Presses and the wheel, no movements: the pointer alone wakes nobody.
const ON: (MouseProtocolMode, MouseProtocolEncoding) = (MouseProtocolMode::PressRelease, MouseProtocolEncoding::Sgr);
const OFF: (MouseProtocolMode, MouseProtocolEncoding) = (MouseProtocolMode::None, MouseProtocolEncoding::Default);

/// A browser that has been asked for the mouse.
fn with_mouse() -> Session {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    assert_eq!(mouse(&session.screen()), OFF, "text could not be selected");
    session.send("m");
    session.wait_for("the mouse", |screen| mouse(screen) == ON);
    session
}

/// What a terminal sends for a turn of the wheel, which has no release.
fn wheel(session: &mut Session, button: u16) {
    session.send(&format!("\u{1b}[<{button};21;11M"));
}

/// What a terminal sends for a click at a column and a row.
fn click(session: &mut Session, x: u16, y: u16) {
    let at = format!("0;{};{}", x + 1, y + 1);
    session.send(&format!("\u{1b}[<{at}M\u{1b}[<{at}m"));
}

#[test]
fn wheel_and_click_go_where_they_point() {
    let mut session = with_mouse();
    wheel(&mut session, 65);
    session.wait_for("the second entry", |screen| row(screen, 23).contains(" 2/33"));
    wheel(&mut session, 64);
    session.wait_for("the first entry", |screen| row(screen, 23).contains(" 1/33"));
    click(&mut session, 10, 8);
    session.wait_for("the mark in the row of the click", |screen| row(screen, 8).starts_with(" >"));
    // The second pane, by its name in the first row.
    click(&mut session, 41, 0);
    session.wait_for("the honours", |screen| !row(screen, 23).contains("/33"));
    session.send("m");
    session.wait_for("the mouse given back", |screen| mouse(screen) == OFF);
}

#[test]
fn the_mouse_is_given_back_at_the_end() {
    for (how, keys, signal) in
        [("q", "q", None), ("Ctrl-C", "\u{3}", None), ("SIGTERM", "", Some(Signal::TERM)), ("m, q", "mq", None)]
    {
        let mut session = with_mouse();
        session.send(keys);
        if let Some(signal) = signal {
            session.signal(signal);
        }
        let ended = session.end();
        ended.assert_restored(how);
        assert_eq!(mouse(&ended.screen), OFF, "{how}");
    }
}
