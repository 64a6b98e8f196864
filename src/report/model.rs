//! What a report holds, with all defaults of the format on disk filled in.

use std::iter::Peekable;

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::kinds::{Field, HonourKind, Level, Scope, Tab};
use crate::text::{Bilingual, DataText, Label, Lang};

/// One annual report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub(super) id: DataText,
    pub(super) year: Option<i32>,
    pub(super) place: Bilingual,
    pub(super) title: Bilingual,
    pub(super) source: Source,
    pub(super) sections: Vec<Section>,
    pub(super) comparisons: Vec<Comparison>,
}

impl Report {
    /// Unique among the reports that are open.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The year the report was given in: its targets are for this year, its results of the year before.
    /// `None` where the text that it was drafted from does not tell; then it stands in no pair and no series.
    pub fn year(&self) -> Option<i32> {
        self.year
    }

    /// Its year for a reader, or words that it is not known.
    pub fn year_label(&self, lang: Lang) -> String {
        year_label(self.year, lang)
    }

    /// The place whose government reports.
    pub fn place(&self) -> &Bilingual {
        &self.place
    }

    /// The title of these data.
    pub fn title(&self) -> &Bilingual {
        &self.title
    }

    /// Where the data come from.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The sections in the order of the source.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Gives it another id, where another report has its own.
    pub(crate) fn set_id(&mut self, id: DataText) {
        self.id = id;
    }

    /// The same with only the entries at these places among all of them, which are in order.
    pub(crate) fn only(&self, places: &[u32]) -> Self {
        let (mut number, mut wanted) = (0, places.iter().peekable());
        let sections = self.sections.iter().map(|section| section.only(&mut number, &mut wanted));
        let sections = sections.filter(|section| !section.entries.is_empty()).collect();
        Self {
            id: self.id.clone(),
            year: self.year,
            place: self.place.clone(),
            title: self.title.clone(),
            source: self.source.clone(),
            sections,
            comparisons: Vec::new(),
        }
    }

    /// Pairs of different indicators that a reader would set side by side.
    pub fn comparisons(&self) -> &[Comparison] {
        &self.comparisons
    }
}

/// The year of a report for a reader, or words that it is not known.
pub fn year_label(year: Option<i32>, lang: Lang) -> String {
    year.map_or_else(|| Label::new("年份不详", "year unknown").get(lang).to_owned(), |year| year.to_string())
}

/// Where a report comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    pub(super) kind: Bilingual,
    pub(super) date: String,
    pub(super) authors: Vec<String>,
    pub(super) note: Option<Bilingual>,
}

impl Source {
    /// What kind of text it is.
    pub fn kind(&self) -> &Bilingual {
        &self.kind
    }

    /// When it was published: a year, a month or a day (`2025-01`).
    pub fn date(&self) -> &str {
        &self.date
    }

    /// Who wrote it.
    pub fn authors(&self) -> &[String] {
        &self.authors
    }

    /// The occasion, in our own words.
    pub fn note(&self) -> Option<&Bilingual> {
        self.note.as_ref()
    }
}

/// A heading of the source with what stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub(super) id: DataText,
    pub(super) tab: Tab,
    pub(super) heading: DataText,
    pub(super) name: Bilingual,
    pub(super) entries: Vec<Entry>,
}

impl Section {
    /// The same with only the entries at the places that come next in `wanted`; its first entry is at `number`.
    fn only(&self, number: &mut u32, wanted: &mut Peekable<std::slice::Iter<'_, u32>>) -> Self {
        let mut is_wanted = |_: &&Entry| {
            let here = *number;
            *number += 1;
            wanted.next_if(|place| **place == here).is_some()
        };
        let entries = self.entries.iter().filter(&mut is_wanted).cloned().collect();
        let (id, heading, name) = (self.id.clone(), self.heading.clone(), self.name.clone());
        Self { id, tab: self.tab, heading, name, entries }
    }

    /// Unique in its report.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The pane it belongs to.
    pub fn tab(&self) -> Tab {
        self.tab
    }

    /// The heading as it stands in the source.
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// A short name, for lists and for English screens.
    pub fn name(&self) -> &Bilingual {
        &self.name
    }

    /// The facts in the order of the source.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

/// One fact: what was done or is promised, with its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub(super) id: DataText,
    pub(super) sentence: u32,
    pub(super) title: Bilingual,
    pub(super) note: Option<Bilingual>,
    pub(super) group: Option<Bilingual>,
    pub(super) honour: Option<Honour>,
    pub(super) indicator: Option<DataText>,
    pub(super) words: Option<Bilingual>,
    pub(super) quote: Option<DataText>,
    pub(super) figures: Vec<Figure>,
}

impl Entry {
    /// Unique in its report.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The sentence under the heading of the section, counted from 1.
    pub fn sentence(&self) -> u32 {
        self.sentence
    }

    /// What it is about, without numbers.
    pub fn title(&self) -> &Bilingual {
        &self.title
    }

    /// What a reader needs besides.
    pub fn note(&self) -> Option<&Bilingual> {
        self.note.as_ref()
    }

    /// The sub-heading it stands under.
    pub fn group(&self) -> Option<&Bilingual> {
        self.group.as_ref()
    }

    /// The reading of an honour's name.
    pub fn honour(&self) -> Option<&Honour> {
        self.honour.as_ref()
    }

    /// The indicator of a target in words only.
    pub fn indicator(&self) -> Option<&str> {
        self.indicator.as_deref()
    }

    /// The words that stand where a number would.
    pub fn words(&self) -> Option<&Bilingual> {
        self.words.as_ref()
    }

    /// The sentence itself, in reports that a user opens from text.
    pub fn quote(&self) -> Option<&str> {
        self.quote.as_deref()
    }

    /// The figures, the main one first.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }
}

/// Our reading of an honour's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Honour {
    pub(super) level: Level,
    pub(super) kind: HonourKind,
    pub(super) field: Field,
    pub(super) recipient: Option<Bilingual>,
}

impl Honour {
    /// How far it reaches.
    pub fn level(&self) -> Level {
        self.level
    }

    /// What it is.
    pub fn kind(&self) -> HonourKind {
        self.kind
    }

    /// What it is for.
    pub fn field(&self) -> Field {
        self.field
    }

    /// Who received it.
    pub fn recipient(&self) -> Option<&Bilingual> {
        self.recipient.as_ref()
    }
}

/// Two different indicators that a reader would set side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    pub(super) name: Bilingual,
    pub(super) result: String,
    pub(super) target: String,
    pub(super) scope: Scope,
    pub(super) why: Bilingual,
}

impl Comparison {
    /// What the pair is about.
    pub fn name(&self) -> &Bilingual {
        &self.name
    }

    /// The indicator of the result.
    pub fn result(&self) -> &str {
        &self.result
    }

    /// The indicator of the target.
    pub fn target(&self) -> &str {
        &self.target
    }

    /// How far apart the two are.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// Why they are not the same.
    pub fn why(&self) -> &Bilingual {
        &self.why
    }
}
