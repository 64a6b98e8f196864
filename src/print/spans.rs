//! Text with its look character by character, so that it can be wrapped first and painted afterwards.

use std::ops::Range;

use crate::text::{width, wrap};

/// The look of a character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ink {
    #[default]
    Plain,
    Bold,
    Dim,
    /// A character that the query matched: red and bold, and underlined for
    /// those who do not see the red.
    Mark,
}

impl Ink {
    const fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Bold => "\u{1b}[1m",
            Self::Dim => "\u{1b}[2m",
            Self::Mark => "\u{1b}[1;4;31m",
        }
    }
}

/// A piece of text with looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spans(Vec<(char, Ink)>);

impl Spans {
    pub(super) fn new(text: &str, ink: Ink) -> Self {
        Self(text.chars().map(|c| (c, ink)).collect())
    }

    /// The same text with the characters of `ranges` marked.
    pub(super) fn marked(mut self, ranges: &[Range<usize>]) -> Self {
        for range in ranges {
            for (_, ink) in self.0.get_mut(range.clone()).unwrap_or_default() {
                *ink = Ink::Mark;
            }
        }
        self
    }

    /// The same text with every occurrence of `part` marked.
    pub(super) fn marked_where(self, part: &str) -> Self {
        let text = self.text();
        let long = part.chars().count();
        let at = |(byte, _)| text.get(..byte).map_or(0, |before: &str| before.chars().count());
        let ranges: Vec<Range<usize>> = text.match_indices(part).map(at).map(|start| start..start + long).collect();
        if part.is_empty() { self } else { self.marked(&ranges) }
    }

    pub(super) fn push(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub(super) fn push_spaces(&mut self, count: usize) {
        self.0.extend(std::iter::repeat_n((' ', Ink::Plain), count));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn text(&self) -> String {
        self.0.iter().map(|&(c, _)| c).collect()
    }

    pub(super) fn width(&self) -> usize {
        width(&self.text())
    }

    /// The same text in lines of at most `cells` cells.
    pub(super) fn wrapped(&self, cells: usize) -> Vec<Self> {
        let mut rest = self.0.iter().copied();
        // Wrapping leaves out spaces at line ends and nothing else, so each
        // character of a line is the next one of the text, spaces aside.
        let mut next = |c: char| rest.by_ref().find(|&(own, _)| own == c).unwrap_or((c, Ink::Plain));
        wrap(&self.text(), cells).iter().map(|line| Self(line.chars().map(&mut next).collect())).collect()
    }

    /// As written to a terminal that takes colour, or plain; without spaces at the end.
    pub(super) fn painted(&self, color: bool) -> String {
        let text = self.text();
        if !color {
            return text.trim_end().to_owned();
        }
        let kept = text.trim_end().chars().count();
        let mut out = String::new();
        let mut before = Ink::Plain;
        for &(c, ink) in self.0.iter().take(kept) {
            if ink != before {
                out += if before == Ink::Plain { "" } else { "\u{1b}[0m" };
                out += ink.code();
                before = ink;
            }
            out.push(c);
        }
        out + if before == Ink::Plain { "" } else { "\u{1b}[0m" }
    }
}

#[cfg(test)]
mod tests {
    use super::{Ink, Spans};

    #[test]
    fn marks_survive_wrapping() {
        let spans = Spans::new("新建农村公路 365 公里，改造 623 公里", Ink::Plain).marked_where("公里");
        let lines = spans.wrapped(14);
        assert!(lines.len() > 2);
        let marked: String =
            lines.iter().flat_map(|line| &line.0).filter(|(_, ink)| *ink == Ink::Mark).map(|&(c, _)| c).collect();
        assert_eq!(marked, "公里公里");
    }

    #[test]
    fn paint_begins_and_ends_with_the_marked_characters() {
        let spans = Spans::new("粮食产量  ", Ink::Plain).marked(&[0..2, 9..12]);
        assert_eq!(spans.painted(true), "\u{1b}[1;4;31m粮食\u{1b}[0m产量");
        assert_eq!(spans.painted(false), "粮食产量");
    }
}
