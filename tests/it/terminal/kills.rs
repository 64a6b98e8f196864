//! Signals at moments that nobody chose, from the first instruction on.

use std::thread::sleep;
use std::time::Duration;

use rustix::process::Signal;

use super::session::{Locale, Session, USUAL, sulan};

/// The same moments in every run of the tests: a linear congruence with Knuth's constants.
struct Moments(u64);

impl Moments {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Starts the program `runs` times and kills it with `times` signals each.
fn kill_at_random(seed: u64, runs: usize, times: usize) {
    let mut moments = Moments(seed);
    for run in 0..runs {
        let mut session = Session::start(sulan(Locale::Chinese), USUAL);
        // Keys are on their way too, so that some of the signals meet a frame.
        session.send("jj/粮食\u{1b}Gg");
        // Every third one comes before the first frame.
        let moment = if run % 3 == 0 { moments.below(20) } else { moments.below(300) };
        sleep(Duration::from_millis(moment));
        let mut statuses = Vec::new();
        for _ in 0..times {
            let (signal, status) = match moments.below(3) {
                0 => (Signal::TERM, 143),
                1 => (Signal::HUP, 129),
                _ => (Signal::INT, 130),
            };
            session.signal(signal);
            statuses.push(Some(status));
        }
        // Without a status the signal came before the program listened to any.
        statuses.push(None);
        let ended = session.end();
        let how = format!("run {run}, {times} signals after {moment} ms");
        assert!(statuses.contains(&ended.code()), "{how}: {:?}", ended.status);
        ended.assert_restored(&how);
    }
}

#[test]
fn one_signal_at_any_moment() {
    kill_at_random(2025, 30, 1);
}

#[test]
fn two_signals_at_any_moment() {
    kill_at_random(2024, 20, 2);
}
