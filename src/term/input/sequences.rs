//! What a whole sequence means, in the dialects of the terminals that are in use: xterm and those that
//! follow it, rxvt, the Linux console, kitty's keyboard, modifyOtherKeys, Windows' conhost.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::parser::{character_key, control_key};

/// The parameters of a sequence: numbers between semicolons, each perhaps with more behind colons.
struct Parameters<'a>(Vec<&'a str>);

impl<'a> Parameters<'a> {
    /// `None` for what no key, and no mouse but SGR's, is sent with.
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let plain = bytes.iter().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':'));
        let text = std::str::from_utf8(bytes).ok().filter(|_| plain)?;
        Some(Self(if text.is_empty() { Vec::new() } else { text.split(';').collect() }))
    }

    fn count(&self) -> usize {
        self.0.len()
    }

    /// A number of a parameter, both counted from 0; `None` when it was left out or is too large.
    fn number(&self, at: usize, part: usize) -> Option<u32> {
        self.0.get(at)?.split(':').nth(part)?.parse().ok()
    }

    /// What is held, by the mask in a parameter; `None` for the release of a key, and for a key that is
    /// held for somebody else.
    fn held(&self, at: usize) -> Option<KeyModifiers> {
        if self.number(at, 1) == Some(3) {
            return None;
        }
        modifiers(self.number(at, 0).unwrap_or(1))
    }
}

/// What a mask of xterm's means: 1, and more for each key that is held. Super, Hyper and Meta are the
/// window manager's; the locks beyond them change nothing.
fn modifiers(mask: u32) -> Option<KeyModifiers> {
    let bits = mask.saturating_sub(1);
    let held = |bit, key| if bits & bit == 0 { KeyModifiers::NONE } else { key };
    let ours = held(1, KeyModifiers::SHIFT) | held(2, KeyModifiers::ALT) | held(4, KeyModifiers::CONTROL);
    (bits & 0b11_1000 == 0).then_some(ours)
}

fn key(code: KeyCode, held: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, held))
}

/// The keys that end in the same letter in CSI and SS3.
fn lettered(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

/// The keys that have a number.
fn numbered(number: u32) -> Option<KeyCode> {
    let function = |before: u32| u8::try_from(number - before).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(10),
        17..=21 => function(11),
        23..=26 => function(12),
        28 | 29 => function(13),
        31..=34 => function(14),
        _ => None,
    }
}

/// What a control sequence means here; `None` for all that is no key and no mouse.
pub(super) fn control_sequence(bytes: &[u8], last: u8) -> Option<Event> {
    if let Some(rest) = bytes.strip_prefix(b"<") {
        return sgr_mouse(&Parameters::read(rest)?, last);
    }
    let parameters = Parameters::read(bytes)?;
    match last {
        // With parameters it is where the cursor stands.
        b'R' if parameters.count() > 0 => None,
        b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S' => {
            let held = match (parameters.count(), parameters.number(0, 0)) {
                (0, _) => KeyModifiers::NONE,
                (1, Some(mask)) => modifiers(mask)?,
                (2, Some(1) | None) => parameters.held(1)?,
                _ => return None,
            };
            Some(key(lettered(last)?, held))
        }
        b'Z' => Some(key(KeyCode::BackTab, KeyModifiers::SHIFT)),
        b'a'..=b'd' if parameters.count() == 0 => Some(key(lettered(last.to_ascii_uppercase())?, KeyModifiers::SHIFT)),
        // modifyOtherKeys, when a program before this one left it on.
        b'~' if parameters.number(0, 0) == Some(27) && parameters.count() == 3 => {
            written(parameters.number(2, 0)?, None, parameters.held(1)?)
        }
        b'~' if parameters.count() <= 2 => Some(key(numbered(parameters.number(0, 0)?)?, parameters.held(1)?)),
        // rxvt.
        b'^' if parameters.count() == 1 => Some(key(numbered(parameters.number(0, 0)?)?, KeyModifiers::CONTROL)),
        b'@' if parameters.count() == 1 => {
            Some(key(numbered(parameters.number(0, 0)?)?, KeyModifiers::CONTROL | KeyModifiers::SHIFT))
        }
        b'u' => written(parameters.number(0, 0)?, parameters.number(0, 1), parameters.held(1)?),
        b'_' => conhost(&parameters),
        b'M' if parameters.count() == 3 => rxvt_mouse(&parameters),
        _ => None,
    }
}

