//! Looking at text character by character: a 汉字 is one step, nothing is cut inside one.

/// The character classes and searches that the rules are written in.
pub(super) trait Chars {
    /// The character at `at`; NUL beyond the end, which no rule asks for.
    fn at(&self, at: usize) -> char;
    /// The stretch from `from` up to `to`, as far as it exists.
    fn cut(&self, from: usize, to: usize) -> &[char];
    /// All from `from` on.
    fn after(&self, from: usize) -> &[char];
    /// Whether `word` stands at `at`.
    fn is_at(&self, at: usize, word: &str) -> bool;
    /// Whether it begins with `word`.
    fn begins(&self, word: &str) -> bool;
    /// Whether it ends with `word`.
    fn closes(&self, word: &str) -> bool;
    /// Where `word` stands first.
    fn find(&self, word: &str) -> Option<usize>;
    /// Where `word` stands last.
    fn rfind(&self, word: &str) -> Option<usize>;
    /// Whether it holds `word`.
    fn has(&self, word: &str) -> bool {
        self.find(word).is_some()
    }
    /// Whether it holds one of `words`.
    fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.has(word))
    }
    /// Whether it begins with one of `words`.
    fn begins_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.begins(word))
    }
    /// Whether it ends with one of `words`.
    fn closes_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.closes(word))
    }
    /// It as a text.
    fn text(&self) -> String;
}

impl Chars for [char] {
    fn at(&self, at: usize) -> char {
        self.get(at).copied().unwrap_or('\0')
    }

    fn cut(&self, from: usize, to: usize) -> &[char] {
        self.get(from..to.min(self.len())).unwrap_or_default()
    }

    fn after(&self, from: usize) -> &[char] {
        self.get(from..).unwrap_or_default()
    }

    fn is_at(&self, at: usize, word: &str) -> bool {
        let mut own = self.after(at).iter();
        word.chars().all(|c| own.next() == Some(&c))
    }

    fn begins(&self, word: &str) -> bool {
        self.is_at(0, word)
    }

    fn closes(&self, word: &str) -> bool {
        let mut own = self.iter().rev();
        word.chars().rev().all(|c| own.next() == Some(&c))
    }

    fn find(&self, word: &str) -> Option<usize> {
        let first = word.chars().next()?;
        let mut from = 0;
        loop {
            let at = from + place_of(self.after(from), first)?;
            if self.is_at(at, word) {
                return Some(at);
            }
            from = at + 1;
        }
    }

    fn rfind(&self, word: &str) -> Option<usize> {
        let first = word.chars().next()?;
        self.iter().enumerate().rev().find(|&(at, &c)| c == first && self.is_at(at, word)).map(|(at, _)| at)
    }

    fn text(&self) -> String {
        // A 汉字 has three bytes, which a chain of iterators does not foresee.
        let mut text = String::with_capacity(3 * self.len());
        text.extend(self);
        text
    }
}

/// The characters of a short text.
pub(super) fn chars_of(text: &str) -> Vec<char> {
    let mut chars = Vec::with_capacity(text.len());
    chars.extend(text.chars());
    chars
}

/// The first place where `c` stands.
pub(super) fn place_of(text: &[char], c: char) -> Option<usize> {
    text.iter().position(|&own| own == c)
}

/// Whether `c` is a 汉字.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Whether `c` ends a clause: names and qualifiers do not reach beyond it.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '，' | '；' | '。' | '：' | '！' | '？' | '—')
}

/// `text` without what stands at its ends for which `drop` says so.
pub(super) fn trimmed(text: &[char], drop: impl Fn(char) -> bool) -> &[char] {
    let first = text.iter().position(|&c| !drop(c)).unwrap_or(text.len());
    let last = text.iter().rposition(|&c| !drop(c)).map_or(first, |at| at + 1);
    text.cut(first, last)
}

#[cfg(test)]
mod tests {
    use super::{Chars, trimmed};

    #[test]
    fn stretches_beyond_the_end_are_empty() {
        let text: Vec<char> = "粮食产量".chars().collect();
        assert_eq!(
            (text.cut(2, 9).text(), text.cut(9, 2).text(), text.after(5).text()),
            ("产量".into(), String::new(), String::new())
        );
        assert_eq!((text.find("产"), text.rfind("食产"), text.find("量产")), (Some(2), Some(1), None));
        assert!(text.begins("粮食") && text.closes("产量") && !text.closes("粮食产量值"));
        assert_eq!(trimmed(&text, |c| c == '粮' || c == '量').text(), "食产");
    }
}
