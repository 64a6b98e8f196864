//! The one gate for text from files and arguments: what could steer a terminal stays out.

use std::borrow::Cow;

/// `text` without control characters and without the invisible marks that turn
/// the direction of writing; a tab or a line end of any kind becomes a space.
///
/// Controls are C0, DEL and C1; the direction marks are those of Unicode's
/// bidirectional algorithm (UAX 9), which can make a line read as another one.
pub fn clean(text: &str) -> Cow<'_, str> {
    // Only where a byte may begin an unwanted character it is looked at: quotation marks and stops begin like them.
    let unwanted = |at: usize| text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_unwanted);
    if text.bytes().enumerate().any(|(at, byte)| may_begin_unwanted(byte) && unwanted(at)) {
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

/// Whether a byte of UTF-8 is an unwanted character of ASCII or may begin another one.
fn may_begin_unwanted(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef)
}

fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{clean, is_unwanted, may_begin_unwanted};

    #[test]
    fn no_unwanted_character_begins_with_another_byte() {
        for c in (0..=0x0010_ffff).filter_map(char::from_u32).filter(|&c| is_unwanted(c)) {
            let begins = c.to_string().bytes().next().is_some_and(may_begin_unwanted);
            assert!(begins, "{:#x}", u32::from(c));
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
