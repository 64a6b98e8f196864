//! The monkey at the terminal itself: keys, pastes, the mouse, replies, foreign sequences and plain
//! noise, split anywhere. The program lives, takes little memory, types nothing that was no key, and
//! leaves on Ctrl-C, and on Esc and q.
//!
//! A usual run sends some tens of thousands of bytes. A long one, which prints how many and how long
//! leaving took:
//!
//! ```text
//! SULAN_MONKEY=1000000 cargo test --release noise -- --nocapture
//! ```

use std::thread::sleep;
use std::time::{Duration, Instant};

use super::look::row;
use super::process::peak_memory;
use super::session::{Locale, Session, USUAL, sulan};
use crate::monkey::{Numbers, asked};

/// The bytes of a usual run.
const BYTES: u64 = 40_000;
/// The bytes that one program is sent.
const SHARE: usize = 20_000;
/// Longer than the program waits behind a lone ESC.
const BEHIND_ESC: Duration = Duration::from_millis(40);
/// Longer than it waits behind anything else but a paste.
const BEHIND_ALL: Duration = Duration::from_millis(150);

/// What terminals answer to programs, and tell unasked.
const REPLIES: [&str; 18] = [
    "\u{1b}[?2026;2$y",
    "\u{1b}[?997;1n",
    "\u{1b}[?1;2R",
    "\u{1b}[24;80R",
    "\u{1b}[>0;276;0c",
    "\u{1b}[?62;22c",
    "\u{1b}[I",
    "\u{1b}[O",
    "\u{1b}[8;24;80t",
    "\u{1b}[48;24;80;480;640t",
    "\u{1b}[?0u",
    "\u{1b}[97;1:3u",
    "\u{1b}]11;rgb:0000/0000/0000\u{1b}\\",
    "\u{1b}]52;c;5Lq65rCR\u{7}",
    "\u{1b}P>|XTerm(390)\u{1b}\\",
    "\u{1b}P1$r0m\u{1b}\\",
    "\u{1b}_Gi=31;OK\u{1b}\\",
    "\u{1b}]l本溪\u{1b}\\",
];
const TYPED: [char; 16] = ['粮', '食', '本', '一', '高', 'n', 'o', 'g', 'y', 'e', 'q', 'm', '1', '9', '?', '/'];
/// What sequences are made of, more often than chance would have it.
const MADE_OF: [u8; 24] = [
    0x1b, 0x1b, 0x1b, b'[', b'[', b'O', b']', b'P', b'_', b'<', b'?', b';', b';', b':', b'0', b'2', b'~', b'u', b'$',
    b'A', 0x07, 0x9b, 0x9d, 0xe5,
];

/// Something that is whole: its bytes, and what it types.
fn piece(numbers: &mut Numbers) -> (Vec<u8>, String) {
    let text = |numbers: &mut Numbers, most: u64| -> String {
        (0..=numbers.below(most)).map(|_| numbers.one_of(&TYPED)).collect()
    };
    match numbers.below(10) {
        0..=3 => {
            let typed = numbers.one_of(&TYPED).to_string();
            (typed.clone().into_bytes(), typed)
        }
        4..=5 => (numbers.one_of(&REPLIES).as_bytes().to_vec(), String::new()),
        6 => {
            let last = numbers.one_of(&['c', 'n', 'q', 'y', 'z', 'x', 'p', '`', '}']);
            let (first, second) = (numbers.below(3000), numbers.below(300));
            (format!("\u{1b}[?{first};{second}{last}").into_bytes(), String::new())
        }
        7 => {
            let begin = numbers.one_of(&[']', 'P', '_', '^', 'X']);
            let end = numbers.one_of(&["\u{7}", "\u{1b}\\"]);
            (format!("\u{1b}{begin}{}{end}", text(numbers, 30)).into_bytes(), String::new())
        }
        8 => {
            let pasted = text(numbers, 2);
            (format!("\u{1b}[200~{pasted}\u{1b}[201~").into_bytes(), pasted)
        }
        // The wheel, over the list.
        _ => {
            let (button, y) = (64 + numbers.below(2), 3 + numbers.below(15));
            (format!("\u{1b}[<{button};10;{y}M").into_bytes(), String::new())
        }
    }
}

/// Bytes without a meaning, but for those that end the program, write files or click on a key of the last row.
fn noise(numbers: &mut Numbers) -> Vec<u8> {
    let byte = |numbers: &mut Numbers| match numbers.below(2) {
        0 => numbers.one_of(&MADE_OF),
        _ => u8::try_from(numbers.below(256)).unwrap_or_default(),
    };
    let bytes: Vec<u8> = (0..numbers.below(400)).map(|_| byte(numbers)).collect();
    // 0xef begins the full-width letters, which stand for the others.
    bytes.into_iter().filter(|byte| !matches!(byte, 0x03 | 0x1a | b'q' | b'e' | b'M' | b'm' | 0xef)).collect()
}

