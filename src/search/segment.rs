//! Some tens of reports as a corpus: which texts of an entry are searched, and what is found
//! without being shown. A segment is built once and never changed.

use std::collections::HashMap;
use std::fmt::Write as _;

use aho_corasick::Input;
use aho_corasick::automaton::Automaton as _;
use aho_corasick::nfa::contiguous::NFA;
use foldhash::fast::FixedState;

use super::corpus::{Class, Corpus, GroupId, Style, Weight};
use super::field::{Field, NOTE, SYNONYM};
use super::number::{Decimal, Number, UnitNames};
use crate::report::{Entry, Figure, IndicatorName, Lead, Lexicon, Report, Section, Tab, Unit, english_power};
use crate::text::{Bilingual, Lang};

/// Reports in a segment: so many that a query loses no time between segments, and so few that
/// one is built while the next is read.
pub(crate) const REPORTS: usize = 32;

/// The lexicon as segments look it up.
pub(crate) struct Names<'a> {
    lexicon: &'a Lexicon,
    indicators: HashMap<&'a str, &'a IndicatorName>,
    /// The words of a text that something leads to, each with what does.
    leads: Vec<Lead<'a>>,
    /// Finds all leads of a text in one pass; `None` when they are too many for that.
    finder: Option<NFA>,
}

impl<'a> Names<'a> {
    pub(crate) fn new(lexicon: &'a Lexicon) -> Self {
        let indicators = lexicon.indicators().iter().rev().map(|name| (name.id(), name)).collect();
        let leads: Vec<Lead<'_>> = lexicon.leads().collect();
        let finder = NFA::new(leads.iter().map(Lead::word)).ok();
        Self { lexicon, indicators, leads, finder }
    }

    /// Gives the numbers of the leads whose word a text holds, perhaps more than once.
    fn leads_in(&self, text: &str, mut give: impl FnMut(usize)) {
        if let Some(finder) = &self.finder {
            let found = finder.try_find_overlapping_iter(Input::new(text)).into_iter().flatten();
            found.for_each(|found| give(found.pattern().as_usize()));
        } else {
            let held = |number: &usize| self.leads.get(*number).is_some_and(|lead| text.contains(lead.word()));
            (0..self.leads.len()).filter(held).for_each(give);
        }
    }
}

/// The class of the entries of a pane.
fn class_of(tab: Tab) -> Class {
    Tab::ALL.iter().zip(0..).find(|(known, _)| **known == tab).map_or(0, |(_, class)| class)
}

/// The pane of a class.
pub(crate) fn tab_of(class: Class) -> Option<Tab> {
    Tab::ALL.get(usize::from(class)).copied()
}

/// A segment while it is built.
pub(crate) struct Builder<'a> {
    names: &'a Names<'a>,
    corpus: Corpus,
    indicators: HashMap<&'a str, Option<GroupId>, FixedState>,
    /// The groups of the leads, by their numbers, for each weight that they were met with.
    leads: Vec<Vec<(Weight, GroupId)>>,
    /// The leads of the entry that is added, each at its best place.
    met: Vec<(usize, Weight)>,
    units: HashMap<(&'a str, Option<&'a str>), EnglishUnit, FixedState>,
    /// The value that is added, as text.
    value: String,
}

/// The unit of a figure on an English screen.
struct EnglishUnit {
    /// Its number in the corpus.
    number: u16,
    /// The power of ten in the Chinese unit.
    ten: i16,
    /// Without its power of ten, which is no figure of the entry: 100 must not find every 100 million yuan.
    name: String,
    /// How many scalars of the shown unit stand before the name.
    power: u8,
}

impl<'a> Builder<'a> {
    /// A segment without entries.
    pub(crate) fn new(names: &'a Names<'a>) -> Self {
        let (indicators, units) = (HashMap::default(), HashMap::default());
        let leads = vec![Vec::new(); names.leads.len()];
        Self { names, corpus: Corpus::new(), indicators, leads, met: Vec::new(), units, value: String::new() }
    }

    /// The number of entries so far.
    pub(crate) fn records(&self) -> usize {
        self.corpus.len()
    }

    /// Adds the entries of a report.
    pub(crate) fn report(&mut self, report: &'a Report) {
        for section in report.sections() {
            let groups = self.section(section);
            for entry in section.entries() {
                self.corpus.record_of(class_of(section.tab()));
                self.entry(entry);
                for &group in &groups {
                    self.corpus.share(group);
                }
            }
        }
    }

    /// The corpus of what was added.
    pub(crate) fn finish(mut self) -> Corpus {
        self.corpus.close();
        self.corpus
    }

