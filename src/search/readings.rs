//! The ways in which a query can be read: as typed, with its numbers, cut, without light words, by sound, with gaps.

use super::fold::{SPACE, Symbol, is_han, symbols};
use super::number::{Decimal, Quantity};
use super::quantity::{Piece, pieces, units_of, with_digits, with_ranges};
use super::query::{Known, Way};
use super::typed::{Typed, bit, changed};
use super::word::{Origin, Word};

/// Gapped characters are noise below this number.
const GAPPED: usize = 3;
/// A part of a compound has so many characters.
const PART: usize = 2;

fn way(words: Vec<Word>) -> Way {
    Way { words, cut: None }
}

fn words(typed: &[Typed], known: &Known<'_>) -> Vec<Word> {
    (0..typed.len()).map(|place| Word::of(typed, place, known)).collect()
}

/// All readings of a query as it was typed: with its numbers, and with numerals as digits.
pub(super) fn as_typed(typed: &[Typed], known: &Known<'_>) -> Vec<Way> {
    if typed.is_empty() {
        return Vec::new();
    }
    let mut ways = Vec::new();
    // The hyphen of a compound parts words as a space does.
    if typed.len() > 1 || typed.iter().any(|word| word.symbols.contains(&SPACE)) {
        ways.push(way(vec![phrase(typed)]));
    }
    let mut seen: Vec<Vec<Piece>> = Vec::new();
    let folded = typed.iter().map(|word| String::from_utf16_lossy(&word.symbols)).collect::<Vec<_>>().join(" ");
    let numbered = with_ranges(&folded);
    for text in with_digits(&numbered).into_iter().chain([numbered]).collect::<Vec<_>>().into_iter().rev() {
        for apart in [false, true] {
            let pieces = pieces(&text, &known.units, apart);
            if seen.contains(&pieces) {
                continue;
            }
            let items: Vec<Typed> = pieces.iter().map(|piece| item(piece, typed, apart || text != folded)).collect();
            ways.extend(joined(&items, known).map(way));
            ways.push(way(words(&items, known)));
            seen.push(pieces);
        }
        ways.extend(counted(&text).map(|items| way(words(&items, known))));
    }
    ways
}

/// A piece of the folded query as a word, with the text that was typed where it is one of its words.
fn item(piece: &Piece, typed: &[Typed], apart: bool) -> Typed {
    let (text, quantities) = match piece {
        Piece::Word(text) => (text, Vec::new()),
        Piece::Quantity(text, quantities) => (text, quantities.clone()),
    };
    let symbols = units_of(text);
    let known = typed.iter().find(|word| word.symbols == symbols).cloned();
    let apart = apart || known.is_none() && typed.iter().any(|word| changed(&word.text));
    let origin = if apart { Origin::Apart } else { Origin::Typed };
    Typed { quantities, origin, ..known.unwrap_or_else(|| Typed::new(text)) }
}

/// Numbers with the names of what they count, side by side: 1银1铜.
fn counted(text: &str) -> Option<Vec<Typed>> {
    let mut items = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit()).filter(|&end| end > 0)?;
        let (digits, behind) = rest.split_at_checked(end)?;
        let end = behind.find(|c: char| c.is_ascii_digit()).unwrap_or(behind.len());
        let (name, behind) = behind.split_at_checked(end)?;
        if !(1..=PART).contains(&name.chars().count()) || !name.chars().all(crate::text::is_han) {
            return None;
        }
        let quantities = vec![Quantity::bare(Decimal::read(digits)?)];
        items.push(Typed { quantities, origin: Origin::Name, ..Typed::new(name) });
        rest = behind;
    }
    (items.len() > 1).then_some(items)
}

/// The whole query as one text: what holds it as typed comes first.
fn phrase(typed: &[Typed]) -> Word {
    let texts: Vec<&str> = typed.iter().map(|word| word.text.as_str()).collect();
    let text = texts.join(" ");
    let mut word = Word::literal(symbols(&text));
    word.typed = changed(&text).then_some(text);
    word
}

/// Latin words side by side as one: a run of them gives its letters and the places where each ends.
fn runs(typed: &[Typed]) -> Vec<Result<(Vec<Symbol>, u64), usize>> {
    let mut runs = Vec::new();
    let mut place = 0;
    while let Some(word) = typed.get(place) {
        let run = typed.iter().skip(place).take_while(|word| word.latin()).count();
        if run < 2 {
            runs.push(Err(place));
        } else {
            let (mut letters, mut breaks) = (word.letters.clone(), word.breaks);
            for next in typed.iter().skip(place + 1).take(run - 1) {
                breaks |= bit(letters.len())
                    | next.breaks.checked_shl(u32::try_from(letters.len()).unwrap_or(64)).unwrap_or_default();
                letters.extend(&next.letters);
            }
            runs.push(Ok((letters, breaks)));
        }
        place += run.max(1);
    }
    runs
}

