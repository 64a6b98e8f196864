//! The readings of Chinese characters, from `assets/pinyin.txt`, read at the first search.
//! A reading is the number of its syllable; most characters have one, a few have more.

use std::sync::OnceLock;

use super::fold::{Symbol, is_plain};

/// The number of a syllable in [`Readings::names`].
pub(crate) type Syllable = u16;

const TEXT: &str = include_str!("../../assets/pinyin.txt");

/// The block that has readings, and after it one place for 〇.
const FIRST: Symbol = 0x4e00;
const LAST: Symbol = 0x9fff;
const ZERO: Symbol = 0x3007;
const PLACES: usize = (LAST - FIRST) as usize + 2;

/// The sign of a character without a reading.
const NONE: u16 = 0x7fff;
/// The sign of a character with further readings in [`Readings::more`].
const MORE: u16 = 0x8000;

/// All readings: a flat table for the first ones and a short sorted list for the further ones.
pub(crate) struct Readings {
    names: Vec<&'static str>,
    initials: Vec<u8>,
    /// The characters of every syllable.
    chars: Vec<&'static str>,
    first: Vec<u16>,
    more: Vec<(Symbol, Syllable)>,
    /// The same as `first`, with the initials.
    heads: Vec<Head>,
}

/// What a symbol begins with when it is typed: its letter, and the syllable where it is a character.
/// One number, so that it stays in a register while texts are read.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Head(u32);

impl Head {
    /// The bit of a head with a syllable.
    const SYLLABLE: u32 = 1 << 31;
    /// The bit of the first head of several.
    const FIRST: u32 = 1 << 30;

    /// A letter or digit by itself.
    #[inline]
    const fn plain(letter: u8) -> Self {
        Self(letter as u32)
    }

    const fn read(letter: u8, syllable: Syllable) -> Self {
        Self(Self::SYLLABLE | (syllable as u32) << 8 | letter as u32)
    }

    /// Whether there is nothing to type.
    #[inline]
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }

    #[inline]
    pub(crate) const fn letter(self) -> u8 {
        self.0.to_le_bytes()[0]
    }

    /// The syllable of a character.
    #[inline]
    pub(crate) const fn syllable(self) -> Option<Syllable> {
        let [_, low, high, _] = self.0.to_le_bytes();
        if self.0 & Self::SYLLABLE == 0 { None } else { Some(Syllable::from_le_bytes([low, high])) }
    }

    /// Whether the character has further readings.
    #[inline]
    pub(crate) const fn is_first(self) -> bool {
        self.0 & Self::FIRST != 0
    }
}

