//! The one gate for text from files and arguments: what could steer a terminal stays out.

use std::borrow::Cow;

/// `text` without control characters and without the invisible marks that turn
/// the direction of writing; a tab or a line end becomes a space.
///
/// Controls are C0, DEL and C1; the direction marks are those of Unicode's
/// bidirectional algorithm (UAX 9), which can make a line read as another one.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_unwanted) {
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
        '\t' | '\n' | '\r' => Some(' '),
        c if is_unwanted(c) => None,
        c => Some(c),
    }
}

fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn escapes_and_direction_marks_are_dropped_and_line_ends_become_spaces() {
        assert_eq!(clean("红\u{1b}[31m旗\u{202e}桥"), "红[31m旗桥");
        assert_eq!(clean("一\n二\t三"), "一 二 三");
        assert_eq!(clean("原样"), "原样");
    }
}
