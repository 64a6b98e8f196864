//! Folds text to the symbols that are compared: width, case, script, punctuation, digit groups.
//! Every symbol remembers the scalar of the shown text it came from, so that marks are exact.

use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

/// A folded character: one UTF-16 unit, so that a million records stay small and fast to scan.
pub(crate) type Symbol = u16;

/// The folded symbol is not the character as it is shown.
pub(crate) const CHANGED: u8 = 1;
/// A character that folding drops stands directly before this symbol.
pub(crate) const GAP: u8 = 2;
/// A word begins here: the first symbol of a field, one after a space or punctuation, or the
/// first letter or digit of a run.
pub(crate) const OPENS: u8 = 4;

/// All of these flags; the bits above them are left to the [first letter](super::first_letter).
pub(crate) const FLAGS: u8 = CHANGED | GAP | OPENS;

/// One folded symbol with its origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Folded {
    /// The symbol to compare.
    pub(crate) symbol: Symbol,
    /// Some of [`FLAGS`].
    pub(crate) flags: u8,
    /// The Unicode scalar of the shown text, counted from 0.
    pub(crate) at: u32,
}

/// The table's sign for a character without a symbol: quotes, marks of emphasis, joiners.
const DROP: Symbol = 0;
/// The table's sign for a character that gives several symbols.
const MANY: Symbol = 0xffff;

const COMMA: Symbol = b',' as Symbol;
const HYPHEN: Symbol = b'-' as Symbol;
pub(crate) const SPACE: Symbol = b' ' as Symbol;

/// Marks that are written over the letter before them.
const MARKS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';

/// Where characters stand that mean the same as others: Latin, signs, radicals, ligatures, forms.
const COMPATIBLE: [std::ops::RangeInclusive<char>; 6] = [
    '\u{a0}'..='\u{52f}',
    '\u{1e00}'..='\u{2fdf}',
    '\u{3000}'..='\u{33ff}',
    '\u{f900}'..='\u{fb4f}',
    '\u{fe30}'..='\u{fe6f}',
    '\u{ff00}'..='\u{ffef}',
];

/// Punctuation and other signs that are one thing for a reader: shown form, symbol.
const SIGNS: &[(&str, char)] = &[
    ("—–―‐‑‒−─", '-'),
    ("、﹐", ','),
    ("。｡", '.'),
    ("’‘＇`´", '\''),
    ("《〈＜", '<'),
    ("》〉＞", '>'),
    ("【〔〖［", '['),
    ("】〕〗］", ']'),
    ("·•・‧∙", '·'),
    ("～∼〜", '~'),
    ("×✕", 'x'),
    ("\u{3000}\u{a0}\u{2002}\u{2003}\u{2009}\u{202f}", ' '),
    ("￥", '¥'),
    ("āáǎàâäãå", 'a'),
    ("ēéěèêë", 'e'),
    ("īíǐìîï", 'i'),
    ("ōóǒòôöõ", 'o'),
    ("ūúǔùû", 'u'),
    ("ǖǘǚǜü", 'v'),
    ("ç", 'c'),
    ("ñ", 'n'),
    ("²", '2'),
    ("³", '3'),
];

/// Characters without a symbol. Nobody types the quotes that a name carries in print.
const DROPPED: &str = "“”„‟\"＂「」『』﹁﹂\u{200b}\u{200c}\u{200d}\u{feff}\u{fe0f}\u{fe0e}\u{ad}";

/// Characters that give several symbols.
const EXPANDED: &[(char, &str)] = &[
    ('…', "..."),
    ('㎡', "m2"),
    ('㎥', "m3"),
    ('㎞', "km"),
    ('㎏', "kg"),
    ('℃', "°c"),
    ('①', "1"),
    ('②', "2"),
    ('③', "3"),
    ('Ⅰ', "i"),
    ('Ⅱ', "ii"),
    ('Ⅲ', "iii"),
];

/// Folds `text` and gives every symbol in order. `field` says that a field begins with it.
pub(crate) fn fold(text: &str, field: bool, mut give: impl FnMut(Folded)) {
    scalars(text, field, |_, folded| folded.iter().copied().for_each(&mut give));
}

