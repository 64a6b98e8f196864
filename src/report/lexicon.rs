//! The words that reports share: units, indicators with their synonyms, programme names.

use foldhash::HashSet;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::late::{Late, Member};
use crate::text::{Bilingual, Lang, tidy};

/// Units, indicators and terms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    #[serde(default)]
    pub(super) units: Late<Vec<Unit>>,
    #[serde(default)]
    pub(super) indicators: Late<Vec<IndicatorName>>,
    #[serde(default)]
    pub(super) terms: Late<Vec<Term>>,
    #[serde(default)]
    pub(super) parts: Late<Vec<String>>,
    #[serde(default)]
    pub(super) words: Late<Vec<Vec<String>>>,
}

/// A word of a text, and what readers may call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead<'a> {
    word: &'a str,
    names: Vec<&'a str>,
}

impl Lead<'_> {
    /// What a Chinese text must hold.
    pub fn word(&self) -> &str {
        self.word
    }

    /// What leads to it, in any language.
    pub fn names(&self) -> &[&str] {
        &self.names
    }
}

impl Lexicon {
    /// A lexicon of units and indicators alone.
    pub fn of(units: Vec<Unit>, indicators: Vec<IndicatorName>) -> Self {
        Self { units: units.into(), indicators: indicators.into(), ..Self::default() }
    }

    /// The lexicon in an embedded text, each part of it read when it is asked for.
    pub(super) const fn in_text(object: &'static str) -> Self {
        const fn member<T: DeserializeOwned + Default>(object: &'static str, name: &'static str) -> Late<T> {
            Late::of(Member { object, name })
        }

        Self {
            units: member(object, "units"),
            indicators: member(object, "indicators"),
            terms: member(object, "terms"),
            parts: member(object, "parts"),
            words: member(object, "words"),
        }
    }

    /// The units that figures may have.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The indicators that figures and comparisons may name.
    pub fn indicators(&self) -> &[IndicatorName] {
        &self.indicators
    }

    /// Programme names and abbreviations.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Groups of words that readers use for each other: who looks for one of a group also finds
    /// what holds another one.
    pub fn words(&self) -> &[Vec<String>] {
        &self.words
    }
}

/// One unit of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    pub(super) zh: String,
    pub(super) en: String,
    #[serde(default)]
    pub(super) power: u32,
    #[serde(default)]
    pub(super) help: Option<Bilingual>,
    #[serde(default)]
    pub(super) synonyms: Vec<String>,
}

impl Unit {
    /// A unit, its English without the power of ten.
    pub fn new(zh: impl Into<String>, en: impl Into<String>, power: u32) -> Self {
        Self { zh: zh.into(), en: en.into(), power, help: None, synonyms: Vec::new() }
    }

    /// As the source prints it, such as 亿斤.
    pub fn zh(&self) -> &str {
        &self.zh
    }

    /// The English unit without its power of ten, such as `jin`.
    pub fn en(&self) -> &str {
        &self.en
    }

    /// The power of ten in the Chinese unit: 4 for 万, 8 for 亿.
    pub fn power(&self) -> u32 {
        self.power
    }

    /// What a reader may need to know.
    pub fn help(&self) -> Option<&Bilingual> {
        self.help.as_ref()
    }

    /// What else people call it, without its power of ten, in any language: hectare, 人民币.
    pub fn synonyms(&self) -> impl Iterator<Item = &str> {
        self.synonyms.iter().map(String::as_str)
    }
}

/// One indicator: the same id means the same scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorName {
    pub(super) id: String,
    pub(super) zh: String,
    pub(super) en: String,
    #[serde(default)]
    pub(super) synonyms: Vec<String>,
}

impl IndicatorName {
    /// An indicator without synonyms.
    pub fn new(id: impl Into<String>, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { id: id.into(), zh: zh.into(), en: en.into(), synonyms: Vec::new() }
    }

    /// The id that figures and comparisons name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The Chinese name.
    pub fn zh(&self) -> &str {
        &self.zh
    }

    /// The English name.
    pub fn en(&self) -> &str {
        &self.en
    }

    /// What people call it, in any language.
    pub fn synonyms(&self) -> &[String] {
        &self.synonyms
    }
}

/// A programme name or an abbreviation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub(super) zh: String,
    pub(super) en: String,
    #[serde(default)]
    pub(super) note: Option<Bilingual>,
    #[serde(default)]
    pub(super) synonyms: Vec<String>,
}

impl Term {
    /// As the source prints it.
    pub fn zh(&self) -> &str {
        &self.zh
    }

    /// The usual English rendering.
    pub fn en(&self) -> &str {
        &self.en
    }

    /// One neutral sentence, where the meaning is certain.
    pub fn note(&self) -> Option<&Bilingual> {
        self.note.as_ref()
    }

    /// What people call it, in any language.
    pub fn synonyms(&self) -> &[String] {
        &self.synonyms
    }
}

impl IndicatorName {
    /// All names that it is found by.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.zh, &self.en].into_iter().chain(&self.synonyms).map(String::as_str)
    }
}

impl Term {
    /// What it is found by beside the words of the source.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.en).chain(&self.synonyms).map(String::as_str)
    }
}