impl Readings {
    /// The readings of the program, parsed when they are first wanted.
    pub(crate) fn get() -> &'static Self {
        static READINGS: OnceLock<Readings> = OnceLock::new();
        READINGS.get_or_init(|| Self::parse(TEXT))
    }

    fn parse(text: &'static str) -> Self {
        let mut readings = Self {
            names: Vec::with_capacity(420),
            initials: Vec::with_capacity(420),
            chars: Vec::with_capacity(420),
            first: vec![NONE; PLACES],
            more: Vec::with_capacity(128),
            heads: Vec::new(),
        };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, chars)) = line.split_once(' ') {
                let syllable = Syllable::try_from(readings.names.len()).unwrap_or(NONE);
                readings.names.push(name);
                readings.initials.push(name.bytes().next().unwrap_or_default());
                readings.chars.push(chars);
                chars.encode_utf16().for_each(|symbol| readings.add(symbol, syllable));
            }
        }
        readings.more.sort_unstable();
        readings.heads = readings.first.iter().map(|&first| readings.head_of(first)).collect();
        readings
    }

    fn head_of(&self, first: u16) -> Head {
        if first == NONE {
            return Head::default();
        }
        let Head(head) = Head::read(self.initial(first & !MORE), first & !MORE);
        Head(if first & MORE == 0 { head } else { head | Head::FIRST })
    }

    fn add(&mut self, symbol: Symbol, syllable: Syllable) {
        if let Some(place) = place(symbol).and_then(|place| self.first.get_mut(place)) {
            if *place == NONE {
                *place = syllable;
            } else {
                *place |= MORE;
                self.more.push((symbol, syllable));
            }
        }
    }

    /// The syllables by number, in alphabetical order, ü written v.
    pub(crate) fn names(&self) -> &[&'static str] {
        &self.names
    }

    /// The syllables that begin with this letter, as their numbers.
    pub(crate) fn beginning(&self, letter: Symbol) -> impl Iterator<Item = (Syllable, &'static str)> {
        let before = |name: &&str, last: bool| {
            name.bytes().next().is_some_and(|first| {
                let first = Symbol::from(first);
                first < letter || last && first == letter
            })
        };
        let from = self.names.partition_point(|name| before(name, false));
        let to = self.names.partition_point(|name| before(name, true));
        let numbers = (0..).zip(self.names.get(from..to).unwrap_or_default());
        numbers.map(move |(number, &name)| (number + Syllable::try_from(from).unwrap_or(NONE), name))
    }

    /// The letter that the syllable begins with.
    #[inline]
    pub(crate) fn initial(&self, syllable: Syllable) -> u8 {
        self.initials.get(usize::from(syllable)).copied().unwrap_or_default()
    }

    /// The characters that can be read as this syllable.
    pub(crate) fn chars(&self, syllable: Syllable) -> &'static str {
        self.chars.get(usize::from(syllable)).copied().unwrap_or_default()
    }

    /// The reading that serves as a character's class, if it has one.
    #[inline]
    pub(crate) fn first(&self, symbol: Symbol) -> Option<Syllable> {
        let first = self.first.get(place(symbol)?)? & !MORE;
        (first != NONE).then_some(first)
    }

    /// The head of a letter or digit itself, of a character that of its first reading; none of what has no reading.
    #[inline]
    pub(crate) fn head(&self, symbol: Symbol) -> Head {
        if is_plain(symbol) {
            return Head::plain(u8::try_from(symbol).unwrap_or_default());
        }
        place(symbol).and_then(|place| self.heads.get(place)).copied().unwrap_or_default()
    }

    /// The heads of the readings behind the first one.
    #[cold]
    pub(crate) fn further_heads(&self, symbol: Symbol) -> Vec<Head> {
        let mut heads = Vec::new();
        self.further(symbol, |syllable| heads.push(Head::read(self.initial(syllable), syllable)));
        heads
    }

    /// Calls `give` with every reading of the symbol.
    #[inline]
    pub(crate) fn each(&self, symbol: Symbol, mut give: impl FnMut(Syllable)) {
        let Some(&first) = place(symbol).and_then(|place| self.first.get(place)) else {
            return;
        };
        if first != NONE {
            give(first & !MORE);
            if first & MORE != 0 {
                self.further(symbol, give);
            }
        }
    }

    #[cold]
    fn further(&self, symbol: Symbol, mut give: impl FnMut(Syllable)) {
        let from = self.more.partition_point(|&(other, _)| other < symbol);
        for &(_, syllable) in self.more.iter().skip(from).take_while(|(other, _)| *other == symbol) {
            give(syllable);
        }
    }

    /// Whether the letters are a whole syllable.
    pub(crate) fn is_syllable(&self, letters: &str) -> bool {
        self.names.binary_search(&letters).is_ok()
    }
}

/// The syllables of a text of 汉字, ü written v; `None` when a character has no reading or several.
pub fn spell(text: &str) -> Option<Vec<&'static str>> {
    let readings = Readings::get();
    let syllable = |c: char| {
        let symbol = Symbol::try_from(u32::from(c)).ok()?;
        let mut found = Vec::new();
        readings.each(symbol, |syllable| found.push(syllable));
        let [only] = found.as_slice() else { return None };
        readings.names.get(usize::from(*only)).copied()
    };
    text.chars().map(syllable).collect()
}

#[inline]
fn place(symbol: Symbol) -> Option<usize> {
    match symbol {
        FIRST..=LAST => Some(usize::from(symbol - FIRST)),
        ZERO => Some(PLACES - 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(c: char) -> Vec<&'static str> {
        let readings = Readings::get();
        let mut names = Vec::new();
        readings.each(u16::try_from(c as u32).unwrap_or(0), |syllable| {
            names.extend(readings.names().get(usize::from(syllable)));
        });
        names
    }

    #[test]
    fn common_words_have_their_right_readings() {
        for (word, syllables) in [
            ("人参", "ren shen"),
            ("银行", "yin hang"),
            ("增长", "zeng zhang"),
            ("长者", "zhang zhe"),
            ("调研", "diao yan"),
            ("旅游", "lv you"),
            ("西藏", "xi zang"),
            ("供给", "gong ji"),
            ("畜牧", "xu mu"),
            ("首都", "shou du"),
            ("厦门", "xia men"),
            ("珲春", "hun chun"),
            ("〇", "ling"),
        ] {
            for (c, syllable) in word.chars().zip(syllables.split(' ')) {
                assert!(of(c).contains(&syllable), "{c} {syllable} {:?}", of(c));
            }
        }
    }

    #[test]
    fn the_whole_basic_block_has_readings() {
        let readings = Readings::get();
        let without = (0x4e00..=0x9fa5).filter(|&symbol| readings.first(symbol).is_none()).count();
        assert!(without <= 10, "{without} characters have no reading");
        assert!(readings.is_syllable("zhuang") && !readings.is_syllable("zhuan g"));
    }
}