/// Folds `text` and gives every scalar of it with its symbols: none when folding drops it.
pub(crate) fn scalars(text: &str, field: bool, mut give: impl FnMut(char, &[Folded])) {
    let table = table();
    let mut last = Last::new(field);
    let mut several = Vec::new();
    for (at, (byte, c)) in (0..).zip(text.char_indices()) {
        let rest = || text.get(byte + c.len_utf8()..).unwrap_or_default();
        let mut symbol = single(table, c);
        if is_letter(symbol) {
            symbol = composed(table, c, rest()).unwrap_or(symbol);
        } else if symbol == HYPHEN
            && last.kind == Kind::Letter
            && rest().chars().next().is_some_and(|c| is_letter(single(table, c)))
        {
            // cross-border is two words, as cross border is.
            symbol = SPACE;
        }
        if symbol == MANY {
            several.clear();
            expand(table, c, |symbol| several.push(last.next(symbol, true, at)));
            give(c, &several);
        } else if symbol == DROP || symbol == COMMA && last.digit() && grouped(rest()) {
            last.drop(symbol == DROP);
            give(c, &[]);
        } else {
            give(c, &[last.next(symbol, u32::from(symbol) != u32::from(c), at)]);
        }
    }
}

/// Folds `text` to its symbols alone.
pub(crate) fn symbols(text: &str) -> Vec<Symbol> {
    let mut all = Vec::with_capacity(text.len());
    fold(text, true, |folded| all.push(folded.symbol));
    all
}

/// Whether the symbol is a letter of an alphabet. Most symbols are beyond all of them.
pub(crate) const fn is_letter(symbol: Symbol) -> bool {
    symbol < 0x530 && matches!(symbol, 0x61..=0x7a | 0xdf..=0x24f | 0x370..=0x52f)
}

/// Whether the symbol is a digit.
pub(crate) const fn is_digit(symbol: Symbol) -> bool {
    matches!(symbol, 0x30..=0x39)
}

/// Whether the symbol is a letter or a digit, which is only compared where a word opens.
pub(crate) const fn is_plain(symbol: Symbol) -> bool {
    is_letter(symbol) || is_digit(symbol)
}

/// Whether the symbol is a Chinese character, or half of one beyond the basic plane.
pub(crate) fn is_han(symbol: Symbol) -> bool {
    // Nearly all stand in this block.
    matches!(symbol, 0x4e00..=0x9fff | 0xd800..=0xdfff)
        || char::from_u32(symbol.into()).is_some_and(crate::text::is_han)
}

/// The kinds of symbols that tell where words begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Han,
    Other,
}

impl Kind {
    #[inline]
    fn of(symbol: Symbol) -> Self {
        if is_letter(symbol) {
            Self::Letter
        } else if is_digit(symbol) {
            Self::Digit
        } else if is_han(symbol) {
            Self::Han
        } else {
            Self::Other
        }
    }
}

/// What came before, as far as the next symbol's flags depend on it.
struct Last {
    /// The symbol before this one; a space at the start of a field.
    one: Symbol,
    kind: Kind,
    /// The symbol before that.
    two: Symbol,
    flags: u8,
}

impl Last {
    const fn new(field: bool) -> Self {
        let (one, kind) = if field { (SPACE, Kind::Other) } else { (0x4e00, Kind::Han) };
        Self { one, kind, two: 0, flags: 0 }
    }

    fn digit(&self) -> bool {
        self.kind == Kind::Digit
    }

    /// A dropped quote opens a word; a dropped comma stays inside its number.
    const fn drop(&mut self, opens: bool) {
        self.flags |= if opens { GAP | OPENS } else { GAP };
    }

    fn next(&mut self, symbol: Symbol, changed: bool, at: u32) -> Folded {
        let kind = Kind::of(symbol);
        let opens = match (kind, self.kind) {
            // The 2.5 of PM2.5 and the 2 of m² are no numbers.
            (Kind::Digit, Kind::Digit | Kind::Letter) | (Kind::Letter, Kind::Letter) => false,
            (Kind::Digit, _) => !(self.one == Symbol::from(b'.') && is_digit(self.two)),
            (Kind::Letter, _) | (_, Kind::Other) => true,
            (Kind::Han | Kind::Other, _) => false,
        };
        let mut flags = self.flags;
        flags |= if opens { OPENS } else { 0 };
        flags |= if changed { CHANGED } else { 0 };
        self.flags = 0;
        self.two = self.one;
        (self.one, self.kind) = (symbol, kind);
        Folded { symbol, flags, at }
    }
}

/// Whether a group of exactly three digits follows, as after the comma of `16,400`.
fn grouped(rest: &str) -> bool {
    rest.chars().take_while(|&c| digit(c)).count() == 3
}

/// The symbol of a letter with the marks that stand behind it as characters of their own.
fn composed(table: &[Symbol], letter: char, rest: &str) -> Option<Symbol> {
    let mut whole = letter;
    for mark in rest.chars().take_while(|c| MARKS.contains(c)) {
        whole = compose(whole, mark)?;
    }
    (whole != letter).then(|| single(table, whole))
}

/// Whether the character as shown is a digit, of either width.
pub(crate) fn digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn single(table: &[Symbol], c: char) -> Symbol {
    // Outside the basic plane a character is its two surrogates.
    table.get(c as usize).copied().unwrap_or(MANY)
}

