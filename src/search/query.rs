//! A query as a plan: words that must all match, and other ways to read them.
//! `gao biao zhun` is three words, one text with spaces, and one pinyin word with separators.

use super::bit_index::{Block, Lanes, Layout, NONE};
use super::english::same_word;
use super::fold::{CHANGED, GAP, SPACE, Symbol, fold, is_han, is_letter, symbols};
use super::number::{Decimal, Piece, Quantity, Units, pieces, units_of, with_digits, with_ranges};
use super::pinyin::Readings;
use super::pinyin_nfa::PinyinNfa;
use super::prefilter::{Step, literal_steps, reach};
use super::sounds::Sounds;

/// Gapped characters are noise below this number.
const GAPPED: usize = 3;
/// The characters and the words of a query that are looked for.
const CHARS: usize = 256;
const WORDS: usize = 16;
/// A part of a compound has so many characters.
const PART: usize = 2;

/// What a plan must know of the texts.
pub(crate) struct Known<'a> {
    /// Finds the words of the texts that are other forms of a word.
    pub(crate) forms: &'a dyn Fn(&[Symbol]) -> Vec<Vec<Symbol>>,
    pub(crate) units: Units<'a>,
}

/// How far a query is stretched to find something; each only when all before found nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resort {
    /// As it was typed, in any script.
    Typed,
    /// A compound cut in two.
    Cut,
    /// Without the words that say little.
    Bare,
    /// Pinyin as it sounds.
    Sounds,
    /// Characters with gaps between them.
    Gaps,
}

impl Resort {
    pub(crate) const ALL: [Self; 5] = [Self::Typed, Self::Cut, Self::Bare, Self::Sounds, Self::Gaps];
}

/// The ways to read a query: a record matches when all words of one of them do.
#[derive(Default)]
pub struct Plan {
    pub(crate) readings: Vec<Way>,
}

/// One way to read a query.
pub(crate) struct Way {
    pub(crate) words: Vec<Word>,
    /// The words of a query that was cut or bared, as they were looked for.
    pub(crate) cut: Option<String>,
}

/// Where a word comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It was typed like this.
    #[default]
    Typed,
    /// Cut from its neighbour, or with other digits: not found as typed.
    Apart,
    /// Cut from a compound: a part of a synonym is not enough for it.
    Part,
    /// The name of a figure that the number must be of.
    Name,
}

/// A word of a query, ready to be compared.
#[derive(Default)]
pub(crate) struct Word {
    /// The folded word.
    pub(crate) symbols: Vec<Symbol>,
    /// The word as typed, where folding changed it.
    pub(crate) typed: Option<String>,
    /// Looked for as it is.
    pub(crate) literal: bool,
    /// Looked for as pinyin.
    pub(crate) machine: Option<PinyinNfa>,
    /// Looked for by its sound.
    pub(crate) sounds: Option<Sounds>,
    /// Words of the text that are forms of this one.
    pub(crate) forms: Vec<Vec<Symbol>>,
    /// Looked for with gaps.
    pub(crate) gapped: bool,
    pub(crate) origin: Origin,
    /// What it means where it is a number.
    pub(crate) quantities: Vec<Quantity>,
    /// The sets of steps by which a record can match, over columns, each with its last place.
    ways: Vec<(Vec<Step>, usize)>,
}

/// The part of a query that is looked for, and whether there was more.
pub(crate) fn bounded(query: &str) -> (&str, bool) {
    let end = query.char_indices().nth(CHARS).map_or(query.len(), |(at, _)| at);
    let kept = query.get(..end).unwrap_or(query);
    let after = kept.split_whitespace().nth(WORDS).map(|word| word.as_ptr() as usize - kept.as_ptr() as usize);
    let kept = after.and_then(|end| kept.get(..end)).unwrap_or(kept);
    (kept, kept.trim_end().len() < query.trim_end().len())
}