/// A key of rxvt with Shift, whose sequence ends like an unfinished one: `ESC [ 5 $`.
pub(super) fn shift_key(bytes: &[u8]) -> Option<Event> {
    let number = std::str::from_utf8(bytes.strip_suffix(b"$")?).ok()?.parse().ok()?;
    Some(key(numbered(number)?, KeyModifiers::SHIFT))
}

/// What a sequence behind SS3 means here: keys, also those of the number pad.
pub(super) fn single_shift(bytes: &[u8], last: u8) -> Option<Event> {
    let parameters = Parameters::read(bytes)?;
    let held = match parameters.count() {
        0 => KeyModifiers::NONE,
        count => parameters.held(count - 1)?,
    };
    let code = match last {
        b'M' => KeyCode::Enter,
        b'I' => KeyCode::Tab,
        b'X' => KeyCode::Char('='),
        b' ' => KeyCode::Char(' '),
        b'j'..=b'y' => KeyCode::Char(char::from(last - 0x40)),
        b'a'..=b'd' => return Some(key(lettered(last.to_ascii_uppercase())?, held | KeyModifiers::CONTROL)),
        _ => lettered(last)?,
    };
    Some(key(code, held))
}

/// A function key of the Linux console.
pub(super) fn console_key(last: u8) -> Option<Event> {
    matches!(last, b'A'..=b'E').then(|| key(KeyCode::F(last - b'A' + 1), KeyModifiers::NONE))
}

/// A key by the character that it writes, as kitty and modifyOtherKeys send it; `shifted` is the
/// character with Shift where it is known.
fn written(code: u32, shifted: Option<u32>, held: KeyModifiers) -> Option<Event> {
    let code = match code {
        // The number pad, in kitty's own numbers: 0 to 9, then . / * - + Enter =.
        57399..=57408 => code - 57399 + u32::from(b'0'),
        57409..=57413 => u32::from(*b"./*-+".get(usize::try_from(code - 57409).ok()?)?),
        57414 => u32::from(b'\r'),
        57415 => u32::from(b'='),
        57417 => return Some(key(KeyCode::Left, held)),
        57418 => return Some(key(KeyCode::Right, held)),
        57419 => return Some(key(KeyCode::Up, held)),
        57420 => return Some(key(KeyCode::Down, held)),
        57421 => return Some(key(KeyCode::PageUp, held)),
        57422 => return Some(key(KeyCode::PageDown, held)),
        57423 => return Some(key(KeyCode::Home, held)),
        57424 => return Some(key(KeyCode::End, held)),
        57426 => return Some(key(KeyCode::Delete, held)),
        // The rest of them: locks, media keys, the keys that are held themselves.
        57344..=63743 => return None,
        code => code,
    };
    let c = char::from_u32(code)?;
    if held.contains(KeyModifiers::SHIFT) {
        if c == '\t' {
            return Some(key(KeyCode::BackTab, held));
        }
        let upper = shifted.and_then(char::from_u32).or_else(|| c.to_uppercase().next());
        return if c.is_control() { Some(plain(c, held)) } else { Some(plain(upper?, held)) };
    }
    Some(plain(c, held))
}

/// The key of a character, with what is held.
fn plain(c: char, held: KeyModifiers) -> Event {
    let named = match c {
        '\u{8}' => KeyEvent::from(KeyCode::Backspace),
        '\r' | '\t' | '\u{1b}' | '\u{7f}' => control_key(u8::try_from(c).unwrap_or_default()),
        c => character_key(c),
    };
    Event::Key(KeyEvent { modifiers: named.modifiers | held, ..named })
}