    /// What all entries of a section share. A programme that only the heading names leads to all
    /// that stands under it, last.
    fn section(&mut self, section: &Section) -> Vec<GroupId> {
        let mut leads = Vec::new();
        self.names.leads_in(section.heading(), |lead| leads.push(lead));
        leads.sort_unstable();
        leads.dedup();
        let own = self.corpus.group(|corpus| {
            both(corpus, section.name(), Field::Section);
            line(corpus, Field::Heading, section.heading());
        });
        let leads = leads.into_iter().map(|lead| self.lead(lead, Field::Heading.weight()));
        std::iter::once(own).chain(leads).collect()
    }

    fn entry(&mut self, entry: &'a Entry) {
        // Titles and names of what was read from a text are cut from the sentence.
        self.corpus.keep(entry.quote().unwrap_or_default());
        for (lang, title) in sides(entry.title()) {
            // What says that the sentence goes on is nothing to be found.
            line(&mut self.corpus, Field::Title(lang), title.trim_end_matches('…'));
        }
        for (number, figure) in (0..).zip(entry.figures()) {
            self.figure(number, figure);
        }
        if let Some(group) = entry.group() {
            both(&mut self.corpus, group, Field::Group);
        }
        if let Some(note) = entry.note() {
            both(&mut self.corpus, note, Field::Note);
        }
        if entry.quote().is_some_and(|quote| !quote.is_empty()) {
            self.corpus.kept(Field::Quote.weight(), Field::Quote.style(), Field::Quote.tag());
        }
        let recipient = entry.honour().and_then(|honour| honour.recipient());
        for text in entry.words().into_iter().chain(recipient) {
            for (_, text) in sides(text) {
                unmarked(&mut self.corpus, NOTE, Style::Unmarked, text);
            }
        }
        // A word of the text says more than the name of an indicator: 暖气 led to 供热.
        self.leads(entry);
        self.indicators(entry);
    }

    fn figure(&mut self, number: u16, figure: &'a Figure) {
        if let Some(name) = figure.name() {
            both(&mut self.corpus, name, |lang| Field::FigureName(number, lang));
        }
        self.value.clear();
        // A string takes all that is written.
        let _ = write!(self.value, "{}", figure.value());
        let end = self.value.len();
        if let Some(upper) = figure.upper() {
            let _ = write!(self.value, "-{upper}");
        }
        // Side by side in one line, so that 87万亩 is found as it is read.
        let field = Field::FigureValue(number);
        self.corpus.line(field.weight(), field.style());
        self.corpus.part(&self.value, field.tag(), 0);
        if !figure.unit().is_empty() {
            self.corpus.part(figure.unit(), Field::FigureUnit(number, Lang::Zh).tag(), 0);
        }
        let lexicon = self.names.lexicon;
        let unit = self.units.entry((figure.unit(), figure.unit_en())).or_insert_with(|| {
            let (words, (ten, name)) = (lexicon.unit_in_words(figure), lexicon.english_unit(figure));
            let power = words.chars().count().saturating_sub(name.chars().count());
            let own = if name == figure.unit() { "" } else { name };
            let chinese = figure.unit().trim_start_matches(|c| ten > 0 && "百千万亿".contains(c));
            let also = lexicon.unit(figure.unit()).into_iter().flat_map(Unit::synonyms);
            EnglishUnit {
                number: self.corpus.unit(UnitNames::new([chinese, name].into_iter().chain(also))),
                ten: i16::try_from(ten).unwrap_or_default(),
                name: own.to_owned(),
                power: u8::try_from(power).unwrap_or(u8::MAX),
            }
        });
        let (lower, upper) = self.value.split_at_checked(end).unwrap_or((&self.value, ""));
        for end in [lower, upper] {
            if let Some(value) = Decimal::read(end.trim_start_matches('-')) {
                self.corpus.number(Number {
                    value,
                    power: unit.ten,
                    shown: english_power(figure, lexicon),
                    unit: unit.number,
                    qualifier: figure.qualifier(),
                    figure: number,
                });
            }
        }
        if !unit.name.is_empty() {
            let field = Field::FigureUnit(number, Lang::En);
            self.corpus.line(field.weight(), field.style());
            self.corpus.part(&unit.name, field.tag(), unit.power);
        }
    }

    /// The lexicon's names of the indicators of an entry.
    fn indicators(&mut self, entry: &'a Entry) {
        let mut seen: Vec<GroupId> = Vec::new();
        for id in entry.figures().iter().filter_map(|figure| figure.indicator()).chain(entry.indicator()) {
            if let Some(group) = self.indicator(id)
                && !seen.contains(&group)
            {
                self.corpus.share(group);
                seen.push(group);
            }
        }
    }