impl Plan {
    /// The plan of a query; one without words finds nothing.
    pub(crate) fn new(query: &str, resort: Resort, known: &Known<'_>) -> Self {
        let typed: Vec<Typed> = bounded(query).0.split_whitespace().map(trimmed).map(Typed::new).collect();
        let typed: Vec<Typed> = typed.into_iter().filter(|word| !word.symbols.is_empty()).collect();
        let readings = match resort {
            Resort::Typed => as_typed(&typed, known),
            Resort::Cut => cut(&typed, known),
            Resort::Bare => bare(&typed, known),
            Resort::Sounds => by_sound(&typed),
            Resort::Gaps => gapped(&typed, known),
        };
        Self { readings }
    }

    /// Whether most matches depend on the flags of the text: those of long pinyin do not.
    pub(crate) fn needs_flags(&self) -> bool {
        let needs = |word: &Word| word.machine.as_ref().is_none_or(PinyinNfa::needs_openings);
        self.readings.iter().flat_map(|way| &way.words).any(needs)
    }

    /// The records of a block that can match.
    pub(crate) fn reach(&self, block: &Block) -> Lanes {
        let every = |way: &Way| {
            let mut all = block.all();
            for word in &way.words {
                both(&mut all, &word.reach(block), |a, b| a & b);
            }
            all
        };
        let mut any = NONE;
        for way in &self.readings {
            both(&mut any, &every(way), |a, b| a | b);
        }
        any
    }
}

fn both(lanes: &mut Lanes, others: &Lanes, join: impl Fn(u64, u64) -> u64) {
    for (lane, &other) in lanes.iter_mut().zip(others) {
        *lane = join(*lane, other);
    }
}

/// A word without the punctuation at its ends, which nobody looks for.
fn trimmed(word: &str) -> &str {
    let edge = |c: char| !c.is_alphanumeric() && !"%％‰°℃¥￥$€".contains(c);
    let start = word.trim_start_matches(edge);
    // The mark of a qualifier belongs to its number: ≥20%.
    let mark = word.strip_suffix(start).and_then(|cut| cut.chars().next_back()).filter(|c| "≥≤≈>＞→".contains(*c));
    let start = match mark.filter(|_| start.starts_with(|c: char| c.is_numeric())) {
        Some(mark) => word.get(word.len() - start.len() - mark.len_utf8()..).unwrap_or(start),
        None => start,
    };
    let kept = start.trim_end_matches(edge);
    // A point behind a digit may be that of an unfinished number.
    let point = start.strip_prefix(kept).is_some_and(|rest| rest.starts_with(['.', '．']));
    let digit = kept.ends_with(|c: char| c.is_numeric());
    let end = kept.len()
        + if point && digit {
            start.get(kept.len()..).map_or(0, |rest| rest.chars().next().map_or(0, char::len_utf8))
        } else {
            0
        };
    start.get(..end).unwrap_or(kept)
}

/// A word as it stands in the query.
#[derive(Clone)]
struct Typed {
    text: String,
    symbols: Vec<Symbol>,
    /// Apostrophes separate syllables, as in xi'an.
    breaks: u64,
    /// Without the apostrophes.
    letters: Vec<Symbol>,
    quantities: Vec<Quantity>,
    origin: Origin,
}

impl Typed {
    fn new(text: &str) -> Self {
        let symbols = symbols(text);
        let (mut breaks, mut letters) = (0, Vec::new());
        for &symbol in &symbols {
            if symbol == Symbol::from(b'\'') {
                breaks |= bit(letters.len());
            } else {
                letters.push(symbol);
            }
        }
        Self { text: text.to_owned(), symbols, breaks, letters, quantities: Vec::new(), origin: Origin::Typed }
    }

    fn latin(&self) -> bool {
        self.quantities.is_empty() && self.letters.iter().all(|symbol| matches!(symbol, 0x61..=0x7a))
    }

    /// At most one syllable, which says little by itself.
    fn short(&self) -> bool {
        let letters = String::from_utf16_lossy(&self.letters);
        self.latin() && (letters.len() < 2 || Readings::get().is_syllable(&letters))
    }
}

fn bit(place: usize) -> u64 {
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or_default()
}

