//! From the bytes of a terminal to keys, pastes and the mouse.
//!
//! A state for each kind of sequence, finished or not: CSI, SS3, the strings (OSC, DCS, APC, PM, SOS),
//! the mouse of X10, the function keys of the Linux console, a paste, a character of several bytes.
//! Parsers of what programs write (vte, vtparse) know none of SS3, X10, Alt or pastes and would have to
//! be worked around in each; those of what terminals send (termwiz, crossterm) type what they do not know.
//!
//! Whatever is not finished after a short while is dropped, and a control character in the middle of a
//! sequence ends it: no sequence keeps Ctrl-C or Esc from the program, and after a while no key.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::sequences::{console_key, control_sequence, shift_key, single_shift, x10_mouse};

/// How long after a lone ESC the rest of a sequence may come; nobody types so fast.
const GRACE: Duration = Duration::from_millis(25);
/// How long anything longer may take to go on, over a slow line too.
const STALLED: Duration = Duration::from_millis(100);
/// How long a paste may.
const PASTE_STALLED: Duration = Duration::from_secs(1);
/// The most bytes of a control sequence that mean anything; kitty's keys with their text are the longest.
const LONGEST_SEQUENCE: usize = 64;
/// The most bytes of a paste that are kept, more than any line of the browser takes.
const LONGEST_PASTE: usize = 1 << 14;

const ESC: u8 = 0x1b;
/// Ctrl-C.
const ETX: u8 = 0x03;
const PASTE_END: &[u8] = b"\x1b[201~";

/// Takes bytes and gives events.
#[derive(Debug, Default)]
pub(super) struct Parser {
    state: State,
    events: Vec<Event>,
    /// Whether the byte at hand came apart from the one before.
    apart: bool,
}

/// What the last bytes have begun.
#[derive(Debug, Default)]
enum State {
    #[default]
    Ground,
    /// The first bytes of a character.
    Character(Vec<u8>, KeyModifiers),
    /// ESC, once or twice.
    Escape(Escapes),
    /// CSI and what followed so far.
    Control(Vec<u8>, Escapes),
    /// SS3 and what followed so far.
    Single(Vec<u8>, Escapes),
    /// `ESC [ [`, a function key of the Linux console.
    Console,
    /// `ESC [ M` and what followed so far.
    Mouse(Vec<u8>),
    /// A string of the terminal; how many bytes of a character are still to come in it.
    Text(usize),
    /// An ESC in such a string: its end, or something new.
    TextEscape,
    Paste(Paste),
}

/// How many ESC a sequence begins with; with two, some terminals mean Alt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escapes {
    One,
    Two,
}

/// A paste that has begun.
#[derive(Debug, Default)]
struct Paste {
    kept: Vec<u8>,
    /// How many bytes of the end have come.
    ending: usize,
    /// Whether nothing has come for a while: what comes now may be typed.
    quiet: bool,
}

