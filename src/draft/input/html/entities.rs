//! Signs that are written in letters (`&mdash;`), as the standard of the web names them.

use html5gum::emitters::callback::CallbackEvent;

use super::tree::each_event;

/// No name is longer.
const LONGEST: usize = 32;

/// `text` with the signs themselves; what names none stays as it is.
pub(in super::super) fn decoded(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        kept.push_str(before);
        let named = |name: &str| name.len() <= LONGEST && name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'#');
        if let Some((name, behind)) = after.split_once(';').filter(|(name, _)| named(name)) {
            kept.push_str(&sign(name));
            rest = behind;
        } else {
            kept.push('&');
            rest = after;
        }
    }
    kept + rest
}

fn sign(name: &str) -> String {
    let mut found = String::new();
    each_event(&format!("&{name};"), &mut |event| {
        if let CallbackEvent::String { value } = event {
            found.push_str(&String::from_utf8_lossy(value));
        }
    });
    found
}
