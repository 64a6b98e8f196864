//! What a report holds, with all defaults of the format on disk filled in.

use serde::{Deserialize, Serialize};

use super::kinds::{Basis, Confidence, Field, HonourKind, Level, Qualifier, Role, Scope, Tab, Years};
use crate::text::Bilingual;

/// One annual report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Unique among the reports that are open.
    pub id: String,
    /// The year the report was given in; its targets are for this year, its results of the year before.
    pub year: i32,
    /// The place whose government reports.
    pub place: Bilingual,
    /// The title of these data.
    pub title: Bilingual,
    /// Where the data come from.
    pub source: Source,
    /// The sections in the order of the source.
    pub sections: Vec<Section>,
    /// Pairs of different indicators that a reader would set side by side.
    pub comparisons: Vec<Comparison>,
}

/// Where a report comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// What kind of text it is.
    pub kind: Bilingual,
    /// When it was published: a year, a month or a day (`2025-01`).
    pub date: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The occasion, in our own words.
    pub note: Option<Bilingual>,
}

/// A heading of the source with what stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Unique in its report.
    pub id: String,
    /// The pane it belongs to.
    pub tab: Tab,
    /// The heading as it stands in the source.
    pub heading: String,
    /// A short name, for lists and for English screens.
    pub name: Bilingual,
    /// The facts in the order of the source.
    pub entries: Vec<Entry>,
}

/// One fact: what was done or is promised, with its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Unique in its report.
    pub id: String,
    /// The sentence under the heading of the section, counted from 1.
    pub sentence: u32,
    /// What it is about, without numbers.
    pub title: Bilingual,
    /// What a reader needs besides.
    pub note: Option<Bilingual>,
    /// The sub-heading it stands under.
    pub group: Option<Bilingual>,
    /// The reading of an honour's name.
    pub honour: Option<Honour>,
    /// The indicator of a target in words only.
    pub indicator: Option<String>,
    /// The words that stand where a number would.
    pub words: Option<Bilingual>,
    /// The sentence itself, in reports that a user opens from text.
    pub quote: Option<String>,
    /// The figures, the main one first.
    pub figures: Vec<Figure>,
}

/// One quantity with unit, qualifier and basis.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its own name; the title of the entry when absent.
    pub name: Option<Bilingual>,
    /// The indicator: the same id means the same scope.
    pub indicator: Option<String>,
    /// The value in the source's own unit; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// The unit as in the source; empty when there is none.
    pub unit: String,
    /// The English unit where it differs from the lexicon's.
    pub unit_en: Option<String>,
    /// How the source hedges the value.
    pub qualifier: Option<Qualifier>,
    /// What kind of quantity it is.
    pub basis: Basis,
    /// The year or years it is about; `None` where a drafted text does not tell.
    pub year: Option<Years>,
    /// Whether it was reached, is promised, or is what a change starts from.
    pub role: Role,
    /// Whether the source says that it is an estimate (预计).
    pub estimate: bool,
    /// Whether a drafted figure needs a look.
    pub confidence: Option<Confidence>,
}

impl Figure {
    /// The figure's own name, else the title of its entry.
    pub fn name_in<'a>(&'a self, entry: &'a Entry) -> &'a Bilingual {
        self.name.as_ref().unwrap_or(&entry.title)
    }
}

/// Our reading of an honour's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Honour {
    /// How far it reaches.
    pub level: Level,
    /// What it is.
    pub kind: HonourKind,
    /// What it is for.
    pub field: Field,
    /// Who received it.
    pub recipient: Option<Bilingual>,
}

/// Two different indicators that a reader would set side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// What the pair is about.
    pub name: Bilingual,
    /// The indicator of the result.
    pub result: String,
    /// The indicator of the target.
    pub target: String,
    /// How far apart the two are.
    pub scope: Scope,
    /// Why they are not the same.
    pub why: Bilingual,
}