    fn indicator(&mut self, id: &'a str) -> Option<GroupId> {
        *self.indicators.entry(id).or_insert_with(|| {
            let indicator = self.names.indicators.get(id)?;
            let group = self.corpus.group(|corpus| {
                indicator.names().for_each(|name| unmarked(corpus, SYNONYM, Style::Hidden, name));
            });
            self.corpus.leads_to(group, indicator.zh());
            Some(group)
        })
    }

    /// What leads to the words that an entry holds, each at its best place; to a word that only a
    /// note holds it counts as the note does.
    fn leads(&mut self, entry: &Entry) {
        let names = entry.figures().iter().filter_map(|figure| figure.name()).map(|name| (name, SYNONYM));
        let group = entry.group().into_iter().map(|group| (group, Field::Group(Lang::Zh).weight()));
        let recipient = entry.honour().and_then(|honour| honour.recipient());
        let rest = entry.note().into_iter().chain(entry.words()).chain(recipient).map(|text| (text, NOTE));
        let mut met = std::mem::take(&mut self.met);
        for (text, weight) in std::iter::once((entry.title(), SYNONYM)).chain(names).chain(group).chain(rest) {
            self.names.leads_in(&text.zh, |lead| met.push((lead, weight)));
        }
        met.sort_unstable();
        met.dedup_by_key(|(lead, _)| *lead);
        for (lead, weight) in met.drain(..) {
            let group = self.lead(lead, weight);
            self.corpus.share(group);
        }
        self.met = met;
    }

    fn lead(&mut self, number: usize, weight: Weight) -> GroupId {
        let known = self.leads.get(number).and_then(|known| known.iter().find(|(other, _)| *other == weight));
        if let Some(&(_, group)) = known {
            return group;
        }
        let lead = self.names.leads.get(number);
        let group = self.corpus.group(|corpus| {
            for name in lead.into_iter().flat_map(Lead::names) {
                unmarked(corpus, weight, Style::Hidden, name);
            }
        });
        self.corpus.leads_to(group, lead.map_or("", |lead| lead.word()));
        if let Some(known) = self.leads.get_mut(number) {
            known.push((weight, group));
        }
        group
    }
}

/// A text in each language in which it says something of its own. Reports that were read from a text have no English,
/// and the Chinese that stands for it is no second line.
fn sides(text: &Bilingual) -> impl Iterator<Item = (Lang, &str)> {
    let other = text.in_other(Lang::Zh).map(|other| (Lang::En, other));
    std::iter::once((Lang::Zh, text.get(Lang::Zh))).chain(other)
}

fn both(corpus: &mut Corpus, text: &Bilingual, field: impl Fn(Lang) -> Field) {
    for (lang, text) in sides(text) {
        line(corpus, field(lang), text);
    }
}

fn line(corpus: &mut Corpus, field: Field, text: &str) {
    if text.is_empty() {
        return;
    }
    corpus.text(text, field.weight(), field.style(), field.tag());
}

fn unmarked(corpus: &mut Corpus, weight: Weight, style: Style, text: &str) {
    if text.is_empty() {
        return;
    }
    corpus.text(text, weight, style, 0);
}

#[cfg(test)]
mod tests {
    use super::{Builder, Names};
    use crate::report::{built_in_lexicon, read_reports};

    /// How many lines an entry has whose title, name of a figure and group have this English.
    fn lines(english: &str) -> usize {
        let both = |zh: &str| format!(r#"{{"zh": "{zh}", "en": "{english}"}}"#);
        let figure = format!(r#"{{"name": {}, "value": 5, "unit": "%", "basis": "growth"}}"#, both("粮食产量"));
        let entry = format!(
            r#"{{"id": "t.1", "sentence": 1, "title": {}, "group": {}, "quote": "粮食产量增长5%。", "figures": [{figure}]}}"#,
            both("粮食"),
            both("农业")
        );
        let report = format!(
            r#"{{"format": 1, "id": "a", "year": 2025, "place": {{"zh": "某市", "en": "A"}}, "title": {{"zh": "报告", "en": "B"}},
            "sections": [{{"id": "t", "tab": "tasks", "heading": "一、农业", "name": {}, "entries": [{entry}]}}]}}"#,
            both("农业")
        );
        let (reports, lexicon) = read_reports(&report, "", built_in_lexicon()).expect("a report");
        let names = Names::new(&lexicon);
        let mut builder = Builder::new(&names);
        for report in &reports {
            builder.report(report);
        }
        builder.finish().own_lines(0).len()
    }

    #[test]
    fn a_text_without_english_is_one_line() {
        // Title, name of the figure, its value with the unit, group and sentence.
        assert_eq!((lines(""), lines("grain")), (5, 8));
    }
}