/// A key as conhost sends it to a program that asked for everything (win32-input-mode): the key, its
/// scan code, the character, whether it goes down, what is held.
fn conhost(parameters: &Parameters<'_>) -> Option<Event> {
    let code = parameters.number(0, 0)?;
    let (character, down) = (parameters.number(2, 0).unwrap_or(0), parameters.number(3, 0).unwrap_or(0));
    if down == 0 || parameters.count() < 4 {
        return None;
    }
    match (code, character) {
        (0x21, 0) => Some(key(KeyCode::PageUp, KeyModifiers::NONE)),
        (0x22, 0) => Some(key(KeyCode::PageDown, KeyModifiers::NONE)),
        (0x23, 0) => Some(key(KeyCode::End, KeyModifiers::NONE)),
        (0x24, 0) => Some(key(KeyCode::Home, KeyModifiers::NONE)),
        (0x25, 0) => Some(key(KeyCode::Left, KeyModifiers::NONE)),
        (0x26, 0) => Some(key(KeyCode::Up, KeyModifiers::NONE)),
        (0x27, 0) => Some(key(KeyCode::Right, KeyModifiers::NONE)),
        (0x28, 0) => Some(key(KeyCode::Down, KeyModifiers::NONE)),
        (0x2e, 0) => Some(key(KeyCode::Delete, KeyModifiers::NONE)),
        (_, 0) => None,
        (_, control @ (1..=0x1f | 0x7f)) => Some(Event::Key(control_key(u8::try_from(control).ok()?))),
        (_, character) => Some(Event::Key(character_key(char::from_u32(character)?))),
    }
}

/// The mouse as `?1006` sends it.
fn sgr_mouse(parameters: &Parameters<'_>, last: u8) -> Option<Event> {
    if parameters.count() != 3 || !matches!(last, b'M' | b'm') {
        return None;
    }
    let at = |place| parameters.number(place, 0);
    mouse(at(0)?, (at(1)?, at(2)?), last == b'm')
}

/// The mouse as rxvt sends it, which adds 32 to the button.
fn rxvt_mouse(parameters: &Parameters<'_>) -> Option<Event> {
    let at = |place| parameters.number(place, 0);
    let button = at(0)?.checked_sub(32)?;
    mouse(button, (at(1)?, at(2)?), button & 0b100_0011 == 3)
}

/// The mouse as the oldest terminals send it, with 32 added to all.
pub(super) fn x10_mouse(button: u8, x: u8, y: u8) -> Option<Event> {
    let number = |byte: u8| u32::from(byte).checked_sub(32);
    let button = number(button)?;
    mouse(button, (number(x)?, number(y)?), button & 0b100_0011 == 3)
}

/// The mouse by the number of its button, at a place that is counted from 1.
fn mouse(number: u32, (x, y): (u32, u32), released: bool) -> Option<Event> {
    if number > 0xff {
        return None;
    }
    let held = modifiers(((number >> 2) & 0b111) + 1)?;
    let button = match number & 0b11 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let moves = number & 32 != 0;
    let kind = match (number & 0b1100_0000, number & 0b11) {
        (64, 0) => MouseEventKind::ScrollUp,
        (64, 1) => MouseEventKind::ScrollDown,
        (64, 2) => MouseEventKind::ScrollLeft,
        (64, _) => MouseEventKind::ScrollRight,
        (0, 3) if moves => MouseEventKind::Moved,
        (0, _) if released => MouseEventKind::Up(button),
        (0, _) if moves => MouseEventKind::Drag(button),
        (0, _) => MouseEventKind::Down(button),
        _ => return None,
    };
    let cell = |place: u32| u16::try_from(place.checked_sub(1)?).ok();
    Some(Event::Mouse(MouseEvent { kind, column: cell(x)?, row: cell(y)?, modifiers: held }))
}