impl Lexicon {
    /// The unit that the source prints as `zh`.
    pub fn unit(&self, zh: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.zh == zh)
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&IndicatorName> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The power of ten and the English unit of `figure`.
    pub fn english_unit<'a>(&'a self, figure: &'a Figure) -> (u32, &'a str) {
        let unit = self.unit(&figure.unit);
        let power = unit.map_or(0, |unit| unit.power);
        let name = match (&figure.unit_en, unit) {
            (Some(own), _) => &**own,
            (None, Some(unit)) => &unit.en,
            (None, None) => &figure.unit,
        };
        (power, name)
    }

    /// The English unit of `figure` with its power in words, beside the source's value: `100 million jin`.
    pub fn unit_in_words(&self, figure: &Figure) -> String {
        let (power, name) = self.english_unit(figure);
        let scale = match power {
            0 => String::new(),
            2 => "hundred".to_owned(),
            3 => "thousand".to_owned(),
            4 => "10,000".to_owned(),
            6 => "million".to_owned(),
            8 => "100 million".to_owned(),
            12 => "trillion".to_owned(),
            other => format!("10^{other}"),
        };
        [scale.as_str(), name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The terms that `text` names, in the order of the lexicon.
    pub fn terms_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Term> {
        self.terms.iter().filter(move |term| text.contains(&term.zh))
    }

    /// Whether `text` names a part of the place (市本级, 县域), not the whole of it.
    pub fn names_a_part(&self, text: &str) -> bool {
        // A search for each part would set up more than it compares: names are short, and parts few.
        let firsts: Vec<char> = self.parts.iter().map(|part| part.chars().next().unwrap_or_default()).collect();
        let stands = |part: &str, at: usize| text.get(at..).is_some_and(|rest| rest.starts_with(part));
        let begins = |at, c| firsts.iter().zip(&*self.parts).any(|(&first, part)| first == c && stands(part, at));
        text.char_indices().any(|(at, c)| begins(at, c))
    }

    /// What leads to the texts that hold a word: the names of every term, and the others of its group.
    pub fn leads(&self) -> impl Iterator<Item = Lead<'_>> {
        let terms = self.terms.iter().map(|term| Lead { word: &term.zh, names: term.names().collect() });
        terms.chain(self.words.iter().flat_map(|group| {
            group.iter().map(|word| Lead {
                word,
                names: group.iter().filter(|other| *other != word).map(String::as_str).collect(),
            })
        }))
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What it knows and `other` does not.
    #[must_use]
    pub(crate) fn beyond(mut self, other: &Self) -> Self {
        let units: HashSet<&str> = other.units.iter().map(|unit| unit.zh.as_str()).collect();
        let indicators: HashSet<&str> = other.indicators.iter().map(|indicator| indicator.id.as_str()).collect();
        self.units.change(|own| own.retain(|unit| !units.contains(unit.zh.as_str())));
        self.indicators.change(|own| own.retain(|indicator| !indicators.contains(indicator.id.as_str())));
        self.parts.change(|own| own.retain(|part| !other.parts.contains(part)));
        self.terms.change(|own| own.retain(|term| !other.terms.iter().any(|known| known.zh == term.zh)));
        self.words.change(|own| own.retain(|group| !other.words.contains(group)));
        self
    }

    /// Takes over what `other` knows and this lexicon does not.
    pub(crate) fn extend(&mut self, other: Self) {
        take_over(&mut self.units, other.units, |unit| &unit.zh);
        take_over(&mut self.indicators, other.indicators, |indicator| &indicator.id);
        take_over(&mut self.parts, other.parts, |part| part);
        take_over(&mut self.terms, other.terms, |term| &term.zh);
        take_over(&mut self.words, other.words, |group| group);
    }

    /// The same lexicon with every text cleaned of control characters.
    pub(super) fn tidied(self) -> Self {
        Self {
            units: each(self.units, |unit| Unit {
                zh: tidy(unit.zh),
                en: tidy(unit.en),
                power: unit.power,
                help: unit.help.map(Bilingual::tidied),
                synonyms: tidied(unit.synonyms),
            }),
            indicators: each(self.indicators, |name| IndicatorName {
                id: tidy(name.id),
                zh: tidy(name.zh),
                en: tidy(name.en),
                synonyms: tidied(name.synonyms),
            }),
            parts: each(self.parts, tidy),
            terms: each(self.terms, |term| Term {
                zh: tidy(term.zh),
                en: tidy(term.en),
                note: term.note.map(Bilingual::tidied),
                synonyms: tidied(term.synonyms),
            }),
            words: each(self.words, tidied),
        }
    }
}

fn tidied(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().map(tidy).collect()
}

fn each<T: DeserializeOwned>(all: Late<Vec<T>>, change: impl FnMut(T) -> T) -> Late<Vec<T>> {
    all.into_inner().into_iter().map(change).collect::<Vec<T>>().into()
}

/// Takes over what stands under a key that is not known yet.
fn take_over<T, K>(known: &mut Late<Vec<T>>, other: Late<Vec<T>>, key: impl Fn(&T) -> &K)
where
    T: DeserializeOwned,
    K: Eq + ?Sized,
{
    let mut new: Vec<T> = Vec::new();
    for item in other.into_inner() {
        if !known.iter().chain(&new).any(|known| key(known) == key(&item)) {
            new.push(item);
        }
    }
    if !new.is_empty() {
        known.change(|known| known.append(&mut new));
    }
}