impl Parser {
    /// Takes what has come.
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.apart = true;
        for &byte in bytes {
            self.state = match std::mem::take(&mut self.state) {
                State::Ground => self.ground(byte, KeyModifiers::NONE),
                State::Character(begun, held) => self.character(begun, byte, held),
                State::Escape(escapes) => self.escape(byte, escapes),
                State::Control(begun, escapes) => self.control(begun, byte, escapes),
                State::Single(begun, escapes) => self.single(begun, byte, escapes),
                State::Console => self.console(byte),
                State::Mouse(begun) => self.mouse(begun, byte),
                State::Text(due) => self.text(due, byte),
                State::TextEscape => self.text_escape(byte),
                State::Paste(paste) => self.paste(paste, byte),
            };
            self.apart = false;
        }
    }

    /// How long to wait for the next byte; `None` when nothing has begun.
    pub(super) fn patience(&self) -> Option<Duration> {
        match &self.state {
            State::Ground => None,
            State::Escape(_) | State::TextEscape => Some(GRACE),
            State::Paste(paste) => Some(if paste.quiet { PASTE_STALLED } else { GRACE }),
            _ => Some(STALLED),
        }
    }

    /// Nothing has come for that long.
    pub(super) fn silence(&mut self) {
        match std::mem::take(&mut self.state) {
            State::Escape(escapes) => {
                self.press(KeyCode::Esc);
                if escapes == Escapes::Two {
                    self.press(KeyCode::Esc);
                }
            }
            State::TextEscape => self.press(KeyCode::Esc),
            State::Control(begun, _) => self.events.extend(shift_key(&begun)),
            State::Paste(paste) => {
                // An ESC alone is the key: the end of the paste has been lost.
                if paste.ending == 1 && !paste.quiet {
                    self.pasted(&paste.kept);
                    self.press(KeyCode::Esc);
                } else if paste.quiet {
                    self.pasted(&paste.kept);
                } else {
                    self.state = State::Paste(Paste { quiet: true, ..paste });
                }
            }
            _ => {}
        }
    }

    /// What has been understood since the last time.
    pub(super) fn take(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    fn press(&mut self, code: KeyCode) {
        self.events.push(Event::Key(code.into()));
    }

    fn key(&mut self, key: KeyEvent, held: KeyModifiers) {
        self.events.push(Event::Key(KeyEvent { modifiers: key.modifiers | held, ..key }));
    }

    fn pasted(&mut self, bytes: &[u8]) {
        // A character may have been cut where the paste was.
        let text: String = bytes.utf8_chunks().map(|chunk| chunk.valid().to_owned()).collect();
        self.events.push(Event::Paste(text));
    }

    /// A byte with which something begins.
    fn ground(&mut self, byte: u8, held: KeyModifiers) -> State {
        match byte {
            ESC => return State::Escape(Escapes::One),
            0x00..=0x1f | 0x7f => self.key(control_key(byte), held),
            0x20..=0x7e => self.key(character_key(char::from(byte)), held),
            // The same as ESC and a letter, in a terminal of eight bits.
            0x80..=0x9f => return introduced(byte - 0x40, Escapes::One).unwrap_or_default(),
            0xc2..=0xf4 => return State::Character(vec![byte], held),
            // No character begins so.
            _ => {}
        }
        State::Ground
    }

    fn character(&mut self, mut begun: Vec<u8>, byte: u8, held: KeyModifiers) -> State {
        if !matches!(byte, 0x80..=0xbf) {
            return self.ground(byte, KeyModifiers::NONE);
        }
        begun.push(byte);
        if begun.len() < begun.first().copied().map_or(0, length) {
            return State::Character(begun, held);
        }
        let read = std::str::from_utf8(&begun).ok().and_then(|text| text.chars().next());
        if let Some(c) = read.filter(|c| !c.is_control()) {
            self.key(character_key(c), held);
        }
        State::Ground
    }

    fn escape(&mut self, byte: u8, escapes: Escapes) -> State {
        if let Some(state) = introduced(byte, escapes) {
            if escapes == Escapes::Two && matches!(state, State::Text(_)) {
                self.press(KeyCode::Esc);
            }
            return state;
        }
        match byte {
            ESC if escapes == Escapes::One => return State::Escape(Escapes::Two),
            ESC => {
                self.press(KeyCode::Esc);
                return State::Escape(Escapes::Two);
            }
            _ => {}
        }
        // A terminal sends Alt and its key at once; Ctrl-C is Ctrl-C, a terminal of eight bits has no Alt
        // before a sequence, and two ESC were two keys.
        if escapes == Escapes::One && !self.apart && !matches!(byte, ETX | 0x80..=0xc1) {
            return self.ground(byte, KeyModifiers::ALT);
        }
        self.press(KeyCode::Esc);
        if escapes == Escapes::Two {
            self.press(KeyCode::Esc);
        }
        self.ground(byte, KeyModifiers::NONE)
    }

    fn control(&mut self, mut begun: Vec<u8>, byte: u8, escapes: Escapes) -> State {
        match byte {
            // What fills up time between bytes.
            0x00 => State::Control(begun, escapes),
            0x20..=0x3f => {
                if begun.len() <= LONGEST_SEQUENCE {
                    begun.push(byte);
                }
                State::Control(begun, escapes)
            }
            b'[' if begun.is_empty() => State::Console,
            b'M' if begun.is_empty() => State::Mouse(Vec::with_capacity(3)),
            b'~' if begun == b"200" => State::Paste(Paste::default()),
            0x40..=0x7e => {
                let whole = begun.len() <= LONGEST_SEQUENCE;
                self.sequence(whole.then(|| control_sequence(&begun, byte)).flatten(), escapes)
            }
            _ => self.ground(byte, KeyModifiers::NONE),
        }
    }

    fn single(&mut self, mut begun: Vec<u8>, byte: u8, escapes: Escapes) -> State {
        match byte {
            0x00 => State::Single(begun, escapes),
            b'0'..=b'9' | b';' if begun.len() < LONGEST_SEQUENCE => {
                begun.push(byte);
                State::Single(begun, escapes)
            }
            0x20..=0x7e => self.sequence(single_shift(&begun, byte), escapes),
            _ => self.ground(byte, KeyModifiers::NONE),
        }
    }

    /// A sequence is whole; `None` means nothing here.
    fn sequence(&mut self, event: Option<Event>, escapes: Escapes) -> State {
        match (event, escapes) {
            (Some(Event::Key(key)), Escapes::Two) => self.key(key, KeyModifiers::ALT),
            (event, escapes) => {
                if escapes == Escapes::Two {
                    self.press(KeyCode::Esc);
                }
                self.events.extend(event);
            }
        }
        State::Ground
    }

    fn console(&mut self, byte: u8) -> State {
        match byte {
            0x00 => State::Console,
            0x20..=0x7e => self.sequence(console_key(byte), Escapes::One),
            _ => self.ground(byte, KeyModifiers::NONE),
        }
    }

    fn mouse(&mut self, mut begun: Vec<u8>, byte: u8) -> State {
        if byte < 0x20 {
            return self.ground(byte, KeyModifiers::NONE);
        }
        begun.push(byte);
        match begun.as_slice() {
            &[button, x, y] => self.sequence(x10_mouse(button, x, y), Escapes::One),
            _ => State::Mouse(begun),
        }
    }

    fn text(&mut self, due: usize, byte: u8) -> State {
        match byte {
            ESC => State::TextEscape,
            // BEL, and ST in eight bits unless it belongs to a character.
            0x07 => State::Ground,
            0x9c if due == 0 => State::Ground,
            0x00 | 0x08..=0x0d | 0x20..=0x7f => State::Text(0),
            0x80..=0xbf => State::Text(due.saturating_sub(1)),
            0xc0..=0xff => State::Text(length(byte).saturating_sub(1)),
            // No string holds another control character: it was typed.
            _ => self.ground(byte, KeyModifiers::NONE),
        }
    }

    fn text_escape(&mut self, byte: u8) -> State {
        if byte == b'\\' { State::Ground } else { self.escape(byte, Escapes::One) }
    }

    fn paste(&mut self, mut paste: Paste, byte: u8) -> State {
        if paste.quiet && byte == ETX {
            self.pasted(&paste.kept);
            return self.ground(byte, KeyModifiers::NONE);
        }
        paste.quiet = false;
        if PASTE_END.get(paste.ending) == Some(&byte) {
            paste.ending += 1;
            if paste.ending == PASTE_END.len() {
                self.pasted(&paste.kept);
                return State::Ground;
            }
            return State::Paste(paste);
        }
        let begun = PASTE_END.get(..paste.ending).unwrap_or_default();
        paste.ending = usize::from(byte == ESC);
        let text = begun.iter().copied().chain((byte != ESC).then_some(byte));
        let room = LONGEST_PASTE.saturating_sub(paste.kept.len());
        paste.kept.extend(text.take(room));
        State::Paste(paste)
    }
}