impl Word {
    fn of(typed: &[Typed], place: usize, known: &Known<'_>) -> Self {
        let Some(word) = typed.get(place) else {
            return Self::default();
        };
        let layout = Layout::get();
        let latin = |place: usize| typed.get(place).is_some_and(Typed::latin);
        let beside = latin(place + 1) || place.checked_sub(1).is_some_and(latin);
        let named = word.origin == Origin::Name;
        let mut made = if named { Self::default() } else { Self::literal(word.symbols.clone()) };
        // Among other Latin words a lone syllable is only looked for in a reading that joins them.
        if !(word.short() && beside) && word.quantities.is_empty() {
            made.read(&word.letters, word.breaks);
        }
        if word.symbols.iter().all(|&symbol| is_letter(symbol)) {
            made.forms = (known.forms)(&word.symbols);
            let forms = made.forms.iter().map(|form| (literal_steps(form, layout), form.len()));
            made.ways.extend(forms);
        }
        made.ways
            .extend(word.quantities.iter().map(|quantity| (vec![Step::new(0, 1, layout.number(quantity.number))], 1)));
        made.typed = changed(&word.text).then(|| word.text.clone());
        made.origin = word.origin;
        made.quantities.clone_from(&word.quantities);
        if named {
            made.symbols.clone_from(&word.symbols);
        }
        made
    }

    /// Whether the texts hold its plural.
    pub(crate) fn has_plural(&self) -> bool {
        let plural =
            |form: &Vec<Symbol>| form.strip_prefix(&self.symbols[..]).is_some_and(|end| end == [Symbol::from(b's')]);
        self.forms.iter().any(plural)
    }

    /// Whether a word of the text is this one in another form, not a slip of the finger.
    pub(crate) fn is_form(&self, other: &[Symbol]) -> bool {
        same_word(&String::from_utf16_lossy(&self.symbols), &String::from_utf16_lossy(other))
    }

    fn literal(symbols: Vec<Symbol>) -> Self {
        let ways = vec![(literal_steps(&symbols, Layout::get()), symbols.len())];
        Self { ways, symbols, literal: true, ..Self::default() }
    }

    /// Adds the reading as pinyin.
    fn read(&mut self, letters: &[Symbol], breaks: u64) {
        self.machine = PinyinNfa::new(letters, breaks);
        if let Some(machine) = &self.machine {
            // The machine's way holds the literal one, unless a separator stands in the word.
            self.ways.retain(|_| self.symbols != letters);
            self.ways.push((machine.ways(Layout::get()), letters.len()));
        }
    }

    /// Adds the reading by sound; `false` when the word has none.
    fn listen(&mut self, letters: &[Symbol]) -> bool {
        self.sounds = Sounds::new(letters);
        self.ways.extend(self.sounds.as_ref().map(|sounds| (sounds.steps(), sounds.end())));
        self.sounds.is_some()
    }

    fn reach(&self, block: &Block) -> Lanes {
        let mut any = NONE;
        for (steps, end) in &self.ways {
            both(&mut any, &reach(steps, *end, block), |a, b| a | b);
        }
        any
    }
}

fn way(words: Vec<Word>) -> Way {
    Way { words, cut: None }
}

fn words(typed: &[Typed], known: &Known<'_>) -> Vec<Word> {
    (0..typed.len()).map(|place| Word::of(typed, place, known)).collect()
}

/// All readings of a query as it was typed: with its numbers, and with numerals as digits.
fn as_typed(typed: &[Typed], known: &Known<'_>) -> Vec<Way> {
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
fn cut(typed: &[Typed], known: &Known<'_>) -> Vec<Way> {
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
fn bare(typed: &[Typed], known: &Known<'_>) -> Vec<Way> {
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
fn by_sound(typed: &[Typed]) -> Vec<Way> {
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
fn gapped(typed: &[Typed], known: &Known<'_>) -> Vec<Way> {
    let mut words = words(typed, known);
    for word in &mut words {
        word.gapped = word.symbols.len() >= GAPPED && word.symbols.iter().all(|&symbol| is_han(symbol));
    }
    if words.iter().any(|word| word.gapped) { vec![way(words)] } else { Vec::new() }
}

/// Whether folding changes the text, so that "as typed" must be looked for in the shown text.
fn changed(text: &str) -> bool {
    let (mut changed, mut length) = (false, 0);
    fold(text, true, |folded| {
        changed |= folded.flags & (CHANGED | GAP) != 0;
        length += 1;
    });
    changed || length != text.chars().count()
}
