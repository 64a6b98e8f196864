//! A library as a corpus: which texts of an entry are searched, how much each counts, and what
//! a mark on one of them is called. The lexicon's names are found without being shown.

use std::ops::Range;

use super::Tier;
use super::corpus::{Corpus, Style, Weight};
use super::query::Plan;
use super::rank::Ranked;
use crate::report::{Entry, EntryRef, EntryView, Figure, Lexicon, Library};
use crate::text::{Bilingual, Lang};

/// A text of an entry that can hold marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The title of the entry.
    Title(Lang),
    /// Its note.
    Note(Lang),
    /// The sub-heading it stands under.
    Group(Lang),
    /// The short name of its section.
    Section(Lang),
    /// The own name of the figure with this number, counted from 0.
    FigureName(u16, Lang),
    /// The unit of the figure: as in the source, or in English words.
    FigureUnit(u16, Lang),
    /// The value of the figure in the shortest decimal form; a range as `1-2`.
    FigureValue(u16),
    /// The heading of the source.
    Heading,
    /// The sentence of the source.
    Quote,
}

impl Field {
    /// The name in the machine interface, such as `figures.0.name.zh`.
    pub fn id(self) -> String {
        match self {
            Self::Title(lang) => format!("title.{}", lang.code()),
            Self::Note(lang) => format!("note.{}", lang.code()),
            Self::Group(lang) => format!("group.{}", lang.code()),
            Self::Section(lang) => format!("section.{}", lang.code()),
            Self::FigureName(figure, lang) => format!("figures.{figure}.name.{}", lang.code()),
            Self::FigureUnit(figure, lang) => format!("figures.{figure}.unit.{}", lang.code()),
            Self::FigureValue(figure) => format!("figures.{figure}.value"),
            Self::Heading => "source.heading".to_owned(),
            Self::Quote => "source.quote".to_owned(),
        }
    }

    /// Titles count before names of figures, these before values, groups, notes, the sentence,
    /// and last what an entry shares with its whole section.
    const fn weight(self) -> Weight {
        match self {
            Self::Title(_) => 0,
            Self::FigureName(..) => SYNONYM,
            Self::FigureValue(_) | Self::FigureUnit(..) => 2,
            Self::Group(_) => 3,
            Self::Note(_) => NOTE,
            Self::Quote => 5,
            Self::Section(_) => 6,
            Self::Heading => 7,
        }
    }

    const fn style(self) -> Style {
        match self {
            Self::Title(_) | Self::FigureName(..) | Self::Group(_) | Self::Section(_) => Style::Name,
            _ => Style::Text,
        }
    }
}

/// A synonym counts as much as the name of a figure.
const SYNONYM: Weight = 1;
/// Words that stand where a number would, and who received an honour, count as a note.
const NOTE: Weight = 4;

/// Matched characters of one text of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The text.
    pub field: Field,
    /// Half-open, in Unicode scalars of the text shown, in order.
    pub ranges: Vec<Range<usize>>,
}

/// An entry that a query found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub entry: EntryRef,
    /// How it matched.
    pub tier: Tier,
    /// Within a tier, more is better.
    pub score: i64,
    /// The characters that matched; none where a synonym did, or what stands in no field.
    pub marks: Vec<Mark>,
}

/// Everything of a library that can be found. Make it at the first search: that reads the
/// readings of all characters.
pub struct Index {
    corpus: Corpus,
    /// The field of every text of the corpus, and how many scalars of it come before the text;
    /// `None` where nothing is marked.
    fields: Vec<Option<(Field, usize)>>,
}

impl Index {
    /// The index of all entries of a library.
    pub fn new(library: &Library) -> Self {
        let mut index = Self { corpus: Corpus::new(), fields: Vec::new() };
        for view in library.entries() {
            index.corpus.record();
            index.add(view, &library.lexicon);
        }
        index.corpus.close();
        index
    }