/// The reading in which Latin words side by side are pinyin with spaces between the syllables.
fn joined(typed: &[Typed], known: &Known<'_>) -> Option<Vec<Word>> {
    let runs = runs(typed);
    let word = |run: Result<(Vec<Symbol>, u64), usize>| match run {
        Err(place) => Word::of(typed, place, known),
        Ok((letters, breaks)) => {
            let mut made = Word { symbols: letters.clone(), ..Word::default() };
            made.read(&letters, breaks);
            made
        }
    };
    (runs.len() < typed.len()).then(|| runs.into_iter().map(word).collect())
}

/// The readings with one word cut in two, where neither part is a single character.
pub(super) fn cut(typed: &[Typed], known: &Known<'_>) -> Vec<Way> {
    let mut ways = Vec::new();
    for (place, word) in typed.iter().enumerate() {
        for (one, other) in cuts(&word.text) {
            let part = |text: &str| Typed { origin: Origin::Part, ..Typed::new(text) };
            let mut items = typed.to_vec();
            items.splice(place..=place, [part(one), part(other)]);
            let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
            let cut = Some(texts.join(" "));
            ways.push(Way { words: words(&items, known), cut });
        }
    }
    ways
}

/// The words that say little, in the order of the file: longer ones stand before those that end them.
fn light_words() -> impl Iterator<Item = &'static str> {
    include_str!("../../assets/light_words.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// The readings without words that say little: whole ones are left out, and a compound loses one at an end.
pub(super) fn bare(typed: &[Typed], known: &Known<'_>) -> Vec<Way> {
    let light = |word: &Typed| light_words().any(|light| word.symbols == symbols(light));
    let part = |text: &str| Typed { origin: Origin::Part, ..Typed::new(text) };
    let kept: Vec<Typed> = typed.iter().filter(|word| !light(word)).map(|word| part(&word.text)).collect();
    if kept.is_empty() {
        return Vec::new();
    }
    let mut all = if kept.len() < typed.len() { vec![kept.clone()] } else { Vec::new() };
    for (place, word) in kept.iter().enumerate() {
        for rest in light_words().flat_map(|light| [word.text.strip_suffix(light), word.text.strip_prefix(light)]) {
            let Some(rest) = rest.filter(|rest| rest.chars().count() >= PART && rest.chars().all(crate::text::is_han))
            else {
                continue;
            };
            let mut items = kept.clone();
            items.splice(place..=place, [part(rest)]);
            all.push(items);
        }
    }
    let said = |items: &[Typed]| items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join(" ");
    all.into_iter().map(|items| Way { words: words(&items, known), cut: Some(said(&items)) }).collect()
}

/// The places to cut a word with Chinese characters: not inside a Latin word, and not at a number.
fn cuts(word: &str) -> impl Iterator<Item = (&str, &str)> {
    let count = word.chars().count();
    let chinese = word.chars().any(crate::text::is_han);
    let places =
        word.char_indices().enumerate().filter(move |(number, _)| (PART..=count.saturating_sub(PART)).contains(number));
    places.filter_map(move |(_, (at, c))| {
        let (one, other) = word.split_at_checked(at)?;
        let before = one.chars().next_back()?;
        let inside = before.is_ascii_alphanumeric() && c.is_ascii_alphanumeric();
        (chinese && !inside && !before.is_numeric() && !c.is_numeric()).then_some((one, other))
    })
}

/// The readings of Latin words by their sound, each by itself and side by side.
pub(super) fn by_sound(typed: &[Typed]) -> Vec<Way> {
    let heard = |letters: &[Symbol], breaks: u64, other: &[Symbol]| {
        let mut word = Word::literal(other.to_vec());
        word.read(letters, breaks);
        let heard = word.listen(letters);
        (word, heard)
    };
    let beside = typed.iter().filter(|word| word.latin()).count() > 1;
    let single = typed.iter().map(|word| {
        if word.short() && beside {
            (Word::literal(word.symbols.clone()), false)
        } else {
            heard(&word.letters, word.breaks, &word.symbols)
        }
    });
    let single: Vec<_> = single.collect();
    let runs = runs(typed);
    let mut readings = vec![single];
    if runs.len() < typed.len() {
        let run = |run: Result<(Vec<Symbol>, u64), usize>| match run {
            Err(place) => typed.get(place).map(|word| heard(&word.letters, word.breaks, &word.symbols)),
            Ok((letters, breaks)) => Some(heard(&letters, breaks, &letters)),
        };
        readings.push(runs.into_iter().filter_map(run).collect());
    }
    let some = readings.into_iter().filter(|words| words.iter().any(|(_, heard)| *heard));
    some.map(|words| way(words.into_iter().map(|(word, _)| word).collect())).collect()
}

/// The reading that allows gaps between the characters of its words.
pub(super) fn gapped(typed: &[Typed], known: &Known<'_>) -> Vec<Way> {
    let mut words = words(typed, known);
    for word in &mut words {
        word.gapped = word.symbols.len() >= GAPPED && word.symbols.iter().all(|&symbol| is_han(symbol));
    }
    if words.iter().any(|word| word.gapped) { vec![way(words)] } else { Vec::new() }
}