/// A program that is sent things.
struct Sent {
    session: Session,
    numbers: Numbers,
    bytes: usize,
}

impl Sent {
    /// Sends bytes cut anywhere; whether each part came soon after the one before.
    fn send(&mut self, bytes: &[u8]) -> bool {
        let mut parts = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let most = self.numbers.one_of(&[1, 2, 3, 8, 40]);
            let (part, behind) = rest.split_at(rest.len().min(most));
            parts.push(part);
            rest = behind;
        }
        self.bytes += bytes.len();
        self.session.send_parts(&parts)
    }

    /// Sends whole things in the search: the line holds what was typed and nothing else.
    fn type_in(&mut self) {
        self.press_esc();
        self.session.send("/\u{15}");
        self.session.wait_for("an empty line", |screen| row(screen, 0).starts_with(" /  "));
        let (mut sent, mut typed) = (Vec::new(), String::new());
        while typed.chars().count() < 10 {
            let (bytes, text) = piece(&mut self.numbers);
            sent.extend(bytes);
            typed += &text;
        }
        // A machine that is busy may tear an ESC from what belongs to it, as no terminal does.
        if self.send(&sent) {
            let line = format!(" / {typed} ");
            let sent = String::from_utf8_lossy(&sent).into_owned();
            self.session.wait_for(&format!("{line:?} behind {sent:?}"), |screen| row(screen, 0).starts_with(&line));
        } else {
            sleep(BEHIND_ALL);
        }
    }

    /// Back to the list, from wherever it is.
    fn press_esc(&mut self) {
        for _ in 0..6 {
            self.session.send("\u{1b}");
            sleep(BEHIND_ESC);
        }
    }

    /// It answers a key.
    fn assert_alive(&mut self) {
        self.press_esc();
        let frames = self.session.frames();
        self.session.send("\u{c}");
        self.session.wait_for_frames(frames + 1);
        let peak = peak_memory(self.session.pid()).expect("the program runs");
        assert!(peak < 64 << 20, "{} MB", peak >> 20);
    }

    /// Ends the program by Ctrl-C at once, or by Esc and q; how long that took from the last key.
    fn leave(mut self, interrupt: bool) -> Duration {
        if interrupt {
            // A paste that has not ended may hold a Ctrl-C of its own, until it stalls.
            sleep(BEHIND_ESC);
            self.session.send("\u{3}");
        } else {
            self.press_esc();
            self.session.send("q");
        }
        let since = Instant::now();
        self.session.wait_for_end();
        let took = since.elapsed();
        let ended = self.session.end();
        assert_eq!(ended.code(), Some(if interrupt { 130 } else { 0 }));
        ended.assert_restored("behind noise");
        took
    }
}

/// One program from start to end; the bytes that it was sent, and how long it took to leave.
fn play(seed: u64) -> (usize, Duration) {
    let folder = std::env::temp_dir().join(format!("sulan-noise-{}-{seed}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for what it may write");
    let mut program = sulan(Locale::Chinese);
    program.cwd(&folder);
    let session = Session::start(program, USUAL);
    session.wait_for("the first screen", |screen| row(screen, 23).contains(" 1/33"));
    let mut sent = Sent { session, numbers: Numbers::new(seed), bytes: 0 };
    while sent.bytes < SHARE {
        for _ in 0..20 {
            let bytes = noise(&mut sent.numbers);
            sent.send(&bytes);
        }
        sleep(BEHIND_ALL);
        sent.assert_alive();
        sent.type_in();
    }
    let bytes = noise(&mut sent.numbers);
    sent.send(&bytes);
    let bytes = sent.bytes;
    let took = sent.leave(seed.is_multiple_of(2));
    std::fs::remove_dir_all(folder).expect("the folder is ours");
    (bytes, took)
}

#[test]
fn whatever_a_terminal_sends_does_no_harm() {
    let wanted = asked("SULAN_MONKEY").unwrap_or(BYTES);
    let (mut bytes, mut slowest, mut programs) = (0, Duration::ZERO, 0);
    while (bytes as u64) < wanted {
        let (sent, took) = play(programs);
        bytes += sent;
        slowest = slowest.max(took);
        programs += 1;
    }
    #[expect(clippy::print_stdout, reason = "a long run tells what it did")]
    {
        println!("{bytes} bytes to {programs} programs; the slowest left after {} ms", slowest.as_millis());
    }
}
