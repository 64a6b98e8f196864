//! Which characters are Chinese: one answer for typing, searching and breaking lines.

/// Whether `c` is a 汉字, 〇 included.
pub const fn is_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}
