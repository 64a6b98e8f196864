//! Which shown characters of a record a query matched, and which synonym led there. Made only for what is shown.

use std::ops::Range;

use super::corpus::{Corpus, Part, Style, Tag};
use super::field::Field;
use super::fold::{Symbol, is_letter, symbols};
use super::line_text::spread;
use super::matching::{At, Match, Place, best};
use super::number::{Number, Quantity};
use super::query::Plan;
use super::scan::reading;
use super::word::{Origin, Word};
use super::{Synonym, Tier};
use crate::text::{Bilingual, Lang};

/// Matched characters of a shown text of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What the text is called.
    pub tag: Tag,
    /// Half-open, in Unicode scalars of the field.
    pub range: Range<usize>,
}

/// What a reader sees of a match.
#[derive(Default)]
pub(crate) struct Seen {
    /// In the order of the text.
    pub(crate) spots: Vec<Spot>,
    /// The first synonym that led to the record.
    pub(crate) synonym: Option<Synonym>,
}

/// A spot with the place of its line and its part, by which they are sorted.
type Placed = ((usize, usize), Spot);

/// What a reader sees of a match: every word at its best place.
pub(crate) fn seen(corpus: &Corpus, plan: &Plan, record: usize) -> Seen {
    let mut seen = Seen::default();
    let mut placed: Vec<Placed> = Vec::new();
    for word in reading(corpus, plan, record).into_iter().flat_map(|way| &way.words) {
        let Some(found) = best(corpus, word, record) else {
            continue;
        };
        match &found.at {
            At::Number(number) => placed.extend(numbered(corpus, record, number, word)),
            At::Text(place) if place.line.style() == Style::Hidden => {
                let led = led(corpus, record, place);
                placed.extend(led.1);
                seen.synonym = seen.synonym.or(Some(led.0));
            }
            At::Text(place) => placed.extend(shown(corpus, word, &found, place)),
        }
    }
    placed.sort_by_key(|(part, spot)| (*part, spot.range.start, spot.range.end));
    placed.dedup_by(|(next_part, next), (part, spot)| {
        let joins = next_part == part && next.range.start <= spot.range.end;
        if joins {
            spot.range.end = spot.range.end.max(next.range.end);
        }
        joins
    });
    seen.spots = placed.into_iter().map(|(_, spot)| spot).collect();
    seen
}

/// The shown characters of a match.
fn shown(corpus: &Corpus, word: &Word, found: &Match, place: &Place) -> Vec<Placed> {
    if !place.line.style().is_shown() {
        return Vec::new();
    }
    let text = corpus.symbols.get(place.from..).unwrap_or_default();
    if found.grade.tier() == Tier::Fuzzy {
        let places = spread(text, &word.symbols).map(|at| place.from + at);
        places.flat_map(|at| scalars(corpus, place, at..at + 1)).collect()
    } else {
        scalars(corpus, place, place.from..place.from + place.count)
    }
}

/// The scalars that a stretch of symbols is shown as, in each part of the line.
fn scalars(corpus: &Corpus, place: &Place, stretch: Range<usize>) -> Vec<Placed> {
    let parts = corpus.parts_of(&place.line);
    parts.filter_map(|part| Some(((place.number, part.start()), spot(corpus, &part, &stretch)?))).collect()
}

/// The scalars of a part that a stretch of symbols is shown as.
fn spot(corpus: &Corpus, part: &Part, stretch: &Range<usize>) -> Option<Spot> {
    let shown = corpus.shown(part);
    let marked =
        |symbols: &Range<usize>| !symbols.is_empty() && symbols.start < stretch.end && stretch.start < symbols.end;
    let first = shown.iter().position(|scalar| marked(&scalar.symbols))?;
    let last = shown.iter().rposition(|scalar| marked(&scalar.symbols))?;
    Some(Spot { tag: part.tag, range: first + part.shift..last + 1 + part.shift })
}