/// What ESC and this byte begin.
fn introduced(byte: u8, escapes: Escapes) -> Option<State> {
    match byte {
        b'[' => Some(State::Control(Vec::new(), escapes)),
        b'O' => Some(State::Single(Vec::new(), escapes)),
        b']' | b'P' | b'X' | b'^' | b'_' => Some(State::Text(0)),
        _ => None,
    }
}

/// The number of bytes of the character that begins with this one.
const fn length(first: u8) -> usize {
    match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    }
}

/// The key that sends a control character, named as crossterm names it.
pub(super) fn control_key(byte: u8) -> KeyEvent {
    let ctrl = |c: u8| KeyEvent::new(KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    match byte {
        b'\r' => KeyCode::Enter.into(),
        b'\t' => KeyCode::Tab.into(),
        ESC => KeyCode::Esc.into(),
        0x7f => KeyCode::Backspace.into(),
        0x00 => ctrl(b' '),
        0x01..=0x1a => ctrl(byte - 1 + b'a'),
        _ => ctrl(byte.wrapping_sub(0x1c).wrapping_add(b'4')),
    }
}

/// The key of a character; a capital comes with Shift.
pub(super) fn character_key(c: char) -> KeyEvent {
    let held = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    KeyEvent::new(KeyCode::Char(c), held)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
