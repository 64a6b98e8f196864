//! Random events over all modes: the browser never panics, and after every event the selection is
//! in range, the cursor on the screen, every row as wide as the window, no wide character cut, and
//! all else that `common/check.rs` asks of a screen.
//!
//! `cargo test monkey::` plays 20,000 events from fixed seeds. A long run:
//!
//! ```text
//! SULAN_MONKEY=1000000 cargo test --release monkey::
//! ```
//!
//! A failure prints the seed, the number of the event and the last events before it.
//! `SULAN_SEED=7 SULAN_MONKEY=5000 cargo test monkey::` plays 5,000 events from seed 7 alone.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use crate::common::Screen;
use crate::common::reports::many;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use sulan::app::{Action, BINDINGS, Effect, Outcome, Unwritten};
use sulan::text::{Label, Lang};

/// The events of a usual run, all seeds together.
const EVENTS: u64 = 20_000;
/// The seeds; each plays its share in a test of its own, so that they run side by side.
const SEEDS: u64 = 4;
/// How many events are told when a run fails.
const TOLD: usize = 30;

/// Numbers that look random and are the same for the same seed: splitmix64 (Steele, Lea, Flood 2014).
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// A number from `first` to `last`.
    fn between(&mut self, first: u16, last: u16) -> u16 {
        let span = u64::from(last - first) + 1;
        first + u16::try_from(self.below(span)).unwrap_or(0)
    }

    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        let at = usize::try_from(self.below(all.len() as u64)).unwrap_or(0);
        all.get(at).or(all.first()).copied().expect("there is something to choose from")
    }
}

/// What is typed: 汉字 that are found, pinyin, English, numbers, and characters that make trouble.
const TYPED: [char; 34] = [
    '农', '业', '粮', '食', '猪', '增', '长', '吉', '林', '“', '，', '（', '、', '？', '：', 'n', 'y', 'z', 'g', 'r',
    'a', 'i', 'L', '1', '5', '.', '%', ' ', '\u{300}', '\u{200d}', '🇨', '👩', 'Ａ', '２',
];
const PASTED: [&str; 10] = [
    "粮食",
    "gaobiaozhun nongtian",
    "高标准\r\n农田\u{1b}[31m",
    "",
    "   ",
    "👩‍👩‍👧‍👦家庭e\u{301}\u{301}\u{301}",
    "\u{202e}反\u{200f}向\u{feff}",
    "吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市吉林市",
    "a very long line of English words that is wider than any window it may be pasted into, and then some more of it",
    "ﬀ①㎡½﹪",
];
/// Sizes at which something drops off, one on each side.
const WIDTHS: [u16; 18] = [39, 40, 48, 49, 59, 60, 75, 76, 79, 80, 99, 100, 111, 112, 119, 120, 132, 133];
const HEIGHTS: [u16; 13] = [9, 10, 11, 15, 16, 19, 20, 24, 29, 30, 35, 36, 40];

/// What happens next. Keys of the table are most common: they lead everywhere.
fn event(numbers: &mut Numbers) -> Event {
    match numbers.below(100) {
        0..=64 => Event::Key(chord(numbers)),
        65..=69 => Event::Mouse(MouseEvent {
            kind: numbers.one_of(&[
                MouseEventKind::Down(MouseButton::Left),
                MouseEventKind::Down(MouseButton::Left),
                MouseEventKind::ScrollDown,
                MouseEventKind::ScrollUp,
                MouseEventKind::Down(MouseButton::Right),
                MouseEventKind::Moved,
            ]),
            column: numbers.between(0, 140),
            row: numbers.between(0, 45),
            modifiers: KeyModifiers::NONE,
        }),
        70..=84 => Event::Key(key(KeyCode::Char(numbers.one_of(&TYPED)))),
        85..=87 => Event::Key(key(numbers.one_of(&[
            KeyCode::F(1),
            KeyCode::Insert,
            KeyCode::Null,
            KeyCode::Char('\u{7}'),
            KeyCode::Char('\0'),
            KeyCode::Menu,
        ]))),
        88..=89 => {
            let held = numbers.one_of(&[
                KeyModifiers::CONTROL,
                KeyModifiers::ALT,
                KeyModifiers::SHIFT,
                KeyModifiers::CONTROL | KeyModifiers::ALT,
            ]);
            let letter = char::from(b'a' + u8::try_from(numbers.below(26)).unwrap_or(0));
            Event::Key(KeyEvent::new(KeyCode::Char(letter), held))
        }
        90..=91 => Event::Key(KeyEvent { kind: KeyEventKind::Release, ..chord(numbers) }),
        92..=94 => Event::Paste(numbers.one_of(&PASTED).to_owned()),
        95..=98 => Event::Resize(numbers.one_of(&WIDTHS), numbers.one_of(&HEIGHTS)),
        _ if numbers.below(4) > 0 => Event::Resize(numbers.between(1, 140), numbers.between(1, 50)),
        _ => Event::Resize(numbers.between(1, 300), numbers.between(1, 100)),
    }
}

fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