    /// The entries that match the query, best first, with their marks.
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let plan = self.corpus.plan(query);
        self.corpus.find(&plan).iter().map(|ranked| self.hit(&plan, ranked)).collect()
    }

    /// The records of the index: record n is the entry `EntryRef(n)`. With it a large library is
    /// searched without making the marks of hits that nobody sees.
    pub const fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// A ranked record as a hit with its marks.
    pub fn hit(&self, plan: &Plan, ranked: Ranked) -> Hit {
        let mut marks: Vec<Mark> = Vec::new();
        for spot in self.corpus.spots(plan, ranked.record) {
            let Some((field, shift)) = self.fields.get(spot.part).copied().flatten() else {
                continue;
            };
            let range = spot.range.start + shift..spot.range.end + shift;
            match marks.last_mut() {
                Some(mark) if mark.field == field => mark.ranges.push(range),
                _ => marks.push(Mark { field, ranges: vec![range] }),
            }
        }
        let entry = EntryRef(u32::try_from(ranked.record).unwrap_or(u32::MAX));
        Hit { entry, tier: ranked.tier, score: ranked.score, marks }
    }

    fn add(&mut self, view: EntryView<'_>, lexicon: &Lexicon) {
        let entry = view.entry;
        self.both(&entry.title, Field::Title);
        for (number, figure) in (0..).zip(&entry.figures) {
            self.figure(number, figure, lexicon);
        }
        self.either(entry.group.as_ref(), Field::Group);
        self.either(entry.note.as_ref(), Field::Note);
        if let Some(quote) = &entry.quote {
            self.line(Field::Quote, quote);
        }
        self.both(&view.section.name, Field::Section);
        self.line(Field::Heading, &view.section.heading);
        let recipient = entry.honour.as_ref().and_then(|honour| honour.recipient.as_ref());
        for text in entry.words.iter().chain(recipient) {
            for lang in Lang::ALL {
                self.unmarked(NOTE, Style::Unmarked, text.get(lang));
            }
        }
        self.synonyms(entry, lexicon);
        // A programme that only the heading names leads to all that stands under it, last.
        for term in lexicon.terms_in(&view.section.heading) {
            for text in term.names() {
                self.unmarked(Field::Heading.weight(), Style::Hidden, text);
            }
        }
    }

    fn figure(&mut self, number: u16, figure: &Figure, lexicon: &Lexicon) {
        self.either(figure.name.as_ref(), |lang| Field::FigureName(number, lang));
        let value = figure.upper.map_or_else(|| figure.value.to_string(), |upper| format!("{}-{upper}", figure.value));
        // Side by side in one line, so that 87万亩 is found as it is read.
        self.line(Field::FigureValue(number), &value);
        if !figure.unit.is_empty() {
            self.part(Field::FigureUnit(number, Lang::Zh), &figure.unit);
        }
        let (words, (_, name)) = (lexicon.unit_in_words(figure), lexicon.english_unit(figure));
        if name != figure.unit && !name.is_empty() {
            // Its power of ten is no figure of the entry: 100 must not find every 100 million yuan.
            let power = words.chars().count().saturating_sub(name.chars().count());
            self.line(Field::FigureUnit(number, Lang::En), name);
            self.shift(power);
        }
    }

    fn either(&mut self, text: Option<&Bilingual>, field: impl Fn(Lang) -> Field) {
        if let Some(text) = text {
            self.both(text, field);
        }
    }

    fn both(&mut self, text: &Bilingual, field: impl Fn(Lang) -> Field) {
        for lang in Lang::ALL {
            self.line(field(lang), text.get(lang));
        }
    }

    fn line(&mut self, field: Field, text: &str) {
        self.corpus.line(field.weight(), field.style());
        self.part(field, text);
    }

    fn part(&mut self, field: Field, text: &str) {
        self.corpus.part(text);
        self.fields.push(Some((field, 0)));
    }

    /// Says that the last text is shown behind some other scalars of its field.
    fn shift(&mut self, scalars: usize) {
        if let Some(Some((_, shift))) = self.fields.last_mut() {
            *shift = scalars;
        }
    }

    fn unmarked(&mut self, weight: Weight, style: Style, text: &str) {
        self.corpus.line(weight, style);
        self.corpus.part(text);
        self.fields.push(None);
    }

    /// The lexicon's names of what the entry holds; a programme that only a note names counts as the note does.
    fn synonyms(&mut self, entry: &Entry, lexicon: &Lexicon) {
        let mut texts: Vec<(&str, Weight)> = Vec::new();
        let own = entry.figures.iter().filter_map(|figure| figure.indicator.as_ref());
        for indicator in own.chain(&entry.indicator).filter_map(|id| lexicon.indicator(id)) {
            texts.extend(indicator.names().map(|name| (name, SYNONYM)));
        }
        let names = entry.figures.iter().filter_map(|figure| figure.name.as_ref()).map(|name| (name, SYNONYM));
        let group = entry.group.iter().map(|group| (group, Field::Group(Lang::Zh).weight()));
        let rest = entry.note.iter().chain(&entry.words).map(|text| (text, NOTE));
        for (text, weight) in std::iter::once((&entry.title, SYNONYM)).chain(names).chain(group).chain(rest) {
            for term in lexicon.terms_in(&text.zh) {
                texts.extend(term.names().map(|name| (name, weight)));
            }
        }
        // Of one name in two places the better place is kept.
        texts.sort_unstable();
        texts.dedup_by_key(|(text, _)| *text);
        for (text, weight) in texts {
            self.unmarked(weight, Style::Hidden, text);
        }
    }
}
