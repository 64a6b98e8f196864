//! Format 1 on disk: the shapes that serde reads and writes, defaults still open.
//! Every text is cleaned of control characters here, where it enters.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::figure::Figure;
use super::kinds::{Basis, Confidence, Qualifier, Role, Tab, Years};
use super::lexicon::Lexicon;
use super::model::{Comparison, Entry, Honour, Report, Section, Source};
use crate::text::{Bilingual, DataText, cleaned, kept, perhaps_kept, tidy};

/// One report.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ReportOnDisk {
    /// The version: 1.
    pub format: u32,
    /// The id.
    #[serde(deserialize_with = "kept")]
    pub id: DataText,
    /// The year of the report; `null` where a text does not tell.
    #[serde(deserialize_with = "Option::deserialize")]
    pub year: Option<i32>,
    /// The place that reports.
    pub place: Bilingual,
    /// The title.
    pub title: Bilingual,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "SourceOnDisk::is_empty")]
    pub source: SourceOnDisk,
    /// The sections in order.
    pub sections: Vec<SectionOnDisk>,
    /// The stated relations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<Comparison>,
    /// Words of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lexicon: Option<Lexicon>,
}

/// Where a report comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SourceOnDisk {
    /// What kind of text it is.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub kind: Bilingual,
    /// When it was published.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// The occasion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual>,
}

/// A heading with its entries.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SectionOnDisk {
    /// The id.
    #[serde(deserialize_with = "kept")]
    pub id: DataText,
    /// The pane.
    pub tab: Tab,
    /// The heading as it stands in the source.
    #[serde(deserialize_with = "kept")]
    pub heading: DataText,
    /// A short name.
    pub name: Bilingual,
    /// The entries in order.
    pub entries: Vec<EntryOnDisk>,
}

/// One fact.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EntryOnDisk {
    /// The id.
    #[serde(deserialize_with = "kept")]
    pub id: DataText,
    /// The sentence under the heading, counted from 1.
    pub sentence: u32,
    /// What it is about.
    pub title: Bilingual,
    /// What a reader needs besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual>,
    /// The sub-heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Bilingual>,
    /// The reading of an honour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub honour: Option<Honour>,
    /// The indicator of a target in words.
    #[serde(default, deserialize_with = "perhaps_kept", skip_serializing_if = "Option::is_none")]
    pub indicator: Option<DataText>,
    /// The words where a number would stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Bilingual>,
    /// The sentence itself.
    #[serde(default, deserialize_with = "perhaps_kept", skip_serializing_if = "Option::is_none")]
    pub quote: Option<DataText>,
    /// The figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureOnDisk>,
}

/// One quantity.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FigureOnDisk {
    /// Its own name; absent: the title of the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Bilingual>,
    /// The indicator.
    #[serde(default, deserialize_with = "perhaps_kept", skip_serializing_if = "Option::is_none")]
    pub indicator: Option<DataText>,
    /// The value, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<f64>,
    /// The unit as in the source.
    #[serde(deserialize_with = "kept")]
    pub unit: DataText,
    /// The English unit where it differs from the lexicon.
    #[serde(default, deserialize_with = "perhaps_kept", skip_serializing_if = "Option::is_none")]
    pub unit_en: Option<DataText>,
    /// How the source hedges it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// What kind of quantity it is.
    pub basis: Basis,
    /// Absent: the section's year. `null`: not known.
    #[serde(default, skip_serializing_if = "YearOnDisk::is_of_section")]
    pub year: YearOnDisk,
    /// Absent: as the section says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Whether it is an estimate.
    #[serde(default, skip_serializing_if = "is_false")]
    pub estimate: bool,
    /// Whether it needs a look.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
}

/// A year that may be left to the section, or be unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum YearOnDisk {
    /// The year that the section implies.
    #[default]
    OfSection,
    /// A year or a span; `None` where the source does not tell.
    Given(Option<Years>),
}

impl YearOnDisk {
    const fn is_of_section(&self) -> bool {
        matches!(self, Self::OfSection)
    }
}

impl Serialize for YearOnDisk {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::OfSection | Self::Given(None) => to.serialize_none(),
            Self::Given(Some(Years::One(year))) => to.serialize_i32(*year),
            Self::Given(Some(span)) => to.collect_str(span),
        }
    }
}

impl SourceOnDisk {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

fn is_blank(text: &Bilingual) -> bool {
    text.zh.is_empty() && text.en.is_empty()
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
    pub(crate) fn into_report(self) -> Report {
        let year = self.year;
        Report {
            id: cleaned(self.id),
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
    fn into_section(self, report: Option<i32>) -> Section {
        let tab = self.tab;
        Section {
            id: cleaned(self.id),
            tab,
            heading: cleaned(self.heading),
            name: Bilingual::tidied(self.name),
            entries: self.entries.into_iter().map(|entry| entry.into_entry(tab, report)).collect(),
        }
    }
}

impl EntryOnDisk {
    fn into_entry(self, tab: Tab, report: Option<i32>) -> Entry {
        Entry {
            id: cleaned(self.id),
            sentence: self.sentence,
            title: Bilingual::tidied(self.title),
            note: self.note.map(Bilingual::tidied),
            group: self.group.map(Bilingual::tidied),
            honour: self.honour.map(|honour| Honour { recipient: honour.recipient.map(Bilingual::tidied), ..honour }),
            indicator: self.indicator.map(cleaned),
            words: self.words.map(Bilingual::tidied),
            quote: self.quote.map(cleaned),
            figures: self.figures.into_iter().map(|figure| figure.into_figure(tab, report)).collect(),
        }
    }
}

impl FigureOnDisk {
    /// The figure in a section of this tab, of a report of this year.
    pub(crate) fn into_figure(self, tab: Tab, report: Option<i32>) -> Figure {
        Figure {
            name: self.name.map(Bilingual::tidied),
            indicator: self.indicator.map(cleaned),
            value: self.value,
            upper: self.upper,
            unit: cleaned(self.unit),
            unit_en: self.unit_en.map(cleaned),
            qualifier: self.qualifier,
            basis: self.basis,
            year: match self.year {
                YearOnDisk::OfSection => report.map(|year| Years::One(tab.year(year))),
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
