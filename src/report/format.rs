//! Format 1 on disk: the shapes that serde reads, defaults still open.
//! Every text is cleaned of control characters here, where it enters.

use serde::{Deserialize, Deserializer};

use super::kinds::{Basis, Confidence, Qualifier, Role, Tab, Years};
use super::lexicon::Lexicon;
use super::model::{Comparison, Entry, Figure, Honour, Report, Section, Source};
use crate::text::{Bilingual, tidy};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReportOnDisk {
    pub(super) format: u32,
    id: String,
    year: i32,
    place: Bilingual,
    title: Bilingual,
    #[serde(default)]
    source: SourceOnDisk,
    sections: Vec<SectionOnDisk>,
    #[serde(default)]
    comparisons: Vec<Comparison>,
    #[serde(default)]
    pub(super) lexicon: Option<Lexicon>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceOnDisk {
    #[serde(default)]
    kind: Bilingual,
    #[serde(default)]
    date: String,
    #[serde(default)]
    authors: Vec<String>,
    #[serde(default)]
    note: Option<Bilingual>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionOnDisk {
    id: String,
    tab: Tab,
    heading: String,
    name: Bilingual,
    entries: Vec<EntryOnDisk>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryOnDisk {
    id: String,
    sentence: u32,
    title: Bilingual,
    #[serde(default)]
    note: Option<Bilingual>,
    #[serde(default)]
    group: Option<Bilingual>,
    #[serde(default)]
    honour: Option<Honour>,
    #[serde(default)]
    indicator: Option<String>,
    #[serde(default)]
    words: Option<Bilingual>,
    #[serde(default)]
    quote: Option<String>,
    #[serde(default)]
    figures: Vec<FigureOnDisk>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureOnDisk {
    #[serde(default)]
    name: Option<Bilingual>,
    #[serde(default)]
    indicator: Option<String>,
    value: f64,
    #[serde(default)]
    upper: Option<f64>,
    unit: String,
    #[serde(default)]
    unit_en: Option<String>,
    #[serde(default)]
    qualifier: Option<Qualifier>,
    basis: Basis,
    /// Absent: the section's year. `null`: not known.
    #[serde(default)]
    year: YearOnDisk,
    #[serde(default)]
    role: Option<Role>,
    #[serde(default)]
    estimate: bool,
    #[serde(default)]
    confidence: Option<Confidence>,
}

/// A year that may be left to the section, or be unknown.
#[derive(Default)]
enum YearOnDisk {
    #[default]
    OfSection,
    Given(Option<Years>),
}

impl<'de> Deserialize<'de> for YearOnDisk {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Option::<Years>::deserialize(from).map(Self::Given)
    }
}

impl<'de> Deserialize<'de> for Years {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Given {
            One(i32),
            Span(String),
        }
        match Given::deserialize(from)? {
            Given::One(year) => Ok(Self::One(year)),
            Given::Span(text) => span(&text).ok_or_else(|| {
                serde::de::Error::custom(format_args!(
                    "year \"{text}\" is neither a year nor a span such as \"2021-2025\""
                ))
            }),
        }
    }
}

fn span(text: &str) -> Option<Years> {
    let (first, last) = text.split_once('-')?;
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (first < last).then_some(Years::Span(first, last))
}

impl ReportOnDisk {
    /// The report with defaults filled in and texts cleaned.
    pub(super) fn into_report(self) -> Report {
        let year = self.year;
        Report {
            id: tidy(self.id),
            year,
            place: Bilingual::tidied(self.place),
            title: Bilingual::tidied(self.title),
            source: Source {
                kind: Bilingual::tidied(self.source.kind),
                date: tidy(self.source.date),
                authors: self.source.authors.into_iter().map(tidy).collect(),
                note: self.source.note.map(Bilingual::tidied),
            },
            sections: self.sections.into_iter().map(|section| section.into_section(year)).collect(),
            comparisons: self.comparisons.into_iter().map(tidy_comparison).collect(),
        }
    }
}

impl SectionOnDisk {
    fn into_section(self, report: i32) -> Section {
        let tab = self.tab;
        Section {
            id: tidy(self.id),
            tab,
            heading: tidy(self.heading),
            name: Bilingual::tidied(self.name),
            entries: self.entries.into_iter().map(|entry| entry.into_entry(tab, report)).collect(),
        }
    }
}

impl EntryOnDisk {
    fn into_entry(self, tab: Tab, report: i32) -> Entry {
        Entry {
            id: tidy(self.id),
            sentence: self.sentence,
            title: Bilingual::tidied(self.title),
            note: self.note.map(Bilingual::tidied),
            group: self.group.map(Bilingual::tidied),
            honour: self.honour.map(|honour| Honour { recipient: honour.recipient.map(Bilingual::tidied), ..honour }),
            indicator: self.indicator.map(tidy),
            words: self.words.map(Bilingual::tidied),
            quote: self.quote.map(tidy),
            figures: self.figures.into_iter().map(|figure| figure.into_figure(tab, report)).collect(),
        }
    }
}

impl FigureOnDisk {
    fn into_figure(self, tab: Tab, report: i32) -> Figure {
        Figure {
            name: self.name.map(Bilingual::tidied),
            indicator: self.indicator.map(tidy),
            value: self.value,
            upper: self.upper,
            unit: tidy(self.unit),
            unit_en: self.unit_en.map(tidy),
            qualifier: self.qualifier,
            basis: self.basis,
            year: match self.year {
                YearOnDisk::OfSection => Some(Years::One(tab.year(report))),
                YearOnDisk::Given(year) => year,
            },
            role: self.role.unwrap_or(tab.role()),
            estimate: self.estimate,
            confidence: self.confidence,
        }
    }
}

fn tidy_comparison(given: Comparison) -> Comparison {
    Comparison {
        name: Bilingual::tidied(given.name),
        result: tidy(given.result),
        target: tidy(given.target),
        scope: given.scope,
        why: Bilingual::tidied(given.why),
    }
}