/// A number that was typed in another form: the whole value, and its unit where one was typed.
fn numbered(corpus: &Corpus, record: usize, number: &Number, word: &Word) -> Vec<Placed> {
    let unit = word.quantities.iter().any(Quantity::has_unit);
    let wanted = |tag: Tag| match Field::of(tag) {
        Field::FigureValue(figure) => figure == number.figure,
        Field::FigureUnit(figure, _) => unit && figure == number.figure,
        Field::FigureName(figure, Lang::Zh) => word.origin == Origin::Name && figure == number.figure,
        _ => false,
    };
    let lines = corpus.own_lines(record).iter().enumerate().filter(|(_, line)| line.style().is_shown());
    lines
        .flat_map(|(at, line)| corpus.parts_of(line).map(move |part| (at, part)))
        .filter(|(_, part)| wanted(part.tag))
        .filter_map(|(at, part)| {
            let all = part.symbols.clone();
            Some(((at, part.start()), spot(corpus, &part, &all)?))
        })
        .collect()
}

/// The word of the record that a synonym led to, in each language, and its characters where it is shown.
fn led(corpus: &Corpus, record: usize, place: &Place) -> (Synonym, Vec<Placed>) {
    let text = |line: &super::corpus::Line| {
        let parts = corpus.parts_of(line);
        parts.flat_map(|part| corpus.shown(&part)).map(|scalar| scalar.shown).collect::<String>()
    };
    let word = text(&place.line);
    let Some(group) = place.group else {
        return (Synonym { led_to: Bilingual::new(word.clone(), word.clone()), word }, Vec::new());
    };
    let source = corpus.word_of(group).unwrap_or_default();
    let names: Vec<String> = corpus.group_lines(group).iter().map(text).filter(|name| *name != word).collect();
    let latin = |name: &str| name.chars().all(|c| c.is_ascii() || !c.is_alphabetic());
    let english = names.iter().map(String::as_str).filter(|name| latin(name));
    let zh = held(corpus, record, std::iter::once(source));
    let en = held(corpus, record, english.clone());
    let said =
        |found: &Option<Held>, otherwise: &str| found.as_ref().map_or(otherwise.to_owned(), |held| held.text.clone());
    let led_to = Bilingual::new(said(&zh, source), said(&en, english.clone().next().unwrap_or(source)));
    let spots = zh.into_iter().chain(en).map(|held| held.placed).collect();
    (Synonym { word, led_to }, spots)
}

/// A text of a record that holds a word, or that a word holds.
struct Held {
    text: String,
    placed: Placed,
}

/// The first shown text of a record that holds one of the words; else the first title or name that
/// the first word holds as a whole, as the indicator 地区生产总值增速 holds 地区生产总值.
fn held<'a>(corpus: &Corpus, record: usize, words: impl Iterator<Item = &'a str>) -> Option<Held> {
    let words: Vec<Vec<Symbol>> = words.map(symbols).filter(|word| word.len() > 1).collect();
    let lines = || corpus.lines_of(record).enumerate().filter(|(_, (line, _))| line.style().is_shown());
    let found = |number: usize, line: &super::corpus::Line, stretch: Range<usize>| {
        let part = corpus.parts_of(line).find(|part| part.symbols.contains(&stretch.start))?;
        let spot = spot(corpus, &part, &stretch)?;
        let scalars = corpus.shown(&part).into_iter().map(|scalar| scalar.shown);
        let text = scalars.skip(spot.range.start.saturating_sub(part.shift)).take(spot.range.len()).collect();
        Some(Held { text, placed: ((number, part.start()), spot) })
    };
    for (number, (line, _)) in lines() {
        let span = line.span();
        let text = corpus.symbols.get(span.clone()).unwrap_or_default();
        for word in &words {
            if let Some(at) = position_of(text, word) {
                return found(number, line, span.start + at..span.start + at + word.len());
            }
        }
    }
    let whole = words.first()?;
    lines().find_map(|(number, (line, group))| {
        let text = corpus.symbols.get(line.span())?;
        let held =
            group.is_none() && line.style() == Style::Name && text.len() > 1 && position_of(whole, text).is_some();
        held.then(|| found(number, line, line.span()))?
    })
}

/// Where a text holds a word: a Latin one only from the beginning of a word to the end of one.
fn position_of(text: &[Symbol], word: &[Symbol]) -> Option<usize> {
    let letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|&symbol| is_letter(symbol));
    let inside = |at: usize| {
        let begins = word.first().is_some_and(|&symbol| is_letter(symbol)) && letter(at.checked_sub(1));
        let ends = word.last().is_some_and(|&symbol| is_letter(symbol)) && letter(Some(at + word.len()));
        begins || ends
    };
    text.windows(word.len()).enumerate().find(|(at, window)| *window == word && !inside(*at)).map(|(at, _)| at)
}