fn chord(numbers: &mut Numbers) -> KeyEvent {
    let at = usize::try_from(numbers.below(BINDINGS.len() as u64)).unwrap_or(0);
    let chords = BINDINGS.get(at).map_or(&[][..], |row| row.chords);
    numbers.one_of(chords).event()
}

/// Answers a copy or an export as the loop does, without a clipboard and without files.
fn answer(screen: &mut Screen, number: u64) {
    let outcome = match &screen.effect {
        Some(Effect::Copy(_)) if number.is_multiple_of(2) => Outcome::Copied("xclip"),
        Some(Effect::Copy(_)) if number.is_multiple_of(3) => Outcome::Handed,
        Some(Effect::Copy(_)) => Outcome::Uncopied,
        Some(Effect::Write(order)) if !order.over && number.is_multiple_of(2) => Outcome::Exists,
        Some(Effect::Write(_)) if number.is_multiple_of(3) => Outcome::Unwritten(Unwritten {
            what: Label::new("磁盘已满", "the disk is full"),
            mend: Label::new("请腾出空间再试", "free some space and try again"),
        }),
        Some(Effect::Write(order)) => Outcome::Written(order.items.len()),
        _ => return,
    };
    screen.app.update(Action::Done(outcome));
}

/// The built-in report with its past, or many reports of several places, by turns.
fn opened(seed: u64) -> Screen {
    if seed.is_multiple_of(2) { Screen::new(80, 24) } else { Screen::over(many(), 80, 24) }
}

/// Plays `count` events from a seed.
fn play(seed: u64, count: u64) {
    let mut numbers = Numbers(seed);
    let mut screen = opened(seed);
    let mut last: VecDeque<String> = VecDeque::new();
    for at in 0..count {
        let looks = (numbers.below(200), numbers.below(200));
        let event = event(&mut numbers);
        if last.len() == TOLD {
            last.pop_front();
        }
        last.push_back(format!("{event:?}"));
        let step = AssertUnwindSafe(|| {
            if looks.0 == 0 {
                screen.app.looks.mono = !screen.app.looks.mono;
            }
            if looks.1 == 0 {
                screen.app.looks.ascii = !screen.app.looks.ascii;
            }
            screen.feed(event);
            answer(&mut screen, looks.0);
            screen.draw();
        });
        if let Err(panic) = catch_unwind(step) {
            let told: Vec<String> = last.into_iter().collect();
            let said = panic.downcast_ref::<String>().cloned();
            let said = said.or_else(|| panic.downcast_ref::<&str>().map(|said| (*said).to_owned()));
            let Some(said) = said else { resume_unwind(panic) };
            panic!("seed {seed}, event {at}; the last events:\n{}\n\n{said}", told.join("\n"));
        }
        // Leaving is the loop's business; here the play goes on.
        if let Some(Effect::Quit(status)) = screen.effect {
            assert!(matches!(status, 0 | 130), "seed {seed}, event {at}: status {status}");
        }
    }
}

/// A number from the environment.
pub(crate) fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// The share of one of the seeds, unless one seed is asked for alone.
fn share(seed: u64) {
    let all = asked("SULAN_MONKEY").unwrap_or(EVENTS);
    match asked("SULAN_SEED") {
        None => play(seed, all / SEEDS),
        Some(alone) if seed == 0 => play(alone, all),
        Some(_) => {}
    }
}

#[test]
fn seed_0() {
    share(0);
}

#[test]
fn seed_1() {
    share(1);
}

#[test]
fn seed_2() {
    share(2);
}

#[test]
fn seed_3() {
    share(3);
}

#[test]
fn the_same_seed_plays_the_same_events() {
    let played = |seed| {
        let mut numbers = Numbers(seed);
        (0..200).map(|_| event(&mut numbers)).collect::<Vec<_>>()
    };
    assert_eq!(played(1), played(1));
    assert_ne!(played(1), played(2));
    // The first numbers of seed 0, as every implementation of splitmix64 gives them.
    assert_eq!(Numbers(0).next(), 0xe220_a839_7b1d_cdaf);
}

#[test]
fn the_events_lead_into_every_mode_pane_and_language() {
    let modes = sulan::app::Mode::ALL.map(|mode| format!("{mode:?}"));
    let panes = sulan::app::Pane::ALL.map(|pane| format!("{pane:?}"));
    let langs = Lang::ALL.map(|lang| format!("{lang:?}"));
    let mut unseen: std::collections::HashSet<String> = modes.into_iter().chain(panes).chain(langs).collect();
    // What takes two keys in a row, such as writing over a file, is rare: every beginning leads elsewhere.
    for seed in 0..SEEDS * 20 {
        let (mut numbers, mut screen) = (Numbers(seed), opened(seed));
        for _ in 0..EVENTS / 20 {
            screen.feed(event(&mut numbers));
            answer(&mut screen, numbers.below(6));
            let app = &screen.app;
            for seen in [format!("{:?}", app.mode()), format!("{:?}", app.pane), format!("{:?}", app.lang)] {
                unseen.remove(&seen);
            }
            if unseen.is_empty() {
                return;
            }
        }
    }
    panic!("the monkey never came to {unseen:?}");
}
