//! Text measured and cut in terminal cells: a 汉字 takes two, nothing is cut in half.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::amount::amount_around;

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
    // What stands alone is added up without a look into the tables.
    let sum = |cells: usize, c: char| alone(c).map(|own| cells + usize::from(own));
    text.chars().try_fold(0, sum).unwrap_or_else(|| UnicodeWidthStr::width(text))
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

/// The graphemes of a text with their widths in cells. Nearly all that is shown are letters, digits and 汉字 that join
/// with nothing: these are told at a glance, and only the rest by the tables of Unicode.
pub(crate) struct Graphemes<'a>(&'a str);

/// The graphemes of `text` with their widths.
pub(crate) const fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes(text)
}

/// The cells of a character that never joins with one before it, and with one behind it only if that is none of these.
#[inline]
const fn alone(c: char) -> Option<u16> {
    match c {
        ' '..='~'
        | '·'
        | '×'
        | '–'
        | '—'
        | '‘'
        | '’'
        | '“'
        | '”'
        | '…'
        | '←'..='↓'
        | '−'
        | '≈'
        | '≤'
        | '≥'
        | '─'..='▟'
        | '■'..='◼' => Some(1),
        '\u{3001}'..='\u{3029}' | '\u{4e00}'..='\u{9fff}' | '！'..='～' => Some(2),
        _ => None,
    }
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = (&'a str, u16);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let mut chars = self.0.chars();
        let first = chars.next()?;
        let joins_not = chars.next().is_none_or(|next| alone(next).is_some());
        let (length, cells) = if let Some(cells) = alone(first).filter(|_| joins_not) {
            (first.len_utf8(), cells)
        } else {
            let grapheme = self.0.graphemes(true).next()?;
            (grapheme.len(), counted(width(grapheme)))
        };
        let (grapheme, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some((grapheme, cells))
    }
}

/// `text` in at most `cells` cells: whole, or cut between graphemes, never within a number or before
/// its unit, with `…` as its last cell.
pub fn fit(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let Some(room) = cells.checked_sub(1) else {
        return String::new();
    };
    let head = start_of(text, room);
    let Some(number) = amount_around(text, head.len()) else {
        return head.trim_end().to_owned() + "…";
    };
    // It is left out from its first digit or sign on; at the beginning of a text it stays as far as it is whole.
    let before = head.get(..number.start).unwrap_or_default();
    let before = before.trim_end_matches(['+', '−', '≥', '≤', '≈', '→', '>', '–', '~', '=', '-']).trim_end();
    let whole = if before.is_empty() && head.len() >= number.end { head.get(..number.end) } else { Some(before) };
    whole.unwrap_or_default().to_owned() + "…"
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
    let fits = |&(_, own): &(&str, u16)| {
        used += usize::from(own);
        used <= cells
    };
    let end = graphemes(text).take_while(fits).map(|(grapheme, _)| grapheme.len()).sum();
    text.get(..end).unwrap_or_default()
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
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

    use super::{Align, align, alone, counted, end_of, fit, fit_end, graphemes, pad, start_of, width};

    #[test]
    fn graphemes_are_those_of_the_tables_of_unicode() {
        let texts = [
            "",
            "a",
            "吉林市 2024 年",
            "e\u{301}a\u{300}汉\u{fe00}字",
            "👨‍👩‍👧x🇨🇳🇨y",
            "（一）、。“”…—",
            "\r\na\u{200d}b",
            "ﾊﾞ각ก็",
        ];
        for text in texts {
            let told: Vec<(&str, u16)> = graphemes(text).collect();
            let known: Vec<(&str, u16)> = text.graphemes(true).map(|one| (one, counted(width(one)))).collect();
            assert_eq!(told, known, "{text:?}");
            assert_eq!(width(text), UnicodeWidthStr::width(text), "{text:?}");
        }
        // Between any two characters of the blocks that are told at a glance, and beside others.
        let others = ['\u{301}', '\u{200d}', '\u{fe0f}', '\n', '→', '👩', '각', '〪', '゛', '\u{20dd}'];
        let glance = (' '..='\u{ffff}').filter(|&c| alone(c).is_some());
        assert!(glance.clone().all(|c| UnicodeWidthChar::width(c) == alone(c).map(usize::from)));
        for c in glance.step_by(7).chain("〈〉、。！～龥".chars()) {
            for other in others {
                for text in [format!("{c}{other}"), format!("{other}{c}"), format!("{c}{c}")] {
                    let told: Vec<(&str, u16)> = graphemes(&text).collect();
                    let known: Vec<_> = text.graphemes(true).map(|one| (one, counted(width(one)))).collect();
                    assert_eq!(told, known, "{text:?}");
                    assert_eq!(width(&text), UnicodeWidthStr::width(text.as_str()), "{text:?}");
                }
            }
        }
    }

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
        // So is its unit, unless the number is all that there is room for.
        assert_eq!(fit("其中 10 亿元以上项目", 8), "其中…");
        assert_eq!(fit("其中 10 亿元以上项目", 12), "其中…");
        assert_eq!(fit("其中 10 亿元以上项目", 13), "其中 10 亿元…");
        assert_eq!(fit("面积 167.8 万平方米路面", 19), "面积…");
        assert_eq!(fit("面积 167.8 万平方米路面", 20), "面积 167.8 万平方米…");
        assert_eq!(fit("Projects of 100 m yuan or more", 16), "Projects of…");
        assert_eq!(fit("Projects of 100 m yuan or more", 23), "Projects of 100 m yuan…");
        assert_eq!(fit("National 15-minute circles", 14), "National…");
        assert_eq!(fit("870,000 mu of land", 9), "870,000…");
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
