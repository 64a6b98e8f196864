//! A panic gives the terminal back first and is then told where a user can read it.
//!
//! The program has no panic to offer, so this test runs itself in the terminal: the tests
//! named `victim_…` are the program there and do nothing anywhere else.

use std::env;

use rustix::process::Signal;
use signal_hook::consts::SIGUSR1;
use sulan::app::{Action, App};
use sulan::library::Library;
use sulan::text::Lang;

use super::look::shows;
use super::session::{Ended, Locale, Session, USUAL, command};

/// Set where a test is to be the program.
const VICTIM: &str = "SULAN_TEST_VICTIM";

fn app() -> Option<App> {
    env::var_os(VICTIM)?;
    Some(App::new(Library::built_in().expect("the report that the program brings"), Lang::Zh, USUAL))
}

#[test]
fn victim_of_another_thread() {
    let Some(mut app) = app() else {
        return;
    };
    let mut signals = signal_hook::iterator::Signals::new([SIGUSR1]).expect("a handler");
    std::thread::spawn(move || {
        signals.forever().next();
        panic!("told to panic elsewhere");
    });
    sulan::term::browse(&mut app, None).expect("a terminal");
}

#[test]
fn victim_of_a_frame() {
    let Some(mut app) = app() else {
        return;
    };
    // No list of hits is that long: the place after it has no number.
    app.update(Action::Insert("城".to_owned()));
    app.hit.selected = usize::MAX;
    sulan::term::browse(&mut app, None).expect("a terminal");
}

/// Runs a test of this file as the program.
fn start(victim: &str) -> Session {
    let mut tests = command(&env::current_exe().expect("the tests have a path"), Locale::Chinese);
    tests.args([&format!("terminal::panics::{victim}"), "--exact", "--nocapture", "--test-threads=1"]);
    tests.env(VICTIM, "yes");
    Session::start(tests, USUAL)
}

fn assert_told(ended: &Ended, message: &str) {
    assert_eq!(ended.code(), Some(101), "{message}");
    ended.assert_restored(message);
    assert!(String::from_utf8_lossy(&ended.bytes).contains("\u{1b}[?1049h"), "{message}: nothing was entered");
    assert!(shows(&ended.screen, message), "told where nobody sees it: {:?}", ended.screen.contents());
}

#[test]
fn a_panic_in_another_thread() {
    let session = start("victim_of_another_thread");
    session.wait_for("the first screen", |screen| screen.alternate_screen() && shows(screen, "回顾"));
    session.signal(Signal::USR1);
    assert_told(&session.end(), "told to panic elsewhere");
}

/// Only a build with overflow checks panics here.
#[cfg(debug_assertions)]
#[test]
fn a_panic_in_the_drawing_thread() {
    assert_told(&start("victim_of_a_frame").end(), "overflow");
}
