//! A program that nobody uses does nothing.

use std::thread::sleep;
use std::time::Duration;

use super::look::row;
use super::process::used;
use super::session::{Locale, Session, USUAL};

/// Waits until the program has come to rest, then asserts that it stays there for a second.
fn assert_at_rest(session: &Session, when: &str) {
    let now = || (session.written(), used(session.pid()).expect("the program runs"));
    let mut before = now();
    // What is left to do after a key is done once; what goes on never comes to rest.
    for _ in 0..50 {
        sleep(Duration::from_millis(200));
        let after = now();
        if after == before {
            break;
        }
        before = after;
    }
    sleep(Duration::from_secs(1));
    assert_eq!(before, now(), "bytes written and time used within a second {when}");
}

#[test]
fn nothing_happens_when_nothing_happens() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    assert_at_rest(&session, "after the first screen");
    session.send("/粮食");
    session.wait_for("the search", |screen| row(screen, 0).contains("粮食"));
    assert_at_rest(&session, "in the search");
}
