//! Scripts of keys: `/生产<enter>jj` is a slash, two 汉字, Enter and twice j.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// The events of a script, as crossterm reports them.
///
/// A character stands for its key. Names stand in angle brackets: `<enter> <esc> <tab> <s-tab> <up>
/// <down> <left> <right> <home> <end> <pgup> <pgdn> <bs> <del> <space> <lt>`, `<c-x>` with Ctrl,
/// `<a-x>` with Alt, `<paste:text>`, `<resize:80x24>`.
pub(crate) fn events(script: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|open| open.split_once('>'));
        if let Some((name, behind)) = named {
            events.push(event(name).unwrap_or_else(|| panic!("no key is called <{name}> in {script:?}")));
            rest = behind;
        } else {
            events.push(typed(c));
            rest = rest.strip_prefix(c).unwrap_or_default();
        }
    }
    events
}

/// A character as a key; a capital comes with Shift, as terminals send it.
fn typed(c: char) -> Event {
    let held = if c.is_ascii_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    Event::Key(KeyEvent::new(KeyCode::Char(c), held))
}

fn event(name: &str) -> Option<Event> {
    if let Some(text) = name.strip_prefix("paste:") {
        return Some(Event::Paste(text.to_owned()));
    }
    if let Some(size) = name.strip_prefix("resize:") {
        let (width, height) = size.split_once('x')?;
        return Some(Event::Resize(width.parse().ok()?, height.parse().ok()?));
    }
    let with = |c: &str, held| {
        let mut chars = c.chars();
        let c = chars.next().filter(|_| chars.next().is_none())?;
        Some(Event::Key(KeyEvent::new(KeyCode::Char(c), held)))
    };
    if let Some(c) = name.strip_prefix("c-") {
        return with(c, KeyModifiers::CONTROL);
    }
    if let Some(c) = name.strip_prefix("a-") {
        return with(c, KeyModifiers::ALT);
    }
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "s-tab" => return Some(Event::Key(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT))),
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "bs" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "space" => KeyCode::Char(' '),
        "lt" => KeyCode::Char('<'),
        _ => return None,
    };
    Some(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

/// The release of a key, which Windows reports too.
pub(crate) fn released(key: KeyEvent) -> KeyEvent {
    KeyEvent { kind: KeyEventKind::Release, ..key }
}
