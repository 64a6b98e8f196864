//! Text measured and cut in terminal cells: a 汉字 takes two, nothing is cut in half.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Where a text stands in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left edge, spaces after it.
    Left,
    /// At the right edge, spaces before it.
    Right,
}

/// The number of cells `text` takes, by the rules that ratatui draws with.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// More cells than a row has, and so few that a sum of several widths stays in a `u16`.
const MOST: u16 = 1 << 12;

/// The cells that `text` takes in a row; a text that no row holds counts as one that is a little too long.
pub fn cells_of(text: &str) -> u16 {
    counted(width(text))
}

/// A number of cells of a row; what no row holds counts as a little too many.
pub fn counted(cells: usize) -> u16 {
    u16::try_from(cells).map_or(MOST, |cells| cells.min(MOST))
}

/// `text` in at most `cells` cells: whole, or cut between graphemes, never within a number, with
/// `…` as its last cell.
pub fn fit(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let Some(room) = cells.checked_sub(1) else {
        return String::new();
    };
    let head = start_of(text, room);
    let in_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%');
    let goes_on = text.get(head.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '%'))
        || text.get(head.len()..).is_some_and(|rest| {
            let mut rest = rest.chars();
            matches!(rest.next(), Some('.' | ',')) && rest.next().is_some_and(|c| c.is_ascii_digit())
        });
    // What goes on as a number is left out from its first digit or sign on.
    let whole = if goes_on && head.ends_with(in_number) {
        head.trim_end_matches(in_number).trim_end_matches(['+', '−', '≥', '≤', '≈', '→', '>', '–'])
    } else {
        head
    };
    whole.trim_end().to_owned() + "…"
}

/// The same with the start cut off: of the name of a file the end says more.
pub fn fit_end(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    cells.checked_sub(1).map_or_else(String::new, |room| format!("…{}", end_of(text, room).trim_start()))
}

/// The start of `text` that fits in `cells` cells, of whole graphemes.
pub fn start_of(text: &str, cells: usize) -> &str {
    let mut used = 0;
    let fits = |&(_, grapheme): &(usize, &str)| {
        used += width(grapheme);
        used <= cells
    };
    let last = text.grapheme_indices(true).take_while(fits).last();
    text.get(..last.map_or(0, |(at, grapheme)| at + grapheme.len())).unwrap_or_default()
}

/// The end of `text` that fits in `cells` cells, of whole graphemes.
pub fn end_of(text: &str, cells: usize) -> &str {
    let mut used = 0;
    let fits = |&(_, grapheme): &(usize, &str)| {
        used += width(grapheme);
        used <= cells
    };
    let first = text.grapheme_indices(true).rev().take_while(fits).last();
    text.get(first.map_or(text.len(), |(at, _)| at)..).unwrap_or_default()
}

/// `text` cut to `cells` cells and filled with spaces at its right.
pub fn pad(text: &str, cells: usize) -> String {
    align(text, cells, Align::Left)
}

/// `text` cut to `cells` cells and filled with spaces at the side away from `to`.
pub fn align(text: &str, cells: usize, to: Align) -> String {
    let text = fit(text, cells);
    let rest = " ".repeat(cells.saturating_sub(width(&text)));
    match to {
        Align::Left => text + &rest,
        Align::Right => rest + &text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Align, align, end_of, fit, fit_end, pad, start_of, width};

    #[test]
    fn a_wide_character_is_never_cut_in_half() {
        assert_eq!(fit("高标准农田", 10), "高标准农田");
        assert_eq!(fit("高标准农田", 9), "高标准农…");
        assert_eq!(fit("高标准农田", 8), "高标准…");
        assert_eq!(fit("高", 1), "…");
        assert_eq!(fit("高", 0), "");
        // A number is whole or not there at all.
        assert_eq!(fit("Jilin City, 2024)", 15), "Jilin City,…");
        assert_eq!(fit("≥+22.4% 以上", 6), "…");
        assert_eq!(fit("共 1,234 个", 6), "共…");
        assert_eq!(fit("2024 年。5.", 6), "2024…");
        assert_eq!(fit_end("高标准农田", 10), "高标准农田");
        assert_eq!(fit_end("高标准农田", 8), "…准农田");
        assert_eq!(fit_end("高", 0), "");
    }

    #[test]
    fn ends_are_of_whole_characters() {
        let text = "高e\u{301}标👩‍👧a";
        assert_eq!(
            (start_of(text, 3), start_of(text, 4), start_of(text, 6)),
            ("高e\u{301}", "高e\u{301}", "高e\u{301}标")
        );
        assert_eq!((end_of(text, 2), end_of(text, 3), end_of(text, 4)), ("a", "👩‍👧a", "👩‍👧a"));
        assert_eq!((start_of(text, 0), end_of(text, 0)), ("", ""));
        assert_eq!((start_of(text, 99), end_of(text, 99)), (text, text));
    }

    #[test]
    fn padding_gives_the_exact_width() {
        for cells in 0..14 {
            assert_eq!(width(&pad("粮食 95.28", cells)), cells);
            assert_eq!(width(&align("粮食 95.28", cells, Align::Right)), cells);
        }
        assert_eq!(align("粮", 4, Align::Right), "  粮");
    }
}
