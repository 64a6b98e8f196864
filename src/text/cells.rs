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

/// `text` in at most `cells` cells: whole, or cut between graphemes with `…` as
/// its last cell.
pub fn fit(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let Some(room) = cells.checked_sub(1) else {
        return String::new();
    };
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used > room {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
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
    use super::{Align, align, fit, pad, width};

    #[test]
    fn a_wide_character_is_never_cut_in_half() {
        assert_eq!(fit("高标准农田", 10), "高标准农田");
        assert_eq!(fit("高标准农田", 9), "高标准农…");
        assert_eq!(fit("高标准农田", 8), "高标准…");
        assert_eq!(fit("高", 1), "…");
        assert_eq!(fit("高", 0), "");
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