fn expand(table: &[Symbol], c: char, mut give: impl FnMut(Symbol)) {
    if let Some((_, text)) = EXPANDED.iter().find(|(sign, _)| *sign == c) {
        text.encode_utf16().for_each(give);
        return;
    }
    for c in c.nfkc() {
        match single(table, c) {
            DROP => {}
            MANY => c.encode_utf16(&mut [0; 2]).iter().copied().for_each(&mut give),
            symbol => give(symbol),
        }
    }
}

/// The symbol of every character of the basic plane.
fn table() -> &'static [Symbol] {
    static TABLE: OnceLock<Vec<Symbol>> = OnceLock::new();
    TABLE.get_or_init(build)
}

fn build() -> Vec<Symbol> {
    let mut table: Vec<Symbol> = (0..=Symbol::MAX).collect();
    for c in '！'..='～' {
        let narrow = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
        set(&mut table, c, lower(narrow));
    }
    for (shown, c) in simplified() {
        set(&mut table, shown, unit(c));
    }
    for &(shown, c) in SIGNS {
        shown.chars().for_each(|sign| set(&mut table, sign, unit(c)));
    }
    // The alphabets with two cases all lie below U+0530. Capitals fold as their small letters do.
    for c in '\0'..'\u{530}' {
        let small = table.get(usize::from(lower(c))).copied().unwrap_or(unit(c));
        set(&mut table, c, small);
    }
    for c in COMPATIBLE.into_iter().flatten() {
        let same = table.get(c as usize).is_some_and(|&symbol| u32::from(symbol) == u32::from(c));
        let mut forms = c.nfkc();
        if same && let (Some(one), next) = (forms.next(), forms.next()) {
            let symbol = if next.is_some() { MANY } else { single(&table, one) };
            set(&mut table, c, symbol);
        }
    }
    DROPPED.chars().chain(MARKS).for_each(|c| set(&mut table, c, DROP));
    for &(c, _) in EXPANDED {
        set(&mut table, c, MANY);
    }
    table
}

fn set(table: &mut [Symbol], c: char, symbol: Symbol) {
    if let Some(slot) = table.get_mut(c as usize) {
        *slot = symbol;
    }
}

/// Every Chinese character of the basic block with its simplified form. Between spaces, because
/// the crate looks at the neighbours; text and query must fold alike whatever stands around.
fn simplified() -> impl Iterator<Item = (char, char)> {
    let block = '\u{4e00}'..='\u{9fff}';
    let spaced: String = block.clone().flat_map(|c| [c, ' ']).collect();
    let folded = fast2s::convert(&spaced);
    let forms: Vec<char> = folded.chars().step_by(2).collect();
    block.zip(forms)
}

fn lower(c: char) -> Symbol {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => unit(one),
        _ => unit(c),
    }
}

fn unit(c: char) -> Symbol {
    Symbol::try_from(c as u32).unwrap_or(MANY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        String::from_utf16_lossy(&symbols(text))
    }

    #[test]
    fn width_case_script_and_punctuation_fold() {
        for (shown, expected) in [
            ("５Ｇ基站", "5g基站"),
            ("９．９％", "9.9%"),
            ("養老、雪場", "养老,雪场"),
            ("碳纖維產業基地", "碳纤维产业基地"),
            ("“专精特新”", "专精特新"),
            ("16,400元以上", "16400元以上"),
            ("1,234,567", "1234567"),
            ("1,23", "1,23"),
            ("2024,2025", "2024,2025"),
            ("㎡…", "m2..."),
            ("lüdi LǙ", "lvdi lv"),
            ("lu\u{308}\u{301}yo\u{301}u", "lvyou"),
            ("\u{2f63}产 \u{fb01}bre \u{f92f}", "生产 fibre 劳"),
            ("cross-border 1-2 人-机", "cross border 1-2 人-机"),
            ("一中心——四基地", "一中心--四基地"),
        ] {
            assert_eq!(folded(shown), expected, "{shown}");
        }
    }

    #[test]
    fn symbols_know_where_they_came_from() {
        let mut all = Vec::new();
        fold("1,234㎡“新", true, |folded| all.push((folded.at, folded.flags)));
        assert_eq!(all, [(0, OPENS), (2, GAP), (3, 0), (4, 0), (5, CHANGED | OPENS), (5, CHANGED), (7, GAP | OPENS)]);
    }

    #[test]
    fn the_decimal_point_is_inside_its_number() {
        let mut opens = Vec::new();
        fold("95.28 a.b", true, |folded| opens.push(folded.flags & OPENS != 0));
        assert_eq!(opens, [true, false, false, false, false, false, true, false, true]);
    }
}
