//! The one gate for text from files and arguments: what could steer a terminal stays out.

use std::borrow::Cow;

use super::bytes::position;

/// `text` without control characters and without the invisible marks that turn
/// the direction of writing; a tab or a line end of any kind becomes a space.
///
/// Controls are C0, DEL and C1; the direction marks are those of Unicode's
/// bidirectional algorithm (UAX 9), which can make a line read as another one.
pub fn clean(text: &str) -> Cow<'_, str> {
    if holds_unwanted(text.as_bytes()) {
        Cow::Owned(text.chars().filter_map(kept).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// `text` itself when it is clean, else its cleaned form.
pub fn tidy(text: String) -> String {
    match clean(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(cleaned) => cleaned,
    }
}

fn kept(c: char) -> Option<char> {
    match c {
        // Tab, the line ends of ASCII, NEL, and those of Unicode.
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if is_unwanted(c) => None,
        c => Some(c),
    }
}

/// Whether a text holds an unwanted character, by its bytes: every line of every report goes through here.
fn holds_unwanted(text: &[u8]) -> bool {
    let unwanted = |a: u8, b: u8, c: u8| {
        let control = a < 0x20 || a == 0x7f || a == 0xc2 && b < 0xa0;
        let mark = a == 0xd8 && b == 0x9c || a == 0xef && b == 0xbb && c == 0xbf;
        let space = c == 0x8b || c == 0x8e || c == 0x8f || (0xa8..=0xae).contains(&c);
        let isolate = (0xa0..=0xa9).contains(&c);
        control || mark || a == 0xe2 && (b == 0x80 && space || b == 0x81 && isolate)
    };
    position(text, unwanted).is_some()
}

fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{clean, holds_unwanted, is_unwanted};

    #[test]
    fn unwanted_characters_are_told_by_their_bytes() {
        for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
            assert_eq!(holds_unwanted(format!("国{c}a").as_bytes()), is_unwanted(c), "{:#x}", u32::from(c));
        }
    }

    #[test]
    fn escapes_and_direction_marks_are_dropped_and_line_ends_become_spaces() {
        assert_eq!(clean("红\u{1b}[31m旗\u{202e}桥"), "红[31m旗桥");
        assert_eq!(clean("一\n二\t三"), "一 二 三");
        assert_eq!(clean("a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f"), "a b c d e f");
        assert_eq!(clean("原样"), "原样");
    }
}
